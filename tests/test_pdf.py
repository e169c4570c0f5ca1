"""PDF: what was set in type is what is read, and each place is a line on a page."""

from __future__ import annotations

import io
import re
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

from fact_cli.errors import InputError
from fact_cli.model.text import Document, Extent
from fact_cli.read import pdf as reader
from fact_cli.read import read_stream
from fact_cli.read.line_ends import LineEnd, line_end, words_in
from fact_cli.report.words import location
from tests.pdf_files import STYLES, SetLine, Style, pdf, printed

ARTICLES = sorted((Path(__file__).parent.parent / "fixtures" / "pdf").glob("*.toml"))
KINDS = {"body": "paragraph", "spaced": "paragraph", "bullet": "list-item", "caption": "paragraph"}
BODY = STYLES["body"]


def outcome(data: bytes) -> Document | InputError:
    (found,) = read_stream("a.pdf", io.BytesIO(data))
    return found


def read(data: bytes) -> Document:
    found = outcome(data)
    assert isinstance(found, Document), found
    return found


def described(path: Path) -> Mapping[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, block.extent.of(document.text)) for block in document.blocks]


def set_lines(*words: str, style: Style = BODY, x: float = 40, y: float = 100) -> list[SetLine]:
    return [SetLine(0, x, y + style.leading * n, line, style) for n, line in enumerate(words)]


def raised(digits: str, behind: str, by: float = 4) -> list[SetLine]:
    x = 40 + stringWidth(behind, BODY.font, BODY.size)
    return set_lines(digits, style=Style(size=6), x=x, y=100 - by)


SPREAD = stringWidth("Le maire a dit devant les élus du conseil que les", BODY.font, BODY.size)


def spread(line: str, y: float = 100, width: float = SPREAD) -> list[SetLine]:
    """A justified line, each word placed by itself."""
    words = line.split(" ")
    widths = [stringWidth(word, BODY.font, BODY.size) for word in words]
    blank = (width - sum(widths)) / (len(words) - 1)
    return [
        SetLine(0, 40 + sum(widths[:n]) + n * blank, y, word, BODY) for n, word in enumerate(words)
    ]


def text_of(*lines: SetLine) -> str:
    return read(printed(lines)).text


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_is_read_as_it_was_set(path: Path) -> None:
    article = described(path)
    expected: list[tuple[str, str]] = []
    for block in article["block"]:
        if block["style"] == "table":
            expected += [("table-cell", cell) for row in block["rows"] for cell in row]
        else:
            kind = str(KINDS.get(block["style"], block["style"]))
            expected.append((kind, block["words"].removeprefix("• ")))
    found = blocks(read(pdf(article)))
    assert [words for _, words in found] == [words for _, words in expected]
    named = [(kind, words) for kind, words in expected if kind != "kicker"]
    assert [one for one in found if one[1] in dict.fromkeys(words for _, words in named)] == named


@pytest.mark.parametrize(
    ("name", "title", "date"),
    [
        ("une-colonne", "À Mende, la médiathèque rouvre après deux ans de travaux", "2024-03-12"),
        ("deux-colonnes", "Le tramway de Saint-Étienne gagne encore des voyageurs", "2024-06-04"),
        ("trois-colonnes", "Les huîtres de Marennes retrouvent des couleurs", "2024-09-21"),
        ("depeche", None, "2024-10-18"),
    ],
)
def test_title_by_type_and_date_by_byline(name: str, title: str | None, date: str) -> None:
    document = read(pdf(described(ARTICLES[0].with_stem(name))))
    assert (document.title, document.published.date and document.published.date.iso()) == (
        title,
        date,
    )


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_word_leads_back_to_its_printed_line(path: Path) -> None:
    assert_words_lead_back(read(pdf(described(path))))


def assert_words_lead_back(document: Document) -> None:
    """A word broken by a line end is cut with its hyphen and the line end."""
    source = document.sources["text"]
    lines = source.split("\n")
    for found in re.finditer(r"\S+", document.text):
        place = document.locate(Extent(*found.span()))
        cut = source[place.start : place.end]
        assert found.group() in (cut, cut.replace("-\n", ""), cut.replace("\n", "")), cut
        assert place.page is not None
        first = source.count("\n", 0, document.pages[place.page - 1])
        line = lines[first + place.line - 1]
        assert line[place.column - 1 :].startswith(cut.split("\n")[0])


@pytest.mark.parametrize(
    ("line", "following", "joined"),
    [
        ("la ques-", "tion se pose", "question"),
        ("c’est-à-", "dire demain", "c’est-à-dire"),
        ("à Saint-", "Étienne", "Saint-Étienne"),
        ("en Île-de-", "France", "Île-de-France"),
        ("Châlons-en-", "Champagne", "Châlons-en-Champagne"),
        ("LA RÉGIO-", "NALES", "RÉGIONALES"),
        ("À SAINT-", "DENIS", "SAINT-DENIS"),
        ("la saison 2024-", "2025", "2024-2025"),
        ("le Covid-", "19", "Covid-19"),
        ("vingt-", "deux", "vingt-deux"),
        ("soixante-", "dix-sept", "soixante-dix-sept"),
        ("soixante-", "et-onze", "soixante-et-onze"),
        ("le vingt-", "deuxième", "vingt-deuxième"),
        ("cin-", "quante", "cinquante"),
        ("sep-", "tembre", "septembre"),
        ("la mi-", "mars", "mi-mars"),
        ("le mi-", "nistre", "ministre"),
        ("peut-", "être", "peut-être"),
        ("l’après-", "midi", "l’après-midi"),
        ("au-des-", "sous", "au-dessous"),
        ("y a-", "t-il", "a-t-il"),
        ("dit-", "elle", "dit-elle"),
        ("un ex-", "ministre", "ex-ministre"),
        ("il ex-", "plique", "explique"),
        ("un sous-", "secrétaire", "sous-secrétaire"),
        ("pour sous-", "crire", "souscrire"),
        ("le porte-", "parole", "porte-parole"),
        ("les porte-", "paroles,", "porte-paroles"),
        ("la porte-à-", "porte", "porte-à-porte"),
        ("le vice-", "président", "vice-président"),
        ("un micro-", "crédit", "micro-crédit"),
        ("une entre-", "prise", "entreprise"),
        ("un éco-", "quartier", "éco-quartier"),
        ("la télé‐", "vision", "télévision"),
    ],
)  # fmt: skip
def test_a_hyphen_at_a_line_end(line: str, following: str, joined: str) -> None:
    known = words_in(["Le secrétaire a visité un éco-quartier et une entre-", "prise."])
    end = line_end(line, following, known)
    whole = line[: len(line) - (end is LineEnd.BROKEN_WORD)] + following
    assert end is not LineEnd.BLANK
    assert joined in re.split(r"[ ,]", whole)


@pytest.mark.parametrize(
    ("lines", "prose"),
    [
        (["un effort de 1 400", "milliards d’euros."], "un effort de 1 400 milliards d’euros."),
        (["soit une hausse de 12,5", "% en un an."], "soit une hausse de 12,5 % en un an."),
        (["soit 12\u00a0000\u00a0", "logements."], "soit 12 000 logements."),
        (["la création d’", "emplois."], "la création d’emplois."),
        (["entre 2023 –", "et 2024."], "entre 2023 – et 2024."),
        (["des prix “", "libres”."], "des prix “ libres”."),
    ],
)
def test_words_at_a_line_end(lines: list[str], prose: str) -> None:
    assert text_of(*set_lines(*lines)) == prose


@pytest.mark.parametrize(
    ("lines", "prose"),
    [
        pytest.param(
            set_lines("L’of\ufb01ce a \ufb02échi.", style=Style("Vera")),
            "L’office a fléchi.",
            id="ligatures",
        ),
        pytest.param(
            set_lines("CULTURE ET LOISIRS", style=Style(tracking=3.2)),
            "CULTURE ET LOISIRS",
            id="letter-spacing",
        ),
        pytest.param(
            set_lines("C U L T U R E   L O C A L E"), "CULTURE LOCALE", id="blanks between letters"
        ),
        pytest.param(set_lines("Score : 1 2 3 4 5"), "Score : 1 2 3 4 5", id="spaced figures"),
        pytest.param(
            [
                *set_lines("Le 1"),
                *set_lines("er", style=Style(size=6), x=59, y=96),
                *set_lines("juin, tout change.", x=67),
            ],
            "Le 1er juin, tout change.",
            id="a raised ending",
        ),
        pytest.param(
            [
                *set_lines("La dette passe de 1200"),
                *raised("12", "La dette passe de 1200"),
                *set_lines("à 1500 euros.", x=145),
            ],
            "La dette passe de 1200¹² à 1500 euros.",
            id="a note call behind a number",
        ),
        pytest.param(
            [*set_lines("Un parc de 120 m"), *raised("2", "Un parc de 120 m")],
            "Un parc de 120 m²",
            id="a power",
        ),
        pytest.param(
            [*set_lines("Le CO"), *raised("2", "Le CO", by=-2)],
            "Le CO2",
            id="lowered figures are no powers",
        ),
        pytest.param(
            [
                *set_lines("L", style=Style(size=32), y=112),
                *set_lines("a ville compte 320", "logements.", x=61),
            ],
            "La ville compte 320 logements.",
            id="an initial over several lines",
        ),
        pytest.param(
            [
                *set_lines("L", style=Style(size=34), y=124),
                *set_lines("e maire a vu les", "élus hier. La", "ville compte 320", x=62),
                *set_lines("logements.", y=136),
            ],
            "Le maire a vu les élus hier. La ville compte 320 logements.",
            id="an initial on the third line",
        ),
        pytest.param(
            [
                *set_lines("À", style=Style(size=34), y=124),
                *set_lines("Tours, il a vu les", "élus hier. La", "ville compte 320", x=66),
                *set_lines("logements.", y=136),
            ],
            "À Tours, il a vu les élus hier. La ville compte 320 logements.",
            id="an initial that is a word",
        ),
        pytest.param(
            [*set_lines("Le prix baisse."), *set_lines("Le prix baisse.", x=40.3, y=100.3)],
            "Le prix baisse.",
            id="a shadow",
        ),
        pytest.param(
            [*set_lines("Le prix baisse."), *set_lines("Hors du cadre", x=600)],
            "Le prix baisse.",
            id="outside the page",
        ),
        pytest.param(
            [*set_lines("Le prix baisse."), SetLine(0, 300, 300, "Photo DR", BODY, turned=90)],
            "Le prix baisse.",
            id="across the text",
        ),
        pytest.param(
            [SetLine(0, 40, 100, "Le prix baisse de 3 %", BODY, word_space=40)],
            "Le prix baisse de 3 %",
            id="a justified line of few words",
        ),
        pytest.param(
            [
                *set_lines("Le maire a présenté", "lundi son projet de", "budget aux habitants."),
                *set_lines(
                    "L’opposition refuse", "de le voter : elle", "veut 20 euros.", x=150, y=105
                ),
            ],
            "Le maire a présenté lundi son projet de budget aux habitants.\n"
            "L’opposition refuse de le voter : elle veut 20 euros.",
            id="columns whose lines are not level",
        ),
        pytest.param(
            [
                *set_lines("Le maire a présenté", "lundi son projet de", "budget de 20"),
                *set_lines("millions d’euros. Le", "vote, prévu en juin,", "aura lieu.", x=150),
                *set_lines("Le préfet arbitrera entre la commune et le département.", y=160),
            ],
            "Le maire a présenté lundi son projet de budget de 20 millions d’euros. Le vote, prévu "
            "en juin, aura lieu.\nLe préfet arbitrera entre la commune et le département.",
            id="a sentence over columns, and a line below both",
        ),
        pytest.param(
            [
                SetLine(0, x, 100 + 12 * row, word, BODY)
                for row, words in enumerate([["Eau", "1 250", "9 %"], ["Gaz", "80", "3 %"]])
                for x, word in zip((40, 120, 200), words, strict=True)
            ],
            "Eau\n1 250\n9 %\nGaz\n80\n3 %",
            id="cells are read row by row",
        ),
        pytest.param(
            [
                SetLine(0, x, y, word, BODY)
                for y, words in [
                    (100, {40: "Le", 53: "prix", 71.7: "de", 83.6: "l’eau"}),
                    (112, {40: "sera", 59.5: "de", 71.4: "12", 83.9: "euros"}),
                ]
                for x, word in words.items()
            ],
            "Le prix de l’eau sera de 12 euros",
            id="words placed one by one",
        ),
        pytest.param(
            [
                *set_lines("Le maire a dit devant les élus du conseil que les"),
                *spread("300 étudiants et les", y=112),
                *spread("anticonstitutionnellement nommés", y=124),
                *set_lines("paieront 12 euros.", y=136),
            ],
            "Le maire a dit devant les élus du conseil que les 300 étudiants et les "
            "anticonstitutionnellement nommés paieront 12 euros.",
            id="loosely justified lines are no cells",
        ),
        pytest.param(
            [
                *set_lines("Le maire a dit devant les élus du conseil que les"),
                *spread("dont 300 étudiants", y=112),
                *spread("et 4 000 agents", y=124),
                *set_lines("paieront 12 euros.", y=136),
            ],
            "Le maire a dit devant les élus du conseil que les dont 300 étudiants et 4 000 agents "
            "paieront 12 euros.",
            id="two loosely justified lines are no table",
        ),
        pytest.param(
            [
                *set_lines("Le maire a dit devant les élus du conseil : rien."),
                *spread("Recettes 1250", y=112),
            ],
            "Le maire a dit devant les élus du conseil : rien.\nRecettes\n1250",
            id="cells below prose",
        ),
        pytest.param(
            [*set_lines("Recettes"), *set_lines("1 250 000 euros", x=260)],
            "Recettes\n1 250 000 euros",
            id="far apart on a line",
        ),
        pytest.param(
            [*set_lines("Le prix baisse.", x=40), *set_lines("– 3 –", x=200, y=440)],
            "Le prix baisse.",
            id="a page number",
        ),
        pytest.param(
            set_lines("Il cède – dit-il", "– sans regret.", "– Vraiment ?"),
            "Il cède – dit-il – sans regret.\nVraiment ?",
            id="an aside is no list item, a dash behind a full stop is",
        ),
    ],
)
def test_what_type_setters_do(lines: list[SetLine], prose: str) -> None:
    registerFont(TTFont("Vera", "Vera.ttf"))
    assert text_of(*lines) == prose


def test_running_heads_are_printed_lines_but_no_prose() -> None:
    document = read(pdf(described(ARTICLES[0].with_stem("trois-colonnes"))))
    lines = document.sources["text"].split("\n")
    assert lines[0] == "Le Messager du Marais – samedi 21 septembre 2024"
    assert len(document.pages) == 2
    assert "Messager" not in document.text
    first = document.text.index("Les huîtres")
    assert document.locate(Extent(first, first + 3)).line == 2
    last = document.text.index("Reste la question")
    place = document.locate(Extent(last, last + 5))
    assert location(document, Extent(last, last + 5), "fr") == (
        f"a.pdf, page 2, ligne {place.line}, caractère 1"
    )


def test_pages_without_text_are_counted() -> None:
    lines = [SetLine(page, 40, 100, f"Le prix est de {page} euros.", BODY) for page in (0, 3)]
    document = read(printed(lines))
    at = document.text.index("3 euros")
    assert document.locate(Extent(at, at + 7)).page == 4


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_pages_turned_any_way_are_read_upright(rotation: int) -> None:
    article = dict(described(ARTICLES[0].with_stem("deux-colonnes")))
    upright = blocks(read(pdf(article)))
    article["sheet"] = {**article["sheet"], "file": {"rotation": rotation}}
    assert blocks(read(pdf(article))) == upright


UNMAPPED = b"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents 4 0 R
  /Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length 36>>stream
BT /F 12 Tf 50 300 Td (ABCABC) Tj ET
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/X/FirstChar 65/LastChar 67/Widths[500 500 500]
  /Encoding<</Differences[65/g1/g2/g3]>>>> endobj
trailer <</Root 1 0 R/Size 6>>
"""
SOUND = printed(set_lines("Le prix baisse."))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(printed([]), "holds no readable text", id="no text"),
        pytest.param(UNMAPPED, "holds no readable text", id="letters that are only drawn"),
        pytest.param(printed(set_lines("Secret."), password="sésame"), "password", id="password"),
        pytest.param(b"", "damaged", id="empty"),
        pytest.param(b"Le prix baisse.", "damaged", id="text"),
        pytest.param(b"\0\xff" * 5000, "damaged", id="binary"),
        pytest.param(SOUND[:200], "damaged", id="truncated"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, reason: str) -> None:
    found = outcome(data)
    assert isinstance(found, InputError)
    assert reason in found.en and "\n" not in found.en + found.fr


@pytest.mark.parametrize(
    ("limit", "value", "reason"),
    [
        ("MOST_PAGES", 0, "more than 0 pages"),
        ("LARGEST_TEXT", 10, "too large"),
        ("LARGEST_CONTAINER", 10, "too large"),
    ],
)
def test_limits(monkeypatch: pytest.MonkeyPatch, limit: str, value: int, reason: str) -> None:
    monkeypatch.setattr(reader, limit, value)
    found = outcome(SOUND)
    assert isinstance(found, InputError) and reason in found.en


def test_the_extra_is_named_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    found = outcome(SOUND)
    assert isinstance(found, InputError) and "fact-cli[pdf]" in found.en


WORDS = st.sampled_from(
    [
        "le",
        "la",
        "des",
        "prix",
        "hausse",
        "commune",
        "habitants",
        "question",
        "peut-être",
        "vingt-trois",
        "l’été",
        "d’après",
        "Saint-Étienne",
        "12,5",
        "%",
        "1",
        "400",
        "milliards",
        "d’euros",
        "œuvre",
        "«",
        "ce",
        "»",
        "c’est-à-dire",
        "mi-mars",
        "budgétaire",
        "exceptionnellement",
        "administration",
        "(hors",
        "taxes)",
        "2024-2025",
        "vice-présidente",
    ]
)
PARAGRAPH = st.lists(WORDS, min_size=30, max_size=60).map(lambda words: f"Ici {' '.join(words)}.")


@settings(max_examples=25)
@given(
    paragraphs=st.lists(PARAGRAPH, min_size=1, max_size=4),
    columns=st.integers(1, 3),
    style=st.sampled_from(["body", "spaced"]),
    justified=st.booleans(),
    hyphenated=st.booleans(),
)
def test_round_trip(
    paragraphs: list[str], columns: int, style: str, justified: bool, hyphenated: bool
) -> None:
    sheet = {"columns": columns, "justified": justified, "hyphenated": hyphenated}
    article = [{"style": style, "words": words} for words in paragraphs]
    document = read(pdf({"sheet": sheet, "block": article}))
    assert document.text.split("\n") == paragraphs
    assert_words_lead_back(document)
