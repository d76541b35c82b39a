"""No key of the medicine is written in Python: with every key renamed, the service answers in the new keys."""
