"""ninjs 1 to 3: items of news as JSON. Offsets count in the value that was read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fact_cli.errors import Cancelled, InputError
from fact_cli.model.text import BlockKind, Document
from fact_cli.read.blocks import Blocks
from fact_cli.read.carried import holds_html
from fact_cli.read.content import text_parts
from fact_cli.read.html_tree import names
from fact_cli.read.prose import Part
from fact_cli.read.surrogates import whole_characters
from fact_cli.read.wire import article, part_name, withdrawn

Item = Mapping[str, Any]

_FORMS = ("html", "nitf", "text")
_TYPES = ("text", "preformatted")
_MARKS = names("uri guid type headline headlines versioncreated firstcreated pubstatus standard")
_STAMPS = (
    "firstpublished", "embargoed", "versioncreated", "contentmodified", "contentcreated",
    "firstcreated",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Value:
    """A text of an item: what it is written in and what part it plays, as far as given."""

    text: str
    form: str = ""
    role: str = ""


def is_item(record: object) -> bool:
    """Whether ``record`` is an item of ninjs: it has prose, and something that only news has."""
    if not isinstance(record, dict):
        return False
    item = _lower(record)
    return not _MARKS.isdisjoint(item) and bool(
        _values(item, "body_", "bodies") or _is_brief(item) or _is_withdrawn(item)
    )


def documents(name: str, records: Sequence[dict[str, Any]]) -> Iterator[Document | InputError]:
    """The articles among ``records``, each under its identifier where there are more.

    A picture, a video, an event or a package is none.
    """
    items = [item for item in map(_lower, records) if _is_text(item)]
    for number, item in enumerate(items, 1):
        label = next((item[key] for key in ("uri", "guid") if item.get(key)), number)
        path = part_name(name, whole_characters(str(label)), len(items))
        yield Cancelled(path) if _is_withdrawn(item) else _article(path, item)


def _is_text(item: Item) -> bool:
    return str(item.get("type", "text")).lower() in _TYPES


def _is_withdrawn(item: Item) -> bool:
    return withdrawn([str(item.get("pubstatus", ""))])


def _is_brief(item: Item) -> bool:
    """A text without a body, told by its headline and description alone."""
    return item.get("type") == "text" and bool(_values(item, "description_", "descriptions"))


def _article(path: str, item: Item) -> Document:
    bodies = sorted(filter(_is_known, _values(item, "body_", "bodies")), key=_rank)
    titles = _values(item, "headline", "headlines") or _values(item, "title", "")
    sources: dict[str, str] = {}
    parts: list[Part] = []
    for field, values, kind in (
        ("title", _main(titles), BlockKind.TITLE),
        ("description", _main(_values(item, "description_", "descriptions")), BlockKind.STANDFIRST),
        ("text", bodies, None),
    ):
        for value in values:
            found = _parts(value, field, kind)
            if found:
                sources[field] = value.text
                parts += found
                break
    stamps = [str(item.get(key, "")) for key in _STAMPS]
    return article(path, sources or {"text": ""}, parts, stamps)


def _parts(value: _Value, field: str, kind: BlockKind | None) -> list[Part]:
    """The blocks of ``value``; of ``kind``, where that is given, and then one if it is plain."""
    html = "html" in value.form
    if kind is None:
        return text_parts(value.text, field, html=html)
    if html or holds_html(value.text):
        return [Part(kind, part.pieces) for part in text_parts(value.text, field, html=html)]
    blocks = Blocks(value.text, field)
    blocks.words(0, len(value.text))
    blocks.end(kind)
    return blocks.parts


def _rank(body: _Value) -> int:
    """Markup before plain text, since it shows tables and captions."""
    return next((rank for rank, form in enumerate(_FORMS) if form in body.form), len(_FORMS))


def _is_known(body: _Value) -> bool:
    """Whether it is in a form that can be read; agencies add their own to a list of bodies."""
    return not body.form.startswith("application/") or _rank(body) < len(_FORMS)


def _main(values: Sequence[_Value]) -> Sequence[_Value]:
    """``values``, the main one first."""
    return sorted(values, key=lambda one: one.role not in {"", "main", "lead", "text", "summary"})


def _values(item: Item, key: str, listed: str) -> list[_Value]:
    """The texts under ``key`` or, if it ends so, ``key_…`` (1.x), and in ``listed`` (2.x, 3.x)."""
    found = [
        _Value(whole_characters(value), name.removeprefix(key))
        for name, value in item.items()
        if _is_named(name, key) and isinstance(value, str) and value.strip()
    ]
    entries = item.get(listed)
    for entry in entries if isinstance(entries, list) else ():
        fields = _lower(entry) if isinstance(entry, dict) else {}
        value = fields.get("value")
        if isinstance(value, str) and value.strip():
            form = fields.get("contenttype") or fields.get("role") or ""
            found.append(
                _Value(
                    whole_characters(value),
                    str(form).lower(),
                    str(fields.get("role") or "").lower(),
                )
            )
    return found


def _is_named(name: str, key: str) -> bool:
    return name.startswith(key) if key.endswith("_") else name == key


def _lower(record: Mapping[str, Any]) -> dict[str, Any]:
    """``record`` with its names in lower case: 3.x writes ``pubStatus``, 1.x ``pubstatus``."""
    return {name.lower(): value for name, value in record.items()}
