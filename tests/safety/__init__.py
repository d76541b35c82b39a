"""What must hold for every patient: an emergency is not talked away, a normal finding does not alarm, no false comfort.

Random patients (``patients.py``) against the shipped content. Every exception is a sentence of the medicine and has a
test of its own (``test_exceptions.py``); nothing else is excepted.
"""
