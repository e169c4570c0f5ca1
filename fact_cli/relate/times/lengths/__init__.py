"""Lengths of time against their two ends."""
