"""Parts told in order, from the first to the last, against all of them.

"Quatre étapes, 82 kilomètres : dix-huit kilomètres le premier jour, vingt-trois le deuxième,
vingt et un le troisième et seize le dernier": the last one closes the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from fact_cli.lang.words import lower, words_after
from fact_cli.model.bounds import around
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.slips import Slip, slip_between
from fact_cli.model.text import BlockKind
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context, up_to
from fact_cli.relate.neighbours import is_surplus, same_thing, told_noun, usable
from fact_cli.scan.number import Number
from fact_cli.scan.scanner import scanner

_CUES = ("dernier", "dernière")
_RANKS = {
    "premier": 1, "première": 1, "deuxième": 2, "second": 2, "seconde": 2, "troisième": 3,
    "quatrième": 4, "cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8,
}  # fmt: skip
_AT_RANK = re.compile(
    r"(?: [^\W\d_]+(?:'[^\W\d_]+)?){0,3}? (?:pour |dans |sur |durant |pendant )?"
    r"(?P<to>le|la|au|à la|lors (?:du|de la)|du|de la) "
    rf"(?P<rank>{'|'.join(_RANKS)}|derni(?:er|ère))\b"
)
_SUMMED = {QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.DIMENSION}
_OTHERWISE = re.compile(r"\b(?:contre|dont|au lieu|moyenne|de plus|de moins|degrés)\b")
BACK = 2  # sentences before the list in which the whole may stand
FEWEST = 3  # parts
AHEAD = 70  # characters behind a number in which its rank is told


def find(context: Context) -> Iterator[Total]:
    if not context.tells(_CUES) or not context.tells(("premi",)):
        return
    plain, blocks = context.document.plain, context.document.blocks
    for index, sentence in enumerate(context.sentences):
        told = lower(sentence.extent.of(plain))
        if "premi" not in told or not any(cue in told for cue in _CUES):
            continue
        if blocks[sentence.sentence.block].kind is BlockKind.BOILERPLATE:
            continue
        parts = _parts(plain, sentence)
        if parts and not _OTHERWISE.search(told):
            near = up_to(context.sentences, index, BACK)
            title = context.sentences[0]
            headed = blocks[title.sentence.block].kind is BlockKind.TITLE and title not in near
            yield from _made([title, *near] if headed else near, parts)


def _parts(plain: str, sentence: ScannedSentence) -> Sequence[Quantity]:
    """The figures from the first to the last, each in the unit of the first."""
    run: list[Number] = []
    to_whom = False  # "1 000 euros au premier … 500 au dernier du podium": others may get more
    for number in scanner().numbers(plain, sentence.extent):
        found = _AT_RANK.match(words_after(plain, number.extent.end, AHEAD))
        if number.ordinal or found is None:
            continue
        rank = _RANKS.get(found["rank"])
        to_whom |= found["to"] not in {"le", "la"}
        if rank is None and len(run) + 1 >= FEWEST:
            parts = _in_one_unit(plain, sentence, [*run, number])
            return [] if to_whom and parts and parts[0].kind is QuantityKind.MONEY else parts
        run = [*run, number] if rank == len(run) + 1 else [number] if rank == 1 else []
    return []


def _in_one_unit(
    plain: str, sentence: ScannedSentence, run: Sequence[Number]
) -> Sequence[Quantity]:
    starts = {one.extent.start: one for one in usable(sentence.quantities)}
    first = starts.get(run[0].extent.start)
    if first is None or first.kind not in _SUMMED or first.value != run[0].value:
        return []
    parts = [first]
    for number in run[1:]:
        known = starts.get(number.extent.start)
        if known is not None and (known.hedge is not None or is_surplus(plain, known)):
            return []
        if known is not None and known.unit not in {None, first.unit}:
            return []
        counted = first.kind is QuantityKind.COUNT and number.step >= 1
        bounds = around(number.value, number.step * 0 if counted else number.step / 2)
        part = replace(first, extent=number.extent, reach=number.extent, value=number.value)
        parts.append(replace(part, strict=bounds, loose=bounds, noun=None, step=number.step))
    return parts


def _made(near: Sequence[ScannedSentence], parts: Sequence[Quantity]) -> Iterator[Total]:
    """The whole before the list that it makes, else the only one that it nearly makes."""
    first, largest = parts[0], max(part.value or 0 for part in parts)
    totals = [
        Total(one, parts, complete=True, exclusive=True, binding=Binding.INFERRED)
        for sentence in near
        for one in usable(sentence.quantities)
        if one.extent < first.extent and one.hedge is None and (one.value or 0) > largest
        if same_thing(one, first) and one.kind is first.kind and told_noun(one) == told_noun(first)
    ]
    holding = [one for one in totals if one.exact == one.whole.value]
    close = [one for one in totals if one.is_near or _is_one_digit_off(one)]
    if holding or len({one.whole.value for one in close}) == 1:
        yield (holding or close)[0]


def _is_one_digit_off(total: Total) -> bool:
    exact, value = total.exact, total.whole.value
    if exact is None or value is None or not total.is_plausible:
        return False
    return slip_between(value, exact, total.whole.step) is Slip.DIGIT
