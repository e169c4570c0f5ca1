"""A change in percent told beside its base and its step: 3,5 %, 800 euros, 28 euros more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from fact_cli.lang.words import lower, words_before
from fact_cli.model.changes import Change
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.changes.change import grown, shrunk
from fact_cli.relate.changes.pairs import GENERIC, comparable
from fact_cli.relate.changes.plausible import is_plausible
from fact_cli.relate.elided_unit import in_measure_of
from fact_cli.relate.neighbours import end_of, is_surplus, same_thing
from fact_cli.relate.passage import Passage

_ANOTHER_CLAUSE = re.compile(r";|\b(?:tandis qu[e']|alors qu[e']|quand|mais)\b")

# Where the change led: "à 95 millions", "pour atteindre 5 400".
_LED_TO = re.compile(
    r"(?:[ ,]à|\batteindre|\battein\w+|\bs'élèv\w+ à|\bs'établi\w+ à|\bplus que|\bressort\w* à"
    r"|\bse mont\w+ à) (?:près de |environ |quelque )?$"
)
# Of a change on another footing than the step: without what was bought, on average, net.
_OF_ANOTHER = re.compile(
    r"\b(?:comparables?|organique|constante?s?|en moyenne|moyenne|hors|en volume|brut|net|nette"
    r"|corrigée?s?|à taux|calibr\w+|conçue?s?|avec les)\b"
)
_LESS = re.compile(r"[^.;:!?,()\d]{0,30} (?:de|en) moins\b")
_PER = re.compile(r"[^.;:()\d]{0,30}\b(?:par|chaque|chacune?)\b")
_SUBJECT = re.compile(
    r"(?:L[ae]s? |L'|Sa |Son |Ses |Leurs? |Quant |Pour l|Du côté |Côté |Chez |De leur côté)"
)
_ANY = GENERIC | {"victime"}
AHEAD = 40  # characters before a figure in which words tell what it is


def stepped(passage: Passage) -> Iterator[Change]:
    """ "Augmente de 3,5 %. Pour un loyer de 800 euros, 28 euros de plus": base, step, percent."""
    shares = [one for one in passage.figures if one.kind is QuantityKind.PERCENT]
    told = [one for one in shares if id(one) in passage.changes]
    if len(shares) != 1 or len(told) != 1:
        return
    word = passage.changes[id(told[0])]
    steps = [
        one
        for one in passage.figures
        if one is not told[0] and _step_of(passage, one) == word.value
    ]
    if len(steps) != 1 or any(one is steps[0] for one in passage.levels):
        return
    if _OF_ANOTHER.search(passage.told):
        return
    first, last = sorted((steps[0].extent, told[0].extent))
    if _ANOTHER_CLAUSE.search(passage.plain, first.end, last.start):
        return
    if _has_own_subject(passage, steps[0], told[0]):
        return
    bases = [one for one in passage.levels if same_thing(one, in_measure_of(steps[0], one))]
    if not all(comparable(one, in_measure_of(steps[0], one), _ANY) for one in bases):
        return
    if len(bases) == 1 and len(passage.figures) == 3:
        way = 1 if word.value == "rise" else -1
        step = in_measure_of(steps[0], bases[0])
        either = [grown(bases[0], step, told[0], way), shrunk(bases[0], step, told[0], way)]
        if _is_after(passage, bases[0], steps[0]):
            either = either[1:]
        elif steps[0].extent < bases[0].extent:
            return  # "soit 90 élèves de plus, dans une école de 800": of what is told elsewhere
        for found in sorted(either, key=lambda one: not one.holds):
            if is_plausible(found):
                yield replace(found, binding=Binding.INFERRED)
                return


def _is_after(passage: Passage, base: Quantity, step: Quantity) -> bool:
    """Whether a value is told as where the change led, or right before the step to it."""
    led = _LED_TO.search(lower(words_before(passage.plain, base.reach.start, AHEAD)))
    gap = passage.plain[end_of(base) : max(end_of(base), step.reach.start)]
    return led is not None or re.fullmatch(r"(?: d'euros)?,? \(?soit ", gap) is not None


def _step_of(passage: Passage, figure: Quantity) -> str | None:
    """The way that a figure tells a thing went by it: "28 euros de plus" is a rise."""
    word = passage.changes.get(id(figure))
    if word is not None:
        return word.value if isinstance(word.value, str) else None
    ahead = words_before(passage.plain, figure.reach.start, AHEAD)
    if not is_surplus(passage.plain, figure) or not ahead.endswith((" soit ", "(soit ")):
        return None
    if figure.kind is QuantityKind.PERCENT or _PER.match(passage.plain, figure.extent.end):
        return None
    return "fall" if _LESS.match(passage.plain, figure.extent.end) else "rise"


def _has_own_subject(passage: Passage, step: Quantity, share: Quantity) -> bool:
    """Whether a step and a percentage stand in two sentences, the second of a thing of its own."""
    own, other = passage.sentence_of(step), passage.sentence_of(share)
    last = max(own.extent, other.extent)
    return own is not other and _SUBJECT.match(passage.plain, last.start) is not None
