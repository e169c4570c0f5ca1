"""A change told in points, of a thing that is no percentage: "les ventes gagnent 8 points"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import lower
from fact_cli.model.changes import Change, InPoints
from fact_cli.model.finding import Binding
from fact_cli.model.mention import QuantityKind
from fact_cli.relate.changes.pairs import pairs
from fact_cli.relate.context import Context
from fact_cli.relate.passage import Passage

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


# "1,25 milliard contre 1,13 milliard, soit une hausse de 10 points".
_BY = re.compile(
    r"\b(?:hausse|baisse|progression|augmentation|recul|repli|bond|chute|gain|perte|diminution"
    r"|croissance|(?:progress|recul|augment|baiss|grimp|chut|bond)\w+) (?:de |d')$"
)
_NAMES = {QuantityKind.MONEY: "montant", QuantityKind.DIMENSION: "volume"}
NEAR = 1  # percent, by which the change of two amounts may be off what is told


def find(context: Context) -> Iterator[InPoints]:
    plain = context.document.plain
    for sentence in context.sentences:
        if not any(one.kind is QuantityKind.POINTS for one in sentence.quantities):
            continue
        yield from _of_amounts(Passage(context, [sentence]))
        for figure in sentence.quantities:
            if figure.kind is not QuantityKind.POINTS:
                continue
            before = lower(plain[sentence.extent.start : figure.reach.start])
            told = _CHANGES.search(before)
            if told and not _INDEXED.search(lower(sentence.extent.of(plain))):
                yield InPoints(figure, told["of"], Binding.INFERRED)


def _of_amounts(passage: Passage) -> Iterator[InPoints]:
    """What two amounts change by in percent, told in points."""
    if _INDEXED.search(passage.told):
        return
    start = passage.extent.start
    told = [
        one
        for one in passage.figures
        if one.kind is QuantityKind.POINTS
        and _BY.search(lower(passage.plain[start : one.reach.start]))
    ]
    for stated in told:
        for pair in pairs(passage):
            exact = Change(pair.before, pair.after, stated, 1).exact_percent
            kind = pair.before.kind
            if exact is None or kind in {QuantityKind.PERCENT, QuantityKind.POINTS}:
                continue
            if abs(abs(exact) - (stated.value or 0)) <= NEAR:
                of = pair.before.of or _NAMES.get(kind, "nombre")
                yield InPoints(stated, of, Binding.INFERRED)
                break
