"""Expressions that give findings: the numbers are the lines of the record."""
