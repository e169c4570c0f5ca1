"""What was done before the birth or after the death of who did it, before there was what did it.

"Né en 1912, il entre à l'École des beaux-arts en 1909", "Créé en 1985, le club remporte son
premier titre en 1979".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from fact_cli.lang.lexicon import read
from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Moment, Order
from fact_cli.model.mention import TimeExpression
from fact_cli.relate.context import Context
from fact_cli.relate.passage import adjoin
from fact_cli.relate.times.moments import (
    KIN,
    dates,
    is_birth,
    is_death,
    lives,
    moment,
    names_year,
)

# Whose words these are told of something else than who lives, or than what exists.
NOT_HIS = re.compile(
    r"\b(?:posthume|encore|domaine|mémoire|hommage|panthéon|cendres|dépouille|ils|elles|ont)\b"
)
_NOT_ITS = re.compile(
    r"\b(?:ancien\w*|ancêtres?|prédécess\w+|success\w+|succ[ée]d\w+|rempla\w+|hérit\w+|reconstru\w+"
    r"|rouv\w+|réouv\w+|nouve\w+|actuel\w*|autre|sous le nom|alors|fusion|issue?s?|scission"
    r"|depuis|officiel\w+|refond\w+|recréée?s?|sa forme|définitiv\w+)\b"
)
_WORD = (
    r"(?!(?:qui|que|dont|où|et|ou|sans|pour|après|avant|par|puis|mais|quand|si)\b)"
    r"[^\W\d_][\w'’.-]*"
)
_LINK = r"(?:en|le|dès|dès le|début|fin|jusqu'en|jusqu'au|jusqu'à la fin de)"
# Words that follow a verb up to its date; another verb there would be dated in its place.
_NOUNS = "".join(
    f"(?<!{noun})"
    for noun in ("arm", "comit", "déput", "lyc", "march", "mus", "soci", "universit", "facult")
)
_PARTICIPLE = (
    rf"(?:{_NOUNS}ée?s?|uite?s?|crite?s?|(?<!entre)(?:pr|m)ise?s?|quise?s?|[^\W\d_qg]ue?s?)"
)
_TAIL = (
    rf"(?![^,]*{_PARTICIPLE} (?:en|le|dès) $)"
    r"(?:(?!\b(?:qui|que|dont|où|celui|celle|ceux|sur)\b|\bqu')[^.;:,()\d]){0,90}"
    rf" {_LINK} $"
)
_BEGUN = (
    r"(?:née?|fondée?|créée?|construite?|ouverte?|inaugurée?|bâtie?|érigée?|lancée?|constituée?"
    r"|instituée?)"
)
_STARTS = re.compile(rf"(?:[^.;:,()\d]{{3,50}}, )?{_BEGUN}\b[^.;:,()\d]{{0,40}} {_LINK} $")
_STARTED = re.compile(
    rf"[^.;:,()\d]{{3,60}} (?:a été|fut|est) {_BEGUN}\b[^.;:,()\d]{{0,40}} {_LINK} $"
)
_BORN = re.compile(
    r"(?:née?|[^.;:,()\d]{3,60} (?:est née?|naît|naquit|voit le jour))\b[^.;:()\d]{0,60}"
    r" (?:en|le) $"
)


_DEAD = re.compile(
    r"[^.;:()\d]{3,60}(?:,| (?:est|s'est|était|s'était)) (?:morte?|décédée?|éteinte?|disparue?)\b"
    r"[^.;:()\d]{0,40} (?:en|le) $|[^.;:()\d]{3,60} (?:meurt|mourut|s'éteignit|s'éteint)\b"
    r"[^.;:()\d]{0,40} (?:en|le) $"
)


@dataclass(frozen=True)
class _Acts:
    """How acts are told: behind a comma, at the opening of the next sentence, behind brackets."""

    behind: re.Pattern[str]
    next: re.Pattern[str]
    directly: re.Pattern[str]


@cache
def act_verb(of: str) -> str:
    """An expression of what only who lives does, or what exists, up to the date of it."""
    told = read("acts")[of]
    stems, finite, being = ("|".join(told[kind]) for kind in ("er", "finite", "being"))
    done = "|".join(told["participles"])
    verb = (
        rf"(?:(?:{stems})(?:e|a|ait)|{finite}|(?:s'en |s'y |l')?(?:a|avait) (?:{stems})ée?"
        rf"|(?:a|avait) (?:{done})|(?:s'est|est|fut|était|a été|avait été) (?:{being}))\b"
    )
    return rf"(?:y |s'y |en )?{verb}"


@cache
def _acts(of: str) -> _Acts:
    verb = rf"{act_verb(of)}{_TAIL}"
    subject = rf"(?:(?:{_WORD} ){{1,5}}?)?"
    return _Acts(
        re.compile(rf"[^.;:()\d]{{0,60}}?, {subject}{verb}"),
        re.compile(rf"(?:il|elle) {verb}"),
        re.compile(rf" {verb}"),
    )


def find(context: Context) -> Iterator[Order]:
    plain = context.document.plain
    for sentence in context.sentences:
        if dates(sentence) and not KIN.search(lower(sentence.extent.of(plain))):
            yield from _in_sentence(plain, sentence)
    for former, sentence in pairwise(context.sentences):
        if adjoin(plain, former, sentence):
            yield from _in_next(plain, former, sentence)


def _in_sentence(plain: str, sentence: ScannedSentence) -> Iterator[Order]:
    words = lower(sentence.extent.of(plain))
    told = [one for one in dates(sentence) if names_year(one)]
    for known, act in pairwise(told):
        link = lower(plain[known.extent.end : act.extent.start])
        if _acts("person").behind.fullmatch(link) and not NOT_HIS.search(words):
            if is_death(plain, sentence, known):
                yield _before_death(moment(act), moment(known))
                continue
            if is_birth(plain, sentence, known):
                yield _after("naissance", moment(known), moment(act))
                continue
        starts = _begins(plain, sentence, known, _STARTS) and not _NOT_ITS.search(words)
        if starts and _acts("thing").behind.fullmatch(link):
            yield _after("début", moment(known), moment(act))
    for born, died in lives(plain, sentence):
        for act in told:
            if died.extent is None or act.extent.start <= died.extent.end:
                continue
            link = lower(plain[died.extent.end + 1 : act.extent.start])
            if _acts("person").directly.fullmatch(link) and not NOT_HIS.search(words):
                yield _after("naissance", born, moment(act))
                yield _before_death(moment(act), died)


def _in_next(plain: str, former: ScannedSentence, sentence: ScannedSentence) -> Iterator[Order]:
    """The only date of a sentence tells a beginning, the only one of the next an act."""
    told, own = dates(former), dates(sentence)
    if len(told) != 1 or len(own) != 1 or not all(map(names_year, [*told, *own])):
        return
    words = lower(plain[former.extent.start : sentence.extent.end])
    opens = lower(plain[sentence.extent.start : own[0].extent.start])
    known, act = moment(told[0]), moment(own[0])
    if KIN.search(words):
        return
    born = _begins(plain, former, told[0], _BORN)
    if born and not NOT_HIS.search(words) and _acts("person").next.fullmatch(opens):
        yield _after("naissance", known, act)
    died = _begins(plain, former, told[0], _DEAD)
    if died and not born and not NOT_HIS.search(words) and _acts("person").next.fullmatch(opens):
        yield _before_death(act, known)
    started = _begins(plain, former, told[0], _STARTED) and not _NOT_ITS.search(words)
    if started and not born and _acts("thing").next.fullmatch(opens):
        yield _after("début", known, act)


def _begins(
    plain: str, sentence: ScannedSentence, time: TimeExpression, form: re.Pattern[str]
) -> bool:
    return form.fullmatch(lower(plain[sentence.extent.start : time.extent.start])) is not None


def _after(first: str, known: Moment, act: Moment) -> Order:
    return Order(known, act, (first, "acte"), Binding.INFERRED)


def _before_death(act: Moment, death: Moment) -> Order:
    return Order(act, death, ("acte", "décès"), Binding.INFERRED)
