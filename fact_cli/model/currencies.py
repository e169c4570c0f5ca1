"""Between which bounds currencies have been worth each other since the euro came in 1999.

Facts of the reference rates of central banks, rounded outwards. Currencies that lost most of
their worth since then are left out, and so are those whose bare name another country shares.
"""

from __future__ import annotations

from decimal import Decimal

from fact_cli.model.bounds import Bounds

# Units of each currency for one euro, the least and the most of any day.
_PER_EURO = {
    "EUR": ("1", "1"), "USD": ("0.82", "1.6"), "GBP": ("0.57", "0.98"), "CHF": ("0.9", "1.7"),
    "CAD": ("1.2", "1.8"), "AUD": ("1.1", "2.1"), "JPY": ("88", "190"), "CNY": ("6.4", "11.3"),
    "KRW": ("930", "2000"), "RUB": ("23", "125"), "BRL": ("1.6", "7.2"), "ZAR": ("5.7", "22"),
    "MAD": ("9.5", "12"), "TND": ("1.1", "3.6"), "XOF": ("655", "656"), "XAF": ("655", "656"),
    "XPF": ("119", "120"), "PLN": ("3.1", "5"), "CZK": ("22", "39"), "HUF": ("225", "440"),
    "ILS": ("3.3", "6.2"), "HKD": ("6.4", "12.6"), "SGD": ("1.3", "2.3"), "THB": ("31", "56"),
    "MGA": ("1100", "5600"), "KMF": ("490", "493"), "NOK": ("7.2", "12.5"), "DKK": ("7.4", "7.5"),
    "INR": ("38", "110"), "SAR": ("3", "6.1"), "AED": ("3", "5.9"), "QAR": ("2.9", "5.9"),
    "NZD": ("1.4", "2.7"), "SEK": ("8", "12.2"), "TWD": ("25", "51"),
}  # fmt: skip


# What a bare name may stand for besides the currency that it is read as.
NAMESAKES = {"USD": ("CAD", "AUD", "NZD")}


def worth(one: str, other: str) -> Bounds | None:
    """How many of ``other`` one of ``one`` has been worth; None where that is not known."""
    if one not in _PER_EURO or other not in _PER_EURO:
        return None
    (low, high), (least, most) = (map(Decimal, _PER_EURO[each]) for each in (other, one))
    return Bounds(low / most, high / least)


def worth_by_name(one: str, other: str) -> Bounds | None:
    """The same for whatever currencies the two names may stand for."""
    known = worth(one, other)
    for name in NAMESAKES.get(one, ()):
        known = _spanned(known, worth(name, other))
    for name in NAMESAKES.get(other, ()):
        known = _spanned(known, worth(one, name))
    return known


def _spanned(one: Bounds | None, other: Bounds | None) -> Bounds | None:
    """From the lower of two lows to the higher of two highs."""
    if one is None or other is None or None in {one.low, one.high, other.low, other.high}:
        return one
    assert one.low is not None and other.low is not None
    assert one.high is not None and other.high is not None
    return Bounds(min(one.low, other.low), max(one.high, other.high))
