"""Days told with the first and the last of them: "six jours de cotation, du 11 au 13 octobre".

The length stands before the two days; `lasting` looks behind them. More days than there are
is always wrong, fewer only where the words tell of the whole stretch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from fact_cli.lang.words import lower
from fact_cli.model.bounds import Bounds
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Lasting, Unit, elapsed, in_unit
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import CalendarForm, LengthForm, RangeForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.lengths.lasting import TOGETHER, is_surplus, stated_length
from fact_cli.relate.times.lengths.workdays import SOME, days_between
from fact_cli.relate.times.moments import lengths, range_ends

_RUN = (
    r"(?: (?:d'affilée|consécuti(?:fs|ves)|de suite|durant|sans interruption|pleine?s?|entière?s?"
    r"|complets?|non-stop))"
)
_LINK = re.compile(
    rf"(?P<run>{_RUN})?(?: (?:de |d'|du |des )(?P<what>[^.;:,()\d]{{2,40}}?))?(?P<again>{_RUN})?"
    r"(?P<apart>,| \(| :| -)? ?(?:soit )?"
    r"(?:(?:aur(?:a|ont|ait) lieu|a(?:vait)? lieu|se (?:tien|déroul|jouer)[^\W\d_]*"
    r"|s(?:e sont|'est|'était) (?:tenue?s?|déroulée?s?)"
    r"|(?:est|sont|sera|seront) (?:prévue?|programmée?|organisée?|proposée?)s?)"
    r"(?: (?:à|au|aux|dans|sur|en) [^.;:,()\d]{2,40}?)?,? )?"
)
# What lasts without a break from the first day to the last, weekends too.
_FESTIVE = (
    r"fêt|fest|liesse|concert|musique|spectacle|compétition|course|deuil|foire|salon|championnat"
    r"|tournoi|canicule|confinement|quarantaine|isolement|hospitalis|pèlerinage|voyage|croisière"
    r"|traversée|captivité|trêve|cessez-le-feu|célébration|réjouissance|carnaval|couvre-feu"
    r"|ramadan|jeûne|siège|détention|pluie|neige|chaleur|vigilance"
)
_ADJECTIVE = r"(?:long|belle|folle|grande|intense|vraie)?s? ?"
_WHOLE = re.compile(
    rf"{_ADJECTIVE}(?:{_FESTIVE}|vacances|congé|fermeture|coupure|exposition|interruption|suspension"
    r"|absence|arrêt|soldes|blocage|occupation|travaux|chantier)"
)
_WEEKENDS_TOO = re.compile(rf"{_ADJECTIVE}(?:{_FESTIVE})")
_DURING = re.compile(
    r"\b(?:longue? de|d'une durée de|(?:pendant|durant)(?: ces| les| ses| leurs)?"
    r"|dur(?:é|e|era|ait|a|ent|eront|aient)"
    r"|(?:(?:a|ont) été|(?:est|sont|sera|seront|reste\w*|restée?s?)) "
    r"(?:fermée?s?|coupée?s?|bloquée?s?|interrompue?s?|suspendue?s?|absente?s?|hospitalisée?s?"
    r"|confinée?s?)) $"
)
_ONE_OF = re.compile(r"\b(?:séjours?|stages?|forfaits?|sessions?|formules?|pass|cartes?|séries?) $")
# By how much the days were moved: "décalé de deux mois, du 29 août au 20 septembre".
MOVED = re.compile(
    r"\b(?:décal|report|repouss|avanc|prolong|allong|rallong|raccourc|retard|recul|différ|amput"
    r"|réduit|écourt|étend|suspend|préavis|délai|avance|retard)[a-zéè]* (?:de |d')$"
)
_FROM = re.compile(r"(?:du|de|d') ?", re.IGNORECASE)
_INCLUDED = re.compile(r",? \(?(?:inclus|compris)(?:es?|e?s)?\b")


def find(context: Context) -> Iterator[Lasting]:
    plain = context.document.plain
    for sentence in context.sentences:
        if not any(isinstance(time.form, RangeForm) for time in sentence.times):
            continue
        counted = {time.extent for time in lengths(sentence)}
        words = lower(sentence.extent.of(plain))
        if not counted or TOGETHER.search(words):
            continue
        for stated, days in pairwise(sentence.times):
            if stated.extent in counted and isinstance(days.form, RangeForm):
                ahead = lower(plain[sentence.extent.start : stated.extent.start])
                found = _counted(plain, stated, days, ahead, some=bool(SOME.search(words)))
                if found is not None:
                    yield found


def _counted(
    plain: str, stated: TimeExpression, days: TimeExpression, ahead: str, *, some: bool
) -> Lasting | None:
    told, form = stated_length(plain, stated), stated.form
    link = _LINK.fullmatch(lower(plain[stated.extent.end : days.extent.start]))
    if told is None or link is None or not isinstance(form, LengthForm):
        return None
    if MOVED.search(ahead) or is_surplus(plain, stated):
        return None
    if not _FROM.match(plain, days.extent.start):
        return None
    value = in_unit(form.duration, told[0])
    on_end = link["run"] or link["again"] or _WEEKENDS_TOO.match(link["what"] or "")
    between = _between(plain, days, told[0], Decimal(-1) if on_end else value)
    if between is None or between.low is None or between.high is None or between.high <= 0:
        return None
    if value < between.low and (some or _ONE_OF.search(ahead) or not _is_whole(link, ahead)):
        return None
    return Lasting(stated, between, told[0], (days.extent,), told[1], Binding.INFERRED)


def _is_whole(link: re.Match[str], ahead: str) -> bool:
    """Whether a length is told of all that lies between the two days."""
    if link["run"] or link["again"]:
        return True
    if not link["apart"]:
        return False
    return bool(_WHOLE.match(link["what"]) if link["what"] else _DURING.search(ahead))


def _between(plain: str, days: TimeExpression, unit: Unit, value: Decimal) -> Bounds | None:
    """What lies between the two ends, the last day counted where it is told to be included."""
    ends = range_ends(days)
    forms = [days.form.begin, days.form.end] if isinstance(days.form, RangeForm) else []
    told = [one.parts for one in forms if isinstance(one, CalendarForm)]
    if ends is None or len(told) != 2 or told[1].month is None:
        return None
    if unit is Unit.DAYS:
        included = _INCLUDED.match(plain, days.extent.end) is not None
        if not told[0].day or len(days.parts) != 2:
            return None
        return days_between(days.parts[0], days.parts[1], value, included=included)
    return elapsed(*ends, unit) if unit in {Unit.WEEKS, Unit.MONTHS} else None
