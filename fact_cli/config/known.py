"""Configurations that have been found to hold, kept beside the results of articles.

To check one needs pydantic, whose import takes longer than all else that a run does whose
articles are known.
"""

from __future__ import annotations

import hashlib
import sqlite3
import time
from contextlib import closing, suppress

from fact_cli.cache.place import folder
from fact_cli.cache.stamp import stamp
from fact_cli.cache.store import DAY, Store
from fact_cli.config.toml import ConfigFile

_HOLDS = b"holds"


class Known:
    """Whether a file is known to hold. What goes wrong with the cache is passed over here:
    the cache of results, in the same file, tells and mends it."""

    def __init__(self, file: ConfigFile) -> None:
        self._folder = folder()
        self._key = b""
        with suppress(OSError):
            said = f"configuration {file.table!r}".encode("utf-8", "surrogatepass")
            self._key = hashlib.sha256(stamp() + said).digest()

    def __bool__(self) -> bool:
        if not self._folder or not self._key:
            return False
        with suppress(sqlite3.Error, OSError), closing(self._store(self._folder)) as store:
            found = store.get(self._key)
            if found is not None and found[1]:
                store.put({}, [self._key])
            return found is not None and found[0] == _HOLDS
        return False

    def keep(self) -> None:
        """From now on the file is known to hold."""
        if self._folder and self._key:
            with suppress(sqlite3.Error, OSError), closing(self._store(self._folder)) as store:
                store.put({self._key: _HOLDS}, ())

    def _store(self, place: str) -> Store:
        return Store(place, int(time.time()) // DAY)
