"""A whole of the title, the lead or a paragraph before, and its parts paragraphs below."""
