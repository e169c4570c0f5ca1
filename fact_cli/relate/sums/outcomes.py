"""A known number and what became of each: "sur 412 candidats, 371 sont reçus, 51 ont échoué".

Each part is named by the clause behind its figure, and nothing can be in two of them, so that
they make no more than the whole. They may make less, for some may have become something else,
unless a further outcome is told as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from fact_cli.lang.lexicon import read
from fact_cli.lang.words import lower
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity
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
    r"|(?:le|ce) (?:soir|matin)|le lendemain|(?:en|de) 20\d\d)\b"
)
MORE = -1  # the group of a further outcome


@dataclass(frozen=True, slots=True)
class _Outcome:
    parts: Sequence[re.Pattern[str]]
    more: re.Pattern[str] | None

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
        )
        for one in read("partitions")["outcome"]
    ]


def _words(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?!\w)")


def find(context: Context) -> Iterator[Total]:
    return in_passages(context, _totals, lambda one: one.whole.extent.start)


def _totals(passage: Passage) -> Iterator[Total]:
    total = _total(passage)
    if total is not None:
        yield total


def _total(passage: Passage) -> Total | None:
    if not passage.figures or any(one.kind not in NUMBERS for one in passage.figures):
        return None
    whole, *parts = passage.figures
    while parts and told_noun(parts[0]) not in {None, whole.of}:
        if _is_outcome(parts[0]):
            break
        parts = parts[1:]
    if whole.of is None or whole.hedge is not None or len(parts) < 2:
        return None
    words = _words_about(passage, whole, parts[0])
    if _OTHERWISE.search(words) or not _are_of_one(passage, whole, parts):
        return None
    total = Total(whole, parts, complete=False, exclusive=True, binding=Binding.INFERRED)
    if not (total.is_near or (total.exceeds and total.is_plausible)):
        return None
    for outcome in _outcomes():
        groups = [outcome.group_of(clause) for clause in _clauses(passage, parts)]
        told = [group for group in groups if group != MORE]
        if None not in groups and len(told) == len(set(told)) == len(outcome.parts):
            holds = total.exact == whole.value
            return total if holds or total.exceeds or MORE in groups else None
    return None


def _words_about(passage: Passage, whole: Quantity, first: Quantity) -> str:
    """The words behind the whole, without a "dont" that opens its parts."""
    plain, end = passage.plain, end_of(whole)
    opening = re.sub(r"\bdont\b", "", lower(plain[end : first.reach.start]))
    return opening + lower(plain[first.reach.start : passage.sentences[-1].extent.end])


def _are_of_one(passage: Passage, whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether all parts can be of the whole: no other noun but of an outcome, no two times."""
    behind = [time for time in passage.times if time.extent > parts[0].extent]
    return len(behind) < 2 and all(
        (told_noun(one) in {None, whole.of} or _is_outcome(one))
        and not is_surplus(passage.plain, one)
        for one in parts
    )


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
