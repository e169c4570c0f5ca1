"""So much for each, and one measure in the units of another."""
