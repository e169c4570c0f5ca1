"""A change of one sentence whose size the next one tells: "… contre 60. Cette hausse de 20 %".

The noun of change takes up the two values before it, whatever else its own sentence counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from fact_cli.lang.line import Item
from fact_cli.lang.words import lower
from fact_cli.model.changes import Change
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.changes.change import grown
from fact_cli.relate.changes.pairs import pair_inside, then_and_now, unordered
from fact_cli.relate.changes.plausible import is_plausible
from fact_cli.relate.context import Context
from fact_cli.relate.line import line_of
from fact_cli.relate.neighbours import is_surplus, same_thing, usable
from fact_cli.relate.passage import MANY, Passage, adjoin

_THIS = re.compile(r"\b(?:cette|cet|ce) (?:[^\W\d_]+ )?$", re.IGNORECASE)
_A = re.compile(
    r"[«\" ]*(?:soit |c'est |voilà |avec )?(?:en [^\d,.;:]{1,25}, )?"
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


def find(context: Context) -> Iterator[Change]:
    plain = context.document.plain
    for before, sentence in pairwise(context.sentences):
        if max(len(before.quantities), len(sentence.quantities)) > MANY:
            continue
        if adjoin(plain, before, sentence):
            for figure, way in _told(context, sentence):
                yield from _changes(Passage(context, [before]), figure, way)


def _told(context: Context, sentence: ScannedSentence) -> Iterator[tuple[Quantity, int]]:
    """Each percentage that is the size of a change already told, and which way it goes."""
    plain = context.document.plain
    words = [
        item
        for item in line_of(context, sentence).items
        if item.value in {"rise", "fall"} and _takes_up(plain, sentence, item)
    ]
    for figure in usable(sentence.quantities):
        if figure.kind is QuantityKind.PERCENT:
            for word in words:
                if _is_size(plain, sentence, word, figure):
                    yield figure, 1 if word.value == "rise" else -1


def _takes_up(plain: str, sentence: ScannedSentence, word: Item) -> bool:
    ahead = plain[sentence.extent.start : word.start]
    if _OF_NAME.search(ahead):
        return False
    return _THIS.search(ahead) is not None or _A.fullmatch(ahead) is not None


def _is_size(plain: str, sentence: ScannedSentence, word: Item, figure: Quantity) -> bool:
    gap = lower(plain[word.end : max(word.end, figure.reach.start)])
    hedged = gap == " " and figure.hedge is not None  # "la hausse frôle les 90 %"
    if figure.extent.start < word.end or not (hedged or _SIZE.fullmatch(gap)):
        return False
    this = _THIS.search(plain[sentence.extent.start : word.start]) is not None
    return this or not _OF_ANOTHER.match(plain, figure.extent.end)


def _changes(passage: Passage, figure: Quantity, way: int) -> Iterator[Change]:
    """The change between the only two values of a sentence, or from the only one by a step."""
    pair = pair_inside(passage) or then_and_now(unordered(passage), passage)
    if pair is not None:
        of = pair if pair.ordered else pair.rising(way)
        found = Change(of.before, of.after, figure, way, Binding.INFERRED)
    else:
        stepped = _stepped(passage, figure, way)
        if stepped is None:
            return
        found = stepped
    if is_plausible(found):
        yield found


def _stepped(passage: Passage, figure: Quantity, way: int) -> Change | None:
    """ "2 040 requêtes, 340 de plus que l'an dernier": 1 700 before."""
    steps = [one for one in passage.figures if is_surplus(passage.plain, one)]
    if len(steps) != 1:
        return None
    (step,) = steps
    levels = [one for one in passage.levels if one is not step and same_thing(one, step)]
    if len(levels) != 1:
        return None
    before = grown(levels[0], step, figure, -way).after
    return replace(Change(before, levels[0], figure, way), binding=Binding.INFERRED)
