"""How many small mistakes put into the program the tests notice.

::

    python -m benchmarks.mutation JOURNAL FOLDER=SHARE … [--seed N] [--again]

Draws ``SHARE`` percent of the mutants (`benchmarks.mutants`) of each module below
``fact_cli/FOLDER`` by the seed, tests them and prints the share killed and the survivors.
Each result is written to ``JOURNAL`` at once, and what stands there is not tested again, so
that a run can be stopped and taken up; ``--again`` tests the survivors of the journal anew.

One process loads the program, spaCy and the tests, runs the tests once and notes beside the
journal which lines each of them runs. For each mutant it forks, puts the changed function in
the place of the one that is loaded, and runs the tests of the changed line until one fails:
at most 150, each of another way through the module while there is one, so that some mutants
are told to survive that a test further on would kill. Slow tests are left out, and those that
draw at random.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest

from benchmarks.mutants import Mutant, mutants
from benchmarks.mutation_tests import Tests

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "fact_cli"
TESTS = (
    "articles", "assembled", "bounds", "claims", "dates", "figures", "headlines", "lexicon",
    "mentions", "network", "number_words", "phrase", "report_places", "reports", "rules", "scan",
    "sentences", "slips", "times", "units", "verdicts",
)  # fmt: skip
SLOW = "every_number"


@dataclass(frozen=True)
class Result:
    """One line of the journal: a mutant of ``path`` and what the tests made of it.

    ``outcome`` is the name of the test that fails, "timeout", "survived", or "not run" where
    no test runs the line.
    """

    path: str
    line: int
    function: str
    before: str
    after: str
    outcome: str

    @property
    def key(self) -> tuple[str, int, str, str, str]:
        return self.path, self.line, self.function, self.before, self.after

    @property
    def is_killed(self) -> bool:
        return self.outcome not in {"survived", "not run"}


def drawn(shares: Mapping[str, float], seed: int) -> Iterator[tuple[Path, Mutant]]:
    """The mutants to test, module by module; of each module its share, one at least."""
    for folder, share in shares.items():
        for path in sorted((PACKAGE / folder).rglob("*.py")):
            found = mutants(path.read_text(encoding="utf-8"))
            draw = random.Random(f"{seed} {path.relative_to(PACKAGE)}")
            exact = len(found) * share / 100
            count = min(len(found), int(exact) + (draw.random() < exact % 1))
            for mutant in sorted(draw.sample(found, count), key=lambda one: one.number):
                yield path, mutant


class Run:
    """Tests the mutants in place of pytest's own loop over the tests."""

    def __init__(self, wanted: Sequence[tuple[Path, Mutant]], journal: Path, *, again: bool):
        self.wanted = wanted
        self.journal = journal
        self.coverage = journal.with_suffix(f".{digest()}.coverage")
        self.known = {one.key: one for one in read(journal) if one.is_killed or not again}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        todo = [one for one in self.wanted if result(*one, "").key not in self.known]
        tests = Tests(session, PACKAGE, self.coverage) if todo else None
        with self.journal.open("a", encoding="utf-8") as lines:
            for path, mutant in todo:
                assert tests is not None
                found = result(path, mutant, tests.outcome(path, mutant))
                self.known[found.key] = found
                lines.write(json.dumps(asdict(found), ensure_ascii=False) + "\n")
                lines.flush()
        return True


def result(path: Path, mutant: Mutant, outcome: str) -> Result:
    name = str(path.relative_to(PACKAGE))
    return Result(name, mutant.line, mutant.function, mutant.before, mutant.after, outcome)


def digest() -> str:
    """A short name of the program as it is now."""
    found = hashlib.sha256()
    for path in sorted(PACKAGE.rglob("*.py")):
        found.update(path.read_bytes())
    return found.hexdigest()[:8]


def read(journal: Path) -> list[Result]:
    """The results of a journal; of a mutant that was tested twice, both."""
    if not journal.exists():
        return []
    with journal.open(encoding="utf-8") as lines:
        return [Result(**json.loads(line)) for line in lines]


def show(results: Sequence[Result]) -> None:
    for one in results:
        if not one.is_killed:
            print(f"{one.path}:{one.line} {one.function} [{one.outcome}]")
            print(f"    {_short(one.before)}  →  {_short(one.after)}")
    drawn_of = Counter(one.path.split("/")[0] for one in results)
    killed = Counter(one.path.split("/")[0] for one in results if one.is_killed)
    for folder, count in drawn_of.items():
        print(f"{folder}: {killed[folder]} of {count} killed ({killed[folder] / count:.0%})")


def _short(code: str) -> str:
    line = " ".join(code.split())
    return line if len(line) < 150 else line[:149] + "…"


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("journal", type=Path)
    parser.add_argument("shares", nargs="+", metavar="FOLDER=SHARE")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--again", action="store_true")
    given = parser.parse_args(arguments)
    shares = {name: float(share) for name, _, share in (one.partition("=") for one in given.shares)}
    wanted = list(drawn(shares, given.seed))
    run = Run(wanted, given.journal, again=given.again)
    files = [str(ROOT / "tests" / f"test_{name}.py") for name in TESTS]
    options = ["-o", "addopts=", "-p", "no:cacheprovider", "-p", "no:terminal", "-k", f"not {SLOW}"]
    pytest.main([*options, *(file for file in files if Path(file).exists())], plugins=[run])
    show([run.known[key] for one in wanted if (key := result(*one, "").key) in run.known])


if __name__ == "__main__":
    main(sys.argv[1:])
