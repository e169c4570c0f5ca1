"""Two parts that pronouns set apart: "en tout 2 719 postes … Les premières en ont créé 1 373 ;
les secondes, 1 356".

What is told of the first and of the second is all there is: no more were named before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fact_cli.lang.words import in_brackets, lower
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus, told_noun
from fact_cli.relate.passage import Passage

_CUES = ("second", "autre", "celui-ci", "celle-ci", "ceux-ci", "celles-ci", "dernier", "dernière")
_OPENS = r"(?:^|[.;:,] |\bet |\btandis que |\balors que |\bquand )(?:(?:à|aux?|chez|pour|dans) )?"
_PAIRS = tuple(
    (re.compile(rf"{_OPENS}(?:{one})\b"), re.compile(rf"{_OPENS}(?:{other})\b"))
    for one, other in (
        (r"l[ae] premi(?:er|ère)", r"l[ae] (?:seconde?|deuxième)|l'autre"),
        (r"les premi(?:ers|ères)", r"les (?:secondes?|dernières|derniers)"),
        (r"l'une?", r"l'autre"),
        (r"les une?s", r"les autres"),
        (r"cel(?:ui|le)-là|ce(?:ux|lles)-là", r"cel(?:ui|le)-ci|ce(?:ux|lles)-ci"),
    )
)
_ALL = re.compile(
    r"\b(?:en tout|au total|ensemble|à (?:eux|elles) deux|(?:un|le) total|cumul\w*|au final"
    r"|les deux|global\w*)\b"
)
_COMPARED = re.compile(
    r"\b(?:contre|après|au lieu d[eu']|moyenne|dont|prév\w+|il y a|par (?:an|mois|jour|habitant))\b"
)
_NO_SUMS = {
    QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.RATIO, QuantityKind.ORDINAL,
}  # fmt: skip
# What is the same, told by another noun.
_SAME = {"emploi": "poste", "salarié": "poste", "embauche": "poste", "vote": "voix"}


def find(context: Context) -> Iterator[Total]:
    return in_passages(context, _sums, lambda one: one.whole.extent.start, _CUES, figures=3)


def _sums(passage: Passage) -> Iterator[Total]:
    told, start = passage.told, passage.extent.start
    for one, other in _PAIRS:
        for second in other.finditer(told):
            first = next(
                (found for found in one.finditer(told) if found.end() < second.start()), None
            )
            if first is not None:
                yield from _total(passage, start + first.end(), start + second.end())
                break


def _total(passage: Passage, first: int, second: int) -> Iterator[Total]:
    """What stands before the two pronouns, against the figure of each one's clause."""
    figures = [one for one in passage.figures if one.kind not in _NO_SUMS]
    before = [one for one in figures if one.extent.end < first]
    parts = [
        _of_clause(passage, [one for one in figures if low < one.extent.start < high])
        for low, high in ((first, second), (second, passage.extent.end))
    ]
    one, other = parts
    if one is None or other is None or not before:
        return
    words = lower(passage.plain[first : end_of(other)])
    if _COMPARED.search(words):
        return
    for whole in before:
        if not _is_one_thing(whole, one) or not _is_one_thing(whole, other):
            continue
        total = Total(whole, [one, other], complete=True, exclusive=True, binding=Binding.INFERRED)
        sentence = passage.sentence_of(whole).extent
        called = _ALL.search(lower(passage.plain[sentence.start : sentence.end])) is not None
        if total.is_near and (called or total.is_misprinted or total.exact == whole.value):
            yield total


def _of_clause(passage: Passage, figures: Sequence[Quantity]) -> Quantity | None:
    """The only figure of a clause that stands in no bracket and tells no change."""
    plain = passage.plain
    own = [
        one
        for one in figures
        if id(one) not in passage.changes
        and not is_surplus(plain, one)
        and not _in_bracket(plain, one)
    ]
    return own[0] if len(own) == 1 else None


def _in_bracket(plain: str, one: Quantity) -> bool:
    start = one.reach.start
    return in_brackets(plain, max(0, start - 80), start)


def _is_one_thing(whole: Quantity, part: Quantity) -> bool:
    if {whole.kind, part.kind} <= NUMBERS:
        nouns = {_SAME.get(noun or "", noun) for noun in (told_noun(whole), told_noun(part))}
        return whole.value != part.value and len(nouns - {None}) <= 1
    return whole.kind is part.kind and whole.unit == part.unit
