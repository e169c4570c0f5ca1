"""How many passed of those who sat: "48 s'étaient inscrits, 45 ont composé et 16 sont reçus".

The rate behind the last of such a run is told of those who came, or of all who enrolled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from fact_cli.lang.words import lower
from fact_cli.model.bounds import is_near
from fact_cli.model.finding import Binding
from fact_cli.model.mention import QuantityKind
from fact_cli.model.shares import Share
from fact_cli.model.slips import Slip, slip_between
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, between, usable
from fact_cli.relate.sums.out_of import is_less

_RATE = re.compile(
    r"[^.;:()\d]{0,70}?(?:,| \() ?(?:soit|ce qui (?:donne|fait|représente|équivaut à)|pour|donnant"
    r"|avec) (?:un |une )?(?:taux|pourcentage|proportion)"
    r"(?: global| national| général| moyen)? (?:de |d')"
    r"(?:réussite|admission|admissibilité|succès|reçus|admis|passage|participation|présence)"
    r"[^.;:()\d]{0,20} "
)
_ENROLLED = re.compile(r"\b(?:inscri|compos|présent|candidat|postul|particip|concour|évalu|examin)")
_OTHER = re.compile(r"\b(?:contre|l'an (?:passé|dernier)|en \d{4})\b")
NEARLY = Decimal("0.15")  # of a rate, by which it may be misprinted


def find(context: Context) -> Iterator[Share]:
    plain = context.document.plain
    for sentence in context.sentences:
        figures = usable(sentence.quantities)
        for at, stated in enumerate(figures):
            if at < 2 or stated.kind is not QuantityKind.PERCENT:
                continue
            part = figures[at - 1]
            if part.kind not in NUMBERS or not _RATE.fullmatch(between(plain, part, stated)):
                continue
            wholes = [
                one for one in figures[: at - 1] if one.kind in NUMBERS and is_less(one, part)
            ]
            words = lower(plain[sentence.extent.start : part.reach.start])
            if not wholes or not _ENROLLED.search(words) or _OTHER.search(words):
                continue
            share = Share(part, wholes[-1], stated, wholes[:-1], Binding.INFERRED)
            if _is_told(share):
                yield share


def _is_told(share: Share) -> bool:
    """Whether the rate is that of one of the wholes, but for a misprint."""
    stated = share.stated
    for whole in (share.whole, *share.others):
        exact = share.exact(whole)
        if exact is None or stated.value is None:
            continue
        slip = slip_between(stated.value, exact, stated.step)
        if is_near(exact, stated.value, NEARLY) or slip not in {None, Slip.FACTOR}:
            return True
    return False
