"""The day, the month or the year that something has come to, against the date on which it began.

"La grève, entamée le 3 juin, en est à son douzième jour", written on the 10th; "élu en 2013, il
entame sa neuvième année à la tête du club", in 2024.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from fact_cli.lang.words import lower, words_after
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Duration
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Hedge, Lasting, Unit, elapsed
from fact_cli.model.mention import Quantity, QuantityKind, TimeExpression, TimeKind
from fact_cli.model.times import CalendarForm, LengthForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.moments import dates, has_year, names_year, published

_CUES = (" en est à ", " en sont à ", " entame", " entre ", " entrent ", " vit ", " boucle")
_COME_TO = re.compile(
    r"\b(?:en (?:est|sont) (?:donc |déjà )?à|entame(?:nt)?|entre(?:nt)? dans|vit|vivent"
    r"|boucle(?:nt)?) (?:donc |déjà |aujourd'hui )?(?:son|sa|leur) $"
)
_UNITS = {"jour": Unit.DAYS, "semaine": Unit.WEEKS, "mois": Unit.MONTHS, "année": Unit.YEARS}
_UNIT = re.compile(
    rf" (?P<unit>{'|'.join(_UNITS)})(?! (?:consécutive|d'affilée|de suite|comme|en tant))\b"
)
_BEGAN = re.compile(
    r"\b(?:entam|commenc|débu|déclench|lanc|ouver|ouvr|engag|démarr|élue?|nommée?|intronis|arrivée?"
    r"|monté|fondé|créé|mis en place|installée?|entrée?|parti)[^\W\d_]*\b[^.;:()\d]{0,40}$"
)
_BROKEN = re.compile(
    r"\b(?:interromp|interrup|suspen|repris|reprise|de nouveau|à nouveau|rééle?|réélu|puis|depuis"
    r"|pause|trêve|deuxième mandat|second mandat|scolaire|avait|études)\w*"
)
OVER = Decimal(1)  # the one that is running counts, and one more is admitted


def find(context: Context) -> Iterator[Lasting]:
    now = published(context)
    if now is None or not context.tells(_CUES):
        return
    plain = context.document.plain
    for sentence in context.sentences:
        for figure in sentence.quantities:
            begun = _begun(plain, sentence, figure)
            named = _UNIT.match(words_after(plain, figure.extent.end, 20))
            if begun is None or named is None or context.quoted(figure.extent):
                continue
            unit = _UNITS[named["unit"]]
            between = elapsed(begun.interval, now.interval, unit)
            if between is None or between.low is None or between.high is None or between.low < 0:
                continue
            size = Duration(**{unit.value: figure.value or Decimal(0)})
            stated = TimeExpression(figure.extent, TimeKind.DURATION, LengthForm(size))
            told = Bounds(between.low - (unit is Unit.DAYS), between.high + OVER)
            yield Lasting(stated, told, unit, (begun.extent,), Hedge.NONE, Binding.INFERRED)


def _begun(plain: str, sentence: ScannedSentence, figure: Quantity) -> TimeExpression | None:
    """The only date of the sentence, on which began what has come to so many days."""
    if figure.kind is not QuantityKind.ORDINAL or figure.value is None:
        return None
    start = sentence.extent.start
    if not _COME_TO.search(lower(plain[start : figure.extent.start])):
        return None
    told = dates(sentence)
    broken = _BROKEN.search(lower(sentence.extent.of(plain))) is not None
    if len(told) != 1 or len(sentence.times) != 1 or broken:
        return None
    day = isinstance(told[0].form, CalendarForm) and told[0].form.parts.day is not None
    if not (names_year(told[0]) or has_year(told[0]) or day):
        return None
    return told[0] if _BEGAN.search(lower(plain[start : told[0].extent.start])) else None
