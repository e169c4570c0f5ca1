"""A file of values by key, which any number of processes may read and write at once.

SQLite with its rollback journal: a write-ahead log needs shared memory, which the home
folders of an office network do not have, and gains little where all writes are short. What
a process that is killed was about to write is undone by the next.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

FILE = "results.sqlite3"
FORMAT = (0x66616374, 1)  # application and version, as SQLite keeps them in a file's head
LARGEST = 200_000_000  # bytes of the file
KEPT = 30  # days that an entry stays without use: it quotes an article, which may be a draft
DAY = 86_400  # seconds
PATIENCE = 5.0  # seconds to wait for another process
_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_TABLE = (
    "CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, used INTEGER NOT NULL, "
    "value BLOB NOT NULL)"
)


class Damaged(sqlite3.DatabaseError):
    """The file is broken, or not of this format."""


class Replaced(sqlite3.DatabaseError):
    """The file is not the one that was opened: removed, or made anew by another process."""


def is_damage(error: Exception) -> bool:
    """Whether ``error`` says that the file must be made anew, not just that it cannot be used."""
    if isinstance(error, Damaged):
        return True
    code = getattr(error, "sqlite_errorcode", 0)
    return isinstance(error, sqlite3.Error) and code & 0xFF in _BROKEN


class Store:
    """An open file. ``day`` is today's number, by which entries are dated.

    Every method may raise `sqlite3.Error`, opening also `OSError`. `Replaced` comes before
    all others: what is said of a file that is gone says nothing of the one in its place.
    """

    def __init__(self, folder: str, day: int, largest: int = LARGEST) -> None:
        """Opens the file in ``folder``; makes both where they are not there, for nobody else."""
        os.makedirs(folder, mode=0o700, exist_ok=True)
        self._path = Path(folder, FILE)
        self._day = day
        self._largest = largest
        with suppress(FileExistsError):
            os.close(os.open(self._path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        # SQLite itself would make a file that others may read.
        address = f"{self._path.absolute().as_uri()}?mode=rw"
        self._file = self._found()
        with self._one_file():
            self._base = sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None)
            try:
                if self._format() != FORMAT:
                    self._make()
            except BaseException:
                self._base.close()
                raise

    def close(self) -> None:
        self._base.close()

    def get(self, key: bytes) -> tuple[bytes, bool] | None:
        """The value of ``key`` and whether it must be dated anew; None where there is none."""
        question = "SELECT value, used FROM results WHERE key = ?"
        with self._one_file():
            row = self._base.execute(question, (key,)).fetchone()
            if row is None:
                return None
            value, used = row
            if not isinstance(value, bytes) or not isinstance(used, int):
                raise Damaged
            return value, used < self._day

    def put(self, values: Mapping[bytes, bytes], used: Iterable[bytes]) -> None:
        """Adds ``values``, dates the keys ``used`` today, drops what is too old or too much."""
        base = self._base
        with self._one_file():
            base.execute("PRAGMA secure_delete = ON")
            base.execute("BEGIN IMMEDIATE")
            self._write(values, used)

    def _write(self, values: Mapping[bytes, bytes], used: Iterable[bytes]) -> None:
        base = self._base
        with base:
            base.executemany(
                "INSERT OR REPLACE INTO results (key, used, value) VALUES (?, ?, ?)",
                [(key, self._day, value) for key, value in values.items()],
            )
            base.executemany(
                "UPDATE results SET used = ? WHERE key = ?", [(self._day, key) for key in used]
            )
            base.execute("DELETE FROM results WHERE used < ?", (self._day - KEPT,))
            while self._size() > self._largest and self._drop_a_quarter():
                pass

    @contextmanager
    def _one_file(self) -> Iterator[None]:
        """Tells an error by `Replaced` where the file is another than at first."""
        try:
            yield
        except sqlite3.Error as error:
            if self._found() != self._file:
                raise Replaced from error
            raise

    def _found(self) -> tuple[int, int] | None:
        """What file stands at the path now, None where none does."""
        with suppress(OSError):
            found = os.stat(self._path)
            return found.st_dev, found.st_ino
        return None

    def _format(self) -> tuple[int, int]:
        return self._number("application_id"), self._number("user_version")

    def _make(self) -> None:
        """The tables of a new file. Raises `Damaged` where it is something else."""
        self._base.execute("BEGIN IMMEDIATE")
        with self._base:
            if self._format() == FORMAT:  # another process was faster
                return
            if self._format() != (0, 0) or self._number("schema_version"):
                raise Damaged
            self._base.execute(_TABLE)
            self._base.execute(f"PRAGMA application_id = {FORMAT[0]}")
            self._base.execute(f"PRAGMA user_version = {FORMAT[1]}")

    def _size(self) -> int:
        """Bytes in use; those of dropped entries are overwritten and used again."""
        pages = self._number("page_count") - self._number("freelist_count")
        return pages * self._number("page_size")

    def _number(self, pragma: str) -> int:
        return self._base.execute(f"PRAGMA {pragma}").fetchone()[0]

    def _drop_a_quarter(self) -> int:
        """Drops the entries that were not used for longest; their number."""
        return self._base.execute(
            "DELETE FROM results WHERE rowid IN (SELECT rowid FROM results "
            "ORDER BY used, rowid LIMIT (SELECT (count(*) + 3) / 4 FROM results))"
        ).rowcount


def remove(folder: str) -> None:
    """Deletes the file; its journal first, lest it be taken for that of the next file."""
    for suffix in ("-journal", "-wal", "-shm", ""):
        with suppress(FileNotFoundError):
            os.remove(os.path.join(folder, FILE + suffix))
