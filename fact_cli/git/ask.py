"""Runs git: only to read, never on the network, and whatever a hook's environment says."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import IO

from fact_cli.errors import UsageError

# A hook names its own repository and index in GIT_* variables, which would hold for any other
# repository too, and for what is compared here; what configures git itself stays.
_KEPT = ("GIT_CONFIG", "GIT_EXEC_PATH", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS")
_OWN = {
    "LC_ALL": "C",
    "GIT_NO_LAZY_FETCH": "1",  # a partial clone would fetch what it lacks
    "GIT_TERMINAL_PROMPT": "0",
}


def answer(top: str, *question: str) -> bytes | None:
    """What git says in the folder ``top``; None where it says no. Raises `UsageError`."""
    with _started(top, question) as (process, _):
        said = process.stdout.read() if process.stdout is not None else b""
    return said if process.returncode == 0 else None


@contextmanager
def lines_of(top: str, *question: str) -> Iterator[IO[bytes]]:
    """The lines of what git says, as they come. Raises `UsageError` where it fails."""
    with _started(top, question) as (process, errors):
        assert process.stdout is not None
        yield process.stdout
        process.stdout.read()
        if process.wait() != 0:
            errors.seek(0)
            reason = _reason(errors.read().decode("utf-8", "replace"))
            name = printable(top)
            raise UsageError(f"{name}: git : {reason}", f"{name}: git: {reason}")


@contextmanager
def _started(
    top: str, question: tuple[str, ...]
) -> Iterator[tuple[subprocess.Popen[bytes], IO[bytes]]]:
    command = ["git", "--no-pager", "--no-optional-locks", "-C", top, *question]
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith(_KEPT)
    }
    with TemporaryFile() as errors:
        try:
            process = subprocess.Popen(
                command,
                env=environment | _OWN,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=errors,
            )
        except FileNotFoundError:
            raise UsageError(
                "--diff demande git, qui n’est pas installé", "--diff needs git, which is missing"
            ) from None
        except OSError as error:
            raise UsageError(
                f"git ne démarre pas ({error.strerror})", f"git does not start ({error.strerror})"
            ) from error
        with process:
            yield process, errors


def _reason(words: str) -> str:
    """What git died of, or else the first line that it wrote."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    for line in lines:
        if line.startswith("fatal: "):
            return printable(line.removeprefix("fatal: "))
    return printable(lines[0]) if lines else "?"


def printable(words: str) -> str:
    """``words`` on one line, without what a terminal would obey."""
    return "".join(c if c.isprintable() else " " for c in words)
