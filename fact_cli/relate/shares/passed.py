"""How many came through: "48 s'étaient inscrits, 45 ont composé et 16 sont reçus".

The rate told behind the last of such a run is told of those who came, or of all who enrolled; it
may open the next sentence. What is put in between is of no account: "2 618, dont 588 filles".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.bounds import is_near
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.shares import Share
from fact_cli.model.slips import Slip, slip_between
from fact_cli.relate.asides import asides, outside, without_asides
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus, usable
from fact_cli.relate.passage import adjoin
from fact_cli.relate.shares.outcome_words import GROUP, OUTCOME
from fact_cli.relate.sums.rest.out_of import is_less

_THAT_IS = (
    r"(?:soit|donc|ce qui (?:leur |lui |nous )?(?:donne|fait|représente|équivaut à|correspond à)"
    r"|pour|donnant|avec|d'où|autrement dit|c'est-à-dire)(?: donc| ainsi)? "
)
_RATE = (
    r"(?:(?:un |une |le |leur )?(?:taux|pourcentage|proportion|part|moyenne|score)"
    r"(?: (?!de hausse|de baisse)[^.;:()\d]{2,45})?(?: de| d'| à)? "
    r"(?:environ |près de |plus de )?)"
)
_TOLD_BEHIND = re.compile(
    rf"(?P<clause>[^.;:()\d]{{0,90}}?)(?:,| \() ?{_THAT_IS}(?P<rate>{_RATE})?"
)
_OPENS = re.compile(rf"(?:Soit|Ce qui (?:donne|fait|représente)) (?:donc |ainsi )?{_RATE}")
_OTHER = re.compile(r"\b(?:contre|l'an (?:passé|dernier)|en \d{4})\b")
# "soit 74 % des filles": of others than the whole.
_OF = re.compile(
    r" (?:des?|du|d'|de la|de l'|de ses|de leurs|chez|parmi) ?(?P<whom>[^.;:,()\d]{0,40})"
)
_OUT_OF = re.compile(
    r"(?: [^\W\d_'-]+){0,4}? (?:pour|sur|parmi) (?:(?:un total de|les|ses|leurs|quelque) )?"
)
_OF_THEM = re.compile(r" (?:d'entre|parmi) (?:eux|elles)\b")
AROUND = 60  # characters about a figure that tell what it counts
NEARLY = Decimal("0.15")  # of a rate, by which it may be misprinted


def find(context: Context) -> Iterator[Share]:
    if not context.tells(("soit", "donn", "taux", "qui ", "d'où", "donc", "c'est", "autrement")):
        return
    plain = context.document.plain
    for index, sentence in enumerate(context.sentences):
        for stated in usable(sentence.quantities):
            if stated.kind is not QuantityKind.PERCENT or is_surplus(plain, stated):
                continue
            before = _told_before(context, index, sentence, stated)
            behind = [one for one in usable(sentence.quantities) if one.extent > stated.extent]
            if before is not None:
                yield from _passed(plain, before, stated, behind[:1])


def _told_before(
    context: Context, index: int, sentence: ScannedSentence, stated: Quantity
) -> Sequence[Quantity] | None:
    """The figures of the sentence that a rate closes, in order, what is put in between left out."""
    plain, start = context.document.plain, sentence.extent.start
    told = sentence
    if _OPENS.fullmatch(plain, start, stated.reach.start):
        if not index or not adjoin(plain, context.sentences[index - 1], sentence):
            return None
        told = context.sentences[index - 1]
    figures = [one for one in usable(told.quantities) if one.extent < stated.extent]
    spans = [one for one in asides(plain, told.extent) if not one.holds(stated.extent)]
    return outside(spans, figures)


def _passed(
    plain: str, figures: Sequence[Quantity], stated: Quantity, behind: Sequence[Quantity]
) -> Iterator[Share]:
    if not figures or not _is_rate(plain, figures[-1], stated):
        return
    last = figures[-1]
    for one in behind:
        if _is_out_of(plain, stated, one) and is_less(one, last) and one.kind in NUMBERS:
            yield Share(last, one, stated, (), Binding.INFERRED)
            return
    wholes = [one for one in figures[:-1] if one.kind in NUMBERS and is_less(one, last)]
    if len(figures) > 1 and is_less(last, figures[-2]) and figures[-2].kind in NUMBERS:
        if _is_out_of(plain, figures[-2], last) and OUTCOME.search(_about(plain, figures[-2])):
            yield Share(figures[-2], last, stated, wholes, Binding.INFERRED)
        return
    grouped = [one for one in wholes if GROUP.search(_about(plain, one))]
    if not grouped or _OTHER.search(lower(plain[grouped[-1].extent.end : last.reach.start])):
        return
    whole = next((one for one in wholes if Share(last, one, stated).holds), grouped[-1])
    others = [one for one in wholes if one is not whole]
    share = Share(last, whole, stated, others, Binding.INFERRED)
    gap = plain[end_of(last) : max(end_of(last), stated.reach.start)]
    if _OF_THEM.match(gap) or (OUTCOME.search(_about(plain, last) + gap) and _is_told(share)):
        yield share


def _is_out_of(plain: str, one: Quantity, whole: Quantity) -> bool:
    """ "474 admis pour 1 635 inscrits", "82,92 % sur 754 inscrits"."""
    link = without_asides(lower(plain[end_of(one) : max(end_of(one), whole.reach.start)]))
    return _OUT_OF.fullmatch(link) is not None and GROUP.search(_about(plain, whole)) is not None


def _is_rate(plain: str, last: Quantity, stated: Quantity) -> bool:
    """Whether words say that ``stated`` is a rate of what the figures before it count."""
    if last.kind not in NUMBERS:
        return False
    gap = without_asides(lower(plain[end_of(last) : max(end_of(last), stated.reach.start)]))
    if not _TOLD_BEHIND.fullmatch(gap) and not _opens(gap):
        return False
    of = _OF.match(words_after(plain, stated.extent.end, 50))
    whom = "" if of is None else of["whom"]
    return not whom or bool(GROUP.search(whom) or OUTCOME.search(whom))


def _opens(gap: str) -> bool:
    """Whether the gap runs to the end of a sentence, and the rate opens the next."""
    clause, stop, _ = gap.rpartition(". ")
    return bool(stop) and not re.search(r"[.;:()\d]", clause) and len(clause) < AROUND + 30


def _about(plain: str, figure: Quantity) -> str:
    """The words about a figure, up to the figures beside it."""
    ahead = re.split(r"[\d;.]", words_before(plain, figure.extent.start, AROUND))[-1]
    behind = re.split(r"[\d;.:,]", words_after(plain, figure.extent.end, AROUND))[0]
    return f"{ahead} {behind} "


def _is_told(share: Share) -> bool:
    """Whether the rate is that of one of the wholes, but for a misprint."""
    stated = share.stated
    for whole in (share.whole, *share.others):
        exact = share.exact(whole)
        if exact is None or stated.value is None:
            continue
        slip = slip_between(stated.value, exact, stated.step)
        if is_near(exact, stated.value, NEARLY) or slip not in {None, Slip.FACTOR}:
            return True
    return False
