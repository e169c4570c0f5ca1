"""A whole and its two kinds, each told in a sentence of its own, which opens with the kind.

"Chez les filles, 252 194 étaient présentes. Les garçons étaient 267 305."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context, up_to
from fact_cli.relate.neighbours import NUMBERS, is_surplus, usable

_KINDS = (
    (r"filles|femmes|candidates|étudiantes|élèves filles", r"garçons|hommes|candidats masculins"),
    (r"adultes|majeurs", r"enfants|mineurs"),
    (r"titulaires|fonctionnaires", r"contractuels|vacataires"),
    (r"salles? publiques?|le public|établissements publics", r"le privé|établissements privés"),
)
_LEAD = (
    r"(?:(?:Chez|Pour|Parmi|Côté|Du côté d)(?:es)? (?:les )?(?:{kind})"
    r"|(?:Les|Quant aux) (?:{kind}))"
    r"\b[^.;:()\d]{{0,30}}$"
)
BACK = 2  # sentences before, in which a whole and its two kinds stand
NEAR = 100  # units of its last digit from which a whole that is one slip from a sum is evidence


def find(context: Context) -> Iterator[Total]:
    plain = context.document.plain
    sentences = context.sentences
    for index in range(1, len(sentences)):
        near = up_to(sentences, index, BACK)
        if len({one.sentence.block for one in near}) != 1:
            continue
        for kinds in _KINDS:
            both = [_first(plain, near, kind) for kind in kinds]
            if None in both:
                continue
            parts = [one for one in both if one is not None]
            yield from _total(plain, near, parts)


def _first(plain: str, near: Sequence[ScannedSentence], kind: str) -> Quantity | None:
    """The first figure of the only sentence that opens with a kind."""
    form = re.compile(_LEAD.format(kind=kind), re.IGNORECASE)
    found = [
        figures[0]
        for sentence in near
        if (figures := [one for one in usable(sentence.quantities) if one.kind in NUMBERS])
        and form.match(plain[sentence.extent.start : figures[0].reach.start])
    ]
    return found[0] if len(found) == 1 else None


def _total(
    plain: str, near: Sequence[ScannedSentence], parts: Sequence[Quantity]
) -> Iterator[Total]:
    """The two with the figure before them that they make, or nearly make."""
    first = min(part.extent for part in parts)
    wholes = [
        one
        for sentence in near
        for one in usable(sentence.quantities)
        if one.kind is QuantityKind.COUNT and one.extent < first and not is_surplus(plain, one)
        if (one.value or 0) >= NEAR
    ]
    found = [
        Total(one, parts, complete=True, exclusive=True, binding=Binding.INFERRED) for one in wholes
    ]
    holding = [one for one in found if one.exact == one.whole.value]
    misprinted = [one for one in found if one.is_near and one.is_misprinted]
    if holding or len(misprinted) == 1:
        yield (holding or misprinted)[0]
