"""``--diff REV``: on real repositories, what is read, what is told, and what is refused."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fact_cli.changed import WHOLE, changes
from fact_cli.cli import cli
from fact_cli.errors import InputError, UsageError
from fact_cli.read.walk import Found, found

FIVE = "un\ndeux\ntrois\nquatre\ncinq\n"
WRONG = "Le marché rouvrira le 31 avril."
RIGHT = "Le marché rouvrira le 30 avril."
CONFIG = {
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org",
}  # fmt: skip


def git(folder: Path, *args: str) -> str:
    command = ["git", "-c", "protocol.file.allow=always", "-c", "init.defaultBranch=main", *args]
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **CONFIG}, capture_output=True, check=True
    )
    return done.stdout.decode().strip()


def write(folder: Path, files: dict[str, str | bytes]) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)


def commit(folder: Path, files: dict[str, str | bytes] | None = None) -> None:
    write(folder, files or {})
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "-m", "x")


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a first commit of two articles, in which the test stands."""
    for name, value in CONFIG.items():
        monkeypatch.setenv(name, value)
    folder = tmp_path / "r"
    folder.mkdir()
    git(folder, "init", "--quiet")
    commit(folder, {"a.md": FIVE, "b.md": FIVE})
    monkeypatch.chdir(folder)
    return folder


def told(rev: str = "HEAD", *paths: str) -> dict[str, list[int] | str]:
    """The changed lines of the files that would be read, "whole" where all of a file counts."""
    lines = changes(list(found(paths or (".",))), rev).lines
    return {
        name: "whole" if some is WHOLE else [line for lines in some for line in lines]
        for name, some in lines.items()
    }


def refused(rev: str, *paths: str) -> str:
    with pytest.raises(UsageError) as error:
        changes(list(found(paths or (".",))), rev)
    assert "\n" not in error.value.fr
    return error.value.fr


def replaced(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    path.write_bytes(path.read_bytes().replace(old.encode(), new.encode()))


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("deux", "2", [2]),
        ("deux\n", "2\n2bis\n", [2, 3]),
        ("un\n", "zéro\nun\n", [1]),
        ("cinq\n", "cinq", [5]),
        ("cinq\n", "cinq\n@@ -1 +1 @@\n++ b/b.md\n-- a/a.md\n", [6, 7, 8]),
        ("un\ndeux\ntrois", "1\ndeux\n3", [1, 3]),
        ("\n", "\r\n", [1, 2, 3, 4, 5]),
    ],
)
def test_the_lines_of_a_file_that_changed(repo: Path, old: str, new: str, lines: list[int]) -> None:
    replaced(repo, "a.md", old, new)
    assert told() == {"a.md": lines}
    git(repo, "add", "a.md")
    assert told() == {"a.md": lines}
    commit(repo)
    assert told() == {}
    assert told("HEAD~1") == told("HEAD~1..") == told("@{1}...HEAD") == {"a.md": lines}


@pytest.mark.parametrize(
    ("done", "expected"),
    [
        ("git mv a.md c.md", {}),
        ("git mv a.md c.md; sed -i s/deux/2/ c.md", {"c.md": [2]}),
        ("mkdir s; git mv a.md s/c.md; sed -i s/deux/2/ s/c.md", {"s/c.md": [2]}),
        ("mv a.md c.md", {"c.md": "whole"}),
        ("cp a.md c.md; git add c.md", {"c.md": [1, 2, 3, 4, 5]}),
        ("cp a.md c.md", {"c.md": "whole"}),
        ("cp a.md c.md; git add -N c.md", {"c.md": [1, 2, 3, 4, 5]}),
        ("echo c.md > .gitignore; cp a.md c.md", {}),
        ("rm a.md", {}),
        ("git rm -q a.md", {}),
        ("git rm -q --cached a.md", {"a.md": "whole"}),
        ("sed -i 2d a.md", {}),
        ("chmod +x a.md", {}),
        ("touch -d 2001-01-01 a.md", {}),
        ("sed -i s/un/1/ a.md; git add a.md; git checkout -q HEAD b.md", {"a.md": [1]}),
        ("git init -q n; cp a.md n; cd n; git add .; git commit -qm x; echo 6 >>a.md", {"n/a.md": [6]}),
        ("ln -s b.md l.md; rm a.md; git add .; git commit -qm x; ln -sf c.txt b.md; echo x >c.txt", {"b.md": "whole"}),
    ],
)  # fmt: skip
def test_files_that_come_go_and_move(
    repo: Path, done: str, expected: dict[str, list[int] | str]
) -> None:
    subprocess.run(["bash", "-ec", done], cwd=repo, check=True)
    assert {**told()} == expected


@pytest.mark.parametrize(
    "name",
    ["é à.md", "deux\nlignes.md", "-x.md", "--output=x.md", '"q".md', "a\tb.md", "b\\n.md",
     "a#b.md", " .md", "b/b.md", ":(top)x.md", "*.md"],
)  # fmt: skip
def test_any_name(repo: Path, name: str) -> None:
    commit(repo, {name: FIVE})
    replaced(repo, name, "deux", "2")
    shown = name.replace("\n", " ")
    assert told() == {shown: [2]}
    assert told("HEAD", f"./{name}") == {f"./{shown}": [2]}
    git(repo, "mv", "--", name, f"{name}.txt")
    assert told() == {f"{shown}.txt": [2]}


def test_a_name_that_is_no_text(repo: Path) -> None:
    name = os.fsdecode(b"\xe9.md")
    commit(repo, {name: FIVE})
    replaced(repo, name, "deux", "2")
    assert told() == {"?.md": [2]}


@pytest.mark.parametrize(
    ("name", "content", "lines"),
    [
        ("x.txt", "été\n", [1, 2]),
        ("x.txt", "été\n".encode("utf-16"), "whole"),
        ("x.txt", "été\n".encode("cp1252"), [1, 2]),
        ("x.docx", b"PK\0\1", "whole"),
        ("x.odt", b"PK\0\1", "whole"),
        ("x.pdf", b"%PDF-1.4\n", "whole"),
        ("x.json", "{}\n", "whole"),
        ("x.jsonl", "{}\n", [1, 2]),
        ("x.xml", "<a>\n", [1, 2]),
        ("x.html", "<p>\n", [1, 2]),
    ],
)
def test_a_format_without_lines_changes_as_a_whole(
    repo: Path, name: str, content: str | bytes, lines: list[int] | str
) -> None:
    raw = content.encode() if isinstance(content, str) else content
    commit(repo, {name: raw})
    write(repo, {name: raw * 2 + b"x"})
    expected = lines if lines == "whole" else [2, 3]
    if lines != "whole":
        write(repo, {name: raw + b"x\ny\n"})
    assert told() == {name: expected}
    commit(repo)
    git(repo, "mv", name, f"moved-{name}")
    assert told() == {}


def test_a_file_kept_elsewhere_changes_as_a_whole(repo: Path) -> None:
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:{}\nsize 3\n"
    commit(repo, {"a.md": pointer.format("0" * 64)})
    write(repo, {"a.md": pointer.format("1" * 64)})
    assert told() == {"a.md": "whole"}


@pytest.fixture
def branched(repo: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """``side`` is checked out and changed line 2; before that ``main`` changed line 4.

    What ``main`` did is dated long ago, so that the youngest commit (":/x") is that of ``side``.
    """
    git(repo, "checkout", "--quiet", "-b", "side")
    commit(repo, {"a.md": FIVE.replace("deux", "2")})
    git(repo, "checkout", "--quiet", "main")
    with monkeypatch.context() as dated:
        dated.setenv("GIT_COMMITTER_DATE", "2001-02-03T04:05:06")
        commit(repo, {"a.md": FIVE.replace("quatre", "4")})
    git(repo, "tag", "-a", "-m", "x", "v1")
    git(repo, "checkout", "--quiet", "side")
    return repo


@pytest.mark.parametrize(
    ("rev", "lines"),
    [
        ("main", [2]),
        ("v1", [2]),
        ("main...", [2]),
        ("main...HEAD", [2]),
        ("main...side", [2]),
        ("main..", [2, 4]),
        ("main..HEAD", [2, 4]),
        ("HEAD~1", [2]),
        (":/x", None),
        ("HEAD^{/x}", None),
        ("HEAD", None),
        ("...", None),
    ],
)
@pytest.mark.usefixtures("branched")
def test_a_revision_is_where_the_branch_left_it(rev: str, lines: list[int] | None) -> None:
    assert told(rev) == ({} if lines is None else {"a.md": lines})


@pytest.mark.parametrize(
    ("rev", "reason"),
    [
        ("none", "révision inconnue : « none »"),
        ("", "révision inconnue : «  »"),
        ("main...none", "révision inconnue : « none »"),
        ("main..none", "révision inconnue : « none »"),
        ("side...main", "« main » n’est pas ce qui est extrait"),
        ("--output=stolen", "révision inconnue : « --output=stolen »"),
        ("HEAD..--output=stolen", "révision inconnue : « --output=stolen »"),
        ("--output=stolen...HEAD", "révision inconnue : « --output=stolen »"),
        ("-p", "révision inconnue : « -p »"),
        ("^HEAD", "révision inconnue : « ^HEAD »"),
        ("HEAD --output=stolen", "révision inconnue"),
        ("HEAD\n--output=stolen", "révision inconnue"),
        ("HEAD\0", "révision inconnue"),
        ("HEAD:a.md", "révision inconnue"),
        ("HEAD^{tree}", "révision inconnue"),
        ("a.md", "révision inconnue"),
        ("0" * 40, "révision inconnue"),
        ("../a.md", "révision inconnue"),
        ("\x1b[31m", "révision inconnue : «  [31m »"),
    ],
)
def test_what_is_no_revision_is_refused(branched: Path, rev: str, reason: str) -> None:
    assert reason in refused(rev)
    assert not list(branched.glob("*stolen*"))


def test_unrelated_histories(repo: Path) -> None:
    git(repo, "checkout", "--quiet", "--orphan", "other")
    commit(repo, {"a.md": FIVE.replace("deux", "2")})
    assert "pas d’ancêtre commun avec « main »" in refused("main")
    assert told("main..") == {"a.md": [2]}


def test_a_shallow_clone_says_how_to_deepen_it(repo: Path, tmp_path: Path) -> None:
    commit(repo, {"a.md": FIVE.replace("deux", "2")})
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{repo}", "shallow")
    folder = str(tmp_path / "shallow")
    assert told("HEAD", folder) == {}
    assert "git fetch --unshallow" in refused("HEAD~1", folder)
    assert "git fetch --unshallow" not in refused("none")


def test_before_the_first_commit_all_is_new(tmp_path: Path, repo: Path) -> None:
    git(tmp_path, "init", "--quiet", "new")
    write(tmp_path / "new", {"a.md": FIVE, "b.md": FIVE})
    git(tmp_path / "new", "add", "a.md")
    names = [str(tmp_path / "new" / name) for name in ("a.md", "b.md")]
    assert told("HEAD", *names) == {names[0]: [1, 2, 3, 4, 5], names[1]: "whole"}
    assert "révision inconnue" in refused("main", *names)
    assert repo.exists()


def test_several_repositories_each_know_the_revision(repo: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", str(repo), "other")
    replaced(repo, "a.md", "deux", "2")
    replaced(tmp_path / "other", "b.md", "trois", "3")
    assert told("HEAD", "..") == {"../other/b.md": [3], "../r/a.md": [2]}
    assert told("HEAD", "a.md", "../other/b.md") == {"a.md": [2], "../other/b.md": [3]}
    git(repo, "tag", "here")
    assert "other: révision inconnue : « here »" in refused("here", "..")


def test_a_file_in_no_repository_is_refused(repo: Path, tmp_path: Path) -> None:
    write(tmp_path, {"out.md": FIVE})
    assert f"{tmp_path}/out.md n’est dans aucun dépôt git" in refused("HEAD", "a.md", "../out.md")
    assert repo.exists()


def test_a_folder_that_git_does_not_look_into_says_why(tmp_path: Path, repo: Path) -> None:
    write(tmp_path / "broken", {".git": "gitdir: nowhere\n", "a.md": FIVE})
    assert "git : not a git repository: " in refused("HEAD", str(tmp_path / "broken"))
    assert repo.exists()


@pytest.fixture
def module(repo: Path, tmp_path: Path) -> Path:
    """A submodule ``repo/m``, committed; two lines changed since, one of them committed."""
    git(tmp_path, "clone", "--quiet", str(repo), "source")
    git(repo, "submodule", "--quiet", "add", str(tmp_path / "source"), "m")
    commit(repo)
    commit(repo / "m", {"a.md": FIVE.replace("deux", "2")})
    replaced(repo, "m/a.md", "quatre", "4")
    return repo / "m"


def test_a_submodule_is_compared_with_where_it_stood(module: Path) -> None:
    assert told("HEAD") == {"m/a.md": [2, 4]}
    assert told("HEAD", "m") == told("HEAD", "m/a.md") == {"m/a.md": [4]}
    assert told("HEAD~1") == {"m/a.md": "whole", "m/b.md": "whole"}
    commit(module.parent)
    assert told("HEAD") == {"m/a.md": [4]}
    assert told("HEAD~1") == {"m/a.md": [2, 4]}


def test_a_linked_work_tree(repo: Path, tmp_path: Path) -> None:
    git(repo, "worktree", "add", "--quiet", "-b", "w", str(tmp_path / "w"))
    replaced(tmp_path / "w", "a.md", "deux", "2")
    name = str(tmp_path / "w" / "a.md")
    assert told("HEAD", name) == {name: [2]}


def test_a_merge_that_conflicts(branched: Path) -> None:
    replaced(branched, "a.md", "trois", "III")
    commit(branched)
    git(branched, "checkout", "--quiet", "main")
    commit(branched, {"a.md": FIVE.replace("trois", "3")})
    with pytest.raises(subprocess.CalledProcessError):
        git(branched, "merge", "--quiet", "side")
    lines = (branched / "a.md").read_text(encoding="utf-8").splitlines()
    changed = [
        number for number, line in enumerate(lines, 1) if line not in "un 3 quatre cinq deux"
    ]
    assert told() == {"a.md": changed}
    assert any("III" in lines[number - 1] for number in changed)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GIT_DIR", "/nowhere"),
        ("GIT_WORK_TREE", "/"),
        ("GIT_INDEX_FILE", "/nowhere/index"),
        ("GIT_PREFIX", "s/"),
        ("GIT_DIFF_OPTS", "-u5"),
        ("GIT_EXTERNAL_DIFF", "false"),
        ("GIT_LITERAL_PATHSPECS", "1"),
        ("GIT_TRACE", "1"),
        ("GIT_OBJECT_DIRECTORY", "/nowhere"),
        ("GIT_PAGER", "false"),
        ("LANG", "fr_FR.UTF-8"),
    ],
)
def test_the_environment_of_a_hook_changes_nothing(
    repo: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    replaced(repo, "a.md", "trois", "3")
    monkeypatch.setenv(name, value)
    assert told() == {"a.md": [3]}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("diff.noprefix", "true"),
        ("diff.mnemonicPrefix", "true"),
        ("diff.external", "false"),
        ("diff.context", "5"),
        ("diff.interHunkContext", "9"),
        ("diff.renames", "copies"),
        ("diff.renames", "false"),
        ("diff.relative", "true"),
        ("diff.submodule", "log"),
        ("color.ui", "always"),
        ("core.quotePath", "false"),
        ("core.pager", "false"),
        ("diff.x.textconv", "false"),
        ("diff.x.command", "false"),
    ],
)
def test_no_configuration_of_git_changes_anything(repo: Path, name: str, value: str) -> None:
    commit(repo, {".gitattributes": "*.md diff=x\n", "s/é.md": FIVE, "c.md": FIVE + "six\n"})
    git(repo, "config", name, value)
    git(repo, "mv", "a.md", "s/d.md")
    replaced(repo, "s/é.md", "un\ndeux\ntrois", "1\ndeux\n3")
    replaced(repo, "s/d.md", "cinq", "5")
    assert told() == {"s/d.md": [5], "s/é.md": [1, 3]}


def test_what_is_named_and_gone_is_passed_over_what_never_was_is_told(repo: Path) -> None:
    (repo / "a.md").unlink()
    files = changes(list(found(["a.md", "never.md"])), "HEAD").files
    assert files == [Found("never.md")]


def test_an_error_of_the_walk_stays(repo: Path) -> None:
    (repo / "empty").mkdir()
    (error,) = changes(list(found(["empty"])), "HEAD").files
    assert isinstance(error, InputError)


def run(*args: str) -> Result:
    return CliRunner().invoke(cli, list(args), prog_name="factcheck")


@pytest.mark.parametrize(
    ("args", "status", "said"),
    [
        (["--diff", "none"], 2, "révision inconnue : « none »"),
        (["--diff", "--output=stolen", "a.md"], 2, "révision inconnue"),
        (["--diff", "HEAD", "-"], 2, "--diff ne s’applique pas à l’entrée standard"),
        (["--diff", "HEAD", "a.md", "-"], 2, "--diff ne s’applique pas à l’entrée standard"),
        (["--diff", "HEAD", "/"], 2, ""),
        (["--diff", "HEAD", "--exclude", "*"], 2, "aucun article"),
        (["--output-format", "full"], 2, "Missing argument 'PATH…'"),
    ],
)
def test_the_command_line_refuses(repo: Path, args: list[str], status: int, said: str) -> None:
    if args[-1] == "/":
        args = [*args[:-1], str(repo.parent / "empty")]
        (repo.parent / "empty").mkdir()
    result = run(*args)
    assert result.exit_code == status
    assert said in result.stderr and "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ([], "aucun article n’a de ligne nouvelle ou modifiée depuis HEAD\n"),
        (["--lang", "en"], "no article has a new or changed line since HEAD\n"),
        (["--quiet"], ""),
        (["--output-format", "concise"], ""),
    ],
)
@pytest.mark.usefixtures("repo")
def test_nothing_changed(more: list[str], said: str) -> None:
    result = run("--diff", "HEAD", *more)
    assert (result.exit_code, result.stdout, result.stderr) == (0, said, "")


def test_nothing_that_is_news_changed(repo: Path) -> None:
    write(repo, {"package.json": '{"name": "x"}'})
    assert run("--diff", "HEAD").exit_code == 0
    assert json.loads(run("--diff", "HEAD", "--output-format", "json").stdout)["errors"] == []


def test_git_is_missing(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repo))
    result = run("--diff", "HEAD")
    assert (result.exit_code, result.stderr) == (
        2, "factcheck: --diff demande git, qui n’est pas installé\n",
    )  # fmt: skip


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, object]]:
    """The articles of a JSON report with ``--diff HEAD``, by their paths."""
    folder = tmp_path_factory.mktemp("reported")
    git(folder, "init", "--quiet")
    ends = "Le loyer passe de 320 à\n400 euros,\nsoit une hausse de\n20 %.\n"
    record = '{"id": "%s", "title": "Un marché", "text": "%s"}\n'
    commit(folder, {
        "two.md": f"{WRONG}\n\nRien.\n\n{RIGHT}\n",
        "because.md": ends.replace("320", "340"),
        "flagged.md": ends.replace("20 %", "25 %"),
        "elsewhere.md": ends + "\n\nFin.\n",
        "lines.jsonl": record % ("a#1", WRONG) + record % ("b", RIGHT) + record % ("c", RIGHT),
        "untouched.txt": WRONG,
    })  # fmt: skip
    write(folder, {
        "two.md": f"{WRONG}\n\nRien.\n\n{WRONG.replace('31', '32').replace('marché rouvrira', 'musée fermera')}\n",
        "because.md": ends,
        "flagged.md": ends,
        "elsewhere.md": ends + "\n\nFin, dit-elle.\n",
        "lines.jsonl": record % ("a#1", WRONG) + record % ("b", WRONG) + record % ("c", RIGHT),
        "new.txt": WRONG,
    })  # fmt: skip
    result = run(
        "--diff", "HEAD", str(folder), "--output-format", "json", "--published", "2024-02-01"
    )
    assert result.exit_code == 1
    return {
        article["path"].rpartition("/")[2]: article
        for article in json.loads(result.stdout)["articles"]
    }


@pytest.mark.parametrize(
    ("path", "flagged", "unchanged"),
    [
        ("two.md", ["32 avril"], 1),
        ("because.md", ["20 %"], 0),
        ("flagged.md", ["20 %"], 0),
        ("elsewhere.md", [], 1),
        ("lines.jsonl#a#1", [], 1),
        ("lines.jsonl#b", ["31 avril"], 0),
        ("lines.jsonl#c", [], 0),
        ("new.txt", ["31 avril"], 0),
    ],
)
def test_a_finding_is_told_where_either_of_its_ends_changed(
    reported: dict[str, dict[str, object]], path: str, flagged: list[str], unchanged: int
) -> None:
    article = reported[path]
    assert isinstance(article["findings"], list)
    assert [finding["text"] for finding in article["findings"]] == flagged
    assert article["unchanged_findings"] == unchanged


def test_what_did_not_change_is_not_read(reported: dict[str, dict[str, object]]) -> None:
    assert len(reported) == 8


def test_the_full_report_says_what_it_leaves_out(repo: Path) -> None:
    commit(repo, {"a.txt": f"{WRONG}\n\nRien.\n"})
    replaced(repo, "a.txt", "Rien", "Rien de neuf")
    result = run("--diff", "HEAD", "a.txt")
    assert result.exit_code == 0
    assert "1 constat sur des lignes inchangées" in " ".join(result.stdout.split())
