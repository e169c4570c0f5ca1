"""Accepting a finding: by marks, by (sic), and in the file of accepted findings."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import time
import tomllib
import warnings
from html import escape, unescape
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from fact_cli.accept.book import read_book
from fact_cli.accept.entries import Entry, entry_of, matches
from fact_cli.accept.place import NAME
from fact_cli.accept.writing import add_entries, prune_entries, written
from fact_cli.cli import cli
from fact_cli.errors import AcceptedFileError
from fact_cli.model.finding import ArticleResult
from fact_cli.model.text import Document
from fact_cli.read import reader_for
from fact_cli.report import ReportOptions, load
from fact_cli.run import Settings, check, check_document

TOTAL = "La promotion compte 86 élèves, 49 femmes et 39 hommes."
APRIL = "Le marché rouvrira le 31 avril."
JUNE = "Les élèves du lycée partent en Italie le 31 juin."


def checked(name: str, text: str) -> ArticleResult:
    (read,) = reader_for(name).read(name, BytesIO(text.encode()))
    assert isinstance(read, Document)
    return check_document(read, Settings())


def shown(result: ArticleResult) -> list[str]:
    return [f"{finding.rule} {finding.text}" for finding in result.unaccepted]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"<!-- factcheck: ignore wrong-total -- arrondis -->\n\n{TOTAL}", []),
        (f"<!--factcheck:ignore wrong-total-->\n{TOTAL}", []),
        (f"<!-- FactCheck: Ignore wrong-total — arrondis -->\n{TOTAL}", []),
        (f"<!-- factcheck: ignore wrong-total, impossible-date -->\n{TOTAL} {APRIL}", []),
        (f"<!-- factcheck: ignore wrong-total impossible-date\n-- vu -->\n\n{TOTAL} {APRIL}", []),
        (f"{TOTAL} <!-- factcheck: ignore wrong-total -- arrondis -->", []),
        (f"Elle est <!-- factcheck: ignore wrong-total --> ravie. {TOTAL}", []),
        (f"<!-- factcheck: ignore impossible-date -->\n\n{APRIL}\n\n{JUNE}", ["impossible-date 31 juin"]),
        (f"{JUNE}\n<!-- factcheck: ignore impossible-date -->\n{APRIL}", ["impossible-date 31 juin"]),
        (f"<!-- factcheck: ignore impossible-date -->\n\n- {APRIL}\n- {JUNE}", []),
        (f"- {APRIL}\n\n  <!-- factcheck: ignore impossible-date -->\n\n- {JUNE}", ["impossible-date 31 avril"]),
        (f"<!-- factcheck: ignore impossible-date -->\n\n| a | b |\n|---|---|\n| {APRIL} | {JUNE} |", []),
        (f"> <!-- factcheck: ignore impossible-date\n> -- vu -->\n> {APRIL}\n\n{JUNE}", ["impossible-date 31 juin"]),
        (f"<!-- factcheck: disable impossible-date -->\n\n{APRIL}\n\n{JUNE}", []),
        (f"{APRIL}\n\n<!-- factcheck: disable impossible-date -->\n\n{JUNE}", ["impossible-date 31 avril"]),
        (f"<!-- factcheck: disable impossible-date -->\n\n{APRIL}\n\n<!-- factcheck: enable impossible-date -->\n\n{JUNE}", ["impossible-date 31 juin"]),
        (f"```\n<!-- factcheck: ignore impossible-date -->\n```\n\n{APRIL}", ["impossible-date 31 avril"]),
        (f"<!-- factcheck : ignore wrong-total -->\n\n# {TOTAL}\n\nRien.", []),
        (f"<!-- à revoir : factcheck: ignore impossible-date -->\n\n{APRIL}", ["impossible-date 31 avril"]),
    ],
)  # fmt: skip
def test_marks_of_markdown(text: str, left: list[str]) -> None:
    assert shown(checked("a.md", text)) == left


@pytest.mark.parametrize(
    ("body", "left"),
    [
        (f"<!-- factcheck: ignore impossible-date --><p>{APRIL}</p><p>{JUNE}</p>", ["impossible-date 31 juin"]),
        (f"<p>{JUNE}</p><!-- factcheck: ignore impossible-date --><p>{APRIL}</p>", ["impossible-date 31 juin"]),
        (f"<p>{APRIL}<!-- factcheck: ignore impossible-date --></p><p>{JUNE}</p>", ["impossible-date 31 juin"]),
        (f"<!-- factcheck: disable impossible-date --><p>{APRIL}</p><p>{JUNE}</p>", []),
        (f"<script>'<!-- factcheck: disable impossible-date -->'</script><p>{APRIL}</p>", ["impossible-date 31 avril"]),
        (f"<!-- factcheck: ignore impossible-date --><ul><li>{APRIL}</li><li>{JUNE}</li></ul>", []),
        (f"<ul><li>{APRIL}</li><!-- factcheck: ignore impossible-date --><li>{JUNE}</li></ul>", ["impossible-date 31 avril"]),
    ],
)  # fmt: skip
def test_marks_of_html(body: str, left: list[str]) -> None:
    page = f"<html><body><article><h1>Le marché</h1>{body}</article></body></html>"
    assert shown(checked("a.html", page)) == left


MARKED = [
    ("<!-- factcheck: ignore impossible-date — vu -->", ["impossible-date 31 juin"]),  # XML has no --
    ("<!-- factcheck: disable impossible-date -->", []),
    ("<!-- factcheck: ignore wrong-total -->", ["unused-acceptance {}", "impossible-date 31 avril", "impossible-date 31 juin"]),
]  # fmt: skip
NEWSML = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:a"><contentMeta>
<headline>Le marché</headline></contentMeta><contentSet>{}</contentSet></newsItem>"""
XHTML = '<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>{}</body></html></inlineXML>'
NITF = "<nitf><body><body.head><hedline><hl1>Le marché</hl1></hedline></body.head><body.content>{}</body.content></body></nitf>"


def inside(kind: str, body: str, plain: str) -> tuple[str, str]:
    """A file of the format ``kind`` with a body of HTML, or the ``plain`` one where it has that."""
    if kind in {"jsonl", "ninjs-text"}:
        body = plain
    field = {"jsonl": "text", "ninjs-text": "body_text"}.get(kind, "body_html")
    if kind in {"jsonl", "ninjs", "ninjs-text"}:
        item = {"title": "Le marché", "headline": "Le marché", field: body}
        return f"a.json{'l' if kind == 'jsonl' else ''}", json.dumps(item)
    escaped = f'<inlineData contenttype="text/html">{escape(body)}</inlineData>'
    contents = {
        "escaped": escaped,
        "cdata": f"<inlineData contenttype='text/html'><![CDATA[{body}]]></inlineData>",
        "text": f"<inlineData contenttype='text/plain'>{escape(plain)}</inlineData>",
        "xhtml": XHTML.format(body),
        "nitf": f"<inlineXML>{NITF.format(body)}</inlineXML>",
    }
    return "a.xml", NITF.format(body) if kind == "nitf-file" else NEWSML.format(contents[kind])


@pytest.mark.parametrize(("mark", "left"), MARKED)
@pytest.mark.parametrize(
    "kind",
    ["jsonl", "ninjs", "ninjs-text", "escaped", "cdata", "text", "xhtml", "nitf", "nitf-file"],
)
def test_marks_in_bodies_that_other_formats_carry(kind: str, mark: str, left: list[str]) -> None:
    body, plain = f"{mark}<p>{APRIL}</p><p>{JUNE}</p>", f"{mark}\n\n{APRIL}\n\n{JUNE}"
    result = checked(*inside(kind, body, plain))
    assert sorted(shown(result)) == sorted(one.format(mark) for one in left)
    document = result.article.document
    assert "factcheck" not in document.text[: document.prose_end]
    for finding in result.findings:
        place = document.locate(finding.extent)
        told = unescape(document.sources[place.field][place.start : place.end])
        assert told == finding.text


def test_a_mark_is_for_its_own_article_and_field() -> None:
    items = [
        {"uri": str(number), "headline": APRIL, "body_html": f"{mark}<p>{JUNE}</p>"}
        for number, mark in enumerate(["<!-- factcheck: disable impossible-date -->", ""])
    ]
    read = reader_for("a.json").read("a.json", BytesIO(json.dumps(items).encode()))
    results = [check_document(one, Settings()) for one in read if isinstance(one, Document)]
    both = ["impossible-date 31 avril", "impossible-date 31 juin"]
    shown_of_rule = [[one for one in shown(result) if one in both] for result in results]
    assert shown_of_rule == [both[:1], both]
    first = NEWSML.format(
        XHTML.format(f"<!-- factcheck: disable impossible-date --><p>{APRIL}</p>")
    )
    second = NEWSML.format(XHTML.format(f"<p>{JUNE}</p>")).replace("urn:a", "urn:b")
    message = f"<newsMessage><itemSet>{first}{second}</itemSet></newsMessage>"
    read = reader_for("a.xml").read("a.xml", BytesIO(message.encode()))
    results = [check_document(one, Settings()) for one in read if isinstance(one, Document)]
    assert [shown(result) for result in results] == [[], both[1:]]


@pytest.mark.parametrize(
    ("mark", "told", "suggested"),
    [
        ("ignore wrong-totl", "règle inconnue dans une acceptation : wrong-totl", ["wrong-total"]),
        ("ignroe wrong-total", "annotation inconnue : ignroe (connues : ignore, disable, enable)", ["ignore"]),
        ("ignore -- sans raison", "annotation sans nom de règle : ignore", []),
        ("ignore", "annotation sans nom de règle : ignore", []),
        ("", "annotation inconnue : – (connues : ignore, disable, enable)", []),
        ("enable wrong-total", "enable sans disable avant lui : wrong-total", []),
        ("ignore wrong-total", "cette acceptation de wrong-total ne correspond à aucun constat", []),
        ("disable wrong-total", "cette acceptation de wrong-total ne correspond à aucun constat", []),
    ],
)  # fmt: skip
def test_a_mark_that_comes_to_nothing_is_a_finding_where_it_stands(
    mark: str, told: str, suggested: list[str]
) -> None:
    text = f"Rien de neuf.\n\n<!-- factcheck: {mark} -->\n\nRien non plus."
    result = checked("a.md", text)
    (finding,) = result.findings
    place = result.article.document.locate(finding.extent)
    assert (finding.rule, finding.message.fr, list(finding.suggestions), place.line) == (
        "unused-acceptance", told, suggested, 3,
    )  # fmt: skip
    assert text[place.start : place.end] == f"<!-- factcheck: {mark} -->"


@pytest.mark.parametrize("text", ["<!-- factcheck: ignore wrong-total -->", "<!-- factcheck: x"])
@pytest.mark.parametrize("format_name", ["full", "concise", "json", "jsonl", "csv", "github"])
def test_a_mark_without_an_article_harms_no_report(text: str, format_name: str) -> None:
    out = StringIO()
    load(format_name).render([checked("a.md", text)], out, ReportOptions(table=True))
    assert "unused-acceptance" in out.getvalue() or format_name == "csv"


def test_marks_are_no_prose() -> None:
    reason = "cette phrase assez longue du secrétariat de rédaction revient avant chaque paragraphe"
    text = f"<!-- factcheck: ignore impossible-date -- {reason} -->\n\nRien de neuf.\n\n" * 4
    assert {finding.rule for finding in checked("a.md", text).findings} == {"unused-acceptance"}


def test_a_thousand_marks_take_no_time() -> None:
    started = time.perf_counter()
    checked("a.md", "<!-- factcheck: ignore wrong-total -->\n\nRien.\n\n" * 1000)
    assert time.perf_counter() - started < 10


def test_a_mark_for_a_rule_that_did_not_judge_is_not_unused() -> None:
    (read,) = reader_for("a.md").read(
        "a.md", BytesIO(b"<!-- factcheck: ignore wrong-total -->\n\nRien.")
    )
    assert isinstance(read, Document)
    assert check_document(read, Settings(select=["unused-acceptance"])).findings == []
    assert check_document(read, Settings(ignore=["unused-acceptance"])).findings == []


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("Le marché rouvrira le 31 avril (sic).", True),
        ("Le marché rouvrira le 31 avril [sic].", True),
        ("Le marché rouvrira le « 31 avril » (Sic).", True),
        ("La promotion compte 86 élèves (sic), 49 femmes et 39 hommes.", True),
        ("La promotion compte 86 élèves inscrits [sic], 49 femmes et 39 hommes.", True),
        ("La promotion compte 86 élèves, 49 femmes (sic) et 39 hommes.", True),
        ("La promotion compte 86 élèves, 49 femmes et 39 hommes (sic).", True),
        ("Le marché (sic) rouvrira le 31 avril.", False),
        ("Le marché rouvrira le 31 avril, dit la maire (sic).", False),
        ("Le marché rouvrira le 31 avril. (sic)", False),
        ("Le marché rouvrira le 31 avril, cf. sic.", False),
    ],
)
def test_sic_accepts_what_it_follows(text: str, accepted: bool) -> None:
    assert bool(shown(check(text))) is not accepted


def test_what_sic_accepts_is_told_as_accepted() -> None:
    (finding,) = check("Le marché rouvrira le 31 avril (sic).").findings
    assert finding.accepted


def test_sic_alone_is_nothing() -> None:
    assert check("Il a dit « chevals » (sic) devant 12 personnes.").findings == []


# The file of accepted findings.


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(f"{APRIL}\n{TOTAL}\n", encoding="utf-8")
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(cli, list(args), prog_name="factcheck")


def concise(*args: str) -> list[str]:
    lines = run(*args, "--output-format", "concise").stdout.splitlines()
    return [" ".join(line.split()[1:3]) for line in lines]


def test_what_is_accepted_is_silent_but_told_in_json(folder: Path) -> None:
    assert run("accept", "a.txt", "-m", "la mairie confirme").exit_code == 0
    assert (run("a.txt").exit_code, concise("a.txt")) == (0, [])
    report = json.loads(run("a.txt", "--output-format", "json").stdout)
    assert [f["accepted"] for f in report["articles"][0]["findings"]] == [True, True]
    assert "2 constats acceptés" in run("a.txt", "--verbose").stdout
    assert "accepté" not in run("a.txt").stdout
    assert "::" not in run("a.txt", "--output-format", "github").stdout
    tables = tomllib.loads((folder / NAME).read_text(encoding="utf-8"))["accepted"]
    assert tables[1] == {
        "path": "a.txt",
        "rule": "wrong-total",
        "words": "86",
        "against": ["49", "39"],
        "before": "La promotion compte",
        "after": "élèves, 49 femmes et 39 hommes.",
        "reason": "la mairie confirme",
    }


@pytest.mark.parametrize(
    ("options", "left"),
    [
        (["--rule", "wrong-total"], ["error impossible-date"]),
        (["--rule", "wrong-total,impossible-date"], []),
        (["--line", "1"], ["error wrong-total"]),
        (["--line", "2", "--rule", "impossible-date"], ["error impossible-date", "error wrong-total"]),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("folder")
def test_some_findings_are_accepted(options: list[str], left: list[str]) -> None:
    assert run("accept", "a.txt", "-m", "vu", *options).exit_code == 0
    assert concise("a.txt") == left


@pytest.mark.parametrize(
    ("configuration", "args", "accepted"),
    [
        ("ignore = ['impossible-date']", [], ["wrong-total"]),
        ("ignore = ['impossible-date']", ["--rule", "impossible-date"], ["impossible-date"]),
        ("[per-file-ignores]\n'a.*' = ['impossible-date']", [], ["wrong-total"]),
        ("exclude = ['a.txt']", [], []),
        ("exclude = ['b.txt']", [], ["impossible-date", "wrong-total"]),
    ],
)
def test_what_the_configuration_silences_needs_no_acceptance(
    folder: Path, configuration: str, args: list[str], accepted: list[str]
) -> None:
    (folder / ".factcheck.toml").write_text(configuration, encoding="utf-8")
    run("accept", ".", "-m", "vu", *args)
    entries = read_book(NAME).entries if os.path.exists(NAME) else ()
    assert sorted(entry.rule for entry in entries) == accepted


def test_accepting_again_adds_nothing(folder: Path) -> None:
    run("accept", "a.txt", "-m", "vu")
    before = (folder / NAME).read_bytes()
    again = run("accept", "a.txt", "-m", "revu")
    assert (again.exit_code, (folder / NAME).read_bytes()) == (0, before)
    assert "aucun constat à accepter" in again.stderr


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        ("\n", "\n\nRien de neuf par ailleurs.\n\n", []),
        ("Le marché", "Hier encore, le marché", []),
        ("31 avril", "31\u00a0avril", []),
        ("La promotion compte 86", "Cette promotion compte 86", []),
        ("et 39 hommes.", "et 39 garçons.", []),
        ("39 hommes", "40 hommes", ["warning unused-acceptance", "error wrong-total"]),
        ("86 élèves", "85 élèves", ["warning unused-acceptance", "error wrong-total"]),
        ("31 avril", "30 avril", ["warning unused-acceptance"]),
    ],
)
def test_an_acceptance_lives_as_long_as_its_words(
    folder: Path, old: str, new: str, left: list[str]
) -> None:
    run("accept", "a.txt", "-m", "vu")
    text = (folder / "a.txt").read_text(encoding="utf-8")
    assert old in text
    (folder / "a.txt").write_text(text.replace(old, new), encoding="utf-8")
    assert concise("a.txt") == left


def test_moved_paragraphs_and_renamed_files(folder: Path) -> None:
    run("accept", "a.txt", "-m", "vu")
    (folder / "a.txt").write_text(f"{TOTAL}\n{APRIL}\n", encoding="utf-8")
    assert concise("a.txt") == []
    (folder / "sub").mkdir()
    (folder / "a.txt").rename(folder / "sub" / "b.txt")
    assert concise("sub/b.txt") == []
    assert run("accept", "--prune").exit_code == 0
    assert {entry.path for entry in read_book(NAME).entries} == {"sub/b.txt"}
    assert (folder / NAME).read_text(encoding="utf-8").startswith("# Constats")
    assert concise("sub/b.txt") == []


def test_a_copy_is_not_accepted_with_its_original(folder: Path) -> None:
    run("accept", "a.txt", "-m", "vu")
    (folder / "b.txt").write_text(APRIL, encoding="utf-8")
    assert concise("b.txt") == ["error impossible-date"]


def test_one_entry_accepts_one_finding(folder: Path) -> None:
    (folder / "a.txt").write_text(f"{APRIL}\nRien de neuf.\n{APRIL}\n", encoding="utf-8")
    run("accept", "a.txt", "-m", "vu", "--line", "1", "--rule", "impossible-date")
    dates = [line for line in concise("a.txt") if "impossible-date" in line]
    assert dates == ["error impossible-date"]


def test_typography_and_reflow_of_markdown(folder: Path) -> None:
    (folder / "a.md").write_text("Le « marché » de l’île rouvrira\nle 31 avril, dit-on.\n")
    run("accept", "a.md", "-m", "vu")
    (folder / "a.md").write_text(
        '# Titre\n\nLe "marché"\nde *l\'île*  rouvrira le **31\navril**, dit-on.\n'
    )
    assert concise("a.md") == []


def test_a_line_of_json_lines(folder: Path) -> None:
    lines = [json.dumps({"id": name, "text": APRIL}) for name in "ab"]
    (folder / "l.jsonl").write_text("\n".join(lines), encoding="utf-8")
    run("accept", "l.jsonl", "-m", "vu")
    assert [entry.path for entry in read_book(NAME).entries] == ["l.jsonl#a", "l.jsonl#b"]
    assert concise("l.jsonl") == []


def test_the_nearest_file_counts_and_paths_are_relative_to_it(folder: Path) -> None:
    for name in ("x", "x/y"):
        (folder / name).mkdir()
    (folder / "x/y/a.txt").write_text(APRIL, encoding="utf-8")
    (folder / "x" / NAME).write_text("# vide\n", encoding="utf-8")
    run("accept", "x/y/a.txt", "-m", "vu")
    assert [entry.path for entry in read_book(str(folder / "x" / NAME)).entries] == ["y/a.txt"]
    assert not (folder / NAME).exists()
    assert concise(".") == ["error impossible-date", "error wrong-total"]


@pytest.mark.usefixtures("folder")
def test_unused_entries_are_told_for_checked_files_and_rules_only() -> None:
    Path("b.txt").write_text(JUNE, encoding="utf-8")
    run("accept", "a.txt", "b.txt", "-m", "vu")
    Path("a.txt").write_text("Rien de neuf.", encoding="utf-8")
    assert concise("a.txt") == ["warning unused-acceptance"] * 2
    assert concise("b.txt") == []
    assert concise("a.txt", "--ignore", "wrong-total") == ["warning unused-acceptance"]
    assert concise("a.txt", "--ignore", "unused-acceptance") == []
    assert "factcheck accept --prune" in run("a.txt").stdout


def test_pruning_keeps_comments_order_and_the_rest(folder: Path) -> None:
    (folder / "b.txt").write_text(JUNE, encoding="utf-8")
    run("accept", "a.txt", "b.txt", "-m", "vu")
    text = (folder / NAME).read_text(encoding="utf-8")
    marked = text.replace(
        '\n[[accepted]]\npath = "b.txt"', '\n# juin\n[[accepted]]\npath = "b.txt"'
    )
    (folder / NAME).write_text(marked, encoding="utf-8")
    (folder / "a.txt").write_text("Rien de neuf.", encoding="utf-8")
    run("accept", "--prune", "b.txt")
    assert (folder / NAME).read_text(encoding="utf-8") == marked
    done = run("accept", "--prune", "a.txt")
    assert "2 entrées enlevées" in done.stdout
    left = (folder / NAME).read_text(encoding="utf-8")
    assert left.startswith("# Constats de factcheck") and "\n# juin\n[[accepted]]" in left
    assert [entry.path for entry in read_book(NAME).entries] == ["b.txt"]


def test_entries_of_files_that_are_gone_are_pruned_by_a_whole_run(folder: Path) -> None:
    run("accept", "a.txt", "-m", "vu")
    (folder / "a.txt").unlink()
    (folder / "b.txt").write_text("Rien de neuf.", encoding="utf-8")
    run("accept", "--prune", "b.txt")
    assert len(read_book(NAME).entries) == 2
    run("accept", "--prune")
    assert read_book(NAME).entries == []


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["a.txt"], "il manque la raison"),
        (["a.txt", "-m", "  "], "il manque la raison"),
        (["-m", "vu"], "il manque PATH"),
        (["a.txt", "-m", "vu", "--rule", "wrong-rule"], "règle inconnue : wrong-rule"),
        (["-", "-m", "vu"], "l’entrée standard"),
        (["none.txt", "-m", "vu"], "none.txt: fichier introuvable"),
        (["--prune", "-m", "vu"], "--prune ne prend que des PATH"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_is_asked_wrongly(args: list[str], said: str) -> None:
    done = run("accept", *args)
    assert (done.exit_code, Path(NAME).exists()) == (2, False)
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


ENTRY = '[[accepted]]\npath = "a.txt"\nrule = "wrong-total"\nwords = "86"\nreason = "vu"\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[accepted", "TOML invalide"),
        ("\udcff", "TOML invalide"),
        ("accept = []", "clé inconnue : accept ; vouliez-vous dire accepted ?"),
        ("accepted = 3", "accepted doit être une suite de [[accepted]]"),
        (f'{ENTRY}raison = "x"', "[[accepted]] 1: clé inconnue : raison ; vouliez-vous dire reason ?"),
        (ENTRY.replace("reason", "before"), "[[accepted]] 1 : il manque reason"),
        (ENTRY.replace('"vu"', '""'), "[[accepted]] 1 : il manque reason"),
        (ENTRY.replace('"86"', "86"), "[[accepted]] 1 : words n’est pas du bon type"),
        (f'{ENTRY}against = "49"', "[[accepted]] 1 : against n’est pas du bon type"),
    ],
)  # fmt: skip
def test_a_file_that_does_not_hold_is_one_clear_line(folder: Path, text: str, said: str) -> None:
    (folder / NAME).write_text(text, encoding="utf-8", errors="surrogateescape")
    for done in (run("a.txt"), run("accept", "a.txt", "-m", "vu")):
        assert done.exit_code == 2
        assert NAME in done.stderr and said in done.stderr
        assert len(done.stderr.splitlines()) == 1


def test_an_entry_by_hand_needs_no_context(folder: Path) -> None:
    (folder / NAME).write_text(ENTRY, encoding="utf-8")
    assert concise("a.txt") == ["error impossible-date"]


def test_an_entry_with_an_unknown_rule_is_told(folder: Path) -> None:
    (folder / NAME).write_text(ENTRY.replace("wrong-total", "wrong-totl"), encoding="utf-8")
    assert "wrong-total" in run("a.txt", "--select", "unused-acceptance").stdout


@pytest.mark.parametrize("start", ["", "# en-tête", "\ufeff# en-tête\r\n", f"{ENTRY}# fin"])
def test_what_is_there_stays_when_entries_are_added(tmp_path: Path, start: str) -> None:
    path = tmp_path / NAME
    path.write_bytes(start.encode())
    entry = Entry("b.txt", "wrong-ratio", 'trois "fois"\\', "vu\u007f")
    assert add_entries(str(path), lambda _: [entry]) == 1
    data = path.read_bytes().decode()
    assert (
        data.replace("\r\n", "\n")
        .lstrip("\ufeff")
        .startswith(start.replace("\r\n", "\n").lstrip("\ufeff"))
    )
    assert ("\r\n" in data) is ("\r\n" in start)
    assert read_book(str(path)).entries[-1] == entry


def test_entries_in_a_line_are_not_damaged(tmp_path: Path) -> None:
    path = tmp_path / NAME
    text = 'accepted = [{path = "a", rule = "b", words = "c", reason = "d"}]\n'
    path.write_text(text, encoding="utf-8")
    entry = Entry("b.txt", "wrong-ratio", "x", "vu")
    with pytest.raises(AcceptedFileError):
        add_entries(str(path), lambda _: [entry])
    assert path.read_text(encoding="utf-8") == text
    assert prune_entries(str(path), read_book(str(path)).entries, []) == 1
    assert read_book(str(path)).entries == []


words = st.text(max_size=30).filter(lambda text: not any(0xD800 <= ord(c) < 0xE000 for c in text))


@settings(max_examples=50)
@given(words, words, st.none() | st.tuples(words, words), st.none() | words)
def test_any_entry_is_read_as_it_was_written(
    path: str, said: str, against: tuple[str, str] | None, before: str | None
) -> None:
    entry = Entry(f"p{path}", "wrong-ratio", f"w{said}", "r", against, before)
    (read,) = tomllib.loads(written(entry))["accepted"]
    read["against"] = None if against is None else tuple(read["against"])
    assert Entry(**{"against": None, **read}) == entry


@settings(max_examples=25)
@given(
    st.lists(st.sampled_from([TOTAL, APRIL, JUNE, "Rien de neuf.", "Il pleut à Brest."]), max_size=5),
    st.sampled_from([" ", "\u00a0", "\u202f"]),
)  # fmt: skip
def test_each_finding_has_an_entry_of_its_own_that_survives_typography(
    lines: list[str], space: str
) -> None:
    result = check("\n".join(lines))
    document = result.article.document
    entries = dict(enumerate(entry_of(document, f, "a.txt", "vu") for f in result.findings))
    again = check("\n\n".join(line.replace(" ", space) for line in reversed(lines)))
    own = matches(document, result.findings, entries)
    assert sorted(own) == list(range(len(result.findings)))
    same = [f for f in again.findings if f.rule == "impossible-date"]
    found = matches(again.article.document, same, entries)
    assert len(found) == len(same)


# Several runs at once, and runs that are killed.

WRITER = f"""
import sys
from fact_cli.accept.entries import Entry
from fact_cli.accept.writing import add_entries
writer, count = sys.argv[1], int(sys.argv[2])
for number in range(count):
    entry = Entry(writer + ".txt", "wrong-total", str(number), "vu")
    add_entries({NAME!r}, lambda there: [] if entry in there else [entry])
    print(number, flush=True)
"""


def writer(folder: Path, name: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, name, str(count)],
        cwd=folder, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def test_runs_at_once_lose_nothing(tmp_path: Path) -> None:
    writers = [writer(tmp_path, name, 15) for name in "abcd"]
    assert all(one.communicate(timeout=60) for one in writers)
    assert [one.returncode for one in writers] == [0] * 4
    entries = read_book(str(tmp_path / NAME)).entries
    assert sorted((e.path, int(e.words)) for e in entries) == [
        (f"{name}.txt", number) for name in "abcd" for number in range(15)
    ]
    assert os.listdir(tmp_path) == [NAME]


def test_killed_runs_damage_nothing(tmp_path: Path) -> None:
    acknowledged: set[tuple[str, str]] = set()
    for round_number in range(4):
        pair = [writer(tmp_path, f"{round_number}{name}", 100_000) for name in "ab"]
        for one in pair:
            assert one.stdout is not None
            one.stdout.readline()
        time.sleep(0.01 * round_number)
        for number, one in enumerate(pair):
            one.send_signal(signal.SIGKILL)
            told = one.communicate()[0].split()
            acknowledged |= {(f"{round_number}{'ab'[number]}.txt", n) for n in ["0", *told]}
    found = {(e.path, e.words) for e in read_book(str(tmp_path / NAME)).entries}
    assert acknowledged <= found
    assert add_entries(str(tmp_path / NAME), lambda _: [Entry("z", "z", "z", "z")]) == 1
    assert os.listdir(tmp_path) == [NAME]


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    path = tmp_path / "none" / NAME
    with pytest.raises(AcceptedFileError, match="cannot be written"):
        add_entries(str(path), lambda _: [Entry("z", "z", "z", "z")])


def forked(*args: str) -> int:
    """Runs the command in a process of its own, in which the model is loaded already."""
    check(APRIL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        os._exit(run(*args).exit_code)
    return child


def test_two_commands_at_once(folder: Path) -> None:
    (folder / "b.txt").write_text(JUNE, encoding="utf-8")
    children = [forked("accept", name, "-m", "vu") for name in ("a.txt", ".", "b.txt")]
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0, 0]
    assert sorted(e.path for e in read_book(NAME).entries) == ["a.txt", "a.txt", "b.txt"]


def test_a_full_disk_leaves_the_file_as_it_was_and_nothing_beside_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("accept", "a.txt", "-m", "vu").exit_code == 0
    before = Path(NAME).read_bytes()
    (folder / "b.txt").write_text(JUNE, encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    result = run("accept", "b.txt", "-m", "vu")
    assert (result.exit_code, result.stdout) == (2, "")
    assert os.strerror(errno.ENOSPC) in result.stderr and result.stderr.count("\n") == 1
    assert Path(NAME).read_bytes() == before
    assert [one.name for one in folder.glob(f"{NAME}*")] == [NAME]
