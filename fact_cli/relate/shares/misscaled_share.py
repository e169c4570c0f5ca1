"""So many per cent of a sum that make another but for a power of ten: million for milliard.

"L'opération porterait sur 24,3 milliards. Leur commission, 1 % du montant, leur rapporterait 2,4
milliards": the digits are right, the size of one figure is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from fact_cli.lang.words import words_after, words_before
from fact_cli.model.bounds import quotient
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.shares import Share
from fact_cli.model.slips import digits_of
from fact_cli.model.text import BlockKind
from fact_cli.relate.context import Context, up_to
from fact_cli.relate.neighbours import is_surplus, printed, same_thing, sign_of, usable
from fact_cli.relate.powers import power_of, slack

_CUES = ("%",)
_OF_SUM = re.compile(
    r" (?:du|de la|de l'|des|de cette|de ce|de cet|de ces|de sa|de son|de leurs?) ?"
    r"(?:montant|produit|somme|total|enveloppe|capital|levée|vente|transaction|valeur|prix|budget"
    r"|facture|recettes?|chiffre d'affaires|mise|cession|opération|pib|richesses?|fortune|dette"
    r"|patrimoine|bénéfices?|gains?|dépenses?|ventes|fonds|encours|actifs?)\b"
)
_FEE = re.compile(
    r"\b(?:commission|rémunération|redevance|taxe|prime|royalt\w+|honoraires|courtage|intérêts?"
    r"|cotisation|ponction|prélèvement|frais)\b[^.;:]{0,60}$"
)
# What the percentage comes to: "soit 51 millions", "leur rapporterait 2,4 milliards".
_WORTH = re.compile(
    r"\b(?:soit|c'est-à-dire|rapport\w+|encaiss\w+|perc\w+|perçoi\w+|représent\w+|équiva\w+|fai\w+"
    r"|font|s'élèv\w+ à|d'un montant de|coût\w+)\b(?: [^.;:,()\d]{0,30})?$"
)
AROUND = 90  # characters before a percentage in which words tell what it is
MEANS = 2  # digits that both sums show
BACK = 3  # sentences before a percentage in which the sum may stand that it is of


def find(context: Context) -> Iterator[Share]:
    if not context.tells(_CUES):
        return
    plain, blocks = context.document.plain, context.document.blocks
    for index, sentence in enumerate(context.sentences):
        figures = usable(sentence.quantities)
        rates = [one for one in figures if one.kind is QuantityKind.PERCENT]
        told = [one for one in rates if _is_fee(plain, one)]
        if len(told) != 1 or rates[0] is not told[0]:
            continue
        titles = [
            one
            for one in context.sentences[:index]
            if blocks[one.sentence.block].kind is BlockKind.TITLE
        ]
        near = {id(one): one for one in (*titles, *up_to(context.sentences, index, BACK))}
        sums = [
            one
            for each in near.values()
            for one in usable(each.quantities)
            if one.kind is QuantityKind.MONEY and one.value
        ]
        yield from _share(plain, sums, told[0])


def _share(plain: str, sums: Sequence[Quantity], rate: Quantity) -> Iterator[Share]:
    """The only two sums near a percentage, where one of them is told beside it."""
    values = {one.value: one for one in sums if not is_surplus(plain, one)}
    if len(values) != 2 or not same_thing(*values.values()):
        return
    part, whole = sorted(values.values(), key=lambda one: one.value or Decimal(0))
    if min(map(_digits, values.values())) < MEANS:
        return
    if not _WORTH.search(words_before(plain, part.reach.start, AROUND)):
        return
    exact = (rate.value or Decimal(0)) * (whole.value or Decimal(0)) / 100
    apart = quotient(exact, part.value)
    if apart is not None and power_of(apart, slack(part, whole, rate)) is not None:
        yield Share(part, whole, rate, binding=Binding.INFERRED)


def _is_fee(plain: str, rate: Quantity) -> bool:
    """Whether words tell that a percentage is of a sum, and no change."""
    if is_surplus(plain, rate) or sign_of(plain, rate) or not rate.value:
        return False
    told = _OF_SUM.match(words_after(plain, rate.extent.end, AROUND))
    return bool(told or _FEE.search(words_before(plain, rate.reach.start, AROUND)))


def _digits(one: Quantity) -> int:
    return digits_of(*printed(one))
