"""Days told by their number alone behind one with its month: "ouverte le 4 mai, close le 28"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import TimeExpression
from fact_cli.model.text import Extent
from fact_cli.model.times import CalendarForm

_DAY = re.compile(
    r"\b(?:[Ll]e|du|au) (?P<day>\d{1,2})(?=[,.;:)!?]|$| (?:et|ou|pour|par|au|à|dans|avant|après"
    r"|sous|en|avec|sur|sans|quand|lorsque|vers|dès|puis|chez|devant|faute|ils?|elles?|on|les?|la|une?)\b)"
)


def bare_days(plain: str, sentence: ScannedSentence) -> Iterator[TimeExpression]:
    """The later days of the month of the only date told before them in a sentence."""
    dated = [
        time
        for time in sentence.times
        if isinstance(time.form, CalendarForm) and time.form.parts.day and time.form.parts.month
    ]
    if len(dated) != 1:
        return
    (first,) = dated
    form = first.form
    assert isinstance(form, CalendarForm)
    taken = [time.extent for time in sentence.times] + [one.extent for one in sentence.quantities]
    for found in _DAY.finditer(plain, first.extent.end, sentence.extent.end):
        extent, day = Extent(*found.span("day")), int(found["day"])
        parts = replace(form.parts, day=day)
        held = any(one.start < extent.end and extent.start < one.end for one in taken)
        if held or day <= (form.parts.day or 0) or not parts.exists():
            continue
        interval = first.interval
        if interval.begin is not None:
            interval = replace(parts, year=interval.begin.year).interval()
        yield replace(first, extent=extent, form=CalendarForm(parts), interval=interval, parts=())
