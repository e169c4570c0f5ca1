"""What somebody did, dated before the birth or after the death told beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from fact_cli.lang.lexicon import read
from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Order
from fact_cli.relate.context import Context
from fact_cli.relate.times.moments import KIN, dates, is_birth, is_death, moment, names_year

# Between a death and the date of an act: the verb right behind the comma, or its subject first.
_SUBJECT = r"(?:(?:il|elle|l[ea] [^\W\d_]+|l'[^\W\d_]+)(?: [^\W\d_]+){0,2} )?(?:y |s'y |en )?"
_NOT_HIS = re.compile(
    r"\b(?:posthume|encore|domaine|mémoire|hommage|panthéon|cendres|dépouille|ils|elles|ont)\b"
)


@cache
def _acts() -> re.Pattern[str]:
    verbs = "|".join(read("events")["lived"]["say"])
    return re.compile(
        rf"[^.;:,()\d]{{0,40}}, {_SUBJECT}(?:{verbs})\b"
        r"(?![^,]*[^\W\d_](?:ée?s?|ite?s?|ise?s?) (?:en|le|dès) $)[^.;:,()\d]{0,90} (?:en|le|dès) $"
    )


def find(context: Context) -> Iterator[Order]:
    plain = context.document.plain
    for sentence in context.sentences:
        found = _lived(plain, sentence)
        if found is not None:
            yield found


def _lived(plain: str, sentence: ScannedSentence) -> Order | None:
    """The only two dates of a sentence, a birth or death first and then an act."""
    told = dates(sentence)
    words = lower(sentence.extent.of(plain))
    if len(told) != 2 or not all(map(names_year, told)) or KIN.search(words):
        return None
    life, act = told
    acts = _acts().fullmatch(lower(plain[life.extent.end : act.extent.start]))
    if acts is None or _NOT_HIS.search(words):
        return None
    if is_death(plain, sentence, life):
        return Order(moment(act), moment(life), ("acte", "décès"), Binding.INFERRED)
    if is_birth(plain, sentence, life):
        return Order(moment(life), moment(act), ("naissance", "acte"), Binding.INFERRED)
    return None
