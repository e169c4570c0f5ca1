"""The age of the dead whose news an article is, against the only birth that it tells.

"L'accordéoniste Luc Roy est mort mardi 5 mars 2019, à 84 ans. … Il était né le 23 novembre 1935":
whoever else is named between the two, the one born is the one who has died.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fact_cli.lang.words import lower
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Grain, Interval, day_after
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Aged, Moment
from fact_cli.model.mention import TimeExpression
from fact_cli.model.text import BlockKind, Extent
from fact_cli.relate.context import Context
from fact_cli.relate.times.ages.age import find as find_aged
from fact_cli.relate.times.ages.births import FULL_NAME
from fact_cli.relate.times.ages.dated import age_as_told, is_likely_slip
from fact_cli.relate.times.moments import (
    KIN,
    NO_KIN,
    dates,
    is_birth,
    lives,
    moment,
    names_year,
    published,
)

_CUES = ("né ", "née ", "vu le jour", "au monde", "naquit")
_DEATHS = ("mort", "éteint", "décéd", "décès", "quitt", "succomb", "disparition")
_DIES = re.compile(
    r"\b(?:est (?:mort|décédé|disparu)(?P<woman>e)?|s'est éteint(?P<she>e)?|nous a quittés"
    r"|a succombé)\b"
)
_TITLE = re.compile(r"\b(?:mort|décès|disparition)\b|\b(?:meurt|s'éteint|s'est éteinte?)\b")
_AT = re.compile(r"\bà (?:l'âge de )?$|, (?:il|elle) avait $")
_HAD = re.compile(r"(?:^|, )(?:il|elle) (?:avait|était âgée? de) $")
# Who is born: the one gone on about, and no club or paper.
_BORN = re.compile(
    r"(?:[^.;:«»]{0,80}, )?(?:il|elle) (?:était |est )?(?:née?|naît|naquit|a(?:vait)? vu le jour"
    r"|(?:était |est )?venue? au monde)\b"
    r"|(?:née?|venue? au monde|natif|native) [^.;:«»]{2,80},"
    r" (?:il|elle|[cs][ea]\w*|une?|l[ea])\b"
    r"|(?:née?|venue? au monde)\b[^.;:«»]{2,140}$"
)
_WOMAN = re.compile(r"\bnée\b|\bvenue au monde\b|\belle\b")
_THING = re.compile(
    r", (?:l[ea] |l'|cet? |cette )(?:club|société|entreprise|association|festival|théâtre|groupe"
    r"|orchestre|journal|revue|parti|mouvement|équipe|école|maison|marque|fondation|syndicat)\b"
)
_SENTENCE = re.compile(r"(?<=[.!?»])\s+(?=[A-ZÀ-Þ«])")
_PRONOUN = re.compile(r"\b(?:il|elle)\b")
_LOOKS_BACK = re.compile(
    r"\bans (?:après|plus tard|que|déjà)\b|\b(?:il y a|voilà|voici) [^\W\d_]+ ans\b"
    r"|\banniversaire\b"
    r"|\b(?:rend(?:ent|ra|ront)? hommage|portera son nom|festival|exposition|rétrospective)\b"
)
LEAD = 3  # sentences of the body in which the news is told
BEFORE = 15  # days before publication, in which the dead of the news have died


def find(context: Context) -> Iterator[Aged]:
    if not (context.tells(_CUES) and context.tells(_DEATHS)):
        return
    plain = context.document.plain
    death = _death(context)
    births = [
        (sentence, time)
        for _, sentence in context.body
        for time in dates(sentence)
        if names_year(time) and is_birth(plain, sentence, time)
    ]
    if death is None or len({time.interval.begin for _, time in births}) != 1:
        return
    sentence, seen, woman = death
    told_at, birth = births[0]
    if not _is_of_the_dead(plain, told_at, birth, woman=woman):
        return
    if _turns_to_another(context, sentence, told_at):
        return
    if any(lives(plain, each) for each in context.sentences):
        return
    ages = dict(_ages(context, sentence, told_at))
    if len({one.years for one in ages.values()}) != 1:
        return
    known = {one.stated for one in find_aged(context)}
    every = [years for each in context.sentences for years in _years(plain, each)]
    for age in ages.values():
        aged = Aged(age.extent, age.years, moment(birth), seen, True, Binding.INFERRED)
        told_right = any(map(aged.possible.meets, every))
        if age.extent not in known and not told_right and is_likely_slip(aged):
            yield aged


def _years(plain: str, sentence: ScannedSentence) -> Iterator[Bounds]:
    for time in sentence.times:
        years = age_as_told(plain, time)
        if years is not None:
            yield years


@dataclass(frozen=True, slots=True)
class _Told:
    extent: Extent
    years: Bounds


def _death(context: Context) -> tuple[ScannedSentence, Moment, bool | None] | None:
    """The sentence that tells a death as news, when it was, and whether a woman has died."""
    plain, now = context.document.plain, published(context)
    for _, sentence in context.body[:LEAD]:
        found = _DIES.search(lower(sentence.extent.of(plain)))
        if found is None:
            continue
        woman = bool(found["woman"] or found["she"]) if "quittés" not in found.group() else None
        woman = None if "succombé" in found.group() else woman
        told = dates(sentence)
        days = [time for time in told if time.grain is Grain.DAY] or told
        seen = moment(days[0]) if days else None if _is_remembered(context) else _lately(now)
        return None if seen is None else (sentence, seen, woman)
    return None


def _is_remembered(context: Context) -> bool:
    """Whether the article looks back at the dead: "dix ans après sa mort", "lui rend hommage"."""
    return _LOOKS_BACK.search(lower(context.document.plain)) is not None


def _lately(now: Moment | None) -> Moment | None:
    """The days before publication in which the dead of the news have died."""
    if now is None or now.interval.begin is None:
        return None
    return Moment(None, Interval(day_after(now.interval.begin, -BEFORE), now.interval.end))


def _is_of_the_dead(
    plain: str, sentence: ScannedSentence, birth: TimeExpression, *, woman: bool | None
) -> bool:
    """Whether the birth is told of the one gone on about, and can be that of who has died."""
    start = sentence.extent.start
    words = lower(sentence.extent.of(plain))
    ahead = lower(plain[start : birth.extent.start])
    born = _BORN.match(words)
    if born is None or _THING.search(words) or KIN.search(NO_KIN.sub(" ", ahead)):
        return False
    return woman is None or woman == (_WOMAN.search(ahead) is not None)


def _turns_to_another(context: Context, death: ScannedSentence, born: ScannedSentence) -> bool:
    """Whether the sentence before a birth is of somebody else, of whom it may go on."""
    start = death.extent.end if death.extent < born.extent else 0
    told = context.document.plain[start : born.extent.start].rstrip()
    words = _SENTENCE.split(told)[-1]
    if KIN.search(NO_KIN.sub(" ", lower(words))):
        return True  # "Elle laisse une fille. Elle était née le …": which of the two?
    return FULL_NAME.search(words) is not None and _PRONOUN.search(lower(words)) is None


def _ages(
    context: Context, death: ScannedSentence, born: ScannedSentence
) -> Iterator[tuple[Extent, _Told]]:
    """The ages told of the dead: at the death, beside the birth, and in the title."""
    plain = context.document.plain
    for sentence in context.sentences:
        kind = context.document.blocks[sentence.sentence.block].kind
        words = lower(sentence.extent.of(plain))
        title = kind is BlockKind.TITLE and _TITLE.search(words) is not None
        for time in sentence.times:
            years, start = age_as_told(plain, time), sentence.extent.start
            ahead = lower(plain[start : time.extent.start])
            if years is None or context.quoted(time.extent):
                continue
            dies = _DIES.search(ahead) is not None if sentence is death else title
            at_death = dies and _AT.search(ahead) is not None
            had = sentence in (born, death) and _HAD.search(ahead) is not None
            if at_death or had:
                yield time.extent, _Told(time.extent, years)
