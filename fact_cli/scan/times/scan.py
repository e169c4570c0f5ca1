"""Finds the time expressions of a sentence, leaf phrases first, then what is built on them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from fact_cli.lang.line import Item, Line
from fact_cli.lang.phrase import Match
from fact_cli.lang.tables import Lexicon, TimeMeaning
from fact_cli.model.dates import Grain
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.text import Extent
from fact_cli.model.times import (
    CalendarForm,
    Deixis,
    Form,
    LengthForm,
    RangeForm,
    SameForm,
)
from fact_cli.scan.choose import longest
from fact_cli.scan.times.ages import ages
from fact_cli.scan.times.context import Context
from fact_cli.scan.times.meanings import MEANINGS
from fact_cli.scan.times.resolve import meaning_of
from fact_cli.scan.times.traps import is_no_time

ROUNDS = 4  # "d'ici à la fin du premier trimestre 2024": year, quarter, its end, until then

_NOT_COVERED = re.compile(
    r"(?:(?:en|à|au|aux|de|du|des|dans|courant|durant|pendant|pour|après|dès|que|le|la|les|tout)"
    r"(?: |$)|qu'|[ld]')+(?=.)"
)
_THIS = re.compile(r"\bce $", re.IGNORECASE)
_POINTING = re.compile(r"ce(?:t|tte|s)? ")
_GRAIN_KINDS: Mapping[Grain | None, set[str]] = {
    Grain.DAY: {"daily"},
    Grain.WEEK: {"weekly"},
    Grain.MONTH: {"coarse", "monthly"},
    Grain.QUARTER: {"coarse", "fractional"},
    Grain.HALF: {"coarse", "fractional"},
    Grain.SEASON: {"coarse"},
    Grain.YEAR: {"coarse", "yearly"},
    Grain.CENTURY: {"coarse"},
}


class TimeReader:
    """Applies the phrases of times.toml to a sentence."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def read(
        self, plain: str, extent: Extent, items: Sequence[Item]
    ) -> tuple[Sequence[Item], Line]:
        """``items`` with each time expression in the place of the items that it is made of.

        With them comes the line that they make.
        """
        current = list(items)
        line = self._line(plain, extent, current)
        for _ in range(ROUNDS):
            found = longest(
                (match.end - match.start, item)
                for match, meaning in self.lexicon.times.find(line)
                if (item := self._expression(plain, match, meaning)) is not None
            )
            fresh = [item for item in found if not _already(item, current)]
            if not fresh:
                break
            current = _replaced(current, fresh)
            line = self._line(plain, extent, current)
        told = ages(plain, extent, current, self.lexicon.grammar)
        return told, line if told == current else self._line(plain, extent, told)

    def _line(self, plain: str, extent: Extent, items: Sequence[Item]) -> Line:
        return Line(plain, extent.start, extent.end, items, self.lexicon.alphabet)

    def _expression(self, plain: str, match: Match, meaning: TimeMeaning) -> Item | None:
        said = MEANINGS[meaning.means](match.slots, meaning.constants)
        if said is None:
            return None
        form, kind = said
        extent = _covered(plain, match, meaning.covers)
        if is_no_time(plain, extent, match, form):
            return None
        if isinstance(form, CalendarForm) and form.deixis is None:
            pointing = _POINTING.match(extent.of(plain).lower()) or _THIS.search(
                plain, max(0, extent.start - 4), extent.start
            )
            form = replace(form, deixis=Deixis.THIS) if pointing else form
        parts = tuple(_parts(form, match)) if isinstance(form, RangeForm) else ()
        expression = TimeExpression(extent, kind, form, parts=parts)
        return Item(extent.start, match.end, _kinds(expression), expression)


def _covered(plain: str, match: Match, covers: str) -> Extent:
    """The words of ``match`` that the mention covers."""
    if covers in {"slots", "tail"}:
        slots = match.slots.values()
        end = match.end if covers == "tail" else max(item.end for item in slots)
        return Extent(min(item.start for item in slots), end)
    start = match.start
    if covers == "words":
        cut = _NOT_COVERED.match(plain[match.start : match.end].lower())
        start += cut.end() if cut else 0
    return Extent(start, match.end)


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
    if expression.kind is TimeKind.DURATION:
        return frozenset({"time", "length"})
    if expression.kind is TimeKind.TIME:
        return frozenset({"time", "clocktime"})
    form = expression.form
    if _is_decade(form):
        return frozenset({"time", "date", "coarse"})
    if isinstance(form, LengthForm) and expression.kind is TimeKind.PERIOD:
        return frozenset({"time", "stretch"})
    if isinstance(form, SameForm) and form.grain is Grain.DAY and form.shift:
        return frozenset({"time", "date", "daily", "beside"})
    if expression.kind is not TimeKind.DATE:
        return frozenset({"time"})
    grain = meaning_of(form, Context()).grain
    return frozenset({"time", "date"} | _GRAIN_KINDS.get(grain, set()))


def _is_decade(form: Form) -> bool:
    """Whether a range is of whole decades, which "début" and "fin" can cut: "années 80"."""
    if not isinstance(form, RangeForm):
        return False
    ends = (form.begin, form.end)
    years = [end.parts.year for end in ends if isinstance(end, CalendarForm) and end.parts.year]
    return len(years) == 2 and years[0] % 10 == 0 and years[1] % 10 == 9


def _already(item: Item, items: Sequence[Item]) -> bool:
    return any(isinstance(old.value, TimeExpression) and old.start <= item.start
               and item.end <= old.end for old in items)  # fmt: skip


def _replaced(items: Sequence[Item], fresh: Sequence[Item]) -> list[Item]:
    kept = [old for old in items if not any(old.start < n.end and n.start < old.end for n in fresh)]
    return sorted([*kept, *fresh], key=lambda item: item.start)
