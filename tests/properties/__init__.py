"""What must hold for every record, not only for the vignettes: generated records (hypothesis)."""
