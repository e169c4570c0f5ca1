"""Ctrl-C, which libraries may turn into an error of theirs or lose while they are imported."""

from __future__ import annotations

import signal
import sys
from _thread import interrupt_main, start_new_thread
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from fact_cli.failures import INTERRUPTED


@contextmanager
def interruptible() -> Iterator[None]:
    """Whatever runs inside ends with the exit status of Ctrl-C once it was pressed.

    Raises `SystemExit`. A Ctrl-C that was ignored from the start stays so.
    """
    pressed: list[int] = []

    def interrupt(number: int, _: FrameType | None) -> None:
        pressed.append(number)
        raise KeyboardInterrupt

    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    signal.signal(signal.SIGINT, interrupt)
    sys.unraisablehook = _again
    try:
        yield
    finally:
        if pressed:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            sys.exit(INTERRUPTED)


def _again(lost: sys.UnraisableHookArgs) -> None:
    """Where Python can raise nothing, as at the end of an import, the interruption comes again."""
    if isinstance(lost.exc_value, KeyboardInterrupt):
        start_new_thread(interrupt_main, ())
    else:
        sys.__unraisablehook__(lost)
