"""The score of a match and those of its periods, and how far its two sides lie apart.

"Cholet s'impose 84-79 (18-22, 24-17, 20-23, 22-19)": what each side scored in all is the sum of
what it scored in each period. That one side's sum is right tells that the periods are those
of the match; a fifth period, shots at goal or sets won would leave both sides wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from fact_cli.lang.words import lower, words_before
from fact_cli.model.bounds import Bounds
from fact_cli.model.figures import Difference
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context

_SCORE = re.compile(
    r"(?P<one>\d(?<![\w.,/’'-]\d)\d{0,2})(?: ?- ?| à )(?P<other>\d{1,3})"
    r"(?![\w/-]|[.,]\d| ?(?:ans|%|h\b))"
)
_NEXT = re.compile(r" ?[,;/|] ?| et | puis ")
_OPENED = re.compile(r"[^.;!?\d]{0,40}[(:] ?|[^.;!?\d]{0,60}[(:][^.;!?()\d]{0,30}[: ] ?")
_PERIODS = re.compile(
    r"\b(?:quarts?(?:-temps)?|tiers(?:-temps)?|périodes?|mi-temps|pause|vestiaires|quart)\b"
)
# What makes more of a match than its periods, or a sum of no periods at all.
_OTHERWISE = re.compile(
    r"\b(?:tab|t\.a\.b|tirs? aux? buts?|fusillade|prolongations?|a\.? ?p\.?|sets?|manches?"
    r"|tie-break|jeux|aller|retour(?! des vestiaires)|cumul|addition)\b"
)
_LEAD_BEHIND = re.compile(
    r"[^.;:()!?\d]{0,40}(?:,| \(|\)) ?(?:avec |soit |pour )?(?:un écart de |une avance de )?"
    r"(?P<lead>\d{1,3}) (?:points?|buts?|longueurs?) (?:d'écart|d'avance|de différence)\b"
)
_WINS = re.compile(r"\b(?:impos|emport|victoire|succès|gagn|batt|domin|vainqu|défai|incliné|écras)")
# "Menés 38-41 à la pause, … 45 points en seconde période, … 79-72".
_AT_HALF = re.compile(r" à (?:la (?:pause|mi-temps)|mi-match)\b")
_SECOND_HALF = re.compile(
    r"\b(?:inscri|marqu|pass|réussi|ajout|plant|cumul|engrang)\w*"
    r" (?P<points>\d{1,3}) (?:points|buts)[^.;:!?\d]{0,20}"
    r" (?:en|dans la|lors de la|au cours de la|après)"
    r" (?:(?:second|deuxième)e? (?:période|mi-temps|acte)"
    r"|la (?:pause|mi-temps)|le retour des vestiaires)\b"
)
MOST = 8  # periods of a match, and one more than those of basketball
_BASKET = 40  # points from which a score is one of basketball, with four quarters
CLAUSE = 200  # characters before a score that can tell who won
APART = 12  # points by which the sum of the periods may be misprinted


@dataclass(frozen=True, slots=True)
class Score:
    """A score as written: what each of two sides has, and where."""

    one: Quantity
    other: Quantity

    @property
    def extent(self) -> Extent:
        return self.one.extent.until(self.other.extent)

    @property
    def told(self) -> frozenset[Decimal | None]:
        """The two numbers, whichever comes first."""
        return frozenset((self.one.value, self.other.value))

    @property
    def gap(self) -> Decimal:
        return abs((self.one.value or Decimal(0)) - (self.other.value or Decimal(0)))

    @property
    def sides(self) -> tuple[Quantity, Quantity]:
        return self.one, self.other


def find(context: Context) -> Iterator[Total | Difference]:
    plain = context.document.plain
    for block in context.document.blocks:
        scores = scores_in(plain, block.extent)
        for position, final in enumerate(scores):
            yield from _lead(plain, final)
            yield from _second_half(plain, block.extent, scores, final)
            periods = _periods(plain, final, scores[position + 1 : position + 1 + MOST])
            if len(periods) > 1 and not _OTHERWISE.search(lower(block.extent.of(plain))):
                yield from _sums(final, periods)


def scores_in(plain: str, extent: Extent) -> list[Score]:
    """The scores that stand within ``extent``."""
    return [
        Score(_points(match, "one"), _points(match, "other"))
        for match in _SCORE.finditer(plain, extent.start, extent.end)
    ]


def _points(match: re.Match[str], name: str) -> Quantity:
    return _quantity(Extent(*match.span(name)), match[name])


def _quantity(extent: Extent, digits: str) -> Quantity:
    value = Decimal(digits)
    exact = Bounds.exactly(value)
    return Quantity(extent, extent, QuantityKind.NUMBER, value, Decimal(1), exact, exact)


def _periods(plain: str, final: Score, behind: Sequence[Score]) -> list[Score]:
    """The scores behind a match's own that are those of its periods."""
    if not behind:
        return []
    gap = plain[final.extent.end : behind[0].extent.start]
    listed = behind[:1]
    for last, score in pairwise(behind):
        if not _NEXT.fullmatch(plain[last.extent.end : score.extent.start]):
            break
        listed = [*listed, score]
    if len(listed) > 1 and _OPENED.fullmatch(gap):
        return list(listed)
    quarters = list(behind[:4])
    told = lower(plain[final.extent.end : quarters[-1].extent.end])
    large = all((one.value or 0) >= _BASKET for one in final.sides)
    named = len(quarters) == 4 and len(behind) == 4 and _PERIODS.search(told)
    return quarters if named and large else []


def _sums(final: Score, periods: Sequence[Score]) -> Iterator[Total]:
    """The sum of each side, where that of the other is right, in whichever order."""
    sums = [
        Total(whole, parts, complete=True, exclusive=True, binding=Binding.INFERRED)
        for whole, parts in zip(
            final.sides, ([p.one for p in periods], [p.other for p in periods]), strict=True
        )
    ]
    turned = [
        Total(whole, parts, complete=True, exclusive=True, binding=Binding.INFERRED)
        for whole, parts in zip(
            final.sides, ([p.other for p in periods], [p.one for p in periods]), strict=True
        )
    ]
    for both in (sums, turned):
        right = [_holds(total) for total in both]
        if all(right):
            yield from both
            return
    for both in (sums, turned):
        right = [_holds(total) for total in both]
        if any(right) and all(_is_near(total) for total in both):
            yield both[right.index(False)]
            return


def _holds(total: Total) -> bool:
    return total.exact == total.whole.value


def _is_near(total: Total) -> bool:
    exact, value = total.exact, total.whole.value
    return exact is not None and value is not None and abs(exact - value) <= min(APART, value / 2)


def _lead(plain: str, final: Score) -> Iterator[Difference]:
    """ "S'est imposé 84-71, avec 15 points d'écart"."""
    led = _LEAD_BEHIND.match(plain, final.extent.end)
    if led is None:
        return
    ahead = re.split(r"[.\n]", words_before(plain, final.extent.start, CLAUSE))[-1]
    if not _WINS.search(ahead):
        return
    low, high = sorted(final.sides, key=lambda one: one.value or 0)
    stated = _quantity(Extent(*led.span("lead")), led["lead"])
    yield Difference(low, high, stated, 0, Binding.INFERRED)


def _second_half(
    plain: str, block: Extent, scores: Sequence[Score], half: Score
) -> Iterator[Total]:
    """What a side had at half-time and scored then, where the match has one more score."""
    if len(scores) != 2 or not _AT_HALF.match(plain, half.extent.end):
        return
    scored = _SECOND_HALF.search(plain, block.start, block.end)
    if scored is None or _OTHERWISE.search(lower(block.of(plain))):
        return
    (final,) = (score for score in scores if score is not half)
    if ". " in plain[scored.end() : max(scored.end(), final.extent.start)]:
        return
    then = _quantity(Extent(*scored.span("points")), scored["points"])
    sums = [
        Total(whole, [at_half, then], complete=True, exclusive=True, binding=Binding.INFERRED)
        for at_half in half.sides
        for whole in final.sides
    ]
    holding = [total for total in sums if _holds(total)]
    yield holding[0] if holding else min(sums, key=_miss)


def _miss(total: Total) -> Decimal:
    return abs((total.exact or Decimal(0)) - (total.whole.value or Decimal(0)))
