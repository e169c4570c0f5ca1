"""A share and its part that fit a whole but for a power of ten: "2 % …, soit 360 millions".

"Cédés pour 1,84 milliard. L'agence percevra une commission de 2 %, soit 360 millions": the digits
are right, the size is not, and no other figure of the passage makes it right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower, singular_of
from fact_cli.model.bounds import is_near, quotient
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.shares import Share
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import NUMBERS, end_of, in_unit_of, is_surplus
from fact_cli.relate.passage import Passage
from fact_cli.relate.powers import is_elided, power_of, slack

_SO = re.compile(
    r"[^.;:!?()\d]{0,70}?(?:,? \(?(?:soit|c'est-à-dire|autrement dit)|,? (?:ce qui|cela|qui) "
    r"(?:représente|fait|donne|correspond à|équivaut à)|,? représent(?:e|ent|ant|ait)"
    r"| \((?:soit )?| de la population \() ?[^.;:!?()\d]{0,30}"
)
_TAKEN_UP = re.compile(
    r"(?:cela|ce qui|ça|soit|voilà qui) ?(?:représent\w+|fai\w+|correspond\w* à|équivau\w* à"
    r"|donn\w+)? ?(?:donc |ainsi )?(?:environ |près de |quelque |plus de )?$"
)
_REPRESENTS = re.compile(
    r"\b(?:représent|correspond|équiv|constitu)\w+ (?:ainsi |donc |déjà )?(?:à )?"
    r"(?:près de |environ |quelque |plus de )?$"
)
_WHOLE_TOLD = re.compile(
    r" (?:des |du |de la |de l'|de son |de sa |de ses |de leurs? )[^.;:()\d]{2,70}"
    r"(?:, (?:soit|à savoir|qui (?:est|était) de|fixée?s? à|estimée?s? à|évaluée?s? à)| \()"
    r"(?: environ| près de| quelque)? ?"
)
_RATE = re.compile(
    r"\b(?:taux|proportion|part|pourcentage|prévalence|létalité|mortalité|fréquence)\b[^.;:\d]{0,90}$"
)
_OUT_OF = re.compile(r" (?:pour|sur|parmi) (?:les |un total de |quelque |plus de )?")
_SIGNED = re.compile(r"[-+−±] ?$")  # "- 4,7 % (5 890 faits)"
_OF_CHANGE = re.compile(
    r"\b(?:haus|bais|recul|progress|augment|croiss|diminu|chut|bond|rabais|réduction|inflation"
    r"|invest|intérêt|rendement|record|marge)\w*[^.;:\d]{0,25}$"
)


# Those of the whole told before are no others: "Parmi eux", "Sur ce total".
_ELSEWHERE = re.compile(
    r"(?:Dans|Chez|Parmi|Pour|Auprès|En|À|Au|Aux|Sur) (?!eux\b|elles\b|ceux-ci|celles-ci"
    r"|ce (?:total|nombre|chiffre)|cet ensemble|ces derni)"
)
_OF_WHAT = re.compile(
    r" (?:des |de (?:la |l'|ses |leurs |son |sa |leur |ce |cette |ces )?|du |d')"
    r"(?P<noun>[^\W\d_]{3,})"
)
# "2 200 participatifs (8 %)": what is told with its own share is no whole of another.
_HAS_SHARE = re.compile(r"[^.;:()\d]{0,25}\((?:soit )?[\d,.]+ ?%")
_IN_PART = re.compile(r"[^.;:,\d]{0,20} (?:au-delà|au-dessus|en sus|supplémentaire|marginal)")
ALIKE = Decimal("0.05")  # how far the wholes of two shares may lie apart, rounded as they are
_ALL = {
    "total", "ensemble", "totalité", "population", "habitant", "somme", "montant", "prix",
    "effectif", "personne", "gens", "cas", "électeur", "adulte", "budget",
}  # fmt: skip


def find(context: Context) -> Iterator[Share]:
    return in_passages(
        context, _scaled, lambda one: (one.part.extent, one.stated.extent), figures=3
    )


def _scaled(passage: Passage) -> Iterator[Share]:
    for share in passage.figures:
        if not _is_share(passage, share):
            continue
        yield from _of_told_whole(passage, share)
        for part in passage.figures:
            if part is share or not _is_tied(passage, share, part):
                continue
            wholes = [
                one for one in passage.figures
                if one is not part and _can_be_whole(passage, one, part)
            ]  # fmt: skip
            wholes = [one for one in wholes if _is_of(passage, share, one)]
            told = [Share(part, whole, share, (), Binding.INFERRED) for whole in wholes]
            apart = [one for one in told if _is_scaled(one)]
            if len(apart) == 1 and not _is_right(passage, share, part, apart[0].whole):
                yield apart[0]


def _of_told_whole(passage: Passage, share: Quantity) -> Iterator[Share]:
    """ "1 595,7 millions. Cela représente 76 % des flux prévus, soit 2,1 millions"."""
    plain = passage.plain
    start = passage.sentence_of(share).extent.start
    if not _REPRESENTS.search(lower(plain[start : share.reach.start])):
        return
    for whole in (one for one in passage.figures if one.extent > share.extent):
        if _WHOLE_TOLD.fullmatch(plain, share.extent.end, whole.reach.start):
            ahead = [one for one in passage.figures if one.extent < share.extent]
            parts = [one for one in ahead if one.value and in_unit_of(one, whole)]
            told = [Share(one, whole, share, (), Binding.INFERRED) for one in parts]
            if not any(one.holds for one in told):
                yield from (one for one in told[-1:] if _is_scaled(one))


def _is_right(passage: Passage, share: Quantity, part: Quantity, whole: Quantity) -> bool:
    """Whether another figure is the whole of the share, or another share that of the whole."""
    others = [one for one in passage.figures if one is not share and one is not part]
    shares = [one for one in others if one.kind is QuantityKind.PERCENT]
    wholes = [one for one in others if one.kind in NUMBERS or in_unit_of(one, part) is not None]
    if any(_are_of_one_base(part, share, *two) for two in product(others, shares)):
        return True
    told = [Share(part, whole, one) for one in shares] + [Share(part, one, share) for one in wholes]
    return any(one.holds for one in told)


def _are_of_one_base(part: Quantity, share: Quantity, other: Quantity, its_share: Quantity) -> bool:
    """ "38 000 foyers (0,1 %), dont 3 800 (0,01 %)": shares of one whole that is not told."""
    told = quotient(other.value, its_share.value), quotient(part.value, share.value)
    return None not in told and is_near(told[0] or Decimal(0), told[1] or Decimal(0), ALIKE)


def _is_share(passage: Passage, one: Quantity) -> bool:
    if one.kind is not QuantityKind.PERCENT or one.unit != "%" or not one.value:
        return False
    start = passage.sentence_of(one).extent.start
    ahead = lower(passage.plain[start : one.reach.start])
    if _SIGNED.search(ahead):
        return False
    changed = id(one) in passage.changes or is_surplus(passage.plain, one)
    return not changed and _OF_CHANGE.search(ahead) is None


def _is_of(passage: Passage, share: Quantity, whole: Quantity) -> bool:
    """Whether a share can be one of ``whole``, by what it is told of and where."""
    plain, own = passage.plain, passage.sentence_of(share).extent
    if not own.holds(whole.extent) and _ELSEWHERE.match(plain, own.start):
        return False
    if _IN_PART.match(plain, share.extent.end):
        return False
    of = _OF_WHAT.match(plain, share.extent.end)
    if of is None or of["noun"][0].isupper():
        return True
    noun = singular_of(lower(of["noun"]), lexicon().grammar.invariable)
    if noun in _ALL or noun == whole.of:
        return True
    before = passage.told.split(lower(whole.extent.of(plain)))[0]
    return whole.kind is QuantityKind.MONEY and noun[:5] in before.replace(of["noun"], "", 1)


def _is_tied(passage: Passage, share: Quantity, part: Quantity) -> bool:
    """Whether words say that ``share`` and ``part`` are one thing told twice."""
    if part.kind is not QuantityKind.MONEY and part.kind not in NUMBERS:
        return False
    if id(part) in passage.changes or is_surplus(passage.plain, part):
        return False
    plain, (first, second) = passage.plain, sorted((share, part), key=lambda one: one.extent.start)
    if any(first.extent < one.extent < second.extent for one in passage.figures):
        ahead = lower(plain[passage.sentence_of(part).extent.start : part.reach.start])
        taken_up = second is part and _TAKEN_UP.search(ahead) is not None
        return taken_up or _is_rate_of(passage, share, part)
    if _SO.fullmatch(lower(plain[end_of(first) : second.reach.start])):
        return True
    return _is_rate_of(passage, share, part)


def _is_rate_of(passage: Passage, share: Quantity, part: Quantity) -> bool:
    """ "34 décès pour 1 360 cas, le taux de létalité s'établit à 0,025 %"."""
    plain = passage.plain
    start = passage.sentence_of(share).extent.start
    rate = _RATE.search(lower(plain[start : share.reach.start]))
    wholes = (one for one in passage.figures if one.extent > part.extent and one is not share)
    behind = next(wholes, None)
    gap = "" if behind is None else plain[end_of(part) : behind.reach.start]
    return rate is not None and _OUT_OF.fullmatch(gap) is not None


def _can_be_whole(passage: Passage, one: Quantity, part: Quantity) -> bool:
    if id(one) in passage.changes or is_surplus(passage.plain, one) or not one.value:
        return False
    if part.value is None or one.value < part.value:
        return False
    if _HAS_SHARE.match(passage.plain, one.extent.end):
        return False
    if part.kind in NUMBERS:
        return one.kind in NUMBERS and one.noun is not None
    return in_unit_of(one, part) is not None and not is_elided(passage.plain, one)


def _is_scaled(told: Share) -> bool:
    exact = told.exact(told.whole)
    apart = quotient(exact, told.stated.value)
    if apart is None or apart <= 0:
        return False
    return power_of(apart, slack(told.part, told.whole, told.stated)) is not None
