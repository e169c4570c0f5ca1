"""How surely a claim is told: from verb endings and cues, which the model often misses."""

from __future__ import annotations

import re

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower
from fact_cli.model.claim import Modality
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import Deixis, LengthForm, RangeForm

_WORD = re.compile(r"[^\W\d_]+'?")


def modality(
    sentence: str, predicate: str, time: TimeExpression | None, *, purpose: bool
) -> Modality:
    """The modality of a claim whose verb group is ``predicate``, within its sentence.

    ``purpose`` is true of an infinitive after "pour": what is meant to be done.
    """
    if sentence.rstrip(' "»').endswith("?"):
        return Modality.ASKED
    words = [word.lower() for word in _WORD.findall(predicate)]
    forms = lexicon()
    if _negated(words):
        return Modality.NEGATED
    if any(forms.conditional.match(word) for word in words):
        return Modality.CONDITIONAL
    if any(len(word) > 3 and forms.future.match(word) for word in words):
        return Modality.FORECAST
    planned = bool(forms.verbs["plan"].intersection(words))
    if planned or purpose or _is_ahead(time):
        return Modality.FORECAST
    if not words and any(forms.conditional.match(word) for word in _WORD.findall(lower(sentence))):
        return Modality.CONDITIONAL
    return Modality.ASSERTED


def _negated(words: list[str]) -> bool:
    cues = lexicon().negation
    return bool(cues["say"].intersection(words) and cues["needs"].intersection(words))


def _is_ahead(time: TimeExpression | None) -> bool:
    """Whether a time says by itself that it lies ahead of the telling."""
    match None if time is None else time.form:
        case LengthForm(_, Deixis.NEXT):
            return True
        case RangeForm(None, end) if end is not None:
            return time is not None and "d'ici" in (time.hedge or "")
        case _:
            return False
