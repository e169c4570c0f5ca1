"""A list of names, each before a bracket, or several before one with "chacun".

"El Tarf (27 foyers), Jijel (18), Tizi Ouzou et Skikda (10 chacune) et Médéa (8)".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity
from fact_cli.model.text import Extent
from fact_cli.relate.neighbours import usable

_BRACKET = re.compile(r" \(([^()]{1,60})\)")
_LINK = re.compile(r"(?:,? et|,? puis|,? ainsi que|,|;| -)(?: enfin| surtout)? ")
_PREPOSITION = r"(?:(?:à|au|aux|en|dans|de|du|des|par|pour|chez|enfin|le|la|les) |d'|l')*"
_WORDS = r"[A-ZÀ-Þ][^\d,;:.()!?«»\"]{0,45}"
_NAME = re.compile(rf"{_PREPOSITION}(?P<name>{_WORDS})")
# The last name of the words that lead to the first bracket: "on les doit au Kenya".
_LED_TO = re.compile(
    r"(?:^|[ '])(?P<name>[A-ZÀ-Þ][\w'-]*(?: (?:(?:de|du|des|la|le|les|sur|en) |d'|l')*"
    r"[A-ZÀ-Þ][\w'-]*){0,4})$"
)
_CUTS = re.compile(r", et |, | et | puis | ainsi que ")
_CLAUSE = re.compile(r" (?:est|sont|a|ont|était|étaient|avait|avaient|qui|que|dont|où|avec) ")
_EACH = re.compile(r"\bchac(?:une?)\b")
_CLOSES = re.compile(r" ?(?:[.!?]|$)")


@dataclass(frozen=True, slots=True)
class Bracketed:
    """The names that share a bracket, its figure, and whether each of them has it."""

    names: Sequence[Extent]
    bracket: Extent
    figure: Quantity | None
    each: bool


@dataclass(frozen=True, slots=True)
class BracketedList:
    """Groups that follow one another; ``closed`` where the sentence ends behind the last."""

    groups: Sequence[Bracketed]
    closed: bool

    @property
    def names(self) -> Sequence[Extent]:
        return [name for group in self.groups for name in group.names]


def bracketed_list(plain: str, sentence: ScannedSentence, start: int) -> BracketedList | None:
    """The list of names with brackets from ``start`` on; None where its names are not clear.

    Where the words from ``start`` lead to the first name, they are no part of it.
    """
    end = sentence.extent.end
    figures = usable(sentence.quantities)
    groups: list[Bracketed] = []
    at = start
    for bracket in _BRACKET.finditer(plain, start, end):
        if groups:
            link = _LINK.match(plain, at, end)
            if link is None:
                break
            at = link.end()
        inside = Extent(*bracket.span(1))
        names = _names(plain, Extent(at, bracket.start()), first=not groups)
        each = _EACH.search(inside.of(plain)) is not None
        if not names or (len(names) > 1) is not each:
            if groups:
                break
            return None
        figure = next((one for one in figures if inside.holds(one.extent)), None)
        groups.append(Bracketed(names, inside, figure, each))
        at = bracket.end()
    if not groups:
        return None
    return BracketedList(groups, _CLOSES.match(plain, at, end + 1) is not None)


def _names(plain: str, place: Extent, *, first: bool) -> Sequence[Extent]:
    """The names that fill ``place``, of the first one only the name itself; none if unclear."""
    words = place.of(plain)
    cuts = list(_CUTS.finditer(words))
    starts, ends = [0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), len(words)]
    names: list[Extent] = []
    for begin, stop in reversed(list(zip(starts, ends, strict=True))):
        found = _name(words[begin:stop], led=first)
        if found is None:
            return names if first else []
        at = place.start + begin + found.start("name")
        names.insert(0, Extent(at, at + len(found["name"])))
        if first and found.re is _LED_TO:
            break
    return names


def _name(piece: str, *, led: bool) -> re.Match[str] | None:
    """A piece of a list that is a name, or where ``led`` is true the name that it ends with."""
    found = _NAME.fullmatch(piece)
    if found is not None and not _CLAUSE.search(piece):
        return found
    return _LED_TO.search(piece) if led else None
