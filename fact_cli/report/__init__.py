"""Output formats: one file a format, named as on the command line.

Each has ``render(outcomes, out, options)``, which writes results as they come.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, TextIO, cast

from fact_cli.model.finding import ArticleResult, InputFailure

FORMATS = (
    "full", "concise", "json", "jsonl", "csv", "sarif", "github", "gitlab", "junit", "checkstyle",
    "rdjson", "markdown",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """How to write. ``width`` is in columns; ``table`` asks for the claims of each article.

    ``bom`` puts a byte order mark before a table for spreadsheets. Formats for CI name files
    from ``root``, the folder of the repository, where one is given; the names that were
    given count from ``folder``. ``summary`` is a file to which GitHub's format adds its page.
    ``since`` names the revision since which only changes are told.
    """

    language: str = "fr"
    color: bool = False
    width: int = 80
    table: bool = False
    quiet: bool = False
    verbose: bool = False
    bom: bool = False
    root: str = ""
    folder: str = ""
    summary: str | None = None
    since: str | None = None


class Format(Protocol):
    def render(
        self,
        outcomes: Iterable[ArticleResult | InputFailure],
        out: TextIO,
        options: ReportOptions,
    ) -> None: ...


def load(name: str) -> Format:
    """The format called ``name``, one of `FORMATS`."""
    return cast(Format, import_module(f"fact_cli.report.{name}"))
