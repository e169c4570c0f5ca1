"""The day of an event against a countdown to it, or against "ce vendredi" below its heading.

"Plus que deux jours : … la soirée du 16 décembre", on the 12th; "Fête des fougères (le 9 juillet)"
and below it "la commune reçoit ce vendredi …", which is the 8th.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import PartialDate
from fact_cli.model.lapse import TwoDates, day_of
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import CalendarForm, Deixis, LengthForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.moments import published
from fact_cli.scan.tense import tensed_verbs

_LEFT = re.compile(
    r"\b(?:plus que|encore|reste(?:nt)?(?: plus que| encore)?|à peine|dans) $|^(?:il ne )?$"
)
_UNTIL = re.compile(r" ?(?:[:!?]|avant |nous séparent )")
_UNTIL_WHAT = re.compile(
    r" (?:avant|nous séparent d[eu']) ?(?:l[ea]s? |l'|la )?(?:grande? |fameu(?:x|se) )?"
    r"(?P<what>[^\W\d_]+)"
)
_EVENT = (
    r"(?:soirée|cérémonie|élection|finale|concert|spectacle|gala|scrutin|match|rencontre|festival"
    r"|fête|course|départ|coup d'envoi|ouverture|représentation|défilé|salon|foire|examen|rentrée"
    r"|tournoi|sommet|congrès|débat|duel|derby|vote|référendum|carnaval|inauguration|première)"
)
_OF_EVENT = re.compile(
    rf"\b{_EVENT}(?: [^\W\d_]+(?:'[^\W\d_]+)?){{0,4}},? (?:du |le |de ce )$"
    r"|\b(?:aura lieu|se tiendra|se déroulera|se jouera|débutera|ouvrira|commencera)"
    r"[^.;:,()\d]{0,30}le $"
)
_OF_ANOTHER = re.compile(
    r"\b(?:inscri\w+|candidat\w+|billet\w*|réserv\w+|dépos\w+|dépôt|offre|soldes|profiter|s'abonner"
    r"|répétition\w*|conférence de presse|report\w+|prolong\w+|avanc\w+|ensuite|puis|lendemain"
    r"|veille|aussi|également|prochain\w*|clôture|jusqu\w*|préparer|délai)\b"
)
_BRACKET = re.compile(r"(?:\((?:le )?|, le |: (?:le )?)$")
_BEHIND_BRACKET = re.compile(r"\)?[.:]?")
_HOSTS = re.compile(
    r"\b(?:reçoi|accueill|organis|se tien|a lieu|se déroul|propos|investi|s'install|fêt|célèbr"
    r"|inaugur|début|ouvr|lanc|se produi|rassembl|vibr|donn|s'ouvr|attend|démarr|présent)[^\W\d_]*"
    r"\b[^.;:()]{0,60}$"
)
# What is held on that day, behind it: not who arrives for it.
_EDITION = re.compile(
    r"[^.;:,]{0,45}\b(?:édition|festival|fête|rendez-vous|manifestation|événement|évènement|concert"
    r"|spectacle|foire|salon|course|tournoi|carnaval|soirée|bal|kermesse|braderie|marché|défilé)\b"
)
MOST = 10  # days that are counted down
LATE = 1  # days by which a countdown may be off
REACH = 3  # sentences behind a countdown in which the day is told


def find(context: Context) -> Iterator[TwoDates]:
    now, plain = published(context), context.document.plain
    today = None if now is None else now.interval.begin
    if today is None:
        return
    for index, sentence in enumerate(context.sentences):
        near = context.sentences[index : index + REACH]
        near = [one for one in near if one.sentence.block == sentence.sentence.block]
        yield from _counted(plain, near, today)
    for line, sentence in pairwise(context.sentences):
        yield from _headed(plain, line, sentence)


def _counted(plain: str, near: Sequence[ScannedSentence], today: date) -> Iterator[TwoDates]:
    """So many days left, and the only day told of the event."""
    left = [one for one in near[0].times if _is_countdown(plain, near[0], one)]
    told = [one for each in near for one in each.times if _is_date(one)]
    words = lower(plain[near[0].extent.start : near[-1].extent.end])
    if len(left) != 1 or len(told) != 1 or _OF_ANOTHER.search(words):
        return
    form, day = left[0].form, day_of(told[0].interval)
    if not isinstance(form, LengthForm) or day is None or day < today:
        return
    days = int(form.duration.days)
    event = _OF_EVENT.search(words_before(plain, told[0].extent.start, 90))
    apart = abs((day - today).days - days)
    until = _UNTIL_WHAT.match(words_after(plain, left[0].extent.end, 60))
    what = "" if event is None else event.group().split()[0]
    if until is not None and until["what"][:5] != what[:5]:
        return
    if event is not None and LATE < apart <= MOST and (day - today).days <= MOST + MOST:
        yield TwoDates(left[0], told[0], what)


def _is_countdown(plain: str, sentence: ScannedSentence, time: TimeExpression) -> bool:
    form = time.form
    if not isinstance(form, LengthForm) or form.vague or form.side is not None:
        return False
    start = sentence.extent.start
    ahead = words_before(plain, time.extent.start, min(40, time.extent.start - start))
    days = form.duration.days
    left = _LEFT.search(ahead) and ahead and _UNTIL.match(plain, time.extent.end)
    return bool(left) and 0 < days <= MOST and form.duration.months == form.duration.years == 0


def _is_date(time: TimeExpression) -> bool:
    form = time.form
    return isinstance(form, CalendarForm) and bool(form.parts.day and form.parts.month)


def _headed(plain: str, line: ScannedSentence, sentence: ScannedSentence) -> Iterator[TwoDates]:
    """A heading with one day, and the weekday on which it is told to be held below it."""
    days, told = list(line.times), list(sentence.times)
    told = [one for one in told if isinstance(one.form, CalendarForm)]
    if len(days) != 1 or len(told) != 1 or not _is_date(days[0]) or days[0].parts:
        return
    day, again = day_of(days[0].interval), day_of(told[0].interval)
    form = told[0].form
    assert isinstance(form, CalendarForm)
    this = form.deixis is Deixis.THIS and form.parts == PartialDate() and form.weekday is not None
    apart = (
        line.sentence.block != sentence.sentence.block
        and not plain[line.extent.end : sentence.extent.start].strip()
    )
    if day is None or again is None or not this or not apart or not 0 < abs(day - again).days < 7:
        return
    start, end = days[0].extent.start, days[0].extent.end
    bracket = _BRACKET.search(words_before(plain, start, 8))
    ends = _BEHIND_BRACKET.fullmatch(plain, end, line.extent.end)
    hosts = _HOSTS.search(words_before(plain, told[0].extent.start, 90))
    words = lower(sentence.extent.of(plain))
    held = _EDITION.match(words, told[0].extent.end - sentence.extent.start)
    names_it = held and bracket and ends and not tensed_verbs(line.extent.of(plain))
    if names_it and hosts and not _OF_ANOTHER.search(words):
        yield TwoDates(days[0], told[0], "jour annoncé")
