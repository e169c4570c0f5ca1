"""What the scanner finds in a sentence: quantities and time expressions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from fact_cli.model.bounds import Bounds, around, closed
from fact_cli.model.dates import Grain, Interval
from fact_cli.model.text import Extent
from fact_cli.model.times import Form


class QuantityKind(StrEnum):
    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"
    RATIO = "ratio"
    DIMENSION = "dimension"
    COUNT = "count"
    NUMBER = "number"
    ORDINAL = "ordinal"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure, its unit and the bounds that its wording allows.

    ``value`` is in ``unit`` with multipliers written out, None for a range. ``strict``
    and ``loose`` are the two readings of `fact_cli.model.bounds`, hedge included.
    ``extent`` covers number and unit; ``reach`` adds the hedge before or after; ``noun``
    is the word counted, and ``of`` its singular. ``scale`` is the multiplier in the value.
    ``parts`` are the ends of a range as they are written.
    """

    extent: Extent
    reach: Extent
    kind: QuantityKind
    value: Decimal | None
    step: Decimal
    strict: Bounds
    loose: Bounds
    unit: str | None = None
    hedge: str | None = None
    of: str | None = None
    noun: Extent | None = None
    scale: Decimal = Decimal(1)
    parts: Sequence[Quantity] = ()

    def recomputed(self, *, loose: bool) -> Bounds:
        """The bounds for arithmetic: an end that a hedge leaves open lies near the figure."""
        bounds = self.loose if loose else self.strict
        return bounds if self.value is None else closed(bounds, self.value, self.step)

    def beside(self, other: Quantity) -> Quantity:
        """The same told with the precision of ``other``: "de 2,5 à 4 milliards" is to 4,0.

        Whoever writes one of two values to the tenth leaves out of the other a nought at most;
        one tenth of room on each side is left. Hedged figures, those with decimals and those of
        another scale stay as they are.
        """
        alike = (self.unit, self.kind, self.scale) == (other.unit, other.kind, other.scale)
        hedged = self.hedge is not None or other.hedge is not None
        whole = self.step == self.scale == other.step * 10
        if self.value is None or not alike or hedged or not whole or self.value % self.step:
            return self
        bounds = around(self.value, other.step)
        return replace(self, step=other.step, strict=bounds, loose=bounds)

    def scaled(self, factor: Decimal, unit: str | None) -> Quantity:
        """The same told in ``unit``, of which one of its own is ``factor``, a positive number."""
        by = Bounds.exactly(factor)
        return replace(
            self,
            value=None if self.value is None else self.value * factor,
            step=self.step * factor,
            strict=self.strict * by,
            loose=self.loose * by,
            unit=unit,
        )


class TimeKind(StrEnum):
    DATE = "date"
    PERIOD = "period"
    DURATION = "duration"
    AGE = "age"
    SET = "set"
    TIME = "time"


class Anchor(StrEnum):
    """What a time expression was resolved from."""

    EXPLICIT = "explicit"
    PUBLISHED = "published"
    ARTICLE = "article"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression: the form in which it is said, and what it means.

    ``interval`` and ``timex`` are the meaning as far as it can be known; ``timex`` is
    ISO 8601 with TIMEX3 seasons. ``parts`` are the ends of a range as they are written.
    """

    extent: Extent
    kind: TimeKind
    form: Form
    timex: str = ""
    interval: Interval = Interval()
    grain: Grain | None = None
    anchor: Anchor = Anchor.NONE
    parts: Sequence[TimeExpression] = ()

    @property
    def leaves(self) -> Iterator[TimeExpression]:
        """The expressions that this one is made of, or itself: both days of a range."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves


Mention = Quantity | TimeExpression
