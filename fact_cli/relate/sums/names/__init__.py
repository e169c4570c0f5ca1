"""Items of a list against their number."""
