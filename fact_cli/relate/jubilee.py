"""So many years since: "il y a vingt ans, en 2004", "30e anniversaire", "fête ses 50 ans"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Jubilee, Moment
from fact_cli.model.mention import QuantityKind, TimeExpression, TimeKind
from fact_cli.model.text import Extent
from fact_cli.model.times import CalendarForm, Deixis, LengthForm, ShiftForm
from fact_cli.relate.context import Context
from fact_cli.relate.moments import (
    dates,
    is_birth,
    is_start,
    moment,
    names_year,
    published,
    windows,
)

# Between "il y a vingt ans" and the year that it is: nothing but a comma and a preposition.
_BESIDE = re.compile(
    r"(?:,? jour pour jour)?,? ?\(?(?:en |le |soit en |soit |dès |c'était en |à l'(?:été|automne"
    r"|hiver) )?"
)
_ANNIVERSARY = re.compile(r" anniversaire\b")
_NAMED = re.compile(
    r"\b(?P<name>cinquantenaire|centenaire|bicentenaire|tricentenaire|quart de siècle"
    r"|demi-siècle|noces d'argent|noces d'or|noces de diamant|noces de platine)\b",
    re.IGNORECASE,
)
_YEARS = {
    "cinquantenaire": 50, "centenaire": 100, "bicentenaire": 200, "tricentenaire": 300,
    "quart de siècle": 25, "demi-siècle": 50, "noces d'argent": 25, "noces d'or": 50,
    "noces de diamant": 60, "noces de platine": 70,
}  # fmt: skip
_FEASTED = re.compile(
    r"\b(?:fêt|célèbr|célébr|souffl|commémor|marqu|anniversaire)[^\W\d_]*[^.;:]{0,30}"
    r"\b(?:ses|leurs|les|son|leur) (?:premiers )?$"
)
_HAD = re.compile(r"(?<!\bil )(?<!\belle )(?<!\bqui )(?<!\bon )\b(?:a|ont) eu $")
_REMOUNTS = re.compile(r"\b(?:remonte|remontent|date|datent) (?:à|de|d') ?$")
_ACTIVE = re.compile(r"\b(?:avait|avaient) (?:cré|fond|lanc|constru|bât|ouv)")
_CANDLES = re.compile(r" (?:bougies|ans d'existence|ans de mariage|ans de vie commune|printemps)\b")
_MARRIED = re.compile(r"\bmariée?s?\b[^.;:()\d]{0,40}$")
_THIS_YEAR = re.compile(
    r"\b(?:cette année|aujourd'hui|ce (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))\b"
)
_HEDGED = re.compile(
    r"\b(?:près de|plus de|environ|presque|quelque|une bonne|un peu|à peine)(?: d[e'])? ?$"
)
_ORIGIN = re.compile(
    r"[^.;:!?]{0,110}?\b(?:de |du |en |le |depuis )?(?:[^.;:!?\d]{0,60} )?(?:de |en |du |le )?$"
)


def find(context: Context) -> Iterator[Jubilee]:
    now = published(context)
    for window in windows(context):
        yield from _ago(context, window[-1], now)
        yield from _after(context, window)
        if now is not None:
            yield from _feasted(context, window, now)


def _ago(context: Context, sentence: ScannedSentence, now: Moment | None) -> Iterator[Jubilee]:
    """ "Il y a vingt ans, en 2004"; "en 2004, il y a vingt ans"."""
    plain = context.document.plain
    for ago in sentence.times:
        form = ago.form
        if not isinstance(form, LengthForm) or now is None:
            continue
        ahead = lower(plain[max(0, ago.extent.start - 30) : ago.extent.start])
        if form.side is not Deixis.LAST and not (form.side is None and _REMOUNTS.search(ahead)):
            continue
        years = form.duration.years
        if not years or form.vague or form.duration.months:
            continue
        for dated in dates(sentence):
            if names_year(dated) and _beside(plain, ago, dated):
                stated, hedged = ago.extent, _is_hedged(plain, ago)
                yield Jubilee(stated, int(years), moment(dated), now, hedged, ordinal=False)


def _beside(plain: str, one: TimeExpression, other: TimeExpression) -> bool:
    first, second = sorted((one.extent, other.extent))
    return _BESIDE.fullmatch(plain[first.end : second.start]) is not None


def _is_hedged(plain: str, time: TimeExpression) -> bool:
    words = lower(plain[max(0, time.extent.start - 25) : time.extent.end])
    return bool(_HEDGED.search(words[:25])) or "près" in words or "plus de" in words


def _after(context: Context, window: Sequence[ScannedSentence]) -> Iterator[Jubilee]:
    """ "Dix ans après l'accident de 2009, en 2019"; "quarante ans après, en juillet 1969"."""
    plain, sentence = context.document.plain, window[-1]
    now = published(context)
    for index, shift in enumerate(sentence.times):
        years = _years_after(plain, shift)
        if years is None:
            continue
        hedged = _is_hedged(plain, shift)
        base = _base(shift)
        if base is not None and now is not None and len(dates(sentence)) == 1:
            yield Jubilee(shift.extent, years, base, now, hedged, False, Binding.INFERRED)
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
            if names_year(time) and time.extent.end <= shift.extent.start
        ]
        if _BESIDE.fullmatch(link) and earlier:
            yield Jubilee(
                shift.extent, years, moment(earlier[-1]), moment(dated), hedged, ordinal=False,
                binding=Binding.INFERRED,
            )  # fmt: skip
        elif link.startswith(" ") and _SINCE.fullmatch(link) and now is not None and not earlier:
            yield Jubilee(
                shift.extent, years, moment(dated), now, hedged, ordinal=False,
                binding=Binding.INFERRED,
            )  # fmt: skip


_SINCE = re.compile(
    r" (?:après )?(?:l[ae] |l'|les |un |une |son |sa )?[^.;:!?\d]{0,70}(?:, en |en | du | le "
    r"| de )?"
)


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
            return int(duration.years) if plain.startswith(" après", time.extent.end) else None
        case _:
            return None


def _feasted(context: Context, window: Sequence[ScannedSentence], now: Moment) -> Iterator[Jubilee]:
    """The years of an anniversary against the only start told near it."""
    plain, sentence = context.document.plain, window[-1]
    told = list(_anniversaries(plain, sentence))
    if not told:
        return
    if _ACTIVE.search(lower(plain[window[0].extent.start : sentence.extent.end])):
        return
    for stated, years, ordinal, hedged in told:
        origins = _origins(plain, window, stated, ordinal=ordinal)
        if len(origins) != 1:
            continue
        (origin,) = origins
        if moment(origin).year == now.year:
            continue
        other = [
            time
            for time in dates(sentence)
            if names_year(time)
            and time is not origin
            and time.interval.begin != origin.interval.begin
        ]
        if any(time.interval.begin and time.interval.begin.year != now.year for time in other):
            continue
        inside = sentence.extent.holds(origin.extent)
        years_told = {t.interval.begin for each in window for t in dates(each) if names_year(t)}
        if not inside and len(years_told) > 1:
            continue
        binding = Binding.STATED if inside else Binding.INFERRED
        yield Jubilee(stated, years, moment(origin), now, hedged, ordinal, binding)


def _anniversaries(
    plain: str, sentence: ScannedSentence
) -> Iterator[tuple[Extent, int, bool, bool]]:
    """What counts the years of an anniversary: its words, the years, whether it is an ordinal."""
    for quantity in sentence.quantities:
        ordinal = quantity.kind is QuantityKind.ORDINAL and quantity.value is not None
        own = re.search(r"\b(?:son|mon|leur) $", plain[: quantity.extent.start])
        if ordinal and not own and _ANNIVERSARY.match(plain, quantity.extent.end):
            yield quantity.extent, int(quantity.value or 0), True, False
        candles = quantity.of == "bougie" and quantity.value is not None
        if candles:
            yield quantity.extent, int(quantity.value or 0), False, False
    for time in sentence.times:
        form = time.form
        if time.kind not in {TimeKind.AGE, TimeKind.DURATION} or not isinstance(form, LengthForm):
            continue
        ahead = lower(plain[max(sentence.extent.start, time.extent.start - 70) : time.extent.start])
        feasted = _FEASTED.search(ahead) or _CANDLES.match(plain, time.extent.end)
        feasted = feasted or (time.kind is TimeKind.AGE and _HAD.search(ahead))
        if feasted and form.duration.years and not form.duration.months and not form.vague:
            yield time.extent, int(form.duration.years), False, _is_hedged(plain, time)
    for found in _NAMED.finditer(plain, sentence.extent.start, sentence.extent.end):
        yield Extent(*found.span()), _YEARS[lower(found["name"])], False, False


def _origins(
    plain: str, window: Sequence[ScannedSentence], stated: Extent, *, ordinal: bool
) -> list[TimeExpression]:
    """The years in which what is celebrated began; of an ordinal, any year told near it."""
    found: list[TimeExpression] = []
    for sentence in window:
        for time in dates(sentence):
            of_person = is_birth(plain, sentence, time) and not _is_born_thing(plain, time)
            if not names_year(time) or of_person:
                continue
            married = _MARRIED.search(
                lower(plain[max(0, time.extent.start - 60) : time.extent.start])
            )
            own = sentence.extent.holds(stated) and time.extent.start > stated.end
            if (
                is_start(plain, sentence, time)
                or married
                or (ordinal and own)
                or _is_born_thing(plain, time)
                or (ordinal and len(window) > 1 and sentence is window[-2])
            ):
                found.append(time)
    return found


_THING = re.compile(
    r"\b(?:coopérative|entreprise|société|association|club|festival|usine|école|marque|groupe|revue"
    r"|journal|parti|syndicat|maison|institution|fédération|musée|théâtre|orchestre|chorale)\b"
    r"[^.;:()\d]{0,30}\bnée?s? (?:en|le) $"
)


def _is_born_thing(plain: str, time: TimeExpression) -> bool:
    return (
        _THING.search(lower(plain[max(0, time.extent.start - 90) : time.extent.start])) is not None
    )
