"""Results of articles that did not change, so that they are not checked again."""
