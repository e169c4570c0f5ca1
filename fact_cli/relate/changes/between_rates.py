"""A change in percent beside two percentages that lie just so far apart: points, called percent.

"À 12,4 %, le taux de chômage est supérieur de 0,8 % à celui de mai, quand il s'élevait à 11,6 %":
no phrase ties the three, but that one is the difference of the other two is hardly chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import words_after, words_before
from fact_cli.model.changes import Change
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import end_of
from fact_cli.relate.passage import Passage

# What is told in percent, so that it moves in points.
_RATE = re.compile(
    r"\b(?:taux|parts?|proportions?|pourcentages?|ratios?|participation|abstention|réussite|scores?"
    r"|marges?|cote|popularité|chômage|inflation|couverture|fréquentation|remplissage|occupation"
    r"|mortalité|létalité|prévalence|intentions? de vote|confiance|opinions?|satisfaits?"
    r"|favorables?|pauvreté|endettement|fécondité|natalité|adhésion|rendement|tva|prélèvement)\b"
)
_MORE = re.compile(
    r"\b(?:supérieure?s? de|dépass\w+ de|excèd\w+ de|augment\w+ de|progress\w+ de|grimp\w+ de"
    r"|bondi\w* de|gagn\w+|(?:hausse|bond|gain|progression|augmentation|croissance) de|mont\w+ de"
    r"|pris|accr\w+ de|relevée?s? de|majorée?s? de) (?:près de |environ |quelque |encore )?$"
)
_LESS = re.compile(
    r"\b(?:inférieure?s? de|recul\w* de|diminu\w+ de|baiss\w+ de|chut\w+ de|perdu|per[dt]|cède"
    r"|(?:recul|baisse|diminution|chute|repli|perte|réduction) de|repli\w* de|fléchi\w* de"
    r"|abaissée?s? de|réduite?s? de|tombée?s? de) (?:près de |environ |quelque |encore )?$"
)
_BEHIND = re.compile(r" (?:de )?(?P<way>plus|mieux|moins)(?: qu|,|\.| en | par )")
_CLAUSE = re.compile(r"[;:.] |, (?:pour|avec|mais|et|tandis|alors) ")
_COMPARED = re.compile(r"\b(?:dépass|excèd|supérieur|inférieur)")
BACK = 30  # characters before a size in which its verb stands
SUBJECT = 90  # characters before a size in which stands what changes
_CUES = tuple("%")


def find(context: Context) -> Iterator[Change]:
    return in_passages(context, _told, lambda one: one.stated.extent, _CUES, figures=3)


def _told(passage: Passage) -> Iterator[Change]:
    """The only three percentages of a passage, of which one is told as a change."""
    percents = [one for one in passage.figures if one.kind is QuantityKind.PERCENT]
    if len(percents) != 3:
        return
    sizes = [(one, way) for one in percents if (way := _way_of(passage, one))]
    if len(sizes) != 1:
        return
    stated, way = sizes[0]
    if not is_of_a_rate(passage, stated):
        return
    low, high = sorted((one for one in percents if one is not stated), key=lambda o: o.value or 0)
    if None in (stated.value, low.value, high.value) or low.value == high.value:
        return
    if any(id(one) in passage.changes for one in (low, high)):
        return  # "a reculé de 5 % : de 7 % chez les Belges, de 2 % chez les étrangers"
    before, after = (low, high) if way > 0 else (high, low)
    change = Change(before, after, stated, way, Binding.INFERRED)
    if _is_apart(low, high, stated) and not change.holds:
        yield change


def is_of_a_rate(passage: Passage, size: Quantity) -> bool:
    """Whether what changes is told in percent: the subject, or what it is compared with."""
    ahead = words_before(passage.plain, size.extent.start, SUBJECT)
    clause = _CLAUSE.split(ahead)[-1]
    behind = words_after(passage.plain, end_of(size), BACK)
    beside = clause + behind if _COMPARED.search(clause) or _BEHIND.match(behind) else clause
    return _RATE.search(beside) is not None


def _way_of(passage: Passage, size: Quantity) -> int:
    """1 up, -1 down where words beside a percentage tell it as a change; else 0."""
    ahead = words_before(passage.plain, size.extent.start, BACK)
    behind = _BEHIND.match(words_after(passage.plain, end_of(size), BACK))
    if _MORE.search(ahead) or (behind and behind["way"] != "moins"):
        return 1
    return -1 if _LESS.search(ahead) or behind else 0


def _is_apart(low: Quantity, high: Quantity, size: Quantity) -> bool:
    """Whether the difference of two percentages is printed as ``size``, digit by digit."""
    assert low.value is not None and high.value is not None and size.value is not None
    precise = max(low.step, high.step) <= size.step
    return precise and high.value - low.value == size.value and size.value != 1
