"""Whether the parts of a list exclude one another, by the words that name them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from fact_cli.lang.lexicon import read
from fact_cli.lang.words import beginnings, words_after
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.context import Context

# "110 seraient supprimés à Rennes", "les 95 autres à Pau"
_BECOME = (
    r"(?: (?:autres|derniers|dernières|restante?s))?"
    r"(?: (?:le )?(?:sont|seront|seraient|étaient|ont été|auraient été)(?: [^\W\d_]+[éi]e?s)?)?"
)
_NAME = re.compile(
    rf"{_BECOME} (?:(?P<to>à|aux?|en|dans|de|du|des|d'|chez|pour) ?(?:l[ae] |les |l')?)?"
    r"(?P<name>[A-ZÀ-Þ][\w'’-]+)"
)
# "110 dans les usines, 75 dans les bureaux": sites, none of which is within another.
_SITE = re.compile(
    rf"{_BECOME} (?:(?P<to>dans|à|aux?|chez|sur) )?(?:l[ae] |les |l['’]|ses |son |sa |leurs? )?"
    r"(?P<name>[a-zà-ÿ-]{4,})"
)
_AT, _FROM = {"à", "au", "aux", "en", "dans"}, {"de", "du", "des", "d'"}
_CONTINENTS = {"europe", "afrique", "asie", "amérique", "océanie", "union", "ue", "france"}
_AMONG = re.compile(r" (?:chez|parmi|auprès|pour les) ")
WORDS = 7  # behind a figure, among which is the one that names it


@dataclass(frozen=True, slots=True)
class Tally:
    """The outcomes that together are all of ``of``: victories, draws and defeats of matches."""

    of: frozenset[str]
    parts: Sequence[frozenset[str]]


@dataclass(frozen=True, slots=True)
class TwoKinds:
    """Two kinds of which each of a number is one, each by the pattern of the words that name it."""

    names: tuple[str, str]
    people: bool
    begins: tuple[Sequence[str], Sequence[str]]  # with which the words of either begin
    told: tuple[re.Pattern[str], re.Pattern[str]]  # that an article names either

    @classmethod
    def of(cls, one: str, other: str, *, people: bool) -> TwoKinds:
        names = (one, other)
        told = (re.compile(rf"\b(?:{one})\b"), re.compile(rf"\b(?:{other})\b"))
        return cls(names, people, (beginnings(one), beginnings(other)), told)

    def are_told(self, context: Context) -> bool:
        """Whether an article names both kinds."""
        return all(map(context.tells, self.begins)) and all(
            told.search(context.told) for told in self.told
        )


@dataclass(frozen=True, slots=True)
class _Partition:
    parts: Sequence[frozenset[str]]
    complete: bool
    likely: bool


@cache
def _partitions() -> Sequence[_Partition]:
    return [
        _Partition(_groups(one), not one.get("open", False), one.get("likely", False))
        for one in read("partitions")["partition"]
    ]


@cache
def _degrees() -> Sequence[frozenset[str]]:
    return _groups(read("partitions")["degrees"])


@cache
def _nested_sites() -> frozenset[str]:
    return frozenset(read("partitions")["sites"]["nested"])


@cache
def tallies() -> Sequence[Tally]:
    return [Tally(frozenset(one["of"]), _groups(one)) for one in read("partitions")["tally"]]


@cache
def two_kinds() -> Sequence[TwoKinds]:
    return [
        TwoKinds.of(*one["names"], people=one.get("people", False))
        for one in read("partitions")["kinds"]
    ]


def kinds_told(context: Context) -> Sequence[TwoKinds]:
    """The pairs of kinds that an article names both of."""
    return context.once("kinds told", lambda: [one for one in two_kinds() if one.are_told(context)])


def _groups(entry: Mapping[str, Sequence[Sequence[str]]]) -> Sequence[frozenset[str]]:
    return [frozenset(names) for names in entry["parts"]]


def are_outcomes_of_another(plain: str, whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether the parts are victories and the like, and the whole counts no matches.

    "33 points (dix victoires, trois nuls, deux défaites)": three for each victory.
    """
    names = [names_of(plain, part) for part in parts]
    return any(
        whole.of not in tally.of and None not in [group_of(one, tally.parts) for one in names]
        for tally in tallies()
        if "match" in tally.of
    )


def is_partition(plain: str, parts: Sequence[Quantity]) -> bool:
    """Whether the words right behind the parts name every part of a complete partition."""
    return any(
        partition.complete and sorted(groups) == list(range(len(partition.parts)))
        for partition, groups in _named(plain, parts)
    )


def are_degrees(plain: str, parts: Sequence[Quantity]) -> bool:
    """Whether the parts are percentages of one answer, by how firmly it is given."""
    if any(part.kind is not QuantityKind.PERCENT for part in parts):
        return False
    groups = _degrees()
    named = {group_of(names_of(plain, part), groups) for part in parts}
    return len(parts) == len(groups) and named == set(range(len(groups)))


def are_rates(plain: str, whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether a percentage is the mean of others: "44 % : 48 % chez les filles, 39 % chez …"."""
    if any(one.kind is not QuantityKind.PERCENT or not one.value for one in (whole, *parts)):
        return False
    among = [_AMONG.match(plain, one.extent.end) for one in parts]
    return all(found is not None for found in among)


def are_exclusive(plain: str, parts: Sequence[Quantity]) -> bool:
    """Whether nothing can be in two of the parts: they name different groups of a partition."""
    return any(len(set(groups)) == len(parts) for _, groups in _named(plain, parts))


def binding_of(plain: str, parts: Sequence[Quantity], *, complete: bool) -> Binding:
    """How surely nothing can be in two of the parts: inferred, where a partition is but likely."""
    named = [one for one, groups in _named(plain, parts) if len(set(groups)) == len(parts)]
    likely = not complete and named and all(one.likely for one in named)
    return Binding.INFERRED if likely else Binding.STATED


def _named(plain: str, parts: Sequence[Quantity]) -> Iterator[tuple[_Partition, list[int]]]:
    """Each partition of which every one of ``parts`` names a group, and the groups."""
    names = [names_of(plain, part) for part in parts]
    for partition in _partitions():
        groups = [group_of(words, partition.parts) for words in names]
        if None not in groups:
            yield partition, [group for group in groups if group is not None]


def group_of(words: frozenset[str], groups: Sequence[frozenset[str]]) -> int | None:
    """The first of ``groups`` that one of ``words`` names."""
    return next((i for i, group in enumerate(groups) if words & group), None)


def names_of(plain: str, part: Quantity) -> frozenset[str]:
    """The words of the same clause behind a figure, and their singulars."""
    behind = words_after(plain, part.extent.end, 48)
    own = re.match(r"(?:(?! et )[^,;.:()\d])*", behind)
    words = re.findall(r"[^\W\d_]+", own.group() if own else "")[:WORDS]
    if words[:1] == ["par"]:  # "15 euros par adulte": a price, no part
        return frozenset()
    singular = {word[:-1] for word in words if word.endswith("s")}
    return frozenset({*words, *singular})


def are_alike(plain: str, parts: Sequence[Quantity]) -> bool:
    """Whether the parts are told as items of one list, by partition or by name."""
    return are_exclusive(plain, parts) or are_places_or_makes(plain, parts)


def are_places_or_makes(plain: str, parts: Sequence[Quantity]) -> bool:
    """Whether the parts are told of different names alike: "38 Airbus et 24 Boeing"."""
    found = [
        _NAME.match(plain, part.extent.end) or _NAME.match(plain, _end(part)) for part in parts
    ]
    names = {one["name"].lower() for one in found if one is not None}
    links = {one["to"] for one in found if one is not None}
    alike = len(links) == 1 or links <= _AT or links <= _FROM
    named = len(names) == len(parts) and alike and not names & _CONTINENTS
    return named or _are_sites(plain, parts)


def _are_sites(plain: str, parts: Sequence[Quantity]) -> bool:
    """Whether the parts are told of different sites alike: "110 dans les usines, 75 dans …"."""
    found = [_SITE.match(plain, _end(part)) for part in parts]
    names = {one["name"] for one in found if one is not None}
    links = {one["to"] for one in found if one is not None}
    alike = None not in links and (len(links) == 1 or links <= _AT)
    nested = {name.removesuffix("s") for name in names} | names
    return len(names) == len(parts) and alike and not nested & _nested_sites()


def _end(part: Quantity) -> int:
    return part.noun.end if part.noun is not None else part.extent.end
