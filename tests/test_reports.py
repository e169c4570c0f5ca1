"""The report formats: their shape, their positions, and how they look at several widths."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from itertools import pairwise

import jsonschema
import pytest

from fact_cli.model.finding import ArticleResult, InputFailure
from fact_cli.model.text import BlockKind, Document, Positions
from fact_cli.read import read_stream
from fact_cli.read.blocks import Blocks
from fact_cli.read.prose import assembled
from fact_cli.report import FORMATS, ReportOptions, load
from fact_cli.run import Settings, check_document

TEXT = (
    "Le marché rouvre\r\n"
    "\r\n"
    "Selon la mairie, le loyer d’un étal passe de 320 à 400 euros, soit une hausse de 20 %. "
    "Le marché rouvrira le 31 avril.\r\n"
)
RECORD = {"id": "a1", "title": "Le 31 avril, le marché rouvre", "text": TEXT}

EXTENT = {
    "start": {"type": "integer"},
    "end": {"type": "integer"},
    "line": {"type": "integer", "minimum": 1},
    "column": {"type": "integer", "minimum": 1},
}
NULLABLE = {"type": ["string", "null"]}


def objects(required: dict[str, object]) -> dict[str, object]:
    return {"type": "object", "required": list(required), "properties": required}


SCHEMA = objects(
    {
        "format": {"const": "factcheck-report"},
        "version": {"const": 1},
        "tool": objects({"name": {"const": "factcheck"}, "version": {}, "pipeline": {}}),
        "articles": {
            "type": "array",
            "items": objects(
                {
                    "path": {"type": "string"},
                    "title": NULLABLE,
                    "published": objects({"date": NULLABLE, "from": {"type": "string"}}),
                    "mentions": {
                        "items": objects(
                            {"id": {"pattern": "^m"}, "kind": {}, "text": {}, **EXTENT}
                        )
                    },
                    "claims": {
                        "items": objects(
                            {
                                "id": {"pattern": "^c"},
                                "subject": NULLABLE,
                                "predicate": NULLABLE,
                                "quantity": NULLABLE,
                                "time": NULLABLE,
                                "source": NULLABLE,
                                "quoted": {"type": "boolean"},
                                "modality": {
                                    "enum": [
                                        "asserted",
                                        "conditional",
                                        "forecast",
                                        "negated",
                                        "asked",
                                    ]
                                },
                                "block": {"type": "string"},
                                "repeats": {"items": objects(EXTENT)},
                                **EXTENT,
                            }
                        )
                    },
                    "checks": {
                        "items": objects(
                            {
                                "rule": {},
                                "verdict": {"enum": ["holds", "contradicts", "undecided"]},
                                "binding": {"enum": ["stated", "inferred"]},
                                "formula": {},
                                "mentions": {"items": {"pattern": "^m"}},
                            }
                        )
                    },
                    "findings": {
                        "items": objects(
                            {
                                "rule": {},
                                "severity": {"enum": ["error", "warning", "info"]},
                                "message": {"type": "string", "minLength": 1},
                                "because": {"items": objects({"text": {}, "role": {}, **EXTENT})},
                                "suggestions": {"type": "array"},
                                "fingerprint": {"type": "string", "minLength": 8},
                                "accepted": {"type": "boolean"},
                                "text": {},
                                **EXTENT,
                            }
                        )
                    },
                    "coverage": objects(
                        {
                            key: {"type": "integer"}
                            for key in (
                                "quantities",
                                "times",
                                "claims",
                                "checked",
                                "hold",
                                "contradict",
                                "undecided",
                            )
                        }
                    ),
                }
            ),
        },
        "errors": {"items": objects({"path": {}, "message": {}})},
    }
)


def outcomes(name: str = "a.txt", data: str = TEXT) -> Iterator[ArticleResult | InputFailure]:
    for document in read_stream(name, io.BytesIO(data.encode())):
        assert not isinstance(document, Exception)
        yield check_document(document, Settings())
    yield InputFailure("b.txt", "illisible", "unreadable")


def rendered(name: str, **options: object) -> str:
    out = io.StringIO()
    load(name).render(outcomes(), out, ReportOptions(**options))  # type: ignore[arg-type]
    return out.getvalue()


def article(name: str = "a.txt", data: str = TEXT) -> dict[str, object]:
    out = io.StringIO()
    load("json").render(outcomes(name, data), out, ReportOptions())
    report = json.loads(out.getvalue())
    jsonschema.validate(report, SCHEMA)
    return report["articles"][0]


def test_json_follows_its_schema_and_names_what_failed() -> None:
    report = json.loads(rendered("json", language="en"))
    jsonschema.validate(report, SCHEMA)
    assert report["errors"] == [{"path": "b.txt", "message": "unreadable"}]


def test_each_line_of_jsonl_is_a_report() -> None:
    lines = rendered("jsonl").splitlines()
    assert len(lines) == 2
    for line in lines:
        jsonschema.validate(json.loads(line), SCHEMA)


@pytest.mark.parametrize("part", ["mentions", "claims", "findings"])
def test_positions_cut_the_words_out_of_the_file(part: str) -> None:
    entries: list[dict[str, object]] = article()[part]  # type: ignore[assignment]
    assert entries
    lines = TEXT.split("\r\n")
    for entry in entries:
        start, end = int(str(entry["start"])), int(str(entry["end"]))
        assert TEXT[start:end] == entry["text"]
        line, column = int(str(entry["line"])), int(str(entry["column"]))
        assert lines[line - 1][column - 1 :].startswith(str(entry["text"]))


def test_a_title_has_offsets_of_its_own() -> None:
    found = article("a.jsonl", json.dumps(RECORD))
    assert (found["path"], found["title"]) == ("a.jsonl#a1", RECORD["title"])
    mentions: list[dict[str, object]] = found["mentions"]  # type: ignore[assignment]
    in_title = [mention for mention in mentions if mention["block"] == "title"]
    assert [(m["text"], m["start"], m["line"]) for m in in_title] == [("31 avril", 3, 1)]


def test_concise_is_one_line_a_finding() -> None:
    assert rendered("concise").splitlines() == [
        "a.txt:3:82: error wrong-percentage « 20 % » de 320\u00a0€ à 400\u00a0€, l’écart est de +25\u00a0%",
        "a.txt:3:110: error impossible-date « 31 avril » avril n’a que 30 jours",
    ]


def test_github_annotations_escape_what_they_must() -> None:
    failed, first, second = rendered("github", language="en").splitlines()
    assert first.startswith(
        "::error file=a.txt,line=3,col=82,title=factcheck%3A wrong-percentage::« 20 %25 »"
    )
    assert "%0A" in first
    assert "impossible-date" in second
    assert failed == "::error file=b.txt::unreadable"


THREE_LINES = "Le marché rouvre\n" + TEXT.split("\r\n")[2].replace("%. Le", "%.\nLe")


def placed(positions: Positions, source: str) -> Document:
    """An article whose title is a page of its own in a PDF."""
    blocks = Blocks(source)
    for line in re.finditer(".+", source):
        blocks.words(*line.span())
        blocks.end(BlockKind.PARAGRAPH)
    pages = (0, 17) if positions is Positions.PAGE else ()
    return assembled("a.pdf", {"text": source}, blocks.parts, positions=positions, pages=pages)


def rendered_at(
    positions: Positions, name: str, source: str = THREE_LINES, **options: object
) -> str:
    out = io.StringIO()
    results = [check_document(placed(positions, source), Settings())]
    load(name).render(results, out, ReportOptions(**options))  # type: ignore[arg-type]
    return out.getvalue()


@pytest.mark.parametrize(
    ("positions", "language", "head", "cell", "short"),
    [
        (Positions.LINE, "fr", "Ligne", "3", "l. 3"),
        (Positions.LINE, "en", "Line", "3", "l. 3"),
        (Positions.PARAGRAPH, "fr", "Paragraphe", "3", "§ 3"),
        (Positions.PARAGRAPH, "en", "Paragraph", "3", "para. 3"),
        (Positions.PAGE, "fr", "Page:ligne", "2:2", "p. 2, l. 2"),
        (Positions.PAGE, "en", "Page:line", "2:2", "p. 2, l. 2"),
    ],
)
def test_places_are_told_by_what_the_file_shows(
    positions: Positions, language: str, head: str, cell: str, short: str
) -> None:
    table = rendered_at(positions, "full", language=language, table=True, width=100).splitlines()
    assert sum(line.endswith(f" {head}") for line in table) == 1
    (row,) = [line for line in table if line.startswith(" ") and "31 avril  " in line]
    assert row.endswith(f" {cell}")
    listed = rendered_at(positions, "full", language=language, table=True, width=60).splitlines()
    assert any(line.startswith(f"{short} – Le marché rouvrira") for line in listed)


@pytest.mark.parametrize(
    ("positions", "place"),
    [
        (Positions.LINE, "(l. 2)"),
        (Positions.PARAGRAPH, "(§ 2)"),
        (Positions.PAGE, "(p. 2, l. 1)"),
    ],
)
def test_what_holds_is_told_with_its_place(positions: Positions, place: str) -> None:
    source = "Le marché rouvre\nLe loyer passe de 320 à 400 euros, soit une hausse de 25 %."
    shown = rendered_at(positions, "full", source=source, verbose=True)
    assert place in next(line for line in shown.splitlines() if line.startswith("✓"))


@pytest.mark.parametrize(
    ("positions", "where", "words"),
    [
        (Positions.LINE, "file=a.pdf,line=3,col=23,", "::« 31 avril »"),
        (Positions.PARAGRAPH, "file=a.pdf,title", "(paragraphe 3, caractère 23)"),
        (Positions.PAGE, "file=a.pdf,title", "(page 2, ligne 2, caractère 23)"),
    ],
)
def test_an_annotation_tells_the_place(positions: Positions, where: str, words: str) -> None:
    last = rendered_at(positions, "github").splitlines()[-1]
    assert where in last and words in last


def test_machines_are_told_what_lines_are() -> None:
    report = json.loads(rendered_at(Positions.PAGE, "json"))
    jsonschema.validate(report, SCHEMA)
    (found,) = report["articles"]
    assert found["positions"] == "page"
    assert [(one["page"], one["line"]) for one in found["findings"]] == [(2, 1), (2, 2)]
    rows = list(csv.DictReader(io.StringIO(rendered_at(Positions.PAGE, "csv"))))
    assert {(row["positions"], row["page"], row["line"]) for row in rows} == {
        ("page", "2", "1"),
        ("page", "2", "2"),
    }
    concise = rendered_at(Positions.PAGE, "concise").splitlines()
    assert concise[-1].startswith("a.pdf, page 2, ligne 2, caractère 23: error")


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_format_speaks_both_languages(name: str, language: str) -> None:
    assert rendered(name, language=language, table=True)


@pytest.mark.parametrize("width", [40, 60, 80, 140])
def test_full_keeps_to_the_width_and_marks_the_words(width: int) -> None:
    lines = rendered("full", width=width, table=True).splitlines()
    assert max(map(len, lines)) <= width
    marked = [(above, below) for above, below in pairwise(lines) if "^" in below and " | " in below]
    words = []
    for above, below in marked:
        first, last = below.index("^"), below.rindex("^")
        words.append(above[first : last + 1])
    assert words == ["20 %", "31 avril"]


def test_colour_is_asked_for() -> None:
    assert "\x1b[" in rendered("full", color=True)
    assert "\x1b[" not in rendered("full", color=False)


def test_quiet_says_only_what_is_wrong() -> None:
    assert "affirmation" not in rendered("full", quiet=True)
    assert "erreur[impossible-date]" in rendered("full", quiet=True)
