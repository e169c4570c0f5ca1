"""How many hand-annotated claims are read right, field by field.

::

    python -m benchmarks.claims CORPUS.jsonl.gz [--show] [--half dev|held]

``tests/gold/claims.jsonl`` is stand-off: article, paragraph (start, length and hash), and for
each quantity the offsets in it of every wording that is accepted as subject, predicate, time and
speaker. A field is right where one wording holds the other, articles aside; where none is
accepted, nothing may be said. Fields marked as doubtful are not asked for.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.gold import texts_of
from fact_cli.model.claim import Claim
from fact_cli.model.text import Extent
from fact_cli.run import check

GOLD = Path(__file__).parent.parent / "tests" / "gold" / "claims.jsonl"
FIELDS = ("subject", "predicate", "time", "speaker", "modality")
Row = dict[str, Any]

_ARTICLE = re.compile(r"^(?:le |la |les |l['’]|un |une |des |du |d['’])", re.IGNORECASE)


def main(corpus: str, *, show: bool, half: str | None) -> None:
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if half in {None, row["half"]}]
    texts = dict(texts_of(corpus, {row["id"] for row in rows}))
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for row in rows:
        _score(row, texts[row["id"]], asked, right, show=show)
    for field in ("found", *FIELDS):
        share = f"{100 * right[field] / asked[field]:.0f} %" if asked[field] else "–"
        print(f"{field:<10} {right[field]:>3} of {asked[field]:>3}  {share}")


def _score(row: Row, text: str, asked: Counter[str], right: Counter[str], *, show: bool) -> None:
    paragraph = Extent(row["start"], row["start"] + row["length"])
    words = paragraph.of(text)
    if hashlib.sha256(words.encode()).hexdigest()[:12] != row["sha256"]:
        raise SystemExit(f"{row['id']}: the paragraph is not the one annotated")
    claims = check(text, published=row["published"]).article.claims
    for gold in row["claims"]:
        place = Extent(*gold["quantity"]).shifted(paragraph.start)
        claim = next((c for c in claims if _is_of(c, place)), None)
        asked["found"] += 1
        right["found"] += claim is not None
        for field in FIELDS:
            if field in gold.get("doubt", []):
                continue
            asked[field] += 1
            said = _said(claim, field, text)
            good = claim is not None and _is_right(gold, field, said, words)
            right[field] += good
            if show and not good:
                accepted = gold[field] if field == "modality" else _wordings(gold, field, words)
                around = text[max(0, place.start - 90) : place.end + 60].replace("\n", " ")
                print(f"{field}: [{place.of(text)}] {said!r}, not {accepted!r} … {around}")


def _is_of(claim: Claim, place: Extent) -> bool:
    mention = claim.quantity or claim.time
    return mention is not None and mention.extent.overlaps(place)


def _said(claim: Claim | None, field: str, text: str) -> str | None:
    if claim is None:
        return None
    if field == "time":
        dated = claim.time is not None and claim.quantity is not None
        return claim.time.extent.of(text) if claim.time is not None and dated else None
    if field == "speaker":
        return claim.attribution.source
    if field == "modality":
        return claim.modality.value
    return claim.subject if field == "subject" else claim.predicate


def _wordings(gold: Row, field: str, words: str) -> list[str]:
    spans = gold[field] if field != "time" else [gold["time"]] if gold["time"] else []
    return [words[start:end] for start, end in spans]


def _is_right(gold: Row, field: str, said: str | None, words: str) -> bool:
    if field == "modality":
        return said == gold["modality"]
    accepted = _wordings(gold, field, words)
    if not accepted or not said:
        return not accepted and not said
    return any(_same(said, wording) for wording in accepted)


def _same(one: str, other: str) -> bool:
    a, b = (_ARTICLE.sub("", text.strip()).lower() for text in (one, other))
    return bool(a) and bool(b) and (a in b or b in a)


if __name__ == "__main__":
    wanted = sys.argv[sys.argv.index("--half") + 1] if "--half" in sys.argv else None
    main(sys.argv[1], show="--show" in sys.argv, half=wanted)
