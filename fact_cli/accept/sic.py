"""``(sic)`` and ``[sic]`` behind a figure: the author has seen it, and nothing leaks into print.

It accepts each finding one end of which it follows at once, or after the noun of the figure
and one more word: "86 (sic)", "86 élèves (sic)", "86 élèves inscrits [sic]".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from fact_cli.model.article import Article
from fact_cli.model.finding import Finding
from fact_cli.model.text import Extent

_SIC = re.compile(r"(?:\( ?sic ?!? ?\)|\[ ?sic ?!? ?\])", re.IGNORECASE)
_BETWEEN = re.compile(r"[ »\"*]*(?:[^\W\d]+(?:[-'][^\W\d]+)*[ »\"*]*)?")


def with_sic(article: Article, findings: Sequence[Finding]) -> list[Finding]:
    """``findings``, those accepted that a "(sic)" follows."""
    plain = article.document.plain
    signs = [found.start() for found in _SIC.finditer(plain)]
    if not signs:
        return list(findings)
    nouns = {
        quantity.extent: quantity.noun
        for sentence in article.sentences
        for quantity in sentence.quantities
        if quantity.noun is not None
    }
    return [
        replace(finding, accepted=True)
        if any(_is_followed(plain, end, signs, nouns) for end in ends(finding))
        else finding
        for finding in findings
    ]


def ends(finding: Finding) -> list[Extent]:
    """The words flagged and those against which they stand."""
    return [finding.extent, *(evidence.extent for evidence in finding.because)]


def _is_followed(
    plain: str, end: Extent, signs: Sequence[int], nouns: Mapping[Extent, Extent]
) -> bool:
    behind = {end.end, nouns.get(end, end).end}
    return any(
        _BETWEEN.fullmatch(plain, at, sign)
        for at in behind
        for sign in signs[bisect_left(signs, at) :][:1]
    )
