"""Notices of the system that something changed in a folder."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator

from fact_cli.errors import UsageError
from fact_cli.read.extras import needed_by

EXTRA = "watch"
TOGETHER = 400  # ms in which changes are told at once
PAUSE = 50  # ms without a change after which they are told earlier
LATE = 500  # ms after which a first look is due: what changed before listening began
_HEARD = (".factcheck", ".gitignore")  # how the hidden files begin that matter


def available() -> None:
    """Raises `UsageError` where the library is missing that listens."""
    needed_by("--watch", "watchfiles", EXTRA)


def notices(folders: Collection[str]) -> Iterator[None]:
    """One whenever something changed in ``folders``, and one soon after the start.

    Never ends. Raises `UsageError` where the system cannot listen to so many.
    """
    listen = needed_by("--watch", "watchfiles", EXTRA).watch
    heard = False
    while True:
        try:
            for changes in listen(
                *sorted(folders),
                watch_filter=_matters,
                debounce=TOGETHER,
                step=PAUSE,
                rust_timeout=LATE,
                yield_on_timeout=True,
                recursive=False,
                ignore_permission_denied=True,
            ):
                if changes or not heard:
                    heard = True
                    yield None
        except FileNotFoundError:  # a folder went meanwhile: whoever looks sees that
            yield None
        except (OSError, RuntimeError) as error:
            reason = " ".join(str(error).split())
            raise UsageError(
                f"--watch : le système ne peut suivre ces dossiers ({reason})",
                f"--watch: the system cannot follow these folders ({reason})",
            ) from error


def _matters(_: object, path: str) -> bool:
    """Editors and git write many hidden files beside the ones that count."""
    name = os.path.basename(path)
    return not name.startswith(".") or name.startswith(_HEARD)
