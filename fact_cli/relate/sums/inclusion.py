"""A part told to be among a whole: "9 blessés, dont 3 graves"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.tables import Grammar
from fact_cli.lang.words import lower, singular_of
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind, TimeKind
from fact_cli.model.text import Extent
from fact_cli.model.totals import Inclusion
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import (
    NUMBERS,
    between,
    end_of,
    in_unit_of,
    same_thing,
    told_noun,
    usable,
)  # fmt: skip
from fact_cli.relate.sums.listing import NEXT, is_bigger
from fact_cli.relate.twice.values.same_words import words
from fact_cli.scan.times.ages import is_person

_AMONG = re.compile(r"(?: [^\W\d_]+){0,6},? ?\(?dont (?:les |au moins )?")
_OF_ALL = re.compile(
    r"(?:^|[«:;,] ?)(?:sur|parmi) (?:les |ses |ces |leurs |un total de )?$", re.IGNORECASE
)
_ARE = re.compile(
    r" (?:ont|sont|étaient|avaient|seront|auront|seraient|auraient|n'ont|ne sont|d'entre)\b"
)
_OF_THEM = re.compile(r" (?:d'entre (?:eux|elles)|parmi (?:eux|elles)|de ceux-ci|de celles-ci)\b")
# "Ils résidaient dans quatre provinces": where somebody is, no pronoun of theirs takes up.
_IS_PLACED = re.compile(r"\b(?:dans|en|à travers|depuis|vers|chez|sur) (?:les |ces |ses |leurs )?$")
# Things that a pronoun behind may take up instead: "20 communes … les élus … 85 d'entre eux".
_OTHERS = re.compile(
    r"\b(?:[Ll]es|[Dd]es|[Ss]es|[Ll]eurs|[Cc]es|aux|nos|certaine?s|plusieurs) (?!deux\b)"
    r"(?P<noun>[a-zà-ÿ]+)"
)
# "Ils ont pêché deux hivers durant. Trois d'entre eux": those of a sentence farther back.
_TAKES_UP = re.compile(r"[«\" ]*(?:Ils|Elles|Tous|Toutes|Ceux-ci|Celles-ci) ")
_AMONG_THEM = re.compile(
    r"\b(?:parmi|sur|au nombre) (?:eux|elles|ceux-ci|celles-ci|ces derni(?:er|ère)s"
    r"|lesquel(?:le)?s|desquel(?:le)?s|ce (?:total|nombre|chiffre)(?! d[eu'])),?"
    r"(?: [^\W\d_]+){0,4}? (?:quelque |près de )?$"
)
# "La région en financera à elle seule 2,3 millions": of what the sentence before costs.
_ALONE_OF_IT = re.compile(
    r"\ben (?:financ|apport|fourni|vers|assum|support|pren|couvr|pai|débours|absorb|produi|accueill"
    r"|concentr|représent|compt|détien|livr)\w+,? à (?:elle|lui|eux|elles) seule?s?,?"
    r" (?:près de |environ )?$"
)
_THE_REST = re.compile(
    r"[,;] (?:tandis que |alors que |et |quant (?:à|au) )?"
    r"(?P<rest>(?:le|la) derni(?:er|ère)|l'autre|les autres|(?:le|la) (?:troisième|quatrième))"
    r" (?:a |est |ayant |étant |s'|se |avait |sera |ont |sont )"
)
_VICTIMS = {"mort", "blessé", "victime", "tué", "disparu", "décès", "rescapé"}


def find(context: Context) -> Iterator[Inclusion]:
    plain = context.document.plain
    for sentence in context.sentences:
        figures = usable(sentence.quantities)
        for whole, part in pairwise(figures):
            linked = _AMONG.fullmatch(between(plain, whole, part))
            part = in_unit_of(part, whole) if linked else None
            if part is None or not _comparable(whole, part):
                continue
            if part.noun is None and _is_of_length(plain, sentence, part):
                continue
            held = any(_can_hold(one, part) for one in figures if one.extent < whole.extent)
            rest = _rest(plain, sentence, part) if whole.value == part.value else None
            if rest is not None or not held:
                yield Inclusion(whole, part, rest=rest)
            if not held:
                yield from _larger_behind(plain, whole, part, figures)
        yield from _of_all(plain, sentence, figures)
    for index, sentence in enumerate(context.sentences):
        yield from _of_them(plain, context.sentences[index - 1] if index else None, sentence)
    for before, sentence in pairwise(context.sentences):
        yield from _alone(plain, before, sentence)


def _is_of_length(plain: str, sentence: ScannedSentence, part: Quantity) -> bool:
    """ "Deux joueurs écopent de trente mois, dont douze avec sursis": a part of the months."""
    return any(
        time.kind in {TimeKind.DURATION, TimeKind.AGE}
        and time.extent.end <= part.reach.start
        and _AMONG.fullmatch(plain, time.extent.end, part.reach.start) is not None
        for time in sentence.times
    )


def _larger_behind(
    plain: str, whole: Quantity, part: Quantity, figures: Sequence[Quantity]
) -> Iterator[Inclusion]:
    """A further part of a list behind "dont" that alone is more than the whole, in money."""
    last = part
    for one in (one for one in figures if one.extent > part.extent):
        if not same_thing(one, whole) or not NEXT.fullmatch(between(plain, last, one)):
            return
        money = whole.kind is QuantityKind.MONEY and one.scale == whole.scale
        if money and is_bigger(one, whole):
            yield Inclusion(whole, one)
        last = one


def _rest(plain: str, sentence: ScannedSentence, part: Quantity) -> Extent | None:
    """Who is told of as left of a whole behind a part: "trois, dont trois …, le dernier"."""
    if part.value is None or part.value < 2:
        return None
    found = _THE_REST.search(plain, end_of(part), sentence.extent.end)
    return None if found is None else Extent(*found.span("rest"))


def _of_them(
    plain: str, before: ScannedSentence | None, sentence: ScannedSentence
) -> Iterator[Inclusion]:
    """ "28 entreprises … Trente et une d'entre elles", "240 assurés ; parmi eux, 31 000".

    Of the only things counted before, in the sentence or, if there are none, in the one before.
    """
    figures = usable(sentence.quantities)
    for part in figures:
        ahead = lower(plain[sentence.extent.start : part.reach.start])
        taken_up = _OF_THEM.match(plain, part.extent.end) or _AMONG_THEM.search(ahead)
        if not taken_up or part.kind not in NUMBERS:
            continue
        told = [one for one in figures if one.extent < part.extent]
        if not told and before is not None and before.sentence.block == sentence.sentence.block:
            told = usable(before.quantities)
        counted = [one for one in told if one.kind in NUMBERS]
        if [one.kind for one in counted] != [QuantityKind.COUNT]:
            return
        if _IS_PLACED.search(
            lower(plain[max(0, counted[0].reach.start - 20) : counted[0].reach.start])
        ):
            return
        if before is not None and _TAKES_UP.match(plain, before.extent.start):
            return
        if any(
            _is_other(counted[0], lower(found["noun"]))
            for found in _OTHERS.finditer(plain, end_of(counted[0]), part.reach.start)
        ):
            return
        if part.noun is None or same_thing(counted[0], part):
            yield Inclusion(counted[0], part, Binding.INFERRED)
        return


def _is_other(whole: Quantity, noun: str) -> bool:
    """Whether a plural noun names other things: "trois étages … Les sinistrés"."""
    things, counted = words().things, whole.of or ""
    own = things.get(counted, frozenset())
    singular = singular_of(noun, lexicon().grammar.invariable)
    return singular != counted and not own & things.get(singular, frozenset())


def _alone(plain: str, before: ScannedSentence, sentence: ScannedSentence) -> Iterator[Inclusion]:
    """What one alone has of the only figure of that kind in the sentence before."""
    if before.sentence.block != sentence.sentence.block:
        return
    for part in usable(sentence.quantities):
        ahead = plain[sentence.extent.start : part.reach.start]
        alike = [one for one in usable(before.quantities) if same_thing(one, part)]
        if len(alike) != 1:
            continue
        if _ALONE_OF_IT.search(ahead):
            yield Inclusion(alike[0], part, Binding.INFERRED)


def _of_all(
    plain: str, sentence: ScannedSentence, figures: Sequence[Quantity]
) -> Iterator[Inclusion]:
    """ "Sur les 120 migrants secourus, 135 ont été pris en charge".

    A percentage of a percentage has a base of its own: "parmi les 48 %, 54 % sont des femmes".
    """
    counted = [one for one in figures if one.kind is not QuantityKind.PERCENT]
    for whole, part in pairwise(counted):
        opened = _OF_ALL.search(plain[sentence.extent.start : whole.reach.start])
        link = plain[end_of(whole) : part.reach.start]
        elided = part.noun is None and _ARE.match(plain, part.extent.end)
        if opened and elided and link.rstrip().endswith(",") and same_thing(whole, part):
            yield Inclusion(whole, part)


def _can_hold(one: Quantity, part: Quantity) -> bool:
    """Whether an earlier figure may be the whole: "19 millions de cas dans 9 pays, dont 11"."""
    if one.value is None or part.value is None or one.unit != part.unit:
        return False
    return one.value >= part.value


def _comparable(whole: Quantity, part: Quantity) -> bool:
    """Whether the part is of the same things: elided, named alike, or people among people."""
    if whole.kind is QuantityKind.MONEY:
        return True
    if whole.kind not in {QuantityKind.COUNT, QuantityKind.DIMENSION}:
        return False
    first, second = told_noun(whole), told_noun(part)
    if second is None or first == second:
        return True
    grammar = lexicon().grammar
    if first in _VICTIMS:
        return True
    if second.endswith(("é", "ée")):
        return True
    return first is not None and all(_is_somebody(noun, grammar) for noun in (first, second))


def _is_somebody(noun: str, grammar: Grammar) -> bool:
    """Whether people are counted: an occupation or age, or a participle ("hospitalisés")."""
    return is_person(noun, grammar) or noun.endswith("é")
