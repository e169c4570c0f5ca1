"""Events of one thing in their order: works begun before they end, acts before their trial."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise
from typing import Any

from fact_cli.lang.lexicon import read
from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Moment, Order
from fact_cli.model.mention import TimeExpression
from fact_cli.relate.context import Context
from fact_cli.relate.passage import adjoin
from fact_cli.relate.times.moments import before, dates, has_year, moment

# The second sentence goes on with the thing of the first: "Les travaux avaient commencé …".
_GOES_ON = re.compile(
    r"\b(?:avait|avaient|étai(?:t|en)t? (?:entrée?s?|sortie?s?|parue?s?|devenue?s?))\b"
)
_ITS_WORKS = re.compile(
    r"(?:les travaux|le chantier|la construction|sa construction|les premiers coups|la première"
    r" pierre) (?!d[eu'])"
)
SEVERAL = 4  # dates of one sentence
SHORT = 160  # characters between the two dates of a sentence


# The sentence of a date looks back on what was told, or goes on in time.
_LINKED = re.compile(
    r"\b(?:avait|avaient|était entrée?|après|auparavant|ensuite|puis|au préalable|premier)\b"
)
# The second sentence is about the thing of the first: "L'ouvrage, mis en service en …".
_TAKEN_UP = re.compile(
    r"(?:l'|l[ea] |les |cet |cette |ce )(?:bâtiment|ouvrage|édifice|équipement|établissement"
    r"|enceinte|complexe|infrastructure|monument|structure|site)\b(?! (?:voisin|ancien|actuel))"
    r"|(?:il|elle) "
)


@dataclass(frozen=True)
class _Sequence:
    """Two stages in their order; the flags say when a text tells both of one thing."""

    first: re.Pattern[str]
    then: re.Pattern[str]
    silent: re.Pattern[str]
    names: tuple[str, str]
    needs: re.Pattern[str] | None = None
    linked: bool = False
    taken_up: bool = False

    def can_tell(self, words: str, last: str, sentences: int) -> bool:
        """Whether ``words``, of which ``last`` is the last sentence, tell of one thing."""
        if self.needs is not None and not self.needs.search(words):
            return False
        if sentences > 1 and _TAKEN_UP.match(last) and not (self.taken_up or _GOES_ON.search(last)):
            return False
        return not self.linked or _LINKED.search(last) is not None

    def stage(self, ahead: str) -> int | None:
        """0 where the words before a date lead to the first event, 1 to the other."""
        ends = [
            max((found.end() for found in form.finditer(ahead)), default=-1)
            for form in (self.first, self.then)
        ]
        return None if max(ends) < 0 else ends.index(max(ends))


@cache
def _sequences() -> Sequence[_Sequence]:
    events = read("events")
    pairs = [
        _pair(entry, entry["names"], entry["first"], entry["then"]) for entry in events["sequence"]
    ]
    for entry in events["chain"]:
        for (name, first), (other, then) in combinations(entry["stages"], 2):
            pairs.append(_pair(entry, (name, other), first, then))
    return pairs


def _pair(
    entry: dict[str, Any], names: Sequence[str], first: Sequence[str], then: Sequence[str]
) -> _Sequence:
    return _Sequence(
        _words(first),
        _words(then),
        _words(entry["silent"]),
        (names[0], names[1]),
        _words(entry["needs"]) if "needs" in entry else None,
        entry.get("linked", False),
        entry.get("taken_up", False),
    )


def _words(say: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(say)})\b")


def find(context: Context) -> Iterator[Order]:
    plain = context.document.plain
    dated = [(sentence, _dated(sentence)) for sentence in context.sentences]
    for sentence, own in dated:
        if 2 <= len(own) <= SEVERAL and own[-1].extent.start - own[0].extent.end <= SHORT:
            yield from _ordered(plain, [(sentence, time) for time in own], [sentence])
    for (former, told), (sentence, own) in pairwise(dated):
        if not len(told) == len(own) == 1:
            continue
        opens = lower(sentence.extent.of(plain))
        goes_on = _GOES_ON.search(opens) or _ITS_WORKS.match(opens) or _TAKEN_UP.match(opens)
        if goes_on and adjoin(plain, former, sentence):
            at = [(former, told[0]), (sentence, own[0])]
            yield from _ordered(plain, at, [former, sentence])


def _dated(sentence: ScannedSentence) -> list[TimeExpression]:
    return [time for time in dates(sentence) if has_year(time)]


def _ordered(
    plain: str,
    at: Sequence[tuple[ScannedSentence, TimeExpression]],
    near: Sequence[ScannedSentence],
) -> Iterator[Order]:
    words = lower(plain[near[0].extent.start : near[-1].extent.end])
    last = lower(near[-1].extent.of(plain))
    for sequence in _sequences():
        if sequence.silent.search(words) or not sequence.can_tell(words, last, len(near)):
            continue
        stages: dict[int, Moment] = {}
        told = [(sequence.stage(before(plain, each, time)), time) for each, time in at]
        for stage, time in told:
            if stage is not None:
                stages[stage] = moment(time)
        staged = [stage for stage, _ in told if stage is not None]
        if len(stages) == len(staged) == 2:
            yield Order(stages[0], stages[1], sequence.names, Binding.INFERRED)
            return
