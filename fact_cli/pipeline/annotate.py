"""From scanned articles to their claims: single sentences go to spaCy, the rest stays out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from spacy.language import Language

from fact_cli.model.article import Article
from fact_cli.model.claim import ScannedSentence
from fact_cli.pipeline.blanks import with_blanks
from fact_cli.pipeline.claims import claims_of, to_be_parsed, with_repeats
from fact_cli.pipeline.load import model
from fact_cli.pipeline.ops import one_thread
from fact_cli.pipeline.parsed import Parsed

WORDS_KEPT = 100_000  # some 15 MB, which 10,000 articles use
SENTENCES = 512  # of a batch: the parser takes its steps for a quarter of them together


def annotate(articles: Sequence[Article]) -> list[Article]:
    """Each of ``articles`` with its claims; only sentences that claim something are parsed.

    Those of all together: the parser takes as many steps for one article as for several.
    """
    nlp = model()
    with one_thread(), _bounded(nlp):
        read = nlp.pipe(_to_be_read(articles), as_tuples=True, batch_size=SENTENCES)
        parsed = (
            (number, Parsed(sentence, with_blanks(doc), sentence.extent.start))
            for doc, (number, sentence) in read
        )
        told = {
            number: tuple(claims_of(articles[number].document, (one for _, one in own)))
            for number, own in groupby(parsed, key=itemgetter(0))
        }
    return [
        with_repeats(replace(article, claims=told.get(number, ())))
        for number, article in enumerate(articles)
    ]


def _to_be_read(articles: Sequence[Article]) -> Iterator[tuple[str, tuple[int, ScannedSentence]]]:
    """The words of each sentence that is parsed, with the number of its article."""
    for number, article in enumerate(articles):
        plain = article.document.plain
        for sentence in to_be_parsed(article.own_sentences):
            yield sentence.extent.of(plain), (number, sentence)


def _bounded(nlp: Language) -> AbstractContextManager[object]:
    """Within it docs are good; once ``nlp`` knows many words, it forgets at the end the new ones.

    It keeps each that it meets, and would grow with every article.
    """
    return nlp.memory_zone() if len(nlp.vocab) > WORDS_KEPT else nullcontext()
