"""A change in percent beside two percentages that lie just so far apart: points, called percent.

"À 12,4 %, le taux de chômage est supérieur de 0,8 % à celui de mai, quand il s'élevait à 11,6 %":
no phrase ties the three, but that one is the difference of the other two is hardly chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.changes import Change
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import end_of
from fact_cli.relate.passage import Passage, adjoin

# What is told in percent, so that it moves in points.
_RATE = re.compile(
    r"\b(?:taux|parts?|proportions?|pourcentages?|ratios?|participation|abstention|réussite|scores?"
    r"|marges?|cote|popularité|chômage|inflation|couverture|fréquentation|remplissage|occupation"
    r"|mortalité|létalité|prévalence|intentions? de vote|confiance|opinions?|satisfaits?"
    r"|favorables?|pauvreté|endettement|fécondité|natalité|adhésion|rendement|tva|prélèvement)\b"
)
_MORE = re.compile(
    r"\b(?:supérieure?s? de|dépass\w+ de|excèd\w+ de|augment\w+ de|progress\w+ de|grimp\w+ de"
    r"|bondi\w* de|gagn\w+|(?:hausse|bond|gain|progression|augmentation|croissance|amélioration) de"
    r"|mont\w+ de|pris|accr\w+ de|relevée?s? de|majorée?s? de)"
    r" (?:près de |environ |quelque |encore )?$"
)
_LESS = re.compile(
    r"\b(?:inférieure?s? de|recul\w* de|diminu\w+ de|baiss\w+ de|chut\w+ de|perdu|per[dt]|cède"
    r"|(?:recul|baisse|diminution|chute|repli|perte|réduction|dégradation) de|repli\w* de"
    r"|fléchi\w* de|abaissée?s? de|réduite?s? de|tombée?s? de)"
    r" (?:près de |environ |quelque |encore )?$"
)
_BEHIND = re.compile(r" (?:de )?(?P<way>plus|mieux|moins)(?: qu|,|\.| en | par )")
_CLAUSE = re.compile(r"[;:.] |, (?:pour|avec|mais|et|tandis|alors) ")
_COMPARED = re.compile(r"\b(?:dépass|excèd|supérieur|inférieur)")
# "La régression est donc de 2,44 %": of what the sentences before tell in percent.
_THIS = re.compile(
    r"(?:^|[:,«] ?|\bsoit |\b[^\W\d_]{4,} (?:donc|ainsi) )(?:une? |l[ae] |l'|cette |cet |ce )?"
    r"(?P<noun>hausse|baisse|recul|régression|progression|diminution|chute|gain|perte"
    r"|amélioration|dégradation|augmentation|réduction)(?: [^\W\d_]+)?"
    r"(?: est| atteint| s'élève| ressort)?(?: donc| ainsi)? (?:de |d'|à )$"
)
_UP = {"hausse", "progression", "gain", "amélioration", "augmentation"}
_SHARE_OF = re.compile(
    r"\b(?:admis|reçus?|décroch\w+|inscrits|votants|suffrages|voix|remplissage|candidats|élèves"
    r"|sondés|interrog\w+|habitants|ménages|foyers)\b"
)
_FROM_TO = re.compile(r"[^.;:()\d]{0,50} à (?:près de )?$")
BACK = 30  # characters before a size in which its verb stands
SUBJECT = 90  # characters before a size in which stands what changes
_CUES = tuple("%")


def find(context: Context) -> Iterator[Change]:
    if "%" not in context.document.plain:
        return
    seen: set[int] = set()
    near = in_passages(context, _told, lambda one: one.stated.extent, _CUES, figures=3)
    for found in chain(near, _in_three_sentences(context)):
        if found.stated.extent.start not in seen:
            seen.add(found.stated.extent.start)
            yield found


def _in_three_sentences(context: Context) -> Iterator[Change]:
    """ "71,08 % d'admis cette année. Le taux était de 73,52 %. La régression est de 2,44 %"."""
    plain, sentences = context.document.plain, context.sentences
    for near in zip(sentences, sentences[1:], sentences[2:], strict=False):
        single = [sum(q.kind is QuantityKind.PERCENT for q in one.quantities) for one in near]
        if single == [1, 1, 1] and all(adjoin(plain, *two) for two in pairwise(near)):
            passage = Passage(context, near)
            last = near[-1].extent
            yield from (one for one in _told(passage) if last.holds(one.stated.extent))


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
    if any(id(one) in passage.changes for one in (low, high)) and not _is_from_to(
        passage, low, high
    ):
        return  # "a reculé de 5 % : de 7 % chez les Belges, de 2 % chez les étrangers"
    before, after = (low, high) if way > 0 else (high, low)
    change = Change(before, after, stated, way, Binding.INFERRED)
    if _is_apart(low, high, stated) and not change.holds:
        yield change


def is_of_a_rate(passage: Passage, size: Quantity) -> bool:
    """Whether what changes is told in percent: the subject, or what it is compared with."""
    if _this_change(passage, size) is not None:
        told = passage.told
        if _is_of_many(told):
            return False
        return _RATE.search(told) is not None or _SHARE_OF.search(told) is not None
    ahead = words_before(passage.plain, size.extent.start, SUBJECT)
    clause = _CLAUSE.split(ahead)[-1]
    behind = words_after(passage.plain, end_of(size), BACK)
    beside = clause + behind if _COMPARED.search(clause) or _BEHIND.match(behind) else clause
    return _RATE.search(beside) is not None


def _is_of_many(told: str) -> bool:
    """Whether a clause before a colon counts things: "les bureaux sont plus nombreux : …"."""
    return re.search(r"\bplus (?:nombreu|rare)[^\W\d_]*[^.;:]* :", told) is not None


def _this_change(passage: Passage, size: Quantity) -> str | None:
    """The noun of a change told without what changes: of what was told before."""
    start = passage.sentence_of(size).extent.start
    told = _THIS.search(lower(passage.plain[start : size.reach.start]))
    return None if told is None else told["noun"]


def _is_from_to(passage: Passage, low: Quantity, high: Quantity) -> bool:
    """Whether two percentages are told as from one to the other: "de 27,5 % des voix à 31 %"."""
    first, second = sorted((low, high), key=lambda one: one.extent)
    link = passage.told_between(first.extent.end, second.reach.start)
    opened = words_before(passage.plain, first.reach.start, 5).endswith(", de ")
    return opened and _FROM_TO.fullmatch(link) is not None


def _way_of(passage: Passage, size: Quantity) -> int:
    """1 up, -1 down where words beside a percentage tell it as a change; else 0."""
    ahead = words_before(passage.plain, size.extent.start, BACK)
    behind = _BEHIND.match(words_after(passage.plain, end_of(size), BACK))
    if (this := _this_change(passage, size)) is not None:
        return 1 if this in _UP else -1
    if _MORE.search(ahead) or (behind and behind["way"] != "moins"):
        return 1
    return -1 if _LESS.search(ahead) or behind else 0


def _is_apart(low: Quantity, high: Quantity, size: Quantity) -> bool:
    """Whether the difference of two percentages is printed as ``size``, digit by digit."""
    assert low.value is not None and high.value is not None and size.value is not None
    # "de 27,5 % à 31 %": the other may be told without its decimal.
    steps = (low.step, high.step)
    precise = max(steps) <= size.step or (min(steps) <= size.step and size.value % 1 != 0)
    return precise and high.value - low.value == size.value and size.value != 1
