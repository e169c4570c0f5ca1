"""The tool as SARIF describes it, with all its rules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from fact_cli.model.finding import Severity

UNREADABLE = "unreadable"
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
            "rules": _rules(language),
            "notifications": [_unreadable(language)],
        }
    }


def _rules(language: str) -> list[dict[str, Any]]:
    """As `fact_cli.report.sarif_rules` describes them."""
    path = Path(__file__).with_name("sarif_rules.json")
    return json.loads(path.read_text(encoding="utf-8"))[language]


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
