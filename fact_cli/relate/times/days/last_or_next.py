"""Days told as the last or the next ones, with a verb of the other tense right before.

"Les jurés se prononceront le 4 juin dernier", "le pont a rouvert le 30 juin prochain".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.lapse import TensedDay
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import CalendarForm, Deixis
from fact_cli.relate.context import Context
from fact_cli.relate.times.days.tensed import DATED, PLANNED
from fact_cli.relate.times.moments import published
from fact_cli.scan.tense import tensed_verbs
from fact_cli.scan.times.context import Tense

_CUES = (" dernier", " prochain")
# From the verb to its day: two nouns at most, and no other verb that it may be told of.
_OWN = re.compile(
    r"(?: [^\W\d_]+ment| ensuite| enfin| finalement)?"
    r"(?: (?:(?:l[ea]|les|sa|son|ses|leurs?|une?|des|en|à|au|aux|dans|sur|devant) |l'|d')?"
    r"[^\W\d_]+){0,2}?"
    r" (?:le )?"
)
_OTHER = re.compile(
    r"\b(?:mort|morte|pour|avant|après|jusqu'|dès|de|du|contre|vers|qui|que|où|dont)\b"
    r"|\b[^\W\d_]+(?:er|ir|oir|dre|tre|vre|ire)\b"
)
_PARTICIPLE = re.compile(r" [^\W\d_]+(?:é|ée|és|ées|is|ise|it|ite|u|ue|us|ues|ert|erte)\b")
_BE = re.compile(r"\b(?:sera|seront)$")
# What is over at a day: nothing stands between the verb and it.
_ADVERB = r"(?:[^\W\d_]+ment |déjà |enfin )?"
_DONE = re.compile(
    rf"\b(?:(?:a|ont|avait|avaient|a été|ont été|s'est|se sont) {_ADVERB}"
    r"(?!inscri|candidat|congé|envie|lieu)[^\W\d_]+(?:é|i|u|is|it|uvert|ffert)e?s?"
    rf"|(?:est|sont|était|étaient) {_ADVERB}(?:part|sort)ie?s?"
    rf"|(?:est|sont|était|étaient) {_ADVERB}(?:arrivé|allé|venu|revenu|décédé|né|entré|devenu|tombé"
    r"|resté|rentré|intervenu|survenu)e?s?) (?:le )?$"
)
_DIRECT = re.compile(r"(?: [^\W\d_]+ment| déjà| enfin)?(?: [^\W\d_]+)? (?:le )?")
_STORY = re.compile(r"\b(?:si|alors que|lorsque|et non|et pas|au lieu)\b|[«»?]")


def find(context: Context) -> Iterator[TensedDay]:
    now = published(context)
    today = None if now is None else now.interval.begin
    if today is None or not context.tells(_CUES):
        return
    plain = context.document.plain
    for sentence in context.sentences:
        for time in sentence.times:
            form, begin, end = time.form, time.interval.begin, time.interval.end
            if not isinstance(form, CalendarForm) or form.deixis is None or form.parts.year:
                continue
            if begin is None or end is None or context.quoted(time.extent):
                continue
            tense = _tense(plain, sentence, time)
            if tense is Tense.PAST and form.deixis is Deixis.NEXT and begin > today:
                yield TensedDay(time, begin, past=True, published=today)
            if tense is Tense.FUTURE and form.deixis is Deixis.LAST and end < today:
                yield TensedDay(time, end, past=False, published=today)


def _tense(plain: str, sentence: ScannedSentence, time: TimeExpression) -> Tense | None:
    """The tense of the verb that stands right before a day, with its object at most."""
    words = sentence.extent.of(plain)
    at = time.extent.start - sentence.extent.start
    verbs = [verb for verb in tensed_verbs(words) if verb.end <= at]
    if not verbs or _STORY.search(lower(words)):
        return None
    form, gap = time.form, lower(words[verbs[-1].end : at])
    dated = isinstance(form, CalendarForm) and form.parts.day is not None
    if dated and not gap.endswith(" le "):
        return None
    if verbs[-1].tense is Tense.PAST:
        done = _DONE.search(lower(words[:at])) is not None and _DIRECT.fullmatch(gap) is not None
        return None if not done or DATED.search(lower(words)) else Tense.PAST
    told = _PARTICIPLE.sub("", gap, 1) if _BE.search(lower(words[: verbs[-1].end])) else gap
    other = _OWN.fullmatch(told) is None or _OTHER.search(told) or _PARTICIPLE.search(told)
    return None if other or PLANNED.search(lower(words)) else verbs[-1].tense
