"""Words behind a list that leave some of the whole out of it, or add what no figure tells.

"50 d'un côté, 48 de l'autre, le président ne prenant pas part au vote"; "sans compter les blancs";
"frais déduits"; "plus une breloque par équipes": the parts need not make the whole then.
"""

from __future__ import annotations

import re

from fact_cli.lang.words import lower

_SOME = (
    r"(?:l[ea]s?|l'|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+|leurs?|s(?:on|a|es)) ?"
)
_SET_ASIDE = re.compile(
    r"(?:,| et| \() ?(?:"
    r"(?:sans|hors|non|pas) (?:compter|comptée?s?|compris|comprise?s?)\b"
    r"|(?:plus|outre|sans(?! compter)|hors) (?:une?|les?|la|l'|quelques)"
    r"|(?:[^\W\d_]+ ){1,3}(?:déduite?s?|en sus|en plus|non comprise?s?|comptée?s? à part"
    r"|mise?s? à part|exclue?s?|retranchée?s?)\b"
    rf"|{_SOME}[^.;:()\d]{{0,40}}?\b(?!(?:avant|pendant|durant|devant|suivant|autant|enfant|montant"
    r"|habitant|restant|représentant|étudiant|participant|plant|instant|courant)\b)"
    r"[^\W\d_]{2,}ant\b"
    r"|(?:car|puisqu(?:e|')) )"
)
_ENDS = re.compile(r"[.;!?](?: |$)|\n| »")


def leaves_aside(plain: str, end: int) -> bool:
    """Whether the words from ``end`` to the end of the sentence leave aside, or add, some."""
    ends = _ENDS.search(plain, end)
    told = lower(plain[end : len(plain) if ends is None else ends.start()])
    return _SET_ASIDE.search(told) is not None
