"""What the expressions of times.toml mean: one function a meaning.

Each takes the items in the slots of its phrase and the constants of its entry, and gives
the form and kind of the expression, or None where the words are no time after all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fact_cli.scan.times.meanings import calendar, clocks, lengths, months, ranges
from fact_cli.scan.times.meanings.slots import Constants, Said, Slots

MEANINGS: Mapping[str, Callable[[Slots, Constants], Said]] = {
    function.__name__: function
    for function in (
        calendar.calendar_day, calendar.numeric_day, months.day_in_month, months.days_in_month,
        months.months_between, calendar.season_of_century, ranges.rest_of,
        lengths.parts_of_second, lengths.one_in, clocks.clock_before,
        clocks.clock_named, calendar.two_digit_year,
        calendar.weekday_in_week, calendar.month, calendar.plain_year, calendar.before_christ,
        calendar.decade, calendar.year_span, calendar.century, calendar.season,
        calendar.winter_span, calendar.feast, calendar.fraction, calendar.fraction_of,
        calendar.fraction_code, calendar.nth, calendar.nth_several, calendar.last_of,
        calendar.fortnight, calendar.holding, calendar.offset, calendar.same, calendar.portion,
        calendar.in_year, lengths.length, lengths.one_of, lengths.fraction_of_hour,
        lengths.length_and, lengths.length_and_quarters, lengths.vague_length,
        lengths.length_range, lengths.aged_in,
        lengths.chrono, lengths.clock_length, lengths.pointed, lengths.shifted,
        lengths.day_beside, lengths.weekday_after, lengths.recurrence, lengths.every,
        clocks.clock, clocks.clock_range, ranges.between, ranges.days_between,
        ranges.days_of_month, ranges.since, ranges.since_length, ranges.until,
        ranges.until_length, ranges.same_as,
    )
}  # fmt: skip
