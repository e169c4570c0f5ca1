"""The title against the body."""
