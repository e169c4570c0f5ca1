"""A change in percent applied to a value, and what comes out of it.

"Affiché 80 euros, le manteau partait à 65 une fois déduite la remise de 25 %", "1 500 euros hors
taxes ; la TVA à 20 % porte la note à 1 750": no word orders the two values in time, but the
sentence has only them and one change, and tells the second as its result.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import lower
from fact_cli.model.changes import Change
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.changes.explained import is_explained
from fact_cli.relate.changes.pairs import comparable, pairs
from fact_cli.relate.changes.plausible import is_plausible
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import end_of, sign_of
from fact_cli.relate.passage import Passage

# What comes on top of a price, or off it, by its own name.
_ON_TOP = re.compile(
    r"\b(?:tva|taxe|majoration|surtaxe|commission|marge)\b(?: [^\W\d_]+){0,3}?,?"
    r" (?:à |de |fixée à |au taux de )$"
)
_OFF = re.compile(
    r"\b(?:décote|démarque|escompte|retenue|remise|rabais|ristourne|réduction|abattement)\b"
    r"(?: [^\W\d_]+){0,3}?,? (?:à |de |d'|fixée à )$"
    r"|\b(?:soldée?s?|bradée?s?) à moins $"
)
_RESULT = re.compile(
    r"\b(?:port|ramen|ramèn|abaiss|hiss|pass|mont|grimp|tomb|descen|revien|reven|retomb|s'établi"
    r"|s'affich|part|vend|cèd|céd|coût|factur|pai|pay|débours|touch|perço|percev|gagn|s'élèv"
    r"|atteign|atteint|atteind|ressor|vau|val|émarg|règl|empoch|repart|bondi|culmin)\w*"
    r"(?:[^.;:()\d]| une fois){0,40}$"
    r"|\bplus (?:que|qu') ?(?:de |d'|à )?$|\bn'en \w+ plus que $"
    r"|, (?:soit|à|c'est-à-dire|donc|autrement dit)(?: [^\W\d_]+){0,2} $"
    r"|\bpour (?:atteindre|un total de|s'établir à|finir à|arriver à) $"
)
# The value before told last: "38 euros après une remise de 20 % sur un prix de 45 euros".
_BASE_LAST = re.compile(
    r"\b(?:sur|contre|au lieu d(?:e|u|es|')|initial|à l'origine|d'origine|avant)\b"
)
# What ties the percentage to other values: another time, another thing, several at once.
_OF_ANOTHER = re.compile(
    r"\b(?:tandis|alors qu[e']|dont|celui|celle|ceux|celles|contre|outre|hors|sans|déjà"
    r"|sur (?:un|deux|trois) ans?|depuis|par rapport|marché|autres?"
    r"|l'an (?:dernier|passé)|en moyenne|ventes|chiffre d'affaires|pénalités|inflation|frais)\b"
)
_BY_YEAR = re.compile(r" (?:par|chaque) (?:an|année|mois|jour)\b")
_NOT_TAXED = re.compile(r"\b(?:hors|sans) (?:taxes?|tva)\b")
_OWN_SUBJECT = re.compile(
    r"(?:;|\bet|\bmais|, quand|, et) (?:l[ea]s? |l'|une? )"
    r"(?!(?:note|facture|prix|tarif|montant|total|addition|ensemble|tva|taxe|somme|coût|salaire)\b)"
    r"[^\W\d_]+[^.;:\d]{0,40}$"
)


def find(context: Context) -> Iterator[Change]:
    return in_passages(context, _applied, lambda one: one.stated.extent, figures=3)


def _applied(passage: Passage) -> Iterator[Change]:
    """The change between the only two values, made by the only percentage."""
    shares = [one for one in passage.figures if one.kind is QuantityKind.PERCENT]
    values = [one for one in passage.figures if one.kind is not QuantityKind.PERCENT]
    if len(shares) != 1 or len(values) != 2 or pairs(passage):
        return
    if any(passage.is_bar(one) for one in values):
        return
    (stated,), (first, second) = shares, values
    if not comparable(first, second):
        return
    way = _way(passage, stated)
    if not comparable(first, second):
        return
    if not way or first.value is None or second.value is None or not _is_result(passage, second):
        return
    if not _is_of_both(passage, stated, first, second):
        return
    found = Change(first, second, stated, way, Binding.INFERRED)
    if is_plausible(found) and not is_explained(passage, found):
        yield found


def _way(passage: Passage, stated: Quantity) -> int:
    """1 for a percentage that comes on top, -1 for one that goes off, 0 for any other."""
    if word := passage.changes.get(id(stated)):
        return 1 if word.value == "rise" else -1
    start = passage.sentence_of(stated).extent.start
    ahead = lower(passage.plain[start : stated.reach.start])
    if _ON_TOP.search(ahead):
        return 1
    return -1 if _OFF.search(ahead) else sign_of(passage.plain, stated)


def _is_result(passage: Passage, value: Quantity) -> bool:
    """Whether a value is told as what comes out, and not as what was."""
    start = passage.sentence_of(value).extent.start
    ahead = lower(passage.plain[start : value.reach.start])
    return _RESULT.search(ahead) is not None and not _BASE_LAST.search(ahead[-30:])


def _is_of_both(passage: Passage, stated: Quantity, first: Quantity, second: Quantity) -> bool:
    """Whether the percentage stands by the two values, and nothing tells of another thing."""
    extents = sorted((first.extent, second.extent, stated.extent))
    told = lower(passage.plain[extents[0].start : extents[-1].end + 20])
    by_year = _BY_YEAR.match(passage.plain, stated.extent.end)
    if by_year or _OF_ANOTHER.search(_NOT_TAXED.sub(" ", told)):
        return False
    link = lower(passage.plain[end_of(first) : second.reach.start])
    return not _OWN_SUBJECT.search(link)
