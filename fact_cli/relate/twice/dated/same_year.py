"""A year compared with itself: "92 millions pour 2020 contre 90 millions pour 2020"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fact_cli.lang.words import MONTH, lower, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity, QuantityKind, TimeExpression
from fact_cli.model.same import YearTwice
from fact_cli.model.times import CalendarForm, FractionForm, NthForm
from fact_cli.relate.changes.pairs import comparable
from fact_cli.relate.changes.told_times import IMPERFECT
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import end_of
from fact_cli.relate.passage import adjoin

_CUES = ("contre", "au lieu d", "qu'en", "par rapport", "au regard", "compar", "même")
_FOR = re.compile(
    r"(?: [^\W\d_]+(?:'[^\W\d_]+)?){0,4} ?\(?(?:en|pour|sur|en fin|fin|à fin|au titre de|l'an)"
    r"(?: l'année| l'exercice)? "
)
_AGAINST = re.compile(r",? ?\(?(?:contre|au lieu de|après)(?: (?:les|seulement|quelque|près de))? ")
# What is told of a year, over or below that year: "en recul par rapport à 2010".
_THAN = re.compile(
    r"\b(?:(?:recul|baisse|hausse|repli|progress|augment|diminu|chut|croissance|mieux|pire|plus|moins"
    r"|supérieur|inférieur)\w*(?: [^\W\d_]+){0,3}(?: de [\d,. ]+ ?%)?,? "
    r"(?:qu'en|par rapport à|comparée?s? à|au regard de|vis-à-vis de)"
    r"|alors qu'en|tandis qu'en)(?: l'année)? $"
)
_WAS = re.compile(r",? [^.;:()\d]{0,80}\b(?:avait|avaient|était|étaient)\b")
_TAKES_UP = re.compile(
    r"(?:Ce|Cet|Cette|Ces) (?:bilan|chiffre|résultat|total|score|nombre|niveau|volume|taux|montant"
    r"|performance|contre-performance|moyenne|fréquentation|production|récolte|recette)s?\b"
    r"|(?:Un|Une) (?:bilan|chiffre|résultat|score|performance|contre-performance|chute|hausse"
    r"|baisse|progression|recul)\b"
)
_IN = re.compile(
    r"(?:En |L'année |\b(?:en|de|pour) (?:l'année )?"
    r"|\b[Ll]?'?(?:récolte|production|collecte|moisson|campagne|vendange|cuvée|édition|saison|budget"
    r"|exercice|bilan|résultat|chiffre d'affaires|bénéfice|déficit|recensement|contingent"
    r"|dotation|subvention|promotion|cru|millésime|rentrée)s? )$"
)
_BASE = (
    r"\b(?:par rapport|comparativement|compar\w+|rapportée?s?|contre|au regard|vis-à-vis|qu'|que"
    r"|en regard)(?: (?:à|au|aux|de|du|d'))?"
)
_SAME_PERIOD = re.compile(
    rf"{_BASE} ?(?:(?:sur|pendant|durant|lors|pour|dans|en|au cours|à|de|d'|ceux|celles|celui"
    r"|celle) ?)*"
    r"(?:la même (?:période|époque|date|saison)|les mêmes (?:mois|semaines)"
    r"|l[ae] même (?:mois|trimestre|semestre|semaine|intervalle|moment))"
    r"(?: de l'(?:an|année)| de| d'| en)? $"
)
_AS_BASE = re.compile(rf"{_BASE} ?(?:celui |celle |ceux |celles )?(?:de |d'|du |en |au |aux )?$")
# Two clauses, or two places, each with its figure.
_CLAUSE = re.compile(r"[;:.]|\b(?:et|mais|tandis|alors|puis)\b")
_OTHERS = re.compile(
    r"\b(?:prévu\w*|prévision\w*|budget\w*|objectif\w*|estim\w+|attendu\w*|initial\w*|trimestre"
    rf"|semestre|mois|{MONTH}"
    r"|hors|moyenne (?:nationale|régionale)|ailleurs|voisin\w*|public|privé|hommes|femmes"
    r"|aujourd'hui|désormais|depuis|actuel\w*|cette année)\b"
)
# "(contre 1 240 en 2021)", "après 12 en 2021": the year of what is compared with.
_IS_BASE = re.compile(r"(?:\b(?:contre|après|au lieu d|compar\w+|par rapport)|\()[^.;:()]*$")
_WORD = re.compile(r"[^\W\d_]{4,}")
MANY = 24  # figures and times: a sentence with more of them is a table
NEAR = 30  # characters behind a figure in which its year stands


def find(context: Context) -> Iterator[YearTwice]:
    if not context.tells(_CUES):
        return
    plain, sentences = context.document.plain, context.sentences
    for index, sentence in enumerate(sentences):
        if len(sentence.quantities) + len(sentence.times) > MANY:
            continue
        yield from _same_period(plain, sentence)
        if not _years(sentence):
            continue
        yield from _against(plain, sentence)
        former = sentences[index - 1] if index else None
        if former is not None and not adjoin(plain, former, sentence):
            former = None
        yield from _than(plain, former, sentence)


def _years(sentence: ScannedSentence) -> list[TimeExpression]:
    return [
        time
        for time in sentence.times
        if isinstance(time.form, CalendarForm)
        and time.form.parts.year is not None
        and time.form.parts.month is None
    ]


def _year(time: TimeExpression) -> int | None:
    return time.form.parts.year if isinstance(time.form, CalendarForm) else None


def _against(plain: str, sentence: ScannedSentence) -> Iterator[YearTwice]:
    """ "158 millions pour 2020 contre 157 millions pour 2020": both right behind their figures."""
    years = _years(sentence)
    for one, other in pairwise(sentence.quantities):
        own, again = (_behind(plain, each, years) for each in (one, other))
        if own is None or again is None or own is again or _year(own) != _year(again):
            continue
        link = lower(plain[own.extent.end : other.reach.start])
        apart = one.value is not None and other.value is not None and one.value != other.value
        told = _words(plain, other, again) <= _words(plain, one, own)
        if _AGAINST.fullmatch(link) and apart and told and comparable(one, other):
            yield YearTwice(own.extent, again.extent, _year(own) or 0)


def _same_period(plain: str, sentence: ScannedSentence) -> Iterator[YearTwice]:
    """ "Au cours des dix premiers mois de 2016, par rapport à la même période de 2016"."""
    leaves = [leaf for time in sentence.times for leaf in time.leaves]
    for one, other in pairwise([leaf for leaf in leaves if _year_within(leaf) is not None]):
        year, link = _year_within(other), lower(plain[one.extent.end : other.extent.start])
        if year != _year_within(one) or _CLAUSE.search(link):
            continue
        if _SAME_PERIOD.search(link) or (_is_one_part(one, other) and _AS_BASE.search(link)):
            yield YearTwice(one.extent, other.extent, year or 0)


def _words(plain: str, figure: Quantity, year: TimeExpression) -> set[str]:
    """The words between a figure and its year, by which two figures may be of two things."""
    return set(_WORD.findall(lower(plain[end_of(figure) : year.extent.start])))


def _year_within(time: TimeExpression) -> int | None:
    """The year by which a year, a month, a quarter or several months of it are told."""
    match time.form:
        case CalendarForm(parts=parts) | NthForm(whole=CalendarForm(parts=parts)):
            return parts.year
        case FractionForm(year=year):
            return year
        case _:
            return None


def _is_one_part(one: TimeExpression, other: TimeExpression) -> bool:
    """Whether two times are one and the same month, quarter or half of a year."""
    part = isinstance(one.form, FractionForm | NthForm) or (
        isinstance(one.form, CalendarForm) and one.form.parts.month is not None
    )
    return part and one.form == other.form


def _behind(plain: str, figure: Quantity, years: Sequence[TimeExpression]) -> TimeExpression | None:
    for time in years:
        gap = plain[end_of(figure) : max(end_of(figure), time.extent.start)]
        if time.extent.start >= end_of(figure) and len(gap) <= NEAR and _FOR.fullmatch(gap):
            return time
    return None


def _than(
    plain: str, former: ScannedSentence | None, sentence: ScannedSentence
) -> Iterator[YearTwice]:
    """What is told of a year, said to lie over or below that of the same year."""
    years = _years(sentence)
    whole = lower(plain[(former or sentence).extent.start : sentence.extent.end])
    for time in years:
        ahead = words_before(plain, time.extent.start, time.extent.start - sentence.extent.start)
        if not _THAN.search(ahead) or _OTHERS.search(whole):
            continue
        own = [one for one in years if one.extent < time.extent]
        if not own and former is not None and _goes_on(plain, sentence, time):
            own = _years(former)
            ahead = lower(former.extent.of(plain))
        if own and _IS_BASE.search(words_before(plain, own[0].extent.start, NEAR)):
            continue
        if len(own) != 1 or _year(own[0]) != _year(time) or IMPERFECT.search(ahead):
            continue
        lead = plain[max(0, own[0].extent.start - 12) : own[0].extent.start]
        counted = [one for one in (former or sentence).quantities if one.kind in _COUNTED]
        if _IN.search(lead) and counted:
            yield YearTwice(own[0].extent, time.extent, _year(time) or 0)
            return


def _goes_on(plain: str, sentence: ScannedSentence, time: TimeExpression) -> bool:
    """Whether a sentence takes up the figure before it, and tells what was then."""
    taken = _TAKES_UP.match(plain, sentence.extent.start) is not None
    return taken and _WAS.match(plain, time.extent.end) is not None


_COUNTED = {
    QuantityKind.COUNT, QuantityKind.PERCENT, QuantityKind.MONEY, QuantityKind.NUMBER,
    QuantityKind.DIMENSION,
}  # fmt: skip
