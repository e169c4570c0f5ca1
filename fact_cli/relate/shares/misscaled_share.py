"""So many per cent of a sum that make another but for a power of ten: million for milliard.

"L'opération porterait sur 24,3 milliards. Leur commission, 1 % du montant, leur rapporterait 2,4
milliards": the digits are right, the size of one figure is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from fact_cli.lang.words import words_after, words_before
from fact_cli.model.bounds import quotient
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.shares import Share
from fact_cli.model.slips import digits_of
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import is_surplus, printed, same_thing
from fact_cli.relate.passage import Passage
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
AROUND = 90  # characters before a percentage in which words tell what it is
MEANS = 2  # digits that both sums show


def find(context: Context) -> Iterator[Share]:
    return in_passages(context, _shares, lambda one: one.stated.extent, _CUES)


def _shares(passage: Passage) -> Iterator[Share]:
    rates = [one for one in passage.figures if one.kind is QuantityKind.PERCENT and one.value]
    sums = [one for one in passage.figures if one.kind is QuantityKind.MONEY and one.value]
    if len(rates) != 1 or len(sums) != 2 or not same_thing(*sums):
        return
    (rate,), (part, whole) = rates, sorted(sums, key=lambda one: one.value or Decimal(0))
    told = _OF_SUM.match(words_after(passage.plain, rate.extent.end, AROUND))
    told = told or _FEE.search(words_before(passage.plain, rate.reach.start, AROUND))
    if not told or any(_is_no_sum(passage, one) for one in (rate, *sums)):
        return
    exact = (rate.value or Decimal(0)) * (whole.value or Decimal(0)) / 100
    apart = quotient(exact, part.value)
    if apart is not None and power_of(apart, slack(part, whole, rate)) is not None:
        yield Share(part, whole, rate, binding=Binding.INFERRED)


def _is_no_sum(passage: Passage, one: Quantity) -> bool:
    """Whether a figure is a change, or too round to be told apart from any other."""
    if id(one) in passage.changes or is_surplus(passage.plain, one):
        return True
    return one.kind is QuantityKind.MONEY and digits_of(*printed(one)) < MEANS
