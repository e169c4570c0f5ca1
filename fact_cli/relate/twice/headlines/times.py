"""Ages, lengths and days of the title that the body never tells, while it tells one other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from fact_cli.lang.words import lower, words_before
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import PartialDate
from fact_cli.model.lapse import Unit, in_unit, unit_of
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.same import TitleTime
from fact_cli.model.text import BlockKind, Extent
from fact_cli.model.times import CalendarForm, LengthForm, RangeForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.moments import dates, is_birth, published, within
from fact_cli.relate.twice.headlines.left_of import parts_of
from fact_cli.relate.twice.headlines.persons import (
    is_of_another,
    is_of_one_kind,
    is_slip_of_person,
)
from fact_cli.relate.twice.values.set_apart import names_another

OLDER = 15  # years by which two tellings of one age can differ
NEAR = (Decimal("0.5"), Decimal(2))  # of a length; farther off it is another's
_IN_WORDS = {"1": "une?", "2": "deux", "3": "trois", "4": "quatre", "5": "cinq", "6": "six"}
_STEM = 5  # letters of the word behind a length that its forms share
_FEASTS = re.compile(r"\b(?:fêt|célèbr|célébr|souffl)\w+ (?:déjà )?(?:ses|leurs|les) $")
_WORD = re.compile(r"[^\W\d_]{4,}")
_MEASURED = re.compile(r" [^\W\d_]*(?:mètres?|litres?|degrés?|tonnes?|kilos?)\b")
_OF_TIME = re.compile(r"\b(?P<how>en|de|pendant|durant|depuis|après) (?:près de |plus de )?$")


def find(context: Context) -> Iterator[TitleTime]:
    plain, blocks = context.document.plain, context.document.blocks
    titles = [s for s in context.sentences if blocks[s.sentence.block].kind is BlockKind.TITLE]
    body = [one for one in context.sentences if one not in titles]
    for sentence in titles:
        for time in sentence.times:
            again = (
                _other_age(context, time, body)
                or _other_length(plain, sentence, time, body)
                or _other_day(time, body)
                or _other_days(time, body)
            )
            if again is not None:
                yield TitleTime(time, again)


def _other_age(
    context: Context, time: TimeExpression, body: Sequence[ScannedSentence]
) -> TimeExpression | None:
    plain = context.document.plain
    blocks = [one.extent for one in context.document.blocks]
    told = None if _is_feast(plain, time) else _years(time) or _at_age(plain, time)
    ages = [one for sentence in body for one in sentence.times if _years(one) is not None]
    if told is None or not ages:
        return None
    exact = [one for one in ages if isinstance(one.form, LengthForm)]
    title = next(one for one in blocks if one.holds(time.extent))
    ages = [one for one in exact or ages if not is_of_another(plain, time, one, title)]
    if not ages:
        return None
    known = [bounds for one in ages if (bounds := _years(one)) is not None]
    around = Bounds(Decimal(-1), Decimal(1))
    if any((told + around).meets(bounds) for bounds in known) or _is_born(context, told, body):
        return None
    if len(set(known)) != 1:
        alike = [one for one in ages if is_slip_of_person(plain, time, one)]
        return alike[0] if len({_years(one) for one in alike}) == 1 else None
    near = Bounds(Decimal(-OLDER), Decimal(OLDER))
    same = (told + near).meets(known[0]) or is_slip_of_person(plain, time, ages[0])
    return ages[0] if same or is_of_one_kind(plain, time, ages[0]) else None


def _is_born(context: Context, told: Bounds, body: Sequence[ScannedSentence]) -> bool:
    """Whether the body tells a birth that gives the age of the title."""
    now, plain = published(context), context.document.plain
    births = [
        one.interval.begin.year
        for sentence in body
        for one in dates(sentence)
        if one.interval.begin is not None and is_birth(plain, sentence, one)
    ]
    year = None if now is None else now.year
    return year is not None and any(
        told.meets(Bounds(Decimal(year - born - 1), Decimal(year - born))) for born in births
    )


def _is_feast(plain: str, time: TimeExpression) -> bool:
    """ "L'orchestre fête ses 35 ans": no age of a person, of whom the body may tell one."""
    return _FEASTS.search(words_before(plain, time.extent.start, 40)) is not None


def _at_age(plain: str, time: TimeExpression) -> Bounds | None:
    """ "Disparition du cinéaste à 87 ans": in a title no verb tells that an age is meant."""
    form = time.form
    at = plain.endswith((" à ", "À "), 0, time.extent.start)
    if not at or not isinstance(form, LengthForm) or not form.duration.years:
        return None
    return Bounds.exactly(form.duration.years)


def _years(time: TimeExpression) -> Bounds | None:
    if time.kind is not TimeKind.AGE:
        return None
    match time.form:
        case LengthForm(duration=duration) if duration.years:
            return Bounds.exactly(duration.years)
        case RangeForm(begin=LengthForm(duration=low), end=LengthForm(duration=high)):
            return Bounds(low.years, high.years)
        case _:
            return None


def _other_length(
    plain: str, title: ScannedSentence, time: TimeExpression, body: Sequence[ScannedSentence]
) -> TimeExpression | None:
    """The body's only other length of the same kind: "de réclusion", "en huit mois"."""
    value, of = _length(time), _told_of(plain, title, time)
    if value is None or not of or is_told_as_part(plain, time.extent):
        return None
    told = [(sentence, one) for sentence in body for one in sentence.times]
    if any(_length(one) == value or _holds_whole(plain, one, value) for _, one in told):
        return None
    alike = [
        (one, length)
        for sentence, one in told
        if (length := _length(one)) is not None
        and length[1] == value[1]
        and of & _told_of(plain, sentence, one)
        and value[0] not in parts_of(plain, length[0], one.extent.end, sentence.extent)
        and NEAR[0] * value[0] <= length[0] <= NEAR[1] * value[0]
        and not names_another(lower(title.extent.of(plain)), lower(sentence.extent.of(plain)))
    ]
    return alike[0][0] if len({length for _, length in alike}) == 1 else None


def _holds_whole(plain: str, time: TimeExpression, value: tuple[Decimal, str]) -> bool:
    """ "En 12 jours" of "12 jours, 4 heures et 30 minutes", "1 h 52" of "1 h 52 min 10 s".

    Not so of "en deux heures 49 millimètres", whose minutes are none.
    """
    form = time.form
    if not isinstance(form, LengthForm) or _MEASURED.match(plain, time.extent.end):
        return False
    units = [unit for unit in Unit if getattr(form.duration, unit.value)]
    told = getattr(form.duration, value[1]) == value[0]
    rest = in_unit(form.duration, Unit(value[1])) - value[0]
    return len(units) > 1 and ((told and units[0].value == value[1]) or 0 <= rest < 1)


def is_told_as_part(plain: str, length: Extent) -> bool:
    """Whether the body tells a length as part of another: "quatre ans, dont deux ferme"."""
    number = lower(length.of(plain)).partition(" ")[0]
    both = {re.escape(number), _IN_WORDS.get(number, "")} - {""}
    return re.search(rf"\bdont (?:{'|'.join(both)})\b", lower(plain[length.end :])) is not None


def _length(time: TimeExpression) -> tuple[Decimal, str] | None:
    """A length and the unit in which it is told."""
    form = time.form
    if not isinstance(form, LengthForm) or form.vague or form.side is not None:
        return None
    unit = unit_of(form.duration)
    return None if unit is None else (in_unit(form.duration, unit), unit.value)


def _told_of(plain: str, sentence: ScannedSentence, time: TimeExpression) -> set[str]:
    """What a length is of: the word behind it ("de réclusion"), or how it is told ("en")."""
    start, end = sentence.extent.start, sentence.extent.end
    behind = _WORD.match(plain, time.extent.end + len(" de "), end)
    ahead = _OF_TIME.search(lower(plain[start : time.extent.start]))
    of = plain.startswith((" de ", " d'"), time.extent.end)
    found = {lower(behind.group())[:_STEM]} if behind is not None and of else set[str]()
    return found or ({ahead["how"]} if ahead is not None and ahead["how"] == "en" else set())


def _other_day(time: TimeExpression, body: Sequence[ScannedSentence]) -> TimeExpression | None:
    """The body's only day, where it is another than the title's."""
    day = _day(time)
    if day is None:
        return None
    told = _leaves(body)
    if any(within(one.interval, time.interval) for one in told):
        return None
    days = [(one, other) for one in told if (other := _day(one)) is not None]
    others = {(other.month, other.day) for _, other in days}
    if len(others) != 1 or (day.month, day.day) in others:
        return None
    one, other = days[0]
    same_month = other.month == day.month
    return one if same_month or other.day == day.day else None


def _other_days(time: TimeExpression, body: Sequence[ScannedSentence]) -> TimeExpression | None:
    """The body's only stretch of days: "du 11 au 13 mars", of which it says February."""
    told = [one for sentence in body for one in sentence.times if _is_stretch(one)]
    if not _is_stretch(time) or len(told) != 1:
        return None
    own, other = _ends(time), _ends(told[0])
    same_days = [one.day for one in own] == [one.day for one in other]
    again = any(within(one.interval, time.interval) for one in _leaves(body))
    return told[0] if same_days and own[-1].month != other[-1].month and not again else None


def _ends(time: TimeExpression) -> list[PartialDate]:
    forms = [leaf.form for leaf in time.leaves]
    return [form.parts for form in forms if isinstance(form, CalendarForm)]


def _leaves(body: Sequence[ScannedSentence]) -> list[TimeExpression]:
    return [one for sentence in body for each in sentence.times for one in each.leaves]


def _is_stretch(time: TimeExpression) -> bool:
    leaves = list(time.leaves)
    days = isinstance(time.form, RangeForm) and len(leaves) == len(_ends(time)) == 2
    return days and _ends(time)[0].day is not None and _day(leaves[-1]) is not None


def _day(time: TimeExpression) -> PartialDate | None:
    form = time.form
    if not isinstance(form, CalendarForm) or form.parts.day is None or form.parts.month is None:
        return None
    return form.parts
