"""From a scanned article to its claims: single sentences go to spaCy, the rest stays out."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace

from spacy.language import Language

from fact_cli.model.article import Article
from fact_cli.pipeline.blanks import with_blanks
from fact_cli.pipeline.claims import claims_of, to_be_parsed, with_repeats
from fact_cli.pipeline.load import model
from fact_cli.pipeline.ops import one_thread
from fact_cli.pipeline.parsed import Parsed

WORDS_KEPT = 100_000  # some 15 MB, which 10,000 articles use


def annotate(article: Article) -> Article:
    """``article`` with its claims; only sentences that claim something are parsed."""
    sentences = to_be_parsed(article.own_sentences)
    plain = article.document.plain
    texts = ((sentence.extent.of(plain), sentence) for sentence in sentences)
    nlp = model()
    with one_thread(), _bounded(nlp):
        parsed = (
            Parsed(sentence, with_blanks(doc), sentence.extent.start)
            for doc, sentence in nlp.pipe(texts, as_tuples=True)
        )
        claims = tuple(claims_of(article.document, parsed))
    return with_repeats(replace(article, claims=claims))


def _bounded(nlp: Language) -> AbstractContextManager[object]:
    """Within it docs are good; once ``nlp`` knows many words, it forgets at the end the new ones.

    It keeps each that it meets, and would grow with every article.
    """
    return nlp.memory_zone() if len(nlp.vocab) > WORDS_KEPT else nullcontext()
