"""Values before and after, and what is said of the way between them."""
