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
from fact_cli.relate.every_sentence import every_sentence
from fact_cli.relate.neighbours import end_of
from fact_cli.relate.sums.names.apposed import apposed_names
from fact_cli.relate.sums.names.closed_list import ClosedList, closed_list

_NAME = (
    r"(?:[A-ZÀ-Þ]\.(?: ?-?[A-ZÀ-Þ]\.)* ?)?"
    r"[A-ZÀ-Þ][\w'-]*(?: (?:de |du |d'|des |la |le |les |l'|sur |en |von |van |ben |al-)*"
    r"[A-ZÀ-Þ][\w'-]*){0,4}"
)
_ITEM = (
    r"(?:(?:le |la |l'|une? )(?:(?:d'|l')?[a-zà-ÿ-]+ ){1,4}"
    r"|(?:(?:à|au|aux|en|dans|de|du|le|la|les|chez|pour|contre) |d'|l')*)"
    rf"(?P<name>{_NAME})(?: \([^()\d]{{1,40}}\)| \(\d+(?:,\d+)?(?: [^\W\d_]+)?\)"
    r"|, (?:âgée? de )?\d{1,2} ans\b)?"
)
_PLAIN_ITEM = _ITEM.replace("(?P<name>", "(?:")
NAMES = re.compile(
    rf"{_PLAIN_ITEM}(?:, {_PLAIN_ITEM})*(?:,? et|,? ou|,? puis|,? ainsi que) {_PLAIN_ITEM}"
)
_ONE = re.compile(_ITEM)
_CAPITAL = re.compile(r"[A-ZÀ-Þ]\w*")
# "cinq cours siégeant à Douai, Paris, …": the comma that seems to open the list is inside it.
_NAME_AHEAD = re.compile(rf" (?P<name>{_NAME}), $")
# Behind the list stands the end of a sentence, a bracket, or a clause of its own.
CLOSES = re.compile(r" ?(?:[.;)!?]|$)| [–-] ")
_GOES_ON = re.compile(
    r", (?:pour|qui|où|avec|afin|soit|dans|et|a|ont|avant|après|sur|selon|dont|se|ne|sont"
    r"|seront|iront|chaque|chacune?|tous|toutes"
    r"|[a-zà-ÿ]{3,}(?:ront|aient|èrent|irent|ent))\b|, [sn]'"
)
# "et le gardien Farhati, touché au dos": of the last one named.
_APPOSED = re.compile(
    r", [a-zà-ÿ]+(?:ée?|ie?|ue?|[ie]nte?|isé?e?|ert|eur|euse) [^A-ZÀ-Þ.;:()]*(?:\.|$)"
)
_OPENS = re.compile(
    r"(?P<colon>[^.;:()!?]{0,120}? ?: )|(?P<bracket>(?:(?! [–-] )[^.;:()!?,]){0,40}? \()"
    r"|(?P<order>[^.;:()!?]{0,80}\b(?:dans l'ordre|successivement|tour à tour),? (?=(?:à|par|de) ))"
    r"|(?P<verb>[^.;:()!?,]{0,80} (?:sont|seront|étaient) )"
    r"|(?P<namely>[^.;:()!?,]{0,40}, (?:à savoir|c'est-à-dire) )"
    r"|(?P<dash>[^.;:()!?,]{0,40}? [–-] )|(?P<comma>[^.;:()!?,\d]{0,30}, )"
)
_IT_IS = re.compile(
    r"(?:Il s'agit |Ce sont )(?=d'une? |de (?:deux|trois)|un|(?:de |du |d')?[«\"])", re.IGNORECASE
)
_IT_IS_CUES = ("il s'agit ", "ce sont ")
_PARTIAL = re.compile(
    r"\b(?:dont|notamment|parmi|comme|tel(?:le)?s?|autres?|plus|moins|au moins|près|environ|quelque"
    r"|surtout|principalement|entre autres|exemple|début|tête|sauf|hors"
    r"|contre(?! (?:l[ea]|les|une?|ce|cette|ces)\b| l')|sur)\b"
)
# "Dix-sept provinces sur vingt-trois ont été touchées : …": the list has them all.
_OF_ALL = re.compile(r" sur (?:les |ses |ces )?(?:\d+|[a-zà-ÿ-]+)(?= [^:]*: $)")
# One name can stand for several of these.
SEVERAL_EACH = {
    "but", "essai", "titre", "médaille", "victoire", "prix", "trophée", "record", "sacre", "point",
    "défaite", "match", "rencontre", "place", "fois", "jour", "an", "mois", "année", "heure",
    "minute", "kilomètre", "mètre", "euro", "personne", "voix", "siège", "élu", "blessé", "mort",
    "médaillé", "podium", "étoile", "césar", "oscar", "nomination", "groupe", "équipe", "camp",
    "continent", "reprise", "tour", "poste", "emploi", "salarié", "habitant", "enfant",
}  # fmt: skip
# "4 en or, 3 en argent et 3 en bronze": what names each of a list.
_NAMED_ITEM = re.compile(r" (?P<name>(?:[^\W\d_]+ ){0,3}(?!et\b)[^\W\d_]{2,})(?P<link>,? et |, |)")
_LAST_ITEM = re.compile(r" (?P<name>(?:[^\W\d_]+ ){0,3}(?!et\b)[^\W\d_]{2,})(?= ?[.;)!?]|$)")
FEWEST = 3  # figures of a breakdown in which one name can stand twice
LONG = 4  # items of a list in which nobody repeats a name on purpose
MOST = 20  # items: nobody counts longer lists aloud
APART = 2  # by how many items a list and its number can be a slip


def find(context: Context) -> Iterator[Listed]:
    plain = context.document.plain
    if context.tells(_IT_IS_CUES):
        for before, sentence in pairwise(every_sentence(context)):
            yield from _taken_up(plain, before, sentence)
    for sentence in every_sentence(context):
        yield from _listed_twice(plain, sentence)
    for sentence in context.sentences:
        yield from _counted(plain, sentence)
        yield from _doubled(plain, sentence)
        yield from _told_twice(plain, sentence)


def _taken_up(
    plain: str, before: ScannedSentence, sentence: ScannedSentence
) -> Iterator[CountedList]:
    """ "Cinq personnes sont écrouées. Il s'agit de deux frères, d'un garagiste et d'une …"."""
    opened = _IT_IS.match(plain, sentence.extent.start)
    counts = [one for one in before.quantities if is_exact(one) and not is_hedged(plain, one)]
    if opened is None or len(counts) != 1:
        return
    found = closed_list(plain, opened.end(), sentence.extent.end)
    if found is not None and abs((counts[0].value or 0) - found.count) <= APART:
        yield _listed(counts[0], found)


def _listed(count: Quantity, found: ClosedList) -> CountedList:
    return CountedList(count, [item.extent for item in found.items], found.count)


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
            yield CountedList(fitting[0], items, len(items))
        elif len(own) == 1 and abs((own[0].value or 0) - len(items)) <= APART:
            yield CountedList(own[0], items, len(items))
    if not found:
        yield from _of_things(plain, sentence)


def _of_things(plain: str, sentence: ScannedSentence) -> Iterator[CountedList]:
    """The things, titles or numbers of a list that fills its clause, behind their count."""
    for count in sentence.quantities:
        opened = _opened(plain, sentence, count) if is_exact(count) else None
        if opened is None or opened["comma"] or opened["bracket"] or opened["dash"]:
            continue
        found = closed_list(plain, opened.end(), sentence.extent.end)
        named = found is not None and (found.form == "thing" or count.of not in SEVERAL_EACH)
        if found is not None and named and abs((count.value or 0) - found.count) <= APART:
            yield _listed(count, found)
            return


def is_exact(one: Quantity) -> bool:
    if one.kind is not QuantityKind.COUNT or one.noun is None or one.value is None:
        return False
    exact = one.hedge is None and one.strict.low == one.strict.high
    return exact and 1 < one.value <= MOST


def _is_count(one: Quantity) -> bool:
    return is_exact(one) and one.of not in SEVERAL_EACH


def is_hedged(plain: str, count: Quantity) -> bool:
    return _PARTIAL.search(lower(plain[max(0, count.reach.start - 25) : end_of(count)])) is not None


def _opened(plain: str, sentence: ScannedSentence, count: Quantity) -> re.Match[str] | None:
    """What opens a closed list behind a count; None for a list of examples."""
    end = end_of(count)
    opened = _OPENS.match(plain, end, sentence.extent.end)
    if opened is None or _PARTIAL.search(_OF_ALL.sub("", lower(opened.group()))):
        return None
    before = lower(plain[max(sentence.extent.start, count.reach.start - 25) : end])
    return None if _PARTIAL.search(before) else opened


def _list_behind(plain: str, sentence: ScannedSentence, count: Quantity) -> Sequence[Extent] | None:
    """The names of the list that opens behind a count; None where none does."""
    opened = _opened(plain, sentence, count)
    if opened is None:
        return None
    if not opened["comma"]:
        apposed = apposed_names(plain, opened.end(), sentence.extent.end)
        if apposed:
            return apposed
    found = NAMES.match(plain, opened.end(), sentence.extent.end)
    if found is None:
        return None
    goes_on = (opened["comma"] or opened["namely"] or opened["order"]) and _GOES_ON.match(
        plain, found.end()
    )
    apposed = opened["colon"] and _APPOSED.match(plain, found.end(), sentence.extent.end + 1)
    if not (CLOSES.match(plain, found.end()) or goes_on or apposed):
        return None
    items = names_of_list(plain, found)
    few = 3 if opened["comma"] or opened["verb"] else 2  # "les trois sont Belge et Français"
    ahead = _NAME_AHEAD.search(plain, end_of(count), opened.end()) if opened["comma"] else None
    if ahead is not None and count.value == len(items) + 1:
        items.insert(0, Extent(*ahead.span("name")))
    return items if len(items) >= few else None


def names_of_list(plain: str, found: re.Match[str]) -> list[Extent]:
    """The names in what `NAMES` found."""
    return [Extent(*one.span("name")) for one in _ONE.finditer(plain, found.start(), found.end())]


def _twice(plain: str, items: Sequence[Extent]) -> tuple[Extent, Extent] | None:
    for first, again in combinations(items, 2):
        if lower(first.of(plain)) == lower(again.of(plain)):
            return first, again
    return None


def _listed_twice(plain: str, sentence: ScannedSentence) -> Iterator[DoubledItem]:
    """One name twice in a list of four or more, whether it is counted or not."""
    start, end = sentence.extent.start, sentence.extent.end
    if plain.count(", ", start, end) < LONG - 2:
        return
    capitals = [lower(word) for word in _CAPITAL.findall(plain, start, end)]
    if len(set(capitals)) == len(capitals):
        return
    for found in NAMES.finditer(plain, sentence.extent.start, sentence.extent.end):
        items = names_of_list(plain, found)
        doubled = _twice(plain, items) if len(items) >= LONG else None
        if doubled is not None:
            yield DoubledItem(*doubled, doubled[0].of(plain))


def _doubled(plain: str, sentence: ScannedSentence) -> Iterator[DoubledItem]:
    """ "(45 ors, 26 bronzes et 37 bronzes)": a noun counted twice in one list of others."""
    if len(sentence.quantities) < FEWEST:
        return
    run: list[Quantity] = []
    for one in (*sentence.quantities, None):
        link = plain[end_of(run[-1]) : one.reach.start] if run and one is not None else ""
        if one is not None and (not run or link in {", ", " et ", " puis ", ", et "}):
            run.append(one)
            continue
        yield from _same_nouns(plain, run)
        run = [] if one is None else [one]


def _told_twice(plain: str, sentence: ScannedSentence) -> Iterator[DoubledItem]:
    """ "4 en or, 3 en bronze et 3 en bronze": one name for two figures of a breakdown."""
    if len(sentence.quantities) < FEWEST:
        return
    run: list[re.Match[str]] = []
    figures = [one for one in sentence.quantities if one.unit is None]
    if len(figures) < FEWEST:
        return
    for one, following in pairwise([*figures, None]):
        assert one is not None
        end = sentence.extent.end if following is None else following.reach.start
        item = _NAMED_ITEM.fullmatch(plain, one.extent.end, end) if following else None
        last = _LAST_ITEM.match(plain, one.extent.end, sentence.extent.end)
        if item is not None and item["link"]:
            run.append(item)
            continue
        if last is not None and run and "et " in run[-1]["link"]:
            yield from _same_names([*run, last])
        run = []


def _same_names(run: Sequence[re.Match[str]]) -> Iterator[DoubledItem]:
    names = [lower(one["name"]) for one in run]
    if (
        len(run) < FEWEST
        or len(set(names)) != len(names) - 1
        or any(one["name"] in SEVERAL_EACH for one in run)
    ):
        return
    for first, again in pairwise(run):
        if lower(first["name"]) == lower(again["name"]):
            yield DoubledItem(
                Extent(*first.span("name")), Extent(*again.span("name")), first["name"]
            )


def _same_nouns(plain: str, run: Sequence[Quantity]) -> Iterator[DoubledItem]:
    nouns = [one.of for one in run if one.noun is not None and one.kind is QuantityKind.COUNT]
    if len(run) < FEWEST or len(nouns) != len(run) or len(set(nouns)) != len(nouns) - 1:
        return
    bare = plain[end_of(run[-1]) : end_of(run[-1]) + 1] in {")", ".", ";", ""}
    for first, again in pairwise(run):
        if bare and first.of == again.of and first.noun and again.noun:
            yield DoubledItem(first.noun, again.noun, first.noun.of(plain))
