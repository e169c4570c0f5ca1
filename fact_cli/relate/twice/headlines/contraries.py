"""What the title tells to be decided one way, and the body only the other way.

"Le projet adopté" of a project that "a été rejeté par 27 voix contre 12"; "six mois avec sursis"
of "six mois de prison ferme". The body must not tell the title's way in any of its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fact_cli.lang.words import lower
from fact_cli.model.same import TitleWords
from fact_cli.model.text import BlockKind, Extent
from fact_cli.relate.context import Context
from fact_cli.relate.every_sentence import every_sentence
from fact_cli.relate.twice.values.same_words import stems

_DONE = r"(?:a|ont|a été|ont été|est|sont|s'est|se voit|vient d'être|viennent d'être)"

_HOW = r"(?:définitivement|finalement|largement|unanimement|à l'unanimité|lourdement)"


@dataclass(frozen=True, slots=True)
class _Way:
    """How a side is told as done, and every word that can tell it at all."""

    told: re.Pattern[str]
    named: re.Pattern[str]


def _way(verbs: str, words: str) -> _Way:
    told = rf"\b(?:{_DONE} )?(?:{_HOW} )?(?P<word>{verbs})\b"
    return _Way(re.compile(told), re.compile(rf"\b(?:{words})"))


_PAIRS = (
    (
        _way(
            r"adopt(?:e|ent|ée?s?)|approuv(?:e|ent|ée?s?)"
            r"|ratifi(?:e|ent|é|ée)|entérin(?:e|ent|é|ée)",
            r"adopt|approuv|vot(?:é|e|ent)|valid|entérin|ratifi|accept|oui|feu vert|unanim"
            r"|favorable|pass|dit oui|sout",
        ),
        _way(
            r"rejet(?:te|tent|é|ée|és|ées)|repouss(?:e|ent|é|ée|és|ées)|retoqu(?:e|ent|é|ée|és)",
            r"rejet|repouss|refus|recal|retoqu|désapprouv|contre|non|défavorable|retir",
        ),
    ),
    (
        _way(
            r"condamn(?:é|ée|és|ées)|reconnue?s? coupables?",
            r"condamn|coupable|écop|peine|prison|amende|sursis|sanction|vers|indemnis|dommages|mois"
            r"|réclusion|bracelet|travail d'intérêt|inéligib",
        ),
        _way(
            r"acquitt(?:é|ée|és|ées)|relax(?:é|ée|és|ées)|innocent(?:é|ée|és|ées)|blanchie?s?",
            r"acquitt|relax|innocen|blanchi|non-lieu|disculp",
        ),
    ),
    (
        _way(
            r"autoris(?:e|ent|é|ée|és|ées)",
            r"autoris|permi|permet|feu vert|légalis|accord|lev[ée]|possible|droit|rouv|oui",
        ),
        _way(
            r"interdi(?:t|te|ts|tes|sent)|proscri(?:t|te|ts|tes|vent)|banni(?:t|e|s|es|ssent)?",
            r"interdi|prohib|proscri|banni|refus|restri|limit|interdiction",
        ),
    ),
)  # fmt: skip
_PENALTY = re.compile(
    r"(?P<length>[^\W_]+ (?:mois|ans?)) (?:de prison |d'emprisonnement |de détention )?"
    r"(?:(?P<firm>fermes?)|(?P<held>avec sursis|de (?:prison avec )?sursis|assortis? du sursis))\b"
)
# What leaves the outcome open, or tells of another one as well.
_OPEN = re.compile(
    r"[?]|\b(?:ne|n'|pas|non|jamais|plus|sans|si|mais|avant|après|malgré|pourrai\w*|devrai\w*|va|vont"
    r"|doit|veut|veulent|demand\w*|requi\w*|réclam\w*|appel\w*|recours|cassation|annul\w*|instance"
    r"|avai\w+|sauf|presque|partiel\w*|partie|autre|mineurs?|amendements?|motion|contre|puis|d'abord"
    r"|enfin|initial\w*|précédent\w*|menac\w*|propos\w*|projetai\w*|souhait\w*|espèr\w*)\b"
)
# "Rejeté par 27 voix contre 12": a vote, and nobody against the outcome.
_VOTES = re.compile(r"\d+ (?:voix )?(?:pour(?:,| et) \d+ (?:voix )?)?contre(?: \d+)?")
ASKED = 90  # characters ahead of a penalty in which it is only asked for
LEAD = 3  # blocks behind the title that tell the news


def find(context: Context) -> Iterator[TitleWords]:
    blocks, plain = context.document.blocks, context.document.plain
    headed = [one.extent for one in blocks if one.kind is BlockKind.TITLE]
    if not headed:
        return
    title = headed[0].until(headed[-1])
    words, body = lower(title.of(plain)), context.told[title.end :]
    yield from _penalty(title, words, body)
    if _OPEN.search(words):
        return
    for pair in _PAIRS:
        for told, other in (pair, pair[::-1]):
            found = list(told.told.finditer(words))
            if len(found) != 1 or other.named.search(words) or told.named.search(body):
                continue
            belied = _told_otherwise(context, stems(words), other, title)
            if belied is not None:
                at = Extent(*(title.start + place for place in found[0].span("word")))
                yield TitleWords(at, belied)


def _told_otherwise(
    context: Context, named: frozenset[str], other: _Way, title: Extent
) -> Extent | None:
    """Where one of the first paragraphs tells of the same thing that it went the other way."""
    plain, blocks = context.document.plain, context.document.blocks
    first = next((at for at, one in enumerate(blocks) if one.extent.start > title.start), 0)
    for sentence in every_sentence(context):
        if not first <= sentence.sentence.block < first + LEAD or sentence.extent.start < title.end:
            continue
        words = lower(sentence.extent.of(plain))
        found = [one for one in other.told.finditer(words) if one.start("word") > one.start()]
        if len(found) == 1 and not _OPEN.search(_VOTES.sub("", words)) and named & stems(words):
            return Extent(*(sentence.extent.start + place for place in found[0].span("word")))
    return None


def _penalty(title: Extent, words: str, body: str) -> Iterator[TitleWords]:
    """The same time in prison, suspended in the title and not in the body, or otherwise."""
    found = list(_PENALTY.finditer(words))
    told = list(_PENALTY.finditer(body)) if len(found) == 1 else []
    if len(told) != 1 or found[0]["length"] != told[0]["length"]:
        return
    held = found[0]["held"] is not None
    way, other = ("held", "firm") if held else ("firm", "held")
    if told[0][other] is None or re.search("sursis" if held else r"\bfermes?\b", body):
        return
    ahead = body[max(0, told[0].start() - ASKED) : told[0].start()]
    if re.search(r"\b(?:requi|réclam|demand|encour)", ahead):
        return
    first = Extent(*(title.start + place for place in found[0].span(way)))
    yield TitleWords(first, Extent(*(title.end + place for place in told[0].span(other))))
