"""Two figures or more and the sum that closes their sentence: "240 externes et 35 internes, 275 …".

Words call the last figure their sum ("soit", "en tout", "cela fait"), and nothing else of its kind
stands before them. What is counted may be told by a wider noun ("élèves"), and a list may leave out
its unit ("12 000 euros de carburant, 4 500 d'assurance"). A sum that fails must be near theirs, or
a misprint of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.slips import Slip, slip_between
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.elided_unit import in_measure_of, in_scale_of
from fact_cli.relate.neighbours import (
    NUMBERS,
    between,
    end_of,
    in_unit_of,
    is_surplus,
    told_noun,
    usable,
)
from fact_cli.relate.sums.listing import is_bigger
from fact_cli.relate.sums.otherwise import made_otherwise

_CUES = (
    "soit ", "au total", "en tout", "donc ", "total", "fait ", "fait:", "globale", "forment",
    "font ", "représentent", "ensemble",
)  # fmt: skip
_NEXT = re.compile(
    r"[^.;:()\d«»]{0,60}(?:,| et| puis|, puis|, et| plus|, plus| ainsi que|, ainsi que"
    r"|, auxquel\w+ s'ajout\w+|(?: s'|,? à quoi s'|, à laquelle s'|,? à quoi il faut )ajout\w+"
    r"|, ajout(?:ons|ez)(?:-y)?) ?[^.;:()\d«»]{0,35}"
)
# What makes the second figure no further part: a comparison, a share, another time, a rate.
_APART = re.compile(
    r"\b(?:contre|dont|après|au lieu|parmi|sur|par|moyenne|alors qu|tandis qu|mais|quand|que|moins"
    r"|retir\w+|perd\w*|sans|hors|au-dessus|au-dessous|avant|depuis|pour|déjà|encore|jusqu\w*"
    r"|reste\w*|manqu\w*|en (?:19|20)\d\d|rembours\w+|économis\w+|ou|chacune?s?|entre|passe\w*)\b"
)
_TOTAL = r"(?:un |le |au )?(?:total|effectif|montant|coût|budget|compte)(?: (?:total|global))?"
_SO = re.compile(
    r"[^.;:()\d]{0,45}?(?:"
    r"(?:,| :|;| –)? ?(?:soit|donc|au total|en tout|au final|tout compris|ce qui (?:fait|donne)"
    r"|(?:cela|ça) (?:fait|donne)|totalisant)(?:,| donc| ainsi| déjà| bien)?"
    rf"(?: {_TOTAL} (?:de |d')?"
    r"| (?:une?|la|le) [^\W\d_]+(?: (?:totale?|globale?|cumulée?|complète?))? (?:de |d'))?"
    rf"| (?:forment|font|représentent|donnent|constituent) {_TOTAL} (?:de |d')"
    rf"|,? pour {_TOTAL} (?:de |d')"
    r"|(?:,| :) une (?:enveloppe|facture|addition|somme|note|dépense|ardoise)"
    r" (?:globale |totale )?(?:de |d')"
    r") ?(?:quelque )?"
)
_BEHIND = re.compile(r"(?: [^\W\d_]+){0,2} (?:au total|en tout|au final|tout compris)\b")
_CLOSED_LIST = re.compile(r"[^.;:()\d]{0,45}(?:,| :| –|;)? ?")
# "Soit 12 élèves par classe", "soit 275 de plus", "soit 40 % de …".
_OF_EACH = re.compile(
    r"(?: [^\W\d_]+){0,3} (?:par|chacune?|de plus|de moins|d'écart|en moyenne|supplémentaires?"
    r"|pour une?|contre)\b"
)
_OVERLAPS = re.compile(
    r"[^.;]{0,50}\b(?:puisque?|étant|aussi|communs?|à la fois|avec|TTC|HT|TVA|nets?"
    r"|pour (?:une?|deux|trois|quatre|cinq))\b"
)
_STARTS_AT = re.compile(r"\b(?:entre|contre|sur|parmi|dont|après|moins) $")
_COUNTED = {QuantityKind.MONEY, QuantityKind.DIMENSION, *NUMBERS}
FEW = 2  # by which few things are added up wrong
LONG = 100  # units of its last digit that a sum must have, for a misprint to be no chance
_ADDED = re.compile(r"\b(?:total|en tout|fai(?:t|sant)|forment|font|ajout\w+|additionn\w+|plus)\b")
BEHIND = 25  # characters behind a sum in which it is called one
AHEAD = 12  # characters before the first part
MOST = 8  # parts


def find(context: Context) -> Iterator[Total]:
    if not context.tells(_CUES):
        return
    plain = context.document.plain
    for sentence in context.sentences:
        figures = usable(sentence.quantities)
        if len(figures) < 3:
            continue
        for at in range(2, min(len(figures), MOST + 1)):
            if _is_told_sum(plain, figures[at - 1], figures[at]):
                yield from _total(plain, figures, at)
                break


def _is_told_sum(plain: str, last: Quantity, whole: Quantity) -> bool:
    if whole.kind not in _COUNTED or whole.value is None or is_surplus(plain, whole):
        return False
    if _OF_EACH.match(words_after(plain, whole.extent.end, 40)):
        return False
    if _OVERLAPS.match(plain, whole.extent.end):
        return False
    link = lower(between(plain, last, whole))
    if _APART.search(link):
        return False
    closed = _BEHIND.match(plain, whole.extent.end) and _CLOSED_LIST.fullmatch(link)
    return _SO.fullmatch(link) is not None or bool(closed)


def _total(plain: str, figures: Sequence[Quantity], at: int) -> Iterator[Total]:
    """The sum at ``at`` and all the figures before it, where they are a list of one kind."""
    before = figures[:at]
    whole = in_measure_of(figures[at], before[0])
    if _STARTS_AT.search(lower(words_before(plain, before[0].reach.start, AHEAD))):
        return
    links = [
        plain[end_of(one) : max(end_of(one), two.reach.start)] for one, two in pairwise(before)
    ]
    if not all(_NEXT.fullmatch(link) and not _APART.search(lower(link)) for link in links):
        return
    parts = _parts(before, whole)
    if not parts or any(is_surplus(plain, one) or is_bigger(one, whole) for one in parts):
        return
    total = Total(whole, parts, complete=True, exclusive=True, binding=Binding.INFERRED)
    made = made_otherwise(plain, total, figures)
    told = lower(plain[before[0].extent.start : whole.extent.end + BEHIND])
    added = _ADDED.search(told) is not None
    if made is not None and (_holds(made) or _is_evident(made, added=added)):
        yield made


def _parts(before: Sequence[Quantity], whole: Quantity) -> list[Quantity]:
    """``before`` in the unit of ``whole``, units left out added; nothing where one has another."""
    parts: list[Quantity] = []
    like: Quantity | None = None  # the last that tells its unit
    for figure in before:
        part = in_unit_of(figure, whole)
        bare = figure.kind is QuantityKind.NUMBER and figure.noun is None
        if part is None and bare and like is not None:
            part = in_scale_of(figure, like)
        else:
            like = part
        if part is None or part.value is None or part.hedge is not None:
            return []
        parts.append(part)
    return parts if whole.kind not in NUMBERS or _may_be_counted(parts, whole) else []


def _may_be_counted(parts: Sequence[Quantity], whole: Quantity) -> bool:
    """Whether a count can be of what its parts count: the same, or a wider noun than two others."""
    nouns = {told_noun(one) for one in parts} - {None}
    noun = told_noun(whole)
    return noun is None or not nouns or nouns == {noun} or (len(nouns) > 1 and noun not in nouns)


def _holds(total: Total) -> bool:
    return total.computed(loose=False).meets(total.whole.recomputed(loose=False))


def _is_evident(total: Total, *, added: bool) -> bool:
    """Whether what fails is a misprint, or near the sum of one noun, or of what is ``added``."""
    whole, exact = total.whole, total.exact
    if whole.value is None or exact is None or not total.is_plausible:
        return False
    slip = slip_between(whole.value, exact, whole.step)
    long = whole.value >= LONG * whole.step and slip not in {None, Slip.FACTOR}
    nouns = {told_noun(one) for one in (whole, *total.parts)} - {None}
    counted = whole.kind in NUMBERS and abs(whole.value - exact) <= FEW * whole.step
    return long or ((total.is_near or counted) and (added or len(nouns) < 2))
