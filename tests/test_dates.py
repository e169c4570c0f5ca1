"""Calendar arithmetic: which days are meant, moved, counted and named."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from fact_cli.model.bounds import Bounds
from fact_cli.model.dates import (
    Duration,
    Interval,
    PartialDate,
    Season,
    day_after,
    months_after,
    season_interval,
    week_of,
    weekend_of,
    year_iso,
)
from fact_cli.model.feasts import easter, feast
from fact_cli.model.lapse import (
    Unit,
    completed_years,
    day_of,
    elapsed,
    in_unit,
    is_after,
    unit_of,
)


def days(begin: str, end: str = "") -> Interval:
    return Interval(date.fromisoformat(begin), date.fromisoformat(end or begin))


@pytest.mark.parametrize(
    ("parts", "exists", "interval", "iso"),
    [
        ((2024, 2, 29), True, days("2024-02-29"), "2024-02-29"),
        ((2023, 2, 29), False, Interval(), "2023-02-29"),
        ((None, 2, 29), True, Interval(), "XXXX-02-29"),
        ((2024, 4, 30), True, days("2024-04-30"), "2024-04-30"),
        ((2024, 4, 31), False, Interval(), "2024-04-31"),
        ((2024, 4, 0), False, Interval(), "2024-04-00"),
        ((2024, 4, 1), True, days("2024-04-01"), "2024-04-01"),
        ((2024, 1, None), True, days("2024-01-01", "2024-01-31"), "2024-01"),
        ((2024, 12, None), True, days("2024-12-01", "2024-12-31"), "2024-12"),
        ((2024, 13, None), False, Interval(), "2024-13"),
        ((2024, 0, None), False, Interval(), "2024-00"),
        ((2024, None, None), True, days("2024-01-01", "2024-12-31"), "2024"),
        ((1, None, None), True, days("0001-01-01", "0001-12-31"), "0001"),
        ((9999, None, None), True, days("9999-01-01", "9999-12-31"), "9999"),
        ((10000, None, None), True, Interval(), "10000"),
        ((10000, 3, 4), True, Interval(), "10000-03-04"),
        ((-52, None, None), True, Interval(), "-0051"),
        ((-52, 3, 4), True, Interval(), "-0051-03-04"),
        ((None, None, 31), True, Interval(), "XXXX-XX-31"),
        ((None, None, 32), False, Interval(), "XXXX-XX-32"),
        ((None, None, 1), True, Interval(), "XXXX-XX-01"),
        ((None, None, 0), False, Interval(), "XXXX-XX-00"),
        ((None, 6, None), True, Interval(), "XXXX-06"),
        ((None, None, None), True, Interval(), "XXXX"),
    ],
)
def test_a_date_as_written(
    parts: tuple[int | None, ...], exists: bool, interval: Interval, iso: str
) -> None:
    day = PartialDate(*parts)
    assert (day.exists(), day.interval(), day.iso()) == (exists, interval, iso)
    assert day.complete == (None not in parts)


def test_what_is_known_of_an_interval() -> None:
    first = date(2024, 1, 1)
    assert Interval(first, None).known and Interval(None, first).known
    assert not Interval().known


@pytest.mark.parametrize(("year", "iso"), [(1, "0001"), (-1, "-0000"), (-52, "-0051")])
def test_years_before_christ_have_a_year_zero(year: int, iso: str) -> None:
    assert year_iso(year) == iso


@pytest.mark.parametrize(
    ("duration", "iso", "unit"),
    [
        (Duration(years=Decimal(8)), "P8Y", Unit.YEARS),
        (Duration(years=Decimal(1), months=Decimal(6)), "P1Y6M", Unit.YEARS),
        (Duration(weeks=Decimal(2), days=Decimal(3)), "P2W3D", Unit.WEEKS),
        (Duration(hours=Decimal(24)), "PT24H", Unit.HOURS),
        (Duration(days=Decimal(1), minutes=Decimal(5), seconds=Decimal("2.50")), "P1DT5M2.5S", Unit.DAYS),
        (Duration(years=Decimal(100)), "P100Y", Unit.YEARS),
        (Duration(), "P0D", None),
    ],
)  # fmt: skip
def test_a_length(duration: Duration, iso: str, unit: Unit | None) -> None:
    assert (duration.iso(), unit_of(duration), duration.empty) == (iso, unit, unit is None)


@pytest.mark.parametrize(
    ("duration", "unit", "value"),
    [
        (Duration(days=Decimal(14)), Unit.WEEKS, "2"),
        (Duration(years=Decimal(1)), Unit.DAYS, "365.2425"),
        (Duration(months=Decimal(18)), Unit.YEARS, "1.5"),
        (Duration(days=Decimal(2), hours=Decimal(12)), Unit.DAYS, "2.5"),
        (Duration(days=Decimal(2), hours=Decimal(12)), Unit.HOURS, "60"),
        (Duration(hours=Decimal(1), minutes=Decimal(30)), Unit.HOURS, "1.5"),
        (Duration(hours=Decimal(1), seconds=Decimal(30)), Unit.MINUTES, "60.5"),
        (Duration(minutes=Decimal(2)), Unit.SECONDS, "120"),
    ],
)
def test_a_length_in_one_unit(duration: Duration, unit: Unit, value: str) -> None:
    assert round(in_unit(duration, unit), 6) == Decimal(value)


@pytest.mark.parametrize(
    ("season", "begin", "end"),
    [
        (Season.SPRING, "2023-03-01", "2023-06-20"),
        (Season.SUMMER, "2023-06-01", "2023-09-22"),
        (Season.AUTUMN, "2023-09-01", "2023-12-20"),
        (Season.WINTER, "2023-12-01", "2024-03-20"),
    ],
)
def test_the_days_of_a_season(season: Season, begin: str, end: str) -> None:
    assert season_interval(season, 2023) == days(begin, end)


def test_days_move() -> None:
    assert day_after(date(2024, 2, 28)) == date(2024, 2, 29)
    assert day_after(date(2024, 3, 1), -1) == date(2024, 2, 29)
    assert day_after(date.max, 5) == date.max
    assert day_after(date.min, -5) == date.min


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-01-31", -1, "2023-12-31"),
        ("2024-11-30", 1, "2024-12-30"),
        ("2024-12-15", 1, "2025-01-15"),
        ("2024-05-15", -17, "2022-12-15"),
        ("0001-02-10", -5, "0001-09-10"),
        ("9999-11-10", 3, "9999-02-10"),
    ],
)
def test_months_move(day: str, months: int, then: str) -> None:
    assert months_after(date.fromisoformat(day), months) == date.fromisoformat(then)


@pytest.mark.parametrize("day", ["2024-06-10", "2024-06-12", "2024-06-16"])
def test_a_week_is_from_monday_to_sunday(day: str) -> None:
    assert week_of(date.fromisoformat(day)) == days("2024-06-10", "2024-06-16")
    assert weekend_of(date.fromisoformat(day)) == days("2024-06-15", "2024-06-16")


EASTERS = [
    "1583-04-10", "1700-04-11", "1818-03-22", "1900-04-15", "1943-04-25", "1954-04-18",
    "1961-04-02", "1981-04-19", "2000-04-23", "2008-03-23", "2011-04-24", "2019-04-21",
    "2024-03-31", "2025-04-20", "2038-04-25", "2049-04-18", "2076-04-19", "2100-03-28",
    "3902-04-06",
]  # fmt: skip


@pytest.mark.parametrize("day", EASTERS)
def test_easter(day: str) -> None:
    assert easter(int(day[:4])).isoformat() == day


@pytest.mark.parametrize(
    ("rule", "year", "expected"),
    [
        ("12-25", 2024, days("2024-12-25")),
        ("easter", 2024, days("2024-03-31")),
        ("easter+39", 2024, days("2024-05-09")),
        ("easter-47", 2024, days("2024-02-13")),
        ("easter", 1582, Interval()),
        ("easter", 1583, days("1583-04-10")),
        ("easter", 4100, Interval()),
        ("shawwal-1", 2024, days("2024-04-09", "2024-04-11")),
        ("shawwal-1", 2022, days("2022-05-02", "2022-05-04")),
        ("dhu-al-hijja-10", 2023, days("2023-06-28", "2023-06-30")),
        ("dhu-al-hijja-10", 2016, days("2016-09-12", "2016-09-14")),
        ("ramadan-1", 2023, days("2023-03-22", "2023-03-24")),
        ("shawwal-1", 600, Interval()),
    ],
)
def test_a_feast(rule: str, year: int, expected: Interval) -> None:
    assert feast(rule, year) == expected


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("shawwal-1", "2021-05-13"),
        ("shawwal-1", "2022-05-02"),
        ("shawwal-1", "2023-04-21"),
        ("dhu-al-hijja-10", "2016-09-12"),
        ("dhu-al-hijja-10", "2023-06-28"),
        ("dhu-al-hijja-10", "2024-06-16"),
        ("ramadan-1", "2024-03-11"),
    ],
)
def test_the_day_on_which_a_feast_was_kept_is_among_its_days(rule: str, day: str) -> None:
    kept = date.fromisoformat(day)
    found = feast(rule, kept.year)
    assert found.begin and found.end and found.begin <= kept <= found.end


@pytest.mark.parametrize(
    ("born", "seen", "low", "high"),
    [
        (days("1997-02-16"), days("2018-02-15"), 20, 20),
        (days("1997-02-16"), days("2018-02-16"), 21, 21),
        (days("1997-02-16"), days("2018-03-01"), 21, 21),
        (days("1962-01-01", "1962-12-31"), days("2024-05-02"), 61, 62),
        (days("1940-01-01", "1940-12-31"), days("2019-01-01", "2019-12-31"), 78, 79),
        (Interval(), days("2019-01-01"), None, None),
        (days("1940-01-01"), Interval(date(2019, 1, 1), None), None, None),
    ],
)
def test_completed_years(born: Interval, seen: Interval, low: int | None, high: int | None) -> None:
    found = completed_years(born, seen)
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    ("first", "then", "unit", "expected"),
    [
        (days("2024-03-07"), days("2024-03-12"), Unit.DAYS, Bounds(Decimal(5), Decimal(6))),
        (days("2024-03-01", "2024-03-02"), days("2024-03-09"), Unit.DAYS, Bounds(Decimal(7), Decimal(9))),
        (days("2024-03-01"), days("2024-03-15"), Unit.WEEKS, Bounds(Decimal(2), Decimal(15) / 7)),
        (days("2024-03-01"), days("2024-03-15"), Unit.HOURS, None),
        (Interval(), days("2024-03-15"), Unit.DAYS, None),
    ],
)  # fmt: skip
def test_elapsed(first: Interval, then: Interval, unit: Unit, expected: Bounds | None) -> None:
    assert elapsed(first, then, unit) == expected


def test_before_after_and_the_same_day() -> None:
    assert day_of(days("2024-03-07")) == date(2024, 3, 7)
    assert day_of(days("2024-03-07", "2024-03-08")) is None
    assert day_of(Interval()) is None
    assert is_after(days("2024-03-08"), days("2024-03-07"))
    assert not is_after(days("2024-03-07"), days("2024-03-07"))
    assert not is_after(days("2024-03-07", "2024-03-09"), days("2024-03-08"))
    assert not is_after(Interval(), days("2024-03-08"))
