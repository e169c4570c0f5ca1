"""Parts told over several sentences, the last of them as all that are left.

"Onze victimes à Bongor. Neuf autres ont péri à Guelendeng … Les huit dernières ont été emportées":
the others, the last ones, those who remain close a list, so that the parts are the whole that
the title, the lead or a paragraph before tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import BlockKind, Extent
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context, up_to
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus, told_noun, usable
from fact_cli.relate.sums.apart.wholes import kinds_named, kinds_told, made_of, tells_one_more
from fact_cli.relate.sums.counted import Counted
from fact_cli.relate.sums.unread import leaves_out

_CUES = ("autre", "derni", "restant")
_REST = r"(?:autres|derni(?:ers|ères)|restante?s?)"
_LAST_BEHIND = re.compile(rf" (?:[^\W\d_]+ )?{_REST}\b")
_THE_LAST = re.compile(r"(?:^|[ ,;:(«])(?:les|aux|des|ses|ces) derni(?:ers|ères) $")
_THE = re.compile(r"(?:^|[ ,;:(«])(?:les|aux|ces) $")
# "Le dernier", "la dernière victime": one more, that is the last.
_ONE_LAST = re.compile(
    r"(?:^|[.;,:] (?:et |enfin,? |quant (?:à |au ))?)(?P<one>l[ea] derni(?:er|ère))"
    r"(?: (?:victime|blessée?|personne|mort|homme|femme|élu|siège|lauréate?|otage|suspecte?"
    r"|corps))?"
    r"(?= (?:a|est|s'est|se|n'|revient|sera|fut|avait|était|va)\b|,)"
)
_NESTED = re.compile(r"\b(?:dont|parmi|sur|contre|notamment|après|plus d[e'])\b[^.;:\d]{0,40}$")
_AMONG_ALL = re.compile(
    r"^(?:parmi|sur|des) ?(?:les |ces |ses |eux|elles)?(?:[\d ]+)?(?: ?[^\W\d_]+){0,2}, "
)
# "Les autres provinces totalisent 47 morts": the subject is all that are left.
_OTHERS_HAVE = re.compile(
    r"(?:^|[.;,:] (?:et |mais |quant aux |enfin,? )?)les (?:\w+ )?(?:autres|derni(?:ers|ères))"
    r"(?: [^\W\d_]+){0,3}(?:,? (?:eux|elles),?)? (?:en |n'en )?"
    r"(?:totalis|compt|déplor|enregistr|recens|représent|fourni|apport|rassembl|accueill|affich"
    r"|dénombr|cumul|se partag|ont)\w*"
    r"(?: [^\W\d_]+){0,2} $"
)
_OTHERS = re.compile(r" (?:[^\W\d_]+ )?autres\b")
_ITEM = re.compile(r"[^.;:()!?]{0,90}?(?:,| et| ;| puis) ?[^.;:()!?\d]{0,40}")
_OPENS = re.compile(
    r"(?:[^.;:\d]{0,60}, )?(?:et |puis |il y en a |on en compte |ils sont |elles sont )?"
)
_NO_NOUN = {"autre", "dernier", "dernière", "restant", "restante"}
BACK = 4  # sentences before that of the last part in which the others stand
BLOCKS = 2  # paragraphs before it in which they stand
MOST = 9  # figures of which any choice is tried
FEWEST = 3  # parts, the last among them


def find(context: Context) -> Iterator[Total]:
    if not context.tells(_CUES):
        return
    plain = context.document.plain
    for index, sentence in context.body:
        for last in _lasts(plain, sentence):
            chain = _chain(context, index, last)
            total = _total(context, chain, Counted(sentence, last))
            if total is not None and not _is_made_by_some(chain, last, total):
                yield total


def _lasts(plain: str, sentence: ScannedSentence) -> Iterator[Quantity]:
    """What a sentence tells to be all that are left."""
    told = lower(sentence.extent.of(plain))
    if not any(cue in told for cue in _CUES):
        return
    for one in usable(sentence.quantities):
        if one.kind not in NUMBERS or one.hedge is not None:
            continue
        ahead = words_before(plain, one.reach.start, 14)
        behind = _LAST_BEHIND.match(words_after(plain, one.extent.end, 40))
        start = one.reach.start - sentence.extent.start
        have = _OTHERS_HAVE.search(told[:start]) is not None
        if have or _THE_LAST.search(ahead) or (behind and _THE.search(ahead)):
            yield one
    for found in _ONE_LAST.finditer(told):
        at = Extent(*(sentence.extent.start + place for place in found.span("one")))
        one, exact = Decimal(1), Bounds.exactly(1)
        yield Quantity(at, at, QuantityKind.COUNT, one, one, exact, exact)


def _chain(context: Context, index: int, last: Quantity) -> Sequence[Counted]:
    """The counts before ``last`` in its sentence and those right before it."""
    plain, blocks = context.document.plain, context.document.blocks
    block = context.sentences[index].sentence.block
    found: list[Counted] = []
    for sentence in up_to(context.sentences, index, BACK):
        number = sentence.sentence.block
        if block - number > BLOCKS or blocks[number].kind is BlockKind.TITLE:
            continue
        for one in usable(sentence.quantities):
            if one.extent.end > last.extent.start or one.kind not in NUMBERS:
                continue
            ahead = _AMONG_ALL.sub("", lower(plain[sentence.extent.start : one.reach.start]))
            if not is_surplus(plain, one) and not _NESTED.search(ahead):
                found.append(Counted(sentence, one))
    return found


def _ahead(plain: str, last: Counted) -> str:
    return lower(plain[last.sentence.extent.start : last.figure.reach.start])


def _is_made_by_some(chain: Sequence[Counted], last: Quantity, total: Total) -> bool:
    """Whether the last and any others of the chain make a whole that its own parts do not."""
    if total.exact == total.whole.value:
        return False
    values = [one.figure.value or 0 for one in chain][-MOST:]
    missing = (total.whole.value or 0) - (last.value or 0)
    return any(
        sum(some) == missing
        for size in range(1, len(values) + 1)
        for some in combinations(values, size)
    )


def _total(context: Context, chain: Sequence[Counted], last: Counted) -> Total | None:
    """The longest end of the chain that makes a whole, else that nearly makes one."""
    nearly: Total | None = None
    for start in range(len(chain)):
        own = [*_of_one(context, chain[start:]), last]
        parts = [one.figure for one in own]
        if len(parts) < FEWEST or any(part.hedge is not None for part in parts):
            continue
        if not _goes_on(context.document.plain, own) or _is_of_others(context, own):
            continue
        sure = _OTHERS_HAVE.search(_ahead(context.document.plain, last)) is not None
        for total in made_of(context, parts, _keys(context, own), sure=sure):
            if total.exact == total.whole.value:
                return total
            listed = replace(total, whole=last.figure)
            if leaves_out(context.document.plain, context.sentences, listed):
                return None
            if total.exceeds or not tells_one_more(context, parts):
                nearly = nearly or total
    return nearly


def _of_one(context: Context, own: Sequence[Counted]) -> Sequence[Counted]:
    """Those of the same kind as the first, or of no noun of their own."""
    plain = context.document.plain
    keys = kinds_told(plain, own[0].sentence, own[0].figure)
    return [
        one
        for one in own
        if told_noun(one.figure) is None
        or kinds_told(plain, one.sentence, one.figure) & keys
        or _OTHERS.match(plain, one.figure.extent.end)
    ]


def _is_of_others(context: Context, own: Sequence[Counted]) -> bool:
    """Whether what is left is told to be of another kind: "les six autres œuvres"."""
    last, plain = own[-1], context.document.plain
    noun = told_noun(last.figure)
    if noun is None or noun in _NO_NOUN:
        return False
    keys = frozenset[str]().union(
        *(kinds_told(plain, one.sentence, one.figure) for one in own[:-1])
    )
    return bool(keys) and not kinds_told(plain, last.sentence, last.figure) & keys


def _goes_on(plain: str, own: Sequence[Counted]) -> bool:
    """Whether each part but the first is one of the others, or of one list with the last."""
    for before, one in pairwise(own):
        start = one.figure.reach.start
        if before.sentence is one.sentence:
            told = _ITEM.fullmatch(plain, end_of(before.figure), start)
        elif one is own[-1] or _OTHERS.match(plain, one.figure.extent.end):
            continue
        else:
            told = _OPENS.fullmatch(lower(plain[one.sentence.extent.start : start]))
        if told is None:
            return False
    return True


def _keys(context: Context, own: Sequence[Counted]) -> frozenset[str]:
    """What the parts count; where none tells it, what the words that lead to them name."""
    plain = context.document.plain
    keys: frozenset[str] = frozenset()
    for one in own[:-1]:
        keys |= kinds_told(plain, one.sentence, one.figure)
    if all(told_noun(one.figure) is None for one in own[:-1]):
        first = own[0]
        keys |= kinds_named(plain[first.sentence.extent.start : first.figure.reach.start])
    return keys
