"""Quantities: a number with its unit or the noun that it counts, and the hedge around it.

`read` is the way through: numbers become figures with units and nouns (`figures`), lend each
other what is left out (`sharing`), join to ranges (`ranges`), are sorted from mere digits
(`bare`), and are widened by their hedges (`hedges`). Ratios in words are phrases (`ratios`).
"""
