"""A value told to be the highest or lowest since a year, or ever, beside one that goes further.

"412 000 téléspectateurs, sa plus faible audience depuis 2010, loin des 398 000 de 2014"; "jamais
le parcours n'avait été aussi long : 1 120 km. L'édition 2019, avec ses 1 185 km, …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from fact_cli.lang.words import lower, words_before
from fact_cli.model.bounds import quotient
from fact_cli.model.figures import Comparison
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import BlockKind
from fact_cli.relate.changes.pairs import comparable
from fact_cli.relate.comparisons.earlier import is_of_it
from fact_cli.relate.comparisons.record_words import Claim, claim_in, heads_record
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import NUMBERS, end_of
from fact_cli.relate.passage import Passage

_CUES = (
    "record", "historique", "jamais", " depuis ", "de tous les temps", "sans précédent", "décennie",
    "de son histoire", "de l'histoire",
)  # fmt: skip
# Of which year a value is told, right behind it or ahead of it.
_YEAR_BEHIND = re.compile(
    r"(?: (?:de |d')?[^\W\d_]+){0,2}?,? \(?(?:en|de|d'|dans|à l'été|à l'automne|à l'hiver|pour"
    r"|lors de|l'édition|de l'édition|de l'année|fin|de la saison) (?P<year>(?:19|20)\d\d)\b"
    r"|(?: (?:de |d')?[^\W\d_]+){0,2}?,? (?P<last>(?:de )?l'an (?:dernier|passé)"
    r"|l'année (?:dernière|passée|précédente)|un an (?:plus tôt|auparavant|avant))\b"
)
_YEAR_AHEAD = re.compile(
    r"(?:^|[.;:,(] ?)(?:mais |et |déjà )?(?:en|l'édition(?: de)?|celle d(?:e |')|celui d(?:e |')"
    r"|la saison|l'année|déjà en|fin|l'été|l'hiver)(?: |(?<='))"
    r"(?P<year>(?:19|20)\d\d)\b[^.;:()\d]{0,60}$"
    r"|(?:^|[.;:(] ?)(?:mais )?(?P<last>l'an (?:dernier|passé)|l'année (?:dernière|passée)"
    r"|un an (?:plus tôt|auparavant|avant)),? [^.;:()\d]{0,60}$"
)
_FORMER_BEST = re.compile(
    r"\b(?:précédent|ancien)(?:ne)? (?:record|plus haut|meilleure? [^\W\d_]+|sommet|maximum|pic)"
    r"\b[^.;()]{0,60}$"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# What is no value of the same thing: a plan, a bound, another place or part, a mere estimate.
_OTHERWISE = re.compile(
    r"\b(?:objectif\w*|prévu\w*|prévi\w*|attend\w*|espér\w*|capacité|jauge|limite|plafond|seuil"
    r"|budgét\w*|dont|parmi|ailleurs|voisin\w*|national\w*|mondial\w*|moyenne|estim\w+"
    r"|organisateurs|cumul\w*|au total|en tout|sur (?:deux|trois|dix))\b"
)
# "720 euros pour un trois-pièces", "98 voix au premier tour", "aux législatives, elle …".
_OF_A_PART = re.compile(
    r"(?: [^\W\d_]+)? (?:pour|aux?|chez|à|dans|sur|par|selon|d'après|toutes?|en (?!(?:19|20)\d\d))"
    r"\b(?! (?:cours de|total)\b)"
)
_ELSEWHERE = re.compile(r"\b(?:aux|chez|pour|dans|côté|parmi)\b")
_NAME = re.compile(r"(?<=[^\W\d_,;:(] )[A-ZÀ-Þ][\w’'-]{2,}")
_NO_KINDS = {QuantityKind.RATIO, QuantityKind.ORDINAL, QuantityKind.POINTS}
_UNITS_OF_TIME = {"s", "min", "h"}
WIDEST = Decimal(4)  # times one value, that the other is at most
_GOES_ON = re.compile(r"(?:Ils?|Elles?|On|Celle-ci|Celui-ci)\b")
EXACT = 100  # a smaller number of a title may be told of anything
AROUND = 60  # characters around a value in which its year is told


@dataclass(frozen=True, slots=True)
class _Told:
    claim: Claim
    now: Quantity


def find(context: Context) -> Iterator[Comparison]:
    yield from in_passages(
        context,
        lambda one: _passed(context, one, _told(one)),
        lambda one: one.at,
        cues=_CUES,
        figures=2,
    )
    headed = _headed(context)
    if headed is not None:
        yield from in_passages(
            context,
            lambda one: _passed(context, one, _told_again(one, headed)),
            lambda one: one.at,
            figures=2,
        )


def _passed(context: Context, passage: Passage, told: _Told | None) -> Iterator[Comparison]:
    """The value told as the highest or lowest with each of another year that passes it."""
    if told is None:
        return
    claim, now = told.claim, told.now
    for one in passage.levels:
        other = _in_unit_of(passage, now, one)
        if one is now or not _is_of_one_thing(passage, now, other):
            continue
        year = _year_of(context, passage, other)
        if year is None or not _counts(context, passage, told, year):
            continue
        pair = (now, other) if claim.high else (other, now)
        yield Comparison(*pair, at=other, binding=Binding.INFERRED)


def _in_unit_of(passage: Passage, now: Quantity, one: Quantity) -> Quantity:
    """ "1 250 hectares …, loin des 1 480 de 2014": a bare number with its year has the unit."""
    bare = one.kind is QuantityKind.NUMBER and one.noun is None and now.unit is not None
    if bare and now.kind is QuantityKind.DIMENSION and _year_beside(passage, one) is not None:
        return replace(one, kind=now.kind, unit=now.unit)
    return one


def _told(passage: Passage) -> _Told | None:
    """The only claim of a passage, with the value of which it is told."""
    found = [
        (sentence, claim)
        for sentence in passage.sentences
        if (claim := claim_in(passage.plain, sentence.extent)) is not None
    ]
    if len(found) != 1:
        return None
    sentence, claim = found[0]
    own = [one for one in passage.levels if sentence.extent.holds(one.extent) and _can_be_most(one)]
    before = [one for one in own if end_of(one) <= claim.extent.start]
    behind = [one for one in own if one.extent.start >= claim.extent.end]
    near = behind[:1] if claim.ahead else before[-1:]
    last = passage.sentences[-1].extent
    if not own and _GOES_ON.match(passage.plain, last.start):
        near = [one for one in passage.levels if last.holds(one.extent) and _can_be_most(one)][:1]
    return _Told(claim, near[0]) if near else None


def _headed(context: Context) -> Quantity | None:
    """The only figure of a title that tells of a record."""
    if not context.tells(("record",)):
        return None
    blocks, plain = context.document.blocks, context.document.plain
    titles = [s for s in context.sentences if blocks[s.sentence.block].kind is BlockKind.TITLE]
    if len(titles) != 1 or len(titles[0].quantities) != 1:
        return None
    (figure,) = titles[0].quantities
    heads = heads_record(lower(titles[0].extent.of(plain)))
    return figure if heads and (figure.value or 0) >= EXACT else None


def _told_again(passage: Passage, figure: Quantity) -> _Told | None:
    """The value of a title that a passage of the body tells again."""
    again = [
        one
        for one in passage.levels
        if one is not figure and one.value == figure.value and one.unit == figure.unit
    ]
    if len(again) != 1 or not comparable(again[0], figure) or not _can_be_most(again[0]):
        return None
    return _Told(Claim(passage.extent, True, None, ahead=True), again[0])


def _can_be_most(one: Quantity) -> bool:
    exact = one.value is not None and one.strict.holds(one.value)
    return exact and one.kind not in _NO_KINDS and one.unit not in _UNITS_OF_TIME


def _is_of_one_thing(passage: Passage, now: Quantity, other: Quantity) -> bool:
    """Whether another value can be of the same thing, in words that name nothing else."""
    if not _can_be_most(other) or not comparable(now, other):
        return False
    if not is_of_it(passage, now, other):
        return False
    ratio = quotient(other.value, now.value)
    if ratio is None or not 1 / WIDEST < ratio < WIDEST:
        return False
    if now.kind in NUMBERS and now.of is None and other.of is not None:
        return False
    if _OF_A_PART.match(passage.plain, end_of(other)):
        return False
    clause = _clause(passage, other)
    own = passage.sentence_of(other)
    if own is not passage.sentence_of(now) and _ELSEWHERE.search(
        lower(own.extent.of(passage.plain))
    ):
        return False
    known = passage.sentence_of(now).extent.of(passage.plain)
    return _OTHERWISE.search(lower(clause)) is None and all(
        name in known for name in _NAME.findall(clause)
    )


def _clause(passage: Passage, one: Quantity) -> str:
    """The words of a sentence around a figure, up to the next stops."""
    sentence = passage.sentence_of(one).extent
    start, end = one.reach.start, end_of(one)
    ahead = passage.plain[max(sentence.start, start - AROUND) : start]
    behind = passage.plain[end : min(sentence.end, end + AROUND)]
    return re.split(r"[;:(]", ahead)[-1] + " " + re.split(r"[;:).]", behind)[0]


def _year_beside(passage: Passage, one: Quantity) -> str | None:
    """The year, or "last", of which words right beside a figure tell."""
    sentence = passage.sentence_of(one).extent
    behind = _YEAR_BEHIND.match(passage.plain, end_of(one))
    if behind is not None and behind.end() <= sentence.end:
        return behind["year"] or "last"
    start = one.reach.start
    ahead = lower(words_before(passage.plain, start, min(AROUND * 2, start - sentence.start)))
    if _FORMER_BEST.search(ahead):
        return "former"
    found = _YEAR_AHEAD.search(ahead)
    return None if found is None else found["year"] or "last"


def _year_of(context: Context, passage: Passage, one: Quantity) -> int | None:
    """The year of an earlier value; that of the last year, where only that is told."""
    told = _year_beside(passage, one)
    now = context.document.published.date
    if told is None or told == "former":
        return 0 if told == "former" else None
    if told != "last":
        return int(told)
    return (now.year - 1) if now is not None and now.year else LATEST


LATEST = 9999  # a year that no claim leaves out


def _counts(context: Context, passage: Passage, told: _Told, year: int) -> bool:
    """Whether a year lies within what the claim covers, and before the value that it is of."""
    claim = told.claim
    published = context.document.published.date
    if year == 0:  # "le précédent record": of what the claim covers
        return claim.high and claim.since is None
    if claim.since is not None and year <= claim.since:
        return False
    if year == LATEST:
        return True
    sentence = passage.sentence_of(told.now).extent
    ahead = passage.plain[sentence.start : told.now.extent.start]
    own = [int(one) for one in _YEAR.findall(ahead)]
    beside = _year_of(context, passage, told.now)
    if beside not in {None, 0, LATEST}:
        own = [beside or 0]
    latest = max(own) if own else published.year if published is not None else None
    return latest is None or year < latest
