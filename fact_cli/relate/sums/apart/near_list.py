"""All figures of one kind in a run of sentences against the whole told paragraphs before.

"412 postes seront supprimés … L'usine de Roanne en perd 174. Viennent ensuite Gien (96) …": no
word closes the list; what tells that it is all of the whole is that the two lie one slip apart,
in more digits than chance would let agree, and that the text tells neither the sum nor the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from fact_cli.lang.words import lower, words_before
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.slips import Slip, digits_of, slip_between
from fact_cli.model.text import BlockKind
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, in_unit_of, is_surplus, printed, usable
from fact_cli.relate.passage import MANY
from fact_cli.relate.sums.apart.wholes import kinds_told
from fact_cli.scan.scanner import scanner

# Figures told beside others are no parts, nor are those of two times.
_NESTED = re.compile(
    r"\b(?:dont|parmi|soit|contre|sur|au lieu d[eu']|moyenne|après|avant|objectif|plus d[e']"
    r"|moins d[e']|jusqu'à|chacune?|chaque|barre|seuil|record|hausse|baisse)\b[^.;:,\d]{0,14}$"
)
_OTHERWISE = re.compile(
    r"\b(?:contre|dont|au lieu|auparavant|plus tôt|de plus|de moins|supplémentaires?|moyenne"
    r"|parmi|après|à la place|par (?:jour|mois|an|semaine|personne|habitant|tête|ménage|foyer))\b"
)
# Nouns of what is lost with a job.
_JOBS = {"emploi", "poste", "salarié", "employé", "licenciement", "suppression", "départ"}
LONGEST = 3  # sentences of a list
BLOCKS = 3  # paragraphs before it in which the whole stands
LEAST = {2: 5, 3: 4}  # digits of the whole of so few parts; of more parts FEWEST
FEWEST = 3
DIGITS = 12  # of an article; of fewer there is no whole and its parts
MOST = 7  # parts
_KINDS = {QuantityKind.COUNT, QuantityKind.MONEY}


def find(context: Context) -> Iterator[Total]:
    plain, blocks = context.document.plain, context.document.blocks
    if sum(plain.count(digit) for digit in filter(str.isdigit, set(plain))) < DIGITS:
        return
    told: list[tuple[ScannedSentence, Quantity]] = []  # what can be a whole, up to the paragraph
    for number, group in groupby(context.sentences, key=lambda one: one.sentence.block):
        if blocks[number].kind is BlockKind.BOILERPLATE:
            continue
        sentences = list(group)
        near = [
            one
            for one in told
            if blocks[one[0].sentence.block].kind is BlockKind.TITLE
            or number - one[0].sentence.block <= BLOCKS
        ]
        if near and blocks[number].kind is not BlockKind.TITLE:
            yield from _of_block(context, sentences, near)
        told += [(one, whole) for one in sentences for whole in _wholes(plain, one)]


def _wholes(plain: str, sentence: ScannedSentence) -> Iterator[Quantity]:
    if len(sentence.quantities) > MANY:
        return
    for one in usable(sentence.quantities):
        if one.kind not in _KINDS or one.hedge is not None or is_surplus(plain, one):
            continue
        ahead = words_before(plain, one.reach.start, 50)
        if digits_of(*printed(one)) >= FEWEST and not _NESTED.search(ahead):
            yield one


def _of_block(
    context: Context,
    sentences: Sequence[ScannedSentence],
    told: Sequence[tuple[ScannedSentence, Quantity]],
) -> Iterator[Total]:
    """The first list of a paragraph that is one slip from one of the wholes told before."""
    plain = context.document.plain
    for size in range(1, LONGEST + 1):
        for at in range(len(sentences) - size + 1):
            run = sentences[at : at + size]
            if sum(len(one.quantities) for one in run) > 2 * MOST:
                continue
            words = lower(run[0].extent.until(run[-1].extent).of(plain))
            if _OTHERWISE.search(words):
                continue
            for sentence, whole in told:
                parts = _parts(context, run, sentence, whole)
                if not parts:
                    continue
                total = Total(whole, parts, complete=False, binding=Binding.INFERRED)
                if _is_slip(total) and not _is_told(context, total):
                    yield total
                    return


def _parts(
    context: Context,
    run: Sequence[ScannedSentence],
    own: ScannedSentence,
    whole: Quantity,
) -> Sequence[Quantity]:
    """What a run counts of what the whole counts; none where one of them is no part of it."""
    plain = context.document.plain
    parts: list[Quantity] = []
    for sentence in run:
        for one in _figures(context, sentence):
            elided = one.noun is None and bool(parts)
            if whole.kind is QuantityKind.MONEY:
                part = _as_money(one, whole, elided=elided)
            else:
                counted = one.kind in NUMBERS and one.unit is None
                named = elided or _are_one(plain, (sentence, one), (own, whole))
                part = one if counted and named else None
            if part is None:
                continue
            if one.hedge is not None or is_surplus(plain, one) or not _is_less(part, whole):
                return []
            parts.append(part)
    return parts if 2 <= len(parts) <= MOST else []


def _figures(context: Context, sentence: ScannedSentence) -> Sequence[Quantity]:
    plain = context.document.plain
    return context.once(
        ("figures and brackets", sentence.extent), lambda: _with_brackets(plain, sentence)
    )


def _with_brackets(plain: str, sentence: ScannedSentence) -> Sequence[Quantity]:
    """The figures of a sentence, those in brackets behind a name among them: "Gien (96)"."""
    figures = usable(sentence.quantities)
    known = {one.extent.start for one in figures}
    for number in scanner().numbers(plain, sentence.extent):
        at, exact = number.extent, Bounds.exactly(number.value)
        alone = plain.startswith(")", at.end) and plain.endswith("(", 0, at.start)
        if alone and at.start not in known:
            kind, step = QuantityKind.NUMBER, number.step
            figures.append(Quantity(at, at, kind, number.value, step, exact, exact))
    return sorted(figures, key=lambda one: one.extent)


def _as_money(one: Quantity, whole: Quantity, *, elided: bool) -> Quantity | None:
    """A sum in the currency of the whole, or a bare number that goes on behind one."""
    if elided and one.kind is QuantityKind.NUMBER:
        return replace(one, unit=whole.unit, kind=whole.kind)
    return in_unit_of(one, whole) if one.kind is whole.kind else None


def _are_one(
    plain: str, one: tuple[ScannedSentence, Quantity], whole: tuple[ScannedSentence, Quantity]
) -> bool:
    """Whether two figures count the same kind of thing."""
    jobs = {one[1].of, whole[1].of} <= _JOBS
    return jobs or bool(kinds_told(plain, *one) & kinds_told(plain, *whole))


def _is_less(part: Quantity, whole: Quantity) -> bool:
    return part.value is not None and whole.value is not None and 0 < part.value < whole.value


def _is_slip(total: Total) -> bool:
    """Whether another digit or two swapped make the sum of the whole, in digits enough."""
    value, exact = total.whole.value, total.exact
    if value is None or not total.parts or exact is None or not total.is_near:
        return False
    least = LEAST.get(len(total.parts), FEWEST)
    if min(digits_of(value, total.whole.step), digits_of(exact, total.whole.step)) < least:
        return False
    return slip_between(value, exact, total.whole.step) in {Slip.DIGIT, Slip.SWAP}


def _is_told(context: Context, total: Total) -> bool:
    """Whether the text tells the sum itself, or what lacks or is too much."""
    exact, value = total.exact or 0, total.whole.value or 0
    others = {exact, abs(exact - value)}
    return any(
        one.value in others for sentence in context.sentences for one in usable(sentence.quantities)
    )
