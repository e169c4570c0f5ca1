"""Times as a race tells them: "2 h 14 min 37 s", "42'18''", "1 min 54 s 61", "10''04".

A clock time looks like "2 h 14", so that the general scan cannot read them; who knows that a
race is told of can. What follows ``units`` is the finest unit that is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from fact_cli.model.bounds import Bounds
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent

_HOURS = r"(?P<h>\d{1,2}) ?h(?:eures?)?"
_MINUTES = r"(?P<m>\d{1,3}) ?(?:minutes?|min\b|mn\b|'(?!'))"
_SECONDS = (
    r"(?P<s>\d{1,3})(?:[.,](?P<c>\d{1,3}))?"
    r"(?: ?(?:secondes?|sec\b|s(?![^\W\d_])|''|\")(?: ?(?P<d>\d{2,3})(?!\w))?)"
)
_BARE_SECONDS = r"(?P<bs>[0-5]\d)(?:[.,](?P<bc>\d{1,3}))?(?! ?(?:%|km|h\b)|[.,]?\d)"
_BARE_MINUTES = r"(?P<bm>[0-5]\d)(?! ?(?:%|km|h\b|')|\d)"
_TIME = re.compile(
    rf"(?<![\w.,'-])(?=\d)(?:{_HOURS} ?)?(?:{_MINUTES})?(?:(?: ?(?:et )?){_SECONDS})?"
)
_TAIL = re.compile(_BARE_SECONDS)
_MINUTE_TAIL = re.compile(_BARE_MINUTES)


@dataclass(frozen=True, slots=True)
class RaceTime:
    """A length of time in seconds, and what its last written digit counts."""

    extent: Extent
    seconds: Decimal
    step: Decimal
    units: int  # of hours, minutes and seconds, how many are written

    @property
    def quantity(self) -> Quantity:
        value, half = self.seconds, self.step / 2
        bounds = Bounds(value - half, value + half)
        kind = QuantityKind.DIMENSION
        return Quantity(self.extent, self.extent, kind, value, self.step, bounds, bounds, unit="s")


def race_times(plain: str, extent: Extent) -> Iterator[RaceTime]:
    """Every length of time within ``extent`` that is written in hours, minutes or seconds."""
    at = extent.start
    while (match := _next(plain, at, extent.end)) is not None:
        hours, minutes, seconds = match["h"], match["m"], match["s"]
        end = match.end()
        decimals = match["d"] or match["c"]
        if seconds is None and minutes is not None:
            tail = _TAIL.match(plain, end) or _TAIL.match(plain, end + 1)
            if tail is not None and plain[end : tail.start()].strip() == "":
                seconds, decimals, end = tail["bs"], tail["bc"], tail.end()
        elif seconds is None and hours is not None:
            tail = _MINUTE_TAIL.match(plain, end)
            if tail is not None:
                minutes, end = tail["bm"], tail.end()
        value = Decimal(hours or 0) * 3600 + Decimal(minutes or 0) * 60
        value += Decimal(f"{seconds or 0}.{decimals or 0}")
        step = Decimal(3600)
        if seconds is not None:
            step = Decimal(1).scaleb(-len(decimals or ""))
        elif minutes is not None:
            step = Decimal(60)
        while plain[end - 1] == " ":
            end -= 1
        units = sum(one is not None for one in (hours, minutes, seconds))
        yield RaceTime(Extent(match.start(), end), value, step, units)
        at = end


def _next(plain: str, start: int, end: int) -> re.Match[str] | None:
    """The next match that is not empty."""
    for match in _TIME.finditer(plain, start, end):
        if match["h"] or match["m"] or match["s"]:
            return match
    return None
