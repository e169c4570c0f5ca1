"""Front matter: title, standfirst and date as site builders write them, also damaged."""

from __future__ import annotations

import json
import tomllib

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from fact_cli.read.front_matter import front_matter
from fact_cli.read.metadata import metadata_date
from fact_cli.read.prose import Part


def words(part: Part | None) -> str | None:
    return None if part is None else "".join(piece.text for piece in part.pieces)


@pytest.mark.parametrize(
    ("header", "title"),
    [
        ("---\ntitle: Un prix\n---\n", "Un prix"),
        ("---\nTitre: Un prix # provisoire\n---\n", "Un prix"),
        ("---\ntitle: \"Un \\\"prix\\\" \\u00e0\\x203\\t€\\\n  !\"\n---\n", 'Un "prix" à 3 €!'),
        ("---\ntitle: 'L''été'\n...\n", "L'été"),
        ("---\ntitle: Un\n  prix\n---\n", "Un prix"),
        ("---\ntitle: >-\n\n  Un\n  prix\n\ntags: []\n---\n", "Un prix"),
        ("---\ntitle: !!str &a Un prix\n---\n", "Un prix"),
        ("---\nseo: &a \"Un prix\"\ntitle: *a\n---\n", "Un prix"),
        ("---\nseo: {title: non}\ntags: [title, a]\n? [x]\n: non\ntitle: Un prix\n---\n", "Un prix"),
        ("---\ntitle:\ntitre: Un prix\n---\n", "Un prix"),
        ("---\ntitle: null\n---\n", None),
        ("---\ntitle: [a]\n---\n", None),
        ("---\ntitle: 2025\n---\n", "2025"),
        ("---\r\ntitle: Un prix\r\n---\r\n", "Un prix"),
        ("--- yaml\ntitle: Un prix\n---\n", "Un prix"),
        ("---\ntitle: Un&nbsp;<em>prix</em> &amp; co\n---\n", "Un\u00a0prix & co"),
        ("---\n# note\n\ntitle: Un prix\n\ntags:\n- a\n---\n", "Un prix"),
        ("+++\ntitle = \"Un \\\"prix\\\" \\U0001F404\"\n+++\n", 'Un "prix" 🐄'),
        ("+++\n\"title\" = 'C:\\prix' # note\n+++\n", "C:\\prix"),
        ("+++\ntags = [\n  \"a\", # ]\n  'title = \"non\"',\n]\nx = {a = \"]\"}\ntitle = '''\nUn\nprix'''\n+++\n", "Un prix"),
        ("+++\n[params]\ntitle = 'non'\n+++\n", None),
        ("---toml\ntitle = 'Un prix'\n---\n", "Un prix"),
        ('{"a": {"title": "non"}, "b": ["title", "non"], "title": "Un \\"prix\\" \\ud83d\\udc04"}\n', 'Un "prix" 🐄'),
        ('---json\n{"title": "Un prix"}\n---\n', "Un prix"),
        ('---js\n{title: "Un prix"}\n---\n', None),
        ("---\ntitle: Budget : 12 millions\nx: y\n---\n", "Budget : 12 millions"),
        ("---\nx: y\ntitle: [Vidéo] Un prix\n---\n", "[Vidéo] Un prix"),
        ("---\ntitle: \"Un \"petit\" prix\"\n---\n", 'Un "petit" prix'),
        ("---\ntitle: \"Oui\", dit-il\n---\n", '"Oui", dit-il'),
        ("---\ntitle: Un prix\nx: \"ouvert\n---\n", "Un prix"),
        ("---\ntitle: Un prix\nx: \"\\UFFFFFFFF\"\n---\n", "Un prix"),
        ("---\ntitle: Un prix\n\tx: y\n---\n", "Un prix"),
        ("---\ntitle: Un prix\ntitle: non\n---\n", "Un prix"),
        ("+++\ntitle = \"Un prix\"\nx = [1,\ny = \"ouvert\nz\n+++\n", "Un prix"),
        ("+++\nx = [1,\ntitle = 'Un prix'\n+++\n", "Un prix"),
        ('{"title": "Un prix",\n "x": [1, 2,,],\n "title": "non"}\n', "Un prix"),
        ("---\ntitle: Un prix\ntags:\n  - a\n", "Un prix"),
        ("+++\ntitle = 'Un prix'\n", "Un prix"),
        ('{\n  "title": "Un prix",\n  "x": 3\n', "Un prix"),
        ("---\n---\n", None),
    ],
)  # fmt: skip
def test_the_title_of_front_matter(header: str, title: str | None) -> None:
    found = front_matter(header + "\nLe texte : il suit.\n")
    assert words(found.title) == title
    assert (header + "\nLe texte : il suit.\n")[found.end :].strip() == "Le texte : il suit."


@pytest.mark.parametrize(
    "text",
    [
        "Un prix.\n",
        "---\n\nUn prix.\n\n---\n",
        "---\n\nLe prix reste bas : 3 euros.\n\n---\n",
        "---\nUn prix.\n",
        "- un prix\n",
        "---\n- un\n---\n",
        "{{< figure >}}\n",
        "{un} prix\n",
        "{: .a}\n",
        "----\ntitle: Un prix\n----\n",
        "+++ title\n",
    ],
)
def test_what_is_no_front_matter_is_prose(text: str) -> None:
    assert front_matter(text).end == 0


def test_an_open_front_matter_ends_where_prose_begins() -> None:
    text = "---\ntitle: Un prix\n\nLe prix monte.\n\n---\n\nFin.\n"
    assert text[front_matter(text).end :].startswith("\nLe prix monte.")


@pytest.mark.parametrize(
    ("keys", "date"),
    [
        ("date: 2025-06-04", "2025-06-04"),
        ("date: 2025-06-04 23:30:00 +0200", "2025-06-04"),
        ("date: '2025-06-04T23:30:00.000Z'", "2025-06-04"),
        ("date: 2025/6/4", "2025-06-04"),
        ("DATE: 4 juin 2025 à 10 h", "2025-06-04"),
        ("pubDate: mercredi 4 juin 2025", "2025-06-04"),
        ("date: 2025-06-04\npublishDate: 2025-06-03", "2025-06-03"),
        ("lastmod: 2025-06-04\ndate: 2025-06-03", "2025-06-03"),
        ("published: true\ndate: 2025-06-04", "2025-06-04"),
        ("updated_at: 2025-06-04", "2025-06-04"),
        ("date_published: 2025-06-04", "2025-06-04"),
        ("Publié-le: 4 juin 2025", "2025-06-04"),
        ("date: Created", None),
        ("date: hier", None),
        ("date: 4 juin", None),
        ("date: 0001-01-01T00:00:00Z", None),
        ("expiryDate: 2025-06-04", None),
        ("date: [2025-06-04]", None),
    ],
)
def test_the_date_of_front_matter(keys: str, date: str | None) -> None:
    found = front_matter(f"---\n{keys}\n---\n").date
    assert (found and found.iso()) == date


@pytest.mark.parametrize(
    ("keys", "standfirst"),
    [
        ("chapo: Un.\ndescription: Deux.", "Un."),
        ("description: Un.\nsummary: Deux.", "Un."),
        ("summary: ''\nexcerpt: Un.", "Un."),
        ("chapeau: |\n  Un.\n\n  Deux.", "Un. Deux."),
        ("subject: Un.", None),
    ],
)
def test_the_standfirst_of_front_matter(keys: str, standfirst: str | None) -> None:
    assert words(front_matter(f"---\n{keys}\n---\n").standfirst) == standfirst


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("4 juin 2025 à 10 h", "2025-06-04"),
        ("Mercredi 4 juin 2025 à 10h30", "2025-06-04"),
        ("4\u00a0juin\u00a02025, 18 h 30 (heure de Paris)", "2025-06-04"),
        ("1er juin 2025 à 9 heures", "2025-06-01"),
        ("2025/06/04 10:00", "2025-06-04"),
        ("2025-6-4", "2025-06-04"),
        ("2025.13.04", None),
        ("2025-06/04", None),
        ("4 juin à 10 h", None),
        ("10 h", None),
        ("true", None),
    ],
)
def test_dates_as_people_write_them_beside_a_text(written: str, date: str | None) -> None:
    found = metadata_date(written)
    assert (found and found.iso()) == date


def test_aliases_are_never_expanded() -> None:
    levels = "".join(f"k{i}: &k{i} [*k{i - 1}, *k{i - 1}]\n" for i in range(1, 60))
    found = front_matter(f"---\nk0: &k0 [x, x]\n{levels}title: Un prix\n---\n")
    assert words(found.title) == "Un prix"


@settings(max_examples=50)
@given(
    title=st.text(st.sampled_from("aé😀\u0153 \t\n\"'\\:#[]{},%=-—0"), max_size=12),
    ascii_only=st.booleans(),
)
def test_a_quoted_string_is_read_as_its_library_reads_it(title: str, ascii_only: bool) -> None:
    quoted = json.dumps(title, ensure_ascii=ascii_only)
    expected = " ".join(title.split()) or None
    headers = [f'{{"title": {quoted}}}\n', f"---\ntitle: {quoted}\n---\n"]
    assert json.loads(headers[0])["title"] == title
    if not ascii_only or title.isascii() or "😀" not in title:
        assert yaml.safe_load(headers[1].strip("-\n"))["title"] == title
        assert tomllib.loads(f"title = {quoted}")["title"] == title
        headers.append(f"+++\ntitle = {quoted}\n+++\n")
    for header in headers:
        assert words(front_matter(header).title) == expected
