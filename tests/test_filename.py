"""The date in a file's name, and when an article is dated by it."""

from __future__ import annotations

import io

import pytest

from fact_cli.model.text import Document
from fact_cli.read import read_stream
from fact_cli.read.filename import filename_date

BODY = "Le maire l'a dit mardi.\nIl partira en novembre.\n"


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("2025-06-04-slug.txt", "2025-06-04"),
        ("20250604_slug.txt", "2025-06-04"),
        ("2025_06_04 slug.txt", "2025-06-04"),
        ("2025.06.04.txt", "2025-06-04"),
        ("slug-2025-06-04.txt", "2025-06-04"),
        ("le-prix-monte-20251104_OUAX5PINL5GG.html", "2025-11-04"),
        ("export-20250604T103000.txt", "2025-06-04"),
        ("2025-06-04-12-morts-a-lyon.txt", "2025-06-04"),
        ("2025-06-04_2025-06-04.txt", "2025-06-04"),
        ("1871-05-28-la-semaine.txt", "1871-05-28"),
        ("2025/06/04/slug.txt", "2025-06-04"),
        ("/srv/2025/06/04/monde/slug.txt", "2025-06-04"),
        ("2025/06/04/2025-06-05-slug.txt", "2025-06-05"),
        ("2025/06/slug.txt", None),
        ("2025-06-04/slug.txt", None),
        ("2025-06-slug.txt", None),
        ("2011-12-saison.txt", None),
        ("04-06-2025.txt", None),
        ("2025-6-4.txt", None),
        ("2025-06_04.txt", None),
        ("2025-06-31.txt", None),
        ("2025-13-01.txt", None),
        ("20251304.txt", None),
        ("12345678.txt", None),
        ("18710528.txt", None),
        ("120250604.txt", None),
        ("20250604123000.txt", None),
        ("x20250604.txt", None),
        ("20250604x.txt", None),
        ("bilan-2024-01-01-2024-12-31.txt", None),
        ("0006-06-04.txt", None),
        ("slug.txt", None),
        ("-", None),
        ("", None),
    ],
)
def test_the_date_in_a_name(name: str, date: str | None) -> None:
    told = filename_date(name)
    assert (None if told is None else told.iso()) == date


@pytest.mark.parametrize(
    ("name", "text", "published"),
    [
        ("2025-06-04-a.txt", f"Le maire s'en va\n{BODY}", "2025-06-04 filename"),
        ("a.txt", f"Le maire s'en va\n{BODY}", "None none"),
        ("2025-06-04-a.txt", f"T\nPublié le 2 juin 2025\n{BODY}", "2025-06-02 byline"),
        ("2025-06-05-a.txt", f"PARIS, 4 juin (AFP) - {BODY}", "2025-06-04 byline"),
        ("2025-01-02-a.txt", f"PARIS, 31 décembre (AFP) - {BODY}", "2024-12-31 byline"),
        ("2025-12-04-a.txt", f"PARIS, 4 juin (AFP) - {BODY}", "XXXX-06-04 byline"),
        ("2025-03-01-a.txt", f"PARIS, 29 février (AFP) - {BODY}", "XXXX-02-29 byline"),
        ("a.txt", f"PARIS, 4 juin (AFP) - {BODY}", "XXXX-06-04 byline"),
        ("2025-06-04.jsonl", '{"text": "Rien."}', "None none"),
        ("2025-06-04.jsonl", '{"text": "Rien.", "id": "2025-06-05"}', "None none"),
        ("x.jsonl", '{"text": "Rien.", "published": "2025-06-01"}', "2025-06-01 metadata"),
    ],
)
def test_an_article_is_dated_by_its_name_where_nothing_surer_dates_it(
    name: str, text: str, published: str
) -> None:
    (read,) = read_stream(name, io.BytesIO(text.encode()))
    assert isinstance(read, Document)
    date = read.published.date
    assert f"{None if date is None else date.iso()} {read.published.origin}" == published
