"""A part of what the sentence before counts, and its share.

"L'usine emploie 900 salariés. Parmi eux, 180 ont fait grève, soit 20 %": a pronoun, or the staff
that the share is told of, takes the whole up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity
from fact_cli.model.shares import Share
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus, same_thing, usable
from fact_cli.relate.shares.forms import (
    A_SHARE,
    APPOSED,
    BRACKET,
    CLOSED,
    COLON,
    OF_STAFF,
    TOLD_BEHIND,
)  # fmt: skip
from fact_cli.relate.shares.portion import is_near, is_share, is_staff
from fact_cli.relate.sums.rest.out_of import is_less, is_whole

_OF_IT = re.compile(r"\ben (?:ont|a|représent|occup|constitu|fourni|compt|détien|assur|produi)")
_THEM = r"(?:eux|elles|ceux-ci|celles-ci|ces derniers|ces dernières|lesquels|lesquelles)"
_OF_THEM_AHEAD = re.compile(rf"(?:parmi|sur|dont|d'entre) {_THEM},?(?: [^\W\d_]+){{0,4}}? $")
_OF_THEM_BEHIND = re.compile(rf"(?: [^\W\d_]+){{0,1}} (?:d'entre|parmi) {_THEM}\b")
_OF_WHOLE = re.compile(
    r" (?:d'entre|de l'ensemble|du total|de la (?:population|promotion|flotte)|du (?:parc|cheptel)"
    r"|des (?:inscrits|présents|participants|membres|candidats))\b"
)

_ASIDE = re.compile(r", (?!(?:des?|du) |d')")  # "180 d'entre eux, soit 20 %, ont fait grève"
# "Il en a perdu 310 en dix ans": of how many there were before.
_CHANGED = re.compile(r"\b(?:a|ont|avait|avaient) (?:perdu|gagné|supprimé|recruté|créé|embauché) $")
_SAME_ONE = re.compile(r"(?:Il|Elle|On)(?: [^\W\d_]+){1,4} ")
_RISE = re.compile(
    r"\b(?:hausse|baisse|chute|recul|progression|augmentation|diminution|bond|repli|croissance)"
    r"(?: d[e'])? ?$"
)
_THERE = re.compile(r"\b(?:à|en|aux?|dans|chez|sur)\b|(?<!\d), (?!soit)")


def find(context: Context) -> Iterator[Share]:
    sentences = context.sentences
    for index, (before, sentence) in enumerate(pairwise(sentences)):
        if before.sentence.block != sentence.sentence.block:
            continue
        told = usable(sentence.quantities)
        ahead = context.document.plain[sentence.extent.start : told[0].reach.start] if told else ""
        if _CHANGED.search(lower(ahead)):
            continue
        behind = sentences[index + 2] if index + 2 < len(sentences) else None
        yield from _taken_up(context.document.plain, before, sentence)
        yield from _of_those(context.document.plain, before, sentence, behind)


def _taken_up(plain: str, before: ScannedSentence, sentence: ScannedSentence) -> Iterator[Share]:
    """ "90 térawattheures … en ont fourni 27, ce qui porte leur part à 30 %"."""
    figures = usable(sentence.quantities)
    shares = [one for one in figures if is_share(plain, one)]
    parts = [one for one in figures if one not in shares]
    wholes = usable(before.quantities)
    if len(shares) != 1 or len(parts) != 1:
        return
    of_it = _OF_IT.search(lower(plain[sentence.extent.start : end_of(parts[0])]))
    held = [one for one in wholes if is_whole(one, parts[0]) and is_near(one, parts[0], shares[0])]
    rivals = [one for one in wholes if same_thing(one, parts[0])]
    if _RISE.search(plain[sentence.extent.start : shares[0].reach.start]):
        return
    if of_it and len(held) == 1 and rivals in ([], held):
        yield _share(held[0], parts[0], shares[0])


def _of_those(
    plain: str,
    before: ScannedSentence,
    sentence: ScannedSentence,
    behind: ScannedSentence | None,
) -> Iterator[Share]:
    """ "900 salariés. 180 d'entre eux …, soit 20 %", "Cela représente 20 % de l'effectif"."""
    counts = [one for one in usable(before.quantities) if one.kind in NUMBERS]
    figures = usable(sentence.quantities)
    if len(counts) != 1 or not figures or figures[0].kind not in NUMBERS:
        return
    (whole,), part = counts, figures[0]
    if not is_less(whole, part) or is_surplus(plain, part):
        return
    them = _is_of_them(plain, sentence, part)
    for share in _shares_of(plain, sentence, figures, behind):
        end = share.extent.end
        staff = OF_STAFF.match(plain, end) if is_staff(whole) else None
        of_staff = staff is not None and CLOSED.match(plain, staff.end())
        closed = of_staff or _OF_WHOLE.match(plain, end) or CLOSED.match(plain, end)
        closed = closed or (them and _ASIDE.match(plain, end))
        tied = closed if them else of_staff and _is_of_staff(plain, sentence, part)
        if tied and is_near(whole, part, share):
            yield _share(whole, part, share)


def _shares_of(
    plain: str,
    sentence: ScannedSentence,
    figures: Sequence[Quantity],
    behind: ScannedSentence | None,
) -> Iterator[Quantity]:
    """The share right behind a part that opens a sentence, or that opens the next sentence."""
    part = figures[0]
    if len(figures) > 1:
        share = figures[1]
        link = lower(plain[end_of(part) : max(end_of(part), share.reach.start)])
        forms = (TOLD_BEHIND, BRACKET, COLON, APPOSED)
        alone = len(figures) == 2 or _OF_THEM_BEHIND.match(plain, part.extent.end)
        told = alone and is_share(plain, share) and not _RISE.search(link)
        if told and any(f.fullmatch(link) for f in forms):
            yield share
    elif behind is not None and behind.sentence.block == sentence.sentence.block:
        own = usable(behind.quantities)
        opens = own and A_SHARE.fullmatch(plain, behind.extent.start, own[0].reach.start)
        if opens and len(own) == 1 and is_share(plain, own[0]):
            yield own[0]


def _is_of_them(plain: str, sentence: ScannedSentence, part: Quantity) -> bool:
    """ "Parmi eux, 180", "180 d'entre eux"."""
    ahead = lower(plain[sentence.extent.start : part.reach.start])
    behind = _OF_THEM_BEHIND.match(plain, part.extent.end)
    return behind is not None or _OF_THEM_AHEAD.search(ahead) is not None


def _is_of_staff(plain: str, sentence: ScannedSentence, part: Quantity) -> bool:
    """ "Elle emploie 180 femmes": what the same one has, and nowhere else."""
    ahead = plain[sentence.extent.start : part.reach.start]
    told = lower(plain[part.extent.end : sentence.extent.end])
    return bool(is_staff(part) and _SAME_ONE.fullmatch(ahead) and not _THERE.search(told))


def _share(whole: Quantity, part: Quantity, share: Quantity) -> Share:
    part = replace(part, unit=whole.unit, kind=whole.kind)
    return Share(part, whole, share, (), Binding.INFERRED)
