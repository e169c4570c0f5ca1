"""Lengths of time told of what the sentence, or the one before it, dates at both ends.

"Ouverte à 20 h 30, la séance a été levée à 23 h 15. Près de trois heures de débats …"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Lasting, Unit, elapsed, in_unit, unit_of
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.times import ClockForm, LengthForm, RangeForm
from fact_cli.relate.context import Context
from fact_cli.relate.passage import adjoin
from fact_cli.relate.times.lengths.lasting import (
    AFTERWARDS,
    ANOTHER_DAY,
    ELSEWHERE,
    TOGETHER,
    between_clocks,
    is_dated,
    is_in_life,
    is_of_other_works,
    is_surplus,
    stated_length,
)
from fact_cli.relate.times.lengths.parts_told import is_flight, is_of_another_time, is_of_part
from fact_cli.relate.times.lengths.time_off import is_without
from fact_cli.relate.times.lengths.weekday_clocks import over_days
from fact_cli.relate.times.lengths.workdays import days_between
from fact_cli.relate.times.moments import dates, lengths, nominal

_TAKEN_UP = re.compile(
    r"(?:\b(?:ces|pendant|durant|après|au bout de|au terme de|à l'issue de(?: ces)?|soit|duré|dure"
    r"|durera|passé|tenu|resté|traversée de|absence de|aura vécu|a vécu"
    r"|(?:répartie?s?|étalée?s?|échelonnée?s?|programmée?s?|réunie?s?|concentrée?s?) (?:sur|en))"
    r" (?:quelque |près de |plus de |moins de |environ |à peine |seulement |presque )?)$"
)
_OPENING = re.compile(r"(?:près de |plus de |moins de |quelque |environ |presque )?", re.IGNORECASE)
_SO = re.compile(r"\b(?:ainsi|donc|auront|aura|au total)\b")
# "De 2008 à 2015, il a passé trois ans à Lyon": some of the period.
_WITHIN = re.compile(
    r"\b(?:passé|tenu|resté|pendant|durant|après|au bout de|au terme de|\w+s? sur|\w+s? en) "
    r"(?:(?:quelque|près|plus|moins|environ|à peine|seulement|presque) (?:de )?)?$"
)
# "Il avait passé trente ans à la mairie": before what is told.
# "avant de tenir pendant vingt-cinq ans un bar": behind all that is dated.
_LATER = re.compile(r"\bavant (?:de |d')[^,;.]*$")
_EARLIER = re.compile(r"\bavai(?:t|ent) (?:passé|tenu|duré) $")
# "Pendant vingt ans, elle aura tout vu", "elle aura tourné vingt ans": it sums up the whole.
_WILL_HAVE = re.compile(
    r"(?: durant)?(?: de (?:présidence|mandats?|règne|direction|service|activité|fonctionnement"
    r"|existence|exploitation|production|bons et loyaux services|fermeture|absence|détention))?"
    r",? (?:ils?|elles?) aur(?:a|ont) (?:[^\W\d_]+ment |tout )?[^\W\d_]+(?:é|i|u|is|it|ert)e?s?\b"
)
_THAT_LONG = re.compile(
    r"(?:pendant|durant|en)? ?(?:près de |plus de |quelque |presque |environ )?$"
)
_HAVE_BEEN = re.compile(
    r"\baur(?:a|ont) (?:donc |ainsi |encore )?(?:tourné|fonctionné|servi|vécu|existé|régné|résisté"
    r"|survécu|roulé|duré|tenu|été (?:en service|en poste|aux commandes"
    r"|à la tête [^.;:,()\d]{2,30}))"
    r"(?: pendant| durant)? (?:près de |plus de |quelque |presque |environ )?$"
)
_OTHER = re.compile(
    r"\b(?:prison|réclusion|sursis|suspension|contrat|mandat|carrière|expérience|métier"
    r"|mariage|de vie|union|amour|amitié|règne|garantie|bail|stagnation|auparavant|précédemment"
    r"|avant cela|prêt|formation"
    r"|études|d'ici|dans les)\b"
)
_LISTED = re.compile(r"\b\d{1,2}, (?:\d{1,2}, )*\d{1,2} et \d{1,2} [^\W\d_]{3}")  # single days
# "Terminée le 1er juillet, … reviennent le 14, au bout de 28 jours": since another day.
_NIGHT = re.compile(r"\bla (?:nuit|soirée) (?:du |de )?(?:[^\W\d_]+ )?$")
_OVER = re.compile(r"\b(?:termin|achev|clos|clôtur|boucl|conclu|fini)[^\W\d_]*\b[^.;:()\d]{0,40}$")
# "Neuf heures, dont une de pause, soit huit heures": without that.
_LESS_OF = re.compile(r"\b(?:dont|hors|sans|moins|déduction)\b")
# "Fermée en 2012, … Les travaux, entamés en 2018, ont duré deux ans": since the later one.
_STARTED = re.compile(
    r"(?:^|[.!?] )(?:l[ea]s? |l'|cette |ce |cet )[^.;:()\d]{0,40}, "
    r"(?:entam|commenc|début|lanc|engag|ouver|démarr|entrepris|déclench)"
    r"[^\W\d_]* (?:en|le|fin|début)? ?$"
)
_LASTED = re.compile(r"\b(?:dur(?:é|e|era|ait|a)) ")
HOURS = 24  # of a day
FAR = 2  # sentences from "ces cinq journées" back to where they are dated
NEAR = (Decimal("0.25"), Decimal(4))  # of what lies between; farther off it is another length


def find(context: Context) -> Iterator[Lasting]:
    plain = context.document.plain
    sentences = context.sentences
    for index, sentence in enumerate(sentences):
        before = sentences[index - 1] if index else None
        if before is not None and not adjoin(plain, before, sentence):
            before = None
        for stated in lengths(sentence):
            if not _is_taken_up(plain, sentence, stated):
                continue
            again = None if before is None else _again(plain, before, stated)
            if again is not None:
                yield again
                continue
            found = list(_between(plain, before, sentence, stated))
            if not found and _points_back(plain, stated):
                found = list(_between(plain, _told_of(sentences, index), sentence, stated))
            yield from (one for one in found if not is_without(plain, sentence, one))


def _points_back(plain: str, stated: TimeExpression) -> bool:
    """Whether a length is one told of before: "ces cinq journées"."""
    return plain.endswith(("ces ", "Ces "), 0, stated.extent.start)


def _told_of(sentences: Sequence[ScannedSentence], index: int) -> ScannedSentence | None:
    """The sentence to which "ces cinq journées" points over another one that dates nothing."""
    near = sentences[max(0, index - FAR) : index]
    blocks = {one.sentence.block for one in (*near, sentences[index])}
    between = (one for one in near[1:] for time in one.times if time.kind is not TimeKind.AGE)
    dated = len(near) == FAR and len(blocks) == 1 and not any(between)
    return near[0] if dated else None


def _is_taken_up(plain: str, sentence: ScannedSentence, stated: TimeExpression) -> bool:
    start = sentence.extent.start
    ahead = lower(plain[max(start, stated.extent.start - 60) : stated.extent.start])
    behind = words_after(plain, stated.extent.end, 30).rpartition(" ")[0]
    ahead_all = lower(plain[start : stated.extent.start])
    opens = _OPENING.fullmatch(plain[start : stated.extent.start])
    words = lower(sentence.extent.of(plain))
    told = _TAKEN_UP.search(ahead) or (opens and _SO.search(words))
    if TOGETHER.search(words):
        return False
    told = told or _sums_up(plain, sentence, stated)
    told = told and not (_EARLIER.search(ahead) or _LATER.search(ahead))
    told = told and AFTERWARDS.match(plain, stated.extent.end) is None
    told = told and not is_of_another_time(lower(plain[stated.extent.end : sentence.extent.end]))
    return bool(told) and not _OTHER.search(ahead_all + behind) and not is_surplus(plain, stated)


def _sums_up(plain: str, sentence: ScannedSentence, stated: TimeExpression) -> bool:
    """ "Pendant vingt ans, elle aura …", "elle aura tourné vingt ans": of the whole."""
    ahead = lower(plain[sentence.extent.start : stated.extent.start])
    behind = lower(plain[stated.extent.end : sentence.extent.end])
    if _THAT_LONG.fullmatch(ahead) and _WILL_HAVE.match(behind):
        return True
    return _HAVE_BEEN.search(ahead) is not None


def _again(plain: str, before: ScannedSentence, stated: TimeExpression) -> Lasting | None:
    """ "Fermé pour six semaines. … Durant ces six semaines": one length told twice."""
    told, known = stated_length(plain, stated), lengths(before)
    if told is None or len(known) != 1 or not _points_back(plain, stated):
        return None
    form = known[0].form
    if not isinstance(form, LengthForm) or unit_of(form.duration) is not told[0]:
        return None
    length = Bounds.exactly(in_unit(form.duration, told[0]))
    value = stated.form.duration if isinstance(stated.form, LengthForm) else form.duration
    if any(one.value == in_unit(value, told[0]) for one in before.quantities):
        return None  # "84 jours, contre 71 l'hiver d'avant … ces 71 jours": told without its unit
    return Lasting(stated, length, told[0], (known[0].extent,), told[1], Binding.INFERRED)


def _between(
    plain: str, before: ScannedSentence | None, sentence: ScannedSentence, stated: TimeExpression
) -> Iterator[Lasting]:
    told = stated_length(plain, stated)
    form = stated.form
    if told is None or not isinstance(form, LengthForm):
        return
    unit, hedge = told
    if before is not None and _LISTED.search(before.extent.of(plain)):
        return
    near = [each for each in (before, sentence) if each is not None]
    if is_of_other_works(plain, near[0].extent.start, stated):
        return
    value = in_unit(form.duration, unit)
    for ends in _ends(near, sentence, stated, clocks=unit in {Unit.HOURS, Unit.MINUTES}):
        first, last = ends
        match first.form, last.form:
            case ClockForm() as one, ClockForm() as other:
                if ANOTHER_DAY.search(plain[first.extent.end : last.extent.start]):
                    continue
                told_by = [each.extent.of(plain) for each in near]
                if any(ELSEWHERE.search(lower(each)) for each in told_by):
                    continue
                if is_flight(" ".join(told_by)):
                    continue
                days = over_days(plain, ends, (one, other))
                if days is None:
                    continue
                hours = Decimal(HOURS * days * (1 if unit is Unit.HOURS else 60))
                night = between_clocks(one, other, unit)
                between: Bounds | None = night + Bounds.exactly(hours)
            case _:
                counted = days_between(first, last, value) if unit is Unit.DAYS else None
                between = counted or elapsed(*nominal(first, last), unit)
        if between is None or between.low is None or between.high is None or between.high <= 0:
            continue
        within = _WITHIN.search(lower(words_before(plain, stated.extent.start, 60))) is not None
        if within and value <= between.high and not _sums_up(plain, sentence, stated):
            continue
        ahead = lower(plain[last.extent.end : stated.extent.start])
        if value <= between.high and (is_of_part(ahead) or _LESS_OF.search(ahead)):
            continue
        if _STARTED.search(words_before(plain, last.extent.start, 60)) and _LASTED.search(ahead):
            continue
        if value > between.high and _OVER.search(words_before(plain, first.extent.start, 60)):
            continue
        if _NIGHT.search(words_before(plain, first.extent.start, 40)):
            continue  # "dans la nuit du 17 au 18, après deux jours de débats"
        half_a_century = "siècle" in stated.extent.of(plain)
        if value < between.low and (half_a_century or is_in_life(plain, first, last, stated)):
            continue
        if NEAR[0] * between.high <= value <= NEAR[1] * max(between.low, between.high / 2):
            at = (first.extent, last.extent)
            yield Lasting(stated, between, unit, at, hedge, Binding.INFERRED)
            return


def _ends(
    near: Sequence[ScannedSentence],
    sentence: ScannedSentence,
    stated: TimeExpression,
    *,
    clocks: bool,
) -> Iterator[tuple[TimeExpression, TimeExpression]]:
    """The only two times before a length, in its own sentence or with the one before."""
    for some in ([sentence], near):
        ranges = [
            (time.parts[0], time.parts[1])
            for each in some
            for time in each.times
            if isinstance(time.form, RangeForm)
            and len(time.parts) == 2
            and time.extent.end <= stated.extent.start
        ]
        points = [
            time
            for each in some
            for time in (_clocks(each) if clocks else _days(each))
            if time.extent.end <= stated.extent.start
        ]
        if len(ranges) == 1 and not points and all(_is_end(one, clocks) for one in ranges[0]):
            yield ranges[0]
        if not ranges and len(points) == 2:
            yield from pairwise(points)


def _is_end(time: TimeExpression, clocks: bool) -> bool:
    return isinstance(time.form, ClockForm) if clocks else is_dated(time)


def _clocks(sentence: ScannedSentence) -> list[TimeExpression]:
    return [time for time in sentence.times if isinstance(time.form, ClockForm)]


def _days(sentence: ScannedSentence) -> list[TimeExpression]:
    return [time for time in dates(sentence) if is_dated(time)]
