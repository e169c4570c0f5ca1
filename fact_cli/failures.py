"""What ends a run early: one line on standard error, and the exit status."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress

from fact_cli.errors import FactcheckError, UsageError

UNUSABLE, INTERRUPTED = 2, 130  # exit statuses


class ClosedOutput(io.TextIOBase):
    """Stands for a standard output that was closed before the start, so that writing fails."""

    encoding = "utf-8"
    errors = "replace"

    def write(self, _: str, /) -> int:
        raise output_closed()


def output_closed() -> UsageError:
    return UsageError("la sortie standard est fermée", "standard output is closed")


def exit_status(error: BaseException, language: str = "fr") -> int:
    """The exit status that ``error`` ends the run with, once it is told.

    Whoever closed the pipe has read enough, and whoever pressed Ctrl-C knows: these are quiet.
    """
    if isinstance(error, KeyboardInterrupt):
        return INTERRUPTED
    if isinstance(error, BrokenPipeError):
        _drop_output()
        return 0
    if isinstance(error, FactcheckError):
        say(error.message(language))
    elif isinstance(error, OSError):
        say(error.strerror or str(error))
        _drop_output()
    else:
        raise error
    return UNUSABLE


def say(words: str) -> None:
    """Writes a line of ours on standard error, which may be closed or full as well.

    Names and values that were given may hold what a terminal would obey.
    """
    if sys.stderr is not None:
        shown = "".join(c if c.isprintable() or c in "\n\xa0\u202f" else " " for c in words)
        with suppress(OSError):
            sys.stderr.write(f"factcheck: {shown}\n")
            sys.stderr.flush()


def _drop_output() -> None:
    """What is still to be written goes nowhere, lest Python fail on it at its end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
