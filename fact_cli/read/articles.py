"""The articles of all files to be read, in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import BinaryIO, TypeVar

from fact_cli.errors import InputError, NotNews
from fact_cli.model.text import Document
from fact_cli.read import from_file, read_stream
from fact_cli.read.walk import STDIN, Found, no_articles

Stdin = tuple[str, BinaryIO]
Begun = Callable[[int, int, str], None]
Made = TypeVar("Made")


def articles(
    files: Sequence[Found | InputError],
    stdin: Stdin | None = None,
    begun: Begun | None = None,
    *,
    partly: bool = False,
) -> Iterator[Document | InputError]:
    """Each article of ``files`` as it is read (`each`)."""
    return each(files, read_stream, stdin, begun, partly=partly)


def each(
    files: Sequence[Found | InputError],
    read: Callable[[str, BinaryIO], Iterator[Made | InputError]],
    stdin: Stdin | None = None,
    begun: Begun | None = None,
    *,
    partly: bool = False,
) -> Iterator[Made | InputError]:
    """What ``read`` makes of the name and bytes of each file, an error where it cannot be had.

    ``-`` is ``stdin``: the name that it goes by, and its bytes. ``begun`` is told of each
    file before it is opened: how many are done, of how many, and its path. A file that a walk
    found and that holds no news is passed over, unless its folder holds nothing else; of which
    nothing is known where ``files`` are folders ``partly``.
    """
    total = sum(isinstance(file, Found) for file in files)
    done = 0
    for folder, group in groupby(files, key=_folder):
        news = passed_over = 0
        for file in group:
            if isinstance(file, InputError):
                yield file
                continue
            if begun is not None:
                begun(done, total, file.path)
            for one in _opened(file, read, stdin):
                if folder is not None and isinstance(one, NotNews):
                    passed_over += 1
                else:
                    news += 1
                    yield one
            done += 1
        if folder is not None and passed_over and not news and not partly:
            yield no_articles(folder)


def _folder(file: Found | InputError) -> str | None:
    return file.folder if isinstance(file, Found) else None


def _opened(
    file: Found,
    read: Callable[[str, BinaryIO], Iterator[Made | InputError]],
    stdin: Stdin | None,
) -> Iterator[Made | InputError]:
    if file.path == STDIN and stdin is not None:
        return read(*stdin)
    return from_file(file.path, read)
