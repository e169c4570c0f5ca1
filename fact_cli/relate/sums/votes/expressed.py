"""The votes cast against those for each answer, and against all who voted less the void ones.

"Le oui l'emporte avec 2 856 295 voix (91,59 %), contre 262 185 pour le non. Les suffrages exprimés
s'élèvent à …": the answers are all of the votes cast where they are yes and no, or where their
shares make a hundred percent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from fact_cli.lang.words import lower, words_after
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.figures import Difference
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, end_of, is_lead, is_surplus, usable

_CUES = ("exprimé", "valable", "valide")
_VALID = r"(?:exprimée?s|valables|valides|valablement [^\W\d_]+|validement [^\W\d_]+)"
_BALLOTS = r"(?:suffrages?|voix|votes?|bulletins?)"
_CAST_AHEAD = re.compile(
    rf"\b{_BALLOTS} {_VALID}(?: (?:donc|ainsi))?(?: :| \(|,)? ?"
    r"(?:(?:s'élèv|s'établiss|s'élev|se chiffr|se mont|atteign|attein|totalis|ont été|étaient|sont"
    r"|est|était|au nombre)[^.;:,()\d]{0,25})?$"
)
_CAST_BEHIND = re.compile(
    rf" (?:{_BALLOTS} (?:ont été )?)?(?:[^\W\d_]+ ){{0,1}}{_VALID}\b|(?<=suffrages) {_VALID}"
    rf"|(?<=voix) {_VALID}|(?<=votes) {_VALID}|(?<=bulletins) {_VALID}"
)
_VOTED_AHEAD = re.compile(
    r"\b(?:votants|bulletins (?:dépouillés|trouvés dans (?:l'urne|les urnes)))"
    r"(?: :| \(|,)? ?(?:(?:étaient|sont|ont été|s'élèv\w+|au nombre|atteign\w+)[^.;:,()\d]{0,20})?$"
    r"|\bélecteurs (?:étaient|ont été|furent)(?: au nombre de)? $"
)
_VOTED_BEHIND = re.compile(
    r"(?:(?: [^\W\d_]+){0,2} (?:votants?)\b|(?<=votants)|(?<=votant)"
    r"|(?: [^\W\d_]+){0,3} (?:ont (?:effectivement )?voté|à voter|se sont (?:déplacée?s|rendue?s"
    r"|prononcée?s)|ont (?:pris part|participé|glissé)|s'étaient (?:déplacée?s|rendue?s)"
    r"|dans (?:l'urne|les urnes)|dépouillés))\b"
)
_VOID_BEHIND = re.compile(r"[^.;:,()\d]{0,40}\b(?:blancs?|nuls?|invalides|invalidés|rejetés)\b")
_VOID_AHEAD = re.compile(
    r"\b(?:annul|invalid|rejet)\w+ $|"
    r"\b(?:blancs|nuls|invalides)(?: :| \(|,)? ?"
    r"(?:(?:étaient|sont|ont été|s'élèv\w+|au nombre|atteign\w+)[^.;:,()\d]{0,20})?$"
)
_NO_VOTES = re.compile(
    r"[^.;:,()\d]{0,25}\b(?:inscrits?|abstention\w*|absten\w+|bureaux?|sièges?)\b"
)
_SHARE = re.compile(
    r"(?: [^.;:()\d]{0,40}?)?(?:,? soit|,? \(|,? ou|,| \(soit|,? représentant)"
    r"(?: (?:environ|près de|plus de|exactement))? ?$"
)
# The answer right behind its votes, else the one right before them: "12 478 oui", "le non 9 312".
_ANSWER_BEHIND = re.compile(
    r"(?: (?:voix|votes?|suffrages|électeurs|bulletins|personnes|salariés|habitants))?"
    r"(?:,? soit [^.;:()]{2,12} %,?| \([^()]{2,12} %\))?"
    r"(?: (?:ont|avaient|pour|au|au profit|de|du|en faveur|le|un|dit|voté|répondu|choisi)){0,4}"
    r" (?:« ?)?(?P<answer>oui|non)\b"
)
_ANSWER_AHEAD = re.compile(r"\b(?P<answer>oui|non)\b(?:[^.;:\d]|\d,\d){0,60}$")
_ROUNDS = re.compile(r"\bpremier tour\b|\bl'an (?:dernier|passé)\b|\ben 20\d\d\b.*\ben 20\d\d\b")
_ELSEWHERE = re.compile(r"(?:dans|à|aux?|en|sur|pour)\b[^.;:\d]{2,60}, ")
BACK, AHEAD = 3, 2  # sentences around the one that tells the votes cast
A_HUNDRED = Decimal(100)  # percent
FEW = 100  # votes, from which figures are told of all voters


def find(context: Context) -> Iterator[Difference | Total]:
    if not context.tells(_CUES):
        return
    plain = context.document.plain
    for index, sentence in enumerate(context.sentences):
        for cast in usable(sentence.quantities):
            if cast.kind in NUMBERS and _is_cast(plain, sentence, cast):
                near = [
                    one
                    for one in context.sentences[max(0, index - BACK) : index + AHEAD + 1]
                    if one.sentence.block == sentence.sentence.block
                ]
                yield from _answers(plain, near, cast)
                yield from _voters(plain, near, cast)


def _is_cast(plain: str, sentence: ScannedSentence, one: Quantity) -> bool:
    ahead = _ahead(plain, sentence, one)
    if _VOTED_BEHIND.match(plain, one.extent.end) or _NO_VOTES.match(plain, one.extent.end):
        return False
    return bool(
        _CAST_BEHIND.match(plain, one.extent.end)
        or _CAST_BEHIND.match(plain, end_of(one))
        or _CAST_AHEAD.search(ahead)
    )


def _ahead(plain: str, sentence: ScannedSentence, one: Quantity) -> str:
    return lower(plain[sentence.extent.start : one.reach.start])


def is_elsewhere(plain: str, sentence: ScannedSentence, one: Quantity) -> bool:
    """Whether a sentence opens with a place or a time of its own: "Dans l'autre bureau, …"."""
    return _ELSEWHERE.match(_ahead(plain, sentence, one)) is not None


def _counts(
    plain: str, near: Sequence[ScannedSentence], cast: Quantity
) -> list[tuple[ScannedSentence, Quantity]]:
    """The exact counts near the votes cast, each with its sentence."""
    return [
        (sentence, one)
        for sentence in near
        for one in usable(sentence.quantities)
        if one.kind in NUMBERS and one.extent != cast.extent and one.hedge is None
        if not is_surplus(plain, one) and not is_lead(plain, one)
    ]


def _answers(plain: str, near: Sequence[ScannedSentence], cast: Quantity) -> Iterator[Total]:
    """The votes for all answers, which are those cast."""
    counts = _counts(plain, near, cast)
    parts = _with_all_shares(plain, counts) or _yes_and_no(plain, counts)
    if len(parts) < 2 or cast.hedge is not None:
        return
    total = Total(cast, parts, complete=True, exclusive=True, binding=Binding.INFERRED)
    own = next(one for one in near if one.extent.holds(cast.extent))
    apart = not any(own.extent.holds(part.extent) for part in parts)
    if apart and is_elsewhere(plain, own, cast) and not total.is_misprinted:
        return
    if total.is_near and not _ROUNDS.search(_words(plain, near)):
        yield total


def _with_all_shares(
    plain: str, counts: Sequence[tuple[ScannedSentence, Quantity]]
) -> Sequence[Quantity]:
    """The counts told with their shares, where those make a hundred percent."""
    found: list[tuple[Quantity, Quantity]] = []
    for sentence, one in counts:
        behind = [
            share
            for share in usable(sentence.quantities)
            if share.extent > one.extent and share.kind is QuantityKind.PERCENT
        ]
        if behind and _SHARE.fullmatch(plain[end_of(one) : behind[0].reach.start]):
            found.append((one, behind[0]))
    told = sum((share.value or Decimal(0) for _, share in found), Decimal(0))
    slack = sum((share.step for _, share in found), Decimal(0)) / 2
    return [one for one, _ in found] if abs(told - A_HUNDRED) <= slack else []


def _yes_and_no(
    plain: str, counts: Sequence[tuple[ScannedSentence, Quantity]]
) -> Sequence[Quantity]:
    """The one count of those who said yes and the one of those who said no."""
    told: dict[str, list[Quantity]] = {"oui": [], "non": []}
    for sentence, one in counts:
        if _NO_VOTES.match(plain, one.extent.end) or _VOID_BEHIND.match(plain, one.extent.end):
            continue
        found = _ANSWER_BEHIND.match(words_after(plain, one.extent.end, 60))
        found = found or _ANSWER_AHEAD.search(_ahead(plain, sentence, one))
        if found is not None:
            told[found["answer"]].append(one)
    parts = [figures[0] for figures in told.values() if len(figures) == 1]
    return parts if len(parts) == len(told) else []


def _voters(
    plain: str, near: Sequence[ScannedSentence], cast: Quantity
) -> Iterator[Difference | Total]:
    """All who voted, which are the votes cast and the void ones."""
    voted, void = [], []
    for sentence, one in _counts(plain, near, cast):
        ahead = _ahead(plain, sentence, one)
        if _VOID_BEHIND.match(plain, one.extent.end) or _VOID_AHEAD.search(ahead):
            void.append(one)
        elif _VOTED_BEHIND.match(plain, one.extent.end) or _VOTED_AHEAD.search(ahead):
            voted.append(one)
    if len(voted) != 1 or not void or len(void) > 2 or _ROUNDS.search(_words(plain, near)):
        return
    everyone = voted[0]
    totals = [
        Total(everyone, [cast, *some], complete=True, exclusive=True, binding=Binding.INFERRED)
        for size in range(len(void), 0, -1)
        for some in combinations(void, size)
    ]
    if not totals[0].is_near or (everyone.value or 0) < FEW:
        return
    holding = [one for one in totals if one.exact == everyone.value]
    if holding or len(void) > 1:
        yield (holding or totals)[0]
    else:
        yield Difference(void[0], everyone, cast, 0, Binding.INFERRED)


def _words(plain: str, near: Sequence[ScannedSentence]) -> str:
    return lower(plain[near[0].extent.start : near[-1].extent.end])
