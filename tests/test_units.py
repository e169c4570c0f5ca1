"""Units convert by the factors of the one table."""

from __future__ import annotations

from decimal import Decimal

import pytest

from fact_cli.lang.lexicon import lexicon

CONVERSIONS = [
    ("5", "mi", "8.04672", "km"),
    ("42.195", "km", "42195", "m"),
    ("12", "ha", "120000", "m²"),
    ("1", "terrain", "0.714", "ha"),
    ("100", "km/h", "62.1371", "mph"),
    ("2", "t", "2000", "kg"),
    ("3", "Mt", "3000000", "t"),
    ("1", "bl", "158.987", "l"),
    ("40", "TWh", "40000000", "MWh"),
    ("212", "°F", "100", "°C"),
    ("-40", "°C", "-40", "°F"),
    ("650", "ch", "478.077", "kW"),
    ("25", "pb", "0.25", "pt"),
    ("300", "K", "26.85", "°C"),
    ("1", "atm", "1013.25", "hPa"),
    ("120", "mmHg", "159.987", "hPa"),
    ("1000", "pi²", "92.903", "m²"),
    ("36", "m³/h", "10", "l/s"),
    ("8", "Mbit", "1", "Mo"),
    ("5000", "mAh", "5", "Ah"),
    ("2", "tep", "23.26", "MWh"),
]


@pytest.mark.parametrize(("value", "unit", "expected", "other"), CONVERSIONS)
def test_a_value_converts(value: str, unit: str, expected: str, other: str) -> None:
    units = lexicon().units
    found = units[unit].convert(Decimal(value), units[other])
    assert abs(found - Decimal(expected)) <= abs(Decimal(expected)) / 10_000 + Decimal("0.0001")


@pytest.mark.parametrize(("unit", "other"), [("km", "kg"), ("EUR", "USD"), ("%", "pt")])
def test_what_does_not_convert(unit: str, other: str) -> None:
    units = lexicon().units
    with pytest.raises(ValueError, match="does not convert"):
        units[unit].convert(Decimal(1), units[other])
