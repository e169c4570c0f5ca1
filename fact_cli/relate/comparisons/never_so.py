"""A value that was never so low or high, and another time told to have been no exception.

"Jamais le niveau n'avait été aussi bas (31 %), pas même en 2017, où il était descendu à 28 %".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.model.figures import Comparison
from fact_cli.model.finding import Binding
from fact_cli.relate.changes.pairs import comparable
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import NUMBERS, end_of
from fact_cli.relate.passage import Passage

_NEVER = re.compile(
    r"\bjamais\b[^.;:]{0,120}?\b(?:aussi|si|autant) "
    r"(?:(?P<low>bas(?:se)?s?|faibles?|maigres?|peu|réduite?s?|modestes?)"
    r"|(?:haute?s?|élevée?s?|fort[es]{0,2}|nombreu(?:x|ses?)|chère?s?|importante?s?|grande?s?))\b"
)
_NOT_EVEN = re.compile(r"\b(?:pas même|même pas|pas plus|y compris|ni|même) [^.;:()\d]{0,60}?")
_THEN = re.compile(r"[^.;:()]{0,60}(?:\b(?:où|quand|lorsqu[e']|qui|avec)\b[^.;:()\d]{0,50}|\()$")
LONGEST = 170  # characters between the words of exception and the value then


def find(context: Context) -> Iterator[Comparison]:
    return in_passages(context, _exceeded, lambda one: one.less.extent, cues=("jamais",), figures=2)


def _exceeded(passage: Passage) -> Iterator[Comparison]:
    never = _NEVER.search(passage.told)
    if never is None:
        return
    start = passage.extent.start
    not_even = _NOT_EVEN.search(passage.told, never.end())
    if not_even is None:
        return
    at = start + not_even.start()
    ahead = [one for one in passage.levels if end_of(one) <= at]
    behind = [one for one in passage.levels if at < one.reach.start <= at + LONGEST]
    if not ahead or not behind:
        return
    now, then = ahead[-1], behind[0]
    named = now.kind not in NUMBERS or now.of == then.of
    if len([one for one in ahead if comparable(one, then)]) != 1 or not comparable(now, then):
        return
    if named and _THEN.search(passage.told_between(at, then.reach.start)):
        pair = (then, now) if never["low"] else (now, then)
        yield Comparison(*pair, at=then, binding=Binding.INFERRED)
