"""Shares that are told to be all: "la moitié au village, un tiers à l'hospice, le quart restant".

What is called the rest, or the other one, is what the shares before it leave of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from fact_cli.lang.words import lower
from fact_cli.model.bounds import Bounds
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import end_of, is_surplus
from fact_cli.relate.passage import Passage
from fact_cli.relate.sums.rest.words import REST_CUES, tells_rest

_REST = re.compile(r" (?:restante?s?|qui (?:reste|restent))\b")
_OTHER_AHEAD = re.compile(r"\b(?:l'autre|les autres|le dernier|la dernière) $")
_CUES = (
    "l'autre", "les autres", "le dernier", "la dernière", " qui rest", "la différence", *REST_CUES,
)  # fmt: skip
# What is no part beside the others: a part of one of them, a value of another time or question.
_NESTED = re.compile(
    r"\b(?:dont|parmi|contre|avant|après|au lieu d[eu']|un an plus tôt|auparavant"
    r"|hausse|baisse|plus d[e']|moins d[e'])\b"
)
_OTHER = re.compile(r"\b[lL]['’]autre (?P<share>moitié|tiers|quart)\b")
_FRACTIONS = {
    "moitié": Decimal("0.5"), "tiers": Decimal("0.3333"), "quart": Decimal("0.25"),
}  # fmt: skip
_THEN = re.compile(
    r"^(?:en (?:19|20)\d\d|(?:à|lors d)[^,.]{3,40} (?:19|20)\d\d|l'an (?:dernier|passé)"
    r"|il y a [^,.]{2,20}),|\bavai(?:t|ent) (?:été|obtenu|recueilli|réuni)\b"
)
SLACK = Decimal("0.03")  # by which a fraction in words is rounded
# Whom the shares are of: "Parmi les 48 % d'habitants favorables, 54 % …".
_BASE = re.compile(r"(?:Parmi|Sur|Chez|Des|De) (?:les |ces |ses )?$")
REST = 110  # characters ahead of a figure in which it is told to be the rest
ALL = Decimal(100)  # percent
_OF = {" des ", " de ", " du ", " de ces "}  # "la moitié des 30 % restants": a share of a share
_OF_THEM = re.compile(r" (?:d'entre (?:eux|elles)|de (?:ce|cette|ces)\b)")


def find(context: Context) -> Iterator[Total]:
    return in_passages(context, _remaining, lambda one: one.whole.extent, cues=_CUES)


def _remaining(passage: Passage) -> Iterator[Total]:
    """The shares up to the one that is called the rest, against the whole."""
    shares = [one for one in passage.figures if _is_share(passage, one)]
    shares = sorted([*shares, *_others(passage)], key=lambda one: one.extent.start)
    last = next((one for one in shares if _is_rest(passage.plain, one)), None)
    told = last is None
    if told:
        last = next((one for one in shares[1:] if _is_told_rest(passage, one)), None)
    if last is None or any(_OF_THEM.match(passage.plain, one.extent.end) for one in shares):
        return
    now = passage.sentence_of(last)
    own = [
        one
        for one in shares[: shares.index(last) + 1]
        if passage.sentence_of(one) is now or not _tells_of_then(passage, one)
    ]
    sentence = passage.sentence_of(own[0]).extent
    words = lower(passage.plain[max(sentence.start, own[0].extent.start) : last.extent.start])
    links = [passage.plain[one.extent.end : two.reach.start] for one, two in pairwise(own)]
    if len(own) < 2 or _NESTED.search(words) or any(link in _OF for link in links):
        return
    exact = Bounds.exactly(ALL)
    whole = replace(
        last, value=ALL, kind=QuantityKind.PERCENT, unit="%", strict=exact, loose=exact,
        step=Decimal(1), hedge=None,
    )  # fmt: skip
    parts = [_in_percent(one) for one in own]
    exact_both = told and len(own) == 2 and not any(one.hedge for one in own)
    binding = Binding.STATED if exact_both else Binding.INFERRED
    total = Total(whole, parts, complete=True, exclusive=True, binding=binding)
    if not told and any(one.value == ALL - (parts[-1].value or 0) for one in parts[:-1]):
        return  # "30 % … Les 70 % restants": the rest of a share that sums up the others
    if total.is_near if told else total.is_plausible:
        yield total


def _tells_of_then(passage: Passage, one: Quantity) -> bool:
    """Whether the sentence of a share is of an earlier time: "En 2022, il avait obtenu 54 %"."""
    return _THEN.search(lower(passage.sentence_of(one).extent.of(passage.plain))) is not None


def _others(passage: Passage) -> Iterator[Quantity]:
    """ "L'autre moitié", "l'autre tiers": fractions that stand without "la" or a number."""
    start, end = passage.sentences[0].extent.start, passage.sentences[-1].extent.end
    for found in _OTHER.finditer(passage.plain, start, end):
        at, value = Extent(*found.span("share")), _FRACTIONS[found["share"]]
        bounds = Bounds(value - SLACK, value + SLACK)
        yield Quantity(at, at, QuantityKind.RATIO, value, SLACK, bounds, bounds, unit="×")


def _is_share(passage: Passage, one: Quantity) -> bool:
    fraction = one.kind is QuantityKind.RATIO and 0 < (one.value or 0) < 1
    if one.value is None or not (fraction or one.kind is QuantityKind.PERCENT):
        return False
    start = passage.sentence_of(one).extent.start
    if _BASE.fullmatch(passage.plain, start, one.reach.start):
        return False
    return id(one) not in passage.changes and not is_surplus(passage.plain, one)


def _is_rest(plain: str, one: Quantity) -> bool:
    ahead = lower(plain[max(0, one.reach.start - 20) : one.reach.start])
    other = _OTHER_AHEAD.search(ahead) is not None and one.kind is QuantityKind.RATIO
    return other or _REST.match(plain, end_of(one)) is not None


def _is_told_rest(passage: Passage, one: Quantity) -> bool:
    """ "Le reste, hors pétrole, demeure marginal : 1,92 %"."""
    start = passage.sentence_of(one).extent.start
    ahead = lower(passage.plain[max(start, one.reach.start - REST) : one.reach.start])
    return one.kind is QuantityKind.PERCENT and tells_rest(ahead)


def _in_percent(one: Quantity) -> Quantity:
    if one.kind is QuantityKind.PERCENT:
        return one
    return replace(one.scaled(ALL, "%"), kind=QuantityKind.PERCENT)
