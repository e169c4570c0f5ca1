"""A figure called the whole of what has the same name before: "un excédent global de …".

"En fonctionnement, un excédent de 480 813 €. En investissement, un excédent de 36 700 €.
L'excédent global est de 517 513 €": the noun is told once for the sum and once for each part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from fact_cli.lang.words import lower
from fact_cli.model.bounds import is_near
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.figures import Difference
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context, up_to
from fact_cli.relate.neighbours import in_unit_of, is_surplus, usable

_CUES = ("global", "total", "cumul", "d'ensemble", "général", "consolidé", "combiné", "à deux")
_ALL = (
    r"(?:globale?s?|totale?s?|totaux|cumulée?s?|d'ensemble|générale?s?|consolidée?s?|combinée?s?"
    r"|agrégée?s?)"
)
_TO = (
    r"[^.;:\d]{0,60}?(?: de| d'|:| à| atteint| atteignait| atteindra| dépasse| est| représente"
    r"| fait| pèse| totalise)(?: (?:donc|ainsi|alors|désormais|de|quelque|environ|près de))* ?$"
)
_WHOLE = re.compile(rf"\b(?P<noun>[^\W\d_]{{4,}}) (?:[^\W\d_]+ )?{_ALL}\b{_TO}")
_PART = (
    r"\b{noun}s?(?: (?!{all}\b)[^\W\d_]+){{0,6}}?,? (?:de|d'|à|atteint|est de|était de|se monte à"
    r"|s'élève à|s'établit à|fut de)(?: [^\W\d_]+)? ?$"
)
_COMPARED = re.compile(
    r"\b(?:contre|après|au lieu d[eu']|objectif|prév\w+|moyenne?|par (?:an|mois|habitant)|dont"
    r"|l'an (?:dernier|passé)|un an plus tôt)\b[^.;:]{0,50}$"
)
_OPPOSITE = {
    "excédent": "déficit", "déficit": "excédent", "bénéfice": "perte", "perte": "bénéfice",
    "gain": "perte", "hausse": "baisse",
}  # fmt: skip
NEARLY = Decimal("0.1")  # of the larger, by which what is left may be misprinted
BACK = 3  # sentences before the one of the whole in which its parts stand


def find(context: Context) -> Iterator[Difference | Total]:
    if not context.tells(_CUES):
        return
    plain = context.document.plain
    for index, sentence in enumerate(context.sentences):
        for whole in usable(sentence.quantities):
            told = _WHOLE.search(_ahead(plain, sentence, whole))
            if told is None or is_surplus(plain, whole):
                continue
            near = [
                one
                for one in up_to(context.sentences, index, BACK)
                if one.sentence.block == sentence.sentence.block
            ]
            yield from _sum(plain, near, whole, told["noun"])


def _ahead(plain: str, sentence: ScannedSentence, one: Quantity) -> str:
    return lower(plain[sentence.extent.start : one.reach.start])


def _sum(
    plain: str, near: Sequence[ScannedSentence], whole: Quantity, noun: str
) -> Iterator[Difference | Total]:
    """The figures called by the name of the whole before it, added up or set off."""
    singular = noun.rstrip("s")
    parts = _called(plain, near, whole, singular)
    against = _called(plain, near, whole, _OPPOSITE.get(singular, ""))
    if len(parts) == len(against) == 1:
        low, high = sorted((*parts, *against), key=lambda one: one.value or 0)
        net = Difference(low, high, whole, 0, Binding.INFERRED)
        if net.exact and whole.value and is_near(net.exact, whole.value, NEARLY):
            yield net
    elif len(parts) > 1 and not against:
        total = Total(whole, parts, complete=True, exclusive=True, binding=Binding.INFERRED)
        larger = any((one.value or 0) >= (whole.value or 0) for one in parts)
        if not larger and (total.is_near or total.is_misprinted):
            yield total


def _called(
    plain: str, near: Sequence[ScannedSentence], whole: Quantity, noun: str
) -> list[Quantity]:
    if not noun:
        return []
    form = re.compile(_PART.format(noun=re.escape(noun), all=_ALL))
    return [
        part
        for sentence in near
        for one in usable(sentence.quantities)
        if one.extent < whole.extent and (part := in_unit_of(one, whole)) is not None
        if form.search(ahead := _ahead(plain, sentence, one)) and not _COMPARED.search(ahead)
        if not is_surplus(plain, one)
    ]
