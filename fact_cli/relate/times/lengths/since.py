"""How long something has gone on until now, against the date on which it began.

"Élu maire en 1995, il dirige la commune depuis 30 ans"; "c'est en 2001 que l'usine a fermé. Voilà
vingt-quatre ans que ses murs restent vides". Either may come first, in one sentence or in two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Any

from fact_cli.lang.lexicon import read
from fact_cli.lang.words import lower
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Interval
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Lasting, Unit, elapsed, in_unit
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.times import Deixis, LengthForm, RangeForm, ShiftForm
from fact_cli.relate.context import Context
from fact_cli.relate.passage import adjoin
from fact_cli.relate.times.lengths.lasting import stated_length
from fact_cli.relate.times.lengths.parts_told import is_of_full_years
from fact_cli.relate.times.moments import KIN, OFFICE, dates, names_year, published, told_at

_BROKEN = re.compile(
    r"\b(?:interrompu|interruption|de nouveau|à nouveau|puis|reven|retour|auparavant|rouv|réouv"
    r"|repris|deuxième|second|nouve|rempla|autre|actuel|voisin|ancêtre|prédécesseur|provisoire|préventive)\w*"
)
_OF_NOW = re.compile(r"(?:il y a|voi(?:là|ci)|(?:cela|ça|ce qui) fait|depuis)\b", re.IGNORECASE)
_THAT = re.compile(r",?(?: donc| déjà| maintenant| aujourd'hui|,)* qu(?:e |')")
_OF = re.compile(r" (?:de mariage|de vie|d'amour|d'union|d'existence)\b")
_OLD = re.compile(r"\bvie(?:ux|ille|illes) de $")
# "On lui compte 36 années de règne": counted until now.
_COUNTS = re.compile(
    r"\b(?:compt|totalis|cumul|affich|entam|fêt|cél[èé]br|en est à)[^\W\d_]*(?: [^\W\d_]+){0,2} "
    r"(?:(?:un total de|près de|plus de|déjà|désormais|pas moins de|quelque|ses|sa) )*$"
    r"|(?:^|[,;:] )(?:ses|ces) $"
)
_OF_OFFICE = re.compile(
    r" (?:consécutives? |consécutifs |ininterrompu\w* )?(?:de |d'|à la |à l'|au |aux |en |sur le )"
    r"(?:règne|pouvoir|présidence|direction|tête|magistère|fonctions?|poste|trône|pontificat"
    r"|épiscopat|commandes|manettes|affaires|barre|mairie)\b"
    r"(?! (?:de (?!la |l'|ce |cet |cette |sa |son |leur |notre )|d'|des ))"
)
# "Maire depuis 2014, elle aura tenu douze ans la barre": until it ends now.
_WILL_HAVE = re.compile(
    r"\baura (?:donc |ainsi )?(?:tenu|dirigé|présidé|géré|mené|occupé|passé|été|servi|exercé"
    r"|conduit|administré|piloté|gouverné|siégé|enseigné|travaillé|entraîné)"
    r"(?: (?:l[ae] |l'|sa |son )?[^\W\d_]+)? (?:pendant |durant )?(?:(?:près|plus) de |quelque )?$"
)
# "Elle aura dirigé douze ans l'agglomération": another office than that of the mayor.
_WHAT = re.compile(r" (?:l[ae] |l'|les |une? )[^\W\d_]{4,}")
_PAST = re.compile(r"\b(?:quand|lorsqu|à l'époque|alors)\b")
# What has gone on so long and is over now: "il rend son écharpe après trente ans à la tête …".
_AFTER = re.compile(
    r"\b(?:après|au bout de|au terme de|à l'issue de|passé|purgé|effectué|derrière (?:lui|elle)"
    r") "
    r"(?:plus de |près de |quelque |environ |presque |pas moins de |déjà |ces |ses )?$"
)
_ANOTHER = re.compile(r"\b(?:qui|dont|lequel|laquelle|celui|celle)\b")
# Whose beginning it is stands right behind it; a name further on is somebody else's.
_NAMED = re.compile(r"[A-ZÀ-Þ][\w'-]+ [A-ZÀ-Þ][\w'-]+")
_HIMSELF = re.compile(r"^[^.;,]{0,40}, [A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)+")
_SO = re.compile(r",? \(?(?:soit|c'est-à-dire|donc) ")  # "depuis mars 2023, soit depuis neuf mois"
_HAD = re.compile(r"\bavai(?:t|ent) [^.;,]{0,20}$")
# To whom something is handed on: neither kin that is told of nor another office.
_HANDED = re.compile(
    r"\bà (?:sa|son|ses) (?:[^\W\d_]+ ){0,2}(?:fille|fils|adjointe?|successeure?|neveu|nièce"
    r"|associée?|enfants?|petit-fils|petite-fille|frère|sœur)\b"
)
_ENDS_NOW = re.compile(
    r"\b(?:quitt|cèd|céd|remet|remis|rend|raccroch|tir(?:e|é) sa révérence|se retire|s'en va|part "
    r"|parti|démission|pass(?:e|é) (?:la main|le relais|le flambeau|le témoin)"
    r"|(?:pren|pri)[a-z]* (?:sa|la) retraite|tourne la page|laiss|abandonn|libér|relâch|exécut"
    r"|gracié|sort|retrouv|purgé|referm|rouvr|fait ses adieux|renonc|s'arrête"
    r"|ne (?:se )?(?:représent|brigu)|battue?|remplac|succèd)"
)
_ENDS = re.compile(r"(?: déjà| maintenant)? ?(?:[,;:.!?…)]|$)| (?:et|mais) ")
# A sentence that goes on about what the one before it tells of.
_GOES_ON = re.compile(
    r"(?:Ils?|Elles?|On|C'est|C'était|Voi(?:là|ci)|Depuis|Cela|Ça|Celui-ci|Celle-ci"
    r"|[ÉA-Z][^\W\d_]*(?:ée?s?|ie?s?|te?s?|ue?s?)"
    r"(?= (?:officiellement |solennellement )?(?:en|le|par|à|au|dès)\b))\b"
)
_OPENING = re.compile(
    r"(?:L[ae] |L'|Les |Cet(?:te)? |Ce |Ces |Son |Sa |Ses )(?P<noun>[^\W\d_]{4,})"
)
FAR = 3  # times as long, or as short, is another length
REACH = 70  # characters beside a length in which stands what has gone on so long
SLACK = 1  # years by which people miscount what is long past


@dataclass(frozen=True)
class _GoingOn:
    """A kind of thing that goes on: what begins it, and what is told of it since."""

    began: re.Pattern[str]
    arrived: re.Pattern[str]
    goes_on: re.Pattern[str]
    does: re.Pattern[str]
    need: re.Pattern[str]
    office: bool
    kin: bool
    named: bool  # by a noun of its own, whatever opens the sentence


@cache
def _kinds() -> Sequence[_GoingOn]:
    return [_kind(entry) for entry in read("spells")["going_on"]]


def _kind(entry: dict[str, Any]) -> _GoingOn:
    def words(name: str) -> re.Pattern[str]:
        say = entry.get(name)
        return re.compile(rf"\b(?:{'|'.join(say)})\b" if say else r"(?!)")

    need = words("need") if "need" in entry else re.compile("")
    office = entry.get("office", False)
    began, arrived = words("began"), words("arrived")
    kin = entry.get("kin", False)
    return _GoingOn(
        began, arrived, words("goes_on"), words("does"), need, office, kin, "need" in entry
    )


def find(context: Context) -> Iterator[Lasting]:
    now, plain, sentences = published(context), context.document.plain, context.sentences
    if now is None:
        return
    for index, sentence in enumerate(sentences):
        for length in _until_now(plain, sentence):
            for near in _near(plain, sentences, index):
                found = _since(plain, near, sentence, length, now.interval)
                if found is not None:
                    yield found
                    break


def _near(
    plain: str, sentences: Sequence[ScannedSentence], index: int
) -> Iterator[Sequence[ScannedSentence]]:
    """A sentence alone, behind one or two before it, and before the next."""
    for first, last in ((index, index), (index - 1, index), (index, index + 1), (index - 2, index)):
        near = sentences[max(0, first) : last + 1]
        if len(near) == last - first + 1 and all(adjoin(plain, *two) for two in pairwise(near)):
            yield near


def _until_now(plain: str, sentence: ScannedSentence) -> Iterator[TimeExpression]:
    """The lengths of a sentence that run until now, as mere lengths: "depuis", "voilà"."""
    for time in sentence.times:
        form = time.form
        match form:
            case RangeForm(begin=LengthForm() as begin, end=None):
                yield replace(time, form=begin)
            case LengthForm(side=Deixis.LAST, vague=False):
                if _OF_NOW.match(plain, time.extent.start) and _THAT.match(plain, time.extent.end):
                    yield time
            case LengthForm(side=None, vague=False) if time.kind is not TimeKind.DATE:
                ahead = _ahead(plain, time)
                if (
                    _is_over_now(plain, sentence, time)
                    or _OF.match(plain, time.extent.end)
                    or _OLD.search(ahead)
                    or (_WILL_HAVE.search(ahead) and not _WHAT.match(plain, time.extent.end))
                    or (_COUNTS.search(ahead) and _OF_OFFICE.match(plain, time.extent.end))
                ):
                    yield time
            case _:
                continue


def _is_over_now(plain: str, sentence: ScannedSentence, time: TimeExpression) -> bool:
    """Whether a length is told of what ends with the news: "il part après dix ans en poste"."""
    start, end = time.extent.start, time.extent.end
    ahead = lower(plain[max(sentence.extent.start, start - REACH) : start])
    if not _AFTER.search(ahead) or _HAD.search(ahead):
        return False
    rest = lower(plain[sentence.extent.start : start] + plain[end : sentence.extent.end])
    return _ENDS_NOW.search(rest) is not None


def _since(
    plain: str,
    near: Sequence[ScannedSentence],
    sentence: ScannedSentence,
    length: TimeExpression,
    now: Interval,
) -> Lasting | None:
    told = stated_length(plain, length)
    named = [(each, time) for each in near for time in dated(each) if time.extent != length.extent]
    shifted = any(isinstance(time.form, ShiftForm) for each in near for time in each.times)
    if told is None or shifted or len(named) != 1 or (len(near) > 1 and named[0][0] is sentence):
        return None
    ((each, begun),) = named
    words = _HANDED.sub(" ", lower(plain[near[0].extent.start : near[-1].extent.end]))
    between = elapsed(begun.interval, now, told[0])
    longer = _is_longer(length, between, told[0])
    if between is None or longer is None:
        return None
    if is_of_full_years(length, between):
        return None
    if _SO.fullmatch(plain[begun.extent.end : max(begun.extent.end, length.extent.start)]):
        return Lasting(length, between, told[0], (begun.extent,), told[1], Binding.STATED)
    if _BROKEN.search(words):
        return None
    goes_on = len(near) == 1 or _goes_on(plain, near)
    if _is_of_other(plain, begun, length):
        return None
    at, beside = told_at(plain, each, begun), _beside(plain, sentence, length)
    if _WILL_HAVE.search(_ahead(plain, length)) and "depuis" not in at:
        return None
    for kind in _kinds():
        if not kind.need.search(words) or (kind.office and len(_offices(words)) > 1):
            continue
        other = KIN.search(words) is not None and not kind.kin
        if other or not (goes_on or kind.named):
            continue
        state, began = kind.goes_on.search(beside), kind.began.search(at)
        began = began or (at.endswith("depuis ") and kind.goes_on.search(at))
        loose = longer and (state or kind.does.search(beside))
        if (began and (state or loose)) or (kind.arrived.search(at) and loose):
            return Lasting(length, between, told[0], (begun.extent,), told[1], Binding.INFERRED)
    return None


def _is_of_other(plain: str, begun: TimeExpression, length: TimeExpression) -> bool:
    """ "Élu président en 2009 après trente ans au conseil": so long until then.

    Or of somebody else: "la maire, élue en 2008, a décoré le chef, qui part après trente ans …".
    """
    told = plain[begun.extent.end : max(begun.extent.end, length.extent.start)]
    link = lower(told)
    found = _AFTER.search(link)
    if found is None:
        return False
    if ". " in told and _NAMED.search(_HIMSELF.sub("", told)):
        return True
    return not link[: found.start()].strip(" ,") or _ANOTHER.search(link) is not None


def _ahead(plain: str, length: TimeExpression) -> str:
    return lower(plain[max(0, length.extent.start - REACH) : length.extent.start])


def _is_longer(length: TimeExpression, between: Bounds | None, unit: Unit) -> bool | None:
    """Whether a length is longer than what lies between; None where nobody can tell."""
    form = length.form
    if between is None or between.low is None or between.high is None or between.high <= 0:
        return None
    if not isinstance(form, LengthForm):
        return None
    value = in_unit(form.duration, unit)
    slack = SLACK if unit is Unit.YEARS else 0
    if between.low - slack <= value <= between.high + slack:
        return False
    if not between.high / FAR <= value <= FAR * between.high:
        return None
    return value > between.high


def dated(sentence: ScannedSentence) -> list[TimeExpression]:
    """Its dates with a year, that of "depuis 1995" too."""
    ranges = (one for time in sentence.times for one in time.parts)
    return [one for one in (*dates(sentence), *ranges) if names_year(one)]


def _goes_on(plain: str, near: Sequence[ScannedSentence]) -> bool:
    """Whether the last sentence is about what those before it tell of."""
    start = near[-1].extent.start
    if _GOES_ON.match(plain, start):
        return True
    opening = _OPENING.match(plain, start)
    former = lower(plain[near[0].extent.start : near[-1].extent.start])
    return opening is not None and lower(opening["noun"]) in former


def _beside(plain: str, sentence: ScannedSentence, length: TimeExpression) -> str:
    """The clause that tells how long; nothing where the length is only of a part of it."""
    start = max(sentence.extent.start, length.extent.start - REACH)
    end = min(sentence.extent.end, length.extent.end + 2 * REACH)
    ahead = re.split(r"[;:.,(] ?", lower(plain[start : length.extent.start]))[-1]
    behind = lower(plain[length.extent.end : end])
    if not ahead.strip() or _AFTER.search(ahead):
        return ahead + re.split(r"[;:.,(]" if ahead.strip() else r"[;:.]", behind)[0]
    told = _ENDS.match(behind) or _OF.match(behind) or _OLD.search(ahead)
    told = told or _WILL_HAVE.search(ahead)
    told = told or (_COUNTS.search(ahead) and _OF_OFFICE.match(behind))
    return ahead + behind[:REACH] if told else ""


def _offices(words: str) -> set[str]:
    return {found.group() for found in OFFICE.finditer(words)}
