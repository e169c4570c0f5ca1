"""A change in percent for each of several years, and what is said of all of them.

"5 % chaque année pendant cinq ans … 34 % de plus": five times 5 % are 27.6 %, each counted of
what the year before has made. Those who only add the years up, or divide by them, are left
alone: "12 % en trois ans, soit 4 % par an".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.bounds import Bounds, quotient
from fact_cli.model.changes import Compounded
from fact_cli.model.lapse import Unit, in_unit, unit_of
from fact_cli.model.mention import Quantity, QuantityKind, TimeExpression
from fact_cli.model.times import LengthForm, SetForm
from fact_cli.relate.changes.ratio import multiplies
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import is_surplus
from fact_cli.relate.passage import Passage

NEAR = 30  # characters between a percentage and the year that it is told for
MOST_YEARS = 15
FAR = (Decimal("0.4"), Decimal("2.5"))  # of what the years make, that may be meant of them
_OVER = re.compile(
    r"\b(?:pendant|durant|sur|en|d'ici|au bout de|au cours des?|dans les) (?:les )?$"
)
_SO = re.compile(
    r"\b(?:soit|au (?:terme|bout|total)|à l'arrivée|en tout|revient|représent\w+|équivau\w+"
    r"|correspond\w*|cumul\w*|donc|ainsi|d'ici|c'est-à-dire|autrement dit|lissée?s?|étalée?s?"
    r"|en moyenne|fera\w*|c'est|ce n'est|ce ne sera\w*|aura\w*)\b"
)
_EACH_YEAR = re.compile(r"(?: [^\W\d_]+){0,2} (?:l'an|par an|chaque année|annuel\w*)\b")
_EXERCISES = re.compile(
    r"\b(?:sur|en|pendant|durant) (?P<many>deux|trois|quatre|cinq|six|\d{1,2}) exercices\b"
)
_FEW = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6}
# "soit 0,03 % par an, pour 0,41 % en métropole": the second is another's.
# "Celles du bio, c'est une hausse de 10 % par an": those of a part.
_THOSE = re.compile(r"(?:^|[.;:,] )(?:pour |quant à )?(?:cel(?:le|ui)s?|ceux) (?:des? |du |d')")
_OF_OTHERS = re.compile(r"\b(?:pour|contre|face à|au lieu d[e']) ?$")


def find(context: Context) -> Iterator[Compounded]:
    return in_passages(context, _over_years, lambda one: one.at.start, figures=2)


def _over_years(passage: Passage) -> Iterator[Compounded]:
    percents = [told for one in passage.figures if (told := _in_percent(passage, one)) is not None]
    lengths = [n for time in passage.times if (n := _years(passage, time)) is not None]
    if not lengths and (exercises := _EXERCISES.search(passage.told)):
        lengths.append(_FEW.get(exercises["many"]) or int(exercises["many"]))
    if len(percents) != 2 or len(lengths) != 1:
        return
    yearly = [one for one in percents if _is_yearly(passage, one)]
    if len(yearly) != 1:
        return
    (each,), (years,) = yearly, lengths
    (whole,) = (one for one in percents if one is not each)
    ways = {_way(passage, one) for one in percents} - {0}
    between = sorted((each.extent, whole.extent))
    start = passage.sentences[0].extent.start
    ahead, told = (lower(passage.plain[start:at]) for at in (between[1].start, between[1].end))
    if len(ways) != 1 or not _SO.search(told) or _OF_OTHERS.search(ahead) or _THOSE.search(ahead):
        return
    way = ways.pop()
    found = Compounded([each] * years, [way] * years, whole, whole.extent, way)
    if _is_meant(found, each, years):
        yield found


def _in_percent(passage: Passage, one: Quantity) -> Quantity | None:
    """A figure in percent, or a multiple as one: "une hausse de deux tiers", "aura doublé"."""
    if not one.value or one.kind is QuantityKind.PERCENT:
        return one if one.value else None
    if one.kind is not QuantityKind.RATIO:
        return None
    if multiplies(passage.plain, one):
        return _as_percent(one, Decimal(1)) if one.value > 1 else None
    return _as_percent(one, Decimal(0)) if id(one) in passage.changes else None


def _as_percent(one: Quantity, less: Decimal) -> Quantity:
    told = one.scaled(Decimal(100), "%")
    off = Bounds.exactly(less * 100)
    return replace(
        told,
        kind=QuantityKind.PERCENT,
        value=(told.value or Decimal(0)) - less * 100,
        strict=told.strict - off,
        loose=told.loose - off,
    )


def _is_meant(found: Compounded, each: Quantity, years: int) -> bool:
    """Whether what is told can be that of the years, and is not their mere sum."""
    assert found.stated is not None
    summed = each.recomputed(loose=True) * Bounds.exactly(years)
    near = quotient(found.stated.value, abs(found.exact))
    if near is None or not FAR[0] <= near <= FAR[1]:
        return False
    return not summed.meets(found.stated.recomputed(loose=True))


def _way(passage: Passage, figure: Quantity) -> int:
    word = next(
        (
            passage.changes[id(one)]
            for one in passage.figures
            if one.extent == figure.extent and id(one) in passage.changes
        ),
        None,
    )
    if word is not None:
        return 1 if word.value == "rise" else -1
    if multiplies(passage.plain, figure):
        return 1
    behind = words_after(passage.plain, figure.extent.end, 12)
    if is_surplus(passage.plain, figure):
        return -1 if "moins" in behind else 1
    return 0


def _is_yearly(passage: Passage, figure: Quantity) -> bool:
    if _EACH_YEAR.match(passage.plain, figure.extent.end):
        return True
    for time in passage.times:
        form = time.form
        if not isinstance(form, SetForm) or unit_of(form.every) is not Unit.YEARS:
            continue
        gap = time.extent.start - figure.extent.end
        if 0 <= gap <= NEAR and in_unit(form.every, Unit.YEARS) == 1:
            return True
    return False


def _years(passage: Passage, time: TimeExpression) -> int | None:
    """How many years a length of time is that something goes on for."""
    form = time.form
    if not isinstance(form, LengthForm) or form.vague or unit_of(form.duration) is not Unit.YEARS:
        return None
    many = in_unit(form.duration, Unit.YEARS)
    ahead = words_before(passage.plain, time.extent.start, 20)
    whole = many == int(many) and 2 <= many <= MOST_YEARS
    return int(many) if whole and _OVER.search(ahead) else None
