"""What "il", "elle", "le groupe" stand for: the last name or noun of the paragraph that fits."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from spacy.tokens import Token

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower
from fact_cli.model.text import Document, Extent
from fact_cli.pipeline.parsed import Parsed
from fact_cli.scan.sentences import cut

_PRONOUN = re.compile(r"(?:il|elle|ils|elles|celui-ci|celle-ci|ce dernier|cette dernière)", re.I)
_FEMININE = re.compile(r"elles?|celle-ci|cette dernière", re.I)
_PLURAL = re.compile(r"ils|elles|ces derni", re.I)
# Nouns by which a company, a town or a person is named again.
_NAMED_AGAIN = re.compile(
    r"(?:le|la|l'|cette?) ?(?:groupe|entreprise|société|start-up|firme|compagnie|constructeur"
    r"|géant|banque|marque|enseigne|éditeur|opérateur|assureur|club|ville|commune|association"
    r"|institut|organisation|ministère|chef de l'état|maire|ministre|président|directeur"
    r"|intéressée?|chanteu(?:r|se)|acteur|actrice|joueur|joueuse|parti|syndicat)",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:(?<=[^\W\d_] )|(?<=[('\"«,] )|(?<=[('\"«']))"
    r"[A-ZÀ-Þ][\w'&-]*[^\W_](?: (?:de |du |d'|la |le )?[A-ZÀ-Þ][\w'-]*[^\W_]){0,3}"
)
_SENTENCE_START_NAME = re.compile(r"[A-ZÀ-Þ][\w&-]*[^\W_](?: [A-ZÀ-Þ][\w'-]*[^\W_]){1,3}")
_PLACE_BEFORE = re.compile(r"\b(?:en|à|au|aux|dans|sur|vers|Les|«) ?$", re.IGNORECASE)
_IMPERSONAL = re.compile(
    r"\bil (?:y a|y avait|s'agit|s'agissait|faut|fallait|faudra|est (?:prévu|question|possible))",
    re.IGNORECASE,
)

SUBJECTS, SENTENCES = 100, 100  # how many of them a look back in the paragraph takes in
PLACE = 8  # characters before a name in which the word stands that makes it a place


class Names:
    """Looks back in the paragraph for what a subject stands for."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._block = -1  # the number of the block that is read
        self._subjects: list[tuple[Token, Extent]] = []  # the nouns told in it, and their words
        self._sentences: list[Extent] = []

    def named_by(self, subject: Extent, parsed: Parsed) -> Extent | None:
        """The words that ``subject`` stands for; None where it stands for itself.

        A pronoun takes the last subject of its block that agrees with it, else the last
        name; a noun such as "le groupe" takes the last name only.
        """
        plain = self._document.plain
        words = subject.of(plain).strip()
        self._enter(parsed.sentence.sentence.block)
        if _PRONOUN.fullmatch(words):
            if _IMPERSONAL.match(plain, subject.start):
                return None
            feminine, plural = bool(_FEMININE.match(words)), bool(_PLURAL.match(words))
            found = self._last_subject(subject, feminine=feminine, plural=plural)
            return found or (None if plural else self._last_name(subject.start))
        self._remember(subject, parsed)
        if _NAMED_AGAIN.fullmatch(words):
            return self._last_name(subject.start)
        return None

    def _enter(self, block: int) -> None:
        """Goes on to another block, where nothing has been told yet."""
        if block != self._block:
            self._block, self._subjects = block, []
            self._sentences = list(cut(self._document.plain, self._document.blocks[block].extent))

    def _remember(self, subject: Extent, parsed: Parsed) -> None:
        start, end = subject.start - parsed.offset, subject.end - parsed.offset
        span = parsed.doc.char_span(start, end, alignment_mode="expand")
        if span is not None and len(span) and span.root.pos_ in {"NOUN", "PROPN"}:
            self._subjects.append((span.root, subject))

    def _last_subject(self, pronoun: Extent, *, feminine: bool, plural: bool) -> Extent | None:
        for noun, words in self._subjects[: -SUBJECTS - 1 : -1]:
            before = words.end <= pronoun.start
            if before and _agrees(noun, feminine=feminine, plural=plural):
                return words
        return None

    def _last_name(self, before: int) -> Extent | None:
        """The last name of the block that ends before an offset."""
        behind = bisect_left(self._sentences, before, key=lambda one: one.start)
        for one in reversed(self._sentences[max(0, behind - SENTENCES) : behind]):
            found = list(self._names(Extent(one.start, min(one.end, before))))
            if found:
                return found[-1]
        return None

    def _names(self, sentence: Extent) -> Iterator[Extent]:
        """Runs of capitalised words, in text order; the first word of a sentence only in a run."""
        plain = self._document.plain
        opening = _SENTENCE_START_NAME.match(plain, sentence.start, sentence.end)
        if opening is not None:
            yield Extent(*opening.span())
        for match in _NAME.finditer(plain, sentence.start + 1, sentence.end):
            before = max(sentence.start, match.start() - PLACE)
            placed = _PLACE_BEFORE.search(plain, before, match.start())
            if placed is None and lower(match.group()) not in lexicon().grammar.function_words:
                yield Extent(*match.span())


def _agrees(token: Token, *, feminine: bool, plural: bool) -> bool:
    gender, number = token.morph.get("Gender", []), token.morph.get("Number", [])
    wrong_gender = gender and gender[0] != ("Fem" if feminine else "Masc")
    wrong_number = number and number[0] != ("Plur" if plural else "Sing")
    return not wrong_gender and not wrong_number
