"""A limit that all of a list are told to pass: "les dix dépassent 80 points : …, Pau 74"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

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
_NONE_BELOW = re.compile(
    r"\b(?:aucune?|nulle part|personne)\b[^.;:]{0,90}\b(?:n'|ne )[^.;:]{0,25}?"
    rf"(?:pass|descend|tomb|gliss)\w* (?:sous|en dessous de|au-dessous de){_MARK}"
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
NEXT_ONES = 3  # sentences over which a list may go on
LEAST = 3  # values of a list, so that a single outlier stands out

_BESIDE_ALL = re.compile(r", (?:l[ea]s? |l'|une? )[^.,;:()\d]{2,40}ant (?:à|de) $")


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
                exact = Bounds.exactly(limit.value or 0)
                bare = replace(limit, hedge=None, strict=exact, loose=exact)
                pair = (one, bare) if above else (bare, one)
                yield Comparison(*pair, at=one, binding=Binding.INFERRED)


def _is_of_all(plain: str, one: Quantity) -> bool:
    """Whether a figure is told beside the list: "…, le pays plafonnant à 88 %"."""
    return _BESIDE_ALL.search(plain, max(0, one.extent.start - 60), one.extent.start) is not None


def _none_passes(context: Context) -> Iterator[Comparison]:
    """ "Aucun bureau n'a passé les 50 %. On a voté à 48,2 % à la mairie, …": no one does."""
    if not context.tells(_NONE_CUES):
        return
    plain = context.document.plain
    for number, sentence in enumerate(context.sentences):
        figures = usable(sentence.quantities)
        for limit in figures:
            ahead = lower(plain[sentence.extent.start : limit.extent.start])
            none_below = _NONE_BELOW.search(ahead) is not None
            above = none_below or _ALL_PASS.search(ahead) is not None
            if limit.kind in NUMBERS or not (above or _NONE_PASSES.search(ahead)):
                continue
            counts = (one for one in figures if one is not limit and one.noun is not None)
            many = next((one.value for one in counts if one.kind is QuantityKind.COUNT), None)
            listed = _of_all(context, number, limit, many)
            failing = [one for one in listed if _fails(one, limit, above=above)]
            if len(listed) >= LEAST and len(failing) == 1 and not _is_of_all(plain, failing[0]):
                exact = Bounds.exactly(limit.value or 0)
                bare = replace(limit, hedge=None, strict=exact, loose=exact)
                pair = (failing[0], bare) if above else (bare, failing[0])
                yield Comparison(*pair, at=failing[0], binding=Binding.INFERRED)
            break


def _of_all(
    context: Context, number: int, limit: Quantity, many: Decimal | None
) -> Sequence[Quantity]:
    """The values behind a limit, in its sentence and the next ones: as many as are announced.

    Where no number is announced, those of one sentence.
    """
    plain, sentences = context.document.plain, context.sentences
    listed: list[Quantity] = []
    for at in range(number, min(number + NEXT_ONES, len(sentences))):
        sentence = sentences[at]
        if at > number and not adjoin(plain, sentences[at - 1], sentence):
            break
        start = limit.extent.end if at == number else sentence.extent.start
        if _OUT_OF_LIST.search(lower(plain[start : sentence.extent.end])):
            break
        behind = (one for one in usable(sentence.quantities) if one.extent.start >= start)
        listed += [alike for one in behind if (alike := _alike(one, limit)) is not None]
        if len(listed) >= LEAST and many in {None, Decimal(len(listed))}:
            return listed
    return []


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
