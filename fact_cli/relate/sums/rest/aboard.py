"""Those aboard, and what became of each: "transportait 43 personnes … 19 rescapés, 15 disparus".

The saved, the missing and the dead are all who were aboard where the toll is called complete;
otherwise they may only not be more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower, words_after
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context, up_to
from fact_cli.relate.neighbours import NUMBERS, between, is_surplus, usable
from fact_cli.scan.times.ages import is_person

_ABOARD = re.compile(
    r"\b(?:transport\w+|à (?:son )?bord|embarqu\w+|pris place|occupants?|passagers|encord\w+"
    r"|naufrag\w+|se trouvaient|équipage|ensevel\w+|pris au piège)\b"
)
_COMPLETE = re.compile(r"\bbilan (?:[^\W\d_]+ )?(?:complet|définitif|final)\b|\bbilan définitif\b")
_SAVED = {"rescapé", "rescapée", "survivant", "survivante", "indemne", "sauvé", "secouru"}
_LOST = {"disparu", "disparue", "mort", "tué", "noyé", "corps", "décès", "cadavre", "victime"}
_HURT = {"blessé", "blessée"}
_NEXT = re.compile(r"(?:,| et|,? puis| ainsi que)(?: (?:[^\W\d_]+ ){0,3})?(?: ?d')?")
BACK = 2  # sentences before the toll in which it is told how many there were


def find(context: Context) -> Iterator[Total]:
    if not context.tells(("rescapé", "survivant", "indemne", "disparu")):
        return
    plain = context.document.plain
    for index, sentence in enumerate(context.sentences):
        parts = _toll(plain, sentence)
        if len(parts) < 2:
            continue
        near = up_to(context.sentences, index, BACK)
        wholes = [
            one
            for each in near
            for one in usable(each.quantities)
            if each.sentence.block == sentence.sentence.block and one.extent < parts[0].extent
            if _is_all(plain, each, one)
        ]
        if len(wholes) == 1:
            complete = _COMPLETE.search(lower(sentence.extent.of(plain))) is not None
            total = Total(wholes[0], parts, complete, exclusive=True, binding=Binding.INFERRED)
            if total.is_near:
                yield total


def _is_all(plain: str, sentence: ScannedSentence, one: Quantity) -> bool:
    if one.kind not in NUMBERS or one.of is None or one.hedge is not None:
        return False
    if one.of in _SAVED | _LOST | _HURT or not is_person(one.of, lexicon().grammar):
        return False
    ahead = lower(plain[max(sentence.extent.start, one.reach.start - 60) : one.reach.start])
    behind = words_after(plain, one.extent.end, 50)
    nested = re.search(r"\b(?:dont|parmi)\b[^.;:]{0,30}$", ahead)
    return not nested and bool(_ABOARD.search(ahead) or _ABOARD.search(behind))


def _toll(plain: str, sentence: ScannedSentence) -> Sequence[Quantity]:
    """The saved and the lost, one of each word, that follow one another."""
    figures = [
        one for one in usable(sentence.quantities)
        if one.kind in NUMBERS and one.of in _SAVED | _LOST | _HURT and not is_surplus(plain, one)
    ]  # fmt: skip
    listed = all(_NEXT.fullmatch(between(plain, one, other)) for one, other in pairwise(figures))
    nouns = {one.of for one in figures}
    both = nouns & _SAVED and nouns & _LOST and not nouns & _HURT
    return figures if both and listed and len(nouns) == len(figures) else []
