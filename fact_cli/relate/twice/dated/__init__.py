"""One event told with two dates."""
