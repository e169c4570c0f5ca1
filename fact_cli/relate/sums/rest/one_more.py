"""Words behind a rest that make it right though its whole and what went leave another number.

"Les 15 autres attendent : un chiot est né mardi"; "les huit autres ont fini, Roux étant hors
délai"; "les onze autres se sont excusés. Un seul n'a pas répondu".
"""

from __future__ import annotations

import re
from decimal import Decimal

from fact_cli.lang.words import lower
from fact_cli.model.text import Extent

# Those who are of the rest and were not of the whole.
_JOINED = re.compile(
    r"\b(?:avec (?:l[ea]s? |l'|une? |deux |leurs? |s(?:on|a|es) )|née?s?|naiss\w+|naît\w*|arriv\w+"
    r"|rejoi\w+|(?<!aucun )(?<!aucune )nouve\w+|recru\w+|ajout\w+"
    r"|ven(?:u|ue|us|ues|ant)|compris\w*|comptant"
    r"|(?<!qui ont )accueilli\w*|renfort\w*|renforcé\w*|supplémentaires?|dont une?)\b"
)
_MORE_BEHIND = re.compile(
    r"\b(?:l[ea] derni(?:er|ère)|l'une?|l'autre|une? (?:autre|seule?)|hormis|sauf|excepté|à part"
    r"|sans compter|une? [^\W\d_]+ (?:s'|n'|s'en )?(?:étant|ayant|est|a|reste|manque)"
    r"|l[ea] [^\W\d_]+ (?:étant|ayant|rest(?:e|é|ée|ant)))\b"
)
_NAMED = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+ (?:s'|n')?(?:étant|ayant|est|a|manque|manquait)\b")
_FOLLOWS = re.compile(
    r"\W*(?:(?:une?|le|la) (?:seule?|derni(?:er|ère)|autre|deuxième|second\w*|troisième)\b"
    r"|une? [^\W\d_]+ (?:est|a|n'a|n'est|manque)\b|seule? |reste )"
)
_NAME_FOLLOWS = re.compile(
    r"\W*[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?,? (?:est|a|n'a|n'est|[^\W\d_]+ée?)\b"
)
NEXT = 60  # characters of the sentence behind


def tells_more(plain: str, behind: Extent, left: Decimal, exact: Decimal) -> bool:
    """Whether the words ``behind`` a rest, or the sentence after them, tell why it is not exact."""
    words, following = behind.of(plain), plain[behind.end : behind.end + NEXT]
    if left > exact:
        return _JOINED.search(lower(words + following)) is not None
    if _MORE_BEHIND.search(lower(words)) or _NAMED.search(words):
        return True
    found = _FOLLOWS.match(lower(following)) or _NAME_FOLLOWS.match(following)
    return exact - left == 1 and found is not None
