"""A figure of a list that runs over several sentences."""

from __future__ import annotations

from typing import NamedTuple

from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity


class Counted(NamedTuple):
    """A figure and the sentence that tells it."""

    sentence: ScannedSentence
    figure: Quantity
