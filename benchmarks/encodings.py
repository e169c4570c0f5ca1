"""How often a text in an older encoding of French is read wrong, by its length.

::

    python -m benchmarks.encodings CORPUS.jsonl.gz [PARAGRAPHS] [--show] [--detector]

Stretches of whole words out of the corpus, as they are, as a typographer sets them, and in
capitals, each encoded in every encoding that has its characters. *Wrong* is read as another
text, *refused* as none. ``--detector`` gives the same to charset-normalizer with the same
three encodings to choose from.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from fact_cli.read.legacy import ENCODINGS, french

LENGTHS = (10, 40, 100, 300, 1000)  # characters at most
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")

Reader = Callable[[bytes], str | None]


def as_it_is(text: str) -> str:
    return text


def typographic(text: str) -> str:
    text = re.sub(r"(?<=\w)'(?=\w)", "’", text)
    text = re.sub(r'"([^"]*)"', "«\xa0\\1\xa0»", text)
    text = re.sub(r" ([:;?!%€])", "\xa0\\1", text)
    return text.replace("...", "…").replace(" - ", " – ")


def capitals(text: str) -> str:
    return typographic(text).upper()


def detected(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=list(ENCODINGS)).best()
    return None if best is None else str(best)


def paragraphs(corpus: str, count: int) -> Sequence[str]:
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        found = [one for line in lines for one in json.loads(line)["text"].split("\n")]
    found = [one for one in found if BEYOND_ASCII.search(one)]
    return random.Random(1).sample(found, min(count, len(found)))


def stretches(texts: Sequence[str], length: int) -> Iterator[str]:
    """Of each text whole words around a character beyond ASCII, ``length`` long at most."""
    chance = random.Random(length)
    for text in texts:
        words = text.split(" ")
        start = chance.choice([i for i, word in enumerate(words) if BEYOND_ASCII.search(word)])
        end = start + 1
        while end < len(words) and len(" ".join(words[start : end + 1])) <= length:
            end += 1
        yield " ".join(words[start:end])


def main(corpus: str, count: int, reader: Reader, *, show: bool) -> None:
    texts = paragraphs(corpus, count)
    for setting in (as_it_is, typographic, capitals):
        for length in LENGTHS:
            counts: Counter[tuple[str, str]] = Counter()
            for text in stretches([setting(one) for one in texts], length):
                for encoding in ENCODINGS:
                    try:
                        data = text.encode(encoding)
                    except UnicodeEncodeError:
                        continue
                    read = reader(data)
                    outcome = "right" if read == text else "refused" if read is None else "wrong"
                    counts[encoding, outcome] += 1
                    if show and outcome != "right":
                        print(f"    {encoding} {outcome}: {text[:70]!r} {(read or '')[:70]!r}")
            print(f"{setting.__name__:11} {length:4}", *(_row(counts, one) for one in ENCODINGS))


def _row(counts: Counter[tuple[str, str]], encoding: str) -> str:
    total = sum(n for (name, _), n in counts.items() if name == encoding) or 1
    wrong, refused = (100 * counts[encoding, what] / total for what in ("wrong", "refused"))
    return f"| {encoding} {total:5}: {wrong:5.2f} % wrong {refused:5.2f} % refused"


if __name__ == "__main__":
    sizes = [int(one) for one in sys.argv[2:] if one.isdigit()]
    main(
        sys.argv[1],
        sizes[0] if sizes else 3000,
        detected if "--detector" in sys.argv else french,
        show="--show" in sys.argv,
    )
