"""Findings that the newsroom has looked at and lets stand.

Marks in the article (`marks`, `sic`) and the file ``.factcheck-accepted.toml`` (`book`,
`entries`), which ``factcheck accept`` writes (`writing`); `applied` and `books` bring them to
findings.
"""
