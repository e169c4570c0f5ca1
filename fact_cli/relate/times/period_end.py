"""So many months of a year, and the end told of them: "les dix premiers mois, à fin septembre"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from fact_cli.lang.lexicon import lexicon
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Duration
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Hedge, Lasting, Unit
from fact_cli.model.mention import TimeExpression
from fact_cli.model.text import Extent
from fact_cli.model.times import CalendarForm, LengthForm, PortionForm
from fact_cli.relate.context import Context

QUARTER, HALF = 3, 6  # months
_MONTHS = (
    r"(?P<counted>(?P<count>deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|[2-9]|1[01])"
    r"(?P<first> premiers)? mois)"
)
_QUARTER = r"(?P<counted>premier trimestre)"
_OF_YEAR = r"(?: de l'(?:année|an))?(?: (?:de |en )?(?:19|20)\d\d)?"
_CLOSED = r"(?:clos|arrêtée?s?|achevée?s?|terminée?s?|échue?s?|finissant|prenant fin|s'achevant)"
_LAST = r"(?:(?:la )?fin (?:de |d')?|(?:3[01]|29|28) )"
_MONTH = (
    r"(?P<month>janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre"
    r"|décembre)\b"
)
_UP_TO = rf"(?: ?\((?:à |au )?|,? (?:{_CLOSED} (?:à |au |le |en )?|(?:à |au |jusqu'(?:à |au ))))"
_TO_END = rf"{_OF_YEAR}{_UP_TO}{_LAST}{_MONTH}"
_AHEAD = re.compile(rf"\b{_MONTHS}{_TO_END}")
_QUARTER_AHEAD = re.compile(rf"\b{_QUARTER}{_TO_END}")
_BEHIND = re.compile(
    rf"\b(?:à |au |au cours de |jusqu'à ){_LAST}{_MONTH}(?: (?:19|20)\d\d)?,? "
    rf"(?:soit |c'est-à-dire |après |au (?:terme|bout) de(?:s)? |sur )(?:les |ses |ces )?{_MONTHS}"
)
# A year that does not begin in January.
_OTHER_YEAR = re.compile(
    r"\b(?:exercice|campagne|saison\w*|décalé\w*|scolaire|universitaire|fiscale?|glissants?"
    r"|budgétaires?|commerciale|mandat|récolte|derniers mois)\b"
)


def find(context: Context) -> Iterator[Lasting]:
    if not context.tells(("mois", "premier trimestre")) or _OTHER_YEAR.search(context.told):
        return
    for sentence in context.sentences:
        text = context.told[sentence.extent.start : sentence.extent.end]
        for say in (_AHEAD, _BEHIND):
            for found in say.finditer(text):
                yield from _of_months(context, sentence, found)
        if "premier semestre" in context.told:
            for found in _QUARTER_AHEAD.finditer(text):
                yield from _lasting(sentence, found, QUARTER, HALF)


def _of_months(
    context: Context, sentence: ScannedSentence, found: re.Match[str]
) -> Iterator[Lasting]:
    """Months counted from January: those called the first, or of which the text tells so."""
    word = found["count"]
    count = int(word) if word.isdigit() else int(lexicon().numbers.words[word])
    first = found["first"] or f"{word} premiers mois" in context.told
    if first or "de l'année" in found.group():
        yield from _lasting(sentence, found, count, None)


def _lasting(
    sentence: ScannedSentence, found: re.Match[str], count: int, only: int | None
) -> Iterator[Lasting]:
    """``count`` months against those up to the month of the end; ``only`` the wrong end sought."""
    end = _time_at(sentence, found.span("month"))
    month = _month_of(end) if end is not None else None
    if end is None or month is None or (only is not None and month != only):
        return
    start = sentence.extent.start
    at = Extent(start + found.start("counted"), start + found.end("counted"))
    length = LengthForm(Duration(months=Decimal(count)))
    stated = replace(end, extent=at, form=length)
    told = Bounds.exactly(Decimal(month))
    yield Lasting(stated, told, Unit.MONTHS, (end.extent,), Hedge.NONE, Binding.INFERRED)


def _time_at(sentence: ScannedSentence, span: tuple[int, int]) -> TimeExpression | None:
    start = sentence.extent.start + span[0]
    return next((one for one in sentence.times if one.extent.holds(Extent(start, start + 3))), None)


def _month_of(end: TimeExpression) -> int | None:
    form = end.form.whole if isinstance(end.form, PortionForm) else end.form
    return form.parts.month if isinstance(form, CalendarForm) else None
