"""A whole and its parts in two sentences: "240 postes. 110 sont à Rennes, 75 à Niort et …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import (
    NUMBERS,
    between,
    end_of,
    is_surplus,
    same_thing,
    told_noun,
    usable,
)  # fmt: skip
from fact_cli.relate.sums.listing import NEXT, is_bigger
from fact_cli.relate.sums.ones import with_ones
from fact_cli.relate.sums.otherwise import made_otherwise
from fact_cli.relate.sums.rest.out_of import portions
from fact_cli.relate.sums.rest.words import GOING
from fact_cli.relate.sums.shared_out import as_parts
from fact_cli.scan.scanner import scanner

_ELIDED = re.compile(r"[^.;:()!?]{0,40}(?:,| et) [^.;:()!?]{0,40}")
_NEXT_SENTENCE = re.compile(r"(?:soit|au total|en tout|récapitulatif|le total|l'ensemble)\b", re.I)
_SHARED_OUT = re.compile(
    r"\b(?:partag|répart|ventil|décompos|distribu)\w+\b|\b(?:co)?financée?s? par\b"
)
# "… et l'agglomération (1,5) se partagent la facture"
_SHARED_BY = re.compile(
    r"\b(?:(?:se |s'y )?(?:partag|répart)\w+|financ\w+ (?:l[ea]|l'|ensemble|conjointement)"
    r"|complèt\w+|pren\w+ en charge|règl\w+ (?:la|l'addition)|assum\w+|couvr\w+)\b"
)
_CLAUSE = re.compile(r"[^.;:!?]*")
_TAKEN_TOGETHER = re.compile(
    r"(?:Ces |Ce sont (?:donc |ainsi )?|Soit |Au total,? |En tout,? |À (?:eux|elles) (?:deux"
    r"|trois|quatre|cinq),? "
    r"|Ensemble,? "
    r"|(?:Dans|Sur|Pour) (?:ces|les) [^.;:]{0,30}(?:réunie?s|confondue?s"
    r"|cumulée?s),? )[^.;:\d]{0,25}"
)
_PLACES = re.compile(r"(?:Dans|Sur|Pour|À) (?:ces|les) $")
_ALTOGETHER = re.compile(
    r"\b(?:total|totale|mondia\w+|annuel\w*|globa\w+|cumul\w+|ensemble|réunis)\b[^.;:\d]{0,50}$"
    r"|\b(?:ainsi|donc|au total|en tout) [^.;:\d]{0,30}$|^«? ?avec $"
)
# "240 postes sont supprimés : Rennes (110), Niort (75) et Pau (55)"
_NAMES_OPEN = re.compile(r"[^.;:()!?\d]{0,60} ?[:–—] ?(?:à |dans |chez )?[^.;:,()!?\d]{2,40} \($")
_NAME_NEXT = re.compile(r"\)(?:,| et| ainsi que|, puis) [^.;:,()!?\d]{2,40} \(")
_LAST_NAME = re.compile(r"\)(?: et| ainsi que|, et| ainsi qu['’]à) ")
_NAMES_CLOSE = re.compile(r"\)(?: ?[.;]|, (?!notamment|entre autres|plus |sans ))")
_SCORED = {"point", "but", "essai", "panier"}  # a few of those who scored them are no list
_SET_AGAINST = re.compile(r"\b(?:contre|au lieu de)(?: les| seulement)? $")
# What opens parts that need not be all: "Parmi eux, 110 sont à Rennes, 75 à Niort".
_SOME = re.compile(r"parmi |notamment |dont |entre autres ", re.IGNORECASE)
_COUNTED = {*NUMBERS, QuantityKind.DIMENSION}
LEAST = 3  # parts of a list of names
LONG = 5  # parts so many that they are probably all, though a misprint sets them far apart

# "À 18 heures, ils étaient encore 684 000": no part of how many they were before.
_LATER = re.compile(r"\b(?:encore|toujours|n'étaient plus|ne sont plus|restaient|demeuraient)\b")


def find(context: Context) -> Iterator[Total]:
    plain = context.document.plain
    for sentence in context.sentences:
        figures = usable(sentence.quantities)
        yield from _named(plain, figures)
        yield from _bracketed(plain, sentence, sentence, figures)
    for before, sentence in pairwise(context.sentences):
        figures = usable(sentence.quantities)
        wholes = usable(before.quantities)
        if not wholes:
            continue
        around = [*wholes, *figures]
        for total in (
            *_after(plain, before, sentence, figures),
            *_behind(plain, before, sentence, with_ones(plain, figures, sentence.extent.end)),
            *_bracketed(plain, before, sentence, figures),
            *_together(plain, before, sentence, figures),
        ):
            made = made_otherwise(plain, total, around)
            if made is not None:
                yield made


def _bracketed(
    plain: str, before: ScannedSentence, sentence: ScannedSentence, figures: Sequence[Quantity]
) -> Iterator[Total]:
    """ "412 malades. Ses lits se partagent entre la médecine (236), la chirurgie (118) et …"."""
    parts = [one for one in figures if plain[one.reach.start - 1] == "("]
    if len(parts) < LEAST:
        return
    start = before.extent.end if before is not sentence else sentence.extent.start
    ahead = plain[start : parts[0].reach.start]
    behind = _CLAUSE.match(plain, end_of(parts[-1]), sentence.extent.end)
    shared = _SHARED_OUT.search(ahead) or (behind and _SHARED_BY.search(behind.group()))
    if not shared or _SOME.search(ahead):
        return
    wholes = [one for one in usable(before.quantities) if one.extent < parts[0].extent]
    for whole in reversed(wholes):
        alike = [] if is_surplus(plain, whole) else as_parts(plain, parts, whole)
        total = Total(whole, alike, complete=True, exclusive=True, binding=Binding.INFERRED)
        if alike and total.is_near:
            yield total
            return


def _named(plain: str, figures: Sequence[Quantity]) -> Iterator[Total]:
    """ "240 postes disparaissent : Rennes (110), Niort (75) et Pau (55)": names to the last."""
    if len(figures) <= LEAST or any(one.kind not in NUMBERS for one in figures[1:]):
        return
    whole, *parts = figures
    links = [plain[end_of(one) : other.reach.start] for one, other in pairwise(parts)]
    opened = _NAMES_OPEN.fullmatch(plain, end_of(whole), parts[0].reach.start)
    listed = all(_NAME_NEXT.fullmatch(link) for link in links) and _LAST_NAME.match(links[-1])
    total = Total(whole, parts, complete=True, exclusive=True, binding=Binding.INFERRED)
    counted = whole.kind is QuantityKind.COUNT and whole.of not in _SCORED
    closed = _NAMES_CLOSE.match(plain, end_of(parts[-1]))
    told = total.is_near or (total.exceeds and total.is_plausible)
    if opened and listed and counted and closed and told:
        made = made_otherwise(plain, total, figures)
        if made is not None:
            yield made


def _together(
    plain: str, before: ScannedSentence, sentence: ScannedSentence, figures: Sequence[Quantity]
) -> Iterator[Total]:
    """ "84 fois à Brest, 61 à Vannes et 37 à Lorient. Ces 172 interventions …"."""
    start = sentence.extent.start
    if not figures or before.sentence.block != sentence.sentence.block:
        return
    places = len(figures) > 1 and _PLACES.fullmatch(plain, start, figures[0].reach.start)
    whole = figures[1] if places else figures[0]  # "Dans ces trois villes réunies, 24 700"
    ahead = plain[start : whole.reach.start]
    if not (_TAKEN_TOGETHER.fullmatch(ahead) or _ALTOGETHER.search(lower(ahead))):
        return
    parts = [one for one in usable(before.quantities) if same_thing(one, whole)]
    total = Total(whole, parts, complete=True, exclusive=True, binding=Binding.INFERRED)
    listed = all(NEXT.fullmatch(between(plain, one, other)) for one, other in pairwise(parts))
    listed = listed and not any(is_bigger(part, whole) for part in parts)
    if (
        len(parts) > 1
        and listed
        and total.is_near
        and len(parts) + 1 > len(usable(before.quantities))
    ):
        yield total


def _behind(
    plain: str, before: ScannedSentence, sentence: ScannedSentence, figures: Sequence[Quantity]
) -> Iterator[Total]:
    """The parts in the sentence behind their whole: "240 postes. 110 sont à Rennes, 75 à …"."""
    if len(figures) < LEAST or _LATER.search(plain, before.extent.end, figures[0].reach.start):
        return
    if _SOME.match(plain, sentence.extent.start) or _opens_unread(plain, sentence, figures):
        return
    wholes = usable(before.quantities)
    taken = [one.part.extent for one in portions(plain, before, wholes)]  # "17 sièges sur 33"
    for whole in wholes:
        if whole.extent in taken:
            continue
        parts = _elided(plain, before, whole, figures)
        if not parts or any(is_bigger(part, whole) for part in parts):
            continue
        if any(" dont " in between(plain, one, other) for one, other in pairwise(parts)):
            continue
        named = whole.of is not None or whole.kind is QuantityKind.DIMENSION
        listed = plain[before.extent.end : figures[0].reach.start].rstrip().endswith(":")
        if (named or (listed and len(parts) > 3)) and whole.kind in _COUNTED:
            fates = _are_fates(plain, sentence, parts)
            total = Total(whole, parts, False, exclusive=fates, binding=Binding.INFERRED)
            other = any(one.value == total.exact for one in wholes if one is not whole)
            long = len(parts) >= LONG and total.is_plausible
            if not other and (total.is_near or not total.exceeds or long):
                yield total
            return


def _opens_unread(plain: str, sentence: ScannedSentence, figures: Sequence[Quantity]) -> bool:
    """Whether the first of a list is no figure that was read: "Douze circulaient en voiture"."""
    if not figures or figures[0].extent.start <= sentence.extent.start:
        return False
    ahead = scanner().numbers(plain, Extent(sentence.extent.start, figures[0].reach.start))
    return any(True for _ in ahead)


def _is_named(one: Quantity) -> bool:
    """Whether a noun stands beside a figure; "30 transférés" tells what became of them."""
    if one.noun is None:
        return False
    return one.of is None or not one.of.endswith("é") or GOING.match(one.of) is None


def _are_fates(plain: str, sentence: ScannedSentence, parts: Sequence[Quantity]) -> bool:
    """Whether each part is told with what became of it, so that none is in two of them."""
    ends = [*(one.reach.start for one in parts[1:]), sentence.extent.end]
    clauses = (lower(plain[one.extent.start : end]) for one, end in zip(parts, ends, strict=True))
    return all(GOING.search(clause) for clause in clauses)


def _elided(
    plain: str, before: ScannedSentence, whole: Quantity, figures: Sequence[Quantity]
) -> Sequence[Quantity]:
    """All of ``figures``, where none names another thing than ``whole`` and they are a list."""
    if not figures or any(_is_named(one) or one.kind not in NUMBERS for one in figures):
        return []
    if (
        any(one.of not in {whole.of, None} and _is_named(one) for one in figures)
        and whole.kind in NUMBERS
    ):
        return []
    of_it = re.search(r"\ben [^\W\d_]+ $", plain[before.extent.end : figures[0].reach.start])
    if whole.kind is QuantityKind.DIMENSION and not of_it:
        return []
    links = [between(plain, one, other) for one, other in pairwise(figures)]
    if not all(NEXT.fullmatch(link) or _ELIDED.fullmatch(link) for link in links):
        return []
    return [replace(one, unit=whole.unit, kind=whole.kind) for one in figures]


def _after(
    plain: str, before: ScannedSentence, sentence: ScannedSentence, figures: Sequence[Quantity]
) -> Iterator[Total]:
    """A sum in the sentence behind its parts: "Soit 262,6 milliards collectés"."""
    same_block = before.sentence.block == sentence.sentence.block
    start = sentence.extent.start
    if not same_block or not figures or not _NEXT_SENTENCE.match(plain, start):
        return
    whole = figures[0]
    if whole.reach.start - start > 60 or whole.kind is QuantityKind.PERCENT:
        return
    if plain.startswith(" à ", whole.extent.end) and whole is not figures[-1]:
        return  # "L'ensemble montera de 3,10 à 3,40 francs"
    parts = [one for one in usable(before.quantities) if same_thing(one, whole)]
    if any(_SET_AGAINST.search(between(plain, *two)) for two in pairwise((*parts, *figures[:2]))):
        return  # "44 médailles d'argent, contre 27": of two sides
    nouns = {told_noun(part) for part in parts} - {None}
    fits = len(parts) >= 3 and len(nouns) <= 1 and not any(is_bigger(part, whole) for part in parts)
    if fits:
        yield Total(whole, parts, complete=True, binding=Binding.INFERRED)
