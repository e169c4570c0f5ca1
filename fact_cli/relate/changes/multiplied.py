"""A multiple of one sentence told of the two values of the one before it.

"Vendue 12 euros en 2010, elle en coûte 36. En treize ans, son prix a doublé", "… contre 42
auparavant. Deux fois moins de temps": the subject takes the values up, or there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from fact_cli.lang.lexicon import read
from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.multiples import Ratio
from fact_cli.relate.changes.across import pair_across
from fact_cli.relate.changes.pairs import Pair, pair_inside
from fact_cli.relate.changes.plausible import is_absurd, is_plausible
from fact_cli.relate.changes.ratio import multiplies
from fact_cli.relate.changes.taken_up import at_two_times
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, usable
from fact_cli.relate.passage import MANY, Passage, adjoin

_SPAN = r"[«\" ]*(?:(?:en|depuis) [^\d,.;:]{1,25}, |[^\W\d_]+, )?"
_APPOSED = re.compile(
    rf"{_SPAN}(?:(?:soit|c'est|voilà|presque|c'est-à-dire)(?: donc| ainsi)? )?"
    r"(?:une? (?P<noun>[^\W\d_'-]+)(?: [^\W\d_]+)? |(?P<the>l[ea] ))?"
)
_CLOSED = re.compile(r" ?[.!?;,»]")
_TIMES = re.compile(r".* fois")
_MORE = re.compile(r" (?:plus|moins)(?: de (?:temps|monde|[^\W\d_]{4,}))?(?= ?[,.!?;:»\"]| en \w)")
_HAS = (
    r"(?: (?:s'est|se sont|a|ont|aura|auront|aurait|auraient)?"
    r"(?: ?(?:donc|ainsi|presque|plus que|depuis|même|alors|quasiment|été))*)?"
)
_SUBJECT = re.compile(
    rf"{_SPAN}(?P<own>son|sa|ses|leurs?|ce|cette|l[ea]s?|l') ?(?P<noun>[^\W\d_-]+)"
    r"(?:(?P<of> (?:d[eu'] ?|des )[^\W\d_' -]+)| [^\W\d_-]+)?"
    rf"(?:{_HAS})? ?"
    rf"|{_SPAN}(?:ils?|elles?|cela|ce (?:chiffre|nombre|montant|total)){_HAS} ?"
)
_POSSESSIVE = {"son", "sa", "ses", "leur", "leurs", "ce", "cette"}
STEM = 5  # letters that two words of one family share


@cache
def _measures() -> dict[str, frozenset[str]]:
    """The nouns that stand for an amount of money, a measure, a number of things."""
    return {kind: frozenset(nouns) for kind, nouns in read("steps")["measures"].items()}


def find(context: Context) -> Iterator[Ratio]:
    plain = context.document.plain
    sentences = context.sentences
    for index, (before, sentence) in enumerate(pairwise(sentences)):
        if not before.quantities or max(len(before.quantities), len(sentence.quantities)) > MANY:
            continue
        told = [one for one in usable(sentence.quantities) if one.kind is QuantityKind.RATIO]
        if not told or not adjoin(plain, before, sentence):
            continue
        passage = Passage(context, [before])
        pair = pair_inside(passage) or at_two_times(passage)
        if pair is None and index and adjoin(plain, sentences[index - 1], before):
            # "Il valait 12 euros en 2014. Il en vaut 36. Son prix a triplé."
            longer = Passage(context, [sentences[index - 1], before])
            two = pair_across(longer)
            pair = two if two is not None and two.ordered else None
        if pair is not None:
            for times in told:
                yield from _multiple(context, before, sentence, pair, times)


def _multiple(
    context: Context,
    before: ScannedSentence,
    sentence: ScannedSentence,
    pair: Pair,
    times: Quantity,
) -> Iterator[Ratio]:
    plain = context.document.plain
    ahead = lower(plain[sentence.extent.start : times.reach.start])
    grows = multiplies(plain, times)
    apposed = _APPOSED.fullmatch(ahead) if grows or _is_more(plain, times) else None
    told = lower(before.extent.of(plain))
    if apposed and apposed["the"] and not _CLOSED.match(plain, times.extent.end):
        return  # "C'est le double de la moyenne"
    if apposed and apposed["noun"] and not _is_of("ce", apposed["noun"], pair, told):
        return
    subject = _SUBJECT.fullmatch(ahead) if grows else None
    taken_up = subject is not None and (
        subject["noun"] is None
        or _is_of(subject["own"] if subject["of"] else "ce", subject["noun"], pair, told)
    )
    if not apposed and not taken_up:
        return
    of = pair if pair.ordered and grows else pair.rising(1 if (times.value or 0) >= 1 else -1)
    found = Ratio(of.after, times, of.before, binding=Binding.INFERRED)
    if is_plausible(found) or (apposed and not is_absurd(found)):
        yield found


def _is_more(plain: str, times: Quantity) -> bool:
    """ "Deux fois moins de temps," with nothing told that it would be more than."""
    told = _TIMES.fullmatch(lower(times.extent.of(plain)))
    return told is not None and _MORE.match(plain, times.extent.end) is not None


def _is_of(own: str, noun: str, pair: Pair, told: str) -> bool:
    """Whether the subject of a multiple is what two values were told of."""
    if len(noun) >= STEM and re.search(rf"\b{re.escape(noun[:STEM])}", told):
        return True
    kind = pair.before.kind
    known = _measures()
    name = {QuantityKind.MONEY: "money", QuantityKind.DIMENSION: "dimension"}.get(kind)
    if kind in NUMBERS:
        name = "number"
    return own in _POSSESSIVE and name is not None and noun in known[name]
