"""A publication date that a page does not state in any of the usual ways, found by htmldate."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from fact_cli.model.dates import PartialDate
from fact_cli.model.text import Extent
from fact_cli.read.metadata import iso_date

EARLIEST, LATEST = "1990-01-01", "2099-12-31"  # given, since htmldate would ask the clock
LARGEST = 1_000_000  # characters of mark-up; its patterns are slow


def guessed_date(
    source: str, kept: Sequence[Extent], left_aside: Sequence[Extent]
) -> PartialDate | None:
    """The date in the extents ``kept`` of ``source``, those of ``left_aside`` taken out.

    A date in prose is the story's, one in a script may be that of another article. All
    extents are in order; those of ``left_aside`` may overlap.

    None where htmldate is not installed, too: pages nearly always state their date, so that
    the format does not need it.
    """
    try:
        htmldate, html, etree = map(import_module, ("htmldate", "lxml.html", "lxml.etree"))
    except ImportError:
        return None
    markup = "".join(_without(source, kept, left_aside))
    if not markup.strip() or len(markup) > LARGEST:
        return None
    try:
        # A tree, never a string: one that looks like an address would be fetched.
        parser = html.HTMLParser(encoding="utf-8", remove_pis=True)
        page = html.fromstring(markup.encode("utf-8", "replace"), parser=parser)
        found = htmldate.find_date(
            page, extensive_search=False, original_date=True, min_date=EARLIEST, max_date=LATEST
        )
    except (etree.LxmlError, ValueError, AssertionError):
        return None  # lxml asserts where htmldate takes out the element that all others are in
    return None if found is None else iso_date(found)


def _without(source: str, kept: Sequence[Extent], left_aside: Sequence[Extent]) -> list[str]:
    runs: list[str] = []
    waiting = iter(left_aside)
    hole = next(waiting, None)
    for extent in kept:
        at = extent.start
        while hole is not None and hole.start < extent.end:
            if hole.start >= at:
                runs.append(source[at : hole.start])
                at = hole.end
            hole = next(waiting, None)
        runs.append(source[at : max(at, extent.end)])
    return runs
