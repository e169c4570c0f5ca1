"""Which of the one-byte encodings of French a text is in: Windows, Latin-9 or old Macintosh.

Each reading costs a point for every character that does not stand as French sets it: read in
the wrong encoding, "é" becomes "Ž" or "È" in the middle of a word, "œ" becomes "½", a
guillemet becomes a capital. The cheapest reading is the text; between equals Windows-1252,
which is by far the most common. A text in which half of these characters stand wrong in each
reading is no French, or no text. ``python -m benchmarks.encodings`` measures it.
"""

from __future__ import annotations

import re
from itertools import islice

ENCODINGS = ("cp1252", "iso8859-15", "mac_roman")  # the most common first
JUDGED = 2000  # characters beyond ASCII on which a reading is judged: some thirty pages
WRONG = 0.5  # share of them that may stand wrong: one foreign name in a short text
FEW = 8  # so many letters beyond ASCII may outnumber the others: "été"

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_LETTER = re.compile(r"[A-Za-z]")
_HIGH = re.compile(rb"[\x80-\xff]")
_C1 = re.compile(rb"[\x80-\x9f]")  # controls in Latin-9; letters and quotes in the others
_FITS = re.compile(
    r"""
  # small letters, not between capitals; "ç" before a, o, u; "ù" in "où" alone
  (?:(?<![A-ZÀ-Þ]) | (?<=\b[A-Z])(?!.[A-Z])) (?:[àâèéêëîïôûüœæ] | ç(?=[aouâôû]) | (?<=o)ù)
  # capitals, not behind a small letter: some anywhere, some before a letter, some in a word
| (?<![a-zß-ÿœ]) (?:[ÉÔŒÆ] | À(?![a-z]))
| (?<![^\sA-Z'’(«“"\xa0-]) [ÂÇÈÊÎ] (?=[A-Za-z])
| (?<=[A-Z]) [ËÏÙÛÜ]
  # quotes at the edges of words, dashes and dots not before one, no-break spaces between none
| (?<!\w)[«“‘] | [»”](?!\w) | (?<=[^\W_])’ | ’(?!\w)
| [–—…](?![^\W\d_])
| (?<![^\W\d_])\xa0 | \xa0(?![^\W\d_])
  # signs, not inside words; "k€" and "Md€", "n°"
| (?<![a-zß-ÿ])[€£](?![^\W\d_]) | (?<=[kd])€(?!\w)
| (?<![a-zß-ÿ])°(?![a-zß-ÿ]) | (?<=[nN])°
| (?<![^\W\d_])[½¼¾](?![^\W\d_])
| [•®©™†](?!\w)
| [²³·×§±µª\xad]
    """,
    re.VERBOSE,
)
# Half a point: letters of other languages in names, and what careless typing leaves.
_RARE = re.compile(r"(?<=[a-zA-Zß-ÿ])[ß-öø-ÿšž](?=[a-zß-ÿ]|\b)|[\xa0…]")


def french(data: bytes) -> str | None:
    """The text of ``data`` in the encoding that makes French of it, or None."""
    end = _judged(data)
    best: tuple[float, str] | None = None
    for encoding in ENCODINGS:
        text = _read(data, encoding)
        if text is not None:
            cost = _cost(text[:end])
            if best is None or cost < best[0]:
                best = cost, text
    if best is None or best[0] > WRONG or _is_foreign(best[1][:end]):
        return None
    return best[1]


def _judged(data: bytes) -> int:
    """How many bytes, which are as many characters, are looked at."""
    beyond = islice(_HIGH.finditer(data), JUDGED - 1, JUDGED)
    return next((found.end() for found in beyond), len(data))


def _read(data: bytes, encoding: str) -> str | None:
    if encoding == "iso8859-15" and _C1.search(data):
        return None
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _cost(text: str) -> float:
    """The share of the characters beyond ASCII that stand wrong, the rare ones by half."""
    points = [
        0.0 if _FITS.match(text, at) else 0.5 if _RARE.match(text, at) else 1.0
        for at in (found.start() for found in _BEYOND_ASCII.finditer(text))
    ]
    return sum(points) / max(1, len(points))


def _is_foreign(text: str) -> bool:
    """Whether most letters are beyond ASCII, as those of another alphabet are."""
    beyond = sum(found.group().isalpha() for found in _BEYOND_ASCII.finditer(text))
    return beyond > FEW and beyond > len(_LETTER.findall(text))
