"""Two figures of an article that are thought to tell one thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from fact_cli.model.finding import Binding, Message
from fact_cli.model.mention import Quantity, TimeExpression
from fact_cli.model.slips import Slip
from fact_cli.model.text import Extent


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two figures are thought to tell one thing, and how much that weighs."""

    words: Message
    weight: int


@dataclass(frozen=True, slots=True)
class TwoSpellings:
    """A number in words and again in digits, or the reverse: "trente (40) jours"."""

    first: Extent
    value: Decimal
    again: Extent
    again_value: Decimal
    binding: Binding = Binding.STATED


class Retold:
    """What an article tells twice: the base of `Same`, `TitleTime` and `TitleWords`."""

    binding: Binding


@dataclass(frozen=True, slots=True)
class TitleTime(Retold):
    """An age, a length or a day of the title, for which the body tells another."""

    first: TimeExpression
    again: TimeExpression
    binding: Binding = Binding.INFERRED


@dataclass(frozen=True, slots=True)
class TitleWords(Retold):
    """Words of the title that words of the body belie: a score, a growth, its direction."""

    first: Extent
    again: Extent
    binding: Binding = Binding.INFERRED


@dataclass(frozen=True, slots=True)
class TwoResults(Retold):
    """Two results of one match, or what its periods, sets or scorers tell otherwise."""

    first: Extent
    again: Extent
    binding: Binding = Binding.INFERRED


@dataclass(frozen=True, slots=True)
class YearTwice(Retold):
    """A year compared with itself: one of the two is another."""

    first: Extent
    again: Extent
    year: int
    binding: Binding = Binding.INFERRED


@dataclass(frozen=True, slots=True)
class TwoAgesOfOne(Retold):
    """Two ages of one person, ``who`` as the second names them."""

    first: TimeExpression
    again: TimeExpression
    who: str
    binding: Binding = Binding.INFERRED


@dataclass(frozen=True, slots=True)
class TwoRanks:
    """Two ranks of one name, or one rank held with two numbers of points."""

    first: Extent
    again: Extent
    binding: Binding = Binding.INFERRED


@dataclass(frozen=True, slots=True)
class Drift:
    """A title that asserts what ``hearsay`` in the body tells in the conditional."""

    title: Extent
    hearsay: Extent
    binding: Binding = Binding.INFERRED


@dataclass(frozen=True, slots=True)
class Unsourced:
    """The first of ``count`` figures of a paragraph that nobody is said to give."""

    at: Extent
    count: int
    binding: Binding = Binding.STATED


@dataclass(frozen=True, slots=True)
class Same(Retold):
    """``again`` tells what ``first`` told before it in the article.

    ``reasons`` weigh enough together that different values are worth a word to the editor;
    ``agree`` tells whether the two can be one value. ``title`` is true where the first
    stands in the title. ``slip`` is the single slip that makes the one of the other. ``words`` are
    those of the text, where a figure shows them badly: "ces treize années".
    """

    first: Quantity
    again: Quantity
    reasons: Sequence[Reason]
    agree: bool
    title: bool = False
    slip: Slip | None = None
    words: tuple[str, str] | None = None
    binding: Binding = Binding.INFERRED

    @property
    def why(self) -> Message:
        """The reasons in one line."""
        told = [reason.words for reason in self.reasons]
        return Message(", ".join(one.fr for one in told), ", ".join(one.en for one in told))
