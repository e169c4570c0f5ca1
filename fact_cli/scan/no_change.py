"""Words of change that tell of none: "le dernier relevé", "se monte à", "baisse le rideau"."""

from __future__ import annotations

import re

from fact_cli.lang.line import Item

_RECORD = re.compile(
    r"\b(?:l[ea]s?|un|ce|ces|du|des|son|chaque|derniers?|premiers?|nouveaux?) relevés?$"
    r"|\b(?:n')?en (?:a|ont|avait|avaient) relevée?s?$",
    re.IGNORECASE,
)
_RELEVER = re.compile(r"relev(?:é|ait|aient|èrent|a)$")
_NOTED = re.compile(r" (?:au moins |plus de |près de |environ |quelque |pas moins de )?\d")
_MOUNT = re.compile(r"mont(?:e|ent|ait|aient|èrent|a|era|eront|er|ant)$")
RECORD = 20  # characters of "dernier relevé" and less
# Who lowers or raises a thing of his own closes, gives up or speaks.
_IDIOM = re.compile(
    r"(?: (?:définitivement|enfin|aussi|déjà|à jamais))? (?:l[ae]s? |l'|ses? |son |sa |leurs? )"
    r"(?:rideaux?|bras|tête|yeux|garde|pavillon|regard|ton|épaules|sourcils)\b"
)


def is_no_change(plain: str, word: Item) -> bool:
    """Whether no value rises or falls by a word of change."""
    return (
        _is_record(plain, word)
        or _amounts_to(plain, word)
        or _IDIOM.match(plain, word.end) is not None
    )


def _is_record(plain: str, word: Item) -> bool:
    """ "Le dernier relevé" is a record and raises nothing, nor does "on a relevé 218 cas"."""
    if _NOTED.match(plain, word.end) and _RELEVER.match(plain, word.start, word.end):
        return True
    return _RECORD.search(plain[max(0, word.end - RECORD) : word.end]) is not None


def _amounts_to(plain: str, word: Item) -> bool:
    """ "Les dépenses se montent à 938 millions" tells how high they are, no rise."""
    ahead = plain[max(0, word.start - 3) : word.start]
    return ahead.lower() == "se " and _MOUNT.match(plain, word.start, word.end) is not None
