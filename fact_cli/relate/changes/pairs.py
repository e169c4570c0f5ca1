"""Two values of one thing before and after, in whichever words a passage orders them.

The phrases of relations.toml say how a change is told in one breath. This is the wider net:
where a passage has just two figures that can be one thing before and after, what it tells of
a change is told of them. What is found so is inferred, not stated.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from fact_cli.lang.words import lower, words_after
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent
from fact_cli.relate.changes.begins_at import begins_at
from fact_cli.relate.changes.beside import is_last_of_bracket
from fact_cli.relate.changes.told_times import (
    IMPERFECT,
    is_then,
    order_of,
    time_behind,
    times_told,
    turns_to_now,
)
from fact_cli.relate.neighbours import NUMBERS, between, end_of, told_noun
from fact_cli.relate.passage import Passage
from fact_cli.relate.twice.values.same_words import words

_BASES = {Decimal(10) ** power for power in range(2, 7)}
LONGEST = 130  # characters between two figures of one sentence
PRICE = 1_000_000  # times a price that a turnover is at least
AHEAD = 30  # characters ahead of a figure in which words tell that it comes from it
FAR = 90  # the same, up to when a change behind it is told to have been
NEAR = 25  # characters behind a figure in which words tell that it was before

_FROM = re.compile(r"\b(?:de|d'|des|du)(?: (?:les|ses|leurs|seulement|quelque))? ?$")
_TO = re.compile(r"[^.;:!?(),]{0,40}?\b(?:à|aux?|vers)(?: (?:les|seulement|quelque))? ?$")
# Words that point back from a figure to an earlier one.
_AGAINST = re.compile(r"\b(?:contre|après|au lieu de?) (?:les |seulement |à peine )?$")
_BACK = re.compile(
    r"\b(?:contre|après|au lieu d|par rapport (?:à|aux?)|comparée?s? (?:à|aux?)"
    r"|à (?:compar|rapport)er (?:à|aux?)|(?:se compar\w+|comparativement) (?:à|aux?)"
    r"|qui en (?:compt|accueill|emplo|avai)\w+|(?:où|quand|lorsque?)\b)"
)
# "7 % de plus par rapport à 2008, et 118 à l'étranger": compared with the time alone, which
# the words do not repeat.
_BACK_TO_A_TIME = re.compile(r"\b(?:par rapport à|comparée?s? à)(?: la| l'| le)? ?, et ")
# "sur un an (- 20,8 %) et par rapport à la moyenne (- 11,3 %)": two changes, each from a base.
_AND_AGAINST = re.compile(
    r"\b(?:et|comme|mais|,) ?(?:aussi |également |de )?"
    r"(?:par rapport|comparée?s?) (?:à|aux?)\b[^()]*\($"
)
_WHILE = re.compile(r"\b(?:alors qu|tandis qu|quand|contre|où|lorsqu)")
# "À 54 millions, alors que les ventes reculaient de 3 % à 410 millions": another thing's.
_OWN_CHANGE = re.compile(
    r"\b(?:alors|tandis) que? ?(?:l[ae]s? |l'|son |sa |ses |leurs? )[^.;:()\d]{0,50}\d[\d,]* ?%"
)
_BEFOREHAND = re.compile(
    r"(?:hier|avant-hier|naguère|jadis|autrefois)\b|"
    r"(?:(?:l[ae] |l'|une? |deux |trois |dix )"
    r"(?:année|an|mois|exercice|saison|semaine|trimestre|semestre|édition|jour)s? )?"
    r"(?:plus tôt|auparavant|précédente?|avant|d'avant)\b"
    r"|(?:passée?|dernière?|à l'époque|jusqu'ici|jusqu'alors|à ses débuts|à l'origine"
    r"|initialement|la veille)\b"
)
# ";" ends what can be compared, but "; il n'en couvre plus que 1,2", "; la police en a compté
# 690" go on about it.
_OF_THEM = (
    r"[^.;:()\d]{1,40} (?:n')?en (?:a|ont|avai\w+|compt\w+|recens\w+|dénombr\w+|vend\w*"
    r"|accueill\w+|emploi\w+|reç\w+|coût\w+|vau\w+|produi\w+|rest\w+|touch\w+) "
)
_NEW_CLAUSE = re.compile(rf";(?! (?:il|elle|ils|elles|on|c'est|ce sont|nous)\b|{_OF_THEM})")
_NOW = re.compile(r"\b(?:aujourd'hui|désormais|maintenant|à présent)\b")
_ON_TO = re.compile(
    r"\b(?:revien|(?:re)?tomb|remont|redescen|pass|ramen|porté|atteign|grimp|bond|descen|mont|recul|termin|clôtur|chut|établi|limit)\w*"
    r" (?:[^\W\d_]+ ){0,2}à (?:seulement |près de |plus de )?$"
    r"|\b(?:plus que|plus qu'à|atteint|atteignent|atteindre|en coûtera) $"
)
_NOW_AHEAD = re.compile(r"\b(?:aujourd'hui|désormais|maintenant|à présent)(?: [^\W\d_]+){0,2} $")
_IS_NOW = r"(?:est|sont|atteint|atteignent|s'établit|s'élève|ressort|avoisine)"
_APART = re.compile(
    rf";(?! (?:il|elle|ils|elles|on) (?:(?:n')?en |{_IS_NOW} )|{_OF_THEM})"
    r"|\b(?:mais|puis|tandis qu[e']|dont"
    r"|pour (?:un|une|le|la|les)|avec (?:un|une|des)|l'autre|les autres|une? autre"
    r"|hors|sans (?:compter|tenir|parler|l[ea]s? )|malgré|soit (?:un|une) (?:total|moyenne)"
    r"|(?:quand|et|où) (?:celui|celle|ceux|celles)"
    r" (?:de|d'|du|des|qui|en|vers|à|au|aux|pour|sur|dans|chez))\b"
)
# "568 : on en était à 392 en 2021".
_THEN_WAS = re.compile(
    r" ?[:;] (?:on|ils?|elles?|c') ?(?:n')?(?:en )?[^\W\d_]{2,}(?:ait|aient)\b[^.;:()\d]{0,25}"
)
# "392 plaintes en 2021 ; 568 en 2024": nothing but times between them.
_SIDE_BY_SIDE = re.compile(r"(?: [^\W\d_]+){0,4} ?(?:[;:,]|pour) (?:en |contre )?,? ?")
# "27 % chez les jeunes, alors qu'il se limite à 12 % parmi les aînés": two groups of one time.
_AMONG = re.compile(r"\b(?:chez|parmi|pour) (?:les|des|nos) .*\b(?:alors|tandis|quand|contre)\b")
# "1 736 abonnés (1 240 en 2021)", "1 736 (il était de 1 240)": what it was before.
_OPENS_BRACKET = re.compile(r"[^.;:()\d]{0,20}\((?:il|elle|ils|elles|on|c')?[^.;:,()\d]{0,30}")
# "Qu'en février (76), où l'on n'en avait accueilli que 89": of the time before the bracket.
_OF_THEN = re.compile(r"\)[^.;:()\d]{0,20}\b(?:où|quand|lorsqu)")
# "Douze centimes de plus qu'il y a deux ans (0,92 euro)": what it is set against.
_THAN_BRACKET = re.compile(
    r"\b(?:plus|moins|mieux|davantage) qu(?:e |'|’)(?:il y a|en|l'an|à|au|un an|dans)\b[^()\d]*\($"
)
_VOTES = {"voix", "suffrage", "vote", "oui"}
# A noun that stands for the one counted before.
GENERIC = {"cas", "fait", "unité", "exemplaire", "personne", "dossier", "appareil", "place"}


@dataclass(frozen=True, slots=True)
class Pair:
    """One thing's value before and after; which is which may not be told (``ordered``).

    ``bound`` is true of two that words tie to each other: "de … à …", "…, contre …".
    """

    before: Quantity
    after: Quantity
    ordered: bool = True
    bound: bool = False

    @property
    def both(self) -> tuple[Quantity, Quantity]:
        return self.before, self.after

    @property
    def extent(self) -> Extent:
        first, second = sorted((self.before, self.after), key=lambda one: one.extent)
        return Extent(first.reach.start, end_of(second))

    def rising(self, way: int) -> Pair:
        """The same with the smaller value first for a rise, the larger for a fall."""
        low, high = sorted((self.before, self.after), key=lambda one: one.value or 0)
        return Pair(low, high) if way > 0 else Pair(high, low)


def pairs(passage: Passage) -> Sequence[Pair]:
    """Each two levels next to one another that a single sentence orders in time."""
    return passage.once("pairs", lambda: _pairs(passage))


def _pairs(passage: Passage) -> Sequence[Pair]:
    found = (
        _ordered(passage, *two)
        for two in pairwise(passage.levels)
        if comparable(*two, also=GENERIC)
    )
    return [pair for pair in found if pair is not None]


def pair_inside(passage: Passage) -> Pair | None:
    """The only two levels of one thing in two sentences, both in the same one and ordered."""
    found = [pair for pair in pairs(passage) if not rivals(passage, pair.before, pair.after)]
    return found[0] if len(found) == 1 else None


def unordered(passage: Passage) -> Pair | None:
    """The only two levels that can be one thing, whichever is first."""
    levels = [one for one in passage.levels if not _is_base(passage, one)]
    by_unit = {one.unit: [o for o in levels if o.unit == one.unit] for one in levels}
    found = [
        pair
        for alike in by_unit.values()
        for pair in pairwise(alike)
        if comparable(*pair)
        and not rivals(passage, *pair)
        and between(passage.plain, *pair).strip() != "ou"
    ]
    return Pair(*found[0], ordered=False) if len(found) == 1 else None


def _is_base(passage: Passage, figure: Quantity) -> bool:
    """Whether a figure is the base of a rate: "36 médecins pour 100 000 habitants"."""
    ahead = passage.plain[max(0, figure.reach.start - 5) : figure.reach.start]
    return ahead == "pour " and figure.value in _BASES


def then_and_now(pair: Pair | None, passage: Passage) -> Pair | None:
    """``pair`` where the words about it tell of two times."""
    if pair is None:
        return None
    words = passage.told
    told = _BACK, _BEFOREHAND, IMPERFECT, _NOW
    return pair if any(cue.search(words) for cue in told) else None


def rivals(passage: Passage, one: Quantity, other: Quantity) -> Sequence[Quantity]:
    """Further levels of a passage that could be one of two.

    What one of the two counts, the other counts too, though it does not say so.
    """
    counted = {told_noun(one), told_noun(other)} - {None}
    return [
        level
        for level in passage.levels
        if level not in (one, other)
        and not _is_base(passage, level)
        and (comparable(level, one) or comparable(level, other) or _may_lend_unit(level, one))
        and not (counted and told_noun(level) not in {None, *counted})
    ]


def _may_lend_unit(level: Quantity, one: Quantity) -> bool:
    """Whether a bare figure may have the unit of another: "0,90 euro, puis 1,05, puis 1,20"."""
    bare = one.kind is QuantityKind.NUMBER and one.noun is None
    measured = level.kind in {QuantityKind.MONEY, QuantityKind.DIMENSION}
    low, high = sorted((abs(level.value or 0), abs(one.value or 0)))
    return bare and measured and high <= 2 * low


def comparable(one: Quantity, other: Quantity, also: set[str] | None = None) -> bool:
    """Whether two figures can be one thing at two times: same unit, no two nouns told.

    A noun of ``also`` can stand for any other.
    """
    nouns = {told_noun(one), told_noun(other)} - {None} - (also or set())
    kinds = {one.kind, other.kind}
    if len(kinds) > 1 and not kinds <= NUMBERS:
        return False
    sized = one.kind is QuantityKind.MONEY or kinds <= NUMBERS
    if sized and _are_of_two_sizes(one, other):
        return False
    alike = len(nouns) < 2 or name_one_thing([one for one in nouns if one is not None])
    return one.unit == other.unit and alike and one.kind is not QuantityKind.RATIO


def name_one_thing(nouns: Collection[str]) -> bool:
    """Whether two nouns are in one group: "2 400 âmes", "2 880 habitants"."""
    groups = [words().things.get(one, frozenset()) for one in nouns]
    return bool(groups[0] & groups[1])


def _are_of_two_sizes(one: Quantity, other: Quantity) -> bool:
    """Whether two sums lie so far apart that one is a price, and no slip of a scale."""
    low, high = sorted((abs(one.value or 0), abs(other.value or 0)))
    return low > 0 and high / low > PRICE


def ahead_of(passage: Passage, figure: Quantity) -> str:
    """The words of its sentence that lead to a figure, in lower case."""
    start = max(passage.sentence_of(figure).extent.start, figure.reach.start - AHEAD)
    return lower(passage.plain[start : figure.reach.start])


def _ordered(passage: Passage, first: Quantity, second: Quantity) -> Pair | None:
    plain, sentence = passage.plain, passage.sentence_of(first)
    if not sentence.extent.holds(second.extent):
        return None
    link = passage.told_between(end_of(first), second.reach.start)
    if link.strip(" ,") in {"ou", "voire"} or len(link) > LONGEST:
        return None
    if _OF_THEN.match(link) and plain[first.reach.start - 1] == "(":
        return None
    if _THAN_BRACKET.search(lower(plain[end_of(first) : second.reach.start])):
        return Pair(second, first)
    if told := times_told(passage, first, second) if _SIDE_BY_SIDE.fullmatch(link) else 0:
        return Pair(first, second) if told > 0 else Pair(second, first)
    if _NEW_CLAUSE.search(link) or is_last_of_bracket(plain, first, link):
        return None
    if _THEN_WAS.fullmatch(link) and not IMPERFECT.search(ahead_of(passage, first)):
        return Pair(second, first)
    ahead = ahead_of(passage, first)
    from_first = _FROM.search(ahead) is not None
    if from_first and _TO.fullmatch(link):
        return Pair(first, second, bound=True)
    own, other = (time_behind(passage, one) for one in (first, second))
    if other is None and told_noun(first) in _VOTES and link.strip() == "contre":
        return None  # "13 voix contre 6"
    if own is not None and other is not None and (ordered := order_of(own, other)):
        return Pair(first, second) if ordered > 0 else Pair(second, first)
    if _APART.search(link) or (_AMONG.search(link) and not IMPERFECT.search(link)):
        return None
    if _OPENS_BRACKET.fullmatch(link) and (IMPERFECT.search(link) or is_then(passage, other)):
        return None if own is not None else Pair(second, first)
    if _OWN_CHANGE.search(lower(plain[end_of(first) : second.reach.start])):
        return None
    if _BACK_TO_A_TIME.search(link) or _AND_AGAINST.search(link):
        return None
    if _AGAINST.search(link) and turns_to_now(plain, second):
        return Pair(first, second, bound=True)
    if _BACK.search(link) or (_WHILE.search(link) and IMPERFECT.search(link)):
        return Pair(second, first, bound=_AGAINST.search(link) is not None)
    if _NOW_AHEAD.search(lower(plain[end_of(first) : second.reach.start])):
        return Pair(first, second)
    behind = words_after(plain, end_of(second), NEAR)
    if _BEFOREHAND.match(behind.lstrip(" (")):
        return Pair(second, first)
    if (IMPERFECT.search(ahead) and not IMPERFECT.search(link)) or _ON_TO.search(link):
        return Pair(first, second, bound=from_first)
    begins = lower(plain[sentence.extent.start : first.reach.start])
    return (
        Pair(first, second)
        if begins_at(begins, link, words_after(plain, end_of(second), FAR))
        else None
    )
