"""A whole whose parts a cue announces one by one: "274 sorties, réparties ainsi : 197 …, 32 …".

The parts bear nouns of their own ("secours", "incendies"), and the whole stands before the cue or
in a sentence before: "895 interventions … Dans le détail : 596 secours, 125 accidents, …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from fact_cli.lang.words import lower, words_before
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity
from fact_cli.model.slips import Slip, slip_between
from fact_cli.model.text import BlockKind
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context, up_to
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus, usable
from fact_cli.relate.sums.ones import with_ones
from fact_cli.relate.sums.partition import are_exclusive, are_places_or_makes, is_partition
from fact_cli.relate.sums.set_aside import leaves_aside

_CUES = (
    "répart", "ventil", "décompos", "partag", "détail", "comme suit", "ainsi :", "à savoir",
    "compos", "subdivis", "parmi", " en ", "plus précisément", "dénombre", "distribu",
    "s'agi", "on compt", "on y compt", "on recens", "il y a ", "ce sont", "divis",
)  # fmt: skip
_SHARED_OUT = r"(?:répart|ventil|décompos|partag|subdivis|divis|distribu|class|détaill)\w*"
_OPENS = re.compile(
    rf"\b{_SHARED_OUT} (?:ainsi|comme suit|de la (?:façon|manière|sorte) suivante|en|entre)"
    r"(?: [^.;:,()\d]{0,25})? ?:? ?«? ?$"
    rf"|\bs(?:e |'|'est |e sont |'était )(?:{_SHARED_OUT}|compos\w+) (?:entre|en|d[e']|comme suit)"
    r"(?: [^.;:,()\d]{0,25})? ?:? ?«? ?$"
    r"|\b(?:répartition|ventilation|décomposition|composition|distribution)\b[^.;:()\d]{0,60} : $"
    r"|\ben (?:aura|auront|a|ont|reçoi\w+|recev\w+|obtien\w+|compt\w+|accueill\w+)"
    r"[^.;:()\d]{0,40} : $"
    r"|(?:^|[;:] )(?:il s'agi(?:t|ssait)|ce sont|c'étaient) (?:donc )?(?:de )?$"
    r"|\b(?:dans le détail|(?:plus )?en détail|plus précisément|le détail|détail|à savoir)"
    r"[^.;:()\d]{0,25}(?:,| ?:) ?«? ?$"
)
# "La population se partage entre 17 174 045 Ivoiriens et 5 492 199 étrangers": two are all.
_DIVIDED = re.compile(
    rf"\bs(?:e |'|'est |e sont |'était )(?:{_SHARED_OUT}|compos\w+) (?:entre|en|d[e'])"
    r" ?(?:quelque |environ )?$"
)
_BY_KIND = re.compile(
    r"(?:^|[;:.] )(?:(?:si l'on |à )?(?:regard\w+ |ventil\w+ )?(?:par|selon l[ae]s?|selon l'|selon)"
    r" ?(?:genre|sexe|âge|tranches? d'âge|catégories?|origine|nationalité|statut|secteur|type),? )?"
    r"(?:on (?:y )?(?:compt|dénombr|recens|relèv|trouv)\w+|il y a|ce sont|il s'agit de|soit) ?$"
)
# Only where the parts are known to be all there can be: girls and boys.
_AMONG_THEM = re.compile(
    r"\bparmi (?:eux|elles|ceux-ci|celles-ci|ces [^\W\d_]+),? "
    r"(?:(?:il y (?:a|avait|a eu)|on (?:a )?(?:compt|dénombr|recens|trouv)\w+|figur\w+|se trouv\w+)"
    r" )?(?:donc )?$"
)
_LINK = re.compile(
    r"(?: [^.;:()\d«»]{2,60}?)?(?:,| ;| et|, et|,? ainsi que|,? puis) ?(?:[^\W\d_]{1,8} |d')?"
)
_NO_ITEM = re.compile(
    r"\b(?:soit|dont|contre|sur|parmi|après|notamment|au lieu|par rapport|de plus|de moins)\b"
    r"|\ben \d{4}\b"
)
_OPEN_END = re.compile(r"[^.;:()]{0,40}(?:,? etc\b|…|,? notamment\b|,? entre autres\b)")
_ENDS = re.compile(
    r"(?: (?:admis|admises|reçus|inscrits|chez les (?:filles|femmes|garçons|hommes)))?"
    r" ?(?:[.;)!?]|$)"
)
_BASE = re.compile(r"\b(?:contre|après|que|au lieu d(?:e|es)) (?:les )?$")
FEWEST = 3  # parts of a list whose nouns are no known partition
BACK = 2  # sentences before the list in which its whole may stand


def find(context: Context) -> Iterator[Total]:
    if not context.tells(_CUES):
        return
    plain, blocks = context.document.plain, context.document.blocks
    for index, sentence in enumerate(context.sentences):
        if blocks[sentence.sentence.block].kind is BlockKind.BOILERPLATE:
            continue
        figures = [one for one in usable(sentence.quantities) if one.kind in NUMBERS]
        for number, first in enumerate(figures[:-1]):
            ahead = lower(plain[sentence.extent.start : first.reach.start])
            opens = _OPENS.search(ahead) is not None
            by_kind = not opens and _BY_KIND.search(ahead) is not None
            among = by_kind or _AMONG_THEM.search(ahead) is not None
            if not (among or opens):
                continue
            parts = _listed(plain, with_ones(plain, figures[number:], sentence.extent.end))
            exclusive = are_exclusive(plain, parts)
            named = is_partition(plain, parts) and exclusive
            if by_kind and not (named and _ENDS.match(plain, end_of(parts[-1]))):
                continue
            named = named or _ends_with_others(plain, parts) or _are_two(plain, ahead, parts)
            apart = named or not among or exclusive or are_places_or_makes(plain, parts)
            if len(parts) >= (2 if named else FEWEST) and apart:
                before = [one for one in figures[:number] if _can_be_whole(plain, one, parts)]
                yield from _total(plain, context, index, before, parts, among and not named)
            break


def _listed(plain: str, figures: Sequence[Quantity]) -> Sequence[Quantity]:
    """The first of ``figures`` and those that go on with its list."""
    parts = [figures[0]]
    led = words_before(plain, figures[0].reach.start, 4) == "les "
    for last, one in pairwise(figures):
        link = plain[last.extent.end : one.reach.start]
        item = _LINK.fullmatch(link) and not _NO_ITEM.search(lower(link)) and one.hedge is None
        if not item or (link.endswith(", les ") and not led):
            break
        parts.append(one)
    return [] if _OPEN_END.match(plain, end_of(parts[-1])) else parts


def _are_two(plain: str, ahead: str, parts: Sequence[Quantity]) -> bool:
    """Whether a whole is told to be divided into two, of which each has its noun."""
    if len(parts) != 2 or not _DIVIDED.search(ahead):
        return False
    joined = plain[parts[0].extent.end : parts[1].reach.start].rstrip().endswith(" et")
    return joined and all(one.noun is not None for one in parts)


def _ends_with_others(plain: str, parts: Sequence[Quantity]) -> bool:
    """Whether the last part is all that is left: "110 à Rennes et les 95 autres à Pau"."""
    if len(parts) < 2 or words_before(plain, parts[-1].reach.start, 4) != "les ":
        return False
    return plain.startswith((" autres", " restant"), parts[-1].extent.end)


def _can_be_whole(plain: str, one: Quantity, parts: Sequence[Quantity]) -> bool:
    larger = (one.value or 0) > max(part.value or 0 for part in parts)
    base = _BASE.search(words_before(plain, one.reach.start, 20)) or is_surplus(plain, one)
    return larger and one.kind in NUMBERS and one.hedge is None and not base


def _is_digit_off(total: Total) -> bool:
    """Whether one digit, or two swapped, make the whole of three parts or more."""
    whole, exact = total.whole, total.exact
    if whole.value is None or exact is None or len(total.parts) < FEWEST:
        return False
    return slip_between(whole.value, exact, whole.step) in {Slip.DIGIT, Slip.SWAP}


def _total(
    plain: str,
    context: Context,
    index: int,
    own: Sequence[Quantity],
    parts: Sequence[Quantity],
    some: bool,
) -> Iterator[Total]:
    """The parts with the whole that they make, or with the only one that they nearly make.

    ``some`` where they need not be all, so that they can only be too many.
    """
    block = context.sentences[index].sentence.block
    before = [
        one
        for each in up_to(context.sentences, index, BACK)[:-1]
        if block - each.sentence.block <= 1
        for one in usable(each.quantities)
        if _can_be_whole(plain, one, parts)
    ]
    wholes = [*own, *before]
    totals = [
        Total(one, parts, complete=True, exclusive=True, binding=Binding.INFERRED) for one in wholes
    ]
    holding = [one for one in totals if one.exact == one.whole.value]
    if some:
        over = [one for one in totals if one.exceeds and one.is_plausible]
        yield from (replace(one, complete=False) for one in over[:1] if not holding)
        return
    if not holding and leaves_aside(plain, end_of(parts[-1])):
        return
    others = _ends_with_others(plain, parts)
    near = [
        one
        for one in totals
        if one.is_near or (one.is_plausible and (others or _is_digit_off(one)))
    ]
    if holding or len(near) == 1:
        yield (holding or near)[0]
