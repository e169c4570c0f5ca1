"""From what a person calls a revision to the commit that files are compared with.

``REV`` is where the work at hand left REV: the merge base of REV and what is checked out. For
an ancestor that is REV itself; for ``origin/main`` it is what a reviewer sees, without the lines
that others changed there meanwhile. ``REV...`` and ``REV...HEAD`` say the same, ``REV..`` and
``REV..HEAD`` mean REV itself, as they do for ``git diff``. Files are compared as they lie in the
folder, since they are read there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from fact_cli.errors import UsageError
from fact_cli.git.ask import answer, lines_of, printable

_ID = re.compile(r"[0-9a-f]{40,64}")
_HEAD = ("HEAD", "@")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked: a revision, what is to be checked out, and whether it is itself meant."""

    since: str
    until: str = "HEAD"
    itself: bool = False


def base(top: str, rev: str) -> str:
    """The id of the commit or tree to compare the files of ``top`` with. Raises `UsageError`.

    Before the first commit, HEAD is the empty tree.
    """
    asked = _asked(top, rev)
    head = commit(top, "HEAD")
    if head is None:
        _readable(top)
    if head is None and asked.since in _HEAD and asked.until in _HEAD:
        return _word(answer(top, "hash-object", "-t", "tree", "--stdin"))
    since, until = _known(top, asked.since), _known(top, asked.until)
    if until != head:
        name = printable(asked.until)
        raise UsageError(
            f"--diff : « {name} » n’est pas ce qui est extrait (HEAD), et c’est ce qui est lu",
            f"--diff: “{name}” is not what is checked out (HEAD), which is what is read",
        )
    if asked.itself:
        return since
    common = answer(top, "merge-base", since, until)
    if common is None:
        raise _unrelated(top, asked.since)
    return _word(common)


def commit(top: str, name: str) -> str | None:
    """The id of the commit called ``name``, None where there is none.

    Nothing that begins as an option does is handed to git; no revision may.
    """
    if not name or name.startswith(("-", "^")) or "\0" in name:
        return None
    found = _verified(top, name)  # alone, for all that follows ":/" is searched for
    return None if found is None else _verified(top, f"{found}^{{commit}}")


def _verified(top: str, name: str) -> str | None:
    found = _word(answer(top, "rev-parse", "--verify", "--quiet", name))
    return found if _ID.fullmatch(found) else None


def _asked(top: str, rev: str) -> _Asked:
    """``rev`` in its parts; dots within one name, as in ``:/words..words``, are none."""
    if ".." not in rev or commit(top, rev) is not None:
        return _Asked(rev)
    dots = "..." if "..." in rev else ".."
    since, _, until = rev.partition(dots)
    return _Asked(since or "HEAD", until or "HEAD", itself=dots == "..")


def _known(top: str, name: str) -> str:
    found = commit(top, name)
    if found is None:
        raise _failure(
            top,
            f"révision inconnue : « {printable(name)} »",
            f"unknown revision: “{printable(name)}”",
        )
    return found


def _unrelated(top: str, name: str) -> UsageError:
    name = printable(name)
    return _failure(
        top,
        f"pas d’ancêtre commun avec « {name} » (« {name}.. » compare avec cette révision même)",
        f"no common ancestor with “{name}” (“{name}..” compares with that revision itself)",
    )


def _failure(top: str, fr: str, en: str) -> UsageError:
    """What is wrong in ``top``, and what helps in a clone of the last commits only, as CI's are."""
    if _word(answer(top, "rev-parse", "--is-shallow-repository")) == "true":
        fr += " ; le clone est superficiel : git fetch --unshallow (en CI : fetch-depth: 0)"
        en += "; the clone is shallow: git fetch --unshallow (in CI: fetch-depth: 0)"
    return UsageError(f"{printable(top)}: {fr}", f"{printable(top)}: {en}")


def _readable(top: str) -> None:
    """Raises `UsageError` with git's own reason where git does not look into ``top``."""
    with lines_of(top, "rev-parse", "--git-dir") as told:
        told.read()


def _word(said: bytes | None) -> str:
    return "" if said is None else said.decode("ascii", "replace").strip()
