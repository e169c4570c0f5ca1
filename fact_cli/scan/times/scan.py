"""Finds the time expressions of a sentence, leaf phrases first, then what is built on them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from fact_cli.lang.line import Item, Line
from fact_cli.lang.phrase import Match
from fact_cli.lang.tables import Lexicon, TimeMeaning
from fact_cli.model.dates import Grain
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.text import Extent
from fact_cli.model.times import CalendarForm, Deixis, RangeForm
from fact_cli.scan.choose import longest
from fact_cli.scan.times.context import Context
from fact_cli.scan.times.meanings import MEANINGS
from fact_cli.scan.times.resolve import meaning_of

ROUNDS = 3  # "depuis la mi-mars 2024": a month, its middle, a range from there

_NOT_COVERED = re.compile(
    r"(?:(?:en|à|au|aux|de|du|des|dans|courant|durant|pendant|le|la|les)(?: |$)|[ld]')+(?=.)"
)
_AGE_WORD = re.compile(r" ans?", re.IGNORECASE)
_POINTING = re.compile(r"ce(?:t|tte|s)? ")
_COARSE = {Grain.MONTH, Grain.YEAR, Grain.QUARTER, Grain.HALF, Grain.SEASON}


class TimeReader:
    """Applies the phrases of times.toml to a sentence."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def read(self, plain: str, extent: Extent, items: Sequence[Item]) -> list[Item]:
        """``items`` with each time expression in the place of the items that it is made of."""
        current = list(items)
        for _ in range(ROUNDS):
            line = Line(plain, extent.start, extent.end, current, self.lexicon.alphabet)
            found = longest(
                (match.end - match.start, item)
                for match, meaning in self.lexicon.times.find(line)
                if (item := self._expression(plain, match, meaning)) is not None
            )
            fresh = [item for item in found if not _already(item, current)]
            if not fresh:
                break
            current = _replaced(current, fresh)
        return current

    def _expression(self, plain: str, match: Match, meaning: TimeMeaning) -> Item | None:
        said = MEANINGS[meaning.means](match.slots, meaning.constants)
        if said is None:
            return None
        form, kind = said
        if isinstance(form, CalendarForm) and _is_no_day(plain, match.start, form):
            return None
        words = plain[match.start : match.end]
        start = match.start
        if not meaning.covers_all:
            cut = _NOT_COVERED.match(words.lower())
            start += cut.end() if cut else 0
        if isinstance(form, CalendarForm) and form.deixis is None:
            pointing = _POINTING.match(plain[start : match.end].lower())
            form = replace(form, deixis=Deixis.THIS) if pointing else form
        end = match.end
        if kind is TimeKind.AGE:
            start, end = match.slots["n"].start, _end_of_age(plain, match)
        parts = tuple(_parts(form, match)) if isinstance(form, RangeForm) else ()
        expression = TimeExpression(Extent(start, end), kind, form, parts=parts)
        if kind is TimeKind.AGE:
            return Item(start, end, _kinds(expression), expression)
        return Item(match.start, match.end, _kinds(expression), expression)


def _is_no_day(plain: str, start: int, form: CalendarForm) -> bool:
    """Whether a number and a month beside it are no date: "n° 31 avril-mai", "Sur 40 mai 68".

    A day that is in no month is believed only where an article or a weekday presents it.
    """
    if form.parts.day is None or form.weekday is not None:
        return False
    before = plain[max(0, start - 4) : start].lower()
    named = before.endswith(("n° ", "no "))
    return named or (form.parts.day > 31 and not before.endswith(("le ", "du ", "au ", "ce ")))


def _end_of_age(plain: str, match: Match) -> int:
    """Where "34 ans" ends in what vouches for its being an age."""
    span = match.slots.get("u")
    if span is not None:
        return span.end
    word = _AGE_WORD.match(plain, match.slots["n"].end)
    return word.end() if word else match.end


def _parts(form: RangeForm, match: Match) -> Iterator[TimeExpression]:
    """The ends of a range, where they are written, with what each lends the other."""
    ends = [end for end in (form.begin, form.end) if end is not None]
    for name, end in zip(("a", "b"), ends, strict=False):
        item = match.slots.get(name)
        if item is None:
            continue
        written = item.value
        extent = Extent(item.start, item.end)
        if isinstance(written, TimeExpression):
            extent = written.extent
        yield TimeExpression(extent, TimeKind.DATE, end)


def _kinds(expression: TimeExpression) -> frozenset[str]:
    """What later phrases may take the expression for."""
    if expression.kind is not TimeKind.DATE:
        return frozenset({"time"})
    grain = meaning_of(expression.form, Context()).grain
    if grain is Grain.MONTH:
        return frozenset({"time", "date", "coarse", "monthly"})
    return frozenset({"time", "date", "coarse"} if grain in _COARSE else {"time", "date"})


def _already(item: Item, items: Sequence[Item]) -> bool:
    return any(isinstance(old.value, TimeExpression) and old.start <= item.start
               and item.end <= old.end for old in items)  # fmt: skip


def _replaced(items: Sequence[Item], fresh: Sequence[Item]) -> list[Item]:
    kept = [old for old in items if not any(old.start < n.end and n.start < old.end for n in fresh)]
    return sorted([*kept, *fresh], key=lambda item: item.start)
