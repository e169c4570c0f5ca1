"""The way that a title alone tells a thing to go, while what is told of that very thing goes back.

"Cambriolages : la hausse se poursuit", of 1 284 faits after 1 412; "le chômage recule", of a
number of jobless that "a progressé de 0,7 %". The thing is the one that the words of the title
tell to rise or fall, not any that it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fact_cli.lang.line import Item
from fact_cli.lang.words import lower, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.same import TitleWords
from fact_cli.model.text import BlockKind, Extent
from fact_cli.relate.changes.pairs import GENERIC, Pair
from fact_cli.relate.changes.topics import counts, names
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, told_noun, usable
from fact_cli.relate.passage import MANY, Passage
from fact_cli.relate.twice.headlines.body import body_pairs, goes_on, lead_of, opening_of, told_in
from fact_cli.relate.twice.headlines.part_told import is_of_another, is_part_told
from fact_cli.relate.twice.headlines.same_scope import is_an_exception, is_of_part
from fact_cli.relate.twice.headlines.ways import comes_from, goes, is_of_then
from fact_cli.relate.twice.values.same_words import first_stems, stems
from fact_cli.scan.scanner import scanner

# Words of change that tell what is won or lost, how fast a thing goes, or how bad it is.
_NO_WAY = re.compile(
    r"(?:gagn|perd|per[dt]|gain|c[èé]d|lâch|abandonn|conc[èé]d|engrang|grappill|adjug|décroch|relev"
    r"|ralent|décél|accél|renforc|creus|aggrav|alourd|allég|amplifi|étoff|surco|rabais|remise"
    r"|ristourn|abatt|moins-val|manque|de plus|de moins|supplément|de mieux|amput|rabot|dop|tomb"
    r"|explos|mont|sombr|fond|major|revalor|relèv|rehauss|réduction|rédui"
    r"|boni|dévalu|dépréci|appréci|plong)"
)
_PLUS = re.compile(
    r"\b(?:(?P<up>de plus en plus|plus|davantage)|(?:de moins en moins|moins)) d['e] ?"
)
_OTHERWISE = re.compile(
    r"[?]|\b(?:mais|malgré|pourtant|après|sauf|hormis|devrai\w*|pourrai\w*|va|vont|bientôt|d'ici"
    r"|prévoi\w*|objectif|réclam\w*|demand\w*|veut|veulent|voudrai\w*|promet\w*|pour|fin d|stopp\w*"
    r"|ne|n'|pas|plus que|depuis|coup|frein\w*|rythme|vite|lent\w*|par rapport|sans|contre|plutôt"
    r"|corrigé\w*|hors|comparable|stabl\w*|stagn\w*|ralenti\w*|face|faute|appel\w*|plaid\w*|craint"
    r"|craignent|menac\w*|redout\w*|propos\w*|annonc\w*|faut|doit|doivent|faire|fait|font|si|quand)\b"
)
# What is itself a change, or a rate of it: it can fall while the thing rises.
_OF_RATE = re.compile(
    r"\b(?:inflation|croissance|rythme|cadence|pouvoir d'achat|vitesse|hausse|progression|taux"
    r"|part|déficits?|pertes?|dette|température\w*|moral|confiance|risque\w*|écarts?|inégalités?)\b"
)
# "L'agglomération a réduit sa consommation d'eau": what goes is what follows.
_ITS = re.compile(
    r"\b(?:(?P<up>augment|accroî|accru|gonfl)|(?P<down>rédui|diminu|baiss|abaiss))[^\W\d_]* "
    r"(?:son|sa|ses|leurs?) (?P<what>[^.,;:!?]+?)"
    r"(?=$| (?:à|au|aux|dans|en|sur|chez|pour|grâce|cette|ce|cet|l'an)\b)"
)
_FIRST_TIME = re.compile(r"\bpour la (?:première|deuxième|troisième|\d+e) (?:fois|année)\b")
# "1 412 naissances, soit 12 de moins qu'en 2022"
_SURPLUS = re.compile(
    r"(?: [^\W\d_]+)? (?:de|en) (?P<way>plus|moins)"
    r"(?: qu(?:e |')(?:en (?:19|20)|il y a|l'an|l'année|un an|au cours de l'an|celle d)"
    r"| par rapport (?:à (?:l'an|celle|(?:19|20)\d\d)|au[x ]))[^.;:()]{0,30}"
)
_CLAUSE = re.compile(r"[,;.!?…]| : | - | – | — ")
_BEHIND = re.compile(
    r" (?:de |du |des |d'|de la |de l')(?P<what>.*?)"
    r"(?=$| (?:à|au|aux|dans|en|sur|chez|pour|grâce|entre|selon|par|qui|sous|cette|ce|cet|l'an)\b)"
)
_TOLD_BACK = re.compile(
    r"\b(?:[^\W\d_]+ai(?:t|ent)|après|contre|malgré|mais|depuis|moins|plus|ralenti\w*|sauf|hors"
    r"|devrai\w*|pourrai\w*|prév\w+|attend\w*|tandis|alors|avant|en un an|en \w+ ans"
    r"|seule?s?|dont|même si|bien que|quand|où)\b"
)
_PLACE = re.compile(
    r"\b(?:[ÀAà]|[Aa]ux?|[Ee]n|[Dd]ans (?:l[ea]s? |l')?|[Cc]hez|[Pp]our|[Ss]ur) ?"
    r"(?:l[ea]s? |l')?(?P<name>[A-ZÀ-Þ][\w’-]+)"
)
_PART = re.compile(
    r"\b(?:trimest\w+|semest\w+|hebdo\w*|semaine|week-end|vacances|journée|nuit|l'été|cet été|hiver"
    r"|printemps|automne|chez (?:les|nos)|parmi|côté|jeunes?|femmes?|hommes?|seniors?|mineurs?"
    r"|étrang\w+|voisine?s?|celles?|celui|ceux|autres?|mortel\w*|graves?|violen\w+|partiel\w*|neu[fv]\w*"
    r"|ancien\w*|électriques?|hybrides?|légers?|lourds?|publi\w+|privée?s?|seule?s?|seulement|dont"
    r"|(?<!fin )(?<!fin de )(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre"
    r"|novembre|décembre))\b"
)
_OPENS_PLACE = re.compile(r"(?:à|au|aux|dans|chez|sur|rien que|parmi) ")
_IN_A_PART = re.compile(r"\d(?: ?%)? (?:dans|chez|pour|parmi|sur) (?:l[ea]s? |l'|ses |leurs )")
NEAR = 90  # characters ahead of two values in which the thing that they are of is named


@dataclass(frozen=True, slots=True)
class _Told:
    """The words of a title that tell a way, and those that name what goes it, in lower case.

    ``its`` is true where somebody makes it go: "réduit sa consommation".
    """

    words: Extent
    way: int
    subject: str
    its: bool = False


def find(context: Context) -> Iterator[TitleWords]:
    headed = [one.extent for one in context.document.blocks if one.kind is BlockKind.TITLE]
    if not headed:
        return
    told = _told(context, headed[0].until(headed[-1]))
    if told is None:
        return
    belying = _pair(context, headed[0].until(headed[-1]), told) or _change(context, told)
    if belying is not None:
        yield TitleWords(told.words, belying)


def _told(context: Context, title: Extent) -> _Told | None:
    """The only way that a title tells a thing to go."""
    plain = context.document.plain
    words = lower(title.of(plain))
    if _OTHERWISE.search(_FIRST_TIME.sub("", words)):
        return None
    its = list(_ITS.finditer(words))
    if len(its) == 1:
        verb = Extent(title.start + its[0].start(), title.start + its[0].start("what"))
        at = Extent(verb.start, verb.start + verb.of(plain).index(" "))
        return _Told(at, 1 if its[0]["up"] else -1, its[0]["what"], its=True)
    more = [(one.start(), one.end(), 1 if one["up"] else -1) for one in _PLUS.finditer(words)]
    found = [
        (one.start - title.start, one.end - title.start, 1 if one.value == "rise" else -1)
        for one in scanner().changes(plain, title)
    ]
    found = [one for one in found if not any(at <= one[0] < end for at, end, _ in more)]
    if any(_NO_WAY.match(words, start) for start, _, _ in found):
        return None
    if len({way for _, _, way in (*found, *more)}) != 1:
        return None
    start, end, way = (*more, *found)[0]
    subject = _subject(words, start, end, counted=bool(more))
    if not subject or _OF_RATE.search(subject):
        return None
    at = re.sub(r" d['e]$", "", words[start:end].rstrip())
    return _Told(Extent(title.start + start, title.start + start + len(at)), way, subject)


def _subject(words: str, start: int, end: int, *, counted: bool) -> str:
    """The words that name what goes a way: behind its noun, or ahead of it, or before a colon."""
    if counted:
        return re.split(r" (?:à|au|aux|dans|en|sur|chez|entre|cette|ce|que|qu')\b", words[end:])[0]
    behind = _BEHIND.match(words, end)
    if behind is not None:
        return behind["what"]
    before = [one.end() for one in _CLAUSE.finditer(words, 0, start)]
    ahead = words[before[-1] if before else 0 : start]
    if not stems(ahead) and before:
        return words[(before[-2] if len(before) > 1 else 0) : before[-1]]
    return ahead


def _pair(context: Context, title: Extent, told: _Told) -> Extent | None:
    """The later of two values of that thing that went the other way."""
    plain = context.document.plain
    topic = title.of(plain)
    named = [two for two in body_pairs(context) if _is_named(context, told.subject, two)]
    if len(named) != 1 or goes(named[0], told.way):
        return None
    (two,) = named
    own, opening = told_in(context, two), lead_of(context)
    if not is_of_then(context, two, topic):
        return None
    if own in opening:
        at = context.sentence_at(two.extent)
        ahead = own if at is None else Extent(at.extent.start, two.extent.end).of(plain)
        if _is_of_part(topic, ahead) or is_of_another(context, topic, two):
            return None
        first = opening_of(context)
        led, there, _ = opening.removeprefix(first).partition(own)
        about = bool(stems(lower(led)) & stems(told.subject)) and not _is_of_part(topic, led)
        known = about if led.strip() else goes_on(own, lower(f"{topic} {first}"))
        if own not in first and not (there and known):
            return None
        if is_an_exception(lower(topic), lower(own)):
            return None
    elif is_part_told(context, two):
        return None
    blocks = context.document.blocks
    body = [
        one for one in context.sentences if blocks[one.sentence.block].kind is not BlockKind.TITLE
    ]
    if _is_borne_out(context, body, told, two) or _goes_elsewhere(context, body, told):
        return None
    return two.after.extent


def _is_named(context: Context, subject: str, two: Pair) -> bool:
    """Whether ``subject`` names what two values count, or the words right ahead of them."""
    if two.after.kind is QuantityKind.RATIO:
        return False
    if nouns := {told_noun(two.before), told_noun(two.after)} - {None} - GENERIC:
        said = "|".join(re.escape(noun) for noun in nouns if noun is not None)
        again = re.search(rf"\b(?:{said})[sx]?\b", subject) is not None
        return again or names(subject, two, lower(told_in(context, two)))
    near = stems(words_before(context.document.plain, two.extent.start, NEAR))
    return not near.isdisjoint(stems(subject))


def _is_of_part(topic: str, own: str) -> bool:
    """Whether a sentence tells of a place, a group or a span of time that the title does not."""
    known = lower(topic)
    places = (one["name"] for one in _PLACE.finditer(own))
    if any(lower(one) not in known for one in places):
        return True
    return any(one.group() not in known for one in _PART.finditer(lower(own)))


def _is_borne_out(
    context: Context, body: Sequence[ScannedSentence], told: _Told, two: Pair
) -> bool:
    """Whether the later value can have come the told way from another value of that thing."""
    after, own = two.after, context.sentence_at(two.after.extent)
    for sentence in body:
        for one in usable(sentence.quantities):
            alike = one.unit == after.unit and (sentence is own or told_noun(one) is not None)
            if after.kind in NUMBERS and one.of != after.of:
                alike = sentence is own and told_noun(one) is None and one.kind in NUMBERS
            if alike and one not in two.both and comes_from(after, one, told.way):
                return True
    return False


def _goes_elsewhere(context: Context, body: Sequence[ScannedSentence], told: _Told) -> bool:
    """Whether the body tells of that thing by how much it went the way of the title."""
    for sentence in body:
        if len(sentence.quantities) > MANY:
            return True
        passage = Passage(context, [sentence])
        wanted = "rise" if told.way > 0 else "fall"
        sized = [one for one in passage.changes.values() if one.value == wanted]
        if sized and not stems(lower(sentence.extent.of(passage.plain))).isdisjoint(
            stems(told.subject)
        ):
            return True
    return False


def _change(context: Context, told: _Told) -> Extent | None:
    """The only change, in percent, of that thing with which the body opens."""
    blocks, plain = context.document.blocks, context.document.plain
    first = next((at for at, one in enumerate(blocks) if one.kind is not BlockKind.TITLE), None)
    opening = [one for one in context.sentences if one.sentence.block == first]
    if not opening or len(opening[0].quantities) > MANY or first is None:
        return None
    start, sentence = blocks[first].extent.start, opening[0]
    if len(plain[start : sentence.extent.start].strip()) > NEAR:
        return None
    told_way = "rise" if told.way > 0 else "fall"
    body = Extent(start, blocks[-1].extent.end)
    if any(one.value == told_way for one in scanner().changes(plain, body)):
        return None
    passage = Passage(context, [sentence])
    sized, more = _sized(passage)
    if sized is None or _TOLD_BACK.search(_SURPLUS.sub("", passage.told)):
        return None
    if (more is not None or told.its) and _is_narrowed(context, told, passage.told):
        return None
    word = more or passage.changes[id(sized)]
    subject = lower(plain[sentence.extent.start : word.start])
    if _OF_RATE.search(subject) or word.value == told_way:
        return None
    named = not stems(subject).isdisjoint(stems(told.subject)) or counts(told.subject, subject)
    return sized.extent if named else None


def _is_narrowed(context: Context, told: _Told, own: str) -> bool:
    """Whether the title tells of some of a thing, or the sentence of another part of it."""
    headed = [one.extent for one in context.document.blocks if one.kind is BlockKind.TITLE]
    topic = headed[0].until(headed[-1]).of(context.document.plain)
    kinds = first_stems(told.subject)
    named = {stem for stem, at in kinds.items() if at > 0} - first_stems(own).keys()
    later = named - {stem for stem, at in kinds.items() if at == min(kinds.values(), default=0)}
    placed = _OPENS_PLACE.match(own) or _IN_A_PART.search(own)
    return bool(later) or placed is not None or is_of_part(topic, "", own)


def _sized(passage: Passage) -> tuple[Quantity | None, Item | None]:
    """The only change in percent of a sentence, or the only one told as so many more or less."""
    figures = usable(passage.sentences[0].quantities)
    found: list[tuple[Quantity, Item | None]] = []
    for one in figures:
        more = _SURPLUS.match(passage.plain, one.extent.end)
        if more is not None and one.kind in {QuantityKind.PERCENT, *NUMBERS}:
            way = "rise" if more["way"] == "plus" else "fall"
            place = one.reach.start, one.reach.start
            found.append((one, Item(*place, frozenset({way}), way)))
        elif id(one) in passage.changes and one.kind is QuantityKind.PERCENT:
            found.append((one, None))
    return found[0] if len(found) == 1 else (None, None)
