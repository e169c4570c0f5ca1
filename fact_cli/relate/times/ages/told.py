"""The ages that a sentence tells with the time at which they hold: dated, or of now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Interval, day_after, months_after
from fact_cli.model.lapse import Moment
from fact_cli.model.mention import Anchor, Quantity, QuantityKind, TimeExpression, TimeKind
from fact_cli.model.text import Extent
from fact_cli.model.times import Deixis, LengthForm, RangeForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.ages.dated import age_as_told, date_behind, date_of_age
from fact_cli.relate.times.ages.who import is_own
from fact_cli.relate.times.moments import dates, is_birth, is_death, moment, names_year, published
from fact_cli.scan.times.ages import is_person

_NOWADAYS = r"(?:[Aa]ujourd'hui|[Dd]ésormais|[Mm]aintenant|[ÀA] présent|à présent)"
# An age of now: behind a name, told with "aujourd'hui", at the start, or of a death just told.
_NOW = re.compile(
    r"[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)+(?:, | \()$"
    rf"|\b{_NOWADAYS},? (?:âgée? (?:de |d')|à (?:l'âge de )?)?$|[ÂÀâà]gée? {_NOWADAYS} (?:de |d')$"
    rf"|\b(?:en )?a {_NOWADAYS} $|^{_NOWADAYS},? [^.;:,()\d]{{2,50}} (?:a|est âgée? de) $"
    r"|^(?:À |Âgée? (?:de |d'))$|^Du haut de ses $|\bvien(?:t|nent) de (?:fêter|souffler) ses $"
    r"|\b(?:fête|a fêté|a célébré|a soufflé|célèbre)(?: \w+)? ses $"
    r"|\b(?:morte?|décédée?|éteinte?|disparue?) (?:ce )?(?:\w+di|dimanche|hier)"
    r"[^.;:,\d]{0,40},? à (?:l'âge de )?$"
    r"|\b(?:vient de (?:mourir|s'éteindre|disparaître|nous quitter)|s'est éteinte?)"
    r"[^.;:,\d]{0,40},? à (?:l'âge de )?$"
)
# "La députée, 47 ans, …", "le chanteur (71 ans)": a noun of people, and the age beside it.
_BESIDE = re.compile(
    r"(?:^|[.;:,] )(?:L[ae] |L'|l[ae] |l'|[Cc]et(?:te)? |[Cc]e )(?P<noun>[\w-]+)"
    r"(?: [^\W\d_]+){0,3}(?:, | \()$"
)
_HAS = re.compile(
    r"(?:\b(?:[Ee]lle|[Ii]l|qui)|(?:^|[.;:,] )(?:[Ll][ae] |[Ll]'|[Cc]et(?:te)? |[Cc]e )"
    r"(?P<noun>[\w-]+)(?: [^\W\d_]+){0,2}) (?:a|est âgée? de) $"
)
_TODAY = re.compile(r" (?:aujourd'hui|désormais|maintenant|à présent)\b")
_TODAY_AHEAD = re.compile(r"\b(?:aujourd'hui|désormais|maintenant) $")
_AT_LAST = re.compile(r", à (?:l'âge de )?$")
_CLOSES = re.compile(r"[,)]")
_PRONOUN = re.compile(
    r"\b(?:[Ee]lle|[Ii]l|qui) en (?P<tense>a|avait)"
    r"(?: aujourd'hui| désormais| maintenant| alors| déjà)? $"
)
NEWS = 31  # days from publication
# "Il en a 21 quand son patron lui cède l'atelier": then, told in the present.
_WHEN = re.compile(r"[^.;:]{0,25}\b(?:quand|lorsqu|au moment|à (?:la|sa|son) )")
_THEN = re.compile(r"\balors âgée? (?:à peine |seulement )?de $")
_WILL_BE = re.compile(r"\b(?:fêtera|soufflera|aura|célébrera)(?: \w+ment| bientôt)? (?:ses )?$")
_SOON = re.compile(
    r" (?P<year>l'an(?:née)? prochaine?|dans un an)\b"
    r"|,? (?:(?:en|au|à|cet|cette|ce|dans|le|la|fin|début|mi-)\b[^.;:,]{1,25}|bientôt|demain)"
)
# "Le sexagénaire": so old now, where no other time is told.
_OPENS = re.compile(
    rf"(?:Ce(?:tte)? |L[ea] |L'|Un(?:e)? )(?:[^\W\d_]+ )?$|{_NOWADAYS},? (?:c'est une? )?$"
)
# "En 1998, … a 17 ans quand …": a date that opens its sentence, and what was then.
_DATE_OPENS = re.compile(
    r"(?:En|Dès|Fin|Début|L[ea]|C'était(?: en| le)?|C'est(?: en| le)?|Nous sommes(?: en| le)?"
    r"|On est(?: en| le)?|Nous étions en|Quand,? en) (?:\w+ )?$"
)
_HELD_THEN = re.compile(
    r"(?:,| :)(?! (?:qui|que|dont|où)\b)[^.;()\d]{0,60}\b(?:n'?)?(?:a|avait|est âgée? de|fête)"
    r"(?: que| alors| à peine| tout juste| seulement| ses)? $"
)
_NAME = re.compile(r"[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)+(?:, | \()$")
_ANY_NAME = re.compile(r"(?:^|, )[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)*, $")
_NAME_BETWEEN = re.compile(
    r"(?:, (?:à|alors âgée? de|âgée? de)[^.;:,A-ZÀ-Þ]{2,30} ans)?"
    r", [A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)*, "
)
# "Jean Morel a 54 ans.": nothing else is told of when.
_NAME_HAS = re.compile(r"[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)+ a $")
_ENDS = re.compile(r"[.,;]|$")


@dataclass(frozen=True, slots=True)
class ToldAge:
    """An age and when it was reached."""

    extent: Extent
    years: Bounds
    seen: Moment
    dead: bool
    dated: bool

    @property
    def born(self) -> Moment:
        """The days on which somebody of that age at that time can have been born."""
        begin, end = self.seen.interval.begin, self.seen.interval.end
        low, high = self.years.low, self.years.high
        if begin is None or end is None or low is None or high is None:
            return Moment(self.extent, Interval())
        first = day_after(months_after(begin, -12 * (int(high) + 1)))
        return Moment(self.extent, Interval(first, months_after(end, -12 * int(low))))


def told_ages(context: Context, sentence: ScannedSentence) -> list[ToldAge]:
    """The ages of a sentence that are dated, or told of now, in text order."""
    plain, now = context.document.plain, published(context)
    found = [*_bare(plain, sentence, now)]
    used: list[TimeExpression] = []  # the dates of ages told before
    for stated in sentence.times:
        years = age_as_told(plain, stated) if stated.kind is TimeKind.AGE else None
        if years is None or not is_own(plain, sentence, stated):
            continue
        dated = (
            date_of_age(plain, sentence, stated)
            or date_behind(plain, sentence, stated.extent)
            or _date_then(plain, sentence, stated)
        )
        if dated is not None and not is_birth(plain, sentence, dated):
            dead = is_death(plain, sentence, dated)
            past = now is None or moment(dated).interval != now.interval
            found.append(ToldAge(stated.extent, years, moment(dated), dead, past))
            used.append(dated)
        elif (coming := _to_come(plain, stated, years)) is not None and now is not None:
            found.append(ToldAge(stated.extent, coming, now, False, False))
        elif dated is None and now is not None and _is_of_now(context, sentence, stated, used):
            found.append(ToldAge(stated.extent, years, now, False, False))
    return sorted(found, key=lambda one: one.extent)


def _date_then(
    plain: str, sentence: ScannedSentence, stated: TimeExpression
) -> TimeExpression | None:
    """ "En novembre 1986, … : la correspondante, alors âgée de 38 ans": the sentence's one date."""
    told = [time for time in dates(sentence) if time.kind is TimeKind.DATE]
    then = _THEN.search(words_before(plain, stated.extent.start, 25)) is not None
    if len(told) != 1 or told[0].extent > stated.extent or not _is_placed(told[0]):
        return None
    opens = _DATE_OPENS.fullmatch(plain, sentence.extent.start, told[0].extent.start)
    held = _HELD_THEN.fullmatch(plain, told[0].extent.end, stated.extent.start)
    return told[0] if then or (opens and held) else None


def _is_placed(time: TimeExpression) -> bool:
    """Whether a time tells its year, or how many years ago it was."""
    match time.form:
        case LengthForm(side=Deixis.LAST, vague=False, duration=ago):
            return ago.years > 0
        case _:
            return names_year(time)


def _to_come(plain: str, stated: TimeExpression, years: Bounds) -> Bounds | None:
    """The age of now of whoever "fêtera ses 90 ans au printemps prochain": one year less."""
    told = _WILL_BE.search(words_before(plain, stated.extent.start, 30))
    soon = _SOON.match(plain, stated.extent.end)
    if told is None or soon is None or years.high is None:
        return None
    return Bounds(years.high - (2 if soon["year"] else 1), years.high - 1)


def _is_of_now(
    context: Context,
    sentence: ScannedSentence,
    stated: TimeExpression,
    used: Sequence[TimeExpression],
) -> bool:
    """Whether an age is that of the telling; ``used`` are the dates at which others hold."""
    plain = context.document.plain
    ahead = plain[sentence.extent.start : stated.extent.start]
    if isinstance(stated.form, RangeForm):
        return _OPENS.fullmatch(ahead) is not None
    if used and _is_named_beside(plain, used[-1], stated):
        return True  # "Arrivé à 12 ans, en 1990, Karim, 47 ans, …"
    opened = any(names_year(time) for time in dates(sentence) if time.extent < stated.extent)
    if opened and _NAME.search(ahead):
        return False  # "En 1998, Jean Morel, 17 ans, monte sur scène": of then or of now
    alone = not dates(sentence) and _NAME_HAS.fullmatch(ahead) is not None
    if alone and _ENDS.match(plain, stated.extent.end):
        return True
    if _NOW.search(ahead) or (_AT_LAST.search(ahead) and _is_told_now(context, sentence, stated)):
        return True
    today = _TODAY.match(plain, stated.extent.end) is not None
    if today and _ANY_NAME.search(ahead):
        return True
    has = _HAS.search(ahead) if today else None
    if has and (has["noun"] is None or is_person(lower(has["noun"]), lexicon().grammar)):
        return True
    beside = _BESIDE.search(ahead)
    closed = beside is not None and _CLOSES.match(plain, stated.extent.end) is not None
    return closed and beside is not None and is_person(lower(beside["noun"]), lexicon().grammar)


def _is_named_beside(plain: str, date: TimeExpression, stated: TimeExpression) -> bool:
    """Whether only a name stands between an age and the date of an age before it."""
    link = plain[date.extent.end : max(date.extent.end, stated.extent.start)]
    return _NAME_BETWEEN.fullmatch(link) is not None and (
        _CLOSES.match(plain, stated.extent.end) is not None
    )


def _is_told_now(context: Context, sentence: ScannedSentence, stated: TimeExpression) -> bool:
    """Whether the last time told before an age is that of the news: "samedi …, à 56 ans."."""
    told = [one for one in sentence.times if one.extent.end <= stated.extent.start]
    now = published(context)
    if not told or now is None or told[-1].anchor is not Anchor.PUBLISHED:
        return False
    begin, today = told[-1].interval.begin, now.interval.begin
    near = begin is not None and today is not None and abs((begin - today).days) <= NEWS
    return near and told[-1].kind is TimeKind.DATE


def _bare(plain: str, sentence: ScannedSentence, now: Moment | None) -> Iterator[ToldAge]:
    """ "Elle en avait 46 quand elle a disputé, …, en 1972"; "elle en a aujourd'hui 33"."""
    for one in sentence.quantities:
        if one.kind is not QuantityKind.NUMBER or one.value is None or one.value > Decimal(115):
            continue
        told = _PRONOUN.search(plain, sentence.extent.start, one.extent.start)
        if told is None:
            continue
        dated = date_behind(plain, sentence, one.extent) if told["tense"] == "avait" else None
        years = Bounds.exactly(one.value)
        if dated is not None:
            yield ToldAge(one.extent, years, moment(dated), False, True)
        elif told["tense"] == "a" and now is not None and _is_now(plain, sentence, one):
            yield ToldAge(one.extent, years, now, False, False)


def _is_now(plain: str, sentence: ScannedSentence, one: Quantity) -> bool:
    """Whether "elle en a 33" is of the telling, since it says so or nothing else does."""
    ahead = words_before(plain, one.extent.start, 14)
    today = _TODAY.match(plain, one.extent.end) or _TODAY_AHEAD.search(ahead)
    return today is not None or not _is_of_story(plain, sentence, one)


def _is_of_story(plain: str, sentence: ScannedSentence, one: Quantity) -> bool:
    """Whether an age told in the present is of a time gone by, dated or that of an event."""
    dated = any(names_year(time) for time in sentence.times)
    return dated or _WHEN.match(words_after(plain, one.extent.end, 60)) is not None
