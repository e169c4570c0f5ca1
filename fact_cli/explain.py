"""What ``factcheck rule`` prints: a rule's reason and examples, as they stand in its file."""

from __future__ import annotations

from inspect import cleandoc

from fact_cli.report.words import SEVERITIES
from fact_cli.rule import Example, all_rules, selected

_LABELS = {
    "fr": ("Signalé (les mots entre accolades)", "Silence", "publié le"),
    "en": ("Flagged (the words in braces)", "Silent", "published"),
}


def listing(language: str) -> str:
    """One line a rule: name, severity, title."""
    rules = all_rules().values()
    width = max(len(rule.name) for rule in rules)
    severities = SEVERITIES[language]
    wide = max(len(word) for word in severities.values())
    return "\n".join(
        f"{rule.name:<{width}}  {severities[rule.severity]:<{wide}}  {rule.title(language)}"
        for rule in rules
    )


def explanation(name: str, language: str) -> str:
    """A rule's title, reason and examples. Raises `UsageError` for an unknown name."""
    rule = selected([name], ())[name]
    flagged, silent, published = _LABELS[language]
    lines = [
        f"{rule.name} ({SEVERITIES[language][rule.severity]}) – {rule.title(language)}",
        "",
        cleandoc(rule.why),
        "",
        f"{flagged} :",
        *(f"  ✗ {_shown(example, published)}" for example in rule.wrong),
        "",
        f"{silent} :",
        *(f"  ✓ {_shown(example, published)}" for example in rule.right),
    ]
    return "\n".join(lines)


def _shown(example: Example, published: str) -> str:
    text = " ".join(example.text.split()).replace("{{", "{").replace("}}", "}")
    return f"{text} [{published} {example.published}]" if example.published else text
