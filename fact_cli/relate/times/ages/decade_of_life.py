"""An age told beside the decade of life that it belongs to: "une trentenaire de 36 ans"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from fact_cli.lang.words import lower
from fact_cli.model.lapse import TwoAges
from fact_cli.model.mention import TimeKind
from fact_cli.model.times import LengthForm, RangeForm
from fact_cli.relate.context import Context

_OF = re.compile(r"(?: [^\W\d_]+){0,2}(?:,| \(|) ?(?:âgée? (?:de|d')|aujourd'hui|de|d'|) ?")


def find(context: Context) -> Iterator[TwoAges]:
    plain = context.document.plain
    for sentence in context.sentences:
        ages = [time for time in sentence.times if time.kind is TimeKind.AGE]
        for decade, stated in pairwise(ages):
            match decade.form, stated.form:
                case RangeForm(begin=LengthForm(duration=low), end=LengthForm(duration=high)), (
                    LengthForm(duration=told)
                ):
                    link = lower(plain[decade.extent.end : stated.extent.start])
                    if told.years and _OF.fullmatch(link):
                        yield TwoAges(decade.extent, low.years, high.years, stated, told.years)
                case _:
                    continue
