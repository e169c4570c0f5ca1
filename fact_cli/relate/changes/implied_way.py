"""A rise or fall told without its size, beside two values or as the topic of what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from fact_cli.lang.line import Item
from fact_cli.lang.words import lower, words_before
from fact_cli.model.bounds import quotient
from fact_cli.model.figures import Direction
from fact_cli.model.finding import Binding
from fact_cli.model.mention import QuantityKind
from fact_cli.relate.changes.goes_on import goes_on
from fact_cli.relate.changes.pairs import Pair
from fact_cli.relate.changes.topics import STEM, is_about, is_priced, names
from fact_cli.relate.neighbours import NUMBERS, told_noun
from fact_cli.relate.passage import Passage
from fact_cli.relate.twice.values.same_words import stems

# A subject of its own, or a clause of its own, between a change and the values.
# "69 % s'attendent à une hausse": of what they are asked about, no change of the 69 %.
_THINK = re.compile(
    r"\b(?:(?:s'|se )?(?:attend|prévoi|redout|anticip|esp[èé]r|crai|jug|estim|souhait|constat"
    r"|déclar|croi|pens|pronostiqu|not|ressent|mis|tabl|dis)[^\W\d_]*)\b[^.;:,()\d]{0,30}$"
)
_ON_TO_ANOTHER = re.compile(
    r" (?:[^\W\d_]+ )?à (?:près de |environ |quelque )?\d"
)  # "remonter à 500"
# "en baisse de 29 millions, due au résultat de mars, à 160 millions": a part, no earlier value;
# "la hausse de neuf espèces tient au nombre de sites, passé de 20 à 35": values of the cause.
CAUSED = re.compile(
    r"\b(?:(?:caus|expliqu|entraîn|provoqu|favoris)\w+(?: [^\W\d_]+)? par"
    r"|(?:due?s?|liée?s?|attribuée?s?|imputables?|tien(?:t|nent))(?: [^\W\d_]+)? (?:à|aux?)"
    r"|(?:provien|résult|découl)\w+(?: [^\W\d_]+)? (?:des?|du|d')|à cause d(?:e|u|es|')) ?"
    r"|\b(?:mouvement|tendance|déclin|recul|hausse|baisse) (?:amorc|entam|engag|initi)ée?\b"
)
ANOTHER = re.compile(
    r"[;\d]|(?:,|:|\bet) ?(?:l[ae] |les |l'|un |une |des |du |ses |son |sa |leurs? |ce |cette "
    r"|ces |d'un)"
    r"|\b(?:pour|dont|mais|tandis|alors|puis|quand|où|qui|et de|et ils?|et elles?|hors|malgré"
    r"|avant|pendant que|cel(?:ui|le)s?|ceux)\b"
    r"|\bavec (?!$|un total de $)"
    r"|\b(?:en raison|grâce|sous l'effet|du fait|à la faveur|suite à la|porté\w* par) "
)
_OF_WHAT = re.compile(r" (?:de la|de l'|des|du|de|d')(?: |\b)")
_OF_NUMBER = re.compile(r" du nombre (?:de |d'|des |total )")
_OF_GROUND = re.compile(r" du terrain\b")  # "céder du terrain" is a fall, not a loss of something
_IS_LOST = re.compile(
    r"(?:perte|gain|de plus|de moins|supplémentaire)s?|(?:perd|gagn|tomb|abandonn|lâch|c[èé]d"
    r"|engrang|grappill|adjug|décroch|concéd|concèd)\w*",
    re.I,
)
_FALLS_TO = re.compile(r"(?:re)?tomb\w*")  # "tombé à 3,5 %", but "tombe de 4 points"
_TO_LEVEL = re.compile(r"(?: [^\W\d_]+){0,2} à (?:près de |moins de |environ |seulement )?\d")
# Worse or better of what? "La situation s'est aggravée puisque 88 % arrivent à l'heure".
_IS_WORSE = re.compile(r"(?:s'|est |sont )?(?:aggrav|alourd)\w*", re.I)
_SINCE = re.compile(r"\b(?:puisqu|car |parce qu|en effet)")
# "a reculé pour s'établir à 5,8 milliards".
_TO_REACH = re.compile(
    r"\bpour (?:ressortir|s'établir|s'élever|se fixer|se situer|s'afficher|atteindre|tomber"
    r"|descendre|monter|passer|revenir|retomber|grimper)\b"
)
# "La hausse avait été limitée à 2,9 %, après 4,8 %": the percentages are those of two rises.
_IS_LIMITED = re.compile(
    r" (?:[^\W\d_]+ ){0,3}?(?:limit|conten|plafonn|fix|ramen|born|cantonn)[^\W\d_]* à "
)
_FORETOLD = re.compile(
    r"\b(?:annonc|prév|estim|évalu|attend|chiffr|calcul|affich|espér|promi|fix)[^\W\d_]*"
    r" (?:d'abord |initialement )?(?:à|de|d')?"
)
_SUBJECT = re.compile(r"(?:L[ea]s? |L'|Son |Sa |Leurs? )(?P<noun>[^\W\d_]{4,}) ")
# "A touché 12 900 dollars avant de redescendre": a step behind the value told.
_LATER = re.compile(r"\bavant (?:de |d'|que )[^.;:,()\d]{0,15}$")
NEAR = 50  # characters behind a verb in which its level stands
UNLIKE = Decimal(100)  # times, between values that a mere "en hausse" ties
LONGEST_GAP = 70  # characters between a change and the values


def way_across(passage: Passage, pair: Pair, start: int, end: int) -> Iterator[Direction]:
    """A rise or fall told in the sentence from ``start`` to ``end``, the values in the next."""
    told = [
        word
        for word in passage.words
        if not _LATER.search(words_before(passage.plain, word.start, 30))
    ]
    words = [word for word in told if not _is_loss(passage, word, pair)]
    if len({word.value for word in words}) != 1 or passage.changes:
        return
    word = words[0]
    apart = not (start <= pair.before.extent.start < end)
    bare = not _OF_WHAT.match(passage.plain, word.end)
    if _is_of_own_subject(passage, word, pair) or _counts_another(passage, word, pair):
        return
    if start <= word.start < end and apart and bare and len(words) == len(told):
        yield _direction(pair, word)


def _is_of_own_subject(passage: Passage, word: Item, pair: Pair) -> bool:
    """Whether a sentence behind the values tells of a thing that theirs does not name.

    "Il atteint 78 millions. Le niveau de service sera encore en baisse".
    """
    values, last = passage.sentence_of(pair.before).extent, passage.sentences[-1].extent
    named = _SUBJECT.match(passage.plain, last.start, word.start)
    if named is None or not last.start > values.start:
        return False
    return lower(named["noun"][:STEM]) not in lower(values.of(passage.plain))


def _counts_another(passage: Passage, word: Item, pair: Pair) -> bool:
    """Whether two counts are of what the sentence of a rise or fall does not name.

    "Le tourisme progresse. La ville compte 1 870 habitants, contre 2 045 en 2020".
    """
    if told_noun(pair.before) is None and told_noun(pair.after) is None:
        return False
    plain, own = passage.plain, passage.sentence_of(pair.before).extent
    tells = next(one.extent for one in passage.sentences if word.start < one.extent.end)
    topic, told = lower(tells.of(plain)), lower(own.of(plain))
    if stems(topic) & stems(told) - stems(lower(plain[word.start : word.end])):
        return False
    last, until = (own, pair.extent.start) if tells < own else (tells, word.start)
    return not (goes_on(lower(plain[last.start : until])) or names(topic, pair, told))


def way_of_topic(passage: Passage, pair: Pair) -> Iterator[Direction]:
    """A rise or fall told as the topic, in a sentence without figures right before the values."""
    ways = {word.value for word in (*passage.topic, *passage.words)}
    if len(ways) == 1 and passage.topic and not passage.changes and is_about(passage, pair):
        yield _direction(pair, passage.topic[0])


def _direction(pair: Pair, word: Item) -> Direction:
    return Direction(pair.before, pair.after, 1 if word.value == "rise" else -1, Binding.INFERRED)


def _is_loss(passage: Passage, word: Item, pair: Pair) -> bool:
    """Whether a verb tells what is lost or won, and not a rise or fall: "a perdu 18 salariés"."""
    if _OF_GROUND.match(passage.plain, word.end):
        return False
    falls = _FALLS_TO.fullmatch(lower(passage.plain[word.start : word.end])) is not None
    if falls and pair.before.kind not in NUMBERS:
        behind = passage.told_between(word.end, min(word.end + NEAR, passage.extent.end))
        if _TO_LEVEL.match(behind):
            return False
    return _IS_LOST.fullmatch(passage.plain, word.start, word.end) is not None


def way_inside(passage: Passage, pair: Pair) -> Iterator[Direction]:
    """A rise or fall without its size, told right before or behind the two values."""
    sized = {id(word) for word in passage.changes.values()}
    words = [word for word in passage.words if id(word) not in sized]
    ways = {word.value for word in passage.words}
    percent = pair.before.kind is QuantityKind.PERCENT
    if len(ways) != 1 or (percent and passage.changes):
        return
    for word in words:
        if percent and _IS_LIMITED.match(passage.plain, word.end):
            continue
        text = passage.plain[word.start : word.end]
        if percent and (_is_range(passage, word, pair) or _is_revised(passage, word, pair)):
            continue
        if percent and _THINK.search(words_before(passage.plain, word.start, 60)):
            continue
        if _is_loss(passage, word, pair) or _is_of_another(passage, word, pair):
            continue
        at = pair.extent
        if word.start >= at.end and _ON_TO_ANOTHER.match(passage.plain, word.end):
            continue
        gap = (
            passage.told_between(word.end, at.start)
            if word.start < at.start
            else passage.told_between(at.end, word.start)
        )
        gap = _TO_REACH.sub("", gap)
        if _IS_WORSE.match(text) and _SINCE.search(gap):
            continue
        near = len(gap) <= LONGEST_GAP and not (ANOTHER.search(gap) or _are_unlike(pair))
        if near or is_priced(passage, word, pair):
            yield _direction(pair, word)
            return


def _are_unlike(pair: Pair) -> bool:
    """Whether two values are of two things: 41,600 tickets here, and 181 million in the land."""
    ratio = quotient(pair.after.value, pair.before.value)
    return ratio is not None and not 1 / UNLIKE <= abs(ratio) <= UNLIKE


def _is_of_another(passage: Passage, word: Item, pair: Pair) -> bool:
    """Whether a rise is "of" something else than the two values count: "hausse du nombre de …"."""
    if not _OF_WHAT.match(passage.plain, word.end):
        return False
    counted = _OF_NUMBER.match(passage.plain, word.end)
    return counted is None or bool(told_noun(pair.before) or told_noun(pair.after))


def _is_revised(passage: Passage, word: Item, pair: Pair) -> bool:
    """Whether both percentages are of the change itself: "la hausse, annoncée à 9 %, … à 4 %"."""
    gap = passage.told_between(word.end, max(word.end, pair.extent.start))
    return _FORETOLD.search(gap) is not None


def _is_range(passage: Passage, word: Item, pair: Pair) -> bool:
    """Whether a change is itself told as from one percentage to another."""
    gap = passage.told_between(word.end, max(word.end, pair.extent.start))
    return gap.strip(' "«') in {"de", "d'"}
