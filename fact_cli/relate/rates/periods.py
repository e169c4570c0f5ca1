"""The period that a figure is told for, and how many of one period are in another."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from fact_cli.lang.words import lower
from fact_cli.model.bounds import Bounds, quotient
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Duration
from fact_cli.model.mention import Quantity, TimeExpression, TimeKind
from fact_cli.model.text import Extent
from fact_cli.model.times import LengthForm, RangeForm, SetForm
from fact_cli.relate.context import tells
from fact_cli.relate.neighbours import end_of
from fact_cli.relate.passage import Passage

# How many of the shorter period are in the longer, first the one to show; then the habits:
# working days, weeks without holidays.
DAY, WEEK, MONTH, YEAR = "days", "weeks", "months", "years"
PARTS: Mapping[tuple[str, str], Sequence[tuple[str, str]]] = {
    (YEAR, MONTH): [("12", "12")],
    (YEAR, WEEK): [("52", "52.3"), ("44", "48")],
    (YEAR, DAY): [("365", "366"), ("200", "261"), ("300", "313")],
    (MONTH, WEEK): [("4", "4.43")],
    (MONTH, DAY): [("30", "31"), ("28", "28"), ("20", "23"), ("25", "26")],
    (WEEK, DAY): [("7", "7"), ("6", "6"), ("5", "5"), ("4", "4")],
    (DAY, "hours"): [("24", "24"), ("7", "12")],
    (YEAR, "hours"): [("8760", "8784"), ("1400", "2200")],
    (YEAR, "minutes"): [("525600", "527040")],
    (YEAR, "seconds"): [("31536000", "31622400")],
    (DAY, "minutes"): [("1440", "1440")],
    (DAY, "seconds"): [("86400", "86400")],
    ("hours", "minutes"): [("60", "60")],
    ("hours", "seconds"): [("3600", "3600")],
    ("minutes", "seconds"): [("60", "60")],
}
_DURING = re.compile(
    r"\b(?:en|sur|depuis|pendant|durant|ces|au (?:cours|fil) de)(?: les| ces)? [^.;:,]{3,40}$",
    re.IGNORECASE,
)
NAMES = {
    YEAR: "an", MONTH: "mois", WEEK: "semaine", DAY: "jour", "hours": "heure",
    "minutes": "minute", "seconds": "seconde",
}  # fmt: skip
OVER = re.compile(r" (?:sur|en|pendant|durant|au cours de|dans) (?:les |ces )?$")
_OF_ADJECTIVE = {
    "annuel": YEAR, "mensuel": MONTH, "hebdomadaire": WEEK, "quotidien": DAY, "journalier": DAY,
    "horaire": "hours",
}  # fmt: skip
_ADJECTIVE = re.compile(rf"\b(?P<word>{'|'.join(_OF_ADJECTIVE)})(?:le|ne)?s?\b[^.;:]{{0,60}}$")
_PAY = re.compile(
    r"\b(?:salair|salari|rémunér|pai?e\b|payé|traitement|gagn|touch|émarge|perç|brut|net\b|nets\b"
    r"|revenus?\b|appointement|cachet|solde\b|treizième|13e mois)"
)
# On how many days of the year there is school, or as many passengers as are told.
_DAYS_OPEN = (
    (re.compile(r"\b(?:cantine|écol|élève|scolaire|repas|crèche|périscolaire)"),
     Bounds(Decimal(130), Decimal(200))),
    (re.compile(r"\b(?:voyageur|passager|usager|trajet|validation|véhicule|repas|client)"),
     Bounds(Decimal(261), Decimal(313))),
)  # fmt: skip
# What the text itself counts: "une semaine de cinq jours", "sur treize mois", "jour et nuit".
_TOLD_DAYS = re.compile(
    r"\bsemaines? de (?P<week>quatre|cinq|six|sept|[4-7]) jours\b"
    r"|\b(?P<of>quatre|cinq|six|sept|[4-7]) jours (?:sur (?:sept|7)|(?:par|de la|chaque) semaine)\b"
    r"|\b(?P<all>week-ends? (?:et jours fériés )?(?:compris|inclus)|7 ?j(?:ours)?(?:/| sur )7"
    r"|dimanches? (?:et (?:jours )?fériés )?compris|jour et nuit,? toute l'année)\b"
)
_TOLD_MONTHS = re.compile(r"\b(?:sur|pendant) (?P<many>douze|treize|quatorze|1[234]) mois\b")
# "Soit 24 000 euros par an, quand son collègue est payé sur treize mois": another's habit.
_OF_ANOTHER = re.compile(
    r";|\b(?:quand|tandis qu[e']|alors qu[e']|contrairement|chez|contre|à la différence)"
)
_SMALL = {"quatre": 4, "cinq": 5, "six": 6, "sept": 7, "douze": 12, "treize": 13, "quatorze": 14}
_ALL_YEAR = re.compile(
    r" (?:sur|à|en) (?:l'année|un an|douze mois|un exercice(?: complet)?)\b(?! de )"
    r"|[^.;:,()\d]{0,40} (?:sur un exercice complet|au (?:terme|bout) des? (?:douze mois|l'exercice"
    r"|l'année))\b| (?:par|chaque) (?:saison|exercice)\b| la saison\b"
)
# "un salaire de 6,3 millions, soit 60 000 euros par semaine": such sums are told by the year.
_SALARY = re.compile(
    r"\b(?:salaires?|rémunérations?|émoluments|appointements|traitement)"
    r" (?:[^\W\d_]+ ){0,2}(?:de|d'|à|s'élève à|atteint|est de)"
    r" (?:près de |environ |quelque |plus de )?$"
)
_NO_YEAR = re.compile(r"\b(?:contrat|durée|ans|mois d[e']|mensuel|cumul\w*|total\w*|bonus|prime)\b")
# The least number of the shorter period from which a salary can be that of a year.
_LEAST_OF_SALARY = {MONTH: 7, WEEK: 20}
_DAYS_OF_WEEK = 7
NEAR = 45  # characters between a figure and the recurrence that it is told for, behind it
AHEAD = 12  # the same where the recurrence stands first


def period_of(
    plain: str, sentence: ScannedSentence, figures: Sequence[Quantity], quantity: Quantity
) -> str | None:
    """The single period that a figure is told for, behind it or right before it."""
    end = end_of(quantity)
    following = min((f.reach.start for f in figures if f.reach.start >= end), default=1 << 60)
    before = max((end_of(f) for f in figures if end_of(f) <= quantity.reach.start), default=0)
    ahead: str | None = None
    for time in sentence.times:
        unit = _single_period(time)
        if unit is None:
            continue
        behind = end <= time.extent.start < following and time.extent.start - end <= NEAR
        if behind and "soit" not in plain[end : time.extent.start]:
            return unit
        if before <= time.extent.start and 0 <= quantity.reach.start - time.extent.end <= AHEAD:
            ahead = unit
    if ahead is not None:
        return ahead
    if _ALL_YEAR.match(plain, end):
        return YEAR
    told = lower(plain[max(before, sentence.extent.start) : quantity.reach.start])
    if not tells(told, _OF_ADJECTIVE):
        return None
    adjectives = list(_ADJECTIVE.finditer(told))
    return _OF_ADJECTIVE[adjectives[-1]["word"]] if adjectives else None


def parts_of(longer: str, shorter: str, words: str) -> Sequence[Bounds]:
    """How many of the shorter period people count in the longer; none where it is not longer.

    ``words`` are those of the sentence: who earns may have a thirteenth month.
    """
    told = _told_parts(longer, shorter, lower(words))
    if told is not None:
        return [Bounds.exactly(told)]
    found = [Bounds(Decimal(low), Decimal(high)) for low, high in PARTS.get((longer, shorter), ())]
    if (longer, shorter) == (YEAR, MONTH) and _PAY.search(lower(words)):
        found.append(Bounds.exactly(13))
    if (longer, shorter) == (YEAR, DAY):
        found += [days for told, days in _DAYS_OPEN if told.search(lower(words))]
    return found


def _told_parts(longer: str, shorter: str, words: str) -> int | None:
    """How many of the shorter period the text itself counts in the longer."""
    if (longer, shorter) == (WEEK, DAY) and (days := _own(_TOLD_DAYS, words)):
        if days["all"]:
            return _DAYS_OF_WEEK
        told = days["week"] or days["of"]
        return _SMALL.get(told) or int(told)
    if (longer, shorter) == (YEAR, MONTH) and (months := _own(_TOLD_MONTHS, words)):
        return _SMALL.get(months["many"]) or int(months["many"])
    return None


def _own(told: re.Pattern[str], words: str) -> re.Match[str] | None:
    """What words count of a period, where they do not tell it of somebody else."""
    found = told.search(words)
    return None if found is None or _OF_ANOTHER.search(words, 0, found.start()) else found


def is_yearly_salary(plain: str, start: int, salary: Quantity, each: Quantity, per: str) -> bool:
    """Whether a salary told without a period, in a sentence from ``start``, is that of a year."""
    ahead = lower(plain[start : salary.reach.start])
    if _SALARY.search(ahead) is None or _NO_YEAR.search(ahead) is not None:
        return False
    many, least = quotient(salary.value, each.value), _LEAST_OF_SALARY.get(per)
    return many is not None and least is not None and many >= least


def _single_period(time: TimeExpression) -> str | None:
    """ "par jour" is days; "tous les deux jours" is no single period."""
    form = time.form
    if time.kind is not TimeKind.SET or not isinstance(form, SetForm):
        return None
    return unit_of(form.every, 1)


def unit_of(duration: Duration, count: int | None) -> str | None:
    told = [(name, getattr(duration, name)) for name in NAMES if getattr(duration, name)]
    if len(told) != 1 or (count is not None and told[0][1] != count):
        return None
    return told[0][0]


def length_of(time: TimeExpression) -> Duration | None:
    form = time.form
    return form.duration if isinstance(form, LengthForm) and not form.vague else None


def is_of_longer(passage: Passage, total: Quantity, heads: Extent) -> bool:
    """Whether a total is told for years together, and the heads in a sentence that is not.

    "60 000 voyageurs l'empruntent. En dix ans, elle a coûté 1,2 million".
    """
    own = passage.sentence_of(total)
    if own.extent.holds(heads):
        return False
    others = [one for one in passage.sentences if one.extent.holds(heads)]
    return _is_for_years(passage.plain, own) and not any(
        _is_for_years(passage.plain, one) for one in others
    )


def _is_for_years(plain: str, sentence: ScannedSentence) -> bool:
    """Whether a sentence tells of several years together: "en dix ans", "depuis cinq ans"."""
    for time in sentence.times:
        form = time.form.begin if isinstance(time.form, RangeForm) else time.form
        long = isinstance(form, LengthForm) and form.duration.years > 1
        if long and _DURING.search(plain[max(0, time.extent.start - NEAR) : time.extent.end]):
            return True
    return False
