"""A change of which the two values are told in other paragraphs, a misprint away from them.

"Avec une progression de 27,7 % de ses ventes …", of a turnover of "312 millions, après 265": no
words lead from the one to the others but those that name the thing. What tells that the two
values are the ones meant is that they make what is told but for a digit, a decimal point or the
unit, and that no others of the article make it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from fact_cli.lang.line import Item
from fact_cli.lang.words import lower
from fact_cli.model.changes import Change
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.figures import Difference
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.slips import Slip, digits_of, slip_between
from fact_cli.model.text import BlockKind
from fact_cli.relate.changes.pairs import Pair, pairs
from fact_cli.relate.changes.pairs_apart import pairs_apart
from fact_cli.relate.changes.topics import names
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import printed, told_noun
from fact_cli.relate.passage import MANY, Passage
from fact_cli.relate.twice.headlines.body import body_pairs, told_in
from fact_cli.relate.twice.values.same_words import stems

# A change of something else than the values: another span, a part, a forecast, a comparison.
_OTHERWISE = re.compile(
    r"\b(?:par an|par mois|chaque année|en moyenne|annuel\w*|mensuel\w*|hors|corrigée?s?"
    r"|comparable|organique|constante?s?|en volume|en valeur|depuis|d'ici|prév\w+|attend\w*"
    r"|objectif|vis(?:e|ait|er)|espèr\w*|pourrai\w*|devrai\w*|aurai\w*|avait|avaient|était"
    r"|étaient|seul[es]?|autres?|notamment|chez|celui|celle|ceux|celles|parmi|concurrent\w*"
    r"|rival\w*|national\w*|moyenne)\b|\b(?:lui|elle|eux|elles),"
)
# "Retrouve son niveau de fin 2023" is no year of the change.
_YEAR = re.compile(r"(?<!niveau de )(?<!niveau de fin )(?<!record de )\b(?:19|20)\d\d\b")
# Words that many sentences share, and that name nothing told to rise or fall.
_EMPTY = {
    "=hausse", "=baisse", "=entreprise", "rappor", "périod", "précéd", "premie", "dernie", "anné",
    "année", "millio", "millia", "point", "nombre", "taux", "niveau", "trimes", "semest", "second",
    "saison", "même", "plus", "moins", "compar", "france", "région", "départ", "commun",
}  # fmt: skip
_KINDS = {QuantityKind.PERCENT, QuantityKind.POINTS}
PRECISE = 2  # digits of a change, from which a misprint of it is no chance


def find(context: Context) -> Iterator[Change | Difference]:
    told = list(_told(context))
    if not told:
        return
    known = {
        (one.before.extent, one.after.extent): one
        for one in (*body_pairs(context), *pairs_apart(context))
    }
    for sentence, figure, word in told:
        others = [one for one in known.values() if not _is_told_in(context, one, sentence)]
        found = [(one, _of(one, figure, 1 if word.value == "rise" else -1)) for one in others]
        if any(change is not None and _holds(change) for _, change in found):
            continue
        near = [
            change
            for pair, change in found
            if change is not None and _is_slip(change) and _names(context, sentence, pair)
        ]
        if len(near) == 1:
            yield near[0]


def _told(context: Context) -> Iterator[tuple[ScannedSentence, Quantity, Item]]:
    """The changes in percent or in points of sentences that tell no two values themselves."""
    plain, blocks = context.document.plain, context.document.blocks
    for sentence in context.sentences:
        kind = blocks[sentence.sentence.block].kind
        if kind in {BlockKind.TITLE, BlockKind.BOILERPLATE} or len(sentence.quantities) > MANY:
            continue
        if not any(one.kind in _KINDS for one in sentence.quantities):
            continue
        passage = Passage(context, [sentence])
        told = [one for one in passage.figures if one.kind in _KINDS and id(one) in passage.changes]
        if len(told) != 1 or pairs(passage) or _OTHERWISE.search(lower(sentence.extent.of(plain))):
            continue
        (figure,) = told
        if figure.hedge is None:
            yield sentence, figure, passage.changes[id(figure)]


def _is_told_in(context: Context, pair: Pair, sentence: ScannedSentence) -> bool:
    """Whether one of two values stands in ``sentence``, or in its paragraph."""
    block = context.document.blocks[sentence.sentence.block].extent
    return any(block.holds(one.extent) for one in pair.both)


def _of(pair: Pair, figure: Quantity, way: int) -> Change | Difference | None:
    """What ``figure`` tells, of two values of which it can be told."""
    percentages = pair.before.kind is QuantityKind.PERCENT
    if figure.kind is QuantityKind.POINTS:
        of = Difference(*pair.both, figure, way, Binding.INFERRED)
        return of if percentages else None
    change = Change(*pair.both, figure, way, Binding.INFERRED)
    return change if change.exact_percent is not None else None


def _exact(found: Change | Difference) -> Decimal | None:
    return found.exact_percent if isinstance(found, Change) else found.exact


def _holds(found: Change | Difference) -> bool:
    if isinstance(found, Change):
        return found.holds or replace(found, way=-found.way).holds
    exact, told = _exact(found), found.stated
    return exact is not None and abs(abs(exact) - abs(told.value or 0)) <= told.step


def _is_slip(found: Change | Difference) -> bool:
    """Whether two values go the way that is told, and as far but for one misprint."""
    exact, stated = _exact(found), found.stated
    if exact is None or stated.value is None or (exact > 0) != (found.way > 0):
        return False
    slip = slip_between(abs(stated.value), abs(exact), stated.step)
    precise = digits_of(*printed(stated)) >= PRECISE
    return slip is Slip.FACTOR if slip is None or not precise else True


def _names(context: Context, sentence: ScannedSentence, pair: Pair) -> bool:
    """Whether the sentence of a change names what the two values are of, and nothing else."""
    plain = context.document.plain
    own, told = lower(sentence.extent.of(plain)), lower(told_in(context, pair))
    years = set(_YEAR.findall(own)) - set(_YEAR.findall(told))
    if years or _OTHERWISE.search(told):
        return False
    if pair.before.kind is not QuantityKind.MONEY and names(own, pair, told):
        return True
    nouns = {told_noun(pair.before), told_noun(pair.after)} - {None}
    named = stems(own) - _EMPTY
    if nouns:
        return any(not stems(noun or "").isdisjoint(named) for noun in nouns)
    return not named.isdisjoint(stems(told))
