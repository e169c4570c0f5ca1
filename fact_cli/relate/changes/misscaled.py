"""Two values of one thing of which one has lost its million, or has a milliard for a million.

"44,73 millions de clients, contre 43.693 clients un an plus tôt": before and after are of one
size. In a series told in millions with decimals a single figure with decimals and no multiplier
has lost it: "54,46 Mt …, avec 4,36 tonnes".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.sizes import TwoSizes
from fact_cli.model.slips import digits_of
from fact_cli.relate.changes.goes_on import goes_on
from fact_cli.relate.changes.pairs import pairs
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import end_of, in_unit_of, told_noun
from fact_cli.relate.passage import Passage

_CUES = ("million", "milliard", "mt", "mille", "m€", "md", "gw", "tw")
FACTORS = tuple(Decimal(1000) ** power for power in (1, 2, 3, -1, -2, -3))
NEAR, NEARER = (Decimal("0.5"), Decimal(2)), (Decimal("0.8"), Decimal("1.25"))
SURE = 2  # digits that both values show, so that they are of one size and not both round
SERIES = 2  # figures in millions beside which one without is odd
MILLION = 1_000_000
_SIZED = {QuantityKind.MONEY, QuantityKind.DIMENSION, QuantityKind.COUNT}
# "celui de l'exercice qui s'achève avait été voté à".
_THAT_ONE = re.compile(r"\b(?:celui|celle|ceux|celles) (?:de |d'|du |des |qui |que )")
_BESIDE = re.compile(
    r"(?: [^.;:,()\d]{1,25})? \((?:[-+−] ?)?| (?:à|avec|pour|et atteint|pour atteindre) "
)
_AND_SO = re.compile(
    r"(?: \([^()]*\))?(?: (?:en|dans|à|au) [^.;:()\d]{1,30})? et (?:de \d[\d, ]*%? ?% à )?"
)
_ELIDED = re.compile(r"[\d.,' ]+(?:mille|millions?|milliards?)?")
_OF_ITS_OWN = re.compile(
    r"(?:,? [^\W\d_]+)? (?:d'|de |des |du |pour |chez |par |par an|chacun|seulement de )"
    r"(?!\d|l[ae] même|l'an|l'exercice|la période|la saison)"
)
_NUMERAL = re.compile(r"\b(?:fois|multipli\w+|décupl\w+|centupl\w+|mille fois)\b")


def find(context: Context) -> Iterator[TwoSizes]:
    return in_passages(context, _odd, lambda one: one.odd.extent, _CUES, figures=2)


def _odd(passage: Passage) -> Iterator[TwoSizes]:
    if _NUMERAL.search(passage.told):
        return
    if len(passage.sentences) == 1:
        for pair in pairs(passage):
            yield from _apart(passage, *pair.both, NEAR)
    else:
        yield from _that_one(passage)
    yield from _in_series(passage)


def _that_one(passage: Passage) -> Iterator[TwoSizes]:
    """The only sum of a sentence, and the one that the next sets it against."""
    first, second = passage.sentences
    for earlier in (one for one in passage.levels if first.extent.holds(one.extent)):
        for later in (one for one in passage.levels if second.extent.holds(one.extent)):
            ahead = lower(passage.plain[second.extent.start : later.reach.start])
            told = _THAT_ONE.search(ahead) or goes_on(ahead)
            if told and _names_unit(passage, earlier) and _names_unit(passage, later):
                yield from _apart(passage, earlier, later, NEARER)


def _names_unit(passage: Passage, figure: Quantity) -> bool:
    """Whether a sum or measure has its unit beside it: "28,8 millions" may be of any currency."""
    counted = figure.kind is QuantityKind.COUNT
    return not counted and _ELIDED.fullmatch(figure.extent.of(passage.plain)) is None


def _apart(
    passage: Passage, one: Quantity, other: Quantity, near: tuple[Decimal, Decimal]
) -> Iterator[TwoSizes]:
    """The one of two values that a missing word makes so small, or a wrong one so large."""
    if one.kind not in _SIZED or not (_shows(one) and _shows(other)):
        return
    again = in_unit_of(other, one)
    if again is None or not (one.value and again.value):
        return
    nouns = {told_noun(one), told_noun(other)}
    counted = one.kind is QuantityKind.COUNT
    if len(nouns - {None}) > 1 or (counted and None in nouns) or _size(one) == _size(other):
        return
    if _has_its_own(passage, one) or _has_its_own(passage, other):
        return
    ratio = abs(again.value / one.value)
    if ratio in FACTORS:  # "amende de 1,8 milliard …, en est quitte pour 1,8 million"
        return
    factor = next((by for by in FACTORS if near[0] <= ratio / by <= near[1]), None)
    if factor is not None:
        odd = _stranger(passage, one, other)
        yield TwoSizes(odd, other, factor) if odd is one else TwoSizes(odd, one, 1 / factor)


def _has_its_own(passage: Passage, figure: Quantity) -> bool:
    """Whether words behind a value tell that it is of something else: "d'amendes", "pour Lyon"."""
    return _OF_ITS_OWN.match(passage.plain, end_of(figure)) is not None


def _size(figure: Quantity) -> Decimal:
    """What one of that in which a figure is printed counts in basic units: a million, a kilo."""
    unit = lexicon().units.get(figure.unit or "") if figure.kind is QuantityKind.DIMENSION else None
    return figure.scale * (unit.factor if unit is not None else Decimal(1))


def _shows(figure: Quantity) -> bool:
    """Whether a figure shows two digits or more, so that it can be told from another."""
    return digits_of(figure.value or Decimal(1), figure.step) >= SURE


def _stranger(passage: Passage, one: Quantity, other: Quantity) -> Quantity:
    """The one of two without a multiplier, or that shares it with fewer figures."""

    def alike(figure: Quantity) -> tuple[bool, int, int]:
        same = sum(_size(each) == _size(figure) for each in passage.figures)
        bare = figure.scale == 1 and _size(figure) == min(_size(one), _size(other))
        return not bare, same, -figure.extent.start

    return min((one, other), key=alike)


def _in_series(passage: Passage) -> Iterator[TwoSizes]:
    """ "3,75 Mt (+10 %) …, 54,46 Mt …, de 28 % avec 4,36 tonnes": one of them in tonnes."""
    for odd in passage.levels:
        if (
            odd.kind is not QuantityKind.DIMENSION
            or odd.scale != 1
            or not _is_of_change(passage, odd)
        ):
            continue
        others = [one for one in passage.levels if one is not odd and in_unit_of(one, odd)]
        if not others or any(_size(one) < MILLION * _size(odd) for one in others):
            continue
        alike = [one for one in others if _decimals(one) == _decimals(odd) > 0]
        if len(others) >= SERIES and alike:
            yield TwoSizes(odd, alike[-1], _size(alike[-1]) / _size(odd))
        elif one := next((one for one in others if _is_parallel(passage, one, odd)), None):
            yield TwoSizes(odd, one, Decimal(1000))


def _decimals(figure: Quantity) -> int:
    """How many digits a figure shows behind its comma."""
    return max(0, -int((figure.step / figure.scale).as_tuple().exponent))


def _is_of_change(passage: Passage, figure: Quantity) -> bool:
    """Whether a percentage is told right beside a value: "(+ 32,2 %)", "de 21,5 % à"."""
    for one in passage.figures:
        if one.kind is QuantityKind.PERCENT:
            first, last = sorted((one, figure), key=lambda each: each.extent)
            if _BESIDE.fullmatch(passage.plain, end_of(first), last.extent.start):
                return True
    return False


def _is_parallel(passage: Passage, one: Quantity, odd: Quantity) -> bool:
    """ "27,3 Mt (- 0,8 %) en entrée et 850 t (+ 32,2 %) en sortie": one thing, two ways."""
    gap = passage.plain[end_of(one) : max(end_of(one), odd.reach.start)]
    return _AND_SO.fullmatch(gap) is not None
