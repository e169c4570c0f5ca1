"""OpenDocument text (.odt, and .fodt in one file of XML): LibreOffice's own format.

Read is what LibreOffice shows with changes not marked: insertions, not deletions, no comments,
no hidden text, values of fields; headers and footers are left out. Places are paragraphs as
`fact_cli.read.office.paragraphs.document` counts them. The properties of a file are no
publication date: they are those of the file, or of the template behind it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from fact_cli.errors import InputError
from fact_cli.model.text import Document
from fact_cli.read.archive import Archive, opened
from fact_cli.read.foreign import protected
from fact_cli.read.limits import LARGEST_CONTAINER, whole
from fact_cli.read.office.odf_story import Story
from fact_cli.read.office.odf_styles import StyleHandler
from fact_cli.read.office.paragraphs import document
from fact_cli.read.office.styles import Styles
from fact_cli.read.office.xml import walk

_CONTENT = "content.xml"
_STYLES = "styles.xml"
_MANIFEST = "META-INF/manifest.xml"
_LOCKED = "encrypted-package"  # in which LibreOffice 24 puts all members of a locked file
_XML = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<", b"\xfe\xff\x00<")


def read(name: str, stream: BinaryIO) -> Iterator[Document | InputError]:
    data = whole(name, stream, LARGEST_CONTAINER)
    if data.startswith(_XML):
        story = Story(name, Styles())
        walk(name, data, story)
    else:
        archive = opened(name, io.BytesIO(data))
        content = _content(archive)
        story = Story(name, _styles(archive))
        walk(name, content, story)
    if not story.is_text:
        raise _no_text(name)
    yield document(name, [*story.paragraphs, *story.footnotes, *story.endnotes])


def _content(archive: Archive) -> bytes:
    if _LOCKED in archive:
        raise protected(archive.name)
    if _MANIFEST in archive:
        handler = _Locks()
        walk(archive.name, archive.unpacked(_MANIFEST), handler)
        if handler.locked:
            raise protected(archive.name)
    if _CONTENT not in archive:
        raise _no_text(archive.name)
    return archive.unpacked(_CONTENT)


def _styles(archive: Archive) -> Styles:
    handler = StyleHandler()
    if _STYLES in archive:
        walk(archive.name, archive.unpacked(_STYLES), handler)
    return handler.styles


class _Locks:
    """Sees whether a manifest says of a member that it is encrypted."""

    def __init__(self) -> None:
        self.locked = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> bool:
        del attributes
        self.locked = self.locked or tag == "manifest:encryption-data"
        return True

    def end(self, tag: str) -> None:
        """Nothing is known only at the end."""

    def words(self, text: str) -> None:
        """A manifest has no text."""


def _no_text(name: str) -> InputError:
    return InputError(
        name,
        "ce n’est pas un texte OpenDocument : réenregistrez-le en .odt",
        "not an OpenDocument text: save it again as .odt",
    )
