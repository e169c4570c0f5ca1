"""How far a house, a lake or a store is filled, and what it holds of what it can hold.

"Le stade de 20 000 places était rempli à 80 %, avec 18 000 spectateurs"; "52 millions de mètres
cubes, soit 40 % de sa capacité de 104 millions". One figure says how much there is room for, one
how much there is, and the share is called by words that only a filled thing has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.bounds import quotient
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.shares import Share
from fact_cli.relate.context import Context
from fact_cli.relate.elided_unit import in_measure_of
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import NUMBERS, end_of, is_lead, is_surplus, same_thing, told_noun
from fact_cli.relate.passage import Passage
from fact_cli.scan.times.ages import is_person

_CUES = ("rempli", "plein", "garni", "occup", "vide", "capacité", "jauge", "remplissage")
_ABOUT = r"(?:(?:presque|environ|près de|quasi|seulement|peu près|plus de|moins de) )?"
_FULL = re.compile(
    rf"\b(?:remplie?s?|pleine?s?|garnie?s?|occupée?s?|réservée?s?) (?:à|aux?) {_ABOUT}$"
)
_EMPTY = re.compile(rf"\bvides? (?:à|aux?) {_ABOUT}$")
_FULL_BEHIND = re.compile(r" (?:remplie?s?|pleine?s?|garnie?s?|occupée?s?)\b")
_EMPTY_BEHIND = re.compile(r" vides?\b")
_ROOM = r"(?:capacités?|jauge|contenance)(?: (?:totale?s?|maximale?s?|maximum|d'[^\W\d_]+))?"
_OF_ROOM = re.compile(rf" (?:de |d')?(?:sa|la|leurs?|ses|cette|des?) ?{_ROOM}\b")
_CAN_HOLD = re.compile(
    rf"\b{_ROOM},? (?:de |d'|est de |était de |atteint |fixée à |qui est de |s'élève à )"
    r"(?:près de |quelque |environ )?$"
    r"|\b(?:peut|pouvant|pouvait|peuvent) (?:accueillir|contenir|recevoir|stocker|héberger"
    r"|retenir|loger)(?: jusqu'à| près de)? $"
)
_SEATS = {
    "place", "siège", "fauteuil", "lit", "chambre", "cellule", "emplacement", "couchage", "box",
    "couvert", "table", "stalle", "anneau", "transat",
}  # fmt: skip
_HOLDERS = {
    "spectateur", "entrée", "billet", "détenu", "prisonnier", "patient", "visiteur", "supporter",
    "supporteur", "client", "passager", "convive", "élève", "étudiant", "résident", "personne",
    "pensionnaire", "fan", "vacancier", "touriste", "voyageur", "festivalier", "auditeur", "bateau",
    "voiture", "véhicule", "campeur", "fidèle", "invité", "participant", "curieux", "malade",
}  # fmt: skip
_FOR_SEVERAL = {"chambre", "cellule", "table", "emplacement", "box", "stalle"}
_SOME = re.compile(r"\b(?:grâce à|dont|notamment|parmi|y compris)[^.;:()\d]{0,15}$")
# Nothing tells which of those that fill it: "250 patients âgés", "300 passagers en seconde".
_ALL = re.compile(
    r"(?: (?:d'eau|en moyenne|au total|en tout|présents?|présentes?))? ?(?:[.,;:)!?»]|$)"
)
_TAKEN = re.compile(
    r" (?:[^\W\d_]+ ){0,3}?(?:occupée?s|réservée?s|vendue?s|louée?s|prise?s|remplie?s)\b"
    r"(?! (?:à|aux?) (?:\d|[^\W\d_]+ \d|trois|deux))"
)
# Another year, another house, what was hoped for: no share of this.
_OTHERWISE = re.compile(
    r"\b(?:contre|l'an (?:dernier|passé)|en moyenne|objectif|auparavant|plus tôt|autres?|dont|sauf"
    r"|hausse|baisse|chacune?|habitués?|abonnés?|avai\w+|debout|nuit|matin|soir|jour|semaine|week-end|été|hiver"
    r"|en (?:19|20)\d\d|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)\b|;"
)
LEAST, MOST = Decimal("0.5"), Decimal(2)  # of the computed share; what lies farther is another's


def find(context: Context) -> Iterator[Share]:
    return in_passages(
        context, _filled, lambda one: one.stated.extent.start, cues=_CUES, figures=3
    )  # fmt: skip


def _filled(passage: Passage) -> Iterator[Share]:
    """The only share of a filled thing, by the only room and the only figure of what it holds.

    In one sentence: the next may be of another house, or of another evening.
    """
    if len(passage.sentences) > 1:
        return
    plain, figures = passage.plain, passage.figures
    shares = [(one, way) for one in figures if (way := _way(plain, one))]
    rooms = [one for one in figures if _is_room(plain, one)]
    if len(shares) != 1 or len(rooms) != 1:
        return
    (stated, way), room = shares[0], rooms[0]
    held = [one for one in figures if one is not room and _is_held(passage, one, room)]
    if len(held) != 1:
        return
    extents = sorted(one.extent for one in (stated, room, held[0]))
    if _OTHERWISE.search(lower(plain[extents[0].start : extents[-1].end + 20])):
        return
    part, whole = in_measure_of(held[0], room), in_measure_of(room, held[0])
    if way < 0:
        value = (whole.value or Decimal(0)) - (part.value or Decimal(0))
        part = replace(
            part, value=value, strict=whole.strict - part.strict, loose=whole.loose - part.loose
        )
    share = Share(part, whole, stated, binding=Binding.INFERRED)
    if share.holds or _is_near(share):
        yield share


def _way(plain: str, one: Quantity) -> int:
    """1 for a share that is full, -1 for one that is empty, 0 for any other."""
    fraction = one.kind is QuantityKind.RATIO and 0 < (one.value or 0) < 1
    if not (fraction or (one.kind is QuantityKind.PERCENT and one.unit == "%")):
        return 0
    ahead = lower(words_before(plain, one.reach.start, 45))
    behind = words_after(plain, one.extent.end, 40)
    if _EMPTY.search(ahead) or (fraction and _EMPTY_BEHIND.match(behind)):
        return -1
    full = _FULL.search(ahead) or _OF_ROOM.match(behind)
    return 1 if full or (fraction and _FULL_BEHIND.match(behind)) else 0


def _is_room(plain: str, one: Quantity) -> bool:
    """Whether a figure says how much there is room for."""
    if one.kind not in {*NUMBERS, QuantityKind.DIMENSION} or is_surplus(plain, one):
        return False
    if _CAN_HOLD.search(lower(words_before(plain, one.reach.start, 60))):
        return True
    taken = _TAKEN.match(words_after(plain, end_of(one), 60))
    return told_noun(one) in _SEATS and taken is None and not is_lead(plain, one)


def _is_held(passage: Passage, one: Quantity, room: Quantity) -> bool:
    """Whether a figure says how much of the room is taken."""
    plain = passage.plain
    if one.kind not in {*NUMBERS, QuantityKind.DIMENSION} or id(one) in passage.changes:
        return False
    if is_surplus(plain, one) or is_lead(plain, one):
        return False
    if _SOME.search(lower(words_before(plain, one.reach.start, 25))):
        return False
    if one.kind is QuantityKind.DIMENSION or room.kind is QuantityKind.DIMENSION:
        closed = _ALL.match(words_after(plain, end_of(one), 30)) is not None
        return closed and same_thing(one, in_measure_of(room, one))
    noun = told_noun(one)
    if noun is not None and (noun in _HOLDERS or is_person(noun, lexicon().grammar)):
        for_one = told_noun(room) not in _FOR_SEVERAL
        return for_one and _ALL.match(words_after(plain, end_of(one), 30)) is not None
    return noun in _SEATS and _TAKEN.match(words_after(plain, end_of(one), 60)) is not None


def _is_near(share: Share) -> bool:
    """Whether the share that is told is near enough to the one computed to be meant for it."""
    exact, stated = share.exact(share.whole), share.stated.value
    if exact is None or stated is None:
        return False
    told = stated if share.stated.kind is QuantityKind.PERCENT else stated * 100
    ratio = quotient(told, exact)
    return ratio is not None and LEAST <= ratio <= MOST
