"""Hostile text and files: no traceback, no hang, and extents that are those of the words.

What a longer search finds (``python -m tests.hostile.fuzz``) becomes a line of a table here.
"""

from __future__ import annotations

import io
import json
from random import Random

import jsonschema
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from fact_cli.cli import cli
from fact_cli.model.finding import InputFailure
from fact_cli.model.text import Extent
from fact_cli.read import read_stream
from fact_cli.run import check
from tests.helpers import read
from tests.hostile.files import files
from tests.hostile.material import DAYS, FIGURES, GLUE, ODD, UNITS, YEARS
from tests.hostile.mutate import passage, spoilt
from tests.hostile.run import try_file, try_text
from tests.hostile.sound import assert_reported, report
from tests.test_reports import SCHEMA

WRONG = "Le prix passe de 80 à 100 euros, soit une hausse de 20 %."

pieces = st.sampled_from((*FIGURES, *YEARS, *DAYS, *UNITS, *GLUE))
glued = st.lists(st.tuples(pieces, st.sampled_from((" ", " ", ""))), max_size=30).map(
    lambda found: "".join(piece + space for piece, space in found)
)
strange = st.text(st.one_of(st.sampled_from("".join(ODD)), st.characters()), max_size=20)
quick = settings(max_examples=30)


@quick
@given(strange, glued, strange)
def test_figures_days_and_names_strung_together(before: str, words: str, behind: str) -> None:
    try_text(f"{before}{words}{behind}", "2024-06-12")


@quick
@given(st.integers(0, 10**6))
def test_spoilt_sentences(seed: int) -> None:
    try_text(passage(Random(seed)), width=20)


@quick
@given(st.integers(0, 10**6))
def test_spoilt_files(seed: int) -> None:
    random, known = Random(seed), files()
    name = random.choice(list(known))
    try_file(name, spoilt(known[name], random, list(known.values())))


@pytest.mark.parametrize("name", files())
def test_sound_files_are_sound(name: str) -> None:
    try_file(name, files()[name])


@quick
@given(st.lists(st.sampled_from((*ODD, "a", "1", " ", "é", "\r\n", "\r", "\n", ".")), max_size=30))
def test_each_stretch_of_text_is_that_stretch_of_its_source(signs: list[str]) -> None:
    document = read("".join(signs))
    source = document.sources["text"]
    for start in range(len(document.text)):
        extent = Extent(start, start + 1)
        place = document.locate(extent)
        assert extent.of(document.text) in read(source[place.start : place.end]).text


# One line a text that was, or easily might be, read wrongly.
TEXTS = [
    "١٢٣ personnes et ٤٥٦ euros, soit une hausse de ٢٠ %.",
    "De ８０ à １００ euros, soit une hausse de ２０ %.",
    "10² et 10⁹ habitants, x³ euros, ½½½ euro, 1½ 2¼ ¾ euros.",
    "Le prix passe de 1e400 à 10^9 euros, soit une hausse de 1e999 %.",
    f"{'9' * 10_000} euros, soit 10 % de {'1' * 10_000}.",
    f"{'9' * 19} {'milliards de ' * 500}personnes",
    "un " + "milliard de " * 500 + "dollars",
    "cent mille " * 300,
    "Le 1er janvier 0, le 1er janvier 0000, en l’an 0, en 0.",
    "Le 31 février 99999, en 99999, le 4 juin 99 999, le 31/02/99999.",
    "Le 79e jour, la 1950e édition en 2024, la 3e en 1.",
    "La 99999e édition en 2024, la première en 1950.",
    "De 50 av. J.-C. à 40 av. J.-C., soit 20 ans ; 9999 ans avant l’an 1.",
    "Il y a 3000 ans, il y a 99999999999 ans, dans 99999999 siècles.",
    "En 52 av. J.-C., le printemps était doux. Ce fut l’hiver. Le 4 juin, à Noël, au premier trimestre.",
    "En l’an 9999, l’hiver sera doux, au quatrième trimestre, l’Aïd el-Fitr ; dimanche 31 décembre 9999.",
    "Ce 31 avril 52 av. J.-C., cet été avait été chaud. Ce 4 juin 0, cet été fut chaud.",
    "Né le 31 décembre 9999, il a 30 ans ; né en 9999, il aura 100 ans en 1.",
    "Un homme de -12 ans né en 2030, âgé de -5 ans, mort à 0 an.",
    "Le prix passe de 0 à 100 euros, soit une hausse de 20 %.",
    "0 sur 0, soit 0 % de 0 ; 3 sur 0, soit 20 % ; zéro fois plus que zéro.",
    "Entre 100 et 50 euros, de 2024 à 1950, du 31 au 1er mars.",
    "Une baisse de -20 %, de -80 à -100 euros.",
    "nan euros, NaN %, inf personnes, Infinity ans, -0 %.",
    "MMMMMMCCCXIV siècle, XXXe siècle, 0e siècle, 99999e siècle, Ie siècle avant J.-C.",
    "Les années 9990, au printemps 9999, l’hiver 9999-10000, fin 9999, semaine 53 de 9999.",
    "Le 31 décembre 9999, le lendemain ; le 1er janvier 1, la veille.",
    "À 25:61, à 99h99, à 24 h 60, le 00/00/0000, le 99/99/9999.",
    "De 0,0000000000000001 à 99999999999999999999 euros, soit une hausse de 3 %.",
    "Le pri\ud800x passe de 80 à 100 euros, soit une hausse de 20 %.\udfff",
    "Le\0 prix passe de 80 à 100\0 euros, soit une hausse de\0 20 %.",
    "\x1b[31mLe prix passe de 80 à 100 euros\x9b, soit une hausse de 20 %.\x1b]0;a\x07",
    "a" + "\u0301" * 5000 + " passe de 80 à 100 euros, soit une hausse de 20 %.",
]


@pytest.mark.parametrize("published", [None, "1600-01-01", "2199-12-31"])
@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text[:30].encode("ascii", "replace"))
def test_known_texts(text: str, published: str | None) -> None:
    try_text(text, published)


# One line a shape of which a careless search takes longer than its length allows.
SHAPES = {
    "a word": "a" * 20_000,
    "spaces": " " * 20_000 + "5 euros",
    "empty lines": "\r\n" * 10_000 + "5 euros",
    "opening brackets": "(" * 5_000 + "5 euros" + ")" * 5_000,
    "stops": "." * 20_000 + " 5 euros",
    "hyphens": "a-" * 10_000,
    "accents": "e" + "\u0301" * 20_000,
    "words of numbers": "vingt et un mille " * 1_000,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_shapes_take_linear_time(shape: str) -> None:
    try_text(SHAPES[shape])


# What prints nothing hides no figure and makes none.
SILENT = [
    WRONG.replace("80", "8\u200d0"),
    WRONG.replace("100", "1\u200c00"),
    WRONG.replace("prix", "pr\u00adix").replace("hausse", "hau\u00adsse"),
    WRONG.replace("20 %", "20\u2060 %"),
    WRONG.replace("prix", "prix\ufeff"),
    f"\ufeff{WRONG}",
    f"\u202b{WRONG}\u202c",
    WRONG.replace("100", "\u200e100\u200e"),
    WRONG.replace("100", "\u2066100\u2069"),
    WRONG.replace("20 %", "20\ufe0e %"),
    WRONG.replace("100 euros", "100\xa0euros").replace("20 %", "20\u202f%"),
    WRONG.replace("soit", "\u2028soit"),
    WRONG.replace("soit", "\x85soit"),
    WRONG.replace("à", "a\u0300"),
]


@pytest.mark.parametrize("text", SILENT, ids=ascii)
def test_what_prints_nothing_changes_nothing(text: str) -> None:
    (found,) = check(text).findings
    assert found.rule == "wrong-percentage"
    assert found.text.replace("\u202f", " ") == "20 %"


def test_a_report_commands_no_terminal() -> None:
    text = WRONG.replace("prix", "\x1b[31mpr\u202eix\x9b\x07")
    line = json.dumps({"id": "a\x1b]0;x\x07", "title": "\u202e5 €", "text": text})
    results = [check(text), check(text, title=f"\x1b{WRONG}")]
    for width in (20, 40, 80):
        assert_reported(results, width)
        assert_reported(results, width, "en")
        try_file("\x1b[2J\u202e.jsonl", line.encode(), width=width)


@pytest.mark.parametrize(
    "arguments",
    [
        ["\x1b[2J.txt"],
        ["--select", "\x1b[2J", "fixtures"],
        ["--published", "\x1b[2J", "fixtures"],
        ["--config", "\x1b[2J", "fixtures"],
        ["--output-file", "/\x1b[2J/a", "fixtures/halle.txt"],
        ["rule", "\x1b[2J"],
        ["\udcff\u202e.txt"],
    ],
    ids=ascii,
)
def test_a_message_commands_no_terminal(arguments: list[str]) -> None:
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == 2
    assert not {"\x1b", "\u202e"} & set(result.output + result.stderr)


# One line a file that was, or easily might be, taken apart wrongly.
FILES = [
    ("a.html", b"<svg>" * 100),
    ("a.html", b"<label for=a>" * 100),
    ("a.docx", b"PK\x03\x04" * 100),
    ("a.md", b"+++\n" * 1000),
    ("a.json", b"[" * 100_000),
    ("a.jsonl", b'{"text": "a", "id": ' + b"9" * 5000 + b"}\n"),
    ("a.xml", b"<a>" * 5000),
    ("a.txt", b"\xef\xbb\xbf\xef\xbb\xbfLe 31 avril\xef\xbb\xbf, 5 euros"),
    ("a.txt", b"Le 31 avril,\r5 euros\r\r12 %"),
    ("a.txt", b"\xed\xa0\x80 5 euros"),
    ("a.txt", b"Le 31 avril\0"),
]


@pytest.mark.parametrize(("name", "data"), FILES, ids=range(len(FILES)))
def test_known_files(name: str, data: bytes) -> None:
    try_file(name, data)


HALVES = ['{"text": "Le pri\\ud800x passe de 80 à 100 euros, soit \\udfff20 %.", "id": "\\ud83d"}']


@pytest.mark.parametrize("line", HALVES)
def test_halves_of_characters_in_json(line: str) -> None:
    (document,) = read_stream("a.jsonl", io.BytesIO(line.encode()))
    assert not isinstance(document, Exception)
    assert "\ufffd" in document.text and document.path == "a.jsonl#\ufffd"
    assert try_file("a.jsonl", line.encode()) == 1


@pytest.mark.parametrize("width", [20, 80])
def test_hostile_results_keep_the_format(width: int) -> None:
    results = [check(text) for text in TEXTS]
    failed = InputFailure("\x1b.txt", "\x1b", "\x1b")
    jsonschema.validate(json.loads(report([*results, failed], "json", width=width)), SCHEMA)
    assert_reported([*results, failed], width)
