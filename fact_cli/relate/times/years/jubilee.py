"""So many years since: "il y a vingt ans, en 2004", "dix ans plus tard, en 2019"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fact_cli.lang.words import lower, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Jubilee, Moment
from fact_cli.model.mention import Anchor, TimeExpression
from fact_cli.model.times import CalendarForm, Deixis, LengthForm, ShiftForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.moments import (
    dates,
    moment,
    names_year,
    published,
    tells_year,
    windows,
)
from fact_cli.relate.times.years.ago import BESIDE, ago, is_hedged

_SINCE = re.compile(
    r" (?:jour pour jour )?(?:après )?(?:l[ae] |l'|les |un |une |son "
    r"|sa )?[^.;:!?\d]{0,70}(?:, en |en | du | le "
    r"| de )?"
)
# "Quatre ans après la crise, les musées ont fait le plein en 2023": a year of the main clause.
_MAIN_CLAUSE = re.compile(
    r", (?!qui\b|que\b|où\b|dont\b|survenu|intervenu)[^.;:!?]*?"
    r"\b(?:a|ont|est|sont|était|étaient|avait|avaient|sera|seront|va|vont)\b"
)
# "Deux ans après l'accident, en 2019, elle a vendu la maison": when it was sold.
_THAT_YEAR = re.compile(
    r", [^.;:]{2,80}?\b(?:a|ont|avait|avaient|s'est|s'était|est|sont|était|étaient|fut|furent)\b"
    r" [^\W\d_]+(?:é|i|u|it|is|ert)e?s?\b|, [^.;:]{2,40} [^\W\d_]{2,}(?:ait|aient)\b"
    r"|, (?:il|elle|on) [^\W\d_]+(?:a|it|ut)\b"
)
# "le second joueur de plus de 30 ans après lui en 2011": an age.
_OF_AGE = re.compile(r"\b(?:de (?:plus|moins) de|âgée?s? de|à) $")
_TODAY = re.compile(r"\b(?:aujourd'hui|désormais|à présent), $")
_AFTER = re.compile(r"(?: jour pour jour)? après\b")
# "Aujourd'hui, trois ans après sa relégation": of another event than the one dated.
_AFTER_WHAT = re.compile(
    r"(?: jour pour jour)? après (?:l[ae] |l'|les |un |une |son |sa |ses |leurs? |ce |cette |cet )"
    r"(?:[^\W\d_]{1,4} )?(?P<what>[^\W\d_]+)"
)
_FACTS = {"faits", "drame", "événement", "sinistre", "catastrophe", "tragédie"}
_TO_THE_DAY = re.compile(r" jour pour jour\b")
# "Quinze ans après les faits": the sentence before must tell what happened.
_THE_EVENT = {
    r" après (?:les faits|le (?:drame|crime|meurtre)|l'assassinat|sa disparition)\b": (
        r"meurtre|assassin|tuée?s?|crime|dispar|enlèvement|viol\b"
    ),
    r" après (?:l'incendie|l'explosion|l[ea] (?:sinistre|catastrophe))\b": (
        r"brûl|incendi|ravag|explos|flammes|détrui"
    ),
    r" après sa (?:fermeture|faillite)\b": r"ferm|faillite|liquid|rideau",
}
OF_EVENT = 40  # characters behind a length that name what it counts from
STEM = 5
NEAR = 31  # days from publication of a time that is told as now

# "Trente-deux ans après la toute première": its year is not told.
_FIRST_TIME = re.compile(
    r"\bans après l[ae] (?:toute )?(?:premi[èe]re?|dernière?)(?: [^\W\d_]+)?"
    r"(?:,(?! [^\W\d_]+(?:é|i|u|t)e?s? (?:en|le|dans) )|\.| et | mais )"
)


def find(context: Context) -> Iterator[Jubilee]:
    now = published(context)
    for window in windows(context):
        yield from ago(context, window[-1], now)
        yield from _after(context, window)


def _after(context: Context, window: Sequence[ScannedSentence]) -> Iterator[Jubilee]:
    """ "Dix ans après l'accident de 2009, en 2019"; "quarante ans après, en juillet 1969"."""
    plain, sentence = context.document.plain, window[-1]
    shifts = [(n, time, _years_after(plain, time)) for n, time in enumerate(sentence.times)]
    counted = [(n, time, years) for n, time, years in shifts if years is not None]
    if not counted or _FIRST_TIME.search(lower(sentence.extent.of(plain))):
        return
    now = published(context)
    for index, shift, years in counted:
        hedged = is_hedged(plain, shift)
        base = _base(shift)
        exact = _TO_THE_DAY.match(plain, shift.extent.end) is not None
        if base is not None and now is not None and len(dates(sentence)) == 1:
            yield Jubilee(shift.extent, years, base, now, hedged, exact, Binding.INFERRED)
            continue
        told = None if now is None else _only_year(plain, window, shift, now)
        if told is not None and now is not None:
            yield Jubilee(shift.extent, years, told, now, hedged, False, Binding.INFERRED)
            continue
        just = [
            t
            for t in dates(sentence)
            if names_year(t) and plain[t.extent.end : shift.extent.start] == ", "
        ]
        origins = [t for t in dates(sentence) if names_year(t) and t not in just]
        if (
            len(just) == 1
            and len(origins) == 1
            and origins[0].extent < just[0].extent
            and isinstance(shift.form, ShiftForm)
        ):
            yield Jubilee(
                shift.extent, years, moment(origins[0]), moment(just[0]), hedged, ordinal=False,
                binding=Binding.INFERRED,
            )  # fmt: skip
            continue
        if now is not None and _TODAY.search(words_before(plain, shift.extent.start, 16)):
            past = [t for each in window for t in dates(each) if t.extent < shift.extent]
            past = [t for t in past if moment(t).year != now.year]
            past = past if _is_after_it(plain, window, shift) else []
            if len(past) == 1 and names_year(past[0]) and _tells_no_other(window, shift, now):
                origin = moment(past[0])
                yield Jubilee(shift.extent, years, origin, now, hedged, False, Binding.INFERRED)
                continue
        named = [t for each in window for t in dates(each) if moment(t).year != (now and now.year)]
        opens = shift.extent.start == sentence.extent.start and isinstance(shift.form, ShiftForm)
        if (
            opens
            and now is not None
            and len(named) == 1
            and not sentence.extent.holds(named[0].extent)
        ):
            yield Jubilee(
                shift.extent, years, moment(named[0]), now, hedged, False, Binding.INFERRED
            )
            continue
        behind = [t for t in sentence.times[index + 1 :] if t in dates(sentence) and names_year(t)]
        if not behind:
            continue
        dated = behind[0]
        link = lower(plain[shift.extent.end : dated.extent.start])
        earlier = [
            time
            for each in window
            for time in dates(each)
            if tells_year(time) and time.extent.end <= shift.extent.start
        ]
        earlier = _own_years(sentence, shift) or earlier
        if BESIDE.fullmatch(link) and earlier:
            base = _base_of(earlier, dated, years)
            yield Jubilee(
                shift.extent, years, moment(base), moment(dated), hedged, ordinal=False,
                binding=Binding.INFERRED,
            )  # fmt: skip
        elif (
            _is_since(plain, shift, dated)
            and now is not None
            and not earlier
            and all(moment(one).year == moment(dated).year for one in behind)
        ):
            yield Jubilee(shift.extent, years, moment(dated), now, hedged, exact, Binding.INFERRED)


def _base_of(
    earlier: Sequence[TimeExpression], dated: TimeExpression, years: int
) -> TimeExpression:
    """What the years are counted from: of those told before, one that fits, else the last."""
    until = moment(dated).year or 0
    apart = {id(one): until - (moment(one).year or 0) for one in earlier}
    fitting = [one for one in earlier if apart[id(one)] == years]
    before = [one for one in earlier if apart[id(one)] > 0]
    return (fitting or before or earlier)[-1]


def _is_after_it(plain: str, window: Sequence[ScannedSentence], shift: TimeExpression) -> bool:
    """Whether "dix ans après X" names nothing, or what the words before it tell."""
    found = _AFTER_WHAT.match(plain, shift.extent.end)
    if found is None:
        return not _AFTER.match(plain, shift.extent.end)
    told = lower(plain[window[0].extent.start : shift.extent.start])
    what = lower(found["what"])
    return what in _FACTS or re.search(rf"\b{what[:STEM]}", told) is not None


def _tells_no_other(window: Sequence[ScannedSentence], shift: TimeExpression, now: Moment) -> bool:
    """Whether no other length and no other past year is told by which ``shift`` may count."""
    times = [one for each in window for one in each.times if one is not shift]
    lengths = [one for one in times if isinstance(one.form, LengthForm) and one.form.duration.years]
    later = [t for t in dates(window[-1]) if t.extent > shift.extent and names_year(t)]
    return not lengths and all((moment(t).year or 0) >= (now.year or 0) for t in later)


def _own_years(sentence: ScannedSentence, shift: TimeExpression) -> list[TimeExpression]:
    """The years told before ``shift`` in its sentence, those of a night or a stretch as well."""
    leaves = [leaf for time in sentence.times for leaf in time.leaves]
    return [one for one in leaves if names_year(one) and one.extent.end <= shift.extent.start]


def _only_year(
    plain: str, window: Sequence[ScannedSentence], shift: TimeExpression, now: Moment
) -> Moment | None:
    """The one year told before a sentence that opens with "quatre ans après" and tells of now."""
    sentence = window[-1]
    opens = shift.extent.start == sentence.extent.start
    bare = isinstance(shift.form, ShiftForm) or _takes_up(plain, window, shift)
    others = [time for time in dates(sentence) if time is not shift]
    told_now = bool(others) and all(_is_now(time, now) for time in others)
    earlier = [time for each in window[:-1] for time in dates(each)]
    named = [time for time in earlier if not _is_now(time, now)]
    if not (opens and bare and told_now) or len(named) != 1 or not names_year(named[0]):
        return None
    behind = any(isinstance(time.form, LengthForm | ShiftForm) for time in earlier)
    return None if behind else moment(named[0])


def _takes_up(plain: str, window: Sequence[ScannedSentence], shift: TimeExpression) -> bool:
    """Whether "après le drame" takes up what the sentences before tell."""
    told = lower(plain[window[0].extent.start : shift.extent.start])
    return any(
        re.match(event, plain[shift.extent.end : shift.extent.end + OF_EVENT])
        and re.search(rf"\b(?:{words})", told)
        for event, words in _THE_EVENT.items()
    )


def _is_now(time: TimeExpression, now: Moment) -> bool:
    """Whether a time is told from the day of publication: "samedi", "ce mois-ci"."""
    begin, today = time.interval.begin, now.interval.begin
    near = begin is not None and today is not None and abs((today - begin).days) <= NEAR
    return near and time.anchor is Anchor.PUBLISHED and not names_year(time)


def _is_since(plain: str, shift: TimeExpression, dated: TimeExpression) -> bool:
    """Whether years run from the date behind them: not "un an plus tard aux Jeux de 1988"."""
    link = lower(plain[shift.extent.end : dated.extent.start])
    if link.endswith((", en ", ", le ")) and _THAT_YEAR.match(plain, dated.extent.end):
        return False
    later = lower(shift.extent.of(plain)).endswith("plus tard")
    if later or _MAIN_CLAUSE.search(link):
        return False
    return link.startswith(" ") and _SINCE.fullmatch(link) is not None


def _base(shift: TimeExpression) -> Moment | None:
    """The dated day that "quinze ans après le 11 septembre 2001" counts from."""
    form = shift.form
    base = form.base if isinstance(form, ShiftForm) else None
    if isinstance(base, CalendarForm) and base.parts.year is not None:
        return Moment(None, base.parts.interval())
    return None


def _years_after(plain: str, time: TimeExpression) -> int | None:
    """The years of "dix ans plus tard", "dix ans après (l'accident)"."""
    match time.form:
        case ShiftForm(side=Deixis.NEXT, duration=duration) if duration.years:
            return int(duration.years)
        case LengthForm(side=None, vague=False, duration=duration) if duration.years:
            if _OF_AGE.search(words_before(plain, time.extent.start, 16)):
                return None
            return int(duration.years) if _AFTER.match(plain, time.extent.end) else None
        case _:
            return None
