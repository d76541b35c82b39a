"""Tests in the order of the pipeline; each teaches one rule with a small table."""
