"""What the parse tells of a mention: its verb, the verb's subject, both as words.

The tree gives subject and predicate only. Figures and dates never hang on it: half of the
sentences rich in figures have a wrong attachment somewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from spacy.strings import get_string_id
from spacy.symbols import PRON, advmod, cop, mark, xcomp
from spacy.tokens import Doc, Span, Token

from fact_cli.pipeline.linear import (
    clause_ahead,
    clause_before,
    named_beside,
    subject_before,
    verb_before_brackets,
    verb_in_segment,
)
from fact_cli.pipeline.words import (
    HELPER_IDS,
    LONGEST_SUBJECT,
    NEGATIONS,
    STOP_IDS,
    VERB_IDS,
    Clause,
    Words,
    ids,
    is_verb,
)

NEAR = 4  # tokens between a verb and the infinitive that it governs
_SUBJECTS = ids({"nsubj", "nsubj:pass", "expl:subj"})
_NOUNS = ids({"NOUN", "PROPN"})
_HOLDERS = ids({"NOUN", "PROPN", "PRON"})
_DETERMINES = ids({"det", "nummod"})
_BETWEEN_VERBS = ids({"ADV", "ADP", "PRON", "AUX"})
_RELATIVE_CLAUSES = ids({"acl", "acl:relcl"})
_NO_PART = ids({"PUNCT", "VERB"})
_RELATIVE = get_string_id("acl:relcl")
# "requis contre l'homme, qui compte 19 mentions": the man counts, not "contre l'homme".
_LEADING = {"contre", "selon", "malgré", "sans", "sous", "dans", "chez", "pour", "par", "avec"}
_FLOATING = {"chacun", "chacune", "tous", "toutes"}  # "ils ont chacun vendu": no subject beside one
_LINKED = ids({"xcomp", "conj"})
_BREAKS = ids({"acl:relcl", "acl", "appos", "advcl", "parataxis", "ccomp", "cc", "conj"})
_BEFORE_SEASON = {"cet", "l'", "d'", "en", "chaque"}


def clause_of(span: Span) -> Clause:
    """The clause that holds ``span``, as far as the parse can be trusted, else by word order."""
    verb = _verb_above(span.root)
    if verb is None or _parted(span, verb):
        near = verb_in_segment(span)
        verb = verb if near is None else near
    if verb is None or verb.i < span.start:
        ahead = clause_ahead(span)
        if ahead.verb is not None:
            return ahead
    verb = verb or verb_before_brackets(span)
    if verb is None:
        return clause_before(span)
    verbs = [*_governed(verb), *_chain(verb)]
    top = verbs[-1]
    group = sorted({token.i for link in verbs for token in _group(link)})
    head = top
    predicate = _contiguous(verb.doc, group, _finite(head).i, span)
    subject = (
        named_beside(span, verb)
        or _subject(verbs)
        or subject_before(verb.doc, predicate.start, span)
        or _apposed(verb.doc, predicate.start)
    )
    if subject is not None and subject.end <= span.start and not subject.names(verb.doc):
        subject = None  # "la saison 2019 soit une baisse": a figure beside another is no subject
    return Clause(verb, predicate, subject)


def _apposed(doc: Doc, at: int) -> Words | None:
    """The noun that a participle behind a comma is said of: "une pierre, évaluée à …"."""
    participle = "Part" in doc[at].morph.get("VerbForm", [])
    if not participle or at < 2 or doc[at - 1].text != ",":
        return None
    nouns = [token for token in doc[max(0, at - LONGEST_SUBJECT) : at - 1] if token.pos in _NOUNS]
    return noun_phrase(nouns[-1]) if nouns else None


def _parted(span: Span, verb: Token) -> bool:
    """Whether a stop stands between a mention and the verb before it that the tree gives it."""
    between = span.doc[verb.i + 1 : span.start] if verb.i < span.start else span.doc[0:0]
    return any(token.orth in STOP_IDS for token in between)


def _finite(head: Token) -> Token:
    """The copula of a nominal predicate, "était de 15 %"; a verb is its own."""
    if head.pos in VERB_IDS:
        return head
    return next((child for child in head.children if child.dep == cop), head)


def _verb_above(token: Token) -> Token | None:
    for above in chain((token,), token.ancestors):
        if is_verb(above):
            return above
        if any(child.dep == cop and not _is_season(child) for child in above.children):
            return above
    return None


def _is_season(token: Token) -> bool:
    """Whether "été" is the summer, which the model takes for a participle of être."""
    return token.lower_ == "été" and token.i > 0 and token.nbor(-1).lower_ in _BEFORE_SEASON


def _governed(verb: Token) -> list[Token]:
    """The infinitive right behind a verb: "vont être distribuées", "a prévu d'investir"."""
    for child in verb.children:
        near = verb.i < child.i <= verb.i + NEAR
        if near and child.dep == xcomp and child.pos in VERB_IDS:
            return [*_governed(child), child]
    return []


def _chain(verb: Token) -> Iterator[Token]:
    """``verb`` and the verbs that govern it as their complement: investir ← s'est engagé."""
    yield verb
    above = verb
    while above.dep == xcomp and above.head.pos in VERB_IDS and above.head is not above:
        above = above.head
        yield above


def _group(verb: Token) -> Iterable[Token]:
    if verb.pos in VERB_IDS:
        yield verb
    for child in verb.children:
        negates = child.dep == advmod and child.lower_ in NEGATIONS
        if child.dep in HELPER_IDS or child.dep == mark or negates:
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
    return all(token.pos in _BETWEEN_VERBS for token in between)


def _subject(verbs: Sequence[Token]) -> Words | None:
    for verb in chain(verbs, _conjoined(verbs[-1])):
        found = [child for child in verb.children if child.dep in _SUBJECTS]
        if found:
            return noun_phrase(_antecedent(_likeliest(found, verb)))
    top = verbs[-1]
    if top.dep in _RELATIVE_CLAUSES and top.head.pos in _NOUNS:
        return noun_phrase(top.head)
    return None


def _likeliest(subjects: Sequence[Token], verb: Token) -> Token:
    """Of several subjects that the parse gives a verb, the nearest that begins as one does."""
    if len(subjects) == 1:
        return subjects[0]
    whole = [
        token for token in subjects
        if token.pos == PRON or token.text[0].isupper()
        or any(child.dep in _DETERMINES for child in token.children)
    ]  # fmt: skip
    whole = [token for token in whole if token.lower_ not in _FLOATING] or whole
    before = [token for token in whole or subjects if token.i < verb.i]
    return before[-1] if before else (whole or subjects)[0]


def _conjoined(verb: Token) -> Iterator[Token]:
    """The verbs to which ``verb`` is added: in "il achète et revend" the subject is shared."""
    above = verb
    while above.dep in _LINKED and above.head.pos in VERB_IDS and above.head is not above:
        above = above.head
        yield above


def _antecedent(subject: Token) -> Token:
    """What a relative pronoun stands for: the noun that its clause belongs to."""
    if subject.lower_ in {"qui", "lequel", "laquelle", "lesquels", "lesquelles"}:
        clause = subject.head
        if clause.dep == _RELATIVE and clause.head.pos in _HOLDERS:
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
            if child.dep not in _BREAKS and child.pos not in _NO_PART
        ]  # fmt: skip
    for token in noun.doc[noun.i : last + 1]:
        if token.orth in STOP_IDS:
            last = token.i - 1
            break
    if last - noun.i > LONGEST_SUBJECT:
        last = noun.i
    if noun.i - first > LONGEST_SUBJECT:
        first = noun.i
    while first < noun.i and noun.doc[first].lower_ in _LEADING:
        first += 1
    return Words(first, last + 1)
