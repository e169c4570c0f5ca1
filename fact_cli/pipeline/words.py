"""Runs of tokens, and what the tree and the linear patterns share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.strings import get_string_id
from spacy.tokens import Doc, Span, Token

VERBS = {"VERB", "AUX"}
HELPERS = {"aux", "aux:tense", "aux:pass", "aux:caus", "cop", "expl:comp", "expl:pass", "expl:pv"}
NEGATIONS = {"ne", "n'", "pas", "jamais", "plus"}
STOPS = {",", ";", ":", ".", "(", ")", "«", "»", '"', "?", "!", "-", "–"}
LONGEST_SUBJECT = 10  # words: a longer stretch is the parser's, not the article's


@dataclass(frozen=True, slots=True)
class Words:
    """A run of tokens by their indices in the doc, ``end`` not included."""

    start: int
    end: int

    def span(self, doc: Doc) -> Span:
        return doc[self.start : self.end]

    def names(self, doc: Doc) -> bool:
        """Whether there is a word among them at all, and not a bare figure."""
        return any(map(str.isalpha, self.span(doc).text))


@dataclass(frozen=True, slots=True)
class Clause:
    """The verb that governs a mention, its group, and its subject, each if found."""

    verb: Token | None
    predicate: Words | None
    subject: Words | None


NOTHING = Clause(None, None, None)


def ids(words: Iterable[str]) -> frozenset[int]:
    """The numbers by which spaCy keeps words and labels: it takes time to have them spelled."""
    return frozenset(map(get_string_id, words))


VERB_IDS, HELPER_IDS, STOP_IDS = ids(VERBS), ids(HELPERS), ids(STOPS)


def is_verb(token: Token) -> bool:
    """Whether a token is a verb of its own, no auxiliary of another."""
    return token.pos in VERB_IDS and token.dep not in HELPER_IDS


def segment_before(doc: Doc, at: int) -> int:
    """Where the words before ``at`` begin that no comma or other stop parts from it."""
    start = at
    while start > 0:
        token = doc[start - 1]
        if token.orth in STOP_IDS or token.is_space:
            break
        start -= 1
    return start
