"""What must be true of every result, whatever was read."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree

from fact_cli.cache.codec import decoded, encoded
from fact_cli.model.claim import Claim
from fact_cli.model.finding import ArticleResult, InputFailure
from fact_cli.model.mention import Mention, Quantity
from fact_cli.model.text import Document, Extent
from fact_cli.report import FORMATS, ReportOptions, load

Outcome = ArticleResult | InputFailure

_FOR_PEOPLE = ("full", "concise")
_OBJECTS = ("json", "sarif", "gitlab", "rdjson")
_XML = ("junit", "checkstyle")


def assert_sound(result: ArticleResult) -> None:
    """Every extent lies inside the text and in its sentence, and equals its words."""
    article, document = result.article, result.article.document
    assert len(document.plain) == len(document.text)
    _assert_blocks(document)
    for sentence in article.sentences:
        block = document.blocks[sentence.sentence.block]
        assert block.extent.holds(sentence.extent), (block, sentence.extent)
        for mention in sentence.mentions:
            assert sentence.extent.holds(mention.extent), (sentence.extent, mention)
            _assert_inside(document, _of_mention(mention))
    for claim in article.claims:
        _assert_claim(document, claim)
    for check in result.checks:
        verdict = check.verdict
        _assert_inside(document, [verdict.at, *(one.extent for one in verdict.because)])
    for finding in result.findings:
        _assert_inside(document, [finding.extent, *(one.extent for one in finding.because)])
        assert finding.text == finding.extent.of(document.text)


def _assert_blocks(document: Document) -> None:
    end = 0
    for block in document.blocks:
        assert end <= block.extent.start <= block.extent.end <= len(document.text), block
        end = block.extent.end


def _assert_inside(document: Document, extents: Iterable[Extent]) -> None:
    """Inside the text, and inside the field of the file that it was read from."""
    for extent in extents:
        assert 0 <= extent.start <= extent.end <= len(document.text), extent
        place = document.locate(extent)
        assert 0 <= place.start <= place.end <= len(document.sources[place.field]), place


def _of_mention(mention: Mention) -> Iterator[Extent]:
    yield mention.extent
    if isinstance(mention, Quantity):
        yield mention.reach
        assert mention.reach.holds(mention.extent), mention
        if mention.noun is not None:
            yield mention.noun
    for part in mention.parts:
        assert mention.extent.holds(part.extent), mention
        yield from _of_mention(part)


def _assert_claim(document: Document, claim: Claim) -> None:
    extents = [claim.extent, *claim.repeats]
    if claim.link is not None:
        extents.append(claim.link)
    _assert_inside(document, extents)
    words = claim.extent.of(document.text)
    for part in (claim.subject, claim.predicate):
        assert part is None or part in words, (part, words)
    for mention in (claim.quantity, claim.time):
        assert mention is None or claim.extent.holds(mention.extent)


def report(outcomes: Iterable[Outcome], name: str, *, width: int = 80, language: str = "fr") -> str:
    """What the format called ``name`` writes of ``outcomes``, all there is to tell."""
    out = io.StringIO()
    options = ReportOptions(language, width=width, table=True, verbose=True)
    load(name).render(list(outcomes), out, options)
    return out.getvalue()


def assert_reported(outcomes: Iterable[Outcome], width: int = 80, language: str = "fr") -> None:
    """Every format can be written and read back; nothing in it commands a terminal."""
    outcomes = list(outcomes)
    for name in FORMATS:
        written = report(outcomes, name, width=width, language=language)
        written.encode("utf-8")
        if name in _OBJECTS:
            json.loads(written)
        elif name == "jsonl":
            for line in filter(None, written.split("\n")):
                json.loads(line)
        elif name in _XML:
            ElementTree.fromstring(written)
        elif name == "csv":
            assert len({len(row) for row in csv.reader(io.StringIO(written))}) == 1
        elif name in _FOR_PEOPLE:
            assert not (odd := {c for c in written if _is_obeyed(c)}), (name, odd)


def _is_obeyed(sign: str) -> bool:
    """Whether a terminal may do something else than show it or leave white space."""
    return sign != "\n" and unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def assert_kept(result: ArticleResult) -> None:
    """The cache gives back what it was given."""
    (again,) = decoded(encoded([result]))
    assert report([again], "json") == report([result], "json")
