"""Ranks as the article tells them: whose, in which ranking, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from fact_cli.lang.words import fold, lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import QuantityKind, TimeExpression
from fact_cli.model.text import BlockKind, Extent
from fact_cli.model.times import CalendarForm
from fact_cli.relate.context import Context
from fact_cli.relate.every_sentence import every_sentence
from fact_cli.relate.times.moments import has_year
from fact_cli.relate.twice.ranks.holders import FRONT, holder_of
from fact_cli.relate.twice.ranks.kinds import kinds_of
from fact_cli.relate.twice.ranks.rows import rows
from fact_cli.relate.twice.ranks.words import rank_words
from fact_cli.relate.twice.values.same_words import first_letters

_PHRASE = re.compile(r"[^.;:,()!?«»]{0,90}")
_PLACE = re.compile(r"[A-ZÀ-Þ][\w-]+")
_DOMAIN = re.compile(r" (?:par|pour|en|selon) (?P<what>.*)")
_GOALS = re.compile(r"\b(?:buts?|minute|penalty|essais?|carton|égalis\w+|score)\b")
_NOUN = re.compile(r" [^\W\d_]+")
# "C'est la cinquième année de suite": of what was told before.
_POINTS_BACK = re.compile(
    r"(?:\b[Cc]'est (?:la|le|leur|son|sa)|[Ii]l s'agit d\w+ \w+|\b[Cc]et?(?:te)?) $"
)
ANYBODY, SOMEBODY = "*", "?"  # holders of what is told with "cette", and of what has no name
# Where somebody stood on the way: "au premier pointage, elle occupait le onzième rang".
_ON_THE_WAY = re.compile(
    r"\b(?:pointages?|intermédiaires?|ravitaillements?|mi-(?:course|parcours|étape)|passage)\b"
)
_CLOSED = re.compile(r" »|, (?:qui|où|dont|que)\b")
REACH = 40  # characters behind a rank in which a place is its own
STEM = 4  # letters of a word that its forms share
# What a sentence opens with holds for all of its clauses: "Au premier pointage, elle … et …".
_OPENING = re.compile(r"(?:À|Au|Aux|Lors|En|Après|Avant|Pendant|Durant|Dans)\b[^.;:()\d]{3,50}, ")
_SAME = {"habi": "popu", "expe": "expo"}


@dataclass(frozen=True, slots=True)
class Ranked:
    """A rank told of ``holder``.

    ``kinds`` name the rankings that it can be of: "noun 3" of what is ranked, "world", "general",
    "standing", "event", "run 0" of what follows one another. ``stems`` and ``places`` are the
    words and capitals behind the rank, ``domain`` those that tell by what it is ranked,
    ``events`` the nouns of events; ``days`` and ``years`` are told beside it. ``titled`` is true
    of one in the title.
    """

    extent: Extent
    value: Decimal
    holder: str
    kinds: frozenset[str]
    stems: frozenset[str]
    domain: frozenset[str]
    places: frozenset[str]
    events: frozenset[str]
    days: frozenset[int]
    years: frozenset[int]
    sentence: Extent
    titled: bool = False


_SIZED = re.compile(r"\b\d+(?:[ .]\d{3})?(?= ?(?:m|mètres|km|kilomètres|kg|kilos)\b)")


def rankings(context: Context) -> Sequence[Ranked]:
    """Every rank of an article that tells two or more, in text order."""
    found = _found(context)
    values = {value for _, (_, value, _) in found} | {one.value for one in _listed(context)}
    return every_rank(context) if len(values) > 1 else ()


def every_rank(context: Context) -> Sequence[Ranked]:
    """Every rank that could be told twice, in text order."""
    return context.once("rankings", lambda: tuple(_rankings(context)))


def can_be_one(first: Ranked, again: Ranked) -> bool:
    """Whether two tellings can be of one holder in one ranking at one time."""
    alike = first.kinds & again.kinds
    taken_up = first.titled and again.holder == ANYBODY and not again.places
    same = (first.holder == again.holder and first.holder not in {ANYBODY, SOMEBODY}) or taken_up
    if not alike or not same or first.sentence == again.sentence:
        return False
    if first.years != again.years or _differ(first.days, again.days):
        return False
    if any(kind.startswith("noun ") for kind in alike):
        return _same_things(first, again)
    if _differ(first.places - {first.holder}, again.places - {again.holder}):
        return False
    return "event" not in alike or not _differ(first.events, again.events)


def _differ(one: frozenset[int] | frozenset[str], other: frozenset[int] | frozenset[str]) -> bool:
    return bool(one and other) and one.isdisjoint(other)


def _same_things(first: Ranked, again: Ranked) -> bool:
    """Whether two nouns are ranked by the same: "exportatrice", "par ses exportations"."""
    if first.domain and again.domain:
        return not first.domain.isdisjoint(again.domain)
    if first.domain or again.domain:
        told = first.domain or again.domain
        return not told.isdisjoint(first.stems) and not told.isdisjoint(again.stems)
    areas = rank_words().areas
    if _differ(first.stems & areas, again.stems & areas):
        return False
    one, other = first.stems - areas, again.stems - areas
    alike = not one.isdisjoint(other) or (not one and not other and first.stems == again.stems)
    return alike or "noun dauphin" in first.kinds


def _rankings(context: Context) -> Iterator[Ranked]:
    for sentence, rank in _found(context):
        told = _told(context, sentence, *rank)
        if told is not None:
            yield told
    yield from _listed(context)


def _found(context: Context) -> Sequence[tuple[ScannedSentence, tuple[Extent, Decimal, bool]]]:
    return context.once("ranks found", lambda: tuple(_ranks(context)))


def _listed(context: Context) -> Sequence[Ranked]:
    return context.once("rows of ranks", lambda: tuple(_rows(context)))


def _ranks(context: Context) -> Iterator[tuple[ScannedSentence, tuple[Extent, Decimal, bool]]]:
    """Each rank with its sentence: where it stands, its value, and if it is told as an ordinal."""
    blocks, told_fixed = context.document.blocks, list(_fixed(context))
    for sentence in every_sentence(context) if told_fixed else context.sentences:
        if blocks[sentence.sentence.block].kind is BlockKind.BOILERPLATE:
            continue
        fixed = [each for each in told_fixed if sentence.extent.holds(each[0])]
        for each in sorted([*_ordinals(sentence), *fixed], key=lambda each: each[0]):
            yield sentence, each


def _rows(context: Context) -> Iterator[Ranked]:
    """The rows of a list of ranks; of the only one, since two are two rankings."""
    found = list(rows(context))
    none = frozenset[str]()
    if len({rank for _, rank, _ in found}) == len(found):
        kinds = frozenset({"event", "standing"})
        for extent, value, name in found:
            days = frozenset[int]()
            every = found[0][0].until(found[-1][0])
            yield Ranked(extent, value, name, kinds, none, none, none, none, days, days, every)


def _ordinals(sentence: ScannedSentence) -> Iterator[tuple[Extent, Decimal, bool]]:
    for figure in sentence.quantities:
        if figure.kind is QuantityKind.ORDINAL and figure.value is not None:
            yield figure.extent, figure.value, True


def _fixed(context: Context) -> Iterator[tuple[Extent, Decimal, bool]]:
    """The ranks of an article that are told without a number: "au pied du podium"."""
    for fixed in rank_words().fixed:
        if context.tells(fixed.cues):
            for block in context.document.blocks:
                for found in fixed.say.finditer(context.told, block.extent.start, block.extent.end):
                    yield Extent(*found.span()), fixed.value, False


def _told(
    context: Context, sentence: ScannedSentence, rank: Extent, value: Decimal, ordinal: bool
) -> Ranked | None:
    plain = context.document.plain
    scope = _scope(plain, sentence.extent, rank)
    clause = _clause(plain, sentence, scope, rank)
    phrase = _PHRASE.match(plain, rank.end, clause.end)
    behind = phrase.group() if phrase else ""
    bracket = plain.startswith("(", clause.start)
    if bracket and _GOALS.search(context.told):
        return None
    ahead = plain[max(scope.start, rank.start - 45) : rank.start]
    kinds = kinds_of(ahead, behind, value, ordinal=ordinal)
    holder = holder_of(context, scope, rank) if kinds else None
    if any(kind.startswith(("run ", "one ")) for kind in kinds):
        holder = ANYBODY if _POINTS_BACK.search(ahead) else holder or SOMEBODY
    if holder is None or rank_words().apart.search(lower(clause.of(plain))):
        return None
    opening = _OPENING.match(plain, sentence.extent.start, rank.start)
    if opening and rank_words().apart.search(lower(opening.group())):
        return None
    if _ON_THE_WAY.search(lower(plain[sentence.extent.start : rank.start])):
        return None
    noun = _NOUN.match(behind)
    told = behind[noun.end() :] if noun else behind
    text = lower(behind)
    domain = _DOMAIN.search(text)
    times = [one for one in sentence.times if clause.holds(one.extent)]
    return Ranked(
        extent=rank,
        value=value,
        holder=holder,
        kinds=kinds,
        stems=_stems(lower(told)),
        domain=_stems(domain["what"]) if domain else frozenset(),
        places=frozenset(fold(lower(one)) for one in _PLACE.findall(told[:REACH])),
        events=_events(text),
        days=frozenset(day for one in times if (day := _weekday(one)) is not None),
        years=frozenset(
            one.interval.begin.year for one in times if has_year(one) and one.interval.begin
        ),
        sentence=sentence.extent,
        titled=context.document.blocks[sentence.sentence.block].kind is BlockKind.TITLE,
    )


def _scope(plain: str, sentence: Extent, rank: Extent) -> Extent:
    """The stretch between the stronger marks of a sentence that holds a rank and its holder."""
    marks = (": ", "; ", "« ", '"')
    starts = [at + len(m) for m in marks if (at := plain.rfind(m, sentence.start, rank.start)) >= 0]
    ends = [at for m in (" : ", "; ") if (at := plain.find(m, rank.end, sentence.end)) >= 0]
    return Extent(max([sentence.start, *starts]), min([sentence.end, *ends]))


def _clause(plain: str, sentence: ScannedSentence, scope: Extent, rank: Extent) -> Extent:
    """The brackets, the apposition at the head of a sentence, or else what is left of it.

    Of "Sixième jeudi, le Belge occupe la troisième place" each rank has its own clause.
    """
    bracket = plain.rfind("(", scope.start, rank.start)
    if bracket >= 0 and ")" not in plain[bracket : rank.start]:
        close = plain.find(")", rank.end, scope.end)
        return Extent(bracket, scope.end if close < 0 else close)
    closed = _CLOSED.search(plain, rank.end, scope.end)
    end = scope.end if closed is None else closed.start()
    if rank.start - scope.start <= FRONT:
        comma = plain.find(", ", rank.end, end)
        return Extent(scope.start, end if comma < 0 else comma)
    opening = sentence.quantities[0] if sentence.quantities else None
    fronted = opening is not None and opening.kind is QuantityKind.ORDINAL
    if opening is not None and fronted and opening.extent.start - scope.start <= FRONT:
        return Extent(plain.rfind(", ", scope.start, rank.start) + 2, end)
    return Extent(scope.start, end)


def _events(text: str) -> frozenset[str]:
    """The events that words name, a distance or a weight by its number: "du 200 mètres"."""
    sized = frozenset(_SIZED.findall(text))
    return sized or frozenset(rank_words().events.findall(text))


def _stems(text: str) -> frozenset[str]:
    found = first_letters(text, STEM, shortest=3)
    return frozenset(_SAME.get(stem, stem) for stem in found)


def _weekday(time: TimeExpression) -> int | None:
    return time.form.weekday if isinstance(time.form, CalendarForm) else None
