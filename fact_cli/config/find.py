"""Which file configures a run: one for all of its articles.

It is the nearest one upwards from the deepest folder that holds every path of the run. As with
ruff it is the place of the articles that counts, not where the command is called: an editor,
a hook and a job of CI get one answer. But a file of its own for each article, as ruff has it,
cannot answer for a run what its format, its language and its exit status are; and the folder
of the first path would let the order of the paths decide.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from fact_cli.config.toml import OWN, SHARED, ConfigFile, opened
from fact_cli.read.walk import STDIN


def nearest(paths: Sequence[str], stdin_name: str | None = None) -> ConfigFile | None:
    """The file for a run over ``paths``, or None.

    Standard input lies where its name says, else in the current folder. Raises `ConfigError`
    where a file on the way cannot be read.
    """
    folder = _common_folder([stdin_name or "." if path == STDIN else path for path in paths])
    while True:
        for name in (OWN, SHARED):
            path = os.path.join(folder, name)
            if os.path.isfile(path) and (found := opened(path)) is not None:
                return found
        if folder == os.path.dirname(folder):
            return None
        folder = os.path.dirname(folder)


def _common_folder(paths: Sequence[str]) -> str:
    folders = []
    for path in paths or ["."]:
        whole = os.path.abspath(path or ".")
        folders.append(whole if _is_folder(whole) else os.path.dirname(whole))
    try:
        return os.path.commonpath(folders)
    except ValueError:  # on two drives
        return os.getcwd()


def _is_folder(path: str) -> bool:
    try:
        return os.path.isdir(path)
    except ValueError:  # a null character in a name
        return False
