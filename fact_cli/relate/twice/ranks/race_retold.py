"""One runner's time told twice, one digit apart: "2 h 05 min 36 s", then "2 h 05 min 38 s"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.same import Same
from fact_cli.model.slips import Slip
from fact_cli.relate.context import Context
from fact_cli.relate.twice.ranks.holders import Named, names_in
from fact_cli.relate.twice.values.near_values import reason, slip_of
from fact_cli.scan.race_times import RaceTime, race_times

BESIDE = 70  # characters between a time and the name to which it belongs
_TIMES = re.compile(r"\d ?(?:min|mn|'|h) ?\d\d ?(?:s|''|\"|[.,]\d|min|mn|')")
_BREAK = re.compile(
    r"[;:(]|, (?:et|mais|puis|quand) "
    r"|\b(?:devant|derrière|contre|tandis|alors que|et (?:le|la|l'))\b"
)
# A time of another day, another run or another runner.
_OTHER = re.compile(
    r"\b(?:record\w*|personnel\w*|meilleur\w*|référence|précéd\w+|ancien\w*|passag\w+|passé\w*"
    r"|mi-course|semi|demi-finale|séries?|qualificati\w+|premier tour|veille|samedi dernier|déjà"
    r"|en (?:19|20)\d\d|l'an|l'année|secondes? (?:plus|de moins)|retard|avance|objectif|visait"
    r"|voulait|espérait|minima\w*|limite|autre|première manche|seconde manche|prologue)\b"
)


@dataclass(frozen=True, slots=True)
class _Run:
    time: RaceTime
    who: str


def find(context: Context) -> Iterator[Same]:
    plain = context.document.plain
    if len(_TIMES.findall(plain)) < 2:
        return
    runs = [one for each in context.sentences for one in _runs(context, each)]
    for first, again in combinations(runs, 2):
        one, other = first.time.quantity, again.time.quantity
        others = [each.time.seconds for each in runs if each.who == first.who]
        alike = first.time.units == again.time.units and one.step == other.step
        if first.who != again.who or not alike or len(set(others)) != 2:
            continue
        if slip_of(one, other) in {Slip.DIGIT, Slip.SWAP} or _one_digit(plain, first, again):
            shown = (one.extent.of(plain), other.extent.of(plain))
            why = [reason(f"même nom : {first.who}", f"same name: {first.who}", 5)]
            yield Same(one, other, why, agree=False, words=shown)


def _one_digit(plain: str, first: _Run, again: _Run) -> bool:
    """Whether the two are written alike but for one digit."""
    one, other = (re.sub(r"\D", "", each.time.extent.of(plain)) for each in (first, again))
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _runs(context: Context, sentence: ScannedSentence) -> Iterator[_Run]:
    """The times of a sentence written to the second, each with the name beside it."""
    plain = context.document.plain
    times = [one for one in race_times(plain, sentence.extent) if one.step <= 1 and one.units > 1]
    names = list(names_in(context, sentence.extent)) if times else []
    for time in times:
        clause = _clause(plain, sentence, time)
        if _OTHER.search(lower(plain[clause[0] : clause[1]])):
            continue
        near = [
            (one.governed, _apart(time, one), one)
            for one in names
            if clause[0] <= one.extent.start < clause[1] and not one.described
        ]
        if near:
            _, apart, name = min(near, key=lambda each: each[:2])
            if apart <= BESIDE:
                yield _Run(time, name.last)


def _apart(time: RaceTime, name: Named) -> int:
    """How many characters lie between a time and a name."""
    ahead, behind = time.extent.start - name.extent.end, name.extent.start - time.extent.end
    return max(ahead, behind)


def _clause(plain: str, sentence: ScannedSentence, time: RaceTime) -> tuple[int, int]:
    """The stretch around a time up to what may tell of somebody else."""
    start, end = sentence.extent.start, sentence.extent.end
    for mark in _BREAK.finditer(plain, start, time.extent.start):
        start = mark.end()
    mark = _BREAK.search(plain, time.extent.end, end)
    return start, end if mark is None else mark.start()
