"""How surely a claim is told: from verb endings and cues, which the model often misses."""

from __future__ import annotations

import re

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower
from fact_cli.model.claim import Modality

_WORD = re.compile(r"[^\W\d_]+'?")
_INFINITIVE = re.compile(r"[^\W\d_]+(?:er|ir|re)\Z")


def modality(sentence: str, predicate: str, time: str, *, to_come: bool) -> Modality:
    """The modality of a claim whose verb group is ``predicate``, within its sentence.

    ``time`` are the words that date it; ``to_come`` is true of what is meant to be done: an
    infinitive after "pour", the object of an announcement.
    """
    if sentence.rstrip(' "»').endswith("?"):
        return Modality.ASKED
    words = [word.lower() for word in _WORD.findall(predicate)]
    forms = lexicon()
    if _negated(words):
        return Modality.NEGATED
    if _is_near_future(words):
        return Modality.FORECAST
    if any(forms.conditional.match(word) for word in words):
        return Modality.CONDITIONAL
    if any(len(word) > 3 and forms.future.match(word) for word in words):
        return Modality.FORECAST
    planned = bool(forms.verbs["plan"].intersection(words))
    if planned or to_come or lower(time).startswith(forms.ahead):
        return Modality.FORECAST
    if not words and any(forms.conditional.match(word) for word in _WORD.findall(lower(sentence))):
        return Modality.CONDITIONAL
    return Modality.ASSERTED


def _is_near_future(words: list[str]) -> bool:
    """ "vont être distribuées", "devrait atteindre": a modal and an infinitive."""
    near = lexicon().near
    for index, word in enumerate(words):
        if word in near and any(_INFINITIVE.match(after) for after in words[index + 1 :]):
            return True
    return bool(words) and words[-1] in {"devrait", "devraient"}


def _negated(words: list[str]) -> bool:
    cues = lexicon().negation
    return bool(cues["say"].intersection(words) and cues["needs"].intersection(words))
