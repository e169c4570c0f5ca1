"""A rate of what was sent out and came back, each told in a sentence of its own.

"La ville a posté 3 200 questionnaires. À la date butoir, 1 088 lui avaient été retournés. Un taux
de réponse de 34 %": the rate names neither, and there are only these two numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.shares import Share
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, told_noun, usable
from fact_cli.relate.passage import adjoin
from fact_cli.relate.shares.portion import is_near
from fact_cli.relate.sums.rest.out_of import is_whole

_RATE = re.compile(
    r"[«\" ]*(?:Un|Le|Ce|Soit un|Avec un|C'est un) taux (?:de |d')(?:réponse|retour|participation"
    r"|réussite|échec|abandon|occupation|remplissage|présence|succès|refus|acceptation|sélection"
    r"|adhésion|recouvrement|rejet|couverture)s? (?:est |était |a été )?(?:ainsi |donc )?de "
)


def find(context: Context) -> Iterator[Share]:
    plain, sentences = context.document.plain, context.sentences
    for sent, back, rate in zip(sentences, sentences[1:], sentences[2:], strict=False):
        told = _RATE.match(plain, rate.extent.start)
        if told is None or not (adjoin(plain, sent, back) and adjoin(plain, back, rate)):
            continue
        whole, part = _only_number(sent), _only_number(back)
        stated = next(iter(usable(rate.quantities)), None)
        if whole is None or part is None or stated is None or stated.reach.start != told.end():
            continue
        other = told_noun(part) not in {None, told_noun(whole)}
        tied = stated.kind is QuantityKind.PERCENT and is_whole(whole, part) and not other
        if tied and is_near(whole, part, stated):
            yield Share(part, whole, stated, (), Binding.INFERRED)


def _only_number(sentence: ScannedSentence) -> Quantity | None:
    """The only figure of a sentence, where it is a number of things."""
    figures = usable(sentence.quantities)
    return figures[0] if len(figures) == 1 and figures[0].kind in NUMBERS else None
