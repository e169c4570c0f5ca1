"""A share of a whole, and right behind it how many that is: "75 % des 240 logements (160)".

The count stands in a bracket that holds nothing else, or behind "soit". The whole stands between
the share and its count, or before the share: "financé à 40 % par l'État (4,8 millions)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower, singular_of, words_before
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.shares import Share
from fact_cli.relate.context import Context
from fact_cli.relate.elided_unit import in_measure_of, in_scale_of
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus, same_thing, told_noun
from fact_cli.relate.passage import Passage
from fact_cli.relate.shares.of_votes import is_of_votes
from fact_cli.relate.shares.portion import is_near, is_share
from fact_cli.scan.times.ages import is_person

_CUES = ("%", "pour cent", "quart", "tiers", "moitié", "cinquième", "dixième", "sur ")
_ABOUT = r"(?:(?:soit|environ|près de|quelque|plus de|exactement|c'est-à-dire) )*"
_IN_BRACKET = re.compile(rf"[^.;:()\d]{{0,60}} \({_ABOUT}")
_SO = re.compile(rf"[^.;:()\d]{{0,60}}, soit {_ABOUT}")
_CLOSES = re.compile(
    r"(?: (?:exactement|environ|au total|d'entre eux|d'entre elles|personnes|en tout))?\)"
)
_ENDS = re.compile(r" ?(?:[.,;:)»!?–]|$)| (?:personnes|habitants|euros|d'euros|sont|ont|étaient)\b")
# "75 % des 240 logements", "40 % de ses 120 000 adhérents".
_OF = re.compile(
    r" (?:des|de (?:ses|ces|leurs|nos|vos)|du (?:total|budget|montant|coût) des?|d'entre les)"
    r" ?(?:quelque |près de |plus de )?"
)
# "240 lits, dont 45 %", "12 millions : 40 %", "12 millions, financés à 40 %".
_HAS = re.compile(
    r"[^.;:()]{0,70}?(?:, dont|[:,]|\bet|\bqui|\bfinancé\w*|\bpris\w* en charge|\bsubventionné\w*)"
    r"[^.;:()\d]{0,60}"
)
_AMONG = re.compile(r"(?:^|[.;:«] ?)(?:sur|parmi|des|de) (?:les |ces |ses |nos )?$", re.I)
# What makes the share that of something else, or of another time.
_OTHERWISE = re.compile(
    r"\b(?:contre|après|hausse|baisse|augment\w*|progress\w*|recul\w*|diminu\w*|moins que|plus que"
    r"|dépass\w*|excèd\w*|supérieur\w*|inférieur\w*"
    r"|en moyenne|chacune?|par an|par mois|d'ici|au lieu|l'an (?:dernier|passé)|autres?|tva)\b"
)
_OF_THE = re.compile(
    r" (?:des|du|de la|de l'|d'entre les|de (?:ses|leurs|nos|ces|son|sa|leur)) ?(?P<noun>[^\W\d_]+)"
)
_ALL = {"total", "ensemble", "budget", "montant", "coût", "effectif", "somme", "dépense"}
_WHOLES = {QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.DIMENSION}
_ANYBODY = {"personne", "habitant", "individu", "membre"}


def find(context: Context) -> Iterator[Share]:
    if context.tells(_CUES):
        yield from in_passages(
            context, _counted, lambda one: one.stated.extent.start, (" (", "soit "), figures=3
        )


def _counted(passage: Passage) -> Iterator[Share]:
    if len(passage.sentences) > 1:
        return
    figures = passage.figures
    for at, stated in enumerate(figures):
        if not is_share(passage.plain, stated) or stated.hedge is not None:
            continue
        found = _of_whole_behind(passage, at) or _of_whole_before(passage, at)
        if found is not None and not is_of_votes(passage.plain, stated, found.part, found.whole):
            yield found


def _of_whole_behind(passage: Passage, at: int) -> Share | None:
    """ "75 % des 240 logements (160)"."""
    stated, *behind = passage.figures[at : at + 3]
    if len(behind) < 2:
        return None
    whole, part = behind
    if not _OF.fullmatch(passage.plain, stated.extent.end, whole.reach.start):
        return None
    return _share(passage, stated, whole, part, end_of(whole))


def _of_whole_before(passage: Passage, at: int) -> Share | None:
    """ "240 lits, dont 45 % en médecine (160)", other shares with their counts between."""
    if at + 1 >= len(passage.figures) or id(passage.figures[at]) in passage.changes:
        return None
    stated, part = passage.figures[at : at + 2]
    before = list(passage.figures[:at])
    while len(before) > 2 and _share(passage, before[-2], before[0], before[-1]) is not None:
        before = before[:-2]  # a share of the same list, with its count
    if not before or any(one.kind is QuantityKind.PERCENT for one in before):
        return None
    whole = before[-1]
    link = lower(passage.plain[end_of(whole) : stated.reach.start])
    if _is_of_others(passage.plain, stated, whole):
        return None
    among = _AMONG.search(words_before(passage.plain, whole.reach.start, 16))
    if not (_HAS.fullmatch(link) or (among and not re.search(r"[.;:()\d]", link))):
        return None
    return _share(passage, stated, whole, part, stated.extent.end)


def _is_of_others(plain: str, stated: Quantity, whole: Quantity) -> bool:
    """ "64 000 habitants, 15 % des actifs, soit …": a share of what the whole does not count."""
    told = _OF_THE.match(plain, stated.extent.end)
    if told is None:
        return False
    noun = singular_of(lower(told["noun"]), lexicon().grammar.invariable)
    return noun not in {whole.of, *_ALL}


def _share(
    passage: Passage, stated: Quantity, whole: Quantity, part: Quantity, start: int = 0
) -> Share | None:
    """The share where ``part`` is its count, told behind ``start``, and can be some of whole."""
    plain = passage.plain
    told = lower(plain[start or stated.extent.end : part.reach.start])
    bracket = _IN_BRACKET.fullmatch(told) and _CLOSES.match(plain, end_of(part))
    so = _SO.fullmatch(told) and _ENDS.match(plain, end_of(part))
    if not (bracket or so) or not is_share(plain, stated) or is_surplus(plain, part):
        return None
    if whole.kind not in _WHOLES or whole.hedge is not None or not _may_be_of(part, whole):
        return None
    first = min(stated.extent, whole.extent)
    if _OTHERWISE.search(lower(plain[first.start : part.reach.start])):
        return None
    part = _measured(part, whole)
    if not same_thing(part, whole) or not 0 < (part.value or 0) < (whole.value or 0):
        return None
    found = Share(part, in_measure_of(whole, part), stated, binding=Binding.INFERRED)
    return found if found.holds or is_near(found.whole, part, stated) else None


def _measured(part: Quantity, whole: Quantity) -> Quantity:
    """A bare count in the unit of its whole: "12 millions d'euros … (5,8 millions)"."""
    bare = part.kind is QuantityKind.NUMBER and part.noun is None
    return in_scale_of(part, whole) if bare and whole.kind not in NUMBERS else part


def _may_be_of(part: Quantity, whole: Quantity) -> bool:
    """Whether a count can be of what the whole counts: no other noun is told with it."""
    noun = told_noun(part)
    if noun in _ANYBODY and whole.of is not None:
        return whole.of in _ANYBODY or is_person(whole.of, lexicon().grammar)
    return noun in {None, whole.of} or whole.kind not in NUMBERS
