"""The whole program as a page: documents → mentions → claims → relations → verdicts → result."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from fact_cli.accept.applied import Books, accepted_in_text
from fact_cli.changed import changes
from fact_cli.errors import InputError, UsageError
from fact_cli.lang.additions import NONE, added_for, each
from fact_cli.model.claim import Article
from fact_cli.model.finding import (
    ArticleResult,
    Binding,
    Check,
    Coverage,
    Finding,
    InputFailure,
    Outcome,
    Severity,
    Verdict,
    fingerprint,
)
from fact_cli.model.relation import Relation
from fact_cli.model.text import Document, Extent, Origin, Published
from fact_cli.pipeline.annotate import annotate
from fact_cli.read.articles import Begun, Stdin, articles
from fact_cli.read.by_path import ByPath
from fact_cli.read.metadata import iso_date
from fact_cli.read.prose import document
from fact_cli.read.roles import with_roles
from fact_cli.read.txt import cut
from fact_cli.read.walk import STDIN, Found, found
from fact_cli.relate import relations
from fact_cli.relate.context import Context
from fact_cli.relate.repetition import repeated_passages
from fact_cli.rule import ACROSS_PLACES, PRECEDENCE, SETTLES_NOTHING, Rule, selected, severity_of
from fact_cli.scan.scanner import scan

Rules = Mapping[str, Rule[Relation]]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run may be told: the publication date, the rules, and what words mean.

    ``severity`` stands in the place of a rule's own. ``additions`` are those to the language
    data (`fact_cli.lang.additions`). All of it is data: it can be sent to another process.
    """

    published: Published = field(default_factory=Published)
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    by_path: ByPath = field(default_factory=ByPath)
    additions: str = NONE

    def rules(self) -> Rules:
        """The rules of the run. Raises `UsageError` for one that does not exist."""
        return {
            name: replace(rule, severity=self.severity.get(name, rule.severity))
            for name, rule in selected(self.select, self.ignore).items()
        }

    def rules_for(self, path: str, rules: Rules) -> Rules:
        """Those of ``rules`` that are not silent in the file at ``path``."""
        silent = self.by_path.ignored(path)
        return {name: rule for name, rule in rules.items() if name not in silent}


def check(
    text: str, *, published: str | date | None = None, title: str | None = None
) -> ArticleResult:
    """Checks one article given as text; ``published`` is a date or ISO 8601.

    Offsets of the result count in ``result.article.document``. Raises `UsageError` for a
    date that cannot be read and `ModelMissing` where the French model is not installed.
    """
    fields = {"title": title, "text": text} if title else {"text": text}
    read = with_roles(document("", fields, cut, title=title))
    return check_document(read, Settings(published=publication(published)))


def publication(given: str | date | None) -> Published:
    """A publication date given from outside. Raises `UsageError` where it is no date."""
    if given is None:
        return Published()
    parts = iso_date(given if isinstance(given, str) else given.isoformat())
    if parts is None:
        raise UsageError(
            f"date de publication illisible : {given} (attendu : AAAA-MM-JJ)",
            f"unreadable publication date: {given} (expected YYYY-MM-DD)",
        )
    return Published(parts, Origin.OPTION)


def check_paths(
    paths: Sequence[str],
    settings: Settings,
    stdin: Stdin | None = None,
    *,
    exclude: Sequence[str] = (),
    relative_to: str | None = None,
    begun: Begun | None = None,
    since: str | None = None,
    books: Books | None = None,
) -> Iterator[ArticleResult | InputFailure]:
    """Each article of ``paths``, folders walked, and a failure for each that cannot be read.

    ``-`` is ``stdin``: the name that it goes by, and its bytes. ``exclude`` holds patterns of
    what folders leave out, counted from each or from ``relative_to``; ``begun`` is told of each
    file before it is read (`articles`). All folders are walked before the first file is read,
    and so are the files of accepted findings, which ``books`` knows afterwards. Where ``since``
    names a revision, only what changed since is read and told (`changes`). Raises `UsageError`
    for a rule, a pattern or a revision that does not exist, and `AcceptedFileError`.
    """
    rules = settings.rules()
    files = list(found(paths, exclude, relative_to))
    books = books or Books()
    for file in files:
        if isinstance(file, Found) and file.path != STDIN:
            books.of(file.path)
    if since is None:
        return _outcomes(articles(files, stdin, begun), settings, rules, books)
    changed = changes(files, since)
    read = articles(changed.files, stdin, begun, partly=True)
    return changed.only(_outcomes(read, settings, rules, books))


def _outcomes(
    documents: Iterator[Document | InputError], settings: Settings, rules: Rules, books: Books
) -> Iterator[ArticleResult | InputFailure]:
    for read in each(documents, settings.additions):
        if isinstance(read, InputError):
            yield InputFailure(read.path, read.fr, read.en)
        else:
            result = check_document(read, settings, rules)
            yield books.applied(result, settings.rules_for(read.path, rules))


def check_document(read: Document, settings: Settings, rules: Rules | None = None) -> ArticleResult:
    """Scans, annotates, relates and judges one document."""
    rules = settings.rules_for(read.path, settings.rules() if rules is None else rules)
    read = settings.by_path.dated(read)
    if settings.published.date is not None:
        read = replace(read, published=settings.published)
    with added_for(settings.additions):
        return _checked(read, rules)


def _checked(read: Document, rules: Rules) -> ArticleResult:
    sentences = tuple(scan(read, read.published.date))
    article = Article(read, sentences, tuple(repeated_passages(read)))
    if sentences:
        article = annotate(article)
    context = Context.of(article)
    judged = _one_diagnosis(list(_judged(context, rules)))
    findings = [_finding(context, rules[one.rule], one) for one in judged if _contradicts(one)]
    findings = accepted_in_text(article, findings, rules)
    return ArticleResult(article, judged, findings, _coverage(article, judged))


def _judged(context: Context, rules: Rules) -> Iterator[Check]:
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
        first.setdefault((one.rule, one.verdict.at, one.verdict.formula), one)
    checks = list(first.values())
    flagged = {(one.rule, one.verdict.at) for one in checks if _contradicts(one)}
    stated = {
        extent
        for one in checks
        if one.binding is Binding.STATED and _settles(one)
        for extent in (one.verdict.at, *(end.extent for end in one.verdict.because))
    }
    return [
        one
        for one in checks
        if not (
            one.binding is Binding.INFERRED
            and one.verdict.at in stated
            and one.rule not in ACROSS_PLACES
        )
        and not any(
            less == one.rule and (more, one.verdict.at) in flagged for more, less in PRECEDENCE
        )
    ]


def _settles(check: Check) -> bool:
    """Whether a verdict says so much of its figures that no inference is needed."""
    if check.verdict.outcome is Outcome.HOLDS:
        return check.rule not in SETTLES_NOTHING
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
