"""Where the report goes, and how wide and colourful it may be there."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from shutil import get_terminal_size
from typing import TextIO

from fact_cli.errors import UsageError
from fact_cli.failures import output_closed
from fact_cli.read import reader_name
from fact_cli.report import ReportOptions

STDOUT = "-"


def opened(
    output_file: str | None, paths: Sequence[str], *, machine: bool
) -> AbstractContextManager[TextIO]:
    """The file named, or standard output (None or "-"), which stays open.

    ``paths`` are not written over. A format for programs is UTF-8 whatever the terminal is.
    Raises `UsageError`.
    """
    if output_file is None or output_file == STDOUT:
        if sys.stdout is None or not sys.stdout.writable():
            raise output_closed()
        reconfigure = getattr(sys.stdout, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace", **({"encoding": "utf-8"} if machine else {}))
        return nullcontext(sys.stdout)
    if any(_same_file(path, output_file) for path in paths):
        raise UsageError(
            f"{output_file}: le rapport écraserait l’article", f"{output_file}: is an article"
        )
    try:
        return open(output_file, "w", encoding="utf-8", errors="replace")
    except OSError as error:
        raise UsageError(
            f"{output_file}: écriture impossible ({error.strerror})",
            f"{output_file}: cannot be written ({error.strerror})",
        ) from error


def _same_file(path: str, output_file: str) -> bool:
    """Whether the report would be written over an article, or into a folder to be read."""
    try:
        inside = os.path.isdir(path) and os.path.exists(output_file)
        return os.path.samefile(path, output_file) or (
            inside and os.path.realpath(output_file).startswith(os.path.realpath(path) + os.sep)
        )
    except OSError:
        return False


def report_options(out: TextIO, paths: Sequence[str], language: str, color: str) -> ReportOptions:
    """How to write to ``out``: the claims of one article only, colours for a terminal only."""
    terminal = out.isatty()
    wanted = color == "always" or (color == "auto" and terminal and not os.environ.get("NO_COLOR"))
    many = len(paths) > 1 or os.path.isdir(paths[0]) or reader_name(paths[0]) == "jsonl"
    width = get_terminal_size((80, 24)).columns
    folder = os.getcwd()
    root = os.environ.get("GITHUB_WORKSPACE") or os.environ.get("CI_PROJECT_DIR") or folder
    summary = os.environ.get("GITHUB_STEP_SUMMARY") or None
    return ReportOptions(
        language, wanted, width, table=not many, root=root, folder=folder, summary=summary
    )
