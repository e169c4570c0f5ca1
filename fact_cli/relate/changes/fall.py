"""Percentages that have a limit: falls, and the scores of two who share one vote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.figures import Fall, Limited, Scores
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.context import Context
from fact_cli.relate.line import line_of
from fact_cli.relate.sums.partition import are_exclusive

_SIGNED = re.compile(
    r"\b(?:résultats?|bénéfices?|profits?|pertes?|soldes?|balance|déficits?|excédents?|ebitda|marges?"
    r"|trésorerie|flux|températures?|croissance|rentabilité|épargne|cash)\b"
)
_AGAINST = re.compile(r"\b(?:contre|face (?:à|aux?)|devant|battant|et .{0,40} (?:de|pour) non)\b")
_VOTE = re.compile(
    r"\b(?:voix|suffrages?|scrutin|élue?s?|réélue?|second tour|référendum|duel|adversaires?)\b"
    r"|% de (?:« ?)?(?:oui|non)\b"
)
_ALL = re.compile(r"\b(?:suffrages exprimés|des voix|des suffrages|listes)\b")
_TURNOUT = re.compile(r"\b(?:participation|abstention|premier|en (?:19|20)\d\d|sondages?)\b")
# "des résultats portant sur 51 % des bulletins": how far the count of the votes has come.
_COUNTED = re.compile(
    r"[^.;:()\d]{0,60}?\b(?:dépouill|comptabilis|décompt|recens)\w+"
    r"| (?:des (?:bureaux|sections|circonscriptions)|du dépouillement)\b"
)
_COUNTED_AHEAD = re.compile(
    r"\b(?:(?:portant|fond\w+|bas\w+|calcul\w+) sur|dépouillement de|comptage de)"
    r" (?:près de |plus de |environ )?$"
)
_ELSEWHERE = re.compile(r"[^;\d]{0,60}; (?:à|en|dans|au|aux|chez|sur) ")
BACK = 160  # characters before a fall in which its thing is named


def find(context: Context) -> Iterator[Limited]:
    plain = context.document.plain
    for sentence in context.sentences:
        if not any(one.kind is QuantityKind.PERCENT for one in sentence.quantities):
            continue
        items = line_of(context, sentence).items
        for word, figure in pairwise(items):
            stated = figure.value
            falls = "fall" in word.kinds and plain[word.end : figure.start] in {" de ", " d'", " "}
            if falls and isinstance(stated, Quantity) and stated.kind is QuantityKind.PERCENT:
                named = lower(plain[max(sentence.extent.start, word.start - BACK) : word.start])
                yield Fall(stated, _SIGNED.search(named) is not None)
        yield from _scores(plain, sentence)


def _scores(plain: str, sentence: ScannedSentence) -> Iterator[Scores]:
    """The scores of a sentence about a vote that sets one against the other."""
    scores = [
        one
        for one in sentence.quantities
        if one.kind is QuantityKind.PERCENT and not _is_of_ballots_counted(plain, one)
    ]
    if len(scores) < 2 or not all(one.value and one.hedge is None for one in scores):
        return
    if len(scores) > 2 and are_exclusive(plain, scores):
        yield Scores(scores)
    first, second, *others = _of_one_vote(plain, scores)
    around = lower(sentence.extent.of(plain))
    if others and _VOTE.search(around) and not _TURNOUT.search(around) and _ALL.search(around):
        yield Scores([first, second, *others])
    if others:
        return
    between = lower(plain[first.extent.end : second.reach.start])
    if _AGAINST.search(between) and _VOTE.search(around) and not _TURNOUT.search(around):
        yield Scores([first, second])


def _of_one_vote(plain: str, scores: Sequence[Quantity]) -> Sequence[Quantity]:
    """``scores`` up to those of another place: "31 % et 27 % ; à Metz, il obtient 40 %"."""
    for number, (before, one) in enumerate(pairwise(scores), start=1):
        if number > 1 and _ELSEWHERE.match(plain, before.extent.end, one.reach.start):
            return scores[:number]
    return scores


def _is_of_ballots_counted(plain: str, figure: Quantity) -> bool:
    """Whether a percentage tells how much of a vote is counted, not who has how much of it."""
    ahead = words_before(plain, figure.extent.start, 40)
    behind = words_after(plain, figure.extent.end, 80)
    return bool(_COUNTED_AHEAD.search(ahead) or _COUNTED.match(behind))
