"""Who is told at the top of an article to have overtaken whom, and what the body tells of both.

"Kribi détrône Douala", of 6,2 million tonnes against 6,9: what both have in one unit, told of each
once, and nothing else of which the first has more.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from fact_cli.lang.words import fold, lower, words_before
from fact_cli.model.bounds import quotient
from fact_cli.model.figures import Comparison
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import BlockKind, Extent
from fact_cli.relate.context import Context
from fact_cli.relate.every_sentence import every_sentence
from fact_cli.relate.neighbours import is_surplus
from fact_cli.relate.passage import MANY, Passage

_NAME = (
    r"(?:l[ea]s? |l'|celui de |celle de |son rival |sa rivale )?"
    r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?"
)
_TELLS = re.compile(
    rf"(?P<first>{_NAME})(?: (?:a|est|vient|passe|repasse))?(?: désormais| enfin| de)?"
    r" (?:devance|dépasse|détrône|supplante|surclasse|coiffe|éclipse|double|distance|devancé"
    r"|dépassé|détrôné|supplanté|coiffé|éclipsé|doublé|détrôner|dépasser|supplanter|doubler|devancer"
    r"|(?:re)?passée? devant|devant|ravit (?:à|sa place à|la première place à))"
    rf"(?: désormais| enfin| largement| nettement| pour la première fois)? (?P<second>{_NAME})"
)
_CUES = (
    "devanc", "dépass", "détrôn", "supplant", "surclass", "coiff", "éclips", "doubl", "distanc",
    "devant", "ravit",
)  # fmt: skip
# Matches, races and votes, where who is ahead is told by other figures; or what is yet to come.
_OTHERWISE = re.compile(
    r"[?]|\b(?:bientôt|va|vont|pourrai\w*|devrai\w*|veut|rêve|espère|vise|d'ici|but|buts|match|set"
    r"|étape|course|tour|finale|victoire|bat|sprint|marathon|mi-temps|sondage\w*|pas|ne|n'|moins"
    r"|derni\w+|par|golf|essais?|demi|quart)\b"
)
# What is compared is told, and is none of the counts of a body.
_MEASURED_OTHERWISE = re.compile(
    r"%|\b(?:parts? de marché|points?|notes?|qualité|bénéfices?|valorisation|capitalisation"
    r"|popularité|intentions|audience|palmarès|bourse|rentab\w+|notori\w+|surface|superficie)\b"
)
_BEFORE = re.compile(
    r"\b(?:contre|après|au lieu de|face à|sur|dont|de plus de|objectif de)(?: les)? $"
)
_NO_KINDS = {QuantityKind.RATIO, QuantityKind.ORDINAL, QuantityKind.POINTS, QuantityKind.PERCENT}
_STAFF = {"salarié", "employé", "emploi", "poste", "agent", "an", "fois", "jour", "mois", "heure"}
_TIMED = {"s", "min", "h"}
WIDEST = Decimal(3)  # times the smaller value, that the larger is at most
LEAST = 100  # smaller numbers are told of anything
SHORTEST = 4  # letters of a name


def find(context: Context) -> Iterator[Comparison]:
    if not context.tells(_CUES):
        return
    names = _names(context)
    if names is None:
        return
    first, second = (_values(context, names, number) for number in (0, 1))
    shared = [key for key in first if key in second]
    sized = [
        (own, other)
        for key in shared
        for own in first[key]
        for other in second[key]
        if (ratio := quotient(own.value, other.value)) and 1 / WIDEST < ratio < WIDEST
    ]
    if len(sized) == 1:
        ((own, other),) = sized
        at = max(own, other, key=lambda one: one.extent)
        yield Comparison(own, other, at=at, binding=Binding.INFERRED)


def _names(context: Context) -> tuple[str, str] | None:
    """Who overtakes and who is overtaken, of the title or else of the opening."""
    plain, blocks = context.document.plain, context.document.blocks
    title = [one.extent for one in blocks if one.kind is BlockKind.TITLE]
    opening = next((one.extent for one in blocks if one.kind is not BlockKind.TITLE), None)
    for extent in (*title, *([opening] if title and opening is not None else [])):
        words = extent.of(plain)
        found = list(_TELLS.finditer(words))
        if len(found) == 1 and not _OTHERWISE.search(lower(found[0].group())):
            headed = lower(title[0].until(title[-1]).of(plain))
            heads = headed if opening is None else f"{headed} {lower(opening.of(plain))}"
            names = _last(found[0]["first"]), _last(found[0]["second"])
            apart = _OTHERWISE.search(headed) or _MEASURED_OTHERWISE.search(heads)
            if names[0] != names[1] and not apart:
                return None if min(map(len, names)) < SHORTEST else names
    return None


def _last(name: str) -> str:
    return fold(lower(re.split(r"[ '’]", name)[-1]))


def _values(
    context: Context, names: tuple[str, str], number: int
) -> dict[tuple[str | None, str | None], list[Quantity]]:
    """What the body tells of one of two names, by its unit or noun."""
    found: dict[tuple[str | None, str | None], list[Quantity]] = defaultdict(list)
    for figure in _owned(context, names, number):
        if figure.value not in {one.value for one in found[figure.unit, figure.of]}:
            found[figure.unit, figure.of].append(figure)
    return found


def _owned(context: Context, names: tuple[str, str], number: int) -> Iterator[Quantity]:
    """The levels of sentences that tell of one name alone, or go on about it."""
    plain, blocks = context.document.plain, context.document.blocks
    owner, block = None, -1
    before: Sequence[Extent] = []
    for sentence in every_sentence(context):
        kind = blocks[sentence.sentence.block].kind
        if kind is BlockKind.TITLE:
            continue
        if sentence.sentence.block != block:
            block, before = sentence.sentence.block, []
        words = fold(lower(sentence.extent.of(plain)))
        told = [at for at, name in enumerate(names) if re.search(rf"\b{re.escape(name)}", words)]
        owner = told[0] if len(told) == 1 else None if told else owner
        if owner == number and sentence.quantities and len(sentence.quantities) <= MANY:
            yield from _levels(context, sentence.extent, before)
        before = [sentence.extent]


def _levels(context: Context, at: Extent, before: Sequence[Extent]) -> Iterator[Quantity]:
    """The figures of a sentence that tell how much there is now, with the unit told before."""
    near = [one for one in context.sentences if one.extent == at or one.extent in before]
    if any(len(one.quantities) > MANY for one in near):
        return
    passage = Passage(context, near)
    for one in passage.levels:
        if not at.holds(one.extent) or one.kind in _NO_KINDS or one.unit in _TIMED:
            continue
        counted = one.unit is not None or one.of is not None
        if not counted or one.of in _STAFF or (one.value or 0) < LEAST or one.hedge is not None:
            continue
        if _BEFORE.search(words_before(passage.plain, one.reach.start, 20)):
            continue
        if not is_surplus(passage.plain, one):
            yield one
