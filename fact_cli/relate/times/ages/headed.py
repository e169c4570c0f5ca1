"""The age of whom a heading or a short line names, against the birth that comes next.

"Paul B. (86 ans)", and below it "Né le 15 août 1944, …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Aged
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.times import LengthForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.ages.dated import age_as_told
from fact_cli.relate.times.moments import dates, is_birth, is_death, moment, names_year, published

# A name with an age beside it, and no more than a place or an office: "3. Ada K., 86 ans (Niger)".
_LINE = re.compile(
    r"(?:\d{1,2}(?:\.|\)|er|e|-) ?)?(?:(?:M\.|Mme|Dr|Me) )?[A-ZÀ-Þ][\w'-]*\.?"
    r"(?: (?:de |du |des |d'|el |al |ben |von |van )?[A-ZÀ-Þ][\w'-]*\.?){1,4}"
    r"(?:, [A-ZÀ-Þ][\w'-]+(?: [\w'-]+){0,3}| \([^()\d]{2,30}\))?(?:(?:,| :| -)? |,? \()"
)
_REST = re.compile(
    r"(?:(?:, [^\W\d_]+(?: d[eu'] ?[^\W\d_]+)?)?\))?(?:, [^\W\d_]+| \([^()]{2,30}\))?[.:]?"
)
_BORN = re.compile(
    r"(?:Née? (?:le|en|à|au|aux|dans|il y a)\b|(?:Il|Elle) (?:est|naît|a vu)\b"
    r"|C'est (?:le|en|à)\b[^.;]{0,40}\bqu'(?:il|elle))"
)
# "Né en 1960, son adjoint lui succède": of somebody else.
_OF_OTHER = re.compile(r"[^.;]{0,80}, (?:son|sa|leur|une?|des|plusieurs|certains|beaucoup) ")
LONGEST = 90  # characters of a line that only names somebody


def find(context: Context) -> Iterator[Aged]:
    now, plain = published(context), context.document.plain
    if now is None or not context.tells(("né", "naît", "vu le jour")):
        return
    for line, told in pairwise(context.sentences):
        stated = _ages(line)
        born = [time for time in dates(told) if names_year(time) and is_birth(plain, told, time)]
        if len(stated) != 1 or len(born) != 1 or not _names_only(plain, line, stated[0], told):
            continue
        dead = any(is_death(plain, told, time) for time in dates(told))
        years = age_as_told(plain, stated[0])
        if not dead and years is not None and not context.quoted(born[0].extent):
            yield Aged(
                stated[0].extent, years, moment(born[0]), now, False, Binding.INFERRED
            )  # fmt: skip


def _ages(line: ScannedSentence) -> list[TimeExpression]:
    """The ages of a line, and the lengths in years that may be ages."""
    return [
        time
        for time in line.times
        if time.kind in {TimeKind.AGE, TimeKind.DURATION} and isinstance(time.form, LengthForm)
    ]


def _names_only(
    plain: str, line: ScannedSentence, age: TimeExpression, told: ScannedSentence
) -> bool:
    """Whether ``line`` is a name and an age, and ``told`` goes right on with the birth."""
    if len(line.extent) > LONGEST or len(plain[line.extent.end : told.extent.start].strip()) > 0:
        return False
    ahead = plain[line.extent.start : age.extent.start]
    behind = lower(plain[age.extent.end : line.extent.end])
    named = _LINE.fullmatch(ahead) is not None and _REST.fullmatch(behind) is not None
    start = told.extent.start
    goes_on = _BORN.match(plain, start) is not None and not _OF_OTHER.match(plain, start)
    return named and goes_on
