"""Years of an anniversary that an article opens with, against the only start told further on.

"La laiterie souffle ses 75 bougies. … L'aventure a commencé en 1955": what no neighbouring
sentence ties is tied by being the only anniversary and the only start of the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Jubilee
from fact_cli.model.mention import TimeExpression
from fact_cli.model.text import BlockKind, Extent
from fact_cli.model.times import LengthForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.moments import dates, is_birth, moment, names_year, published
from fact_cli.relate.times.years.anniversary import anniversaries
from fact_cli.relate.times.years.things import is_led_by_person
from fact_cli.relate.twice.values.same_words import stems

_CUES = (" ans", "anniversaire", "bougies", "centenaire", "siècle", "noces")
_THE_YEARS = re.compile(r"(?:^|: )(?:Les|les|Le) $")  # "Les vingt ans de la Maison des marais"
_OF_THING = re.compile(r" (?:de la|du|de l'|des|d'un|d'une) ")
_DONE = r"(?:fond|cré|inaugur|ouver|lanc|institu)[^\W\d_]*"
# Of the thing itself: a pronoun, or a noun for any such thing.
_BEGAN = re.compile(
    r"\b(?:(?:tout|l'aventure|l'histoire|elle|il) (?:a|avait) (?:commencé|débuté|démarré)"
    r"|(?:son|sa|leur) (?:inauguration|ouverture|création|fondation|lancement)"
    r"|(?:elle|il|établissement|institution|structure|entreprise|maison|site|lieu)"
    rf" (?:a|avait|est|était|fut) (?:été )?{_DONE})\b[^.;:()\d]{{0,30}}$"
)
_BEGAN_BY_NAME = re.compile(rf"\b(?:(?:a|avait|ont) (?:été )?{_DONE}|{_DONE})[^.;:()\d]{{0,30}}$")
_LATER = re.compile(r"\b(?:nouve|second|deuxième|agrandi|annexe|rouv|rénov|refond|filiale|fusion)")
FAR = 2  # times as many years are another thing's
LEAD = 3  # sentences of an article in which it tells what it is about


def find(context: Context) -> Iterator[Jubilee]:
    now = published(context)
    if now is None or now.year is None or not context.tells(_CUES):
        return
    plain = context.document.plain
    told = [
        (sentence, *one)
        for sentence in context.sentences[:LEAD]
        if not is_led_by_person(plain, sentence)
        for one in (*anniversaries(plain, sentence), *_titled(context, sentence))
    ]
    if len({years for _, _, years, _, _ in told}) != 1:
        return
    sentence, stated, years, ordinal, hedged = told[0]
    about = stems(lower(sentence.extent.of(plain)))
    starts = [one for one in _starts(plain, context.sentences, about) if one[0] is not sentence]
    named = {time.interval.begin for each in context.sentences for time in dates(each)}
    if len(starts) != 1 or any(day is not None and day.year == now.year - years for day in named):
        return
    begun = moment(starts[0][1])
    passed = now.year - (begun.year or now.year)
    if years / FAR <= passed <= years * FAR:
        yield Jubilee(stated, years, begun, now, hedged, ordinal, Binding.INFERRED)


def _titled(
    context: Context, sentence: ScannedSentence
) -> Iterator[tuple[Extent, int, bool, bool]]:
    """ "Les vingt ans de la Maison des marais", in a title."""
    plain, kind = context.document.plain, context.document.blocks[sentence.sentence.block].kind
    for time in sentence.times if kind is BlockKind.TITLE else ():
        form, ahead = time.form, plain[sentence.extent.start : time.extent.start]
        if not isinstance(form, LengthForm) or not form.duration.years:
            continue
        if _THE_YEARS.search(ahead) and _OF_THING.match(plain, time.extent.end):
            yield time.extent, int(form.duration.years), False, False


def _starts(
    plain: str, sentences: Sequence[ScannedSentence], about: frozenset[str]
) -> list[tuple[ScannedSentence, TimeExpression]]:
    """The years in which the thing is told to have begun; ``about`` are the stems that name it."""
    return [
        (sentence, time)
        for sentence in sentences
        if not _LATER.search(lower(sentence.extent.of(plain)))
        for time in dates(sentence)
        if names_year(time) and not is_birth(plain, sentence, time)
        if _is_start(plain, sentence, time, about)
    ]


def _is_start(
    plain: str, sentence: ScannedSentence, time: TimeExpression, about: frozenset[str]
) -> bool:
    ahead = lower(plain[sentence.extent.start : time.extent.start])
    if _BEGAN.search(ahead):
        return True
    return _BEGAN_BY_NAME.search(ahead) is not None and not about.isdisjoint(stems(ahead))
