"""Other parts around a whole that make it: what a sum that fails must rule out first.

"36 573 élèves : 18 857 en sixième, dont 8 842 filles, 5 383 au brevet, dont …": the list as it
stands is too much, without what is told of its parts it is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from fact_cli.lang.words import lower, words_before
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.slips import PRECISE, digits_of
from fact_cli.model.totals import Total
from fact_cli.relate.neighbours import NUMBERS, end_of, in_unit_of, printed
from fact_cli.relate.sums.listing import OVERLAPS
from fact_cli.relate.sums.not_their_sum import is_not_their_sum
from fact_cli.relate.sums.partition import is_partition
from fact_cli.relate.sums.set_aside import leaves_aside

# What is told of a part, or for comparison.
_NESTED = re.compile(
    r"\b(?:dont|parmi|soit|contre|après|avant|sur|au lieu d[eu'])\b[^.;:\d]{0,40}$"
)
# "Cinq ont fait demi-tour, deux à la demande du médecin, et neuf ont atteint le sommet".
_TOLD_WHY = re.compile(
    r" (?:à (?:la (?:demande|suite)|cause)|sur (?:ordre|avis|blessure|décision|chute|abandon)|pour"
    r" (?:cause|raison|des|une?|blessure)|par (?:manque|suite|choix|décision)|faute d|après"
    r"|en raison|grâce|avec|sans|d'entre (?:eux|elles))\b"
)
_OF_YEAR = re.compile(
    r"(?: d'euros| de [^\W\d_]+)? (?:en (?:19|20)\d\d|l'an (?:dernier|passé)|il y a un an)\)"
)
_WITHIN_PART = re.compile(r"[^.;:()\d]{0,40}\bet\b[^.;:()\d]{0,30}")
_ONE = re.compile(r"\bune?\b")
# "le seul de ses 20 titres (8 à Metz, 6 à Pau et 5 à Dax)": the one is told of by itself.
_ONE_OF = re.compile(
    r"\b(?:seule?|premi(?:er|ère)|derni(?:er|ère)|une?) (?:de|d')[^.;:()\d]{0,12}$"
)
# What counts among the parts, but was not read as a figure: "un chacun en Ouganda, …".
_UNREAD = re.compile(
    r"\bchac(?:un|une)\b|\b(?:quelques|plusieurs|divers(?:es)?|certaine?s)\b"
    # "les autres catégories fournissant le solde": so much that no figure tells it.
    r"|\b(?:les autres|le reste|le solde|le reliquat|le surplus)\b[^\d.;:]*(?:[.;:]|$)"
)
AHEAD = 90  # characters before a sum in which it may be told to take in more
BEHIND = 60  # characters behind the last part in which one more may be told
_WITH_MORE = re.compile(
    r"(?: [^\W\d_]+){0,2},? (?:avec|y compris|en (?:comptant|ajoutant|incluant)|plus|outre)"
    r" (?:les? |la |l'|ses? |son |sa |leurs? |des? |une? |(?:moi|toi|lui|elle|nous|vous|eux)\b)"
    r"|(?: [^\W\d_]+){0,2},? [^\W\d_]+ (?:compris|incluse?|comprise)s?\b"
    r"|[^.;:()\d]{0,25},? (?:puisqu|car |après (?:une? |la |le )?(?:remise|réduction|rabais)"
    r"|[^\W\d_]+ étant |pour (?:une? (?:famille|couple)|deux|trois|quatre|cinq) "
    r"|avec cel(?:le|ui)s? |avec ceux |[^.;:()\d]{2,40} complétant\b)"
)
# "Au total, avec Dunkerque, l'enveloppe atteindra", "en tout, livraison comprise, on a payé".
_TAKING_IN = re.compile(
    r"\b(?:(?:avec|moins|hors|sans|en (?:comptant|ajoutant|incluant|déduisant)"
    r"|après (?:la )?déduction) (?!\d|un total|quelque |près |ces |tous )[^.;:()\d]{2,40}"
    r"|[^\W\d_]+ (?:compris|comprise|déduit|déduite|inclus|incluse)s?), [^.;:()\d]*$"
)
# "dont 0,6 million compté deux fois": the parts overlap, and the text says so.
_TWICE = re.compile(
    r"\bcompt[^\W\d_]+ (?:deux|plusieurs) fois\b|\bdoubles? comptes?\b|\bdoublons?\b"
    r"|\bse (?:recoupent|chevauchent|recouvrent)\b|\bcumul\w+ (?:les )?deux\b|\bà la fois\b"
)
UNLIKELY = 3  # digits of a figure that two others make by chance once in a thousand times
MOST = 8  # figures of which any choice is tried


def takes_in_more(plain: str, whole: Quantity) -> bool:
    """Whether a sum holds what no figure tells: "210 euros avec l'assurance"."""
    ahead = words_before(plain, whole.reach.start, AHEAD)
    return (
        _WITH_MORE.match(plain, end_of(whole)) is not None
        or _TAKING_IN.search(ahead.rpartition(". ")[2]) is not None
    )


def made_otherwise(plain: str, total: Total, figures: Sequence[Quantity]) -> Total | None:
    """``total``, with parts out of ``figures`` that make its whole where its own do not.

    None where "un" and "une" among the parts, which may be articles, or the one of the whole
    that the sentence is about can be what is missing, or words behind the whole tell of more;
    and where one of the parts is taken off: "1 100 mètres de montée et 200 de descente".
    """
    if total.whole.value is None or total.exact is None or _holds(total):
        return total
    if is_not_their_sum(plain, total):
        return None
    if takes_in_more(plain, total.whole) or _counts_twice(plain, total):
        return None
    last = max(end_of(one) for one in (total.whole, *total.parts))
    if leaves_aside(plain, last):
        return None
    if total.whole.kind is QuantityKind.COUNT and OVERLAPS.search(lower(_listed(plain, total))):
        return None
    if _holds_its_own_sum(total) or _is_rounded_of_some(total):
        return None
    missing = total.whole.value - total.exact
    counted = total.whole.kind in NUMBERS
    if (counted and 0 < missing <= _ones(plain, total)) or _takes_one_off(total):
        return None
    if missing > 0 and _UNREAD.search(lower(_listed(plain, total))):
        return None
    first = min(total.parts, key=_place)
    ahead = any(one.value == missing and one.extent < first.extent for one in figures)
    if ahead and not is_partition(plain, total.parts):
        return None  # "qui en a 7 aussi mais 5 d'argent et 11 de bronze, soit 23"
    alike = [
        part
        for one in figures
        if one.extent != total.whole.extent
        and one.value is not None
        and (part := in_unit_of(one, total.whole)) is not None
    ]
    choices = (replace(total, parts=list(parts)) for parts in _choices(plain, total, alike))
    return next((one for one in choices if _is_exact(one)), total)


def _counts_twice(plain: str, total: Total) -> bool:
    """Whether what is told up to the end of the sentence says that the parts overlap."""
    told = sorted((one.extent for one in (total.whole, *total.parts)), key=lambda one: one.start)
    exact, whole = total.exact, total.whole.value
    over = exact is not None and whole is not None and exact > whole
    ends = re.compile(r"[.!?](?: |$)|\n").search(plain, told[-1].end)
    end = len(plain) if ends is None else ends.start()
    return over and _TWICE.search(lower(plain[told[0].start : end])) is not None


def _takes_one_off(total: Total) -> bool:
    """Whether the parts make the whole to the last digit with one of them taken off."""
    exact, whole = total.exact, total.whole.value
    if exact is None or whole is None or len(total.parts) < 3:
        return False
    return any(exact - 2 * part.value == whole for part in total.parts if part.value is not None)


def _holds_its_own_sum(total: Total) -> bool:
    """Whether one part is made by those behind it: "534 000 …, 391 000 … et 143 000 …"."""
    parts = [part for part in total.parts if part.value is not None]
    values = [part.value or 0 for part in parts]
    precise = [digits_of(*printed(part)) >= UNLIKELY for part in parts]
    return any(
        precise[at] and values[at] == sum(values[at + 1 : end])
        for at in range(len(values))
        for end in range(at + 3, len(values) + 1)
    )


def _is_rounded_of_some(total: Total) -> bool:
    """Whether a whole told roughly is the sum of some of the parts: "4 150 …, 3 780 à l'arrivée".

    What is told of those that remain is no part then.
    """
    whole = total.whole.recomputed(loose=True)
    if total.whole.hedge is None or len(total.parts) > MOST:
        return False
    return any(
        replace(total, parts=list(some)).computed(loose=True).meets(whole)
        for size in range(2, len(total.parts))
        for some in combinations(total.parts, size)
    )


def _ones(plain: str, total: Total) -> int:
    told = _ONE_OF.search(words_before(plain, total.whole.reach.start, 30)) is not None
    return told + len(_ONE.findall(lower(_listed(plain, total))))


def _listed(plain: str, total: Total) -> str:
    """The words from the first part to a little behind the last."""
    first, last = min(total.parts, key=_place), max(total.parts, key=_place)
    return plain[first.extent.start : end_of(last) + BEHIND]


def _place(part: Quantity) -> int:
    return part.extent.start


def _is_exact(total: Total) -> bool:
    """Whether parts chosen for the purpose make the whole to its last digit."""
    if total.exact is None or total.whole.value is None:
        return False
    return abs(total.exact - total.whole.value) <= total.whole.step / 2


def _holds(total: Total) -> bool:
    return total.computed(loose=False).meets(total.whole.recomputed(loose=False))


def _choices(plain: str, total: Total, alike: Sequence[Quantity]) -> Iterator[Sequence[Quantity]]:
    parts = list(total.parts)
    places = {part.extent for part in parts}
    behind = [one for one in alike if one.extent > max(places)]
    if behind:
        yield [*parts, behind[0]]
    if len(parts) > 2:
        yield parts[:-1]
        yield parts[1:]
    top = _without_nested(plain, [one for one in alike if one.extent >= min(places)])
    if len(top) > 1:
        yield top
    top = _without_nested(plain, [one for one in alike if one.extent in places])
    if len(top) > 1:
        yield top
    yield from _without_one_told_why(plain, total)
    if digits_of(*printed(total.whole)) >= PRECISE:
        for size in range(2, min(len(alike), MOST) + 1):
            yield from combinations(alike[:MOST], size)


def _without_one_told_why(plain: str, total: Total) -> Iterator[Sequence[Quantity]]:
    """The parts without a bare one in words that says why: "cinq …, deux à la demande du juge"."""
    for at, part in enumerate(total.parts[1:-1], 1):
        before = total.parts[at - 1]
        why = _TOLD_WHY.match(plain, part.extent.end)
        beside = plain[part.extent.start - 2 : part.extent.start] == ", " and part.noun is None
        if why and beside and (part.value or 0) < (before.value or 0):
            yield [one for one in total.parts if one is not part]


def _is_of_another_year(plain: str, figure: Quantity) -> bool:
    """ "2,6 millions par an (1,95 million en 2024)": what it was before stands in brackets."""
    start = figure.reach.start
    return plain[start - 1 : start] == "(" and _OF_YEAR.match(plain, end_of(figure)) is not None


def _without_nested(plain: str, figures: Sequence[Quantity]) -> list[Quantity]:
    """``figures`` without those told of the one before: "dont 2 835 filles et 26 libres"."""
    top: list[Quantity] = []
    nested_until = -1
    for figure in figures:
        ahead = words_before(plain, figure.reach.start, 60)
        goes_on = nested_until >= 0 and _WITHIN_PART.fullmatch(
            plain[nested_until : max(nested_until, figure.reach.start)]
        )
        if _NESTED.search(ahead) or goes_on or _is_of_another_year(plain, figure):
            nested_until = end_of(figure)
        else:
            nested_until = -1
            top.append(figure)
    return top
