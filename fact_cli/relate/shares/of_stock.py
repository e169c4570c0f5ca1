"""A part with its share, and how many there are in all, told in the sentence beside it.

"Il va abattre 60 arbres, soit un sur trois. Le parc en compte 240": before or behind, by the
same noun, by a pronoun, or as the staff of which jobs are cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from fact_cli.lang.words import lower, words_after
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity
from fact_cli.model.shares import Share
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus, told_noun, usable
from fact_cli.relate.passage import adjoin
from fact_cli.relate.shares.portion import is_near, is_share

_CUES = ("soit", "c'est-à-dire", "autrement dit", "(")
_SO = re.compile(
    r"[^.;:()\d]{0,60}(?:,? (?:soit|c'est-à-dire|autrement dit|c'est)|,? \((?:soit )?)"
    r" ?(?:à peine |à peu près |environ |près d[e'] ?|presque |plus d[e'] ?|un peu (?:plus|moins) d"
    r"[e'] ?|quelque )?(?:l[ea] )?"
)
# "210 postes au siège, soit 35 % de l'effectif": of those there, not of all told before.
_PLACED = re.compile(r"^ (?:[^\W\d_]+ )?(?:à|au|aux|dans|en|chez|sur) ")
# How many there are of what a place, a house or a firm has.
_STOCK = re.compile(
    r"\b(?:compt|emploi|emplo|regroup|accueill|possèd|abrit|comprend|compren|totalis|rassembl"
    r"|dispos|gèr|recens|dénombr|rest|réuni)\w*(?: (?:désormais|aujourd'hui|actuellement|alors"
    r"|encore|au total|en tout|pourtant|jusqu'ici))?(?: (?:environ|quelque|près de|plus de|un total"
    r" de|que))? $"
)
_STAFF_AHEAD = re.compile(r"\b(?:personnel|effectifs?|équipe|salariés), (?:soit )?$")
_STAFF = {
    "salarié", "salariée", "employé", "personne", "collaborateur", "agent", "ouvrier",
    "travailleur", "emploi", "poste", "fonctionnaire", "équivalent",
}  # fmt: skip
_CUT = {"emploi", "poste", "licenciement", "suppression", "départ", "salarié", "équivalent"}
# The share is of all, and nothing more is told of it: "soit un quart de l'effectif."
_OF_ALL = re.compile(
    r"(?: (?:de l'effectif|des effectifs|du personnel|du total|de l'ensemble|des salariés|du parc"
    r"|de la main-d'œuvre|des emplois|des postes|de ses (?:effectifs|salariés|emplois|postes)))?"
    r" ?(?:[.;!?)]|$)"
)
# Others than those told of, or at another time.
_OTHERWISE = re.compile(
    r"\b(?:autres?|voisine?s?|dont|contre|auparavant|l'an (?:dernier|passé)|en (?:19|20)\d\d"
    r"|il y a|après|avant)\b"
)
WITHIN = 60  # characters beside a figure whose words belong to it


def find(context: Context) -> Iterator[Share]:
    if not context.tells(_CUES):
        return
    plain = context.document.plain
    for before, sentence in pairwise(context.sentences):
        if adjoin(plain, before, sentence):
            yield from _told(plain, before, sentence)
            yield from _told(plain, sentence, before)


def _told(plain: str, own: ScannedSentence, beside: ScannedSentence) -> Iterator[Share]:
    figures = usable(own.quantities)
    for part, share in pairwise(figures):
        if part.kind not in NUMBERS or not is_share(plain, share) or is_surplus(plain, part):
            continue
        link = lower(plain[end_of(part) : share.reach.start])
        if not _SO.fullmatch(link) or (beside.extent < own.extent and _PLACED.search(link)):
            continue
        if _OTHERWISE.search(lower(plain[own.extent.start : part.reach.start])):
            continue
        if not _OF_ALL.match(words_after(plain, share.extent.end, WITHIN)):
            continue
        if any(_can_be_whole(one, part) for one in figures if one is not part):
            continue  # told in the sentence itself
        wholes = [one for one in usable(beside.quantities) if _can_be_whole(one, part)]
        if len(wholes) == 1 and _is_stock(plain, beside, wholes[0], part):
            found = Share(part, wholes[0], share, (), Binding.INFERRED)
            if found.holds or is_near(wholes[0], part, share):
                yield found


def _can_be_whole(one: Quantity, part: Quantity) -> bool:
    counted = one.kind in NUMBERS and one.value is not None and part.value is not None
    return counted and (one.value or 0) > (part.value or 0)


def _is_stock(plain: str, sentence: ScannedSentence, whole: Quantity, part: Quantity) -> bool:
    """Whether a figure tells how many there are in all of what the part is one of."""
    ahead = lower(plain[sentence.extent.start : whole.reach.start])
    behind = words_after(plain, whole.extent.end, WITHIN).split(".")[0]
    if _OTHERWISE.search(ahead[-WITHIN:]) or _OTHERWISE.search(behind):
        return False
    told, counted = told_noun(whole), told_noun(part)
    jobs = counted in _CUT and told in _STAFF
    if jobs and _STAFF_AHEAD.search(ahead):
        return True
    pronoun = told is None and re.search(r"\ben [^\W\d_]+(?: [^\W\d_]+)? $", ahead) is not None
    alike = jobs or pronoun or (told is not None and told == counted)
    return alike and _STOCK.search(ahead) is not None
