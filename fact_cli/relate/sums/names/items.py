"""How many things a list can name, at least and at most, whatever its items look like.

"le Koweït, Bahreïn et les Émirats" are three; "A et B, C et D" between three and four, since one
"et" may stand within an item; "Hayat B., compagne de C., et les frères B." at least two. What no
item opens as is a clause of the item before it, or an item with its noun left out: both are held
possible.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fact_cli.lang.words import SMALL_NUMBERS
from fact_cli.model.text import Extent

MANY = 99  # stands for a plural that says no number
_QUOTED = re.compile(r"«[^«»]*»|\"[^\"]*\"|“[^”]*”")
_BRACKET = re.compile(r"\([^()]*\)")
_ENDS = re.compile(r"[;:!?]|\.(?= |$)| [–—-] ")
_PARTS = re.compile(
    r" ?,? (?P<and>et|ou|ainsi que|ainsi qu(?=')|puis|mais aussi)(?: enfin)?[ ']| ?, (?:enfin )?"
)
_LEAD = r"(?:(?:de|à|par|avec|pour|contre|dans|en|chez) )?"
_BEFORE_NAME = r"(?:(?:de|du|des|à|au|aux|en|le|la|les|par|pour|chez|contre|dans) |d'|l' ?)*"
_NUMBERS = "|".join(word for word in SMALL_NUMBERS if word not in {"un", "une"})
# How an item can open, the first that fits; "\2" stands for a quotation.
_FORMS = {
    "quoted": re.compile(rf"{_BEFORE_NAME}[\2]"),
    "name": re.compile(rf"{_BEFORE_NAME}[A-ZÀ-Þ]"),
    "code": re.compile(r"(?:l[ae] |l')?(?:n° ?)?[A-Z]?\d{1,4}[A-Z]?$"),
    "one": re.compile(rf"(?:{_LEAD}|d')(?:l'une? (?:de|des)|une?) "),
    "many": re.compile(rf"{_LEAD}(?:(?:les|ses|ces|leurs) )?(?:{_NUMBERS}|\d+) [a-zà-ÿ]"),
    "the": re.compile(
        rf"{_LEAD}(?:(?:la|le|son|sa|mon|ma|ce|cet|cette|leur|notre|votre) |l')|(?:du|au) "
    ),
    "plural": re.compile(r"(?:(?:de|à|par) )?(?:les|des|ses|ces|leurs|aux|plusieurs|d'autres) "),
}
_FAMILY = {"quoted": 0, "name": 1, "code": 2, "one": 3, "the": 3, "plural": 3}
_EACH_TOLD = re.compile(r"l'une?\b|celu?i|celle|les uns|certain")  # "l'un à 9 h, l'autre à 10 h"
_OPEN = re.compile(r"\.\.\.|…|\b(?:etc|notamment|entre autres|par exemple|surtout)\b")
_GROUP = re.compile(
    r"\b(?:couple|paire|duo|trio|famille|fratrie|groupe|équipe|bande|série|ensemble|collectif"
    r"|autre|reste)\b"
)
# What belongs to the item before it.
_CLAUSE = re.compile(
    r"\d|[a-zà-ÿ]+(?:ée?|ie?|ue?|ite?|erte?)s?\b|(?:qui|que|dont|où|dans|avec|ce|soit|selon|a|ont|est|sont|se|pour|afin|après|avant|sur|alors"
    r"|tandis|mais|chacune?)\b|qu'|s'"
)
# What tells of its subject is no list of things.
_VERB = re.compile(
    r"\b(?:a|ont|est|sont|était|étaient|sera|seront|avait|avaient|peut|peuvent|doit|doivent|va|vont"
    r"|[a-zà-ÿ]{3,}(?:eront|aient|èrent|irent))\b"
)


@dataclass(frozen=True, slots=True)
class Listing:
    """The items of a list, and how many things they can be; ``form`` is that of the first."""

    items: Sequence[Extent]
    form: str
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class _Piece:
    extent: Extent
    form: str | None
    joined: bool  # behind an "et", not a comma
    aside: bool  # before a comma and an "et", which may close an apposition
    clause: bool
    group: bool  # one word for several


def listing(plain: str, start: int, end: int, *, bracket: bool) -> Listing | None:
    """The list that opens at ``start``: to ``end`` in a bracket, else to the end of its clause."""
    text = _masked(plain[start:end])
    if not bracket and (stop := _ENDS.search(text)) is not None:
        if stop.group() == ":":
            return None
        text = text[: stop.start()]
    if _OPEN.search(text):
        return None
    pieces = list(_pieces(text.rstrip(" ."), start))
    first = pieces[0].form
    ended = any(one.joined for one in pieces) or (bracket and pieces[1:])
    if first is None or first in {"many", "plural"} or not ended or _EACH_TOLD.match(text):
        return None
    known = _closed(pieces)
    if any(one.form == "many" or (first == "code" and one.form != first) for one in known):
        return None
    if first not in {"name", "quoted"} and any(
        _VERB.search(text, one.extent.start - start, one.extent.end - start) for one in known
    ):
        return None
    return _counted(known, first)


def _masked(text: str) -> str:
    """``text`` with what stands in quotes or brackets as one mark, letter for letter."""
    text = _QUOTED.sub(lambda found: "\2" * len(found.group()), text)
    return _BRACKET.sub(lambda found: "\1" * len(found.group()), text)


def _pieces(text: str, start: int) -> Iterator[_Piece]:
    cuts = list(_PARTS.finditer(text))
    starts, ends = [0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), len(text)]
    for number, (at, stop) in enumerate(zip(starts, ends, strict=True)):
        words = text[at:stop].strip()
        form = next((name for name, opens in _FORMS.items() if opens.match(words)), None)
        joined = number > 0 and cuts[number - 1]["and"] is not None
        clause = form is None and _CLAUSE.match(words) is not None
        group = _GROUP.search(words) is not None
        closed = number < len(cuts) and cuts[number]["and"] is not None
        aside = closed and cuts[number].group().lstrip().startswith(",")
        yield _Piece(Extent(start + at, start + stop), form, joined, aside, clause, group)


def _closed(pieces: Sequence[_Piece]) -> Sequence[_Piece]:
    """The pieces up to the one behind the last "et", where a clause or an apposition follows."""
    joined = [number for number, one in enumerate(pieces) if one.joined]
    clauses = [number for number, one in enumerate(pieces) if one.clause and not one.joined]
    end = next((one for one in clauses if joined and joined[0] < one), len(pieces))
    last = max((one for one in joined if one < end), default=end)
    if last + 1 < end and pieces[last + 1].form is None:
        end = last + 1
    return pieces[:end]


def _counted(pieces: Sequence[_Piece], first: str) -> Listing:
    """At least the items of the first one's kind, at most all that open as an item may."""
    joined = [number for number, one in enumerate(pieces) if one.joined and one.form is not None]
    commas = [number for number, one in enumerate(pieces[1:], 1) if not one.joined]
    # Of several "et", the first behind the last comma parts the last two items.
    behind = [number for number in joined if not commas or number > commas[-1]]
    parting = behind[0] if behind else (joined[-1] if joined else None)
    least = most = 1
    items = [pieces[0].extent]
    for number, one in enumerate(pieces[1:], 1):
        if one.form is None:
            most += one.joined or not one.clause
            continue
        alike = _FAMILY[one.form] == _FAMILY[first]
        ahead = not one.joined and not (joined and number > joined[0])
        least += number == parting or (alike and ahead and not one.aside)
        most += MANY if one.form == "plural" else 1
        items.append(one.extent)
    return Listing(items, first, least, most + MANY * any(one.group for one in pieces))
