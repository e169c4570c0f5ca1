"""Ranks, results and times of sport and of lists, told twice."""
