"""Where the file of accepted findings is."""

from __future__ import annotations

import os
from collections.abc import Sequence

NAME = ".factcheck-accepted.toml"
_ROOT = (".factcheck.toml", ".git")  # what the topmost folder of a project holds


def file_of(path: str) -> str:
    """The file of an article's path, which may end in ``#id``."""
    end = len(path)
    while not os.path.exists(path[:end]):
        end = path.rfind("#", 0, end)
        if end < 1:
            return path.partition("#")[0]
    return path[:end]


def nearest_book(folder: str) -> str | None:
    """The path of the file of accepted findings in ``folder`` or the nearest one above."""
    return next((path for path in _upwards(folder, NAME) if os.path.isfile(path)), None)


def new_book(folder: str) -> str:
    """Where a first file of accepted findings is put for an article in ``folder``.

    Beside the configuration or the repository, if there is one above; else in the current
    folder, if the article lies in it.
    """
    for root in _ROOT:
        for path in _upwards(folder, root):
            if os.path.exists(path):
                return os.path.join(os.path.dirname(path), NAME)
    here = os.getcwd()
    inside = os.path.abspath(folder).startswith(os.path.join(here, ""))
    return os.path.join(here if inside else os.path.abspath(folder), NAME)


def _upwards(folder: str, name: str) -> Sequence[str]:
    at = os.path.abspath(folder)
    found = [os.path.join(at, name)]
    while (above := os.path.dirname(at)) != at:
        at = above
        found.append(os.path.join(at, name))
    return found
