"""Bare numbers in the unit of the figure before: "elle payait 650 euros, elle en débourse 780"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from fact_cli.lang.words import words_before
from fact_cli.model.bounds import around
from fact_cli.model.mention import Quantity, QuantityKind, TimeExpression
from fact_cli.model.times import LengthForm
from fact_cli.relate.neighbours import NUMBERS
from fact_cli.scan.quantities.sharing import takes_multiplier

_PRONOUN = re.compile(r"[ ,'](?:en|n'en) (?:[^\W\d_']+(?:'[^\W\d_]+)? ){1,4}$")
# "1 890 tonnes d'huîtres en décembre, contre 1 750 un an plus tôt": the unit is told once.
_AGAINST_BARE = re.compile(
    r"(?:,| \(|\)| )(?:contre|après|au lieu de|et non|plutôt que)(?: (?:les|seulement|à peine))? $"
)
_NOT_COUNTED = re.compile(
    r" (?!un an|une année|en |il y a|l'|la |le |au |à |plus tôt|aupara|avant|hier|aujourd|désormais"
    r"|cette |actuell|de (?:19|20)\d\d|pour l)\w"
)
# "De 23 700 euros en 2015, ils sont passés à 121 400": where a value with a unit has come to.
_COME_TO = re.compile(
    r"\b(?:pass|tomb|retomb|mont|remont|grimp|port|ramen|redescen|descen|bondi|recul|chut|atteign)"
    r"\w*(?: [^\W\d_]+){0,2} à (?:seulement |près de |plus de )?$"
)
_FROM = re.compile(r"\b(?:de|d'|des|du)(?: (?:les|ses|leurs|seulement|quelque|près de))? ?$")
_STANDS_AT = re.compile(
    r"[.;:] (?:Il|Elle|Ils|Elles|il|elle|ils|elles|on|On)\b[^.;:()\d]{0,40}"
    r"(?: (?:à|est de|sont de|est désormais de|atteint|atteignent|avoisine|frôle))"
    r"(?: (?:désormais|aujourd'hui|maintenant|près de|environ))* $"
)
_COMPARES = re.compile(
    r"[^.;\d]*(?:\b(?:quand|alors qu[e']|lorsqu[e']|où|(?:à comparer|comparativement) (?:à|aux)"
    r"|comparée?s? (?:à|aux)|se compar\w+ (?:à|aux)|par rapport (?:à|aux)|face (?:à|aux)|pour)"
    r"[^.;:()\d]*|\()$"
)
_LED_BY = re.compile(r"(?:^|[ (])(?:[Dd]e|[Dd]'|[Aa]près|[Cc]ontre|[Aa]u lieu de?) (?:les )?$")
_ON_TO_LEVEL = re.compile(
    r"[^.;:()]{0,80}\b(?:atteint|atteignent|s'établit à|s'élève à|ressort à|est de|sont de"
    r"|avoisine|frôle|dépasse) (?:désormais |aujourd'hui |près de )?"
)
_ENDS = re.compile(r" ?(?:[.,;:()!?»]|$)")
_DATED = re.compile(
    r"(?: (?!en |au |l'|il |un |cette )[^\W\d_']+(?:'[^\W\d_]+)?){0,3}[ ,(]*"
    r"(?:en (?:19|20)\d\d|de (?:19|20)\d\d|l'an (?:dernier|passé)|l'année (?:dernière|passée)"
    r"|il y a \S+ (?:an|mois)|un an (?:plus tôt|auparavant|avant)|aujourd'hui|désormais|hier"
    r"|cette (?:année|saison)|à présent|actuellement|auparavant)"
)
_NO_UNIT = {QuantityKind.RATIO, QuantityKind.PERCENT, QuantityKind.POINTS}
_INSTEAD_OF_TIME = re.compile(
    r"(?:,| \()? (?:au lieu d(?:e |')|contre |plutôt qu(?:e |')|et non )(?:les )?"
)
_WITH_UNIT = {QuantityKind.MONEY, QuantityKind.DIMENSION}
TAKEN_UP = 130  # characters between a figure with a unit and the pronoun that takes it up
LEAP = 20  # times a value from which another is told to have come, that it is at most
LARGE = 10_000  # from which a bare figure beside sums of money is one
SIZE = 5  # times a figure with a unit, which a bare one set against it is at most


def is_large_and_bare(figure: Quantity) -> bool:
    """Whether a figure without a unit is as large as sums are: "64 500", "2,1 millions"."""
    bare = figure.kind in NUMBERS and figure.noun is None
    return bare and (figure.scale > 1 or abs(figure.value or 0) >= LARGE)


def told_like(figure: Quantity, other: Quantity) -> Quantity:
    """``figure`` in the unit of ``other``, which its words leave out."""
    return replace(figure, unit=other.unit, kind=other.kind)


def in_measure_of(figure: Quantity, other: Quantity) -> Quantity:
    """A bare figure in millions, "coûte 1,2 million : 450 000 euros …", in the unit of another."""
    measured = other.kind in _WITH_UNIT and is_large_and_bare(figure) and figure.scale > 1
    return told_like(figure, other) if measured else figure


def without_times(
    plain: str, figures: Sequence[Quantity], times: Sequence[TimeExpression]
) -> list[Quantity]:
    """``figures`` but for the bare lengths of time: "26 mois au lieu de 18"."""
    return [
        one
        for one in figures
        if one.kind not in NUMBERS
        or one.noun is not None
        or not any(
            _INSTEAD_OF_TIME.fullmatch(plain, time.extent.end, one.reach.start)
            for time in times
            if isinstance(time.form, LengthForm) and time.extent.end <= one.reach.start
        )
    ]


def with_units(plain: str, figures: Sequence[Quantity]) -> list[Quantity]:
    """``figures``, bare numbers in the unit of the figure before them where words tell so.

    "Elle payait 650 euros. Sa voisine en débourse 780."
    """
    told: list[Quantity] = []
    for figure in figures:
        before = next((one for one in reversed(told) if one.kind not in _NO_UNIT), None)
        bare = figure.kind in NUMBERS and figure.noun is None
        if before is not None and before.kind in _WITH_UNIT and bare:
            scaled = in_scale_of(figure, before)
            if _takes_unit(plain, before, figure, scaled):
                figure = scaled
        told.append(figure)
    return told


def _takes_unit(plain: str, before: Quantity, figure: Quantity, scaled: Quantity) -> bool:
    """Whether the words between and around two figures tell that the second has a unit too."""
    gap = plain[before.extent.end : figure.reach.start]
    if len(gap) > TAKEN_UP:
        return False
    if _PRONOUN.search(gap):
        return True
    low, high = sorted((abs(before.value or 0), abs(scaled.value or 0)))
    if _NOT_COUNTED.match(plain, figure.extent.end) or high > LEAP * low:
        return False
    apart = re.search(r"[.;:]", gap) is not None
    if high <= SIZE * low and (_stands_at(plain, gap, figure) or _is_dated(plain, before, figure)):
        return True
    if apart:
        return False
    ahead = words_before(plain, before.reach.start, 14)
    if _FROM.search(ahead) and gap.endswith((" à ", " à seulement ", " à près de ")):
        return True
    if high <= SIZE * low and _LED_BY.search(ahead) and _ON_TO_LEVEL.fullmatch(gap):
        return True
    return bool(_COME_TO.search(gap) or (high <= SIZE * low and _AGAINST_BARE.search(gap)))


def _stands_at(plain: str, gap: str, figure: Quantity) -> bool:
    """ "39,2 millions d'euros en 2021. Il s'élève aujourd'hui à 56,8." """
    return bool(_STANDS_AT.search(gap) and _ENDS.match(plain, figure.extent.end))


def _is_dated(plain: str, before: Quantity, figure: Quantity) -> bool:
    """Whether both figures are told with their times: "39,2 millions en 2021 ; 56,8 en 2024".

    One that is compared with the other needs no time of its own.
    """
    if _DATED.match(plain, figure.extent.end) is None:
        return False
    gap = plain[before.extent.end : figure.reach.start]
    return _DATED.match(plain, before.extent.end) is not None or bool(_COMPARES.search(gap))


def in_scale_of(figure: Quantity, before: Quantity) -> Quantity:
    """A bare number in the unit of another, and in its millions: "48 millions … en a 144"."""
    value = figure.value or Decimal(0)
    size = (before.value or value) / before.scale
    if before.scale < 1 or (before.scale > 1 and takes_multiplier(value, size)):
        rounded = around(value, figure.step / 2)
        figure = replace(figure, strict=rounded, loose=rounded).scaled(before.scale, before.unit)
    return replace(figure, kind=before.kind, unit=before.unit, of=None)
