"""What the parse tells of a mention: its verb, the verb's subject, both as words.

The tree gives subject and predicate only. Figures and dates never hang on it: half of the
sentences rich in figures have a wrong attachment somewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

_VERBS = {"VERB", "AUX"}
_SUBJECTS = {"nsubj", "nsubj:pass", "expl:subj"}
_HELPERS = {"aux", "aux:tense", "aux:pass", "aux:caus", "cop", "expl:comp", "expl:pass", "expl:pv"}
_NEGATIONS = {"ne", "n'", "pas", "jamais", "plus"}
_LINKED = {"xcomp", "conj"}
_BREAKS = {"acl:relcl", "acl", "appos", "advcl", "parataxis", "ccomp", "cc", "conj"}
_BEFORE_SEASON = {"cet", "l'", "d'", "en", "chaque"}
_STOPS = {",", ";", ":", ".", "(", ")", "«", "»", '"', "?", "!"}
LONGEST_SUBJECT = 10  # words: a longer stretch is the parser's, not the article's


@dataclass(frozen=True, slots=True)
class Words:
    """A run of tokens by their indices in the doc, ``end`` not included."""

    start: int
    end: int

    def span(self, doc: Doc) -> Span:
        return doc[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Clause:
    """The verb that governs a mention, its group, and its subject, each if found."""

    verb: Token | None
    predicate: Words | None
    subject: Words | None


def clause_of(span: Span) -> Clause:
    """The clause that holds ``span``, as far as the parse can be trusted."""
    verb = _verb_above(span.root)
    if verb is None:
        return Clause(None, None, None)
    chain = list(_chain(verb))
    top = chain[-1]
    group = sorted({token.i for link in chain for token in _group(link)})
    predicate = _contiguous(verb.doc, group, (verb if len(chain) == 1 else top).i, span)
    subject = _subject(chain) or _before(verb.doc, predicate, span)
    return Clause(verb, predicate, subject)


def _before(doc: Doc, predicate: Words, span: Span) -> Words | None:
    """The words right before the verb where the parse found no subject: names, mostly.

    They reach back to the start of the sentence or a comma, and hold no verb.
    """
    start = predicate.start
    while start > 0 and doc[start - 1].text not in _STOPS and not doc[start - 1].is_space:
        start -= 1
    words = doc[start : predicate.start]
    short = 0 < len(words) <= LONGEST_SUBJECT
    if not short or span.start < predicate.start or not _can_be_subject(words):
        return None
    return Words(start, predicate.start)


def _can_be_subject(words: Span) -> bool:
    named = words[0].text[:1].isupper() or words[0].pos_ == "DET"
    verbs = any(token.pos_ == "VERB" for token in words)
    return named and not verbs and words[0].pos_ not in {"ADP", "ADV", "SCONJ", "CCONJ"}


def _verb_above(token: Token) -> Token | None:
    for above in (token, *token.ancestors):
        if above.pos_ in _VERBS and above.dep_ not in _HELPERS:
            return above
        if any(child.dep_ == "cop" and not _is_season(child) for child in above.children):
            return above
    return None


def _is_season(token: Token) -> bool:
    """Whether "été" is the summer, which the model takes for a participle of être."""
    return token.lower_ == "été" and token.i > 0 and token.nbor(-1).lower_ in _BEFORE_SEASON


def _chain(verb: Token) -> Iterator[Token]:
    """``verb`` and the verbs that govern it as their complement: investir ← s'est engagé."""
    yield verb
    above = verb
    while above.dep_ == "xcomp" and above.head.pos_ in _VERBS and above.head is not above:
        above = above.head
        yield above


def _group(verb: Token) -> Iterable[Token]:
    yield verb
    for child in verb.children:
        negates = child.dep_ == "advmod" and child.lower_ in _NEGATIONS
        if child.dep_ in _HELPERS or child.dep_ == "mark" or negates:
            yield child


def _contiguous(doc: Doc, group: Sequence[int], head: int, span: Span) -> Words:
    """The run of verb words around ``head``, small words and adverbs between them included."""
    start = end = group.index(head) if head in group else 0
    while start > 0 and group[start] - group[start - 1] <= 3 and _between(doc, group, start - 1):
        start -= 1
    while end + 1 < len(group) and group[end + 1] - group[end] <= 3 and _between(doc, group, end):
        end += 1
    first, last = group[start], group[end] + 1
    if first < span.start < last:
        last = span.start
    return Words(first, max(last, first + 1))


def _between(doc: Doc, group: Sequence[int], index: int) -> bool:
    """Whether nothing but adverbs and particles stands between two words of a verb group."""
    between = doc[group[index] + 1 : group[index + 1]]
    return all(token.pos_ in {"ADV", "ADP", "PRON", "AUX"} for token in between)


def _subject(chain: Sequence[Token]) -> Words | None:
    for verb in (*chain, *_conjoined(chain[-1])):
        for child in verb.children:
            if child.dep_ in _SUBJECTS:
                return noun_phrase(_antecedent(child))
    top = chain[-1]
    if top.dep_ in {"acl", "acl:relcl"} and top.head.pos_ in {"NOUN", "PROPN"}:
        return noun_phrase(top.head)
    return None


def _conjoined(verb: Token) -> Iterator[Token]:
    """The verbs to which ``verb`` is added: in "il achète et revend" the subject is shared."""
    above = verb
    while above.dep_ in _LINKED and above.head.pos_ in _VERBS and above.head is not above:
        above = above.head
        yield above


def _antecedent(subject: Token) -> Token:
    """What a relative pronoun stands for: the noun that its clause belongs to."""
    if subject.lower_ in {"qui", "lequel", "laquelle", "lesquels", "lesquelles"}:
        clause = subject.head
        if clause.dep_ == "acl:relcl" and clause.head.pos_ in {"NOUN", "PROPN", "PRON"}:
            return clause.head
    return subject


def noun_phrase(noun: Token) -> Words:
    """``noun`` with its article, adjectives and complements, without clauses or apposition."""
    first, last = noun.i, noun.i
    stack = [noun]
    while stack:
        token = stack.pop()
        first, last = min(first, token.i), max(last, token.i)
        stack += [
            child for child in token.children
            if child.dep_ not in _BREAKS and child.pos_ not in {"PUNCT", "VERB"}
        ]  # fmt: skip
    for token in noun.doc[noun.i : last + 1]:
        if token.text in _STOPS:
            last = token.i - 1
            break
    if last - noun.i > LONGEST_SUBJECT:
        last = noun.i
    if noun.i - first > LONGEST_SUBJECT:
        first = noun.i
    return Words(first, last + 1)
