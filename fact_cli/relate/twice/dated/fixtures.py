"""One match of two named sides told with two days: "Caen reçoit Metz le 12 juin", "le 13 juin"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import PartialDate
from fact_cli.model.lapse import TwoDates
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import CalendarForm
from fact_cli.relate.context import Context
from fact_cli.scan.tense import tensed_verbs
from fact_cli.scan.times.context import Tense

_SIDE = r"[A-ZÀ-Þ][a-zà-ÿ]\w+(?:[- ](?:de |du |d'|la |le |les )?[A-ZÀ-Þ][\w']+)?"
_TO = r"(?:la |le |les |l'|au |aux |à |à la |à l')?"
_MATCH = re.compile(
    rf"(?P<one>{_SIDE})(?: [-–] | contre {_TO}| face (?:à |au |aux ){_TO}"
    r"| (?:reçoi|recev|affront|défi|accueill|rencontr|jouer|se mesur|se déplac|ser(?:a|ont) opposé)"
    rf"[^\W\d_]*(?: (?:à|contre|chez|avec))? {_TO})(?P<other>{_SIDE})"
    rf"|\bentre {_TO}(?P<this>{_SIDE}) et {_TO}(?P<that>{_SIDE})"
)
# "Caen-Metz", which may be one name: of a match where the two are told apart elsewhere.
_GLUED = re.compile(
    r"(?<![\w-])(?P<one>[A-ZÀ-Þ][a-zà-ÿ]\w+)-(?P<other>[A-ZÀ-Þ][a-zà-ÿ]\w+)(?![\w-])"
)
_CUES = (" - ", " – ", "contre", "face à", "face au", "reçoi", "recev", "affront", "défi",
         "accueill", "rencontr", "match", "finale", "-")  # fmt: skip
_PLAYED = re.compile(
    r"\b(?:match|rencontre|finale|demi-finale|quart|huitième|derby|choc|affiche|duel|coup d'envoi"
    r"|journée|reçoi\w*|recev\w+|affront\w+|défi\w*|coupe|championnat|amical\w*|stade|arbitr\w+)\b"
)
_TWO_MATCHES = re.compile(
    r"\b(?:aller|retour|manche|revanche|deuxième|second\w*|première? (?:manche|match)|report\w+"
    r"|décal\w+|avanc\w+|initial\w*|prévue?s?|reprogramm\w+|repouss\w+|rejou\w+|puis|ensuite"
    r"|billet\w*|vente|précédent\w*|dernier\w*|doubl\w+|séries?|féminin\w*|dames|u\d\d|jeunes"
    r"|réserve|stage|entraîn\w+|arriv\w+|annonc\w+|conférence|au lieu|et non)\b"
)
FAR = 10  # days between the two


@dataclass(frozen=True, slots=True)
class _Told:
    time: TimeExpression
    parts: PartialDate
    words: str


def find(context: Context) -> Iterator[TwoDates]:
    if not context.tells(_CUES):
        return
    plain = context.document.plain
    by_match: dict[frozenset[str], list[_Told]] = defaultdict(list)
    glued: list[tuple[frozenset[str], _Told]] = []
    for sentence in context.sentences:
        told = _told(plain, sentence)
        if told is None:
            continue
        names = _sides(_MATCH, plain, sentence)
        if len(names) == 1:
            by_match[names.pop()].append(told)
        elif not names:
            glued += ((one, told) for one in _sides(_GLUED, plain, sentence))
    for sides, told in glued:
        if sides in by_match:
            by_match[sides].append(told)
    for sides, tellings in by_match.items():
        yield from _conflicts(" - ".join(sorted(sides)), tellings)


def _sides(say: re.Pattern[str], plain: str, sentence: ScannedSentence) -> set[frozenset[str]]:
    found = say.finditer(plain, sentence.extent.start, sentence.extent.end)
    return {frozenset(one for one in each.groups() if one) for each in found}


def _told(plain: str, sentence: ScannedSentence) -> _Told | None:
    """The only day of a sentence about a match to come."""
    days = [
        (time, time.form.parts)
        for whole in sentence.times
        for time in whole.leaves
        if isinstance(time.form, CalendarForm) and time.form.parts.day
    ]
    words = sentence.extent.of(plain)
    if len(days) != 1 or not days[0][1].month or not _PLAYED.search(lower(words)):
        return None
    if any(verb.tense is Tense.PAST for verb in tensed_verbs(words)):
        return None
    return _Told(*days[0], lower(words))


def _conflicts(sides: str, tellings: list[_Told]) -> Iterator[TwoDates]:
    """The only two days of a match, if no second match is in view."""
    days = {_day(one) for one in tellings}
    if len(days) != 2 or any(_TWO_MATCHES.search(one.words) for one in tellings):
        return
    first = tellings[0]
    again = next(one for one in tellings if _day(one) != _day(first))
    begin, end = (one.parts.in_year(2001).interval().begin for one in (first, again))
    if begin is not None and end is not None and abs((end - begin).days) <= FAR:
        yield TwoDates(first.time, again.time, sides)


def _day(told: _Told) -> tuple[int | None, int | None]:
    return told.parts.month, told.parts.day
