"""A count told to stand for a share of another: "Les 34 départs touchent 20 % des 240 emplois".

The whole follows the share ("de ses 240 emplois"), the part stands before it as the subject or as
"avec 34 suppressions", and nothing else is counted in the clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import lower, words_before
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.shares import Share
from fact_cli.relate.context import Context
from fact_cli.relate.elided_unit import is_large_and_bare
from fact_cli.relate.neighbours import between, end_of, is_surplus, same_thing, told_noun, usable
from fact_cli.relate.shares.portion import is_near, is_share

_CUES = ("%", "pour cent", "quart d", "tiers d", "moitié d", "cinquième d", "dixième d")
_STANDS_FOR = re.compile(
    r"(?: [^.;:()\d]{1,60})?,? (?:représent|constitu|form|équiva|équivau|correspond|compos"
    r"|pès|couvr|financ|absorb|assur)\w*"
    r"(?: (?:à|donc|ainsi|environ|quelque|déjà|désormais))* (?:l[ea] |un )?"
)
_TAKES = re.compile(
    r"(?: [^.;:(),\d]{1,30})?, [^.;:(),\d]{2,50} (?:perd|supprim|perdr|céd|licenci|vend|ferm|retir"
    r"|recrut|embauch|rassembl|réun|couvr|équip|détien|obtien)\w*"
    r"(?: (?:donc|ainsi|environ|quelque|déjà|désormais))* (?:l[ea] |un )?"
)
_CLOSED = re.compile(
    r"(?: d'euros)? ?(?:[.;!?)»]|$|, (?!le reste|les autres|dont)"
    r"| de (?:dépenses|recettes|budget|ventes)\b)"
)
_LOSSES = {"suppression", "départ", "licenciement", "fermeture", "démission", "perte"}
_STAFF = {"emploi", "poste", "salarié", "agent", "employé", "personne", "effectif", "membre"}
# "Des 240 emplois", "d'un budget de 30 millions", "du chiffre d'affaires, qui atteint 30 millions".
_OF = re.compile(
    r" (?:des|de ces|de ses|de leurs|de nos|du total des|de l'ensemble des) (?:quelque )?"
    r"| (?:d'une?|du|de la|de l'|de son|de sa|de leur) ?[^.;:,()\d]{3,45}"
    r"(?: de | d'|, (?:qui|lequel|laquelle) (?:atteint|s'élève à|est de|se monte à|avoisine) |, de "
    r"| \()(?:quelque |près de |environ )?"
)
_AS_SUBJECT = re.compile(r"(?:^|[.;:] |« ?)(?:les|ces|ses|leurs|quelque) (?:quelque )?$")
# "La subvention, 12 000 euros, couvre", "le bénéfice de 3 millions représente"
_AS_SIZE = re.compile(r"[^\W\d_](?:, (?:soit |de )?| de | d')(?:quelque |près de |environ )?$")
_WITH = re.compile(r"\b(?:avec|en) (?:ses |ces |près de |quelque )?$")
_PARTS = {QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.DIMENSION}
AHEAD = 20  # characters before a part that tell how it stands


def find(context: Context) -> Iterator[Share]:
    if not context.tells(_CUES):
        return
    plain = context.document.plain
    for sentence in context.sentences:
        figures = usable(sentence.quantities)
        for part, share, whole in zip(figures, figures[1:], figures[2:], strict=False):
            counted = part.kind in _PARTS or is_large_and_bare(part)
            counted = counted and same_thing(part, whole) and is_share(plain, share)
            hedged = share.hedge is not None and share.kind is QuantityKind.RATIO
            closed = _CLOSED.match(plain, end_of(whole)) is not None
            if not closed or hedged or not _can_be_of(part, whole):
                continue
            if counted and _is_told(plain, part, share, whole) and is_near(whole, part, share):
                yield Share(part, whole, share, (), Binding.INFERRED)


def _can_be_of(part: Quantity, whole: Quantity) -> bool:
    """Whether two counts can be of one kind: jobs that are lost are of the staff."""
    one, other = told_noun(part), told_noun(whole)
    return one is None or other is None or one == other or other in _STAFF


def _is_told(plain: str, part: Quantity, share: Quantity, whole: Quantity) -> bool:
    if is_surplus(plain, part) or is_surplus(plain, whole) or not _is_smaller(part, whole):
        return False
    if not _OF.fullmatch(plain, share.extent.end, whole.reach.start):
        return False
    ahead = lower(words_before(plain, part.reach.start, AHEAD))
    link = lower(between(plain, part, share))
    if _AS_SUBJECT.search(ahead) or part.reach.start == 0 or ahead.endswith(("\n", ". ")):
        return _STANDS_FOR.fullmatch(link) is not None
    sized = part.kind is not QuantityKind.COUNT and _AS_SIZE.search(ahead) is not None
    if sized:
        return _STANDS_FOR.fullmatch(link) is not None
    lost = part.of in _LOSSES and _WITH.search(ahead) is not None
    return lost and _TAKES.fullmatch(link) is not None


def _is_smaller(part: Quantity, whole: Quantity) -> bool:
    return part.value is not None and whole.value is not None and part.value < whole.value
