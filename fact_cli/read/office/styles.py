"""Styles of word processors: what the name of one, or of one it builds on, says of a paragraph."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace

from fact_cli.model.text import BlockKind

LONGEST_CHAIN = 50  # styles built one on the other; templates have fewer than ten


@dataclass(frozen=True, slots=True)
class Style:
    """A style as its file declares it; None is what it leaves to the one that it builds on.

    ``level`` is that of a heading, from 1. ``looks`` gives the same with nothing left open.
    """

    name: str = ""
    based_on: str | None = None
    kind: BlockKind | None = None
    level: int | None = None
    hidden: bool | None = None
    listed: bool | None = None
    raised: bool | None = None

    def over(self, base: Style) -> Style:
        """This style, with ``base`` where it leaves something open."""
        kind, level = (self.kind, self.level) if self.kind else (base.kind, base.level)
        return Style(
            self.name,
            base.based_on,
            kind,
            self.level if self.level is not None else level,
            base.hidden if self.hidden is None else self.hidden,
            base.listed if self.listed is None else self.listed,
            base.raised if self.raised is None else self.raised,
        )


PLAIN = Style()


@dataclass(slots=True)
class Styles:
    """The styles of a document by their keys: an id, or "family:name" in OpenDocument."""

    declared: dict[str, Style] = field(default_factory=dict)
    _looks: dict[str, Style] = field(default_factory=dict)

    def looks(self, key: str) -> Style:
        """The style ``key`` with all that it builds on."""
        if key not in self._looks:
            self._looks[key] = self._resolved(key)
        return self._looks[key]

    def _resolved(self, key: str) -> Style:
        found, seen = self._declared(key), {key}
        while found.based_on and found.based_on not in seen and len(seen) < LONGEST_CHAIN:
            seen.add(found.based_on)
            found = found.over(self._declared(found.based_on))
        return found

    def _declared(self, key: str) -> Style:
        """A style as declared; one that is not is known by its key alone."""
        return named(self.declared.get(key) or Style(readable(key.rpartition(":")[2])))


def number(value: str) -> int | None:
    """The whole number that an attribute gives; None for anything else, or far too many digits."""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 7 else None


def readable(name: str) -> str:
    """A name as LibreOffice's window shows it: "Heading_20_1" is "Heading 1"."""
    return _CODED.sub(lambda code: chr(int(code[1], 16)), name)


_CODED = re.compile(r"_([0-9a-f]{2,4})_")
_SEPARATORS = re.compile(r"[\s_.’'-]+")
# Word and LibreOffice name theirs in English or in the language of the program, CMSs and
# newsrooms after their trade.
_KINDS = [
    (
        BlockKind.TITLE,
        r"(?:titre|title)(?: (?:de l )?article| principal| page| papier| document)?"
        r"|(?:article|news|document|main) title|headline",
    ),
    (
        BlockKind.STANDFIRST,
        r"subtitle|sous ?titre|chapo|chapeau|standfirst|lede|lead(?: paragraph)?|introduction",
    ),
    (BlockKind.BYLINE, r"byline|auteurs?|author|signature|signataire|date"),
    (
        BlockKind.HEADING,
        r"(?:heading|titre|title|sous ?titre|subtitle|subhead(?:ing)?|intertitre|inter)"
        r" ?(?P<level>\d)|intertitre|inter|heading|subhead(?:ing)?|surtitre|sur titre|kicker",
    ),
    (BlockKind.BOILERPLATE, r"(?:toc|tm|contents|table des matieres|tm titre) ?(?:\d+|heading)?"),
    (
        BlockKind.QUOTATION,
        r"(?:intense )?quote|citation(?: intense)?|quotations?|block ?(?:text|quote|quotation)"
        r"|exergue|pull ?quote|verbatim",
    ),
    (
        BlockKind.CAPTION,
        r"caption|legende(?: .*)?|credits?(?: photo)?|photo credit|illustration|figure",
    ),
    (
        BlockKind.LIST_ITEM,
        r"lists? ?(?:\d|bullet|number|paragraph|contents|continue).*|listes? .*|listepuces?\d?"
        r"|listenumeros?\d?|paragraphe ?(?:de )?liste|puces?(?: \d)?|bullets?(?: \d)?"
        r"|numbering.*",
    ),
]
_PATTERNS = [(kind, re.compile(pattern)) for kind, pattern in _KINDS]


def named(style: Style) -> Style:
    """``style`` with what its own name says."""
    letters = unicodedata.normalize("NFD", style.name.lower())
    name = "".join(letter for letter in letters if not unicodedata.combining(letter))
    name = _SEPARATORS.sub(" ", name).strip()
    for kind, pattern in _PATTERNS:
        found = pattern.fullmatch(name)
        if found is not None:
            level = found.groupdict().get("level")
            return replace(style, kind=kind, level=int(level) if level else style.level)
    return style
