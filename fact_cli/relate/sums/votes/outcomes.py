"""A known number and what became of each: "sur 412 candidats, 371 sont reçus, 51 ont échoué".

Each part is named by the clause behind its figure, and nothing can be in two of them, so that
they make no more than the whole. They may make less, for some may have become something else,
unless a further outcome is told as well, or every one of the whole has one of the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from fact_cli.lang.lexicon import read
from fact_cli.lang.words import lower, words_before
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus, told_noun
from fact_cli.relate.passage import Passage

_CLAUSE = re.compile(r"(?:(?! et (?:l'on |on )?[^.;:]{0,12}$)[^,;:.()])*")
# What is told of a part of the whole alone, or of another time.
_OTHERWISE = re.compile(
    r"\b(?:dont|contre|parmi (?:eux|elles|lesquel)|après|auparavant|notamment|d'entre|en moyenne"
    r"|les autres|le reste|seule?s?|d'abord|en appel|ensuite|finalement|écrit"
    r"|dans l'année|cette année|depuis|(?:le|ce) (?:soir|matin)|le lendemain|(?:en|de) 20\d\d)\b"
)
_SAYS_AGAIN = re.compile(r"(?: \(|\bsoit |\bsoit un taux (?:de réussite |d'admission )?de )$")
_OUT_OF = re.compile(r"(?: [^\W\d_]+)? (?:des|sur|sur les|parmi les|de ses|de ces) ")
_PIECES = re.compile(r"[,;:.()]| et ")
_OF_THESE = re.compile(r" (?:de (?:ces|ses|leurs) |des )")
_PUPILS = {
    "candidat", "candidate", "élève", "inscrit", "inscrite", "postulant", "postulante",
    "collégien", "lycéen", "étudiant", "écolier", "aspirant", "prétendant",
}  # fmt: skip
APPOSED = 40  # characters before a percentage
MORE = -1  # the group of a further outcome


@dataclass(frozen=True, slots=True)
class _Outcome:
    parts: Sequence[re.Pattern[str]]
    more: re.Pattern[str] | None
    complete: bool

    def group_of(self, clause: str) -> int | None:
        for number, words in enumerate(self.parts):
            if words.search(clause):
                return number
        return MORE if self.tells_more(clause) else None

    def tells_more(self, words: str) -> bool:
        """Whether a further outcome is told of."""
        return self.more is not None and self.more.search(words) is not None


@cache
def _outcomes() -> Sequence[_Outcome]:
    return [
        _Outcome(
            [_words(words) for words in one["parts"]],
            _words(one["more"]) if "more" in one else None,
            one.get("complete", False),
        )
        for one in read("partitions")["outcome"]
    ]


def _words(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?!\w)")


def find(context: Context) -> Iterator[Total]:
    return in_passages(context, _totals, lambda one: one.whole.extent.start, figures=3)


def _totals(passage: Passage) -> Iterator[Total]:
    """The whole that the parts behind it make, else the first that they nearly make."""
    figures = [one for one in passage.figures if not _is_apposed(passage, one)]
    found = [
        total
        for index in range(len(figures) - 2)
        if (total := _total(passage, figures[index:])) is not None
    ]
    holding = [one for one in found if one.exact == one.whole.value]
    yield from (holding or found)[:1]


def _is_apposed(passage: Passage, figure: Quantity) -> bool:
    """Whether a percentage says again what the number before it does: "35 reçus, soit 52 %"."""
    start = figure.reach.start
    ahead = words_before(passage.plain, start, APPOSED)
    return figure.kind is QuantityKind.PERCENT and _SAYS_AGAIN.search(ahead) is not None


def _total(passage: Passage, figures: Sequence[Quantity]) -> Total | None:
    whole, *parts = figures
    if any(one.kind not in NUMBERS for one in figures):
        return None
    if _OUT_OF.fullmatch(passage.plain, end_of(whole), parts[0].reach.start):
        parts = parts[1:]  # "982 des 1 000 inscrits ont composé : …"
    while parts and not _is_same(passage.plain, parts[0], whole):
        parts = parts[1:]
    if whole.of is None or whole.hedge is not None or len(parts) < 2:
        return None
    words = _words_about(passage, whole, parts)
    if _OTHERWISE.search(words) or not _are_of_one(passage, whole, parts):
        return None
    total = Total(whole, parts, complete=False, exclusive=True, binding=Binding.INFERRED)
    if not (total.is_near or (total.exceeds and total.is_plausible)):
        return None
    for outcome in _outcomes():
        groups = _groups(passage, parts, outcome)
        told = [group for group in groups if group != MORE]
        if None not in groups and len(told) == len(set(told)) == len(outcome.parts):
            total = replace(total, complete=outcome.complete)
            sure = total.exact == whole.value or total.exceeds or outcome.complete
            return total if sure or MORE in groups else None
    return None


def _groups(passage: Passage, parts: Sequence[Quantity], outcome: _Outcome) -> Sequence[int | None]:
    """The outcome that each part is told of, behind it, or before it: "en ont abattu quatre"."""
    behind = _clauses(passage, parts)
    starts = [passage.sentence_of(parts[0]).extent.start, *(end_of(one) for one in parts)]
    found: list[int | None] = []
    for part, clause, start in zip(parts, behind, starts, strict=False):
        group = outcome.group_of(clause)
        if group is None:
            ahead = lower(passage.plain[start : part.reach.start])
            group = outcome.group_of(_PIECES.split(ahead)[-1])
        found.append(group)
    return found


def _words_about(passage: Passage, whole: Quantity, parts: Sequence[Quantity]) -> str:
    """The words behind the whole, without those that only lead from one part to the next."""
    plain, first = passage.plain, parts[0]
    told = [re.sub(r"\bdont\b", "", lower(plain[end_of(whole) : first.reach.start]))]
    ends = [*(one.reach.start for one in parts[1:]), passage.sentences[-1].extent.end]
    for part, end in zip(parts, ends, strict=True):
        told.append(re.sub(r"^ d'entre (?:eux|elles)\b", "", lower(plain[part.extent.end : end])))
    following = [_is_outcome(one) for one in parts[1:]]
    for number, named in enumerate(following, start=1):
        if named:
            told[number] = re.sub(r", contre $", ", ", told[number])
    return " ".join(told)


def _are_of_one(passage: Passage, whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether all parts can be of the whole: no other noun but of an outcome, no two times."""
    behind = [time for time in passage.times if time.extent > parts[0].extent]
    return len(behind) < 2 and all(
        _is_same(passage.plain, one, whole) and not is_surplus(passage.plain, one) for one in parts
    )


def _is_same(plain: str, figure: Quantity, whole: Quantity) -> bool:
    """Whether a figure can count some of the whole: no other noun, or one that names its fate."""
    noun = told_noun(figure)
    if noun in {None, whole.of} or _is_outcome(figure) or {noun, whole.of} <= _PUPILS:
        return True
    assert figure.noun is not None
    return _OF_THESE.fullmatch(lower(plain[figure.extent.end : figure.noun.start])) is not None


def _is_outcome(figure: Quantity) -> bool:
    """Whether a noun names what became of what it counts: "quinze recalés"."""
    noun = told_noun(figure)
    return noun is not None and any(one.group_of(noun) is not None for one in _outcomes())


def _clauses(passage: Passage, parts: Sequence[Quantity]) -> Sequence[str]:
    """The words behind each figure, up to the end of its clause or the next figure."""
    ends = [*(one.reach.start for one in parts[1:]), passage.sentences[-1].extent.end]
    plain, found = passage.plain, []
    for part, end in zip(parts, ends, strict=True):
        clause = _CLAUSE.match(lower(plain[part.extent.end : end]))
        found.append(clause.group() if clause else "")
    return found
