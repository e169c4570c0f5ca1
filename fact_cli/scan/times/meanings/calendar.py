"""Meanings of calendar names: days, months, years, seasons, feasts, quarters, centuries."""

from __future__ import annotations

from fact_cli.model.dates import Grain, PartialDate, Season
from fact_cli.model.mention import TimeKind
from fact_cli.model.times import (
    CalendarForm,
    CenturyForm,
    Deixis,
    FeastForm,
    Form,
    FractionForm,
    HoldingForm,
    LengthForm,
    NthForm,
    OffsetForm,
    Portion,
    PortionForm,
    RangeForm,
    SameForm,
    SeasonForm,
)
from fact_cli.scan.times.meanings.slots import (
    Constants,
    Said,
    Slots,
    deixis,
    form_in,
    grain_of_span,
    named,
    number,
    year,
)

LAST_DAY = 31  # of a month: a larger number behind a month is a year


def calendar_day(slots: Slots, constants: Constants) -> Said:
    parts = PartialDate(year(slots), named(slots, "m"), number(slots, "d"))
    if parts == PartialDate() and "w" not in slots:
        return None
    return CalendarForm(parts, named(slots, "w"), deixis(constants)), TimeKind.DATE


def numeric_day(slots: Slots, constants: Constants) -> Said:
    parts = slots["n"].value
    assert isinstance(parts, PartialDate)
    plausible = 1 <= (parts.month or 0) <= 12 and 1 <= (parts.day or 1) <= 31
    return (CalendarForm(parts, named(slots, "w")), TimeKind.DATE) if plausible else None


def two_digit_year(slots: Slots, constants: Constants) -> Said:
    """ "mai 68": above 31, so that it cannot be a day."""
    short = number(slots, "k")
    if short is None or short <= LAST_DAY:
        return None
    parts = PartialDate(1900 + short, named(slots, "m"), number(slots, "d"))
    return CalendarForm(parts, named(slots, "w")), TimeKind.DATE


def weekday_in_week(slots: Slots, constants: Constants) -> Said:
    """ "lundi de la semaine prochaine"."""
    week = OffsetForm(Grain.WEEK, constants["shift"])
    return NthForm(week, Grain.DAY, 1, weekday=named(slots, "w")), TimeKind.DATE


def month(slots: Slots, constants: Constants) -> Said:
    parts = PartialDate(year(slots), named(slots, "m"))
    return CalendarForm(parts, None, deixis(constants)), TimeKind.DATE


def plain_year(slots: Slots, constants: Constants) -> Said:
    return CalendarForm(PartialDate(year(slots))), TimeKind.DATE


def before_christ(slots: Slots, constants: Constants) -> Said:
    counted = number(slots, "n")
    if not counted:
        return None
    return CalendarForm(PartialDate(-counted, named(slots, "m"), number(slots, "d"))), TimeKind.DATE


def decade(slots: Slots, constants: Constants) -> Said:
    """ "années 1990", "années 80"; to the end of another: "années 60 et 70"."""
    firsts = [number(slots, name) for name in ("y", "z") if name in slots]
    begins = [first + (1900 if first < 100 else 0) for first in firsts if first is not None]
    if not begins or any(first % 10 for first in begins):
        return None
    last = CalendarForm(PartialDate(begins[-1] + 9))
    return RangeForm(CalendarForm(PartialDate(begins[0])), last), TimeKind.PERIOD


def year_span(slots: Slots, constants: Constants) -> Said:
    """ "2019-2020", "1850-58": both years; with "années", to the end of the second decade."""
    first, last = slots["s"].value  # type: ignore[misc]
    if constants.get("decades"):
        last += 9
    begin, end = CalendarForm(PartialDate(first)), CalendarForm(PartialDate(last))
    return RangeForm(begin, end), TimeKind.PERIOD


def century(slots: Slots, constants: Constants) -> Said:
    before = constants.get("before", False)
    first, last = number(slots, "o"), number(slots, "q")
    if not first or first > 30:
        return None
    if last is None:
        return CenturyForm(first, before), TimeKind.DATE
    return RangeForm(CenturyForm(first, before), CenturyForm(last, before)), TimeKind.PERIOD


def season(slots: Slots, constants: Constants) -> Said:
    name = slots["s"].value
    assert isinstance(name, Season)
    return SeasonForm(name, year(slots), deixis(constants)), TimeKind.DATE


def season_of_century(slots: Slots, constants: Constants) -> Said:
    """ "l'été 69": above 31, so that it cannot be a day."""
    short, name = number(slots, "k"), slots["s"].value
    if short is None or short <= LAST_DAY:
        return None
    assert isinstance(name, Season)
    return SeasonForm(name, 1900 + short), TimeKind.DATE


def winter_span(slots: Slots, constants: Constants) -> Said:
    """ "l'hiver 2019-2020": a season is named after the year in which it begins."""
    first, _ = slots["t"].value  # type: ignore[misc]
    name = slots["s"].value
    assert isinstance(name, Season)
    return SeasonForm(name, first), TimeKind.DATE


def feast(slots: Slots, constants: Constants) -> Said:
    rule, short = slots["f"].value, number(slots, "k")
    assert isinstance(rule, str)
    if short is not None and short <= LAST_DAY:
        return None
    of_year = year(slots) if short is None else 1900 + short
    return FeastForm(rule, of_year, deixis(constants)), TimeKind.DATE


def fraction(slots: Slots, constants: Constants) -> Said:
    grain = Grain(constants["grain"])
    counted = constants.get("number") or number(slots, "o")
    if counted is None or counted > (4 if grain is Grain.QUARTER else 2):
        return None
    return FractionForm(grain, counted, year(slots), deixis(constants)), TimeKind.DATE


def fraction_of(slots: Slots, constants: Constants) -> Said:
    """ "au premier trimestre de l'année prochaine"."""
    form = form_in(slots["q"])
    if not isinstance(form, FractionForm) or form.year is not None:
        return None
    return NthForm(form_in(slots["p"]), form.grain, form.number), TimeKind.DATE


def fraction_code(slots: Slots, constants: Constants) -> Said:
    form = slots["c"].value
    assert isinstance(form, FractionForm)
    known = slots.get("y")
    if form.year is None and known is not None:
        form = FractionForm(form.grain, form.number, year(slots))
    return form, TimeKind.DATE


def nth(slots: Slots, constants: Constants) -> Said:
    """ "première semaine d'octobre", "dernier jour de mai", "premier week-end de septembre"."""
    grain = Grain(constants["grain"]) if "grain" in constants else grain_of_span(slots["u"])
    index = constants.get("index") or number(slots, "o")
    if not index or index > 53:
        return None
    weekday = None
    if "w" in slots:
        day = form_in(slots["w"])
        if not isinstance(day, CalendarForm) or day.parts != PartialDate() or day.deixis:
            return None
        weekday = day.weekday
    return NthForm(form_in(slots["p"]), grain, index, weekday=weekday), TimeKind.DATE


def nth_several(slots: Slots, constants: Constants) -> Said:
    """ "six premiers mois de 2019"."""
    count = number(slots, "n")
    if not count or number(slots, "o") != 1:
        return None
    return NthForm(_whole(slots), grain_of_span(slots["u"]), 1, count), TimeKind.PERIOD


def last_of(slots: Slots, constants: Constants) -> Said:
    """ "trois derniers mois de l'année": what would be the last of now is the last of that."""
    form = form_in(slots["l"])
    if not isinstance(form, LengthForm) or form.side is not Deixis.LAST or form.vague:
        return None
    duration = form.duration
    counted = (duration.days, Grain.DAY), (duration.weeks, Grain.WEEK), (
        duration.months, Grain.MONTH,
    )  # fmt: skip
    count, grain = next(((int(n), grain) for n, grain in counted if n), (0, Grain.DAY))
    return (NthForm(_whole(slots), grain, -1, count), TimeKind.PERIOD) if count else None


def _whole(slots: Slots) -> Form:
    """The period that is counted out of; "l'année" is the current one."""
    return form_in(slots["p"]) if "p" in slots else OffsetForm(Grain.YEAR, 0)


def fortnight(slots: Slots, constants: Constants) -> Said:
    """ "la première quinzaine d'avril": fifteen days, or what is left of the month."""
    index = constants.get("index") or number(slots, "o")
    if number(slots, "n") != 15 or index not in {1, 2}:
        return None
    return NthForm(form_in(slots["p"]), Grain.FORTNIGHT, index), TimeKind.DATE


def holding(slots: Slots, constants: Constants) -> Said:
    """ "la semaine du 6 octobre"."""
    return HoldingForm(Grain(constants["grain"]), form_in(slots["d"])), TimeKind.DATE


def offset(slots: Slots, constants: Constants) -> Said:
    return OffsetForm(Grain(constants["grain"]), constants["shift"]), TimeKind.DATE


def same(slots: Slots, constants: Constants) -> Said:
    return SameForm(Grain(constants["grain"]), constants.get("shift", 0)), TimeKind.DATE


def portion(slots: Slots, constants: Constants) -> Said:
    whole = form_in(slots["p"]) if "p" in slots else OffsetForm(Grain(constants["grain"]), 0)
    return PortionForm(whole, Portion(constants["portion"])), TimeKind.DATE


def in_year(slots: Slots, constants: Constants) -> Said:
    """A month of a year told from the telling: "en mars de l'an dernier"."""
    form, of_year = form_in(slots["d"]), form_in(slots["p"])
    if not isinstance(form, CalendarForm) or not isinstance(of_year, OffsetForm):
        return None
    if form.parts.month is None or form.parts.year is not None or form.deixis is not None:
        return None
    return NthForm(of_year, Grain.MONTH, form.parts.month), TimeKind.DATE
