"""A line at the foot of the terminal that tells how far a long run is.

It is cleared before anything else is written, and drawn again after it, so that a report on
the same terminal stays whole; there is no thread that might draw in between.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING

from fact_cli.model.finding import ArticleResult, InputFailure

if TYPE_CHECKING:
    from rich.progress import Progress

FEW = 5  # files that need no bar
BAR = 24  # columns
BESIDE = 50  # columns that bar and counts take at most
SHORTEST_NAME = 10  # columns
_FINDINGS = {"fr": ("constat", "constats"), "en": ("finding", "findings")}


class ProgressBar:
    """Files done of how many, findings so far, and the file at hand.

    For a few files nothing is drawn, and rich is not loaded; nor is anything drawn where the
    terminal cannot move its cursor.
    """

    def __init__(self, language: str, *, colored: bool) -> None:
        self._language = language
        self._colored = colored
        self._bar: Progress | None = None
        self._findings = 0
        self._shown = False

    def __enter__(self) -> ProgressBar:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """Clears the bar; the cursor comes back even where Ctrl-C met the drawing of it."""
        self._hide()
        if self._bar is not None:
            self._bar.console.show_cursor()

    def begun(self, done: int, total: int, path: str) -> None:
        """Shows that ``done`` files of ``total`` are read and ``path`` is next."""
        if total <= FEW:
            return
        if self._bar is None:
            self._bar = _bar(self._colored)
            self._bar.add_task("", total=total, findings="", name="")
        room = max(SHORTEST_NAME, self._bar.console.width - BESIDE)
        task = self._bar.task_ids[0]
        self._bar.update(
            task, completed=done, findings=self._counted(), name=_shortened(path, room)
        )
        self._show()

    def watch(
        self, outcomes: Iterable[ArticleResult | InputFailure], *, shared: bool
    ) -> Iterator[ArticleResult | InputFailure]:
        """``outcomes``, out of whose way the bar goes while they are written.

        ``shared`` says that the report goes to a terminal, which may be the same.
        """
        for outcome in outcomes:
            failed = isinstance(outcome, InputFailure)
            if not failed:
                self._findings += len(outcome.unaccepted)
            if failed or shared:
                self._hide()
            yield outcome
            if self._bar is not None:
                self._bar.update(self._bar.task_ids[0], findings=self._counted())
                self._show()

    def _counted(self) -> str:
        one, many = _FINDINGS[self._language]
        return f"{self._findings} {one if self._findings < 2 else many}"

    def _show(self) -> None:
        if self._bar is None or self._bar.console.is_dumb_terminal:
            return
        if not self._shown:
            self._shown = True
            self._bar.start()
        self._bar.refresh()

    def _hide(self) -> None:
        if self._bar is not None and self._shown:
            self._bar.stop()
            self._shown = False


def _bar(colored: bool) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn
    from rich.table import Column

    def text(field: str) -> TextColumn:
        return TextColumn(field, markup=False, table_column=Column(no_wrap=True))

    return Progress(
        BarColumn(BAR),
        text("{task.completed}/{task.total}"),
        text("{task.fields[findings]}"),
        text("{task.fields[name]}"),
        console=Console(file=sys.stderr, no_color=not colored or None),
        auto_refresh=False,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )


def _shortened(path: str, room: int) -> str:
    """The end of ``path``, which tells more than its beginning."""
    from fact_cli.report.words import printed

    name = printed(path)
    return name if len(name) <= room else "…" + name[1 - room :]
