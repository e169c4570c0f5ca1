"""One measure in two units: "26 miles (42 km)", "30 km/h, soit un kilomètre en deux minutes"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.bounds import Bounds, is_near, quotient
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Duration
from fact_cli.model.figures import Conversion
from fact_cli.model.mention import Quantity, QuantityKind, TimeExpression
from fact_cli.model.times import LengthForm, SetForm
from fact_cli.model.unit import Dimension
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import end_of, is_surplus, same_thing, sign_of, usable
from fact_cli.relate.powers import power_of
from fact_cli.relate.rates.closing import tells_stops
from fact_cli.relate.rates.misplaced import misplaced
from fact_cli.relate.rates.systems import is_of_two_systems, slopes

_AGAIN = re.compile(
    r"(?: (?:de |d')[^\W\d_]+(?: [^\W\d_]+)?(?=,? ?(?:\(|soit)))?,? ?\(?(?:soit|c'est-à-dire"
    r"|ou)? ?(?:environ|près de|à peu près|quelque)? ?"
)
# "45 °C à l'ombre (113 °F)", "129 °F ce jour-là, soit 54 °C"
_WHERE = re.compile(r"^ (?:à|en|au|sous|ce|cette|dans|sur) [^.;:,()\d]{2,25}(?= \(|,? soit )")
_EQUALS = re.compile(
    r"[^.;:!?\d]{0,20}?,? ?(?:\(|ce qui )?(?:correspond(?:ant)? à|équivaut à|équivalant à"
    r"|c'est-à-dire|autrement dit)[^.;:!?\d]{0,15}"
    r"|[^.;:!?\d]{0,60}(?:,| \() ?(?:soit |c'est )?l'équivalent (?:de |d')[^.;:!?\d]{0,15}"
)
# "280 millimètres, soit 280 litres au mètre carré": a millimetre of rain is a litre on each.
_ON_EACH = re.compile(r" (?:de pluie |d'eau )?(?:par|au|sur chaque|le) (?:mètre carré|m²)")
_OF_RAIN = re.compile(
    r"[^.;:!?\d]{0,60}(?:,| \() ?(?:soit|c'est-à-dire|ou|autrement dit|l'équivalent de|ce qui fait"
    r"|ce qui représente|à savoir) (?:environ |près de |quelque )?"
    r"|[^.;:!?]{0,30} en [^.;:!?]{2,30}, (?:soit|c'est-à-dire|ou|autrement dit|l'équivalent de) "
)
_OF_A_SIDE = re.compile(
    r" de (?:large|long|haut|fond|largeur|longueur|hauteur|profondeur|épaisseur|diamètre|rayon"
    r"|circonférence|dénivelé|côté|tour)\b"
)
# "Une demi-tonne d'abricots, cinq cents kilos exactement": the same again.
_BESIDE = re.compile(r"(?: (?:de |d')[^\W\d_]+)?, ")
_TO_THE_LAST = re.compile(
    r" (?:exactement|précisément|pour être (?:précis|exact)|tout rond|pile)\b"
)
# "94 000 tonnes, soit 10,8 kilos par habitant": for each, not in all.
_FOR_EACH = re.compile(
    r"(?: (?:de |d')[^\W\d_]+)? ?(?:par (?!(?:an|jour|mois|heure|semaine)\b)[^\W\d_]+"
    r"|pour chaque|chacune?s?|(?:la |par )?pièce|en moyenne|l'unité|l'un|l'une)\b"
)
_BY = re.compile(
    r"\b(?:haus|bais|mont|augment|élev|éloign|réchauff|refroid|chut|gagn|perd|grimp|recul|progress"
    r"|descend|tomb|écart|différen|anomali|supérieu|inférieu|excéd|dépass|accr|diminu|abaiss|varia"
    r"|amplitude)[^\W\d_]*(?: [^\W\d_]+){0,3} (?:de |d')(?:près de |environ |quelque |plus de )?$"
)
# "6 pieds 4 pouces (1,93 m)": the inches alone are not the whole.
_COMPOUND = re.compile(r"\b(?:pieds?|livres?|milles?|miles?|yards?|stones?) (?:et )?$")
# "340 sachets de 2 grammes, soit 680 grammes": the second is the sum.
_SO_MANY_OF = re.compile(
    r"\d(?: (?:millions|milliards?)(?: de| d')?)? ?[^\W\d_]+s (?:[^\W\d_]+ )?(?:de |d'|à )$"
)
_LINKED = re.compile(r"[^.;!?]{0,60}")
_PACE = re.compile(r" ?(?:[^\W\d_]+ )?(?:en )?")
_IN = re.compile(r"\b(?:en|pendant|durant|dans un temps de) (?:seulement |environ |près de )?$")
_IN_BRACKETS = re.compile(r" \([^();:.!?]*\)|,? soit [^();:!?]*[,.)]")
# No way covered: a pace ("un kilomètre toutes les 4 min"), or how far it goes up.
_NO_WAY = re.compile(r" (?:(?:toutes les|par|à chaque|de dénivel[^\W\d_]+|d'ascension)\b|de D\+)")
_SO = re.compile(r",? \(?soit (?:environ |près de |quelque )?")
_ENDS = re.compile(r" ?(?:[,.;)]|$)")
# "461 mph (741.908 km/h)": a decimal point that looks like one of thousands.
_POINT = re.compile(r"\d{1,3}\.\d{3} ?\D+")
THOUSANDS = (Decimal(1000), Decimal("0.001"))
AS_WRITTEN = Decimal("0.002")  # how near a thousandth must lie to be the value meant
SHIFTED = Decimal("0.1")  # of a power of ten, by which a rounded measure may miss it
_LOOSE_UNITS = {"terrain", "lieue"}  # whose size is a matter of opinion
_RESTATED = {QuantityKind.MONEY, QuantityKind.COUNT}
LEAST, MOST = Decimal("0.4"), Decimal("2.5")  # of what a measure makes in the other unit


def find(context: Context) -> Iterator[Conversion]:
    plain = context.document.plain
    for sentence in context.sentences:
        figures = [one for one in usable(sentence.quantities) if one.kind is QuantityKind.DIMENSION]
        fractions = [one for one in usable(sentence.quantities) if one.unit in {"%", "‰"}]
        in_two_units = [two for two in pairwise(fractions) if two[0].unit != two[1].unit]
        for first, again in [*pairwise(figures), *in_two_units]:
            found = _measures(plain, first, again)
            if found is not None:
                yield found
            elif _is_rain(plain, first, again):
                yield Conversion(first, again, lexicon().units[first.unit or "mm"].factor * 1000)
        yield from _paces(plain, sentence, figures)
        yield from _speeds(plain, sentence, figures)
        yield from slopes(plain, usable(sentence.quantities))
        yield from _restated(plain, usable(sentence.quantities))
    yield from misplaced(context)


def _measures(plain: str, first: Quantity, again: Quantity) -> Conversion | None:
    units = lexicon().units
    assert first.unit is not None and again.unit is not None
    one, other = units[first.unit], units[again.unit]
    link = plain[end_of(first) : again.reach.start]
    if one.dimension is not other.dimension or {one.sign, other.sign} & _LOOSE_UNITS:
        return None
    if _OF_A_SIDE.match(plain, again.extent.end):
        return None
    if _COMPOUND.search(words_before(plain, first.reach.start, 14)):
        return None
    exactly = _BESIDE.fullmatch(link) and _TO_THE_LAST.match(plain, end_of(again))
    each = [_FOR_EACH.match(plain, one.extent.end) is not None for one in (first, again)]
    if each == [False, True] or _SO_MANY_OF.search(words_before(plain, first.reach.start, 60)):
        return None
    if one.offset or other.offset:
        link = _WHERE.sub("", link)
    bracket = link.strip().startswith("(") or re.search(r"soit|c'est-à-dire", link)
    told = (bracket and _AGAIN.fullmatch(link)) if one != other else _EQUALS.fullmatch(link)
    signed = sign_of(plain, again) != 0 and not one.offset
    if signed or (link.strip().startswith("(") and is_surplus(plain, again)):
        return None  # "12,4 Mt (+ 200 000 t)"
    zero = one.convert(Decimal(0), other)
    factor = one.convert(Decimal(1), other) - zero
    shifted = one != other and _BESIDE.fullmatch(link) and _is_shifted(first, again, factor)
    if not told and not exactly and not shifted and not _EQUALS.fullmatch(link):
        return None
    if (one.offset or other.offset) and _BY.search(words_before(plain, first.reach.start, 60)):
        zero = Decimal(0)  # so many degrees more are no temperature
    if any(_POINT.fullmatch(each.extent.of(plain)) for each in (first, again)):
        ratio = quotient((first.value or Decimal(0)) * factor + zero, again.value)
        if ratio is not None and any(is_near(ratio, each, AS_WRITTEN) for each in THOUSANDS):
            return None
    whole = plain[end_of(first) : end_of(again) + 1]
    surely = is_of_two_systems(first, again) and bool(_IN_BRACKETS.fullmatch(whole))
    found = Conversion(first, again, factor, zero, surely=surely)
    if found.surely:
        return found
    return found if one.offset or other.offset or _is_plausible(found) else None


def _is_plausible(found: Conversion) -> bool:
    """Whether a measure is near what the other makes, or would be but for a power of ten.

    "77 kilos par jour, soit 13 tonnes sur les 170 jours" is far from any conversion.
    """
    if not found.first.value or not found.again.value:
        return True
    ratio = quotient(found.again.value, found.first.value * found.factor)
    if ratio is None or LEAST <= ratio <= MOST:
        return True
    return power_of(ratio, SHIFTED) is not None


def _is_rain(plain: str, first: Quantity, again: Quantity) -> bool:
    """Whether a depth of water is told again by the square metre."""
    link = plain[end_of(first) : again.reach.start]
    each = _ON_EACH.match(plain, again.extent.end)
    return bool(
        first.unit in {"mm", "cm"} and again.unit == "l" and each and _OF_RAIN.fullmatch(link)
    )


def _is_shifted(first: Quantity, again: Quantity, factor: Decimal) -> bool:
    """ "368 hectares, un peu moins de 0,4 kilomètre carré": the same but for a power of ten."""
    apart = quotient((first.value or Decimal(0)) * factor, again.value)
    return again.hedge is not None and any(
        apart is not None and is_near(apart, Decimal(10) ** power, SHIFTED)
        for power in (-3, -2, -1, 1, 2, 3)
    )


def _paces(
    plain: str, sentence: ScannedSentence, figures: Sequence[Quantity]
) -> Iterator[Conversion]:
    """A speed and the time for a distance: the distance in that time is told again."""
    units = lexicon().units
    for speed, distance in pairwise(figures):
        if speed.unit is None or distance.unit is None:
            continue
        is_pace = (
            units[speed.unit].dimension is Dimension.SPEED
            and units[distance.unit].dimension is Dimension.LENGTH
            and _LINKED.fullmatch(plain[end_of(speed) : distance.reach.start])
        )
        around = lower(plain[max(0, speed.reach.start - 30) : sentence.extent.end])
        if is_pace and tells_stops(around):
            continue
        hours = _hours_behind(plain, sentence, distance) if is_pace else None
        if hours:
            metres_an_hour = units[speed.unit].factor * 1000
            factor = metres_an_hour * hours / units[distance.unit].factor
            yield Conversion(speed, _as_precise_as(distance, hours), factor)


def _as_precise_as(distance: Quantity, hours: Decimal) -> Quantity:
    """The distance of a pace: "un kilomètre en deux minutes" is as rough as its minutes."""
    if distance.value != 1:
        return distance
    half = (Decimal(1) / (hours * 60) / 2).min(Decimal("0.5"))
    bounds = Bounds(1 - half, 1 + half)
    return replace(distance, strict=bounds, loose=bounds)


def _speeds(
    plain: str, sentence: ScannedSentence, figures: Sequence[Quantity]
) -> Iterator[Conversion]:
    """A distance, the time that it took, and the average speed."""
    units = lexicon().units
    for distance, speed in pairwise(figures):
        if speed.unit is None or distance.unit is None:
            continue
        between = lower(plain[end_of(distance) : speed.reach.start])
        is_average = (
            units[speed.unit].dimension is Dimension.SPEED
            and units[distance.unit].dimension is Dimension.LENGTH
            and "moyenne" in between + words_after(plain, end_of(speed), 20)
        )
        times = [one for one in sentence.times if isinstance(one.form, LengthForm)]
        if (
            not is_average
            or _NO_WAY.match(plain, distance.extent.end)
            or len(times) != 1
            or not _IN.search(words_before(plain, times[0].extent.start, 40))
            or re.match(r" \d", plain[times[0].extent.end :][:2])  # "9 secondes 58"
        ):
            continue
        duration = _duration(times[0])
        hours = None if duration is None else _hours(duration)
        if hours:
            metres_an_hour = units[speed.unit].factor * 1000
            factor = units[distance.unit].factor / hours / metres_an_hour
            yield Conversion(distance, speed, factor)


def _restated(plain: str, figures: Sequence[Quantity]) -> Iterator[Conversion]:
    """ "1,2 milliard d'euros, soit 1 200 millions d'euros": one number told in two multipliers."""
    for first, again in pairwise(figures):
        if first.kind not in _RESTATED or not same_thing(first, again):
            continue
        told = _SO.fullmatch(plain[end_of(first) : again.reach.start])
        values = [one.value.normalize().as_tuple() for one in (first, again) if one.value]
        alike = len(values) == 2 and values[0].digits == values[1].digits
        if told and alike and _ENDS.match(plain, end_of(again)) and first.scale != again.scale > 1:
            yield Conversion(first, again, Decimal(1))


def _hours(duration: Duration) -> Decimal:
    return duration.hours + duration.minutes / 60 + duration.seconds / 3600


def _hours_behind(plain: str, sentence: ScannedSentence, distance: Quantity) -> Decimal | None:
    for time in sentence.times:
        link = plain[end_of(distance) : time.extent.start]
        duration = _duration(time)
        if time.extent.start >= end_of(distance) and _PACE.fullmatch(link) and duration:
            return _hours(duration)
    return None


def _duration(time: TimeExpression) -> Duration | None:
    match time.form:
        case SetForm(every=duration) | LengthForm(duration=duration, vague=False):
            return duration
        case _:
            return None
