"""A share of a whole, and the part that it makes: "18 % des 25 000 foyers. Ces 4 500 ménages"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from fact_cli.lang.words import lower, words_after
from fact_cli.model.bounds import quotient
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.shares import Share, in_percent
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import NUMBERS, end_of, is_lead, is_surplus, same_thing, told_noun
from fact_cli.relate.passage import Passage

_OF = re.compile(r" (?:des|de (?:ces|ses|leurs|nos)|du total des)(?: quelque)? $")
_OF_ALL = re.compile(r"(?:sur|parmi) (?:les |ces |ses |leurs |nos |un total de )?$")
_ANSWERED = re.compile(
    r"[^.;:()\d]{0,60} (?:ont|avaient) (?:dit|voté|répondu|choisi)[^.;:()\d]{0,20} à $"
)
_THIS = re.compile(
    r"(?:\b(?:l'ensemble de |la totalité de |tous )?ces (?:quelque )?"
    r"|\b(?:cela|ce qui) (?:représente|correspond à|fait|concerne) |\bsoit (?:environ |près de )?"
    r"|\b(?:autrement dit|c'est-à-dire|à savoir),? |\bse prévaloir de (?:ses |ces )?)$"
)
_THE_REST = re.compile(r"(?:dans |pour |chez )?(?:les|ces) $|quant aux $")
# "Soit 300 avec le rattrapage", "soit 50 foyers": with others, or not of those.
_WITH_MORE = re.compile(r"(?: [^\W\d_]+)?,? (?:avec|grâce|compris|hors|sans|dont)\b")
_OTHERS = re.compile(r"(?: [^\W\d_]+)? (?:autres|restante?s?)\b|(?<=autres)\b")
_HOMES = {"foyer", "ménage", "famille", "couple"}
LEAST, MOST = Decimal("0.4"), Decimal("2.5")  # of the part; what lies farther is another's
FACTORS = (Decimal(1), Decimal(10), Decimal("0.1"))


def find(context: Context) -> Iterator[Share]:
    return in_passages(context, _told, lambda one: one.part.extent.start, figures=3)


def _told(passage: Passage) -> Iterator[Share]:
    """The only share of the only whole it is tied to, and the figure that takes it up."""
    shares = [one for one in passage.figures if _is_share(passage, one)]
    tied = [
        (share, whole)
        for share in shares
        for whole in passage.figures
        if whole.kind is QuantityKind.COUNT and whole.noun and _is_of(passage, share, whole)
    ]
    if len(tied) != 1:
        return
    ((share, whole),) = tied
    last = max(share.extent, whole.extent)
    for one in passage.figures:
        if (
            one.extent <= last
            or one.kind not in NUMBERS
            or not 0 < (one.value or 0) < (whole.value or 0)
        ):
            continue
        if _WITH_MORE.match(words_after(passage.plain, one.extent.end, 30)):
            continue
        if told_noun(one) in _HOMES and whole.of not in _HOMES:
            continue  # "soit 50 foyers", of 300 people
        if is_surplus(passage.plain, one) or is_lead(passage.plain, one):
            return
        start = passage.sentence_of(one).extent.start
        ahead = lower(passage.plain[start : one.reach.start])
        rest = _THE_REST.fullmatch(ahead) and _OTHERS.match(passage.plain, one.extent.end)
        if not rest and not _THIS.search(ahead):
            return
        part = _rest_of(whole, one) if rest else one
        part = replace(part, unit=whole.unit, kind=whole.kind)
        if _is_near(share, whole, part):
            yield Share(part, whole, share, (), Binding.INFERRED)
        return


def _is_share(passage: Passage, one: Quantity) -> bool:
    if id(one) in passage.changes or is_surplus(passage.plain, one):
        return False
    fraction = one.kind is QuantityKind.RATIO and 0 < (one.value or 0) < 1
    return fraction or one.kind is QuantityKind.PERCENT


def _is_of(passage: Passage, share: Quantity, whole: Quantity) -> bool:
    plain = passage.plain
    sentence = passage.sentence_of(share)
    if not sentence.extent.holds(whole.extent):
        return False
    if share.extent < whole.extent:
        return _OF.fullmatch(plain, end_of(share), whole.reach.start) is not None
    gap = lower(plain[end_of(whole) : share.reach.start])
    opens = _OF_ALL.fullmatch(lower(plain[sentence.extent.start : whole.reach.start]))
    nothing = not any(
        whole.extent < one.extent < share.extent and same_thing(one, whole)
        for one in passage.figures
    )
    return bool(_ANSWERED.fullmatch(gap) or (opens and gap.rstrip().endswith(","))) and nothing


def _rest_of(whole: Quantity, left: Quantity) -> Quantity:
    """What "les 24 autres" leave of their whole, told where they are."""
    value = (whole.value or Decimal(0)) - (left.value or Decimal(0))
    return replace(
        left, value=value, strict=whole.strict - left.strict, loose=whole.loose - left.loose
    )


def _is_near(share: Quantity, whole: Quantity, part: Quantity) -> bool:
    """Whether a part is of a size at which it can be the share that is told, but for a slip."""
    if told_noun(part) is not None and told_noun(part) == told_noun(share):
        return False
    claimed = in_percent(share, loose=False)
    exact = quotient(part.value, whole.value)
    if None in claimed.ends or exact is None or len(claimed.ends) != 2:
        return False
    near = quotient(exact * 100, sum(claimed.ends, Decimal(0)) / 2)
    return near is not None and any(LEAST <= near * by <= MOST for by in FACTORS)
