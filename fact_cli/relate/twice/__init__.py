"""One thing told in two places of an article."""
