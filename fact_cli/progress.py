"""A line at the foot of the terminal that tells how far a long run is.

It is cleared before anything else is written, and drawn again after it, so that a report on
the same terminal stays whole; there is no thread that might draw in between.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TYPE_CHECKING

from fact_cli.model.finding import ArticleResult, InputFailure
from fact_cli.read import reader_name

if TYPE_CHECKING:
    from rich.progress import Progress

FEW = 5  # files, or articles, that need no bar
BAR = 16  # columns
BETWEEN = 0.1  # seconds from one drawing to the next
SHORTEST_NAME = 10  # columns, below which no name is told
NARROW = 100  # columns of a terminal: with fewer the words for the counts are short
_WORDS = {
    "fr": (("article", "articles"), "mots/s", ("constat", "constats")),
    "en": (("article", "articles"), "words/s", ("finding", "findings")),
}


class ProgressBar:
    """Files done of how many, articles, words a second, findings, and the file at hand.

    For a few files of a few articles nothing is drawn, and rich is not loaded; nor is anything
    drawn where the terminal cannot move its cursor.
    """

    def __init__(self, language: str, *, colored: bool) -> None:
        self._language = language
        self._colored = colored
        self._bar: Progress | None = None
        self._at: tuple[int, int, str] | None = None
        self._lines = 0  # of the file at hand, which has an article on each
        self._share = 0.0  # of the file at hand that is done
        self._counts = _Counts()
        self._shown = False
        self._drawn = 0.0

    def __enter__(self) -> ProgressBar:
        return self

    def __exit__(self, *raised: object) -> None:
        """Clears the bar; the cursor comes back even where Ctrl-C met the drawing of it."""
        self._hide()
        if self._bar is not None:
            self._bar.console.show_cursor()

    def begun(self, done: int, total: int, path: str) -> None:
        """Shows that ``done`` files of ``total`` are read and ``path`` is next."""
        self._at = (done, total, path)
        self._lines = _count_lines(path)
        self._share = 0.0
        self._show(at_once=True)  # what comes now may take long

    def watch(
        self, outcomes: Iterable[ArticleResult | InputFailure], *, shared: bool
    ) -> Iterator[ArticleResult | InputFailure]:
        """``outcomes``, out of whose way the bar goes while they are written.

        ``shared`` says that the report goes to a terminal, which may be the same.
        """
        for outcome in outcomes:
            failed = isinstance(outcome, InputFailure)
            if not failed and self._at is not None:
                self._counts.add(outcome)
                document = outcome.article.document
                if document.line and self._lines and document.path.startswith(self._at[2]):
                    self._share = min(1.0, document.line / self._lines)
            if failed or shared:
                self._hide()
            yield outcome
            self._show()

    def _show(self, *, at_once: bool = False) -> None:
        if self._at is None or (self._at[1] <= FEW and self._counts.articles <= FEW):
            return
        if self._bar is None:
            self._bar = _bar(self._colored)
            self._bar.add_task("", total=None, files="", counts="", name="")
        if self._bar.console.is_dumb_terminal:
            return
        if self._shown and not at_once and monotonic() - self._drawn < BETWEEN:
            return
        self._update(self._bar, *self._at)
        if not self._shown:
            self._shown = True
            self._bar.start()
        self._bar.refresh()
        self._drawn = monotonic()

    def _update(self, bar: Progress, done: int, total: int, path: str) -> None:
        known = total > 1 or self._lines
        files = f"{done}/{total} " if total > 1 else ""
        counts = self._counts.told(self._language, short=bar.console.width < NARROW)
        room = bar.console.width - BAR - len(files) - len(counts) - 3
        bar.update(
            bar.task_ids[0],
            total=total if known else None,
            completed=done + self._share,
            files=files,
            counts=counts,
            name=_shortened(path, room) if room >= SHORTEST_NAME else "",
        )

    def _hide(self) -> None:
        if self._bar is not None and self._shown:
            self._bar.stop()
            self._shown = False


class _Counts:
    """What was done so far, and how fast: from the first result on, for loading comes before."""

    def __init__(self) -> None:
        self.articles = 0
        self.findings = 0
        self._words = 0
        self._since = 0.0

    def add(self, result: ArticleResult) -> None:
        self.articles += 1
        self.findings += len(result.unaccepted)
        if self.articles == 1:
            self._since = monotonic()
        else:
            self._words += len(result.article.document.text.split())

    def told(self, language: str, *, short: bool) -> str:
        articles, speed, findings = _WORDS[language]
        seconds = monotonic() - self._since
        parts = [_counted(self.articles, articles, language)]
        if self._words and seconds:
            rate = _grouped(round(self._words / seconds), language)
            parts.append(f"{rate} {speed}")
        parts.append(_counted(self.findings, findings, language))
        return (" " if short else "  ").join(parts)


def _counted(number: int, noun: tuple[str, str], language: str) -> str:
    return f"{_grouped(number, language)} {noun[0] if number < 2 else noun[1]}"


def _grouped(number: int, language: str) -> str:
    return f"{number:,}".replace(",", "\u202f" if language == "fr" else ",")


def _count_lines(path: str) -> int:
    """How many lines a file of JSON Lines has; 0 for any other, and for a stream."""
    if reader_name(path) != "jsonl" or not os.path.isfile(path):
        return 0
    with open(path, "rb") as file:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b"")) or 1


def _bar(colored: bool) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn
    from rich.table import Column

    def text(field: str) -> TextColumn:
        return TextColumn(field, markup=False, table_column=Column(no_wrap=True))

    return Progress(
        BarColumn(BAR),
        text("{task.fields[files]}{task.fields[counts]}"),
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
