"""XML: a file is what its root element says: NewsML-G2, NewsML 1 or NITF."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

from fact_cli.errors import InputError, NotNews
from fact_cli.model.text import Document
from fact_cli.read import newsml, newsml1, nitf
from fact_cli.read.limits import whole
from fact_cli.read.xml_elements import Element, root
from fact_cli.read.xml_events import events
from fact_cli.read.xml_text import xml_text

Articles = Callable[[str, str, Element], Iterator[Document | InputError]]

_ROOTS: Mapping[str, Articles] = {
    "newsMessage": newsml.documents,
    "newsItem": newsml.documents,
    "packageItem": newsml.documents,
    "NewsML": newsml1.documents,
    "nitf": nitf.documents,
}
# The names are plain words, which formats of other houses use too.
_IPTC = re.compile(r"$|https?://(?:www\.)?(?:iptc|nitf)\.org/")
_FIRST_TAG = re.compile(
    r"""\s*+(?=(?P<prolog>(?:<\?.*?\?>\s*+
      |<!--.*?-->\s*+
      |<!DOCTYPE[^>\[]*+(?:\[.*?\]\s*+)?>\s*+)*))(?P=prolog)
    <(?:[\w.-]++:)?(?P<root>[\w.-]++)""",
    re.VERBOSE | re.DOTALL,
)


def read(name: str, stream: BinaryIO) -> Iterator[Document | InputError]:
    """The articles of an XML file, one by one. Raises `NotNews` where it holds none."""
    source = xml_text(name, whole(name, stream))
    first = _FIRST_TAG.match(source)
    if first is None or first["root"] not in _ROOTS:
        raise NotNews(name)
    top = root(events(name, source))
    if not _IPTC.match(top.start.namespace):
        raise NotNews(name)
    yield from _ROOTS[top.name](name, source, top)
