"""Libraries that are installed on demand, for what not every newsroom has."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from fact_cli.errors import InputError, UsageError


def needed(name: str, module: str, extra: str) -> Any:
    """``module``, imported. Raises `InputError` with the command that installs ``extra``.

    ``name`` is the file that cannot be read without it.
    """
    try:
        return import_module(module)
    except ImportError as error:
        remedy = _remedy(extra)
        raise InputError(
            name, f"ce format demande : {remedy}", f"this format needs: {remedy}"
        ) from error


def needed_by(option: str, module: str, extra: str) -> Any:
    """The same for an ``option`` of the command line. Raises `UsageError`."""
    try:
        return import_module(module)
    except ImportError as error:
        remedy = _remedy(extra)
        raise UsageError(f"{option} demande : {remedy}", f"{option} needs: {remedy}") from error


def _remedy(extra: str) -> str:
    return f"pip install 'fact-cli[{extra}]'"
