"""A whole shared out among subjects of which each has a clause: "L'État y met 800 000 euros, la
Région 650 000 et le Département 450 000".

Each part has a subject of its own, so that none is in another and all make no more than the
whole; what completes the list ("complètent le tour de table", "restent") makes them all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from fact_cli.lang.words import lower
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus, same_thing, told_noun
from fact_cli.relate.passage import Passage
from fact_cli.relate.sums.listing import OVERLAPS
from fact_cli.relate.sums.rest.out_of import portions

_SUBJECT = r"(?:l'|la |le |les |son |sa |ses |leurs? |celle |celui |ceux |[A-ZÀ-Þ])"
_FIRST = re.compile(
    rf"(?:dans le détail,? |ainsi,? )?{_SUBJECT}[^.;:()\d]{{2,90}} $", re.IGNORECASE
)
_NEXT = re.compile(
    rf"(?: [^.;:()\d]{{1,60}})?(?:,| et| ;|, et)"
    rf"(?: (?:enfin |puis )?{_SUBJECT}[^.;:()\d]{{1,80}}| restent) $"
)
_CLOSES = re.compile(
    r"\b(?:complét?[eèé]?\w*|restent|restant|le solde|le reste|en détail|dans le détail|ferm\w+ la"
    r" marche|se (?:partag|répart)\w+)\b"
)
_OTHERWISE = re.compile(
    r"\b(?:dont|contre|après|avant|soit|notamment|par (?:an|mois|jour|habitant)|moyenne|hausse"
    r"|baisse|plus|moins|emprunt\w*)\b"
)
_IN_BRACKET = re.compile(r"[^.;:!?\d]{0,60}[A-ZÀ-Þ][^.;:!?()\d]{0,40} \($")
_ONLY = re.compile(r"\b(?:seules? listes?|seuls? candidats?|seules? candidates?|en lice)\b")
_OF_ALL = re.compile(r"[«\" ]*(?:Sur|Parmi|Des) (?:les |ces |ses |leurs )?$")
_DIGITS = re.compile(r"\d+(?:,\d+)?")
LEAST = 3  # parts of a list
UNSCALED = 1000  # below it a bare number may have the multiplier of the last of its list


def find(context: Context) -> Iterator[Total]:
    return in_passages(context, _shared_out, lambda one: one.places, figures=3)


def _shared_out(passage: Passage) -> Iterator[Total]:
    for total in (*_among_subjects(passage), *_among_names(passage), *_of_all(passage)):
        if total.is_plausible or total.misscaled is not None:
            yield total


def _among_subjects(passage: Passage) -> Iterator[Total]:
    if len(passage.sentences) != 2:
        return
    first, second = passage.sentences
    behind = [one for one in passage.figures if second.extent.holds(one.extent)]
    run = _run(passage, second.extent.start, behind)
    if len(run) < LEAST:
        return
    words = lower(passage.plain[second.extent.start : end_of(run[-1])])
    if _OTHERWISE.search(words):
        return
    found = [
        Total(whole, parts, _CLOSES.search(words) is not None, True, Binding.INFERRED)
        for whole in passage.figures
        if first.extent.holds(whole.extent) and not is_surplus(passage.plain, whole)
        if (parts := as_parts(passage.plain, run, whole))
    ]
    plausible = [one for one in found if one.is_plausible]
    holding = [one for one in plausible if one.exact == one.whole.value]
    if holding:
        yield holding[0]
    elif len(plausible) == 1:
        (one,) = plausible
        if one.complete or (one.is_near and one.exceeds):
            yield one


def _run(passage: Passage, start: int, figures: Sequence[Quantity]) -> list[Quantity]:
    """The figures from the first of a sentence on that have a subject each."""
    run: list[Quantity] = []
    for figure in figures:
        ahead = passage.plain[end_of(run[-1]) if run else start : figure.reach.start]
        form = _NEXT if run else _FIRST
        if not form.fullmatch(ahead) or is_surplus(passage.plain, figure):
            break
        run.append(figure)
    return run


def as_parts(plain: str, run: Sequence[Quantity], whole: Quantity) -> list[Quantity]:
    """``run`` in the unit of ``whole``, which bare numbers leave out, and the multiplier too."""
    if whole.kind in {QuantityKind.PERCENT, QuantityKind.RATIO, QuantityKind.POINTS}:
        return []
    scale = max((one.scale for one in run), default=Decimal(1))
    parts: list[Quantity] = []
    for one in run:
        bare = one.kind in NUMBERS and told_noun(one) is None
        if bare and whole.kind not in NUMBERS:
            one = replace(one, unit=whole.unit, kind=whole.kind, of=None)
        digits = _DIGITS.fullmatch(one.extent.of(plain)) is not None
        if digits and one.scale == 1 < scale and (one.value or 0) < UNSCALED:
            one = replace(one.scaled(scale, one.unit), scale=scale)
        if not same_thing(one, whole):
            return []
        parts.append(one)
    nouns = {told_noun(one) for one in parts} - {None}
    named = any(one.kind not in NUMBERS or told_noun(one) is not None for one in run)
    return parts if len(nouns) < 2 and named else []


def _among_names(passage: Passage) -> Iterator[Total]:
    """ "571 des 1 348 suffrages, devant la CFDT (402), FO (249) et Solidaires (146)"."""
    if len(passage.sentences) != 1:
        return
    (sentence,), plain = passage.sentences, passage.plain
    for portion in portions(plain, sentence, passage.figures):
        if portion.part.extent > portion.whole.extent or portion.whole.kind not in NUMBERS:
            continue
        parts, last = [portion.part], portion.whole
        for one in passage.figures[passage.figures.index(portion.whole) + 1 :]:
            gap = plain[end_of(last) : one.reach.start]
            if not _IN_BRACKET.fullmatch(gap) or not plain.startswith(")", end_of(one)):
                break
            parts.append(one)
            last = one
        if len(parts) >= LEAST:
            only = _ONLY.search(lower(sentence.extent.of(plain))) is not None
            total = Total(portion.whole, parts, only, True, Binding.INFERRED)
            if total.is_near and (only or total.exceeds or total.exact == portion.whole.value):
                yield total


def _of_all(passage: Passage) -> Iterator[Total]:
    """ "Sur les 67 candidats, 35 sont reçus, 26 admissibles et 7 ajournés": too many."""
    (sentence, *more), plain = passage.sentences, passage.plain
    counts = [one for one in passage.figures if one.kind in NUMBERS]
    if more or len(counts) < LEAST + 1:
        return
    whole, parts = counts[0], counts[1:]
    opened = _OF_ALL.fullmatch(plain, sentence.extent.start, whole.reach.start)
    words = lower(plain[end_of(whole) : end_of(parts[-1])])
    if not opened or _OTHERWISE.search(words.replace(", soit ", " ")):
        return
    if OVERLAPS.search(words):
        return
    if any(told_noun(one) not in {None, "ajourné", "admissible", "recalé"} for one in parts):
        return
    total = Total(whole, parts, complete=False, exclusive=True, binding=Binding.INFERRED)
    if total.is_near and (total.exceeds or total.exact == whole.value):
        yield total
