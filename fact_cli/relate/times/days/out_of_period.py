"""Days told of a school year or a season that lie in another year than its two.

"L'année scolaire 2021-2022 s'ouvre le 13 septembre. … en congé à partir du 29 octobre 2027".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import lower, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import TimeExpression
from fact_cli.model.periods import OutOfPeriod
from fact_cli.model.times import CalendarForm, RangeForm
from fact_cli.relate.context import Context

_CUES = ("scolaire", "académique", "universitaire", "saison", "calendrier", "rentrée")
_WHOLE = re.compile(
    r"\b(?:année (?:scolaire|académique|universitaire)|calendrier scolaire|rentrée(?: scolaire)?"
    r"|vacances(?: scolaires)?|saison(?: sportive| théâtrale| culturelle)?|championnat|calendrier)"
    r"(?: de| pour)? ?(?:l'année |la saison )?$"
)
_OF_THE_YEAR = re.compile(
    r"\b(?:congés?|vacances|trimestres?|semestres?|rentrée|reprise des cours|examens?|trêve"
    r"|compositions|toussaint|noël|pâques|détente|relâche|carnaval)\b"
)
_OTHERWISE = re.compile(
    r"\b(?:arrêté|décret|loi|circulaire|signé|adopté|dernier|dernière|précédent\w*|prochain\w*"
    r"|suivant\w*|contrat|bail|convention|depuis|créé\w*|fondé\w*|né|née|jusqu'en|horizon|réforme"
    r"|contre|comme|rappel\w*|avait|avaient|d'ici|plan|programme"
    r"|nouve\w+|ouvrira|bâtiment|constru\w+|chantier|travaux|accueiller\w+)\b"
)
REACH = 5  # sentences behind the one that names the school year


def find(context: Context) -> Iterator[OutOfPeriod]:
    if not context.tells(_CUES):
        return
    plain, sentences = context.document.plain, context.sentences
    named = [
        (index, time, years)
        for index, sentence in enumerate(sentences)
        for time in sentence.times
        if (years := _school_year(plain, time)) is not None
    ]
    if len({years for _, _, years in named}) != 1:
        return
    by_sentence = {at: (time, years) for at, time, years in named}
    for at, sentence in enumerate(sentences):
        near = next((i for i in range(at, at - REACH - 1, -1) if i in by_sentence), None)
        if near is None or _OTHERWISE.search(lower(sentence.extent.of(plain))):
            continue
        whole, years = by_sentence[near]
        if sentence.sentence.block == sentences[near].sentence.block:
            yield from (OutOfPeriod(whole, one) for one in _strays(plain, sentence, years))


def _school_year(plain: str, time: TimeExpression) -> tuple[int, int] | None:
    """The two years of "l'année scolaire 2021-2022"."""
    form = time.form
    match form:
        case RangeForm(begin=CalendarForm(parts=first), end=CalendarForm(parts=last)):
            one, two = first.year, last.year
        case _:
            return None
    bare = first.month is None and last.month is None
    if not bare or one is None or two is None or two != one + 1:
        return None
    told = lower(time.extent.of(plain))
    ahead = words_before(plain, time.extent.start, 45)
    named = told.startswith(("année ", "saison ", "calendrier ", "rentrée "))
    return (one, two) if named or _WHOLE.search(ahead) else None


def _strays(
    plain: str, sentence: ScannedSentence, years: tuple[int, int]
) -> Iterator[TimeExpression]:
    """The days with a year far from those two, whose weekday fits one of them."""
    if not _OF_THE_YEAR.search(lower(sentence.extent.of(plain))):
        return
    for time in (leaf for whole in sentence.times for leaf in whole.leaves):
        form = time.form
        if not isinstance(form, CalendarForm) or not form.parts.complete:
            continue
        year = form.parts.year
        if year is None or year in years or abs(year - years[0]) == 1:
            continue
        if form.weekday is None or any(_falls_on(form, one) for one in years):
            yield time


def _falls_on(form: CalendarForm, year: int) -> bool:
    day = form.parts.in_year(year).interval().begin
    return day is not None and day.weekday() == form.weekday
