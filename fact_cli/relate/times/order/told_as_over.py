"""A year, half or quarter of which an article speaks as over before it is.

"Avec 57 000 voyageurs accueillis en 2016, la gare bat son record de 2015", told in January 2016;
"le premier semestre 2014, désormais derrière nous", told in May.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from fact_cli.lang.words import lower, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import PartialDate
from fact_cli.model.lapse import TensedDay
from fact_cli.model.mention import QuantityKind, TimeExpression
from fact_cli.model.times import CalendarForm, FractionForm, NthForm
from fact_cli.relate.context import Context
from fact_cli.relate.passage import adjoin
from fact_cli.relate.times.moments import dates, published

FAR = 5  # days before its end from which a period may be told as over
EARLY = 45  # days of a year in which no figure can be that of all of it

_OVER = re.compile(
    r",? (?:est |s'est |sont |se sont |qui s'est |qui est |qui vient de |vient de )?"
    r"(?:désormais |maintenant |aujourd'hui |à présent |déjà |enfin )?"
    r"(?:derrière nous|achevée?s?|écoulée?s?|terminée?s?|bouclée?s?|révolue?s?|refermée?s?|finie?s?"
    r"|s'achever|se terminer|se clore|s'écouler)\b(?! (?:pour|de|par)\b)"
)
_DONE = re.compile(
    r"\b(?:accueilli|enregistré|vendu|produit|recensé|comptabilisé|transporté|dénombré|écoulé"
    r"|exporté|importé|livré|immatriculé|construit|traité|réalisé|dégagé|collecté|récolté"
    r"|versé|perçu|constaté|observé|signé|délivré|logé|soigné|fréquenté)e?s?\b[^.;:()]{0,30}"
    r"\b(?:en|au cours de|durant|pendant|sur) (?:(?:toute |l'ensemble de )?l'année )?$"
)
_RECORD = re.compile(
    r"\b(?:records?|bilan|(?:hausse|baisse|recul|repli|progress\w+|augment\w+|croissance|bond)\b)"
)
_AGAINST = (
    r"\b(?:par rapport|contre|qu'en|après|compar\w+|sur|au regard)\b[^.;:()]{{0,40}}\b{year}\b"
)
_AHEAD = re.compile(
    r"\b(?:prév\w+|attend\w+|objectif\w*|budget\w*|devr\w+|ser(?:a|ont|ai\w+)|depuis|janvier|février"
    r"|déjà|début|premi(?:ers?|ères?) (?:jours?|semaines?)|estim\w+|tabl\w+|projet\w*|espér\w+"
    r"|vis\w+|exercice|fiscal\w*|clos|prochain\w*|d'ici|fin)\b"
)


def find(context: Context) -> Iterator[TensedDay]:
    now, plain = published(context), context.document.plain
    today = None if now is None else now.interval.begin
    if today is None:
        return
    for index, sentence in enumerate(context.sentences):
        for time in dates(sentence) + _stretches(sentence):
            end = time.interval.end
            if end is None or (end - today).days < FAR or context.quoted(time.extent):
                continue
            behind = context.sentences[index + 1] if index + 1 < len(context.sentences) else None
            if _is_told_as_over(plain, time) or _is_summed_up(plain, sentence, behind, time, today):
                yield TensedDay(time, end, past=True, published=today)


def _stretches(sentence: ScannedSentence) -> list[TimeExpression]:
    return [time for time in sentence.times if isinstance(time.form, NthForm)]


def _is_told_as_over(plain: str, time: TimeExpression) -> bool:
    """ "Le premier semestre 2014 désormais derrière nous"."""
    match time.form:
        case CalendarForm(parts=parts):
            whole = parts.year is not None and parts.day is None
        case FractionForm(year=year):
            whole = year is not None
        case NthForm():
            whole = True
        case _:
            return False
    return whole and _OVER.match(plain, time.extent.end) is not None


def _is_summed_up(
    plain: str,
    sentence: ScannedSentence,
    behind: ScannedSentence | None,
    time: TimeExpression,
    today: date,
) -> bool:
    """A total of a year, held against the year before, in the first weeks of that year."""
    year = today.year
    if not isinstance(time.form, CalendarForm) or time.form.parts != PartialDate(year):
        return False
    if (today - date(year, 1, 1)).days > EARLY:
        return False
    end = sentence.extent.end
    if behind is not None and adjoin(plain, sentence, behind):
        end = behind.extent.end
    words = lower(plain[sentence.extent.start : end])
    counted = [one for one in sentence.quantities if one.kind is not QuantityKind.ORDINAL]
    ahead = words_before(plain, time.extent.start, time.extent.start - sentence.extent.start)
    if not counted or _AHEAD.search(words) or not _DONE.search(ahead):
        return False
    against = re.search(_AGAINST.format(year=year - 1), words)
    return against is not None or _RECORD.search(words) is not None
