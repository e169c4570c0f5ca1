"""Each rule flags its own `wrong` examples at the braces, alone, and leaves `right` alone."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO

import pytest

from fact_cli.model.finding import Finding
from fact_cli.model.text import Document
from fact_cli.read import markdown
from fact_cli.read.roles import with_roles
from fact_cli.rule import Example, all_rules
from fact_cli.run import Settings, check, check_document, publication
from tests.helpers import read

BRACES = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
WRONG = [(name, example) for name, rule in all_rules().items() for example in rule.wrong]
RIGHT = [(name, example) for name, rule in all_rules().items() for example in rule.right]


def label(case: object) -> str:
    return case.text[:60] if isinstance(case, Example) else str(case)


def article(text: str) -> Document:
    """A text as read: as Markdown, where it has marks."""
    if "<!--" not in text:
        return with_roles(read(text))
    (found,) = markdown.read("", BytesIO(text.encode()))
    assert isinstance(found, Document)
    return found


def findings(text: str, published: str | None, rule: str = "") -> list[Finding]:
    """What is found in a text; a rule that does not run by itself is selected by its name."""
    select = (rule,) if rule and not all_rules()[rule].by_default else ()
    settings = Settings(published=publication(published), select=select)
    return list(check_document(article(text), settings).unaccepted)


@pytest.mark.parametrize(("name", "example"), WRONG, ids=label)
def test_a_wrong_example_is_flagged_at_its_braces_by_its_rule_only(
    name: str, example: Example
) -> None:
    (marked,) = BRACES.finditer(example.text)
    text = BRACES.sub(r"\1", example.text)
    (finding,) = findings(text, example.published, name)
    assert (finding.rule, article(text).locate(finding.extent).start, finding.text) == (
        name,
        marked.start(),
        marked.group(1),
    )
    assert finding.message.fr and finding.message.en


@pytest.mark.parametrize(("name", "example"), RIGHT, ids=label)
def test_a_right_example_is_silent(name: str, example: Example) -> None:
    assert [f.rule for f in findings(example.text, example.published, name)] == [], name


@pytest.mark.parametrize("name", all_rules())
def test_a_rule_is_named_for_the_defect_and_has_its_proofs(name: str) -> None:
    rule = all_rules()[name]
    assert not re.match(r"(avoid|check|no|use|prefer|ensure)-", name)
    assert len(rule.wrong) >= 2 and len(rule.right) >= 2
    assert len(rule.why.split()) > 20
    assert rule.title.fr and rule.title.en


def test_no_example_stands_twice() -> None:
    texts = Counter(example.text for _, example in (*WRONG, *RIGHT))
    assert [text for text, count in texts.items() if count > 1] == []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Le prix passe de 80 à 100 euros, soit une hausse de 20 %.", "error"),
        ("« Le prix passe de 80 à 100 euros, soit une hausse de 20 % », dit-elle.", "warning"),
    ],
)
def test_somebody_elses_words_are_no_error_of_the_article(text: str, severity: str) -> None:
    (finding,) = findings(text, None)
    assert finding.severity == severity


@pytest.mark.parametrize(
    ("text", "outcome", "formula"),
    [
        ("Le prix passe de 80 à 100 euros, soit une hausse de 25 %.", "holds", "80 € → 100 € : +25 %"),
        ("Il paie 1 800 euros, soit trois fois le loyer de 600 euros.", "holds", "3 × 600 € = 1 800 €"),
        ("Il est venu le mercredi 12 juin 2024.", "holds", "12 juin 2024 : mercredi"),
        ("Il est venu le mardi 12 juin.", "undecided", "l’année n’est pas connue"),
        ("Près d'un foyer sur cinq, soit 19 %, est raccordé.", "holds", "20 % et 19 %"),
        ("Le prix passe de 80 à une centaine d'euros, soit une hausse de 25 %.", "holds", "80 € → 100 € : +25 %"),
    ],
)  # fmt: skip
def test_a_relation_yields_a_verdict_with_its_formula(
    text: str, outcome: str, formula: str
) -> None:
    (found,) = check(text).checks
    assert found.verdict.outcome == outcome
    assert found.verdict.formula.replace("\u00a0", " ") == formula
