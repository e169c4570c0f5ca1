"""How long somebody has held what was begun so many years after another date.

"Arrivée en 1985 … Vingt ans plus tard, elle ouvre son restaurant, qu'elle tient depuis 26 ans";
"à la tête de la commune depuis 24 ans … élu en 1988, il en avait pris la présidence douze ans
après".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import pairwise

from fact_cli.lang.lexicon import read
from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Interval
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Lasting, elapsed, in_unit
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import LengthForm, RangeForm, ShiftForm
from fact_cli.relate.context import Context
from fact_cli.relate.passage import adjoin
from fact_cli.relate.times.lengths.lasting import stated_length
from fact_cli.relate.times.moments import dates, names_year, published

_HOLDS = re.compile(
    r"\b(?:à la tête|aux (?:commandes|manettes|rênes|affaires)|à la (?:présidence|direction|barre)"
    r"|préside|dirige)\b[^.;:()\d]{0,50}$"
)
_TOOK = re.compile(
    r"\b(?:avait|a|avaient|ont) (?:re)?(?:pris|accédé à|conquis|obtenu) (?:la |les |sa |ses )?"
    r"(?:présidence|direction|tête|rênes|commandes|barre|mairie)\b[^.;:()\d]{0,25}$"
)
_BROKEN = re.compile(r"\b(?:interrompu|interruption|de nouveau|à nouveau|puis|reven|retour)\w*")

FAR = Decimal("2.5")  # times as long, or as short, is another thing's


@cache
def _opened() -> re.Pattern[str]:
    """What somebody opens or takes over, and is told to run since."""
    data = read("spells")["held"]
    return re.compile(
        rf"[^.;:()]{{0,40}}\b(?:{'|'.join(data['opened'])})\b"
        r"[^.;:()\d]{0,60}, qu(?:'il|'elle|e le couple)s? "
        rf"(?:{'|'.join(data['holds'])})[^\W\d_]*[^.;:()\d]{{0,20}} $"
    )


def find(context: Context) -> Iterator[Lasting]:
    now = published(context)
    if now is None:
        return
    for sentence in context.sentences:
        yield from _held(context.document.plain, sentence, now.interval)
    for former, sentence in pairwise(context.sentences):
        if adjoin(context.document.plain, former, sentence):
            yield from _taken(context.document.plain, former, sentence, now.interval)


def _held(plain: str, sentence: ScannedSentence, now: Interval) -> Iterator[Lasting]:
    """What was opened at a date, and is told to be run for so long."""
    for since in _since(sentence):
        told = [time for time in dates(sentence) if time.extent.end <= since.extent.start]
        if not told or not (isinstance(told[-1].form, ShiftForm) or names_year(told[-1])):
            continue
        link = lower(plain[told[-1].extent.end : since.extent.start])
        if _opened().fullmatch(link):
            yield from _lasting(plain, since, told[-1], now)


def _taken(
    plain: str, former: ScannedSentence, sentence: ScannedSentence, now: Interval
) -> Iterator[Lasting]:
    """An office held for so long, and how many years after another date it was taken."""
    held, shifts = list(_since(former)), [
        time for time in dates(sentence) if isinstance(time.form, ShiftForm)
    ]  # fmt: skip
    if len(held) != 1 or len(shifts) != 1:
        return
    (since,), (shift,) = held, shifts
    holds = _HOLDS.search(lower(plain[former.extent.start : since.extent.start]))
    took = _TOOK.search(lower(plain[sentence.extent.start : shift.extent.start]))
    words = lower(plain[former.extent.start : sentence.extent.end])
    if holds and took and not _BROKEN.search(words):
        yield from _lasting(plain, since, shift, now)


def _since(sentence: ScannedSentence) -> Iterator[TimeExpression]:
    """The lengths of "depuis 24 ans" in a sentence."""
    for time in sentence.times:
        form = time.form
        if isinstance(form, RangeForm) and isinstance(form.begin, LengthForm) and form.end is None:
            yield replace(time, form=form.begin)


def _lasting(
    plain: str, since: TimeExpression, begun: TimeExpression, now: Interval
) -> Iterator[Lasting]:
    length = stated_length(plain, since)
    between = None if length is None else elapsed(begun.interval, now, length[0])
    form = since.form
    if length is None or between is None or not isinstance(form, LengthForm):
        return
    value = in_unit(form.duration, length[0])
    # "maire depuis 2001 de cette ville à gauche depuis 60 ans": how long something else goes on.
    if between.high and between.high > 0 and between.high / FAR <= value <= between.high * FAR:
        at = (begun.extent,)
        yield Lasting(since, between, length[0], at, length[1], Binding.INFERRED)
