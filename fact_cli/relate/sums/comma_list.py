"""A list of parts behind a comma."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fact_cli.lang.words import words_before
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.neighbours import between, end_of
from fact_cli.relate.sums.listing import is_bigger
from fact_cli.relate.sums.partition import are_alike, is_partition, names_of

_ENDS = re.compile(r"[^.;:,()\d]{0,40}[.,;)»]")
_OUT_OF = re.compile(r"\b(?:sur|parmi) (?:les |ses |ces |leurs |un total de )?$")
# "Dont 5 femmes, 4 indépendants et 2 salariés": an item of the list itself.
_AN_ITEM = re.compile(r"(?:\b(?:dont|notamment|parmi lesquels|parmi lesquelles)|[:(]) $")
# "Dix titres, huit médailles d'argent et sept de bronze": the first of a list as well.
_OF_GOLD = {"titre", "sacre", "victoire", "couronne", "or"}
_DID = re.compile(
    r"(?: [^\W\d_]+){1,3} (?:ont|sont|avaient|étaient|auront|seront|se sont|n'ont|s'étaient)\b"
)


def are_parts_of(plain: str, whole: Quantity, link: str, parts: Sequence[Quantity]) -> bool:
    """Whether what follows a whole and a comma are its parts, all of them.

    "Sur 150 inscrits, 80 filles et 60 garçons ont composé" tells of some of the whole.
    """
    if any(is_bigger(part, whole) for part in parts) or are_alike(plain, [whole, *parts]):
        return False
    if names_of(plain, whole) & names_of(plain, parts[0]):  # "10 hommes adultes, 5 femmes adultes"
        return False
    if whole.of in _OF_GOLD and names_of(plain, parts[0]) & {"argent", "bronze"}:
        return False
    ahead = words_before(plain, whole.reach.start, 30)
    if _AN_ITEM.search(ahead):
        return False
    if _OUT_OF.search(ahead) and _DID.match(plain, parts[-1].extent.end):
        return False
    return is_partition(plain, parts) or _are_all(plain, link, parts)


def _are_all(plain: str, link: str, parts: Sequence[Quantity]) -> bool:
    """Whether a list behind a comma runs to the end of its clause, and names each part alike."""
    ends = _ENDS.match(plain, end_of(parts[-1]))
    last = between(plain, parts[-2], parts[-1]) if len(parts) > 1 else ""
    elided = len(parts) > 2 and all(part.noun is None for part in parts)
    named = (are_alike(plain, parts) or elided) and parts[0].kind is not QuantityKind.PERCENT
    return "," in link and bool(ends) and " et " in f"{last} " and named
