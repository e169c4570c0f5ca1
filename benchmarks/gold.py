"""How much of the hand-annotated mentions is found, and read right, by kind.

::

    python -m benchmarks.gold CORPUS.jsonl.gz [--show] [--dateparser]

``tests/gold/mentions.jsonl`` is stand-off: article, paragraph (start, length and hash), and
the mentions by their offsets in it. *Found* is a mention of the same kind that overlaps;
*right* has the same value, or the same ends of a range, and the same unit or noun; *precision*
is the share of what is reported that overlaps an annotated mention of its sort. Mentions
marked as doubtful are neither asked for nor held against.

``--dateparser`` scores what `dateparser.search` finds in the same paragraphs, as dates.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from dateparser.search import search_dates

from benchmarks.row import Given, Row
from fact_cli.model.dates import PartialDate
from fact_cli.model.mention import Mention, Quantity
from fact_cli.model.text import Extent
from fact_cli.read.metadata import iso_date
from fact_cli.read.prose import document
from fact_cli.read.txt import cut
from fact_cli.scan.scanner import scan

GOLD = Path(__file__).parent.parent / "tests" / "gold" / "mentions.jsonl"
SORTS = ("quantities", "times")
Annotated = dict[str, Any]


class Score:
    """Counts of one sort of mentions."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.right: Counter[str] = Counter()
        self.reported: Counter[str] = Counter()
        self.true: Counter[str] = Counter()

    def table(self, title: str) -> str:
        lines = [f"{title:<12} {'asked':>6} {'found':>7} {'right':>7} {'precision':>10}"]
        for kind in [*sorted(self.asked | self.reported), "all"]:
            counts = [c[kind] if kind != "all" else c.total() for c in self._counters()]
            asked, found, right, reported, true = counts
            lines.append(
                f"  {kind:<10} {asked:>6} {_share(found, asked):>7} {_share(right, asked):>7} "
                f"{_share(true, reported):>10}"
            )
        return "\n".join(lines)

    def summary(self) -> str:
        """All kinds together, in words."""
        asked, found, right, reported, true = (c.total() for c in self._counters())
        return (
            f"found {_share(found, asked)}, right {_share(right, asked)}, "
            f"precision {_share(true, reported)} (of {asked})"
        )

    def _counters(self) -> tuple[Counter[str], ...]:
        return self.asked, self.found, self.right, self.reported, self.true


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "–"


def main(corpus: str, *, show: bool, peer: bool = False) -> None:
    for sort, score in scored(corpus, show=show, peer=peer).items():
        print(score.table(sort))


def figures(given: Given) -> Iterator[Row]:
    for sort, score in scored(given.corpus).items():
        yield Row(f"mentions: {sort}", score.summary())


def scored(corpus: str, *, show: bool = False, peer: bool = False) -> Mapping[str, Score]:
    """The score of each sort over all annotated paragraphs."""
    scores = {sort: Score() for sort in (*SORTS, *(["dateparser"] if peer else []))}
    for row, text, paragraph in paragraphs(corpus):
        _score(row, text, paragraph, scores, show=show)
        if peer:
            _score_dateparser(row, paragraph.of(text), scores["dateparser"])
    return scores


def paragraphs(corpus: str) -> Iterator[tuple[Annotated, str, Extent]]:
    """Each annotated paragraph: its row, the text of its article, its place in that."""
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    texts = dict(texts_of(corpus, {row["id"] for row in rows}))
    for row in rows:
        text = texts[row["id"]]
        paragraph = Extent(row["start"], row["start"] + row["length"])
        if hashlib.sha256(paragraph.of(text).encode()).hexdigest()[:12] != row["sha256"]:
            raise SystemExit(f"{row['id']}: the paragraph is not the one annotated")
        yield row, text, paragraph


def texts_of(corpus: str, wanted: set[str]) -> Iterator[tuple[str, str]]:
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record["id"] in wanted:
                yield record["id"], record["text"]


def _score(
    row: Annotated, text: str, paragraph: Extent, scores: dict[str, Score], *, show: bool
) -> None:
    published: PartialDate | None = iso_date(row["published"]) if row["published"] else None
    sentences = scan(document("", {"text": text}, cut), published)
    for sort in SORTS:
        score = scores[sort]
        reported = [
            mention
            for sentence in sentences
            for mention in getattr(sentence, sort)
            if paragraph.holds(mention.extent)
        ]
        gold = [(one, _extent(one, paragraph)) for one in row[sort]]
        for one, extent in gold:
            if one.get("doubt"):
                continue
            score.asked[one["kind"]] += 1
            hits = [m for m in reported if m.extent.overlaps(extent) and m.kind == one["kind"]]
            right = any(_is_right(one, mention) for mention in hits)
            score.found[one["kind"]] += bool(hits)
            score.right[one["kind"]] += right
            if show and not right:
                _print("read wrong" if hits else "missed", row, text, extent, one, hits)
        for mention in reported:
            over = [one for one, extent in gold if extent.overlaps(mention.extent)]
            if over and all(one.get("doubt") for one in over):
                continue
            score.reported[mention.kind.value] += 1
            score.true[mention.kind.value] += bool(over)
            if show and not over:
                _print("not one", row, text, mention.extent, {}, [mention])


def _score_dateparser(row: Annotated, paragraph: str, score: Score) -> None:
    """Days, months and years as points, which is all that dateparser gives."""
    base = datetime.fromisoformat(row["published"] or "2020-01-01")
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past", "DATE_ORDER": "DMY"}
    at = 0
    found: list[tuple[Extent, datetime]] = []
    for words, value in search_dates(paragraph, languages=["fr"], settings=settings) or []:
        at = max(at, paragraph.find(words, at))
        found.append((Extent(at, at + len(words)), value))
    gold = [(one, Extent(one["start"], one["end"])) for one in row["times"]]
    for one, extent in gold:
        if one["kind"] == "date" and not one.get("doubt"):
            hits = [value for place, value in found if place.overlaps(extent)]
            score.asked["date"] += 1
            score.found["date"] += bool(hits)
            wanted = one.get("timex", "")
            score.right["date"] += any(hit.date().isoformat().startswith(wanted) for hit in hits)
    for place, _ in found:
        over = [one for one, extent in gold if extent.overlaps(place)]
        score.reported["date"] += 1
        score.true["date"] += bool(over)


def _extent(one: Annotated, paragraph: Extent) -> Extent:
    return Extent(one["start"] + paragraph.start, one["end"] + paragraph.start)


def _is_right(one: Annotated, mention: Mention) -> bool:
    if not isinstance(mention, Quantity):
        return one.get("timex") in {mention.timex, None}
    if "low" in one or "high" in one:
        ends = (mention.strict.low, mention.strict.high)
        value = mention.value is None and all(
            end is None or (mine is not None and abs(mine - Decimal(end)) <= mention.step / 2)
            for mine, end in zip(ends, (one.get("low"), one.get("high")), strict=True)
        )
    else:
        value = "value" not in one or (
            mention.value is not None
            and abs(mention.value - Decimal(one["value"])) <= abs(mention.value) / 500
        )
    unit = one.get("unit") is None or one["unit"] == mention.unit
    noun = one.get("of") is None or one["kind"] != "count" or one["of"].lower() == mention.of
    return value and unit and noun


def _print(
    what: str, row: Annotated, text: str, extent: Extent, one: Annotated, hits: list[Mention]
) -> None:
    around = text[max(0, extent.start - 50) : extent.end + 40].replace("\n", " ")
    read = [
        (m.kind.value, str(m.value), m.unit, m.of) if isinstance(m, Quantity) else m.timex
        for m in hits
    ]
    wanted = {k: v for k, v in one.items() if k not in {"start", "end"}}
    print(f"{what}: {row['id']} [{extent.of(text)}] {wanted} {read} … {around}")


if __name__ == "__main__":
    main(sys.argv[1], show="--show" in sys.argv, peer="--dateparser" in sys.argv)
