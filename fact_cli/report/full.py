"""For a person at a terminal: diagnostics as good compilers write them, then the claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from fact_cli.model.finding import (
    ArticleResult,
    Evidence,
    Finding,
    InputFailure,
    Outcome,
    Severity,
)
from fact_cli.model.text import Positions
from fact_cli.report import ReportOptions
from fact_cli.report.excerpt import excerpt, same_line
from fact_cli.report.styled import Piece, Screen
from fact_cli.report.words import (
    SEVERITIES,
    accepted_count,
    coverage,
    location,
    printed,
    short_place,
    unchanged,
)

_MARK = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_LABELS = {
    "fr": {
        "formula": "calcul",
        "mend": "proposition",
        "mends": "propositions",
        "empty": "aucune affirmation datée ou chiffrée",
        "claims": ("Quantité", "De quoi", "Quand", "Qui le dit", "Certitude"),
        Positions.LINE: "Ligne",
        Positions.PARAGRAPH: "Paragraphe",
        Positions.PAGE: "Page:ligne",
        "holds": "Vérifié",
        "or": " ou ",
        "nothing": "aucun article n’a de ligne nouvelle ou modifiée depuis {since}",
    },
    "en": {
        "formula": "arithmetic",
        "mend": "suggestion",
        "mends": "suggestions",
        "empty": "no dated or quantified claim",
        "claims": ("Quantity", "Of what", "When", "Who says so", "Certainty"),
        Positions.LINE: "Line",
        Positions.PARAGRAPH: "Paragraph",
        Positions.PAGE: "Page:line",
        "holds": "Checked",
        "or": " or ",
        "nothing": "no article has a new or changed line since {since}",
    },
}
LIST_BELOW = 70  # columns: a narrower terminal gets a list in the place of the table
NARROWEST = 40  # columns: below this an excerpt shows nothing


def render(
    outcomes: Iterable[ArticleResult | InputFailure], out: TextIO, options: ReportOptions
) -> None:
    screen = Screen(out, max(options.width, NARROWEST), colors=options.color)
    nothing = True
    for outcome in outcomes:
        nothing = False
        if isinstance(outcome, ArticleResult):
            _Writer(screen, options, outcome).write()
            screen.flush()
    if nothing and options.since is not None and not options.quiet:
        said = _LABELS[options.language]["nothing"].format(since=printed(options.since))
        screen.wrapped((said, ""), indent=0)


class _Writer:
    """Writes one article."""

    def __init__(self, screen: Screen, options: ReportOptions, result: ArticleResult) -> None:
        self.screen = screen
        self.options = options
        self.result = result
        self.document = result.article.document
        self.labels = _LABELS[options.language]

    def write(self) -> None:
        for finding in self.result.unaccepted:
            if not (self.options.quiet and finding.severity is Severity.INFO):
                self._finding(finding)
        if self.options.quiet:
            return
        if self.options.table and self.result.article.claims:
            self._claims_list() if self.screen.width < LIST_BELOW else self._claims_table()
            self.screen.line()
        if self.options.table or self.options.verbose:
            self._holding()
        self._coverage()

    def _finding(self, finding: Finding) -> None:
        language, severity = self.options.language, finding.severity
        head = f"{SEVERITIES[language][severity]}[{finding.rule}] {finding.message(language)}"
        self.screen.wrapped((head, f"bold {_MARK[severity]}"), indent=2)
        gutter = len(str(self._last_line(finding)))
        self._snippets(finding, gutter)
        notes = [(self.labels["formula"], finding.formula)] if finding.formula else []
        if finding.suggestions:
            name = self.labels["mends" if len(finding.suggestions) > 1 else "mend"]
            notes.append((name, self.labels["or"].join(finding.suggestions)))
        for name, words in notes:
            label = f"{name} : " if language == "fr" else f"{name}: "
            note = ((" " * gutter + " = ", "blue"), (label, "bold blue"), (words, "blue"))
            self.screen.wrapped(*note, indent=gutter + 5)
        self.screen.line()

    def _snippets(self, finding: Finding, gutter: int) -> None:
        """The words flagged, then each other end; ends in one line share an excerpt."""
        main = Evidence(finding.extent, finding.message)
        first = True
        for group in self._groups(finding, main):
            arrow = "-->" if first else ":::"
            place = location(self.document, group[0].extent, self.options.language)
            self.screen.wrapped((f"{' ' * gutter}{arrow} {place}", "blue"), indent=0)
            if len(group[0].extent):  # what stands in another file has no words here
                self._snippet(group, main, finding.severity, gutter)
            first = False

    def _groups(self, finding: Finding, main: Evidence) -> Iterator[Sequence[Evidence]]:
        """The ends by line, the flagged words' line first."""
        rest = sorted(finding.because, key=lambda one: one.extent)
        near = [one for one in rest if self._fit(main, one)]
        yield sorted([main, *near], key=lambda one: one.extent)
        for one in rest:
            if one not in near:
                yield [one]

    def _fit(self, main: Evidence, other: Evidence) -> bool:
        reach = main.extent.until(other.extent)
        room = self.screen.width - 12
        return same_line(self.document, main.extent, other.extent) and len(reach) <= room

    def _snippet(
        self, group: Sequence[Evidence], main: Evidence, severity: Severity, gutter: int
    ) -> None:
        number = str(self.document.locate(group[0].extent).line)
        bar = " " * gutter + " | "
        shown = excerpt(
            self.document, [one.extent for one in group], self.screen.width - gutter - 3
        )
        self.screen.line((f"{number.rjust(gutter)} | {shown.text}", "blue"))
        roles: list[tuple[int, str]] = []
        under: list[Piece] = []
        behind = 0  # the last mark
        for one, (column, count) in zip(group, shown.marks, strict=False):
            style = _MARK[severity] if one is main else "blue"
            under.append((" " * (column - behind), ""))
            under.append((("^" if one is main else "-") * count, style))
            behind = max(behind, column) + count
            if one is not main:
                roles.append((column, one.role(self.options.language)))
        room = self.screen.width - gutter - 3
        if roles and group[-1] is not main and behind + 1 + len(roles[-1][1]) <= room:
            under.append((f" {roles.pop()[1]}", "blue"))
        self.screen.line((bar, "blue"), *under)
        for column, role in reversed(roles):
            self.screen.line((f"{bar}{' ' * column}{role}", "blue"))

    def _last_line(self, finding: Finding) -> int:
        extents = [finding.extent, *(one.extent for one in finding.because)]
        return max(self.document.locate(extent).line for extent in extents)

    def _claims_list(self) -> None:
        from fact_cli.report.claims import cells

        for claim in self.result.article.claims:
            place = short_place(self.document, claim.extent, self.options.language)
            words = cells(self.document, claim, self.options.language, 60)
            line = " – ".join(cell for cell in (place, *words) if cell)
            self.screen.wrapped((line, ""), indent=2)

    def _claims_table(self) -> None:
        from fact_cli.report.claims import cells, numbers
        from fact_cli.report.claims_table import claims_table

        limit = 70 if self.screen.width >= 100 else 40
        heads = (*self.labels["claims"], self.labels[self.document.positions])
        rows = [
            (
                *cells(self.document, claim, self.options.language, limit),
                numbers(self.document, claim.extent),
            )
            for claim in self.result.article.claims
        ]
        colors = self.options.color
        self.screen.ready(claims_table(heads, rows, self.screen.width, colors=colors))

    def _holding(self) -> None:
        held = [
            check for check in self.result.checks if check.verdict.outcome is Outcome.HOLDS
        ]  # fmt: skip
        for check in held:
            place = short_place(self.document, check.verdict.at, self.options.language)
            words = f"✓ {self.labels['holds']} {check.rule} : {check.verdict.formula} "
            self.screen.wrapped((words, "green"), (f"({place})", "dim green"), indent=2)
        if held:
            self.screen.line()

    def _coverage(self) -> None:
        counts = self.result.coverage
        path = printed(self.document.path) or "-"
        words = coverage(counts, self.options.language) if counts.claims else self.labels["empty"]
        if self.result.unchanged:
            words += unchanged(self.result.unchanged, self.options.language)
        separator = " : " if self.options.language == "fr" else ": "
        self.screen.wrapped((f"{path}{separator}{words}", "bold"), indent=2)
        accepted = len(self.result.findings) - len(self.result.unaccepted)
        if accepted and self.options.verbose:
            self.screen.wrapped((accepted_count(accepted, self.options.language), ""), indent=2)
