"""What a time expression is resolved from, and what comes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fact_cli.model.dates import Grain, Interval, PartialDate
from fact_cli.model.mention import Anchor, TimeExpression


class Tense(StrEnum):
    PAST = "past"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Context:
    """What a time expression is told from.

    ``previous`` is the date named before it; ``year`` the year that the text tells of here,
    where it has stated one.
    """

    published: PartialDate | None = None
    tense: Tense | None = None
    previous: TimeExpression | None = None
    year: int | None = None

    @property
    def today(self) -> date | None:
        """The publication day, where it is known to the day."""
        if self.published is None or not self.published.complete:
            return None
        return self.published.interval().begin

    @property
    def about(self) -> date | None:
        """The publication day, or the first of its month or year."""
        return None if self.published is None else self.published.interval().begin


@dataclass(frozen=True, slots=True)
class Resolved:
    """The meaning of a form: ISO value, days, grain, and what it was resolved from."""

    timex: str
    interval: Interval = Interval()
    grain: Grain | None = None
    anchor: Anchor = Anchor.NONE
