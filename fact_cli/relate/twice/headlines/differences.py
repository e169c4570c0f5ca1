"""A difference that a title, an opening or a quotation tells, and the body's only two values of it.

"Devancé de 432 voix", of 2 814 suffrages against 2 482; "dix lits de moins", of 34 and then 28.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from fact_cli.lang.words import lower, words_before
from fact_cli.model.bounds import quotient
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.figures import Difference
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity
from fact_cli.model.text import BlockKind, Extent
from fact_cli.relate.changes.gap import AHEAD_BY, VOTES
from fact_cli.relate.changes.other_subject import tells_of_part
from fact_cli.relate.changes.pairs import Pair
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, end_of, is_lead, is_surplus, usable
from fact_cli.relate.passage import MANY, Passage
from fact_cli.relate.twice.headlines.body import body_pairs
from fact_cli.relate.twice.headlines.part_told import is_of_constituency, is_part_told

_CUES = (
    "de moins", "en moins", "de plus", "en plus", "perd", "gagn", "supplémentaire", "voix",
    "suffrage", "avance", "écart", "retard", "dépass", "devanc", "diminu", "augment", "baiss",
)  # fmt: skip
_WON_FOR = re.compile(r"\b(?:pour|à|par)(?: (?:seulement|à peine|tout juste))? $")
_NARROWLY = re.compile(r" (?:près|de majorité|d'avance|d'écart|de plus|de moins|en plus)\b")
_BEATEN = re.compile(r"\bbattue?s? (?:d'un souffle )?de (?:seulement )?$")
_THAN_ANOTHER = re.compile(
    r"[^.;:,()\d]{0,30} (?:plus|moins) qu(?:e |')(?!en |l'an|la saison|l'année|l'exercice|avant)"
)
_ONCE = re.compile(r"\b(?:avai(?:t|ent)|\d{4}|précédent\w*|dernières?)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CLOSES = re.compile(r"\s*(?:[.:;,]|\n|$)")
# What is told of another time, for each of many, or of what is not yet.
_ELSEWHERE = re.compile(
    r"\b(?:depuis (?!des |plusieurs |longtemps|lundi|mardi|mercredi|jeudi|vendredi)"
    r"|par (?:an|jour|mois|semaine|classe|heure|personne|habitant)|chaque|chacune?"
    r"|en (?:\d+|deux|trois|quatre|cinq|six|sept|huit|dix|quinze|vingt) (?:ans?|mois)|d'ici"
    r"|en moyenne|objectif|vise|prévoi\w*|prévu\w*|pourrai\w*|voudrai\w*|réclam\w*|demand\w*"
    r"|promet\w*|promis\w*|souhait\w*|propos\w*|au moins|au total|premier tour|il y a"
    r"|serai\w*|aurai\w*|fau\w+|manqu\w*|espér\w*|besoins?|rêv\w*)"
)
_NEAR = (Decimal("0.4"), Decimal("2.5"))  # of what is told, that the computed difference is
_TRIED = 40  # figures of a body, of which any two are tried


def find(context: Context) -> Iterator[Difference]:
    if not context.tells(_CUES):
        return
    told = [one for sentence in _telling(context) for one in _told(context, sentence)]
    if len({(one.value, _name(one)) for one, _ in told}) != 1:
        return
    found = [two for two in body_pairs(context) if _counts(two, told[0][0])]
    if len(found) != 1:
        return
    (stated, way), (two,) = told[0], found
    own = context.sentence_at(two.after.extent)
    again = [one for one in _telling(context) if _repeats(one, stated)]
    if own is None or own in again or any(_is_elsewhere(context, one.extent) for one in again):
        return
    if _fits(stated, way, two) and not _is_borne_out(context, stated, again, two):
        yield Difference(two.before, two.after, stated, 0, Binding.INFERRED)


def _telling(context: Context) -> Iterator[ScannedSentence]:
    """The sentences of the title and the opening, and those that are quoted."""
    blocks = context.document.blocks
    bodies = [at for at, one in enumerate(blocks) if one.kind is not BlockKind.TITLE]
    for sentence in context.sentences:
        block = sentence.sentence.block
        headed = blocks[block].kind is BlockKind.TITLE or block in bodies[:1]
        if headed or any(sentence.extent.overlaps(one) for one in context.quotations):
            yield sentence


def _told(context: Context, sentence: ScannedSentence) -> Iterator[tuple[Quantity, int]]:
    """The figures of a sentence that tell a difference, and its way: 0 of what lies apart."""
    plain = context.document.plain
    if len(sentence.quantities) > MANY or tells_of_part(plain, sentence.extent):
        return
    passage = Passage(context, [sentence])
    for one in passage.figures:
        if one.kind not in NUMBERS or one.of is None or one.hedge is not None or not one.value:
            continue
        word = passage.changes.get(id(one))
        ahead = lower(words_before(plain, one.reach.start, 60))
        if _THAN_ANOTHER.match(plain, one.extent.end):
            continue
        end = end_of(one)
        near = _NARROWLY.match(plain, end) or _CLOSES.match(plain, end)
        won = one.of in VOTES and _WON_FOR.search(ahead) and near
        if word is not None and (one.of not in VOTES or is_surplus(plain, one)):
            yield one, 1 if word.value == "rise" else -1
        elif is_lead(plain, one) or AHEAD_BY.search(ahead) or _BEATEN.search(ahead) or won:
            yield one, 0


def _name(one: Quantity) -> str | None:
    return "voix" if one.of in VOTES else one.of


def _counts(two: Pair, stated: Quantity) -> bool:
    """Whether two values that words tie together count what the difference does."""
    names = {_name(two.before), _name(two.after)}
    return two.bound and two.ordered and _name(stated) in names and len(names - {None}) == 1


def _fits(stated: Quantity, way: int, two: Pair) -> bool:
    """Whether two values lie apart that way, and so far that the difference may be theirs."""
    if two.before.value is None or two.after.value is None or two.before.hedge or two.after.hedge:
        return False
    apart = two.after.value - two.before.value
    near = quotient(abs(apart), stated.value)
    same = way == 0 or (apart > 0) == (way > 0)
    return same and near is not None and _NEAR[0] <= near <= _NEAR[1]


def _repeats(sentence: ScannedSentence, stated: Quantity) -> bool:
    return any(
        one.kind in NUMBERS and one.value == stated.value and _name(one) == _name(stated)
        for one in sentence.quantities
    )


def _is_elsewhere(context: Context, extent: Extent) -> bool:
    """Whether words tell of another time, of each of many, or of what is not yet."""
    return _ELSEWHERE.search(lower(extent.of(context.document.plain))) is not None


def _is_borne_out(
    context: Context, stated: Quantity, again: Sequence[ScannedSentence], two: Pair
) -> bool:
    """Whether the difference may be another's: two other values make it, or the two are a part's.

    The same where the body goes on to count the thing by itself. ``again`` tells the difference.
    """
    told = context.sentence_at(two.after.extent)
    if told is None or _is_elsewhere(context, told.extent):
        return True
    others = [
        one
        for sentence in context.sentences
        for one in usable(sentence.quantities)
        if one.kind in NUMBERS and not (sentence in again and one.value == stated.value)
    ]
    alike = [one for one in others if one not in two.both and _name(one) == _name(stated)]
    if alike and stated.of not in VOTES:
        return True
    values = [one.value or Decimal(0) for one in others][:_TRIED]
    twos = combinations(values, 2)
    if stated.value in values or any(stated.value in {abs(a - b), a + b} for a, b in twos):
        return True
    years = {int(one) for one in _YEAR.findall(told.extent.of(context.document.plain))}
    if years and max(years) - min(years) > 1:
        return True
    if stated.of not in VOTES:
        return is_part_told(context, two)
    once = _ONCE.search(lower(told.extent.of(context.document.plain)))
    return once is not None or is_of_constituency(context, two)
