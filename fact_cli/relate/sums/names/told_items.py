"""A number and the list that opens right behind it, whatever its items look like.

"parmi les six teintes proposées (Bianco, Giallo, …)", "les seize pays concernés sont le Koweït,
Bahreïn et …", "deux romans : « A » (Seuil) et « B » (Minuit), …". The number is wrong where it is
less than the list names for certain, or more than the list can name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from fact_cli.lang.words import SMALL_NUMBERS, lower, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.listed import CountedList
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.slips import Slip, slip_between
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import end_of
from fact_cli.relate.sums.names.items import Listing, listing
from fact_cli.relate.sums.names.listed import APART, SEVERAL_EACH

_OPENS = re.compile(
    r"(?P<colon>[^.;:()!?«»\"]{0,120}? ?: )"
    r"|(?P<bracket>(?:(?! [–-] )[^.;:()!?,]){0,40}? \()"
    r"|(?P<verb>[^.;:()!?,]{0,80}? (?:sont|seront|étaient) )"
    r"|(?P<namely>[^.;:()!?]{0,120}?, (?:à savoir|c'est-à-dire) )"
    r"|(?P<dash>[^.;:()!?,]{0,40}? [–-] )"
)
_ADDED = re.compile(r"(?: [^\W\d_]+){0,2}(?:,| et|,? puis| ainsi que) ")
_DASH = re.compile(r" [–-] |[.;!?]")
# The number says no more than the least or the first of them, or it is one of several.
_NOT_ALL = re.compile(
    r"\b(?:dont|notamment|au moins|plus de|moins de|près de|environ|quelques?|comme"
    rf"|premi(?:er|ère)s?|derni(?:er|ère)s?"
    rf"|(?:\d|{'|'.join(SMALL_NUMBERS)}) (?:des|de ces|de ses|de leurs|sur))(?: les| ces| ses)? $"
)
_AROUND = "autour de "  # a theme, where the number is small
_EXAMPLES = re.compile(
    r"\b(?:dont|notamment|comme|tel(?:le)?s?|surtout|principalement|entre autres|exemple"
    r"|commencer|sur|sauf|hors|contre|(?<!les )plus|moins|entre|types?|sortes?|catégories?"
    r"|paires?|couples?)\b"
)
PAIR = 2
LONG = 5  # items of a list that a slip in its number does not make another list
LARGE = 100  # things that nobody lists
_AHEAD = 30  # characters before a number


def find(context: Context) -> Iterator[CountedList]:
    plain = context.document.plain
    for sentence in context.sentences:
        if (
            plain.find(", ", sentence.extent.start) < 0
            and plain.find(" et ", sentence.extent.start) < 0
        ):
            continue
        for before, count in zip([None, *sentence.quantities], sentence.quantities, strict=False):
            if not _is_exact(plain, count) or count.of in SEVERAL_EACH:
                continue
            if before is not None and _ADDED.fullmatch(plain[end_of(before) : count.reach.start]):
                continue  # "deux hommes et deux femmes : Anne, Paul, Luc et Marie"
            found = _behind(plain, sentence, count)
            if found is not None and found.least >= 2:
                yield from _against(count, found)


def _behind(plain: str, sentence: ScannedSentence, count: Quantity) -> Listing | None:
    """The list that opens behind ``count``; None for a list of examples."""
    end = end_of(count)
    opened = _OPENS.match(plain, end, sentence.extent.end)
    if opened is None or _EXAMPLES.search(lower(opened.group())):
        return None
    ahead = words_before(plain, count.reach.start, _AHEAD)
    between = any(
        end <= one.extent.start < opened.end() and one.kind is count.kind
        for one in sentence.quantities
    )
    if between or _NOT_ALL.search(ahead):
        return None
    stop = sentence.extent.end
    if opened["bracket"]:
        stop = plain.find(")", opened.end(), stop)
    elif opened["dash"] and (dash := _DASH.search(plain, opened.end(), stop)) is not None:
        stop = dash.start()
    bracket = opened["bracket"] is not None
    found = None if stop < 0 else listing(plain, opened.end(), stop, bracket=bracket)
    told_of = found is not None and opened["colon"] is None and _may_be_told_of(plain, found)
    return None if told_of else found


def _may_be_told_of(plain: str, found: Listing) -> bool:
    """Whether a pair may say what all of them are: "les trois suspects sont Belge et Français"."""
    return found.most == PAIR and not all(" " in item.of(plain) for item in found.items)


def _is_exact(plain: str, count: Quantity) -> bool:
    """Whether a count is of so many: "autour de six thèmes" is no hedge."""
    if count.kind is not QuantityKind.COUNT or count.noun is None or count.value is None:
        return False
    around = words_before(plain, count.extent.start, len(_AROUND)) == _AROUND
    few = around and count.value <= max(SMALL_NUMBERS.values())
    return (few or count.hedge is None) and 1 < count.value < LARGE and not count.parts


def _against(count: Quantity, found: Listing) -> Iterator[CountedList]:
    told = int(count.value or 0)
    nearest = min(max(told, found.least), found.most)
    if abs(told - nearest) <= APART or (found.least == found.most and _is_slip(told, nearest)):
        yield CountedList(count, found.items, nearest)


def _is_slip(told: int, named: int) -> bool:
    """Whether one slip makes the number of a long list of the one that is told."""
    slip = slip_between(Decimal(told), Decimal(named), Decimal(1))
    return named >= LONG and slip in {Slip.DIGIT, Slip.SWAP}
