"""Days against the calendar and against the day of publication."""
