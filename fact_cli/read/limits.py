"""How much a file may hold. What is larger is refused with the limit, never cut."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from fact_cli.errors import InputError

MEGABYTE = 1_000_000
LARGEST_TEXT = 20 * MEGABYTE  # bytes of an article: a novel of a thousand pages has three
LARGEST_CONTAINER = 100 * MEGABYTE  # bytes of a file that holds more than prose: pictures, pages
LARGEST_UNPACKED = 100 * MEGABYTE  # bytes that one member of an archive may grow to
LARGEST_GROWTH = 200  # unpacked bytes a packed one; the XML of real documents grows 5 to 30 times


def whole(name: str, stream: BinaryIO, largest: int = LARGEST_TEXT) -> bytes:
    """All bytes of ``stream``. Raises `InputError` where there are more than ``largest``."""
    data = stream.read(largest + 1)
    if len(data) > largest:
        raise too_large(name, largest)
    return data


def lines(stream: BinaryIO, largest: int = LARGEST_TEXT) -> Iterator[bytes | None]:
    """The lines of ``stream``, None in the place of one of more than ``largest`` bytes.

    No more than these is held, however long a line is.
    """
    while line := stream.readline(largest + 1):
        if len(line) <= largest or line.endswith(b"\n"):
            yield line
            continue
        while (rest := stream.readline(MEGABYTE)) and not rest.endswith(b"\n"):
            pass
        yield None


def too_large(name: str, largest: int) -> InputError:
    size = largest // MEGABYTE
    return InputError(
        name,
        f"trop gros : plus de {size} Mo pour un article",
        f"too large: more than {size} MB for an article",
    )
