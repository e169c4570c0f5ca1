"""Two values or a limit, of which words tell which is more."""
