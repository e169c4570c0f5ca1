"""Figures as the article tells them: of what, of whom, when, and whether by themselves.

What stands around a figure decides whether another one of its kind can tell the same thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower
from fact_cli.model.claim import Claim, Modality, ScannedSentence
from fact_cli.model.mention import Quantity
from fact_cli.model.text import BlockKind
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import end_of, usable
from fact_cli.relate.twice.kinds import (
    as_percent,
    kinds_of,
    lengths_told,
    words_ahead,
    words_behind,
)
from fact_cli.relate.twice.same_words import stems, words
from fact_cli.relate.twice.told_when import day_of_publication, is_past, months_of, years_of

BESIDE = 60  # characters before a figure in which its owner is named
NEAREST = 28  # characters around a figure in which a name is its own
SHORT = 90  # characters of a sentence that stands for a title

_NAME = re.compile(r"\b[A-ZÀ-Þ][\w'-]{2,}")
_OF_WHICH = re.compile(r"[^\W\d_]{2,}[sx] (?:de|à) $")
_KNOWN = re.compile(
    r"\b(?:les|ces|ses|leurs|nos|vos|des|aux|du|au|le|la|cette|cet|ce|son|sa)"
    r"(?: quelque| près de| plus de| environ)?(?: [^\W\d_]+)? $|\b(?:l'|cet?(?:te)? [^\W\d_]+ de )$"
)
_PRONOUNS = ("il ", "elle ", "ils ", "elles ")
_OTHER = re.compile(r"\b(?:autres|premi\w+|derni\w+|nouve\w+|supplémentaires|seconde?s)\b")
_TOGETHER = re.compile(r"^ (?:hospitalis|bless|tu[ée]|ont (?:été|perdu)|sont )")
_PART_OF = re.compile(
    r" (?:des|de (?:ses|ces|leurs)|d'entre|sur(?: les| ses| un total de)?) ?\d"
    r"| (?:de (?:ces|ceux|celles)|d'entre (?:eux|elles)|parmi (?:eux|elles|ces))\b"
)
_OF_NAME = re.compile(r" (?:de |d'|du |des |à |en |au |aux )(?:la |l')?(?P<name>[A-ZÀ-Þ][\w'-]+)")
_RANGE_START = re.compile(
    r" à (?:près de |plus de |environ )?(?:\d|[a-zà-ÿ-]+ (?:millions?|milliards?|%|euros?|ans)\b)"
)
# "avoisiner les 38 degrés": the article is no sign of something told before.
_REACHES = re.compile(
    r"\b(?:au-dess|au-del|dessous|avoisin|dépass|frôl|approch|attei|franchi|passe|sous|vers"
    r"|autour|barre|seuil|cap|plafond)\w*(?: de)? (?:les?|des) $"
)
_OUT_OF = re.compile(r"\b(?:sur|par rapport|contre|que|face) (?:l|a)(?:es?|ux?) $")
_DEFINED = re.compile(
    r" (?!tu|bless|dispar|déc|mort)(?:d'[^\W\d_]+ |de [^\W\d_]+ )?"
    r"(?:[^\W\d_]{3,}(?:ée?s|ue?s|ise?s)|qui|que|dont|en lice|où)\b"
)
# "devant le Pas-de-Calais avec ses 169 100 hectares": known of that name alone.
_OF_ANOTHER = re.compile(
    r"[A-ZÀ-Þ][\w'-]+(?: \([^()]*\))?,? (?:avec|et|à) (?:ses|son|sa|leurs?)"
    r"(?: quelque| près de| plus de| environ)? $"
)
_TOPIC = re.compile(
    r"(?:Pour|En|À|A|Dans|Au|Aux|Chez|Côté|Sur|Quant (?:à|aux?)) (?:la |le |les |l')?"
    r"(?P<name>[A-ZÀ-Þ][\w'-]+)[^.;:,\d]{0,30}, "
)
_LISTED = re.compile(r" ?\([^()]*\d| ?:")
_DEMONSTRATIVE = re.compile(
    r"\b(?:ces|cette|ce|cet)(?: quelque| près de)? $|\bcet?(?:te)? [^\W\d_]+ d(?:e |')$"
)


@dataclass(frozen=True, slots=True)
class Telling:
    """A figure with what is told around it.

    ``title`` is true of one in the title, or in the short sentence that stands for it.
    ``keys`` name the kinds of thing that it can be; ``stems`` are the content words around it,
    ``names`` the proper names beside it, ``around`` all those of its sentence. ``known`` tells
    that the article speaks of it as of something already told ("les 680 habitants"), ``pointed``
    that it points back to it ("ces"), ``described`` that it only describes what the sentence
    tells of ("une salle de 800 places"), ``updated`` that its sentence tells of a newer count,
    ``past`` that it dates what it tells before the days of the article, ``fresh`` that a place
    or name stands right behind it that the article has not told before ("habitants de Plouha").
    ``months`` are those that its sentence tells of as a whole. ``alone`` is false of a part, a
    base, a plan, a record: what is told beside another value; ``base`` is true of one that a
    word calls so ("contre 840", "l'ancienne marque"). ``noun`` is what it counts, ``clause``
    that with the words around it, ``told`` its whole sentence, ``led`` what its paragraph has
    told before, in lower case.
    """

    figure: Quantity
    sentence: ScannedSentence
    title: bool
    keys: frozenset[str]
    stems: frozenset[str]
    names: frozenset[str]
    around: frozenset[str]
    years: frozenset[int]
    months: frozenset[tuple[int, int]]
    known: bool
    pointed: bool
    alone: bool
    base: bool
    described: bool
    updated: bool
    past: bool
    fresh: bool
    noun: str
    clause: str
    told: str
    led: str
    claim: Claim | None

    @property
    def source(self) -> str | None:
        return None if self.claim is None else self.claim.attribution.source

    @property
    def modality(self) -> Modality:
        return Modality.ASSERTED if self.claim is None else self.claim.modality

    def side(self, sides: Sequence[re.Pattern[str]]) -> int | None:
        """Which one of the sides of a matter its words take; None where they take none or two.

        What the figure itself counts decides, or else its clause, or else the whole sentence,
        or else what its paragraph has told before.
        """
        taken = [number for number, side in enumerate(sides) if side.search(self.told)]
        for nearer in (self.clause, self.noun):
            taken = [number for number in taken if sides[number].search(nearer)] or taken
        if not taken:
            taken = [number for number, side in enumerate(sides) if side.search(self.led)]
        return taken[0] if len(taken) == 1 else None


def tellings(context: Context) -> Sequence[Telling]:
    """Every figure that could be told twice, in text order."""
    return context.once("tellings", lambda: tuple(_tellings(context)))


def _tellings(context: Context) -> Iterator[Telling]:
    claims = {claim.quantity.extent: claim for claim in context.article.claims if claim.quantity}
    plain, now = context.document.plain, day_of_publication(context)
    for sentence in context.sentences:
        block = context.document.blocks[sentence.sentence.block]
        if block.kind is BlockKind.BOILERPLATE:
            continue
        led = lower(plain[block.extent.start : sentence.extent.start])
        title = stands_for_title(context, sentence)
        figures = [as_percent(one) for one in usable(sentence.quantities)]
        figures += [] if title else lengths_told(sentence)
        for figure in figures:
            keys = kinds_of(plain, sentence, figure)
            if keys:
                of = claims.get(figure.extent)
                yield _telling(plain, sentence, title, figure, figures, keys, of, now, led)


def _is_fresh(plain: str, sentence: ScannedSentence, figure: Quantity) -> bool:
    """Whether the article names what a figure is of, or its place, for the first time."""
    start = sentence.extent.start + plain.startswith(('"', "«"), sentence.extent.start)
    places = _OF_NAME.match(plain, end_of(figure)), _TOPIC.match(plain, start)
    return any(one is not None and one["name"] not in plain[:start] for one in places)


def stands_for_title(context: Context, sentence: ScannedSentence) -> bool:
    """Whether a sentence is in the title, or is short and opens an article of one block."""
    kind = context.document.blocks[sentence.sentence.block].kind
    if kind is BlockKind.TITLE:
        return True
    blocks, extent = context.document.blocks, sentence.extent
    lone = len(blocks) == 1 and extent.end < blocks[0].extent.end
    return lone and extent.start == blocks[0].extent.start and len(extent) <= SHORT


def _telling(
    plain: str,
    sentence: ScannedSentence,
    title: bool,
    figure: Quantity,
    figures: Sequence[Quantity],
    keys: frozenset[str],
    claim: Claim | None,
    now: date | None,
    led: str,
) -> Telling:
    ahead, behind = words_ahead(plain, sentence, figure), words_behind(plain, sentence, figure)
    rivals = [
        one
        for one in figures
        if one is not figure
        and (one.kind, one.unit, one.of) == (figure.kind, figure.unit, figure.of)
    ]
    told = lower(sentence.extent.of(plain))
    known = _is_known(plain, figure, ahead)
    noun = lower(plain[figure.extent.start : end_of(figure)])
    mains = [one for one in rivals if not _is_aside(plain, sentence, one)]
    return Telling(
        figure=figure,
        sentence=sentence,
        title=title,
        keys=keys,
        stems=stems(ahead + " " + behind),
        names=_names(plain, sentence, figure.reach.start - NEAREST, end_of(figure) + NEAREST)
        - {figure.of},
        around=_names(plain, sentence, sentence.extent.start, sentence.extent.end),
        years=years_of(sentence),
        months=months_of(sentence),
        known=known,
        pointed=_is_pointed(plain, figure, ahead),
        alone=(known or not _is_aside(plain, sentence, figure)) and len(mains) <= known,
        base=not known and bool(words().bases.search(ahead) or _is_class(figure, ahead)),
        described=known or ahead.endswith((" de ", " d'")),
        updated=words().updates.search(_with_subject(told, led)) is not None,
        past=is_past(sentence, now) or words().earlier.search(told) is not None,
        fresh=_is_fresh(plain, sentence, figure),
        noun=noun,
        clause=f"{ahead} {noun} {behind}",
        told=told,
        led=led,
        claim=claim,
    )


def _with_subject(told: str, led: str) -> str:
    """A sentence with the one before it, which tells what its pronoun stands for."""
    if not told.startswith(_PRONOUNS):
        return told
    return re.split(r"[.!?] ", led.rstrip(" .!?"))[-1] + " " + told


def _is_pointed(plain: str, figure: Quantity, ahead: str) -> bool:
    """Whether "ces" points back; "ces 5 médailles (2 d'or, …)" tells for the first time."""
    if _LISTED.match(plain, end_of(figure)):
        return False
    return bool(_DEMONSTRATIVE.search(ahead) or words().events.search(ahead))


def _is_class(figure: Quantity, ahead: str) -> bool:
    """Whether a limit tells of which size things are: "les villes de plus de 5 000 habitants"."""
    return figure.hedge is not None and _OF_WHICH.search(ahead) is not None


def _is_known(plain: str, figure: Quantity, ahead: str) -> bool:
    """Whether the article "les" tells of what was told before, not of what a clause defines.

    "Sur les 143 candidats" is the base of a share, and "dans les 39 centres retenus" they are
    defined by what follows; but "Les 60 pompiers engagés ont …" opens its sentence with them.
    """
    if not _KNOWN.search(ahead) or _REACHES.search(ahead) or _OUT_OF.search(ahead):
        return False
    if _OF_ANOTHER.search(plain, max(0, figure.reach.start - BESIDE), figure.reach.start):
        return False
    opens = ahead.strip() in {"les", "ces", "ses"}
    return opens or not _DEFINED.match(plain, end_of(figure))


def _is_aside(plain: str, sentence: ScannedSentence, figure: Quantity) -> bool:
    """Whether a figure is a part, a base, a plan, a record: told beside another value."""
    told = words()
    ahead, behind = words_ahead(plain, sentence, figure), words_behind(plain, sentence, figure)
    inside = lower(plain[figure.extent.start : end_of(figure)])
    opens_range = ahead.endswith((" de ", " d'")) and _RANGE_START.match(plain, end_of(figure))
    ends = (figure.extent.end, end_of(figure))
    if opens_range or any(_PART_OF.match(plain, end) for end in ends):
        return True
    others = _OTHER.search(inside) and not _TOGETHER.search(behind)
    return bool(told.after.match(behind) or told.before.search(ahead) or others)


def _names(plain: str, sentence: ScannedSentence, start: int, end: int) -> frozenset[str]:
    """The words with a capital from ``start`` to ``end`` that do not open the sentence."""
    ignored = lexicon().grammar.function_words
    low, high = sentence.extent.start, sentence.extent.end
    found = [
        lower(name.group())
        for name in _NAME.finditer(plain, max(low, start), min(high, end))
        if name.start() > low
    ]
    return frozenset(name for name in found if name not in ignored)


def words_of(plain: str, first: Telling, again: Telling) -> tuple[str, str] | None:
    """Two tellings in the words of the text, where a figure shows them badly."""
    both = (first, again)
    if first.figure.value == again.figure.value:  # "plus de 400" and "moins de 400"
        return first.figure.reach.of(plain), again.figure.reach.of(plain)
    texts = [one.figure.extent.of(plain) for one in both]
    lengths = any(key.startswith("length ") for key in first.keys)
    shares = "%" in first.keys and not all("%" in text or "cent" in text for text in texts)
    return (texts[0], texts[1]) if lengths or shares else None
