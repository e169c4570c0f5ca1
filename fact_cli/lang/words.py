"""Word forms that the phrase compiler adds by itself: elision, contraction, plural, folding."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

ELIDED = {
    "de": ("de l'", "d'"),
    "le": ("l'",),
    "à": ("à l'",),
    "que": ("qu'",),
    "se": ("s'",),
}
CONTRACTED = {
    "de": ("de la", "des", "du", "de"),
    "le": ("les", "la", "le"),
    "à": ("à la", "aux", "au", "à"),
    "que": ("que",),
    "se": ("se",),
    "ce": ("cette", "cet", "ces", "ce"),
    "un": ("une", "un"),
    "son": ("son", "sa", "ses", "leur", "leurs"),
}
MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
    "novembre", "décembre",
)  # fmt: skip
MONTH = rf"(?:{'|'.join(MONTHS)})"
# Nouns that four digits date: "la crue de 2003" is no number.
EVENTS = (
    "crue|tempête|guerre|loi|élections?|crise|jeux|réforme|canicule|séisme|édition|incendie|accident"
    "|attentats?|inondations?|arrivée|départ|mort|création|fermeture|ouverture|victoire|défaite"
    "|sacre|titre|finale|révolution|grève|mondial|euro|naufrage|catastrophe"
)
# Folding these would make another common word of them: "dès" is not "des".
KEEPS_ACCENT = frozenset({"dès", "à", "où", "là", "né", "sûr", "côté", "août"})


def fold(text: str) -> str:
    """``text`` without accents, of the same length."""
    if text.isascii():
        return text
    return "".join(unicodedata.normalize("NFD", character)[0] for character in text)


def lower(text: str) -> str:
    """Lower case of the same length: a letter whose lower case is longer stays as it is."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def words_before(plain: str, start: int, most: int) -> str:
    """The last ``most`` characters of ``plain`` before ``start``, in lower case."""
    return lower(plain[max(0, start - most) : start])


def words_after(plain: str, end: int, most: int) -> str:
    """The first ``most`` characters of ``plain`` from ``end`` on, in lower case."""
    return lower(plain[end : end + most])


def in_brackets(plain: str, start: int, place: int) -> bool:
    """Whether a bracket opened at ``start`` or behind it is still open at ``place``."""
    return plain.rfind("(", start, place) > plain.rfind(")", start, place)


# What patterns spell out; numbers.toml has all of them.
SMALL_NUMBERS = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
    "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12,
}  # fmt: skip


# Nouns in -al whose plural is regular.
ENDS_IN_ALS = frozenset({
    "bal", "carnaval", "cérémonial", "chacal", "festival", "gigapascal", "hectopascal",
    "kilopascal", "mégapascal", "pascal", "real", "récital", "régal", "rial", "riyal", "réal",
})  # fmt: skip


# Nouns taken over with an English plural.
ENDS_IN_ES = frozenset({
    "brushes", "clashes", "coaches", "crashes", "flashes", "lunches", "matches",
    "pitches", "punches", "ranches", "sandwiches", "sketches", "smashes", "stretches",
})  # fmt: skip


def plural_of(word: str) -> str:
    """The regular plural of a noun in lower case: journal → journaux, prix → prix."""
    if word[-1] in "sxz":
        return word
    if word.endswith("al") and word not in ENDS_IN_ALS:
        return word[:-2] + "aux"
    if word.endswith(("eau", "eu", "au")):
        return word + "x"
    return word + "s"


def singular_of(word: str, invariable: Collection[str]) -> str:
    """A likely singular of a noun in lower case; the word itself where it has no plural mark."""
    if word in invariable or len(word) < 4:
        return word
    if word in ENDS_IN_ES:
        return word[:-2]
    if word.endswith(("eaux", "eux")):
        return word[:-1]
    if word.endswith("aux"):
        return word[:-3] + "al"
    return word[:-1] if word[-1] == "s" and word[-2] != "s" else word


def forms(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The whole and the elided forms that ``word`` of a phrase stands for."""
    whole = CONTRACTED.get(word)
    if whole is None:
        plural = len(word) > 2 and word.isalpha() and word[-1] not in "sxz"
        whole = (word + "s", word) if plural else (word,)
    return whole, ELIDED.get(word, ())


def _spelled(word: str, *, folded: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The forms of ``word``, where ``folded`` without their accents."""
    whole, elided = forms(word)
    if folded and word not in KEEPS_ACCENT:
        return tuple(map(fold, whole)), tuple(map(fold, elided))
    return whole, elided


def word_pattern(word: str, *, folded: bool, headless: bool = False) -> str:
    """A regular expression for every form of ``word``, bounded on both sides.

    Where ``headless``, of what follows its first letter, which stands right before.
    """
    whole, elided = _spelled(word, folded=folded)
    ends_bare = word[-1].isalnum()
    options = [
        (rf"(?<={re.escape(form[0])}){re.escape(form[1:])}" if headless else re.escape(form))
        + (r"(?!\w)" if ends_bare and form in whole else "")
        for form in (*whole, *elided)
    ]
    start = r"(?<!\w)" if word[0].isalnum() and not headless else ""
    body = options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"
    return start + body


def first_letters_of(word: str, *, folded: bool) -> set[str]:
    """The letters with which the forms of ``word`` begin."""
    whole, elided = _spelled(word, folded=folded)
    return {form[0] for form in (*whole, *elided)}


_BEGINNING = re.compile(r"[\w' -]*(?![?*{])")
_IN_GROUP = re.compile(r"\([^()]*\)")


def beginnings(pattern: str) -> tuple[str, ...]:
    """The letters with which each alternative of ``pattern`` begins: words with their endings.

    Where none of them stands in a text, the pattern does not match there.
    """
    while (flat := _IN_GROUP.sub("?", pattern)) != pattern:
        pattern = flat
    found = [_BEGINNING.match(one) for one in pattern.split("|")]
    return tuple(one.group() if one is not None else "" for one in found)
