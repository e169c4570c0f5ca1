"""The arithmetic of French number words: what adds, what multiplies, what cannot follow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number in words: its value, how many words it takes, and its last multiplier."""

    value: int = 0
    words: int = 0
    scale: int = 1


def spelled_value(
    words: Sequence[str], values: Mapping[str, int], scales: Mapping[str, int]
) -> Spelled:
    """The number that ``words`` begin with; of no words where they begin with none.

    ``scales`` are the nouns from million on. "deux trois" reads as two only.
    """
    found = Spelled()
    total = thousands = current = index = 0
    least, most = 0, 1001  # what the next word may add, both included
    last_scale = 0
    while index < len(words):
        word = words[index]
        value = values.get(word, -1)
        index += 1
        tens = current % 10 == 0 and 20 <= current % 100 <= 90
        if word == "et" and found.words and (tens or (thousands and not current)):
            if index < len(words) and words[index] in {"un", "une", "onze"}:
                continue
            break
        if word in scales and thousands + current and not 0 < last_scale <= scales[word]:
            last_scale = scales[word]
            total += (thousands + current) * last_scale
            thousands, current, least, most = 0, 0, 1, 1000
            found = Spelled(total, index, last_scale)
            continue
        if word in {"vingt", "vingts"} and current % 100 == 4:
            current, least, most = current + 76, 1, 19
        elif value == 100 and 1 < current < 20:
            current, least, most = current * 100, 1, 99
        elif value == 1000 and thousands == 0 and (current or most >= 1000):
            thousands, current, least, most = max(current, 1) * 1000, 0, 1, 999
        elif least <= value <= most and value != 1000:
            current += value
            least, most = _room_after(value)
        else:
            break
        found = Spelled(total + thousands + current, index)
    return found


def _room_after(value: int) -> tuple[int, int]:
    """What may be added to a number word: "soixante" up to 19, "dix" 7 to 9, "six" nothing."""
    if value == 100:
        return 1, 99
    if value in {60, 80}:
        return 1, 19
    if value >= 20:
        return 1, 9
    if value == 10:
        return 7, 9
    return 1, 0
