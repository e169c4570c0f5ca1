"""An article's result as the plain data of the report format, version 1."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from fact_cli import __version__
from fact_cli.model.claim import Claim
from fact_cli.model.dates import plain
from fact_cli.model.finding import ArticleResult, Check, Finding, InputFailure
from fact_cli.model.mention import Mention, Quantity
from fact_cli.model.text import Document, Extent, Place
from fact_cli.pipeline.installed import pipeline_version

Json = dict[str, Any]


def envelope() -> Json:
    """What stands around the articles: format, version, tool."""
    return {
        "format": "factcheck-report",
        "version": 1,
        "tool": {
            "name": "factcheck",
            "version": __version__,
            "pipeline": pipeline_version(),
        },
    }


def failure(one: InputFailure, language: str) -> Json:
    return {"path": one.path, "message": one.message(language)}


def article(result: ArticleResult, language: str) -> Json:
    """One entry of ``articles``."""
    document = result.article.document
    places = _Places(document)
    mentions = _Mentions(result, places)
    published = document.published
    return {
        "path": document.path,
        "title": document.title,
        "published": {
            "date": None if published.date is None else published.date.iso(),
            "from": published.origin.value,
        },
        "positions": document.positions.value,
        "mentions": mentions.entries,
        "claims": [
            _claim(places, claim, number, mentions)
            for number, claim in enumerate(result.article.claims, 1)
        ],
        "checks": [_check(check, mentions) for check in result.checks],
        "findings": [_finding(places, finding, language) for finding in result.findings],
        "coverage": asdict(result.coverage),
        **({} if result.unchanged is None else {"unchanged_findings": result.unchanged}),
    }


class _Places:
    """Where extents stand in the source, each found once: a claim is where its mention is."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._starts = [block.extent.start for block in document.blocks]
        self._kinds = [block.kind.value for block in document.blocks]
        self._words: dict[Extent, Json] = {}

    def words(self, extent: Extent) -> Json:
        """The words of ``extent`` as they stand in the source, and where; the title is a block."""
        found = self._words.get(extent)
        if found is None:
            place = self._document.locate(extent)
            text = self._document.sources[place.field][place.start : place.end]
            found = {"text": text, **_position(place), "block": self._block(extent.start)}
            self._words[extent] = found
        return found

    def position(self, extent: Extent) -> Json:
        return _position(self._document.locate(extent))

    def _block(self, offset: int) -> str:
        """The kind of the block in which ``offset`` lies, as `Document.block_at` tells it."""
        if not self._kinds:
            return self._document.block_at(offset).kind.value
        return self._kinds[max(0, bisect_right(self._starts, offset) - 1)]


def _position(place: Place) -> Json:
    page = {} if place.page is None else {"page": place.page}
    return {
        **page,
        "start": place.start,
        "end": place.end,
        "line": place.line,
        "column": place.column,
    }


class _Mentions:
    """All mentions, numbered in text order, and the way from an extent to its number."""

    def __init__(self, result: ArticleResult, places: _Places) -> None:
        found = [m for sentence in result.article.sentences for m in sentence.mentions]
        self.ids = {m.extent: f"m{number}" for number, m in enumerate(found, 1)}
        self.entries = [_mention(places, m, self.ids[m.extent]) for m in found]

    def of(self, extents: Iterable[Extent]) -> list[str]:
        return [self.ids[extent] for extent in extents if extent in self.ids]


def _mention(places: _Places, mention: Mention, name: str) -> Json:
    entry: Json = {"id": name, "kind": mention.kind.value, **places.words(mention.extent)}
    if isinstance(mention, Quantity):
        return entry | {
            "value": _decimal(mention.value),
            "low": _decimal(mention.strict.low),
            "high": _decimal(mention.strict.high),
            "unit": mention.unit,
            "hedge": mention.hedge,
            "of": mention.of,
        }
    # "last", since "end" is the end of the words.
    begin, end = mention.interval.begin, mention.interval.end
    return entry | {
        "timex": mention.timex,
        "begin": None if begin is None else begin.isoformat(),
        "last": None if end is None else end.isoformat(),
        "anchor": mention.anchor.value,
    }


def _claim(places: _Places, claim: Claim, number: int, mentions: _Mentions) -> Json:
    quantity = [] if claim.quantity is None else mentions.of([claim.quantity.extent])
    time = [] if claim.time is None else mentions.of([claim.time.extent])
    return {
        "id": f"c{number}",
        **places.words(claim.extent),
        "subject": claim.subject,
        "predicate": claim.predicate,
        "quantity": quantity[0] if quantity else None,
        "time": time[0] if time else None,
        "source": claim.attribution.source,
        "quoted": claim.attribution.quoted,
        "modality": claim.modality.value,
        "block": claim.block.value,
        "stands_for": None if claim.link is None else places.words(claim.link),
        "repeats": [places.position(extent) for extent in claim.repeats],
    }


def _check(check: Check, mentions: _Mentions) -> Json:
    verdict = check.verdict
    return {
        "rule": check.rule,
        "verdict": verdict.outcome.value,
        "binding": check.binding.value,
        "formula": verdict.formula,
        "mentions": mentions.of([verdict.at, *(e.extent for e in verdict.because)]),
    }


def _finding(places: _Places, finding: Finding, language: str) -> Json:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message(language),
        **places.words(finding.extent),
        "because": [
            {**places.words(one.extent), "role": one.role(language)} for one in finding.because
        ],
        "formula": finding.formula,
        "suggestions": list(finding.suggestions),
        "fingerprint": finding.fingerprint,
        "accepted": finding.accepted,
    }


def _decimal(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)
