"""The items of a closed list, and how many things each of them is.

"deux frères, un garagiste et une employée" are four; "la 2, la 5 et la 11" three. A list is
closed where commas part its items and one "et" comes before the last, and read only where all
items are alike: names, quoted titles, things with an article or a number, mere numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from fact_cli.lang.words import SMALL_NUMBERS
from fact_cli.model.text import Extent

LONGEST_ITEM = 60  # characters
_ONE = r"(?:d'une? |une? |(?:de |du |à )?(?:la |l')|le |du |au )"
_NOUN = r"[^\W\d_][^\d,;:()«»\"!?.]*?(?: (?:de|âgée?s? de) \d+(?: et \d+)* (?:ans|mois))?"
_FORMS = {
    "quoted": re.compile(
        r"(?:de |du |d['’]|des )?[«\"] ?[^«»\"]{1,50}? ?[»\"]"
        r"(?: (?:de |d['’])[A-ZÀ-Þ][\w'’ -]{2,40})?"
    ),
    "code": re.compile(r"(?:l[ea]s? )?(?:n° ?)?[A-Z]?\d{1,4}[A-Z]?"),
    "thing": re.compile(
        rf"(?:{_ONE}|(?:de |d')?(?P<many>deux|trois|quatre|cinq|six|sept|huit|neuf|dix) )"
        rf"(?=[a-zà-ÿ]){_NOUN}"
    ),
    "title": re.compile(r"[A-ZÀ-Þ][^\d,;:()«»\"!?.]*"),
}
# "deux frères de 22 et 25 ans": this "et" parts no items.
_INNER_AND = re.compile(r"(?<=\d) et (?=\d)|(?<=[»\"]), (?=[a-z])")
_PARTS = re.compile(r", et |, | et ")
_CLOSES = re.compile(r" ?(?:[.;)!?]|$)")
_RELATIVE = re.compile(
    r"\b(?:qui|que|dont|où|est|sont|a|ont|sera|seront|était|étaient|avec|pour|ainsi"
    # "un accord, la grève et le report étant exclus"
    r"|étant|ayant|restant|demeurant|exclu(?:e?s)?|exceptée?s?|comprise?s?|mis(?:es?)? à part)\b"
)


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list; ``count`` is how many things it names."""

    extent: Extent
    count: int


@dataclass(frozen=True, slots=True)
class ClosedList:
    """The items, and what they all are: "quoted", "code", "thing" or "title"."""

    form: str
    items: Sequence[Item]

    @property
    def count(self) -> int:
        return sum(item.count for item in self.items)

    @property
    def extent(self) -> Extent:
        return self.items[0].extent.until(self.items[-1].extent)


def closed_list(plain: str, start: int, end: int) -> ClosedList | None:
    """The list that fills ``plain`` from ``start`` to a clause's end before ``end``, or None."""
    clause = re.compile(r"[^.;:()!?]*").match(plain, start, end)
    if clause is None or not _CLOSES.match(plain, clause.end(), end + 1):
        return None
    words = _INNER_AND.sub(lambda found: "\0" * len(found.group()), clause.group())
    cuts = list(_PARTS.finditer(words))
    ands = [cut for cut in cuts if "et" in cut.group()]
    if len(ands) != 1 or ands[0] is not cuts[-1] or len(cuts) < 2:
        return None
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(words.rstrip())]
    pieces = [Extent(start + a, start + b) for a, b in zip(starts, ends, strict=True)]
    for form, pattern in _FORMS.items():
        items = [_item(plain, piece, pattern) for piece in pieces]
        known = [item for item in items if item is not None]
        if len(known) == len(pieces):
            return ClosedList(form, known)
    return None


def _item(plain: str, piece: Extent, pattern: re.Pattern[str]) -> Item | None:
    words = piece.of(plain)
    found = pattern.fullmatch(words)
    if found is None or len(words) > LONGEST_ITEM or _RELATIVE.search(words):
        return None
    many = found.groupdict().get("many")
    return Item(piece, SMALL_NUMBERS[many] if many else 1)
