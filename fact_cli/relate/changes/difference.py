"""A difference told beside its two figures: "312 voix contre 298, soit 14 d'écart"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fact_cli.model.figures import Difference
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.slips import Slip, slip_between
from fact_cli.relate.changes.beside import is_beside
from fact_cli.relate.changes.implied_way import CAUSED
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import (
    compares_twice,
    in_unit_of,
    is_surplus,
    same_thing,
    turns_to_now,
)
from fact_cli.relate.passage import INDEX_FROM
from fact_cli.relate.phrases import operands

FAR = 5  # times what is told: values so far apart belong to other things
# "45 de plus que la Grande-Bretagne (49), les États-Unis suivant à 36": told in a bracket.
_IN_BRACKET = re.compile(r"[^.;:()\d]{0,50} \(\d[\d ]*\),")
_PER = re.compile(r"[^.;:!?\d]{0,30} (?:par|chaque) (?:an|mois|jour|semaine|année|trimestre)\b")


def find(context: Context) -> Iterator[Difference]:
    plain = context.document.plain
    for found in operands(context, "difference"):
        before, after, stated = (found.figures[name] for name in ("before", "after", "stated"))
        after = in_unit_of(after, before) or after
        stated = in_unit_of(stated, before) or stated
        nouns = {before.of, after.of} - {None}
        comparable = same_thing(before, after) and one_unit(before, stated)
        is_level = not any(is_surplus(plain, one) for one in (before, after))
        is_level = is_level and not is_beside(plain, before, stated)
        stretch = plain, stated.extent.end, before.extent.start
        if stated.extent < before.extent and (
            compares_twice(*stretch) or turns_to_now(*stretch) or CAUSED.search(*stretch)
        ):
            continue
        if stated.extent < before.extent and is_than_then(plain, stated):
            continue
        if _IN_BRACKET.match(plain, stated.extent.end, max(stated.extent.end, before.extent.start)):
            continue
        if comparable and len(nouns) < 2 and not is_told_for(plain, stated) and is_level:
            difference = Difference(before, after, stated, found.way)
            if not _is_far(difference):
                yield difference


def _is_far(difference: Difference) -> bool:
    """Whether the two values lie so much farther apart than told that they are other things'."""
    exact, stated = difference.exact, difference.stated
    if exact is None or not stated.value:
        return False
    near = abs(exact / stated.value)
    slip = slip_between(stated.value, abs(exact), stated.step)
    return slip is not Slip.FACTOR and not 1 / FAR <= near <= FAR


_THAN_UNTOLD = re.compile(
    r" (?:[^\W\d_]+ )?de (?:plus|moins) que (?:la (?:majorité|moyenne|barre|limite|norme|normale)"
    r"|le (?:quorum|seuil|minimum|maximum|record|plafond|plancher|nécessaire|strict))\b"
    r"(?![^.;:()\d]{0,40}(?: \(|, (?:soit |fixée?s? à |(?:est|était|qui est) (?:de |à )"
    r"|établie?s? à ))(?:les )?\d)"
)


# "Deux de plus qu'en 2021": than at a time whose value no figure beside it tells.
_THAN_LAST_YEAR = re.compile(r"[^.;:,()\d]{0,40}? (?:que l'an(?:née)?|que la saison|qu'il y a) ")
_AND = re.compile(r"(?: [^\W\d_]+){0,3} et (?:de |d')?")
_THAN_THEN = re.compile(
    r" (?:[^\W\d_]+ )?de (?:plus|moins|mieux) (?:qu'|que )(?:en (?:19|20)\d\d"
    r"|il y a [^.;:,()]{2,12}"
    r"|l'an (?:dernier|passé)|la (?:dernière|précédente) fois|(?:lors d|dans )[^,;.()\d]{3,30}"
    r"|aux? (?:précédent|dernier)[^,;.()\d]{0,30}|la saison (?:dernière|passée))(?!,? \()"
    r"(?=[,;.]| et |, et )(?!,? (?:soit|où|quand|avec|contre)\b)"
)


def is_than_then(plain: str, stated: Quantity) -> bool:
    """ "Deux de plus qu'en 2021, …": no value behind it is that of the time."""
    return _THAN_THEN.match(plain, stated.extent.end) is not None


def are_both_of_now(plain: str, two: Sequence[Quantity], stated: Quantity) -> bool:
    """ "240 filles et 260 garçons, soit 18 élèves de plus que l'an dernier"."""
    first, second = two
    joined = _AND.fullmatch(plain, first.extent.end, max(first.extent.end, second.reach.start))
    return joined is not None and _THAN_LAST_YEAR.match(plain, stated.extent.end) is not None


def is_told_for(plain: str, stated: Quantity) -> bool:
    """ "12,99 euros par mois contre 10,99, soit 24 euros de plus par an" multiplies.

    "Six de moins que la majorité absolue" is told of a value that no figure tells.
    """
    end = stated.extent.end
    return (_PER.match(plain, end) or _THAN_UNTOLD.match(plain, end)) is not None


def one_unit(value: Quantity, stated: Quantity) -> bool:
    """Whether a figure can be the difference of others: percentages and indices by points."""
    if value.kind is QuantityKind.PERCENT:
        return stated.unit == "pt"
    if stated.kind is QuantityKind.POINTS and value.kind is QuantityKind.NUMBER:
        return value.noun is None and (value.value or 0) >= INDEX_FROM
    return same_thing(value, stated)
