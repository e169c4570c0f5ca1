"""What the items in the slots of a phrase of times.toml say."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from fact_cli.lang.line import Item
from fact_cli.model.dates import Duration, Grain
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.times import Deixis, Form, LengthForm
from fact_cli.scan.number import Number

Slots = Mapping[str, Item]
Constants = Mapping[str, Any]
Said = tuple[Form, TimeKind] | None

# Nouns of time that ISO 8601 has no letter for, in months and in years.
_IN_MONTHS = {Grain.QUARTER: 3, Grain.HALF: 6}
_IN_YEARS = {Grain.DECADE: 10, Grain.CENTURY: 100}
_SMALLER = {"hours": ("minutes", 60), "minutes": ("seconds", 60), "years": ("months", 12)}


def form_in(item: Item) -> Form:
    """The form of a time found before."""
    assert isinstance(item.value, TimeExpression)
    return item.value.form


def number(slots: Slots, name: str) -> int | None:
    item = slots.get(name)
    if item is None:
        return None
    assert isinstance(item.value, Number)
    return int(item.value.value)


def year(slots: Slots) -> int | None:
    return number(slots, "y")


def named(slots: Slots, name: str) -> int | None:
    """The number of a month or weekday by its name."""
    item = slots.get(name)
    if item is None:
        return None
    assert isinstance(item.value, int)
    return item.value


def amount(item: Item) -> Decimal:
    assert isinstance(item.value, Number)
    return abs(item.value.value)


def deixis(constants: Constants, key: str = "deixis") -> Deixis | None:
    return Deixis(constants[key]) if key in constants else None


def length_in(item: Item) -> LengthForm | None:
    """The length of time in a slot; None where it already points somewhere."""
    found = item.value
    if isinstance(found, TimeExpression) and isinstance(found.form, LengthForm):
        return found.form if found.form.side is None else None
    return None


def span_length(span: Item, count: Decimal) -> Duration:
    """``count`` of a noun of time; halves are told in the next smaller unit: PT30M, P6M."""
    grain = span.value
    if isinstance(grain, Grain) and grain in _IN_MONTHS:
        return Duration(months=count * _IN_MONTHS[grain])
    if isinstance(grain, Grain) and grain in _IN_YEARS:
        return Duration(years=count * _IN_YEARS[grain])
    name = f"{grain}s"
    whole, part = divmod(count, 1)
    smaller, factor = _SMALLER.get(name, ("", 0))
    if not part or not smaller or part * factor % 1:
        return Duration(**{name: count})
    return Duration(**{name: whole, smaller: part * factor})


def years_in(span: Item) -> int:
    """The years in a decade or a century; 0 for any other noun of time."""
    grain = span.value
    coarse = grain in {Grain.DECADE, Grain.CENTURY}
    return _IN_YEARS[grain] if isinstance(grain, Grain) and coarse else 0


def grain_of_span(span: Item) -> Grain:
    """The grain of a noun of time; hours and less lie within a day."""
    return span.value if isinstance(span.value, Grain) else Grain.DAY
