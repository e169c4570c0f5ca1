"""Claims: each quantity, and each time that dates no quantity, with what is said of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from fact_cli.lang.lexicon import lexicon
from fact_cli.model.article import Article
from fact_cli.model.claim import Attribution, Claim, ScannedSentence
from fact_cli.model.mention import Mention, Quantity, QuantityKind, TimeExpression, TimeKind
from fact_cli.model.text import BlockKind, Document, Extent
from fact_cli.pipeline.attribution import Speakers
from fact_cli.pipeline.dating import dates_of
from fact_cli.pipeline.links import Names
from fact_cli.pipeline.modality import modality
from fact_cli.pipeline.parsed import Parsed
from fact_cli.pipeline.words import Clause
from fact_cli.scan.quotes import quotations, quoted

_NO_CLAIMS = {BlockKind.BYLINE}
_OWN_CLAIM = {TimeKind.DATE, TimeKind.PERIOD, TimeKind.DURATION, TimeKind.AGE}


def claims_of(document: Document, parsed: Iterable[Parsed]) -> list[Claim]:
    """The claims of the parsed sentences, in text order; none is kept longer than needed."""
    builder = _Builder(document)
    return [claim for one in parsed for claim in builder.in_sentence(one)]


def to_be_parsed(sentences: Sequence[ScannedSentence]) -> Iterator[ScannedSentence]:
    """Those of ``sentences`` that claim something, or are followed by another in their block.

    Who speaks in a sentence may still be speaking in the next.
    """
    for one, following in zip_longest(sentences, sentences[1:]):
        goes_on = following is not None and following.sentence.block == one.sentence.block
        if goes_on or any(map(_is_claim, (*one.quantities, *one.times))):
            yield one


def with_repeats(article: Article) -> Article:
    """``article`` with the second places of each claim that a repeated passage tells again."""
    if not article.passages:
        return article
    passages = sorted(enumerate(article.passages), key=lambda pair: pair[1].first.start)
    longest = max(len(passage.first) for passage in article.passages)

    def again(extent: Extent) -> Iterator[Extent]:
        near = (
            bisect_left(passages, extent.start - longest, key=lambda pair: pair[1].first.start),
            bisect_right(passages, extent.start, key=lambda pair: pair[1].first.start),
        )
        for _, passage in sorted(passages[slice(*near)], key=lambda pair: pair[0]):
            found = passage.again_of(extent)
            if found is not None:
                yield found

    claims = tuple(replace(claim, repeats=tuple(again(claim.extent))) for claim in article.claims)
    return replace(article, claims=claims)


def _is_claim(mention: Mention) -> bool:
    """A rank ("le premier lancement") and a recurrence claim nothing by themselves."""
    if isinstance(mention, Quantity):
        return mention.kind is not QuantityKind.ORDINAL
    return mention.kind in _OWN_CLAIM


class _Builder:
    """Makes the claims of an article, sentence after sentence."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._quotes = quotations(document)
        self._speakers = Speakers(document, self._quotes)
        self._names = Names(document)

    def in_sentence(self, parsed: Parsed) -> Iterator[Claim]:
        sentence = parsed.sentence
        block = self._document.blocks[sentence.sentence.block].kind
        if block in _NO_CLAIMS:
            return
        self._speakers.enter(parsed)
        dated = dates_of(self._document.plain, sentence, lambda e: parsed.clause(e).verb)
        used = {time.extent for time in dated.values() if time.kind is not TimeKind.DURATION}
        for mention in sentence.mentions:
            if _is_claim(mention) and mention.extent not in used:
                yield self._claim(parsed, mention, dated.get(mention.extent), block)

    def _claim(
        self, parsed: Parsed, mention: Mention, time: TimeExpression | None, block: BlockKind
    ) -> Claim:
        clause = parsed.clause(mention.extent)
        predicate = None if clause.predicate is None else parsed.extent(clause.predicate)
        subject = None if clause.subject is None else parsed.extent(clause.subject)
        quantity = mention if isinstance(mention, Quantity) else None
        time = mention if isinstance(mention, TimeExpression) else time
        text, plain = self._document.text, self._document.plain
        source = self._speakers.of(mention.extent, clause.verb)
        return Claim(
            extent=_whole(
                subject, predicate, mention.extent, None if time is None else time.extent
            ),
            subject=None if subject is None else subject.of(text),
            predicate=None if predicate is None else predicate.of(text),
            quantity=quantity,
            time=time,
            attribution=Attribution(
                None if source is None else source.of(text), quoted(self._quotes, mention.extent)
            ),
            modality=modality(
                parsed.sentence.extent.of(plain),
                "" if predicate is None else predicate.of(plain),
                "" if time is None else time.extent.of(plain),
                to_come=_is_purpose(clause) or _is_announced(parsed, mention.extent, clause),
            ),
            block=block,
            link=None if subject is None else self._names.named_by(subject, parsed),
        )


def _whole(*pieces: Extent | None) -> Extent:
    """The smallest extent that covers all pieces of a claim."""
    known = [piece for piece in pieces if piece is not None]
    extent = known[0]
    for piece in known[1:]:
        extent = extent.until(piece)
    return extent


def _is_announced(parsed: Parsed, extent: Extent, clause: Clause) -> bool:
    """Whether a figure belongs to what somebody announces: "annonce l'ouverture de 13 parcs"."""
    known = lexicon()
    if clause.verb is None or clause.verb.lower_ not in known.verbs["announce"]:
        return False
    start = extent.start - parsed.offset
    between = parsed.doc[clause.verb.i + 1 :]
    return any(token.lower_ in known.projects for token in between if token.idx < start)


def _is_purpose(clause: Clause) -> bool:
    """Whether the verb is an infinitive after "pour": "un accord pour lancer deux satellites"."""
    verb = clause.verb
    return verb is not None and any(
        child.lower_ == "pour" and child.dep_ in {"mark", "case"} for child in verb.children
    )
