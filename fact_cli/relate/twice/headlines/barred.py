"""A mark that the title tells to be passed, and the only value of the body, which does not.

"Le festival franchit la barre des 40 000 spectateurs", of 38 600 entries; "le chômage passe sous
les 7 %", of 7,2 %.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.same import TitleWords
from fact_cli.model.text import BlockKind
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, is_surplus, usable
from fact_cli.relate.twice.values.same_words import stems, words

_CUES = (
    "barre d", "cap d", "seuil d", "dépass", "franchi", "excèd", " sous l", " sous 1", " sous 2",
    "en dessous d", "au-dessous d", "en deçà d",
)  # fmt: skip
_PASSED = re.compile(
    r"\b(?:franchi(?:t|ssent|e|es|s)?|dépass(?:e|ent|é|ée|és|ées)|pass(?:e|ent|é|ée|és|ées)"
    r"|excèd(?:e|ent)|crèv(?:e|ent))(?: enfin| désormais| pour la première fois)?"
    r"(?: (?:la barre|le cap|le seuil|le plafond)(?: symbolique| fatidique| historique)?)?"
    r" (?:des?|d'|les?|du) ?$"
)
_SUNK = re.compile(
    r"\b(?:(?:re)?pass|(?:re)?tomb|(?:re)?descend|recul|baiss|plong|chut|gliss|reven|revien|sont"
    r"|est|reste)[^\W\d_]*(?: à nouveau| de nouveau| enfin| désormais| pour la première fois)?"
    r" (?:sous|en dessous d[eu]|au-dessous d[eu]|en deçà d[eu])"
    r"(?: (?:la barre|le cap|le seuil)(?: symbolique| fatidique| historique)? (?:des?|d'))?"
    r"(?: les?)? ?$"
)
_BAR = re.compile(r"\b(?:barre|cap|seuil|plafond)\b")
_NOT_YET = re.compile(
    r"[?]|\b(?:bientôt|presque|va|vont|pourrai\w*|devrai\w*|frôl\w*|vers|objectif|vis\w+|avant|d'ici"
    r"|ne|n'|pas|manqu\w*|rat[eé]\w*|sans|loin|près|doit|doivent|espèr\w*|pourquoi|si|quand"
    r"|séance|un temps)\b"
)
# What is told of another time or place, planned, or only a part.
_OTHERWISE = re.compile(
    r"\b(?:avant|l'an (?:dernier|passé)|précédent\w*|auparavant|plus tôt|objectif|prév\w+|attend\w*"
    r"|jusqu'(?:ici|alors|à)|(?!fai)[^\W\d_]{2,}ai(?:t|ent)|payant\w*|gratuit\w*|invit\w+|dont|ajout\w*"
    r"|outre|sans compter|hors|en plus|supplémentaires|seulement en|fin|au \d+|séance|clôtur\w+"
    r"|moyenne|record de|celui|celle|ceux|autres?)\b"
)
# Where a sentence turns to what was before.
_COMPARED = re.compile(r",? (?:contre|après|alors qu|quand|\d[\d ]* de plus)\b")
_THEN = re.compile(r"\b(?:contre|après|au lieu de|de|que)(?: les)? $")
_THEN_AT = re.compile(r"\b(?:contre|après|au lieu de|que)(?: les)? $")
_OF_A_PART = re.compile(
    r"\b(?:dans|pour|chez|côté|parmi|au centre|en séance"
    r"|selon (?:l[ae]s? |l')?(?:catégorie|ville|commune|région|département|âge|saison|secteur)s?)\b"
)
_NAME = re.compile(r"(?<=[\w,:;] )[A-ZÀ-Þ][\w’'-]{2,}")
NEAR, CLOSE = Decimal("0.85"), Decimal("0.96")  # of the mark, of what has its noun or none
ABOVE = Decimal("1.6")  # times the mark, up to which another value bears it out
LEAST = 20  # a smaller mark is told of anything


def find(context: Context) -> Iterator[TitleWords]:
    blocks = context.document.blocks
    if not context.tells(_CUES):
        return
    titles = [s for s in context.sentences if blocks[s.sentence.block].kind is BlockKind.TITLE]
    body = [one for one in context.sentences if one not in titles]
    for title in titles:
        for mark in usable(title.quantities):
            if _is_passed(context.document.plain, title, mark):
                yield from _short_of(context, mark, body)
            elif _is_sunk_below(context.document.plain, title, mark):
                yield from _above(context, title, mark, body)


def _is_passed(plain: str, title: ScannedSentence, mark: Quantity) -> bool:
    ahead = lower(plain[title.extent.start : mark.reach.start])
    told = _PASSED.search(ahead)
    if told is None or (mark.value or 0) < LEAST or mark.hedge is not None:
        return False
    if mark.kind is QuantityKind.PERCENT and not _BAR.search(ahead):
        return False
    behind = words_after(plain, mark.extent.end, 40)
    whole = lower(title.extent.of(plain))
    taken_back = _NOT_YET.search(whole) or re.search(r"\bsous\b", whole)
    return not taken_back and not is_surplus(plain, mark) and "%" not in behind


def _is_sunk_below(plain: str, title: ScannedSentence, mark: Quantity) -> bool:
    """ "Le chômage passe sous les 7 %"."""
    whole = lower(title.extent.of(plain))
    ahead = whole[: mark.extent.start - title.extent.start]
    exact = mark.hedge in {None, "sous", "sous les"} and not is_surplus(plain, mark)
    return exact and _SUNK.search(ahead) is not None and _NOT_YET.search(whole) is None


def _above(
    context: Context, title: ScannedSentence, mark: Quantity, body: Sequence[ScannedSentence]
) -> Iterator[TitleWords]:
    """The value that stays above, told of what the title names, where no other lies below."""
    plain, limit = context.document.plain, mark.value or Decimal(1)
    named = stems(lower(title.extent.of(plain)))
    values = _alike(mark, body)
    if any(limit / ABOVE <= (one.value or 0) <= limit for one, _ in values):
        return
    above = [
        (one, sentence)
        for one, sentence in values
        if limit < (one.value or 0) <= limit / NEAR
        and Bounds.exactly(limit).below(one.recomputed(loose=False))
        and not _THEN_AT.search(words_before(plain, one.reach.start, 20))
        and named & stems(lower(sentence.extent.of(plain)))
    ]
    if len({one.value for one, _ in above}) != 1:
        return
    one, sentence = above[0]
    own, headed = sentence.extent.of(plain), title.extent.of(plain)
    if _OF_A_PART.search(lower(own)) or any(name not in headed for name in _NAME.findall(own)):
        return
    told = _COMPARED.split(lower(sentence.extent.of(plain)))[0]
    if not _OTHERWISE.search(told) and one.hedge is None:
        yield TitleWords(mark.extent, one.extent)


def _alike(
    mark: Quantity, body: Sequence[ScannedSentence]
) -> Sequence[tuple[Quantity, ScannedSentence]]:
    return [
        (one, sentence)
        for sentence in body
        for one in usable(sentence.quantities)
        if one.unit == mark.unit and (one.kind is mark.kind or {one.kind, mark.kind} <= NUMBERS)
    ]


def _short_of(
    context: Context, mark: Quantity, body: Sequence[ScannedSentence]
) -> Iterator[TitleWords]:
    """The value that falls short, where no other reaches the mark."""
    plain, limit = context.document.plain, mark.value or Decimal(1)
    values = _alike(mark, body)
    if any(limit <= (one.value or 0) <= limit * ABOVE for one, _ in values):
        return
    short = [
        (one, sentence)
        for one, sentence in values
        if _least(mark, one) * limit <= (one.value or 0) < limit
        and one.recomputed(loose=False).below(Bounds.exactly(limit))
        and not _THEN.search(words_before(plain, one.reach.start, 20))
    ]
    if len({one.value for one, _ in short}) != 1:
        return
    one, sentence = short[0]
    told = _COMPARED.split(lower(sentence.extent.of(plain)))[0]
    if not _OTHERWISE.search(told) and one.hedge is None:
        yield TitleWords(mark.extent, one.extent)


def _least(mark: Quantity, one: Quantity) -> Decimal:
    """How near to the mark a value must be to be what is told to pass it."""
    things = words().things
    own, other = mark.of, one.of
    if own is not None and other is not None:
        same = own == other or things.get(own, frozenset()) & things.get(other, frozenset())
        return NEAR if same else Decimal(1)
    return CLOSE
