"""Word documents (.docx, .docm): paragraphs with the parts that their styles name.

Read is what Word shows with all changes accepted: insertions, not deletions, no comments, no
hidden text, results of fields, each text box once; headers and footers are left out. Places
are paragraphs as `fact_cli.read.office.paragraphs.document` counts them. The properties of a
file are no publication date: they are those of the file, or of the template behind it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO

from fact_cli.errors import InputError
from fact_cli.model.text import Document
from fact_cli.read.archive import Archive, opened
from fact_cli.read.office.paragraphs import Paragraph, document
from fact_cli.read.office.styles import Styles
from fact_cli.read.office.word_story import Story
from fact_cli.read.office.word_styles import StyleHandler
from fact_cli.read.office.xml import walk

_BODY = "officeDocument"
_USUAL = "word/document.xml"


def read(name: str, stream: BinaryIO) -> Iterator[Document | InputError]:
    archive = opened(name, stream)
    body = _related(archive, "").get(_BODY, _USUAL)
    if body not in archive:
        raise InputError(
            name,
            "ce n’est pas un document Word : réenregistrez-le en .docx",
            "not a Word document: save it again as .docx",
        )
    related = _related(archive, body)
    styles = _styles(archive, related.get("styles"))
    story = Story(name, styles)
    walk(name, archive.unpacked(body), story)
    yield document(name, [*story.paragraphs, *_called(archive, related, styles, story.calls)])


def _styles(archive: Archive, path: str | None) -> Styles:
    handler = StyleHandler()
    if path is not None:
        walk(archive.name, archive.unpacked(path), handler)
    return handler.styles


def _called(
    archive: Archive,
    related: Mapping[str, str],
    styles: Styles,
    calls: Sequence[tuple[str, str]],
) -> Iterator[Paragraph]:
    """The paragraphs of the footnotes in the order of their calls, then of the endnotes."""
    for kind in ("footnote", "endnote"):
        called = [number for sort, number in calls if sort == kind]
        path = related.get(f"{kind}s")
        if path is None or not called:
            continue
        story = Story(archive.name, styles)
        walk(archive.name, archive.unpacked(path), story)
        for number in dict.fromkeys(called):
            yield from story.notes.get(number, [])


class _Relations:
    """Collects the members that a member names, by the last word of what they are to it."""

    def __init__(self, folder: str) -> None:
        self.found: dict[str, str] = {}
        self._folder = folder

    def start(self, tag: str, attributes: Mapping[str, str]) -> bool:
        if tag == "rel:Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            target = posixpath.join("/", self._folder, attributes.get("Target", ""))
            self.found.setdefault(kind, posixpath.normpath(target).lstrip("/"))
        return True

    def end(self, tag: str) -> None:
        """Nothing is known only at the end."""

    def words(self, text: str) -> None:
        """Relations have no text."""


def _related(archive: Archive, path: str) -> Mapping[str, str]:
    """The members that are there and that ``path`` names; those of the package for none."""
    folder, file = posixpath.split(path)
    relations = posixpath.join(folder, "_rels", f"{file}.rels")
    if relations not in archive:
        return {}
    handler = _Relations(folder)
    walk(archive.name, archive.unpacked(relations), handler)
    return {kind: target for kind, target in handler.found.items() if target in archive}
