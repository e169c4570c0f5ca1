"""Front matter of Hugo, Jekyll, Ghost, Eleventy and Astro: YAML, TOML or JSON before the text.

The words of title and standfirst point into the file. Front matter that is damaged gives
what can be had of it, and never costs the article.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from fact_cli.model.dates import PartialDate
from fact_cli.model.text import BlockKind, Extent
from fact_cli.read.blocks import Blocks
from fact_cli.read.front_json import json_fields
from fact_cli.read.front_toml import toml_fields
from fact_cli.read.front_yaml import yaml_fields
from fact_cli.read.metadata import metadata_date
from fact_cli.read.prose import Part
from fact_cli.read.scalars import Field, add_words, value_of

# Keys in lower case, without accents, hyphens and underscores; the first that says it counts.
TITLE = ("title", "titre")
STANDFIRST = (
    "chapo", "chapeau", "standfirst", "description", "customexcerpt", "excerpt", "summary",
    "resume",
)  # fmt: skip
DATE = (
    "publishdate", "pubdate", "published", "publishedat", "datepublished", "publicationdate",
    "datepublication", "datedepublication", "publiele", "date",
    "lastmod", "modified", "lastmodified", "datemodified", "updated", "updatedat", "dateupdated",
    "updateddate", "lastupdated", "datemiseajour", "miseajour",
)  # fmt: skip

_FENCE = re.compile(
    r"(?P<sign>---|\+\+\+)[ \t]*(?P<language>(?:ya?ml|toml|json|js|javascript)?)[ \t]*\r?\n"
)
_CLOSING = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*\r?(?:\n|\Z)", re.MULTILINE),
}
_OBJECT = re.compile(r"\{\s*[\"}]")
_LINE = re.compile(r"(?P<words>[^\n]*\S[^\n]*)(?:\n|\Z)")
_KEY_LINE = re.compile(r"[ \t{\"]*\w[\w-]*\"?(?::(?=\s|$)|[ \t]*=|[ \t]*:(?=[ \t]*[\"\[{\d]))")
_LOOSE_LINE = re.compile(r"[ \t]+\S|- |[#\[\]{}]")  # within a value, between two keys
_PROSE_BEGINS = re.compile(r"\n[ \t\r]*\n(?=[^\s#\[\]{}\"'-])(?!\w[\w-]*[ \t]*:)")
_ONE_WORD = re.compile(r"[\w-]+")
_LONGEST_DATE = 80  # characters


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands before the text that begins at ``end``; None for what is not said."""

    end: int = 0
    title: Part | None = None
    standfirst: Part | None = None
    date: PartialDate | None = None


def front_matter(source: str) -> FrontMatter:
    """The front matter of ``source``; an empty one where there is none."""
    fence = _FENCE.match(source)
    if fence is not None:
        end, fields = _fenced(source, fence)
    elif _OBJECT.match(source):
        end, fields = _object(source)
    else:
        return FrontMatter()
    return FrontMatter(
        end,
        _part(source, _named(fields, TITLE), BlockKind.TITLE),
        _part(source, _named(fields, STANDFIRST), BlockKind.STANDFIRST),
        _date(source, _named(fields, DATE)),
    )


def _fenced(source: str, fence: re.Match[str]) -> tuple[int, Sequence[Field]]:
    """Where the text begins after what stands between two lines of signs, and its fields.

    Without the second line, the lines that look like keys are the front matter.
    """
    sign, start = fence["sign"], fence.end()
    closing = _CLOSING[sign].search(source, start)
    if closing is not None and sign == "---":
        prose = _PROSE_BEGINS.search(source, start, closing.start())
        closing = None if prose else closing
    inside = Extent(start, closing.start()) if closing else _key_lines(source, start)
    fields = _fields(source, inside, fence["language"] or ("yaml" if sign == "---" else "toml"))
    if fields is None or (closing is None and not len(inside)):
        return 0, ()
    return (closing.end() if closing else inside.end), fields


def _fields(source: str, inside: Extent, language: str) -> Sequence[Field] | None:
    """The fields of front matter; None where it is rather a text between two rules."""
    if language.startswith("js") and language != "json":
        return ()
    if language == "json":
        return json_fields(source, inside).fields
    if language == "toml":
        return list(toml_fields(source, inside))
    fields = yaml_fields(source, inside)
    if fields and not any(_ONE_WORD.fullmatch(field.key) for field in fields):
        return None
    return fields


def _object(source: str) -> tuple[int, Sequence[Field]]:
    """Where the text begins after an object at the start, and its fields.

    Without its last brace, the lines that look like keys are the front matter.
    """
    whole = json_fields(source, Extent(0, len(source)))
    if whole.end is not None:
        return whole.end, whole.fields
    keys = _key_lines(source, 0)
    return keys.end, json_fields(source, keys).fields


def _key_lines(source: str, start: int) -> Extent:
    """The lines from ``start`` on that look like keys and their values."""
    at, keyed = start, False
    while line := _LINE.match(source, at):
        is_key = _KEY_LINE.match(line["words"]) is not None
        if not is_key and not _LOOSE_LINE.match(line["words"]):
            break
        keyed |= is_key
        at = line.end()
    return Extent(start, at if keyed else start)


def _named(fields: Iterable[Field], names: Sequence[str]) -> Iterator[Field]:
    """The fields that have one of ``names``, in the order of these."""
    known = {name: rank for rank, name in enumerate(names)}
    ranked = [(known.get(_plain(field.key)), field) for field in fields]
    found = [(rank, field) for rank, field in ranked if rank is not None]
    yield from (field for _, field in sorted(found, key=lambda pair: pair[0]))


def _plain(key: str) -> str:
    """A key in lower case, without accents and without what parts its words."""
    letters = unicodedata.normalize("NFKD", key.lower())
    return "".join(letter for letter in letters if letter.isalnum())


def _part(source: str, fields: Iterable[Field], kind: BlockKind) -> Part | None:
    """The words of the first field that has any."""
    for field in fields:
        blocks = Blocks(source)
        add_words(blocks, field.value)
        if blocks.end(kind):
            return blocks.parts[0]
    return None


def _date(source: str, fields: Iterable[Field]) -> PartialDate | None:
    """The first date that is one: ``published: true`` is none."""
    for field in fields:
        words = value_of(source, field.value)
        date = metadata_date(words) if len(words) <= _LONGEST_DATE else None
        if date is not None:
            return date
    return None
