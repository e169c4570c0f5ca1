"""A limit that all of a list are told to pass: "les dix dépassent 80 points : …, Pau 74"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from fact_cli.lang.words import lower
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.figures import Comparison
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, between, usable
from fact_cli.relate.passage import adjoin

_ABOVE = re.compile(
    r"\b(?:dépass|excèd|franchi|surpass)\w*\b[^.;:()]{0,25}$"
    r"|\b(?:au-dessus|au-delà) (?:de |des |du )(?:la barre des? |le |la |les |seuil de )*$"
    r"|\b(?:plus|supérieure?s? à|au moins)\b[^.;:()]{0,12}$"
)
_BELOW = re.compile(
    r"\b(?:sous|en dessous de|au-dessous de|inférieure?s? à|moins|n'atteignent pas"
    r"|ne dépassent pas|n'excèdent pas|restent sous|plafonn\w+)\b[^.;:()]{0,25}$"
)
_OPENS = re.compile(r"[^.;()!?]{0,90}?(?: ?: ?| ?\()[^.;:!?]{0,40}")
_NEXT = re.compile(r"[^.;:!?]{0,60}(?:,| et|\)|;)[^.:!?]{0,50}")
# A list in which not all need to pass, or that goes on with those who do not.
_OTHERWISE = re.compile(
    r"\b(?:contre|mais|sauf|hormis|excepté|tandis|alors|seule?s?|autres?|ne|n'|pas|presque|plupart"
    r"|majorité|moyenne|loin|derrière|devant|suivi|suivent|puis|quand|avant|après|hors|dont|soit"
    r"|en hausse|en baisse|record)\b"
)
_EVEN = re.compile(r"(?:Même|Y compris|Jusqu'|Jusque)\b")
# "Aucun des quatre n'a franchi la barre des 50 %", "Tous dépassent 80 points"
_MARK = r"(?: (?:la barre|le cap|le seuil))?(?: symbolique| fatidique)?(?: (?:des?|les|du))? $"
_NONE_PASSES = re.compile(
    r"\b(?:aucune?|nulle part|personne|ni l'une? ni l'autre)\b[^.;:]{0,90}"
    rf"\b(?:n'|ne )[^.;:]{{0,25}}?(?:franchi|dépass|excéd|pass|attei)\w*{_MARK}"
)
_ALL_PASS = re.compile(
    r"(?<!presque )(?<!quasi )(?<!pas )\b(?:tous|toutes|partout|chacune?)\b"
    r"(?![^.;:]*\b(?:presque|sauf|hormis|excepté|ne|n')\b)"
    rf"[^.;:]{{0,90}}\b(?:franchi|dépass|excèd)\w*{_MARK}"
)
_NONE_CUES = ("aucun", "nulle part", "partout", "tous ", "toutes ", "chacun")
# In the list itself, what is told of another time or whole.
_OUT_OF_LIST = re.compile(
    r"\b(?:contre|mais|sauf|hormis|excepté|en (?:19|20)\d\d|moyenne|l'an (?:dernier|passé)|avant"
    r"|hausse|baisse|soit|points?|national\w*|ailleurs|seule? exception|précédent\w*|dont|il y a"
    r"|abstention|blancs?)\b"
)
LEAST = 3  # values of a list, so that a single outlier stands out


def find(context: Context) -> Iterator[Comparison]:
    plain = context.document.plain
    yield from _none_passes(context)
    for number, sentence in enumerate(context.sentences):
        figures = usable(sentence.quantities)
        for index, limit in enumerate(figures):
            above = _passes(plain, sentence, limit)
            if above is None:
                continue
            listed = _listed(plain, limit, figures[index + 1 :])
            listed += _told_behind(context, number, limit, listed)
            failing = [one for one in listed if _fails(one, limit, above=above)]
            if len(listed) >= LEAST and len(failing) == 1:
                (one,) = failing
                bare = replace(limit, hedge=None, strict=limit.loose, loose=limit.loose)
                pair = (one, bare) if above else (bare, one)
                yield Comparison(*pair, at=one, binding=Binding.INFERRED)


def _none_passes(context: Context) -> Iterator[Comparison]:
    """ "Aucun bureau n'a passé les 50 %. On a voté à 48,2 % à la mairie, …": no one does."""
    if not context.tells(_NONE_CUES):
        return
    plain = context.document.plain
    for before, sentence in pairwise(context.sentences):
        limits = [one for one in usable(before.quantities) if one.kind not in NUMBERS]
        if len(limits) != 1 or not adjoin(plain, before, sentence):
            continue
        ahead = lower(plain[before.extent.start : limits[0].extent.start])
        above = _ALL_PASS.search(ahead) is not None
        if not above and not _NONE_PASSES.search(ahead):
            continue
        figures = usable(sentence.quantities)
        listed = [alike for one in figures if (alike := _alike(one, limits[0])) is not None]
        words = lower(sentence.extent.of(plain))
        failing = [one for one in listed if _fails(one, limits[0], above=above)]
        if len(listed) < LEAST or len(failing) != 1 or _OUT_OF_LIST.search(words):
            continue
        exact = Bounds.exactly(limits[0].value or 0)
        bare = replace(limits[0], hedge=None, strict=exact, loose=exact)
        pair = (failing[0], bare) if above else (bare, failing[0])
        yield Comparison(*pair, at=failing[0], binding=Binding.INFERRED)


def _passes(plain: str, sentence: ScannedSentence, limit: Quantity) -> bool | None:
    """True where a list is told to lie above a limit, False below; None where nothing tells."""
    if limit.kind is QuantityKind.RATIO or limit.value is None:
        return None
    ahead = lower(plain[sentence.extent.start : limit.extent.start])
    if _BELOW.search(ahead):
        return False
    return True if _ABOVE.search(ahead) else None


def _listed(plain: str, limit: Quantity, behind: Sequence[Quantity]) -> list[Quantity]:
    """The values of the list that opens behind the limit, in its unit."""
    found: list[Quantity] = []
    last = limit
    for one in behind:
        link = lower(between(plain, last, one))
        if one.kind is QuantityKind.COUNT and one.noun is not None and not found:
            continue  # "dans les cinq régions : 82 %, …"
        alike = _alike(one, limit)
        form = _NEXT if found else _OPENS
        if alike is None or not form.fullmatch(link) or _OTHERWISE.search(link):
            break
        found.append(alike)
        last = one
    return found


def _alike(one: Quantity, limit: Quantity) -> Quantity | None:
    """``one`` in the unit of the limit, where it is told in no other."""
    if one.kind is limit.kind and one.unit == limit.unit:
        return one if len({one.of, limit.of} - {None}) < 2 else None
    bare = one.kind in NUMBERS and one.noun is None
    return replace(one, unit=limit.unit, kind=limit.kind) if bare else None


def _told_behind(
    context: Context, number: int, limit: Quantity, listed: Sequence[Quantity]
) -> list[Quantity]:
    """ "Même en Afrique du Sud, il recueille 82 %": one more of the list."""
    if len(listed) < LEAST or number + 1 >= len(context.sentences):
        return []
    before, sentence = context.sentences[number], context.sentences[number + 1]
    plain = context.document.plain
    figures = usable(sentence.quantities)
    opens = _EVEN.match(plain, sentence.extent.start)
    if not opens or len(figures) != 1 or not adjoin(plain, before, sentence):
        return []
    return figures if _alike(figures[0], limit) else []


def _fails(one: Quantity, limit: Quantity, *, above: bool) -> bool:
    if one.value is None or limit.value is None or one.hedge is not None:
        return False
    return one.value < limit.value if above else one.value > limit.value
