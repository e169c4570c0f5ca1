"""Two ages of one person at two times: "élu à 31 ans en 1978, ministre à 48 ans en 1988"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Interval, day_after, months_after
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Aged, Moment
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.relate.context import Context
from fact_cli.relate.passage import adjoin
from fact_cli.relate.times.dated_age import age_as_told, date_of_age
from fact_cli.relate.times.moments import KIN, is_birth, is_death, moment, published
from fact_cli.relate.times.who import goes_on, is_own
from fact_cli.scan.times.ages import is_person

_SEVERAL = re.compile(
    r"[;«»]|\b(?:celui|celle|l'autre|l'un|l'une|le second|la seconde|quant à|respectivement"
    r"|(?:tous|toutes) deux|ils|elles|leurs?|les deux|un autre|une autre|qui|victime|couple)\b"
)
# A name that stands behind none of these words may be that of somebody else.
_OTHER_NAME = re.compile(
    r"(?<!\bà )(?<!\ben )(?<!\bde )(?<!\bau )(?<!\baux )(?<!\bdu )(?<!\bpar )(?<!\bpour )(?<!\bla )"
    r"(?<!\ble )(?<!\bles )(?<!\bchez )(?<!\bcontre )(?<!\bavec )(?<!\bsous )(?<!\bsur )(?<!\bl')"
    r"(?<!\bd')(?<!\bdes )(?<=[ '’])(?!Elle\b)[A-ZÀ-Þ][a-zà-ÿ][\w-]+"
)
# An age of now: behind a name, told with "aujourd'hui", at the start, or of a death just told.
_NOW = re.compile(
    r"[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)+(?:, | \()$"
    r"|\baujourd'hui (?:âgée? )?(?:de |d')?$|[Ââ]gée? aujourd'hui (?:de |d')$|\ben a aujourd'hui $"
    r"|^À $"
    r"|\b(?:morte?|décédée?|éteinte?) (?:ce )?(?:\w+di|dimanche|hier)"
    r"[^.;:,\d]{0,40},? à (?:l'âge de )?$"
)
# What opens with its own subject tells of another where a noun of people comes up.
_LED = re.compile(r"(?:L[ea]s? |L'|Une? |[A-ZÀ-Þ][\w'-]+ [A-ZÀ-Þ])")
_SOMEBODY = re.compile(r"(?:, |\bet |\bque )(?:l[ea] |l'|une? |son |sa )(?P<noun>[\w-]+)")


@dataclass(frozen=True, slots=True)
class _Told:
    """An age and when it was reached."""

    stated: TimeExpression
    years: Bounds
    seen: Moment
    dead: bool
    dated: bool

    @property
    def born(self) -> Moment:
        """The days on which somebody of that age at that time can have been born."""
        begin, end = self.seen.interval.begin, self.seen.interval.end
        low, high = self.years.low, self.years.high
        if begin is None or end is None or low is None or high is None:
            return Moment(self.stated.extent, Interval())
        first = day_after(months_after(begin, -12 * (int(high) + 1)))
        return Moment(self.stated.extent, Interval(first, months_after(end, -12 * int(low))))


def find(context: Context) -> Iterator[Aged]:
    plain = context.document.plain
    told = {sentence.extent: _told(context, sentence) for sentence in context.sentences}
    for sentence in context.sentences:
        for first, again in combinations(told[sentence.extent], 2):
            if _is_one(plain, sentence, first, again):
                yield from _aged(first, again)
    for former, sentence in pairwise(context.sentences):
        if adjoin(plain, former, sentence) and goes_on(plain, sentence):
            known, again = told[former.extent], told[sentence.extent]
            if len(known) == 1 and again and _is_one(plain, former, known[0], again[0]):
                yield from _aged(known[0], again[0])


def _told(context: Context, sentence: ScannedSentence) -> Sequence[_Told]:
    """The ages of a sentence that are dated, or told of now behind a name."""
    plain = context.document.plain
    now = published(context)
    found: list[_Told] = []
    for stated in sentence.times:
        years = age_as_told(plain, stated) if stated.kind is TimeKind.AGE else None
        if years is None or not is_own(plain, sentence, stated):
            continue
        dated = date_of_age(plain, sentence, stated)
        ahead = plain[sentence.extent.start : stated.extent.start]
        if dated is not None and not is_birth(plain, sentence, dated):
            dead = is_death(plain, sentence, dated)
            found.append(_Told(stated, years, moment(dated), dead, True))
        elif dated is None and now is not None and _NOW.search(ahead):
            found.append(_Told(stated, years, now, False, False))
    return found


def _is_one(plain: str, opening: ScannedSentence, first: _Told, again: _Told) -> bool:
    """Whether nobody else comes up between two ages, of which one is dated."""
    gap = plain[first.stated.extent.end : again.stated.extent.start]
    named = _OTHER_NAME.search(gap) is not None
    if (
        named and not again.dated and first.dated
    ):  # "élue en 1998 à 34 ans, Monique Perrin, 71 ans,"
        named = _OTHER_NAME.search(gap.partition(", ")[0]) is not None or gap.count(", ") > 2
    others = KIN.search(lower(gap)) or _SEVERAL.search(lower(gap))
    led = _LED.match(plain, opening.extent.start) is not None
    nouns = (one["noun"] for one in _SOMEBODY.finditer(lower(gap))) if led else ()
    somebody = any(is_person(noun, lexicon().grammar) for noun in nouns)
    return (first.dated or again.dated) and not (named or somebody or others)


def _aged(first: _Told, again: _Told) -> Iterator[Aged]:
    years, born = again.years, first.born
    if born.interval.known and again.seen.interval.known and first.seen != again.seen:
        yield Aged(again.stated.extent, years, born, again.seen, again.dead, Binding.INFERRED, True)
