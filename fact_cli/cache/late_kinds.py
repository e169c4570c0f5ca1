"""The other types of a result, in the parts that are decoded when they are first looked at.

Loading them takes a fifth of the time of a run whose articles are all known.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fact_cli.model import bounds, claim, dates, finding, mention, text, times

LATE_KINDS: Sequence[type[Any]] = (
    text.Sentence, dates.Interval, dates.Duration, dates.Grain, dates.Season, bounds.Bounds,
    mention.Quantity, mention.QuantityKind, mention.TimeExpression, mention.TimeKind,
    mention.Anchor, times.CalendarForm, times.SeasonForm, times.FractionForm, times.FeastForm,
    times.CenturyForm, times.NthForm, times.HoldingForm, times.ShiftForm, times.OffsetForm,
    times.SameForm, times.LengthForm, times.PortionForm, times.RangeForm, times.SetForm,
    times.ClockForm, times.Deixis, times.Portion, claim.Attribution, claim.Claim, claim.Modality,
    claim.ScannedSentence, claim.RepeatedPassage, finding.Verdict, finding.Check,
    finding.Outcome, finding.Binding,
)  # fmt: skip
