"""The words around a figure, and what they tell of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity
from fact_cli.model.text import Block, BlockKind
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import end_of
from fact_cli.relate.twice.values.close_words import close_words, complements
from fact_cli.relate.twice.values.kinds import of_what, words_ahead, words_behind
from fact_cli.relate.twice.values.labels import stands_beside
from fact_cli.relate.twice.values.same_words import stems, words
from fact_cli.relate.twice.values.told_how import (
    is_aside,
    is_asked,
    is_bare,
    is_base,
    is_fresh,
    is_known,
    is_pointed,
    is_updated,
    sentenced,
)
from fact_cli.relate.twice.values.told_when import (
    day_of_publication,
    hours_of,
    is_former,
    is_past,
    months_of,
    newest_day,
    years_of,
)

NEAREST = 28  # characters around a figure in which a name is its own
LED = 2000  # characters of a paragraph before a sentence that tell what it speaks of
PRONOUNS = ("il ", "elle ", "ils ", "elles ")

_NAME = re.compile(r"\b[A-ZÀ-Þ][\w'-]{2,}")
_QUOTE = re.compile(r"[«\" -]*")
_NEXT_DOOR = re.compile(r"[^\W\d_] (?:voisine?s?|mitoyen(?:ne)?s?|d'à côté|d'en face)\b")


# "Un autre lot, une lettre, a dépassé l'estimation. Les 64 700 euros …"
_ANOTHER = re.compile(r"(?:un|une) (?:autre|second|seconde|deuxième) [^\W\d_]")


class Around:
    """What is told around a figure of ``sentence``, beside ``others``; read when asked for."""

    def __init__(
        self,
        context: Context,
        figure: Quantity,
        sentence: ScannedSentence,
        others: Sequence[Quantity],
    ) -> None:
        self.figure = figure
        self.sentence = sentence
        self._context = context
        self._plain = context.document.plain
        self._others = others

    @property
    def _block(self) -> Block:
        return self._context.document.blocks[self.sentence.sentence.block]

    @cached_property
    def _ahead(self) -> str:
        return words_ahead(self._plain, self.sentence, self.figure)

    @cached_property
    def _behind(self) -> str:
        return words_behind(self._plain, self.sentence, self.figure)

    @cached_property
    def noun(self) -> str:
        """What it counts, in lower case."""
        return lower(self._plain[self.figure.extent.start : end_of(self.figure)])

    @cached_property
    def clause(self) -> str:
        """``noun`` with the words around it."""
        return f"{self._ahead} {self.noun} {self._behind}"

    @cached_property
    def told(self) -> str:
        """The whole sentence, in lower case."""
        return lower(self.sentence.extent.of(self._plain))

    @cached_property
    def led(self) -> str:
        """What its paragraph has told before, in lower case."""
        start = self.sentence.extent.start
        return lower(self._plain[max(self._block.extent.start, start - LED) : start])

    @cached_property
    def stems(self) -> frozenset[str]:
        """The content words around it."""
        return stems(self._ahead + " " + self._behind) | sentenced(self.figure, self._behind)

    @cached_property
    def close(self) -> frozenset[str]:
        """The words and numbers next to it, none beyond another figure of its kind."""
        return close_words(self._plain, self.sentence, self.figure, self.rivals)

    @cached_property
    def complements(self) -> Mapping[tuple[str, bool], str]:
        """Words next to it, each with the one that says of which one it is told."""
        return complements(self._plain, self.sentence, self.figure, self.rivals)

    @cached_property
    def names(self) -> frozenset[str]:
        """The proper names beside it."""
        start, end = self.figure.reach.start - NEAREST, end_of(self.figure) + NEAREST
        return _names(self._plain, self.sentence, start, end) - {self.figure.of}

    @cached_property
    def around(self) -> frozenset[str]:
        """All proper names of its sentence."""
        extent = self.sentence.extent
        return _names(self._plain, self.sentence, extent.start, extent.end)

    @cached_property
    def years(self) -> frozenset[int]:
        """The years of which it is told; "l'an dernier" of a quotation is left to its speaker."""
        quoted = self._context.quoted(self.figure.extent)
        now = None if quoted else day_of_publication(self._context)
        return years_of(self._plain, self.sentence, self.rivals, now)

    @cached_property
    def months(self) -> frozenset[tuple[int, int]]:
        """The months that its sentence tells of as a whole."""
        return months_of(self.sentence)

    @cached_property
    def hours(self) -> frozenset[str]:
        """The times of day that its sentence tells."""
        return hours_of(self.sentence)

    @cached_property
    def known(self) -> bool:
        """Whether it is spoken of as of something already told ("les 680 habitants")."""
        return is_known(self._context, self.sentence, self.figure, self._ahead)

    @cached_property
    def pointed(self) -> bool:
        """Whether it points back to what is told already ("ces")."""
        return is_pointed(self._plain, self.figure, self._ahead)

    @cached_property
    def bare(self) -> bool:
        """Whether nothing behind its noun says which ones."""
        return is_bare(self._plain, self.sentence, self.figure)

    @cached_property
    def alone(self) -> bool:
        """Whether it is no part, base, plan or record, which is told beside another value."""
        title = self._block.kind is BlockKind.TITLE
        aside = not self.known and is_aside(self._plain, self.sentence, self.figure, title=title)
        return not aside and self.single

    @property
    def single(self) -> bool:
        """Whether no figure of its kind stands beside it."""
        return len(self._mains) <= self.known

    @property
    def opening(self) -> bool:
        """Whether it stands before all of its kind."""
        return all(self.figure.extent < one.extent for one in self._mains)

    @cached_property
    def of_what(self) -> str | None:
        """The word behind "de"."""
        return of_what(self._plain, self.figure)

    @cached_property
    def former(self) -> bool:
        """Whether it is of a year before the article's and the last, or told as over by then."""
        return is_former(self.years, self.told, day_of_publication(self._context))

    @cached_property
    def asked(self) -> bool:
        """Whether it is a penalty that was only asked for, or given by an earlier court."""
        return is_asked(self.figure, self._ahead, self._behind)

    @cached_property
    def base(self) -> bool:
        """Whether a word calls it a base ("contre 840", "l'ancienne marque")."""
        return is_base(self.figure, self._ahead, known=self.known)

    @property
    def described(self) -> bool:
        """Whether it only describes what its sentence tells of ("une salle de 800 places")."""
        return self.known or self._ahead.endswith((" de ", " d'"))

    @cached_property
    def updated(self) -> bool:
        """Whether its sentence tells of a newer count, or goes on about another thing."""
        return is_updated(self._subject) or _ANOTHER.match(_last(self.led)) is not None

    @cached_property
    def past(self) -> bool:
        """Whether its sentence dates what it tells before the days of the article."""
        earlier = words().earlier.search(self.told) is not None
        return earlier or is_past(self.sentence, newest_day(self._context))

    @cached_property
    def fresh(self) -> bool:
        """Whether a place or name stands right behind it that the article has not told before."""
        fresh = is_fresh(self._context, self.sentence, self.figure)
        return fresh or _NEXT_DOOR.search(self._subject) is not None

    @cached_property
    def beside(self) -> bool:
        """Whether it stands in a caption or a table."""
        return stands_beside(self._context, self.sentence)

    @cached_property
    def _subject(self) -> str:
        return _with_subject(self.told, self._ahead, self.led)

    @cached_property
    def rivals(self) -> Sequence[Quantity]:
        """The figures of its kind in its sentence."""
        figure, plain = self.figure, self._plain
        measured = (figure.kind, figure.unit, figure.of)
        return [
            one
            for one in self._others
            if (one.kind, one.unit, one.of) == measured
            and not _are_of_two(self.of_what, of_what(plain, one))
        ]

    @cached_property
    def _mains(self) -> Sequence[Quantity]:
        return [one for one in self.rivals if not is_aside(self._plain, self.sentence, one)]


def _are_of_two(one: str | None, other: str | None) -> bool:
    """ "18 mois de prison et cinq ans d'inéligibilité": neither stands beside the other."""
    return one is not None and other is not None and one != other


def _with_subject(told: str, ahead: str, led: str) -> str:
    """A sentence with the one before it, which tells what its pronoun stands for.

    "L'immeuble voisin a été vidé. Ses 43 occupants dormiront à l'hôtel."
    """
    if not told.startswith(PRONOUNS) and not ahead.endswith(("ses ", "leurs ", "ces ")):
        return told
    return _last(led) + " " + told


def _last(led: str) -> str:
    """The last sentence of ``led``."""
    return re.split(r"[.!?] ", led.rstrip(" .!?"))[-1]


def _names(plain: str, sentence: ScannedSentence, start: int, end: int) -> frozenset[str]:
    """The words with a capital from ``start`` to ``end`` that do not open the sentence."""
    ignored = lexicon().grammar.function_words
    low, high = sentence.extent.start, sentence.extent.end
    opened = _QUOTE.match(plain, low)
    first = low if opened is None else opened.end()
    found = [
        lower(name.group())
        for name in _NAME.finditer(plain, max(low, start), min(high, end))
        if name.start() > first
    ]
    return frozenset(name for name in found if name not in ignored)
