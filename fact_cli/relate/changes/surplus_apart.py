"""How many more or fewer there are, against the only two numbers of their noun in the article.

"Ils étaient 2 318 choristes … quand 1 950 voix avaient résonné … Avec 268 chanteurs de plus que
douze ans plus tôt": no words lead from the one to the others, but the article counts nobody else,
and the two lie as far apart as is told, but for one digit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from fact_cli.lang.words import lower
from fact_cli.model.figures import Difference
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.slips import Slip, digits_of, slip_between
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, end_of, is_lead, is_surplus, usable
from fact_cli.relate.twice.values.same_words import words

_CUES = ("de plus", "de moins", "en plus", "en moins", "supplémentaires", "d'écart", "d'avance")
# What a number is more than: an earlier time, or a rival. Alone, it is told of the two as well.
_THAN = re.compile(
    r" (?:de|en) (?:plus|moins)(?: (?:qu'|que |par rapport à)[^.;:()]{2,60})?(?=[.,;:)!?»]|$)"
)
_OTHERWISE = re.compile(
    r"\b(?:par (?:an|mois|jour|semaine)|chaque|d'ici|objectif|prév\w+|pourrai\w*|devrai\w*|espèr\w*"
    r"|attend\w*|vis\w+|encore|voudrai\w*|il (?:en )?(?:faut|faudrait|manque)|moyenne|dont)\b"
)
PRECISE = 3  # digits of a difference, from which a misprint of it is no chance
LARGE = 100  # of such numbers


def find(context: Context) -> Iterator[Difference]:
    if not context.tells(_CUES):
        return
    plain = context.document.plain
    told = [one for each in context.sentences for one in usable(each.quantities)]
    counts = [one for one in told if _is_count(plain, one)]
    if len(counts) < 2:
        return
    for sentence in context.sentences:
        for stated in usable(sentence.quantities):
            if not _is_difference(plain, stated) or _OTHERWISE.search(
                lower(sentence.extent.of(plain))
            ):
                continue
            two = _only_two(stated, counts)
            if two and not any(sentence.extent.holds(one.extent) for one in two):
                yield from _difference(stated, two, told)


def _is_count(plain: str, one: Quantity) -> bool:
    counts = one.kind is QuantityKind.COUNT and one.of is not None and (one.value or 0) >= LARGE
    return counts and not is_surplus(plain, one) and not is_lead(plain, one)


def _is_difference(plain: str, one: Quantity) -> bool:
    """Whether a number with a noun is told as so many more: "268 chanteurs de plus qu'en 2014"."""
    precise = one.hedge is None and one.value is not None and digits_of(one.value, one.step)
    return (
        bool(precise)
        and one.kind in NUMBERS
        and one.of is not None
        and digits_of(one.value or Decimal(0), one.step) >= PRECISE
        and _THAN.match(lower(plain[end_of(one) : end_of(one) + 90])) is not None
    )


def _only_two(stated: Quantity, counts: Sequence[Quantity]) -> Sequence[Quantity]:
    """The numbers of what a difference counts, where there are two values, each told exactly."""
    things = words().things
    own = things.get(stated.of or "", frozenset())
    alike = [
        one for one in counts if one.of == stated.of or own & things.get(one.of or "", frozenset())
    ]
    values = {one.value: one for one in reversed(alike)}
    exact = all(one.hedge is None for one in alike)
    return sorted(values.values(), key=lambda one: one.extent) if exact and len(values) == 2 else ()


def _difference(
    stated: Quantity, two: Sequence[Quantity], told: Sequence[Quantity]
) -> Iterator[Difference]:
    first, last = two
    apart = abs((first.value or Decimal(0)) - (last.value or Decimal(0)))
    again = [one for one in told if one.value == stated.value and one is not stated]
    slip = slip_between(stated.value or Decimal(0), apart, stated.step)
    right = apart == stated.value
    if right or (slip in {Slip.DIGIT, Slip.SWAP} and not again):
        yield Difference(last, first, stated, 0, Binding.INFERRED)
