"""Writes the file of accepted findings: entries are put at its end, or taken out.

What is already there keeps its order, its comments and its line ends. The file is replaced
at once by a new one, under a lock: neither a second run nor a run that is killed harms it.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import pairwise

from fact_cli.accept.book import TABLE, parsed, read_book
from fact_cli.accept.entries import Entry
from fact_cli.accept.lock import locked
from fact_cli.errors import AcceptedFileError

HEAD = """\
# Constats de factcheck que la rédaction laisse tels quels, chacun avec sa raison.
# factcheck accept en ajoute, factcheck accept --prune enlève ceux qui n'ont plus d'objet.
"""
_HEADER = re.compile(rf"^[ \t]*\[\[[ \t]*{TABLE}[ \t]*\]\][^\n]*$", re.MULTILINE)
_PATH = re.compile(r"^[ \t]*path[ \t]*=[^\n]*", re.MULTILINE)
_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def add_entries(path: str, chosen: Callable[[Sequence[Entry]], Sequence[Entry]]) -> int:
    """Puts what ``chosen`` makes of the entries that are there at the end; how many they are.

    ``chosen`` is asked under the lock, so that it sees what others have written meanwhile.
    Raises `AcceptedFileError`.
    """
    with locked(path):
        old = read_book(path).entries
        new = chosen(old)
        if new:
            text = _text(path) or HEAD
            text = text if text.endswith("\n") else f"{text}\n"
            text += "".join(f"\n{written(entry)}" for entry in new)
            _replace(path, text, [*old, *new])
    return len(new)


def prune_entries(path: str, stale: Sequence[Entry], renamed: Sequence[tuple[Entry, str]]) -> int:
    """Takes out the ``stale`` entries, gives others the path of their renamed article.

    Returns how many went. Raises `AcceptedFileError`.
    """
    to_go, to_rename = Counter(stale), dict(renamed)
    with locked(path):
        old = read_book(path).entries
        after: list[Entry | None] = []
        for entry in old:
            goes = to_go[entry] > 0
            to_go[entry] -= goes
            moved = replace(entry, path=to_rename.get(entry, entry.path))
            after.append(None if goes else moved)
        kept = [entry for entry in after if entry is not None]
        if kept == list(old):
            return 0
        text = _edited(_text(path), old, after)
        if not _says(text, kept):  # it is written in a way of its own
            text = HEAD + "".join(f"\n{written(entry)}" for entry in kept)
        _replace(path, text, kept)
    return len(old) - len(kept)


def written(entry: Entry) -> str:
    """``entry`` in TOML, always in one form."""
    lines = [f"[[{TABLE}]]", f"path = {_string(entry.path)}", f"rule = {_string(entry.rule)}"]
    lines.append(f"words = {_string(entry.words)}")
    if entry.against is not None:
        lines.append(f"against = [{', '.join(map(_string, entry.against))}]")
    if entry.before is not None:
        lines.append(f"before = {_string(entry.before)}")
    if entry.after is not None:
        lines.append(f"after = {_string(entry.after)}")
    lines.append(f"reason = {_string(entry.reason)}")
    return "\n".join(lines) + "\n"


def _string(text: str) -> str:
    signs = (
        _ESCAPED.get(c) or (f"\\u{ord(c):04x}" if ord(c) < 32 or ord(c) == 127 else c) for c in text
    )
    return f'"{"".join(signs)}"'


def _text(path: str) -> str:
    """What the file holds, its line ends as ``\\n``; nothing where there is none."""
    try:
        with open(path, encoding="utf-8-sig", newline=None) as file:
            return file.read()
    except FileNotFoundError:
        return ""


def _edited(text: str, old: Sequence[Entry], after: Sequence[Entry | None]) -> str:
    """``text`` with what became of each entry; one that goes takes the comments above along."""
    starts = [_with_comments(text, header.start()) for header in _HEADER.finditer(text)]
    if len(starts) != len(old):
        return text
    starts[:1] = [header.start() for header in _HEADER.finditer(text)][:1]
    kept = [text[: starts[0]]]
    for (start, end), before, now in zip(pairwise([*starts, len(text)]), old, after, strict=True):
        if now is not None and now != before:
            path = f"path = {_string(now.path)}"
            kept.append(_PATH.sub(lambda _, path=path: path, text[start:end], count=1))
        elif now is not None:
            kept.append(text[start:end])
    return "".join(kept)


def _with_comments(text: str, start: int) -> int:
    """Where the comment lines begin that stand directly above the line at ``start``."""
    while start:
        above = text.rfind("\n", 0, start - 1) + 1
        if not text[above:start].lstrip().startswith("#"):
            break
        start = above
    return start


def _says(text: str, entries: Sequence[Entry]) -> bool:
    try:
        return list(parsed("", text.encode())) == list(entries)
    except AcceptedFileError:
        return False


def _replace(path: str, text: str, entries: Sequence[Entry]) -> None:
    """Puts a file of ``text`` in the place of that at ``path``; the lock is held."""
    if not _says(text, entries):
        raise AcceptedFileError(
            path,
            f"les entrées doivent être écrites sous [[{TABLE}]]",
            f"its entries must be written as [[{TABLE}]]",
        )
    target = os.path.realpath(path)
    beside = f"{target}.tmp"
    try:
        with open(beside, "w", encoding="utf-8", newline=_line_end(target)) as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if os.path.exists(target):
            os.chmod(beside, os.stat(target).st_mode & 0o777)
        os.replace(beside, target)
    except OSError as error:
        with suppress(OSError):  # half a file is of no use, and takes room that is scarce
            os.remove(beside)
        reason = error.strerror or "unwritable"
        raise AcceptedFileError(
            path, f"écriture impossible ({reason})", f"cannot be written ({reason})"
        ) from error


def _line_end(path: str) -> str:
    try:
        with open(path, "rb") as file:
            return "\r\n" if b"\r\n" in file.read() else "\n"
    except FileNotFoundError:
        return "\n"
