"""How long something was waited for, against the last time that it came.

"Leur dernier titre remontait à 1990 : ils mettent fin à trente-quatre ans d'attente", told in 2014.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Interval
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Lasting, Unit, elapsed, in_unit
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.times import LengthForm
from fact_cli.relate.context import Context
from fact_cli.relate.passage import adjoin
from fact_cli.relate.times.lengths.lasting import stated_length
from fact_cli.relate.times.lengths.since import dated
from fact_cli.relate.times.moments import published

_CUES = (
    "attente", "disette", "absence", "purgatoire", "jeûne", "sevrage", "abstinence", "maigres",
    "désert", "attend", "patient", "sans ",
)  # fmt: skip
_WAIT = re.compile(
    r" (?:d'attente|de disette|d'absence|de purgatoire|de jeûne|de sevrage|d'abstinence"
    r"|de vaches maigres|de traversée du désert|d'anonymat"
    r"|sans (?:(?:le moindre|la moindre|aucune?|un seul|une seule) )?(?:titre|victoire|succès"
    r"|trophée|sacre|podium|finale|médaille|couronne|gagner|rien gagner))\b"
    r"| qu(?:e |')(?:ils?|elles?|on|l[ae]s? [^\W\d_]+) (?:l'|les )?(?:attend|patient|espér)"
)
_WAITED = re.compile(
    r"\b(?:attendu|attendre|attendait|attendaient|patienté|patienter)"
    r"(?: (?:pendant|durant|encore|près de|plus de|quelque))* $"
)
# What happened for the last time, with the year behind it.
_LAST = re.compile(
    r"\b(?:derni(?:er|ère)s?|précédente?s?)\b[^.;:!?]{0,70}?"
    r"(?:remont\w+ (?:à|au|aux)|dat\w+ (?:de|d')|\ben|\bde|,|\()(?: l'(?:année|an|été|hiver))? ?$"
    r"|\b(?:plus|jamais|aucune?|absente?s?|privée?s?|éloignée?s?|orpheline?s?|sevrée?s?)\b"
    r"[^.;:!?]{0,70}? depuis (?:l'année |l'été |le printemps |l'automne |l'hiver )?$"
    r"|\b(?:relégué|descendu|rétrogradé)e?s? (?:[^\W\d_]+ ){0,3}en $"
)
# A wait that was over before now, or was one for something else.
_ANEW = re.compile(
    r"\b(?:(?:avai|étai)(?:t|ent) déjà|cette (?:année|fois|saison|époque)-là|autre attente"
    r"|(?:a|avait) fallu (?:[^\W\d_]+ )?attendre)\b"
)
SLACK = 1  # years: a season has two, and some count the first and the last
FAR = 3  # times as long, or as short, is another length


def find(context: Context) -> Iterator[Lasting]:
    now, sentences = published(context), context.sentences
    if now is None or not context.tells(_CUES):
        return
    for index, sentence in enumerate(sentences):
        former = sentences[index - 1] if index else None
        if former is not None and not adjoin(context.document.plain, former, sentence):
            former = None
        near = [sentence] if former is None else [former, sentence]
        for length in _waits(context.document.plain, sentence):
            found = _since_last(context.document.plain, near, length, now.interval)
            if found is not None:
                yield found


def _waits(plain: str, sentence: ScannedSentence) -> Iterator[TimeExpression]:
    """The years of a sentence that are told to have been waited."""
    for time in sentence.times:
        form = time.form
        if not isinstance(form, LengthForm) or form.vague or time.kind is TimeKind.AGE:
            continue
        ahead = lower(plain[sentence.extent.start : time.extent.start])
        if _WAIT.match(plain, time.extent.end) or _WAITED.search(ahead):
            yield time


def _since_last(
    plain: str, near: Sequence[ScannedSentence], length: TimeExpression, now: Interval
) -> Lasting | None:
    """The wait against the only year told, if it is that of the last time."""
    told = stated_length(plain, length)
    named = [(each, time) for each in near for time in dated(each)]
    if told is None or told[0] is not Unit.YEARS or len(named) != 1:
        return None
    ((each, last),) = named
    at = lower(plain[each.extent.start : last.extent.start])
    words = lower(plain[near[0].extent.start : near[-1].extent.end])
    if not _LAST.search(_with_since(plain, last, at)) or _ANEW.search(words):
        return None
    between = elapsed(last.interval, now, Unit.YEARS)
    if between is None or between.high is None or between.high <= 0:
        return None
    form = length.form
    assert isinstance(form, LengthForm)
    years = in_unit(form.duration, Unit.YEARS)
    if not between.high / FAR <= years <= FAR * between.high or between.low is None:
        return None
    right = between.low <= years <= between.high
    if not right and between.low - SLACK <= years <= between.high + SLACK:
        return None
    return Lasting(length, between, Unit.YEARS, (last.extent,), told[1], Binding.INFERRED)


def _with_since(plain: str, last: TimeExpression, ahead: str) -> str:
    """What stands before a year, with the "depuis" that a scanned stretch begins with."""
    own = lower(last.extent.of(plain))
    return f"{ahead}depuis " if own.startswith("depuis ") else ahead
