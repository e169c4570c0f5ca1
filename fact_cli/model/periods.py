"""Dates held against a stretch of time that the article announces."""

from __future__ import annotations

from dataclasses import dataclass

from fact_cli.model.finding import Binding
from fact_cli.model.lapse import ToldTwice
from fact_cli.model.mention import TimeExpression


@dataclass(frozen=True, slots=True)
class OutOfPeriod(ToldTwice):
    """``time`` is told of ``whole``, "l'année scolaire 2021-2022", but lies outside of it."""

    whole: TimeExpression
    time: TimeExpression
    binding: Binding = Binding.INFERRED
