"""What comes first and what comes later."""
