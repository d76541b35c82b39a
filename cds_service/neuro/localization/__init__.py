"""Where the lesion is: the focal algorithm of one limb, and ranked candidate sites of the whole nervous system."""
