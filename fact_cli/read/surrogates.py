"""Halves of characters, which JSON and Python strings can hold and no encoding can write."""

from __future__ import annotations

import re

_SURROGATE = re.compile("[\ud800-\udfff]")


def whole_characters(text: str) -> str:
    """``text`` with U+FFFD in the place of each lone surrogate, so that offsets stay."""
    return _SURROGATE.sub("\ufffd", text)
