"""The whole months that a time tells of: a month, a quarter, "de janvier à juin", a year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fact_cli.model.dates import Grain
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import CalendarForm, FractionForm, NthForm, RangeForm

MONTHS_IN = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.HALF: 6}
YEAR = 12  # months


@dataclass(frozen=True, slots=True)
class MonthSpan:
    """The months from ``first``, counted from January as 0, of ``year`` where one is told."""

    year: int | None
    first: int
    months: int

    def is_within(self, other: MonthSpan) -> bool:
        """Whether this is less than ``other`` and all of it lies in it."""
        inside = other.first <= self.first and self.end <= other.end
        return inside and self.year == other.year and self.months < other.months

    @property
    def end(self) -> int:
        """The month behind the last, counted from January as 0."""
        return self.first + self.months

    def parts(self, months: int) -> Sequence[MonthSpan]:
        """The periods of ``months`` that make this one; none where they would not."""
        if months >= self.months or self.months % months:
            return []
        starts = range(self.first, self.first + self.months, months)
        return [MonthSpan(self.year, start, months) for start in starts]


def span_of(time: TimeExpression) -> MonthSpan | None:
    """The months of a time told by whole months; None where it tells days, or none."""
    form, begin = time.form, time.interval.begin
    if isinstance(form, FractionForm) and form.grain in MONTHS_IN:
        months = MONTHS_IN[form.grain]
        year = begin.year if begin is not None else form.year
        return MonthSpan(year, (form.number - 1) * months, months)
    if isinstance(form, RangeForm):
        return _months(form)
    if isinstance(form, NthForm) and begin is not None:
        months = form.grain is Grain.MONTH and form.index == 1 and begin.month == 1
        return MonthSpan(begin.year, 0, form.count) if months and form.count > 1 else None
    if isinstance(form, CalendarForm) and form.parts.day is None:
        year = begin.year if begin is not None else form.parts.year
        if form.parts.month is not None:
            return MonthSpan(year, form.parts.month - 1, 1)
        if form.parts.year is not None:
            return MonthSpan(form.parts.year, 0, YEAR)
    return None


def _months(form: RangeForm) -> MonthSpan | None:
    """The months from the first to the last of a range within one year: "de janvier à juin"."""
    ends = form.begin, form.end
    if not all(isinstance(one, CalendarForm) and one.parts.day is None for one in ends):
        return None
    first, last = (one.parts for one in ends if isinstance(one, CalendarForm))
    if first.month is None or last.month is None or first.month > last.month:
        return None
    if first.year is not None and first.year != last.year:
        return None
    return MonthSpan(last.year, first.month - 1, last.month - first.month + 1)
