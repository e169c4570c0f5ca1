"""An entry of the file of accepted findings, and the finding that it is about.

It is known again by rule, quoted words, the words that they stand against, and a few words
before or after them in their block; never by its place. Letters and figures count, not
spaces, quotation marks or line ends. What the finding stands against must still be told: an
acceptance of a total holds no longer when a part of it changes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fact_cli.model.finding import Finding
from fact_cli.model.text import Document, Extent

NEAR = 6  # words of context on each side
LONGEST = 40  # words: of longer passages the beginning and the end are kept
CUT = " […] "

_GROUPED = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")  # 1 400 is 1400
_TOKEN = re.compile(r"(?:(?<!\w)-(?=\d))?[\w%€$£°]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """``path`` is relative to the folder of the file, with "/"; ``#id`` ends it for an
    article of many in a file.

    ``against`` holds the other ends of the finding; ``before`` and ``after`` are the words
    around. Where one of these is None, it may be any.
    """

    path: str
    rule: str
    words: str
    reason: str
    against: Sequence[str] | None = None
    before: str | None = None
    after: str | None = None


def entry_of(document: Document, finding: Finding, path: str, reason: str) -> Entry:
    """The entry that accepts ``finding``."""
    before, after = _context(document, finding.extent)
    text = document.text
    return Entry(
        path,
        finding.rule,
        _shortened(finding.text),
        " ".join(reason.split()),
        tuple(_shortened(one.extent.of(text)) for one in finding.because) or None,
        " ".join(before.split()[-NEAR:]),
        " ".join(after.split()[:NEAR]),
    )


def matches(
    document: Document, findings: Sequence[Finding], entries: Mapping[int, Entry]
) -> dict[int, int]:
    """The numbers of findings with the number of the entry that accepts each.

    An entry accepts one finding, the one whose context is most alike, the first of several.
    """
    by_rule: dict[str, list[tuple[int, Entry]]] = {}
    for number, entry in entries.items():
        by_rule.setdefault(entry.rule, []).append((number, entry))
    pairs = [
        (-likeness, number, entry_number)
        for number, finding in enumerate(findings)
        for entry_number, entry in by_rule.get(finding.rule, ())
        if (likeness := _likeness(document, finding, entry))
    ]
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, number, entry_number in sorted(pairs):
        if number not in found and entry_number not in taken:
            found[number] = entry_number
            taken.add(entry_number)
    return found


def _likeness(document: Document, finding: Finding, entry: Entry) -> int:
    """0 where ``entry`` is not about ``finding``; more for each side of the context."""
    if not _same(entry.words, finding.text):
        return 0
    if entry.against is not None:
        told = sorted(tokens(_shortened(one.extent.of(document.text))) for one in finding.because)
        if told != sorted(tokens(one) for one in entry.against):
            return 0
    before, after = (tokens(side) for side in _context(document, finding.extent))
    wanted_before = None if entry.before is None else tokens(entry.before)
    wanted_after = None if entry.after is None else tokens(entry.after)
    sides = (
        _side(wanted_before, before[len(before) - len(wanted_before or ()) :]),
        _side(wanted_after, after[: len(wanted_after or ())]),
    )
    told_sides = [side for side in (wanted_before, wanted_after) if side]
    return sum(sides) if 2 in sides or (0 not in sides and not told_sides) else 0


def _side(wanted: Sequence[str] | None, actual: Sequence[str]) -> int:
    """2 where the words of one side are those that are wanted, 1 where none are, 0 else."""
    if not wanted:
        return 1
    return 2 if list(wanted) == list(actual) else 0


def _same(stored: str, told: str) -> bool:
    return tokens(stored) in (tokens(told), tokens(_shortened(told)))


def _context(document: Document, extent: Extent) -> tuple[str, str]:
    """What stands before and after ``extent`` in its block."""
    block = document.block_at(extent.start).extent
    text = document.text
    return text[block.start : extent.start], text[extent.end : max(extent.end, block.end)]


def _shortened(words: str) -> str:
    parts = words.split()
    if len(parts) <= LONGEST:
        return " ".join(parts)
    half = LONGEST // 2
    return " ".join(parts[:half]) + CUT + " ".join(parts[-half:])


def tokens(text: str) -> list[str]:
    """Words and figures of ``text``, whatever its typography."""
    # Comes with the language data, which many runs do not need.
    from fact_cli.read.prose import INVISIBLE, plain

    composed = unicodedata.normalize("NFKC", re.sub(f"[{INVISIBLE}]", "", text))
    flat = " ".join(plain(composed).casefold().split())
    return _TOKEN.findall(_GROUPED.sub("", flat))
