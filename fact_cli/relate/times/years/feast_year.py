"""The year in which an anniversary is told to be feasted, where it is not that of the telling.

"Le café fêtera ses 100 ans en 2026": counted up to that year, whenever it is read.
"""

from __future__ import annotations

import re

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import PartialDate
from fact_cli.model.lapse import Moment
from fact_cli.model.mention import TimeExpression
from fact_cli.model.text import Extent
from fact_cli.model.times import Deixis, LengthForm, ShiftForm
from fact_cli.relate.times.moments import moment, names_year

_BEHIND = re.compile(
    r"(?: anniversaire| bougies)?(?: d'existence| de mariage| d'activité)?"
    r"(?:,? (?:[^\W\d_]+ment |au cours de (?:l'année |l'été )?)?"
    r"(?:en|le|dès|fin|début|à l'|l')? ?"
    r"|,? l'(?:an|année) )"
)
_AHEAD = re.compile(r",? (?:[^.;:()\d]{2,50} )?")
_OPENS = re.compile(r"(?:mais |et )?(?:c'est )?(?:en|le|dès|fin|début|l'|à l'[^\W\d_]+)? ?")


# "En 2018, elle célébrait ses 80 ans": the year of a feast gone by opens the sentence.
_WAS_FEASTED = re.compile(
    r",? (?:[^.;:()\d]{2,50} )?(?:(?:avai(?:t|ent)|a|ont) (?:déjà |ainsi )?"
    r"(?:fêté|célébré|soufflé|marqué)|(?:fêt|célébr|souffl)(?:ait|aient|a|èrent))"
    r" (?:dignement |en grande pompe )?(?:ses |leurs |son |leur |les )?"
)


def feasted_at_all(
    plain: str, sentence: ScannedSentence, stated: Extent, now: Moment | None
) -> Moment | None:
    """The year that ``sentence`` tells of an anniversary, be it gone by; ``now`` if none is."""
    later = now if now is None else feasted(plain, sentence, stated, now)
    if later is not now:
        return later
    for time in sentence.times:
        if not names_year(time):
            continue
        behind = lower(plain[stated.end : max(stated.end, time.extent.start)])
        if stated.end <= time.extent.start and _BEHIND.fullmatch(behind):
            return moment(time)
        opens = lower(plain[sentence.extent.start : time.extent.start])
        ahead = lower(plain[time.extent.end : max(time.extent.end, stated.start)])
        opened = time.extent.end <= stated.start and _OPENS.fullmatch(opens)
        if opened and _WAS_FEASTED.fullmatch(ahead):
            return moment(time)
    return now


def feasted(plain: str, sentence: ScannedSentence, stated: Extent, now: Moment) -> Moment:
    """The later year that ``sentence`` tells beside an anniversary; ``now`` where it tells none."""
    for time in sentence.times:
        if isinstance(time.form, ShiftForm):
            continue  # "soixante-dix ans après" is counted from the start
        when = _when(time, now)
        if when.year is None or now.year is None or when.year <= now.year:
            continue
        behind = lower(plain[stated.end : max(stated.end, time.extent.start)])
        opens = lower(plain[sentence.extent.start : time.extent.start])
        ahead = lower(plain[time.extent.end : max(time.extent.end, stated.start)])
        if stated.end <= time.extent.start and _BEHIND.fullmatch(behind):
            return when
        if time.extent.end <= stated.start and _OPENS.fullmatch(opens) and _AHEAD.fullmatch(ahead):
            return when
    return now


def _when(time: TimeExpression, now: Moment) -> Moment:
    """When a time is; of "dans deux ans", the year that it is counted to."""
    match time.form:
        case LengthForm(side=Deixis.NEXT, vague=False, duration=length) if length.years:
            year = None if now.year is None else PartialDate(now.year + int(length.years))
            return now if year is None else Moment(time.extent, year.interval())
        case _:
            return moment(time)
