"""A mutation run over the content: is every clause, number, list member and silence held by some test?

``make mutate`` changes one place of a temporary copy of the content at a time (``mutants.py``), runs the tables of
patterns, the chapters of the clinical core and the vignettes against it in this process (``battery.py``), and reports
which changes no test noticed (``__main__.py``). It is no part of ``make test``: a whole run takes hours.
"""
