"""What several tests need: a sentence scanned or checked, without a file."""

from __future__ import annotations

from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import PartialDate
from fact_cli.model.mention import Quantity, TimeExpression
from fact_cli.model.text import Document
from fact_cli.read.metadata import iso_date
from fact_cli.read.prose import document
from fact_cli.read.txt import cut
from fact_cli.scan.scanner import scan

PUBLISHED = "2024-06-12"  # a Wednesday; no test depends on the day on which it runs


def read(text: str, **fields: str) -> Document:
    return document("", {**fields, "text": text}, cut)


def scanned(text: str, published: str | None = PUBLISHED) -> list[ScannedSentence]:
    date: PartialDate | None = iso_date(published) if published else None
    return scan(read(text), date)


def quantities(text: str) -> list[Quantity]:
    return [quantity for sentence in scanned(text) for quantity in sentence.quantities]


def times(text: str, published: str | None = PUBLISHED) -> list[TimeExpression]:
    return [time for sentence in scanned(text, published) for time in sentence.times]
