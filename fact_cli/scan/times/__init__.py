"""Time expressions: what is said (`meanings`), where (`scan`), and which days (`resolve`)."""
