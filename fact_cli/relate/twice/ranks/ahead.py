"""A rank, and those who are told to stand ahead of it: "troisième, devancé par A, B et C".

Who stands behind three is no third. Where words say that nobody else is ahead ("seulement"), or
how many are ("huit villes la devancent"), the rank is the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from fact_cli.lang.words import SMALL_NUMBERS, lower, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.same import TwoRanks
from fact_cli.model.text import Extent
from fact_cli.relate.context import Context
from fact_cli.relate.every_sentence import every_sentence
from fact_cli.relate.passage import adjoin
from fact_cli.relate.twice.ranks.tellings import every_rank

_NUMBER = "|".join(SMALL_NUMBERS)
_CUES = ("devancé", "derrière", "précédé", "devancent", "précèdent")
_LED = re.compile(
    r"\b(?:(?:devancé|précédé)e?s? (?P<only>seulement |uniquement |simplement )?par"
    r"|(?P<few>seulement |uniquement |juste |seul\w* )?derrière) ",
    re.IGNORECASE,
)
_BRACKET = re.compile(r" \([^()]*\)")
_LINK = re.compile(r"(?:,? et|,? puis|,? ainsi que|,) (?:enfin )?(?:par |derrière )?")
_ITEM = re.compile(
    rf"(?:(?:l[ae]s? |l'|l’|son |sa |ses |leurs? |(?P<many>une?|{_NUMBER}) )"
    r"(?:[a-zà-ÿ'-]+ ){0,3})?"
    r"[A-ZÀ-Þ][\w'’-]*(?: (?:de |du |van |von |ben |el |al-|d'|le |la )?[A-ZÀ-Þ][\w'’-]*){0,4}"
)
_OF_SOME = re.compile(
    rf"(?P<many>une?|{_NUMBER}) (?:de ses |des |de leurs )?(?:[a-zà-ÿ]+ )?"
    r"(?:coureu|concurren|adversai|rivau|rival|athlète|skieu|nageu|cavali|équipe|club|pays|ville"
    r"|candidat|liste|nation|pilote|équipage|compatriote|cyclist|joueu|participant|commune)\w*"
)
_ENDS = re.compile(r" ?(?:[.;)!?:]|$)|, (?:il|elle|ils|elles|l[ae]s? |l'|qui|mais|a|ont|et|pour)\b")
# A place in a standing: the ordinal with its noun, or by itself behind a verb or as an apposition.
_PLACE = re.compile(
    r" (?:place|rang|position|temps|chrono\w*|marche|meilleur\w* (?:temps|chrono)|score"
    r"|(?:du|au) (?:classement|général)|du (?:jour|slalom|sprint)|de l'épreuve|de la course"
    r"|hier|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)\b"
)
# "L'Inde est le deuxième producteur du monde, derrière …"
_OF_ALL = re.compile(r"\b(?:est|devient|reste|demeure|était) l[ae] $")
_NOUN = re.compile(r"(?: [^\W\d_]+){1,5},? ")
# What comes between belongs to another standing.
_APART = re.compile(r"[;:()]|\b(?:mais|devant|il|elle|ils|elles|on|se)\b|\bs'")
_IS = re.compile(
    r"\b(?:class\w+|termin\w+|fini\w*|pointe\w*|figure\w*|est|arriv\w+|prend|pris|reste\w*|se hisse"
    r"|échou\w+)(?: [^\W\d_]+){0,2}? $"
)
_TIED = re.compile(
    r"\b(?:ex[ -]aequo|égalité|notamment|entre autres|dont|parmi|pointages?|intermédiaires?"
    r"|mi-(?:course|parcours|étape)|provisoire\w*|virtuel\w*"
    r"|(?:\w+ième|premi\w+|meilleure?|seconde?) (?:français\w*|suisse|belge|romande?|québécois\w*)"
    r"|deuxième manche|première manche|l'an (?:dernier|passé)|avant|puis|après)\b"
)
# An adjective of those ahead; that of a continent or a country makes another standing.
_KIND = (
    r"(?: (?!europ|afric|asiat|améric|françai|suiss|belge|romand|wallon|flamand|allemand|italien"
    r"|espagnol|québéc)[^\W\d_]+)"
)
_AHEAD_OF_IT = re.compile(
    rf"\b(?P<many>{_NUMBER}|\d{{1,2}}) (?:seul\w* )?[^\W\d_]{{3,}}{_KIND}?"
    r" (?:seulement )?(?:la |le |les |l')(?:devancent|précèdent)"
    r"(?: désormais| maintenant| encore)?(?= ?[.,;!)»]|$)",
    re.IGNORECASE,
)
FAR = 160  # characters between a rank and those ahead
FEW = 2  # characters
LEAST = 2  # who make a list


@dataclass(frozen=True, slots=True)
class _Ahead:
    """Who stands ahead: where they are told, how many, and whether nobody else can be."""

    at: Extent
    listed: Extent
    many: int
    only: bool


def find(context: Context) -> Iterator[TwoRanks]:
    if not context.tells(_CUES):
        return
    plain, sentences = context.document.plain, every_sentence(context)
    for before, sentence in pairwise((None, *sentences)):
        assert sentence is not None
        for ahead in _ahead(plain, sentence.extent):
            rank = _rank_beside(plain, sentence, ahead) or _rank_before(
                plain, before, sentence, ahead
            )
            if rank is not None and _is_belied(rank, ahead) and not _is_pair(plain, rank, ahead):
                yield TwoRanks(ahead.listed, rank.extent)
                return
    yield from _counted(context)


def _ahead(plain: str, sentence: Extent) -> Iterator[_Ahead]:
    if _TIED.search(lower(sentence.of(plain))):
        return
    for led in _LED.finditer(plain, sentence.start, sentence.end):
        end, many = _listed(plain, led.end(), sentence.end)
        if many and _ENDS.match(plain, end):
            only = bool(led["only"] or led["few"])
            yield _Ahead(Extent(*led.span()), Extent(led.end(), end), many, only)


def _listed(plain: str, start: int, end: int) -> tuple[int, int]:
    """Where the list of those ahead ends, and how many they are; none where that is not sure."""
    at, many, joined = start, 0, False
    while (found := _OF_SOME.match(plain, at, end) or _ITEM.match(plain, at, end)) is not None:
        bracket = _BRACKET.match(plain, found.end(), end)
        at = found.end() if bracket is None else bracket.end()
        many += SMALL_NUMBERS.get(found["many"] or "un", 1)
        link = _LINK.match(plain, at, end)
        following = link and (
            _OF_SOME.match(plain, link.end(), end) or _ITEM.match(plain, link.end(), end)
        )
        if link is None or following is None:
            return at, many if joined or found["many"] else 0
        joined = joined or not link.group().startswith(", ")
        at = link.end()
    return at, 0


def _rank_beside(plain: str, sentence: ScannedSentence, ahead: _Ahead) -> Quantity | None:
    """The only rank of a sentence, told before those ahead or as its apposition."""
    ranks = [one for one in sentence.quantities if one.kind is QuantityKind.ORDINAL]
    if len(ranks) != 1:
        return None
    (rank,) = ranks
    between = lower(plain[rank.extent.end : ahead.at.start])
    if len(between) > FAR or _APART.search(between) or ahead.at.start < rank.extent.end:
        return None
    led = words_before(plain, rank.extent.start, 20)
    of_all = _OF_ALL.search(led) is not None and _NOUN.fullmatch(between) is not None
    return rank if of_all or _is_place(plain, sentence, rank) else None


def _rank_before(
    plain: str, before: ScannedSentence | None, sentence: ScannedSentence, ahead: _Ahead
) -> Quantity | None:
    """The only rank of the sentence before one that opens with "Devancé par …, il …"."""
    if (
        before is None
        or ahead.at.start != sentence.extent.start
        or not adjoin(plain, before, sentence)
    ):
        return None
    ranks = [one for one in before.quantities if one.kind is QuantityKind.ORDINAL]
    own = [one for one in sentence.quantities if one.kind is QuantityKind.ORDINAL]
    if len(ranks) != 1 or own or _TIED.search(lower(before.extent.of(plain))):
        return None
    return ranks[0] if _is_place(plain, before, ranks[0]) else None


def _is_place(plain: str, sentence: ScannedSentence, rank: Quantity) -> bool:
    """Whether an ordinal is a place in a standing: "la quatrième place", "cinquième, …"."""
    start, end = rank.extent.start, rank.extent.end
    if _PLACE.match(plain, end):
        return True
    if not re.match(r"[,.]| (?![^\W\d_])", plain[end : end + 2]):
        return False
    opens = start - sentence.extent.start <= FEW or plain[start - FEW : start] == ", "
    return opens or _IS.search(words_before(plain, start, 40)) is not None


def _is_belied(rank: Quantity, ahead: _Ahead) -> bool:
    if rank.value is None or rank.value < LEAST:
        return False
    return ahead.many >= rank.value or (ahead.only and ahead.many + 1 != rank.value)


def _is_pair(plain: str, rank: Quantity, ahead: _Ahead) -> bool:
    """Whether two names ahead of a second are one crew, pair or firm: "Ogier et Landais"."""
    told = ahead.listed.of(plain)
    named = not re.search(r"[,(]| et (?:l[ae] |l['’]|par |derrière )", told)
    return rank.value == LEAST and ahead.many == LEAST and named and not ahead.only


def _counted(context: Context) -> Iterator[TwoRanks]:
    """ "Lausanne, septième ville la plus chère … Huit villes la devancent"."""
    plain = context.document.plain
    told = every_rank(context)
    values = {one.value for one in told}
    for sentence in every_sentence(context):
        found = _AHEAD_OF_IT.search(plain, sentence.extent.start, sentence.extent.end)
        if found is None or len(values) != 1 or _TIED.search(lower(sentence.extent.of(plain))):
            continue
        many = SMALL_NUMBERS.get(lower(found["many"])) or int(found["many"])
        if told[0].value != many + 1:
            yield TwoRanks(Extent(*found.span()), told[0].extent)
            return
