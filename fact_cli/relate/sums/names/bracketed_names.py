"""What names with brackets behind them make: how many they are, and what their figures add up to.

"Vingt-six wilayas ont été touchées : El Tarf (27 foyers), Jijel (18), Médéa et Batna (5
chacune)"; "11 médailles d'or … au Kenya (4 or), à l'Ouganda (2 or), au Mali et au Niger (1 or
chacun)". What one name has, no other does, so that they make no more than the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from fact_cli.lang.words import lower, singular_of, words_after, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.listed import CountedList
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context, up_to
from fact_cli.relate.neighbours import NUMBERS, is_surplus, told_noun, usable
from fact_cli.relate.sums.names.bracketed import BracketedList, bracketed_list
from fact_cli.relate.sums.names.listed import is_hedged

_OPENS = re.compile(r"[^.;:()!?]{0,140}? ?: ")
_HEADED = re.compile(r"(?:Toutes|Tous) les (?P<noun>[^\W\d_]+)(?: [a-zà-ÿ]+)? ?: ")
_WORD = re.compile(r" (?:médailles? (?=en|d'))?(?:cas de |en |d'|de )?(?P<word>[^\W\d_]+)")
_DONT = re.compile(
    r"[^.;:()\d]{0,120}\bdont [^.;:()\d]{0,80}(?:(?:à|au|aux|en|dans|de|du|des|le|la|les) |[dl]')"
)
_PARTIAL = re.compile(
    r"\b(?:dont|notamment|parmi|comme|tel(?:le)?s?|surtout|principalement|exemple|plus|moins"
    r"|premi(?:er|ère)s?|tête|autres?|détail)\b"
)
_OF_ALL = re.compile(r" sur (?:les )?(?:[^\W\d_]|-)+(?= )| sur (?:les )?\d+(?= )")
_PORTION = re.compile(r"\b(?:des|de ces|de ses|parmi les) $")  # "quatre des cinq communes"
FEWEST = 3  # brackets of a list
LIST = 4  # names that are counted
MOST = 60  # names
APART = 2  # by how many names a list and its number can be a slip, of a long list by a tenth
BACK = 1  # sentences before the list in which its whole stands


def find(context: Context) -> Iterator[Total | CountedList]:
    plain = context.document.plain
    for index, sentence in enumerate(context.sentences):
        if plain.count(" (", sentence.extent.start, sentence.extent.end) < FEWEST:
            continue
        yield from _headed(context, sentence)
        for count in sentence.quantities:
            if (listed := _counted(plain, sentence, count)) is not None:
                yield listed
                break
        yield from _totals(plain, up_to(context.sentences, index, BACK), sentence)


def _headed(context: Context, sentence: ScannedSentence) -> Iterator[CountedList]:
    """ "Toutes les étapes : …" against the only number of stages told before it."""
    plain = context.document.plain
    headed = _HEADED.match(plain, sentence.extent.start)
    if headed is None:
        return
    noun = singular_of(lower(headed["noun"]), ())
    counts = [
        one
        for each in context.sentences
        for one in each.quantities
        if one.of == noun and one.extent < sentence.extent and not is_hedged(plain, one)
    ]
    listing = bracketed_list(plain, sentence, headed.end())
    if listing is not None and len({one.value for one in counts}) == 1:
        yield from _against(counts[0], listing)


def _counted(plain: str, sentence: ScannedSentence, count: Quantity) -> CountedList | None:
    """The names behind a colon against the number that opens the sentence."""
    portion = _PORTION.search(words_before(plain, count.reach.start, 12))
    if count.noun is None or portion or is_hedged(plain, count):
        return None
    opened = _OPENS.match(plain, count.extent.end, sentence.extent.end)
    if opened is None or _PARTIAL.search(_OF_ALL.sub("", lower(opened.group()))):
        return None
    listing = bracketed_list(plain, sentence, opened.end())
    return None if listing is None else next(_against(count, listing), None)


def _against(count: Quantity, listing: BracketedList) -> Iterator[CountedList]:
    """A number of names against as many or nearly as many, if it counts nothing else."""
    many = len(listing.names)
    value = count.value
    if not listing.closed or value is None or not LIST <= many <= MOST:
        return
    if count.kind is not QuantityKind.COUNT or count.hedge is not None or _adds_up(count, listing):
        return
    if abs(value - many) <= max(APART, value / 8):
        yield CountedList(count, listing.names, many)


def _adds_up(count: Quantity, listing: BracketedList) -> bool:
    """Whether the figures in the brackets may count what ``count`` does."""
    figures = [group.figure for group in listing.groups if group.figure is not None]
    if not figures or any(one.kind not in NUMBERS for one in figures):
        return False
    noun = told_noun(figures[0])
    made = sum(((one.value or Decimal(0)) for one in figures), Decimal(0))
    return noun == count.of or (noun is None and made <= 2 * (count.value or 0))


def _totals(
    plain: str, near: Sequence[ScannedSentence], sentence: ScannedSentence
) -> Iterator[Total]:
    """The figures in the brackets against a whole before them of the same name."""
    bracket = plain.find(" (", sentence.extent.start, sentence.extent.end)
    start = max(sentence.extent.start, plain.rfind(": ", sentence.extent.start, bracket) + 2)
    listing = bracketed_list(plain, sentence, start)
    if listing is None or len(listing.groups) < FEWEST:
        return
    parts = _parts(listing)
    if (among := _among(plain, sentence, listing, parts)) is not None:
        yield among
        return
    word = _word_of(plain, listing.groups[0].figure)
    if not parts or word is None or len({name.of(plain) for name in listing.names}) < len(parts):
        return
    for whole in _wholes(plain, near, listing.names[0], word):
        total = Total(whole, parts, False, True, Binding.INFERRED)
        if total.exact == whole.value or (total.is_near and total.exceeds):
            yield total


def _among(
    plain: str, sentence: ScannedSentence, listing: BracketedList, parts: Sequence[Quantity]
) -> Total | None:
    """Places of which "dont" tells that they are of the whole right before, and too much."""
    first = listing.names[0]
    ahead = [one for one in usable(sentence.quantities) if one.extent < first]
    if not ahead or not parts or ahead[-1].kind not in NUMBERS:
        return None
    whole = ahead[-1]
    told = any(told_noun(part) not in {None, whole.of} for part in parts)
    if told or not _DONT.fullmatch(plain, whole.extent.end, first.start):
        return None
    total = Total(whole, parts, False, True, Binding.INFERRED)
    return total if total.exceeds and total.is_plausible else None


def _parts(listing: BracketedList) -> Sequence[Quantity]:
    """The figure of each group, times its names; none where one is missing or of another kind."""
    parts: list[Quantity] = []
    for group in listing.groups:
        figure = group.figure
        if figure is None or figure.kind not in NUMBERS or figure.hedge is not None:
            return []
        parts.append(figure.scaled(Decimal(len(group.names)), figure.unit))
    return parts


def _word_of(plain: str, figure: Quantity | None) -> str | None:
    """What a figure counts: "27 foyers", "4 or", "3 médailles d'or"."""
    if figure is None:
        return None
    found = _WORD.match(words_after(plain, figure.extent.end, 40))
    return None if found is None else singular_of(found["word"], ())


def _wholes(
    plain: str, near: Sequence[ScannedSentence], place: Extent, word: str
) -> Iterator[Quantity]:
    for sentence in near:
        for one in usable(sentence.quantities):
            alike = one.kind in NUMBERS and one.hedge is None and one.extent < place
            if alike and _word_of(plain, one) == word and not is_surplus(plain, one):
                yield one
