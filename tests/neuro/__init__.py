"""The shipped medicine, in the order in which it is applied: from findings to what is shown."""
