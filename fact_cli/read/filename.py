"""The date that a file's name tells, and when an article is dated by it.

A byline says in words what its date is: "Publié le 4 juin 2025". The date in a file's name may
be the day of publication, as in the archives of most sites, but also that of a draft or of an
export. So it is taken only where neither metadata nor a byline gives a date with its year; and
of a byline without a year ("PARIS, 4 juin (AFP)") it may supply the year, if it lies near.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import PurePath

from fact_cli.model.dates import PartialDate
from fact_cli.model.text import Document, Origin, Published
from fact_cli.read.metadata import iso_date

NEAR = 7  # days between a dateline and the date in the name of a file of the same article

# "2025-06-04", "2025_06_04", "20250604"; eight digits of another century are a number.
_IN_NAME = re.compile(
    r"(?<![^\W_])(?:(\d{4})([-_. ])(\d\d)\2(\d\d)|((?:19|20)\d\d)(\d\d)(\d\d))(?=T\d|[\W_]|$)"
)
_IN_FOLDERS = re.compile(r"(?:^|/)(\d{4})/(\d\d)/(\d\d)(?=/)")


def filename_date(name: str) -> PartialDate | None:
    """The day in the last part of the path ``name``, else in its folders; None without one.

    Year, month and day must all stand there, in this order, with four digits and two; of
    folders all three. "04-06-2025" is June in Paris and April in New York, "2011-12" as well
    a season as a month: neither is read. Two different days are none.
    """
    path = PurePath(name)
    days = set(_days(_IN_NAME, path.name)) or set(_days(_IN_FOLDERS, path.as_posix()))
    return days.pop() if len(days) == 1 else None


def _days(pattern: re.Pattern[str], words: str) -> Iterator[PartialDate]:
    for found in pattern.finditer(words):
        digits = [part for part in found.groups() if part is not None and part.isdecimal()]
        day = iso_date("-".join(digits))
        if day is not None:
            yield day


def with_filename_date(document: Document, name: str) -> Document:
    """``document`` dated by ``name``, the file that holds it, where nothing surer dates it.

    A file of several articles, whose paths are not its own, is named after none of them.
    """
    given = document.published.date
    from_metadata = document.published.origin not in {Origin.NONE, Origin.BYLINE}
    if document.path != name or from_metadata or (given is not None and given.year is not None):
        return document
    told = filename_date(name)
    if told is None:
        return document
    if given is None:
        return replace(document, published=Published(told, Origin.FILENAME))
    completed = _in_the_year(given, told)
    if completed is None:
        return document
    return replace(document, published=Published(completed, Origin.BYLINE))


def _in_the_year(byline: PartialDate, told: PartialDate) -> PartialDate | None:
    """The day of ``byline`` in the year in which it lies near ``told``, if there is one."""
    near = _date(told)
    for year in (near.year - 1, near.year, near.year + 1):
        day = byline.in_year(year)
        if day.complete and day.exists() and abs((_date(day) - near).days) <= NEAR:
            return day
    return None


def _date(day: PartialDate) -> date:
    assert day.year is not None and day.month is not None and day.day is not None
    return date(day.year, day.month, day.day)
