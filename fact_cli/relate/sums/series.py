"""A series won by so many victories to so many, and how many matches it took.

"Quatre victoires à deux, au terme d'un septième match": four and two are six matches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from fact_cli.lang.words import SMALL_NUMBERS, lower
from fact_cli.model.bounds import Bounds
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.every_sentence import every_sentence
from fact_cli.relate.passage import adjoin

_NUMBER = rf"(?:{'|'.join(SMALL_NUMBERS)}|\d)"
_GAME = r"(?:match(?:e?s)?|rencontres?|manches?|parties?|sets?|duels?|joutes?)"
_CUES = ("victoire", "manche", "match", "set", "succès")
_SERIES = re.compile(
    rf"\b(?P<won>{_NUMBER}) (?:victoires|manches|matche?s|succès|sets|rencontres|parties)"
    rf" (?:à|contre) (?P<lost>{_NUMBER})\b(?! (?:heures?|domicile|l'extérieur))"
)
_NTH = {
    "troisième": 3, "quatrième": 4, "cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8,
    "neuvième": 9,
}  # fmt: skip
# The last match, told as played: "au terme d'un septième match", "en sept rencontres".
_LAST = re.compile(
    r"\b(?:au terme|à l'issue|au bout|lors|à la faveur|remport\w+|gagn\w+|enlev\w+)"
    rf" (?:[^\W\d_']+,? ){{0,4}}?(?:d'un |du |de la |d'une |le |la |l')(?P<nth>{'|'.join(_NTH)})"
    rf" (?:et (?:dernier|dernière|ultime) |et \w+ )?{_GAME}\b"
    rf"|\b(?P<end>septième|cinquième|sixième|quatrième) et (?:dernier|dernière|ultime) {_GAME}\b"
    rf"|\b(?:en|après|au bout de|au terme de) (?P<many>{_NUMBER}) {_GAME}\b(?! (?:sans|d|de|à))"
)
# A series that is not over, or another one.
_OTHERWISE = re.compile(
    r"\b(?:mèn\w+|menai\w+|mené\w*|avance\w*|tête|forc\w+|évit\w+|prochain\w*|disputer\w*"
    r"|pourrai\w*|pourra|éventuel\w*|si nécessaire|double confrontation|saison|championnat"
    r"|l'an dernier|l'an passé|autre|en cas d)\b"
)
_OVER = re.compile(
    r"\b(?:enlev|remport|gagn|élimin|qualifi|impos|finale|sacr|champion|vainqu|victori|batt"
    r"|conclu|boucl|régl|titre|emport|disposé|sorti|perd|incliné|défait)"
)


def find(context: Context) -> Iterator[Total]:
    if not (context.tells(_CUES) and _SERIES.search(context.told)):
        return
    sentences = every_sentence(context)
    for index, sentence in enumerate(sentences):
        near = [sentence.extent]
        for other in sentences[max(0, index - 1) : index + 2]:
            first, last = sorted((sentence, other), key=lambda one: one.extent)
            if other is not sentence and adjoin(context.document.plain, first, last):
                near.append(other.extent)
        yield from _played(context.document.plain, sentence.extent, near)


def _played(plain: str, sentence: Extent, near: Sequence[Extent]) -> Iterator[Total]:
    """The number of the last match, which the two sides must have won between them."""
    series = list(_SERIES.finditer(lower(plain[sentence.start : sentence.end])))
    if len(series) != 1:
        return
    told = [(extent, lower(extent.of(plain))) for extent in near]
    if any(_OTHERWISE.search(words) for _, words in told) or not _OVER.search(told[0][1]):
        return
    found = [(extent, last) for extent, words in told for last in _LAST.finditer(words)]
    if len(found) != 1 or len([one for _, w in told for one in _SERIES.finditer(w)]) != 1:
        return
    extent, last = found[0]
    group = next(name for name in ("nth", "end", "many") if last[name])
    value = _NTH.get(last[group]) or SMALL_NUMBERS.get(last[group]) or int(last[group])
    whole = _count(extent.start + last.start(group), extent.start + last.end(group), value)
    parts = [
        _count(
            sentence.start + series[0].start(side),
            sentence.start + series[0].end(side),
            SMALL_NUMBERS.get(series[0][side]) or int(series[0][side]),
        )
        for side in ("won", "lost")
    ]
    if parts[0].value != parts[1].value:
        yield Total(whole, parts, True, exclusive=True, binding=Binding.INFERRED)


def _count(start: int, end: int, value: int) -> Quantity:
    at, many = Extent(start, end), Decimal(value)
    bounds = Bounds.exactly(many)
    return Quantity(at, at, QuantityKind.COUNT, many, Decimal(1), bounds, bounds)
