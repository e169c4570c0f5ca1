"""Character references of HTML: ``&eacute;``, ``&#233;``, ``&#xE9;``, ``&eacute``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5

from fact_cli.model.text import Extent

_LONGEST_BARE = 6  # letters of a name that browsers know without its semicolon
_LARGEST = 0x10FFFF
_REFERENCE = re.compile(
    r"&(?:#(?P<decimal>[0-9]+);?|#[xX](?P<hex>[0-9a-fA-F]+);?|(?P<name>[A-Za-z][A-Za-z0-9]{0,31};?))"
)


def reference(source: str, at: int, end: int, *, in_attribute: bool = False) -> tuple[str, int]:
    """What ``&`` at ``at`` stands for and where the reference ends: itself if it is none.

    In an attribute ``&copy=2`` is part of an address, hence ``in_attribute``.
    """
    found = _REFERENCE.match(source, at, end)
    if found is None:
        return "&", at + 1
    if found["name"] is None:
        number = found["decimal"] or found["hex"]
        return _numbered(number, 10 if found["decimal"] else 16), found.end()
    name = found["name"]
    if name in html5 and name.endswith(";"):
        return html5[name], found.end()
    for length in range(min(_LONGEST_BARE, len(name)), 1, -1):
        after = at + 1 + length
        if name[:length] in html5:
            if in_attribute and re.compile("[=A-Za-z0-9]").match(source, after, end):
                break
            return html5[name[:length]], after
    return "&", at + 1


def _numbered(digits: str, base: int) -> str:
    """As browsers read it: Windows-1252 for 128 to 159, U+FFFD for what is no character."""
    digits = digits.lstrip("0")[:9] or "0"  # Python refuses to read very long numbers
    return unescape(f"&#{min(int(digits, base), _LARGEST + 1)};")


def runs(
    source: str, extent: Extent, *, in_attribute: bool = False
) -> Iterator[tuple[str, Extent]]:
    """The text of ``extent`` with references resolved, and where each run of it stands."""
    at = extent.start
    while at < extent.end:
        found = source.find("&", at, extent.end)
        until = extent.end if found < 0 else found
        if until > at:
            yield source[at:until], Extent(at, until)
        if found < 0:
            return
        words, at = reference(source, found, extent.end, in_attribute=in_attribute)
        yield words, Extent(found, at)


def resolved(source: str, extent: Extent, *, in_attribute: bool = False) -> str:
    return "".join(words for words, _ in runs(source, extent, in_attribute=in_attribute))
