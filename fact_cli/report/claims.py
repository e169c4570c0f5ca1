"""A claim in a row of short cells, for a person."""

from __future__ import annotations

from collections.abc import Sequence

from fact_cli.model.claim import Claim, Modality
from fact_cli.model.text import Document, Extent
from fact_cli.report.words import one_line, printed

MODALITIES = {
    "fr": {
        Modality.ASSERTED: "affirmé",
        Modality.CONDITIONAL: "conditionnel",
        Modality.FORECAST: "prévu",
        Modality.NEGATED: "nié",
        Modality.ASKED: "demandé",
    },
    "en": {modality: modality.value for modality in Modality},
}
LONGEST_CELL = 60  # characters of a quantity or time


def cells(document: Document, claim: Claim, language: str, limit: int) -> Sequence[str]:
    """What is claimed, of what, when, who says so, and how surely; ``limit`` bounds the second."""
    quantity = ""
    if claim.quantity is not None:
        hedge = f"{claim.quantity.hedge} " if claim.quantity.hedge else ""
        extent = claim.quantity.extent
        if claim.quantity.noun is not None:
            extent = extent.until(claim.quantity.noun)
        quantity = f"{hedge}{_flat(document, extent)}"
    subject = claim.subject
    if subject and claim.link is not None:
        subject = f"{subject} ({_flat(document, claim.link)})"
    what = [part for part in (subject, claim.predicate) if part]
    time = "" if claim.time is None else _flat(document, claim.time.extent)
    source = claim.attribution.source or ("« »" if claim.attribution.quoted else "")
    modality = MODALITIES[language][claim.modality]
    return (
        printed(quantity),
        one_line(" ".join(what), limit),
        time,
        one_line(source, 40),
        modality,
    )


def numbers(document: Document, extent: Extent) -> str:
    """The place as a cell of a column whose head says what the numbers count."""
    place = document.locate(extent)
    return str(place.line) if place.page is None else f"{place.page}:{place.line}"


def _flat(document: Document, extent: Extent) -> str:
    return one_line(extent.of(document.text), LONGEST_CELL)
