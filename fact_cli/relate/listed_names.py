"""Names in a list, against their number: "quatre villes : Nantes, Brest et Vannes"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.listed import CountedList, DoubledItem, Listed
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import end_of

_NAME = (
    r"[A-ZÀ-Þ][\w'-]*(?: (?:de |du |d'|des |la |le |les |l'|sur |en |von |van |ben |al-)*"
    r"[A-ZÀ-Þ][\w'-]*){0,4}"
)
_ITEM = (
    r"(?:(?:le |la |l'|une? )(?:[a-zà-ÿ-]+ ){1,4}"
    r"|(?:(?:à|au|aux|en|dans|de|du|le|la|les|chez|pour|contre) |d'|l')*)"
    rf"(?P<name>{_NAME})(?: \([^()\d]{{1,40}}\)| \(\d+(?:,\d+)?(?: [^\W\d_]+)?\))?"
)
_PLAIN_ITEM = _ITEM.replace("(?P<name>", "(?:")
_LIST = re.compile(
    rf"{_PLAIN_ITEM}(?:, {_PLAIN_ITEM})*(?:,? et|,? ou|,? puis|,? ainsi que) {_PLAIN_ITEM}"
)
_ONE = re.compile(_ITEM)
# Behind the list stands the end of a sentence, a bracket, or a clause of its own.
# Things in a list, each with an article in the singular: "un laboratoire de biologie".
_THING = r"(?:une? |le |la |l')[^\W\d_][^,;.:()!?]{1,45}?"
_THINGS = re.compile(rf"(?P<first>{_THING})(?:, {_THING})*(?:,? et (?P<last>{_THING}))(?=[.;!?]|$)")
_CLOSES = re.compile(r" ?(?:[.;)!?]|$)| [–-] ")
_GOES_ON = re.compile(
    r", (?:pour|qui|où|avec|afin|soit|dans|et|a|ont|avant|après|sur|selon|dont)\b"
)
_OPENS = re.compile(
    r"(?P<colon>[^.;:()!?]{0,120}? ?: )|(?P<bracket>[^.;:()!?,]{0,40}? \()"
    r"|(?P<verb>[^.;:()!?,]{0,80} (?:sont|seront|étaient) )"
    r"|(?P<dash>[^.;:()!?,]{0,40}? [–-] )|(?P<comma>[^.;:()!?,\d]{0,30}, )"
)
_PARTIAL = re.compile(
    r"\b(?:dont|notamment|parmi|comme|tel(?:le)?s?|autres?|plus|moins|au moins|près|environ|quelque"
    r"|surtout|principalement|entre autres|exemple|début|tête|sauf|hors|contre|sur)\b"
)
# One name can stand for several of these.
_SEVERAL_EACH = {
    "but", "essai", "titre", "médaille", "victoire", "prix", "trophée", "record", "sacre", "point",
    "défaite", "match", "rencontre", "place", "fois", "jour", "an", "mois", "année", "heure",
    "minute", "kilomètre", "mètre", "euro", "personne", "voix", "siège", "élu", "blessé", "mort",
    "médaillé", "podium", "étoile", "césar", "oscar", "nomination", "groupe", "équipe", "camp",
    "continent", "reprise", "tour", "poste", "emploi", "salarié", "habitant", "enfant",
}  # fmt: skip
LONG = 4  # items of a list in which nobody repeats a name on purpose
MOST = 20  # items: nobody counts longer lists aloud
APART = 2  # by how many items a list and its number can be a slip


def find(context: Context) -> Iterator[Listed]:
    plain = context.document.plain
    for sentence in context.sentences:
        yield from _counted(plain, sentence)
        yield from _listed_twice(plain, sentence)
        yield from _doubled(plain, sentence)


def _counted(plain: str, sentence: ScannedSentence) -> Iterator[Listed]:
    counts = [one for one in sentence.quantities if _is_count(one)]
    found = [
        (count, items)
        for count in counts
        if (items := _list_behind(plain, sentence, count)) is not None
    ]
    lists = {items[0].start: items for _, items in found}
    for items in lists.values():
        own = [count for count, others in found if others[0].start == items[0].start]
        fitting = [one for one in sentence.quantities if one.value == len(items)]
        doubled = _twice(plain, items)
        if doubled is not None:
            yield DoubledItem(*doubled, doubled[0].of(plain))
        elif fitting:
            yield CountedList(fitting[0], items)
        elif len(own) == 1 and abs((own[0].value or 0) - len(items)) <= APART:
            yield CountedList(own[0], items)


def _is_count(one: Quantity) -> bool:
    if one.kind is not QuantityKind.COUNT or one.noun is None or one.value is None:
        return False
    exact = one.hedge is None and one.strict.low == one.strict.high
    return exact and 1 < one.value <= MOST and one.of not in _SEVERAL_EACH


def _list_behind(plain: str, sentence: ScannedSentence, count: Quantity) -> Sequence[Extent] | None:
    """The names of the list that opens behind a count; None where none does."""
    end = end_of(count)
    opened = _OPENS.match(plain, end, sentence.extent.end)
    if opened is None or _PARTIAL.search(lower(opened.group())):
        return None
    if _PARTIAL.search(lower(plain[max(sentence.extent.start, count.reach.start - 25) : end])):
        return None
    found = _LIST.match(plain, opened.end(), sentence.extent.end)
    if found is None:
        return _things(plain, opened, sentence) if opened["colon"] else None
    goes_on = opened["comma"] is not None and _GOES_ON.match(plain, found.end())
    if not (_CLOSES.match(plain, found.end()) or goes_on):
        return None
    items = [Extent(*one.span("name")) for one in _ONE.finditer(plain, found.start(), found.end())]
    few = 3 if opened["comma"] else 2
    return items if len(items) >= few else None


def _things(
    plain: str, opened: re.Match[str], sentence: ScannedSentence
) -> Sequence[Extent] | None:
    """The things of a list behind a colon that fills the sentence; no item holds another "et"."""
    found = _THINGS.match(plain, opened.end(), sentence.extent.end)
    if found is None or found.group().count(" et ") != 1 or "," not in found.group():
        return None
    pieces = re.split(r", (?:et )?| et ", found.group())
    if any(re.search(r"\b(?:deux|trois|quatre|qui|dont|\d+)\b", piece) for piece in pieces):
        return None
    items: list[Extent] = []
    at = found.start()
    for piece in pieces:
        start = plain.index(piece, at)
        items.append(Extent(start, start + len(piece)))
        at = start + len(piece)
    return items


def _twice(plain: str, items: Sequence[Extent]) -> tuple[Extent, Extent] | None:
    for first, again in combinations(items, 2):
        if lower(first.of(plain)) == lower(again.of(plain)):
            return first, again
    return None


def _listed_twice(plain: str, sentence: ScannedSentence) -> Iterator[DoubledItem]:
    """One name twice in a list of four or more, whether it is counted or not."""
    for found in _LIST.finditer(plain, sentence.extent.start, sentence.extent.end):
        items = [
            Extent(*one.span("name")) for one in _ONE.finditer(plain, found.start(), found.end())
        ]
        doubled = _twice(plain, items) if len(items) >= LONG else None
        if doubled is not None:
            yield DoubledItem(*doubled, doubled[0].of(plain))


def _doubled(plain: str, sentence: ScannedSentence) -> Iterator[DoubledItem]:
    """ "(45 ors, 26 bronzes et 37 bronzes)": a noun counted twice in one list of others."""
    run: list[Quantity] = []
    for one in (*sentence.quantities, None):
        link = plain[end_of(run[-1]) : one.reach.start] if run and one is not None else ""
        if one is not None and (not run or link in {", ", " et ", " puis ", ", et "}):
            run.append(one)
            continue
        yield from _same_nouns(plain, run)
        run = [] if one is None else [one]


def _same_nouns(plain: str, run: Sequence[Quantity]) -> Iterator[DoubledItem]:
    nouns = [one.of for one in run if one.noun is not None and one.kind is QuantityKind.COUNT]
    if len(run) < 3 or len(nouns) != len(run) or len(set(nouns)) != len(nouns) - 1:
        return
    bare = plain[end_of(run[-1]) : end_of(run[-1]) + 1] in {")", ".", ";", ""}
    for first, again in pairwise(run):
        if bare and first.of == again.of and first.noun and again.noun:
            yield DoubledItem(first.noun, again.noun, first.noun.of(plain))
