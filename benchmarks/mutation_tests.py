"""The tests of a mutant: which run its line, and whether one of them fails."""

from __future__ import annotations

import ast
import gc
import os
import resource
import signal
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any, NoReturn

import coverage
import pytest

from benchmarks.mutants import Mutant, mutated

MOST = 150  # tests of one mutant
LIMIT = 60  # seconds of processor time for the tests of one mutant


class Tests:
    """The tests that pytest has collected, each with the lines of ``package`` that it runs."""

    def __init__(self, session: pytest.Session, package: Path, kept: Path):
        self._package = str(package)
        self._failed = False
        session.config.pluginmanager.register(self)
        self._items = {item.nodeid: item for item in session.items}
        _run(session.items[0])  # loads what is loaded once
        self._caches = list(_caches())
        self._lines = coverage.Coverage(data_file=kept, source=[self._package], config_file=False)
        self._lines.load()
        known = self._lines.get_data().measured_contexts()
        self._lines.start()
        for name, item in self._items.items():
            if name not in known:
                self._forget()
                self._lines.switch_context(name)
                _run(item)
        self._lines.stop()
        self._lines.save()
        if self._failed:
            raise ValueError("the tests fail without any mutant")
        self._functions = _functions(self._package)
        self._caches = list(_caches())
        gc.freeze()

    def outcome(self, path: Path, mutant: Mutant) -> str:
        """The test that fails with the mutant; "timeout", "survived" or "not run"."""
        items = self._tests_of(path, mutant)
        if not items:
            return "not run"
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            self._tell(writing, path, mutant, items)
        os.close(writing)
        with os.fdopen(reading, encoding="utf-8") as told:
            name = told.read()
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status) and os.WTERMSIG(status) in {signal.SIGXCPU, signal.SIGKILL}:
            return "timeout"
        if status:
            raise ValueError(f"{path.name} could not be changed: {mutant}")
        return name or "survived"

    def _tell(self, pipe: int, path: Path, mutant: Mutant, items: list[pytest.Item]) -> NoReturn:
        """In the process of a mutant: writes the name of the test that fails, and ends."""
        code = 1
        try:
            resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT))
            self._place(path, mutant)
            os.write(pipe, self._first_to_fail(items).encode())
            code = 0
        finally:
            os._exit(code)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._failed = self._failed or report.failed

    def _first_to_fail(self, items: list[pytest.Item]) -> str:
        for item in items:
            _run(item)
            if self._failed:
                return item.nodeid
        return ""

    def _forget(self) -> None:
        for kept in self._caches:
            kept.cache_clear()

    def _tests_of(self, path: Path, mutant: Mutant) -> list[pytest.Item]:
        """At most `MOST`: one of each way through the modules in question, then another of each.

        The ways that run the most lines come first.
        """
        ways: defaultdict[str, set[tuple[str, int]]] = defaultdict(set)
        found: set[str] = set()
        for file, lines in self._lines_of(path, mutant).items():
            for line, names in self._lines.get_data().contexts_by_lineno(file).items():
                for name in names:
                    ways[name].add((file, line))
                if line in lines:
                    found.update(names)
        told: Counter[frozenset[tuple[str, int]]] = Counter()
        order: list[tuple[int, int, str]] = []
        for name in sorted(found & self._items.keys()):
            way = frozenset(ways[name])
            order.append((told[way], -len(way), name))
            told[way] += 1
        return [self._items[name] for *_, name in sorted(order)[:MOST]]

    def _lines_of(self, path: Path, mutant: Mutant) -> dict[str, set[int]]:
        """The lines whose run shows a mutant: its own; of a constant, those of all its readers."""
        if not mutant.is_constant:
            return {str(path): {mutant.line}}
        name = mutant.function
        readers: dict[str, set[int]] = defaultdict(set)
        for (file, _, _), functions in self._functions.items():
            for code in _codes(functions[0].__code__):
                if name in code.co_names and _same(functions[0], path, name):
                    readers[file].update(line for _, _, line in code.co_lines() if line)
        return readers

    def _place(self, path: Path, mutant: Mutant) -> None:
        """Puts a mutant into the program that is loaded."""
        tree = mutated(path.read_text(encoding="utf-8"), mutant.number)
        if mutant.is_constant:
            _set_constant(path, mutant.function, tree)
        else:
            codes = {
                _key(code): code
                for code in _codes(compile(tree, str(path), "exec", dont_inherit=True))
            }
            found = [key for key in codes if key in self._functions]
            if not any(key[1] == mutant.function for key in found):
                raise ValueError(f"{mutant.function} is not loaded")
            for key in found:
                for function in self._functions[key]:
                    function.__code__ = codes[key]
        self._forget()


def _run(item: pytest.Item) -> None:
    item.ihook.pytest_runtest_protocol(item=item, nextitem=None)


def _key(code: CodeType) -> tuple[str, str, int]:
    return code.co_filename, code.co_qualname, code.co_firstlineno


def _functions(package: str) -> dict[tuple[str, str, int], list[FunctionType]]:
    """All functions of the package that are loaded, by where they stand."""
    found = defaultdict(list)
    for one in gc.get_objects():
        if isinstance(one, FunctionType) and one.__code__.co_filename.startswith(package):
            found[_key(one.__code__)].append(one)
    return found


def _caches() -> Iterator[_lru_cache_wrapper[Any]]:
    """What keeps results of the four folders, in which a mutant may show."""
    for one in gc.get_objects():
        if isinstance(one, _lru_cache_wrapper):
            name = getattr(one, "__module__", "") or ""
            if name.startswith(("fact_cli.model", "fact_cli.scan", "fact_cli.relate")):
                yield one


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield from _codes(one)


def _module(path: Path) -> ModuleType:
    (found,) = (
        one for one in list(sys.modules.values()) if getattr(one, "__file__", None) == str(path)
    )
    return found


def _same(function: FunctionType, path: Path, name: str) -> bool:
    """Whether the name that a function reads is the constant of the module at ``path``."""
    held = function.__globals__.get(name)
    return held is not None and held is getattr(_module(path), name, None)


def _set_constant(path: Path, name: str, tree: ast.Module) -> None:
    """Gives the name its changed value, in all modules that have imported it."""
    module = _module(path)
    old = getattr(module, name)
    (value,) = (
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name
    )
    new = eval(compile(ast.Expression(value), str(path), "eval"), dict(vars(module)))
    for one in list(sys.modules.values()):
        if one.__name__.startswith("fact_cli") and getattr(one, name, None) is old:
            setattr(one, name, new)
