"""One writer at a time, on any system; what is killed holds no lock."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from fact_cli.errors import AcceptedFileError

PATIENCE = 30.0  # seconds to wait for another run
_PAUSE = 0.002  # seconds


@contextmanager
def locked(path: str) -> Iterator[None]:
    """Holds the lock of the file at ``path``: one on a file beside it, which goes with it.

    Raises `AcceptedFileError` where the folder cannot be written, or another run holds on.
    """
    beside = f"{os.path.realpath(path)}.lock"
    try:
        file = _opened_and_locked(beside)
    except OSError as error:
        reason = error.strerror or "locked"
        raise AcceptedFileError(
            path, f"écriture impossible ({reason})", f"cannot be written ({reason})"
        ) from error
    try:
        yield
    finally:
        if sys.platform == "win32":  # an open file cannot be removed there
            os.close(file)
            with suppress(OSError):
                os.remove(beside)
        else:
            with suppress(OSError):
                os.remove(beside)
            os.close(file)


def _opened_and_locked(path: str) -> int:
    """A descriptor of the lock file, which is the one that others would open now."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            file = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        except PermissionError:
            if sys.platform != "win32":  # there it may be about to go
                raise
        else:
            if _lock(file) and _is_at(file, path):
                return file
            os.close(file)
        if time.monotonic() > until:
            raise TimeoutError(0, f"{os.path.basename(path)} is held by another run")
        time.sleep(_PAUSE)


def _lock(file: int) -> bool:
    """Takes the lock if it is free. Raises `OSError` where locks are not to be had."""
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _is_at(file: int, path: str) -> bool:
    """Whether ``file`` still stands at ``path``: its last holder may have removed it."""
    try:
        return os.path.samestat(os.fstat(file), os.stat(path))
    except FileNotFoundError:
        return False
