"""Subject and predicate by the order of words, where the parse has none.

"La ville compte 12 000 habitants" has no verb for the model. French puts the subject before
the verb and the figure behind it.
"""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from fact_cli.lang.additions import per_lexicon
from fact_cli.lang.lexicon import lexicon
from fact_cli.pipeline.words import (
    LONGEST_SUBJECT,
    NOTHING,
    Clause,
    Words,
    is_verb,
    segment_before,
)

_NO_SUBJECT = {"ADP", "ADV", "SCONJ", "CCONJ", "PUNCT"}
_DETERMINERS = {
    "le", "la", "les", "l'", "un", "une", "des", "ce", "cet", "cette", "ces", "son", "sa", "ses",
    "leur", "leurs", "mon", "ma", "mes", "notre", "nos", "votre", "vos", "chaque", "aucun",
    "aucune", "plusieurs", "quelques", "certains", "certaines", "tous", "toutes", "deux", "trois",
}  # fmt: skip
_PRONOUNS = {"il", "elle", "ils", "elles", "on", "nous", "vous", "je", "j'", "ceux-ci", "celui-ci"}
_PREPOSITIONS = {
    "selon", "après", "avant", "pour", "dans", "sur", "par", "avec", "sans", "chez", "depuis",
    "pendant", "vers", "contre", "entre", "malgré", "dès", "lors", "outre", "parmi", "suite",
    "face", "en", "à", "au", "aux", "de", "du", "d'", "quant", "hors", "afin", "environ",
}  # fmt: skip
_AUXILIARIES = {"a", "ont", "avait", "avaient", "aurait", "auraient", "est", "sont", "était"}


def clause_before(span: Span) -> Clause:
    """The clause of a mention from the words before it: a known verb form and its subject."""
    doc = span.doc
    start = segment_before(doc, span.start)
    for index in range(span.start - 1, start - 1, -1):
        token = doc[index]
        if (
            token.lower_ in _verb_forms()
            and index > start
            and doc[index - 1].lower_ not in (_DETERMINERS | {"de", "d'"})
        ):
            first = index - (doc[index - 1].lower_ in _AUXILIARIES)
            predicate = Words(first, index + 1)
            return Clause(token, predicate, subject_before(doc, first, span))
    return NOTHING


@per_lexicon
def _verb_forms() -> frozenset[str]:
    known = lexicon().verbs
    return frozenset().union(*(known[name] for name in ("measure", "rise", "fall", "pass")))


def verb_in_segment(span: Span) -> Token | None:
    """The verb nearest before a mention that no stop parts from it: "évaluée à 3 millions"."""
    doc = span.doc
    start = segment_before(doc, span.start)
    for index in range(span.start - 1, start - 1, -1):
        if is_verb(doc[index]):
            return doc[index]
    return None


def subject_before(doc: Doc, verb_at: int, span: Span | None = None) -> Words | None:
    """The noun phrase right before a verb: back to a stop or a preposition that opens."""
    start = segment_before(doc, verb_at)
    while start < verb_at and doc[start].pos_ in {"CCONJ", "SCONJ", "ADV"}:
        start += 1
    words = doc[start:verb_at]
    if not 0 < len(words) <= LONGEST_SUBJECT or (span is not None and span.start < verb_at):
        return None
    if not _can_be_subject(words):
        return None
    return Words(start, verb_at)


def _can_be_subject(words: Span) -> bool:
    first = words[0]
    opens = first.text[:1].isupper() or first.lower_ in _DETERMINERS | _PRONOUNS
    opens = opens or first.pos_ in {"DET", "NUM", "PRON"} or first.like_num
    verbs = any(token.pos_ == "VERB" for token in words)
    closed = first.pos_ in _NO_SUBJECT or first.lower_ in _PREPOSITIONS
    return opens and not verbs and not closed
