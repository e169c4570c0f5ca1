"""Members with figures of their own, beside what all of them have together.

"Les dettes des clubs atteignaient 210 millions. Les plus endettés sont Anderlecht (260
millions) et le Standard (58 millions)": no member can have more than all, nor several of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.totals import Inclusion, Total
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus, same_thing, usable

Found = Inclusion | Total

# What all have together: "les dettes des clubs", "l'ensemble des provinces".
_OF_ALL = re.compile(
    r"\b(?:(?:de l'|l')ensemble (?:des|de ces|du|de la|de l')|tou(?:s|tes) (?:les|ces)"
    r"|(?:l[ae]s?|l'|aux?|leurs?) ?[^\W\d_]+ (?:cumulée?s? |totale?s? |brute?s? )?(?:des|de ces))"
    r" [^\W\d_]+"
)
_NO_SUM = re.compile(
    r"\b(?:moyenn\w+|médian\w*|chacune?|chaque|par|plafond|seuil|limite|maxim\w+|minim\w+|hausse"
    r"|baisse|augment\w+|recul\w*|écart|contre|prix|tarifs?|loyers?|salaires?|âge|taux|cours)\b"
)
_LEADERS = re.compile(
    r"\b(?:l[ea]s?|aux?) plus [^\W\d_]+|\ben tête\b|\barriv\w+ (?:premi|devant)|\bse détach\w+"
    r"|\b(?:principa|notamment|domin)\w*"
)
_MEMBER = re.compile(r"\b[A-ZÀ-Þ][\w'’-]+ \((?:avec |à )?$")
_ALONE = re.compile(
    r"\bà (?:elle|lui|eux|elles) seule?s?,?(?: [^\W\d_,]+){0,3}? (?:près de |environ |quelque )?$"
)
_IN_ALL = re.compile(
    r"\b(?:l'ensemble (?:des|de ces|du|de la|de l')|au total|en tout|à l'échelle|dans tout(?:e)?"
    r" l[ae]|tou(?:s|tes) [^\W\d_]+ confondue?s)\b[^.;:()\d]{0,60}?$"
)
_TAKEN_UP = re.compile(r"\b(?:n'|l')?en [^\W\d_]{3,}(?: [^\W\d_]+){0,2} $")


def find(context: Context) -> Iterator[Found]:
    plain = context.document.plain
    for before, sentence in pairwise(context.sentences):
        if before.sentence.block == sentence.sentence.block:
            yield from _leaders(plain, before, sentence)
            yield from _alone(plain, before, sentence)
            yield from _alone(plain, sentence, before)


def _leaders(plain: str, before: ScannedSentence, sentence: ScannedSentence) -> Iterator[Found]:
    """The members that a sentence names first, against what the one before gives to all."""
    told = usable(before.quantities)
    words = lower(plain[sentence.extent.start : sentence.extent.end])
    members = [one for one in usable(sentence.quantities) if _is_member(plain, sentence, one)]
    if len(members) < 2 or not _LEADERS.search(words):
        return
    wholes = [one for one in told if same_thing(one, members[0]) and not is_surplus(plain, one)]
    if len(wholes) != 1 or not _is_of_all(plain, before, wholes[0]):
        return
    parts = [one for one in members if same_thing(wholes[0], one)]
    yield from _more_than(wholes[0], parts)


def _is_member(plain: str, sentence: ScannedSentence, figure: Quantity) -> bool:
    if figure.kind is QuantityKind.PERCENT:
        return False
    return _MEMBER.search(plain[sentence.extent.start : figure.reach.start]) is not None


def _is_of_all(plain: str, sentence: ScannedSentence, figure: Quantity) -> bool:
    ahead = lower(plain[sentence.extent.start : figure.reach.start])
    return _OF_ALL.search(ahead) is not None and _NO_SUM.search(ahead) is None


def _more_than(whole: Quantity, parts: Sequence[Quantity]) -> Iterator[Found]:
    larger = [one for one in parts if whole.loose.below(one.loose)]
    if larger:
        yield Inclusion(whole, larger[0], Binding.INFERRED)
    elif len(parts) > 1:
        total = Total(whole, parts, complete=False, exclusive=True, binding=Binding.INFERRED)
        if total.exceeds:
            yield total


def _alone(plain: str, one: ScannedSentence, other: ScannedSentence) -> Iterator[Inclusion]:
    """What one has "à elle seule" in a sentence, against what all have in its neighbour."""
    for part in usable(one.quantities):
        if not _ALONE.search(lower(plain[one.extent.start : part.reach.start])):
            continue
        for whole in usable(other.quantities):
            ahead = lower(plain[other.extent.start : whole.reach.start])
            if _IN_ALL.search(ahead) and _is_alike(plain, other, whole, part):
                yield Inclusion(whole, part, Binding.INFERRED)


def _is_alike(plain: str, sentence: ScannedSentence, whole: Quantity, part: Quantity) -> bool:
    """Whether a whole counts what a part does, by its unit, its noun or the pronoun "en"."""
    if same_thing(whole, part) and (whole.kind not in NUMBERS or whole.of == part.of):
        return True
    ahead = lower(plain[sentence.extent.start : whole.reach.start])
    bare = whole.kind in NUMBERS and end_of(whole) == whole.extent.end
    return bare and part.kind in NUMBERS and _TAKEN_UP.search(ahead) is not None
