"""Where the cache lies: ``FACTCHECK_CACHE_DIR``, or the platform's folder for such files."""

from __future__ import annotations

import os
import sys

ENVIRONMENT = "FACTCHECK_CACHE_DIR"


def folder() -> str | None:
    """The folder of the cache, which need not exist; None where there is no home to put it.

    Linux and the BSDs: ``$XDG_CACHE_HOME/factcheck``, else ``~/.cache/factcheck``; macOS:
    ``~/Library/Caches/factcheck``; Windows: ``%LOCALAPPDATA%\\factcheck\\Cache``.
    """
    given = os.environ.get(ENVIRONMENT)
    if given:
        return os.path.abspath(given)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.expanduser(r"~\AppData\Local")
        place = os.path.join(base, "factcheck", "Cache")
    elif sys.platform == "darwin":
        place = os.path.expanduser("~/Library/Caches/factcheck")
    else:
        base = os.environ.get("XDG_CACHE_HOME", "")  # the standard ignores a relative one
        base = base if os.path.isabs(base) else os.path.expanduser("~/.cache")
        place = os.path.join(base, "factcheck")
    return place if os.path.isabs(place) else None
