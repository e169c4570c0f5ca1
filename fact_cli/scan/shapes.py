"""What the shape of its figures tells: numeric dates, clock times, spans of years, codes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from fact_cli.lang.line import Item
from fact_cli.model.dates import Duration, Grain, PartialDate
from fact_cli.model.text import Extent
from fact_cli.model.times import ClockForm, FractionForm
from fact_cli.scan.choose import longest

_DIGIT = re.compile(r"\d")
_NUMERIC_DATE = re.compile(
    r"(?<![\w/.-])(?:(?P<y>\d{4})-(?P<m>\d\d?)-(?P<d>\d\d?)"
    r"|(?P<D>\d\d?)(?P<sep>[/.])(?P<M>\d\d?)(?P=sep)(?P<Y>\d{4}|\d\d)"
    r"|(?P<D1>\d\d?)-(?P<M1>\d\d?)-(?P<Y1>(?:19|20)\d\d)"
    r"|(?<=\b[lLdDa][eu] )(?P<D3>\d\d?)-(?P<M3>\d\d)-(?P<Y3>\d\d)"
    r"|(?<=\b[lL]e )(?P<d2>\d\d?)/(?P<m2>\d\d?)"
    r"|(?P<m4>0?[1-9]|1[0-2])(?:/|(?<=\ben \d)-|(?<=\ben \d\d)-)(?P<y4>(?:19|20)\d\d)"
    r"|(?P<y5>(?:19|20)\d\d)[/-](?P<m5>0[1-9]|1[0-2]))"
    r"(?![\w/-]|[.,]\d)"
)
# "décret n° 2015-12", "article 10/2023": the number of a text, where no day is told.
_IDENTIFIED = re.compile(
    r"\b(?:n°|no|numéro|art(?:icle)?s?|lois?|décrets?|arrêts?|arrêtés?|ordonnances?|règlements?"
    r"|directives?|dossiers?|avis|décisions?|résolutions?|circulaires?|délibérations?) ?$",
    re.IGNORECASE,
)
_YEARS = ("y", "Y", "Y1", "Y3", "y4", "y5")
_MONTHS = ("m", "M", "M1", "M3", "m2", "m4", "m5")
_DAYS = ("d", "D", "D1", "D3", "d2")
_CLOCK = re.compile(r"(?<![\w.,])(?P<h>\d{1,2}) ?[hH](?: ?(?P<m>\d\d))?(?!\w)")
# With a colon only behind a word that says a clock time, since scores look alike.
_COLON_CLOCK = re.compile(
    r"(?:(?<=\bà )|(?<=\bvers )|(?<=\bdès )|(?<=\bde )|(?<=\bentre )|(?<=\bavant )|(?<=\baprès )"
    r"|(?<=\d:\d\d et ))"
    r"(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?![\d:])"
)
_CHRONO = re.compile(
    r"(?<![\w'])(?:(?P<h>\d{1,2}) ?h ?)?(?P<m>\d{1,2}) ?'(?P<s>[0-5]\d)(?!\d)(?:\"(?P<c>\d{1,3})?)?"
    r"|(?<![\w.,'])(?<!\b[àÀ] )(?<!\bvers )(?<!\bdès )(?P<H>\d{1,2}) ?h ?(?P<M>[0-5]\d) ?(?:min|mn)"
    r" ?(?:et )?(?P<S>[0-5]?\d)(?:[.,](?P<C>\d{1,3}))? ?s(?![^\W\d_])"
)
_YEAR_SPAN = re.compile(
    r"(?<![\w/.-])(?P<a>1\d{3}|20\d\d)(?:[-/]| - )(?P<b>1\d{3}|20\d\d|\d\d)(?![\w/-]|,\d|\.\d)"
)
_FRACTION_CODE = re.compile(
    r"(?<![\w-])(?:(?P<letter>[TQSH])(?P<n>[1-4])|(?P<m>[1-4])(?P<behind>[TQSH]))"
    r"(?:(?: |-)?(?P<y>20\d\d)|(?P<yy>\d\d)|(?=[ ,.;:)]|$))(?!\w)"
)
_CODE_NEEDS = re.compile(r"\b(?:au|le|du|en|sur le|de) $")
_WRITTEN_FRACTION = re.compile(r"(?<![\w/.,-])(?P<n>\d)/(?P<m>\d|10)(?= (?:de|des|du)\b| d')")


def shaped_items(plain: str, extent: Extent) -> list[Item]:
    """The items within ``extent`` that are told by their shape; none overlap."""
    if _DIGIT.search(plain, extent.start, extent.end) is None:
        return []
    return longest(
        (item.end - item.start, item)
        for cue, read in _SHAPES
        if cue.search(plain, extent.start, extent.end) is not None
        for item in read(plain, extent)
    )


def _numeric_dates(plain: str, extent: Extent) -> Iterator[Item]:
    for match in _NUMERIC_DATE.finditer(plain, extent.start, extent.end):
        year, month, day = (
            next((match[name] for name in names if match[name]), None)
            for names in (_YEARS, _MONTHS, _DAYS)
        )
        if day is None and _IDENTIFIED.search(plain, extent.start, match.start()):
            continue
        if month is None or (match["y5"] and int(month) == (int(match["y5"]) + 1) % 100):
            continue  # "2009-10" are two years
        parts = PartialDate(
            None if year is None else int(year) if len(year) == 4 else _full_year(int(year)),
            int(month),
            None if day is None else int(day),
        )
        yield Item(*match.span(), frozenset({"numericdate"}), parts)


def _full_year(two_digits: int) -> int:
    """A fixed pivot, since nothing may depend on the current date: 49 is 2049, 50 is 1950."""
    return two_digits + (2000 if two_digits < 50 else 1900)


def _clocks(plain: str, extent: Extent) -> Iterator[Item]:
    with_h = _CLOCK.finditer(plain, extent.start, extent.end)
    colon = plain.find(":", extent.start, extent.end) >= 0
    with_colon = _COLON_CLOCK.finditer(plain, extent.start, extent.end) if colon else ()
    for match in (*with_h, *with_colon):
        form = ClockForm(int(match["h"]), int(match["m"] or 0))
        yield Item(*match.span(), frozenset({"clock"}), form)


def _year_spans(plain: str, extent: Extent) -> Iterator[Item]:
    """ "2019-2020", "1850-58"; "2020-09" is a month, "2009-10" two years that follow."""
    for match in _YEAR_SPAN.finditer(plain, extent.start, extent.end):
        first, last = int(match["a"]), int(match["b"])
        if len(match["b"]) == 2:
            follows = last == (first + 1) % 100
            if not follows and not (last > first % 100 and last > 12):
                continue
            last += first - first % 100 + (100 if last <= first % 100 else 0)
        yield Item(*match.span(), frozenset({"yearspan"}), (first, last))


def _fraction_codes(plain: str, extent: Extent) -> Iterator[Item]:
    """ "T1 2024", "1T25", "au S2": without a year only where a word presents it."""
    for match in _FRACTION_CODE.finditer(plain, extent.start, extent.end):
        grain = Grain.QUARTER if (match["letter"] or match["behind"]) in "TQ" else Grain.HALF
        number = int(match["n"] or match["m"])
        year = int(match["y"] or 0) or (2000 + int(match["yy"]) if match["yy"] else None)
        presented = _CODE_NEEDS.search(plain, extent.start, match.start()) is not None
        if (year is not None or presented) and number <= (4 if grain is Grain.QUARTER else 2):
            form = FractionForm(grain, number, year)
            yield Item(*match.span(), frozenset({"fractioncode"}), form)


def _chronos(plain: str, extent: Extent) -> Iterator[Item]:
    """ "3'30\"65", "1h 47'06", "2 h 05 min 36 s": hours, minutes and seconds of a race."""
    for match in _CHRONO.finditer(plain, extent.start, extent.end):
        hours, minutes, whole, part = (match[name] or match[name.upper()] for name in "hmsc")
        duration = Duration(
            hours=Decimal(hours or 0),
            minutes=Decimal(minutes),
            seconds=Decimal(f"{whole}.{part or 0}").normalize(),
        )
        yield Item(*match.span(), frozenset({"chrono"}), duration)


def _written_fractions(plain: str, extent: Extent) -> Iterator[Item]:
    for match in _WRITTEN_FRACTION.finditer(plain, extent.start, extent.end):
        part, whole = Decimal(match["n"]), Decimal(match["m"])
        if 0 < part < whole:
            yield Item(*match.span(), frozenset({"written"}), part / whole)


# What stands in every such shape, and is found much faster, with what reads it.
_SHAPES: Sequence[tuple[re.Pattern[str], Callable[[str, Extent], Iterator[Item]]]] = (
    (re.compile(r"\d[/.-]\d"), _numeric_dates),
    (re.compile(r"\d ?[hH:]"), _clocks),
    (re.compile(r"\d/\d"), _written_fractions),
    (re.compile(r"\d ?[-/] ?\d"), _year_spans),
    (re.compile(r"[1-4TQSH]"), _fraction_codes),
    (re.compile(r"\d ?(?:'\d|min|mn)"), _chronos),
)
