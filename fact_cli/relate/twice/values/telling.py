"""Figures as the article tells them: of what, of whom, when, and whether by themselves.

What stands around a figure decides whether another one of its kind can tell the same thing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower
from fact_cli.model.claim import Claim, Modality, ScannedSentence
from fact_cli.model.mention import Quantity
from fact_cli.model.text import BlockKind
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import end_of, usable
from fact_cli.relate.twice.values.kinds import (
    as_percent,
    kinds_of,
    lengths_told,
    of_what,
    words_ahead,
    words_behind,
)
from fact_cli.relate.twice.values.labels import stands_beside, with_label
from fact_cli.relate.twice.values.same_words import stems, words
from fact_cli.relate.twice.values.told_how import (
    is_aside,
    is_asked,
    is_bare,
    is_base,
    is_fresh,
    is_known,
    is_pointed,
    is_updated,
    sentenced,
)
from fact_cli.relate.twice.values.told_when import (
    day_of_publication,
    is_former,
    is_past,
    months_of,
    years_of,
)

NEAREST = 28  # characters around a figure in which a name is its own
LED = 2000  # characters of a paragraph before a sentence that tell what it speaks of
SHORT = 90  # characters of a sentence that stands for a title

_NAME = re.compile(r"\b[A-ZÀ-Þ][\w'-]{2,}")
_QUOTE = re.compile(r"[«\" -]*")
_NEXT_DOOR = re.compile(r"[^\W\d_] (?:voisine?s?|mitoyen(?:ne)?s?|d'à côté|d'en face)\b")
_PRONOUNS = ("il ", "elle ", "ils ", "elles ")


@dataclass(frozen=True, slots=True)
class Telling:
    """A figure with what is told around it.

    ``title`` is true of one in the title, or in the short sentence that stands for it.
    ``keys`` name the kinds of thing that it can be; ``stems`` are the content words around it,
    ``names`` the proper names beside it, ``around`` all those of its sentence. ``known`` tells
    that the article speaks of it as of something already told ("les 680 habitants"), ``pointed``
    that it points back to it ("ces"), ``bare`` that nothing behind its noun says which ones,
    ``described`` that it only describes what the sentence
    tells of ("une salle de 800 places"), ``updated`` that its sentence tells of a newer count,
    ``past`` that it dates what it tells before the days of the article, ``fresh`` that a place
    or name stands right behind it that the article has not told before ("habitants de Plouha").
    ``months`` are those that its sentence tells of as a whole. ``alone`` is false of a part, a
    base, a plan, a record: what is told beside another value, and ``single`` of what stands
    beside a figure of its kind; ``opening`` is true of one before all of these. ``of_what`` is the
    word behind "de"; ``former`` is true of what is told of a year before the article's and the
    last, or as over by then; ``asked`` is true of a penalty that was only asked for, or given by
    an earlier court; ``base`` is true of one that a word calls so ("contre 840", "l'ancienne
    marque"). ``noun`` is what it counts,
    ``clause`` that with the words around it, ``told`` its whole sentence, ``led`` what its
    paragraph has told before, in lower case. ``beside`` is true of one in a caption or a table.
    """

    figure: Quantity
    sentence: ScannedSentence
    title: bool
    keys: frozenset[str]
    stems: frozenset[str]
    names: frozenset[str]
    around: frozenset[str]
    years: frozenset[int]
    months: frozenset[tuple[int, int]]
    known: bool
    pointed: bool
    bare: bool
    alone: bool
    single: bool
    opening: bool
    of_what: str | None
    former: bool
    asked: bool
    base: bool
    described: bool
    updated: bool
    past: bool
    fresh: bool
    noun: str
    clause: str
    told: str
    led: str
    beside: bool
    claim: Claim | None

    @property
    def source(self) -> str | None:
        return None if self.claim is None else self.claim.attribution.source

    @property
    def modality(self) -> Modality:
        return Modality.ASSERTED if self.claim is None else self.claim.modality

    def side(self, sides: Sequence[re.Pattern[str]], *, near: bool = False) -> int | None:
        """Which one of the sides of a matter its words take; None where they take none or two.

        What the figure itself counts decides, or else its clause, or else the whole sentence,
        or else, where ``near`` is false, what its paragraph has told before.
        """
        taken = [number for number, side in enumerate(sides) if side.search(self.told)]
        for nearer in (self.clause, self.noun):
            taken = [number for number in taken if sides[number].search(nearer)] or taken
        if not taken and not near:
            taken = [number for number, side in enumerate(sides) if side.search(self.led)]
        return taken[0] if len(taken) == 1 else None


def tellings(context: Context) -> Sequence[Telling]:
    """Every figure that could be told twice, in text order."""
    return context.once("tellings", lambda: tuple(_tellings(context)))


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure of ``sentence`` that can tell things of the kinds ``keys``, and ``others`` there."""

    figure: Quantity
    sentence: ScannedSentence
    others: Sequence[Quantity]
    keys: frozenset[str]


def _tellings(context: Context) -> Iterator[Telling]:
    """Those of the figures that share a kind with another; the rest nobody tells twice."""
    figures = list(_figures(context))
    common = Counter(key for one in figures for key in one.keys)
    claims = {claim.quantity.extent: claim for claim in context.article.claims if claim.quantity}
    now = day_of_publication(context)
    for one in figures:
        if any(common[key] > 1 for key in one.keys):
            yield _telling(context, one, claims.get(one.figure.extent), now)


def _figures(context: Context) -> Iterator[_Figure]:
    plain, blocks = context.document.plain, context.document.blocks
    for sentence in context.sentences:
        if blocks[sentence.sentence.block].kind is BlockKind.BOILERPLATE:
            continue
        figures = [
            with_label(plain, sentence, as_percent(one)) for one in usable(sentence.quantities)
        ]
        figures += lengths_told(plain, sentence)
        for figure in figures:
            keys = kinds_of(plain, sentence, figure)
            if keys:
                others = [one for one in figures if one is not figure]
                yield _Figure(figure, sentence, others, keys)


def stands_for_title(context: Context, sentence: ScannedSentence) -> bool:
    """Whether a sentence is in the title, or is short and opens an article of one block.

    Not where it opens with a pronoun, which tells of somebody named elsewhere.
    """
    kind = context.document.blocks[sentence.sentence.block].kind
    if kind is BlockKind.TITLE:
        return True
    blocks, extent = context.document.blocks, sentence.extent
    lone = len(blocks) == 1 and extent.end < blocks[0].extent.end
    if not lone or extent.start != blocks[0].extent.start or len(extent) > SHORT:
        return False
    if stands_beside(context, sentence):
        return False
    return not lower(extent.of(context.document.plain)).startswith(_PRONOUNS)


def _telling(context: Context, of: _Figure, claim: Claim | None, now: date | None) -> Telling:
    plain, figure, sentence = context.document.plain, of.figure, of.sentence
    block = context.document.blocks[sentence.sentence.block]
    ahead, behind = words_ahead(plain, sentence, figure), words_behind(plain, sentence, figure)
    measured = (figure.kind, figure.unit, figure.of)
    rivals = [
        one
        for one in of.others
        if (one.kind, one.unit, one.of) == measured
        and not _are_of_two(of_what(plain, figure), of_what(plain, one))
    ]
    led = lower(plain[max(block.extent.start, sentence.extent.start - LED) : sentence.extent.start])
    told = lower(sentence.extent.of(plain))
    known = is_known(context, sentence, figure, ahead)
    years = years_of(plain, sentence, rivals, now)
    noun = lower(plain[figure.extent.start : end_of(figure)])
    subject = _with_subject(told, ahead, led)
    mains = [one for one in rivals if not is_aside(plain, sentence, one)]
    return Telling(
        figure=figure,
        sentence=sentence,
        title=stands_for_title(context, sentence),
        keys=of.keys,
        stems=stems(ahead + " " + behind) | sentenced(figure, behind),
        names=_names(plain, sentence, figure.reach.start - NEAREST, end_of(figure) + NEAREST)
        - {figure.of},
        around=_names(plain, sentence, sentence.extent.start, sentence.extent.end),
        years=years,
        months=months_of(sentence),
        known=known,
        pointed=is_pointed(plain, figure, ahead),
        bare=is_bare(plain, sentence, figure),
        alone=(known or not is_aside(plain, sentence, figure, title=block.kind is BlockKind.TITLE))
        and len(mains) <= known,
        single=len(mains) <= known,
        opening=all(figure.extent < one.extent for one in mains),
        of_what=of_what(plain, figure),
        former=is_former(years, told, now),
        asked=is_asked(figure, ahead, behind),
        base=is_base(figure, ahead, known=known),
        described=known or ahead.endswith((" de ", " d'")),
        updated=is_updated(subject),
        past=is_past(sentence, now) or words().earlier.search(told) is not None,
        fresh=is_fresh(context, sentence, figure) or _NEXT_DOOR.search(subject) is not None,
        noun=noun,
        clause=f"{ahead} {noun} {behind}",
        told=told,
        led=led,
        beside=stands_beside(context, sentence),
        claim=claim,
    )


def _are_of_two(one: str | None, other: str | None) -> bool:
    """ "18 mois de prison et cinq ans d'inéligibilité": neither stands beside the other."""
    return one is not None and other is not None and one != other


def _with_subject(told: str, ahead: str, led: str) -> str:
    """A sentence with the one before it, which tells what its pronoun stands for.

    "L'immeuble voisin a été vidé. Ses 43 occupants dormiront à l'hôtel."
    """
    if not told.startswith(_PRONOUNS) and not ahead.endswith(("ses ", "leurs ", "ces ")):
        return told
    return re.split(r"[.!?] ", led.rstrip(" .!?"))[-1] + " " + told


def _names(plain: str, sentence: ScannedSentence, start: int, end: int) -> frozenset[str]:
    """The words with a capital from ``start`` to ``end`` that do not open the sentence."""
    ignored = lexicon().grammar.function_words
    low, high = sentence.extent.start, sentence.extent.end
    opened = _QUOTE.match(plain, low)
    first = low if opened is None else opened.end()
    found = [
        lower(name.group())
        for name in _NAME.finditer(plain, max(low, start), min(high, end))
        if name.start() > first
    ]
    return frozenset(name for name in found if name not in ignored)


def words_of(plain: str, first: Telling, again: Telling) -> tuple[str, str] | None:
    """Two tellings in the words of the text, where a figure shows them badly."""
    both = (first, again)
    if first.figure.value == again.figure.value:  # "plus de 400" and "moins de 400"
        return first.figure.reach.of(plain), again.figure.reach.of(plain)
    texts = [one.figure.extent.of(plain) for one in both]
    lengths = any(key.startswith("length ") for key in first.keys)
    shares = "%" in first.keys and not all("%" in text or "cent" in text for text in texts)
    return (texts[0], texts[1]) if lengths or shares else None
