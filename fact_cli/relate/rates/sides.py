"""Two sides and their surface, three and their volume: "40 mètres sur 25, soit 1 000 m²".

The sides are told by "sur", "x" or "par", or each by its name ("de long", "large de"). The surface
follows behind "soit", stands ahead of them in front of a bracket, or is the only one of the
sentence and told as theirs; then only a misprint of it speaks against them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.sides import SizeOfSides
from fact_cli.model.slips import Slip, slip_between
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import in_unit_of, is_surplus, usable

_NAME = r"(?:long(?:ueur)?|large(?:ur)?|haut(?:eur)?|profond(?:eur)?|épaisseur|diamètre)"
_AROUND = r"(?:environ |quelque |près de |à peine )?"
_BY = re.compile(
    rf"(?: de {_NAME})?,? ?(?:sur|x|×|par|\*)(?: une? {_NAME} de| de {_NAME})? ?{_AROUND}",
    re.IGNORECASE,
)
# "40 mètres de long et 25 de large", "long de 40 mètres et large de 25"
_NAMED_BEHIND = re.compile(rf" de {_NAME}(?:,| et|, et| pour)(?: une {_NAME} de)? {_AROUND}")
_NAME_BEHIND = re.compile(rf" ?(?:mètres |m )?de {_NAME}\b")
_NAMED_AHEAD = re.compile(
    rf"(?:,| et|, et) (?:haut|long|large|profond|épais)(?:e|ue|se)?s? (?:seulement )?de {_AROUND}"
)
_NAME_AHEAD = re.compile(r"\b(?:haut|long|large|profond|épais)(?:e|ue|se)?s? de $", re.IGNORECASE)
_FOR_DEPTH = re.compile(
    rf",? (?:sur|x|×|pour|et|avec) (?:une? )?(?:{_NAME} de |{_NAME} )?{_AROUND}"
    rf"|(?:,| et|, et)? (?:(?:haut|long|large|profond|épais)(?:e|ue|se)?s?) de {_AROUND}"
)
_SQUARE = re.compile(r" de côté\b| d'arête\b")
_SO = re.compile(
    r"(?: de [^\W\d_]+)?\)?(?:(?:,| :| [–—-]| \() ?(?:soit|c'est-à-dire|ce qui (?:fait|donne"
    r"|représente)|autrement dit|(?:pour|d')une (?:surface|superficie|aire)"
    r"|(?:pour|d')un volume)[^.;:!?()\d]{0,40}| \(| : )"
)
_SO_FIRST = re.compile(
    r"[^.;:!?()\d]{0,20}(?: \(|, soit |, c'est-à-dire )"
    r"(?:soit )?(?:un (?:rectangle|carré) de |de )?"
)
_AS_THEIRS = re.compile(
    r"\b(?:surface|superficie|étendue|aire|couvr\w+|occup\w+|offr\w+|s'étend\w*|volume|conten\w+"
    r"|plan d'eau|contenance|capacité|atteint|atteignent|mesure\w*)\b"
)
# Storeys, shares, and what is bought or laid beyond the sides.
_NOT_THEIRS = re.compile(
    r"\b(?:étages?|niveaux?|plateaux|planchers?|dont|par|chacune?s?|hors|avec|plus|moins|total\w*"
    r"|terrain|parcelle|autre|contre|au lieu|environnant\w*|annexes?|utiles?|dallage|double)\b"
)
_PITCH = "terrain"  # whose size varies
# What is no rectangle: shapes, and what nature made.
_OTHERWISE = re.compile(
    r"\b(?:ovale|ronde?s?|triang\w+|losange|hexagon\w+|octogon\w+|ellip\w+|circulaire|lac|étang|île"
    r"|îlot|presqu'île|réserve|forêt|bois|glacier|cratère|plage|commune|marais|vallée|massif|dune"
    r"|nappe|tache|baie|récif|gouffre|grotte|pans?|pente|iceberg|arène|conteneur|camion|remorque"
    r"|fourgon|château)s?\b"
)
# "Deux panneaux de 4 mètres sur 3": so many of that size.
_MANY = re.compile(
    r"\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|vingt|plusieurs|doubles?|chaque"
    r"|chacun\w*)\b"
)
_WITH_MORE = re.compile(
    r"[^.;:()]{0,40}\b(?:avec|en comptant|compris\w*|inclus\w*|hors|une fois|après|dont|par"
    r"|chacun\w*|sans|plus)\b"
)
_SIZES = {2: "area", 3: "volume"}


def find(context: Context) -> Iterator[SizeOfSides]:
    plain = context.document.plain
    for sentence in context.sentences:
        figures = usable(sentence.quantities)
        sizes = [one for one in figures if _measures(one) in {"area", "volume"}]
        if len(sizes) != 1 or len(figures) < 2 or is_surplus(plain, sizes[0]):
            continue
        sides = _sides(plain, [one for one in figures if one is not sizes[0]])
        if not sides or _OTHERWISE.search(lower(sentence.extent.of(plain))):
            continue
        many = any(one.kind is QuantityKind.COUNT for one in figures)
        many = many or _MANY.search(lower(plain[sentence.extent.start : sides[0].reach.start]))
        if _measures(sizes[0]) == _SIZES.get(len(sides)) and not many:
            yield from _size(plain, sides, sizes[0])


def _measures(figure: Quantity) -> str | None:
    """The dimension that a figure is told in: "length", "area", "volume"."""
    if figure.kind is not QuantityKind.DIMENSION or figure.unit is None:
        return None
    return None if figure.unit == _PITCH else lexicon().units[figure.unit].dimension.value


def _sides(plain: str, figures: Sequence[Quantity]) -> Sequence[Quantity]:
    """The only two or three lengths in a row that are told as sides; nothing where others are."""
    lengths = [one for one in figures if _measures(one) == "length"]
    if len(lengths) == 1 and (square := _SQUARE.match(plain, lengths[0].extent.end)):
        return lengths * (3 if "arête" in square[0] else 2)
    for index, (one, other) in enumerate(pairwise(figures)):
        second = _as_length(other, one)
        if _measures(one) != "length" or second is None or not _are_sides(plain, one, other):
            continue
        third = figures[index + 2] if index + 2 < len(figures) else None
        depth = None if third is None else _as_length(third, one)
        if third is not None and depth is not None:
            link = plain[other.extent.end : third.reach.start]
            return [one, second, depth] if _FOR_DEPTH.fullmatch(lower(link)) else []
        return [one, second] if third is None or _measures(third) is None else []
    return []


def _as_length(figure: Quantity, side: Quantity) -> Quantity | None:
    """A length in the unit of the first side; a bare number is told in that unit."""
    if figure.kind is QuantityKind.NUMBER and figure.of is None:
        return replace(figure, kind=side.kind, unit=side.unit)
    return in_unit_of(figure, side) if _measures(figure) == "length" else None


def _are_sides(plain: str, one: Quantity, other: Quantity) -> bool:
    link = plain[one.extent.end : max(one.extent.end, other.reach.start)]
    if _BY.fullmatch(link):
        return True
    if _NAMED_BEHIND.fullmatch(lower(link)):
        return _NAME_BEHIND.match(plain, other.extent.end) is not None or "eur de" in link
    ahead = plain[max(0, one.reach.start - 20) : one.reach.start]
    return bool(_NAME_AHEAD.search(ahead) and _NAMED_AHEAD.fullmatch(lower(link)))


def _size(plain: str, sides: Sequence[Quantity], told: Quantity) -> Iterator[SizeOfSides]:
    unit = lexicon().units[told.unit or ""]
    side = lexicon().units[sides[0].unit or ""]
    factor = side.factor ** len(sides) / unit.factor
    found = SizeOfSides(sides, told, factor)
    if told.extent > sides[-1].extent:
        link = lower(plain[sides[-1].extent.end : told.reach.start])
        stated = _SO.fullmatch(link) is not None
    else:
        link = lower(plain[told.extent.end : sides[0].reach.start])
        stated = _SO_FIRST.fullmatch(link) is not None
    if _NOT_THEIRS.search(link) or _WITH_MORE.match(plain, told.extent.end):
        return
    if stated:
        yield found
    elif _AS_THEIRS.search(link) and _is_slip(found):
        yield replace(found, binding=Binding.INFERRED)


def _is_slip(size: SizeOfSides) -> bool:
    """Whether the surface holds, or is a power of ten of what the sides make."""
    told = size.told
    fits = size.computed(loose=True).meets(told.recomputed(loose=True))
    value = told.value or size.exact
    return fits or slip_between(value, size.exact, told.step) is Slip.FACTOR
