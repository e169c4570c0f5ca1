"""Votes, seats and outcomes against all of them."""
