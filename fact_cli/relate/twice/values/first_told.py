"""Where an article first tells a name or a word, which is known from there on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from fact_cli.relate.context import Context
from fact_cli.relate.twice.values.same_words import first_stems

_NAME = re.compile(r"[A-ZÀ-Þ][\w'-]+")


def is_first_named(context: Context, name: str, start: int) -> bool:
    """Whether ``name`` stands nowhere before ``start``, by itself or behind an elided word."""
    return context.once("first names", lambda: _first_names(context)).get(name, start) >= start


def is_told_before(context: Context, stems: Iterable[str], start: int) -> bool:
    """Whether a word of one of ``stems`` stands in the text before ``start``."""
    first = context.once("first stems", lambda: first_stems(context.told))
    return any(first.get(stem, start) < start for stem in stems)


def _first_names(context: Context) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for name in _NAME.finditer(context.document.plain):
        for form in (name.group(), name.group().rpartition("'")[2]):
            found.setdefault(form, name.start())
    return found
