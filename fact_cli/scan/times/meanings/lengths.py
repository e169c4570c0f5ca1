"""Meanings of lengths of time, of points told by a length, and of recurrences."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from fact_cli.lang.tables import WordRatio
from fact_cli.model.dates import Duration, Grain, PartialDate
from fact_cli.model.mention import TimeKind
from fact_cli.model.times import (
    CalendarForm,
    ClockForm,
    Deixis,
    LengthForm,
    RangeForm,
    SameForm,
    SetForm,
    ShiftForm,
)
from fact_cli.scan.number import Number
from fact_cli.scan.times.grains import grain_of
from fact_cli.scan.times.meanings.slots import (
    Constants,
    Said,
    Slots,
    amount,
    deixis,
    form_in,
    length_in,
    named,
    number,
    span_length,
    years_in,
)

_THREE = 3  # quarters of an hour: one is told as "et quart"
_QUARTER = 15  # minutes
_WEEKS = {8: 1, 15: 2}
_UNITS = ("years", "months", "weeks", "days", "hours", "minutes", "seconds")


def length(slots: Slots, constants: Constants) -> Said:
    """So much of a noun of time, and on which side of the telling if that is said."""
    duration = _duration(slots, constants)
    if duration is None:
        return None
    side, point = deixis(constants, "side"), constants.get("point", False)
    step = years_in(slots["u"])
    if point:
        return LengthForm(duration, side, point=True, step=step), TimeKind.DATE
    return LengthForm(
        duration, side, step=step
    ), TimeKind.DURATION if side is None else TimeKind.PERIOD


def _duration(slots: Slots, constants: Constants) -> Duration | None:
    if "n" not in slots:
        count = Decimal(constants.get("count", 1)) + Decimal(constants.get("more", 0))
        return span_length(slots["u"], count)
    counted = slots["n"].value
    assert isinstance(counted, Number)
    if counted.value < 0:
        return None
    if "side" not in constants and slots["u"].start - slots["n"].end > len(" de "):
        return None  # "80 millions de l'an passé" are no years
    return span_length(slots["u"], counted.value + Decimal(constants.get("more", 0)))


def one_of(slots: Slots, constants: Constants) -> Said:
    """ "en un jour": the article counts, but "un exercice" is mostly no year."""
    return None if slots["u"].value is Grain.YEAR else length(slots, constants)


def fraction_of_hour(slots: Slots, constants: Constants) -> Said:
    """ "un quart d'heure", "trois quarts d'heure"."""
    if slots["u"].value != "hour":
        return None
    quarters = amount(slots["n"]) if "n" in slots else Decimal(1)
    return LengthForm(Duration(minutes=quarters * _QUARTER)), TimeKind.DURATION


def parts_of_second(slots: Slots, constants: Constants) -> Said:
    """ "deux centièmes de seconde"."""
    parts, whole = amount(slots["n"]) if "n" in slots else Decimal(1), amount(slots["o"])
    if slots["u"].value != "second" or whole < 10:
        return None
    return LengthForm(Duration(seconds=parts / whole)), TimeKind.DURATION


def length_and(slots: Slots, constants: Constants) -> Said:
    """ "deux ans et trois mois", "1 heure 45"."""
    parts = [span_length(slots["u"], amount(slots["n"]) if "n" in slots else Decimal(1))]
    if "v" in slots:
        parts.append(span_length(slots["v"], amount(slots["m"])))
    elif slots["u"].value == "hour":
        parts.append(Duration(minutes=amount(slots["m"])))
    else:
        return None
    if "w" in slots:
        parts.append(span_length(slots["w"], amount(slots["k"])))
    if any(sum(bool(getattr(part, name)) for part in parts) > 1 for name in _UNITS):
        return None
    total = {name: sum((getattr(part, name) for part in parts), Decimal(0)) for name in _UNITS}
    return LengthForm(Duration(**total)), TimeKind.DURATION


def length_and_quarters(slots: Slots, constants: Constants) -> Said:
    """ "deux heures trois quarts", "un an et trois quarts"."""
    parts, ratio = amount(slots["m"]), slots["f"].value
    if parts != _THREE or not isinstance(ratio, WordRatio) or ratio.value * parts >= 1:
        return None
    return length(slots, {**constants, "more": ratio.value * parts})


def vague_length(slots: Slots, constants: Constants) -> Said:
    """ "quelques jours", "ces dernières années": nobody says how many."""
    side = deixis(constants, "side")
    form = LengthForm(span_length(slots["u"], Decimal(1)), side, vague=True)
    return form, TimeKind.DURATION if side is None else TimeKind.PERIOD


YEARS = range(1900, 2101)  # what four digits before "à 18 heures" are


def length_range(slots: Slots, constants: Constants) -> Said:
    """ "de 2 à 3 ans": one length that may be either; "2026 à 18 heures" is a year and a time."""
    if slots["u"].value == "hour" and amount(slots["n"]) in YEARS:
        return None
    ends = [span_length(slots["u"], amount(slots[name])) for name in ("n", "m")]
    return RangeForm(LengthForm(ends[0]), LengthForm(ends[1])), TimeKind.DURATION


def aged_in(slots: Slots, constants: Constants) -> Said:
    """ "un quinquagénaire": from 50 to 59 years old."""
    decade = Decimal(constants["decade"])
    ends = (LengthForm(Duration(years=years)) for years in (decade, decade + 9))
    return RangeForm(*ends), TimeKind.AGE


def chrono(slots: Slots, constants: Constants) -> Said:
    """ "3'30\\"65": a time taken."""
    duration = slots["c"].value
    assert isinstance(duration, Duration)
    return LengthForm(duration), TimeKind.DURATION


def clock_length(slots: Slots, constants: Constants) -> Said:
    """ "en 2h30", "pendant 24h": hours that pass."""
    form = slots["c"].value
    assert isinstance(form, ClockForm)
    duration = Duration(hours=Decimal(form.hour), minutes=Decimal(form.minute))
    return LengthForm(duration), TimeKind.DURATION


def pointed(slots: Slots, constants: Constants) -> Said:
    """ "dans trois ans", "il y a deux mois et demi": a point that a length leads to."""
    form = length_in(slots["l"])
    if form is None:
        return None
    return replace(form, side=deixis(constants, "side"), point=True), TimeKind.DATE


def shifted(slots: Slots, constants: Constants) -> Said:
    """ "trois jours plus tard", "deux ans après le 4 mai 2010"."""
    form = length_in(slots["l"])
    side = deixis(constants, "side")
    if form is None or form.vague or side is None:
        return None
    base = form_in(slots["b"]) if "b" in slots else None
    grain = grain_of(form.duration) or Grain.DAY
    return ShiftForm(base, form.duration, side, grain), TimeKind.DATE


def day_beside(slots: Slots, constants: Constants) -> Said:
    """ "la veille de Noël", "le lendemain du 13 février"."""
    beside = form_in(slots["s"])
    if not isinstance(beside, SameForm):
        return None
    days = Duration(days=Decimal(abs(beside.shift)))
    side = Deixis.NEXT if beside.shift > 0 else Deixis.LAST
    return ShiftForm(form_in(slots["b"]), days, side, Grain.DAY), TimeKind.DATE


def weekday_after(slots: Slots, constants: Constants) -> Said:
    """ "lundi en huit": the next but one; "en quinze": the one after that."""
    day = CalendarForm(PartialDate(), named(slots, "w"), Deixis.NEXT)
    weeks = Duration(weeks=Decimal(_WEEKS.get(number(slots, "n") or 0, 0)))
    if weeks.empty:
        return None
    return ShiftForm(day, weeks, Deixis.NEXT, Grain.DAY), TimeKind.DATE


def recurrence(slots: Slots, constants: Constants) -> Said:
    count = amount(slots["n"]) if "n" in slots else Decimal(1)
    return SetForm(span_length(slots["u"], count)), TimeKind.SET


def one_in(slots: Slots, constants: Constants) -> Said:
    """ "une semaine sur deux"."""
    if "n" in slots and amount(slots["n"]) != 1:
        return None
    return SetForm(span_length(slots["u"], amount(slots["m"]))), TimeKind.SET


def every(slots: Slots, constants: Constants) -> Said:
    """ "annuel", "chaque lundi", "un lundi sur deux", "tous les matins"."""
    count = amount(slots["n"]) if "n" in slots else Decimal(constants.get("count", 1))
    return SetForm(Duration(**{constants["unit"]: count})), TimeKind.SET
