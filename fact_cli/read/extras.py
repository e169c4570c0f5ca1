"""Libraries that are installed on demand, for formats that not every newsroom has."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from fact_cli.errors import InputError


def needed(name: str, module: str, extra: str) -> Any:
    """``module``, imported. Raises `InputError` with the command that installs ``extra``.

    ``name`` is the file that cannot be read without it.
    """
    try:
        return import_module(module)
    except ImportError as error:
        remedy = f"pip install 'fact-cli[{extra}]'"
        raise InputError(
            name, f"ce format demande : {remedy}", f"this format needs: {remedy}"
        ) from error
