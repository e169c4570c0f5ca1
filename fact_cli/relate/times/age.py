"""Ages against a date of birth: "né en 1962, 48 ans", "née le …, morte le … à 71 ans"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

from fact_cli.lang.words import lower
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Aged, Moment
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.times import LengthForm, RangeForm
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import told_noun
from fact_cli.relate.times.moments import (
    KIN,
    before,
    dates,
    is_birth,
    is_death,
    lives,
    moment,
    names_year,
    published,
    windows,
)

# Ages of others, of other times, or not yet reached.
_OF_OTHERS = re.compile(r"\b(?:quelqu'un|plus de|moins de|les|des|avant)\b[^.;]{0,35}$")
_AT = re.compile(
    r"(?:\bà|\bdès|\bà l'âge de|\bavant ses|\bdepuis ses)(?: l'âge de)? (?:à peine |seulement "
    r"|tout juste )?$"
)
_HAD = re.compile(
    r"\b(?:avait|avaient|eu|eut|allait avoir|venait d'avoir|fêtait|ayant)\b[^.;]{0,25}$"
)
_SOON = re.compile(
    r"\b(?:bientôt|va|vont|allait|prochain\w*|aura|auront|fêtera|fêteront|presque|près de)\b"
)
_APART = re.compile(r";")
# Relatives who are told of beside somebody, and are not who was born: "entourée de ses enfants".
_FAMILY = re.compile(
    r"\b(?:entourée?s? (?:de|par) (?:toute )?(?:ses|sa|son)|auprès de (?:ses|sa|son)"
    r"|(?:mère|père|parents|grand-mère|grand-père) d[e'] ?[^\W_]+"
    r"|(?:laiss|élev)\w+ (?:derrière (?:elle|lui) )?(?!une? )[^\W_]+)"
    r"(?: [^\W_]+){1,2}(?: et [^.;,]{1,40})?"
)
# The second sentence is about the same person: "Née en …", "Elle avait …", "À 82 ans, …".
_BORN_FIRST = re.compile(
    r"(?:Née?\b|(?:Il|Elle) (?:est|était) (?:née?\b|venue? au monde\b)"
    r"|[^.;:]{0,90}\b(?:avait|a) vu le jour\b)"
)
_OPENS_WITH_AGE = re.compile(
    r"À \d|À [a-zé-]+ ans|Âgée? de|Décédée? à|Morte? à|Il\b|Elle\b|Cet(?:te)? |Ce |L'ancien(?:ne)? "
    r"|L'homme|La femme|La victime|La jeune|Le jeune|Le défunt|La défunte|L'intéressée?"
)
_PRONOUN = re.compile(r"(?:^|[«,.;] ?)(?:Il|Elle|il|elle|L'homme|La femme)\b[^,;]{0,60}$")
_MOMENT = re.compile(r" (?:quand|lorsqu|au moment|à (?:sa|son|leur)|lors d)")
_WHEN = re.compile(r"\b(?:lorsqu|quand|alors qu)\w*[^.;]{0,30}$")
_DONE_AT = re.compile(
    r"\b(?:engag|recrut|embauch|entr|arriv|mari|intronis|couronn|sacr|ordonn|nomm|diplôm|promu|enrôl"
    r"|sélectionn|débarqu|orphelin|veu)[^\W\d_]* (?:dès )?à (?:seulement |à peine |tout juste )?$"
)
_IN_YEAR = re.compile(r"(?:,| [^.;:,()\d]{1,50})? (?:en|le|dès|en [^\W\d_]+) ")
OPENS = 4  # characters before an age that opens a sentence: "À "
SHORT = 60  # characters of a sentence that tells only an age: "Elle avait 21 ans."


@dataclass(frozen=True, slots=True)
class _Birth:
    time: TimeExpression
    sentence: ScannedSentence


def find(context: Context) -> Iterator[Aged]:
    plain = context.document.plain
    for window in windows(context):
        births = [
            _Birth(time, sentence)
            for sentence in window
            for time in dates(sentence)
            if names_year(time) and is_birth(plain, sentence, time)
        ]
        if not births:
            yield from _of_life(plain, window)
        if len(births) != 1:
            continue
        (birth,) = births
        for sentence in window[-2:]:
            if sentence is window[-1] or birth.sentence is window[-1]:
                yield from _candles(context, sentence, birth)
        found: list[Aged] = []
        for sentence in window[-2:]:
            if sentence is not window[-1] and birth.sentence is not window[-1]:
                continue  # told when that sentence was the last
            for stated in sentence.times:
                gap = lower(_between(plain, birth.time, stated))
                apart = _APART.search(gap) or KIN.search(_FAMILY.sub(" ", gap))
                own = _is_age(plain, stated) and _is_own(plain, sentence, stated)
                if own and not apart and _is_same_person(plain, birth, sentence, stated):
                    found += _aged(context, window, birth, stated, sentence)
        fits = [one for one in found if one.possible.meets(one.years)]
        yield from fits or found
        if fits:
            yield from (one for one in found if one not in fits and _is_of_year(plain, one))


def _is_age(plain: str, time: TimeExpression) -> bool:
    """An age, or "engagée à 19 ans", which no noun of people stands beside."""
    if time.kind is TimeKind.AGE:
        return True
    ahead = lower(plain[max(0, time.extent.start - 40) : time.extent.start])
    term = plain.startswith((" de ", " d'", " ferme"), time.extent.end)
    return time.kind is TimeKind.DURATION and not term and _DONE_AT.search(ahead) is not None


def _is_of_year(plain: str, aged: Aged) -> bool:
    """ "Engagée à 19 ans … en 1942": dated in the same clause, whatever other ages hold."""
    seen = aged.seen.extent
    if seen is None or not _AT.search(
        lower(plain[max(0, aged.stated.start - 40) : aged.stated.start])
    ):
        return False
    between = plain[aged.stated.end : seen.start]
    return seen > aged.stated and _IN_YEAR.fullmatch(between) is not None


def _is_same_person(
    plain: str, birth: _Birth, sentence: ScannedSentence, stated: TimeExpression
) -> bool:
    """Whether an age in another sentence than the birth is told of the one who was born there."""
    if sentence is birth.sentence:
        return True
    own = plain[sentence.extent.start : sentence.extent.end]
    if sentence.extent < birth.sentence.extent:
        return _BORN_FIRST.match(plain, birth.sentence.extent.start) is not None
    ahead = plain[sentence.extent.start : stated.extent.start]
    return _OPENS_WITH_AGE.match(own) is not None or _PRONOUN.search(ahead) is not None


def _between(plain: str, one: TimeExpression, other: TimeExpression) -> str:
    first, second = sorted((one.extent, other.extent))
    return plain[first.end : second.start]


def _candles(context: Context, sentence: ScannedSentence, birth: _Birth) -> Iterator[Aged]:
    """ "Née le 21 janvier 1912, elle a soufflé ses 112 bougies"."""
    now = published(context)
    for quantity in sentence.quantities:
        if told_noun(quantity) == "bougie" and quantity.value is not None and now is not None:
            years = Bounds.exactly(quantity.value)
            binding = _binding(birth, sentence)
            yield Aged(quantity.extent, years, moment(birth.time), now, False, binding)


def _of_life(plain: str, window: Sequence[ScannedSentence]) -> Iterator[Aged]:
    """ "André Lacombe (1931-2019), disparu à l'âge de 88 ans"."""
    spans = [life for sentence in window for life in lives(plain, sentence)]
    if len(spans) != 1:
        return
    ((born, died),) = spans
    sentence = window[-1]
    for stated in sentence.times:
        if stated.kind is not TimeKind.AGE or not _is_own(plain, sentence, stated):
            continue
        years = _years(plain, stated)
        if years is not None and is_death(plain, sentence, stated):
            yield Aged(stated.extent, years, born, died, dead=True)


def _is_own(plain: str, sentence: ScannedSentence, age: TimeExpression) -> bool:
    ahead = lower(plain[max(sentence.extent.start, age.extent.start - 60) : age.extent.start])
    told = lower(plain[sentence.extent.start : age.extent.start])
    return not (_OF_OTHERS.search(ahead) or KIN.search(told))


def _aged(
    context: Context,
    window: Sequence[ScannedSentence],
    birth: _Birth,
    stated: TimeExpression,
    sentence: ScannedSentence,
) -> Iterator[Aged]:
    plain = context.document.plain
    years = _years(plain, stated)
    if years is None:
        return
    seen = _seen(context, window, birth, stated, sentence)
    born = moment(birth.time)
    found = [
        Aged(stated.extent, years, born, one, dead, _binding(birth, sentence)) for one, dead in seen
    ]
    found = [one for one in found if one.possible.high is not None and one.possible.high >= 0]
    holding = [one for one in found if one.possible.meets(years)]
    if holding:
        yield holding[0]
    elif found:
        yield found[0]


def _binding(birth: _Birth, sentence: ScannedSentence) -> Binding:
    return Binding.STATED if birth.sentence is sentence else Binding.INFERRED


def _seen(
    context: Context,
    window: Sequence[ScannedSentence],
    birth: _Birth,
    stated: TimeExpression,
    sentence: ScannedSentence,
) -> list[tuple[Moment, bool]]:
    """When the age may be meant, the most likely first, and whether that is a death."""
    plain = context.document.plain
    ahead = before(plain, sentence, stated)
    now = published(context)
    told = [
        (moment(time), is_death(plain, each, time), abs(time.extent.start - stated.extent.start))
        for each in window
        for time in dates(each)
        if time is not birth.time and not is_birth(plain, each, time)
    ]
    told.sort(key=lambda one: (not one[1], one[2]))
    past = (_AT.search(ahead) or _HAD.search(ahead)) and not _opens(sentence, stated)
    events = [
        (one, dead)
        for one, dead, _ in told
        if not past or _is_told_with(one, dead, window, sentence, ahead)
    ]
    undated = _WHEN.search(ahead) or _MOMENT.match(plain, stated.extent.end)
    if undated:
        named = {time.extent for time in dates(sentence) if names_year(time)}
        return [one for one in events if one[0].extent in named]
    if past and not events:
        return []
    return events if past or now is None else [*events, (now, False)]


def _opens(sentence: ScannedSentence, stated: TimeExpression) -> bool:
    """ "À 82 ans, la romancière …": at the time of telling."""
    return stated.extent.start - sentence.extent.start <= OPENS


def _is_told_with(
    event: Moment,
    dead: bool,
    window: Sequence[ScannedSentence],
    sentence: ScannedSentence,
    ahead: str,
) -> bool:
    """Whether an undated age can be that of an event: in its sentence, or before a short one."""
    if event.extent is None or sentence.extent.holds(event.extent):
        return True
    at = list(window).index(sentence)
    short = len(sentence.extent) <= SHORT or "alors" in ahead
    return (short or dead) and at > 0 and window[at - 1].extent.holds(event.extent)


def _years(plain: str, stated: TimeExpression) -> Bounds | None:
    """The age as told; one more may be meant where it is not yet reached."""
    form = stated.form
    match form:
        case LengthForm(duration=duration) if duration.years:
            low = high = duration.years.to_integral_value(rounding=ROUND_FLOOR)
        case RangeForm(begin=LengthForm(duration=first), end=LengthForm(duration=last)):
            low, high = first.years, last.years
        case _:
            return None
    ahead = lower(plain[max(0, stated.extent.start - 25) : stated.extent.start])
    soon = _SOON.search(ahead)
    return Bounds(low - (1 if soon else 0), Decimal(high))
