"""Years of an anniversary against the start that only the next sentence tells.

"Cette année, l'école a 100 ans. Ouverte à la rentrée de 1914, elle …"; "soixante ans de
jumelage. On y voit les maires signer la charte en 1984"; "quatre-vingts ans après sa mort. Son
avion avait été abattu en 1944"; "un an jour pour jour que … Le feu, parti le 14 novembre".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Jubilee, Moment, TwoDates, day_of
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import LengthForm, ShiftForm
from fact_cli.relate.context import Context
from fact_cli.relate.passage import adjoin
from fact_cli.relate.times.moments import KIN, dates, moment, names_year, published
from fact_cli.relate.times.years.ago import is_hedged
from fact_cli.relate.times.years.things import is_led_by_person

_CUES = (" ans", "anniversaire", "centenaire", "siècle", "bougies", "jour pour jour")
_BEGUN = (
    r"(?:fond|cré|inaugur|constru|bât|érig|institu|instaur|ouver|lanc|édifi|sorti|paru|né|imagin"
    r"|invent|implant|install|mont)[^\W\d_]*"
)
# What is taken up, whatever noun it had: "Sorti des presses en 1916, l'hebdomadaire …".
_PRONOUNS = {"il", "elle", "ils", "elles"}
_THING = re.compile(
    r"(?:l'hebdomadaire|le quotidien|le mensuel|le journal|le titre|la revue"
    r"|l'institution|l'entreprise|la maison|l'établissement|la société|la structure"
    r"|la manifestation|l'événement|l'association|le club)"
)
_START = re.compile(
    rf"(?:{_BEGUN} [^.;:()\d]{{0,60}}(?:\d{{1,2}}(?:er)? [^\W\d_]+ )?\d{{4}}\b[^.;:]{{0,90}}?, "
    r"(?P<what>elles?|ils?|(?:l[ae] |l')[^\W\d_]+)\b"
    rf"|(?:elle|il) (?:a été|fut|est|avait été) {_BEGUN} "
    rf"|c'est (?:en|le) [^.;:,]{{4,30}} qu'(?:elle|il) (?:a été|fut|est) {_BEGUN})"
)
_HAS = re.compile(r"(?<!\bil )(?<!\belle )(?<!\bqui )(?<!\bon )\b(?:a|ont|aura|auront) $")
_NOW = re.compile(
    r" (?:cette année|aujourd'hui|ce mois-ci|cet (?:été|automne|hiver)|ce printemps"
    r"|ce (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))\b"
)
_THIS_YEAR = re.compile(r"(?:cette année|aujourd'hui|ce mois-ci), ")
_OCCASION = re.compile(r"\b(?:pour|à l'occasion|lors|marqu\w+|fêt\w+|célèbr\w+) (?:des |les )$")
_OF_BOND = re.compile(
    r" (?:de |d'|du )(?:son |leur |la |l')?(?:jumelage|union|traité|accord|pacte)\b"
)
_BOUND = re.compile(r"\b(?:sign|scell|paraph|conclu|jumel)[^\W\d_]*\b[^.;:()\d]{0,50}$")
_AFTER_DEATH = re.compile(
    r" (?:jour pour jour )?après (?:sa (?:mort|disparition|chute)"
    r"|son (?:décès|assassinat|exécution)|l[ae] (?:mort|disparition) de [^.;:,]{3,40})\b"
)
_DIED = re.compile(
    r"\b(?:abattue?|tuée?|morte?|péri|tombée?|fusillée?|exécutée?|assassinée?|disparue?|décédée?"
    r"|emportée?|noyée?|fauchée?|écrasée?|éteinte?)\b[^.;:()\d]{0,60}$"
)
_TO_THE_DAY = re.compile(r" jour pour jour\b")
_OTHERWISE = re.compile(r"\b(?:retard|report|pandémie|covid|autre|deuxième|nouve(?:au|lle)|refond)")
NEAR = 3  # days by which "jour pour jour" is told early or late
FAR = 4  # as many times longer or shorter, it counts from something else


def find(context: Context) -> Iterator[Jubilee | TwoDates]:
    now, plain = published(context), context.document.plain
    if now is None or not context.tells(_CUES):
        return
    for sentence, behind in pairwise(context.sentences):
        told = [time for time in dates(behind) if names_year(time)]
        dated = [time for time in dates(sentence) if names_year(time)]
        if len(told) != 1 or dated or not adjoin(plain, sentence, behind):
            continue
        words = lower(plain[sentence.extent.start : behind.extent.end])
        if _OTHERWISE.search(words) or moment(told[0]).year == now.year:
            continue
        yield from _since(plain, sentence, behind, told[0], now)
        yield from _to_the_day(plain, sentence, told[0], now)


def _since(
    plain: str,
    sentence: ScannedSentence,
    behind: ScannedSentence,
    told: TimeExpression,
    now: Moment,
) -> Iterator[Jubilee]:
    ahead = lower(plain[behind.extent.start : told.extent.start])
    begun = _is_begun(plain, sentence, behind)
    found: list[Jubilee] = []
    for time in sentence.times:
        years = _years(time)
        if years is None:
            continue
        bound = _is_bond(plain, time) and _BOUND.search(ahead) is not None
        dead = _AFTER_DEATH.match(plain, time.extent.end) and _DIED.search(ahead)
        dead = dead and not KIN.search(ahead)
        if (begun and _has(plain, sentence, time)) or bound or dead:
            exact = day_of(moment(told).interval) is not None and "aujourd'hui" in words_after(
                plain, time.extent.end, 14
            )
            hedged = is_hedged(plain, time)
            found.append(Jubilee(time.extent, years, moment(told), now, hedged, exact))
    for one in found:
        passed = one.exact or 0
        if passed > 0 and one.years <= FAR * passed and passed <= FAR * one.years:
            yield Jubilee(
                one.stated, one.years, one.origin, now, one.hedged, one.ordinal, Binding.INFERRED
            )


def _years(time: TimeExpression) -> int | None:
    match time.form:
        case LengthForm(vague=False, duration=duration) | ShiftForm(duration=duration):
            return int(duration.years) if duration.years and not duration.months else None
        case _:
            return None


def _is_begun(plain: str, sentence: ScannedSentence, behind: ScannedSentence) -> bool:
    """Whether the next sentence opens with the start of the thing that the first is about."""
    found = _START.match(lower(behind.extent.of(plain)))
    what = None if found is None else found["what"]
    if what is not None and _THING.fullmatch(what):
        return True
    if found is None or is_led_by_person(plain, sentence):
        return False
    return what is None or what in _PRONOUNS or what in lower(sentence.extent.of(plain))


def _has(plain: str, sentence: ScannedSentence, time: TimeExpression) -> bool:
    """ "L'école a 100 ans cette année"; "cette année, l'école a 100 ans"."""
    ahead = lower(plain[sentence.extent.start : time.extent.start])
    now = _NOW.match(plain, time.extent.end) or _THIS_YEAR.match(ahead)
    return _HAS.search(ahead) is not None and now is not None


def _is_bond(plain: str, time: TimeExpression) -> bool:
    ahead = words_before(plain, time.extent.start, 25)
    return (
        _OCCASION.search(ahead) is not None and _OF_BOND.match(plain, time.extent.end) is not None
    )


def _to_the_day(
    plain: str, sentence: ScannedSentence, told: TimeExpression, now: Moment
) -> Iterator[TwoDates]:
    """ "Un an jour pour jour que l'usine a brûlé", and the day of that year that it burnt."""
    day, today = day_of(told.interval), now.interval.begin
    for time in sentence.times:
        years = _years(time)
        if years is None or day is None or today is None or today.year - day.year != years:
            continue
        if _TO_THE_DAY.match(plain, time.extent.end) and not _is_day(day, today):
            yield TwoDates(time, told, "jour pour jour")


def _is_day(day: date, today: date) -> bool:
    """Whether two days of two years are one day of the year, give or take some days."""
    apart = abs(today.timetuple().tm_yday - day.timetuple().tm_yday)
    return min(apart, 365 - apart) <= NEAR
