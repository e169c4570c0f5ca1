"""Wholes and their parts: what must add up."""
