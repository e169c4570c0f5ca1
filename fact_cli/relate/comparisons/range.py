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
from fact_cli.relate.neighbours import end_of, same_thing

# "âgés de 18 à 35 ans": a range of ages, which no scanner reads as figures.
_AGES = re.compile(r"\b(?:âgée?s?|enfants|jeunes|élèves|candidats) de (\d{1,2}) à (\d{1,2}) ans\b")
_AGED = (
    "âgé de ", "âgés de ", "âgée de ", "âgées de ", "enfants de ", "jeunes de ", "élèves de ",
    "candidats de ",
)  # fmt: skip
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
# "avec 20 à 24 degrés observés": a range, and no change, which goes from one value "de … à".
_TO = re.compile(r" ?(?:à|-) ?")
# "la marge d'erreur est de 1,4 à 3,1 points"
_OF_ERROR = re.compile(r"\bmarges? d'erreur (?:[^\W\d_]+ ){0,2}de $")
# "battus 86 à 72", "par 12 voix à 9": what one side has and the other.
_OF_TWO = re.compile(
    r"\b(?:de|du|des|d'|par|victoire|défaite|score)(?: [^\W\d_]+)? ?$"
    r"|\b(?:batt\w+|bat|gagn\w+|perd\w*|impos\w+|inclin\w+|emport\w+|domin\w+|vainq\w+|men[eé]\w*"
    r"|adopt\w+|rejet\w+|approuv\w+|vot\w+|match\w*|cotes?)\b[^.;:]*$"
)
_IN_DIGITS = re.compile(r"[-+]?\d")
WHOLE = 100  # percent, which two shares make up
_SCORED = {
    "point",
    "voix",
    "but",
    "set",
    "siège",
    "essai",
    "manche",
    "jeu",
    "vote",
    "suffrage",
    "reprise",
    "fois",
}
_COUNTED_DOWN = re.compile(r" (?:[^\W\d_]+ )?(?:avant|plus tôt|auparavant|de moins|moins)\b")
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
    to_one, ages = context.tells(("entre ",)), context.tells(_AGED)
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
            varies = told and to and depends and same_thing(low, high)
            if varies or _is_written(plain, low, high, ahead):
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


def _is_written(plain: str, low: Quantity, high: Quantity, ahead: str) -> bool:
    """Whether two figures are a range by themselves: "20 à 24 degrés", not "battus 86 à 72"."""
    link = plain[low.extent.end : high.extent.start]
    if not _TO.fullmatch(link) or not (high.unit or high.noun) or not same_thing(low, high):
        return False
    if _OF_ERROR.search(ahead):
        return True
    if high.kind is QuantityKind.PERCENT and (low.value or 0) + (high.value or 0) == WHOLE:
        return False  # "un partage 60-40 %"
    if "-" in link:
        return high.kind is QuantityKind.PERCENT
    if not (
        _IN_DIGITS.match(plain, low.extent.start) and _IN_DIGITS.match(plain, high.extent.start)
    ):
        return False  # "trois à deux reprises"
    if high.kind is QuantityKind.POINTS or high.unit == "pt":  # "dont 15 à 3 points"
        return False
    if high.of in _SCORED or high.strict.high is None or high.strict.high < 0:
        return False
    if _OF_TWO.search(ahead) or _FALLS.search(ahead):
        return False
    return _COUNTED_DOWN.match(plain, end_of(high)) is None


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
