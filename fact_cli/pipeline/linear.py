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
    STOPS,
    VERBS,
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
_CLITICS = {"ne", "n'", "se", "s'", "y", "en", "lui", "leur", "les", "l'"}
_RELATIVES = {"qui", "que", "qu'", "dont", "où", "lequel", "laquelle", "lesquels", "lesquelles"}
_ABOUT = {"près", "plus", "moins", "de", "d'", "environ", "quelque"}
_BESIDE_NAME = {"à", "avec", "("}
_BEFORE_NAME = {",", ";", "et", "puis", "devant", "derrière"}
FARTHEST_VERB = 25  # tokens from a figure to the verb whose subject it opens


def clause_ahead(span: Span) -> Clause:
    """The clause whose subject a figure opens: "… et quatre autres ont été blessées".

    Its verb is in the plural, and nothing but the rest of the subject stands before it.
    """
    doc = span.doc
    start = _opening(doc, span.start)
    finite = None if start is None else _plural_after(doc, span.end)
    if start is None or finite is None:
        return NOTHING
    first, last = finite, finite + 1
    while first > span.end and doc[first - 1].lower_ in _CLITICS:
        first -= 1
    while last < len(doc) and doc[last].pos_ in VERBS | {"ADV"}:
        last += 1
    while doc[last - 1].pos_ == "ADV":
        last -= 1
    end = first if first - start <= LONGEST_SUBJECT else min(first, span.end + 1)
    return Clause(doc[last - 1], Words(first, last), Words(start, end))


def _opening(doc: Doc, at: int) -> int | None:
    """Where the noun phrase of a figure begins, if it begins a stretch: "près de 40 élus"."""
    while at > 0 and (doc[at - 1].pos_ in {"DET", "ADV"} or doc[at - 1].lower_ in _ABOUT):
        at -= 1
    opens = at == 0 or doc[at - 1].text in STOPS - {"("} or doc[at - 1].pos_ == "CCONJ"
    return at if opens and doc[at].lower_ not in {"de", "d'"} else None


def _plural_after(doc: Doc, start: int) -> int | None:
    """The first finite verb from ``start``, if it is a plural; what stands in brackets aside."""
    if doc[start : start + 1].text and doc[start].pos_ in {"DET", "PRON"}:
        return None
    bracketed = False
    for token in doc[start : start + FARTHEST_VERB]:
        if token.text in {"(", ")"}:
            bracketed = token.text == "("
        elif bracketed:
            continue
        elif token.text in STOPS or token.lower_ in _RELATIVES:
            return None
        elif "Fin" in token.morph.get("VerbForm", []):
            return token.i if "Plur" in token.morph.get("Number", []) else None
    return None


def named_beside(span: Span, verb: Token) -> Words | None:
    """The name right before a figure whose verb is left out: "A obtient 6 %, B 3 % et C 1 %"."""
    doc = span.doc
    end = span.start - (span.start > 0 and doc[span.start - 1].lower_ in _BESIDE_NAME)
    start = end
    while start > 0 and doc[start - 1].text[:1].isupper():
        start -= 1
    if start == end or doc[start - 1].lower_ not in _BEFORE_NAME or span[-1].like_num:
        return None
    if not any(token.like_num for token in doc[verb.i + 1 : start]):
        return None
    return Words(start, end)


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


def verb_before_brackets(span: Span) -> Token | None:
    """The verb of what a bracket with a mention explains: "passe sous 4 000 (3 878, -141)"."""
    doc = span.doc
    for index in range(span.start - 1, -1, -1):
        if doc[index].text == ")":
            return None
        if doc[index].text == "(":
            return verb_in_segment(doc[index : index + 1])
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
