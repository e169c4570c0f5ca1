"""Work shared among processes: its order, its bounds, and how it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from fact_cli.errors import FactcheckError, ModelMissing
from fact_cli.pool import ONE_THREAD, WINDOW, Pool, WorkerDied, in_order

ITEMS = 40


def slow_first() -> Callable[[int], int]:
    """Squares, of which the first takes longest."""

    def square(number: int) -> int:
        time.sleep(0.3 if number == 0 else 0)
        return number * number

    return square


def echo() -> Callable[[bytes], bytes]:
    return bytes


def at_work() -> Callable[[str], tuple[int, str | None]]:
    return lambda name: (os.getpid(), os.environ.get(name))


def no_model() -> Callable[[int], int]:
    raise ModelMissing


def suicide(number: int) -> Callable[[int], int]:
    return lambda _: os.kill(os.getpid(), number) or 0


def itself(number: int) -> int:
    return number


def test_results_come_in_the_order_of_the_tasks() -> None:
    found = in_order(iter(range(ITEMS)), itself, slow_first, jobs=2)
    assert list(found) == [(number, number * number) for number in range(ITEMS)]


def test_what_is_no_task_keeps_its_place_and_starts_no_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    odd = in_order(iter(range(7)), lambda n: n if n % 2 else None, slow_first, jobs=2)
    assert list(odd) == [(n, n * n if n % 2 else None) for n in range(7)]
    monkeypatch.setattr("fact_cli.pool.get_context", None)
    nothing = in_order(iter("abc"), lambda _: None, slow_first, jobs=2)
    assert list(nothing) == [("a", None), ("b", None), ("c", None)]


def test_no_more_is_read_than_the_window_holds() -> None:
    read: list[int] = []

    def items() -> Iterator[int]:
        for number in range(10 * WINDOW):
            read.append(number)
            yield number

    found = in_order(items(), itself, slow_first, jobs=2)
    for number, _ in found:
        assert len(read) <= number + 1 + 2 * WINDOW
    assert len(read) == 10 * WINDOW


def test_large_tasks_and_large_results_do_not_wait_for_each_other() -> None:
    large = [bytes([number]) * 3_000_000 for number in range(12)]
    assert [made for _, made in in_order(iter(large), bytes, echo, jobs=2)] == large


def test_processes_are_as_many_as_jobs_and_have_one_thread() -> None:
    with Pool[str, tuple[int, str | None]](at_work, jobs=2) as pool:
        found = [pool.result(number) for number in [pool.give(name) for name in ONE_THREAD * 3]]
    assert len({process for process, _ in found}) == 2
    assert {value for _, value in found} == {"1"}
    assert os.getpid() not in {process for process, _ in found}


def test_an_error_that_a_process_tells_is_told_here() -> None:
    with pytest.raises(FactcheckError) as error:
        list(in_order(iter([1]), itself, no_model, jobs=2))
    assert (error.value.fr, error.value.en) == (ModelMissing().fr, ModelMissing().en)


def test_a_process_that_dies_is_told_with_its_signal() -> None:
    with pytest.raises(WorkerDied) as error:
        list(in_order(iter(range(50)), itself, partial(suicide, signal.SIGKILL), jobs=2))
    assert "(SIGKILL)" in error.value.en


def test_at_the_end_no_process_is_left() -> None:
    with Pool[str, tuple[int, str | None]](at_work, jobs=2) as pool:
        process, _ = pool.result(pool.give("HOME"))
        os.kill(process, 0)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


FORKED = """
import sys
from fact_cli.pool import Pool

def prepare():
    return lambda name: name in sys.modules

if __name__ == "__main__":
    with Pool(prepare, 2, sys.argv[1]) as pool:
        for number in [pool.give("fact_cli.judge") for _ in range(3)]:
            print(pool.result(number))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere each process loads for itself")
def test_what_all_processes_need_is_loaded_before_they_are_forked(tmp_path: Path) -> None:
    (tmp_path / "script.py").write_text(FORKED, encoding="utf-8")
    for module, loaded in (("fact_cli.preloaded", True), ("there_is_no_such_module", False)):
        told = subprocess.check_output([sys.executable, "script.py", module], cwd=tmp_path)
        assert told.decode().split() == [str(loaded)] * 3


SCRIPT = """
import os, signal, sys, time
from fact_cli import run
from fact_cli.entry import main

def prepare(settings):
    os.write(2, b"ready\\n")
    return lambda documents: {what}

run._checker = prepare
if __name__ == "__main__":
    sys.argv = ["factcheck", "--jobs", "2", "--output-format", "concise", "a.txt", "b.txt"]
    main()
"""


def started(folder: Path, what: str) -> subprocess.Popen[str]:
    """A run over two articles whose processes do ``what``, in a group of its own."""
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("Le marché rouvrira le 31 avril.", encoding="utf-8")
    (folder / "script.py").write_text(SCRIPT.format(what=what), encoding="utf-8")
    return subprocess.Popen(
        [sys.executable, "script.py"], cwd=folder, start_new_session=True, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def is_gone(group: int) -> bool:
    """Whether no process of ``group`` is left, within a few seconds."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


def test_ctrl_c_ends_all_processes_with_status_130(tmp_path: Path) -> None:
    run = started(tmp_path, "time.sleep(60)")
    assert run.stderr is not None and run.stderr.readline() == "ready\n"
    os.killpg(run.pid, signal.SIGINT)
    out, told = run.communicate(timeout=30)
    assert (run.returncode, out, told.replace("ready\n", "")) == (130, "", "")
    assert is_gone(run.pid)


def test_processes_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    run = started(tmp_path, "time.sleep(60)")
    assert run.stderr is not None and run.stderr.readline() == "ready\n"
    run.kill()
    run.communicate(timeout=30)
    assert is_gone(run.pid)


def test_a_process_that_is_killed_is_one_line_and_status_2(tmp_path: Path) -> None:
    run = started(tmp_path, "os.kill(os.getpid(), signal.SIGKILL)")
    out, told = run.communicate(timeout=30)
    told = told.replace("ready\n", "")
    assert (run.returncode, out, len(told.splitlines())) == (2, "", 1)
    assert told.startswith("factcheck: un des processus de --jobs s’est arrêté (SIGKILL)")
    assert is_gone(run.pid)
