"""The word of change, or the sign, of which a figure tells the size: "a perdu 18 salariés"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from fact_cli.lang.line import Item
from fact_cli.lang.words import words_before
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus

if TYPE_CHECKING:
    from fact_cli.relate.passage import Passage

_DIRECT = re.compile(r" (?:(?:que|seulement|à peine|tout juste|encore|même|presque) )?")
_OF = re.compile(
    r"(?: [a-zà-ÿ'’]+){0,3}? (?:que )?"
    r"(?:de |d'|d’|atteint |atteignait |est de |était de |s'élève à |se chiffre à |représente "
    r"|équivaut à |correspond à )"
)
_AND_OF = re.compile(
    r"[^.;:()\d]{0,90}(?:,| et| puis| mais) (?:ce(?:lui|lle|ux|lles)\b[^.;:()\d]{0,80} )?(?:de |d')"
)
# "A reculé de 5 % : de 7 % chez les Belges, de 2 % chez les étrangers".
_WHICH_IS = re.compile(r"[^.;:()\d]{0,40} ?: de ")
_OF_A_GROUP = re.compile(r" (?:chez|pour|parmi|dans|du côté|à|au|aux) ")
# "la perte de 24 100 clients (contre 5 000 de perdus en 2015)": the size of the same change then.
_AGAINST = re.compile(
    r"(?: [^\W\d_]+){0,4}?,? ?\(?(?:contre|après) (?:(?:une? |celles? |ceux )[^.;:()\d]{0,30} de )?"
)
_THAT_IS = re.compile(r",? (?:soit|ou) ")
_REACHED = re.compile(r"[^.;:,\d]{0,30}(?: :|,) (?:à|pour|elles?|ils?|qui|et)\b")
_CLAUSE = re.compile(r"[,;:.()]")
# Not by how much money it changes, but for how much it is earned or sold.
_IS_EARNED = re.compile(
    r"gagn\w+|(?<!\ba )(?<!\bont )(?<!\bavait )(?:cédée?s?|cédait|cédaient)\b", re.IGNORECASE
)
# "A gagné 3 dollars, de 78 à 83", "cède 2 euros à 41 euros": a step, and where it led.
_LED_TO = re.compile(
    r",? (?:(?:en )?passant |pour passer )?d(?:e |'|es )[\d ,.]{1,12}(?: [^\W\d_]+)? (?:à|aux) \d"
    r"|,? (?:à|pour atteindre|pour s'établir à) \d"
)
_MORE_OF = re.compile(
    r"(?: d(?:e |')[^.;:()\d,]{2,40}|(?: [^\W\d_]+(?:'[^\W\d_]+)?){0,3}) en (?P<way>plus|moins)\b"
    r"(?! d(?:e |')(?:\d|[^\W\d_]+ (?:an|mois|jour|semaine|heure|minute)))"
)
_SIGNS = {"+": "rise", "-": "fall", "−": "fall"}
_AMOUNTS = {QuantityKind.MONEY, *NUMBERS}
_SIZES = {QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.RATIO}
# "a relevé 18 mm" tells a level, "a perdu 18 salariés" a change.
_TAKES_SIZE = re.compile(r"(?:perd|gagn|c[èé]d|lâch|abandonn|grappill)", re.IGNORECASE)
_ON_TO = re.compile(r"(?: [^\W\d_]+)? à \d")  # "la hausse l'a porté de 9 à 9,19 euros"


def word_of(passage: Passage, figure: Quantity) -> Item | None:
    """The word of change, or the sign, of which a figure tells the size."""
    at = figure.extent.start
    if figure.kind in _AMOUNTS and passage.plain[at - 1 : at] in {"-", "−"}:
        at -= 1  # a dash that the figure is not read with
    sign = passage.plain[at]
    if sign in _SIGNS and (figure.kind is QuantityKind.PERCENT or _is_signed(passage, figure, at)):
        return Item(at, at + 1, frozenset({_SIGNS[sign]}), _SIGNS[sign])
    if is_surplus(passage.plain, figure):
        behind = (w for w in passage.words if 0 <= w.start - figure.extent.end <= 30)
        word = next(behind, None) or _more_or_less(passage, figure)
        apart = word and _CLAUSE.search(passage.plain, figure.extent.end, word.start)
        return None if apart else word
    named = next((one for one in passage.words if _is_named_by(passage, figure, one)), None)
    if named is not None:
        return named
    for word in passage.words:
        if passage.plain.startswith(("de ", "supp"), word.start):
            continue
        if not 0 <= figure.reach.start - word.end <= 40:
            continue
        gap = passage.told_between(word.end, figure.reach.start)
        taken = _TAKES_SIZE.match(passage.plain, word.start) is not None
        led = taken and gap == " " and _is_measured(passage.plain, figure)
        led = led and _LED_TO.match(passage.plain, figure.extent.end) is not None
        earned = _IS_EARNED.match(passage.plain, word.start) and figure.kind is QuantityKind.MONEY
        if earned and not led:
            continue
        on_to = _ON_TO.match(passage.plain, figure.extent.end)
        if figure.kind not in _SIZES and on_to and not led:
            continue
        direct = figure.kind in _SIZES or taken
        if (direct and _DIRECT.fullmatch(gap)) or _OF.fullmatch(gap):
            return word
    return None


def _is_signed(passage: Passage, figure: Quantity, at: int) -> bool:
    """Whether an amount with a sign is told as a step: "(+176)", "soit -1,2 million"."""
    ahead = words_before(passage.plain, at, 6)
    return figure.kind in _AMOUNTS and ahead.endswith(("(", " soit "))


def _is_measured(plain: str, figure: Quantity) -> bool:
    """Whether a figure tells its unit itself: no end of a range, "perd 3 à 4 kilos"."""
    return re.search(r"[^\W\d_]|[€$£°]", figure.extent.of(plain)[1:]) is not None


def _more_or_less(passage: Passage, figure: Quantity) -> Item | None:
    """ "59 % de voix en plus", "12 lits en moins": the way that a figure goes."""
    found = _MORE_OF.match(passage.plain, figure.extent.end)
    if found is None:
        return None
    way = "rise" if found["way"] == "plus" else "fall"
    return Item(found.start("way"), found.end(), frozenset({way}), way)


def _is_named_by(passage: Passage, figure: Quantity, word: Item) -> bool:
    """Whether a noun of change stands right behind a figure: "40 % de hausse"."""
    gap = passage.plain[figure.extent.end : word.start]
    return gap in {" de ", " d'"} and figure.kind is QuantityKind.PERCENT


def add_elided(passage: Passage, changes: dict[int, Item]) -> None:
    """ "augmenté de 2 % en 2019 et de 1,5 % en 2020": the verb is told once.

    Of "+12 %, soit 40 millions : elles atteignent …" the second is that change again.
    """
    for first, second in pairwise(passage.figures):
        word = changes.get(id(first))
        if word is None or id(second) in changes:
            continue
        gap = passage.told_between(first.extent.end, second.reach.start)
        if _ON_TO.match(passage.plain, second.extent.end) and " et " not in gap:
            elided = False  # "a reculé de 1,2 % en six ans, de 9,6 % à 8,4 %"
        elif first.kind is second.kind or {first.kind, second.kind} <= NUMBERS:
            group = _OF_A_GROUP.match(passage.plain, end_of(second))
            parted = group is not None and _WHICH_IS.fullmatch(gap) is not None
            elided = parted or bool(_AND_OF.fullmatch(gap) or _AGAINST.fullmatch(gap))
        elif gap == " (":  # "de 5,1 % (+1,61 euro pour atteindre 33,25 euros)"
            elided = is_signed_step(passage.plain, second)
        else:
            reached = _REACHED.match(passage.plain, end_of(second))
            elided = reached is not None and _THAT_IS.fullmatch(gap) is not None
        if elided:
            changes[id(second)] = word


def is_signed_step(plain: str, figure: Quantity) -> bool:
    """Whether an amount opens a bracket with a plus: "(+ 200 000 tonnes)" is no level."""
    start = figure.extent.start
    return figure.kind in _AMOUNTS and plain[start - 1 : start + 1] == "(+"
