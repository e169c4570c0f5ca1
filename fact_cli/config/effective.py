"""The configuration in effect: defaults, then the file, then the environment, then options."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from fact_cli.config.config import Config
from fact_cli.config.find import nearest
from fact_cli.config.toml import ConfigFile, opened
from fact_cli.errors import ConfigError
from fact_cli.model.finding import Severity

KEYS = tuple(
    field.name for field in fields(Config) if field.name not in {"exclude_from", "file", "said"}
)
ENVIRONMENT = "FACTCHECK_"


@dataclass(frozen=True, slots=True)
class Said:
    """A value given for one run: ``by`` is the variable or the option that gives it."""

    value: Any
    by: str


def effective(
    paths: Sequence[str],
    said: Mapping[str, Said],
    *,
    config_file: str | None = None,
    stdin_name: str | None = None,
    cached: bool = False,
) -> Config:
    """The configuration of a run over ``paths``: of ``config_file``, else of the nearest file.

    ``said`` holds, by the name of a field, what goes before the file. ``cached`` says that a
    file need not be checked again that has been found to hold. Raises `ConfigError`.
    """
    file = nearest(paths, stdin_name) if config_file is None else _named(config_file)
    config = Config() if file is None else configured(file, cached=cached)
    given = {name: one for name, one in said.items() if name in KEYS}
    config = replace(
        config,
        **{name: one.value for name, one in given.items()},
        exclude_from=None if "exclude" in given else config.exclude_from,
        said={name: one.by for name, one in given.items()},
    )
    return _select_goes_before(config)


def configured(file: ConfigFile, *, cached: bool = False) -> Config:
    """The configuration that ``file`` alone makes. Raises `ConfigError`."""
    if file.table:
        _check(file, cached=cached)
    return unchecked(file)


def _check(file: ConfigFile, *, cached: bool) -> None:
    known = None
    if cached:
        from fact_cli.config.known import Known

        known = Known(file)
        if known:
            return
    from fact_cli.config.check import check

    check(file)
    if known is not None:
        known.keep()


def unchecked(file: ConfigFile) -> Config:
    """The same of a file that is known to hold, as no pydantic is needed to read it."""
    values: dict[str, Any] = {
        key.replace("-", "_"): tuple(value) if isinstance(value, list) else value
        for key, value in file.table.items()
    }
    severity = {rule: Severity(name) for rule, name in values.pop("severity", {}).items()}
    ignores = {glob: tuple(rules) for glob, rules in values.pop("per_file_ignores", {}).items()}
    config = Config(severity=severity, per_file_ignores=ignores)
    return replace(config, **values, exclude_from=file.folder, file=file)


def _named(path: str) -> ConfigFile:
    file = opened(path)
    if file is None:
        raise ConfigError(
            path, None, "aucune table [tool.factcheck]", "there is no table [tool.factcheck]"
        )
    return file


def _select_goes_before(config: Config) -> Config:
    """A rule that is selected for this run runs, though the file ignores it."""
    level = {name: by.startswith("-") + 1 for name, by in config.said.items()}
    if level.get("select", 0) <= level.get("ignore", 0):
        return config
    left = tuple(name for name in config.ignore if name not in config.select)
    return replace(config, ignore=left)
