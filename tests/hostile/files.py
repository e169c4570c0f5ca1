"""Sound files of every format, to be spoilt."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from functools import cache

from fact_cli.read import SUFFIXES
from tests.docx_files import docx
from tests.hostile.material import FIXTURES
from tests.odt_files import odt
from tests.pdf_files import pdf

WORDS = """title: Le marché rouvre
standfirst: Dès le 31 avril, 12 étals sur 24 rouvrent, soit 40 %.
paragraph: Le loyer passe de 320 à 400 euros, soit une hausse de 20 %.
list-item: 3 boulangers
list-item: 4 bouchers
cell: 12
cell: 15
paragraph: La loi a été votée le mardi 6 mars 2024."""
LINES = (
    {"id": "a", "title": "Le 31 avril", "text": "Le loyer passe de 80 à 100 euros, soit 20 %."},
    {"text": "Le 6 mars 2024, 12 élèves sur 30, soit 50 %.", "published": "2024-03-07"},
)


@cache
def files() -> Mapping[str, bytes]:
    """The bytes of sound files by their names: the fixtures, and one of each built format."""
    found = {
        path.name: path.read_bytes()
        for path in sorted(FIXTURES.rglob("*"))
        if path.suffix in SUFFIXES
    }
    rows = [(role, words) for role, _, words in (row.partition(": ") for row in WORDS.splitlines())]
    found["built.docx"], found["built.odt"] = docx(rows), odt(rows)
    lines = "\n".join(json.dumps(line, ensure_ascii=False) for line in LINES)
    found["built.jsonl"] = lines.encode()
    for path in sorted((FIXTURES / "pdf").glob("*.toml"))[:3]:
        found[f"{path.stem}.pdf"] = pdf(tomllib.loads(path.read_text(encoding="utf-8")))
    return found
