"""The tense of a sentence from its verb endings, as far as a date needs it."""

from __future__ import annotations

import re
from functools import cache

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower
from fact_cli.scan.times.context import Tense

_WORD = re.compile(r"[^\W\d_]+")
# A plan told in the past is about a day to come: "était prévu le 4 juin".
_PLANNED = re.compile(
    r"\b(?:prévue?s?|fixée?s?|attendue?s?|annoncée?s?|programmée?s?|reportée?s?)\b"
)


@cache
def _compound() -> re.Pattern[str]:
    """An auxiliary and a participle, with adverbs between: "ont été progressivement rendus"."""
    forms = lexicon().compound
    auxiliary, adverb, ending = (
        "|".join(forms[key]) for key in ("auxiliaries", "between", "endings")
    )
    return re.compile(rf"\b(?:{auxiliary})(?: (?:{adverb}|\w+ment))* \w{{2,}}(?:{ending})(?!\w)")


def tense_of(plain: str) -> Tense | None:
    """Past or future where every verb of ``plain`` that tells a tense tells the same one."""
    text = lower(plain)
    words = _WORD.findall(text)
    forms = lexicon()
    future = any(len(word) > 3 and forms.future.match(word) for word in words)
    past = _compound().search(text) is not None or any(
        forms.past.match(word) and not forms.conditional.match(word) for word in words
    )
    if future == past or _PLANNED.search(text):
        return None
    return Tense.FUTURE if future else Tense.PAST
