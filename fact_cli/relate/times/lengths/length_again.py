"""One length of time told twice in other units: "150 minutes, soit deux heures et demie"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from fact_cli.lang.words import lower
from fact_cli.model.bounds import Bounds, is_near
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Duration
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Lasting, Unit, in_unit, unit_of
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import LengthForm
from fact_cli.relate.context import Context
from fact_cli.relate.passage import adjoin
from fact_cli.relate.times.lengths.lasting import is_surplus, stated_length
from fact_cli.relate.times.moments import lengths

_AGAIN = re.compile(
    r",? ?\(?(?:soit|c'est-à-dire|autrement dit|ou) (?:environ |près de |plus de |presque "
    r"|un peu (?:plus|moins) de )?$| \($"
)
# "Un film de 150 minutes, un peu moins de deux heures, a été coupé": apposed, and closed.
_APPOSED = re.compile(
    r", (?:presque |environ |quelque |à peine |tout juste |exactement "
    r"|(?:près|plus|moins|un peu (?:plus|moins)) (?:de |d'))?"
)
_CLOSED = re.compile(
    r"(?: (?:donc|environ|exactement|à peine|tout juste|seulement|tout de même))?(?:[,;.!?)]|$)"
)
_THESE = re.compile(r"(?:,| et|, et|\.) (?:mais |et )?ces ")
NEARLY = Decimal("0.25")  # of a length that "ces" takes up
# "La pièce dure 150 minutes. Pendant ces deux heures et demie, …"
_DURING = re.compile(
    r"[«\" ]*(?:pendant|durant|tout au long de|au (?:cours|fil|bout|terme) de|après|en|de|dans)"
    r" ces |[«\" ]*(?:soit )?(?:ces )?"
)
_WHICH = re.compile(r" (?:durant|pendant|au cours|au long) (?:lesquell?e?s|desquell?e?s)\b")
_OF = (" de ", " d'")  # "Ces trois heures d'attente" are another length
LOOSELY = Decimal("0.45")  # of a length that opens the next sentence as the same
_SPAN = re.compile(r" ?(?:à|jusqu'à|-|et) ?")
_APART = re.compile(r" (?:après|avant|derrière|devant)\b")  # "deux jours après le vainqueur"
# "Trente semaines par an pendant trois ans, soit 90 semaines": so many times so long.
_EACH = re.compile(
    r"\bpar (?:an|année|mois|semaine|jour|journée|nuit|soir|saison|trimestre|semestre|week-end"
    r"|séance|match|personne|élève|agent|salarié|habitant|enfant)\b"
    r"|\b(?:chaque|chacune?|tous les|toutes les)\b|\b(?:annuel|mensuel|hebdomadaire|quotidien)\w*\b"
    r"|\b(?:une|deux|trois|quatre|cinq|six) (?:heures?|minutes|jours?|semaines?|mois) sur "
)


def find(context: Context) -> Iterator[Lasting]:
    plain = context.document.plain
    for sentence in context.sentences:
        yield from _told_again(plain, sentence)
    for before, sentence in pairwise(context.sentences):
        if before.times and sentence.times and adjoin(plain, before, sentence):
            yield from _taken_up(plain, before, sentence)


def _taken_up(plain: str, before: ScannedSentence, sentence: ScannedSentence) -> Iterator[Lasting]:
    """The only length of a sentence, told again where the next one opens."""
    known, told = lengths(before), lengths(sentence)
    form = known[0].form if len(known) == 1 and told else None
    if not isinstance(form, LengthForm):
        return
    first, again = known[0], told[0]
    ahead = lower(plain[sentence.extent.start : again.extent.start])
    these = ahead.endswith("ces ") or _WHICH.match(plain, again.extent.end)
    stated = stated_length(plain, again)
    if not _DURING.fullmatch(ahead) or not these or stated is None:
        return
    length, unit = form.duration, stated[0]
    clock = {Unit.HOURS, Unit.MINUTES, Unit.SECONDS}
    if unit_of(length) not in clock or unit not in clock:
        return
    if unit_of(length) == unit and not _is_mixed(length):
        return
    if ahead.endswith("ces ") and len(ahead) < 8 and plain.startswith(_OF, again.extent.end):
        return
    if _is_near(length, again, unit, LOOSELY) and not is_surplus(plain, again):
        exact = Bounds.exactly(in_unit(length, unit))
        yield Lasting(again, exact, unit, (first.extent,), stated[1], Binding.INFERRED)


def _told_again(plain: str, sentence: ScannedSentence) -> Iterator[Lasting]:
    told = lengths(sentence)
    for first, again in pairwise(told):
        link = lower(plain[first.extent.end : again.extent.start])
        stated = stated_length(plain, again)
        form = first.form
        surplus = is_surplus(plain, again) or _APART.match(plain, again.extent.end)
        if stated is None or not isinstance(form, LengthForm) or surplus:
            continue
        these = _THESE.fullmatch(link) is not None and _is_near(form.duration, again, stated[0])
        apposed = _is_apposed(plain, sentence, first, again)
        if not (_AGAIN.fullmatch(link) or these or apposed) or _opens_span(plain, again, told):
            continue
        if _is_race_time(plain, again) and not _is_near(form.duration, again, stated[0]):
            continue
        in_hours = these and "heure" in lower(first.extent.of(plain))  # "trois quarts d'heure"
        many = _count_of(plain, sentence, first)
        plainly = many == 1 and not (_is_mixed(form.duration) or in_hours)
        if unit_of(form.duration) == stated[0] and plainly:
            continue
        length = in_unit(form.duration, stated[0]) * many
        if not these and _is_multiplied(plain, sentence, first, again):
            continue
        if _is_working_time(form.duration, stated[0], length, again):
            continue
        yield Lasting(again, Bounds.exactly(length), stated[0], (first.extent,), stated[1])


def _is_race_time(plain: str, length: TimeExpression) -> bool:
    """Whether a mere bracket tells a length to the second: "à 17 secondes (2 h 25 min 05 s)"."""
    form = length.form
    told = isinstance(form, LengthForm) and form.duration.seconds and form.duration.minutes
    return bool(told) and plain.endswith("(", 0, length.extent.start)


def _count_of(plain: str, sentence: ScannedSentence, length: TimeExpression) -> Decimal:
    """How many of a length are told right before it: "8 épisodes de 45 minutes"; else one."""
    counts = (
        one.value
        for one in sentence.quantities
        if one.noun is not None and one.value is not None and one.hedge is None
        if plain[one.noun.end : length.extent.start] in _OF
    )
    return next(counts, Decimal(1))


def _is_apposed(
    plain: str, sentence: ScannedSentence, first: TimeExpression, again: TimeExpression
) -> bool:
    """Whether the only other length of a sentence stands beside one as the same told anew."""
    form, other = first.form, again.form
    if not isinstance(form, LengthForm) or not isinstance(other, LengthForm):
        return False
    link = lower(plain[first.extent.end : again.extent.start])
    alone = len(sentence.times) == 2 and _CLOSED.match(plain, again.extent.end) is not None
    unit = unit_of(other.duration)
    known = unit is not None and unit_of(form.duration) is not unit
    apposed = alone and known and _APPOSED.fullmatch(link) is not None
    return apposed and unit is not None and _is_near(form.duration, again, unit, LOOSELY)


def _is_near(length: Duration, again: TimeExpression, unit: Unit, share: Decimal = NEARLY) -> bool:
    """Whether two lengths are so near that the second can be the first told again."""
    other = again.form.duration if isinstance(again.form, LengthForm) else None
    return other is not None and is_near(in_unit(length, unit), in_unit(other, unit), share)


def _opens_span(plain: str, one: TimeExpression, told: list[TimeExpression]) -> bool:
    """ "28 ans (2 mois à 93 ans)": the youngest and the oldest, not the same age again."""
    behind = (time for time in told if time.extent.start > one.extent.end)
    last = next(behind, None)
    return (
        last is not None and _SPAN.fullmatch(plain, one.extent.end, last.extent.start) is not None
    )


def _is_working_time(first: Duration, unit: Unit, length: Decimal, again: TimeExpression) -> bool:
    """ "130 jours ou 910 heures": days of seven hours."""
    form = again.form
    if not isinstance(form, LengthForm):
        return False
    told = in_unit(form.duration, unit)
    clock = {Unit.HOURS, Unit.MINUTES, Unit.SECONDS}
    mixed = (unit in clock) != (unit_of(first) in clock)
    return mixed and not Decimal("0.6") < told / length < Decimal("1.6")


def _is_multiplied(
    plain: str, sentence: ScannedSentence, first: TimeExpression, again: TimeExpression
) -> bool:
    """Whether a length before the first says how long each time, so that the last is a product."""
    factors = [one.extent for one in (*sentence.quantities, *lengths(sentence))]
    told = any(sentence.extent.start <= one.start < first.extent.start for one in factors)
    return (
        told and _EACH.search(lower(plain[sentence.extent.start : again.extent.start])) is not None
    )


def _is_mixed(duration: Duration) -> bool:
    told = [unit for unit in Unit if getattr(duration, unit.value)]
    return len(told) > 1
