"""Which time dates which quantity of a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from spacy.tokens import Token

from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity, TimeExpression, TimeKind
from fact_cli.model.text import Extent

VerbOf = Callable[[Extent], Token | None]

_DATING = {TimeKind.DATE, TimeKind.PERIOD}
# Between a figure and the time right beside it: "20 milliards en 2024", "300 morts, mardi".
_BESIDE = re.compile(
    r"(?: [^\d,;:()«»\"]{0,28}?)?,? ?\(?"
    r"(?:en|au|aux|à|le|la|les|du|de|pour|sur|dans|fin|cet|cette|ce)? ?"
)
_SPAN_BESIDE = re.compile(r"(?: [^\d,;:()]{0,20}?)? (?:en|sur|pendant|durant|depuis) ")
_NOUN_BEFORE = re.compile(r"[^\W\d_]{3,} (?:de|du|d')\s?$")
# A measure set between commas holds at any time: "Le navire, long de 275 m, a accosté mardi".
_DESCRIBES = re.compile(
    r", (?:long(?:ue)?|large|haute?|profonde?|épaisse?|lourde?)s? (?:d'environ|de|d') ?$"
)
_STOP = re.compile(r"[;:]|[.!?] ")
_VERB_BETWEEN = re.compile(r"\b(?:qui|que|dont|où|mais|alors que|tandis que)\b")


def dates_of(
    plain: str, sentence: ScannedSentence, verb_of: VerbOf
) -> dict[Extent, TimeExpression]:
    """The time of each quantity that has one, by the quantity's extent.

    First the time right beside a figure; else one that hangs on the same verb; else one
    that opens the sentence and so holds for all of it.
    """
    beside = {one.extent: _beside(plain, one, sentence) for one in sentence.quantities}
    taken = {time.extent for time in beside.values() if time is not None}
    free = [
        time for time in sentence.times if time.kind in _DATING and time.extent not in taken
    ]  # fmt: skip
    found: dict[Extent, TimeExpression] = {}
    for quantity in sentence.quantities:
        times = [] if _describes(plain, quantity) else free
        time = (
            beside[quantity.extent]
            or _of_same_verb(plain, quantity, times, verb_of)
            or _opening(plain, quantity, sentence, times)
        )
        if time is not None:
            found[quantity.extent] = time
    return found


def _describes(plain: str, quantity: Quantity) -> bool:
    start = quantity.extent.start
    return _DESCRIBES.search(plain, max(0, start - 30), start) is not None


def _beside(plain: str, quantity: Quantity, sentence: ScannedSentence) -> TimeExpression | None:
    end = max(quantity.extent.end, quantity.noun.end if quantity.noun else 0)
    others = [one.extent for one in sentence.quantities if one is not quantity]
    for time in sentence.times:
        between = plain[end : time.extent.start]
        if time.extent.start < end or any(end <= one.start < time.extent.start for one in others):
            continue
        pattern = _BESIDE if time.kind in _DATING else _SPAN_BESIDE
        lasting = time.kind is TimeKind.DURATION
        if (time.kind in _DATING or lasting) and pattern.fullmatch(between):
            return None if _VERB_BETWEEN.search(between) else time
    return None


def _of_same_verb(
    plain: str, quantity: Quantity, times: Sequence[TimeExpression], verb_of: VerbOf
) -> TimeExpression | None:
    """The nearest time of the quantity's clause that is no noun's: "le modèle de 1961"."""
    verb = verb_of(quantity.extent) if times else None
    if verb is None:
        return None
    same = [
        time for time in times
        if not _of_noun(plain, time, quantity) and _same_clause(verb_of(time.extent), verb)
    ]  # fmt: skip
    return min(same, key=lambda time: _distance(time.extent, quantity.extent), default=None)


def _same_clause(one: Token | None, other: Token) -> bool:
    """Whether two verbs are one, or verbs of which one governs the other as its infinitive."""
    if one is None:
        return False
    return (
        one.i == other.i
        or (one.head.i == other.i and one.dep_ == "xcomp")
        or (other.head.i == one.i and other.dep_ == "xcomp")
    )


def _opening(
    plain: str, quantity: Quantity, sentence: ScannedSentence, times: Sequence[TimeExpression]
) -> TimeExpression | None:
    """A time that opens the sentence before a comma: "En 2024, l'usine a produit …"."""
    for time in times:
        before = plain[sentence.extent.start : time.extent.start]
        opens = len(before.split()) <= 2 and plain[time.extent.end :][:2].startswith((",", " ,"))
        between = plain[time.extent.end : quantity.extent.start]
        if opens and time.extent.end <= quantity.extent.start and not _STOP.search(between):
            return time
    return None


def _of_noun(plain: str, time: TimeExpression, quantity: Quantity) -> bool:
    start = time.extent.start
    before = plain[max(0, start - 30) : start]
    return _NOUN_BEFORE.search(before) is not None and quantity.extent.end <= start - 40


def _distance(a: Extent, b: Extent) -> int:
    return max(b.start - a.end, a.start - b.end, 0)
