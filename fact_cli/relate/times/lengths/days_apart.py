"""Two days told with what lies between: "le 11 juin, dix jours après son arrestation, le 1er"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Duration, Grain, Interval
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Lasting, Order, elapsed, is_after
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.times import CalendarForm, LengthForm, RangeForm, SameForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.lengths.lasting import is_dated, stated_length
from fact_cli.relate.times.moments import (
    lengths,
    moment,
    names_year,
    near_each_other,
    nominal,
)
from fact_cli.relate.times.order.told import (
    BESIDE_DATE,
    MAIN_CLAUSE,
    OF_OTHER,
    THEN_DOES,
)

_BESIDE = re.compile(r",? (?:soit |c'est-à-dire )?")
# Behind the length: what the other day is of, and that it is dated.
_OF = re.compile(
    r" (?:jour pour jour )?(?P<side>après|avant) "
    r"(?:l'|la |le |les |son |sa |leur |leurs |ses |cette? |sa propre |une? "
    r"|(?:s'|l'|y |en )?(?:être|avoir) |de |d')"
    r"[^.;:()\d,]{3,70}"
    r"(?:,? (?:survenue?s?|intervenue?s?|prononcée?s?|signée?s?|annoncée?s?|datée?s?|effectuée?s?"
    r"|ouverte?s?|organisée?s?|tenue?s?|commise?s?|déclarée?s?|achevée?s?|terminée?s?|inaugurée?s?"
    r"|disputée?s?|remportée?s?|publiée?s?|parue?s?|sortie?s?|adoptée?s?|votée?s?|lancée?s?))?"
    r"(?:,? (?:le |en |du |dès le |fin |début |dans (?:la nuit|l'après-midi|la soirée) du )"
    r"| de | d')"
)
_OPENS = re.compile(
    r"(?:mais |et |or )?(?:près de |plus de |moins de |à peine |quelque |environ |presque |soit )?"
)
_SET_BESIDE = re.compile(r",? (?:soit )?(?:en |le |fin |début |au |à l')")
_SET_OFF = re.compile(r",| [^\W\d_]+ (?:a|ont|est|sont|était|étaient)\b")
_ENDS = re.compile(r"[.!?]|,? (?:à|au|aux|dans|pour|avec|par|face|devant|sur|contre|avant d)\b|$")
_AND = re.compile(r"(?:,| et|, puis| puis) (?:le |du |au )?")
_NAMES = ("ce qui vient d’abord", "ce qui vient après")


# "Le mercredi 5 juin, au lendemain de l'orage du 3 juin": one day or two.
_NEXT_OF = re.compile(
    r" (?:de la |de l'|du |des |d'une? |de (?:son |sa |ses |leur |leurs |cet?(?:te)? |ces ))"
    r"[^.;:()\d,]{3,60}(?:,? (?:le|du|en date du|dans la nuit du))? $"
)
_NEXT_TO = re.compile(r",? (?:soit )?(?:(?P<loose>au )|dès le |le |la |l')?$")
# What takes more than a day, or goes on into the next.
_TAKES_LONG = re.compile(
    r"\b(?:week-ends?|ponts?|nuits?|fêtes|messe|veillée|réveillon|soirée|festival|congrès|sommet"
    r"|salon|grève|procès)\b"
)
LOOSE = 3  # days that "au lendemain de" may be off; farther off it is "soon after"


def find(context: Context) -> Iterator[Lasting | Order]:
    plain = context.document.plain
    for sentence in context.sentences:
        for stated in lengths(sentence):
            found = _apart(plain, sentence, stated)
            if found is not None:
                yield found
        for first, beside, last in zip(
            sentence.times, sentence.times[1:], sentence.times[2:], strict=False
        ):
            form = beside.form.begin if isinstance(beside.form, RangeForm) else beside.form
            if isinstance(form, SameForm):  # "dès le lendemain" is a stretch
                found = _next(plain, first, beside, form, last)
                if found is not None:
                    yield found


def _next(
    plain: str, dated: TimeExpression, beside: TimeExpression, form: SameForm, base: TimeExpression
) -> Lasting | Order | None:
    """A day told as the one behind the day of something, or as the eve of it."""
    if form.grain is not Grain.DAY or not form.shift or not (_is_day(dated) and _is_day(base)):
        return None
    to = _NEXT_TO.fullmatch(lower(plain[dated.extent.end : beside.extent.start]))
    of = lower(plain[beside.extent.end : base.extent.start])
    if to is None or _NEXT_OF.fullmatch(of) is None or _TAKES_LONG.search(of):
        return None
    stated = replace(beside, form=LengthForm(Duration(days=Decimal(abs(form.shift)))))
    found = _between(plain, stated, dated, base, later=form.shift > 0)
    off = found.between.low if isinstance(found, Lasting) else None
    return None if to["loose"] and (off is None or off > LOOSE) else found


def _is_day(time: TimeExpression) -> bool:
    form = time.form
    return isinstance(form, CalendarForm) and bool(form.parts.day and form.parts.month)


def _apart(plain: str, sentence: ScannedSentence, stated: TimeExpression) -> Lasting | Order | None:
    told = [time for time in sentence.times if time.kind is TimeKind.DATE and is_dated(time)]
    ahead = [time for time in told if time.extent.end <= stated.extent.start]
    behind = [time for time in told if time.extent.start >= stated.extent.end]
    if not behind or stated_length(plain, stated) is None:
        return None
    of = _OF.fullmatch(lower(plain[stated.extent.end : behind[0].extent.start]))
    if of is None:
        return None
    base = behind[0]
    if len(ahead) > 1 and _AND.fullmatch(plain, ahead[-2].extent.end, ahead[-1].extent.start):
        return None  # "le 30 juin et le 7 juillet, trois semaines après": after the first of two
    if ahead and _BESIDE.fullmatch(plain[ahead[-1].extent.end : stated.extent.start]):
        return _between(plain, stated, ahead[-1], base, later=of["side"] == "après")
    opens = _OPENS.fullmatch(lower(plain[sentence.extent.start : stated.extent.start]))
    if opens and len(behind) == 2 and _leads_to(plain, base, behind[1]):
        return _between(plain, stated, behind[1], base, later=of["side"] == "après")
    return None


def _leads_to(plain: str, base: TimeExpression, dated: TimeExpression) -> bool:
    """ "Deux ans après son élection de 2017, en 2019, …", "…, il a quitté son parti en 2019"."""
    if names_year(base) is not names_year(dated):
        return False
    link = lower(plain[base.extent.end : dated.extent.start])
    if _SET_BESIDE.fullmatch(link):
        return _SET_OFF.match(plain, dated.extent.end) is not None
    main = MAIN_CLAUSE.fullmatch(link)
    told = main is not None and not BESIDE_DATE.search(main["rest"])
    does = None if told else THEN_DOES.fullmatch(link)
    told = told or (does is not None and not OF_OTHER.search(does["rest"]))
    return told and _ENDS.match(plain, dated.extent.end) is not None


def _between(
    plain: str, stated: TimeExpression, dated: TimeExpression, base: TimeExpression, *, later: bool
) -> Lasting | Order | None:
    """``stated`` against what lies between ``base`` and the date before or behind it."""
    length = stated_length(plain, stated)
    early, late = (base, dated) if later else (dated, base)
    spans = _spans(early, late)
    if is_after(*spans):
        order = Order(moment(early), moment(late), _NAMES, Binding.INFERRED)
        named = names_year(early) and names_year(late)
        return order if named or _of_one_year(order) else None
    between = None if length is None else elapsed(*spans, length[0])
    if length is None or between is None or between.high is None or between.high <= 0:
        return None
    at = (dated.extent, base.extent)
    return Lasting(stated, between, length[0], at, length[1], Binding.INFERRED)


def _spans(early: TimeExpression, late: TimeExpression) -> tuple[Interval, Interval]:
    """When the two lie; of two days one may tell the year of both."""
    if _is_day(early) and _is_day(late) and names_year(early) is not names_year(late):
        first, last = near_each_other(early, late)
        return first.interval, last.interval
    return nominal(early, late)


def _of_one_year(order: Order) -> bool:
    """Whether the two days are known and out of order as written, whatever their year."""
    first, then = order.first, order.then
    return first.year == then.year and is_after(first.interval, then.interval)
