"""The cache as a run uses it: results by key while it works, nothing once it does not.

No failure of the cache ends a run: it is told in one line, and the run goes on without.
"""

from __future__ import annotations

import hashlib
import sqlite3
import time
from collections.abc import Callable, Sequence

from fact_cli.cache.codec import Undecodable, decoded, encoded
from fact_cli.cache.place import folder
from fact_cli.cache.stamp import stamp
from fact_cli.cache.store import DAY, LARGEST, Damaged, Replaced, Store, is_damage, remove
from fact_cli.model.finding import ArticleResult, Message

BATCH = 32  # entries, or
LARGEST_BATCH = 4_000_000  # bytes that are written at once
LARGEST_ENTRY = LARGEST // 8  # bytes
ATTEMPTS = 8  # to open a file that others make anew at the same time

Notice = Callable[[Message], None]


class ResultCache:
    """Results by the bytes that they were read from; ``notice`` is told what goes wrong.

    ``settings`` is a text that differs wherever a setting might change a result. A context
    manager: results are written in batches, the last at the end.
    """

    def __init__(self, settings: str, notice: Notice) -> None:
        self._notice = notice
        self._folder = folder() or ""
        self._store: Store | None = None
        self._new: dict[bytes, bytes] = {}
        self._used: list[bytes] = []
        self._base = hashlib.sha256()
        if not self._folder:
            self._give_up("ni HOME ni FACTCHECK_CACHE_DIR", "neither HOME nor FACTCHECK_CACHE_DIR")
            return
        try:
            self._base = hashlib.sha256(stamp() + settings.encode("utf-8", "surrogatepass"))
            self._open()
        except (sqlite3.Error, OSError) as error:
            self._mend(error)

    def __enter__(self) -> ResultCache:
        return self

    def __exit__(self, *raised: object) -> None:
        self._write()
        if self._store is not None:
            self._store.close()
            self._store = None

    def key(self, name: str, data: bytes, number: int = 0) -> bytes:
        """What ``data`` goes by, the ``number``-th line or, 0, the whole of the file ``name``.

        Readers may use all three: a name can hold the date, and stands in the report.
        """
        digest = self._base.copy()
        digest.update(f"{number} {len(name)} {name}".encode("utf-8", "surrogatepass"))
        digest.update(data)
        return digest.digest()

    def get(self, key: bytes) -> Sequence[ArticleResult] | None:
        """What was put under ``key`` by this or another run; None where nothing was."""
        if self._store is None:
            return None
        try:
            found = self._store.get(key)
            if found is None:
                return None
            value, stale = found
            results = decoded(value)
        except Undecodable:
            self._mend(Damaged())
            return None
        except sqlite3.Error as error:
            self._mend(error)
            return None
        if stale:
            self._used.append(key)
        return results

    def put(self, key: bytes, results: Sequence[ArticleResult]) -> None:
        if self._store is None:
            return
        value = encoded(results)
        if len(value) > LARGEST_ENTRY:
            return
        self._new[key] = value
        if len(self._new) >= BATCH or sum(map(len, self._new.values())) >= LARGEST_BATCH:
            self._write()

    def _open(self) -> None:
        self._store = Store(self._folder, int(time.time()) // DAY)

    def _write(self) -> None:
        """Writes what is new, again where the file had to be opened or made anew."""
        for _ in range(2):
            if self._store is None or not (self._new or self._used):
                break
            try:
                self._store.put(self._new, self._used)
                break
            except sqlite3.Error as error:
                self._mend(error)
        self._new.clear()
        self._used.clear()

    def _mend(self, error: Exception) -> None:
        """Makes a damaged file anew, opens a replaced one; gives up on anything else."""
        if self._store is not None:
            self._store.close()
            self._store = None
        for _ in range(ATTEMPTS):
            damaged = is_damage(error)
            if not damaged and not isinstance(error, Replaced):
                break
            try:
                if damaged:
                    remove(self._folder)
                self._open()
            except (sqlite3.Error, OSError) as again:
                error = again
                continue
            if damaged:
                self._tell_of_damage()
            return
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        self._give_up(f"{reason} : {self._folder}", f"{reason}: {self._folder}")

    def _tell_of_damage(self) -> None:
        fr = f"cache endommagé ou d’une autre version, refait : {self._folder}"
        self._notice(Message(fr, f"cache damaged or of another version, made anew: {self._folder}"))

    def _give_up(self, fr: str, en: str) -> None:
        self._notice(Message(f"sans cache ({fr})", f"no cache ({en})"))
