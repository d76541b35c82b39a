"""Every vignette of ``fixtures/vignettes`` by three routes: the same answer, and the one that is expected."""
