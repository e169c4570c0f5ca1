"""Text as XML 1.0 takes it; what no XML can hold becomes U+FFFD."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text(value: str) -> str:
    """``value`` as the content of an element."""
    return escape(_held(value))


def attributes(**values: str) -> str:
    """Attributes in their order, a space before each."""
    return "".join(f" {name}={quoteattr(_held(value))}" for name, value in values.items())


def _held(value: str) -> str:
    return _FORBIDDEN.sub("\ufffd", value)
