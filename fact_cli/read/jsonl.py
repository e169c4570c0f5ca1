"""JSON Lines: an article a line, with ``id``, ``text``, and maybe ``title``, ``published``."""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, BinaryIO, TypeVar

from fact_cli.errors import InputError
from fact_cli.model.text import Document, Extent, Origin, Published
from fact_cli.read.limits import LARGEST_TEXT, lines, too_large
from fact_cli.read.metadata import metadata_date
from fact_cli.read.surrogates import whole_characters

Made = TypeVar("Made")

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)  # its line ends are no single bytes


def read(name: str, stream: BinaryIO) -> Iterator[Document | InputError]:
    """Each line in turn; a line that is no article gives an error with its number."""
    return each(name, stream, article)


def each(
    name: str, stream: BinaryIO, made: Callable[[str, int, bytes], Made | InputError]
) -> Iterator[Made | InputError]:
    """What ``made`` makes of ``name`` and the number and bytes of each line that is not empty.

    Only one line is held at a time, so that a file may be of any length.
    """
    for number, line in enumerate(lines(stream), 1):
        if number == 1 and line is not None and line.startswith(_WIDE):
            yield InputError(
                name, "JSON Lines en UTF-16 : convertissez en UTF-8", "UTF-16: convert it to UTF-8"
            )
            return
        if line is None:
            yield _in_line(number, too_large(name, LARGEST_TEXT))
        elif line.strip():
            yield made(name, number, line)


def _in_line(number: int, error: InputError) -> InputError:
    return InputError(error.path, f"ligne {number} : {error.fr}", f"line {number}: {error.en}")


def article(name: str, number: int, line: bytes) -> Document | InputError:
    """The article of one line."""
    from fact_cli.read.decode import decode

    try:
        record = json.loads(decode(name, line))
    except InputError as error:
        return _in_line(number, error)
    except (ValueError, RecursionError):
        return InputError(
            name, f"ligne {number} : ce n’est pas du JSON valide", f"line {number}: not valid JSON"
        )
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        return InputError(
            name, f"ligne {number} : il manque le champ « text »", f'line {number}: no "text"'
        )
    given = record.get("id")
    label = number if given is None else whole_characters(str(given))
    return replace(_document(f"{name}#{label}", record), line=number)


def _document(path: str, record: dict[str, Any]) -> Document:
    # A run that finds all lines in the cache needs none of these.
    from fact_cli.read.marks import carried_marks
    from fact_cli.read.prose import document
    from fact_cli.read.roles import with_roles
    from fact_cli.read.txt import cut

    fields = {}
    title = record.get("title")
    if isinstance(title, str) and title.strip():
        fields["title"] = whole_characters(title)
    fields["text"] = whole_characters(record["text"])
    published = _published(record.get("published"))
    marks = carried_marks(fields["text"], Extent(0, len(fields["text"])))
    return with_roles(
        document(path, fields, cut, title=fields.get("title"), published=published, marks=marks)
    )


def _published(value: object) -> Published:
    date = metadata_date(value) if isinstance(value, str) else None
    return Published() if date is None else Published(date, Origin.METADATA)
