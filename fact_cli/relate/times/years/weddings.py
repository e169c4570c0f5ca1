"""Years of marriage that are feasted, against the day of the wedding.

"Odette et Raymond ont fêté leurs noces d'or. Ils s'étaient dit oui le 3 juillet 1965".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Jubilee
from fact_cli.model.mention import TimeExpression
from fact_cli.model.text import Extent
from fact_cli.model.times import Deixis, LengthForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.moments import moment, names_year, published
from fact_cli.relate.times.years.ago import is_hedged
from fact_cli.relate.times.years.anniversaries import WEDDINGS
from fact_cli.relate.times.years.feast_year import feasted

_CUES = ("noces d", "ans de mariage", "ans d'union", "ans de vie")
# "Cinquante ans de mariage plus tard"; told otherwise, they are a length since the wedding.
_MARRIAGE = re.compile(
    r" (?:de mariage|d'union|de vie (?:commune|conjugale|à deux)) (?:plus tard|après)\b"
)
_HAD = re.compile(
    r"\b(?:avai(?:t|ent)|fêt(?:ait|aient|èrent)|célébr(?:ait|aient|èrent))\b[^.;:]{0,60}$"
)
# The day of the wedding, told right before its date.
_WED = re.compile(
    r"\b(?:mari(?:é|ée|és|ées|a|ait|aient|èrent|ent|e|age)|dit (?:«? ?oui ?»?|un premier oui)"
    r"|unis|uni|unie|unissai\w+|unirent|épous\w+|convol\w+|passé la (?:bague|corde)"
    r"|échang\w+ (?:leurs|les) (?:alliances|consentements|vœux|anneaux)|l'union|leur union"
    r"|première fois|mène à l'autel|menait à l'autel)\b[^.;()\d]{0,60}$"
)
_WED_THEN = re.compile(
    r",? (?:qu'|que )?(?:ils|elle|il|[^\W\d_]+ et [^\W\d_]+)? ?"
    r"(?:s'étaient|se sont|se|s'|avaient|ont) ?(?:mari|uni|dit oui|épous|échangé)"
)
# Somebody else's wedding, or one that did not last.
_OTHER = re.compile(
    r"\b(?:premi(?:er|ère) (?:mariage|union|noces)|première fois en|divorc\w+|"
    r"remari\w+|secondes? noces|veuf|veuve|parents|fils|fille|sœur|frère|petit"
    r"|premier mari|première femme|avant de se marier|morte?s?|décédée?s?"
    r"|concubin\w*|pacs\w*|rencontr\w+)\b"
)
# Feasts of several couples, or of another year.
_SEVERAL = re.compile(
    r"\b(?:couples|retard|covid(?:-19)?|pandémie|confinement|report\w+|repouss\w+"
    r"|(?:après|depuis|avant) (?:leurs |les |ses )?noces)\b"
)
NEAR = 3  # sentences between the feast and the wedding


def find(context: Context) -> Iterator[Jubilee]:
    now = published(context)
    if now is None or now.year is None or not context.tells(_CUES):
        return
    plain, sentences = context.document.plain, context.sentences
    told = [
        (index, sentence, *one)
        for index, sentence in enumerate(sentences)
        for one in _feasts(plain, sentence)
    ]
    weddings = [
        (index, time)
        for index, sentence in enumerate(sentences)
        for time in _weddings(plain, sentence)
    ]
    days = {time.interval.begin for _, time in weddings}
    if not told or len({years for *_, years, _ in told}) != 1 or len(days) != 1:
        return
    if _SEVERAL.search(context.told):
        return
    index, sentence, stated, years, hedged = told[0]
    at, wedding = min(weddings, key=lambda one: abs(one[0] - index))
    if abs(at - index) > NEAR or context.quoted(wedding.extent):
        return
    then = feasted(plain, sentence, stated, now)
    years_told = [moment(leaf).year for time in sentence.times for leaf in time.leaves]
    known = {None, then.year, now.year, moment(wedding).year}
    ahead = lower(plain[sentence.extent.start : stated.start])
    had = any(is_ago(one) for one in sentence.times) or _HAD.search(ahead)
    if moment(wedding).year != then.year and known.issuperset(years_told) and not had:
        yield Jubilee(stated, years, moment(wedding), then, hedged, False, Binding.INFERRED)


def is_ago(time: TimeExpression) -> bool:
    """Whether a time is told as so many years back: "il y a dix ans"."""
    form = time.form
    return isinstance(form, LengthForm) and form.side is Deixis.LAST and form.duration.years > 0


@cache
def _noces() -> re.Pattern[str]:
    names = "|".join(sorted(WEDDINGS, key=len, reverse=True))
    return re.compile(rf"\b(?:leurs |des |aux |de |ces |les )?(?P<name>{names})\b", re.IGNORECASE)


def _feasts(plain: str, sentence: ScannedSentence) -> Iterator[tuple[Extent, int, bool]]:
    for found in _noces().finditer(plain, sentence.extent.start, sentence.extent.end):
        yield Extent(*found.span("name")), WEDDINGS[lower(found["name"])], False
    for time in sentence.times:
        form = time.form
        if not isinstance(form, LengthForm) or not form.duration.years or form.vague:
            continue
        if form.side is None and _MARRIAGE.match(plain, time.extent.end):
            yield time.extent, int(form.duration.years), is_hedged(plain, time)


def _weddings(plain: str, sentence: ScannedSentence) -> Iterator[TimeExpression]:
    """The dates with their year of a sentence that are told as those of a wedding."""
    words = lower(sentence.extent.of(plain))
    if _OTHER.search(words):
        return
    leaves = [leaf for time in sentence.times for leaf in time.leaves if names_year(leaf)]
    for time in leaves:
        ahead = words_before(plain, time.extent.start, 90)
        ahead = ahead[max(0, len(ahead) - (time.extent.start - sentence.extent.start)) :]
        if _WED.search(ahead) or _WED_THEN.match(words_after(plain, time.extent.end, 60)):
            yield time
