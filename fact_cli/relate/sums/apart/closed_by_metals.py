"""Medals told metal by metal, or one by one, against all of them.

"Ils ont décroché onze fois l'or, sept fois l'argent et neuf fois le bronze. Avec vingt-neuf
médailles, …"; "quatre médailles … l'or de Jacot, puis celui de Ferrari … Deux relais ont complété
la récolte avec chacun une médaille de bronze".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from fact_cli.lang.words import SMALL_NUMBERS, lower, words_after
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import BlockKind, Extent
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, is_surplus, usable
from fact_cli.relate.sums.apart.wholes import made_of

_CUES = ("bronze",)
_OF_METAL = re.compile(
    r"(?: (?:médailles?|breloques?|podiums?))?(?: (?:en|le|du|de) | d'| l')"
    r"(?P<metal>or|argent|bronze)\b"
)
_TITLES = re.compile(r" (?:titres?|sacres?|victoires?|couronnes?)\b")
_OTHERS = re.compile(
    r"\b(?:vermeil|platine|chocolat|mentions?|diplômes?|étain|cristal|grand prix|titres? de"
    r"|contre|dont|total précédent|(?<!moisson )(?<!récolte )(?<!bilan )record|objectif"
    r"|l'an (?:passé|dernier)|(?:en|à) \d{4})\b"
)
_COUNTED = {*NUMBERS, QuantityKind.RATIO}  # "onze fois l'or"
_METALS = ("or", "argent", "bronze")
_MEDALS = frozenset({"médaille", "breloque", "podium"})
_NUMBER = rf"(?P<many>\d+|{'|'.join([*SMALL_NUMBERS][2:])})"
_METAL = r"(?:or|argent|bronze)\b"
# The medals of a paragraph that tells them one by one, as they come.
_ONE_BY_ONE = re.compile(
    rf"\b{_NUMBER} (?:[^.;:]{{0,90}}?) chac(?:un|une) (?:d'|de |avec )?(?:une? )?"
    rf"(?:(?:médaille|breloque) )?(?:de |d'|en |l'|le ){_METAL}"
    rf"|\b{_NUMBER.replace('many', 'some')} (?:médailles? |breloques? )?(?:de |d'|en ){_METAL}"
    rf"|(?P<one>(?:\bl'|\ble |\bdu |\bd'|\bde |\ben ){_METAL}"
    r"|(?<=, )(?:puis |et )?cel(?:ui|le) (?:de |d'|du )|\bet celui (?:de |d'|du ))"
)
_CLOSED = re.compile(
    r"\b(?:complèt|complét|clos|clôtur|ferm|parach|conclu|parfai|boucl)\w*\b[^.;]{0,30}"
    r"\b(?:récolte|moisson|marche|bilan|tableau|total|butin|collection|palmarès|cueillette)\b"
)
_UNCOUNTED = re.compile(r"\b(?:plusieurs|quelques|autres?|encore|également|double|triple|doublé)\b")
AROUND = 60  # characters behind a figure in which its metal stands
BEHIND = 2  # sentences behind the metals in which their sum may stand


def find(context: Context) -> Iterator[Total]:
    if not context.tells(_CUES) or not context.tells(("médaille", "breloque")):
        return
    plain, blocks = context.document.plain, context.document.blocks
    for number, group in groupby(context.sentences, key=lambda one: one.sentence.block):
        extent = blocks[number].extent
        told = lower(extent.of(plain))
        if blocks[number].kind is BlockKind.BOILERPLATE or "bronze" not in told:
            continue
        if _OTHERS.search(told):
            continue
        parts = _by_metal(plain, list(group))
        if parts:
            yield from made_of(context, parts, _MEDALS, disjoint=True, behind=BEHIND)
        elif _CLOSED.search(told) and not _UNCOUNTED.search(told):
            parts = _one_by_one(extent, told)
            if len(parts) > 2:
                one_by_one = made_of(context, parts, _MEDALS, disjoint=True)
                yield from (total for total in one_by_one if _is_told_too_few(total))


def _is_told_too_few(total: Total) -> bool:
    """Whether more medals are told of than there are, or as many; some may go untold."""
    return total.exceeds or total.exact == total.whole.value


def _by_metal(plain: str, block: Sequence[ScannedSentence]) -> Sequence[Quantity]:
    """The figure of each metal; none where one is told of twice or not at all."""
    found: dict[str, Quantity] = {}
    titles: list[Quantity] = []
    for one in (figure for sentence in block for figure in usable(sentence.quantities)):
        whole = one.value is not None and one.value % 1 == 0
        if one.kind not in _COUNTED or is_surplus(plain, one) or not whole:
            continue
        behind = words_after(plain, one.extent.end, AROUND)
        metal = _OF_METAL.match(behind)
        if metal is None:
            titles += [one] if _TITLES.match(behind) else []
        elif metal["metal"] in found or one.hedge is not None:
            return []
        else:
            found[metal["metal"]] = one
    if len(titles) == 1 and "or" not in found:
        found["or"] = titles[0]
    if set(found) != set(_METALS) or any(
        one.value != int(one.value or 0) for one in found.values()
    ):
        return []
    return [_counted(one.extent, one.value or Decimal(0)) for one in found.values()]


def _one_by_one(extent: Extent, told: str) -> Sequence[Quantity]:
    parts: list[Quantity] = []
    for found in _ONE_BY_ONE.finditer(told):
        name = found["many"] or found["some"]
        value = Decimal(1) if name is None else Decimal(SMALL_NUMBERS.get(name) or int(name))
        group = "many" if found["many"] else "some" if found["some"] else "one"
        start, end = found.span(group)
        parts.append(_counted(Extent(extent.start + start, extent.start + end), value))
    return parts


def _counted(at: Extent, value: Decimal) -> Quantity:
    exact = Bounds.exactly(value)
    return Quantity(at, at, QuantityKind.COUNT, value, Decimal(1), exact, exact, of="médaille")
