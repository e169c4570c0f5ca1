"""How French says things: the lexicons, and the phrase language in which they are written."""
