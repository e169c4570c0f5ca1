"""What the reports for people share: places, labels, coverage in words."""

from __future__ import annotations

from fact_cli.model.finding import Coverage, Severity
from fact_cli.model.text import Document, Extent, Positions
from fact_cli.report.places import in_words

SEVERITIES = {
    "fr": {
        Severity.ERROR: "erreur",
        Severity.WARNING: "avertissement",
        Severity.INFO: "information",
    },
    "en": {severity: severity.value for severity in Severity},
}
_SHORT_PLACES = {
    "fr": {
        Positions.LINE: "l. {line}",
        Positions.PARAGRAPH: "§ {line}",
        Positions.PAGE: "p. {page}, l. {line}",
    },
    "en": {
        Positions.LINE: "l. {line}",
        Positions.PARAGRAPH: "para. {line}",
        Positions.PAGE: "p. {page}, l. {line}",
    },
}


def location(document: Document, extent: Extent, language: str) -> str:
    """``article.txt:6:64``, or in words where lines are not what the file shows.

    A place in a field of its own, such as a title, says so.
    """
    path = printed(document.path) or "-"
    if document.positions is not Positions.LINE:
        return f"{path}, {in_words(document, extent, language)}"
    place = document.locate(extent)
    field = "" if place.field == "text" else f"[{place.field}]"
    return f"{path}{field}:{place.line}:{place.column}"


def short_place(document: Document, extent: Extent, language: str) -> str:
    """``l. 6``, ``§ 6`` or ``p. 2, l. 6``: where in the file, by what the file shows."""
    place = document.locate(extent)
    words = _SHORT_PLACES[language][document.positions]
    return words.format(line=place.line, page=place.page)


def printed(text: str) -> str:
    """``text`` without what a terminal would obey: controls and odd spaces become spaces."""
    return "".join(c if c.isprintable() else " " for c in text)


def one_line(text: str, limit: int) -> str:
    """``text`` on one line, cut with an ellipsis after ``limit`` characters."""
    flat = " ".join(printed(text).split())
    return flat if len(flat) <= limit else flat[: limit - 1].rstrip() + "…"


def coverage(counts: Coverage, language: str) -> str:
    """One line: how much was found, checked, and with what outcome."""
    if language == "en":
        return (
            f"{_count(counts.claims, 'claim', 'claims')}, {counts.checked} checked: "
            f"{counts.hold} hold, {counts.contradict} contradicted, {counts.undecided} undecided"
        )
    held = "tient" if counts.hold < 2 else "tiennent"
    contradicted = "contradiction" if counts.contradict < 2 else "contradictions"
    undecided = "indécise" if counts.undecided < 2 else "indécises"
    checked = "vérifiée" if counts.checked < 2 else "vérifiées"
    return (
        f"{_count(counts.claims, 'affirmation', 'affirmations')}, {counts.checked} {checked} : "
        f"{counts.hold} {held}, {counts.contradict} {contradicted}, "
        f"{counts.undecided} {undecided}"
    )


def unchanged(number: int, language: str) -> str:
    """How many findings are left out since nothing changed there, to end the line of coverage."""
    if language == "en":
        return f"; {_count(number, 'finding', 'findings')} on unchanged lines"
    return f" ; {_count(number, 'constat', 'constats')} sur des lignes inchangées"


def accepted_count(number: int, language: str) -> str:
    """How many findings of an article are accepted."""
    if language == "en":
        return _count(number, "finding accepted", "findings accepted")
    return _count(number, "constat accepté", "constats acceptés")


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number < 2 else many}"
