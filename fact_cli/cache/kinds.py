"""The types that stand in the part of a result that every report needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fact_cli.model import article, dates, finding, text

KINDS: Sequence[type[Any]] = (
    text.Extent, text.Block, text.Segment, text.OffsetMap, text.Published, text.Document,
    text.BlockKind, text.Positions, text.Origin, dates.PartialDate, article.Article,
    finding.Message, finding.Evidence, finding.Finding, finding.Coverage, finding.ArticleResult,
    finding.Severity,
)  # fmt: skip
