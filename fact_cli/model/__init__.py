"""Plain frozen data: what the program knows of a text, without reading any text."""
