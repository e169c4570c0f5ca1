"""So many years ago, and the date of the same event told again by its noun.

"Le sabotier s'est éteint il y a trois ans. À sa mort, en 1989, l'atelier fut fermé"; "l'usine a
fermé il y a dix ans. Depuis sa fermeture, en 2005, …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from fact_cli.lang.lexicon import read
from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Jubilee, Moment
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import Deixis, LengthForm
from fact_cli.relate.context import Context
from fact_cli.relate.passage import adjoin
from fact_cli.relate.times.ages.who import turns_to_somebody
from fact_cli.relate.times.moments import KIN, NO_KIN, dates, moment, names_year, published
from fact_cli.relate.times.years.ago import is_hedged

# What closes may have closed before: "lors de sa fermeture en 1989, …, cette fois".
_AGAIN = re.compile(
    r"\b(?:cette fois|première fois|une première|déjà|à nouveau|de nouveau|r[ée]?ouv)"
)
REACH = 45  # characters before "il y a dix ans" in which stands what was then
_LEADS = r"(?:avant|après|depuis|dès|lors de|jusqu'à|au moment de|à|l'année de|date de)"
# The sentence opens with the noun, or with a pronoun; else the noun is that of whoever is told of.
_OWN = re.compile(rf"(?:{_LEADS} |(?:il|elle)s?\b|c'est )")
_BESIDE = re.compile(rf"\b(?:de|d'|par|avec|à|chez)(?: |(?<='))(?:lui|elle) {_LEADS} $")
_LINK = r",? (?:survenue? |intervenue? |prononcée? )?\(?(?:en |le |dès |à l'|au )?$"


@cache
def _events() -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    """How each event is told, and its noun with the possessive, right before its date."""
    found: list[tuple[re.Pattern[str], re.Pattern[str]]] = []
    for one in read("events")["counted_from"]:
        told, nouns = "|".join(one["told"]), "|".join(map(re.escape, one["nouns"]))
        noun = rf"\b(?:son|sa|leur) (?:{nouns}){_LINK}"
        found.append((re.compile(rf"\b(?:{told})"), re.compile(noun)))
    return found


def find(context: Context) -> Iterator[Jubilee]:
    now = published(context)
    if now is None or not context.tells(("il y a ",)):
        return
    for index, sentence in enumerate(context.sentences):
        for ago in sentence.times:
            years = _years(ago)
            if years is not None and not context.quoted(ago.extent):
                yield from _again(context, index, ago, years, now)


def _years(time: TimeExpression) -> int | None:
    match time.form:
        case LengthForm(side=Deixis.LAST, vague=False, duration=ago) if ago.years:
            return None if ago.months else int(ago.years)
        case _:
            return None


def _again(
    context: Context, index: int, ago: TimeExpression, years: int, now: Moment
) -> Iterator[Jubilee]:
    plain, sentence = context.document.plain, context.sentences[index]
    start = max(sentence.extent.start, ago.extent.start - REACH)
    ahead = lower(plain[start : ago.extent.start]).split(", ")[-1]
    nouns = [noun for told, noun in _events() if told.search(ahead)]
    for behind in context.sentences[index + 1 : index + 2]:
        if not (nouns and adjoin(plain, sentence, behind)):
            return
        if _AGAIN.search(lower(behind.extent.of(plain))):
            return
        for dated in dates(behind):
            if not names_year(dated):
                continue
            if any(_is_its(plain, ago, behind, dated, one) for one in nouns):
                hedged = is_hedged(plain, ago)
                origin = moment(dated)
                yield Jubilee(ago.extent, years, origin, now, hedged, False, Binding.STATED)
                return


def _is_its(
    plain: str,
    ago: TimeExpression,
    sentence: ScannedSentence,
    dated: TimeExpression,
    noun: re.Pattern[str],
) -> bool:
    """Whether a date is that of what was told before, by its noun: "à sa mort, en 1989"."""
    ahead = lower(plain[sentence.extent.start : dated.extent.start])
    found = noun.search(ahead)
    if found is None:
        return False
    lead = ahead[: found.start()]
    between = lower(plain[ago.extent.end : sentence.extent.start]) + lead
    if KIN.search(NO_KIN.sub(" ", between)) or turns_to_somebody(between):
        return False
    return _OWN.match(ahead) is not None or _BESIDE.search(lead) is not None
