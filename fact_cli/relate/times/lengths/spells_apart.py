"""How long a stretch of time lasted, told paragraphs away from what began it and what ended it.

"Le mouvement avait démarré le 3 mars. … les salariés ont voté la reprise du travail vendredi 14
mars. … Au bout de vingt-trois jours de conflit": the only such length of an article, the only
beginning and the only end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from fact_cli.lang.words import lower
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Lasting, Unit, elapsed, in_unit
from fact_cli.model.mention import TimeExpression
from fact_cli.model.text import BlockKind
from fact_cli.model.times import LengthForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.lengths.lasting import TOGETHER, is_surplus, stated_length
from fact_cli.relate.times.lengths.spell_kinds import Spell, spells
from fact_cli.relate.times.lengths.spells import LEADS, of_office, points_of
from fact_cli.relate.times.moments import OFFICE, is_birth, is_death, lengths, spanned, told_at

_CUES = (" jours", " semaines", " mois", " ans", " années")
_UNITS = {Unit.YEARS, Unit.MONTHS, Unit.WEEKS, Unit.DAYS}
# Several such stretches, or one that was broken.
_SEVERAL = re.compile(
    r"\b(?:déjà|à nouveau|de nouveau|nouvelle? (?:fermeture|grève|procès|mandat)|première fois"
    r"|deuxième (?:fois|fermeture|grève|procès|mandat|passage)|second (?:mandat|procès|passage)"
    r"|interrup\w+|interromp\w+|entrecoup\w+|réél\w+|cumul\w+|revenue? (?:aux|à la))\b"
)
_THEN = re.compile(r"\b(?:prévue?s?|programm\w+|report\w+|initial\w+|d'ici|avant le|à partir)\b")
ROUNDED = Decimal("0.1")  # of what lies between, by which a length may be told roundly
FAR = Decimal("2.5")  # times as long, or as short, is another length
LEAD = 60  # characters before a length that say of what it is


def find(context: Context) -> Iterator[Lasting]:
    plain = context.document.plain
    if len(context.document.blocks) < 3 or not context.tells(_CUES):
        return
    every = [
        (sentence, stated)
        for sentence in context.sentences
        for stated in [*lengths(sentence), *of_office(plain, sentence)]
        if _is_whole(plain, sentence, stated)
    ]
    for spell in spells() if every else ():
        told = [
            (sentence, stated)
            for sentence, stated in every
            if spell.called.match(lower(plain[stated.extent.end : sentence.extent.end]))
        ]
        forms = [one.form for _, one in told]
        values = {form.duration for form in forms if isinstance(form, LengthForm)}
        if len(values) == 1 and not _SEVERAL.search(context.told):
            yield from _between(context, spell, *told[0])


def _is_whole(plain: str, sentence: ScannedSentence, stated: TimeExpression) -> bool:
    """Whether a length is told of the whole of some stretch."""
    length = stated_length(plain, stated)
    if length is None or length[0] not in _UNITS or is_surplus(plain, stated):
        return False
    words = lower(sentence.extent.of(plain))
    ahead = lower(plain[sentence.extent.start : stated.extent.start])
    return LEADS.search(ahead) is not None and not TOGETHER.search(words)


def _between(
    context: Context, spell: Spell, sentence: ScannedSentence, stated: TimeExpression
) -> Iterator[Lasting]:
    plain, told = context.document.plain, stated_length(context.document.plain, stated)
    form = stated.form
    begun = _points(context, spell.begun, spell)
    ended = _points(context, spell.ended, spell)
    if told is None or not isinstance(form, LengthForm) or len(begun) != 1 or len(ended) != 1:
        return
    (first,), (last,) = begun, ended
    one_sentence = sentence.extent.holds(first.extent) and sentence.extent.holds(last.extent)
    ends = None if one_sentence else spanned(first, last)
    between = None if ends is None else elapsed(*ends, told[0])
    if between is None or between.low is None or between.high is None or between.high <= 0:
        return
    if spell.office and len(set(OFFICE.findall(lower(plain)))) > MANY:
        return
    value = in_unit(form.duration, told[0])
    if not between.high / FAR <= value <= FAR * between.high:
        return
    slack = max(ROUNDED * between.high, Decimal(1))
    wide = Bounds(between.low - slack, between.high + slack)
    if not wide.meets(Bounds.exactly(value)) or between.meets(Bounds.exactly(value)):
        at = (first.extent, last.extent)
        yield Lasting(stated, between, told[0], at, told[1], Binding.INFERRED)


def _points(context: Context, words: re.Pattern[str], spell: Spell) -> Sequence[TimeExpression]:
    """The dates, each once, that are told of the beginning or of the end of such a stretch."""
    plain = context.document.plain
    found: list[TimeExpression] = []
    for sentence in context.sentences:
        if context.document.blocks[sentence.sentence.block].kind is BlockKind.TITLE:
            continue
        former: TimeExpression | None = None
        for time in points_of(plain, sentence):
            led = told_at(plain, sentence, time, former)
            former = time
            born = is_birth(plain, sentence, time) or is_death(plain, sentence, time)
            if born or time.interval.begin is None or _THEN.search(led):
                continue
            told = words.search(led)
            about = not spell.subject or spell.noun.search(lower(sentence.extent.of(plain)))
            if told is not None and (about or " " in told.group()):
                found.append(time)
    days = {time.interval.begin for time in found}
    return found[:1] if len(days) == 1 else found


MANY = 2  # offices of which an article may tell where one of them is held against its dates
