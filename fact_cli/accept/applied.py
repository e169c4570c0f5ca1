"""Findings with what accepts them, and acceptances that accept nothing as findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from fact_cli.accept.entries import Entry
from fact_cli.accept.marks import unknown_rule, with_marks
from fact_cli.accept.sic import with_sic
from fact_cli.model.acceptance import Acceptance, Trouble
from fact_cli.model.article import Article
from fact_cli.model.finding import Finding, fingerprint
from fact_cli.model.relation import Relation
from fact_cli.model.text import Extent
from fact_cli.rule import Rule
from fact_cli.rule_names import rule_names

UNUSED = "unused-acceptance"
Rules = Mapping[str, Rule[Relation]]
_NOWHERE = Extent(0, 0)
_OF_RULE = {Trouble.UNUSED, Trouble.UNUSED_ENTRY}


def accepted_in_text(article: Article, findings: Sequence[Finding], rules: Rules) -> list[Finding]:
    """``findings`` as the article itself accepts them, and the marks that accept nothing."""
    marked, troubles = with_marks(article.document, findings)
    return with_unused(with_sic(article, marked), troubles, rules, article.document.text)


def entry_trouble(entry: Entry) -> Acceptance:
    """What there is to say of an entry that matches nothing."""
    if entry.rule not in rule_names():
        return unknown_rule(_NOWHERE, entry.rule)
    return Acceptance(_NOWHERE, Trouble.UNUSED_ENTRY, f"{entry.rule} « {entry.words} »")


def with_unused(
    findings: Sequence[Finding], troubles: Iterable[Acceptance], rules: Rules, text: str
) -> list[Finding]:
    """``findings`` and those that ``troubles`` make, but for rules that did not judge."""
    judge = rules.get(UNUSED)
    more = [] if judge is None else [
        made
        for trouble in troubles
        if trouble.trouble not in _OF_RULE or trouble.words.partition(" ")[0] in rules
        if (made := _finding(judge, trouble, text)) is not None
    ]  # fmt: skip
    return sorted([*findings, *more], key=lambda finding: (finding.extent, finding.rule))


def _finding(judge: Rule[Relation], trouble: Acceptance, text: str) -> Finding | None:
    verdict = judge.check(trouble)
    if verdict is None:
        return None
    words = trouble.at.of(text) or trouble.words
    return Finding(
        judge.name,
        judge.severity,
        verdict.message,
        words,
        trouble.at,
        (),
        "",
        verdict.suggestions,
        fingerprint(judge.name, words, [trouble.words]),
    )
