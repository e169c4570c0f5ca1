"""Two days told with what lies between: "le 11 juin, dix jours après son arrestation, le 1er"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Lasting, Order, elapsed, is_after
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.relate.context import Context
from fact_cli.relate.times.lengths.lasting import is_dated, stated_length
from fact_cli.relate.times.moments import lengths, moment, names_year, nominal

_BESIDE = re.compile(r",? (?:soit |c'est-à-dire )?")
# Behind the length: what the other day is of, and that it is dated.
_OF = re.compile(
    r" (?P<side>après|avant) (?:l'|la |le |les |son |sa |leur |leurs |ses |cette? |sa propre )"
    r"[^.;:()\d,]{3,60}"
    r"(?:,? (?:survenue?s?|intervenue?s?|prononcée?s?|signée?s?|annoncée?s?|datée?s?|effectuée?s?"
    r"|ouverte?s?|organisée?s?|tenue?s?|commise?s?|déclarée?s?))?,? (?:le |en |du |dès le )"
)
_AND = re.compile(r"(?:,| et|, puis| puis) (?:le |du |au )?")
_NAMES = ("ce qui vient d’abord", "ce qui vient après")


def find(context: Context) -> Iterator[Lasting | Order]:
    for sentence in context.sentences:
        for stated in lengths(sentence):
            found = _apart(context.document.plain, sentence, stated)
            if found is not None:
                yield found


def _apart(plain: str, sentence: ScannedSentence, stated: TimeExpression) -> Lasting | Order | None:
    told = [time for time in sentence.times if time.kind is TimeKind.DATE and is_dated(time)]
    ahead = [time for time in told if time.extent.end <= stated.extent.start]
    behind = [time for time in told if time.extent.start >= stated.extent.end]
    length = stated_length(plain, stated)
    if not ahead or not behind or length is None:
        return None
    first, last = ahead[-1], behind[0]
    link = plain[first.extent.end : stated.extent.start]
    of = _OF.fullmatch(lower(plain[stated.extent.end : last.extent.start]))
    if not _BESIDE.fullmatch(link) or of is None:
        return None
    early, late = (last, first) if of["side"] == "après" else (first, last)
    spans = nominal(early, late)
    if is_after(*spans):
        order = Order(moment(early), moment(late), _NAMES, Binding.INFERRED)
        dated = names_year(early) and names_year(late)
        return order if dated or _of_one_year(order) else None
    between = elapsed(*spans, length[0])
    if between is None or between.high is None or between.high <= 0:
        return None
    if len(ahead) > 1 and _AND.fullmatch(plain, ahead[-2].extent.end, first.extent.start):
        return None  # "le 30 juin et le 7 juillet, trois semaines après": after the first of two
    at = (first.extent, last.extent)
    return Lasting(stated, between, length[0], at, length[1], Binding.INFERRED)


def _of_one_year(order: Order) -> bool:
    """Whether the two days are known and out of order as written, whatever their year."""
    first, then = order.first, order.then
    return first.year == then.year and is_after(first.interval, then.interval)
