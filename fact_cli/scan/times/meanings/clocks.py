"""Meanings of clock times: "18 h 30", "midi moins le quart", "de 9 heures à midi"."""

from __future__ import annotations

from dataclasses import replace

from fact_cli.lang.line import Item
from fact_cli.model.mention import TimeKind
from fact_cli.model.times import ClockForm, Form, RangeForm
from fact_cli.scan.number import Number
from fact_cli.scan.times.meanings.slots import Constants, Said, Slots, form_in, number

_AFTER_NOON = {"après-midi", "soir", "soirée"}
LAST_HOUR, LAST_MINUTE, HALF, DAY = 24, 59, 31, 24 * 60


def clock(slots: Slots, constants: Constants) -> Said:
    """A time of day; "8 heures du soir" is 20:00."""
    if "c" in slots:
        form = slots["c"].value
        assert isinstance(form, ClockForm)
        minute = number(slots, "k")
        form = form if minute is None else replace(form, minute=minute)
    else:
        hour, minute = number(slots, "n"), number(slots, "k") or 0
        if slots["u"].value != "hour":
            return None
        if hour is None or hour > 24 or minute > 59 or not _whole(slots):
            return None
        form = ClockForm(hour, minute)
    form = _later(form, constants.get("minutes", 0))
    part = slots.get("x")
    if part is not None and part.value in _AFTER_NOON and form.hour < 12:
        form = replace(form, hour=form.hour + 12)
    return form, TimeKind.TIME


def _whole(slots: Slots) -> bool:
    counted = slots["n"].value
    return isinstance(counted, Number) and counted.whole and counted.vague is None


def clock_range(slots: Slots, constants: Constants) -> Said:
    """ "de 9h à 19h", "entre 18 et 20 heures"."""
    begin, end = _end(slots, "a", "c", "n", "k"), _end(slots, "b", "d", "m", "l")
    if not isinstance(begin, ClockForm) or not isinstance(end, ClockForm):
        return None
    return RangeForm(begin, end), TimeKind.PERIOD


def _end(slots: Slots, told: str, named: str, hour: str, minute: str) -> Form | None:
    """An end of a range: a time found before, one written as such, or hours and minutes."""
    if told in slots:
        return form_in(slots[told])
    if named in slots:
        form = slots[named].value
        return form if isinstance(form, ClockForm) else None
    hours, minutes = number(slots, hour), number(slots, minute) or 0
    if hours is None or hours > LAST_HOUR or minutes > LAST_MINUTE:
        return None
    return ClockForm(hours, minutes)


def clock_before(slots: Slots, constants: Constants) -> Said:
    """ "neuf heures moins dix"."""
    said, minutes = clock(slots, constants), number(slots, "l")
    if said is None or minutes is None or not 0 < minutes < HALF:
        return None
    form, kind = said
    assert isinstance(form, ClockForm)
    return _later(form, -minutes), kind


def clock_named(slots: Slots, constants: Constants) -> Said:
    """ "midi trente", "minuit vingt"."""
    minute = number(slots, "k")
    named = slots["c"].value
    if minute is None or not 0 < minute <= LAST_MINUTE or not _is_minutes(slots["k"]):
        return None
    assert isinstance(named, ClockForm)
    return replace(named, minute=minute), TimeKind.TIME


def _is_minutes(item: Item) -> bool:
    """Minutes said after noon and midnight by name are words: "midi 30 personnes" are none."""
    return isinstance(item.value, Number) and not item.value.digits and item.value.whole


def _later(form: ClockForm, minutes: int) -> ClockForm:
    """``form`` so many minutes later, or before where they are negative."""
    if not minutes:
        return form
    total = (
        (form.hour * 60 + form.minute + minutes) % DAY
        if minutes < 0
        else (form.hour * 60 + form.minute + minutes)
    )
    return ClockForm(total // 60, total % 60)
