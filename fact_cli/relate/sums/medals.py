"""Medals by metal against all of them, one of which may be told as "une".

"Cinq médailles, deux en or, une en argent et une en bronze"; "13 médailles d'or, 8 d'argent et
15 de bronze, pour un total de 33". Gold, silver and bronze are all there is, so that the three
of them make the whole; two of them make no more than it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from fact_cli.lang.words import lower, words_after
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus, told_noun, usable
from fact_cli.relate.sums.set_aside import leaves_aside

_CUES = ("bronze", "argent")
_METALS = ("or", "argent", "bronze")
_METAL = re.compile(
    r" (?:médailles? |breloques? )?(?:en |d'|de |du )?(?P<metal>or|argent|bronze)s?\b"
)
_ONE = re.compile(
    r"\b(?P<one>une?) (?:seule )?(?:médailles? |breloques? )?(?:en |d'|de )(?:or|argent|bronze)\b"
)
_LINK = re.compile(r"(?: dont| et|,|,? puis|,? plus|, et|,? ainsi que| -| \+| /| ;)+ ?")
# Between the whole and the first metal.
_OPENS = re.compile(
    r"(?:[^.;:()\d]{0,110}? :|[^.;:()\d]{0,60}?(?:,|, dont| dont|,? soit|,? à savoir|,? avec| -)"
    r"|[^.;:()\d]{0,40}? \()"
    r"(?: dont| soit)? ?(?:les )?"
)
_SUMMED = re.compile(
    r"\)?,? (?:soit|pour|ce qui fait|ce qui donne|qui font|totalisant|donc)"
    r"(?P<total> (?:donc )?(?:un (?:total|cumul|butin)|une (?:moisson|récolte)) (?:global )?de"
    r"| (?:donc )?(?:en tout|au total))? "
)
_ALTOGETHER = re.compile(r",? (?:au total|en tout|toutes couleurs)\b")
_MEDALS = {"médaille", "breloque", "podium"}
# "Onze titres, neuf médailles d'argent et douze de bronze": of gold, beside the other two.
_TITLES = re.compile(r" (?:titres?|sacres?|victoires?|couronnes?)\b")
_OTHERS = re.compile(
    r"\b(?:vermeil|platine|chocolat|mentions?|diplômes?|étain|cristal|grand prix)\b"
)
NEAR = 40  # characters behind a figure in which its metal stands
AROUND = 200  # characters in which a further kind of medal may be told of


def find(context: Context) -> Iterator[Total]:
    if not context.tells(_CUES):
        return
    plain = context.document.plain
    for sentence in context.sentences:
        if any(cue in lower(sentence.extent.of(plain)) for cue in _CUES):
            yield from _in_sentence(plain, sentence)


def _in_sentence(plain: str, sentence: ScannedSentence) -> Iterator[Total]:
    counts = [one for one in usable(sentence.quantities) if one.kind in NUMBERS]
    known = {one.extent.start for one in counts}
    ones = [one for one in _ones(plain, sentence) if one.extent.start not in known]
    figures = sorted((*counts, *ones), key=lambda one: one.extent.start)
    for index in range(len(figures)):
        if index and _metal_of(plain, figures[index - 1]) is not None:
            continue
        parts = _run(plain, figures[index:])
        if len(parts) < 2 or _OTHERS.search(_around(plain, parts)):
            continue
        ahead = figures[index - 1] if index else None
        behind = figures[index + len(parts)] if index + len(parts) < len(figures) else None
        whole = _behind(plain, parts, behind) or _ahead(plain, parts, ahead)
        if whole is None:
            continue
        total = Total(whole, parts, complete=len(parts) == len(_METALS), exclusive=True)
        aside = leaves_aside(plain, max(end_of(whole), _end(plain, parts[-1])))
        if (total.complete and not aside) or total.exceeds:
            yield total


def _around(plain: str, parts: Sequence[Quantity]) -> str:
    start = parts[0].extent.start
    return words_after(plain, start, parts[-1].extent.end - start + AROUND)


def _ones(plain: str, sentence: ScannedSentence) -> Iterator[Quantity]:
    """The medals told as "une" alone, which is an article elsewhere."""
    for found in _ONE.finditer(plain, sentence.extent.start, sentence.extent.end):
        at, one = Extent(*found.span("one")), Decimal(1)
        exact = Bounds.exactly(one)
        yield Quantity(at, at, QuantityKind.COUNT, one, one, exact, exact)


def _metal_of(plain: str, figure: Quantity) -> str | None:
    found = _METAL.match(words_after(plain, figure.extent.end, NEAR))
    return None if found is None else found["metal"]


def _is_of_titles(plain: str, figures: Sequence[Quantity]) -> bool:
    """Whether the first figure tells titles, and the two behind it silver and bronze."""
    titles = _TITLES.match(words_after(plain, figures[0].extent.end, NEAR)) is not None
    return titles and {_metal_of(plain, one) for one in figures[1:3]} == {"argent", "bronze"}


def _run(plain: str, figures: Sequence[Quantity]) -> list[Quantity]:
    """The first of ``figures``, as long as each tells another metal than those before it."""
    parts: list[Quantity] = []
    metals: set[str] = set()
    for figure in figures:
        metal = _metal_of(plain, figure)
        if not parts and _is_of_titles(plain, figures):
            metal = "or"
        if metal is None or metal in metals or is_surplus(plain, figure):
            break
        if parts and not _LINK.fullmatch(plain, _end(plain, parts[-1]), figure.reach.start):
            break
        metals.add(metal)
        parts.append(figure)
    return parts


def _end(plain: str, part: Quantity) -> int:
    """Where a part ends with the word of its metal."""
    behind = words_after(plain, part.extent.end, NEAR)
    found = _METAL.match(behind) or _TITLES.match(behind)
    return part.extent.end + (0 if found is None else found.end())


def _ahead(plain: str, parts: Sequence[Quantity], whole: Quantity | None) -> Quantity | None:
    """The whole right before the parts: "totalise cinq médailles, …", "au capital de 7 (…".

    Where all three metals are told, a bare figure can be no other: "134, à savoir 44 en or, …".
    """
    if whole is None or whole.value is None:
        return None
    link = lower(plain[whole.extent.end : parts[0].reach.start])
    noun = told_noun(whole)
    if noun not in {None, *_MEDALS} or not _OPENS.fullmatch(link):
        return None
    every = len(parts) == len(_METALS) and whole.value >= max(one.value or 0 for one in parts)
    sure = noun is not None or "médaille" in link or link.endswith(" (")
    return whole if sure or every else None


def _behind(plain: str, parts: Sequence[Quantity], whole: Quantity | None) -> Quantity | None:
    """The whole right behind the parts: ", soit 33 médailles", ", pour un total de 33"."""
    if whole is None:
        return None
    link = lower(plain[_end(plain, parts[-1]) : whole.reach.start])
    summed = _SUMMED.fullmatch(link)
    if summed is None or told_noun(whole) not in {None, *_MEDALS}:
        return None
    last = _ALTOGETHER.match(plain, end_of(whole)) is not None
    named = told_noun(whole) is not None and "soit" in link
    return whole if summed["total"] or last or named else None
