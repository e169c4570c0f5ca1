"""The two ends of a range, in the order written: "entre 9 et 6 milliards"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower, words_before
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.figures import Range
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import same_thing

# "âgés de 18 à 35 ans": a range of ages, which no scanner reads as figures.
_AGES = re.compile(r"\b(?:âgée?s?|enfants|jeunes|élèves|candidats) de (\d{1,2}) à (\d{1,2}) ans\b")
# "coûtera de 2,9 à 3,8 millions, selon l'état de la charpente".
_DEPENDS = re.compile(r"[^.;:()\d]{0,25},? (?:suivant|en fonction|au gré) (?:d|les? |la |l')")
# "entre deux et une personne": "une" is an article everywhere else.
_TO_ONE = re.compile(
    r"\bentre (?P<low>\w+) et (?P<high>une?) (?!ou\b|autre|certaine?\b)[^\W\d_]{3,}"
)
# "situé entre douze et neuf, il …": numbers in words that no noun follows.
_IN_WORDS = re.compile(
    r"\bentre (?P<low>[^\W\d_]+) et (?P<high>[^\W\d_]+)(?= ?[,.;)]"
    r"| (?:hier|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|le|la|au|à|dans|en|selon|ce|cette|par"
    r"|sur|d'ici|avant|après)\b)"
)
_OF_FALLS = re.compile(
    r"\b(?:baisses?|reculs?|chutes?|replis?|diminutions?|pertes?|réductions?|dépréciations?)\b"
    r"[^.;:()\d]*$"
)
_FALLS = re.compile(
    r"\b(?:pass|tomb|baiss|ramen|rédui|descen|recul|chut|diminu|abaiss|fond|revien|revenu|vari)"
)


def find(context: Context) -> Iterator[Range]:
    plain = context.document.plain
    if context.tells((" entre ",)):
        yield from _in_words(context)
    to_one, ages = context.tells(("entre ",)), context.tells((" ans",))
    for sentence in context.sentences:
        for quantity in sentence.quantities:
            if quantity.parts and not _is_of_falls(plain, quantity):
                low, high = quantity.parts
                yield Range(low, high)
        for low, high in pairwise(sentence.quantities):
            ahead = lower(plain[sentence.extent.start : low.reach.start])
            to = plain[low.extent.end : high.extent.start] == " à "
            depends = _DEPENDS.match(plain, high.extent.end)
            told = ahead.endswith(" de ") and not _FALLS.search(ahead)
            if told and to and depends and same_thing(low, high):
                yield Range(low, high)
        for match in _found(_TO_ONE, plain, sentence) if to_one else ():
            low = lexicon().numbers.words.get(match["low"]) or match["low"]
            if str(low).isdigit() and int(low) > 1:
                yield Range(
                    _whole(Extent(*match.span("low")), str(low)),
                    _whole(Extent(*match.span("high")), "1"),
                )
        for match in _found(_AGES, plain, sentence) if ages else ():
            low, high = (_whole(Extent(*match.span(group)), match[group]) for group in (1, 2))
            yield Range(low, high)


def _found(say: re.Pattern[str], plain: str, sentence: ScannedSentence) -> Iterator[re.Match[str]]:
    return say.finditer(plain, sentence.extent.start, sentence.extent.end)


def _in_words(context: Context) -> Iterator[Range]:
    """Numbers in words that no noun follows, which no scanner reads as figures."""
    words = lexicon().numbers.words
    for match in _IN_WORDS.finditer(context.told):
        ends = {one: words.get(match[one], 0) for one in ("low", "high")}
        if min(ends.values()) > 1:
            low, high = (_whole(Extent(*match.span(one)), str(end)) for one, end in ends.items())
            yield Range(low, high)


def _is_of_falls(plain: str, written: Quantity) -> bool:
    """ "Des baisses comprises entre 63 et 37 %": from the deepest fall to the least."""
    return _OF_FALLS.search(words_before(plain, written.reach.start, 70)) is not None


def _whole(extent: Extent, digits: str) -> Quantity:
    value = Decimal(digits)
    exact = Bounds.exactly(value)
    return Quantity(extent, extent, QuantityKind.NUMBER, value, Decimal(1), exact, exact)
