"""The names of the rules, which are those of their files."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules


def rule_names() -> list[str]:
    """The names of all rules, in alphabetical order, without loading the rules."""
    package = import_module("fact_cli.rules")
    return sorted(module.name.replace("_", "-") for module in iter_modules(package.__path__))
