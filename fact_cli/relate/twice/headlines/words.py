"""Scores, growths and directions of the title that the body belies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.bounds import HUNDRED, ONE, quotient
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.same import TitleWords
from fact_cli.model.text import BlockKind, Extent
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import usable
from fact_cli.relate.passage import MANY, Passage
from fact_cli.relate.twice.values.same_words import stems
from fact_cli.relate.twice.values.telling import stands_for_title

_SCORE = re.compile(
    r"(?<![\d.,-])(?P<one>\d{1,3})(?: ?[-–] ?| à )(?P<other>\d{1,3})"
    r"(?![\d-]|[.,]\d| ?(?:ans|%|h\b))"
)
_WON = re.compile(
    r"\b(?:batt|impos|emport|inclin|victoire|succès|défaite|domin|vainqu|succomb|gagn|perd|corrig"
    r"|score|trois points)\w*[^.;()]{0,50}\(?$"
)
_PART = re.compile(
    r"\b(?:pause|mi-temps|set|manche|période|aller|mené|menait|d'abord|quart-temps|encore|toujours"
    r"|égalis\w*|score (?:était|restait|affichait|en était))\b"
)
_LED = re.compile(r"\bmen(?:ée?s?|aient|ait|ant) ")
# What happens to one thing once at each number.
_COUNTED = re.compile(r" (?P<noun>édition|anniversaire|mandat|victime|titre|sacre|étoile)\b")
# Of these an article tells earlier ones too: "son premier titre".
_SERIES = {"mandat", "victime", "titre", "sacre", "étoile"}
PART = 25  # characters before a score in which it is told to be one of a part of the match
_BACK = re.compile(r"\b(?:cet?|cette|ces|celui-ci|celle-ci)\b|\bl'[^\W\d_]+er\b")
_GROWS = re.compile(r"\b(?:multipli|doubl|tripl|quadrupl|quintupl|décupl)")


@dataclass(frozen=True, slots=True)
class _Change:
    figure: Quantity
    way: int


def find(context: Context) -> Iterator[TitleWords]:
    plain = context.document.plain
    titles = [one for one in context.sentences if stands_for_title(context, one)]
    body = [one for one in context.sentences if one not in titles]
    for title in titles:
        headed = context.document.blocks[title.sentence.block].kind is BlockKind.TITLE
        about = body if headed else [one for one in body if _goes_back(plain, title, one)]
        yield from grown(context, title, about)
        yield from _turned(context, title, about)
        if headed:
            yield from _ranked(plain, title, body)
    yield from _scores(context)


def _goes_back(plain: str, first: ScannedSentence, one: ScannedSentence) -> bool:
    """Whether a sentence speaks of what a first one told that is no title: "ce nombre"."""
    told, again = (lower(each.extent.of(plain)) for each in (first, one))
    return _BACK.search(again) is not None or bool(stems(told) & stems(again))


def changes_in(context: Context, sentences: Sequence[ScannedSentence]) -> list[_Change]:
    """The percentages of change, each with its way, that sentences tell."""
    found: list[_Change] = []
    for sentence in sentences:
        if len(sentence.quantities) > MANY:
            continue
        passage = Passage(context, [sentence])
        for one in passage.figures:
            word = passage.changes.get(id(one))
            if word is not None and one.kind is QuantityKind.PERCENT:
                found.append(_Change(one, 1 if word.value == "rise" else -1))
    return found


def grown(
    context: Context, title: ScannedSentence, body: Sequence[ScannedSentence]
) -> Iterator[TitleWords]:
    """ "Le nombre de vols a doublé", of a rise of 50 %."""
    plain = context.document.plain
    for times in title.quantities:
        if times.kind is not QuantityKind.RATIO or times.value is None or times.value < 2:
            continue
        if not _GROWS.search(lower(times.extent.of(plain))):
            continue
        rises = [one for one in changes_in(context, body) if one.way > 0]
        levels = [one for sentence in body for one in usable(sentence.quantities)]
        if len(rises) != 1:
            continue
        bounds = times.recomputed(loose=True)
        growth = (bounds - ONE) * HUNDRED
        told = any(growth.meets(one.figure.recomputed(loose=True)) for one in rises)
        computed = any(
            (ratio := quotient(one.value, other.value)) is not None and bounds.holds(ratio)
            for one in levels
            for other in levels
            if one.unit == other.unit and one is not other
        )
        again = any(one.kind is QuantityKind.RATIO and (one.value or 0) >= 2 for one in levels)
        if not (told or computed or again):
            yield TitleWords(times.extent, rises[0].figure.extent)


def _turned(
    context: Context, title: ScannedSentence, body: Sequence[ScannedSentence]
) -> Iterator[TitleWords]:
    """ "Les ventes reculent de 8 %", of a rise of 8 %."""
    changes = changes_in(context, [title])
    told = changes_in(context, body) if len(changes) == 1 else []
    for change in changes:
        alike = [one for one in told if one.figure.value == change.figure.value]
        if len(alike) == 1 and alike[0].way != change.way:
            yield TitleWords(change.figure.extent, alike[0].figure.extent)


def _ranked(
    plain: str, title: ScannedSentence, body: Sequence[ScannedSentence]
) -> Iterator[TitleWords]:
    """ "La 38e édition", of which the body says that it is the 39th."""
    told = [pair for sentence in body for pair in _ordinals(plain, sentence)]
    for figure, noun in _ordinals(plain, title):
        alike = [one for one, other in told if other == noun]
        if noun in _SERIES:
            alike = [one for one in alike if one.value == figure.value or _is_next(figure, one)]
        values = {one.value for one in alike}
        if len(values) == 1 and figure.value not in values:
            yield TitleWords(figure.extent, alike[0].extent)


def _is_next(figure: Quantity, other: Quantity) -> bool:
    value, told = figure.value, other.value
    return value is not None and told is not None and abs(value - told) == 1


def _ordinals(plain: str, sentence: ScannedSentence) -> Iterator[tuple[Quantity, str]]:
    for figure in sentence.quantities:
        behind = _COUNTED.match(plain, figure.extent.end)
        if figure.kind is QuantityKind.ORDINAL and behind is not None:
            yield figure, behind["noun"]


def _scores(context: Context) -> Iterator[TitleWords]:
    """The score of a match in the title, and the body's final score with another number."""
    document = context.document
    if not document.blocks:
        return
    title = document.blocks[0].extent
    (first, *others) = [*_SCORE.finditer(document.plain, title.start, title.end), None]
    if first is None or others != [None]:
        return
    if _LED.search(lower(words_before(document.plain, first.start(), PART))):
        return
    body = list(_SCORE.finditer(document.plain, title.end))
    pairs = [{one["one"], one["other"]} for one in body]
    own = {first["one"], first["other"]}
    if own in pairs:
        return
    titled = document.blocks[0].kind is BlockKind.TITLE
    finals = [one for one in body if _is_final(document.plain, title.end, one, titled=titled)]
    if len(finals) == 1 and len(own & {finals[0]["one"], finals[0]["other"]}) == 1:
        yield TitleWords(Extent(*first.span()), Extent(*finals[0].span()))


def _is_final(plain: str, start: int, score: re.Match[str], *, titled: bool) -> bool:
    """Whether words tell that a score ended the match; in brackets, only under a title."""
    if not titled and plain.startswith("(", score.start() - 1):
        return False
    ahead = lower(plain[max(start, score.start() - 70) : score.start()])
    behind = words_after(plain, score.end(), 25)
    return _WON.search(ahead) is not None and not _PART.search(ahead + behind)
