"""Dates given beside the text: options, JSON fields, later front matter and meta tags."""

from __future__ import annotations

import re
from datetime import date

from fact_cli.model.dates import PartialDate

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?")


def iso_date(text: str) -> PartialDate | None:
    """``2025``, ``2025-06``, ``2025-06-04`` with or without a time; None for anything else."""
    found = _ISO.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day = (None if part is None else int(part) for part in found.groups())
    parts = PartialDate(year, month, day)
    return parts if parts.exists() and year else None


def metadata_date(text: str) -> PartialDate | None:
    """A date written by a person or a system; all of day, month and year must be given.

    dateparser would complete a partial date from the clock, which must never judge an
    article, hence the strict mode.
    """
    known = iso_date(text)
    if known is not None or not text.strip():
        return known
    import dateparser

    parsed = dateparser.parse(
        text,
        languages=["fr", "en"],
        settings={"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"]},
    )
    return None if parsed is None else PartialDate.of(date(parsed.year, parsed.month, parsed.day))
