"""Years counted: anniversaries, jubilees, editions, centuries."""
