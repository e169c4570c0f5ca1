"""What the title asserts and the body tells in the conditional: "complote" / "aurait discuté"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import fold, lower
from fact_cli.model.same import Drift
from fact_cli.model.text import BlockKind, Extent
from fact_cli.relate.context import Context
from fact_cli.relate.every_sentence import every_sentence
from fact_cli.relate.twice.values.same_words import first_letters

# The conditional of hearsay: "aurait discuté", "seraient", "pourrait avoir".
_HEARSAY = re.compile(
    r"\b(?:aurai(?:t|ent)|serai(?:t|ent)|pourrai(?:t|ent) avoir)(?: [^\W\d_]+){0,2}? "
    r"(?P<verb>[^\W\d_]{2,}(?:é|i|u|is|it|ert|oint)e?s?)\b"
)
_CUES = ("aurai", "serai", "pourrai")
# A title that says who says so, or that it is not sure.
_HEDGED = re.compile(
    r"[?«»\"]|\b(?:selon|d'après|aurai\w+|serai\w+|pourrai\w+|devrai\w+|peut-être|soupçonn\w+"
    r"|accus\w+|présumée?s?|supposée?s?|possible|rumeur|vers un|bientôt|va|vont|veut|si)\b|\? ?$"
)
# What the body tells so is a wish or a hypothesis, not hearsay.
_IF = re.compile(r"\b(?:si|s'|souhait\w+|voudrai\w+|aimerai\w+|devrai\w+|permettrai\w+)\b")
STEM = 5  # letters that the forms of a word share
SHARED = 2  # words of the title that the body's sentence tells again


def find(context: Context) -> Iterator[Drift]:
    document = context.document
    titles = [block for block in document.blocks if block.kind is BlockKind.TITLE]
    if not context.tells(_CUES):
        return
    if len(titles) != 1 or _HEDGED.search(lower(titles[0].extent.of(document.plain))):
        return
    title = titles[0].extent
    told = _stems(lower(title.of(document.plain)))
    own = [one for one in every_sentence(context) if not title.holds(one.extent)]
    for sentence in own:
        text = lower(sentence.extent.of(document.plain))
        hearsay = _HEARSAY.search(text)
        if hearsay is None or _IF.search(text) or context.quoted(sentence.extent):
            continue
        verb = fold(hearsay["verb"])[:STEM]
        if verb not in told:
            continue
        surely = any(
            verb in _stems(lower(one.extent.of(document.plain)))
            for one in own
            if one is not sentence
        )
        if not surely and len(told & _stems(text)) > SHARED:
            start = sentence.extent.start
            yield Drift(title, Extent(start + hearsay.start(), start + hearsay.end()))
            return


def _stems(text: str) -> frozenset[str]:
    return first_letters(text, STEM, shortest=4)
