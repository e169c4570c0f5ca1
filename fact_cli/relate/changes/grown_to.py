"""A change in percent, and in the next sentence from where to where the same thing went.

"La valeur des saisies a grimpé de 26 % en un an. Elle est passée de 1,8 à 2,44 milliards": the
pronoun and the two values are told in one breath, whatever parts of the second follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.model.changes import Change
from fact_cli.model.finding import Binding
from fact_cli.model.mention import QuantityKind
from fact_cli.relate.changes.pairs import pairs
from fact_cli.relate.context import Context
from fact_cli.relate.passage import Passage, passages

_WENT = re.compile(
    r"(?:Elles?|Ils?|Cel(?:le|ui)-ci|Ce(?:ux|lles)-ci) (?:est|sont|était|étaient|a|ont)"
    r" (?:ainsi |donc |alors |même )?(?:passé|tombé|monté|revenu|grimpé|bondi|chuté|reculé)e?s?\b"
)
# Of other years than the two values, or of each year between them.
_OTHERWISE = re.compile(
    r"[^.;:()\d]{0,30}\b(?:par an|l'an|par mois|en moyenne|depuis|par rapport|chez|contre|après)\b"
)


def find(context: Context) -> Iterator[Change]:
    if "%" not in context.document.plain:
        return
    for index, sentence in enumerate(context.sentences):
        if _WENT.match(context.document.plain, sentence.extent.start) is None:
            continue
        for passage in passages(context, index):
            if len(passage.sentences) == 2 and passage.sentences[1] is sentence:
                yield from _told(passage)


def _told(passage: Passage) -> Iterator[Change]:
    first, second = passage.sentences
    percents = [
        one
        for one in passage.figures
        if one.kind is QuantityKind.PERCENT and first.extent.holds(one.extent)
    ]
    told = [one for one in pairs(passage) if one.bound and second.extent.holds(one.extent)]
    apart = len(passage.levels) > 2  # where there are but two values, they are theirs anyhow
    if len(percents) != 1 or not told or not apart or told[0].before not in passage.levels:
        return
    (stated,), pair = percents, told[0]
    word = passage.changes.get(id(stated))
    if word is None or _OTHERWISE.match(passage.plain, stated.extent.end):
        return
    others = [one for one in passage.levels if first.extent.holds(one.extent)]
    if not others and pair.before.kind is not QuantityKind.PERCENT:
        way = 1 if word.value == "rise" else -1
        yield Change(pair.before, pair.after, stated, way, Binding.INFERRED, tied=True)
