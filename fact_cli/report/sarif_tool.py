"""The tool as SARIF describes it: every rule with its title, its reason and its level."""

from __future__ import annotations

from inspect import cleandoc
from typing import Any

from fact_cli.model.finding import Severity
from fact_cli.rule import Rule, all_rules

UNREADABLE = "unreadable"
LONGEST_DESCRIPTION = 1024  # characters, GitHub's limit
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_UNREADABLE = {
    "fr": "Un fichier n’a pas pu être lu ; ses chiffres n’ont pas été vérifiés.",
    "en": "A file could not be read; its figures have not been checked.",
}


def message(text: str) -> dict[str, str]:
    """A text in which SARIF finds no placeholder, such as ``{0}``, and no link."""
    return {"text": text.replace("{", "{{").replace("}", "}}").replace("](", "] (")}


def tool(language: str, version: str) -> dict[str, Any]:
    return {
        "driver": {
            "name": "factcheck",
            "version": version,
            "semanticVersion": version,
            "language": language,
            "rules": [_rule(one, language) for one in all_rules().values()],
            "notifications": [_unreadable(language)],
        }
    }


def _unreadable(language: str) -> dict[str, Any]:
    """GitHub wants a notification described as fully as a rule."""
    text = message(_UNREADABLE[language])
    return {
        "id": UNREADABLE,
        "name": "FileNotRead",
        "shortDescription": text,
        "fullDescription": text,
        "help": text,
        "defaultConfiguration": {"level": "error"},
    }


def _rule(rule: Rule[Any], language: str) -> dict[str, Any]:
    why = cleandoc(rule.why)
    first = " ".join(why.split("\n\n")[0].split())
    return {
        "id": rule.name,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": message(rule.title(language)),
        "fullDescription": message(first[:LONGEST_DESCRIPTION]),
        "help": message(why),
        "defaultConfiguration": {"enabled": rule.by_default, "level": LEVELS[rule.severity]},
    }
