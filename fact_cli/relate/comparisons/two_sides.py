"""How far two holders lie apart, each told with its value: "Morel a 412 voix et Petit 388".

The gap stands behind both ("34 voix les séparent", "il a manqué 34 voix à Petit"), in their
sentence or in the next, and names nobody whom they do not name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower, words_after
from fact_cli.model.bounds import quotient
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.figures import Difference
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import BlockKind
from fact_cli.relate.changes.told_times import is_of_another_time
from fact_cli.relate.context import Context, up_to
from fact_cli.relate.neighbours import NUMBERS, end_of, is_lead, is_surplus, same_thing, usable
from fact_cli.relate.passage import adjoin

_CUES = (
    "d'avance", "d'écart", "de retard", "de différence", "écart", "différence", "avance", "sépar",
    "devanc", "distanc", "précèd", "précéd", "manqu", "de plus", "de moins", "de mieux", "échou",
    "derrière", "relégu", "dépass", "marge",
)  # fmt: skip
_AHEAD = re.compile(
    r"\b(?:écart|différence|avance|retard|marge|handicap|delta)s?"
    r"(?: (?:entre|sur|avec) [^.;:,\d]{2,50})?"
    r"(?: (?:n')?(?:est|sont|était|serait|sera|atteint|s'élève|se monte|se chiffre|se limite"
    r"|se réduit|s'établit))?(?: (?:donc|ainsi|finalement|au final|désormais))?"
    r"(?: que)?(?: de| à| d')?(?: seulement| tout juste| à peine)? $"
    r"|\b(?:devanc|distanc|dépass|surpass|précèd|précéd|batt|bat|domin|coiff)\w*"
    r"(?: [^.;:,\d]{2,40})? de(?: seulement)? $"
    r"|\b(?:a|ont|aura|auront|avait|avaient) (?:donc )?manqué(?: que)? $"
    r"|\bmanqu(?:e|aient|ait|ent) $"
    r"|\b(?:échou\w+|relégué\w*|termin\w+|fini\w*|arrive\w*|reste\w*|pointe\w*|se class\w+) "
    r"(?:donc )?à $"
)
_TO_ANOTHER = re.compile(r"[^.;:,\d]{0,20} (?:de|du|des|derrière) ")
_AT = re.compile(r"\b(?:termin|fini|arrive|reste|pointe|se class)\w* (?:donc )?à $")
_SEPARATE = re.compile(r"[^.;:,\d]{0,20}? (?:les |nous |qui (?:les )?)?sépar(?:ent|eront)\b")
_MORE = re.compile(r"[^.;:,\d]{0,15}? (?:de|en) (?:plus|moins|mieux)(?= que\b| qu'| ?[.,;:)]|$)")
_SO = re.compile(r"(?:\bsoit|,|:|\(|^) ?(?:soit )?$")
# Of another match, time or limit than the two values are.
_OF_ANOTHER = re.compile(
    r"\b(?:troisième|quatrième|cinquième|podium|maintien|relég(?:able|ation)s?|majorité|seuil"
    r"|barrag\w*|zone|barre|précédent\w*|records?|aller|mi-temps|pause|dernier|passée?|dernière"
    r"|en (?:19|20)\d\d|(?:premier|second|deuxième) tour"
    r"|qu'(?:à l|au (?:début|milieu|mois|printemps|plus)|en |hier|il y a|avant)"
    r"|que (?:la veille|le mois|la semaine|l'an|prévu|lundi|mardi|mercredi|jeudi|vendredi|samedi)"
    r"|il y a|sondages?|auparavant|plus tôt|avant|jusqu'ici|leader|tête|qualif\w+"
    r"|moyenne)(?:\b|(?<=[ l]))"
)
_TAKEN_UP = re.compile(r"\b(?:n'|l'|m')?en (?:[^\W\d_]+ ){1,3}$|\(|\b(?:contre|et|avec|à) $|, $")
_HOLDER = re.compile(r"(?:[A-ZÀ-Þ][\w-]+|seconde?|autre|deuxième),?(?: :)? $")
_NAME = re.compile(r"(?<![\w'’-])[A-ZÀ-Þ][\w-]+")
# "251,3 points (124,8 puis 126,5)": what one holder made in two parts.
_PARTS = re.compile(r"\([\d ,.]+(?: points?)?(?: puis| et| \+|,| plus) [\d ,.]+\)")
_NO_LEVEL = re.compile(r"\b(?:dont|objectif|prévu|attendu|estim|espér)\w*")
NEAR = (Decimal("0.4"), Decimal("2.5"))  # of what is stated, the gap of the two values
BACK = 2  # sentences before the one with the gap


def find(context: Context) -> Iterator[Difference]:
    if not context.tells(_CUES):
        return
    plain, blocks = context.document.plain, context.document.blocks
    for index, sentence in enumerate(context.sentences):
        if blocks[sentence.sentence.block].kind is BlockKind.BOILERPLATE:
            continue
        for gap in usable(sentence.quantities):
            if gap.hedge is None and _is_gap(plain, sentence, gap):
                yield from _between(plain, up_to(context.sentences, index, BACK), gap)


def _is_gap(plain: str, sentence: ScannedSentence, gap: Quantity) -> bool:
    if gap.kind not in {*NUMBERS, QuantityKind.POINTS}:
        return False
    ahead = lower(plain[sentence.extent.start : gap.reach.start])
    behind = words_after(plain, gap.extent.end, 60)
    if _OF_ANOTHER.search(ahead[-60:] + behind.split(".")[0]):
        return False
    if "manqu" in ahead and " pour " in behind.split(".")[0]:
        return False  # "il lui a manqué 50 voix pour obtenir un siège"
    if _AT.search(ahead):
        return _TO_ANOTHER.match(behind) is not None
    more = _SO.search(ahead) is not None and _MORE.match(behind) is not None
    told = is_lead(plain, gap) or _SEPARATE.match(behind) or _AHEAD.search(ahead)
    return bool(more or (told and not is_surplus(plain, gap)))


def _between(plain: str, near: Sequence[ScannedSentence], gap: Quantity) -> Iterator[Difference]:
    """The only two values of the gap's own unit in the fewest sentences that hold two."""
    for back in range(len(near)):
        told = near[len(near) - 1 - back :]
        if not all(adjoin(plain, one, two) for one, two in pairwise(told)):
            return
        values = [one for each in told for one in _values(plain, each, gap)]
        if len(values) < 2:
            continue
        if len(values) == 2 and _PARTS.fullmatch(
            plain, values[0].reach.start - 1, values[1].extent.end + 1
        ):
            return
        if len(values) == 2 and not _names_others(plain, told, values):
            low, high = sorted(values, key=lambda one: one.value or 0)
            found = Difference(low, high, gap, 0, Binding.INFERRED)
            near_by = quotient(found.exact, gap.value)
            if near_by is not None and NEAR[0] <= near_by <= NEAR[1]:
                yield found
        return


def _values(plain: str, sentence: ScannedSentence, gap: Quantity) -> Iterator[Quantity]:
    """The figures ahead of the gap that count what it counts, bare ones that take up another."""
    ahead = lower(plain[sentence.extent.start : sentence.extent.end])
    for one in usable(sentence.quantities):
        if not one.extent < gap.extent or is_surplus(plain, one) or is_lead(plain, one):
            continue
        before = ahead[: one.reach.start - sentence.extent.start]
        if _AHEAD.search(before):
            continue
        bare = one.kind in NUMBERS and one.noun is None
        named = _HOLDER.search(plain, sentence.extent.start, one.reach.start) is not None
        if bare and gap.kind is QuantityKind.POINTS and (named or _TAKEN_UP.search(before)):
            yield replace(one, kind=gap.kind, unit=gap.unit)
        elif same_thing(one, gap) and one.of in {None, gap.of}:
            yield one


def _names_others(plain: str, told: Sequence[ScannedSentence], values: Sequence[Quantity]) -> bool:
    """Whether the clause of the gap names somebody whom the values do not, or tells no levels."""
    start, end = told[0].extent.start, end_of(values[-1])
    known = set(_NAME.findall(plain[start : end + 60 if len(told) == 1 else told[-1].extent.start]))
    own = told[-1].extent
    named = _NAME.findall(plain[max(end, own.start) : own.end])
    functions = lexicon().grammar.function_words
    if any(lower(one) not in functions for one in named if one not in known):
        return True
    level = plain[start : own.start]
    if level and is_of_another_time(lower(own.of(plain)), lower(level)):
        return True
    return _NO_LEVEL.search(lower(plain[values[0].reach.start : end])) is not None
