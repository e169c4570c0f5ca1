"""What a body tells then and now, and where the title and the opening stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.text import BlockKind
from fact_cli.relate.changes.across import pair_across
from fact_cli.relate.changes.pairs import Pair, pairs, then_and_now
from fact_cli.relate.context import Context
from fact_cli.relate.passage import passages

_OPENS = re.compile(
    r"(?:(?:en|pour|pendant|durant|sur|au cours de) (?:l'année )?(?:19|20)\d\d, |l'an dernier, "
    r"|l'année dernière, )?"
    r"(?:(?:ils?|elles?|on|ce sont|c'est|quelque|près de|plus de|\d[\d .]*) "
    r"|(?:l[ea]s? |l'|ce |cet |cette )?(?P<noun>[^\W\d_]{3,}))"
)


def topic_of(context: Context, titles: Sequence[ScannedSentence]) -> str:
    return titles[0].extent.until(titles[-1].extent).of(context.document.plain)


def opening_of(context: Context) -> str:
    """The first block behind the title."""
    blocks = (one for one in context.document.blocks if one.kind is not BlockKind.TITLE)
    first = next(blocks, None)
    return "" if first is None else first.extent.of(context.document.plain)


def lead_of(context: Context) -> str:
    """The first block behind the title, with the next one where the first has no figures."""
    plain = context.document.plain
    body = [one for one in context.document.blocks if one.kind is not BlockKind.TITLE][:2]
    if len(body) < 2 or any(
        one.quantities for one in context.sentences if body[0].extent.holds(one.extent)
    ):
        return opening_of(context)
    return body[0].extent.until(body[1].extent).of(plain)


def goes_on(own: str, known: str) -> bool:
    """Whether a sentence goes on about what is ``known``, in lower case: by name or "elle"."""
    subject = _OPENS.match(lower(own))
    if subject is None:
        return False
    return subject["noun"] is None or re.search(rf"\b{subject['noun'][:5]}", known) is not None


def told_in(context: Context, two: Pair) -> str:
    """The sentences that tell the two values."""
    both = [context.sentence_at(one.extent) for one in two.both]
    own = sorted({one.extent for one in both if one is not None})
    plain = context.document.plain
    if len(own) == 2 and plain[own[0].end : own[1].start].strip():
        return f"{own[0].of(plain)} {own[1].of(plain)}"
    return own[0].until(own[-1]).of(plain) if own else ""


def body_pairs(context: Context) -> Sequence[Pair]:
    """The values of one thing then and now that the body tells."""
    found: list[Pair] = []
    for index, sentence in enumerate(context.sentences):
        titled = context.document.blocks[sentence.sentence.block].kind is BlockKind.TITLE
        for passage in () if titled else passages(context, index):
            if len(passage.sentences) == 1:
                found += [one for one in pairs(passage) if one.ordered]
            elif passage.sentences[0] is sentence:
                across = then_and_now(pair_across(passage), passage)
                found += [across] if across is not None and across.ordered else []
    return found
