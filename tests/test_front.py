"""Title, standfirst, byline and dateline of plain texts, and the date that they tell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fact_cli.model.text import BlockKind, Document, Origin, Published
from fact_cli.read.front import with_front
from fact_cli.read.metadata import iso_date
from tests.helpers import read

BODY = "Le maire l'a dit mardi.\nIl partira en novembre."


def front(text: str, **fields: str) -> Document:
    return with_front(read(text, **fields))


def kinds(document: Document) -> list[str]:
    return [block.kind.value for block in document.blocks]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"Le maire s'en va\nPublié le 4 juin 2025 à 10 h\n{BODY}", "2025-06-04"),
        (
            f"Le maire s'en va\nMis à jour le 5 juin 2025, publié le 5 juin 2025\n{BODY}",
            "2025-06-05",
        ),
        (
            f"Le maire s'en va\nMis à jour le 6 juin 2025\nPublié le 04/06/2025\n{BODY}",
            "2025-06-04",
        ),
        (f"Le maire s'en va\nPar Jeanne Roy, le 1er juin 2025\n{BODY}", "2025-06-01"),
        (
            f"Le maire s'en va\nMis à jour le 8 juin 2025 - Publié le 4 juin 2025\n{BODY}",
            "2025-06-04",
        ),
        (f"Le maire s'en va\nPublié le 04/06/25 à 08:00\n{BODY}", "2025-06-04"),
        (f"Le maire s'en va\nPublié le 4 juin à 10 h\n{BODY}", "XXXX-06-04"),
        (f"PARIS, 4 juin (AFP) – {BODY}", "XXXX-06-04"),
        (f"Le maire s'en va\nDakar, le 4 juin 2025 - {BODY}", "2025-06-04"),
        (f"4 juin 2025. – {BODY}", "2025-06-04"),
        (f"Le maire s'en va\n{BODY}", None),
        (f"Le 4 juin 2025, le maire est parti.\n{BODY}", None),
        (f"Le maire est parti à Paris, le 4 juin 2025.\n{BODY}", None),
    ],
)
def test_the_publication_date_of_a_text(text: str, date: str | None) -> None:
    published = front(text).published.date
    assert (None if published is None else published.iso()) == date


def test_the_blocks_before_the_body() -> None:
    text = f"Le maire s'en va\nDix ans après, la ville cherche.\nPublié le 4 juin 2025\n{BODY}"
    document = front(text)
    assert kinds(document) == ["title", "standfirst", "byline", "paragraph", "paragraph"]
    assert document.title == "Le maire s'en va"


def test_a_first_sentence_is_no_title() -> None:
    assert kinds(front(BODY)) == ["paragraph", "paragraph"]


def test_a_title_given_beside_the_text_stays_the_only_one() -> None:
    document = front(f"La ville cherche\n{BODY}", title="Le maire s'en va")
    assert kinds(document).count(BlockKind.TITLE) == 1


@pytest.mark.parametrize(
    ("stamp", "date"),
    [("2025-06-03", "2025-06-04"), ("2025-06-05", "2025-06-04"), ("2025-06-10", "2025-06-10")],
)
def test_a_stamp_of_the_day_beside_gives_the_day_shown(stamp: str, date: str) -> None:
    text = f"Le maire s'en va\nPublié le 4 juin 2025 à 0 h 30\n{BODY}"
    stamped = replace(read(text), published=Published(iso_date(stamp), Origin.METADATA))
    published = with_front(stamped).published
    assert published.date is not None
    assert (published.date.iso(), published.origin) == (date, Origin.METADATA)
