"""How long something took, where the sentence says so and tells both ends, in whatever order.

"Il a attendu deux ans : déposé en 2022, le dossier est revenu en 2024"; "six ans se sont écoulés
entre l'accident, en 2019, et le procès, en 2025"; "entrée en 1971, elle a tenu le standard
quarante ans durant, jusqu'à son départ en 2011".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from fact_cli.lang.lexicon import read
from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Lasting, Unit, elapsed, in_unit
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import LengthForm, RangeForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.lengths.lasting import TOGETHER, is_surplus, stated_length
from fact_cli.relate.times.lengths.spells import points_of
from fact_cli.relate.times.lengths.time_off import is_without
from fact_cli.relate.times.moments import (
    has_year,
    lengths,
    names_year,
    range_ends,
    spanned,
    told_at,
)

_CUES = (" an", " mois", " semaines", " jours", " décennie", "siècle")
_UNITS = {Unit.YEARS, Unit.MONTHS, Unit.WEEKS, Unit.DAYS}
_HEDGES = (
    r"(?:(?:quelque|près de|plus de|moins de|pas moins de|environ|à peine|seulement|presque|que"
    r"|un peu (?:plus|moins) de|plus d'|près d'|moins d'|d'|encore|au total) ?)*"
)
# Before a length that what stands behind a colon accounts for.
_TOOK = re.compile(
    r"\b(?:fallu(?: attendre| patienter)?|attendu|patienté|mis|duré|passé|pris|demandé|nécessité"
    r"|(?:attendu|obtenu|boucl|achev|termin|constru|bât|parcour|travers|écri|mont|effectu|travers"
    r"|réalis)[^.;:()\d]{0,50} (?:en|pendant))"
    rf"(?: (?:son|sa|ses|le|la|les|un|une) [^.;:,()\d]{{2,30}})? {_HEDGES}$"
)
_NEEDED = re.compile(rf"\bil (?:aura(?:it)?|a|avait) fallu (?:attendre )?{_HEDGES}$")
_TO_DO = re.compile(r" (?:pour|à|avant de|avant que) [^.;:()\d]{3,70}?,? $")
_LONG = re.compile(
    rf"(?:\b(?:a|ont|aura|auront|avait) duré|\bd'une durée de|, longue? de) {_HEDGES}$"
)
_SPREAD = re.compile(
    r"(?: [^.;:,()\d]{0,40})?, (?:s'|se )?(?:est |sont |était |sera )?"
    r"(?:étend|étal|déroul|échelonn|cour|ten|tien|va|ira|all)[^\W\d_]*(?: donc| ainsi)? ?$"
)
_PASSED = re.compile(
    rf"\bil s(?:'est|'était|e sera|'écoul\w+) ?(?:donc |ainsi )?(?:écoulé )?{_HEDGES}$"
)
_PASS = re.compile(
    r" (?:se (?:sont|seront)|s'étaient|ont) (?:donc |ainsi |déjà )?(?:écoulé|passé)e?s?\b"
    r"| (?:sépar|s'écoul)\w+\b"
)
_BETWEEN = re.compile(r"\b(?:entre|sépar\w+)\b")
# "… quarante ans durant, jusqu'à son départ en 2011": where it ends, right behind the length.
_UNTIL = re.compile(
    r"(?: durant| pleins| entiers)?(?: [^.;:,()\d]{2,50})?, (?:et ce )?"
    r"(?:jusqu'(?:à |au |aux |en )[^.;:()\d]{0,50}(?:,? en |,? le )?|jusqu')?$"
)
# "Trois ans à Fresnes, jusqu'à sa libération": a part of it may have been spent elsewhere.
_SOMEWHERE = re.compile(
    r"(?: durant| pleins| entiers)? (?:au|aux|à|en|dans|chez|sous|comme|avec)\b"
)
_OPENS = re.compile(r"[^.;:,()\d]{3,60} (?:en|le|dès|depuis|fin|début)? ?$")
_OTHER = re.compile(
    r"\b(?:puis|interromp\w+|interrup\w+|chaque|par an|par mois|moyenne|condamn\w+|prison|bail"
    r"|report\w+|deux fois|encore|initial\w+|prévu\w*|autre|garantie|sursis|première?s? fois)\b"
)
CENTURY = 100  # years
FAR_IN_CENTURIES = 12  # times: centuries are printed for decades
FAR = 3  # times as long, or as short, is another length


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What begins something, and what ends it."""
    data = read("spells")
    kinds = [*data["spell"], data["waited"]]
    return _any_of(kinds, "begun"), _any_of(kinds, "ended")


@cache
def _lasts_from() -> re.Pattern[str]:
    """What begins a stretch of which nothing is left out: closed, arrested, set off."""
    return _any_of([one for one in read("spells")["spell"] if one.get("whole")], "begun")


def _any_of(kinds: Sequence[dict[str, Any]], key: str) -> re.Pattern[str]:
    words = sorted({word for one in kinds for word in one[key]})
    return re.compile(rf"\b(?:{'|'.join(words)})\b")


def find(context: Context) -> Iterator[Lasting]:
    if not context.tells(_CUES):
        return
    plain = context.document.plain
    for sentence in context.sentences:
        told = lengths(sentence)
        if len(told) != 1 or len(sentence.times) > 3 or is_surplus(plain, told[0]):
            continue
        words = lower(sentence.extent.of(plain))
        if TOGETHER.search(words) or _OTHER.search(words):
            continue
        ends = _ends(plain, sentence, told[0])
        found = None if ends is None else _lasting(plain, told[0], ends)
        if found is not None and not is_without(plain, sentence, found):
            yield found


def _ends(
    plain: str, sentence: ScannedSentence, stated: TimeExpression
) -> Sequence[TimeExpression] | None:
    """Both ends of what took so long: a period, or two dates."""
    ahead = lower(plain[sentence.extent.start : stated.extent.start])
    period = [one for one in sentence.times if isinstance(one.form, RangeForm)]
    if len(period) == 1 and len(sentence.times) == 2 and range_ends(period[0]) is not None:
        link = lower(plain[stated.extent.end : max(stated.extent.end, period[0].extent.start)])
        years = all(map(names_year, period[0].parts))
        took = _NEEDED.search(ahead) and _TO_DO.fullmatch(link)
        spread = years and _LONG.search(ahead) and _SPREAD.fullmatch(link)
        return period if took or spread else None
    points = points_of(plain, sentence)
    if len(points) != 2 or points[0].extent.end > points[1].extent.start:
        return None
    told = (
        _is_explained(plain, sentence, stated, points)
        or _is_passed(plain, sentence, stated, points)
        or _is_until(plain, sentence, stated, points)
    )
    return points if told else None


def _is_explained(
    plain: str, sentence: ScannedSentence, stated: TimeExpression, points: Sequence[TimeExpression]
) -> bool:
    """ "Il a attendu deux ans : déposé en 2022, le dossier est revenu en 2024"."""
    first, last = points
    colon = plain.rfind(":", stated.extent.end, max(stated.extent.end, first.extent.start))
    ahead = lower(plain[sentence.extent.start : stated.extent.start])
    if colon < 0 or not _TOOK.search(ahead):
        return False
    begun, ended = _words()
    begins = lower(plain[colon : first.extent.start])
    return bool(begun.search(begins)) and bool(ended.search(told_at(plain, sentence, last, first)))


def _is_passed(
    plain: str, sentence: ScannedSentence, stated: TimeExpression, points: Sequence[TimeExpression]
) -> bool:
    """ "Six ans se sont écoulés entre l'accident, en 2019, et le procès, en 2025"."""
    start, end = sentence.extent.start, stated.extent.end
    passed = _PASSED.search(lower(plain[start : stated.extent.start]))
    passed = passed or _PASS.match(lower(plain[end : sentence.extent.end]))
    return (
        passed is not None
        and _BETWEEN.search(lower(plain[start : points[0].extent.start])) is not None
    )


def _is_until(
    plain: str, sentence: ScannedSentence, stated: TimeExpression, points: Sequence[TimeExpression]
) -> bool:
    """ "Entrée en 1971, elle y a travaillé quarante ans, jusqu'à son départ en 2011"."""
    first, last = points
    if not first.extent.end < stated.extent.start < last.extent.start:
        return False
    opens = lower(plain[sentence.extent.start : first.extent.start])
    link = lower(plain[stated.extent.end : last.extent.start])
    behind = lower(plain[stated.extent.end : last.extent.end])
    if not _OPENS.fullmatch(opens) or "jusqu" not in behind or not _UNTIL.fullmatch(link):
        return False
    if _lasts_from().match(opens) and not _SOMEWHERE.match(link):
        return True
    return _words()[0].search(opens) is not None and _is_too_long(plain, stated, points)


def _is_too_long(plain: str, stated: TimeExpression, points: Sequence[TimeExpression]) -> bool:
    """Whether a length is more than lies between; of less, something may have begun later."""
    found, form = _lasting(plain, stated, points), stated.form
    if found is None or found.between.high is None or not isinstance(form, LengthForm):
        return False
    return in_unit(form.duration, found.unit) > found.between.high


def _lasting(plain: str, stated: TimeExpression, ends: Sequence[TimeExpression]) -> Lasting | None:
    told, form = stated_length(plain, stated), stated.form
    if told is None or told[0] not in _UNITS or not isinstance(form, LengthForm):
        return None
    if len(ends) == 2 and has_year(ends[0]) is not has_year(ends[1]):
        return None
    span = spanned(*ends) if len(ends) == 2 else range_ends(ends[0])
    between = None if span is None else elapsed(*span, told[0])
    if between is None or between.low is None or between.high is None or between.high <= 0:
        return None
    far = FAR_IN_CENTURIES if form.step == CENTURY else FAR
    if not between.high / far <= in_unit(form.duration, told[0]) <= far * between.high:
        return None
    at = tuple(one.extent for one in ends)
    return Lasting(stated, between, told[0], at, told[1], Binding.INFERRED)
