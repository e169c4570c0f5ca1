"""From a scanned article to its claims: single sentences go to spaCy, the rest stays out."""

from __future__ import annotations

from dataclasses import replace

from fact_cli.model.claim import Article
from fact_cli.pipeline.claims import claims_of, with_repeats
from fact_cli.pipeline.load import model
from fact_cli.pipeline.ops import one_thread
from fact_cli.pipeline.parsed import Parsed


def annotate(article: Article) -> Article:
    """``article`` with its claims; only sentences that hold a mention are parsed."""
    sentences = article.own_sentences
    plain = article.document.plain
    texts = ((sentence.extent.of(plain), sentence) for sentence in sentences)
    nlp = model()
    with one_thread():
        parsed = (
            Parsed(sentence, doc, sentence.extent.start)
            for doc, sentence in nlp.pipe(texts, as_tuples=True)
        )
        claims = tuple(claims_of(article.document, parsed))
    return with_repeats(replace(article, claims=claims))
