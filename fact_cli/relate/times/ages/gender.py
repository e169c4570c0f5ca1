"""Whether words of a man and of a woman can tell of one person: "né en 1967 … âgée de 93 ans"."""

from __future__ import annotations

import re

from fact_cli.model.mention import TimeExpression
from fact_cli.model.text import Extent

_BORN = re.compile(r"\b[Nn]é(?P<woman>e?)\b")
_AGED = re.compile(r"[Ââ]gé(?P<woman>e?)\b")
_OPENING_PRONOUN = re.compile(r"(?P<pronoun>Il|Elle)\b")
BEFORE = 30  # characters before an age in which it may be told as "âgé"


def may_be(birth: str, pronoun: str) -> bool:
    """Whether "il" or "elle" can be who was born in the sentence ``birth``."""
    born = _BORN.search(birth)
    return born is None or bool(born["woman"]) == (pronoun.lower() == "elle")


def opens_otherwise(birth: str, ahead: str) -> bool:
    """Whether a sentence opens with the pronoun that who was born cannot have: "Né …", "Elle"."""
    opens = _OPENING_PRONOUN.match(ahead)
    return opens is not None and not may_be(birth, opens["pronoun"])


def aged_otherwise(
    plain: str, sentence: Extent, birth: TimeExpression, age: TimeExpression
) -> bool:
    """Whether somebody is "âgée" behind the birth of a man in ``sentence``, or the reverse."""
    born = list(_BORN.finditer(plain, sentence.start, birth.extent.start))
    start = max(age.extent.start - BEFORE, 0)
    comma = plain.rfind(",", start, age.extent.start) + 1
    aged = _AGED.search(plain, max(start, comma), age.extent.end)
    if not born or aged is None:
        return False
    return bool(aged["woman"]) != bool(born[-1]["woman"])
