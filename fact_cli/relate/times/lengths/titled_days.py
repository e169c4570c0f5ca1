"""How long a title tells, in days, weeks or months, against the only stretch of the article.

"Braderie : quatre jours de fête", and below it "du jeudi 28 au samedi 30 août"; "un pont fermé dix
jours", which is closed "du lundi 18 au dimanche 31 août"; "fermé six semaines", of what begins
on a day and ends ten weeks later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Hedge, Lasting, Unit, elapsed, in_unit, unit_of
from fact_cli.model.mention import TimeExpression
from fact_cli.model.text import BlockKind
from fact_cli.model.times import CalendarForm, LengthForm, RangeForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.lengths.lasting import TOGETHER, stated_length
from fact_cli.relate.times.lengths.workdays import SOME, days_between
from fact_cli.relate.times.moments import lengths, spanned
from fact_cli.relate.twice.values.same_words import stems

# What the days of a title are days of: "quatre jours de fête", "fermé dix jours".
_OF = re.compile(
    r" (?:non-stop )?(?:de |d'|pour |consacrés? )(?!plus|moins|trop|prison|retard|congés?|repos"
    r"|garde|sursis|suspension|marche|route|mer|concerts?|bals?|dédicaces?|canicule|projections?"
    r"|spectacles?|débats?|conférences?|courses?|matchs|épreuves|animations|pluie|orages|neige)"
)
_IS = re.compile(
    r"\b(?:fermé|coupé|interdit|bloqué|suspendu|ouvert|privé|paralysé|perturbé|interrompu|neutralisé"
    r"|barré|arrêté)e?s? (?:à la circulation |au public )?(?:pendant |durant |pour )?$"
    r"|\b(?:pendant|durant|sur) $"
)
_ENDS = re.compile(r" ?(?:[.,;:!?»)]|$)| (?:à|au|aux|sur|dans|en|pour|cet|cette|ce)\b")
_OTHERWISE = re.compile(
    r"\b(?:après|avant|dans|depuis|plus tôt|plus tard|déjà|encore|nouve\w+|deuxième|autre|premiers?"
    r"|premières?|derniers?|dernières?|en|dès|il y a|plus que|prolong\w+|supplémentaires?|par)\b"
)
_PART = re.compile(
    r"\b(?:inscri\w+|inscriptions?|réserv\w+|billets?|vente|vendus?|préven\w+|exposition|expo|stages?"
    r"|travaux|montage|démontage|vacances|camp|ateliers?|annex\w+|off|week-ends?|semaine"
    r"|soirs?|matins?|report\w+|initialement|prévue?s? du|au lieu)\b"
)
# What tells the first day, and what tells the last.
_BEGINS = re.compile(
    r"\b(?:débute\w*|commence\w*|commencé|à (?:partir|compter) du|dès|ouvr\w+|démarr\w+|du"
    r"|entr\w+ en vigueur|ferm\w+|coupée?s?|interdite?s?|s'ouvr\w+)\b[^.;:()\d]{0,40}$"
)
_STOPS = re.compile(
    r"\b(?:s'ach[eè]v\w+|s'achever|jusqu'|prendr\w+ fin|prend fin|se termin\w+|termin\w+|rouvr\w+"
    r"|s'arrêt\w+|se clo\w+|finir\w*|au)\b[^.;:()\d]{0,25}$"
)
WEEKS, WIDE = 2, 6  # the shortest length told roundly, and the part of one by which it may be off
MANY = 21  # days; of more a title counts roundly
FAR = Decimal(3)  # times as long, or as short, is another length


def find(context: Context) -> Iterator[Lasting]:
    if not context.sentences:
        return
    title, plain = context.sentences[0], context.document.plain
    if context.document.blocks[title.sentence.block].kind is not BlockKind.TITLE:
        return
    told = [one for one in lengths(title) if _is_days(one) or _is_longer(one)]
    if len(told) != 1 or len(lengths(title)) != 1 or not _is_of_all(plain, title, told[0]):
        return
    if _is_longer(told[0]):
        yield from _of_two_days(context, title, told[0])
        return
    ranges = [
        (sentence, time)
        for sentence in context.sentences[1:]
        for time in sentence.times
        if isinstance(time.form, RangeForm) and len(time.parts) == 2
    ]
    if len(ranges) != 1 or not _tells_the_same(plain, title, ranges[0][0]):
        return
    yield from _lasting(plain, told[0], ranges[0][1])


def _of_two_days(
    context: Context, title: ScannedSentence, stated: TimeExpression
) -> Iterator[Lasting]:
    """The only stretch whose first day and last day one sentence of the body tells."""
    plain = context.document.plain
    found = [
        (sentence, ends)
        for sentence in context.sentences[1:]
        if (ends := _begun_and_ended(plain, sentence)) is not None
    ]
    told = stated_length(plain, stated)
    if len(found) != 1 or told is None or told[1] is not Hedge.NONE:
        return
    ((sentence, ends),) = found
    span = spanned(*ends)
    if span is None or not _tells_the_same(plain, title, sentence):
        return
    between, form = elapsed(*span, told[0]), stated.form
    if (
        between is None
        or between.low is None
        or between.high is None
        or not isinstance(form, LengthForm)
    ):
        return
    value = in_unit(form.duration, told[0])
    off = max(between.low - value, value - between.high)
    if off >= max(1, value / WIDE) and between.high / FAR <= value <= FAR * between.high:
        at = tuple(one.extent for one in ends)
        yield Lasting(stated, between, told[0], at, told[1], Binding.INFERRED)


def _begun_and_ended(
    plain: str, sentence: ScannedSentence
) -> tuple[TimeExpression, TimeExpression] | None:
    """The two days of a sentence, where words call them the first and the last of something."""
    days = [one for one in sentence.times if not isinstance(one.form, LengthForm)]
    if len(days) == 1 and isinstance(days[0].form, RangeForm) and len(days[0].parts) == 2:
        days = list(days[0].parts)
        return (days[0], days[1]) if all(map(_is_day, days)) else None
    if len(days) != 2 or not all(map(_is_day, days)):
        return None
    ahead = lower(plain[sentence.extent.start : days[0].extent.start])
    between = lower(plain[days[0].extent.end : days[1].extent.start])
    return (days[0], days[1]) if _BEGINS.search(ahead) and _STOPS.search(between) else None


def _is_day(time: TimeExpression) -> bool:
    form = time.form
    return isinstance(form, CalendarForm) and form.parts.day is not None


def _is_longer(time: TimeExpression) -> bool:
    """Whether a length is told in weeks or months."""
    form = time.form
    if not isinstance(form, LengthForm) or form.step or form.vague or form.side is not None:
        return False
    return unit_of(form.duration) in {Unit.WEEKS, Unit.MONTHS} and (
        in_unit(form.duration, Unit.WEEKS) >= WEEKS
    )


def _is_days(time: TimeExpression) -> bool:
    form = time.form
    if not isinstance(form, LengthForm) or form.step:
        return False
    return bool(form.duration.days) and not (form.duration.years or form.duration.months)


def _is_of_all(plain: str, title: ScannedSentence, stated: TimeExpression) -> bool:
    ahead = lower(plain[title.extent.start : stated.extent.start])
    behind = lower(plain[stated.extent.end : title.extent.end])
    if _OTHERWISE.search(ahead) or TOGETHER.search(ahead + behind):
        return False
    closed = _IS.search(ahead) is not None and _ENDS.match(behind) is not None
    return closed or _OF.match(behind) is not None


def _tells_the_same(plain: str, title: ScannedSentence, sentence: ScannedSentence) -> bool:
    """Whether the stretch of days is told of what the title names, all of it."""
    words = lower(sentence.extent.of(plain))
    if SOME.search(words) or _PART.search(words):
        return False
    about = stems(lower(title.extent.of(plain))) & stems(words)
    return bool(about) or sentence.sentence.block == title.sentence.block + 1


def _lasting(plain: str, stated: TimeExpression, days: TimeExpression) -> Iterator[Lasting]:
    length, form = stated_length(plain, stated), stated.form
    if length is None or not isinstance(form, LengthForm):
        return
    value = in_unit(form.duration, Unit.DAYS)
    between = days_between(days.parts[0], days.parts[1], value)
    if between is None or between.high is None or value > MANY or between.high <= 1:
        return
    if between.high / FAR <= value <= FAR * between.high:
        yield Lasting(stated, between, Unit.DAYS, (days.extent,), length[1], Binding.INFERRED)
