"""Which figures of a sentence are the size of a change that the one before it tells.

"Cette rallonge de 2 millions", "Avec une croissance de 6 %", "Gagner 8 points en un an, c'est
beau", "Ces trente lits de plus", "C'est un quart de moins".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from fact_cli.lang.lexicon import read
from fact_cli.lang.line import Item
from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.context import Context
from fact_cli.relate.line import line_of
from fact_cli.relate.neighbours import end_of, is_surplus, usable

_THIS = re.compile(r"\b(?:cette|cet|ce|un tel|une telle) (?:[^\W\d_]+ )?$", re.IGNORECASE)
_COMES_TO = (
    r"(?:cela|ça|ceci) (?:fait|donne|représente|constitue|traduit|marque|correspond à|équivaut à)"
)
_A = re.compile(
    r"[«\" ]*(?:soit |c'est |voilà |avec |d'où "
    rf"|{_COMES_TO}(?: donc| ainsi)? )?(?:en [^\d,.;:]{{1,25}}, )?"
    r"(?:l'|(?:la|le|une?) (?:[^\W\d_]+ )?)",
    re.IGNORECASE,
)
_SIZE = re.compile(
    r",? (?:[^\W\d_]+ ){0,2}?(?:de |d')"
    r"|,? ?(?:qui |elle |il )?(?:[^\W\d_]+ )?(?:est|ressort|s'établit|s'élève|se monte|se chiffre"
    r"|atteint|frôle|dépasse|avoisine|approche|représente|excède)(?: donc| ainsi)?(?: à| de| d'|"
    r" les| la barre des)? ?"
)
_OF_NAME = re.compile(r"[^\W\d_]['’ ][A-ZÀ-Þ][\w-]+ $")  # "La Réunion recule de 4 %"
_OF_ANOTHER = re.compile(r" (?:des|du|de la|de l'|d'|de)(?: |\b)")
_THESE = re.compile(r"[«\" ]*(?:avec |pour )?ces? $", re.IGNORECASE)
_IT_IS = re.compile(
    r"[«\" ]*(?:c'est|c'était|soit|voilà|cela fait|cela représente|ça fait)(?: donc| ainsi| tout"
    r" de même| même| quand même)? $",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"(?: [^\W\d_'-]+){0,5}? (?P<word>de plus|en plus|de mieux|supplémentaires?|gagnée?s?|de moins"
    r"|en moins|perdue?s?|disparue?s?|supprimée?s?|économisée?s?)\b"
)
# "C'est un quart de moins que la moyenne": than what the sentence goes on to tell.
_THAN = re.compile(r"[^.;:()]{0,12} qu(?:e |')")
_UPWARD = ("de plus", "en plus", "de mieux", "supp", "gagn")
_FIRST = re.compile(r"[«\"(\- ]*")
STARTS = re.compile(
    r"[«\"(\- ]*(?:(?:Ces?|Cet|Cette|Une?|L[ea]s?|Avec|Soit|Voilà|D'où|En|Depuis|Cela|Ça"
    r"|[^\W\d_]+(?:er|re|ir)) |[LCS]')"
)


@cache
def _this_step() -> tuple[re.Pattern[str], Mapping[str, int]]:
    """What ends with a noun of change taken up, and which way each noun goes."""
    nouns = read("steps")["nouns"]
    ways = {noun: way for kind, way in _WAYS.items() for noun in nouns[kind]}
    told = "|".join(map(re.escape, sorted(ways, key=len, reverse=True)))
    return (
        re.compile(
            r"(?:\b(?:cette|cet|ce|un tel|une telle) |^[«\" ]*(?:soit |c'est |voilà |avec "
            rf"|{_COMES_TO}(?: donc| ainsi)? )?"
            r"(?:l'|la |le |une? ))(?:[^\W\d_]+ )?"
            rf"(?P<noun>{told})(?: [^\W\d_]+){{0,2}} (?:de |d')(?:près de |quelque |plus de )?$"
        ),
        ways,
    )


@cache
def _opening_verb() -> tuple[re.Pattern[str], Mapping[str, int]]:
    """A sentence up to its first figure, where an infinitive tells a change of that size."""
    verbs = read("steps")["verbs"]
    ways = {verb: _WAYS[kind] for kind in verbs for verb in verbs[kind]}
    told = "|".join(map(re.escape, sorted(ways, key=len, reverse=True)))
    opened = rf"[«\"\- ]*(?P<verb>{told})(?: ainsi| encore| soudain| même)? (?:de |d'|près de )?"
    return re.compile(opened), ways


_WAYS = {"up": 1, "down": -1, "either": 0}


def sizes(context: Context, sentence: ScannedSentence) -> Iterator[tuple[Quantity, int]]:
    """Each such figure, and which way the change goes: 1 up, -1 down, 0 where no word tells."""
    plain = context.document.plain
    if not STARTS.match(plain, sentence.extent.start) and " ce" not in sentence.extent.of(plain):
        return
    words = [
        item
        for item in line_of(context, sentence).items
        if item.value in {"rise", "fall"} and _takes_up(plain, sentence, item)
    ]
    for figure in usable(sentence.quantities):
        way = _way_of_noun(plain, sentence, words, figure)
        if way is None:
            way = _way_of_words(plain, sentence, figure)
        if way is not None:
            yield figure, way


def _way_of_noun(
    plain: str, sentence: ScannedSentence, words: list[Item], figure: Quantity
) -> int | None:
    """Where a noun or verb of change tells the figure as its size."""
    for word in words:
        if _is_size(plain, sentence, word, figure):
            return 1 if word.value == "rise" else -1
    ahead = lower(plain[sentence.extent.start : figure.reach.start])
    form, ways = _this_step()
    told = form.search(ahead)
    return None if told is None else ways[told["noun"]]


def _way_of_words(plain: str, sentence: ScannedSentence, figure: Quantity) -> int | None:
    """Where the sentence opens with the figure as what came on top, or went."""
    ahead = lower(plain[sentence.extent.start : figure.reach.start])
    form, ways = _opening_verb()
    told = form.fullmatch(ahead)
    if told is not None and figure.kind in _SIZES:
        return ways[told["verb"]]
    behind = _MORE.match(plain, figure.extent.end)
    if behind is None:
        return None
    alone = _IT_IS.match(ahead) and not _THAN.match(plain, behind.end())
    if _THESE.fullmatch(ahead) or (alone and is_surplus(plain, figure)):
        return 1 if behind["word"].startswith(_UPWARD) else -1
    return None


_SIZES = {QuantityKind.PERCENT, QuantityKind.POINTS}


def _takes_up(plain: str, sentence: ScannedSentence, item: Item) -> bool:
    ahead = plain[sentence.extent.start : item.start]
    if _OF_NAME.search(ahead):
        return False
    return _THIS.search(ahead) is not None or _A.fullmatch(ahead) is not None


def _is_size(plain: str, sentence: ScannedSentence, word: Item, figure: Quantity) -> bool:
    gap = lower(plain[word.end : max(word.end, figure.reach.start)])
    hedged = gap == " " and figure.hedge is not None  # "la hausse frôle les 90 %"
    if figure.extent.start < word.end or not (hedged or _SIZE.fullmatch(gap)):
        return False
    this = _THIS.search(plain[sentence.extent.start : word.start]) is not None
    return this or not _OF_ANOTHER.match(plain, end_of(figure))
