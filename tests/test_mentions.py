"""What is read in each text of ``mentions.txt``: every figure and every time, as understood.

A text stands on a line of its own, behind the article's date and a bar where that matters,
with ⏎ for the end of a line; its mentions are indented below it. Of a figure: its words with
the hedge, kind, value and unit, what it can stand for strictly and loosely, the step, the
hedge, and what is counted. Of a time: its words, kind, value, first and last day, and where
the day is known from.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fact_cli.model.bounds import Bounds
from fact_cli.model.mention import Mention, Quantity, TimeExpression
from fact_cli.read.roles import with_roles
from fact_cli.run import publication
from fact_cli.scan.scanner import scan
from tests.helpers import read

ENTRIES = re.findall(
    r"^(\S.*)\n((?: .*\n)*)",
    (Path(__file__).parent / "mentions.txt").read_text(encoding="utf-8"),
    re.MULTILINE,
)


def told(entry: str) -> str:
    """The mentions of a text, written as the file writes them."""
    date, _, text = entry.rpartition("|")
    document = with_roles(read(text.replace("⏎", "\n")))
    found = scan(document, publication(date or None).date)
    lines = [line_of(one, document.plain) for sentence in found for one in sentence.mentions]
    return "".join(f"    {line}\n" for line in lines).replace("\u00a0", " ").replace("\u202f", " ")


def line_of(mention: Mention, plain: str) -> str:
    if isinstance(mention, TimeExpression):
        days = mention.interval
        known = f" {days.begin or ''}..{days.end or ''}" if days.known else ""
        return (
            f"[{mention.extent.of(plain)}] {mention.kind} {mention.timex}{known} {mention.anchor}"
        )
    return f"[{mention.reach.of(plain)}] {figure(mention)}"


def figure(told: Quantity) -> str:
    value = "" if told.value is None else f" {told.value:f}"
    words = [f"{told.kind}{value}{f' {told.unit}' if told.unit else ''}", ends(told.strict)]
    words += [f"~ {ends(told.loose)}"] if told.loose != told.strict else []
    words += [f"± {told.step:f}"]
    words += [f"“{told.hedge}”"] if told.hedge else []
    words += [f"of {told.of}"] if told.of else []
    words += [f"({figure(part)})" for part in told.parts]
    return " ".join(words)


def ends(bounds: Bounds) -> str:
    low, high = ("" if end is None else f"{end:.14g}" for end in (bounds.low, bounds.high))
    return f"{low}..{high}"


@pytest.mark.parametrize(("entry", "expected"), ENTRIES, ids=[entry[:60] for entry, _ in ENTRIES])
def test_what_is_read(entry: str, expected: str) -> None:
    assert told(entry) == expected
