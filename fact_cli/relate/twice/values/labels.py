"""What a bare number counts where its noun stands before it: "inscrits : 612", "au nombre de 487".

A table or a summary tells the thing and then its number; read so, it can be set against the
text, which tells the number and then the thing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower, singular_of
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import BlockKind, Extent
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS

REACH = 70  # characters before a number in which its label stands
_OPENS = r"(?:^|[;:•|(\]\n] ?|, | et )"
_HEAD = r"(?:(?:le )?(?:total|nombre)(?: total)? (?:des |de |d')|les |l'effectif des |ses |leurs )?"
_NOUN = r"(?P<noun>[^\W\d_]{3,}(?:-[^\W\d_]+)*)"
_MORE = r"(?: (?:de |d'|du |des |en |au |aux |à |par )?(?:la |l')?[^\W\d_]+(?:-[^\W\d_]+)*){0,3}?"
_LABEL = re.compile(rf"{_OPENS}{_HEAD}{_NOUN}{_MORE}(?:,| ?:| =| -) ?$")
_ENDS = re.compile(r" ?(?:[;.\n|)]|$|, [^\W\d_][^.;,\d]{2,40}(?:,| :) ?\d| \()")
_NUMBERING = re.compile(
    rf"(?:^|[,;:.»] |\b(?:et|que|où) )(?:les |ces |ses |leurs |des ){_NOUN}{_MORE}"
    r" (?:sont|étaient|seront|seraient|ont été|avaient été) (?:au nombre de |désormais |déjà )*$"
)
_OF_NUMBER = re.compile(
    rf"\bnombre (?:total )?(?:de |d'|des ){_NOUN}{_MORE}"
    r" (?:est|était|s'élève|s'élevait|s'établit|s'établissait|atteint|atteignait|se monte|a été"
    r"|a atteint|s'est élevé|s'est établi|sera)(?: (?:de|d'|à|donc))*[ ']$"
)
_BESIDE = {BlockKind.CAPTION, BlockKind.TABLE_CELL}
_MARK = re.compile(r"\[(?P<part>[A-ZÀ-Þ][^\W\d_]+)\]")
_PARTS = {"Légende", "Tableau", "Encadré", "Infographie", "Graphique", "Photo", "Repères"}


def stands_beside(context: Context, sentence: ScannedSentence) -> bool:
    """Whether a sentence is in a caption, a table or a box, which tell again what the text tells.

    Where the layout is lost, such a part is marked by its name in square brackets.
    """
    block = context.document.blocks[sentence.sentence.block]
    if block.kind in _BESIDE:
        return True
    plain = context.document.plain
    marks = context.once("marks of parts", lambda: tuple(_MARK.finditer(plain)))
    last = bisect_right(marks, sentence.extent.start, key=lambda mark: mark.start()) - 1
    return last >= 0 and marks[last].start() >= block.extent.start and marks[last]["part"] in _PARTS


def with_label(plain: str, sentence: ScannedSentence, figure: Quantity) -> Quantity:
    """``figure`` with the noun that its label tells; itself where it has a noun or no label."""
    if figure.kind not in NUMBERS or figure.noun is not None or figure.unit is not None:
        return figure
    if figure.value is None or figure.value % 1 or figure.step < 1:
        return figure
    start = max(sentence.extent.start, figure.reach.start - REACH)
    ahead = lower(plain[start : figure.reach.start])
    found = _LABEL.search(ahead) if _ENDS.match(plain, figure.extent.end) else None
    found = found or _NUMBERING.search(ahead) or _OF_NUMBER.search(ahead)
    if found is None:
        return figure
    grammar = lexicon().grammar
    noun = singular_of(found["noun"], grammar.invariable)
    if found["noun"] in grammar.function_words or noun == found["noun"]:
        return figure  # a label of things counted is a plural
    at = Extent(start + found.start("noun"), start + found.end("noun"))
    return replace(figure, kind=QuantityKind.COUNT, of=noun, noun=at)
