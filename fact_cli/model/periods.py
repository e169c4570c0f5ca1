"""Dates held against a stretch of time or a season, and times of day in their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Ordered, ToldTwice
from fact_cli.model.mention import TimeExpression
from fact_cli.model.text import Extent


@dataclass(frozen=True, slots=True)
class OutOfPeriod(ToldTwice):
    """``time`` is told of ``whole``, "l'année scolaire 2021-2022", but lies outside of it."""

    whole: TimeExpression
    time: TimeExpression
    binding: Binding = Binding.INFERRED


@dataclass(frozen=True, slots=True)
class ClockOrder(Ordered):
    """Two times of day of one course of events: ``first`` is told of what must come first.

    ``reversed`` where it lies shortly behind ``then``, so that no midnight is between them.
    """

    first: TimeExpression
    then: TimeExpression
    names: tuple[str, str]
    reversed: bool
    binding: Binding = Binding.INFERRED


@dataclass(frozen=True, slots=True)
class SeasonDays:
    """Days of what a season names, each month and day, which must lie from ``low`` to ``high``."""

    season: Extent
    low: tuple[int, int]
    high: tuple[int, int]
    time: TimeExpression
    days: Sequence[tuple[int, int]]
    binding: Binding = Binding.STATED
