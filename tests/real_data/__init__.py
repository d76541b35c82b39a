"""Patients that this project did not write: nothing is seen that is not there, and nothing of them is logged."""
