"""The same input gives the same output, to the byte, wherever and whenever it is checked."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from fact_cli.report import FORMATS

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "fact_cli"
INPUTS = ("halle.txt", "newsroom", "ninjs", "txt")
# One process for all formats, so that the model is loaded once, and each file is checked once.
PROGRAM = """
import sys
from fact_cli.cli import cli
folder, formats, inputs = sys.argv[1], sys.argv[2].split(","), sys.argv[3:]
for name in formats:
    output = ["--output-format", name, "--output-file", f"{folder}/{name}", "--verbose"]
    cli(["--fail-on", "never", *output, *inputs], standalone_mode=False)
"""
PLACES: tuple[Mapping[str, str], ...] = (
    {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "Pacific/Kiritimati"},
    {"PYTHONHASHSEED": "1", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR", "TZ": "America/Adak"},
)
# These tell the time for the cache and its lock; no article is judged by it.
MAY_ASK = {"cache/results.py", "config/known.py", "accept/lock.py"}
CLOCK = {"today", "now", "utcnow", "time", "monotonic", "localtime", "gmtime", "perf_counter"}
CLOCKS = {"date", "datetime", "time"}


def test_hash_seed_locale_and_time_zone_change_nothing(tmp_path: Path) -> None:
    written = []
    for number, place in enumerate(PLACES):
        folder = tmp_path / str(number)
        folder.mkdir()
        inputs = [str(Path("fixtures") / name) for name in INPUTS]
        subprocess.run(
            [sys.executable, "-c", PROGRAM, str(folder), ",".join(FORMATS), *inputs],
            env=_environment(folder / "cache", place),
            cwd=ROOT,
            check=True,
            capture_output=True,
        )
        written.append({name: (folder / name).read_bytes() for name in FORMATS})
    assert all(written[0].values())
    assert written[1:] == written[:1] * (len(PLACES) - 1)


def _environment(cache: Path, place: Mapping[str, str]) -> Mapping[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "FACTCHECK_NO_CACHE"}
    own = {"PYTHONPATH": str(ROOT), "COLUMNS": "80", "FACTCHECK_CACHE_DIR": str(cache)}
    return {**kept, **own, **place}


def test_nothing_asks_for_the_time() -> None:
    asking = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr in CLOCK
        and isinstance(node.value, ast.Name)
        and node.value.id in CLOCKS
        and _is_called(path, node)
    }
    assert asking == MAY_ASK


def _is_called(path: Path, attribute: ast.Attribute) -> bool:
    """Whether ``attribute`` is of a module or class, as an import names it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for alias in node.names
    }
    return isinstance(attribute.value, ast.Name) and attribute.value.id in imported
