"""A whole and its parts: "240 postes : 110 à Rennes, 75 à Niort et 55 à Pau"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from fact_cli.lang.lexicon import read
from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.slips import LONG, PRECISE, Slip, digits_of, slip_between
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import (
    NUMBERS,
    between,
    end_of,
    is_surplus,
    printed,
    same_thing,
    told_noun,
    usable,
)

# Between two parts of a list: words about the first, then a comma or "et".
_NEXT = re.compile(r"[^.;:()!?]{0,70}?(?:,| et| ;|;|\+| ainsi que| puis) ?[^.;:()!?]{0,25}")
_COLON = re.compile(r"[^.;()!?]{0,60}? ?: ?[^.;:()!?]{0,25}")
_BRACKET = re.compile(r"[^.;:()!?]{0,25} ?\((?:dont )?")
_BRACKETED = re.compile(r"[^.;:()!?]{0,20}\)[^.;:()!?]{0,40}(?:,| et)[^.;:()!?]{0,40}\(")
_AMONG_BRACKETED = re.compile(r"[^.;:()!?]{0,30},? dont [^.;:()!?]{0,40}\(")
_AMONG = re.compile(r"[^.;:()!?]{0,90},? dont (?:les )?")
_CLOSED = re.compile(r"[^.;:()!?]{0,30}\)")
_SO = re.compile(r"[^.;:!?]{0,60}?(?:,| :|\)) ?soit (?:donc )?(?:un|une)? ?[^.;:!?\d]{0,30}")
_NEXT_SENTENCE = re.compile(r"(?:soit|au total|en tout|récapitulatif|le total|l'ensemble)\b", re.I)
_OPENS_OTHERWISE = re.compile(
    r"\b(?:notamment|parmi|principalement|surtout|autres?|plus de|entre)\b"
)
_ENDS_CLAUSE = re.compile(r"[;:]|[.!?] ")
# What follows is not the sum: "sur un total de 60", "contre 282 au total", "et 120 en tout".
_OF_ANOTHER = re.compile(r"\b(?:sur|contre|dont|parmi|pour|et|sauf|hors|ou|après|malgré)\b")
_INTO = re.compile(r"\b(?:répart|ventil|décompos)\w+ (?:sur|en|dans|entre|par|à|au|aux)\b")
_OF_ONE = re.compile(
    r"\b(?:moyenne|rythme|par|chacune?|l'unité|le litre|la tonne|contre|dont|avec|pic)\b"
)
LONGEST = 12  # parts of a list
AROUND = 30  # characters around a whole in which a word calls it a total


@dataclass(frozen=True)
class _Words:
    """The compiled words of partitions.toml."""

    partitions: Sequence[Sequence[frozenset[str]]]
    before: re.Pattern[str]
    after: re.Pattern[str]
    opens: re.Pattern[str]


@cache
def _words() -> _Words:
    data = read("partitions")
    totals = data["totals"]
    return _Words(
        [[frozenset(names) for names in one["parts"]] for one in data["partition"]],
        re.compile(rf"(?:{'|'.join(totals['before'])})\b[^.;:!?\d]{{0,25}}$"),
        re.compile(rf"[^.;:!?\d]{{0,25}}(?:{'|'.join(totals['after'])})\b"),
        re.compile(rf"[^.;:()!?\d]{{0,40}}(?:{'|'.join(totals['opens'])})\b[^.;()!?\d]{{0,40}}"),
    )


def find(context: Context) -> Iterator[Total]:
    plain = context.document.plain
    sentences = context.sentences
    for index, sentence in enumerate(sentences):
        figures = usable(sentence.quantities)
        found = list(_in_sentence(plain, figures))
        if not found and index:
            before = sentences[index - 1]
            found = [*_after(plain, before, sentence, figures), *_behind(plain, before, figures)]
        yield from found


def _in_sentence(plain: str, figures: Sequence[Quantity]) -> Iterator[Total]:
    figures = [one for one in figures if not is_surplus(plain, one)]
    taken: set[int] = set()
    for index in range(len(figures)):
        total = _listed_behind(plain, figures, index) or _listed_before(plain, figures, index)
        if total is not None and taken.isdisjoint(id(part) for part in total.parts):
            taken.update(id(part) for part in total.parts)
            yield total


def _listed_behind(plain: str, figures: Sequence[Quantity], index: int) -> Total | None:
    """The whole first, then its parts: behind a colon, in brackets, behind "dont" or "soit"."""
    whole = figures[index]
    if index + 2 >= len(figures):
        return None
    link = between(plain, whole, figures[index + 1])
    opened = _opening(link)
    if opened is None or _OPENS_OTHERWISE.search(link) or _INTO.search(link):
        return None
    parts = _run(plain, figures, index + 1, whole)
    links = [between(plain, one, other) for one, other in pairwise(parts)]
    if opened == "complete" and "soit" in link and not _are_added(link, links):
        return None
    if len(parts) < 2 or (opened == "bracket" and not _is_closed(plain, parts[-1])):
        return None
    complete = _is_partition(plain, parts)
    if opened == "comma" and not complete:
        return None
    if opened == "among" and not complete:
        among = Total(whole, parts, complete=False)
        return among if among.misscaled is not None or _tells(among) else None
    medals = opened == "bracket" and len(parts) == 3 and whole.of == "médaille"
    return Total(whole, parts, complete or medals or opened == "complete")


def _are_added(link: str, links: Sequence[str]) -> bool:
    """Whether "soit" opens parts, not a rate and more about it: "soit 2 par an, dont 1"."""
    apart = " ".join(links)
    last = links[-1] if links else ""
    return " et " in f"{last} " and not _OF_ONE.search(link) and not _OF_ONE.search(apart)


def _tells(total: Total) -> bool:
    """Whether the sum is too near the whole for chance, so that the list must be complete."""
    if total.exact is None or digits_of(*printed(total.whole)) < PRECISE:
        return False
    if total.exact == total.whole.value:
        return True
    value, step = printed(total.whole)
    slip = slip_between(value, total.exact, step)
    long = digits_of(value, step) >= LONG
    return slip is Slip.FACTOR or (long and slip in {Slip.DIGIT, Slip.SWAP})


def _opening(link: str) -> str | None:
    """How the words between a whole and its first part open a list."""
    if _words().opens.fullmatch(lower(link)):
        return "complete"
    if _AMONG.fullmatch(link) or _AMONG_BRACKETED.fullmatch(link):
        return "among"
    if _BRACKET.fullmatch(link):
        return "bracket"
    if link.strip() in {",", "–", "-"}:
        return "comma"
    return "colon" if _COLON.fullmatch(link) else None


def _run(plain: str, figures: Sequence[Quantity], start: int, whole: Quantity) -> list[Quantity]:
    """The figures from ``start`` on that can be parts of ``whole`` and follow one another."""
    parts: list[Quantity] = []
    for figure in figures[start : start + LONGEST]:
        if not same_thing(figure, whole):
            break
        link = between(plain, parts[-1], figure) if parts else ""
        if parts and not (_NEXT.fullmatch(link) or _BRACKETED.fullmatch(link)):
            break
        parts.append(figure)
    return parts


def _is_closed(plain: str, last: Quantity) -> bool:
    return _CLOSED.match(plain, end_of(last)) is not None


def _listed_before(plain: str, figures: Sequence[Quantity], index: int) -> Total | None:
    """The parts first, then their sum: ", soit un cumul de 47 milliards"."""
    whole = figures[index]
    if index < 2:
        return None
    link = between(plain, figures[index - 1], whole)
    so, called = _SO.fullmatch(link), _is_called_total(plain, whole)
    if not (so or (called and not _OF_ANOTHER.search(link))) or _ENDS_CLAUSE.search(link):
        return None
    nouns = {told_noun(one) for one in figures[:index]}
    if not so and told_noun(whole) not in {None, *nouns}:
        return None
    parts = [figures[index - 1]]
    for figure in reversed(figures[max(0, index - LONGEST) : index - 1]):
        linked = _NEXT.fullmatch(between(plain, figure, parts[0]))
        if not same_thing(figure, whole):
            if linked and figure.kind is QuantityKind.COUNT and figure.scale == 1:
                continue
            if linked:
                return None
            break
        if not _NEXT.fullmatch(plain[end_of(figure) : parts[0].reach.start]) and not linked:
            break
        parts.insert(0, figure)
    if len(parts) < 2 or not same_thing(parts[-1], whole):
        return None
    bigger = any(_bigger(part, whole) for part in parts)
    if whole.kind is QuantityKind.PERCENT or (bigger and not called):
        return None
    complete = called or _is_partition(plain, [*parts, whole])
    return Total(whole, parts, complete) if complete or len(parts) >= 3 else None


def _bigger(part: Quantity, whole: Quantity) -> bool:
    return part.value is not None and whole.value is not None and part.value > whole.value


def _is_called_total(plain: str, whole: Quantity) -> bool:
    before = lower(plain[max(0, whole.reach.start - AROUND) : whole.reach.start])
    after = lower(plain[end_of(whole) : end_of(whole) + AROUND])
    return bool(_words().before.search(before) or _words().after.match(after))


def _is_partition(plain: str, parts: Sequence[Quantity]) -> bool:
    """Whether the words right behind the parts name every part of a known partition."""
    names = [_name_of(plain, part) for part in parts]
    for partition in _words().partitions:
        named = [
            next((i for i, group in enumerate(partition) if words & group), None) for words in names
        ]
        if len(parts) == len(partition) and sorted(n for n in named if n is not None) == list(
            range(len(partition))
        ):
            return True
    return False


def _name_of(plain: str, part: Quantity) -> frozenset[str]:
    behind = lower(plain[part.extent.end : part.extent.end + 24])
    own = re.match(r"[^,;.:()\d]*", behind)
    words = re.findall(r"[^\W\d_]+", own.group() if own else "")[:3]
    singular = {word[:-1] for word in words if word.endswith("s")}
    return frozenset({*words, *singular})


def _behind(plain: str, before: ScannedSentence, figures: Sequence[Quantity]) -> Iterator[Total]:
    """The parts in the sentence behind their whole: "240 postes. 110 sont à Rennes, 75 à …"."""
    wholes = [one for one in usable(before.quantities) if one.kind in NUMBERS]
    if not wholes or len(figures) < 3:
        return
    whole = wholes[-1]
    parts = _run(plain, figures, 0, whole)
    elided = all(part.of == whole.of and part.noun is None for part in parts)
    named = whole.of is not None
    listed = plain[before.extent.end : figures[0].reach.start].rstrip().endswith(":")
    bigger = any(_bigger(part, whole) for part in parts)
    telling = named or (listed and len(parts) > 3)
    if telling and len(parts) == len(figures) and elided and not bigger:
        yield Total(whole, parts, complete=False, binding=Binding.INFERRED)


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
    parts = [one for one in usable(before.quantities) if same_thing(one, whole)]
    nouns = {told_noun(part) for part in parts} - {None}
    fits = len(parts) >= 3 and len(nouns) <= 1 and not any(_bigger(part, whole) for part in parts)
    if fits:
        yield Total(whole, parts, complete=True, binding=Binding.INFERRED)
