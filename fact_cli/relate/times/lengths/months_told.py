"""Months counted and told by name: "les neuf premiers mois, de janvier à septembre"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from fact_cli.lang.words import lower
from fact_cli.model.bounds import Bounds
from fact_cli.model.dates import Duration, Grain
from fact_cli.model.lapse import Hedge, Lasting, Unit
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import FractionForm, LengthForm, NthForm, RangeForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.lengths.months_closed import CIVIL
from fact_cli.relate.times.month_span import MONTHS_IN, span_of

_BESIDE = re.compile(r"(?: de (?:l'année|l'exercice|son exercice))?(?:,| \(|\s[-–]) ?(?:soit )?")


def find(context: Context) -> Iterator[Lasting]:
    """A quarter, a half or so many first months, and behind it the months that they are."""
    plain = context.document.plain
    for sentence in context.sentences:
        for counted, named in pairwise(sentence.times):
            months, span = _count(counted), span_of(named)
            if months is None or span is None or not isinstance(named.form, RangeForm):
                continue
            if isinstance(counted.form, FractionForm) and CIVIL.search(context.told):
                continue  # which months a quarter has is known: see `months_closed`
            part = lower(named.extent.of(plain)).startswith("entre ")
            if not part and _BESIDE.fullmatch(
                lower(plain[counted.extent.end : named.extent.start])
            ):
                length = LengthForm(Duration(months=Decimal(months)))
                stated = replace(counted, form=length)
                told = Bounds.exactly(Decimal(span.months))
                yield Lasting(stated, told, Unit.MONTHS, (named.extent,), Hedge.NONE)


def _count(time: TimeExpression) -> int | None:
    """How many months; a quarter of a shifted year has three as well."""
    match time.form:
        case FractionForm(grain=grain) if grain in MONTHS_IN:
            return MONTHS_IN[grain]
        case NthForm(grain=Grain.MONTH, index=1, count=count) if count > 1:
            return count
        case _:
            return None
