"""What the title tells of a change, recomputed from the body's two values.

"Les cambriolages ont triplé", of 214 after 105; "deux fois moins de faits", of 287 after 412;
"les loyers bondissent de 40 %", of 640 euros after 590.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations

from fact_cli.lang.words import lower
from fact_cli.model.bounds import Bounds, quotient
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.same import TitleWords
from fact_cli.model.text import BlockKind, Extent
from fact_cli.relate.changes.across import pair_across
from fact_cli.relate.changes.pairs import Pair, pairs, then_and_now
from fact_cli.relate.changes.topics import names
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import told_noun, usable
from fact_cli.relate.passage import passages
from fact_cli.relate.twice.headlines.words import changes_in
from fact_cli.relate.twice.values.same_words import stems

_TIMES = re.compile(
    r"\b(?:(?P<two>doubl)|(?P<three>tripl)|(?P<four>quadrupl)|(?P<five>quintupl)|(?P<ten>décupl))"
    r"(?:é|e|ent|ait|aient|ées?|és)\b(?! (?:son|sa|ses|leurs?|le|la|les|une?) )"
)
_HALF = re.compile(
    r"\b(?:réduit|diminu|baiss|chut|recul|amput|coup|fond)[^\W\d_]* de moitié\b"
    r"|divisée?s? par deux\b"
)
_TIMES_OF = {"two": "2", "three": "3", "four": "4", "five": "5", "ten": "10"}
_MORE_OR_LESS = re.compile(
    r" (?:(?P<more>plus)|(?P<less>moins))\b"
    r"(?=(?: de| d')? ?[^.;:]{0,60}\b(?:en (?:un|deux|cinq|dix) ans?|qu'(?:en|il y a|avant)"
    r"|que l'an|l'an (?:dernier|passé)|cette année|sur un an)\b)"
)
_ABOUT = re.compile(r"\b(?:presque|près|quasi|pratiquement|plus que|bientôt|pourrai|va|vont|veut)")
# Those of whom a body tells beside any other thing.
_STAFF = {"salarié", "employé", "emploi", "poste", "collaborateur", "agent", "habitant", "an"}
_OF_MONEY = re.compile(
    r"\b(?:bénéfices?|profits?|pertes?|prix|tarifs?|coûts?|loyers?|salaires?|primes?|budgets?"
    r"|dettes?|déficits?|excédents?|recettes|dépenses?|impôts?|taxes?|chiffre d'affaires|facture)\b"
)
MANY = 60  # values of a body, of which any two are tried
LEAST_RISE, LEAST_FALL = Decimal("1.05"), Decimal("0.95")
ROOM = Decimal("0.2")  # of a change, by which a title may round it
POINTS = Decimal("1.5")  # of a hundred, the same of a small one


@dataclass(frozen=True, slots=True)
class _Told:
    """The words of a title that tell a change, and what the later value may be of the first."""

    words: Extent
    ratio: Bounds
    percent: Quantity | None = None


def find(context: Context) -> Iterator[TitleWords]:
    blocks = context.document.blocks
    titles = [
        one for one in context.sentences if blocks[one.sentence.block].kind is BlockKind.TITLE
    ]
    told = [found for title in titles for found in _told(context, title)]
    if len(told) != 1:
        return
    body = [one for one in context.sentences if one not in titles]
    every = _pairs(context)
    named = [two for two in every if _is_named(context, titles, two)]
    if len(named) != 1 and len(every) == 1 and _opens_with(context, titles, every[0]):
        named = every
    if len(named) != 1 or _is_borne_out(told[0], body):
        return
    (two,) = named
    ratio = quotient(two.after.value or Decimal(0), two.before.value or Decimal(0))
    if ratio is not None and _is_belied(told[0].ratio, ratio):
        yield TitleWords(told[0].words, two.after.extent)


def _is_belied(told: Bounds, ratio: Decimal) -> bool:
    """Whether a value went the way that is told, and not so far; else it is another thing's."""
    if told.holds(ratio) or told.low is None:
        return False
    return ratio > LEAST_RISE if told.low > 1 else ratio < LEAST_FALL


def _is_named(context: Context, titles: Sequence[ScannedSentence], two: Pair) -> bool:
    """Whether the title names what two values of the body are of."""
    topic, told = _topic(context, titles), _told_in(context, two)
    return names(topic, two, told) or not stems(topic).isdisjoint(stems(told))


def _opens_with(context: Context, titles: Sequence[ScannedSentence], two: Pair) -> bool:
    """Whether the body opens with two values that can be what the title is about."""
    own = context.sentence_at(two.after.extent)
    staff = told_noun(two.before) in _STAFF or told_noun(two.after) in _STAFF
    topic = _topic(context, titles)
    paid = two.after.kind is not QuantityKind.MONEY and _OF_MONEY.search(topic)
    end = titles[-1].extent.end
    opens = own is not None and not context.document.plain[end : own.extent.start].strip()
    return opens and not staff and not paid


def _topic(context: Context, titles: Sequence[ScannedSentence]) -> str:
    return lower(titles[0].extent.until(titles[-1].extent).of(context.document.plain))


def _told_in(context: Context, two: Pair) -> str:
    """The sentence that tells the later value, in lower case."""
    own = context.sentence_at(two.after.extent)
    return "" if own is None else lower(own.extent.of(context.document.plain))


def _is_borne_out(told: _Told, body: Sequence[ScannedSentence]) -> bool:
    """Whether the body repeats the change, or any two of its values make it."""
    figures = [one for sentence in body for one in usable(sentence.quantities)]
    if any(one.kind is QuantityKind.RATIO for one in figures):
        return True
    if told.percent and any(one.unit == "%" and one.value == told.percent.value for one in figures):
        return True
    values = [one for one in figures if one.kind is not QuantityKind.ORDINAL and one.value][:MANY]
    return any(
        (ratio := quotient(one.value, other.value)) is not None and told.ratio.holds(ratio)
        for one, other in permutations(values, 2)
        if one.unit == other.unit
    )


def _told(context: Context, title: ScannedSentence) -> Iterator[_Told]:
    """What a title tells of a change, in words of a multiple or in percent."""
    plain, start = context.document.plain, title.extent.start
    words = lower(title.extent.of(plain))
    if _ABOUT.search(words):
        return
    if (found := _TIMES.search(words) or _HALF.search(words)) is not None:
        group = next((name for name, word in found.groupdict().items() if word), "")
        value = Decimal(_TIMES_OF.get(group, "0.5"))
        yield _Told(Extent(start + found.start(), start + found.end()), _roughly(value))
    for one in title.quantities:
        compared = _MORE_OR_LESS.match(words, one.extent.end - start)
        if one.kind is QuantityKind.RATIO and compared and one.value and one.value >= 2:
            value = one.value if compared["more"] else 1 / one.value
            yield _Told(one.extent, _roughly(value))
    for change in changes_in(context, [title]):
        value = change.figure.value
        if value is not None and value > 0 and change.figure.kind is QuantityKind.PERCENT:
            margin = value * ROOM + POINTS
            ends = sorted(1 + change.way * (value + side * margin) / 100 for side in (-1, 1))
            yield _Told(change.figure.extent, Bounds(*ends), change.figure)


def _roughly(value: Decimal) -> Bounds:
    return Bounds(value * (1 - ROOM), value * (1 + ROOM))


def _pairs(context: Context) -> Sequence[Pair]:
    """The values of one thing then and now that the body tells."""
    found: list[Pair] = []
    for index, sentence in enumerate(context.sentences):
        titled = context.document.blocks[sentence.sentence.block].kind is BlockKind.TITLE
        for passage in () if titled else passages(context, index):
            if len(passage.sentences) == 1:
                found += [one for one in pairs(passage) if one.ordered]
            elif passage.sentences[0] is sentence:
                across = then_and_now(pair_across(passage), passage)
                found += [across] if across is not None and across.ordered else []
    return found
