"""One figure told twice in the body of an article: "860 habitants … les 680 habitants"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, product

from fact_cli.lang.words import words_before
from fact_cli.model.bounds import quotient
from fact_cli.model.mention import QuantityKind
from fact_cli.model.same import Same
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, usable
from fact_cli.relate.twice.values.agreeing import agree, agree_in_title
from fact_cli.relate.twice.values.near_values import RARE, near, slip_of, weight
from fact_cli.relate.twice.values.sameness import ENOUGH, HEADED, same
from fact_cli.relate.twice.values.telling import Telling, tellings, words_of
from fact_cli.relate.twice.values.told_between import (
    are_races,
    are_two_records,
    is_of_bracket,
    is_of_others,
    is_of_wider,
    is_served,
    is_theirs,
    is_told_as_some,
    is_whole_of_more,
    takes_up_start,
)

# "une ville de 100 000 habitants": any such, and none that was told before.
_CLASS = re.compile(
    r"\bune (?:[^\W\d_]+ )?(?:ville|commune|cité|bourgade|agglomération|métropole|région|entreprise"
    r"|société|école|ferme|exploitation)(?: [^\W\d_]+)? (?:de |d')(?:plus de |moins de )? *$"
)
# "(en 2005 : 5 318 tués)": of another year than the text around the bracket.
_OF_YEAR = re.compile(r"\((?:en |au |fin )?[^()\d]{0,12}(?:19|20)\d\d ?: ?$")
# Time spent before a trial, and a sentence.
_ON_REMAND = re.compile(r"\b(?:détention provisoire|garde à vue|détention préventive)\b")
# "40,4 km/h de moyenne … les 31 derniers kilomètres à plus de 44 km/h"
_AVERAGE = re.compile(r"\bmoyenne\b")
_SPEEDS = {"km/h", "m/s", "kn", "mi/h"}
Choose = Callable[[Telling, Telling], bool]
FEW = 3  # values of one kind; of more, none is set against another but for a misprint
MANY = 16  # values of one kind: an article with more of them compares things


def find(context: Context) -> Iterator[Same]:
    by_key: dict[str, list[Telling]] = defaultdict(list)
    titles = [one for one in tellings(context) if one.title]
    for telling in tellings(context):
        if not telling.title:
            # The first kind in common decides; those of sameness.toml stand in its order.
            for key in sorted(telling.keys, key=lambda key: (len(key), key)):
                by_key[key].append(telling)
    seen: set[tuple[int, int]] = set()
    plain = context.document.plain
    found = [
        one
        for alike in by_key.values()
        if 1 < len(alike) <= MANY
        for one in _told_twice(plain, alike, titles, seen)
    ]
    narrow = [alike for key, alike in by_key.items() if not key.startswith("#")]
    taken_up = [
        one
        for alike in narrow
        if 1 < len(alike) <= MANY and any(one.known and one.bare for one in alike)
        for one in _told_twice(plain, alike, titles, set(), _taken_up_among(by_key))
    ]
    known = {one.again.extent for one in found}
    found += [one for one in taken_up if one.again.extent not in known]
    yield from sorted(found, key=lambda one: one.first.of != one.again.of)  # one noun is surer


def from_start(context: Context) -> Iterator[Same]:
    """What the first sentence of a text without a title tells and a later one takes up."""
    told = tellings(context)
    starts, body = [one for one in told if one.title], [one for one in told if not one.title]
    seen: set[tuple[int, int]] = set()
    for start in starts:
        for key in sorted(start.keys, key=lambda key: (_narrowness(key), key)):
            alike = [start, *(one for one in body if key in one.keys)]
            back = [one for one in alike[1:] if takes_up_start(start, one)]
            if back and len(alike) <= MANY:
                plain = context.document.plain
                yield from _told_twice(plain, alike, [], seen, _taken_up_from(plain, start))


def _narrowness(key: str) -> int:
    """Fates and nouns decide before groups of nouns, in which other things stand as well."""
    return 2 if key == "#people" else 1 if key.startswith("#") else 0


def _taken_up_among(by_key: Mapping[str, Sequence[Telling]]) -> Choose:
    """Of figures of one noun or fate beside many other people: "les 54 élèves", nothing more."""

    def chosen(first: Telling, again: Telling) -> bool:
        if not (again.known and again.bare):
            return False
        wide = [one for key in first.keys & again.keys for one in by_key[key]]
        return not _is_told_elsewhere(wide, first, again)

    return chosen


def _taken_up_from(plain: str, start: Telling) -> Choose:
    """Of figures that take up the one of a first sentence."""

    def chosen(first: Telling, again: Telling) -> bool:
        taken_up = first is start and takes_up_start(first, again)
        return taken_up and not is_of_others(plain, first, again)

    return chosen


def _told_twice(
    plain: str,
    alike: Sequence[Telling],
    titles: Sequence[Telling],
    seen: set[tuple[int, int]],
    chosen: Choose | None = None,
) -> Iterator[Same]:
    """The pairs of one kind that tell one thing with two values that cannot be one.

    Only those that are ``chosen``, if a choice is given.
    """
    values: set[Decimal | None] | None = None
    for first, again in combinations(alike, 2):
        if chosen is not None and not chosen(first, again):
            continue
        pair = (first.figure.extent.start, again.figure.extent.start)
        if first.sentence is again.sentence or pair in seen or _agree(first, again):
            continue
        seen.add(pair)
        opposed = first.figure.value == again.figure.value
        if not opposed and _is_told_elsewhere(alike, first, again):
            continue
        if not again.known and _CLASS.search(again.clause.rpartition(again.noun)[0]):
            continue
        if len({_ON_REMAND.search(one.clause) is None for one in (first, again)}) > 1:
            continue
        starts = (one.figure.reach.start for one in (first, again))
        if any(_OF_YEAR.search(words_before(plain, start, 30)) for start in starts):
            continue
        if is_of_bracket(plain, first, again) or is_served(first, again):
            continue
        if is_whole_of_more(plain, first, again) or is_theirs(plain, first, again):
            continue
        if are_two_records(first, again) or are_races(first, again):
            continue
        if _are_apart_by_words(first, again) or _leaves(first, again):
            continue
        if _are_of_two_shares(first, again):
            continue
        if first.updated and _heads(titles, again, first):
            continue  # what was counted at first, and what the title tells now
        if values is None:
            values = {one.figure.value for one in alike if one.alone}
        if (
            len(values) > FEW
            and not again.pointed
            and weight(near(first.figure, again.figure)) < RARE
        ):
            continue
        reasons = same(first, again, sole=len(values) == 2)
        goes_back = again.known and first.figure.kind is QuantityKind.COUNT
        if reasons and goes_back and _heads(titles, first, again):
            reasons = [*reasons, HEADED]
        if weight(reasons) >= ENOUGH:
            slip = slip_of(first.figure, again.figure)
            words = words_of(plain, first, again)
            yield Same(first.figure, again.figure, reasons, agree=False, slip=slip, words=words)


def _agree(first: Telling, again: Telling) -> bool:
    """Whether one value satisfies both; "au moins 42" in a caption is not "au moins 43"."""
    one, other = first.figure, again.figure
    hedged = first.beside is not again.beside and one.hedge == other.hedge == "au moins"
    return one.value == other.value if hedged else agree(one, other)


def _are_apart_by_words(first: Telling, again: Telling) -> bool:
    """Whether the second is fewer and says which ones: "les 120 pompiers encore sur place".

    Or more, and told of a wider place: "les 12 malades de la région".
    """
    if len({_AVERAGE.search(one.clause) is None for one in (first, again)}) > 1:
        return first.figure.unit in _SPEEDS
    less = (again.figure.value or 0) < (first.figure.value or 0)
    if not less:
        return is_of_wider(first, again)
    return not again.pointed and is_told_as_some(again)


def _leaves(first: Telling, again: Telling) -> bool:
    """ "200 personnes, dont 48 enfants … les 150 personnes": the whole without the part."""
    if "dont " not in first.told:
        return False
    figure, other = first.figure, again.figure
    return any(
        one.extent > figure.extent
        and one.kind in NUMBERS
        and (figure.recomputed(loose=True) - one.strict).meets(other.recomputed(loose=True))
        for one in usable(first.sentence.quantities)
    )


def _are_of_two_shares(first: Telling, again: Telling) -> bool:
    """ "Les 1 % les plus riches (63 millions) … les 10 % (630 millions)": each has its share."""
    shares = [
        [one.value for one in usable(each.sentence.quantities) if one.kind is QuantityKind.PERCENT]
        for each in (first, again)
    ]
    ratio = quotient(first.figure.value, again.figure.value)
    if first.figure.kind is QuantityKind.PERCENT:
        return False
    return any(quotient(one, other) == ratio for one, other in product(*shares))


def _heads(titles: Sequence[Telling], first: Telling, again: Telling) -> bool:
    """Whether the title tells the first value, and not the second."""
    alike = [one for one in titles if one.keys & first.keys & again.keys]
    told = any(agree_in_title(one.figure, first.figure) for one in alike)
    return told and not any(agree_in_title(one.figure, again.figure) for one in alike)


def _is_told_elsewhere(alike: Sequence[Telling], first: Telling, again: Telling) -> bool:
    """Whether a third figure tells one of the two values: then it is a thing of its own."""
    return any(
        agree(one.figure, again.figure) or agree(one.figure, first.figure)
        for one in alike
        if one not in (first, again) and one.figure.hedge is None
    )
