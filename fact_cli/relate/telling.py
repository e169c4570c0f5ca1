"""Figures as the article tells them: of what, of whom, when, and whether by themselves.

What stands around a figure decides whether another one of its kind can tell the same thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache

from fact_cli.lang.lexicon import lexicon, read
from fact_cli.lang.words import lower, singular_of
from fact_cli.model.claim import Claim, Modality, ScannedSentence
from fact_cli.model.mention import Quantity, QuantityKind, TimeKind
from fact_cli.model.text import BlockKind
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, end_of, usable

BEFORE, BEHIND = 70, 60  # characters around a figure whose words belong to it
NEAREST = 28  # characters around a figure in which a name is its own
A_WEEK = 7  # days
SHORT = 90  # characters of a sentence that stands for a title
FATE = 45  # characters around a number of people in which a word tells what became of them
STEM = 6  # letters of a word that its forms share

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_NAME = re.compile(r"\b[A-ZÀ-Þ][\w'-]{2,}")
_KNOWN = re.compile(
    r"\b(?:les|ces|ses|leurs|nos|vos|des|aux|du|au|le|la|cette|cet|ce|son|sa)"
    r"(?: quelque| près de| plus de| environ)?(?: [^\W\d_]+)? $|\b(?:l'|cet?(?:te)? [^\W\d_]+ de )$"
)
_OTHER = re.compile(r"\b(?:autres|premi\w+|derni\w+|nouve\w+|supplémentaires|seconde?s)\b")
_PART_OF = re.compile(r" (?:des|de (?:ses|ces|leurs)|d'entre|sur(?: les| ses| un total de)?) ?\d")
_OF_NAME = re.compile(r" (?:de |d'|du |des |à |en |au |aux )(?:la |l')?(?P<name>[A-ZÀ-Þ][\w'-]+)")
_DEMONSTRATIVE = re.compile(
    r"\b(?:ces|cette|ce|cet|ses)(?: quelque| près de)? $|\bcet?(?:te)? [^\W\d_]+ d(?:e |')$"
)


@dataclass(frozen=True)
class _Words:
    things: Mapping[str, frozenset[int]]
    heads: Mapping[str, str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    updates: re.Pattern[str]
    fates: Mapping[str, re.Pattern[str]]


@cache
def words() -> _Words:
    """The words of sameness.toml, compiled."""
    data = read("sameness")
    things: dict[str, set[int]] = {}
    for number, group in enumerate(data["things"]):
        for noun in group:
            things.setdefault(noun, set()).add(number)
    heads = {word: group[0] for group in data["heads"] for word in group}
    return _Words(
        {noun: frozenset(groups) for noun, groups in things.items()},
        heads,
        re.compile(rf"\b(?:{'|'.join(data['before'])})\b[^.;:()\d]{{0,22}}$"),
        re.compile(rf"[^.;:()\d]{{0,12}}?\b(?:{'|'.join(data['after'])})\b"),
        re.compile(rf"\b(?:{'|'.join(data['updates'])})\b"),
        {noun: re.compile(form) for noun, form in data["fates"].items()},
    )


@dataclass(frozen=True, slots=True)
class Telling:
    """A figure with what is told around it.

    ``title`` is true of one in the title, or in the short sentence that stands for it.
    ``keys`` name the kinds of thing that it can be; ``stems`` are the content words around it,
    ``names`` the proper names beside it, ``around`` all those of its sentence. ``known`` tells
    that the article speaks of it as of something already told ("les 680 habitants"), ``pointed``
    that it points back to it ("ces"), ``described`` that it only describes what the sentence
    tells of ("une salle de 800 places"), ``updated`` that its sentence tells of a newer count,
    ``past`` that it dates what it tells before the days of the article, ``fresh`` that a place
    or name stands right behind it that the article has not told before ("habitants de Plouha").
    ``alone`` is false of a part, a base, a plan, a record: what is told beside another value.
    """

    figure: Quantity
    sentence: ScannedSentence
    title: bool
    keys: frozenset[str]
    stems: frozenset[str]
    names: frozenset[str]
    around: frozenset[str]
    years: frozenset[int]
    known: bool
    pointed: bool
    alone: bool
    described: bool
    updated: bool
    past: bool
    fresh: bool
    claim: Claim | None

    @property
    def source(self) -> str | None:
        return None if self.claim is None else self.claim.attribution.source

    @property
    def modality(self) -> Modality:
        return Modality.ASSERTED if self.claim is None else self.claim.modality


def tellings(context: Context) -> Iterator[Telling]:
    """Every figure that could be told twice, in text order."""
    claims = {claim.quantity.extent: claim for claim in context.article.claims if claim.quantity}
    plain, now = context.document.plain, _published(context)
    for sentence in context.sentences:
        block = context.document.blocks[sentence.sentence.block].kind
        if block is BlockKind.BOILERPLATE:
            continue
        title = stands_for_title(context, sentence)
        figures = [as_percent(one) for one in usable(sentence.quantities)]
        for figure in figures:
            keys = _keys(figure) | _fates(plain, sentence, figure)
            if keys and _is_definite(figure):
                of = claims.get(figure.extent)
                yield _telling(plain, sentence, title, figure, figures, keys, of, now)


def as_percent(figure: Quantity) -> Quantity:
    """A share in words ("deux tiers", "un sur trois") as the percentage that it is."""
    if figure.kind is not QuantityKind.RATIO or figure.value is None or figure.value >= 1:
        return figure
    return replace(figure.scaled(Decimal(100), "%"), kind=QuantityKind.PERCENT)


def _is_fresh(plain: str, sentence: ScannedSentence, figure: Quantity) -> bool:
    """Whether the article names what a figure is of for the first time."""
    named = _OF_NAME.match(plain, end_of(figure))
    return named is not None and named["name"] not in plain[: sentence.extent.start]


def stands_for_title(context: Context, sentence: ScannedSentence) -> bool:
    """Whether a sentence is in the title, or is short and opens an article of one block."""
    kind = context.document.blocks[sentence.sentence.block].kind
    if kind is BlockKind.TITLE:
        return True
    blocks, extent = context.document.blocks, sentence.extent
    lone = len(blocks) == 1 and extent.end < blocks[0].extent.end
    return lone and extent.start == blocks[0].extent.start and len(extent) <= SHORT


def _published(context: Context) -> date | None:
    told = context.document.published.date
    return None if told is None or not told.complete else told.interval().begin


def _is_past(sentence: ScannedSentence, now: date | None) -> bool:
    """Whether a sentence dates what it tells before the last week."""
    days = [time.interval.end for time in sentence.times if time.kind is TimeKind.DATE]
    known = [day for day in days if day is not None]
    if now is None:
        return bool(known)
    return any((now - day).days > A_WEEK for day in known)


def _is_definite(figure: Quantity) -> bool:
    """Whether a figure has a value at all: "des milliers" has a bound only."""
    return figure.value is not None and figure.strict.holds(figure.value)


def _fates(plain: str, sentence: ScannedSentence, figure: Quantity) -> frozenset[str]:
    """What became of the people counted: "dix-neuf autres ont été blessés"."""
    if figure.kind not in NUMBERS or figure.unit is not None:
        return frozenset()
    noun = lower(plain[figure.extent.start : end_of(figure)])
    around = noun + _behind(plain, sentence, figure)[:FATE]
    before = _ahead(plain, sentence, figure)[-FATE:]
    told = words().fates
    behind = {name for name, form in told.items() if form.search(around)}
    ahead = {name for name, form in told.items() if form.search(before)}
    return frozenset(f"fate {name}" for name in behind or ahead)


def _telling(
    plain: str,
    sentence: ScannedSentence,
    title: bool,
    figure: Quantity,
    figures: Sequence[Quantity],
    keys: frozenset[str],
    claim: Claim | None,
    now: date | None,
) -> Telling:
    ahead, behind = _ahead(plain, sentence, figure), _behind(plain, sentence, figure)
    rivals = [
        one
        for one in figures
        if one is not figure
        and (one.kind, one.unit, one.of) == (figure.kind, figure.unit, figure.of)
    ]
    known = _KNOWN.search(ahead) is not None
    mains = [one for one in rivals if not _is_aside(plain, sentence, one)]
    return Telling(
        figure=figure,
        sentence=sentence,
        title=title,
        keys=keys,
        stems=_stems(ahead + " " + behind),
        names=_names(plain, sentence, figure.reach.start - NEAREST, end_of(figure) + NEAREST),
        around=_names(plain, sentence, sentence.extent.start, sentence.extent.end),
        years=_years(sentence),
        known=known,
        pointed=_DEMONSTRATIVE.search(ahead) is not None,
        alone=(known or not _is_aside(plain, sentence, figure)) and len(mains) <= known,
        described=known or ahead.endswith((" de ", " d'")),
        updated=words().updates.search(lower(sentence.extent.of(plain))) is not None,
        past=_is_past(sentence, now),
        fresh=_is_fresh(plain, sentence, figure),
        claim=claim,
    )


def _is_aside(plain: str, sentence: ScannedSentence, figure: Quantity) -> bool:
    """Whether a figure is a part, a base, a plan, a record: told beside another value."""
    told = words()
    ahead, behind = _ahead(plain, sentence, figure), _behind(plain, sentence, figure)
    inside = lower(plain[figure.extent.start : end_of(figure)])
    if _PART_OF.match(plain, end_of(figure)):
        return True
    return bool(told.after.match(behind) or told.before.search(ahead) or _OTHER.search(inside))


def _ahead(plain: str, sentence: ScannedSentence, figure: Quantity) -> str:
    start = max(sentence.extent.start, figure.reach.start - BEFORE)
    return re.split(r"[;:]", lower(plain[start : figure.reach.start]))[-1]


def _behind(plain: str, sentence: ScannedSentence, figure: Quantity) -> str:
    end = end_of(figure)
    return re.split(r"[;:.]", lower(plain[end : min(sentence.extent.end, end + BEHIND)]))[0]


def _keys(figure: Quantity) -> frozenset[str]:
    """The kinds of thing that a figure can tell: its noun's groups, its currency, its measure."""
    match figure.kind:
        case QuantityKind.COUNT if figure.noun is not None and figure.of is not None:
            groups = words().things.get(figure.of, frozenset())
            return frozenset({figure.of, *(f"#{group}" for group in groups)})
        case QuantityKind.MONEY:
            return frozenset({f"money {figure.unit}"})
        case QuantityKind.PERCENT:
            return frozenset({"%"})
        case QuantityKind.DIMENSION if figure.unit is not None:
            return frozenset({f"measure {lexicon().units[figure.unit].sign}"})
        case _:
            return frozenset()


def _stems(text: str) -> frozenset[str]:
    grammar, heads = lexicon().grammar, words().heads
    found: set[str] = set()
    for word in _WORD.findall(text):
        if word in heads:
            found.add(f"={heads[word]}")
        elif len(word) > 3 and word not in grammar.function_words:
            found.add(singular_of(word, grammar.invariable)[:STEM])
    return frozenset(found)


def _names(plain: str, sentence: ScannedSentence, start: int, end: int) -> frozenset[str]:
    """The words with a capital from ``start`` to ``end`` that do not open the sentence."""
    ignored = lexicon().grammar.function_words
    low, high = sentence.extent.start, sentence.extent.end
    found = [
        lower(name.group())
        for name in _NAME.finditer(plain, max(low, start), min(high, end))
        if name.start() > low
    ]
    return frozenset(name for name in found if name not in ignored)


def _years(sentence: ScannedSentence) -> frozenset[int]:
    days: list[date | None] = [time.interval.begin for time in sentence.times]
    return frozenset(day.year for day in days if day is not None)
