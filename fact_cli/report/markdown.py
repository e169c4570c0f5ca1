"""Markdown for the comment of a merge request or a page of a build: a line, then tables.

Words of an article stand in code spans, where a forge makes no mention, reference or
formula of them; all else is escaped. What does not fit in a comment is counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TextIO

from fact_cli.model.finding import ArticleResult, Finding, InputFailure, Severity
from fact_cli.model.text import Document
from fact_cli.report import ReportOptions
from fact_cli.report.places import code_points, in_words, relative, span
from fact_cli.report.statement import shown, words
from fact_cli.report.words import SEVERITIES, one_line, printed

LONGEST_COMMENT = 60_000  # characters; a comment on GitHub holds 65,536
LONGEST_CELL = 500
_LABELS = {
    "fr": {
        "nothing": "aucune contradiction trouvée",
        "in": "dans",
        "left out": "… et {} de plus, qui ne tiennent pas ici.",
        "or": " ou ",
        "colon": " : ",
    },
    "en": {
        "nothing": "no contradiction found",
        "in": "in",
        "left out": "… and {} more, for which there is no room here.",
        "or": " or ",
        "colon": ": ",
    },
}
_COLUMNS = {
    "fr": ("Place", "Gravité", "Mots", "Constat", "Calcul", "Proposition"),
    "en": ("Place", "Severity", "Words", "What is wrong", "Arithmetic", "Suggestion"),
}
_ARTICLES = {"fr": ("article", "articles"), "en": ("article", "articles")}
_UNREAD = {
    "fr": ("fichier illisible", "fichiers illisibles"),
    "en": ("file that could not be read", "files that could not be read"),
}
_PLURALS = {
    "fr": {
        Severity.ERROR: "erreurs",
        Severity.WARNING: "avertissements",
        Severity.INFO: "informations",
    },
    "en": {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "infos"},
}
_SPECIAL = re.compile(r"([\\`*_\[\]|~$]|[:#](?=\S))")
_REFERENCE = re.compile(r"([@#!])(?=\w)")
_WORD_JOINER = "\u2060"


def render(
    outcomes: Iterable[ArticleResult | InputFailure], out: TextIO, options: ReportOptions
) -> None:
    page = Page(options)
    for outcome in outcomes:
        page.add(outcome)
    out.write(page.text(LONGEST_COMMENT))


class Page:
    """Collects the lines of a run; of an article that is done only these are kept."""

    def __init__(self, options: ReportOptions) -> None:
        self.options = options
        self.sections: list[tuple[str, Sequence[str]]] = []
        self.severities: Counter[Severity] = Counter()
        self.articles = self.unread = 0

    def add(self, outcome: ArticleResult | InputFailure) -> None:
        if isinstance(outcome, InputFailure):
            self.unread += 1
        else:
            self.articles += 1
            self.severities.update(one.severity for one in shown(outcome, self.options))
        head, lines = _section(outcome, self.options)
        if lines:
            self.sections.append((head, lines))

    def text(self, room: int) -> str:
        """The whole as Markdown of about ``room`` characters at most."""
        labels = _LABELS[self.options.language]
        written = [f"**factcheck**{labels['colon']}{self.totals()}\n"]
        room -= len(written[0])
        left_out = 0
        for head, lines in self.sections:
            room -= len(head)
            fitting = 0
            for line in lines:
                room -= len(line)
                fitting += room >= 0
            if fitting:
                written += [head, *lines[:fitting]]
            left_out += len(lines) - fitting
        if left_out:
            written.append(f"\n{labels['left out'].format(left_out)}\n")
        return "".join(written)

    def totals(self) -> str:
        """``2 erreurs, 1 avertissement dans 3 articles, 1 fichier illisible``"""
        language = self.options.language
        labels = _LABELS[language]
        told = [
            counted(self.severities[severity], severity, language)
            for severity in reversed(Severity)
            if self.severities[severity]
        ]
        articles = _count(self.articles, *_ARTICLES[language], language)
        found = f"{', '.join(told) or labels['nothing']} {labels['in']} {articles}"
        unread = _count(self.unread, *_UNREAD[language], language)
        return f"{found}, {unread}" if self.unread else found


def counted(number: int, severity: Severity, language: str) -> str:
    """``3 erreurs``"""
    return _count(number, SEVERITIES[language][severity], _PLURALS[language][severity], language)


def _count(number: int, one: str, many: str, language: str) -> str:
    single = number < 2 if language == "fr" else number == 1
    return f"{number} {one if single else many}"


def _section(
    outcome: ArticleResult | InputFailure, options: ReportOptions
) -> tuple[str, Sequence[str]]:
    """What stands over an article's findings, and a line for each."""
    if isinstance(outcome, InputFailure):
        path = code(relative(outcome.path, options))
        colon = _LABELS[options.language]["colon"]
        return "\n", [f"{path}{colon}{escaped(outcome.message(options.language))}\n"]
    document = outcome.article.document
    titles = _COLUMNS[options.language]
    head = f"\n{code(printed(document.path) or '-')}\n\n| {' | '.join(titles)} |\n"
    head += "| --- " * len(titles) + "|\n"
    return head, [_row(document, one, options.language) for one in shown(outcome, options)]


def _row(document: Document, finding: Finding, language: str) -> str:
    lines = span(document, finding.extent, code_points)
    place = in_words(document, finding.extent, language)
    cells = (
        escaped(place) if lines is None else f"{lines.line}:{lines.column}",
        SEVERITIES[language][finding.severity],
        _in_cell(code(words(finding))),
        f"{escaped(finding.message(language))} ({code(finding.rule)})",
        escaped(finding.formula),
        escaped(_LABELS[language]["or"].join(finding.suggestions)),
    )
    return f"| {' | '.join(cells)} |\n"


def escaped(text: str) -> str:
    """``text`` as it stands: no markup, no HTML, no person or issue mentioned."""
    flat = one_line(text, LONGEST_CELL)
    plain = flat.replace("&", "&amp;").replace("<", "&lt;")
    return _REFERENCE.sub(r"\1" + _WORD_JOINER, _SPECIAL.sub(r"\\\1", plain))


def code(text: str) -> str:
    """``text`` as a code span."""
    flat = one_line(text, LONGEST_CELL)
    runs = [len(run) for run in re.findall("`+", flat)]
    fence = "`" * next(n for n in range(1, len(runs) + 2) if n not in runs)
    pad = " " if flat.startswith("`") or flat.endswith("`") else ""
    return f"{fence}{pad}{flat}{pad}{fence}"


def _in_cell(span: str) -> str:
    """A code span in a table, where a bar would end the cell even there."""
    return span.replace("|", "\\|")
