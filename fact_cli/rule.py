"""What a rule is, and what it may say. Rules import this module and `fact_cli.model` only.

A rule is one function in one file of ``rules/``; the file's name is the rule's name::

    @rule(on=Change, severity=Severity.ERROR, title=…, wrong=[…], right=[…])
    def check(change: Change) -> Verdict | None:
        \"\"\"Why an editor cares, when it fires, when it stays silent.\"\"\"
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Generic, TypeVar

from fact_cli.errors import UsageError
from fact_cli.lang import show
from fact_cli.model.finding import Binding, Evidence, Message, Outcome, Severity, Verdict
from fact_cli.model.relation import Relation
from fact_cli.model.text import Extent
from fact_cli.rule_names import rule_names

__all__ = [
    "Rule", "all_rules", "because", "contradicts", "holds", "rule", "severity_of", "show",
    "undecided",
]  # fmt: skip

Kind = TypeVar("Kind")


@dataclass(frozen=True)
class Example:
    """A sentence for a rule; ``published`` is the article's date where it matters."""

    text: str
    published: str | None = None


@dataclass(frozen=True)
class Rule(Generic[Kind]):
    """A check of one relation type, with its reason and its examples.

    In ``wrong`` the words to be flagged stand in double braces. ``why`` is the docstring.
    A rule that is not ``by_default`` runs only where it is selected by name.
    """

    name: str
    on: type[Kind]
    severity: Severity
    title: Message
    wrong: Sequence[Example]
    right: Sequence[Example]
    why: str
    by_default: bool
    check: Callable[[Kind], Verdict | None]


def rule(
    *,
    on: type[Kind],
    severity: Severity,
    title: Mapping[str, str],
    wrong: Sequence[str | tuple[str, str]],
    right: Sequence[str | tuple[str, str]],
    by_default: bool = True,
) -> Callable[[Callable[[Kind], Verdict | None]], Rule[Kind]]:
    """Makes a rule of a function; its module's name, with hyphens, is the rule's name.

    An example is a text, or a text and the publication date (ISO) that it needs.
    """

    def made(check: Callable[[Kind], Verdict | None]) -> Rule[Kind]:
        name = check.__module__.rpartition(".")[2].replace("_", "-")
        if not check.__doc__:
            raise ValueError(f"rule {name} does not say why it exists")
        return Rule(
            name,
            on,
            severity,
            Message(**title),
            [_example(text) for text in wrong],
            [_example(text) for text in right],
            check.__doc__,
            by_default,
            check,
        )

    return made


def _example(text: str | tuple[str, str]) -> Example:
    return Example(text) if isinstance(text, str) else Example(*text)


def holds(at: Extent, evidence: Sequence[Extent], formula: str) -> Verdict:
    """The relation is right; ``formula`` shows it."""
    return Verdict(Outcome.HOLDS, at, [Evidence(e, Message("", "")) for e in evidence], formula)


def undecided(at: Extent, evidence: Sequence[Extent], formula: str) -> Verdict:
    """The relation cannot be judged; ``formula`` says why."""
    return Verdict(Outcome.UNDECIDED, at, [Evidence(e, Message("", "")) for e in evidence], formula)


def contradicts(
    at: Extent,
    evidence: Sequence[Evidence],
    formula: str,
    *,
    fr: str,
    en: str,
    suggestions: Sequence[str] = (),
    ceiling: Severity = Severity.ERROR,
) -> Verdict:
    """The relation cannot be true. ``ceiling`` lowers the severity of weaker evidence."""
    return Verdict(
        Outcome.CONTRADICTS, at, evidence, formula, Message(fr, en), suggestions, ceiling
    )


def because(extent: Extent, *, fr: str, en: str) -> Evidence:
    """One other end of a contradiction and its part in it."""
    return Evidence(extent, Message(fr, en))


def severity_of(of: Rule[Kind], verdict: Verdict, binding: Binding, *, quoted: bool) -> Severity:
    """The severity of a finding: the rule's, lowered where the evidence is weaker.

    An operand found by search, or words that are somebody else's, make no error of the
    article's.
    """
    severity = of.severity.at_most(verdict.ceiling)
    if binding is Binding.INFERRED or quoted:
        severity = severity.at_most(Severity.WARNING)
    return severity


# Of two rules that see one fault in the same words, the first speaks, the second is silent.
PRECEDENCE = (
    ("dateline-conflict", "wrong-weekday"),
    ("impossible-date", "wrong-weekday"),
    ("tense-conflict", "impossible-date"),
    ("percent-for-points", "wrong-percentage"),
    ("wrong-difference", "wrong-percentage"),
    ("wrong-total", "wrong-count"),
)

# That a part is less than its whole says nothing of the other parts.
SETTLES_NOTHING = frozenset({"part-exceeds-whole", "impossible-percentage"})

# That a day has its weekday, or a range its order, says nothing but that.
SETTLES_ITSELF = frozenset({"wrong-weekday", "reversed-period"})

# What they hold a printed figure against is what others give: other operands may have been meant.
RECOMPUTED = frozenset({
    "conflicting-shares", "wrong-comparison", "wrong-difference", "wrong-duration",
    "wrong-percentage", "wrong-rate", "wrong-ratio", "wrong-share", "wrong-total",
})  # fmt: skip

# They set two places of an article against each other, which no relation in one place settles.
ACROSS_PLACES = frozenset({
    "conflicting-dates", "conflicting-ranks", "conflicting-values", "headline-conflict",
})  # fmt: skip


@cache
def all_rules() -> Mapping[str, Rule[Relation]]:
    """Every rule by name, in alphabetical order."""
    modules = (name.replace("-", "_") for name in rule_names())
    found = [import_module(f"fact_cli.rules.{module}").check for module in modules]
    return {one.name: one for one in found}


def selected(select: Sequence[str], ignore: Sequence[str]) -> Mapping[str, Rule[Relation]]:
    """The rules named by ``select`` (where it is empty, all by default) without ``ignore``'s."""
    known = all_rules()
    for name in (*select, *ignore):
        if name not in known:
            names = ", ".join(known)
            raise UsageError(
                f"règle inconnue : {name} (règles connues : {names})",
                f"unknown rule: {name} (known rules: {names})",
            )
    return {
        name: one
        for name, one in known.items()
        if (name in select if select else one.by_default) and name not in ignore
    }
