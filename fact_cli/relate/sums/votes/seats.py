"""The seats of an assembly and those that each party has, told over several sentences.

"Le parti garde 54 des 91 sièges … l'Union en obtient 6 … deux autres en gagnent 3 chacun …
reste aux indépendants 18 sièges": a seat has one holder, so that all of them make no more than
the assembly, and as many where the last are told to be the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from fact_cli.lang.words import SMALL_NUMBERS, lower, words_after, words_before
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus, usable

_CUES = ("siège", "député", "élus", "sénateur", "mandat", "parlementaire")
_SEATS = {"siège", "député", "élu", "sénateur", "mandat", "parlementaire", "conseiller", "fauteuil"}
_BODY = (
    r"(?:assemblée|parlement|chambre|conseil|hémicycle|sénat|knesset|diète|congrès|bundestag"
    r"|cortes|communes|landtag)"
)
_OF_ALL = re.compile(r"(?: [^\W\d_]+)? (?:des|sur les|sur|de ces|parmi les) ")
_IN_BODY_AHEAD = re.compile(
    rf"\b{_BODY}\b[^.;:\d]{{0,50}}\b(?:de|compte|comptent|comptera|à|comprend|composé\w* de|aux?"
    r"|et ses|forte? de) (?:ses )?$"
)
_IN_BODY_BEHIND = re.compile(
    rf" (?:en jeu|à pourvoir|en lice|renouvelés|(?:de|du|que compt\w+|au|à) (?:la |l'|le )?{_BODY})"
)
_THE = re.compile(r"\b(?:les|des|ces|aux|ses) $")
_EACH = re.compile(r"(?: (?:sièges?|élus?|députés?|mandats?))?,? chac(?:un|une)\b")
_ONE_EACH = re.compile(
    r"\b(?P<one>une?) (?:siège|élue?|députée?|mandat|fauteuil|seule?)(?: [^\W\d_]+)?"
    r" chac(?:un|une)\b"
)
_REST = re.compile(
    r"\ble (?:reste|solde|reliquat)\b|\bles autres sièges\b|\brestante?s?\b|\bse partag\w+"
    r"|\bse répart\w+|\bcomplèt\w+|\b(?:les|aux) \w+ derni(?:ers|ères)\b"
    r"|(?:^|[.;:] )reste(?:nt)? \b|\b(?:il ne |ne )?reste(?:nt)? (?:que |donc )?(?:\d|aux? |pour )"
)
# What is told of another vote, or of some of the seats again.
_OTHERWISE = re.compile(
    r"\b(?:contre|auparavant|(?<!maire )(?<!majorité )(?<!équipe )sortante?s?|majorité absolue"
    r"|seuil|dont|perd\w*|de (?:plus|moins)"
    r"|en \d{4}|précédent\w*|circonscriptions?|femmes|hommes|coalition|ensemble|à eux|alliance)\b"
    r"|à elles"
)
_HEADS = re.compile(
    rf"\b({'|'.join([*SMALL_NUMBERS][2:])}|[2-9]|[1-4]\d)\b(?! (?:sièges|élus|députés|mandats))"
)
# Further seats that some of the same people have, or other houses.
_OF_ANOTHER_HOUSE = re.compile(
    r"\b(?:communautaires?|intercommuna\w+|agglomération|métropolitains?|adjoints|délégués"
    r"|sénatoriales?|premier tour,? [^.;]{0,40}sièges)\b"
)
# "Un indépendant complète l'assemblée": a seat that no figure counts.
_UNCOUNTED = re.compile(r"\bune? (?!parti|liste|coalition|alliance|groupe|fois|partie)[^\W\d_]+")
_EN = re.compile(r"\b(?:en|n'en) [^\W\d_]+ $")
CLAUSE = 30  # characters before a number in which its verb stands
FEWEST = 3  # figures of seats
BLOCKS = 3  # paragraphs over which the seats of one assembly are told
FARTHEST = 110  # characters between how many parties and how many seats each
MOST = 6  # sentences


@dataclass(frozen=True, slots=True)
class _House:
    """The seats of an assembly, and what each party has of them."""

    whole: Quantity
    parts: Sequence[Quantity]


def find(context: Context) -> Iterator[Total]:
    if not context.tells(_CUES):
        return
    plain = context.document.plain
    blocks = [
        list(group) for _, group in groupby(context.sentences, key=lambda one: one.sentence.block)
    ]
    found = [total for block in blocks for total in _in_block(plain, block, MOST)]
    yield from found
    if found:
        return
    for number in range(len(blocks)):  # "Sur les 33 sièges …", and the others paragraphs below
        near = [one for block in blocks[number : number + BLOCKS] for one in block]
        if _OF_ANOTHER_HOUSE.search(lower(plain[near[0].extent.start : near[-1].extent.end])):
            continue
        total = next(_in_block(plain, near, MOST + BLOCKS), None)
        if total is not None:
            yield total
            return


def _in_block(plain: str, block: Sequence[ScannedSentence], most: int) -> Iterator[Total]:
    """The seats of an assembly in the sentences of ``block`` that tell of seats."""
    told = [one for one in block if any(_counts_seats(each) for each in one.quantities)]
    if not told:
        return
    sentences = [
        one for one in block if told[0].extent.start <= one.extent.start <= told[-1].extent.start
    ]
    words = lower(plain[told[0].extent.start : told[-1].extent.end])
    if len(sentences) > most or _OTHERWISE.search(words):
        return
    house = _house(plain, sentences)
    if house is not None:
        last = lower(plain[house.parts[-2].extent.end : told[-1].extent.end])
        complete = _REST.search(last) is not None
        total = Total(house.whole, house.parts, complete, True, Binding.INFERRED)
        end = plain.find("\n", block[-1].extent.end)
        behind = lower(plain[house.parts[0].extent.end : len(plain) if end < 0 else end])
        missing = (total.whole.value or 0) - (total.exact or 0)
        if 0 < missing <= len(_UNCOUNTED.findall(behind)):
            return
        if total.exact == total.whole.value or total.is_near:
            yield total


def _counts_seats(one: Quantity) -> bool:
    return one.kind in NUMBERS and one.of in _SEATS and one.value is not None


def _house(plain: str, sentences: Sequence[ScannedSentence]) -> _House | None:
    wholes: list[Quantity] = []
    parts: list[Quantity] = []
    for sentence in sentences:
        figures = _figures(plain, sentence)
        at = sentence.extent.start
        for number, one in enumerate(figures):
            if one.hedge is not None or is_surplus(plain, one):
                return None
            if _is_whole(plain, figures[number - 1] if number else None, one):
                wholes.append(one)
            elif _EACH.match(words_after(plain, one.extent.end, 40)):
                heads = _heads(plain, max(at, one.reach.start - FARTHEST), one)
                if heads is None:
                    return None
                parts.append(one.scaled(Decimal(heads), one.unit))
            elif _counts_seats(one):
                parts.append(one)
            else:
                continue
            at = one.extent.end
    if len({one.value for one in wholes}) != 1 or len(parts) < FEWEST:
        return None
    if any(_is_told_again(plain, one, parts[number + 1 :]) for number, one in enumerate(parts)):
        return None
    return _House(wholes[0], [replace(one, of="siège") for one in parts])


def _is_told_again(plain: str, part: Quantity, behind: Sequence[Quantity]) -> bool:
    """ "Cinq pour l'opposition : un à Danyi, quatre à Lomé": whether a colon opens its parts."""
    gap = plain[part.extent.end : behind[0].extent.start] if behind else ""
    if ":" not in gap or ". " in gap:
        return False
    end = plain.find(". ", behind[0].extent.start)
    own = [one for one in behind if end < 0 or one.extent.start < end]
    return sum(one.value or 0 for one in own) <= (part.value or 0)


def _heads(plain: str, start: int, figure: Quantity) -> int | None:
    """How many have as much each: "deux y ont trois élus chacun"."""
    told = _HEADS.findall(lower(plain[start : figure.reach.start]))
    return None if not told else SMALL_NUMBERS.get(told[-1]) or int(told[-1])


def _figures(plain: str, sentence: ScannedSentence) -> Sequence[Quantity]:
    """The numbers of a sentence, "un siège chacun" among them."""
    known = [_as_seats(plain, one) for one in usable(sentence.quantities) if one.kind in NUMBERS]
    starts = {one.extent.start for one in known}
    one, exact = Decimal(1), Bounds.exactly(1)
    for found in _ONE_EACH.finditer(plain, sentence.extent.start, sentence.extent.end):
        at = Extent(*found.span("one"))
        if at.start not in starts:
            known.append(Quantity(at, at, QuantityKind.COUNT, one, one, exact, exact))
    return sorted(known, key=lambda each: each.extent.start)


def _as_seats(plain: str, one: Quantity) -> Quantity:
    """A bare number that "en" takes up as seats: "la gauche en décroche 6"."""
    bare = one.of is None and one.noun is None and one.scale == 1
    taken_up = bare and _EN.search(words_before(plain, one.reach.start, CLAUSE))
    return replace(one, of="siège") if taken_up else one


def _is_whole(plain: str, before: Quantity | None, one: Quantity) -> bool:
    """Whether a figure counts the seats of the assembly."""
    if not _counts_seats(one):
        return False
    fewer = before is not None and _counts_seats(before) and (before.value or 0) < (one.value or 0)
    if before and fewer and _OF_ALL.fullmatch(plain, before.extent.end, one.reach.start):
        return True
    ahead = words_before(plain, one.reach.start, 70)
    behind = _IN_BODY_BEHIND.match(words_after(plain, end_of(one), 40))
    return _IN_BODY_AHEAD.search(ahead) is not None or bool(behind and _THE.search(ahead))
