"""Promises about the tree itself: who imports whom, what Python may name, what README says, what the wheel holds."""
