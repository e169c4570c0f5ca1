"""One hostile input checked and reported, within a time that grows with its length alone."""

from __future__ import annotations

import io
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from types import FrameType

from fact_cli.errors import InputError
from fact_cli.model.finding import InputFailure
from fact_cli.model.text import Document
from fact_cli.read import read_stream
from fact_cli.rule import all_rules
from fact_cli.run import Settings, check, check_document, publication
from tests.hostile.sound import Outcome, assert_kept, assert_reported, assert_sound

PUBLISHED = (None, "2024-06-12", "1600-01-01", "2199-12-31", "2024-02-29")
BASE, PER_CHARACTER = 2.0, 0.002  # seconds of processor time


class TooSlow(Exception):
    """More time was taken than the length of the input allows."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raises `TooSlow` after ``seconds`` of this process's own time; only in a main thread."""

    def stop(_: int, __: FrameType | None) -> None:
        raise TooSlow(f"more than {seconds:.1f} s")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@cache
def every_rule() -> Settings:
    """Also the rules that run only where they are asked for."""
    return Settings(select=tuple(all_rules()))


@cache
def _warm() -> None:
    """The model is loaded and the tables are compiled once, outside of any measured time."""
    check("La ville a 5 écoles.")


def try_text(text: str, published: str | None = None, *, width: int = 80) -> None:
    """Checks ``text`` and all that must be true of the result."""
    _warm()
    with within(BASE + PER_CHARACTER * len(text)):
        result = check(text, published=published)
        every = check_document(
            result.article.document, replace(every_rule(), published=publication(published))
        )
        for one in (result, every):
            assert_sound(one)
        assert_kept(every)
        assert_reported([every], width)


def try_file(name: str, data: bytes, *, width: int = 80) -> int:
    """Reads ``data`` as a file called ``name`` and checks it; how many articles it held."""
    _warm()
    with within(BASE + PER_CHARACTER * len(data)):
        outcomes: list[Outcome] = []
        for one in read_stream(name, io.BytesIO(data)):
            if isinstance(one, InputError):
                outcomes.append(InputFailure(one.path, one.fr, one.en))
                continue
            assert isinstance(one, Document)
            result = check_document(one, every_rule())
            assert_sound(result)
            assert_kept(result)
            outcomes.append(result)
        assert_reported(outcomes, width)
        return len(outcomes)
