"""What a part told sentences before leaves of its whole: "52 passagers. Onze … Les 51 autres".

Nothing else is counted between the whole, the part and what is left, and the last is one slip
away from what the two make.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.figures import Difference
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity
from fact_cli.model.slips import slip_between
from fact_cli.model.text import BlockKind, Extent
from fact_cli.relate.context import Context, up_to
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus, told_noun, usable
from fact_cli.relate.sums.counted import Counted
from fact_cli.relate.sums.rest.one_more import tells_more
from fact_cli.relate.twice.values.kinds import kinds_of

_CUES = (" autre", " restant")
_THE = re.compile(r"(?:^|[ ,;:(«])(?:les|ces|aux|des) $")
_NO_NOUN = {"autre", "restant", "restante", "dernier", "dernière"}
# All of them, and not those of a kind: a verb comes next.
_ALL = re.compile(
    r"(?: autres)?(?: [^\W\d_]+)?(?: restante?s)?(?: d'entre eux| d'entre elles)?,? "
    r"(?:eux |elles |en revanche,? |quant à eux,? |quant à elles,? )?"
    r"(?:ont|sont|avaient|étaient|auront|seront|vont|doivent|s'|se |n'|ne |y |en "
    r"|[^\W\d_]+(?:ent|ront)\b)"
)
# Of the whole right before, by the subject or by "en": "onze ont été blessés", "elle en perd 60".
_OPENS = re.compile(
    r"(?:(?:parmi|sur|entre) (?:eux|elles|ces derni(?:ers|ères)),? |seuls? |seules? |déjà,? )?$"
    r"|.{0,40}\b(?:en|n'en|l'en) (?:[^\W\d_]+ ){1,3}$"
)
# One more that no figure counts, some of them, or another whole.
_MORE = re.compile(
    r"\b(?:une?|le (?:chauffeur|conducteur|pilote|guide|moniteur|gérant|président|maire|directeur)"
    r"|la (?:conductrice|pilote|guide|gérante|présidente|maire|directrice)|l'(?:autre|un|une)"
    r"|certain\w*|plusieurs|quelques|moitié|tiers|quarts?|majorité|plupart|partie|reste"
    r"|l[ea] derni(?:er|ère)|deuxième|second\w*|troisième|dont|ainsi que|puis|avec|son|sa|couple)\b"
)
_OPEN_WHOLE = re.compile(
    r"\b(?:l'an (?:dernier|passé)|en (?:19|20)\d\d|auparavant|jusqu'à|capacité|prévu\w*|initial\w*"
    r"|contre|dont|parmi|sur) [^.;:]{0,40}$"
)
BACK = 3  # sentences before that of the rest
FEW = 20  # things, which may be counted wrong by one
BLOCKS = 2  # paragraphs before it


def find(context: Context) -> Iterator[Difference]:
    if not context.tells(_CUES):
        return
    plain = context.document.plain
    for index, sentence in context.body:
        for last in usable(sentence.quantities):
            if _is_rest(plain, last):
                counts = _counts(context, index, last)
                if _is_left(context, counts, Counted(sentence, last)):
                    whole, part = (one.figure for one in counts[-2:])
                    yield Difference(part, whole, last, 0, Binding.INFERRED)


def _is_rest(plain: str, last: Quantity) -> bool:
    """Whether a count is told to be that of all the others."""
    if last.kind not in NUMBERS or last.hedge is not None or last.value is None:
        return False
    behind = lower(words_after(plain, last.extent.end, 70))
    other = behind.startswith(" autres") or re.match(r" [^\W\d_]+ restant", behind) is not None
    return (
        other
        and _ALL.match(behind) is not None
        and bool(_THE.search(lower(words_before(plain, last.reach.start, 14))))
    )


def _counts(context: Context, index: int, last: Quantity) -> Sequence[Counted]:
    """The counts before ``last`` in its sentence and those right before it."""
    blocks, block = context.document.blocks, context.sentences[index].sentence.block
    return [
        Counted(sentence, one)
        for sentence in up_to(context.sentences, index, BACK)
        if block - sentence.sentence.block <= BLOCKS
        and blocks[sentence.sentence.block].kind is not BlockKind.TITLE
        for one in usable(sentence.quantities)
        if one.extent.end <= last.extent.start and one.kind in NUMBERS
    ]


def _is_left(context: Context, counts: Sequence[Counted], last: Counted) -> bool:
    """Whether the last two counts are a whole and a part of it, which leave nearly ``last``."""
    if len(counts) < 2:
        return False
    (whole, part), plain = counts[-2:], context.document.plain
    size, left = whole.figure.value, last.figure.value
    if size is None or left is None or part.figure.value is None or not part.figure.value < size:
        return False
    exact = size - part.figure.value
    if exact == left or left == size or not _is_slip(left, exact):
        return False
    if not _are_of_one(context, whole, part, last) or whole.sentence is part.sentence:
        return False
    between = lower(plain[part.figure.extent.end : last.figure.reach.start])
    behind = Extent(last.figure.extent.end, last.sentence.extent.end)
    more = left < exact and _MORE.search(between) is not None
    return not more and not tells_more(plain, behind, left, exact)


def _is_slip(told: Decimal, exact: Decimal) -> bool:
    few = max(told, exact) <= FEW and abs(told - exact) == 1
    return few or slip_between(told, exact, Decimal(1)) is not None


def _are_of_one(context: Context, whole: Counted, part: Counted, last: Counted) -> bool:
    """Whether the part and the rest count what the whole counts, or name nothing."""
    plain, noun = context.document.plain, told_noun(whole.figure)
    if noun is None or any(
        one.figure.hedge is not None or is_surplus(plain, one.figure) for one in (whole, part)
    ):
        return False
    ahead = lower(plain[part.sentence.extent.start : part.figure.reach.start])
    before = lower(words_before(plain, whole.figure.reach.start, 60))
    if _OPEN_WHOLE.search(before) or not _OPENS.match(ahead):
        return False
    kinds = kinds_of(plain, whole.sentence, whole.figure) - {"#people"}
    for one in (part, last):
        own = told_noun(one.figure)
        if own in {None, noun, *_NO_NOUN} or kinds & kinds_of(plain, one.sentence, one.figure):
            continue
        return False
    return whole.figure.extent.start < end_of(part.figure)
