"""A proportion told as one to so many: "de un à quatre", "quatre garçons pour une fille".

Its two values stand in the same sentence and nothing else does: the smallest and the largest of
what is compared, or both kinds of people behind each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from fact_cli.lang.words import lower
from fact_cli.model.bounds import around
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.multiples import Ratio
from fact_cli.model.text import Extent
from fact_cli.relate.changes.plausible import is_plausible
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import between, end_of, same_thing, told_noun, usable

_NUMBERS = {
    word: Decimal(value)
    for value, word in enumerate(
        ("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"),
        start=2,
    )
}
_ONE_TO = re.compile(
    r"\b(?:rapport|écart|proportion|échelle|fourchette|varie(?:nt)?|vont?|allait|différence)"
    r"(?: [^\W\d_]+){0,3}? (?:est |était |va |vont |variait )?(?:donc |ainsi )?(?:de |d')"
    rf"(?P<told>(?:un|1) à (?P<times>{'|'.join(_NUMBERS)}|\d{{1,3}}))\b(?! ?%)",
    re.IGNORECASE,
)
_FOR_ONE = re.compile(r" pour (?:une?|chaque) (?P<noun>[^\W\d_]+)\b")
_EXACTLY = re.compile(r"[^.;()\d]{0,40}(?:,| :| \(| -) ?(?:soit |avec |à savoir )?")


def find(context: Context) -> Iterator[Ratio]:
    plain = context.document.plain
    for sentence in context.sentences:
        if len(sentence.quantities) < 2:
            continue
        yield from _one_to_many(plain, sentence)
        yield from _so_many_for_one(plain, usable(sentence.quantities))


def _one_to_many(plain: str, sentence: ScannedSentence) -> Iterator[Ratio]:
    """ "Entre le plus petit, 310 euros, et le plus grand, 1 240, le rapport est de un à quatre"."""
    if " à " not in sentence.extent.of(plain):
        return
    told = _ONE_TO.search(plain, sentence.extent.start, sentence.extent.end)
    if told is None:
        return
    extent = Extent(told.start("told"), told.end("told"))
    values = [one for one in usable(sentence.quantities) if not extent.holds(one.extent)]
    if len(values) != 2 or not same_thing(*values):
        return
    low, high = sorted(values, key=lambda one: one.value or 0)
    word = lower(told["times"])
    times = _times(low, extent, _NUMBERS.get(word) or Decimal(word))
    found = Ratio(high, times, low, binding=Binding.INFERRED)
    if is_plausible(found):
        yield found


def _so_many_for_one(plain: str, figures: Sequence[Quantity]) -> Iterator[Ratio]:
    """ "Quatre garçons pour une fille, 84 étudiants et 28 étudiantes"."""
    for index, figure in enumerate(figures):
        rest = figures[index + 1 :]
        for_one = _FOR_ONE.match(plain, end_of(figure))
        if for_one is None or told_noun(figure) is None or figure.value is None:
            continue
        rest = [one for one in rest if one.extent.start >= for_one.end()]
        if len(rest) != 2 or between(plain, *rest) != " et ":
            continue
        if not all(told_noun(one) for one in rest) or not _EXACTLY.fullmatch(
            plain, for_one.end(), rest[0].reach.start
        ):
            continue
        high, low = sorted(rest, key=lambda one: -(one.value or 0))
        found = Ratio(high, _times(figure, figure.extent, figure.value), low)
        found = replace(found, binding=Binding.INFERRED)
        if is_plausible(found):
            yield found


def _times(like: Quantity, extent: Extent, value: Decimal) -> Quantity:
    """A multiple as it is told, rounded to the unit."""
    rounded = around(value, Decimal("0.5"))
    return replace(
        like, extent=extent, reach=extent, kind=QuantityKind.RATIO, value=value, step=Decimal(1),
        strict=rounded, loose=rounded, unit="×", hedge=None, of=None, noun=None,
        scale=Decimal(1), parts=(),
    )  # fmt: skip
