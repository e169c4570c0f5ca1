"""Claims: each quantity, and each time that dates no quantity, with what is said of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from fact_cli.model.claim import Article, Attribution, Claim, ScannedSentence
from fact_cli.model.mention import Mention, Quantity, QuantityKind, TimeExpression, TimeKind
from fact_cli.model.text import Document, Extent
from fact_cli.pipeline.modality import modality
from fact_cli.pipeline.tree import Clause, Words, clause_of
from fact_cli.pipeline.voice import speaker
from fact_cli.scan.quotes import quotations, quoted

_DATING = {TimeKind.DATE, TimeKind.PERIOD, TimeKind.DURATION}
_OWN_CLAIM = {TimeKind.DATE, TimeKind.PERIOD, TimeKind.DURATION, TimeKind.AGE}


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence with its mentions and the doc that holds its parse.

    ``offset`` is the position of the doc's first character in the document's text.
    """

    sentence: ScannedSentence
    doc: Doc
    offset: int

    def extent(self, words: Words) -> Extent:
        span = words.span(self.doc)
        return Extent(span.start_char + self.offset, span.end_char + self.offset)

    def clause(self, extent: Extent) -> Clause:
        start, end = extent.start - self.offset, extent.end - self.offset
        span = self.doc.char_span(start, end, alignment_mode="expand")
        return Clause(None, None, None) if span is None or not len(span) else clause_of(span)


def claims_of(document: Document, parsed: Sequence[Parsed]) -> list[Claim]:
    """The claims of the parsed sentences, in text order."""
    quotes = quotations(document)
    return [claim for one in parsed for claim in _in_sentence(document, one, quotes)]


def with_repeats(article: Article) -> Article:
    """``article`` with the second places of each claim that a repeated passage tells again."""
    if not article.passages:
        return article
    claims = tuple(
        replace(claim, repeats=tuple(_again(article, claim.extent))) for claim in article.claims
    )
    return replace(article, claims=claims)


def _again(article: Article, extent: Extent) -> Iterator[Extent]:
    for passage in article.passages:
        again = passage.again_of(extent)
        if again is not None:
            yield again


def _in_sentence(document: Document, parsed: Parsed, quotes: Sequence[Extent]) -> Iterator[Claim]:
    sentence = parsed.sentence
    dated = _dates_of(sentence)
    used = {time.extent for time in dated.values()}
    source = speaker(document.plain, sentence.extent, parsed.doc, parsed.offset)
    for mention in sentence.mentions:
        if _is_claim(mention) and mention.extent not in used:
            yield _claim(document, parsed, mention, dated.get(mention.extent), source, quotes)


def _is_claim(mention: Mention) -> bool:
    """A rank ("le premier lancement") and a recurrence claim nothing by themselves."""
    if isinstance(mention, Quantity):
        return mention.kind is not QuantityKind.ORDINAL
    return mention.kind in _OWN_CLAIM


def _claim(
    document: Document,
    parsed: Parsed,
    mention: Mention,
    time: TimeExpression | None,
    source: Extent | None,
    quotes: Sequence[Extent],
) -> Claim:
    clause = parsed.clause(mention.extent)
    predicate = None if clause.predicate is None else parsed.extent(clause.predicate)
    subject = None if clause.subject is None else parsed.extent(clause.subject)
    quantity = mention if isinstance(mention, Quantity) else None
    time = mention if isinstance(mention, TimeExpression) else time
    pieces = [e for e in (subject, predicate, mention.extent, time and time.extent) if e]
    extent = pieces[0]
    for piece in pieces[1:]:
        extent = extent.until(piece)
    text = document.text
    words = "" if predicate is None else predicate.of(document.plain)
    return Claim(
        extent=extent,
        subject=None if subject is None else subject.of(text),
        predicate=None if predicate is None else predicate.of(text),
        quantity=quantity,
        time=time,
        attribution=Attribution(
            None if source is None else source.of(text), quoted(quotes, mention.extent)
        ),
        modality=modality(
            parsed.sentence.extent.of(document.plain),
            words,
            "" if time is None else time.extent.of(document.plain),
            purpose=_is_purpose(clause),
        ),
        block=document.blocks[parsed.sentence.sentence.block].kind,
    )


def _is_purpose(clause: Clause) -> bool:
    """Whether the verb is an infinitive after "pour": "un accord pour lancer deux satellites"."""
    verb = clause.verb
    return verb is not None and any(
        child.dep_ in {"mark", "case"} and child.lower_ == "pour" for child in verb.children
    )


def _dates_of(sentence: ScannedSentence) -> dict[Extent, TimeExpression]:
    """The time that dates each quantity: the nearest one to which no other figure is nearer."""
    dated: dict[Extent, TimeExpression] = {}
    quantities = [quantity for quantity in sentence.quantities if _is_claim(quantity)]
    for time in sentence.times:
        if time.kind not in _DATING:
            continue
        nearest = min(quantities, key=lambda q: _distance(q.extent, time.extent), default=None)
        if nearest is None:
            continue
        known = dated.get(nearest.extent)
        if known is None or _distance(nearest.extent, time.extent) < _distance(
            nearest.extent, known.extent
        ):
            dated[nearest.extent] = time
    return dated


def _distance(a: Extent, b: Extent) -> int:
    return max(b.start - a.end, a.start - b.end, 0)
