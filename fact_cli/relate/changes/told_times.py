"""The time that is told behind a figure, and which of two comes first."""

from __future__ import annotations

import re

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.dates import Grain
from fact_cli.model.mention import Quantity, TimeExpression
from fact_cli.model.times import OffsetForm
from fact_cli.relate.neighbours import end_of
from fact_cli.relate.passage import Passage

_AHEAD = re.compile(
    r"\b(?:prévu\w*|objectif|horizon|d'ici|attendu\w*|visé\w*|espéré\w*|estimé\w*)\b"
)
# Any imperfect, and no noun or present that ends alike; in -rait most are conditionals.
IMPERFECT = re.compile(
    r"\b(?!(?:f|refa|satisf|parf|forf|bienf|déf|l|tr|retr|extr|portr|abstr|attr|souh|s)ait\b)"
    r"[a-zà-ÿ]*(?:[^\W\dr_]|(?:li|ti|reti|atti|ent|mont|liv|ouv|off|figu|du|mesu|assu|espé|sépa|prépa|décla|compa)r)"
    r"(?:ait|aient)\b"
)
_TO_COME = re.compile(r"\b(?:aura|auront|[a-zà-ÿ]{2,}(?:er|ir|dr)(?:a|ont|ait|aient))\b")
_OPENS_THEN = re.compile(
    r"«? ?(?:il y a |voici |voilà |en (?:19|20)\d\d\b|l'an (?:dernier|passé)|l'année (?:dernière"
    r"|précédente|d'avant)|(?:lors d|à l|aux? )[^.;:()\d]{0,15}(?:derni|précéd)|la (?:dernière fois"
    r"|saison (?:dernière|passée)))"
)
_OF_NOW = re.compile(
    r" ?(?:[^\W\d_]+ ){0,2}?(?:cette (?:année|saison|semaine|fois)|ce (?:mois|trimestre)(?:-ci)?"
    r"|ce semestre|aujourd'hui|désormais|maintenant|à présent|actuellement|depuis janvier)\b"
)
LONGEST = 130  # characters ahead of a figure in which what it is set against is told
NEAR = 25  # characters between a figure and the time that it is told for


def time_behind(passage: Passage, figure: Quantity) -> TimeExpression | None:
    """The time right behind a figure, with the noun that it counts and a bracket between."""
    for time in passage.times:
        gap = passage.plain[end_of(figure) : time.extent.start]
        if time.extent.start < end_of(figure) or len(gap) > NEAR:
            continue
        if not re.search(r"[\d,;:.]", gap):
            return time
    return None


def time_ahead(passage: Passage, figure: Quantity) -> TimeExpression | None:
    """The time that opens the clause of a figure: "En 2021, on en comptait 392"."""
    for time in reversed(passage.times):
        gap = passage.plain[time.extent.end : max(time.extent.end, figure.reach.start)]
        if time.extent.end <= figure.reach.start and len(gap) <= LONGEST // 2:
            return time if not re.search(r"[\d;:.()]", gap) else None
    return None


def order_of(own: TimeExpression, other: TimeExpression) -> int:
    """1 where the first is earlier, -1 where it is later, 0 where the times do not tell."""
    one, two = own.interval.begin, other.interval.begin
    if one is None and two is None:
        return 0
    if one is None or two is None:  # without a date "l'an dernier" is later than any year
        year, near = (other, own) if one is None else (own, other)
        past = year.grain is Grain.YEAR and isinstance(near.form, OffsetForm)
        return (1 if one is not None else -1) if past else 0
    if one == two or own.grain != other.grain:
        return 0
    return 1 if one < two else -1


_PAST = re.compile(
    r"[^.;:,()\d]{0,20}?\b(?:l'an (?:dernier|passé)|l'année (?:dernière|passée|précédente|d'avant)"
    r"|il y a (?:[^\W\d_]+|\d{1,2}) (?:an|mois|année)"
    r"|(?:un an|deux ans|trois ans|cinq ans|dix ans) (?:plus tôt|auparavant|avant)|hier"
    r"|la saison (?:dernière|passée|précédente)|avant (?:l[ea]s? |l')|naguère|autrefois|jadis"
    r"|à l'époque)"
)
_NOW = re.compile(
    r"[^.;:,()\d]{0,20}?\b(?:aujourd'hui|désormais|à présent|actuellement|maintenant"
    r"|cette (?:année|saison|fois)|ce (?:mois|trimestre)-ci)\b"
)


def times_told(passage: Passage, first: Quantity, second: Quantity) -> int:
    """1 where the words around two figures tell that the first is earlier, -1 where later."""
    own, other = (time_behind(passage, one) for one in (first, second))
    if own is not None and other is not None and (told := order_of(own, other)):
        return told
    behind = [
        words_after(passage.plain, end_of(one), LONGEST // 2).split(";")[0]
        for one in (first, second)
    ]
    past = [_PAST.match(words) is not None for words in behind]
    now = [_NOW.match(words) is not None for words in behind]
    if past[0] and now[1]:
        return 1
    if now[0] and past[1]:
        return -1
    ahead = [time_ahead(passage, one) for one in (first, second)]
    if ahead[0] is not None and ahead[1] is not None and ahead[0] is not ahead[1]:
        return order_of(ahead[0], ahead[1])
    return 0


def is_then(passage: Passage, time: TimeExpression | None) -> bool:
    """Whether the time told in a bracket is one of the past: "(1 240 en 2021)", "(l'an passé)"."""
    if time is None or _AHEAD.search(passage.told):
        return False
    years = [one.interval.begin for one in passage.times if one.grain is Grain.YEAR]
    past = isinstance(time.form, OffsetForm) or time.grain is Grain.YEAR
    return past and time.interval.begin in {*years[:1], None}


def turns_to_now(plain: str, figure: Quantity) -> bool:
    """Whether a figure is of the present, set against the past: "contre 26 cette année"."""
    ahead = lower(words_before(plain, figure.reach.start, LONGEST)).rpartition(". ")[2]
    past = IMPERFECT.search(ahead) is not None and _AHEAD.search(ahead) is None
    return past and _OF_NOW.match(words_after(plain, end_of(figure), 2 * NEAR)) is not None


def is_of_another_time(told: str, values: str) -> bool:
    """Whether a clause tells of what was or may be, and the values of what is.

    "L'écart était de 12 voix en 2020", "une victoire porterait l'écart à sept points".
    """
    if _OPENS_THEN.match(told) and not _OPENS_THEN.match(values):
        return True
    return any(
        form.search(told) is not None and form.search(values) is None
        for form in (IMPERFECT, _TO_COME)
    )


def order_across(passage: Passage, one: Quantity, other: Quantity) -> int:
    """1 where the first of two sentences tells of the earlier time, -1 of the later, or 0.

    By the tense of each, else by the only time that each of them tells.
    """
    past = [IMPERFECT.search(_clause_ahead(passage, figure)) is not None for figure in (one, other)]
    if past[0] != past[1]:
        return 1 if past[0] else -1
    sentences = [passage.sentence_of(figure) for figure in (one, other)]
    if any(len(sentence.times) != 1 for sentence in sentences):
        return 0
    return order_of(sentences[0].times[0], sentences[1].times[0])


def _clause_ahead(passage: Passage, figure: Quantity) -> str:
    sentence = passage.sentence_of(figure)
    return lower(passage.plain[sentence.extent.start : figure.reach.start])[-60:]
