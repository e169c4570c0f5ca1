"""One figure told twice with two values."""
