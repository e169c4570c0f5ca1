"""From the plain text to mentions: sentences, quantities, times. Knows no spaCy."""
