"""What is written to accept findings, where it comes to nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from fact_cli.model.finding import Binding
from fact_cli.model.text import Extent


class Trouble(StrEnum):
    """Why an acceptance accepts nothing."""

    UNUSED = "unused"
    UNUSED_ENTRY = "unused-entry"
    UNKNOWN_RULE = "unknown-rule"
    UNKNOWN_WORD = "unknown-word"
    NO_RULE = "no-rule"
    NOT_DISABLED = "not-disabled"


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A mark in the article, or an entry of the file of accepted findings, and its trouble.

    ``at`` is where the mark stands; an entry, which stands elsewhere, has an empty extent.
    ``words`` are those that are wrong or to no purpose, ``nearest`` known ones like them.
    """

    at: Extent
    trouble: Trouble
    words: str
    nearest: Sequence[str] = ()
    binding: Binding = Binding.STATED
