"""The lines that changed in the files of a folder since a commit."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Mapping

from fact_cli.git.ask import answer, lines_of

Lines = tuple[range, ...]
WHOLE: Lines = (range(1, sys.maxsize),)  # of a file that has no lines for git, or is new

# No configuration may change what is said or how. Copies are not looked for: a copied article
# is a new one, and all that it says is to be checked.
_DIFF = (
    "diff", "--no-ext-diff", "--no-textconv", "--no-color", "--no-relative", "--find-renames",
    "--submodule=short", "--src-prefix=a/", "--dst-prefix=b/",
)  # fmt: skip
_NAMES = (*_DIFF, "--raw", "--numstat", "-z")
_PATCH = (*_DIFF, "--unified=0", "--inter-hunk-context=0")
_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)")
_ESCAPED = {b"a": b"\a", b"b": b"\b", b"t": b"\t", b"n": b"\n", b"v": b"\v", b"f": b"\f",
            b"r": b"\r"}  # fmt: skip
_POINTER = b"+oid sha256:"  # of a file that git-lfs keeps elsewhere: its lines are another's


def changed_lines(top: str, base: str) -> Mapping[str, Lines]:
    """The new and changed lines of each file that git tracks, by its path in ``top``.

    A file that only moved, lost lines or is gone has none, and so has the place that a file
    was moved from. Raises `UsageError`.
    """
    with lines_of(top, *_NAMES, base, "--") as told:
        lines = _files(told.read())
    with lines_of(top, *_PATCH, base, "--") as patch:
        lines |= _hunks(patch)
    return {os.fsdecode(name): found for name, found in lines.items()}


def tracked(top: str) -> frozenset[str]:
    """The files that git knows, by their paths in ``top``."""
    with lines_of(top, "ls-files", "-z") as told:
        return frozenset(os.fsdecode(name) for name in told.read().split(b"\0") if name)


def submodule_commit(top: str, base: str, path: str) -> str | None:
    """The commit that the submodule at ``path`` stood at in ``base``; None where there was none."""
    told = answer(top, "ls-tree", "--full-tree", "-z", base, "--", path) or b""
    found = re.match(rb"160000 commit ([0-9a-f]+)\t", told)
    return None if found is None else found[1].decode()


def superproject(top: str) -> str | None:
    """The repository of which ``top`` is a submodule."""
    told = os.fsdecode(answer(top, "rev-parse", "--show-superproject-working-tree") or b"")
    return os.path.realpath(told.removesuffix("\n")) if told.strip() else None


def _files(told: bytes) -> dict[bytes, Lines]:
    """Each file of which git says anything; the binary ones are wholly changed."""
    lines: dict[bytes, Lines] = {}
    only_moved: set[bytes] = set()
    fields = iter(told.split(b"\0"))
    for field in fields:
        if field.startswith(b":"):
            status = field.rpartition(b" ")[2]
            name = next(fields)
            if status[:1] in (b"R", b"C"):
                lines.setdefault(name, ())
                name = next(fields)
                if status.endswith(b"100"):
                    only_moved.add(name)
        elif field:
            added, _, name = field.split(b"\t", 2)
            if not name:
                _, name = next(fields), next(fields)
            binary = added == b"-" and name not in only_moved
            lines[name] = WHOLE if binary else ()
    return lines


def _hunks(patch: Iterable[bytes]) -> dict[bytes, Lines]:
    """The lines that the hunks of a patch put in the place of others, by file."""
    lines: dict[bytes, Lines] = {}
    name: bytes | None = None
    inside = 0  # lines of the hunk still to come, which may look like anything
    for line in patch:
        if inside:
            inside -= not line.startswith(b"\\")
            if name is not None and line.startswith(_POINTER):
                lines[name] = WHOLE
        elif line.startswith(b"+++ "):
            name = _new_name(line[4:].removesuffix(b"\n").removesuffix(b"\t"))
        elif (hunk := _HUNK.match(line)) is not None:
            old, start, new = (int(number or b"1") for number in hunk.groups())
            inside = old + new
            if name is not None and new:
                lines[name] = (*lines.get(name, ()), range(start, start + new))
    return lines


def _new_name(words: bytes) -> bytes | None:
    """A file's name after the change; quoted as in C where it holds odd characters."""
    if words == b"/dev/null":
        return None
    if words.startswith(b'"'):
        words = _ESCAPE.sub(_unescaped, words[1:-1])
    return words.removeprefix(b"b/")


def _unescaped(found: re.Match[bytes]) -> bytes:
    sign = found[1]
    return bytes([int(sign, 8)]) if sign.isdigit() else _ESCAPED.get(sign, sign)
