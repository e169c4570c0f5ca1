"""What is settled at an hour of one day, and the chances of its outcome on the day beside it.

"Le verdict tombera ce soir à 18 heures. Les parieurs jugent une relaxe probable demain soir".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.lapse import TwoDates, day_of
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import CalendarForm, ClockForm, OffsetForm
from fact_cli.relate.context import Context
from fact_cli.relate.passage import adjoining
from fact_cli.relate.times.moments import published
from fact_cli.scan.tense import tense_of
from fact_cli.scan.times.context import Tense

# From which hour to which each part of a day lies.
_PARTS = {"matin": (0, 12), "midi": (11, 14), "après-midi": (12, 19), "soir": (17, 24)}
_PART = re.compile(rf"\b(?:{'|'.join(_PARTS)})\b")
_SETTLED = re.compile(
    r"\b(?:verdict|vot\w+|scrutin|élection|élira|éliront|éli(?:t|sent)|élue?s?|décision|décidera"
    r"|tranch\w+|désign\w+|proclam\w+|dévoil\w+|nom(?:mé\w*)? d|annonc\w+|arrêt(?:e|ent|era|eront)"
    r"|rendra|rendront|rendue?|prononc\w+|lauréate?s?|palmarès|vainqueur|réponse|jugement|arbitrage"
    r"|résultats?|adjug\w+|attribu\w+|choix|choisir\w*|conclave)\b"
)
_CHANCES = re.compile(
    r"\b(?:probab\w+|improbable|chances?|pari(?:s|eurs?)|bookmakers?|cotes?|cotée?s?|favorie?s?"
    r"|mis(?:e|ent) sur|pronosti\w+|tabl\w+ sur|juge(?:nt)?|estime(?:nt)?"
    r"|marchés?|si|au cas où|en cas d)\b"
)
_OUTCOME = re.compile(
    r"\b(?P<what>(?:désigné|élu|réélu|nommé|choisi|sacré|couronné|récompensé|retenu|primé|adopté"
    r"|approuvé|rejeté|repoussé|condamné|relaxé|acquitté|débouté|adjugé)e?s?"
    r"|victoire|statu quo|accord|adoption|rejet|approbation|verdict|relaxe|condamnation"
    r"|acquittement|scrutin|vote|décision|proposition|réponse|offre|relèvement|maintien|élection"
    r"|réélection|nomination|désignation|sacre|refus|feu vert|jugement|résultat)\b[^,;:.()]{0,40}$"
)
_OTHER = re.compile(
    r"\b(?:aussi|également|ensuite|lendemain|autre|deuxième|second|seconde|suivant\w*|reporté\w*"
    r"|retour|veille|jusqu|hier|match|finale|(?<!année )prochaine?)\b"
)


def find(context: Context) -> Iterator[TwoDates]:
    now = published(context)
    if now is None or not context.tells(("demain ",)):
        return
    for pair in adjoining(context):
        yield from _apart(context.document.plain, pair)


def _apart(plain: str, pair: Sequence[ScannedSentence]) -> Iterator[TwoDates]:
    former, sentence = pair
    settled, weighed = (lower(one.extent.of(plain)) for one in pair)
    if not (_SETTLED.search(settled) and _CHANCES.search(weighed)):
        return
    if tense_of(former.extent.of(plain)) is Tense.PAST or _OTHER.search(weighed):
        return
    told = [(day, clock) for clock in former.times if (day := _day_beside(plain, former, clock))]
    again = [(time, part) for time in sentence.times if (part := _part(plain, time))]
    if len(told) != 1 or len(again) != 1:
        return
    (day, clock), (time, part) = told[0], again[0]
    first, other = day_of(day.interval), day_of(time.interval)
    outcome = _OUTCOME.search(lower(plain[sentence.extent.start : time.extent.start]))
    if first is None or other is None or outcome is None or not _is_in(clock, part):
        return
    if abs((other - first).days) == 1:
        yield TwoDates(day, time, outcome["what"])


def _day_beside(
    plain: str, sentence: ScannedSentence, clock: TimeExpression
) -> TimeExpression | None:
    """The day told by its weekday or from the telling, right beside a time of day."""
    if not isinstance(clock.form, ClockForm):
        return None
    for day in sentence.times:
        first, last = sorted((day.extent, clock.extent))
        link = plain[first.end : last.start]
        if _is_of_now(day) and link.strip(" ,") in {"", "à", "vers", "dès"}:
            return day
    return None


def _is_of_now(time: TimeExpression) -> bool:
    match time.form:
        case OffsetForm():
            return day_of(time.interval) is not None
        case CalendarForm(parts=parts, weekday=weekday):
            return weekday is not None and parts.day is None
        case _:
            return False


def _part(plain: str, time: TimeExpression) -> str | None:
    """ "Demain soir", "ce soir": the part of a day counted from the telling."""
    part = _PART.search(lower(time.extent.of(plain)))
    return part.group() if part and isinstance(time.form, OffsetForm) else None


def _is_in(clock: TimeExpression, part: str) -> bool:
    low, high = _PARTS[part]
    return isinstance(clock.form, ClockForm) and low <= clock.form.hour < high
