"""The configuration: which file, what may stand in it, what goes before what, what it does."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

import fact_cli
from fact_cli.cli import check as check_command
from fact_cli.cli import cli
from fact_cli.config import choices
from fact_cli.config.config import Config
from fact_cli.config.effective import KEYS, Said, configured, effective
from fact_cli.config.schema import Factcheck, json_schema
from fact_cli.config.show import shown
from fact_cli.config.toml import ConfigFile, opened
from fact_cli.errors import ConfigError
from fact_cli.lang.additions import added_for, additions
from fact_cli.lang.lexicon import lexicon, read
from fact_cli.options import OF_CONFIG
from fact_cli.read.by_path import ByPath
from fact_cli.read.path_dates import path_date
from fact_cli.rule_names import rule_names
from tests.helpers import quantities
from tests.test_startup import modules_after

WRONG = "Le marché rouvrira le 31 avril."
PACKAGE = Path(fact_cli.__file__).parent
DOCS = (PACKAGE.parent / "docs" / "configuration.md").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "wrong.txt").write_text(WRONG, encoding="utf-8")
    return tmp_path


def run(*args: str, **environment: str) -> Result:
    return CliRunner().invoke(cli, list(args), prog_name="factcheck", env=environment)


def findings(*args: str, **environment: str) -> list[dict[str, Any]]:
    result = run(*args, "--output-format", "json", **environment)
    articles = json.loads(result.stdout)["articles"]
    return [finding for article in articles for finding in article["findings"]]


def refused(folder: Path, text: str) -> str:
    """The message for a file of ``text``, in English, without its path."""
    path = folder / "c.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        configured(opened(str(path)) or pytest.fail("no file"))
    return error.value.en.removeprefix("c.toml:")


@pytest.mark.parametrize(
    ("files", "paths", "expected"),
    [
        ({".factcheck.toml": ""}, ["a/b/wrong.txt"], ".factcheck.toml"),
        ({".factcheck.toml": "", "a/.factcheck.toml": ""}, ["a/b/wrong.txt"], "a/.factcheck.toml"),
        ({".factcheck.toml": "", "a/.factcheck.toml": ""}, ["a/b"], "a/.factcheck.toml"),
        (
            {".factcheck.toml": "", "a/.factcheck.toml": ""},
            ["a/b/wrong.txt", "x.txt"],
            ".factcheck.toml",
        ),
        (
            {".factcheck.toml": "", "a/.factcheck.toml": ""},
            ["x.txt", "a/b/wrong.txt"],
            ".factcheck.toml",
        ),
        ({".factcheck.toml": "", "a/.factcheck.toml": ""}, ["-"], ".factcheck.toml"),
        ({"pyproject.toml": "[tool.factcheck]", ".factcheck.toml": ""}, ["a"], ".factcheck.toml"),
        ({"pyproject.toml": "[tool.factcheck]"}, ["a"], "pyproject.toml"),
        ({".factcheck.toml": "", "a/pyproject.toml": "[tool.ruff]"}, ["a"], ".factcheck.toml"),
        ({".factcheck.toml": "", "a/pyproject.toml": "# no factcheck"}, ["a"], ".factcheck.toml"),
        ({".factcheck.toml": "", "a/pyproject.toml": "broken = "}, ["a"], ".factcheck.toml"),
    ],
)
def test_the_nearest_file_above_all_paths(
    folder: Path, files: Mapping[str, str], paths: list[str], expected: str
) -> None:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    file = effective(paths, {}).file
    assert file is not None and file.name == expected


def test_standard_input_lies_where_its_name_says(folder: Path) -> None:
    (folder / "a" / ".factcheck.toml").write_text("", encoding="utf-8")
    file = effective(["-"], {}, stdin_name="a/b/draft.md").file
    assert file is not None and file.name == "a/.factcheck.toml"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# a comment\nselct = []", "2: unknown key: selct (did you mean “select”?)"),
        ("fail_on = 'error'", "1: unknown key: fail_on (did you mean “fail-on”?)"),
        ("select = ['wrong-agee']", "1: unknown rule: wrong-agee (did you mean “wrong-age”?)"),
        ('ignore = [\n "wrong-age",\n "wrong-ratios",\n]', "3: unknown rule: wrong-ratios (did you mean “wrong-ratio”?)"),
        ("[severity]\nwrong-agee = 'info'", "2: unknown rule: wrong-agee (did you mean “wrong-age”?)"),
        ("[severity]\nwrong-age = 'fatal'", "2: unknown severity: fatal (known: info, warning, error)"),
        ("severity.wrong-age = 3", "1: severity.wrong-age must be a string"),
        ("select = 'wrong-age'", "1: select must be a list"),
        ("lexicon = 3", "1: lexicon must be a table"),
        ("output-format = 'jsn'", "1: unknown value: jsn (did you mean “json”?)"),
        ("fail-on = 'none'", "1: unknown value: none (known: info, warning, error, never)"),
        ("lang = 'de'", "1: unknown value: de (known: fr, en)"),
        ("exclude = ['#']", "1: unreadable pattern: #"),
        ("[per-file-ignores]\n'a/*' = ['wrong-agee']", "2: unknown rule: wrong-agee (did you mean “wrong-age”?)"),
        ("published = ['{yaer}/*']", "1: unreadable template of paths: {yaer}/* ({yaer}; expected {year}, {month}, {day})"),
        ("published = ['{year}-{day}']", "1: unreadable template of paths: {year}-{day} ({month} ?; expected {year}, {month}, {day})"),
        ("lexicon.alias = {}", "1: unknown key: lexicon.alias (known: units, currencies, verbs, boilerplate)"),
        ("[lexicon.currencies]\nBTC = { wrods = [] }", "2: unknown key: lexicon.currencies.BTC.wrods (did you mean “words”?)"),
        ("[lexicon.currencies]\nbtc = {}", "2: lexicon.currencies.btc: value refused: 'btc'"),
        ("[lexicon.currencies]\nBTC = { words = [''] }", "2: lexicon.currencies.BTC.words: value refused: ''"),
        ('[lexicon.currencies]\nBTC = { words = ["livre"] }', "2: lexicon: 'livre' stands for GBP and for BTC"),
        ("[lexicon.units]\ntee = { signs = ['tee'] }", "2: lexicon.units.tee: measures is missing"),
        ("[lexicon.units]\ntee = { measures = 'length' }", "2: lexicon.units.tee: signs is missing"),
        ("[lexicon.units]\ntee = { measures = 'lenght', signs = ['tee'] }", "2: unknown dimension: lenght (did you mean “length”?)"),
        ("[lexicon.units]\ntee = { measures = 'length', factor = -1, signs = ['tee'] }", "2: lexicon.units.tee.factor must be a positive number"),
        ("[lexicon.units]\ntee = { measures = 'length', factor = inf, signs = ['tee'] }", "2: lexicon.units.tee.factor must be a finite number"),
        ("[lexicon.units]\ntee = { measures = 'length', signs = ['m'] }", "2: lexicon.units.tee: m is a unit already"),
        ("[lexicon.units]\na = { measures = 'mass', signs = ['zz'] }\nb = { measures = 'length', signs = ['zz'] }", "3: lexicon.units.b: zz is a unit already"),
        ("select = [3]", "1: an item of select must be a string"),
        ("[lexicon.units]\nmetre = { factor = 2 }", "2: lexicon.units.metre: a known unit, factor cannot change (words, signs only)"),
        ('[lexicon.verbs.classes]\nsay = ["résoudre"]', "2: lexicon: verbs.toml: 'résoudre' is of the third group: list its forms under [irregular]"),
        ("a = 1\na = 2", "2: no TOML (Cannot overwrite a value)"),
        ("selct = 1\nignor = 2", "1: unknown key: selct (did you mean “select”?); other errors: 1"),
        ("a = " + "[" * 50_000, " no TOML that can be read"),
    ],
)  # fmt: skip
def test_what_does_not_hold_is_told_with_its_line(folder: Path, text: str, message: str) -> None:
    assert refused(folder, text) == message


def test_bytes_that_are_no_text_are_told_with_their_line(folder: Path) -> None:
    (folder / "c.toml").write_bytes(b'lang = "fr"\n# \xe9t\xe9\n')
    with pytest.raises(ConfigError, match=r"c\.toml:2: not UTF-8"):
        opened("c.toml")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--config", "none.toml"], "none.toml: lecture impossible"),
        (["--config", "a"], "a: lecture impossible"),
        (["--config", "pyproject.toml"], "pyproject.toml: aucune table [tool.factcheck]"),
        (["--config", "c.toml"], "c.toml:1: clé inconnue : selct (vouliez-vous dire « select » ?)"),
    ],
)
def test_a_bad_configuration_is_one_line_and_status_2(
    folder: Path, args: list[str], said: str
) -> None:
    (folder / "pyproject.toml").write_text("[project]", encoding="utf-8")
    (folder / "c.toml").write_text("selct = []", encoding="utf-8")
    for command in (["a"], ["config", "a"]):
        result = run(*command, *args)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith(f"factcheck: {said}") and result.stderr.count("\n") == 1


def test_options_go_before_variables_before_the_file_before_defaults(folder: Path) -> None:
    (folder / ".factcheck.toml").write_text(
        '\nfail-on = "never"\nlang = "en"\nignore = ["wrong-age"]', encoding="utf-8"
    )
    environment = {"FACTCHECK_LANG": "fr", "FACTCHECK_IGNORE": "wrong-ratio"}
    result = run("config", "a", "--ignore", "wrong-total,wrong-age", **environment)
    lines = [re.split(r" +# ", line) for line in result.stdout.splitlines()]
    assert dict(lines) == {
        "select = []": "par défaut",
        'ignore = ["wrong-total", "wrong-age"]': "--ignore",
        "severity = {}": "par défaut",
        "per-file-ignores = {}": "par défaut",
        "exclude = []": "par défaut",
        'fail-on = "never"': ".factcheck.toml:2",
        'lang = "fr"': "FACTCHECK_LANG",
        "published = []": "par défaut",
        'output-format = "full"': "par défaut",
        "lexicon = {}": "par défaut",
    }


@pytest.mark.parametrize(
    ("options", "status"),
    [([], 0), (["--fail-on", "error"], 1), (["--select", "impossible-date", "--fail-on", "error"], 1)],
)  # fmt: skip
@pytest.mark.usefixtures("folder")
def test_the_exit_status_follows(folder: Path, options: list[str], status: int) -> None:
    (folder / ".factcheck.toml").write_text('fail-on = "never"', encoding="utf-8")
    assert run("a", *options).exit_code == status


def test_what_is_selected_for_a_run_runs_though_the_file_ignores_it(folder: Path) -> None:
    (folder / ".factcheck.toml").write_text('ignore = ["impossible-date"]', encoding="utf-8")
    assert findings("a") == []
    assert len(findings("a", "--select", "impossible-date")) == 1
    assert findings("a", "--select", "impossible-date", "--ignore", "impossible-date") == []
    assert len(findings("a", FACTCHECK_SELECT="impossible-date")) == 1


@pytest.mark.parametrize(("severity", "status"), [("error", 1), ("warning", 0), ("info", 0)])
def test_the_severity_of_a_rule_reaches_findings_and_status(
    folder: Path, severity: str, status: int
) -> None:
    text = f'severity.impossible-date = "{severity}"'
    (folder / ".factcheck.toml").write_text(text, encoding="utf-8")
    assert [finding["severity"] for finding in findings("a")] == [severity]
    assert run("a").exit_code == status


@pytest.mark.parametrize(
    ("glob", "flagged"),
    [("a/**", 0), ("a/b/*.txt", 0), ("wrong.txt", 0), ("b/", 0), ("c/**", 1), ("!c/**", 0), ("!a/", 1)],
)  # fmt: skip
def test_rules_are_silent_by_path_from_the_folder_of_the_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch, glob: str, flagged: int
) -> None:
    text = f'[per-file-ignores]\n"{glob}" = ["impossible-date"]'
    (folder / ".factcheck.toml").write_text(text, encoding="utf-8")
    assert len(findings("a")) == flagged
    monkeypatch.chdir(folder / "a")
    assert len(findings("b/wrong.txt")) == flagged
    assert len(findings(str(folder / "a" / "b" / "wrong.txt"))) == flagged


def test_exclude_counts_from_the_folder_of_the_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / ".factcheck.toml").write_text('exclude = ["a/b/"]', encoding="utf-8")
    (folder / "a" / "right.txt").write_text("Rien.", encoding="utf-8")
    assert findings("a") == []
    monkeypatch.chdir(folder / "a")
    assert findings(".") == []
    assert len(findings("b/wrong.txt")) == 1
    assert len(findings(".", "--exclude", "right.txt")) == 1


@pytest.mark.parametrize(
    ("template", "path", "date"),
    [
        ("content/{year}/{month}/{day}-*.md", "content/2024/05/03-halle.md", "2024-05-03"),
        ("{year}-{month}-{day}-*", "content/posts/2024-05-03-halle.md", "2024-05-03"),
        ("**/{year}{month}{day}/*", "x/y/20240503/a.txt", "2024-05-03"),
        ("**/{year}{month}{day}/*", "20240503/a.txt", "2024-05-03"),
        ("{year}/{month}/**", "2024/05/x/y.txt", "2024-05"),
        ("{year}/**", "2024/a.txt", "2024"),
        ("{year}/*", "2024/05/a.txt", None),
        ("{year}/*", "x/2024/a.txt", None),
        ("{year}-{month}-{day}.md", "2024-13-03.md", None),
        ("{year}-{month}-{day}.md", "2024-02-30.md", None),
        ("a.b/{year}.md", "axb/2024.md", None),
        ("{year}.md", "٢٠٢٤.md", None),
    ],
)
def test_a_path_tells_the_date(template: str, path: str, date: str | None) -> None:
    told = path_date(template, path)
    parts = (
        [] if told is None else [f"{part:02}" for part in (told.year, told.month, told.day) if part]
    )
    assert ("-".join(parts) or None) == date


@pytest.mark.parametrize(
    ("name", "text", "date", "origin"),
    [
        ("2024/05/03-a.md", "Le marché ferme.", "2024-05-03", "filename"),
        ("2024/05/03-a.md", "---\ndate: 2020-01-02\n---\nLe marché ferme.", "2020-01-02", "metadata"),
        ("2024/05/03-a.md", "Le marché\n\nPublié le 4 juin 2025\n\nLe marché ferme.", "2024-05-03", "filename"),
        ("2024/05/03-a.jsonl", '{"id": "x#1", "text": "Le marché ferme."}', "2024-05-03", "filename"),
        ("other/03-a.md", "Le marché ferme.", None, "none"),
    ],
)  # fmt: skip
def test_the_date_of_the_path_goes_before_a_byline_and_behind_metadata(
    folder: Path, name: str, text: str, date: str | None, origin: str
) -> None:
    (folder / ".factcheck.toml").write_text('published = ["{year}/{month}/{day}-*"]', "utf-8")
    (folder / name).parent.mkdir(parents=True)
    (folder / name).write_text(text, encoding="utf-8")
    (article,) = json.loads(run(name, "--output-format", "json").stdout)["articles"]
    assert article["published"] == {"date": date, "from": origin}
    (article,) = json.loads(
        run(name, "--published", "2019-01-01", "--output-format", "json").stdout
    )["articles"]
    assert article["published"] == {"date": "2019-01-01", "from": "option"}


def test_what_lies_outside_the_folder_is_not_meant(tmp_path: Path) -> None:
    by_path = ByPath(str(tmp_path / "in"), [("*.txt", ["wrong-age"])], ["{year}.txt"])
    for place, rules in (("in", {"wrong-age"}), ("out", set()), ("innermost", set())):
        path = str(tmp_path / place / "2024.txt")
        assert by_path.ignored(path) == rules
        assert (by_path.date(path) is not None) == bool(rules)


LEXICON = """
[lexicon.units]
tee = { measures = "length", factor = 2.5, words = ["longueur de tee"], signs = ["tee"] }
[lexicon.currencies]
EUS = { words = ["eusko"], signs = ["Ꝫ"] }
EUR = { words = ["eurodevise"] }
[lexicon.verbs.classes]
say = ["gazouiller"]
[lexicon.boilerplate]
leads = ["le brief du matin"]
"""


def _lexicon() -> str:
    return additions(tomllib.loads(LEXICON, parse_float=Decimal)["lexicon"])


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Le cours atteint 12 euskos.", "EUS"),
        ("Le cours atteint 12 Ꝫ.", "EUS"),
        ("La dette atteint 12 eurodevises.", "EUR"),
        ("Le mur atteint 12 longueurs de tee.", "tee"),
        ("La dette atteint 12 euros.", "EUR"),
    ],
)
def test_words_of_a_newsroom_are_read_and_leave_no_trace(text: str, unit: str) -> None:
    plain = [quantity.unit for quantity in quantities(text)]
    with added_for(_lexicon()):
        assert [quantity.unit for quantity in quantities(text)] == [unit]
    assert [quantity.unit for quantity in quantities(text)] == plain
    assert (plain == [unit]) == ("euros" in text)


def test_verbs_and_headings_are_added() -> None:
    with added_for(_lexicon()):
        assert "gazouillait" in lexicon().verbs["say"]
        assert "le brief du matin" in read("blocks")["boilerplate"]["leads"]
    assert "gazouillait" not in lexicon().verbs["say"]
    assert "le brief du matin" not in read("blocks")["boilerplate"]["leads"]


def test_a_run_uses_the_lexicon_of_its_file_only(folder: Path) -> None:
    text = (
        "Titre\n\nLe cours passe de 80 à 100 euskos, soit une hausse de 20 %.\n\n"
        "Le brief du matin : la halle compte 52 étals"
    )
    (folder / "a" / "b" / "wrong.txt").write_text(text, encoding="utf-8")

    def told() -> tuple[str, str]:
        (article,) = json.loads(run("a", "--output-format", "json").stdout)["articles"]
        mentions = {mention["text"]: mention for mention in article["mentions"]}
        return mentions["80"]["unit"], mentions["52"]["block"]

    before = told()
    (folder / ".factcheck.toml").write_text(LEXICON, encoding="utf-8")
    assert told() == ("EUS", "boilerplate")
    (folder / ".factcheck.toml").unlink()
    assert told() == before and before[0] is None and before[1] != "boilerplate"


def _cached(path: Path) -> Iterator[tuple[str, set[str]]]:
    """The functions of a module that keep their result for the process, and what they call."""
    code = path.read_text(encoding="utf-8")
    if "lexicon()" not in code and "scanner()" not in code:
        return
    tree = ast.parse(code)
    calls = {
        node.name: {
            one.func.id
            for one in ast.walk(node)
            if isinstance(one, ast.Call) and isinstance(one.func, ast.Name)
        }
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            names = {ast.unparse(one).split("(")[0] for one in node.decorator_list}
            if names & {"cache", "lru_cache"}:
                reached, pending = set(), {node.name}
                while pending:
                    reached |= pending
                    pending = {c for name in pending for c in calls.get(name, ())} - reached
                yield node.name, reached


def test_nothing_made_of_the_lexicon_is_kept_for_all_lexicons() -> None:
    found = {
        f"{path.name}: {name}"
        for path in PACKAGE.rglob("*.py")
        for name, calls in _cached(path)
        if calls & {"lexicon", "scanner"}
    }
    assert found == set()


def _keys(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Every key that the schema knows, dotted, with its description."""
    schema = json_schema()
    for name, one in table["properties"].items():
        yield f"{prefix}{name}", one["description"]
        entries = list(one.get("patternProperties", {}).values())
        reference = one.get("$ref") or next((e["$ref"] for e in entries if "$ref" in e), None)
        if reference is not None:
            inside = f"{prefix}{name}.{'NAME.' if entries else ''}"
            yield from _keys(schema["$defs"][reference.rpartition("/")[2]], inside)


def test_the_documentation_names_every_key_and_no_other() -> None:
    rows = re.findall(r"^\| `([^`]+)` \| (.*) \|$", DOCS, re.MULTILINE)
    assert rows == list(_keys(json_schema()))


def test_the_example_of_the_documentation_holds(folder: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", DOCS, re.DOTALL)
    (folder / ".factcheck.toml").write_text(example, encoding="utf-8")
    config = effective([], {})
    assert config.ignore == ("certainty-drift",)
    jsonschema.validate(tomllib.loads(example), json_schema())


def test_model_defaults_options_and_config_agree() -> None:
    fields = {name.replace("-", "_") for name in json_schema()["properties"]}
    assert fields == set(KEYS) == set(Factcheck.model_fields)
    config, model = Config(), Factcheck()
    for name in ("fail_on", "lang", "output_format"):
        option = next(one for one in check_command.params if one.name == name)
        assert getattr(config, name) == getattr(model, name) == option.default
        known = json_schema()["properties"][name.replace("_", "-")]["enum"]
        assert set(getattr(option.type, "choices", ())) == set(known)
    assert {*OF_CONFIG} - {"config_file"} <= set(KEYS)
    assert set(choices.FAIL_ON) > {"error"}


def test_the_schema_is_printed_and_refuses_what_the_program_refuses() -> None:
    schema = json.loads(run("config", "--schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate({"select": ["wrong-age"]}, schema)
    for wrong in ({"selct": []}, {"select": ["x"]}, {"lang": "de"}, {"severity": {"x": "info"}}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, schema)


NAMES = st.sampled_from(rule_names())
GLOBS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=8)


@settings(max_examples=40)
@given(
    ignore=st.lists(NAMES, max_size=3),
    severity=st.dictionaries(NAMES, st.sampled_from(["info", "warning", "error"]), max_size=3),
    globs=st.dictionaries(GLOBS, st.lists(NAMES, max_size=2), max_size=3),
)
def test_what_is_printed_is_a_file_that_gives_the_same(
    ignore: list[str], severity: dict[str, Any], globs: dict[str, list[str]]
) -> None:
    config = Config(
        ignore=tuple(ignore),
        severity=severity,
        per_file_ignores={glob: tuple(rules) for glob, rules in globs.items()},
        lexicon=tomllib.loads(LEXICON, parse_float=Decimal)["lexicon"],
    )
    table = tomllib.loads(shown(config, "fr"))
    assert set(table) == {name.replace("_", "-") for name in KEYS}
    for name in KEYS:
        value = getattr(config, name)
        printed = table[name.replace("_", "-")]
        assert printed == (list(value) if isinstance(value, tuple) else _plain(value))


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items()}
    return list(value) if isinstance(value, tuple) else value


def test_lines_are_those_of_statements_not_of_what_looks_like_one() -> None:
    text = 'a = """\nignore = 3\n"""\n[tool.other]\nignore = 1\n[tool.factcheck]\nselect = [\n "x", # [y]\n]\nignore = []\n'
    file = ConfigFile("pyproject.toml", text, ("tool", "factcheck"), {})
    assert [file.line_of([key]) for key in ("select", "ignore", "lang")] == [7, 10, None]
    assert file.line_of(["select"], "x") == 8


def test_pydantic_is_loaded_only_for_a_file(folder: Path) -> None:
    code = "from fact_cli.config.effective import effective\neffective(['a'], {})"
    assert modules_after(code).isdisjoint({"pydantic", "spacy", "pathspec"})
    (folder / ".factcheck.toml").write_text('lang = "en"', encoding="utf-8")
    assert "pydantic" in modules_after(code)


def test_said_values_are_kept_with_their_source() -> None:
    config = effective([], {"select": Said(("wrong-age",), "--select"), "bom": Said(True, "--bom")})
    assert config.select == ("wrong-age",)
    assert config.said == {"select": "--select"}
