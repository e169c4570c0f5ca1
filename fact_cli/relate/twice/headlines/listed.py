"""A number of the title against the body's own list of what it counts, which makes another.

"Dix-sept bateaux détruits", of "onze voiliers et huit vedettes ont été consumés"; "41 communes",
of 17 villages, 15 localités and, "enfin", douze communes. The body tells neither the number of
the title nor anything that makes it, and the sum is a misprint away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain, combinations

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.slips import Slip, slip_between
from fact_cli.model.text import BlockKind
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus, usable
from fact_cli.relate.twice.headlines.matters import are_one_outcome
from fact_cli.relate.twice.values.same_words import stems, words
from fact_cli.scan.scanner import scanner
from fact_cli.scan.times.ages import is_person

_NEXT = re.compile(
    r"(?: (?!(?:dont|sur|pour|contre|puis)\b)[^\W\d_][^\s\d.;:,()]*){0,7}(?:,| et|, et) "
)
_STOP = re.compile(r"[;:]|,(?! (?:et|ainsi)\b)")
_OTHERS = re.compile(r" autres?\b")
# What is no list of all: some of them, an earlier number, another outcome, a plan.
_APART = re.compile(
    r"\b(?:dont|notamment|parmi|entre autres|au moins|soit|sur les|avai(?:t|ent)"
    r"|an (?:dernier|passé)|précédent\w*|auparavant|déjà|dès|jusqu'|pourrai\w*|devrai\w*|prév\w+"
    r"|objectif|contre|chacun\w*|chaque|par (?:an|mois|jour|semaine)|toujours|encore"
    r"|relâch\w+|libér\w+|en moyenne|depuis)\b|n'"
)
_OF_THEM = re.compile(r"(?: autres?)? (?:d'entre (?:eux|elles)|parmi (?:eux|elles))")
_EARLIER = re.compile(
    r"\b(?:dont|notamment|parmi|au moins|(?:an|été|hiver|mois) (?:dernier|passé)"
    r"|(?:dernière|passée)s?,|précédent\w*|édition|(?:19|20)\d\d"
    r"|auparavant|déjà|prév\w+|objectif|contre|chaque|en moyenne|depuis|seulement)\b"
)
_TITLE_APART = re.compile(
    r"[?]|\b(?:sur|dont|plus d|moins d|près d|bientôt|encore|nouve\w+|autres?|premi\w+|derni\w+"
    r"|après|déjà|record|supplémentaires?|contre|vers|objectif|bilan|ans|depuis)"
)
_CLOSES = re.compile(
    r"\b(?:enfin|derni(?:er|ère)|à (?:son|leur) tour|restant\w*|quant (?:à|aux?)"
    r"|de (?:son|leur) côté|s'ajoutent|s'y ajoutent|complètent|rejoignent)\b"
)
# One more that no figure counts: "et un hors-bord", "son patron".
_ONE_MORE = re.compile(
    r"(?:,| et| ainsi qu[e']| plus| outre) ?(?:une?|l[ea]|l'|son|sa|leur) [a-zà-ÿ]"
)
_BROAD = {"personne", "homme", "individu", "suspect"}
FEWEST = 4  # of which a title counts them rather than names them
LISTED = range(2, 7)  # figures of a list
SPREAD = range(3, 6)  # figures that stand in sentences of their own
MANY = 10  # figures of one kind, beyond which their sums are no evidence


def find(context: Context) -> Iterator[Total]:
    plain, blocks = context.document.plain, context.document.blocks
    titles = [s for s in context.sentences if blocks[s.sentence.block].kind is BlockKind.TITLE]
    if not titles or _TITLE_APART.search(lower(titles[0].extent.of(plain))):
        return
    counted = [one for s in titles for one in usable(s.quantities) if _is_number(plain, one)]
    if len(counted) != 1:
        return
    (whole,), title = counted, titles[0]
    body = [one for one in context.sentences if one not in titles]
    alike = [
        (one, sentence)
        for sentence in body
        for one in usable(sentence.quantities)
        if not _OF_THEM.match(plain, end_of(one))
        and (_can_be(whole, one) or (one.noun is None and _OTHERS.match(plain, one.extent.end)))
    ]
    if not alike or len(alike) > MANY or _is_told(context, whole, titles[-1].extent.end):
        return
    for parts in (*_rows(plain, title, alike), *_spread(context, whole, alike)):
        if not _is_made(whole, parts, alike) and _is_misprint(plain, whole, parts, body):
            yield Total(whole, parts, complete=True, exclusive=True, binding=Binding.INFERRED)
            return


def _is_made(
    whole: Quantity, parts: Sequence[Quantity], alike: Sequence[tuple[Quantity, ScannedSentence]]
) -> bool:
    """Whether some of the body's figures make the whole, others than those of the list alone."""
    figures = [one for one, _ in alike]
    return any(
        sum(one.value or 0 for one in some) == whole.value and not set(some) <= set(parts)
        for size in LISTED
        for some in combinations(figures, size)
    )


def _is_number(plain: str, one: Quantity) -> bool:
    counts = one.kind is QuantityKind.COUNT and one.of is not None and one.value is not None
    return (
        counts and one.hedge is None and (one.value or 0) >= FEWEST and not is_surplus(plain, one)
    )


def _can_be(whole: Quantity, one: Quantity) -> bool:
    """Whether what ``one`` counts can be among what ``whole`` counts, by the two nouns."""
    if one.kind is not QuantityKind.COUNT or one.of is None or whole.of is None:
        return False
    things = words().things
    own = things.get(whole.of, frozenset())
    if one.of in {whole.of, *words().narrower.get(whole.of, ())}:
        return True
    if own & things.get(one.of, frozenset()):
        return True
    people = whole.of in _BROAD or bool(own & things.get("personne", frozenset()))
    fated = any(form.search(whole.of) for form in words().fates.values())
    return (people or fated) and is_person(one.of, lexicon().grammar)


def _is_told(context: Context, whole: Quantity, start: int) -> bool:
    """Whether the body tells the number of the title, of whatever."""
    return any(
        one.value == whole.value
        for sentence in context.sentences
        if sentence.extent.start >= start
        for one in chain(
            sentence.quantities, scanner().numbers(context.document.plain, sentence.extent)
        )
    )


def _rows(
    plain: str, title: ScannedSentence, alike: Sequence[tuple[Quantity, ScannedSentence]]
) -> Iterator[Sequence[Quantity]]:
    """Lists of a sentence on the matter of the title: "onze voiliers et huit vedettes"."""
    known = [one for one, _ in alike]
    for row, sentence in _lists(plain, alike):
        if any(one not in known for one in row):
            continue
        stop = _STOP.search(plain, end_of(row[-1]), sentence.extent.end)
        told = plain[sentence.extent.start : sentence.extent.end if stop is None else stop.start()]
        headed = lower(title.extent.of(plain))
        shared = stems(headed) & stems(lower(told))
        if len(row) not in LISTED or not _are_apart(plain, row) or _APART.search(lower(told)):
            continue
        if are_one_outcome(headed, told) or shared:
            yield row


def _lists(
    plain: str, alike: Sequence[tuple[Quantity, ScannedSentence]]
) -> Iterator[tuple[Sequence[Quantity], ScannedSentence]]:
    """The figures that follow one another in a list, in each sentence with one of ``alike``."""
    for sentence in {id(one): one for _, one in alike}.values():
        row: list[Quantity] = []
        for one in usable(sentence.quantities):
            if row and not _NEXT.fullmatch(plain, end_of(row[-1]), one.reach.start):
                yield row, sentence
                row = []
            row.append(one)
        yield row, sentence


def _are_apart(plain: str, row: Sequence[Quantity]) -> bool:
    """Whether no two figures count the same: each has a noun of its own, or counts others."""
    nouns = [one.of for one in row if not _OTHERS.match(plain, one.extent.end)]
    return len(set(nouns)) == len(nouns)


def _spread(
    context: Context, whole: Quantity, alike: Sequence[tuple[Quantity, ScannedSentence]]
) -> Iterator[Sequence[Quantity]]:
    """All that the body counts of them, each in a sentence of its own, of which one closes."""
    plain = context.document.plain
    things = words().things
    own = things.get(whole.of or "", frozenset())
    of_kind = [
        (one, sentence)
        for one, sentence in alike
        if one.of == whole.of or own & things.get(one.of or "", frozenset())
    ]
    told = [lower(sentence.extent.of(plain)) for _, sentence in of_kind]
    if len(of_kind) not in SPREAD or len(set(told)) != len(told):
        return
    if any(one.hedge is not None or context.quoted(one.extent) for one, _ in of_kind):
        return
    if any(_EARLIER.search(words) for words in told) or not any(map(_CLOSES.search, told)):
        return
    yield [one for one, _ in of_kind]


def _is_misprint(
    plain: str, whole: Quantity, parts: Sequence[Quantity], body: Sequence[ScannedSentence]
) -> bool:
    """Whether the sum is not the title's number, but for one digit, and all its parts are told."""
    if any(one.value is None or one.hedge is not None or one.kind not in NUMBERS for one in parts):
        return False
    total = sum((one.value or Decimal(0) for one in parts), Decimal(0))
    value = whole.value or Decimal(0)
    if any(one.value == total for each in body for one in each.quantities):
        return False
    if slip_between(value, total, Decimal(1)) not in {Slip.DIGIT, Slip.SWAP}:
        return False
    around = lower(plain[parts[0].reach.start : end_of(parts[-1]) + 60])
    missing = value - total
    return missing < 0 or (missing > 1 and _ONE_MORE.search(around) is None)
