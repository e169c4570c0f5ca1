"""One sum told in two currencies, twice in an article: both give a rate of exchange."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.currencies import worth
from fact_cli.model.figures import Exchange, SameSum
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import end_of, is_surplus, usable
from fact_cli.relate.rates.pegs import (
    fixed_rate,
    is_bare,
    is_told_again,
    tells_fixed,
    tells_of_then,
)

_AGAIN = re.compile(
    r"(?: environ| à peu près| au total| en tout)? ?"
    r"\((?:soit |environ |près de |quelque |plus de |à peu près )*"
    r"|[^.;:!?\d()]{0,20},? (?:soit|c'est-à-dire|ce qui (?:vaut|représente|équivaut à|fait))"
    r"(?: [^.;:!?\d()]{0,25})?"
)
_TO = re.compile(r" ?(?:-|à|et) ?")
# "1,2 million (8 euros chacun)"
# "40 centimes de yuan": hundredths of another currency than the euro.
_OF_ANOTHER = re.compile(r" (?:de |d')(?!euros?\b)[^\W\d_]+")
_EACH = re.compile(r" (?:chacune?s?|pièce|par|l'unité|l[ae]|l'|de (?:plus|moins|mieux))\b")
# A name that many countries have, so that the currency is only the likeliest.
_BARE = re.compile(r"\b(?:francs?|dinars?|couronnes?|roupies?|pesos?)$|^[\d., ]+$")
_BOOKS = re.compile(r"\d livres?$")  # which may be books
EURO = 1999
# Things that have a price of their own, told as a currency is.
_PRICED = {"bitcoin", "ether", "action", "titre", "once", "lingot"}


def find(context: Context) -> Iterator[Exchange]:
    """Each conversion of an article against the first of the same two currencies."""
    plain = context.document.plain
    first: dict[tuple[str, str], SameSum] = {}
    for sentence in context.sentences:
        figures = usable(sentence.quantities)
        for one, again in pairwise(figures):
            if (
                _opens_range(plain, again, figures)
                or again.kind is not QuantityKind.MONEY
                or again.unit is None
                or _EACH.match(plain, again.extent.end)
                or (again.scale < 1 and _OF_ANOTHER.match(plain, again.extent.end))
            ):
                continue
            currency, same = _currency(one), SameSum(one, again)
            told = _AGAIN.fullmatch(plain, end_of(one), again.reach.start)
            if currency is None or currency == again.unit:
                continue
            fixed = fixed_rate(currency, again.unit)
            if not told and not (fixed and is_told_again(plain, same)):
                continue
            if fixed is not None:
                if tells_fixed(context, sentence, same, fixed):
                    yield Exchange(None, same, fixed=fixed)
                    continue
                if not is_bare(plain, same):
                    continue
            earlier = first.setdefault((currency, again.unit), same)
            if earlier is same and worth(currency, again.unit) is not None:
                bare = any(_BARE.search(each.extent.of(plain)) for each in (one, again))
                if not bare and not is_surplus(plain, again):
                    yield Exchange(None, same, recent=_is_recent(context, sentence, same))
            if earlier is not same:
                yield Exchange(earlier, same)


def _is_recent(context: Context, sentence: ScannedSentence, same: SameSum) -> bool:
    """Whether nothing tells that a sum is of before the euro, or told in the money of today."""
    plain = context.document.plain
    if any(_BOOKS.search(one.extent.of(plain)) for one in (same.one, same.other)):
        return False
    near = [one for one in context.sentences if one.sentence.block == sentence.sentence.block]
    words = lower(near[0].extent.until(near[-1].extent).of(plain))
    years = [time.timex[:4] for each in near for time in each.times]
    old = any(year.isdigit() and int(year) < EURO for year in years)
    return not old and not tells_of_then(words)


def _opens_range(plain: str, figure: Quantity, figures: Sequence[Quantity]) -> bool:
    """ "500 à 1 470 francs (1,1 à 3 dollars)": the first of two is no price of the second."""
    return any(
        other.extent.start > figure.extent.end
        and _TO.fullmatch(plain, figure.extent.end, other.reach.start)
        for other in figures
    )


def _currency(quantity: Quantity) -> str | None:
    if quantity.kind is QuantityKind.MONEY:
        return quantity.unit
    return quantity.of if quantity.of in _PRICED else None
