"""So many years ago, and the date that it was: "il y a vingt ans, en 2004"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import lower, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Grain
from fact_cli.model.lapse import Jubilee, Moment
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import Deixis, LengthForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.moments import dates, has_year, moment, names_year

# Between "il y a vingt ans" and the year that it is: nothing but a comma and a preposition.
BESIDE = re.compile(
    r"(?:,? jour pour jour)?,? ?\(?(?:en |le |soit en |soit |dès |c'était en |à l'(?:été|automne"
    r"|hiver) )?"
)
_REMOUNTS = re.compile(r"\b(?:remonte|remontent|date|datent) (?:à|de|d') ?$")
_HEDGED = re.compile(
    r"\b(?:près de|plus de|environ|presque|quelque|une bonne|un peu|à peine)(?: d[e'])? ?$"
)
_HEDGES = re.compile(r"\b(?:près|plus|environ|presque|quelque|un peu|à peine)\b(?! tard)")
_LONG = {Grain.SEASON, Grain.QUARTER, Grain.HALF}  # as "l'été 1976"


def ago(context: Context, sentence: ScannedSentence, now: Moment | None) -> Iterator[Jubilee]:
    """ "Il y a vingt ans, en 2004"; "en 2004, il y a vingt ans"."""
    plain = context.document.plain
    for ago in sentence.times:
        form = ago.form
        if not isinstance(form, LengthForm) or now is None:
            continue
        ahead = words_before(plain, ago.extent.start, 30)
        if form.side is not Deixis.LAST and not (form.side is None and _REMOUNTS.search(ahead)):
            continue
        years = form.duration.years
        if not years or form.vague or form.duration.months:
            continue
        for dated in dates(sentence):
            told = names_year(dated) or (has_year(dated) and dated.grain in _LONG)
            if told and _beside(plain, ago, dated):
                stated, hedged = ago.extent, is_hedged(plain, ago)
                yield Jubilee(stated, int(years), moment(dated), now, hedged, ordinal=False)


def _beside(plain: str, one: TimeExpression, other: TimeExpression) -> bool:
    first, second = sorted((one.extent, other.extent))
    return BESIDE.fullmatch(plain[first.end : second.start]) is not None


def is_hedged(plain: str, time: TimeExpression) -> bool:
    ahead = words_before(plain, time.extent.start, 25)
    if isinstance(time.form, LengthForm) and time.form.step:
        return True  # "deux siècles": nobody counts the years
    return bool(_HEDGED.search(ahead) or _HEDGES.search(lower(time.extent.of(plain))))
