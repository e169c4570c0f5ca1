"""The rules as SARIF describes them: title, reason and level of each.

``sarif_rules.json`` holds them by language, lest a report load all rules only to describe
them; a test compares the two, and ``python -m fact_cli.report.sarif_rules >
fact_cli/report/sarif_rules.json`` writes it anew.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from inspect import cleandoc
from typing import Any

from fact_cli.report.sarif_tool import LEVELS, message
from fact_cli.rule import Rule, all_rules

LONGEST_DESCRIPTION = 1024  # characters, GitHub's limit


def described() -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """The descriptions of all rules, in alphabetical order, by language."""
    return {
        language: [_described(one, language) for one in all_rules().values()]
        for language in ("fr", "en")
    }


def _described(rule: Rule[Any], language: str) -> Mapping[str, Any]:
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


if __name__ == "__main__":
    sys.stdout.write(json.dumps(described(), ensure_ascii=False, indent=1) + "\n")
