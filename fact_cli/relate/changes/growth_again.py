"""One growth told as a multiple and in percent, in clauses or sentences that equate the two.

"Le tarif a augmenté de 1 000 %. Autrement dit, il a été multiplié par vingt", "Le loyer a
quadruplé : 400 % de hausse".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from fact_cli.lang.words import lower, words_after
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.multiples import Growth
from fact_cli.relate.changes.ratio import multiplies
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.passage import Passage

_IN = r"(?: (?:en|depuis|sur) [^\d.,;:()]{1,25})?"
_SAME = (
    r"(?:autrement dit|c'est-à-dire|en d'autres termes|en clair|soit|ce qui (?:fait|donne|revient))"
)
_THIS_IS = r"(?:c'est|cela (?:fait|représente|donne)|voilà)"
_RISE = r"(?:(?:une|l'équivalent d'une) [^\W\d_]+(?: [^\W\d_]+)? (?:de |d')|\+ ?)"
# Behind a multiple, up to a percentage: "a quadruplé : 400 % de hausse".
_TO_PERCENT = re.compile(
    rf"{_IN} ?(?:: ?{_RISE}?|[:.,;] ?(?:{_THIS_IS}|{_SAME}),? (?:donc |ainsi )?(?:{_RISE}"
    r"|qu(?:e |')(?:il|elle)s? [^\d.,;:()]{3,40} (?:de |d'))?)"
)
_OF_A_CHANGE = re.compile(
    r" (?:de |d')(?:plus|moins|hausse|augmentation|croissance|progression|baisse|recul|diminution"
    r"|réduction|mieux)\b"
)
# Behind a percentage, up to the verb of a multiple: ". Autrement dit, il a été", ", il a donc".
_HAS = r"(?:il|elle)s? (?:a|ont|avai(?:t|ent)|s'est|se sont|aura|auront)"
_TO_MULTIPLE = re.compile(
    rf"{_IN}(?: ?[.,;:] ?| )(?:{_SAME},? (?:qu(?:e |'))?{_HAS}(?: donc| ainsi)?(?: été)? "
    rf"|(?:{_HAS}|l[ea] [^\W\d_]+ (?:a|s'est)) (?:donc|ainsi) (?:été )?)"
)
_GROWS = re.compile(r"(?:multipli|divis|doubl|tripl|quadrupl|quintupl|sextupl|décupl|centupl)")
_ENDS = re.compile(r" ?(?:[.;:,)!?»]|$|en \w+ ans\b|en un an\b|depuis\b|sur \w+ ans?\b)")
_HEDGED = re.compile(r"\b(?:presque|quasiment|plus que)\b")
BEHIND = 40  # characters behind a percentage that can tell what it is of
_CUES = ("pl", "divis", "doubl")


def find(context: Context) -> Iterator[Growth]:
    if "%" not in context.document.plain:
        return iter(())
    return in_passages(context, _told, lambda one: one.stated.extent, _CUES, figures=2)


def _told(passage: Passage) -> Iterator[Growth]:
    figures = passage.figures
    for first, second in pairwise(figures):
        kinds = (first.kind, second.kind)
        link = lower(passage.plain[first.extent.end : second.extent.start])
        if _HEDGED.search(link):
            continue
        if kinds == (QuantityKind.RATIO, QuantityKind.PERCENT):
            yield from _in_percent(passage, first, second, link)
        elif kinds == (QuantityKind.PERCENT, QuantityKind.RATIO):
            yield from _in_times(passage, first, second)


def _in_times(passage: Passage, stated: Quantity, times: Quantity) -> Iterator[Growth]:
    word = passage.changes.get(id(stated))
    told = lower(passage.plain[stated.extent.end : times.extent.end])
    verb = _GROWS.search(told)
    if word is not None and verb is not None and _TO_MULTIPLE.fullmatch(told[: verb.start()]):
        yield Growth(times, stated, 1 if word.value == "rise" else -1, Binding.INFERRED)


def _in_percent(passage: Passage, times: Quantity, stated: Quantity, link: str) -> Iterator[Growth]:
    if not multiplies(passage.plain, times) or not _TO_PERCENT.fullmatch(link):
        return
    behind = words_after(passage.plain, stated.extent.end, BEHIND)
    of_a_change = _OF_A_CHANGE.match(behind)
    if not _ENDS.match(behind, of_a_change.end() if of_a_change else 0):
        return  # "12 % de hausse par an", "30 % de plus que l'objectif"
    told = of_a_change or re.search(_RISE, link) or id(stated) in passage.changes
    if told or passage.plain[stated.extent.start] in "+-−":
        rises = times.value is not None and times.value > 1
        yield Growth(times, stated, 1 if rises else -1, Binding.INFERRED)
