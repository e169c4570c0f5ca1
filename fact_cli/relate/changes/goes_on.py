"""Whether a sentence goes on about what the one before it told."""

from __future__ import annotations

import re

# What makes the first sum of money of a sentence that of the sentence before.
_TAKES_UP = re.compile(
    r"\b(?:il|elle|ils|elles|ce|cela|celui-ci|celle-ci|ceux-ci|celles-ci|leur nombre|leur montant"
    r"|son montant|ce chiffre|ce montant|ce total|en)\b"
)
_OPENS = re.compile(r"(?:c'est|c'était|soit|voilà) ")
# "Elle diminue de 12 millions et le résultat du groupe est de 13 millions": another subject.
_NEW_SUBJECT = re.compile(
    r"(?:\bet|;|\bmais|\btandis que|\balors que|\bquand) "
    r"(?:l[ae] |les |l'|ses? |son |sa |leurs? )"
    r"[^\d.;:]{2,70}\b(?:est|sont|était|étaient|atteint|atteignent|s'élève|s'élèvent|s'établit"
    r"|ressort|a|ont|passe|passent|compte|comptent|coûte|coûtent|vaut|valent)\b"
)


def goes_on(clause: str) -> bool:
    """Whether ``clause``, in lower case up to a figure, takes up what was told, and only that."""
    told = (_OPENS.match(clause), *_TAKES_UP.finditer(clause))
    return any(one and not _NEW_SUBJECT.search(clause, one.end()) for one in told)
