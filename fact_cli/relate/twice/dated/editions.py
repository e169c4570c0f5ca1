"""One number of an edition, a congress, a season held in two years; one place held twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import fold, lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import QuantityKind
from fact_cli.model.same import TwoRanks
from fact_cli.model.text import Extent
from fact_cli.relate.context import Context, up_to

_WHAT = (
    r"(?P<what>éditions?|congrès|olympiade|sommet|conférence|festival|salon|foire|rallye|tournoi"
    r"|championnats?|concours)"
)
_NUMBERED = re.compile(
    rf"(?P<number>\d{{1,3}})(?:e|è|ème|er|re) {_WHAT}\b(?P<of>[^.;:,()\d]{{0,40}})"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_AHEAD = re.compile(
    rf"\ben {_YEAR},? "
    r"(?:\(|(?:lors|à l'occasion|au cours|pendant) de (?:la |sa )?|à la |l[ae] |sa )?$"
)
_BEHIND = re.compile(
    rf"(?:,? (?:en|de|tenue? en|organisée? en|disputée? en|celle de|qui s'est tenue? en) |,? \()"
    rf"{_YEAR}\b"
)
_OF_WHAT = re.compile(r"^ (?:du |de la |des |de l'|d')(?P<what>[^\W\d_]{4,})")
_NAME = re.compile(r"[A-ZÀ-Þ][\w'-]{2,}")
# "Pointent respectivement aux quatrième et cinquième rangs".
_EACH = re.compile(
    r"\brespectivement (?:au |à la |aux |en )?(?P<one>[^\W\d_]+|\d{1,2}e)"
    r" et (?P<other>[^\W\d_]+|\d{1,2}e) (?:rangs?|places?|positions?)\b"
)
_IS_RANKED = re.compile(
    r"\b(?:est|finit|termine|se classe|pointe|arrive|reste|prend la|occupe la)"
    r" (?P<rank>[^\W\d_]+|\d{1,2}e)(?: place)?(?=[ ,.;])"
)
_ENDED = re.compile(
    r"\b(?:arrivée?|termin\w+|fini\w*|classée?|achev\w+|échou\w+)"
    r" (?:(?:à la|au|en) )?(?P<rank>[^\W\d_]+|\d{1,2}e)\b"
    r"|\b(?:pris|prend|prenant|décroch\w+|obten\w+|signé|signe) (?:la |une )(?:belle |très belle )?"
    r"(?P<place>[^\W\d_]+|\d{1,2}e) place\b"
)
_THIS = re.compile(
    r"\b(?:cette|ce) (?:belle |superbe |excellente? |très belle |nouvelle )?"
    r"(?P<rank>[^\W\d_]+|\d{1,2}e) (?:place|position|rang)\b"
    r"(?! (?:en|de suite|de rang|consécutive|d'affilée|sur))"
)
BACK = 4  # sentences before "cette cinquième place" in which it is told
_MOVED = re.compile(r"\b(?:annul\w+|report\w+|repouss\w+)\b")
_TIED = re.compile(r"\b(?:ex[ -]aequo|à égalité|partag\w+|également|aussi)\b")


@dataclass(frozen=True, slots=True)
class _Edition:
    at: Extent
    number: int
    what: str
    year: int
    names: frozenset[str]


def find(context: Context) -> Iterator[TwoRanks]:
    if context.tells(("respectivement",)):
        for sentence in context.sentences:
            yield from _shared(context, sentence)
    if context.tells((" place", " position", " rang")):
        yield from _pointed(context)
    editions = [one for each in context.sentences for one in _editions(context, each)]
    if len(editions) < 2 or _MOVED.search(context.told):
        return
    for first, again in combinations(editions, 2):
        apart = first.names and again.names and first.names.isdisjoint(again.names)
        alike = first.number == again.number and first.what == again.what
        if alike and first.year != again.year and not apart:
            yield TwoRanks(first.at, again.at)


def _editions(context: Context, sentence: ScannedSentence) -> Iterator[_Edition]:
    """The numbered editions of a sentence whose year is told right beside."""
    plain = context.document.plain
    for found in _NUMBERED.finditer(plain, sentence.extent.start, sentence.extent.end):
        ahead = _AHEAD.search(lower(plain[sentence.extent.start : found.start()]))
        behind = _BEHIND.match(plain, found.end())
        of = _BEHIND.match(plain, found.end("what"))
        year = ahead or of or behind
        if year is not None:
            named = [*_NAME.findall(found["of"]), *_OF_WHAT.findall(found["of"])]
            names = frozenset(fold(lower(one)) for one in named)
            what = found["what"].removesuffix("s")
            number = int(found["number"])
            yield _Edition(Extent(*found.span("number")), number, what, int(year["year"]), names)


def _shared(context: Context, sentence: ScannedSentence) -> Iterator[TwoRanks]:
    """A place that one has, and another of two has "respectivement" in the same sentence."""
    extent = sentence.extent
    text = context.told[extent.start : extent.end]
    pair = _EACH.search(text)
    if pair is None or _TIED.search(text):
        return
    ranks = {value for side in ("one", "other") if (value := _value(pair[side])) is not None}
    for held in _IS_RANKED.finditer(text, 0, pair.start()):
        if _value(held["rank"]) in ranks and len(ranks) == 2:
            side = "one" if _value(pair["one"]) == _value(held["rank"]) else "other"
            at = Extent(extent.start + pair.start(side), extent.start + pair.end(side))
            yield TwoRanks(
                Extent(extent.start + held.start("rank"), extent.start + held.end("rank")), at
            )
            return


def _pointed(context: Context) -> Iterator[TwoRanks]:
    """ "Arrivée quatrième … Avec cette cinquième place": of the only place told in between."""
    sentences = context.sentences
    for index, sentence in enumerate(sentences):
        extent = sentence.extent
        this = _THIS.search(context.told, extent.start, extent.end)
        value = _value(this["rank"]) if this is not None else None
        if this is None or value is None:
            continue
        near = [
            one
            for one in up_to(sentences, index, BACK)
            if one.sentence.block == sentence.sentence.block
        ]
        start = near[0].extent.start
        told = list(_ENDED.finditer(context.told, start, this.start()))
        ends = {_value(one["rank"] or one["place"]) for one in told} - {None}
        ranks = {
            int(one.value)
            for each in near
            for one in each.quantities
            if one.kind is QuantityKind.ORDINAL and one.value and one.extent.start < this.start()
        }
        if len(ends) == 1 and value not in ranks:
            first = next(one for one in told if _value(one["rank"] or one["place"]) in ends)
            side = "rank" if first["rank"] else "place"
            yield TwoRanks(Extent(*first.span(side)), Extent(*this.span("rank")))


def _value(word: str) -> int | None:
    if word[0].isdigit():
        return int(word.rstrip("e"))
    ordinals = lexicon().numbers.ordinals
    value = ordinals.get(word, ordinals.get(word.removesuffix("s")))
    return None if value is None else int(value)
