"""Ages against a date of birth: "né en 1962, 48 ans", "née le …, morte le … à 71 ans"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from fact_cli.lang.words import words_before
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Aged, Moment
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.text import Extent
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import told_noun
from fact_cli.relate.times.ages.at_death import DIED, is_dead, of_life
from fact_cli.relate.times.ages.dated import (
    age_as_told,
    date_of_age,
    is_birthday,
    is_likely_slip,
    is_of_thing,
    is_step_before,
    is_step_of_life,
)
from fact_cli.relate.times.ages.of_then import is_apart
from fact_cli.relate.times.ages.who import Birth, is_mine, is_own, is_same_person, is_told_of_other
from fact_cli.relate.times.moments import (
    before,
    dates,
    has_year,
    is_birth,
    is_death,
    is_of_last_year,
    moment,
    names_year,
    published,
    tells_year,
    windows,
)

_AT = re.compile(
    r"(?:\bà|\bdès|\bà l'âge de|\bavant ses|\bdepuis ses)(?: l'âge de)? (?:à peine |seulement "
    r"|tout juste )?$"
)
_HAD = re.compile(
    r"\b(?:avait|avaient|eu|eut|allait avoir|venait d'avoir|fêtait|ayant)\b[^.;]{0,25}$"
)
# An age that is reached at the date told with it: "fêtera ses 65 ans le 2 juin prochain".
_REACHED = re.compile(
    r"\b(?:fêt|célébr|célèbr|souffl)[^\W\d_]+\b[^.;:]{0,35}\b(?:ses|leurs|mes|nos) $"
)
_MOMENT = re.compile(r" (?:quand|lorsqu|au moment|à (?:sa|son|leur)|lors d)")
_HE_WAS = re.compile(r"(?:il|elle) (?:avait|était âgée? d(?:e |'))(?: tout juste)? ?")
# "Morte en 2011, elle avait débuté à 17 ans": at a time that nobody tells.
_ACTED = re.compile(
    r"\bavai(?:t|ent) (?!eu\b)[^\W\d_]+(?:é|i|u|t|s)e?s?\b[^.;]{0,40}\b(?:à|dès) "
    r"(?:l'âge de )?$"
)
# "Il s'est éteint samedi. Âgé de 74 ans, il avait reçu …": so old at the death just told.
_AGED = re.compile(r"[ÂA]gée? (?:à peine |seulement )?de $")
# "Il aurait fêté ses 92 ans", "tenir jusqu'à ses 80 ans": an age that is not reached.
_NEVER = re.compile(
    r"\b(?:aurai(?:t|ent) (?:eu|fêté|célébré|soufflé|atteint|dû|pu|voulu|aimé|souhaité)"
    r"|jusqu'à (?:ses|leurs|mes)|d'ici à? ?(?:ses|leurs)|avant (?:ses|leurs))\b[^.;:()\d]{0,30}$"
)
_WHEN = re.compile(r"\b(?:lorsqu|quand|alors qu)\w*[^.;]{0,30}$")
_OF_SEVERAL = re.compile(r"\d (?:à|et) \d")  # "âgés de 11 à 83 ans"
# "Née en 1966 à Edéa, le 11 janvier": the day of the same birth.
_DAY_OF_BIRTH = re.compile(r"(?: (?:à|en|dans|au) [^.;:,()\d]{2,40})?, (?:un [^\W\d_]+ )?(?:le )?")
_TODAY_AT = re.compile(r"(?:Aujourd'hui|Désormais|Maintenant),? à ")
_NEXT_STEP = re.compile(
    r", (?:puis |et |se |s')?(?!(?:par|dans|à|au|aux|chez|sous|contre|de|du|des|d|l|comme|avec"
    r"|pour|en|le|la|les|un|une|il|elle|qui|que|où|quand|lors|lorsqu|alors|dès|après|avant|son|sa|ses|sur"
    r"|mort|morte|né|née|soit|date|année|puis|et)\b)[a-zà-ÿ]+(?:e|t|d|ts|nd|it|ît|ut)\b "
)
# "À 19 ans ; il en a 78 lorsqu'il meurt, en 1939": the date is that of another age.
_OTHER_AGE = re.compile(r"\b(?:en )?a(?:vait|ura)? \d{1,3}(?! (?:mois|jours|semaines))\b")
YOUNG = Decimal("0.6")  # of the years since a birth: an age below it is one of long ago
YOUNGER = Decimal("0.9")  # the same, where a step of a life is told of it
OPENS = 4  # characters before an age that opens a sentence: "À "
BEHIND = 6  # characters between an age and when it would have been reached
SHORT = 60  # characters of a sentence that tells only an age: "Elle avait 21 ans."


def find(context: Context) -> Sequence[Aged]:
    return context.once("aged", lambda: list(_found(context)))


def _found(context: Context) -> Iterator[Aged]:
    plain = context.document.plain
    for window in windows(context):
        births = [
            Birth(time, sentence)
            for sentence in window
            for time in dates(sentence)
            if (names_year(time) or has_year(time) or is_of_last_year(time))
            and is_birth(plain, sentence, time)
        ]
        if not births:
            yield from of_life(context, window[-1])
        if len(births) != 1:
            continue
        (birth,) = births
        for sentence in window[-2:]:
            if sentence is window[-1] or birth.sentence is window[-1]:
                yield from _candles(context, sentence, birth)
        found: list[Aged] = []
        dated: list[Extent] = []
        for sentence in window:
            if sentence is not window[-1] and birth.sentence is not window[-1]:
                continue  # told when that sentence was the last
            for stated in sentence.times:
                own = stated.kind is TimeKind.AGE and is_own(plain, sentence, stated)
                own = own and not _OF_SEVERAL.search(stated.extent.of(plain))
                if own and is_same_person(plain, birth, sentence, stated):
                    found += _aged(context, window, birth, stated, sentence)
                    at = date_of_age(plain, sentence, stated)
                    if at not in (None, birth.time) or is_dead(plain, sentence, stated):
                        dated.append(stated.extent)
        fits = [one for one in found if one.possible.meets(one.years)]
        yield from fits or found
        if fits:
            yield from (one for one in found if one not in fits and one.stated in dated)


def _candles(context: Context, sentence: ScannedSentence, birth: Birth) -> Iterator[Aged]:
    """ "Née le 21 janvier 1912, elle a soufflé ses 112 bougies"."""
    now, plain = published(context), context.document.plain
    for quantity in sentence.quantities:
        first, second = sorted((birth.time.extent, quantity.extent))
        between = plain[first.end : second.start]
        other = ";" in between or is_told_of_other(between)
        ahead = words_before(plain, quantity.extent.start, 60)
        other = other or _NEVER.search(ahead) is not None
        blown = told_noun(quantity) == "bougie" and not other and not is_of_thing(plain, quantity)
        feasted = not other and is_birthday(plain, quantity, ahead)
        if (blown or feasted) and quantity.value is not None and now is not None:
            years = Bounds(quantity.value - feasted, quantity.value)  # it may be a few days off
            binding = _binding(birth, sentence)
            yield Aged(quantity.extent, years, moment(birth.time), now, False, binding)


def _aged(
    context: Context,
    window: Sequence[ScannedSentence],
    birth: Birth,
    stated: TimeExpression,
    sentence: ScannedSentence,
) -> Iterator[Aged]:
    plain = context.document.plain
    years = age_as_told(plain, stated)
    if years is None:
        return
    seen = _seen(context, window, birth, stated, sentence)
    born = moment(birth.time)
    reached = _REACHED.search(words_before(plain, stated.extent.start, 60)) is not None
    found = [
        Aged(stated.extent, _exactly(years) if birthday else years, born, one, dead,
             _binding(birth, sentence), birthday=birthday)
        for one, dead in seen
        for birthday in [reached and one.extent is not None and sentence.extent.holds(one.extent)]
    ]  # fmt: skip
    # "Né en 1954, il fêtera ses 70 ans en novembre": the month is not one of the year of birth.
    found = [one for one in found if not one.birthday or one.seen.year != born.year]
    found = [one for one in found if one.birthday] or found
    found = [one for one in found if one.possible.high is not None and one.possible.high >= 0]
    holding = [one for one in found if one.possible.meets(years)]
    if holding:
        yield holding[0]
    elif found and (birth.sentence.extent <= sentence.extent or is_likely_slip(found[0])):
        yield found[0]


def _exactly(years: Bounds) -> Bounds:
    """An age that will be reached, at the day when it is."""
    return Bounds(years.high, years.high)


def _binding(birth: Birth, sentence: ScannedSentence) -> Binding:
    return Binding.STATED if birth.sentence is sentence else Binding.INFERRED


def _seen(
    context: Context,
    window: Sequence[ScannedSentence],
    birth: Birth,
    stated: TimeExpression,
    sentence: ScannedSentence,
) -> list[tuple[Moment, bool]]:
    """When the age may be meant, the most likely first, and whether that is a death."""
    plain = context.document.plain
    if is_step_before(plain, stated):
        return []
    dated = date_of_age(plain, sentence, stated)
    if dated is not None and dated is not birth.time:
        return [(moment(dated), is_death(plain, sentence, dated))]
    ahead = before(plain, sentence, stated)
    now = published(context)
    told = [
        (moment(time), is_death(plain, each, time), abs(time.extent.start - stated.extent.start))
        for each in window
        for time in dates(each)
        if time is not birth.time and not is_birth(plain, each, time)
        if not _DAY_OF_BIRTH.fullmatch(plain, birth.time.extent.end, time.extent.start)
    ]
    told.sort(key=lambda one: (not one[1], one[2]))
    mine = is_mine(plain, sentence, stated)
    past = mine or (
        (_AT.search(ahead) or _HAD.search(ahead)) and not _opens(plain, sentence, stated)
    )
    events = [
        (one, dead)
        for one, dead, _ in told
        if not past or _is_told_with(one, dead, window, sentence, ahead, mine=mine)
        if not _is_of_next_step(plain, stated, one)
        and not is_apart(plain, sentence, stated, one, dead)
    ]
    at_death = [
        (one, dead)
        for one, dead, _ in told
        if dead and one.extent is not None and one.extent.end <= sentence.extent.start
    ]
    if at_death and _AGED.fullmatch(plain[sentence.extent.start : stated.extent.start]):
        return at_death[-1:]
    if _ACTED.search(ahead) and not DIED.search(ahead):
        return []
    if _NEVER.search(ahead) and not _is_dated_behind(sentence, stated):
        return []
    undated = _WHEN.search(ahead) or _MOMENT.match(plain, stated.extent.end)
    if undated:
        named = {time.extent for time in dates(sentence) if tells_year(time)}
        return [one for one in events if one[0].extent in named]
    if past and not events:
        return []
    if sentence is not birth.sentence and _is_of_story(plain, birth, stated, now, sentence):
        return [one for one in events if one[0].extent and sentence.extent.holds(one[0].extent)]
    if past or now is None:
        return events
    opens = _opens(plain, sentence, stated)
    return [(now, False), *events] if opens else [*events, (now, False)]


def _is_of_story(
    plain: str, birth: Birth, stated: TimeExpression, now: Moment | None, sentence: ScannedSentence
) -> bool:
    """ "Né en 1962. … À 20 ans, il part": what opens so tells a life, not somebody's age now."""
    years, born = age_as_told(plain, stated), moment(birth.time).year
    if stated.extent.start - sentence.extent.start > OPENS or years is None or years.high is None:
        return False
    lived = 0 if now is None or now.year is None or born is None else now.year - born
    most = YOUNGER if is_step_of_life(plain, stated) else YOUNG
    return years.high < lived * most


def _is_dated_behind(sentence: ScannedSentence, stated: TimeExpression) -> bool:
    """ "Il aurait eu 111 ans le mois prochain"."""
    end = stated.extent.end
    return any(0 <= one.extent.start - end <= BEHIND for one in dates(sentence))


def _opens(plain: str, sentence: ScannedSentence, stated: TimeExpression) -> bool:
    """ "À 82 ans, la romancière …": at the time of telling."""
    start = sentence.extent.start
    today = _TODAY_AT.fullmatch(plain, start, stated.extent.start) is not None
    return today or stated.extent.start - start <= OPENS


def _is_of_next_step(plain: str, stated: TimeExpression, event: Moment) -> bool:
    """Whether a date behind an age is that of the next verb: "à 12 ans, passe son bac en 1973".

    Or of another age, told between them.
    """
    if event.extent is None or event.extent.start < stated.extent.end:
        return False
    if _OTHER_AGE.search(plain, stated.extent.end, event.extent.start):
        return True
    return _NEXT_STEP.match(plain, stated.extent.end, event.extent.start) is not None


def _is_told_with(
    event: Moment,
    dead: bool,
    window: Sequence[ScannedSentence],
    sentence: ScannedSentence,
    ahead: str,
    *,
    mine: bool,
) -> bool:
    """Whether an undated age can be that of an event: in its sentence, or before a short one."""
    if event.extent is None or sentence.extent.holds(event.extent):
        return True
    at = list(window).index(sentence)
    short = mine or len(sentence.extent) <= SHORT or "alors" in ahead
    if dead and _HE_WAS.fullmatch(ahead):
        return any(one.extent.holds(event.extent) for one in window[:at])
    return (short or dead) and at > 0 and window[at - 1].extent.holds(event.extent)
