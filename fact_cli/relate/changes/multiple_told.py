"""Whether words tell a multiple of a value: "deux fois plus de cas", not "deux fois plus vite"."""

from __future__ import annotations

import re

from fact_cli.lang.words import lower
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.changes.pairs import Pair
from fact_cli.relate.neighbours import end_of
from fact_cli.relate.passage import Passage

_MULTIPLIES = re.compile(
    r"(?:\w+ ){0,3}(?:divis|multipli|doubl|tripl|quadrupl|quintupl|décupl)"
    r"|.*\bfois (?:plus|moins|son|sa|leurs?)\b"
)
# Twice as fast is no number of things.
_IN_MANNER = re.compile(r" (?:plus|moins) (?:rapidement|vite|lentement|souvent|tôt|tard|fort)\b")
# What is told so has no price that is as many times as high.
_IN_SIZE = re.compile(
    r" (?:plus|moins) (?:grand|vaste|spacieu|long|large|haut|profond|lourd|loin|proche|puissan"
    r"|rapide|lumineu|ancien|jeune|vieux|vieille|nombreu|petit|fréquent)"
)
# "trois fois plus élevé que dans le reste du pays, et …": than what, no figure tells.
_THAN_ELSEWHERE = re.compile(
    r"(?: [^\W\d_-]+){1,4}? qu(?:e |')(?:dans|en|à|au|aux|chez|sur|pour|la moyenne|le reste"
    r"|ailleurs)\b[^.;:,()\d]{0,60}[\",;.»](?! (?:qui|où|avec|dont|fort)\b)"
    r"|(?: [^\W\d_-]+){1,4}? qu(?:e |')(?:attendu|espéré|escompté|redouté|imaginé|souhaité)"
)


def is_multiple(passage: Passage, figure: Quantity) -> bool:
    plain, end = passage.plain, end_of(figure)
    if figure.kind is not QuantityKind.RATIO or _IN_MANNER.match(plain, end):
        return False
    if _THAN_ELSEWHERE.match(plain, figure.extent.end):
        return False
    words = lower(passage.plain[figure.extent.start : figure.extent.end + 6])
    return _MULTIPLIES.match(words) is not None


def is_larger(passage: Passage, pair: Pair, figure: Quantity) -> bool:
    """ "Un local deux fois plus grand, à 1 100 euros": a size is no multiple of a price."""
    money = pair.before.kind is QuantityKind.MONEY
    return money and _IN_SIZE.match(passage.plain, end_of(figure)) is not None
