"""Days told as past that are yet to come, and the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from fact_cli.lang.words import lower, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Grain
from fact_cli.model.lapse import TensedDay, day_of
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import CalendarForm, Deixis, Form, LengthForm, OffsetForm, RangeForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.moments import dates, names_year, published
from fact_cli.scan.tense import tensed_verbs
from fact_cli.scan.times.context import Tense

# A past verb that speaks of a day to come: plans, announcements, terms.
PLANNED = re.compile(
    r"\b(?:devai|prév|fix|annonc|report|programm|décid|promi|promet|choisi|convoqu|confirm|dit|déclar|indiqu"
    r"|précis|accept|prolong|réserv|rendez-vous|demand|propos|retenu|arrêt|invit|assign"
    r"|condamn|renvoy|ajourn|mis en délibéré|estim|espér|attend|appel|engag|inscri|calé|avanc"
    r"|repouss|décal|évoqu|posé|poser|donn|autoris|valid|vot|adopt|obten|rappel|expliqu)[^\W\d_]*\b"
)
# The same of a verb that stands right before the day.
DATED = re.compile(
    r"\b(?:devai|prév|fix|annonc|report|programm|convoqu|attend|calé|renvoy|ajourn|repouss|décal"
    r"|avanc|prolong|assign|invit|reten|choisi|réserv|propos|arrêt)[^\W\d_]*\b"
)
_TERM = re.compile(
    r"\b(?:jusqu|d'ici|pour|à partir|dès|avant|au plus tard|à compter|d'ici au)[^.;:]{0,12}$"
)
# A day for which something is planned is no term: "est prévu pour le 2 janvier 2020".
_PLANNED_FOR = re.compile(
    r"\b(?:prévue?s?|attendue?s?|programmée?s?|convoquée?s?)(?: [^\W\d_]+)? pour (?:le |ce )?$"
)
# A term that runs: "les candidats ont jusqu'au 31 mars 2025", "est ouverte jusqu'au …".
_RUNS = re.compile(
    r"\b(?:(?:a|ont|avez)(?!,? (?:[^\W\d_]+,? )?[^\W\d_]+(?:é|i|u|is|it)e?s?\b)"
    r"|peut|peuvent|pouvez|est|sont|reste|restent|dispose|disposent|court|courent"
    r"|dure|durent|s'étend|se poursuit|se poursuivent|continue|continuent|se tient|a lieu"
    r"|accueille|accueillent|présente|expose|propose)\b[^.;:]{0,60}?$"
)
_IN_MONTH = re.compile(r"\b(?:en|courant|fin|début|mi-) ?$")
_HISTORY = re.compile(r"\b(?:mourra|deviendra|naîtra|sera (?:exécuté|élu|nommé|arrêté|condamné))")
# "La fréquentation aura ainsi progressé de 15 %": a summing-up of what is over.
_SUMS_UP = re.compile(
    r"\baur(?:a|ont)(?: (?:ainsi|donc|déjà|même|encore|bien|toujours|été|[^\W\d_]+ment))*"
    r" (?!lieu\b)[^\W\d_]+(?:é|i|u|is|it|ert)e?s?\b"
)
_NOT = re.compile(r"\b(?:et non|et pas|non pas|au lieu du)\b")
_PARTICIPLE = re.compile(r"(?:é|ée|és|ées|is|ise|it|ite|u|ue|us|ues)\b (?:le |du )?$")
_OWN = re.compile(r"(?: [^\W\d_]+){0,2} (?:le |du )?")  # "sera bientôt inauguré le"
_BREAK = re.compile(r"[,;:()]| (?:et|qui|que|dont|où|mais) ")
# "Le banquet, samedi 24 juin 2023, a réuni cent convives": a day of the subject, what happened.
_HELD = re.compile(
    r" (?:a|ont)(?: (?:aussi|également|ainsi|encore|bien|de nouveau|[^\W\d_]+ment))?"
    r" (?:réuni|rassemblé|attiré|accueilli|permis|donné lieu|tourné|duré|eu lieu|débuté|commencé"
    r"|démarré|pris fin|été (?:suivie?s?|marquée?s?|l'occasion|émaillée?s?|ponctuée?s?|perturbée?s?"
    r"|animée?s?|honorée?s?|présidée?s?|ouverte?s?|clôturée?s?|interrompue?s?|égayée?s?))\b"
    r"| (?:s'est|se sont)(?: [^\W\d_]+ment| bien| encore)? (?:déroulée?s?|tenue?s?|terminée?s?"
    r"|achevée?s?|soldée?s?|poursuivie?s?|conclue?s?|prolongée?s?|ouverte?s?)\b"
)
# "L'appel à bénévoles pour la fête du 24 juin a attiré …": what goes before it.
_AHEAD_OF = re.compile(
    r"\b(?:appel|vente|billet|réserv|inscri|prépar|organis|annonc|avant|pour|prévente|répétition"
    r"|présélection|qualifi|concertation|enquête|réunion d'information|candidat|dossier|projet"
    r"|autour|en vue|perspective|date)[^\W\d_]*\b"
)
# From a time that opens a sentence to its verb: nothing but the subject.
_MAIN = re.compile(
    r", (?!.*\b(?:que?|qui|dont|où|si|quand)\b)(?!.*\bqu')"
    r"[^.,;:()«»]{2,70}"
)
_APPOSED_DAY = re.compile(r",(?: le| ce)? ?$")  # "donnera un concert, le dimanche 14 juillet"
NEAR = 90  # characters between a verb and the day that it is told of
CLOSE = 25  # the same where the day has no year
_OF_DAY = (" du ", " de ce ")
_APPOSED = (", ", ", le ", ", ce ", ", dès le ")
OPENS = 4  # characters before a day that opens a sentence: "Le "
SOON = 45  # days
FAR = 5  # years ahead, which no past verb but a plan's speaks of
AHEAD = 365  # days: a month told as past that lies farther ahead is rather one of a plan
LONG = 10  # years: the same as BEHIND, in an article that names no other year of the past
BEHIND = 3  # years: farther back, a future is that of a story


def find(context: Context) -> Iterator[TensedDay]:
    now = published(context)
    today = None if now is None else now.interval.begin
    if today is None:
        return
    plain = context.document.plain
    back = BEHIND if _tells_history(context, today) else LONG
    for sentence in context.sentences:
        words = lower(sentence.extent.of(plain))
        for time, begin, end in _days(plain, sentence, today):
            if _NOT.search(words) or context.quoted(time.extent):
                continue
            if begin > today and _is_told_as_past(plain, sentence, time, begin, today):
                yield TensedDay(time, begin, past=True, published=today)
            gone = end < today and today.year - end.year <= back
            if gone and _is_told_as_to_come(plain, sentence, time):
                yield TensedDay(time, end, past=False, published=today)
        for time, end in _opening(plain, sentence, today):
            yield TensedDay(time, end, past=False, published=today)
        for time, end in _terms(plain, sentence, today):
            if not context.quoted(time.extent) and today.year - end.year <= back:
                yield TensedDay(time, end, past=False, published=today)


def _is_told_as_past(
    plain: str, sentence: ScannedSentence, time: TimeExpression, begin: date, today: date
) -> bool:
    far = begin.year - today.year >= FAR
    planned = DATED if far or _is_close(plain, sentence, time, len(", le ")) else PLANNED
    return (
        _is_bound(plain, sentence, time)
        and _tense(plain, sentence, time) is Tense.PAST
        and not planned.search(lower(sentence.extent.of(plain)))
    )


def _is_told_as_to_come(plain: str, sentence: ScannedSentence, time: TimeExpression) -> bool:
    return (
        _is_bound(plain, sentence, time)
        and _tense(plain, sentence, time) is Tense.FUTURE
        and not _HISTORY.search(lower(sentence.extent.of(plain)))
        and not _SUMS_UP.search(plain, sentence.extent.start, time.extent.start)
    )


def _is_bound(plain: str, sentence: ScannedSentence, time: TimeExpression) -> bool:
    """Whether the day has its year, or a verb right beside it or behind it."""
    bound = bool(time.parts) or (names_year(time) and time.grain is not Grain.MONTH)
    apposed = words_before(plain, time.extent.start, len(", le ")).endswith(_APPOSED)
    most = NEAR if apposed else CLOSE
    return bound or _is_close(plain, sentence, time, most) or _is_held(plain, sentence, time)


def _tells_history(context: Context, today: date) -> bool:
    """Whether an article names several years of the past, so that a future may be a story's."""
    years = {
        time.interval.begin.year
        for sentence in context.sentences
        for time in dates(sentence)
        if names_year(time) and time.interval.begin is not None
    }
    return len([year for year in years if year < today.year]) > 1


def _opening(
    plain: str, sentence: ScannedSentence, today: date
) -> Iterator[tuple[TimeExpression, date]]:
    """ "Il y a trois semaines, le parti le présentera": a time gone by, and a verb to come."""
    time = next(iter(sentence.times), None)
    words = sentence.extent.of(plain)
    if time is None or not _is_just_gone(time.form):
        return
    if plain[sentence.extent.start : time.extent.start] not in {"", "La ", "Le "}:
        return
    end, verbs = time.interval.end, tensed_verbs(words)
    if end is None or end >= today or len(verbs) != 1 or verbs[0].tense is not Tense.FUTURE:
        return
    gap = lower(words[time.extent.end - sentence.extent.start : verbs[0].start])
    if _MAIN.fullmatch(gap) and not _HISTORY.search(lower(words)) and not _SUMS_UP.search(words):
        yield time, end


def _is_just_gone(form: Form) -> bool:
    """Whether a time is told from now back, and by less than years: "hier", "lundi dernier"."""
    match form:
        case LengthForm(side=Deixis.LAST, vague=False, duration=ago):
            return not ago.years
        case OffsetForm(grain=grain):
            return grain is not Grain.YEAR
        case CalendarForm(deixis=Deixis.LAST, parts=parts):
            return parts.year is None
        case _:
            return False


def _terms(
    plain: str, sentence: ScannedSentence, today: date
) -> Iterator[tuple[TimeExpression, date]]:
    """The days gone by that are told as the end of what goes on now."""
    for time in sentence.times:
        form = time.form
        if not isinstance(form, RangeForm) or form.begin is not None:
            continue
        end = time.interval.end if any(map(names_year, time.parts)) else _gone(form.end, today)
        ahead = lower(plain[sentence.extent.start : time.extent.start])
        runs = _RUNS.search(ahead) and not tensed_verbs(sentence.extent.of(plain))
        if end is not None and end < today and runs:
            yield time, end


def _gone(form: Form | None, today: date) -> date | None:
    """A day without a year whose weekday fits the one that is shortly gone by."""
    if not isinstance(form, CalendarForm) or form.weekday is None or form.parts.month is None:
        return None
    if form.parts.year is not None or form.parts.day is None:
        return None
    day = form.parts.in_year(today.year).interval().begin
    if day is None or not 0 < (today - day).days <= SOON or day.weekday() != form.weekday:
        return None
    return day


def _soon(time: TimeExpression, today: date) -> date | None:
    """A day without a year whose weekday fits only a day shortly to come."""
    form = time.form
    if not isinstance(form, CalendarForm) or form.weekday is None or form.parts.year is not None:
        return None
    told = time.interval.begin
    day = form.parts.in_year(today.year).interval().begin
    if day is None or told is None or (told.weekday() == form.weekday and told != day):
        return None
    return day if 0 < (day - today).days <= SOON and day.weekday() == form.weekday else None


def _is_close(plain: str, sentence: ScannedSentence, time: TimeExpression, most: int) -> bool:
    """Whether a verb stands at ``most`` characters before a day: "a été interpellé mardi 26"."""
    start = sentence.extent.start
    words = sentence.extent.of(plain)
    ends = [verb.end for verb in tensed_verbs(words) if verb.end <= time.extent.start - start]
    return bool(ends) and time.extent.start - start - ends[-1] <= most


def _days(
    plain: str, sentence: ScannedSentence, today: date
) -> Iterator[tuple[TimeExpression, date, date]]:
    """The days of a sentence, and the first and last days of its stretches and months."""
    for time in dates(sentence):
        day = day_of(time.interval)
        if day is not None and names_year(time):
            yield time, day, day
    for time in dates(sentence):
        day = _soon(time, today) or _gone(time.form, today)
        if day is not None:
            yield time, day, day
    for time in dates(sentence):
        begin, end = time.interval.begin, time.interval.end
        if time.grain is not Grain.MONTH or not names_year(time) or begin is None or end is None:
            continue
        near = (begin - today).days <= AHEAD
        if near and _IN_MONTH.search(words_before(plain, time.extent.start, 10)):
            yield time, begin, end
    for time in sentence.times:
        if time.parts and names_year(time.parts[-1]):
            begin, end = time.interval.begin, time.interval.end
            if begin is not None and end is not None and begin <= end:
                yield time, begin, end


def _tense(plain: str, sentence: ScannedSentence, time: TimeExpression) -> Tense | None:
    """The tense of the verb that the day goes with; None for a term ("jusqu'au 30 juin")."""
    start = sentence.extent.start
    words = sentence.extent.of(plain)
    ahead = lower(plain[max(start, time.extent.start - 25) : time.extent.start])
    if _TERM.search(ahead) and not _PLANNED_FOR.search(ahead):
        return None
    verbs = tensed_verbs(words)
    at = time.extent.start - start
    before = [verb for verb in verbs if verb.end <= at]
    if before:
        gap = words[before[-1].end : at]
        another = _PARTICIPLE.search(ahead) and not _OWN.fullmatch(gap)
        unbroken = not _BREAK.search(_APPOSED_DAY.sub("", gap))
        near = len(gap) <= NEAR and unbroken and not another
        return before[-1].tense if near else None
    behind = words[time.extent.end - start :]
    if not before and _is_held(plain, sentence, time):
        return Tense.PAST
    opens = at <= OPENS and behind.startswith(",") and len(verbs) == 1
    return verbs[0].tense if opens else None


def _is_held(plain: str, sentence: ScannedSentence, time: TimeExpression) -> bool:
    """Whether a day stands between its subject and the verb that tells what happened there."""
    ahead = lower(plain[sentence.extent.start : time.extent.start])
    apposed = ahead.endswith(_APPOSED) and plain.startswith(",", time.extent.end)
    if not apposed and not ahead.endswith(_OF_DAY):
        return False
    behind = lower(plain[time.extent.end + apposed : sentence.extent.end])
    return _HELD.match(behind) is not None and not _AHEAD_OF.search(ahead)
