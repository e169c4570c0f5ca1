"""The layers of the house: a module may import from its own layer and those below."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "fact_cli"
# From the top; modules in one row may import each other only where they share a folder.
LAYERS = [
    {"entry"},
    {"cli"},
    {"options"},
    {"output", "progress", "accepting", "watch"},
    {"config"},
    {"preloaded"},
    {"run", "explain"},
    {"changed"},
    {"report"},
    {"judge", "cache", "groups"},
    {"accept"},
    {"rules"},
    {"rule"},
    {"relate"},
    {"pipeline"},
    {"scan", "read"},
    {"lang"},
    {"model", "git"},
    {"interrupt", "pool", "rule_names"},
    {"failures"},
    {"errors"},
]
RANK = {name: rank for rank, row in enumerate(LAYERS) for name in row}
MODULES = sorted(
    path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE or path.stem[0] != "_"
)
# What an import of it costs is paid by who uses it.
HEAVY = {"spacy", "rich", "dateparser", "pydantic", "charset_normalizer", "pathspec", "thinc"}


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path, *, top_level: bool = False) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = tree.body if top_level else list(ast.walk(tree))
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found.add(node.module or "")
            if node.module == "fact_cli":
                found |= {f"fact_cli.{alias.name}" for alias in node.names}
    return found


def rooms(names: set[str]) -> set[str]:
    parts = (name.split(".") for name in names if name.startswith("fact_cli."))
    return {part[1] for part in parts if part[1] in RANK}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_go_down_only(path: Path) -> None:
    here = room(path)
    for other in rooms(imports(path)) - {here}:
        assert RANK[other] > RANK[here], f"{here} imports {other}"


@pytest.mark.parametrize("path", sorted((PACKAGE / "rules").glob("*.py")), ids=lambda p: p.stem)
def test_a_rule_knows_the_model_and_its_own_module_only(path: Path) -> None:
    assert rooms(imports(path)) <= {"rule", "model"}


def test_spacy_lives_in_one_folder() -> None:
    users = {
        room(path) for path in MODULES if any(n.split(".")[0] == "spacy" for n in imports(path))
    }
    assert users == {"pipeline"}


def test_the_model_of_the_data_needs_the_standard_library_only() -> None:
    for path in (PACKAGE / "model").glob("*.py"):
        outside = {name.split(".")[0] for name in imports(path)} & (HEAVY | {"click"})
        assert outside == set(), path


def test_the_command_line_imports_click_only() -> None:
    heads = {name.split(".")[0] for name in imports(PACKAGE / "cli.py", top_level=True)}
    assert heads <= {"__future__", "os", "sys", "collections", "typing", "click", "fact_cli"}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_file_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
