"""A total, so many heads, and so much for each of them, found by what they measure.

"390 hectares … 2 340 tonnes. Un rendement de 60 quintaux à l'hectare": no phrase ties the three,
but one is a rate whose numerator only one figure is counted in, and whose denominator only one.
Words that tell a result, or a misprint that leads from one to the other, must speak for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from fact_cli.lang.words import in_brackets, lower, words_after
from fact_cli.model.bounds import is_near, quotient
from fact_cli.model.figures import Rate
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent
from fact_cli.relate.context import Context
from fact_cli.relate.elided_unit import in_scale_of
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import (
    NUMBERS,
    in_unit_of,
    is_of_names,
    is_surplus,
    same_thing,
    told_noun,
)
from fact_cli.relate.passage import Passage
from fact_cli.relate.rates.closing import (
    closes,
    is_misprint,
    is_of_whole_way,
    is_sum,
    tells_stops,
    tells_worth,
    with_noun,
)
from fact_cli.relate.rates.each import Each, are_alike_heads, each_of
from fact_cli.relate.rates.heads import Heads, heads_of
from fact_cli.relate.rates.periods import is_of_longer
from fact_cli.relate.rates.set_aside import (
    is_elsewhere,
    is_loan,
    is_not_overall,
    is_passed_over,
    is_promised,
    is_set_aside,
    is_tank,
)

# What tells that one of the three comes out of the others.
_RESULT = re.compile(
    r"\b(?:soit|donc|ainsi|moyenne|densité|incidence|prévalence|rendement|vitesse|allure|cadence"
    r"|ratio|à raison de|au prix de|autrement dit|c'est-à-dire|cela|ce qui|équiva\w+|correspond\w*"
    r"|à (?:eux|elles) (?:tous|toutes|deux|trois)"
    r"|revient|revenant|représent\w+|chacune?|égal\w*|au total|en tout|tota\w+|facture|effort"
    r"|recettes?|taux|gain|produit de|enveloppe|ramen\w*|encours|nécessaires?|avec ces|coût\w*"
    r"|de quoi|rapport\w*|si bien|de sorte|montant de|c'est(?= (?:[^\W\d_]+ )?\d))\b"
)
_IN_EACH_OF = re.compile(r"(?: [^\W\d_]+)? (?:dans|pour|à|sur|chez|par|en) chacune? de")
_AT_RATE = re.compile(r"\b[ÀàAa](?: raison|u (?:prix|rythme|train))(?: moyen)? d[eu'] ?$")
_ON_AVERAGE = re.compile(r",? en moyenne\b")
_APPOSED = re.compile(r",? \(?")
_FOR = re.compile(r" (?:pour|en|sur|dans|à) (?:[^\W\d_]+ ){0,4}")
_QUALIFIED = re.compile(
    r",? (?:[^\W\d_]+(?:ée?s?|ie?s?|ue?s?)|qui|dont|que|où|âgés?|de moins|de plus)\b"
)
# "Il en a ainsi accueilli 79 200": the noun is the one told before.
_TAKEN_UP = re.compile(r"[ ,'](?:en|n'en|m'en|s'en) (?:[^\W\d_']+(?:'[^\W\d_]+)? ){1,4}$")
_NO_TOTALS = {
    QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.RATIO, QuantityKind.ORDINAL,
}  # fmt: skip
_THERE_AND_BACK = re.compile(r"\b(?:allers?[- ](?:et[- ])?retours?|retour compris)\b")
# "En a rendu 7 000 et verse 250 par mois, de quoi solder le reliquat": of what is left.
_OF_THE_REST = re.compile(r"\b(?:le reliquat|le solde|le restant|le reste d[eu])\b")
REST = 30  # characters behind the last of the three in which the rate may be told of the rest
BEHIND = 25  # characters behind the last of the three that may still say "en moyenne"
LEAST, MOST = Decimal("0.4"), Decimal("2.5")  # of the total; what lies farther is another's
FACTORS = tuple(Decimal(10) ** power for power in (1, -1, 3, -3, 6, -6))
AS_TOLD = Decimal("0.005")  # of a rate, within which another one told is that of the total
SHIFTED = Decimal("0.03")  # how far from the total a product may lie that is it but for a factor


def find(context: Context) -> Iterator[Rate]:
    found = list(
        in_passages(context, _rates, lambda one: (one.total.extent, one.stated.extent), figures=2)
    )
    held = {one.stated.extent for one in found if one.holds(loose=True)}
    return (one for one in found if one.stated.extent not in held or one.holds(loose=True))


def _rates(passage: Passage) -> Iterator[Rate]:
    rates = {id(one): each for one in passage.figures if (each := each_of(passage, one))}
    for each in rates.values():
        if each.figure.value is None or is_surplus(passage.plain, each.figure):
            continue
        if not each.is_named and _is_of_others(passage, each):
            continue
        if each.sign is not None and each.figure.kind in NUMBERS and each.figure.of is None:
            continue  # "2,90 euros, soit 5,80 le kilo": whose unit is left out
        if is_not_overall(passage, each) or is_promised(passage, each.figure):
            continue
        if is_elsewhere(passage, each.figure) or (each.period and is_loan(passage)):
            continue
        others = [
            one
            for one in passage.figures
            if one.extent != each.figure.extent
            and not each.figure.extent.end <= one.extent.start < each.behind
            and (id(one) not in rates or _is_of_other_heads(rates[id(one)], each))
            and not is_elsewhere(passage, one)
            and not is_passed_over(passage, one, each)
            and not (each.sign == "km" and is_tank(passage, one))
        ]
        found = [
            _as_rate(each, heads, total)
            for heads in heads_of(passage, each, others)
            if not _is_of_own_heads(passage, each, heads)
            for one in others
            if one is not heads.figure and (total := _as_total(passage, one, each)) is not None
        ]
        found = [
            (rate, heads)
            for rate, heads in found
            if _is_near(rate) and not is_set_aside(passage, rate)
        ]
        holding = [rate for rate, _ in found if rate.holds(loose=True)]
        if holding:
            yield holding[0]
        elif (
            len(found) == 1
            and _is_sure(passage, each, *found[0])
            and not _holds_of_other(passage, each, found[0][1])
        ):
            yield found[0][0]


def _is_of_own_heads(passage: Passage, each: Each, heads: Heads) -> bool:
    """Whether a rate tells of heads of its own, or the heads are told aside in a bracket.

    "Huit au bourg et deux dans chacun des trois hameaux"; "février (70 naissances), juillet et
    août, avec 110 chacun".
    """
    if (
        _IN_EACH_OF.match(passage.plain, each.figure.extent.end)
        and heads.end < each.figure.extent.end
    ):
        return True
    start = passage.sentence_of(each.figure).extent.start
    aside = in_brackets(passage.plain, start, heads.extent.start)
    return aside and not in_brackets(passage.plain, start, each.figure.extent.start)


def _is_of_others(passage: Passage, each: Each) -> bool:
    """ "300 places, les deux autres 120 chacune": each of fewer heads than are counted."""
    start = passage.sentence_of(each.figure).extent.start
    others = "autres" in lower(passage.plain[start : each.figure.reach.start])
    return others or is_of_names(passage.plain, each.figure)


def _is_of_other_heads(rate: Each, each: Each) -> bool:
    """Whether a rent "par mois" is the total of so much "par mètre carré"."""
    return rate.period is not None and each.period is None


def _behind(passage: Passage, each: Each, last: Extent) -> int:
    """Where the words end that belong to a rate which is not the last of the three."""
    if last == each.figure.extent:
        return 0
    average = _ON_AVERAGE.match(passage.plain, each.behind)
    return each.behind if average is None else average.end()


def _as_total(passage: Passage, figure: Quantity, each: Each) -> Quantity | None:
    """``figure`` in the unit of ``each``, where it can be the sum over all heads."""
    total = in_unit_of(figure, each.figure)
    if total is None or total.kind in _NO_TOTALS or is_surplus(passage.plain, figure):
        return None
    if figure.kind in NUMBERS:
        told, of = told_noun(figure), each.figure.of
        if each.many > 1:
            return total if told is not None and told != each.noun else None
        if told is None or of is None:
            return total if told is of or _is_of_it(passage, figure, each) else None
        if not are_alike_heads(told, of):
            return None
    return total


def _is_of_it(passage: Passage, figure: Quantity, each: Each) -> bool:
    """Whether a figure behind a rate counts what the rate does, and takes up its noun."""
    behind = each.figure.extent < figure.extent
    return told_noun(figure) is None and behind and _is_taken_up(passage, figure)


def _is_taken_up(passage: Passage, figure: Quantity) -> bool:
    start = passage.sentence_of(figure).extent.start
    return _TAKEN_UP.search(passage.plain[start : figure.reach.start]) is not None


def _as_rate(each: Each, heads: Heads, total: Quantity) -> tuple[Rate, Heads]:
    """The relation of the three; the last of them told is what comes out, if it is no head."""
    last = max(each.figure.extent, total.extent, heads.extent)
    result = total if last == total.extent else None
    at = [total, *([heads.figure] if heads.figure is not None else [])]
    counts, name = [heads.count], heads.name
    rate = Rate(total, counts, heads.usual, name, each.figure, at, Binding.INFERRED, result)
    return rate, heads


def _is_near(rate: Rate) -> bool:
    near = quotient(rate.product, rate.total.value)
    if near is None:
        return False
    shifted = (near * factor for factor in FACTORS)
    return LEAST <= near <= MOST or any(abs(one - 1) <= SHIFTED for one in shifted)


def _is_sure(passage: Passage, each: Each, rate: Rate, heads: Heads) -> bool:
    """Whether the three are told in one breath, tied by words or by a misprint.

    Heads that something more is told of ("260 200 élèves concernés") may be others than those
    of a sentence that holds both other figures.
    """
    first, second, last = sorted([each.figure.extent, rate.total.extent, heads.extent])
    plain = passage.plain
    between = lower(first.until(last).of(plain)) + words_after(plain, last.end, REST)
    if _THERE_AND_BACK.search(between) or _OF_THE_REST.search(between):
        return False
    if each.figure.unit in {"km", "m"} and tells_stops(between):
        return False
    one, other = (passage.sentence_of(figure) for figure in (each.figure, rate.total))
    apart = one is other and not one.extent.holds(heads.extent)
    if is_of_longer(passage, rate.total, heads.extent):
        return False
    if apart and (last == heads.extent or _QUALIFIED.match(plain, heads.end)):
        return False
    if _FOR.fullmatch(plain, *sorted((rate.total.extent.end, heads.extent.start))):
        return True
    if each.is_named and _APPOSED.fullmatch(plain, rate.total.extent.end, each.figure.reach.start):
        return True
    if each.of_subject and _is_taken_up(passage, rate.total):
        return True
    if each.sold:
        behind = max(second.end, each.behind, heads.end)
        return last == rate.total.extent and is_sum(plain, behind, with_noun(rate.total))
    if _is_closing(plain, each, rate, second, last):
        return True
    start = first.end if each.sign == "km" else second.end  # of what is burnt, nothing else is told
    told = lower(passage.plain[max(start, _behind(passage, each, last)) : last.end + BEHIND])
    rated = _AT_RATE.search(passage.plain[first.start : each.figure.reach.start])
    priced = each.sign is not None and each.figure.kind is QuantityKind.MONEY
    worth = priced and tells_worth(told)
    of_way = is_of_whole_way(plain, each, rate)
    return (
        worth
        or of_way
        or rated is not None
        or _RESULT.search(told) is not None
        or is_misprint(rate)
    )


def _holds_of_other(passage: Passage, each: Each, heads: Heads) -> bool:
    """Whether another figure is the rate or the total, its unit left out.

    "Vendu 18,90 euros, proposé à 19,80"; "2 088 euros le mètre carré à Quimper, 2 310 à Brest".
    """
    unit, kind = each.figure.unit, each.figure.kind
    totals = [one for one in passage.figures if same_thing(one, each.figure) and one.value]
    priced = each.sign is not None and kind is QuantityKind.MONEY
    if (
        priced
        and heads.usual
        and any(
            is_near(one.value / heads.usual, rate.value, AS_TOLD)
            for one in totals
            for rate in totals
            if one.value and rate.value and rate is not one and rate is not each.figure
        )
    ):
        return True
    bare = [one for one in passage.figures if one.kind is QuantityKind.NUMBER and one.noun is None]
    return any(
        _as_rate(each, heads, told)[0].holds(loose=True)
        for one in bare
        for told in (replace(one, unit=unit, kind=kind), in_scale_of(one, each.figure))
    )


def _is_closing(plain: str, each: Each, rate: Rate, second: Extent, last: Extent) -> bool:
    """Whether the last of the three closes the sentence in a bracket or behind a colon."""
    behind = each.behind if second == each.figure.extent else second.end
    end = each.behind if last == each.figure.extent else last.end
    told = last in {each.figure.extent, rate.total.extent}
    return told and closes(plain, behind, last, end)
