"""Documents checked: mentions → claims → relations → verdicts → result."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from fact_cli.accept.applied import accepted_in_text
from fact_cli.model.article import Article
from fact_cli.model.finding import (
    ArticleResult,
    Binding,
    Check,
    Coverage,
    Finding,
    Outcome,
    Verdict,
    fingerprint,
)
from fact_cli.model.relation import Relation
from fact_cli.model.text import Document, Extent
from fact_cli.pipeline.annotate import annotate
from fact_cli.relate import relations
from fact_cli.relate.accounts import other_account
from fact_cli.relate.context import Context
from fact_cli.relate.twice.repetition import repeated_passages
from fact_cli.rule import (
    ACROSS_PLACES,
    PRECEDENCE,
    RECOMPUTED,
    SETTLES_ITSELF,
    SETTLES_NOTHING,
    Rule,
    severity_of,
    undecided,
)
from fact_cli.scan.scanner import scan

Rules = Mapping[str, Rule[Relation]]

# They say that two figures are one, told twice.
COMPARED = {"conflicting-values", "headline-conflict"}


def judged(documents: Sequence[tuple[Document, Rules]]) -> list[ArticleResult]:
    """Each document by its rules: scanned, annotated together with the others, related, judged."""
    articles = [_scanned(read) for read, _ in documents]
    if any(article.sentences for article in articles):
        articles = annotate(articles)
    return [
        _result(article, rules) for article, (_, rules) in zip(articles, documents, strict=True)
    ]


def _scanned(read: Document) -> Article:
    sentences = tuple(scan(read, read.published.date))
    return Article(read, sentences, tuple(repeated_passages(read)))


def _result(article: Article, rules: Rules) -> ArticleResult:
    context = Context.of(article)
    checks = _one_diagnosis(list(_checks(context, rules)))
    checks = [_doubted(context, one) for one in checks]
    findings = [_finding(context, rules[one.rule], one) for one in checks if _contradicts(one)]
    findings = accepted_in_text(article, findings, rules)
    return ArticleResult(article, checks, findings, _coverage(article, checks))


def _checks(context: Context, rules: Rules) -> Iterator[Check]:
    """One check for each relation and each rule that judges relations of its type."""
    for relation in relations(context):
        for name, rule in rules.items():
            if isinstance(relation, rule.on):
                verdict = rule.check(relation)
                if verdict is not None:
                    yield Check(name, verdict, relation.binding)


def _one_diagnosis(checks: Sequence[Check]) -> list[Check]:
    """``checks`` without those that a better one has already made in the same words.

    A more specific rule goes before, and so does what a phrase of the text ties together,
    but where two places of the article are compared.
    """
    first: dict[tuple[str, Extent, str], Check] = {}
    for one in checks:
        told = "" if _contradicts(one) else one.verdict.formula
        first.setdefault((one.rule, one.verdict.at, told), one)
    checks = list(first.values())
    flagged = {(one.rule, one.verdict.at) for one in checks if _contradicts(one)}
    stated = {
        (one.rule, extent)
        for one in checks
        if one.binding is Binding.STATED and _settles(one)
        for extent in (one.verdict.at, *(end.extent for end in one.verdict.because))
    }
    settled = {extent for _, extent in stated}
    # That one is more than another says nothing of what both are of.
    of_parts = {extent for rule, extent in stated if rule != "wrong-comparison"}
    own = {
        (one.rule, one.verdict.at)
        for one in checks
        if one.binding is Binding.STATED
        and one.rule in SETTLES_ITSELF
        and one.verdict.outcome is Outcome.HOLDS
    }
    answered = _answered(checks)
    told_apart = _told_apart(checks)
    return [
        one
        for one in checks
        if not (one.rule in COMPARED and _contradicts(one) and told_apart(one))
        and not (
            one.binding is Binding.INFERRED
            and (
                one.verdict.at in (of_parts if one.rule == "part-exceeds-whole" else settled)
                or (one.rule, one.verdict.at) in own
                or answered(one)
            )
            and one.rule not in ACROSS_PLACES
        )
        and not any(
            less == one.rule and (more, one.verdict.at) in flagged for more, less in PRECEDENCE
        )
    ]


def _answered(checks: Sequence[Check]) -> Callable[[Check], bool]:
    """Whether a contradiction is answered by a check of the same rule that holds.

    Other operands give what is printed, or the same operands give another figure as printed.
    """
    holding = [one for one in checks if one.verdict.outcome is Outcome.HOLDS]
    printed = {(one.rule, one.verdict.at) for one in holding}
    operands = {(one.rule, frozenset(end.extent for end in one.verdict.because)) for one in holding}

    def answered(check: Check) -> bool:
        if check.rule not in RECOMPUTED or not _contradicts(check):
            return False
        ends = frozenset(end.extent for end in check.verdict.because)
        return (check.rule, check.verdict.at) in printed or (check.rule, ends) in operands

    return answered


def _doubted(context: Context, check: Check) -> Check:
    """``check``, undecided where its operands were inferred and others give what is printed.

    Words such as "trois fois moins que" tie a multiple to its base, but seldom to its whole.
    """
    verdict = check.verdict
    loose = check.binding is Binding.INFERRED or check.rule == "wrong-ratio"
    if not loose or check.rule not in RECOMPUTED or not _contradicts(check):
        return check
    ends = [end.extent for end in verdict.because]
    account = other_account(context, verdict.at, ends)
    if account is None:
        return check
    doubt = f"{verdict.formula} ; mais {account}"
    return replace(check, verdict=undecided(verdict.at, ends, doubt))


def _told_apart(checks: Sequence[Check]) -> Callable[[Check], bool]:
    """Whether the two figures of a check are shown by others to be two things, not one twice.

    Each is the sum of its own parts ("84 médailles (22, 29 et 33)" and "87 médailles (36, 26
    et 25)"), or both are terms of one sum that holds ("10 pays sur 54", "les 44 autres"),
    or one is told to be a part of the other.
    """
    sums = [
        one.verdict
        for one in checks
        if one.verdict.outcome is Outcome.HOLDS and one.rule == "wrong-total"
    ]
    totals = {verdict.at: verdict.formula for verdict in sums}
    sums += [one.verdict for one in checks if one.rule == "part-exceeds-whole"]

    def told_apart(check: Check) -> bool:
        own = {check.verdict.at, *(end.extent for end in check.verdict.because)}
        if len(own) == 2 and own <= totals.keys():
            return len({totals[extent] for extent in own}) == 2
        return any(
            own <= {verdict.at, *(end.extent for end in verdict.because)} for verdict in sums
        )

    return told_apart


def _settles(check: Check) -> bool:
    """Whether a verdict says so much of its figures that no inference is needed."""
    if check.verdict.outcome is Outcome.HOLDS:
        return check.rule not in SETTLES_NOTHING | SETTLES_ITSELF
    return check.verdict.outcome is Outcome.CONTRADICTS


def _contradicts(check: Check) -> bool:
    return check.verdict.outcome is Outcome.CONTRADICTS


def _finding(context: Context, rule: Rule[Relation], check: Check) -> Finding:
    verdict: Verdict = check.verdict
    text = context.document.text
    quoted = context.quoted(verdict.at)
    return Finding(
        rule=rule.name,
        severity=severity_of(rule, verdict, check.binding, quoted=quoted),
        message=verdict.message,
        text=verdict.at.of(text),
        extent=verdict.at,
        because=verdict.because,
        formula=verdict.formula,
        suggestions=verdict.suggestions,
        fingerprint=fingerprint(
            rule.name, verdict.at.of(text), [e.extent.of(text) for e in verdict.because]
        ),
    )


def _coverage(article: Article, checks: Sequence[Check]) -> Coverage:
    outcomes = [check.verdict.outcome for check in checks]
    sentences = article.own_sentences
    return Coverage(
        quantities=sum(len(sentence.quantities) for sentence in sentences),
        times=sum(len(sentence.times) for sentence in sentences),
        claims=len(article.claims),
        checked=len(_checked_claims(article, checks)),
        hold=outcomes.count(Outcome.HOLDS),
        contradict=outcomes.count(Outcome.CONTRADICTS),
        undecided=outcomes.count(Outcome.UNDECIDED),
    )


def _checked_claims(article: Article, checks: Sequence[Check]) -> set[int]:
    """The numbers of the claims of which some check looked at the figure or the time."""
    looked_at: set[Extent] = set()
    for check in checks:
        looked_at.add(check.verdict.at)
        looked_at.update(evidence.extent for evidence in check.verdict.because)
    return {
        number
        for number, claim in enumerate(article.claims)
        if (claim.quantity is not None and claim.quantity.extent in looked_at)
        or (claim.time is not None and claim.time.extent in looked_at)
    }
