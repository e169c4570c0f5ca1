"""Who holds a rank: the name beside it, or the one of whom the article tells.

A name behind a preposition is a place, a rival or an owner, not the one who is ranked: "troisième
à Davos, devant le Suisse Meier". A capital behind an article may name where somebody is from:
"la Savoyarde" is she of whom was told before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower, singular_of, words_before
from fact_cli.model.text import BlockKind, Extent
from fact_cli.relate.context import Context
from fact_cli.relate.twice.ranks.words import rank_words

_TOKEN = r"[A-ZÀ-Þ][\w-]+"
_RUN = re.compile(rf"(?<![\w-]){_TOKEN}(?: (?:van |von |ben |al |el |de la )?{_TOKEN})*")
_GOVERNED = re.compile(
    r"(?:\b(?:de|du|des|à|au|aux|en|sur|contre|devant|derrière|chez|par|entre|avec|dans|sous|vers"
    r"|pour|depuis|selon|comme|après|avant|vs|sauf|dont|parmi|son|sa|ses|leurs?|premi(?:er|ère)s?"
    r"|[^\W\d_]+ième) |\bd')"
    r"(?:(?:la|le|les|son|sa|ses|leurs?|cette|ce|l'|une?) ?)?(?:[a-zà-ÿ-]+ ){0,2}$"
    r"|\b(?:batt|domin|affront|reç|recev|défi|surpri|élimin|devanc|dépass|doubl|rejoi|retrouv"
    r"|accueill|écras|corrig|tenu|quitt|remplac|derrière)[^\W\d_]* (?:(?:la|le|les) |l')?$"
)
_ARTICLE = re.compile(r"(?:\b(?:[Ll][ae]s?|[Uu]ne?|[Dd]es) |\b[Ll]')$")
_FROM = re.compile(
    r".{2,}(?:oise?|aise?|ienn?e?|éenn?e?|aine?|arde?|ande?|ole?|ègue|onn?e?|ine?|iote?|asque"
    r"|esse|ec|ecque|que|urque|elge|usse|uisse|ote?|ite|ate)s?",
)
_ALSO = re.compile(r"(?:,| et| puis) (?:[Ll][ae]s? |l')?(?:[a-zà-ÿ-]+ ){0,2}$")
# A word that opens a sentence is a name where a verb or brackets follow it.
_SUBJECT = re.compile(
    r" (?:\(|(?:a|ont|est|sont|se|y|reste|occupe|termine|pointe|conserve|garde|prend|finit)\b"
    r"|[sn]')"
)
_INNER = re.compile(rf"(?:(?<=[a-zà-ÿ,:] )|(?<=[dlDL]')|(?<=\d\. ))({_TOKEN})")
_BESIDE = re.compile(r",? (?:\(|(?:toujours |actuel\w* |désormais )?)?")
# "Il devance son compatriote Kristoffersen, le champion du monde en titre, 5e".
_APPOSED = re.compile(
    r", (?:l[ae] |l'|un |une |son |sa |leur )?[a-zà-ÿ][^.;:,()\d]{3,50}(?<!qui)(?<!est)(?<!et), "
)
_THING = re.compile(
    r"(?:l[ae]s? |l')(?P<noun>[^\W\d_]+)(?: (?:de (?:la |l')?|d'|du |des )?(?P<what>[^\W\d_]+))?"
)
_THE = re.compile(r"\b(?:[Ll]e|[Ll]a) $|\b[Ll]'$")
_IS = re.compile(
    r"\b(?:est|sont|reste|restent|demeure|demeurent|constitue|représente|forme|resté\w*|occup\w+"
    r"|pris|prend|décroch\w+|obt[ei]n\w+|arrach\w+|à|au|conserv\w+|gard\w+|tien\w+|adjug\w+"
    r"|content\w+|confort\w+|de)(?: [\w-]+){0,3}? (?:la|le) $"
)
NEAR = 5  # sentences behind a name in which "elle" can stand for it
_DAYS = {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "hier"}
_OPPONENT = re.compile(
    r"\b(?:affront\w+|face (?:à|aux?)|tête de série|adversaire|oppos\w+|rival\w*)\b"
)
LED = 80  # characters before "la 48e mondiale" in which a word may tell of an opponent
FRONT = 16  # characters before a rank that opens its sentence


@dataclass(frozen=True, slots=True)
class Named:
    """A name and its ``last`` word in lower case.

    ``governed`` is true of one behind a preposition or as an object, ``described`` of a mere
    "la Savoyarde"; ``origin`` is the word that tells where the one named is from.
    """

    extent: Extent
    last: str
    governed: bool
    described: bool
    origin: str | None


def holder_of(context: Context, scope: Extent, rank: Extent) -> str | None:
    """The last word of the name that holds ``rank``; None where nobody can be told."""
    plain = context.document.plain
    named = [one for one in names_in(context, scope) if not one.extent.overlaps(rank)]
    beside = [one for one in named if _BESIDE.fullmatch(plain[one.extent.end : rank.start])]
    if beside:
        return _resolved(context, scope, beside[-1])
    closed = plain.find("»", rank.end, scope.end)
    if closed >= 0 and any(one.extent.start > closed and one.governed for one in named):
        return None
    apposed = [one for one in named if _APPOSED.fullmatch(plain[one.extent.end : rank.start])]
    if apposed and not apposed[-1].described:
        return apposed[-1].last
    told = [one for one in named if not one.governed]
    ahead = [one for one in told if one.extent.end <= rank.start]
    if _is_described(plain, scope, rank):
        led = words_before(plain, rank.start, LED)
        return None if ahead or _OPPONENT.search(led) else _before(context, scope.start)
    if ahead:
        return _resolved(context, scope, ahead[-1])
    subject = scope.start
    if rank.start - scope.start <= FRONT:
        comma = plain.find(", ", rank.end, scope.end)
        behind = [one for one in told if 0 <= comma < one.extent.start]
        if behind:
            return _resolved(context, scope, behind[0])
        subject = comma + 2 if comma >= 0 else subject
    elif any(not one.described for one in told):
        return None
    return _of_thing(context, scope, subject)


def _is_described(plain: str, scope: Extent, rank: Extent) -> bool:
    """Whether a rank tells who is meant, not what becomes of him: "la 48e mondiale"."""
    ahead = plain[max(scope.start, rank.start - 30) : rank.start]
    return _THE.search(ahead) is not None and _IS.search(ahead) is None


def _resolved(context: Context, scope: Extent, named: Named) -> str | None:
    return _before(context, scope.start, named.last) if named.described else named.last


def _of_thing(context: Context, scope: Extent, subject: int) -> str | None:
    """Whom a subject without a name stands for; a thing of its own is itself."""
    plain = context.document.plain
    text = lower(plain[subject : scope.end])
    if rank_words().teams.match(text):
        return _topic(context)
    thing = _THING.match(text)
    if plain.startswith("« ", max(0, scope.start - 2)):
        return _topic(context)
    noun = singular_of(thing["noun"], lexicon().grammar.invariable) if thing else ""
    if thing is None or noun in rank_words().anaphors or _is_person(noun):
        return _before(context, scope.start)
    return f"{thing['noun']} {thing['what'] or ''}"


def _is_person(noun: str) -> bool:
    grammar = lexicon().grammar
    if noun in grammar.things:
        return False
    return noun in grammar.people or noun.endswith((*grammar.people_endings, "aire"))


def _before(context: Context, start: int, from_there: str | None = None) -> str | None:
    """Whom "elle" stands for: the last one named before ``start``, unless that is long ago.

    "La Savoyarde" (``from_there``) is none of those said to be from elsewhere.
    """
    plain = context.document.plain
    for one in reversed([name for name in _allnames_in(context) if name.extent.end <= start]):
        several = " " in one.extent.of(plain)
        if one.described:
            from_there = from_there or one.last
        elif one.governed:
            if several and one.origin is None and ". " not in plain[one.extent.end : start - 1]:
                return None
        elif not (one.origin and from_there and one.origin[:4] != from_there[:4]):
            near = plain.count(". ", one.extent.end, start) <= NEAR
            return one.last if near or one.last == _topic(context) else None
    return None


def _topic(context: Context) -> str | None:
    """The one whom the title names, or else the one named first."""
    blocks = context.document.blocks
    known = [one for one in _allnames_in(context) if not one.governed and not one.described]
    titled = bool(blocks) and blocks[0].kind is BlockKind.TITLE
    inside = [one for one in known if titled and blocks[0].extent.holds(one.extent)]
    found = inside or known[:1]
    return found[0].last if len({one.last for one in found}) == 1 else None


def _allnames_in(context: Context) -> list[Named]:
    return context.once(
        "rank names",
        lambda: [
            one
            for block in context.document.blocks
            if block.kind is not BlockKind.BOILERPLATE
            for one in names_in(context, block.extent)
        ],
    )


def names_in(context: Context, extent: Extent) -> Iterator[Named]:
    """The names in a stretch, and the capitals that tell where somebody is from."""
    plain = context.document.plain
    before: Named | None = None
    for run in _RUN.finditer(plain, extent.start, extent.end):
        name = _name(context, run)
        if name is None:
            continue
        ahead = plain[max(extent.start, name.start - 40) : name.start]
        words = name.of(plain).split()
        article = _ARTICLE.search(ahead) is not None
        origin = lower(words[0]) if article and _is_from(words[0]) else None
        listed = before is not None and before.governed
        gap = plain[before.extent.end : name.start] if before is not None else ""
        governed = bool(_GOVERNED.search(ahead) or (listed and _ALSO.fullmatch(gap)))
        described = origin is not None and len(words) == 1
        before = Named(name, lower(words[-1]), governed, described, origin)
        yield before


def _is_from(word: str) -> bool:
    """Whether a capital can tell where somebody is from."""
    return _FROM.fullmatch(word) is not None and word not in rank_words().lands


def _name(context: Context, run: re.Match[str]) -> Extent | None:
    """The name in a run of capitals: no article, no mere start of a sentence, no heading."""
    plain, known = context.document.plain, lexicon()
    start = run.start()
    words = run.group().split(" ")
    while words and lower(words[0]) in known.grammar.function_words:
        start += len(words[0]) + 1
        words = words[1:]
    if not words or plain.startswith(" :", run.end()):
        return None
    if lower(words[0]) in known.numbers.ordinals or lower(words[0]) in _DAYS:
        return None
    inner = context.once("inner capitals", lambda: frozenset(_INNER.findall(plain)))
    sure = len(words) > 1 or start > run.start() or words[0] in inner
    return Extent(start, run.end()) if sure or _SUBJECT.match(plain, run.end()) else None
