"""The result cache: what is known is not checked again, and no failure of it is a run's."""

from __future__ import annotations

import dataclasses
import enum
import io
import json
import os
import sqlite3
import stat
import subprocess
import sys
import typing
import zlib
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import fact_cli.run
from fact_cli.cache import place, stamp
from fact_cli.cache.codec import Undecodable, decoded, encoded
from fact_cli.cache.kinds import KINDS
from fact_cli.cache.late_kinds import LATE_KINDS
from fact_cli.cache.results import ResultCache
from fact_cli.cache.store import FILE, KEPT, Store
from fact_cli.cli import cli
from fact_cli.model.finding import ArticleResult, InputFailure, Message
from fact_cli.report import FORMATS, ReportOptions, load
from fact_cli.run import Settings, check_document, check_documents, check_paths
from tests.docx_files import docx
from tests.helpers import read
from tests.office_files import tokens

FIXTURES = Path(__file__).parent.parent / "fixtures"
WRONG = "Le marché rouvrira le 31 avril. Le loyer passe de 320 à 400 euros, soit 20 % de plus."
SMALL = "Le marché rouvre à 8 h."
LONG_AGO = (
    "Rien de neuf. " * 20 + "Elle a 34 ans, née le 2 mai 1990. L’e\u0301te\u0301 dure 93 jours."
)
LINES = [
    {"id": "a", "text": WRONG, "title": "Le 31 avril, le marché rouvre"},
    {"text": "Rien de neuf."},
    {"text": "Le 6 mars 2024, 12 élèves sur 30, soit 50 %.", "published": "2024-03-07"},
]
WORDS = f"""title: Le marché rouvre
standfirst: Dès le 31 avril, 12 étals sur 24 rouvrent, soit 40 %.
paragraph: {WRONG}
paragraph: Le 6 mars 2024, la ville comptait 4 500 habitants."""


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FACTCHECK_NO_CACHE")
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(WRONG, encoding="utf-8")


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the documents that were checked."""
    paths: list[str] = []

    def counted(documents: Any, *rest: Any) -> list[ArticleResult]:
        paths.extend(document.path for document in documents)
        return check_documents(documents, *rest)

    monkeypatch.setattr(fact_cli.run, "check_documents", counted)
    return paths


def run(*args: str, stdin: bytes | None = None) -> Result:
    result = CliRunner().invoke(cli, list(args), input=stdin, prog_name="factcheck")
    assert ("Traceback" not in result.output and result.exception is None) or result.exit_code
    return result


def silent(_: Message) -> None:
    raise AssertionError("nothing goes wrong here")


def file() -> Path:
    return Path(os.environ["FACTCHECK_CACHE_DIR"], FILE)


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an article of each kind."""
    folder = tmp_path_factory.mktemp("newsroom")
    for kind in ("html", "markdown", "newsml", "ninjs", "nitf", "txt"):
        files = [file for file in sorted((FIXTURES / kind).iterdir()) if file.suffix != ".toml"]
        one = next(file for file in files if file.stem not in {"annulee", "configuration"})
        (folder / one.name).write_bytes(one.read_bytes())
    (folder / "annulee.xml").write_bytes((FIXTURES / "nitf" / "annulee.xml").read_bytes())
    (folder / "2024-03-07-long.txt").write_text(LONG_AGO, encoding="utf-8")
    (folder / "wrong.txt").write_text(WRONG, encoding="utf-8")
    (folder / "mac.txt").write_bytes(f"\ufeffUn\r\n\r\n{WRONG}\r{SMALL}".encode())
    (folder / "empty.txt").write_bytes(b"")
    (folder / "lines.jsonl").write_text("\n".join(map(json.dumps, LINES)), encoding="utf-8")
    (folder / "words.docx").write_bytes(docx(list(tokens(WORDS))))
    (folder / "binary.txt").write_bytes(b"a\0b")
    (folder / "package.json").write_text('{"private": true}', encoding="utf-8")
    return folder


Outcomes = Sequence[ArticleResult | InputFailure]


@pytest.fixture(scope="module")
def fresh(newsroom: Path) -> Outcomes:
    return list(check_paths([str(newsroom)], Settings()))


@pytest.fixture(scope="module")
def folder_of_known(
    newsroom: Path, fresh: Outcomes, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A cache that knows the newsroom."""
    folder = tmp_path_factory.mktemp("known")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FACTCHECK_CACHE_DIR", str(folder))
        assert list(check_paths([str(newsroom)], Settings(), cache=silent)) == fresh
    return folder


@pytest.fixture
def known(
    newsroom: Path, folder_of_known: Path, checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Outcomes]:
    """The outcomes of a second run, which checks nothing."""
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(folder_of_known))
    yield list(check_paths([str(newsroom)], Settings(), cache=silent))
    assert checked == []


def test_two_jobs_find_the_same_and_keep_it(
    newsroom: Path, fresh: Outcomes, checked: list[str]
) -> None:
    shared = check_paths([str(newsroom)], Settings(), cache=silent, jobs=2)
    assert list(shared) == fresh
    assert list(check_paths([str(newsroom)], Settings(), cache=silent)) == fresh
    assert checked == []


def test_what_comes_out_is_what_went_in(fresh: Outcomes, known: Outcomes) -> None:
    assert known == fresh
    assert len(fresh) >= 14
    assert {type(one) for one in fresh} == {ArticleResult, InputFailure}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "options",
    [
        ReportOptions(),
        ReportOptions("en", color=True, width=120, table=True),
        ReportOptions(verbose=True, width=50, bom=True),
        ReportOptions(quiet=True),
    ],
    ids=["plain", "english-table", "verbose", "quiet"],
)
def test_every_report_is_the_same(
    fresh: Outcomes, known: Outcomes, name: str, options: ReportOptions
) -> None:
    def written(outcomes: Outcomes) -> str:
        out = io.StringIO()
        load(name).render(outcomes, out, options)
        return out.getvalue()

    assert written(known) == written(fresh)


@pytest.mark.parametrize("name", FORMATS)
def test_the_command_prints_the_same_bytes(checked: list[str], name: str) -> None:
    first, again = (run("a.txt", "--output-format", name) for _ in range(2))
    assert (again.stdout_bytes, again.stderr, again.exit_code) == (first.stdout_bytes, "", 1)
    assert checked == ["a.txt"]


def with_text(text: str) -> Callable[[pytest.MonkeyPatch], None]:
    def change(_: pytest.MonkeyPatch) -> None:
        Path("a.txt").write_text(text, encoding="utf-8")

    return change


def with_configuration(text: str) -> Callable[[pytest.MonkeyPatch], None]:
    def change(_: pytest.MonkeyPatch) -> None:
        Path(".factcheck.toml").write_text(text, encoding="utf-8")

    return change


def with_library(patch: pytest.MonkeyPatch) -> None:
    Path("site", "numpy-99.0.dist-info").mkdir(parents=True)
    patch.syspath_prepend("site")


def with_edited_program(patch: pytest.MonkeyPatch) -> None:
    Path("fact_cli", "rules").mkdir(parents=True)
    Path("fact_cli", "rules", "wrong_ratio.py").write_text("", encoding="utf-8")
    patch.setattr(stamp, "_PACKAGE", os.path.abspath("fact_cli"))


@pytest.mark.parametrize(
    "change",
    [
        with_text(WRONG + " "),
        with_text(SMALL),
        with_library,
        with_edited_program,
        lambda patch: patch.setattr(stamp, "__version__", "0.1.1"),
        lambda patch: patch.setattr(sys, "version", "3.99"),
        lambda patch: patch.setenv("FACTCHECK_PUBLISHED", "2024-01-02"),
        lambda patch: patch.setenv("FACTCHECK_IGNORE", "wrong-ratio"),
        lambda patch: patch.setenv("FACTCHECK_SELECT", "wrong-ratio"),
        with_configuration("[severity]\nimpossible-date = 'info'"),
        with_configuration("[per-file-ignores]\n'a.txt' = ['impossible-date']"),
        with_configuration("published = ['{year}-*.txt']"),
        with_configuration("[lexicon.currencies]\nEUS = { words = ['eusko'] }"),
    ],
    ids=[
        "space",
        "text",
        "library",
        "program",
        "version",
        "python",
        "published",
        "ignore",
        "select",
        "severity",
        "per-file-ignores",
        "dated-paths",
        "lexicon",
    ],
)
def test_a_change_of_what_decides_is_checked_anew(
    checked: list[str],
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[pytest.MonkeyPatch], None],
) -> None:
    run("a.txt")
    change(monkeypatch)
    run("a.txt")
    run("a.txt")
    assert checked == ["a.txt"] * 2


@pytest.mark.parametrize(
    "more",
    [
        ["--lang", "en"],
        ["--fail-on", "never"],
        ["--verbose"],
        ["--output-format", "json"],
        ["a.txt"],
    ],
)
def test_what_decides_nothing_changes_nothing(checked: list[str], more: list[str]) -> None:
    run("a.txt")
    run("a.txt", *more)
    assert checked == ["a.txt"]


def test_what_a_path_means_hangs_on_the_current_folder(
    checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with_configuration("[per-file-ignores]\n'b/a.txt' = ['impossible-date']")(monkeypatch)
    Path("b").mkdir()
    os.link("a.txt", "b/a.txt")
    outputs = [run("a.txt", "--output-format", "concise").stdout]
    monkeypatch.chdir("b")
    outputs.append(run("a.txt", "--output-format", "concise").stdout)
    assert ["impossible-date" in output for output in outputs] == [True, False]
    assert checked == ["a.txt"] * 2


def test_what_is_accepted_is_no_part_of_what_is_kept(checked: list[str]) -> None:
    first = run("a.txt", "--output-format", "concise").stdout
    run("accept", "a.txt", "-m", "vu", "--rule", "impossible-date")
    checked.clear()
    again = run("a.txt", "--output-format", "concise").stdout
    assert ("impossible-date" in first, "impossible-date" in again) == (True, False)
    assert "wrong-percentage" in again and checked == []


def test_an_entry_that_is_not_used_is_told_of_what_is_known(checked: list[str]) -> None:
    run("a.txt")
    Path(".factcheck-accepted.toml").write_text(
        '[[accepted]]\npath = "a.txt"\nrule = "wrong-age"\nwords = "31 ans"\nreason = "vu"\n',
        encoding="utf-8",
    )
    assert "unused-acceptance" in run("a.txt", "--output-format", "concise").stdout
    assert checked == ["a.txt"]


def test_a_name_is_part_of_an_article(checked: list[str]) -> None:
    os.link("a.txt", "2024-03-07.txt")
    run("a.txt")
    run("2024-03-07.txt")
    run("-", "--stdin-filename", "b.txt", stdin=WRONG.encode())
    run("-", "--stdin-filename", "b.txt", stdin=WRONG.encode())
    run("-", "--stdin-filename", "a.txt", stdin=WRONG.encode())
    assert checked == ["a.txt", "2024-03-07.txt", "b.txt"]


def test_of_json_lines_the_new_ones_are_checked(checked: list[str]) -> None:
    lines = [json.dumps(line) for line in LINES]
    for count in (1, 2, 3):
        Path("l.jsonl").write_text("\n".join(lines[:count]) + "\n", encoding="utf-8")
        run("l.jsonl")
    assert checked == ["l.jsonl#a", "l.jsonl#2", "l.jsonl#3"]


def test_a_failure_is_met_anew_but_what_is_no_news_is_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Path("b.txt").write_bytes(b"a\0b")
    Path("p.json").write_text('{"private": true}', encoding="utf-8")
    first = run("b.txt", "p.json")
    assert first.stderr.count("\n") == 2
    monkeypatch.setattr("fact_cli.read.json.read", None)
    assert run("b.txt", "p.json").stderr == first.stderr


def test_an_unknown_rule_is_told_before_anything_is_read(checked: list[str]) -> None:
    result = run("a.txt", "missing.txt", "--select", "wrong-rule", "-o", "report.txt")
    assert (result.exit_code, checked) == (2, [])
    assert not Path("report.txt").exists()


def damaged_text() -> None:
    file().write_bytes(b"Not a database, though it is long enough to be taken for one. " * 40)


def cut_short() -> None:
    data = file().read_bytes()
    file().write_bytes(data[: len(data) // 2])


def overwritten() -> None:
    data = bytearray(file().read_bytes())
    data[4096:] = b"\xff" * len(data[4096:])
    file().write_bytes(data)


def sql(*statements: str) -> Callable[[], None]:
    def change() -> None:
        base = sqlite3.connect(file())
        for statement in statements:
            base.execute(statement)
        base.commit()
        base.close()

    return change


def other_database() -> None:
    file().unlink()
    sql("CREATE TABLE results (other TEXT)")()


@pytest.mark.parametrize(
    "damage",
    [
        damaged_text,
        cut_short,
        overwritten,
        other_database,
        sql("PRAGMA user_version = 99"),
        sql("UPDATE results SET value = x'00112233'"),
        sql("UPDATE results SET value = 'words'"),
        sql("UPDATE results SET used = 'never'"),
    ],
)
def test_a_damaged_cache_is_made_anew_with_a_notice(
    checked: list[str], damage: Callable[[], None]
) -> None:
    first = run("a.txt")
    damage()
    again = run("a.txt")
    assert (again.stdout, again.exit_code) == (first.stdout, 1)
    assert again.stderr.count("\n") == 1
    assert again.stderr.startswith("factcheck: cache endommagé ou d’une autre version, refait : ")
    assert run("a.txt").stderr == ""
    assert checked == ["a.txt"] * 2


def test_a_notice_is_in_the_language_and_can_be_silenced() -> None:
    for args, said in ((["--lang", "en"], "made anew"), (["--quiet"], "")):
        run("a.txt")
        damaged_text()
        stderr = run("a.txt", *args).stderr
        assert said in stderr and bool(stderr) is bool(said)


def test_a_folder_that_cannot_be_made_is_no_cache(
    checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", "a.txt/cache")
    for _ in range(2):
        result = run("a.txt", "--output-format", "concise")
        assert result.stdout.count("\n") == 2 and result.exit_code == 1
        assert result.stderr.startswith("factcheck: sans cache (Not a directory : ")
        assert result.stderr.count("\n") == 1
    assert checked == ["a.txt"] * 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_read_only_is_still_read(checked: list[str]) -> None:
    run("a.txt")
    file().chmod(0o400)
    file().parent.chmod(0o500)
    assert run("a.txt").stderr == ""
    Path("b.txt").write_text(SMALL, encoding="utf-8")
    assert run("b.txt").stderr.count("\n") == 1
    file().parent.chmod(0o700)
    assert checked == ["a.txt", "b.txt"]


def process(code: str, *args: str, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *args], env={**os.environ, **environment}, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


FULL_DISK = """
import resource, signal, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (12_288, 12_288))
sys.argv = ["factcheck", "a.txt", "--output-format", "concise"]
from fact_cli.entry import main
main()
"""


def test_a_full_disk_is_no_cache() -> None:
    done = process(FULL_DISK)
    out, err = done.communicate()
    assert (done.returncode, out.count("\n")) == (1, 2)
    assert err.startswith("factcheck: sans cache (") and err.count("\n") == 1


def test_no_cache_makes_none(checked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    run("a.txt", "--no-cache")
    monkeypatch.setenv("FACTCHECK_NO_CACHE", "1")
    run("a.txt")
    assert checked == ["a.txt"] * 2
    assert not file().parent.exists()


def test_drafts_are_for_nobody_else() -> None:
    os.umask(os.umask(0))
    run("a.txt")
    assert stat.S_IMODE(file().stat().st_mode) == 0o600
    assert stat.S_IMODE(file().parent.stat().st_mode) == 0o700
    assert WRONG.encode() not in file().read_bytes()


WRITER = """
import sys
from fact_cli.cache.codec import decoded
from fact_cli.cache.results import BATCH, ResultCache
results = decoded(open("result", "rb").read())
number, damages = int(sys.argv[1]), sys.argv[2] == "damages"
with ResultCache("settings", lambda message: print(message.en)) as cache:
    for count in range(3 * BATCH):
        mine, shared = (cache.key(name, b"%d" % count) for name in (f"{number}.txt", "all.txt"))
        cache.put(mine, results)
        cache.put(shared, results)
        known = cache.get(shared)
        assert known is None or known == results
"""


@pytest.mark.parametrize("state", ["whole", "damages"])
def test_many_write_at_once(state: str) -> None:
    result = check_document(read(SMALL), Settings())
    Path("result").write_bytes(encoded([result]))
    if state == "damages":
        file().parent.mkdir()
        damaged_text()
    writers = [process(WRITER, str(number), state) for number in range(4)]
    for writer in writers:
        out, err = writer.communicate()
        assert (writer.returncode, err) == (0, "")
        assert all("made anew" in line for line in out.splitlines()) and (
            state != "whole" or not out
        )
    if state == "whole":
        with ResultCache("settings", silent) as cache:
            for name in ("0.txt", "1.txt", "2.txt", "3.txt", "all.txt"):
                assert all(cache.get(cache.key(name, b"%d" % n)) == [result] for n in range(96))


def test_a_file_that_is_gone_is_made_anew_without_a_word() -> None:
    result = check_document(read(SMALL), Settings())
    with ResultCache("settings", lambda message: pytest.fail(message.en)) as cache:
        key = cache.key("a.txt", b"")
        file().unlink()
        cache.put(key, [result])
    with ResultCache("settings", silent) as cache:
        assert cache.get(key) == [result]


def test_what_is_old_goes_and_what_is_used_stays(tmp_path: Path) -> None:
    with_day = {day: Store(str(tmp_path), day) for day in (100, 100 + KEPT, 101 + KEPT)}
    first, later, last = with_day.values()
    first.put({b"old": b"1", b"used": b"2"}, [])
    assert (first.get(b"used"), later.get(b"used")) == ((b"2", False), (b"2", True))
    later.put({}, [b"used"])
    assert later.get(b"used") == (b"2", False)
    last.put({b"new": b"3"}, [])
    assert [last.get(key) for key in (b"old", b"used", b"new")] == [
        None,
        (b"2", True),
        (b"3", False),
    ]
    for store in with_day.values():
        store.close()


def test_the_file_does_not_grow_without_end(tmp_path: Path) -> None:
    largest = 1_000_000
    store = Store(str(tmp_path), 100, largest)
    for number in range(30):
        store.put({b"%d" % number: os.urandom(100_000)}, [])
    assert store.get(b"29") and not store.get(b"0")
    store.close()
    assert (tmp_path / FILE).stat().st_size < largest * 1.2


def classes(hint: Any, seen: set[type]) -> set[type]:
    """All dataclasses and enumerations in a type, and in those of its fields."""
    for part in typing.get_args(hint):
        classes(part, seen)
    if isinstance(hint, type) and hint not in seen:
        if issubclass(hint, enum.Enum):
            seen.add(hint)
        elif dataclasses.is_dataclass(hint):
            seen.add(hint)
            # Some are imported for type checkers only.
            names = {kind.__name__: kind for kind in (*KINDS, *LATE_KINDS)}
            for name, field in typing.get_type_hints(hint, localns=names).items():
                if name in {one.name for one in dataclasses.fields(hint)}:
                    classes(field, seen)
    return seen


def test_all_that_a_result_can_hold_has_a_place() -> None:
    assert classes(ArticleResult, set()) == {*KINDS, *LATE_KINDS}


def test_the_same_again_is_written_once() -> None:
    text = " ".join(map("".join, product("abcdefgh", repeat=4)))
    data = encoded([check_document(read(text), Settings())])
    assert len(text) < len(zlib.decompress(data)) < len(text) * 1.1


@pytest.mark.parametrize(
    "value", [object(), 1.5, {1}, dataclasses.make_dataclass("Other", [])(), enum.Enum("E", "a").a]
)  # fmt: skip
def test_what_has_no_place_is_refused(value: Any) -> None:
    with pytest.raises(TypeError):
        encoded([value])


@pytest.mark.parametrize(
    "lines",
    [
        b"", b"[]", b"[]\n", b"[]\n[[999]]", b"[]\n[[-1]]", b"[]\n[[0, 3]]", b"[]\n[[8]]",
        b"[]\n[7]", b'[]\n["os.system"]', b'[]\n[[5, "x"]]', b"[]\n[[6, 1]]", b"[]\n[[6, null]]",
        b"[]\n[" + b"[2," * 5000, b"\xff\n[]", b"[]\n[[2], [3, 1]]",
    ],
)  # fmt: skip
def test_nothing_else_can_come_out(lines: bytes) -> None:
    with pytest.raises(Undecodable):
        decoded(zlib.compress(lines))


@pytest.mark.parametrize("data", [b"", b"x", zlib.compress(b"[]\n[]")[:-1]])
def test_bytes_that_were_cut_are_refused(data: bytes) -> None:
    with pytest.raises(Undecodable):
        decoded(data)


UNNEEDED = {
    "spacy", "thinc", "numpy", "dateparser", "pydantic", "charset_normalizer", "pathspec", "email",
    "fact_cli.judge", "fact_cli.rule", "fact_cli.lang.lexicon", "fact_cli.relate", "fact_cli.scan",
    "fact_cli.read.txt", "fact_cli.read.prose", "fact_cli.read.decode", "fact_cli.read.roles",
    "rich.console", "rich.table", "tomllib", "fact_cli.model.times", "fact_cli.model.claim",
    "fact_cli.accept.entries",
}  # fmt: skip

CLAIMS = {"fact_cli.model.claim", "fact_cli.model.times"}
NEEDED = {
    "full": {"rich.console", "rich.table", *CLAIMS},  # the table of a single article
    "json": CLAIMS,
    "jsonl": CLAIMS,
    "csv": CLAIMS,
    "junit": {"email", *CLAIMS},  # imported by xml.sax.saxutils; and the checks of each article
    "checkstyle": {"email"},
}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("path", ["a.txt", "l.jsonl", "."])
def test_a_run_that_knows_all_loads_next_to_nothing(name: str, path: str) -> None:
    Path("l.jsonl").write_text(json.dumps(LINES[0]), encoding="utf-8")
    run(path, "--output-format", name, "--select", "wrong-ratio")
    code = "import sys\nfrom fact_cli.cli import cli\ntry:\n    cli(sys.argv[1:])\n"
    code += "except SystemExit:\n    print(*sorted(sys.modules), file=sys.stderr)"
    out, err = process(code, path, "--output-format", name, "--select", "wrong-ratio").communicate()
    loaded = set(err.split())
    assert "fact_cli.cache.store" in loaded
    needed = set() if (name, path) == ("full", ".") else NEEDED.get(name, set())
    unneeded = UNNEEDED - needed | (set() if name == "full" else {"rich"})
    assert loaded.isdisjoint(unneeded), out


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({"XDG_CACHE_HOME": "/x", "HOME": "/h"}, "linux", "/x/factcheck"),
        ({"XDG_CACHE_HOME": "x", "HOME": "/h"}, "linux", "/h/.cache/factcheck"),
        ({"HOME": "/h"}, "linux", "/h/.cache/factcheck"),
        ({"HOME": "/h", "FACTCHECK_CACHE_DIR": ""}, "linux", "/h/.cache/factcheck"),
        ({"HOME": "/h"}, "darwin", "/h/Library/Caches/factcheck"),
        ({"HOME": "h"}, "linux", None),
        ({"HOME": "/h", "FACTCHECK_CACHE_DIR": "/c"}, "darwin", "/c"),
    ],
)
def test_where_the_cache_lies(
    environment: dict[str, str],
    platform: str,
    expected: str | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("XDG_CACHE_HOME", "FACTCHECK_CACHE_DIR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert place.folder() == expected


def test_an_installed_program_is_known_by_its_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fact_cli").mkdir()
    module = tmp_path / "fact_cli" / "run.py"
    module.write_text("", encoding="utf-8")
    monkeypatch.setattr(stamp, "_PACKAGE", str(module.parent))
    in_checkout = stamp.stamp()
    os.utime(module, (1, 1))
    assert stamp.stamp() != in_checkout
    record = tmp_path / f"fact_cli-{stamp.__version__}.dist-info" / "RECORD"
    record.parent.mkdir()
    record.write_text("fact_cli/run.py,sha256=abc,0\n", encoding="utf-8")
    installed = stamp.stamp()
    os.utime(module, (2, 2))
    assert stamp.stamp() == installed
    record.write_text("fact_cli/run.py,sha256=def,0\n", encoding="utf-8")
    assert stamp.stamp() != installed
