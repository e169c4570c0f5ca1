"""Work shared among processes, its results in the order in which the work was given.

Each process is started when there is work for one more, prepares itself once, and takes one
task after the other. It ends with the parent, however that ends: what it listens to is closed.

On Linux all are forked from a process that has loaded, once, what they need, and that neither
runs threads nor anything else; elsewhere each loads it itself, since system libraries may not
survive a fork.
"""

from __future__ import annotations

import os
import queue
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from fact_cli.errors import FactcheckError

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext

Task = TypeVar("Task")
Made = TypeVar("Made")
Item = TypeVar("Item")
Prepare = Callable[[], Callable[[Any], Any]]

AHEAD = 3  # tasks that a process has been given: one at hand, the others lest it wait for us
WINDOW = 8  # results a process that may wait for one that comes before them
GRACE = 2.0  # seconds for a process to be gone once it was ended
# Matrices of one sentence are too small to be shared, and the cores are taken.
ONE_THREAD = (
    "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)  # fmt: skip


class WorkerDied(FactcheckError):
    """A process ended before its work did: it was killed, or the program has a defect."""

    def __init__(self, status: int | None) -> None:
        how = "?" if status is None else _signal_name(-status) if status < 0 else str(status)
        super().__init__(
            f"un des processus de --jobs s’est arrêté ({how}) ; mémoire insuffisante ?",
            f"one of the processes of --jobs has died ({how}); out of memory?",
        )


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)


class Pool(Generic[Task, Made]):
    """At most ``jobs`` processes, in each of which ``prepare`` makes what does the tasks.

    ``prepare``, tasks and results must be such as can be sent. ``preload`` is a module that
    loads what ``prepare`` would load in each. A context manager: at its end all processes are
    gone, whatever they were doing.
    """

    def __init__(self, prepare: Prepare, jobs: int, preload: str | None = None) -> None:
        self._prepare = prepare
        self._jobs = jobs
        self._preload = preload
        self._workers: list[_Worker] = []
        self._waiting: deque[tuple[int, Task]] = deque()
        self._done: dict[int, Made] = {}
        self._given = 0

    def __enter__(self) -> Pool[Task, Made]:
        return self

    def __exit__(self, *raised: object) -> None:
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join(GRACE)

    @property
    def window(self) -> int:
        """How many tasks may be given before the result of the first is taken."""
        return WINDOW * self._jobs

    def give(self, task: Task) -> int:
        """A number by which the result can be asked for. Raises `WorkerDied`."""
        self._given += 1
        self._waiting.append((self._given, task))
        self._deal()
        return self._given

    def is_done(self, number: int | None) -> bool:
        """Whether the result is there, which None needs not. Raises what `result` does."""
        if number is None:
            return True
        self._receive(0)
        return number in self._done

    def result(self, number: int) -> Made:
        """What became of a task, once. Raises `WorkerDied`, and `FactcheckError` of a process."""
        while number not in self._done:
            self._receive(None)
        return self._done.pop(number)

    def _deal(self) -> None:
        """Gives each task that waits to the process with the fewest."""
        while self._waiting:
            free = min(self._workers, key=lambda one: len(one.tasks), default=None)
            if len(self._workers) < self._jobs and (free is None or free.tasks):
                free = _Worker(self._prepare, self._workers, self._preload)
            if free is None or len(free.tasks) >= AHEAD:
                return
            free.give(*self._waiting.popleft())

    def _receive(self, timeout: float | None) -> None:
        ready = wait([worker.answers for worker in self._workers], timeout)
        for worker in self._workers:
            if worker.answers in ready:
                number, made = worker.answer()
                self._done[number] = made
        if ready:
            self._deal()


def in_order(
    items: Iterator[Item],
    task_of: Callable[[Item], Task | None],
    prepare: Prepare,
    jobs: int,
    preload: str | None = None,
) -> Iterator[tuple[Item, Any]]:
    """Each of ``items`` with what is made of its task; with None where it has none.

    So many ``items`` are taken in advance that no process waits, and no more. Raises what
    `Pool` does.
    """
    with Pool[Task, Any](prepare, jobs, preload) as pool:
        ahead: deque[tuple[Item, int | None]] = deque()
        for item in items:
            task = task_of(item)
            ahead.append((item, None if task is None else pool.give(task)))
            while ahead and (len(ahead) > pool.window or pool.is_done(ahead[0][1])):
                yield _taken(pool, *ahead.popleft())
        while ahead:
            yield _taken(pool, *ahead.popleft())


def _taken(pool: Pool[Any, Any], item: Item, number: int | None) -> tuple[Item, Any]:
    return item, None if number is None else pool.result(number)


def _context(preload: str | None) -> SpawnContext | ForkServerContext:
    """How processes are started: from one that has loaded ``preload``, or each by itself."""
    if preload is None or sys.platform != "linux":
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload([preload])
    return context


class _Worker:
    """A process and the tasks that it was given. It stands in ``workers`` once it runs."""

    def __init__(self, prepare: Prepare, workers: list[_Worker], preload: str | None) -> None:
        context = _context(preload)
        theirs, self._tasks = context.Pipe(duplex=False)
        self.answers, answering = context.Pipe(duplex=False)
        self.tasks: deque[int] = deque()
        self.process: BaseProcess = context.Process(
            target=_work, args=(theirs, answering, prepare), daemon=True
        )
        with _no_interruption():
            try:
                self.process.start()
            except (EOFError, OSError):  # the one that it would be forked from is gone
                raise WorkerDied(None) from None
            workers.append(self)
        theirs.close()
        answering.close()  # else nobody would hear that the process has died

    def give(self, number: int, task: Any) -> None:
        try:
            self._tasks.send(task)
        except OSError:
            raise self._died() from None
        self.tasks.append(number)

    def answer(self) -> tuple[int, Any]:
        try:
            made, error = self.answers.recv()
        except (EOFError, OSError):
            raise self._died() from None
        if error is not None:
            raise FactcheckError(*error)
        return self.tasks.popleft(), made

    def _died(self) -> WorkerDied:
        self.process.join(GRACE)
        return WorkerDied(self.process.exitcode)


@contextmanager
def _no_interruption() -> Iterator[None]:
    """Holds Ctrl-C back, here until the end of the block and in processes started in it."""
    mask = getattr(signal, "pthread_sigmask", None)
    if mask is None:  # Windows
        yield
        return
    # Python's own tracker lets Ctrl-C through again when it starts: it must run before.
    resource_tracker.ensure_running()
    before = mask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        mask(signal.SIG_SETMASK, before)


def _work(tasks: Connection, answers: Connection, prepare: Prepare) -> None:
    """What a process does; a defect ends it with a traceback."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.update(dict.fromkeys(ONE_THREAD, "1"))
    waiting: queue.SimpleQueue[Any] = queue.SimpleQueue()
    Thread(target=_listen, args=(tasks, waiting), daemon=True).start()
    try:
        do = prepare()
        while True:
            answers.send((do(waiting.get()), None))
    except FactcheckError as error:
        answers.send((None, (error.fr, error.en)))
    except BrokenPipeError:  # nobody wants it any more
        pass


def _listen(tasks: Connection, waiting: queue.SimpleQueue[Any]) -> None:
    """Takes in what is sent at once, so that the sender never waits for a task to be done."""
    while True:
        try:
            waiting.put(tasks.recv())
        except (EOFError, OSError):
            os._exit(0)
