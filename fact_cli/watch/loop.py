"""Checks what stands otherwise than when it was last checked, as long as notices come.

A notice is no more than a hint to look: what changed is seen by comparing all files with how
they stood. So nothing is missed, however an editor saves, and nothing is checked twice.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from fact_cli.config.config import Config
from fact_cli.errors import FactcheckError, UsageError
from fact_cli.failures import say
from fact_cli.model.finding import Message
from fact_cli.read.walk import STDIN
from fact_cli.report.words import printed
from fact_cli.watch.notices import available, notices
from fact_cli.watch.snapshot import Stamp, snapshot

STREAMS = ("full", "concise", "jsonl")  # the formats of which one report may follow another
SHOWN = 5  # files that are named; of more, how many they are
STARTED = Message("articles suivis : {}, Ctrl-C pour finir", "articles watched: {}, Ctrl-C ends")
CHANGED = Message("modifié : {}", "changed: {}")
GONE = Message("supprimé : {}", "deleted: {}")
CONFIGURED = Message("configuration modifiée, tout est revu", "configuration changed, checking all")
ACCEPTED = Message(
    "constats acceptés modifiés, tout est revu", "accepted findings changed, checking all"
)
OTHERS = Message("{}… (et {} de plus)", "{}… (and {} more)")

Notices = Callable[[Collection[str]], Iterator[None]]


class Check(Protocol):
    """Checks all paths of the run, or of the files found there ``only`` these."""

    def __call__(self, config: Config, only: Collection[str] | None, /) -> object: ...


def watch(
    paths: Sequence[str],
    configured: Callable[[], Config],
    check: Check,
    *,
    output_file: str | None = None,
    quiet: bool = False,
    listen: Notices = notices,
) -> None:
    """Checks all of ``paths``, then again what is saved, until Ctrl-C or ``listen`` ends.

    ``configured`` is asked again when a file of configuration changes; one that does not
    hold is told, and the last that held stays in effect. Raises `UsageError` for what cannot be
    watched, and whatever a first check raises.
    """
    config = configured()
    _refuse(paths, config, output_file)
    if listen is notices:
        available()
    watcher = _Watcher(paths, configured, check, config, quiet=quiet)
    watcher.start()
    while watcher.hear(listen):
        pass


def _refuse(paths: Sequence[str], config: Config, output_file: str | None) -> None:
    if STDIN in paths:
        raise UsageError(
            "--watch ne s’applique pas à l’entrée standard", "--watch cannot follow standard input"
        )
    if output_file is not None:
        raise UsageError("--watch n’écrit pas dans un fichier", "--watch does not write to a file")
    if config.output_format not in STREAMS:
        known = ", ".join(STREAMS)
        raise UsageError(
            f"--watch n’écrit pas de {config.output_format} (formats possibles : {known})",
            f"--watch does not write {config.output_format} (possible formats: {known})",
        )


class _Watcher:
    """What was last seen, and the configuration in effect."""

    def __init__(
        self,
        paths: Sequence[str],
        configured: Callable[[], Config],
        check: Check,
        config: Config,
        *,
        quiet: bool,
    ) -> None:
        self._paths = paths
        self._configured = configured
        self._check = check
        self._config = config
        self._quiet = quiet
        self._seen = snapshot(paths, config)

    def start(self) -> None:
        self._check(self._config, None)
        self._tell(STARTED, str(len(self._seen.articles)))

    def hear(self, listen: Notices) -> bool:
        """Looks at each notice; whether other folders must be listened to, False at the end."""
        folders = self._seen.folders
        for _ in listen(folders):
            self._look()
            if self._seen.folders != folders:
                return True
        return False

    def _look(self) -> None:
        """Checks what changed since the last look; a failure of that is told, and no end."""
        before, self._seen = self._seen, snapshot(self._paths, self._config)
        try:
            if before.configurations != self._seen.configurations and self._other_configuration():
                self._seen = snapshot(self._paths, self._config)
                self._again(CONFIGURED, "", None)
                return
            now = self._seen
            if gone := sorted(before.articles.keys() - now.articles.keys()):
                self._tell(GONE, self._names(gone))
            if before.books != now.books:
                self._again(ACCEPTED, "", None)
            elif changed := _changed(before.articles, now.articles):
                self._again(CHANGED, self._names(changed), frozenset(changed))
        except FactcheckError as error:
            say(error.message(self._config.lang))

    def _other_configuration(self) -> bool:
        """Takes up the configuration as it is now; whether that makes a difference."""
        old, new = self._config, self._configured()
        _refuse(self._paths, new, None)
        self._config = new
        return (replace(new, file=None), new.by_path) != (replace(old, file=None), old.by_path)

    def _again(self, why: Message, words: str, only: Collection[str] | None) -> None:
        self._tell(why, words)
        self._check(self._config, only)

    def _tell(self, message: Message, words: str) -> None:
        if not self._quiet:
            say(message(self._config.lang).format(words))

    def _names(self, paths: Sequence[str]) -> str:
        names = ", ".join(map(printed, paths[:SHOWN]))
        others = len(paths) - SHOWN
        return names if others < 1 else OTHERS(self._config.lang).format(names, others)


def _changed(before: Mapping[str, Stamp], now: Mapping[str, Stamp]) -> list[str]:
    """The paths of the files that are new or were saved, in the order in which they are read."""
    return [path for path, stamp in now.items() if before.get(path) != stamp]
