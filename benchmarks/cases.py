"""How many known errors are caught, and how many correct passages are wrongly flagged.

::

    python -m benchmarks.cases ERRORS.jsonl CLEAN.jsonl [--show]

Each line is a JSON object with ``text``, ``family``, and maybe ``title``
and ``published``. A case counts as
caught when any error or warning is given; infos are counted apart.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.row import ROOT, Given, Row
from fact_cli.model.finding import Finding, Severity
from fact_cli.run import check

GOLD = ROOT / "tests" / "gold"


def main(errors: str, clean: str, *, show: bool) -> None:
    for label, path in (("errors", errors), ("clean", clean)):
        total, flagged, severities = counted(path, show=None if not show else label == "clean")
        print(f"{label}: {flagged.total()} of {total.total()} flagged; findings {dict(severities)}")
        for family, count in sorted(total.items()):
            print(f"  {family:<20} {flagged[family]:>3} of {count}")


def figures(_: Given) -> Iterator[Row]:
    for label, name in (("errors caught", "errors"), ("correct passages flagged", "clean")):
        total, flagged, _severities = counted(str(GOLD / f"invented_{name}.jsonl"))
        yield Row(f"invented passages: {label}", f"{flagged.total()} of {total.total()}")


def counted(
    path: str, *, show: bool | None = None
) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """All passages and those flagged, by family; all findings by severity.

    ``show`` prints the passages that are flagged, or that are not.
    """
    total: Counter[str] = Counter()
    flagged: Counter[str] = Counter()
    severities: Counter[str] = Counter()
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        total[case["family"]] += 1
        article = check(case["text"], published=case.get("published"), title=case.get("title"))
        findings = article.findings
        severities.update(finding.severity.value for finding in findings)
        loud = [finding for finding in findings if finding.severity is not Severity.INFO]
        flagged[case["family"]] += bool(loud)
        if show is not None and bool(loud) == show:
            _print(case["text"], loud)
    return total, flagged, severities


def _print(text: str, findings: list[Finding]) -> None:
    print(f"- {text}")
    for finding in findings:
        print(f"    {finding.severity} {finding.rule} « {finding.text} » {finding.message.fr}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], show="--show" in sys.argv)
