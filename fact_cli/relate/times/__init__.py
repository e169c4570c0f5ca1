"""Days, ages and lengths of time against each other."""
