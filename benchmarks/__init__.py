"""Measurements: too slow for tests, printed as ratios within one run."""
