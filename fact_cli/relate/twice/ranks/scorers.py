"""What a player scored, told twice, and the score at the pause, which only grows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower
from fact_cli.model.same import TwoResults
from fact_cli.model.text import Extent
from fact_cli.relate.context import Context
from fact_cli.relate.every_sentence import every_sentence
from fact_cli.relate.twice.ranks.holders import Named, names_in
from fact_cli.relate.twice.ranks.results import SCORE, finals, pair_of

_MULTIPLES = {"doublé": 2, "triplé": 3, "quadruplé": 4, "quintuplé": 5, "coup du chapeau": 3}
_MULTIPLE = re.compile(
    rf"\b(?:[Uu]n|[Ss]on|[Dd]'un|[Ll]e|[Pp]ar un|puis|[Cc]e)? ?(?P<what>{'|'.join(_MULTIPLES)})\b",
    re.IGNORECASE,
)
_GOALS = re.compile(
    r"\b(?:[Ss]es|[Aa]uteur de|a (?:marqué|inscrit|signé)|[Aa]vec)"
    r" (?P<number>deux|trois|quatre|cinq)"
    r" (?:buts|réalisations|essais)\b(?! (?:en|depuis|cette|d'avance|d'écart|de))"
)
_MINUTES = re.compile(
    rf"\b(?P<what>{'|'.join(_MULTIPLES)})(?: d[eu'] ?[A-ZÀ-Þ][\w '-]{{1,30}})? ?"
    r"\((?P<minutes>\d{1,3}e(?:(?:, | et )\d{1,3}e)*)\)",
    re.IGNORECASE,
)
_OF = re.compile(r" (?:de |d'|pour )")
_TELLS_HALF = ("à la pause", "à la mi-temps", "à mi-match", "au repos", "aux citrons")
_AT_HALF = re.compile(r",? (?:à (?:la (?:pause|mi-temps)|mi-match)|au repos|aux citrons)\b")
_GOES_ON = re.compile(r"^[^.]*\. (?:Ils?|Elles?|Mais|Puis|Finalement|Au final)\b[^.]*$")
_OTHERWISE = re.compile(
    r"\b(?:saison|championnat|carrière|année|depuis|précédent\w*|dernier|passée?|coupe|total"
    r"|chacun\w*|deux doublés|autre|aller|retour|titres?|victoires?|mètres|courses?|avait"
    r"|épreuves?)\b"
)


NEXT = 90  # characters behind the score at the pause in which the final one may stand


@dataclass(frozen=True, slots=True)
class _Scored:
    extent: Extent
    number: int
    who: str | None
    sentence: Extent


def find(context: Context) -> Iterator[TwoResults]:
    plain = context.document.plain
    if context.tells(_MULTIPLES):
        for told in _MINUTES.finditer(plain):
            minutes = len(told["minutes"].split("e")) - 1
            # "puis doublé de Coulibaly (78e)": a single minute is that of the last goal.
            if minutes not in {1, _MULTIPLES[lower(told["what"])]}:
                yield TwoResults(Extent(*told.span("what")), Extent(*told.span("minutes")))
        yield from _scored_twice(context)
    yield from _shrunk(context)


def _scored_twice(context: Context) -> Iterator[TwoResults]:
    """ "Un triplé de Bellout … avec ses deux buts, Bellout": the only two of one player."""
    plain = context.document.plain
    told: list[_Scored] = []
    for sentence in every_sentence(context):
        if _OTHERWISE.search(lower(sentence.extent.of(plain))):
            continue
        names = list(names_in(context, sentence.extent))
        start, end = sentence.extent.start, sentence.extent.end
        for found in _MULTIPLE.finditer(plain, start, end):
            at, number = Extent(*found.span("what")), _MULTIPLES[lower(found["what"])]
            told.append(_Scored(at, number, _who(plain, names, at), sentence.extent))
        for found in _GOALS.finditer(plain, start, end):
            at, number = Extent(*found.span("number")), lexicon().numbers.words[found["number"]]
            told.append(_Scored(at, int(number), _who(plain, names, at), sentence.extent))
    if len({one.number for one in told}) == 2:
        for first, again in combinations(told, 2):
            apart = first.sentence != again.sentence and first.number != again.number
            if apart and first.who == again.who and first.who is not None:
                yield TwoResults(first.extent, again.extent)
                return


def _who(plain: str, names: Sequence[Named], goals: Extent) -> str | None:
    """The player beside a number of goals: "de Bellout" behind it, or else named before it."""
    of = [one for one in names if _OF.fullmatch(plain, goals.end, max(goals.end, one.extent.start))]
    ahead = [one for one in names if one.extent.end <= goals.start]
    found = of[:1] or ahead[-1:] or list(names[:1])
    return found[0].last if found else None


def _shrunk(context: Context) -> Iterator[TwoResults]:
    """ "Menés 3-1 à la pause … ils l'ont emporté 2-1"."""
    plain = context.document.plain
    if not context.tells(_TELLS_HALF):
        return
    halves = [one for one in SCORE.finditer(plain) if _AT_HALF.match(plain, one.end())]
    if len(halves) != 1:
        return
    told = [one for one in finals(context) if one.pair is not None and not one.sets]
    if len({one.pair for one in told}) != 1 or told[0].pair is None:
        return
    half, final = pair_of(halves[0]), told[0].pair
    behind = re.split(r"[.!?] ", plain[halves[0].end() : halves[0].end() + NEXT])[0]
    if told[0].extent.start < halves[0].start() and SCORE.search(behind):
        return  # "à Dole (1-1) et à Gray, où ils perdaient 2-1 à la pause avant de gagner 4-2"
    between = plain[halves[0].end() : told[0].extent.start]
    if ". " in between and not _GOES_ON.search(between):
        return
    if final[0] < half[0] or final[1] < half[1]:
        yield TwoResults(Extent(*halves[0].span()), told[0].extent)
