"""What is left of a whole."""
