"""What a half or a year counts and what its quarters, halves or months do, added up.

"Au premier semestre, 682 interventions … Au premier trimestre, on en a compté 281 pour 46
accidents, et au deuxième, 401 pour 56": the parts of a period are all of it, so that no word
need say that the list is complete.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Grain
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind, TimeExpression
from fact_cli.model.times import CalendarForm, FractionForm, RangeForm
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus, usable
from fact_cli.relate.twice.kinds import kinds_of, words_ahead, words_behind
from fact_cli.relate.twice.same_words import stems

# How many months each lasts; a part tiles its period where it begins at a multiple of its own.
_MONTHS = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.HALF: 6}
YEAR = 12  # months
# What is told by two nouns, by the one that stands for both.
_SAME = {"bébé": "naissance", "nouveau-né": "naissance", "décès": "mort", "trajet": "voyage"}
Thing = tuple[str, frozenset[str]]  # a noun, and what became of the people that it counts
_ELLIPSIS = re.compile(
    r"\b(?:au|le|du) (?P<number>deuxième|second|troisième|quatrième)(?=,| et\b|\.|;|\)| ?:)"
)
_NUMBER = {"deuxième": 2, "second": 2, "troisième": 3, "quatrième": 4}
_NO_COUNT = re.compile(
    r"\b(?:contre|après|au lieu d|compar\w+ à|objectif|prév\w+|attend\w+|moyenne|cumul\w*|encore"
    r"|déjà|désormais|stock|effectif)\b[^.;:\d]{0,40}$"
)
_AVERAGE = re.compile(r" (?:en moyenne|par (?:jour|mois|semaine)|de plus|de moins)\b")


@dataclass(frozen=True, slots=True)
class Period:
    """The months from ``first``, counted from January as 0, of ``year`` where one is told."""

    year: int | None
    first: int
    months: int

    def parts(self, months: int) -> Sequence[Period]:
        """The periods of ``months`` that make this one; none where they would not."""
        if months >= self.months or self.months % months:
            return []
        starts = range(self.first, self.first + self.months, months)
        return [Period(self.year, start, months) for start in starts]


@dataclass(frozen=True, slots=True)
class Count:
    """A figure, its sentence, and the words of its clause by what their forms share."""

    figure: Quantity
    sentence: ScannedSentence
    words: frozenset[str]


def find(context: Context) -> Iterator[Total]:
    for totals in _totals(context).values():
        # Where the same periods add up for another noun, the text adds up all that it tells.
        holds = any(_holds(total) for total, _ in totals)
        yield from (total for total, alike in totals if holds or (alike and total.is_near))


def _totals(context: Context) -> Mapping[tuple[Period, int], Sequence[tuple[Total, bool]]]:
    """The sums by their period and the months of a part, each with whether it is told alike."""
    found: dict[tuple[Period, int], list[tuple[Total, bool]]] = defaultdict(list)
    for told in _by_thing(context).values():
        counts = {period: figures[0] for period, figures in told.items() if len(figures) == 1}
        for period, whole in counts.items():
            for months in _MONTHS.values():
                parts = [counts[part] for part in period.parts(months) if part in counts]
                if not parts or len(parts) < len(period.parts(months)):
                    continue
                figures = [part.figure for part in parts]
                total = Total(whole.figure, figures, complete=True, binding=Binding.INFERRED)
                if total.is_plausible and _are_less(figures, whole.figure):
                    found[period, months].append((total, _are_alike(whole, parts)))
    return found


def _holds(total: Total) -> bool:
    return total.computed(loose=False).meets(total.whole.recomputed(loose=False))


def _are_alike(whole: Count, parts: Sequence[Count]) -> bool:
    """Whether the whole stands beside a part, or shares a word with one: "vendu 900 …, en a vendu".

    "3 200 logements autorisés" are not the sum of those begun in each half.
    """
    if any(part.sentence is whole.sentence for part in parts):
        return True
    return bool(whole.words & frozenset().union(*(part.words for part in parts)))


def _are_less(parts: Sequence[Quantity], whole: Quantity) -> bool:
    """Whether each part is less than the whole: staff or a stock is as much all year."""
    return all(part.loose.below(whole.loose) for part in parts)


def _by_thing(context: Context) -> Mapping[Thing, Mapping[Period, list[Count]]]:
    """The counts of an article by what they count and by the period that they are told for."""
    found: dict[Thing, dict[Period, list[Count]]] = defaultdict(lambda: defaultdict(list))
    plain = context.document.plain
    counts = [(each, *one) for each in context.sentences for one in _counts(plain, each)]
    years = {period.year for _, _, period in counts} - {None}
    only = years.pop() if len(years) == 1 else None
    for sentence, figure, period in counts:
        keys = kinds_of(plain, sentence, figure)
        if figure.of is None:
            continue
        # Only "personnes" needs telling what became of them: other nouns say what they count.
        fates = frozenset(key for key in keys if key.startswith("fate "))
        if figure.of == "personne" and not fates:
            continue
        told = words_ahead(plain, sentence, figure) + " " + words_behind(plain, sentence, figure)
        thing = _SAME.get(figure.of, figure.of), fates if figure.of == "personne" else frozenset()
        found[thing][replace(period, year=period.year or only)].append(
            Count(figure, sentence, stems(told))
        )
    return found


def _counts(plain: str, sentence: ScannedSentence) -> Iterator[tuple[Quantity, Period]]:
    """Each count of a sentence with its period.

    A period that opens its clause holds until the next; one behind a figure is its own.
    """
    periods = sorted(_periods(plain, sentence), key=lambda one: one[0])
    if not periods:
        return
    figures = [one for one in usable(sentence.quantities) if _is_count(plain, one)]
    leads = not figures or periods[0][0] < figures[0].extent.start
    for number, (start, period) in enumerate(periods):
        ends = [at for at, _ in periods[number + 1 :]][:1]
        begins = [at for at, _ in periods[:number]][-1:]
        if len(periods) == 1 and not leads:
            begins, start = [], sentence.extent.end
        low, high = (start, *ends) if leads and ends else (start, sentence.extent.end)
        if not leads:
            low, high = (begins[0] if begins else sentence.extent.start), start
        for figure in figures:
            if low <= figure.extent.start < high:
                yield figure, period


def _is_count(plain: str, figure: Quantity) -> bool:
    """Whether a figure counts things that can be added, not a change, a mean or a stock."""
    if figure.kind not in NUMBERS or figure.kind is QuantityKind.ORDINAL or figure.value is None:
        return False
    if is_surplus(plain, figure) or _AVERAGE.match(plain, end_of(figure)):
        return False
    return (
        _NO_COUNT.search(lower(plain[max(0, figure.reach.start - 60) : figure.reach.start])) is None
    )


def _periods(plain: str, sentence: ScannedSentence) -> Iterator[tuple[int, Period]]:
    """Where each period of a sentence is told, and which it is."""
    grain: Grain | None = None
    year: int | None = None
    for time in sorted(sentence.times, key=lambda one: one.extent):
        period = _period(time)
        if period is not None:
            yield time.extent.start, period
        if isinstance(time.form, FractionForm):
            grain, year = time.form.grain, None if period is None else period.year
    if grain is None or grain not in _MONTHS:
        return
    for again in _ELLIPSIS.finditer(plain, sentence.extent.start, sentence.extent.end):
        months = _MONTHS[grain]
        number = _NUMBER[again["number"]]
        if number * months <= YEAR:
            yield again.start(), Period(year, (number - 1) * months, months)


def _period(time: TimeExpression) -> Period | None:
    form, begin = time.form, time.interval.begin
    if isinstance(form, FractionForm) and form.grain in _MONTHS:
        months = _MONTHS[form.grain]
        year = begin.year if begin is not None else form.year
        return Period(year, (form.number - 1) * months, months)
    if isinstance(form, RangeForm):
        return _months(form)
    if isinstance(form, CalendarForm) and form.parts.day is None:
        year = begin.year if begin is not None else form.parts.year
        if form.parts.month is not None:
            return Period(year, form.parts.month - 1, 1)
        if form.parts.year is not None:
            return Period(form.parts.year, 0, YEAR)
    return None


def _months(form: RangeForm) -> Period | None:
    """The months from the first to the last of a range within one year: "de janvier à juin"."""
    ends = form.begin, form.end
    if not all(isinstance(one, CalendarForm) and one.parts.day is None for one in ends):
        return None
    first, last = (one.parts for one in ends if isinstance(one, CalendarForm))
    if first.month is None or last.month is None or first.month > last.month:
        return None
    if first.year is not None and first.year != last.year:
        return None
    return Period(last.year, first.month - 1, last.month - first.month + 1)
