"""What looks like a time and is none: names, titles, months that are planets."""

from __future__ import annotations

import re

from fact_cli.lang.phrase import Match
from fact_cli.model.text import Extent
from fact_cli.model.times import (
    CalendarForm,
    ClockForm,
    FeastForm,
    Form,
    LengthForm,
    PortionForm,
    RangeForm,
    SeasonForm,
    SetForm,
    ShiftForm,
)

# Behind "fin de semaine" these tell of another one than the current.
_ANOTHER = re.compile(r" (?:derni|procha|passé|suiv|précéd|\d|de |du |d')")
# "deux ans après" is a date where nothing follows; before an event only the length is a time.
_BESIDE = re.compile(r"(?:après|avant)$")
# "au terme de dix ans passés à la tête du club": so long, not the last ten years.
_SPENT_THERE = re.compile(
    r" (?:à|aux?|dans|chez|en|sous|sur|comme|auprès|derrière|loin|entre|avec) "
)
_NOTHING = re.compile(r" ?(?:[,.;:!?)»\"…]|$)| (?:et|ou|il|elle|ils|elles|on|mais)\b")
_NAMED_SEASON = re.compile(r" (?:arabes?|de Prague|de Bourges|républicain|indien|des poètes)")
_JOURNAL = re.compile(
    r"\b(?:journal|dépêche|courrier|petit|canard|magazine) (?:du|de) $", re.IGNORECASE
)
# "le quotidien ABC", "un hebdomadaire": papers, not recurrences.
_NEWSPAPER = re.compile(
    r"(?:quotidien|hebdomadaire|mensuel|trimestriel)(?:ne|le)?s?", re.IGNORECASE
)
_DETERMINER = re.compile(
    r"\b(?:le|la|les|du|des|au|aux|un|une|ce|cet|ces|son|deux|trois|plusieurs|grand|premier) $|l'$",
    re.IGNORECASE,
)
_COMMON_NOUNS = {"ascension", "assomption", "chandeleur", "épiphanie"}  # in lower case no feasts
# What presents a day: an article, or the day before it, as in "les 27, 28 et 89 mai".
_PRESENTED = re.compile(r"\b(?:le|du|au|ce) $|\bles ?(?:\d{1,2}(?:er)?,? )+et $")
_DAY_AFTER = re.compile(r" \d")
_NAME_BEFORE = re.compile(
    r"(?:^(?!(?:Les?|La|Cette|Ce|Une?|Pour|Après|Avant|Depuis|Dès|Si|Chaque|Avec|Sans|Vers) )"
    r"|[^.!?…:»\"] )[A-ZÀ-Þ][\w'-]+ $"
)
_NAME_AFTER = re.compile(r" [A-ZÀ-Þ][a-zà-ÿ]")
OPENING = 8  # characters that can open a sentence before its first word
# "Ils étaient 12 au 1er janvier": as many, where no "du" opens a stretch of days.
_BARE_RUN = re.compile(r"(?P<a>\d{1,2}) au (?P<b>\d{1,2})")
_ABBREVIATED = {"janv", "févr", "fév", "oct", "nov", "déc"}


def is_no_time(plain: str, extent: Extent, match: Match, form: Form) -> bool:
    """Whether the words of ``extent``, read as ``form``, are something else after all."""
    words = extent.of(plain)
    near = max(0, extent.start - 30)
    if _is_title(plain, match) or _JOURNAL.search(plain, near, extent.start):
        return True
    after = match.end
    match form:
        case RangeForm(begin=LengthForm(duration=first), end=LengthForm(duration=last)):
            return first.years > last.years  # "mort en 2019 à 71 ans"
        case RangeForm() if (run := _BARE_RUN.match(words)) is not None:
            return int(run["a"]) >= int(run["b"])
        case CalendarForm():
            return _is_no_day(plain, match.start, words, form)
        case PortionForm() if "p" not in match.slots:
            return _ANOTHER.match(plain, after) is not None
        case ShiftForm(base=None):
            beside = _BESIDE.search(words) is not None
            return beside and _NOTHING.match(plain, after) is None
        case LengthForm() if words.endswith(("passés", "passées")):
            return _SPENT_THERE.match(plain, after) is not None
        case SeasonForm():
            return words[-1:].isupper() or _NAMED_SEASON.match(plain, after) is not None
        case FeastForm():
            return _is_person(plain, extent) or words in _COMMON_NOUNS
        case SetForm() if "w" in match.slots and _DAY_AFTER.match(plain, after):
            return True  # "les samedis 4 et 11 mai"
        case SetForm() if _NEWSPAPER.fullmatch(words):
            return _DETERMINER.search(plain, near, extent.start) is not None or words[0].isupper()
        case ClockForm() | SetForm():
            return words[0].isupper() and not _starts(plain, extent) and not words.isupper()
        case _:
            return False


def _is_title(plain: str, match: Match) -> bool:
    """ "20 Minutes", "les 24 Heures du Mans": a noun of time with a capital after a figure."""
    unit = match.slots.get("u")
    if unit is None or "n" not in match.slots:
        return False
    noun = plain[unit.start : unit.end]
    return noun[0].isupper() and not noun.isupper()


def _is_person(plain: str, extent: Extent) -> bool:
    """ "Noël Mamère", "Charles Toussaint": a first or last name."""
    if " " in extent.of(plain):
        return False
    return bool(_NAME_AFTER.match(plain, extent.end)) or bool(
        _NAME_BEFORE.search(plain, max(0, extent.start - 30), extent.start)
    )


def _starts(plain: str, extent: Extent) -> bool:
    """Whether a sentence begins at ``extent``."""
    ahead = plain[max(0, extent.start - OPENING) : extent.start].rstrip(' «"(')
    return ahead[-1:] in {"", ".", "!", "?", "\n"}


def _is_no_day(plain: str, start: int, words: str, form: CalendarForm) -> bool:
    """Whether a number and a month beside it are no date: "n° 31 avril-mai", "Sur 40 mai 68".

    A day that is in no month is believed only where an article, a weekday or a day before it
    presents it, or where it opens a line with its year.
    """
    if form.weekday is not None:
        return False
    if form.parts.day is None:
        return form.parts.year is None and _is_no_month(words)
    before = plain[max(0, start - 24) : start].lower()
    named = before.endswith(("n° ", "no "))
    opens = form.parts.year is not None and before[-1:] in {"", "\n"}
    presented = opens or _PRESENTED.search(before) is not None
    return named or (form.parts.day > 31 and not presented)


def _is_no_month(words: str) -> bool:
    """Whether a month by itself is a name or an abbreviation: "Mars", "Avril Lavigne", "oct"."""
    alone = " " not in words and "'" not in words
    return alone and (words[0].isupper() or words.endswith(".") or words in _ABBREVIATED)
