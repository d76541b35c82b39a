"""The rule language, one chapter (file) a word: small records in, the four-valued result and the used findings out.

Folders are the three kinds of expression: ``finding_tests`` (about one finding), ``selections`` (findings of the
record), ``conditions`` (about the patient); ``terms`` is how clinicians name expressions. Records are written in the
words of ``notation``; the small world in which they are judged is ``tiny.yaml``. What the shipped medicine makes of
findings is told in ``tests/neuro``.
"""
