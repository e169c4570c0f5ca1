"""A month called that of the highs, of which the next sentence tells the low, or the other way.

"Le cacao se rapproche de ses sommets de février. Monté à 12 000 dollars en décembre, un record, il
avait touché en février un plancher": the highs are those of December.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.lapse import TwoDates
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import CalendarForm, PortionForm
from fact_cli.relate.context import Context, up_to
from fact_cli.relate.passage import adjoin

_HIGH = r"plus hauts?|sommets?|pics?|pointes?|maximums?|records?|plafonds?"
_LOW = r"plus bas|creux|minimums?|planchers?|étiages?"
_KNOWN = re.compile(
    rf"\b(?:son|sa|ses|leurs?|du|des|au|aux) (?:niveaux? )?"
    rf"(?:(?P<high>{_HIGH})|(?P<low>{_LOW})) (?:de |d')$"
)
_TOLD = re.compile(
    rf"\b(?:(?P<high>{_HIGH}|culmin\w+|plus fort|point haut"
    r"|(?:monté|grimpé|bondi|hissé)e?s? (?:jusqu|à))"
    rf"|(?P<low>{_LOW}|point bas|plus faible))(?!\w)"
)
_OTHER = re.compile(
    r"\b(?:(?<!de )nouve(?:au|l|aux)|nouvelles?|autres?|précédente?s?|historiques?|seconde?"
    r"|deuxième|absolue?s?|dernière?|an dernier|an passé|un an|battus?|en \d{4}|quant (?:à|aux?)"
    r"|en revanche|de (?:son|leur) côté|contrairement)\b|, (?:lui|elle|eux|elles),"
)
# A sentence that opens with a thing of its own, unless that measures the one told of before.
_OPENS = re.compile(r"(?:les? |la |l')(?P<what>[^\W\d_]+)")
_MEASURES = re.compile(
    r"(?:sacs?|tonnes?|barils?|onces?|livres?|boisseaux?|kilos?|litres?|mètres?|cours|prix|tarifs?"
    r"|niveaux?|cotes?|débits?|plan|indices?|taux|valeurs?|contrats?|unités?|quintal|quintaux)"
)
_CLAUSE = re.compile(r"[;:()]|, (?:puis|avant|mais|et) ")
FAR = 70  # characters between a month and what it is told to be the month of


def find(context: Context) -> Iterator[TwoDates]:
    if not context.tells(("plus haut", "plus bas", "sommet", "creux", "plancher", "record", "pic")):
        return
    plain, sentences = context.document.plain, context.sentences
    for index, sentence in enumerate(sentences):
        for time in sentence.times:
            ahead = lower(plain[sentence.extent.start : time.extent.start])
            known = _KNOWN.search(ahead)
            if known is None or _month(time) is None:
                continue
            for near in (list(up_to(sentences, index, 1)), list(sentences[index : index + 2])):
                if all(adjoin(plain, *pair) for pair in pairwise(near)):
                    yield from _conflict(plain, near, time, known)


def _conflict(
    plain: str, near: Sequence[ScannedSentence], known: TimeExpression, word: re.Match[str]
) -> Iterator[TwoDates]:
    """The month of the known high told as that of the low, where another is that of the high."""
    words = [lower(one.extent.of(plain)) for one in near]
    if _OTHER.search(" ".join(words)) or any(_turns(*pair) for pair in pairwise(words)):
        return
    told = [
        (time, is_high)
        for sentence in near
        for time in sentence.times
        if time is not known
        and _month(time)
        and (is_high := _is_high(plain, sentence, time)) is not None
    ]
    high = word["high"] is not None
    same = [is_high for time, is_high in told if _month(time) == _month(known)]
    others = [time for time, is_high in told if is_high is high and _month(time) != _month(known)]
    if len(others) != 1 or not same or high in same:
        return
    first, again = sorted((known, others[0]), key=lambda each: each.extent)
    yield TwoDates(first, again, word["high"] or word["low"])


def _turns(former: str, sentence: str) -> bool:
    """Whether a sentence opens with a thing that the former one does not name: silver, not gold."""
    opens = _OPENS.match(sentence)
    if opens is None or _MEASURES.fullmatch(opens["what"]):
        return False
    return re.search(rf"\b{opens['what']}\b", former) is None


def _month(time: TimeExpression) -> int | None:
    """The month of a time without a year: "en mai", "à la fin de mai", "au cœur de mai"."""
    form = time.form.whole if isinstance(time.form, PortionForm) else time.form
    if not isinstance(form, CalendarForm) or form.weekday is not None:
        return None
    return form.parts.month if form.parts.year is None else None


def _is_high(plain: str, sentence: ScannedSentence, time: TimeExpression) -> bool | None:
    """Whether a month is told as that of a high or of a low, by the word nearest to it."""
    found: list[tuple[int, bool]] = []
    words, start = lower(sentence.extent.of(plain)), sentence.extent.start
    others = [each.extent for each in sentence.times if each is not time and _month(each)]
    for word in _TOLD.finditer(words):
        begin, end = sorted((start + word.start(), time.extent.start))
        between = plain[begin:end]
        crossed = any(begin <= other.start < end for other in others)
        if end - begin <= FAR and not crossed and not _CLAUSE.search(between):
            found.append((end - begin, word["high"] is not None))
    return min(found)[1] if found else None
