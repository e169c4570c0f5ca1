"""A change of which the two values are told in other paragraphs, a misprint away from them.

"Avec une progression de 27,7 % de ses ventes …", of a turnover of "312 millions, après 265": no
words lead from the one to the others but those that name the thing. What tells that the two
values are the ones meant is that they make what is told but for a digit, a decimal point or the
unit, and that no others of the article make it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from fact_cli.lang.line import Item
from fact_cli.lang.words import lower
from fact_cli.model.changes import Change
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.figures import Difference
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.slips import Slip, digits_of, slip_between
from fact_cli.relate.changes.pairs import Pair, pairs
from fact_cli.relate.changes.pairs_apart import pairs_apart
from fact_cli.relate.changes.topics import names
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import printed, told_noun
from fact_cli.relate.passage import MANY, Passage
from fact_cli.relate.twice.headlines.body import body_pairs, told_in
from fact_cli.relate.twice.values.same_words import stems

# A change of something else than the values: another span, a part, a forecast, a comparison.
_APART = (
    r"\b(?:par an|par mois|chaque année|en moyenne|annuel\w*|mensuel\w*|hors|corrigée?s?"
    r"|comparable|organique|constante?s?|en volume|en valeur|d'ici|prév\w+|attend\w*|objectif"
    r"|vis(?:e|ait|er)|espèr\w*|pourrai\w*|devrai\w*|aurai\w*|seul[es]?|autres?|notamment"
    r"|chez|celui|celle|ceux|celles|parmi|concurrent\w*|rival\w*|national\w*|moyenne)\b"
    r"|\b(?:lui|elle|eux|elles),|\b(?:plus|moins) de \d+ ans\b|\bveut\b|\bveulent\b|\bdoit\b"
)
_OTHERWISE = re.compile(rf"{_APART}|\b(?:depuis|avait|avaient|était|étaient)\b")
_OF_OTHERS = re.compile(_APART)
# "Retrouve son niveau de fin 2023" is no year of the change.
_YEAR = re.compile(
    r"(?<!niveau de )(?<!niveau de fin )(?<!record de )(?<!depuis )\b(?:19|20)\d\d\b"
)
_MONTH = re.compile(
    r"\b(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|trimestre|semestre|été|hiver|printemps|automne|week-ends?)\b"
)
# Words that many sentences share, and that name nothing told to rise or fall.
_EMPTY = {
    "=hausse", "=baisse", "=entreprise", "rappor", "périod", "précéd", "premie", "dernie", "anné",
    "année", "millio", "millia", "point", "nombre", "taux", "niveau", "trimes", "semest", "second",
    "saison", "même", "plus", "moins", "compar",
}  # fmt: skip
_STOP = re.compile(r"[;:«»()]|,(?!\d)")
_IN_FRONT = re.compile(
    r"(?:En|À|Au|Aux|Dans|Chez|Pour|Sur|Du|Côté|Rien qu|Parmi|Entre|Hors|Depuis)\b[^,.;:]{2,60},"
)
_SPAN = re.compile(r"\b(?:en|sur) (?:un|deux|trois|quatre|cinq|six|dix|douze) (?:ans?|mois)\b")
_KINDS = {QuantityKind.PERCENT, QuantityKind.POINTS}
PRECISE = 2  # digits of a change, from which a misprint of it is no chance


@dataclass(frozen=True, slots=True)
class _Told:
    """A change, the sentence that tells it and its word of change."""

    sentence: ScannedSentence
    figure: Quantity
    word: Item


def find(context: Context) -> Iterator[Change | Difference]:
    told = list(_told(context))
    if not told:
        return
    known = {
        (one.before.extent, one.after.extent): one
        for one in (*body_pairs(context), *pairs_apart(context))
    }
    for one in told:
        others = [two for two in known.values() if not _is_told_in(context, two, one.sentence)]
        way = 1 if one.word.value == "rise" else -1
        found = [(two, _of(two, one.figure, way)) for two in others]
        if any(change is not None and _holds(change) for _, change in found):
            continue
        near = [
            change
            for pair, change in found
            if change is not None and _is_slip(change) and _names(context, one, pair)
        ]
        if len(near) == 1:
            yield near[0]


def _told(context: Context) -> Iterator[_Told]:
    """The changes in percent or in points of sentences that tell no two values themselves."""
    plain = context.document.plain
    for _, sentence in context.body:
        if len(sentence.quantities) > MANY:
            continue
        if not any(one.kind in _KINDS for one in sentence.quantities):
            continue
        passage = Passage(context, [sentence])
        told = [one for one in passage.figures if one.kind in _KINDS and id(one) in passage.changes]
        if len(told) != 1 or pairs(passage):
            continue
        (figure,) = told
        if _OTHERWISE.search(_clause_of(plain, sentence, figure)):
            continue
        if figure.hedge is None:
            yield _Told(sentence, figure, passage.changes[id(figure)])


def _clause_of(plain: str, sentence: ScannedSentence, figure: Quantity) -> str:
    """The words between the stops around a figure, in lower case."""
    ahead = lower(plain[sentence.extent.start : figure.reach.start])
    behind = lower(plain[figure.extent.end : sentence.extent.end])
    return f"{_STOP.split(ahead)[-1]} {_STOP.split(behind)[0]}"


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
    short = {Slip.FACTOR, Slip.DROP} if isinstance(found, Difference) else {Slip.FACTOR}
    return slip is not None and (precise or slip in short)


def _is_of_part(plain: str, told: _Told, values: str) -> bool:
    """Whether the clause of a change has a word that the two values are not told with.

    "En août", "à Bulle", "de résidences secondaires", "des jeunes": a part, or another time.
    """
    opened = _IN_FRONT.match(plain, told.sentence.extent.start, told.sentence.extent.end)
    ahead = "" if opened is None else lower(opened.group())
    word = lower(plain[told.word.start : told.word.end])
    own = stems(_SPAN.sub(" ", _clause_of(plain, told.sentence, told.figure).replace(word, " ")))
    return bool((own | stems(ahead)) - stems(values) - stems(word) - _EMPTY)


def _names(context: Context, told_of: _Told, pair: Pair) -> bool:
    """Whether the sentence of a change names what the two values are of, and nothing else."""
    plain = context.document.plain
    own, told = lower(told_of.sentence.extent.of(plain)), lower(told_in(context, pair))
    years = set(_YEAR.findall(own)) - set(_YEAR.findall(told))
    years |= set(_MONTH.findall(own)) - set(_MONTH.findall(told))
    if years or _OF_OTHERS.search(told) or _is_of_part(plain, told_of, told):
        return False
    if pair.before.kind is not QuantityKind.MONEY and names(own, pair, told):
        return True
    nouns = {told_noun(pair.before), told_noun(pair.after)} - {None}
    named = stems(own) - _EMPTY
    if nouns:
        return any(not stems(noun or "").isdisjoint(named) for noun in nouns)
    return not named.isdisjoint(stems(told))
