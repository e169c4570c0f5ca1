"""Which files are read: walked, named, left out; and what holds no news."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fact_cli.errors import InputError, NotNews, UsageError
from fact_cli.model.text import Document
from fact_cli.read import SUFFIXES
from fact_cli.read import txt as txt_reader
from fact_cli.read.articles import articles
from fact_cli.read.ignored import excluded, left_out
from fact_cli.read.walk import Found, found


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def grow(files: Mapping[str, str] | list[str]) -> None:
    """Writes files, their folders made; given a list, all hold the same article."""
    for name in files:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        text = files[name] if isinstance(files, Mapping) else "Rien."
        Path(name).write_text(text, encoding="utf-8")


def paths(*given: str, exclude: tuple[str, ...] = ()) -> list[str]:
    """The paths found, in order; an error as the file that it names, with a "!"."""
    return [one.path if isinstance(one, Found) else f"!{one.path}" for one in found(given, exclude)]


@pytest.mark.parametrize(
    ("files", "given", "read"),
    [
        (["b.txt", "a.txt", "c/a.TXT", "a-b.text"], ["."], "a-b.text a.txt b.txt c/a.TXT"),
        (["a.txt", "a.ndjson", "a.exe", "txt", ".txt"], ["."], "a.ndjson a.txt"),
        (["d/.b.txt", "d/.c/a.txt", "d/a.txt"], ["d"], "d/a.txt"),
        (["d/.c/a.txt"], ["d/.c"], "d/.c/a.txt"),
        (["node_modules/a.txt", "__pycache__/a.txt", "a.txt"], ["."], "a.txt"),
        (["env/pyvenv.cfg", "env/a.txt", "environnement/a.txt"], ["."], "environnement/a.txt"),
        (["node_modules/a.txt"], ["node_modules"], "node_modules/a.txt"),
        (["d/a.txt", "d/b.txt"], ["d", "d", "./d"], "d/a.txt d/b.txt"),
        (["d/a.txt", "d/b.txt"], ["d/b.txt", "d", "d/a.txt"], "d/b.txt d/a.txt"),
        (["d/e/a.txt", "d/a.txt"], ["d/e", "d"], "d/e/a.txt d/a.txt"),
        (["a.txt"], ["a.txt", "./a.txt", "none.txt", "none.txt"], "a.txt none.txt"),
        (["a.txt"], ["-", "a.txt"], "- a.txt"),
        (["d/a.exe", "e/a.txt"], ["d", "e"], "!d e/a.txt"),
        (["d/a.exe"], ["d/a.exe"], "d/a.exe"),
    ],
)
@pytest.mark.usefixtures("here")
def test_what_is_read_and_in_which_order(files: list[str], given: list[str], read: str) -> None:
    grow(files)
    assert paths(*given) == read.split()


@pytest.mark.parametrize(
    ("patterns", "read"),
    [
        (["brouillons"], "a.txt b/a.txt b/x.bak.txt c/brouillons.txt"),
        (["brouillons/"], "a.txt b/a.txt b/x.bak.txt c/brouillons.txt"),
        (["/a.txt"], "b/a.txt b/brouillons/a.txt b/x.bak.txt c/brouillons.txt"),
        (["a.txt"], "b/x.bak.txt c/brouillons.txt"),
        (["*.bak.txt", "c"], "a.txt b/a.txt b/brouillons/a.txt"),
        (["b/*", "!b/a.txt"], "a.txt b/a.txt c/brouillons.txt"),
        (["b/**", "!b/a.txt"], "a.txt b/a.txt c/brouillons.txt"),
        (["*", "!*/", "!*.bak.txt"], "b/x.bak.txt"),
        (["b", "!b/a.txt"], "a.txt c/brouillons.txt"),
        (["**/brouillons*"], "a.txt b/a.txt b/x.bak.txt"),
    ],
)
@pytest.mark.usefixtures("here")
def test_patterns_of_exclude_count_from_the_folder_named(patterns: list[str], read: str) -> None:
    names = ["a.txt", "b/a.txt", "b/brouillons/a.txt", "b/x.bak.txt", "c/brouillons.txt"]
    grow([f"d/{name}" for name in names])
    assert paths("d", exclude=tuple(patterns)) == [f"d/{name}" for name in read.split()]


@pytest.mark.usefixtures("here")
def test_what_is_named_is_read_whatever_patterns_say() -> None:
    grow({".gitignore": "a.txt\nd/", "a.txt": "", "d/b.txt": "", "d/c.txt": "", "d/e/b.txt": ""})
    assert paths("a.txt", exclude=("*",)) == ["a.txt"]
    assert paths("d", exclude=("c.txt",)) == ["d/b.txt", "d/e/b.txt"]


@pytest.mark.parametrize("pattern", ["", "  ", "# rien", "!"])
def test_a_pattern_that_is_none_is_refused(pattern: str) -> None:
    with pytest.raises(UsageError):
        excluded([pattern])


IGNORED = {
    ".git/info/exclude": "secret.txt\n",
    ".gitignore": "\ufeff# essais\r\n*.bak.txt\r\n/archives/\n[z-a]\n",
    "a.txt": "",
    "secret.txt": "",
    "archives/a.txt": "",
    "d/.gitignore": "!garde.bak.txt\nnotes/\n",
    "d/archives/a.txt": "",
    "d/garde.bak.txt": "",
    "d/jette.bak.txt": "",
    "d/notes/a.txt": "",
    "d/e/secret.txt": "",
    "autre/.git/HEAD": "",
    "autre/secret.txt": "",
    "autre/x.bak.txt": "",
}


@pytest.mark.parametrize(
    ("named", "read"),
    [
        (".", "a.txt autre/secret.txt autre/x.bak.txt d/archives/a.txt d/garde.bak.txt"),
        ("d", "d/archives/a.txt d/garde.bak.txt"),
        ("d/e", "!d/e"),
        ("archives", "archives/a.txt"),
        ("d/notes", "d/notes/a.txt"),
        ("autre", "autre/secret.txt autre/x.bak.txt"),
    ],
)
@pytest.mark.usefixtures("here")
def test_gitignore_is_honoured_up_to_the_repository(named: str, read: str) -> None:
    grow(IGNORED)
    assert paths(named) == read.split()


@pytest.mark.usefixtures("here")
def test_without_a_repository_nothing_above_is_looked_at() -> None:
    grow({".gitignore": "*.txt", "d/.gitignore": "b.txt", "d/a.txt": "", "d/b.txt": ""})
    assert paths("d") == ["d/a.txt"]


@pytest.mark.usefixtures("here")
def test_a_linked_work_tree_shares_the_exclude_file_of_its_repository() -> None:
    grow({"main/.git/info/exclude": "b.txt", "main/.git/worktrees/w/commondir": "../.."})
    grow({"w/.git": "gitdir: ../main/.git/worktrees/w\n", "w/a.txt": "", "w/b.txt": ""})
    assert paths("w") == ["w/a.txt"]


NAMES = st.sampled_from(["a", "b", "foo", "a.txt", "b.txt", "foo.txt"])
WORDS = st.sampled_from(["a", "foo", "*", "**", "*.txt", "?", "f*", "[ab]", "[!a]*", "\\a"])


@st.composite
def lines(draw: st.DrawFn) -> str:
    words = "/".join(draw(st.lists(WORDS, min_size=1, max_size=2)))
    return draw(st.sampled_from(["", "!"])) + draw(st.sampled_from(["", "/"])) + words


@given(st.lists(st.tuples(lines(), st.sampled_from(["", "/"])), min_size=1, max_size=3), NAMES)
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_git_leaves_out_the_same(patterns: list[tuple[str, str]], name: str) -> None:
    texts = [line + end for line, end in patterns]
    asked = [f"foo/{name}", name]
    with tempfile.TemporaryDirectory() as place:
        subprocess.run(["git", "init", "-q", place], check=True, capture_output=True)
        Path(place, ".gitignore").write_text("\n".join(texts) + "\n", encoding="utf-8")
        for one in asked:
            Path(place, one).parent.mkdir(exist_ok=True)
            if not Path(place, one).exists():
                Path(place, one).write_text("", encoding="utf-8")
        told = subprocess.run(
            ["git", "-c", "core.excludesFile=/dev/null", "ls-files", "-zo", "--exclude-standard"],
            cwd=place, capture_output=True, text=True, check=True,
        ).stdout.split("\0")  # fmt: skip
        read = [os.path.relpath(one, place) for one in paths(place) if one[0] != "!"]
    assert sorted(read) == sorted(one for one in told if one.endswith(".txt"))


def test_the_last_line_that_matches_decides() -> None:
    level = excluded(["*.txt", "!a.txt", "a.txt", "!b.txt"])
    assert [left_out([level], one) for one in ("a.txt", "b.txt", "c.md")] == [True, False, False]


@pytest.mark.usefixtures("here")
def test_links_to_files_are_read_and_links_to_folders_are_not() -> None:
    grow(["d/a.txt", "other/b.txt", "c.txt"])
    os.symlink("../other", "d/linked")
    os.symlink("..", "d/loop")
    os.symlink("../c.txt", "d/c.txt")
    os.symlink("a.txt", "d/z.txt")
    os.symlink("nowhere.txt", "d/broken.txt")
    os.symlink("self.txt", "d/self.txt")
    os.mkfifo("d/pipe.txt")
    assert paths("d") == ["d/a.txt", "d/broken.txt", "d/c.txt", "d/self.txt"]
    assert paths("d/linked") == ["d/linked/b.txt"]


@pytest.mark.usefixtures("here")
def test_folders_a_thousand_deep() -> None:
    place = os.getcwd()
    for _ in range(1100):
        os.mkdir("d")
        os.chdir("d")
    Path("a.txt").write_text("", encoding="utf-8")
    os.chdir(place)
    found = paths("d")
    # pytest, which removes the folders of old runs, cannot go so deep.
    subprocess.run(["rm", "-r", "d"], check=True)
    assert found == ["d/" * 1100 + "a.txt"]


def reading(name: str, stream: BinaryIO) -> Iterator[Document | InputError]:
    """Reads what is called news, refuses the rest."""
    if stream.read() != b"news":
        raise NotNews(name)
    yield txt_reader.document(name, {"text": "Rien."}, txt_reader.cut)


@pytest.mark.parametrize(
    ("given", "read"),
    [
        (["d"], "d/a.json"),
        (["d/b.json"], "!d/b.json"),
        (["d", "d/b.json"], "d/a.json !d/b.json"),
        (["e"], "!e"),
        (["e", "e/b.json"], "!e/b.json"),
        (["e", "d"], "!e d/a.json"),
        (["f"], "!f/bad.txt !f/bad.txt"),
    ],
)
@pytest.mark.usefixtures("here")
def test_what_is_no_news_is_passed_over_in_a_folder(
    given: list[str], read: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(SUFFIXES, ".json", "txt")
    monkeypatch.setattr(txt_reader, "read", reading)
    grow({"d/a.json": "news", "d/b.json": "{}", "e/b.json": "{}"})
    if given == ["f"]:
        monkeypatch.setattr(
            txt_reader, "read", lambda name, _: iter([InputError(name, "", "")] * 2)
        )
        grow({"f/bad.txt": ""})
    files = list(found(given))
    out = [one.path if isinstance(one, Document) else f"!{one.path}" for one in articles(files)]
    assert out == read.split()


@pytest.mark.usefixtures("here")
def test_each_file_is_told_before_it_is_read() -> None:
    grow(["d/a.txt", "d/b.txt"])
    told: list[tuple[int, int, str]] = []
    files = list(found(["d", "none.txt"]))
    read = articles(files, begun=lambda done, total, path: told.append((done, total, path)))
    assert next(read).path == "d/a.txt" and told == [(0, 3, "d/a.txt")]
    assert [type(one).__name__ for one in read] == ["Document", "InputError"]
    assert told[1:] == [(1, 3, "d/b.txt"), (2, 3, "none.txt")]
