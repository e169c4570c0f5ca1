"""What figures leave out and take from each other: unit, multiplier, noun."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from fact_cli.model.bounds import Bounds, as_rounded, as_written
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent
from fact_cli.scan.number import Number
from fact_cli.scan.quantities.figures import Figure, FigureReader, quantity_of

_TO_NEXT = re.compile(
    r" (?:à|et|ou|voire|sur|sur les|sur un total de|des|de|d'entre (?:les|ses|nos|leurs)"
    r"|de (?:ses|leurs|nos|vos|ces)|parmi les|contre) (?:près de |environ |plus de )?|-| - "
)
_LISTED = re.compile(rf"(?:{_TO_NEXT.pattern}|, )")
_OVER = re.compile(r" (?:sur|par|x) ")
_AGAINST = re.compile(r"[^,.;:()]{0,30},? (?:contre|après|au lieu de|sur) (?:les )?")
_COMPARED = re.compile(
    r"[^;:()]{0,70}\b(?:par rapport (?:à|aux)|comparée?s? (?:à|aux)|que) (?:les )?"
)
# "n'en valait plus que 198", "en coûtera 63": what a thing of a price is worth.
_WORTH = re.compile(
    r"[^.;:()]{0,110}\b(?:n')?en (?:val|vau|coût|pai|pay)[^\W\d_]+ (?:plus |désormais "
    r"|encore )?(?:que )?"
)
_SO = re.compile(
    r"[^.;:()]{0,30},? soit (?:environ |près de |plus de |quelque |moins de )?(?=[\d ]+ par )"
)
_STANDS_ALONE = re.compile(
    r"(?: autres)? (?:ont|n'ont|ne sont|sont|avaient|étaient|seront|auront|d'entre|d'eux|d'elles"
    r"|par|en|dans|à|au|chez|pour|sur|avec|selon|contre|de plus|de moins)\b"
    r"| ?[,;.:)]|$| et (?:l'|la |le |les |[A-ZÀ-Þ])"
)
# "les cinq communes rurales 14": what stands right before a figure has it, and is not counted.
_HAS_IT = re.compile(r"(?: [a-zà-ÿ]{4,}){0,2} ")
_NEXT_WORD = re.compile(r" ([^\W\d_]+)")
_SMALL = {QuantityKind.COUNT, QuantityKind.DIMENSION}  # between sums these count other things
_NAMED = {QuantityKind.MONEY, QuantityKind.COUNT, QuantityKind.DIMENSION}
# What only somebody or something counted can do.
_ACTS = re.compile(
    r"(?: autres)? (?:ont|sont|avaient|étaient|n'ont|ne sont|d'entre|d'eux|d'elles)\b"
)
_NUMBER_OF = re.compile(
    r"\b(?:nombre|total|effectif|bilan) (?:de |des |d')(?P<noun>[^\W\d_]{3,})(?=[^.;:()]{0,80}$)",
    re.IGNORECASE,
)
_TOLD_AGAIN = re.compile(
    r"(?: environ| à peu près| au total)? ?\((?:(?:soit|environ|près de|quelque|plus de|à peine) )*"
)
_LARGE = Decimal(1_000_000)
THOUSAND = 1000


def from_next(plain: str, number: Number, following: Figure | None) -> Figure | None:
    """A number that leaves its unit to the next: "de 320 à 400 euros", "15 et 20 millions".

    The multiplier is shared as well, unless the first number is already as large.
    """
    if following is None or number.ordinal or number.vague is not None:
        return None
    other, quantity = following.number, following.quantity
    if following.bare and other.scale == 1:
        return None
    link = _LISTED if following.lent and number.digits else _TO_NEXT
    if not link.fullmatch(plain, number.extent.end, quantity.extent.start):
        return None
    told = other.value / other.scale
    if number.scale == 1 and other.scale != 1 and takes_multiplier(number.value, told):
        number = replace(
            number,
            value=number.value * other.scale,
            step=number.step * other.scale,
            scale=other.scale,
            whole=False,
        )
    one = quantity_of(number, number.extent, quantity.kind, quantity.unit)
    shared = replace(one, of=quantity.of)
    return Figure(number, shared, bare=following.bare, lent=True)


def takes_multiplier(value: Decimal, told: Decimal) -> bool:
    """Whether a bare figure leaves out the multiplier of one that is ``told`` before its own.

    "De 6 740,1 à 7 278,1 milliards": of four digits and more only where the two are of one size.
    """
    small, large = sorted((abs(value), abs(told)))
    return value < THOUSAND or (small >= THOUSAND / 2 and large <= 2 * small)


def from_before(
    plain: str,
    sentence: Extent,
    figures: Sequence[Figure],
    earlier: Sequence[Quantity],
    reader: FigureReader,
) -> list[Figure]:
    """Bare figures with what they take from those before them.

    "57,2 millions contre 31,3" takes unit and multiplier, "(31 milliards)" after sums of
    euros is money, and "12 blessés, dont 3 graves" counts people hurt. ``earlier`` are the
    quantities of the sentence before.
    """
    elides = reader.grammar.after_numbers
    found: list[Figure] = []
    for figure in figures:
        if figure.bare:
            known = [*earlier, *(one.quantity for one in found)]
            figure = (
                _side(plain, figure, found)
                or _against(plain, figure, found)
                or _money(figure, _in_currency(plain, figure, known))
                or _number_of(plain, sentence, figure, reader)
                or _noun(plain, figure, known, elides)
                or figure
            )
        elif figure.quantity.of in reader.grammar.sums:
            known = [*earlier, *(one.quantity for one in found)]
            figure = _money(figure, _in_currency(plain, figure, known)) or figure
        found.append(figure)
    return found


def _side(plain: str, figure: Figure, found: Sequence[Figure]) -> Figure | None:
    """The other side of a rectangle: "15 cm sur 20"."""
    if not found or found[-1].quantity.kind is not QuantityKind.DIMENSION:
        return None
    before = found[-1].quantity
    if not _OVER.fullmatch(plain, before.extent.end, figure.extent.start):
        return None
    return Figure(figure.number, _in_unit_of(figure.quantity, before))


def _against(plain: str, figure: Figure, found: Sequence[Figure]) -> Figure | None:
    found = [one for one in found if one.quantity.kind is not QuantityKind.PERCENT] or found
    if not found or (found[-1].bare and found[-1].number.scale == 1):
        return None
    before = found[-1].quantity
    against = _AGAINST.fullmatch(plain, before.extent.end, figure.extent.start)
    against = against or _WORTH.fullmatch(plain, before.extent.end, figure.extent.start)
    if figure.number.scale == before.scale > 1 and before.kind in _NAMED:
        compared = _COMPARED.fullmatch(plain, before.extent.end, figure.extent.start)
        against = against or compared
    if not against and not _so_much_per(plain, before, figure):
        return None
    return Figure(figure.number, _in_unit_of(figure.quantity, before))


def _so_much_per(plain: str, before: Quantity, figure: Figure) -> bool:
    """ "1 900 euros par mois, soit 22 800 par an": the same thing for another period."""
    said = _SO.match(plain, before.extent.end)
    return said is not None and said.end() == figure.extent.start


def _money(figure: Figure, known: Sequence[Quantity]) -> Figure | None:
    """Millions of nothing are money where the figure last named with a unit was."""
    if figure.number.scale < _LARGE:
        return None
    large = (one for one in reversed(known) if one.scale >= _LARGE or one.kind not in _SMALL)
    named = next((one for one in large if one.kind in _NAMED), None)
    if named is None or named.kind is not QuantityKind.MONEY:
        return None
    money = quantity_of(figure.number, figure.number.extent, QuantityKind.MONEY, named.unit)
    return Figure(figure.number, money)


def _in_currency(plain: str, figure: Figure, known: Sequence[Quantity]) -> Sequence[Quantity]:
    """``known`` without the sums told again in a bracket, or these alone for one told so.

    "15 milliards de FCFA (22,8 millions d'euros), dont 3 milliards (4,6 millions)".
    """
    again = [other for one, other in pairwise(known) if is_translation(plain, one, other)]
    if not again:
        return known
    if known[-1].kind is QuantityKind.MONEY and _TOLD_AGAIN.fullmatch(
        plain, known[-1].extent.end, figure.extent.start
    ):
        return again
    return [one for one in known if one not in again]


def is_translation(plain: str, one: Quantity, other: Quantity) -> bool:
    """Whether a sum is told again in a bracket, in another currency."""
    return (
        one.kind is other.kind is QuantityKind.MONEY
        and one.unit != other.unit
        and plain.startswith(")", other.extent.end)
        and _TOLD_AGAIN.fullmatch(plain, one.extent.end, other.extent.start) is not None
    )


def _noun(
    plain: str, figure: Figure, known: Sequence[Quantity], elides: frozenset[str]
) -> Figure | None:
    """The noun counted last, where the figure stands without one and is no mere number."""
    end = figure.extent.end
    word = _NEXT_WORD.match(plain, end)
    adjective = word is not None and word.group(1).lower() in elides
    collective = figure.number.vague is not None
    if not adjective and not collective and not _STANDS_ALONE.match(plain, end):
        return None
    counted = next((one for one in reversed(known) if _lends(plain, one, figure.extent)), None)
    if counted is None and not collective and not _ACTS.match(plain, end):
        return None
    count = quantity_of(figure.number, figure.extent, QuantityKind.COUNT)
    noun = None if counted is None else counted.of
    return Figure(figure.number, replace(count, of=noun), bare=not adjective)


def _lends(plain: str, known: Quantity, bare: Extent) -> bool:
    """Whether a figure leaves its noun to a bare one at ``bare``."""
    if known.noun is None:
        return known.of is not None
    near = known.noun.end < bare.start
    return not (near and _HAS_IT.fullmatch(plain, known.noun.end, bare.start))


def _number_of(plain: str, sentence: Extent, figure: Figure, reader: FigureReader) -> Figure | None:
    """What a number is said to be the number of: "le nombre de postes passe de 10 à 12"."""
    number = figure.number
    named = _NUMBER_OF.search(plain, sentence.start, number.extent.start)
    if named is None or number.value < 2 or not number.digits or not number.whole:
        return None
    count = quantity_of(number, figure.extent, QuantityKind.COUNT)
    noun = reader.nouns.singular(plain, Extent(*named.span("noun")))
    return Figure(number, replace(count, of=noun), bare=True)


def _in_unit_of(one: Quantity, other: Quantity) -> Quantity:
    """``one`` read in the unit of ``other``, and in its multiplier where it has none."""
    assert one.value is not None
    told = (other.value or Decimal(0)) / other.scale
    shared = one.scale == 1 and takes_multiplier(one.value, told)
    scale = other.scale if shared else Decimal(1)
    counted = other.kind in {QuantityKind.MONEY, QuantityKind.COUNT, QuantityKind.NUMBER}
    whole = counted and scale == 1 and one.strict == Bounds.exactly(one.value)
    value, step = one.value * scale, one.step * scale
    return replace(
        one,
        kind=other.kind,
        unit=other.unit,
        of=other.of,
        value=value,
        step=step,
        scale=one.scale * scale,
        strict=as_written(value, step, whole=whole),
        loose=as_rounded(value, step, whole=whole),
    )
