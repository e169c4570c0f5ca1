"""How the words between a whole and a figure behind it open the list of its parts."""

from __future__ import annotations

import re

from fact_cli.lang.words import lower
from fact_cli.relate.sums.total_words import total_words

_COLON = re.compile(r"[^.;()!?]{0,60}? ?: ?[^.;:()!?]{0,25}")
_BRACKET = re.compile(r"[^.;:()!?]{0,25} ?\((?:dont )?")
_AMONG_BRACKETED = re.compile(r"[^.;:()!?]{0,30},? dont [^.;:()!?]{0,40}\(")
_AMONG = re.compile(r"[^.;:()!?]{0,90},? dont (?:les )?")
_SO_FAR = re.compile(r"[^.;:()!?\d]{40,110}, soit ")
_DASH = re.compile(r"(?: [^.;:()!?\d,]{0,25})? [–—-] ")
_COMMA = re.compile(r"[^.;:()!?\d]{0,90},| [–-]")


def opening(link: str) -> str | None:
    """How the words between a whole and its first part open a list."""
    if total_words().opens.fullmatch(lower(link)):
        return "complete"
    if _AMONG.fullmatch(link) or _AMONG_BRACKETED.fullmatch(link):
        return "among"
    if _BRACKET.fullmatch(link) and "," not in link:
        return "bracket"
    among = total_words().among.fullmatch(lower(link))
    if among:
        return "sums" if link.endswith("(") else "among"
    if _DASH.fullmatch(link):
        return "colon"
    if _COMMA.fullmatch(link.rstrip()) or _SO_FAR.fullmatch(link):
        return "comma"
    return "colon" if _COLON.fullmatch(link) else None
