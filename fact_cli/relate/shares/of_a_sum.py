"""A share of a sum that the same clause names and tells: "soit 6 % du budget, qui est de 12 …".

"Une perte de 7 millions d'euros, soit 6 % du chiffre d'affaires, qui s'est élevé à 120 millions":
the noun behind the share is the one that the last figure tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from fact_cli.model.mention import QuantityKind
from fact_cli.model.shares import Share
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import end_of, same_thing, usable
from fact_cli.relate.shares.of_votes import is_of_votes

_THAT_IS = re.compile(
    r"(?: [^.;:()\d]{0,70})?(?:, | \()(?:soit|ce qui (?:représente|équivaut à|correspond à|fait)"
    r"|représentant|c'est-à-dire|autrement dit|l'équivalent de|correspondant à) ?"
    r"(?:à peine |seulement |tout juste |un peu |quelque )?"
)
_OF = r" (?:du|de la|de l'|des|de (?:son|sa|ses|leur|leurs|ce|cet|cette|ces)|d'un|d'une) ?"
_TOLD = (
    r"(?:,? (?:qui|lequel|laquelle|lesquels|lesquelles) (?:s'(?:est |sont |était )?élev\w+ à"
    r"|s'(?:est )?(?:établi|chiffr|mont)\w* à|(?:a |ont )?attein\w+|(?:est|était|sont|étaient) de"
    r"|(?:a |ont )?(?:représent|totalis|approch|avoisin)\w+)"
    r"|,? (?:estimé|évalué|fixé|chiffré|arrêté|établi|porté|ramené|voté)e?s? à|, de| d'un total de"
    r"| d'un montant de| \()"
)
_OF_SUM = re.compile(rf"{_OF}[^.;:()\d]{{3,70}}?{_TOLD} ?(?:près de |environ |quelque )?")
_SUMS = {QuantityKind.MONEY, QuantityKind.DIMENSION}


def find(context: Context) -> Iterator[Share]:
    if not context.tells(("%", "pour cent", "quart", "tiers", "moitié")):
        return
    plain = context.document.plain
    for sentence in context.sentences:
        figures = usable(sentence.quantities)
        for (part, share), (_, whole) in pairwise(pairwise(figures)):
            if not _is_share(share.kind) or part.kind not in _SUMS or not same_thing(part, whole):
                continue
            told = _THAT_IS.fullmatch(plain, end_of(part), share.reach.start)
            named = told and _OF_SUM.fullmatch(plain, share.extent.end, whole.reach.start)
            if named and not is_of_votes(plain, share, part, whole):
                yield Share(part, whole, share)


def _is_share(kind: QuantityKind) -> bool:
    return kind in {QuantityKind.PERCENT, QuantityKind.RATIO}
