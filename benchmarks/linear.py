"""Whether time grows with the length of an article, and no faster.

::

    python -m benchmarks.linear CORPUS.jsonl.gz [THOUSANDS …]

First one article of 1, 10, 100 and 1,000 thousand words (or as many thousands as are named),
made of different articles put together: CPU seconds for a thousand words, which should be the
same within a fifth. Then hostile shapes, each at half and at whole length: twice the length
should take twice the time.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections.abc import Callable, Iterator

from fact_cli.judge import judged
from fact_cli.read.prose import document
from fact_cli.read.txt import cut
from fact_cli.run import Settings

THOUSANDS = (1, 10, 100, 1000)
LEAST = 20  # thousands of words measured for each length, so that short ones are no luck


def _many(sentence: str, count: int) -> str:
    """``sentence`` over and over, each time with another word, so that it is no repetition."""
    return "".join(sentence.format(_word(number)) for number in range(count))


def _word(number: int) -> str:
    return "".join("bdfglmnprt"[int(digit)] + "a" for digit in str(number))


SHAPES: dict[str, tuple[int, Callable[[int], str]]] = {
    "digits in a row": (100_000, lambda n: "7" * n),
    "figures in a sentence": (10_000, lambda n: ", ".join(f"{i + 3} euros" for i in range(n))),
    "opening quotation marks": (50_000, lambda n: "Il dit " + "« " * n + "3 euros."),
    "nested parentheses": (20_000, lambda n: "Il paie " + "(" * n + "3 euros" + ")" * n),
    "parentheses in a sentence": (
        4_000, lambda n: "Il paie " + "(" * (n // 2) + "3 euros" + ")" * (n // 2)
    ),
    "words in a paragraph": (
        200_000,
        lambda n: _many("Le prix du pain {} passe de 3 à 4 euros selon la mairie. ", n // 13),
    ),
    "sentences with (sic)": (20_000, lambda n: _many("Il y a 3 (sic) chats {}. ", n)),
    "sentences with il": (5_000, lambda n: _many("Il aurait vendu 12 voitures {}. ", n)),
    "items of a list": (5_000, lambda n: "\n".join(f"- {i + 2} voitures" for i in range(n))),
    "dates in a sentence": (10_000, lambda n: ", ".join(f"le {i % 28 + 1} mars" for i in range(n))),
    "numbers in words": (20_000, lambda n: "cent " * n),
    "letters of a word": (1_000_000, lambda n: "a" * n),
    "blank lines": (100_000, lambda n: "Il paie 3 euros." + "\n" * n + "Il paie 4 euros."),
    "initials": (50_000, lambda n: "A. " * n),
    "names": (20_000, lambda n: ", ".join(f"Paul Durand{i % 7}" for i in range(n)) + " : 3 euros"),
    "repeated sentences": (
        3_000,
        lambda n: "La ville de Lyon compte aujourd'hui encore 12 000 habitants au total. " * n,
    ),
}  # fmt: skip


def seconds(text: str) -> float:
    """The CPU seconds of checking ``text`` as one article."""
    read = document("", {"text": text}, cut)
    rules = Settings().rules()
    started = time.process_time()
    judged([(read, rules)])
    return time.process_time() - started


def main(corpus: str, thousands: tuple[int, ...] = THOUSANDS) -> None:
    paragraphs = _paragraphs(corpus)
    seconds("\n".join(text for text, _ in zip(paragraphs, range(300), strict=False)))
    print(f"{'thousand words':>26} {'seconds':>8} {'each thousand':>14}")
    for length in thousands:
        times = max(1, LEAST // length)
        spent = sum(seconds(_article(paragraphs, length * 1000)) for _ in range(times)) / times
        print(f"{length:>26} {spent:>8.2f} {spent / length:>14.4f}", flush=True)
    print(f"{'hostile shape':>26} {'count':>8} {'half':>7} {'whole':>7}")
    for name, (count, make) in SHAPES.items():
        half, whole = seconds(make(count // 2)), seconds(make(count))
        print(f"{name:>26} {count:>8} {half:>7.2f} {whole:>7.2f}", flush=True)


def _paragraphs(corpus: str) -> Iterator[str]:
    """The paragraphs of the corpus, over and over, each time round with other words first."""
    turn = 0
    while True:
        with gzip.open(corpus, "rt", encoding="utf-8") as lines:
            for line in lines:
                for text in json.loads(line)["text"].split("\n"):
                    if text.strip():
                        yield text if not turn else f"Édition {turn}. {text}"
        turn += 1


def _article(paragraphs: Iterator[str], words: int) -> str:
    found: list[str] = []
    while words > 0:
        found.append(next(paragraphs))
        words -= len(found[-1].split())
    return "\n".join(found)


if __name__ == "__main__":
    main(sys.argv[1], tuple(map(int, sys.argv[2:])) or THOUSANDS)
