"""Votes and seats: what the lists have, the blank votes, and how many there are in all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import lower
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import NUMBERS, end_of, is_lead, is_surplus
from fact_cli.relate.passage import Passage

_BLANK = re.compile(r"[^.;:()\d]{0,45}\b(?:blancs?|nuls?)\b")
_CAST = re.compile(
    r"(?: [^\W\d_]+)?(?: qui)? (?:dans (?:l'urne|les urnes)|se sont (?:déplacés|exprimés|rendus)"
    r"|ont (?:voté|pris part)|s'étaient déplacés|dépouillés|déposés)\b"
)
_VOTERS = {"votant", "bulletin"}
_VOTES = {"voix"}
_CANDIDATES = re.compile(r"\b(?:premier tour|autres (?:listes|candidats)|troisième|quatrième)\b")
_COUNCIL = re.compile(
    r"\b(?:conseil (?:municipal|communautaire|départemental|régional|d'administration|communal)"
    r"|assemblée|hémicycle|comité syndical|parlement|sénat)\b"
)
_SEATS = {"siège", "fauteuil", "élu", "conseiller", "représentant", "député", "sénateur", "mandat"}
_ALL_SEATS = re.compile(
    r"(?:\b(?:qui (?:compte|comprend|comporte)|composée? de|sur(?: un total de)?) (?:les )?"
    r"|^(?:les|des) )$"
)
_SIDES = re.compile(r"\b(?:majorité|opposition|liste|groupe|gauche|droite|coalition)\b")
_OTHERWISE = re.compile(
    r"\b(?:dont|sortants?|contre|en (?:19|20)\d\d|de plus|de moins|perd\w*|gagn\w*)\b"
)


def find(context: Context) -> Iterator[Total]:
    return in_passages(context, _counted, lambda one: one.places, figures=3)


def _counted(passage: Passage) -> Iterator[Total]:
    for total in (*_ballots(passage), *_seats(passage)):
        wrong = total.exceeds or (total.complete and total.is_misprinted)
        if total.is_near and (wrong or total.exact == total.whole.value):
            yield total


def _counts(passage: Passage) -> list[Quantity]:
    return [
        one
        for one in passage.figures
        if one.kind in NUMBERS
        and id(one) not in passage.changes
        and not is_surplus(passage.plain, one)
        and not is_lead(passage.plain, one)
    ]


def _ballots(passage: Passage) -> Iterator[Total]:
    """The votes of all lists and the blank ones, which are those of all who voted."""
    plain = passage.plain
    counts = _counts(passage)
    blanks = [one for one in counts if _BLANK.match(plain, one.extent.end)]
    votes = [one for one in counts if one.of in _VOTES and one not in blanks]
    wholes = [
        one
        for one in counts
        if one not in blanks and (one.of in _VOTERS or _CAST.match(plain, end_of(one)))
    ]
    if _CANDIDATES.search(passage.told):
        return
    if len(blanks) == 1 and len(wholes) == 1 and len(votes) > 1:
        yield Total(wholes[0], [*votes, *blanks], True, True, Binding.INFERRED)


def _seats(passage: Passage) -> Iterator[Total]:
    """The seats of each side of a council, which cannot be more than it has."""
    words = passage.told
    if not _COUNCIL.search(words) or not _SIDES.search(words):
        return
    counts = [one for one in _counts(passage) if not _is_nested(passage, one)]
    wholes = [one for one in counts if one.of in _SEATS and _is_all(passage, one)]
    if len(wholes) != 1:
        return
    parts = [one for one in counts if one is not wholes[0] and _may_be_seats(one)]
    if len(parts) > 1 and len(parts) == len(counts) - 1 and not _OTHERWISE.search(words):
        yield Total(wholes[0], parts, False, True, Binding.INFERRED)


def _may_be_seats(one: Quantity) -> bool:
    return one.of in _SEATS or one.noun is None


def _is_all(passage: Passage, one: Quantity) -> bool:
    start = passage.sentence_of(one).extent.start
    return _ALL_SEATS.search(lower(passage.plain[start : one.reach.start])) is not None


def _is_nested(passage: Passage, one: Quantity) -> bool:
    """Whether a figure stands behind a colon, in a list of what the one before it is made of."""
    start = passage.sentence_of(one).extent.start
    return ":" in passage.plain[start : one.reach.start]
