"""Other extractors on the paragraphs annotated by hand, beside our own scanning.

::

    python -m benchmarks.peers CORPUS.jsonl.gz PYTHON

``PYTHON`` is that of an environment with the extra ``bench``. *Found* is an annotated mention
that a hit overlaps, *precision* the share of hits that overlap one, *right* the share of
annotated dates with a hit of the same day, month or year. Speed is words by processor second,
loading apart.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.gold import SORTS, Annotated, paragraphs
from benchmarks.row import Given, Row, percent
from fact_cli.model.mention import Quantity
from fact_cli.read.metadata import iso_date
from fact_cli.read.prose import document
from fact_cli.read.txt import cut
from fact_cli.scan.scanner import scan, scanner

# What each of them claims to find in French.
TOOLS = {
    "dateparser": ("times",),
    "edsnlp": ("times", "quantities"),
    "timexy": ("times",),
    "recognizers": ("times", "quantities"),
    "heideltime": ("times",),
}
UNTIMED = {"heideltime"}  # the processor time that shows is not all of it
UNDATED = "2020-01-01"  # the day from which a paragraph without one is read

Hit = Sequence[Any]  # sort, start, end, date in ISO 8601 or None


@dataclass(frozen=True, slots=True)
class Hits:
    """What a tool found in each paragraph, and the processor seconds that it took."""

    seconds: float
    found: Sequence[Sequence[Hit]]


def figures(given: Given) -> Iterator[Row]:
    annotated = [(row, extent.of(text)) for row, text, extent in paragraphs(given.corpus)]
    yield from _rows("factcheck (scanning)", SORTS, _ours(annotated), annotated)
    if given.peers is None:
        return
    for name, sorts in TOOLS.items():
        hits = _theirs(given.peers, name, annotated)
        if isinstance(hits, str):
            yield Row(name, f"not measured: {hits}")
        else:
            yield from _rows(name, sorts, hits, annotated)


def _rows(
    name: str, sorts: Sequence[str], hits: Hits, annotated: Sequence[tuple[Annotated, str]]
) -> Iterator[Row]:
    words = sum(len(text.split()) for _, text in annotated)
    if name not in UNTIMED:
        yield Row(f"{name}: speed", f"{words / hits.seconds:,.0f} words/s")
    for sort in sorts:
        asked = found = dates = right = reported = true = 0
        for (row, _), mine in zip(annotated, hits.found, strict=True):
            mine = [hit for hit in mine if hit[0] == sort]
            for one in row[sort]:
                if one.get("doubt"):
                    continue
                over = [hit for hit in mine if _overlap(hit, one)]
                asked += 1
                found += bool(over)
                if one["kind"] == "date" and one.get("timex"):
                    dates += 1
                    right += any(_same_date(hit[3], one["timex"]) for hit in over)
            for hit in mine:
                over = [one for one in row[sort] if _overlap(hit, one)]
                if not over or not all(one.get("doubt") for one in over):
                    reported += 1
                    true += bool(over)
        told = f", dates right {percent(right, dates)}" if dates else ""
        yield Row(
            f"{name}: {sort}",
            f"found {percent(found, asked)}, precision {percent(true, reported)}{told}",
        )


def _overlap(hit: Hit, one: Annotated) -> bool:
    return hit[1] < one["end"] and one["start"] < hit[2]


def _same_date(said: str | None, wanted: str) -> bool:
    """Whether a day lies in what is wanted, or both are the same month or year."""
    return said is not None and said.rstrip("-?X").startswith(wanted)


def _ours(annotated: Sequence[tuple[Annotated, str]]) -> Hits:
    scanner()
    read = [
        (document("", {"text": text}, cut), iso_date(row["published"] or UNDATED))
        for row, text in annotated
    ]
    started = time.process_time()
    scanned = [scan(*one) for one in read]
    seconds = time.process_time() - started
    found = [
        [
            (
                sort,
                mention.extent.start,
                mention.extent.end,
                None if isinstance(mention, Quantity) else mention.timex,
            )
            for sentence in sentences
            for sort in SORTS
            for mention in getattr(sentence, sort)
        ]
        for sentences in scanned
    ]
    return Hits(seconds, found)


def _theirs(python: str, name: str, annotated: Sequence[tuple[Annotated, str]]) -> Hits | str:
    """What a peer finds; the last line that it says where it cannot run."""
    given = [{"text": text, "published": row["published"] or UNDATED} for row, text in annotated]
    script = Path(__file__).with_name("peer_tools.py").absolute()
    with tempfile.TemporaryDirectory() as folder:  # one of them writes where it is run
        done = subprocess.run(
            [python, str(script), name],
            input=json.dumps(given), capture_output=True, text=True, check=False, cwd=folder,
        )  # fmt: skip
    if done.returncode:
        return (done.stderr.strip().splitlines() or ["no reason told"])[-1]
    answer = json.loads(done.stdout)
    return Hits(answer["seconds"], answer["found"])


if __name__ == "__main__":
    for row in figures(Given(sys.argv[1], peers=sys.argv[2])):
        print(f"{row.what}: {row.figure}")
