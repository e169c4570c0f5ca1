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
from itertools import permutations

from fact_cli.lang.words import words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Grain
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.times import FractionForm
from fact_cli.model.totals import Inclusion, Total
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus, usable
from fact_cli.relate.times.month_span import MONTHS_IN, YEAR, MonthSpan, span_of
from fact_cli.relate.twice.values.kinds import kinds_of, words_ahead, words_behind
from fact_cli.relate.twice.values.same_words import stems

# What is told by two nouns, by the one that stands for both.
_SAME = {
    "bébé": "naissance", "nouveau-né": "naissance", "décès": "mort", "trajet": "voyage",
    "touriste": "visiteur", "vacancier": "visiteur", "voyageur": "passager",
}  # fmt: skip
# What happens, so that a month has no more of it than the months with it; jobless there are.
_HAPPENS = {
    "naissance", "mort", "visiteur", "passager", "accident", "intervention", "arrivée", "entrée",
    "vente", "immatriculation", "livraison", "commande", "cambriolage", "vol", "plainte", "nuitée",
    "arrestation", "interpellation", "exemplaire", "billet", "transaction", "faillite",
    "défaillance", "licenciement", "embauche", "mariage", "divorce", "spectateur", "appel",
    "véhicule", "voiture", "demande", "expulsion", "traversée", "incendie", "feu", "tué",
}  # fmt: skip
Thing = tuple[str, frozenset[str]]  # a noun, and what became of the people that it counts
_ELLIPSIS = re.compile(
    r"\b(?:au|le|du) (?P<number>deuxième|second|troisième|quatrième)(?=,| et\b|\.|;|\)| ?:)"
)
_NUMBER = {"deuxième": 2, "second": 2, "troisième": 3, "quatrième": 4}
_NO_COUNT = re.compile(
    r"\b(?:contre|après|au lieu d(?:e|u|es|')|compar\w+ à|objectif|prév\w+|attend\w+|moyenne"
    r"|cumul\w*|encore|déjà|désormais|stock|effectif)\b[^.;:\d]{0,40}$"
)
_AVERAGE = re.compile(r" (?:en moyenne|par (?:jour|mois|semaine)|de plus|de moins)\b")


@dataclass(frozen=True, slots=True)
class Count:
    """A figure, its sentence, and the words of its clause by what their forms share."""

    figure: Quantity
    sentence: ScannedSentence
    words: frozenset[str]


Things = Mapping[Thing, Mapping[MonthSpan, Sequence[Count]]]


def find(context: Context) -> Iterator[Total | Inclusion]:
    things = _by_thing(context)
    yield from _larger_parts(things)
    for totals in _totals(things).values():
        # Where the same periods add up for another noun, the text adds up all that it tells.
        holds = any(_holds(total) for total, _ in totals)
        yield from (total for total, alike in totals if holds or (alike and total.is_near))


def _larger_parts(things: Things) -> Iterator[Inclusion]:
    """A month of which more is told than of the months that it is among."""
    for (noun, _), told in things.items():
        if noun not in _HAPPENS:
            continue
        single = {period: one[0].figure for period, one in told.items() if len(one) == 1}
        for (period, whole), (other, part) in permutations(single.items(), 2):
            if other.is_within(period) and whole.loose.below(part.loose):
                yield Inclusion(whole, part, Binding.INFERRED, summed=True)


def _totals(things: Things) -> Mapping[tuple[MonthSpan, int], Sequence[tuple[Total, bool]]]:
    """The sums by their period and the months of a part, each with whether it is told alike."""
    found: dict[tuple[MonthSpan, int], list[tuple[Total, bool]]] = defaultdict(list)
    for told in things.values():
        counts = {period: figures[0] for period, figures in told.items() if len(figures) == 1}
        for period, whole in counts.items():
            for months in MONTHS_IN.values():
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


def _by_thing(context: Context) -> Things:
    """The counts of an article by what they count and by the period that they are told for."""
    found: dict[Thing, dict[MonthSpan, list[Count]]] = defaultdict(lambda: defaultdict(list))
    plain = context.document.plain
    counts = [(each, *one) for each in context.sentences for one in _counts(plain, each)]
    if len(counts) < 2:
        return {}
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


def _counts(plain: str, sentence: ScannedSentence) -> Iterator[tuple[Quantity, MonthSpan]]:
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
    return _NO_COUNT.search(words_before(plain, figure.reach.start, 60)) is None


def _periods(plain: str, sentence: ScannedSentence) -> Iterator[tuple[int, MonthSpan]]:
    """Where each period of a sentence is told, and which it is."""
    grain: Grain | None = None
    year: int | None = None
    for time in sorted(sentence.times, key=lambda one: one.extent):
        period = span_of(time)
        if period is not None:
            yield time.extent.start, period
        if isinstance(time.form, FractionForm):
            grain, year = time.form.grain, None if period is None else period.year
    if grain is None or grain not in MONTHS_IN:
        return
    for again in _ELLIPSIS.finditer(plain, sentence.extent.start, sentence.extent.end):
        months = MONTHS_IN[grain]
        number = _NUMBER[again["number"]]
        if number * months <= YEAR:
            yield again.start(), MonthSpan(year, (number - 1) * months, months)
