"""What a newsroom settles once for all its articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from fact_cli.config.toml import ConfigFile
from fact_cli.lang.additions import additions
from fact_cli.model.finding import Severity
from fact_cli.read.by_path import ByPath


@dataclass(frozen=True, slots=True)
class Config:
    """The values in effect; a key of the file is the field's name with hyphens.

    ``severity`` stands in the place of a rule's own. The globs of ``per_file_ignores`` and
    the templates of ``published`` count from the folder of ``file``.
    ``exclude_from`` is the folder from which the patterns of ``exclude`` count, None where it
    is each folder walked. ``file`` was read for it; ``said`` names the variable or option
    that gives a key its value in place of the file's.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    exclude: tuple[str, ...] = ()
    fail_on: str = "error"
    lang: str = "fr"
    published: tuple[str, ...] = ()
    output_format: str = "full"
    lexicon: Mapping[str, Any] = field(default_factory=dict)
    exclude_from: str | None = None
    file: ConfigFile | None = None
    said: Mapping[str, str] = field(default_factory=dict)

    @property
    def by_path(self) -> ByPath:
        folder = self.file.folder if self.file else ""
        return ByPath(folder, tuple(self.per_file_ignores.items()), self.published)

    @property
    def additions(self) -> str:
        """The lexicon in the form in which a run takes it."""
        return additions(self.lexicon)
