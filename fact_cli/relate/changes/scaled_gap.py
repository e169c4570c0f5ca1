"""A gap told beside its two values as what lacks, was added or was lost: "cette rallonge de …".

"Chiffré à 8,4 milliards, il en atteint 11,1. Cette rallonge de 2,7 milliards": the noun takes up
the two values before it. The gap may be off by a misprint, or by a unit (millions for milliards).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise

from fact_cli.lang.words import lower, words_before
from fact_cli.model.bounds import Bounds, is_near
from fact_cli.model.figures import Difference
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.slips import Slip, digits_of, slip_between, thousandfold
from fact_cli.relate.changes.difference import is_told_for
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import NUMBERS, in_unit_of, is_surplus, told_noun
from fact_cli.relate.passage import Passage, adjoin

_GAP = re.compile(
    r"\b(?:cette? (?:[^\W\d_]+ )?(?:rallonge|hausse|baisse|augmentation|diminution|progression"
    r"|différence|réduction|économie|perte|envolée|chute|dérive|dérapage|surcoût|écart|recul"
    r"|repli|bond|saut|déficit|trou|manque|excédent|surplus|supplément|gain|coupe)"
    r"(?: [^\W\d_]+){0,2} (?:de |d')(?:près de |quelque |plus de )?"
    r"|(?:l'écart|la différence|le manque à gagner|le trou|le surcoût|l'économie|la perte)"
    r"(?:, [^.;:()\d]{3,80},)? (?:est|était|serait|atteint|s'élève|se chiffre|se monte)"
    r"(?: donc| ainsi| alors)? "
    r"(?:de |d'|à )?(?:près de |quelque |plus de |environ )?"
    r"|il (?:lui |nous |leur )?(?:manque|manquait|manquera)(?: donc| ainsi| encore| toujours"
    r"| à l'appel)* "
    r"(?:près de |quelque |plus de |environ )?)$"
)
# "s'est replié de 34 %, ou 630 millions"; "26 %, soit 107 828 candidats" is a share.
_OPENS = re.compile(
    r"(?:L'écart|La différence|Le manque à gagner|Le trou|Le surcoût|L'économie|La perte|Le déficit"
    r"|L'excédent|Cette? (?:[^\W\d_]+ )?(?:rallonge|différence|écart|surcoût|trou|manque|gain))\b"
)
_OR = re.compile(
    r"\b(?:repli|recul|baiss|hauss|grimp|bond|chut|augment|diminu|progress|perd|gagn|contract"
    r"|rédui|accr|croiss)[^\W\d_]* (?:[^\W\d_]+ ){0,2}d[e'] ?\d[\d,]* ?% ?,? ou $"
)
_TRADE = re.compile(  # not "s'est creusé de 2 milliards", which is by how much it changed
    r"\b(?:déficit|excédent|solde)\b(?:(?!\b(?:creus|rédui|aggrav|accr|augment|allég|diminu|recul"
    r"|progress|résorb)\w* (?:de |d'))[^.;:()\d]){0,50}$",
    re.IGNORECASE,
)
_OF_IT = re.compile(r"\b(?:en|n'en) [^\W\d_]+(?: [^\W\d_]+){0,2} $")
_DIGITS = re.compile(r"[\d ,]+")
_NO_VALUE = re.compile(r"\b(?:dont|parmi|moyenne|record|objectif)\b(?:[^.;:\d]|,\d){0,30}$")
_GAPS = {QuantityKind.MONEY, QuantityKind.DIMENSION, *NUMBERS}
NEARLY = Decimal("0.2")  # of a gap, by which it may be misprinted
SURE = 3  # digits from which a misprint is no chance
THOUSAND = 1000


def find(context: Context) -> Iterator[Difference]:
    seen: set[int] = set()
    for found in in_passages(context, _gaps, lambda one: one.stated.extent.start, figures=3):
        seen.add(found.stated.extent.start)
        yield found
    yield from (one for one in _over_three(context) if one.stated.extent.start not in seen)


def _over_three(context: Context) -> Iterator[Difference]:
    """A sentence that opens with the gap, behind one for each of the two values."""
    plain, sentences = context.document.plain, context.sentences
    for near in zip(sentences, sentences[1:], sentences[2:], strict=False):
        opens = _OPENS.match(plain, near[2].extent.start, near[2].extent.end)
        if opens and all(adjoin(plain, one, other) for one, other in pairwise(near)):
            yield from _gaps(Passage(context, near))


def _gaps(passage: Passage) -> Iterator[Difference]:
    for stated in passage.figures:
        if _is_gap(passage, stated):
            alike = [one for one in passage.figures if one.kind is stated.kind]
            steps = [one for one in alike if id(one) in passage.changes]
            values = [one for one in _values(passage, stated) if one not in steps]
            more = _lacks(passage, stated) or any(one is not stated for one in steps)
            found = _between(values, stated, lacks=more)
            if found is not None:
                yield found


def _is_gap(passage: Passage, stated: Quantity) -> bool:
    if stated.kind not in _GAPS or stated.value is None or is_told_for(passage.plain, stated):
        return False
    start = passage.sentence_of(stated).extent.start
    ahead = lower(passage.plain[start : stated.reach.start])
    return bool(_GAP.search(ahead) or _OR.search(ahead) or _trade(passage, ahead))


def _lacks(passage: Passage, stated: Quantity) -> bool:
    """Whether a figure is what lacks, which may lack of something that is not told."""
    return " manqu" in words_before(passage.plain, stated.reach.start, 45)


def _trade(passage: Passage, ahead: str) -> bool:
    """Whether a balance is told of exports and imports, or of receipts and spending."""
    words = passage.told
    both = ("export", "import"), ("recettes", "dépenses"), ("produits", "charges")
    told = any(one in words and other in words for one, other in both)
    return told and _TRADE.search(ahead) is not None


def _values(passage: Passage, stated: Quantity) -> Sequence[Quantity]:
    """The figures beside a gap of what it is told of, bare ones in the unit before them."""
    values: list[Quantity] = []
    scaled: Quantity | None = None
    for figure in passage.figures:
        if figure is stated or is_surplus(passage.plain, figure):
            continue
        start = passage.sentence_of(figure).extent.start
        ahead = lower(passage.plain[start : figure.reach.start])
        one = in_unit_of(figure, stated)
        bare = _DIGITS.fullmatch(figure.extent.of(passage.plain)) and told_noun(figure) is None
        if bare and scaled is not None and _OF_IT.search(ahead) and (figure.value or 0) < 10000:
            one = replace(figure.scaled(scaled.scale, stated.unit), kind=stated.kind, of=None)
        elif one is not None and one.scale > 1:
            scaled = one
        if one is not None and one.value and not _NO_VALUE.search(ahead):
            values.append(one)
    return values


def _between(values: Sequence[Quantity], stated: Quantity, *, lacks: bool) -> Difference | None:
    """The gap of the only two values, or of two that are it but for one unit."""
    assert stated.value is not None
    found: list[Difference] = []
    for one, other in combinations(values, 2):
        low, high = sorted((one, other), key=lambda value: value.value or 0)
        gap = Difference(low, high, stated, 0, Binding.INFERRED)
        if gap.computed(loose=True).meets(stated.recomputed(loose=True)):
            return None
        only = len(values) == 2 and not lacks
        if gap.exact and (_is_scaled(gap, stated) or (only and _is_misprinted(gap, stated))):
            found.append(gap)
    return found[0] if len(found) == 1 else None


def _is_scaled(gap: Difference, stated: Quantity) -> bool:
    """Whether the gap, or one of its two values, is told in the wrong unit."""
    assert gap.exact is not None and stated.value is not None
    if thousandfold(stated.value, gap.exact, stated.step):
        return gap.exact / stated.value >= THOUSAND / 2
    mended = gap.before.recomputed(loose=False) * Bounds.exactly(THOUSAND)
    apart, told = mended - gap.after.recomputed(loose=False), stated.recomputed(loose=False)
    return apart.meets(told) or apart.meets(-told)


def _is_misprinted(gap: Difference, stated: Quantity) -> bool:
    assert gap.exact is not None and stated.value is not None
    if (gap.after.value or 0) <= stated.value:
        return False
    slip = slip_between(stated.value, gap.exact, stated.step)
    precise = digits_of(stated.value, stated.step) >= SURE and slip is not None
    return is_near(gap.exact, stated.value, NEARLY) or precise or slip is Slip.FACTOR
