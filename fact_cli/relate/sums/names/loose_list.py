"""A list whose items may have a clause of their own: "un lycéen de 17 ans, déjà connu, et …".

Each item opens with "un", "une" or a number; what opens otherwise belongs to the item before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from fact_cli.lang.words import SMALL_NUMBERS, lower
from fact_cli.model.text import Extent

_PIECES = re.compile(r"(?:,? ainsi qu(?:e |')|,? puis |, et |, | et )")
_HEAD = re.compile(
    rf"(?:enfin )?(?P<many>{'|'.join(SMALL_NUMBERS)}) (?!des |de |d'|peu |fois )[a-zà-ÿ]"
)
# What belongs to the item before it.
_CLAUSE = re.compile(
    r"(?:déjà|âgée?s?|tou(?:te)?s|né|dite?|située?s?|l'un|avec|sans|pour|à|en|dans|de|d'|sur"
    r"|\d|originaires?|célibataires?|[^\W\d_]+ée?s? )"
)
_VERB = re.compile(
    r"(?:,| et) (?:l[ae]s? |l')?(?:qui|que|dont|où|mais|alors|tandis)\b"
    r"|\b(?:est|sont|a|ont|était|étaient|sera|seront|avait|avaient)\b"
)
_SAME_PEOPLE = re.compile(r"\b(?:dont|soit|notamment|par exemple|entre autres|comme)\b")
MORE = 3  # items of a list


def loose_list(plain: str, start: int, end: int) -> tuple[Sequence[Extent], int] | None:
    """The items that fill ``plain`` to the end of a sentence, and how many things they are."""
    text = plain[start:end].rstrip(" .")
    low = lower(text)
    if _VERB.search(low) or _SAME_PEOPLE.search(low) or re.search(r"[;:()«»]", text):
        return None
    cuts = list(_PIECES.finditer(low))
    starts, ends = [0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), len(low)]
    items: list[Extent] = []
    many = 0
    for at, stop in zip(starts, ends, strict=True):
        head = _HEAD.match(low, at, stop)
        if head is not None:
            items.append(Extent(start + at, start + stop))
            many += SMALL_NUMBERS[head["many"]]
        elif not items or not _CLAUSE.match(low, at, stop):
            return None
    joined = any("et" in cut.group() or "ainsi" in cut.group() for cut in cuts[-2:])
    return (items, many) if len(items) >= MORE - 1 and many >= MORE and joined else None
