"""The content as its authors see it: what ``cds check`` refuses, and in which words."""
