"""Input that nobody wrote in good faith, and what must be true of whatever is made of it.

`sound` says what must be true, `material` holds what texts are mutated with, `mutate` mutates
texts and files. ``tests/test_hostile.py`` runs a little of it each time; before a release
`fuzz` (no other package needed) and `with_atheris` are run for ten minutes or more.
"""
