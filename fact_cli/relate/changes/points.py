"""A change told in points, of a thing that is no percentage: "les ventes gagnent 8 points"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import lower
from fact_cli.model.changes import InPoints
from fact_cli.model.finding import Binding
from fact_cli.model.mention import QuantityKind
from fact_cli.relate.context import Context

# What is counted in units or money, never in percent.
_AMOUNT = (
    r"(?:ventes|exportations|importations|immatriculations|effectifs|recettes|dépenses|loyers"
    r"|salaires|commandes|livraisons|chiffre d'affaires|bénéfices?|population|production"
    r"|nombre (?:de |d'|des )[^\W\d_]+(?: [^\W\d_]+){0,2}|naissances|embauches|nuitées)"
)
_CHANGES = re.compile(
    rf"\b(?P<of>{_AMOUNT})(?: [^\W\d_]+| de [^\W\d_]+| en [^\W\d_]+)? ?"
    r"(?:ont |a |avait |avaient |s'est |se sont )?(?:encore |ainsi |même |déjà )?"
    r"(?:gagn|per[dt]|progress|recul|augment|baiss|grimp|chut|bond|s'accroi)\w+ (?:encore |ainsi )?"
    r"(?:de |d')?$"
)
# An index of sales, or a share of them, moves in points.
_INDEXED = re.compile(r"\b(?:indices?|parts?|taux|score|cote|baromètre|poids|ratio|marge|solde)\b")


def find(context: Context) -> Iterator[InPoints]:
    plain = context.document.plain
    for sentence in context.sentences:
        for figure in sentence.quantities:
            if figure.kind is not QuantityKind.POINTS:
                continue
            before = lower(plain[sentence.extent.start : figure.reach.start])
            told = _CHANGES.search(before)
            if told and not _INDEXED.search(lower(sentence.extent.of(plain))):
                yield InPoints(figure, told["of"], Binding.INFERRED)
