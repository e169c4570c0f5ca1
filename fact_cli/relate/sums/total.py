"""A whole and its parts: "240 postes : 110 à Rennes, 75 à Niort et 55 à Pau"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from fact_cli.lang.words import words_after, words_before
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind, TimeExpression
from fact_cli.model.slips import LONG, PRECISE, Slip, digits_of, slip_between
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.elided_unit import in_measure_of
from fact_cli.relate.neighbours import (
    between,
    end_of,
    in_unit_of,
    is_surplus,
    printed,
    same_thing,
    told_noun,
    usable,
)
from fact_cli.relate.sums import listing
from fact_cli.relate.sums.comma_list import are_parts_of
from fact_cli.relate.sums.listing import NEXT, STANDS, are_added, is_bar, is_bigger, without_times
from fact_cli.relate.sums.ones import with_as_many
from fact_cli.relate.sums.opening import opening
from fact_cli.relate.sums.otherwise import made_otherwise
from fact_cli.relate.sums.partition import (
    are_degrees,
    are_exclusive,
    are_outcomes_of_another,
    are_places_or_makes,
    are_rates,
    binding_of,
    is_partition,
)
from fact_cli.relate.sums.sibling_lists import like_its_siblings
from fact_cli.relate.sums.total_words import AROUND, is_called_total

_BRACKETED = re.compile(r"[^.;:()!?]{0,20}\)[^.;:()!?]{0,40}(?:,| et)[^.;:()!?]{0,40}\(")
_SO = re.compile(r"[^.;:!?]{0,60}?(?:,| :|\)) ?soit (?:donc )?(?:un|une)? ?[^.;:!?\d]{0,30}")
_OPENS_OTHERWISE = re.compile(
    r"\b(?:notamment|parmi|principalement|surtout|autres?|plus de|entre(?! $)|suivie?s?"
    r"|davantage|normales?|moyennes?|(?:mieux|autant|plus|moins) que|que (?:la|le|les|l'|en|cel)"
    r"|(?:supérieure?|inférieure?)s? (?:à|aux?))\b"
)
_ENDS_CLAUSE = re.compile(r"[;:]|[.!?] ")
# What follows is not the sum: "sur un total de 60", "contre 282 au total", "et 120 en tout".
_OF_ANOTHER = re.compile(r"\b(?:sur|contre|dont|parmi|pour|et|sauf|hors|ou|après|malgré)\b")
_ON_AVERAGE = re.compile(r"[^.;:()\d]{0,20}\b(?:en moyenne|chacune?)\b")
_HIGH = re.compile(r" (?:d'altitude|de profondeur|de dénivelé)")  # no length of those before
_IN_ALL = re.compile(r"[^.;:()\d]{0,40}(?: :|,? pour un (?:grand )?total (?:général )?de) ?")
# What follows is how many places, not how many in each; "entre 31 millions" is in each.
_INTO = re.compile(
    r"\b(?:répart|ventil|décompos)\w+ (?:sur|en|dans|par|à|au|aux|entre(?! $|[^\d]*\())\b"
)
_FOR_A_TIME = re.compile(r"(?: [^\W\d_]+){0,3} (?:en|au|à) (?:\d{4}|fin|début|l'automne|été|hiver)")
_BRINGS = re.compile(
    r"[^.;:!?]{0,60}?,? (?:(?:de quoi|pour|ce qui) )?port(?:er|e|ent"
    r"|ant) [^.;:!?]{0,60} à (?:un total de )?"
)
# "avec les deux prises précédentes, de 50 et 100 kilos, le total atteint 230 kilos"
_AND_EARLIER = re.compile(r"\b(?:avec|outre) [^.;:]{0,40}(?:précéd|déjà|autre|premi)[^.;:]*$")
_SHARERS = re.compile(
    r"\bse partag\w+ (?:(?:les|ces|ses|quelque|environ) )?$"
)  # what is shared stands behind
_WITH_UNIT = {QuantityKind.DIMENSION, QuantityKind.MONEY}
_OF_AN_ANSWER = {"bracket", "among", "colon"}
_ANYBODY = {None, "personne", "victime", "habitant"}
LONGEST = 12  # parts of a list
# "110 Airbus, 75 Boeing et 45 Embraer": a figure before a name may be no count that is read.
_INSTEAD = re.compile(r"\b(?:au lieu d|contre|plutôt qu|en remplacement d|après)|, \d+ [A-ZÀ-Þ]")
AHEAD = 200  # characters before a list in which others can be told to be counted


def find(context: Context) -> Iterator[Total]:
    plain = context.document.plain
    found = [
        total
        for sentence in context.sentences
        for total in in_sentence(plain, usable(sentence.quantities), sentence.times)
    ]
    for total in found:
        yield like_its_siblings(total, found)


def in_sentence(
    plain: str, figures: Sequence[Quantity], times: Sequence[TimeExpression]
) -> Iterator[Total]:
    figures = with_as_many(plain, [one for one in figures if not is_surplus(plain, one)])
    taken: set[int] = set()
    for index in range(len(figures)):
        total = _listed_behind(plain, figures, index, times) or _listed_before(
            plain, figures, index
        )
        if total is not None and taken.isdisjoint(id(part) for part in total.parts):
            taken.update(id(part) for part in total.parts)
            made = made_otherwise(plain, total, figures)
            if made is not None:
                yield made


def _listed_behind(
    plain: str, figures: Sequence[Quantity], index: int, times: Sequence[TimeExpression]
) -> Total | None:
    """The whole first, then its parts: behind a colon, in brackets, behind "dont" or "soit"."""
    if index + 2 >= len(figures):
        return None
    whole = in_measure_of(figures[index], figures[index + 1])
    skipped = _skipped(plain, figures, index)
    start = index + 1 + skipped
    link = between(plain, figures[start - 1], figures[start])
    opened = opening(link)
    apart = opened is None and "soit" in link
    if apart:  # "au cours des cinq premiers mois de 2010, soit"
        link = without_times(link, end_of(figures[start - 1]), times)
        opened = "complete" if opening(link) == "complete" else None
    again = opened == "complete" and listing.is_said_again(whole, figures[start])
    if again or opened is None or _OPENS_OTHERWISE.search(link) or _INTO.search(link):
        return None
    if is_bar(plain, whole) or _SHARERS.search(link) or (index and listing.is_of_all(link)):
        return None
    parts = _run(plain, figures, start, whole)
    fits = Total(whole, parts, complete=True).exact == whole.value
    while len(parts) > 2 and not is_partition(plain, parts) and is_partition(plain, parts[:-1]):
        if fits:  # "3485 filles, 2849 garçons et 85 candidats libres" make 6419
            break
        parts = parts[:-1]
    links = [between(plain, one, other) for one, other in pairwise(parts)]
    if any(_INSTEAD.search(one) for one in links) or listing.goes_on(plain, parts):
        return None
    added = are_added(link, links) or are_places_or_makes(plain, parts)
    if opened == "complete" and "soit" in link and not added:
        return None
    loose = Total(whole, parts, complete=True)
    if apart and not (loose.is_near or loose.is_misprinted):
        return None
    if "soit" in link and parts and all(is_bigger(part, whole) for part in parts):
        return None  # "avec 30 abstentions, soit 558 votants et 528 suffrages": of all before
    if (
        are_rates(plain, whole, parts)
        or len(parts) < 2
        or (opened == "bracket" and not listing.is_closed(plain, parts[-1]))
    ):
        return None
    if opened == "comma" and not are_parts_of(plain, whole, link, parts):
        return None
    if len(parts) + 1 == whole.value:
        return None
    complete = opened == "complete" or is_partition(plain, parts)
    complete = complete or (opened in _OF_AN_ANSWER and are_degrees(plain, parts))
    medals = opened == "bracket" and len(parts) == 3 and whole.of == "médaille"
    return _total(plain, whole, parts, opened, complete=complete or medals)


def _skipped(plain: str, figures: Sequence[Quantity], index: int) -> int:
    """How many figures of other things stand between a whole and a bracket with its parts.

    "86 millions d'euros à ses 5 200 kilomètres de routes (41 millions pour …" has one.
    """
    whole = figures[index]
    if whole.kind is QuantityKind.PERCENT:
        return 0
    for position, figure in enumerate(figures[index + 1 : -1]):
        if same_thing(figure, whole):
            opened = plain.endswith("(", 0, figure.reach.start)
            if ")" in plain[end_of(whole) : figure.reach.start]:  # the whole is in a bracket
                return 0
            before = plain.rfind("(", end_of(whole), figure.reach.start - 1)
            return position if opened and before < 0 else 0
    return 0


def _total(
    plain: str, whole: Quantity, parts: Sequence[Quantity], opened: str, *, complete: bool
) -> Total | None:
    if are_outcomes_of_another(plain, whole, parts):
        return None
    exclusive = are_exclusive(plain, parts)
    if complete or (exclusive and opened != "comma"):
        return Total(whole, parts, complete, exclusive, binding_of(plain, parts, complete=complete))
    if opened == "among":
        named = are_places_or_makes(plain, parts) or (
            whole.kind is QuantityKind.MONEY and len(parts) > 2
        )
        among = Total(whole, parts, complete=False, exclusive=named, binding=Binding.INFERRED)
        if among.misscaled is not None or _tells(among):
            return replace(among, exclusive=False, binding=Binding.STATED)
        return among if named else None
    if opened == "sums":
        return Total(whole, parts, complete=False, exclusive=True, binding=Binding.INFERRED)
    if opened == "comma":
        near = Total(whole, parts, complete=True, exclusive=True, binding=Binding.INFERRED)
        too_many = near.is_plausible and near.exact is not None and near.exact > (whole.value or 0)
        return near if near.is_near or too_many else None
    if any(is_bigger(part, whole) or _FOR_A_TIME.match(plain, end_of(part)) for part in parts):
        return Total(whole, parts, complete=False)
    if len(parts) == 2 and "et" not in between(plain, *parts).split() and whole.of is not None:
        return None  # "840 ont répondu, 390 favorablement"
    counted = whole.kind in {QuantityKind.MONEY, QuantityKind.COUNT}
    listed = Total(whole, parts, complete=False)
    exact, value = listed.exact, whole.value
    too_many = exact is not None and value is not None and exact > value
    if not counted or not too_many or not listed.is_plausible:
        return listed
    if len(parts) > 2 and value and slip_between(value, exact or value, whole.step) is not None:
        return listed
    return replace(listed, exclusive=True, binding=Binding.INFERRED)


def _tells(total: Total) -> bool:
    """Whether the sum is too near the whole for chance, so that the list must be complete."""
    if total.exact is None or digits_of(*printed(total.whole)) < PRECISE:
        return False
    if total.exact == total.whole.value:
        return True
    value, step = printed(total.whole)
    slip = slip_between(value, total.exact, step)
    long = digits_of(value, step) >= LONG
    told = slip in {Slip.DIGIT, Slip.SWAP} or total.misprinted_part is not None
    return slip is Slip.FACTOR or (long and told)


def _run(plain: str, figures: Sequence[Quantity], start: int, whole: Quantity) -> list[Quantity]:
    """The figures from ``start`` on that can be parts of ``whole`` and follow one another."""
    parts: list[Quantity] = []
    for figure in figures[start : start + LONGEST]:
        alike = _as_part(figure, whole)
        if alike is None:
            break
        figure = alike
        link = between(plain, parts[-1], figure) if parts else ""
        if parts and not (NEXT.fullmatch(link) or _BRACKETED.fullmatch(link)):
            break
        other_whole = ";" in link and plain.startswith(" autres", figure.extent.end)
        if other_whole or STANDS.match(link):
            break
        parts.append(figure)
    return parts


def _as_part(figure: Quantity, whole: Quantity) -> Quantity | None:
    """A figure in the unit of its whole: a bare number of hectares, kilos of tonnes."""
    if whole.kind in _WITH_UNIT and figure.kind is QuantityKind.NUMBER:
        elided = figure.noun is None
        return replace(figure, unit=whole.unit, kind=whole.kind) if elided else None
    return in_unit_of(figure, whole)


def _listed_before(plain: str, figures: Sequence[Quantity], index: int) -> Total | None:
    """The parts first, then their sum: ", soit un cumul de 47 milliards"."""
    whole = figures[index]
    if index < 2 or _HIGH.match(plain, whole.extent.end):
        return None
    link = between(plain, figures[index - 1], whole)
    so, called = _SO.fullmatch(link), is_called_total(plain, whole)
    if index >= 3 and _BRINGS.fullmatch(link):
        brought = Total(whole, figures[index - 3 : index], complete=False, binding=Binding.INFERRED)
        listed = [between(plain, one, other) for one, other in pairwise(brought.parts)]
        alike = all(same_thing(part, whole) for part in brought.parts)
        if alike and brought.is_near and all(NEXT.fullmatch(one) for one in listed):
            return replace(brought, complete=True)
    in_all = called and _IN_ALL.fullmatch(link) is not None
    apart = _OF_ANOTHER.search(link) or _ENDS_CLAUSE.search(link)
    if not in_all and (not (so or called) or (apart if not so else _ENDS_CLAUSE.search(link))):
        return None
    nouns = {told_noun(one) for one in figures[:index]}
    if len(nouns) == 1 and not nouns & {None, told_noun(whole)} and whole.of not in _ANYBODY:
        return None  # "40 chambres doubles et 10 chambres simples, soit 90 lits"
    if not so and told_noun(whole) not in {None, *nouns}:
        return None
    parts = [figures[index - 1]]
    for figure in reversed(figures[max(0, index - LONGEST) : index - 1]):
        linked = NEXT.fullmatch(between(plain, figure, parts[0]))
        if not same_thing(figure, whole):
            if linked and figure.kind is QuantityKind.COUNT and figure.scale == 1:
                continue
            if linked:
                return None
            break
        if not NEXT.fullmatch(plain[end_of(figure) : parts[0].reach.start]) and not linked:
            break
        parts.insert(0, figure)
    if len(parts := listing.of_its_noun(parts, whole)) < 2 or not same_thing(parts[-1], whole):
        return None
    if _ON_AVERAGE.match(words_after(plain, end_of(whole), AROUND)):
        return None
    if _AND_EARLIER.search(words_before(plain, parts[0].reach.start, AHEAD)):
        return None
    bigger = any(is_bigger(part, whole) for part in parts)
    if whole.kind is QuantityKind.PERCENT or (bigger and not called):
        return None
    complete = called or is_partition(plain, [*parts, whole]) or (so and is_partition(plain, parts))
    return Total(whole, parts, bool(complete)) if complete or len(parts) >= 3 else None
