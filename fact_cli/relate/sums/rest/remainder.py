"""A whole whose last part closes the list: "les 46 derniers", "le reste".

What is left over is told only of a list that is complete, so that the parts are the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise

from fact_cli.lang.words import words_before
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.elided_unit import in_scale_of
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus, told_noun
from fact_cli.relate.passage import Passage, passages_with, three_with
from fact_cli.relate.sums.partition import are_exclusive, is_partition
from fact_cli.relate.sums.rest.items import is_an_item
from fact_cli.relate.sums.rest.one_more import tells_more
from fact_cli.relate.sums.rest.out_of import are_other_things
from fact_cli.relate.sums.rest.shares_beside import is_of_share, tells_share
from fact_cli.relate.sums.rest.told_as_two import listed_with
from fact_cli.relate.sums.rest.words import REST_CUES, is_rate, tells_rest
from fact_cli.relate.sums.unread import goes_on, has_unread

_REST_BEHIND = re.compile(
    r"(?: [^\W\d_]+)? ?(?:derni(?:ers|ères)|autres|restante?s?)\b|(?<=autres)"
)
_THE = re.compile(r"\b(?:les|ces|des) $")
_REST_AHEAD = re.compile(
    r"\b(?:restent|le reste|le solde|le surplus|les autres|le restant|la dernière tranche"
    r"|complétant le total avec|complète le total avec)\b"
    r"(?:,? (?:soit|étant de|représentant|s'élevant à|(?:est|vient) [^.;:\d]{0,20}) ?| ?\(| ?: ?"
    r"|, )"
    r"(?:les |quelque |environ )?$"
    r"|(?:,| et)(?: donc| par conséquent| ainsi) (?:les |quelque |encore )?$"
)
_OUT_OF = re.compile(r"(?: [^\W\d_]+){0,4}? (?:sur|parmi|des|de) (?:les |ses |leurs |ces )?| des ")
_OPENED = re.compile(r"[^.;:()\d]{0,60},? dont (?:les )?")  # a whole, and the first of its parts
_NESTED = re.compile(
    r"\b(?:dont|parmi lesquels|y compris|parmi eux)\b[^.;:]{0,30}$"
    r"|\b(?:contre|au lieu de) $"
    r"|\b(?:en plus d(?:e|es|u)|en sus d(?:e|es|u))\b"
    r"[^.;:,\d]{0,15}$"
)
_SO_MUCH_OF_IT = re.compile(
    r"\b(?:moitié|majorité|plupart|essentiel|(?:le|un|deux|trois) (?:tiers|quarts?)|partie)\b"
    r"[^.;:()\d]{0,20}\($"
)
_AT = re.compile(r"\b(?:aux|des) $")  # "souffrait d'engelures aux deux mains": no part
_IN_TIME = re.compile(  # "dont 13 lors des cinq derniers": the last in time
    r"\b(?:lors|au cours|en|durant|pendant|depuis|sur|dans)(?: (?:des|l[ea]s|ses|leurs))? $"
)
_SOME_OF_THEM = re.compile(r" (?:des|de ces|sur les|parmi les) ")  # "quatorze des quinze autres"
_SHARERS = re.compile(r"[^.;:()\d]{0,40}\bse partag\w+ (?:les |ces )?")  # and what they share
_CHANGES_TO = re.compile(r" (?:à|contre) ")  # "les maçons reculaient de 860 à 790"
REST = 110  # characters ahead of a figure in which it is told to be the rest
FEW = 50  # times that a rest of another noun fits into the whole, and is none of it
MOST = 6  # parts before the rest, of which any may be left out


def find(context: Context) -> Iterator[Total]:
    found: dict[int, Total] = {}
    for passage in (*passages_with(context, 2), *three_with(context, REST_CUES)):
        for total in (*_with_rest(passage), *_partitioned(passage)):
            if not total.is_plausible and total.misscaled is None:
                continue
            if has_unread(passage, total) or _is_explained(passage, total):
                continue
            last = id(total.parts[-1].extent)
            found[last] = _better(found.get(last), total)
    yield from found.values()


def _is_explained(passage: Passage, total: Total) -> bool:
    """Whether words behind the rest tell why it is not what the others leave."""
    *_, last = total.parts
    left, whole, exact = last.value, total.whole.value, total.exact
    if left is None or whole is None or exact is None:
        return False
    unread = (one for one in passage.figures if total.whole.extent < one.extent < last.extent)
    unread = (one for one in unread if one.extent.start not in total.places and one.noun is None)
    if total.whole.kind not in NUMBERS and any(one.kind in NUMBERS for one in unread):
        return exact != whole  # "(1 060 tonnes) et de l'Europe (372)": a unit left out
    behind = Extent(last.extent.end, passage.sentence_of(last).extent.end)
    return exact != whole and tells_more(passage.plain, behind, left, whole - exact + left)


def _better(known: Total | None, total: Total) -> Total:
    """Of two wholes for one list the one that it makes, else the one near it, else the larger."""
    if known is None:
        return total
    for one in sorted((known, total), key=lambda one: one.whole.value or 0, reverse=True):
        if one.computed(loose=True).meets(one.whole.recomputed(loose=True)):
            return one
    near = [one for one in (known, total) if one.is_near]
    if len(near) == 1:
        return near[0]
    return max(known, total, key=lambda one: one.whole.value or 0)


def _with_rest(passage: Passage) -> Iterator[Total]:
    for position, last in enumerate(passage.figures):
        named = _is_rest(passage, last)
        told = position > 1 and (named or _is_told_rest(passage, last))
        if not told or is_rate(passage.plain, last.extent.end):
            continue
        before = [one for one in passage.figures[:position] if _same(one, last)]
        if before and _is_some_of(passage, before[-1], last):
            before.pop()
        if before and _SO_MUCH_OF_IT.search(words_before(passage.plain, before[0].reach.start, 40)):
            continue  # of a whole told elsewhere
        if len(before) < 2:
            continue
        opened = _opened_by_dont(passage, before, last)
        before = opened or _from_nearest_whole(before, last)
        whole = max(before, key=lambda one: one.value or 0)
        if (last.value or 0) > (whole.value or 0):
            continue
        parts = [
            one
            for one in before
            if one.extent > whole.extent
            and (opened or not _nested(passage, one))
            and not _AT.search(words_before(passage.plain, one.reach.start, 5))
        ]
        first = before.index(whole)
        if first and _OUT_OF.fullmatch(passage.told_between(*_gap(before[first - 1], whole))):
            parts.insert(0, before[first - 1])
            first -= 1
        told_apart = is_of_share, is_an_item
        if parts and any(each(passage, whole, parts[0]) for each in told_apart):
            continue
        if len(parts) > 1 and is_an_item(passage, parts[0], parts[1]):
            continue
        if parts and _CHANGES_TO.fullmatch(passage.plain, *_gap(whole, parts[0])):
            continue
        behind = [one for one in before if one.extent > whole.extent]
        if Total(whole, [*behind, last], complete=True).exact == whole.value:
            parts = behind  # "douze contre quatre, les deux derniers s'abstenant"
        rest = (last, *listed_with(passage, position))
        parts = [_as_part(one, whole) for one in (*parts, *rest)]
        if len(parts) >= 2 and first == 0:
            total = Total(whole, parts, complete=True, exclusive=True, binding=Binding.INFERRED)
            if tells_share(passage, whole, last) and _holding(total) is None:
                continue
            held = _holding(total)
            few = (last.value or 0) * FEW < (whole.value or 0)  # "les deux autres listes", of votes
            if are_other_things(whole, last) and (held.parts != total.parts if held else few):
                continue
            if named or total.is_near:
                yield held or _of_its_own(passage.plain, total)


def _is_some_of(passage: Passage, one: Quantity, last: Quantity) -> bool:
    """ "Quatorze des quinze autres", "deux listes se partagent le reste": no part beside it."""
    smaller = (one.value or 0) < (last.value or 0)
    told = _SOME_OF_THEM, _SHARERS
    return smaller and any(each.fullmatch(passage.plain, *_gap(one, last)) for each in told)


def _as_part(one: Quantity, whole: Quantity) -> Quantity:
    """A part in the unit of its whole, and in its millions: "14,6 millions …, 6,2 iront à"."""
    if one.kind in NUMBERS and one.noun is None and whole.kind not in NUMBERS and one.scale == 1:
        return in_scale_of(one, whole)
    return replace(one, unit=whole.unit, kind=whole.kind)


def _opened_by_dont(passage: Passage, before: list[Quantity], last: Quantity) -> list[Quantity]:
    """The figures from the one whose parts the only "dont" before the rest opens."""
    sentence = passage.sentence_of(last).extent
    for number, (one, other) in enumerate(pairwise(before)):
        if not sentence.holds(one.extent) or not _OPENED.fullmatch(
            passage.plain, *_gap(one, other)
        ):
            continue
        only = passage.plain[other.extent.start : last.extent.start].count("dont ") == 0
        total = Total(one, [*before[number + 1 :], last], complete=True)
        near = total.is_near or (total.exceeds and total.is_plausible)
        return before[number:] if only and near else []
    return []


def _from_nearest_whole(before: list[Quantity], last: Quantity) -> list[Quantity]:
    """The figures from the last one of which those behind it and the rest are (nearly) the sum."""
    for index, one in enumerate(before):
        if Total(one, [*before[index + 1 :], last], complete=True).exact == one.value:
            return before[index:]
    for index in range(len(before) - 2, -1, -1):
        parts = [*before[index + 1 :], last]
        larger = any((one.value or 0) > (before[index].value or 0) for one in parts)
        if not larger and Total(before[index], parts, complete=True).is_near:
            return before[index:]
    return before


def _holding(total: Total) -> Total | None:
    """The same with some of the parts left out, which may be parts of others, if that holds."""
    *listed, last = total.parts
    if len(listed) > MOST:
        return None
    for count in range(len(listed), 0, -1):
        for some in combinations(listed, count):
            tried = replace(total, parts=[*some, last])
            if tried.computed(loose=True).meets(total.whole.recomputed(loose=True)):
                return tried
    return None


def _gap(one: Quantity, other: Quantity) -> tuple[int, int]:
    return end_of(one), other.reach.start


def _is_rest(passage: Passage, figure: Quantity) -> bool:
    """Whether a figure is told to be all that is left."""
    plain = passage.plain
    ahead = words_before(plain, figure.reach.start, 60)
    if _REST_AHEAD.search(ahead):
        return True
    named = figure.of in {"dernier", "autre", "restant"}
    if figure.of == "dernier" and _IN_TIME.search(ahead):
        return False
    money = figure.kind is QuantityKind.MONEY and _REST_BEHIND.match(plain, figure.extent.end)
    if money and re.search(r"\bl[ea]s? $", ahead):
        return True
    apart = re.search(r"; ?(?:et )?l[ea]s $", ahead) is not None
    if apart and passage.figures.index(figure) > 2:  # "; les autres" than those of a list
        return False
    behind = named or _REST_BEHIND.match(plain, figure.extent.end)
    return bool(behind and _THE.search(ahead) and figure.kind in NUMBERS)


def _is_told_rest(passage: Passage, figure: Quantity) -> bool:
    """The same with a clause of what the rest is: "tout le reste, vendu en vrac, pour 143"."""
    ahead = words_before(passage.plain, figure.reach.start, REST)
    return tells_rest(ahead) and not is_surplus(passage.plain, figure)


def _same(one: Quantity, last: Quantity) -> bool:
    """Whether an earlier figure can be a part of the same whole as the rest."""
    if QuantityKind.PERCENT in {one.kind, last.kind}:
        return False
    if one.kind in NUMBERS and last.kind in NUMBERS:
        return one.value is not None
    bare = one.kind is QuantityKind.NUMBER and one.noun is None
    return bare or (one.unit == last.unit and one.kind is last.kind)


def _nested(passage: Passage, one: Quantity) -> bool:
    ahead = words_before(passage.plain, one.extent.start, 50)
    return _NESTED.search(ahead) is not None and not re.search(r", dont $", ahead)


def _of_its_own(plain: str, total: Total) -> Total:
    """The sum without what is a part of a part: "31 partiront, 18 resteront, dont 6 à Lyon"."""
    first, *others = total.parts
    kept = [one for one in others if words_before(plain, one.reach.start, 7) != ", dont "]
    return replace(total, parts=[first, *kept])


def _partitioned(passage: Passage) -> Iterator[Total]:
    """ "23 blessés, dont quatre grièvement. Les 17 blessés légers": each part is named."""
    if len(passage.sentences) < 2:
        return
    counts = [one for one in passage.figures if one.kind in NUMBERS]
    for whole in counts[:1]:
        for one, other in pairwise(counts[1:]):
            parts = [one, other]
            named = told_noun(other) in {None, whole.of} and told_noun(one) in {None, whole.of}
            elsewhere = not passage.sentences[0].extent.holds(other.extent)
            if whole.of is None or not named or not elsewhere:
                continue
            if is_partition(passage.plain, parts) and are_exclusive(passage.plain, parts):
                total = Total(whole, parts, complete=True, exclusive=True, binding=Binding.INFERRED)
                others = [each for each in counts[1:] if each not in parts]
                held = _holding(replace(total, parts=[*others, *parts]))
                if held or not goes_on(passage.plain, passage.sentence_of(other), other):
                    yield held or total
