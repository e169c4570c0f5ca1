"""Currencies that a law ties to the euro: "2 milliards de FCFA (3,05 millions d'euros)"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from fact_cli.lang.lexicon import read
from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.figures import SameSum
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import end_of, usable

# "5 millions de FCFA d'amende (7 600 euros)", "500 FCFA le kilo, soit 0,76 euro"
_OF_SOMETHING = re.compile(
    r"(?: (?:par |le |la |l'|de |d'|chaque )[^\W\d_]+(?: [^\W\d_]+)?)?"
    r"(?: ?\((?:soit |environ |près de |quelque |plus de |à peu près )*|,? soit )"
)
# What follows a sum that is another told again, and no price of a part of it.
_TOLD_AGAIN = re.compile(
    r" ?(?:environ|à peu près|approximativement|à l'époque|au (?:cours|taux)\b[^.;()]{0,25})?"
    r" ?(?:[)\]/;.!?»\"-]|, ?(?!d'après|dont)|$| (?:ou|et|soit|selon|à|aux?|au|d'aides?|de crédits?"
    r"|qui|auprès|afin|accordée?|versée?)\b)"
)
# Sums of another time, or of what they would buy.
_THEN = re.compile(
    r"\b(?:ancien(?:ne)?s? (?:francs?|livres?|drachmes?)|constante?s?|pouvoir d'achat|inflation"
    r"|actuel(?:le)?s|actualis\w+|de nos jours|aujourd'hui|de l'époque|corrig\w+|équivaudr\w+"
    r"|vaudr\w+|représenterai\w+|revalu\w+|collection\w*|numismat\w*|faux|aux enchères|dévalu\w*)\b"
)
_OTHERS = re.compile(
    r" (?:turc|turque|suisse|cap-?verdien|antillais|arubais|rwandais|burundais|congolais|guinéen"
    r"|djiboutien|comorien|malgache|israélien|égyptien|libanais|syrien)(?:ne)?s?\b"
)
_BARE = re.compile(r"\b(?P<name>franc|escudo|couronne)s?$")
CFA_HALVED, NEW_FRANC = 1994, 1960  # before it, a franc CFA made two; a franc a hundredth of one
AROUND = 160  # characters around two sums in which words tell that they are of another time
PLACES = 4  # sums of a sentence of which the second can be told again
LATITUDE = Decimal("0.12")  # of a sum, by which what it makes may be rounded
NEARLY = Decimal("0.06")  # the same where another sum of the sentence may be meant


@cache
def _table() -> Mapping[str, Any]:
    return read("pegs")


def fixed_rate(one: str, other: str) -> Decimal | None:
    """How many of ``other`` one of ``one`` makes by law; None where no law says it."""
    pegs = {"EUR": Decimal(1)} | _table()["now"] | _table()["past"]
    if one == other or one not in pegs or other not in pegs:
        return None
    return pegs[other] / pegs[one]


def is_told_again(plain: str, same: SameSum) -> bool:
    """Whether the second sum stands behind the first as the same one: "97 euros" set apart."""
    start, end = end_of(same.one), same.other.reach.start
    apposed = same.other.hedge is not None and plain[start:end] == ", "
    return apposed or _OF_SOMETHING.fullmatch(plain, start, end) is not None


def tells_fixed(context: Context, sentence: ScannedSentence, same: SameSum, rate: Decimal) -> bool:
    """Whether two sums are one and the same by that rate, and of today."""
    plain = context.document.plain
    if not _TOLD_AGAIN.match(plain, end_of(same.other)) or same.exact is None:
        return False
    if any(_OTHERS.match(plain, one.extent.end) for one in _of(same)):
        return False
    if not _is_told_by_name(plain, same, rate) or _is_of_others(sentence, same, rate):
        return False
    return not _is_of_old(context, sentence, same)


def tells_of_then(words: str) -> bool:
    """Whether words tell of sums of another time, or of what they would buy."""
    return _THEN.search(words) is not None


def _of(same: SameSum) -> tuple[Quantity, Quantity]:
    return same.one, same.other


def _is_of_old(context: Context, sentence: ScannedSentence, same: SameSum) -> bool:
    """Whether years are told in which another law held, or what a sum of old would buy."""
    plain = context.document.plain
    past = any(one.unit in _table()["past"] for one in _of(same))
    first, last = same.one.extent.start, end_of(same.other)
    around = words_before(plain, first, AROUND) + words_after(plain, first, last - first + AROUND)
    if past and _THEN.search(around):
        return True
    since = NEW_FRANC if past else CFA_HALVED
    near = (one for one in context.sentences if one.sentence.block == sentence.sentence.block)
    years = [time.timex[:4] for each in near for time in each.times]
    return any(year.isdigit() and int(year) < since for year in years)


def is_bare(plain: str, same: SameSum) -> bool:
    """Whether a currency is told by a name that several countries share."""
    return any(_BARE.search(lower(one.extent.of(plain))) for one in _of(same))


def _is_told_by_name(plain: str, same: SameSum, rate: Decimal) -> bool:
    """Whether a sum is less than the law makes of it, or of a currency that goes on.

    Of a currency given up, a sum told as more may be what it would buy today; of a name that
    others share, only what no other makes is told.
    """
    assert same.exact is not None
    past = [one for one in _of(same) if one.unit in _table()["past"]]
    for one in past:
        worth = same.exact if one is same.one else 1 / same.exact  # euros for one of it
        due = rate if one is same.one else 1 / rate
        if worth > due * (1 + LATITUDE):
            return False
    for one in _of(same):
        bare = _BARE.search(lower(one.extent.of(plain)))
        if bare is None:
            continue
        if bare["name"] not in _table()["shared"]:
            return False
        low, high = _table()["shared"][bare["name"]]
        per_euro = 1 / same.exact if one is same.one else same.exact
        if not low <= per_euro <= high and abs(same.exact / rate - 1) > LATITUDE:
            return False
    return True


def _is_of_others(sentence: ScannedSentence, same: SameSum, rate: Decimal) -> bool:
    """Whether another sum of the sentence, or several together, make what is told again."""
    if same.other.value is None or abs((same.exact or rate) / rate - 1) <= LATITUDE:
        return False
    before = [
        one
        for one in usable(sentence.quantities)
        if one.kind is QuantityKind.MONEY
        and one.unit == same.one.unit
        and one.extent < same.other.extent
        and one is not same.one
    ]
    return any(
        abs(total * rate / same.other.value - 1) <= NEARLY
        for total in _sums(before[-PLACES:], same.one)
    )


def _sums(others: Sequence[Quantity], last: Quantity) -> Sequence[Decimal]:
    """What each figure makes, and the last with those before it."""
    values = [one.value or Decimal(0) for one in others]
    told = list(values)
    total = last.value or Decimal(0)
    for value in reversed(values):
        total += value
        told.append(total)
    return told
