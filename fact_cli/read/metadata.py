"""Dates given beside the text: options, JSON fields, later front matter and meta tags."""

from __future__ import annotations

import re
from datetime import date

from fact_cli.model.dates import PartialDate

FIRST_YEAR, LAST_YEAR = 1500, 2999  # of articles; a date outside is a slip of a system
_WRITTEN = re.compile(r"\b\d{1,2}(?:er)?\b.*\b\d{4}\b")
_SPACE = re.compile(r"\s+")
_CLOCK = re.compile(r",? (?:à )?\d{1,2} ?(?:h|heures?)(?: ?\d\d)?(?: ?\([^()]*\))?$", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"\A(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ].*)?")
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?")


def iso_date(text: str) -> PartialDate | None:
    """``2025``, ``2025-06``, ``2025-06-04`` with or without a time; None for anything else."""
    found = _ISO.fullmatch(text.strip())
    if found is None:
        return None
    year = int(found[1])
    month, day = (None if part is None else int(part) for part in found.groups()[1:])
    parts = PartialDate(year, month, day)
    return parts if parts.exists() and FIRST_YEAR <= year <= LAST_YEAR else None


def metadata_date(text: str) -> PartialDate | None:
    """A date written by a person or a system; all of day, month and year must be given.

    Figures alone are read in the French order. dateparser would complete a partial date
    from the clock, which must never judge an article, hence the strict mode, and no "hier".
    """
    text = _SPACE.sub(" ", text).strip()
    known = iso_date(_YEAR_FIRST.sub(_padded, text))
    if known is not None or _ISO.match(text) or not _WRITTEN.search(text):
        return known
    import dateparser

    parsed = dateparser.parse(
        _CLOCK.sub("", text),
        languages=["fr", "en"],
        settings={
            "STRICT_PARSING": True,
            "REQUIRE_PARTS": ["day", "month", "year"],
            "PARSERS": ["absolute-time"],
            "DATE_ORDER": "DMY",
            "PREFER_LOCALE_DATE_ORDER": False,
        },
    )
    return None if parsed is None else PartialDate.of(date(parsed.year, parsed.month, parsed.day))


def _padded(written: re.Match[str]) -> str:
    """``2025/6/4`` as ``2025-06-04``."""
    return f"{written[1]}-{written[3]:>02}-{written[4]:>02}"
