"""What a title tells and the body computes: what is left of a penalty, of jobs, of a toll."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.mention import Quantity
from fact_cli.model.text import Extent
from fact_cli.relate.neighbours import NUMBERS
from fact_cli.relate.twice.values.kinds import TIMED, TOLLS
from fact_cli.relate.twice.values.telling import Telling
from fact_cli.scan.scanner import scanner

# "Elle en créera 70 ailleurs", told in the next sentence.
_COMES = re.compile(r"\b(?:cré[eé]|embauch|recrut|ouvr|reclass|transf[eé]r|compens)")
FOLLOWING = 120  # characters behind a sentence in which the next one tells what comes
A_YEAR = 12  # months, in which penalties are compared
_OF_WHICH = re.compile(r"\b(?:dont|assorti|avec sursis|de sursis|ferme)")
# "Trois ans, dont la moitié avec sursis", "à moitié assortis du sursis".
_FRACTIONS = (
    (re.compile(r"\b(?:(?:dont|et) (?:la|une) |à )moitié\b"), Decimal("0.5")),
    (re.compile(r"\b(?:dont|et) (?:un|le) tiers\b"), Decimal(1) / 3),
    (re.compile(r"\b(?:dont|et) (?:les )?deux[ -]tiers\b"), Decimal(2) / 3),
    (re.compile(r"\b(?:dont|et) (?:un|le) quart\b"), Decimal("0.25")),
    (re.compile(r"\b(?:dont|et) (?:les )?trois[ -]quarts\b"), Decimal("0.75")),
)
_ONE_OF_THEM = re.compile(r"\bdont une? ")
# "Une mère et ses trois enfants", "le pilote et les deux passagers": one more than the figure.
_AND_HIS = re.compile(r"[^\W\d_] (?:et|avec|ainsi que) (?:ses|leurs|les|des)? ?$")
# "Un couple et deux enfants", "la mère, le père et deux enfants": more than it counts.
_BESIDE = re.compile(
    r"\b(?:couple|mère|père|pilote|conduct\w+|chauffeur|femme|homme|grand-\w+|parents?)\b"
)


def computes(plain: str, title: Telling, one: Telling) -> bool:
    """Whether the sentence of ``one`` makes the title's value of it and of another number."""
    if title.figure.unit in TIMED:
        return any(title.figure.value == each for each in _firm(plain, one))
    if title.figure.kind not in NUMBERS:
        return False
    if _is_beside_one(plain, one.figure):
        return True
    tolls = {f"fate {name}" for name in TOLLS} & title.keys & one.keys
    return not tolls and title.figure.value in set(_balances(plain, one))


def _firm(plain: str, one: Telling) -> Iterator[Decimal]:
    """What is firm and what is suspended, in months."""
    value, extent = one.figure.value or Decimal(0), one.figure.extent
    for unit in (1, A_YEAR):
        yield from parts_of(plain, value, extent.end, one.sentence.extent, unit=unit)


def parts_of(
    plain: str, value: Decimal, end: int, sentence: Extent, *, unit: int = 1
) -> Iterator[Decimal]:
    """The two parts of a penalty that ends at ``end``: ten and eight of "18 mois, dont huit"."""
    told = lower(plain[end : sentence.end])
    if not _OF_WHICH.search(told):
        return
    for form, share in _FRACTIONS:
        if form.search(told):
            yield from {round(value * share, 2), round(value * (1 - share), 2)}
    numbers = [one.value for one in scanner().numbers(plain, Extent(end, sentence.end))]
    if _ONE_OF_THEM.search(told):
        numbers.append(Decimal(1))
    for number in numbers:
        yield number * unit
        yield value - number * unit


def _is_beside_one(plain: str, figure: Quantity) -> bool:
    ahead = words_before(plain, figure.reach.start, 60)
    return _AND_HIS.search(ahead) is not None and _BESIDE.search(ahead) is not None


def _balances(plain: str, one: Telling) -> Iterator[Decimal]:
    """What is left where a sentence tells what goes and what comes: 210 posts less, 70 more."""
    extent = one.sentence.extent
    following = words_after(plain, extent.end, FOLLOWING)
    if _COMES.search(lower(following)):
        extent = Extent(extent.start, extent.end + len(following))
    for other in scanner().numbers(plain, extent):
        if other.extent.start != one.figure.extent.start:
            yield (one.figure.value or Decimal(0)) - other.value
