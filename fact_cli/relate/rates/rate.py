"""So much for each: by period ("par an, soit … par mois"), by head, on average."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower, singular_of, words_after, words_before
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Grain
from fact_cli.model.figures import Rate
from fact_cli.model.mention import Quantity, QuantityKind, TimeKind
from fact_cli.relate.context import Context
from fact_cli.relate.elided_unit import in_measure_of
from fact_cli.relate.neighbours import end_of, in_unit_of, is_surplus, same_thing, usable
from fact_cli.relate.rates.periods import (
    NAMES,
    OVER,
    YEAR,
    is_yearly_salary,
    length_of,
    parts_of,
    period_of,
    unit_of,
)

_SO = re.compile(
    r"[^.;:!?\d]{0,100}?(?:,|\(|:)? ?(?:soit|c'est-à-dire|autrement dit"
    r"|ce qui (?:(?:lui|leur|nous|vous|me) )?(?:fait|donne|assure|garantit|rapporte|vaut)"
    r"|(?:ce qui )?(?:représent\w+|correspond à)|équivalant à|équivaut à|revient à|\() ?"
    r"[^.;:!?\d]{0,30}"
)
# "À raison de 240 euros par mois, une famille débourse 2 880 euros par an"
_AT_RATE = re.compile(
    r"\b(?:à raison|au (?:tarif|prix|rythme|taux|niveau)|sur la base|à (?:ce|un) (?:rythme|tarif))"
    r"(?: de| d'| des?)? ?$"
)
# "Avec un contrat annuel de 2,6 millions, il gagne 50 000 euros par semaine"
_WITH_PAY = re.compile(
    r"\b(?:avec|grâce à) (?:une?|son|sa|ce|cet|cette) (?:contrat|salaire|rémunération|traitement"
    r"|paie|indemnité|revenu)\b[^.;:,\d]{0,30}$",
    re.IGNORECASE,
)
_EARNS = re.compile(
    r",? (?:[^\W\d_']+ |l'){1,4}?(?:gagne|touche|perçoit|reçoit|empoche|encaisse|émarge à)"
    r"(?: donc| ainsi| environ| près de| quelque)* "
)
# "Ce qui lui donne droit à une aide", "représente une hausse", "1 690 euros après impôt".
_NO_EQUATION = re.compile(
    r"\b(?:droit à|hausse|surcoût|économies?|rente|aide|prime|intérêts|impôts?|taxe|remise|rabais"
    r"|gain|perte|de plus|de moins|supplémentaires?|pour (?:une?|deux|trois|quatre|cinq)"
    r"|une fois)\b"
)
_YIELDS = re.compile(
    r"ce qui (?:(?:lui|leur|nous|vous|me) )?(?:assure|garantit|rapporte|vaut|donne)"
    r"|ce qui (?:lui|leur|nous|vous|me) fait|(?<!ce qui )représent"
)
_SAVES = re.compile(r"\b(?:cotis|épargn|plac|vers|invest|mis)\w*")
_AND_SO = re.compile(r"(?![^.;:!?]*\b(?:contre|dont|autre|hors|malgré|aides?)\b)[^.;:!?\d]{0,110}")
_FLOWS = {"l/min": "l", "l/s": "l", "l/h": "l", "m³/s": "m³", "m³/h": "m³", "m³/min": "m³"}
_FLOW = re.compile(r"(?: par |/ ?| à la )(?P<every>secondes?|minutes?|heures?|min|s|h)$", re.I)
_EVERY = {
    "seconde": "seconds", "s": "seconds", "minute": "minutes", "min": "minutes",
    "heure": "hours", "h": "hours",
}  # fmt: skip
# "Neuf par jour en semaine et cinq le week-end, soit 55 par semaine".
_PART_OF_WEEK = re.compile(
    r"\b(?:en semaine|le week-end|les week-ends|(?:le|les) (?:samedi|dimanche)s?|jours (?:ouvrés"
    r"|ouvrables|fériés)|du lundi au|hors|sauf|pendant les vacances|en saison)\b"
)
_IN_YEAR = re.compile(r" en (?:19|20)\d{2}\b")
_PER = re.compile(r" par (?P<noun>[^\W\d_]{3,})")
_FOR = re.compile(
    r"[^.;:!?]{0,40}?\bpour (?:les |ses |nos )?|[^.;:!?]{0,20}? (?:entre|dans) (?:les )?"
)
# "150 euros par mois pendant dix mois": not in each month of the year
_FOR_SO_LONG = re.compile(r" (?:par|chaque) [^\W\d_]+,? (?:pendant|durant|sur|de \w+ à) ")
# "200 paniers à 12 euros par semaine": of each of them.
_SO_MANY_AT = re.compile(r"\d [^.;:,()\d]{2,30} (?:à|au prix de|au tarif de) $")
# "Deux tasses par personne et par jour": of each of them, not of all.
_OF_EACH_TOO = re.compile(r"[^.;:!?\d]{0,25} par [^\W\d_]+,? (?:et )?par [^\W\d_]+")
_ON_AVERAGE = re.compile(r"[^.;:!?\d]{0,30}en moyenne|[^.;:!?\d]{0,12}chacun")
_FALLS = re.compile(r"\b(?:baiss|recul|chut|dimin|rédu|perd|fond|repli|décr|[–−-]\d)")
_SO_MUCH = re.compile(
    r"\b(?:soit|représente|représentant|correspond|c'est-à-dire|ce qui (?:fait|donne)|moyenne)\b"
)


def find(context: Context) -> Iterator[Rate]:
    plain = context.document.plain
    for sentence in context.sentences:
        figures = usable(sentence.quantities)
        if len(figures) < 2:
            continue
        yield from _by_period(plain, sentence, figures)
        yield from _two_of_year(plain, sentence, figures)
        yield from _by_head(plain, figures)
        yield from _by_named_head(plain, figures)
        yield from _over_years(plain, sentence, figures)


def _by_period(
    plain: str, sentence: ScannedSentence, figures: Sequence[Quantity]
) -> Iterator[Rate]:
    figures = [_of_flow(one) for one in figures]
    periods = {
        one.extent: _period_of_flow(plain, one) or period_of(plain, sentence, figures, one)
        for one in figures
    }
    year = _of_year(plain, sentence, figures)
    if year is not None and periods[year.extent] is None:
        periods[year.extent] = YEAR
    for first, second in pairwise(figures):
        one, other = periods[first.extent], periods[second.extent]
        start = sentence.extent.start
        if one is None and other and is_yearly_salary(plain, start, first, second, other):
            one = YEAR
        link = _IN_YEAR.sub("", plain[end_of(first) : second.reach.start])
        if _PART_OF_WEEK.search(link):
            continue
        at_rate = _AT_RATE.search(words_before(plain, first.reach.start, 30))
        said = _SO.fullmatch(link) or (at_rate and _AND_SO.fullmatch(link))
        said = said or (_EARNS.fullmatch(link) and _is_with_pay(plain, first))
        around = lower(link + words_after(plain, end_of(second), 40).partition(",")[0])
        saved = _SAVES.search(lower(words_before(plain, first.reach.start, 60)))
        loosely = _YIELDS.search(link) or _EARNS.fullmatch(link)
        if loosely and (saved or _NO_EQUATION.search(around)):
            continue
        if one is None or other is None or one == other or said is None:
            continue
        if all(_period_of_flow(plain, each) for each in (first, second)):
            continue  # a conversion
        second = in_unit_of(second, first) or in_measure_of(second, first)
        if not same_thing(first, second) or is_surplus(plain, second):
            continue
        if _SO_MANY_AT.search(words_before(plain, first.reach.start, 40)):
            continue
        ends = (first.extent.end, second.extent.end)
        if any(_FOR_SO_LONG.match(plain, end) or _OF_EACH_TOO.match(plain, end) for end in ends):
            continue
        for longer, shorter, total, stated in (
            (one, other, first, second),
            (other, one, second, first),
        ):
            counts = parts_of(longer, shorter, sentence.extent.of(plain))
            if counts:
                usual, at = counts[0].ends[0], [first, second]
                result = total if total is second else None
                yield Rate(total, counts, usual, NAMES[shorter], stated, at, result=result)


def _is_with_pay(plain: str, figure: Quantity) -> bool:
    return _WITH_PAY.search(words_before(plain, figure.reach.start, 70)) is not None


def _of_flow(figure: Quantity) -> Quantity:
    """ "3 litres par minute", which is a unit, as so many litres."""
    flow = _FLOWS.get(figure.unit or "")
    return figure if flow is None else replace(figure, unit=flow)


def _period_of_flow(plain: str, figure: Quantity) -> str | None:
    told = _FLOW.search(figure.extent.of(plain))
    return None if told is None else _EVERY[lower(told["every"])]


def _of_year(plain: str, sentence: ScannedSentence, figures: Sequence[Quantity]) -> Quantity | None:
    """The only count of a sentence that names one year: "3 650 vols en 2022, soit dix par jour"."""
    years = [one for one in sentence.times if one.grain is Grain.YEAR and not one.parts]
    if len(years) != 1 or len(figures) != 2 or figures[0].kind is not QuantityKind.COUNT:
        return None
    first, second = figures
    told = years[0].extent.start < second.extent.start
    if any(one.kind is TimeKind.DURATION for one in sentence.times):
        return None  # "En 2019, 940 visites en vingt jours, soit 47 par jour"
    return first if told and not is_surplus(plain, first) else None


def _two_of_year(
    plain: str, sentence: ScannedSentence, figures: Sequence[Quantity]
) -> Iterator[Rate]:
    """ "730 tués et 9 125 blessés en 2007, soit deux morts et 25 blessés par jour"."""
    years = [one for one in sentence.times if one.grain is Grain.YEAR and not one.parts]
    durations = any(one.kind is TimeKind.DURATION for one in sentence.times)
    if len(years) != 1 or durations or len(figures) < 4:
        return
    first, second, one, other = figures[-4:]
    period = period_of(plain, sentence, figures, other)
    so = _SO.fullmatch(_IN_YEAR.sub("", plain[end_of(second) : one.reach.start]))
    both = plain[end_of(one) : other.reach.start] in {" et ", " et de ", " et quelque "}
    counts = all(figure.kind is QuantityKind.COUNT for figure in figures)
    if not (so and both and counts and period) or years[0].extent.start > one.extent.start:
        return
    parts = parts_of(YEAR, period, sentence.extent.of(plain))
    for total, stated in ((first, one), (second, other)) if parts else ():
        usual, at = parts[0].ends[0], [total, stated]
        yield Rate(total, parts, usual, NAMES[period], stated, at)


def _by_head(plain: str, figures: Sequence[Quantity]) -> Iterator[Rate]:
    """ "18 millions pour 60 000 habitants, soit 300 euros par habitant"."""
    grammar = lexicon().grammar
    for total, count, stated in zip(figures, figures[1:], figures[2:], strict=False):
        if count.kind is not QuantityKind.COUNT or not count.strict.positive:
            continue
        tied = _FOR.fullmatch(plain[end_of(total) : count.reach.start])
        per = _PER.match(plain, end_of(stated))
        average = _ON_AVERAGE.match(plain, end_of(stated)) or _average_before(plain, count, stated)
        noun = None if per is None else singular_of(lower(per["noun"]), grammar.invariable)
        alike = noun is not None and noun == count.of and total.unit == stated.unit
        one_thing = same_thing(total, stated) and len({total.of, stated.of} - {None}) < 2
        told = alike or (average and one_thing)
        near = alike and re.fullmatch(r"[^.;:!?()]{0,50}", plain[end_of(total) : count.reach.start])
        if (tied or near) and told and count.value is not None:
            bounds, name = count.recomputed(loose=False), count.of or "unité"
            rates = [
                Rate(one, [bounds], count.value, name, stated, [one, count])
                for one in (total, *figures)
                if one.unit == total.unit and one not in (count, stated)
            ]
            yield next((rate for rate in rates if rate.holds(loose=True)), rates[0])


def _by_named_head(plain: str, figures: Sequence[Quantity]) -> Iterator[Rate]:
    """ "La ville de 20 000 habitants doit 30 millions, soit 1 500 euros par habitant"."""
    invariable = lexicon().grammar.invariable
    for count, total, stated in zip(figures, figures[1:], figures[2:], strict=False):
        per = _PER.match(plain, end_of(stated))
        told = _SO_MUCH.search(plain[end_of(total) : stated.reach.start])
        if per is None or not told or count.of is None or not same_thing(total, stated):
            continue
        named = singular_of(lower(per["noun"]), invariable) == count.of
        if named and count.value is not None and count.strict.positive:
            bounds = count.recomputed(loose=False)
            yield Rate(total, [bounds], count.value, count.of, stated, [total, count])


def _average_before(plain: str, count: Quantity, stated: Quantity) -> bool:
    return "en moyenne" in plain[end_of(count) : stated.reach.start]


def _over_years(
    plain: str, sentence: ScannedSentence, figures: Sequence[Quantity]
) -> Iterator[Rate]:
    """ "1 400 milliards sur huit ans, soit 175 par an"."""
    for total, stated in pairwise(figures):
        per = period_of(plain, sentence, figures, stated)
        link = plain[end_of(total) : stated.reach.start]
        if per is None or not same_thing(total, stated) or not _SO_MUCH.search(link):
            continue
        for time in sentence.times:
            inside = end_of(total) <= time.extent.start < stated.reach.start
            length = length_of(time)
            over = OVER.search(plain[end_of(total) : time.extent.start])
            if inside and length is not None and over and unit_of(length, None) == per:
                usual: Decimal = getattr(length, per)
                counts = [Bounds.exactly(usual), *_compounded(plain, total, usual)]
                yield Rate(total, counts, usual, NAMES[per], stated, [total])


def _compounded(plain: str, total: Quantity, years: Decimal) -> Sequence[Bounds]:
    """So many years that a growth in percent is of, each on top of the year before.

    30 % in six years are 4,5 % a year: 6,7 times as much, which is told as their rate as well.
    """
    if total.kind is not QuantityKind.PERCENT or not total.value:
        return []
    falls = _FALLS.search(lower(words_before(plain, total.reach.start, 60))) is not None
    grown = 1 + (-1 if falls else 1) * total.value / 100
    yearly = abs(grown ** (1 / years) - 1) * 100 if grown > 0 else Decimal(0)
    return [Bounds.exactly(total.value / yearly)] if yearly else []
