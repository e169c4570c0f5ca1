"""A thing praised as one of its century, sentences behind the year in which it was made.

"Édifiée de 1742 à 1746, la chapelle … Ce petit bijou du XVIIe siècle"; "sculpté en 1758 … l'un
des rares témoins de l'art religieux du XVIIe siècle".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import YearInCentury
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import CalendarForm, RangeForm
from fact_cli.relate.context import Context, up_to
from fact_cli.relate.times.years.century import HOLDS, century_of, year_of

_CUES = ("siècle",)
_NOUN = (
    r"(?:bijoux?|joyaux?|trésors?|témoins?|témoignages?|exemples?|chefs?-d'œuvre|spécimens?"
    r"|fleurons?|merveilles?|perles?|exemplaires?|représentante?s?)"
)
_JEWEL = re.compile(rf"\b{_NOUN}(?: (?:de |d'|du |des )[^.;:,()\d]{{2,50}}?)? du $")
# The praise takes up what the article is about, and no part of it: "ce petit bijou", "il s'agit".
_TAKES_UP = re.compile(
    rf"\b(?:cet?|cette) (?:[^\W\d_]+ )?{_NOUN}\b[^.;:()]{{0,60}}$"
    rf"|^(?:il s'agi\w+ d|c'est |(?:il|elle|l'(?:ensemble|édifice|œuvre|ouvrage)|le bâtiment)"
    rf" (?:est|constitue|reste|demeure) )[^.;:(),]{{0,40}}{_NOUN}\b[^.;:()]{{0,60}}$"
)
_STEM = r"(?:bâti|construi|élev|érig|édifi|pein|sculpt|dat|réalis|fond|exécut|tiss|achev)[^\W\d_]*"
_MADE = re.compile(rf"\b{_STEM}(?: [^.;:,\d]{{0,30}})?(?: (?:en|de|vers|entre))? $")
_OPENS = re.compile(rf"{_STEM} ")  # "Daté de 1647, le retable est l'un des rares témoins …"
_AGAIN = re.compile(
    r"\b(?:re(?:bâti|construi|constitu|élev|fait)\w*|réédifi\w*|copies?|répliques?|style|néo"
    r"|remani\w+|agrandi\w*|remplac\w+|détrui\w+|démoli\w*)"
)
BACK = 4  # sentences before the praise in which the year may stand


def find(context: Context) -> Iterator[YearInCentury]:
    if not context.tells(_CUES):
        return
    plain = context.document.plain
    for index, sentence in enumerate(context.sentences):
        for time in sentence.times:
            number = century_of(time)
            ahead = lower(plain[sentence.extent.start : time.extent.start])
            if number is None or not _JEWEL.search(ahead) or HOLDS.search(ahead):
                continue
            if not (_TAKES_UP.search(ahead) or _OPENS.match(ahead)):
                continue
            near = up_to(context.sentences, index, BACK)
            told = lower(plain[near[0].extent.start : sentence.extent.end])
            made = list(_made(plain, near, time))
            centuries = {century_of(one) for each in near for one in each.times} - {None}
            if len(made) == 1 and len(centuries) == 1 and not _AGAIN.search(told):
                ((year, at),) = made
                yield YearInCentury(year, at.extent, number, time.extent, Binding.INFERRED)


def _made(
    plain: str, near: Sequence[ScannedSentence], behind: TimeExpression
) -> Iterator[tuple[int, TimeExpression]]:
    """The years before ``behind`` in which something is told to have been made."""
    for sentence in near:
        for time in sentence.times:
            year = _begun(time)
            if year is None or time.extent.start >= behind.extent.start:
                continue
            if _MADE.search(lower(plain[sentence.extent.start : time.extent.start])):
                yield year, time


def _begun(time: TimeExpression) -> int | None:
    """The year of a date, or in which a stretch of years begins."""
    form = time.form
    if isinstance(form, RangeForm):
        return form.begin.parts.year if isinstance(form.begin, CalendarForm) else None
    return year_of(time)
