"""JSON: a file is what its shape says: an item of ninjs, or a list of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from fact_cli.errors import InputError, NotNews
from fact_cli.model.text import Document
from fact_cli.read import ninjs
from fact_cli.read.decode import decode
from fact_cli.read.limits import whole

_LISTS = ("items", "_items")  # of ninjs collections; of the interface of Superdesk
# What only articles have: a broken file of these is told, any other passed over.
_TELLING = re.compile(r'"(?:body_\w+|bodies|headlines?|versioncreated)"\s*:', re.IGNORECASE)


def read(name: str, stream: BinaryIO) -> Iterator[Document | InputError]:
    """The articles of a JSON file, one by one. Raises `NotNews` where it holds none."""
    text = decode(name, whole(name, stream))
    try:
        records = _records(json.loads(text))
    except (ValueError, RecursionError) as error:
        if _TELLING.search(text) is None:
            raise NotNews(name) from error
        raise InputError(name, "ce n’est pas du JSON valide", "not valid JSON") from error
    items = [record for record in records if ninjs.is_item(record)]
    documents = ninjs.documents(name, items)
    first = next(documents, None)
    if first is None:
        raise NotNews(name)
    yield first
    yield from documents


def _records(value: object) -> list[Any]:
    if isinstance(value, dict):
        held = next((value[key] for key in _LISTS if isinstance(value.get(key), list)), None)
        return [value] if held is None else held
    return value if isinstance(value, list) else []
