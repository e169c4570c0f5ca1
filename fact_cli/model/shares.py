"""Parts of a whole in percent, and one share said twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from fact_cli.model.bounds import HUNDRED, Bounds, quotient
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity

PER_MILLE = "‰"
_THOUSAND = Bounds.exactly(Decimal(1000))
_TENTH = Bounds.exactly(Decimal("0.1"))
NEAR_A_ROUND_SHARE = Decimal(5)  # percent points; a third of a small fraction


@dataclass(frozen=True, slots=True)
class Share:
    """``stated``, a percentage or ratio, of which ``part`` is in ``whole``.

    One that a word tells ("à l'unanimité") is a number in percent. One told "pour mille" is
    reckoned in that.

    ``others`` are further wholes that may be meant; a contradiction must fail on all.
    """

    part: Quantity
    whole: Quantity
    stated: Quantity
    others: Sequence[Quantity] = ()
    binding: Binding = Binding.STATED

    def percent(self, whole: Quantity, *, loose: bool) -> Bounds:
        """The part of ``whole``, in what the share is told in."""
        share = self.part.recomputed(loose=loose) / whole.recomputed(loose=loose)
        return share * (_THOUSAND if self.is_per_mille else HUNDRED)

    def claimed(self, *, loose: bool) -> Bounds:
        """What the share is told to be: in percent, or per mille."""
        stated = self.stated
        return (
            stated.recomputed(loose=loose) if self.is_per_mille else in_percent(stated, loose=loose)
        )

    def exact(self, whole: Quantity) -> Decimal | None:
        """The part of ``whole`` as `percent` tells it, from the figures as printed."""
        share = quotient(self.part.value, whole.value)
        return None if share is None else share * (1000 if self.is_per_mille else 100)

    @property
    def is_per_mille(self) -> bool:
        """Whether the share is told per mille, and reckoned in that."""
        return self.stated.unit == PER_MILLE

    @property
    def holds(self) -> bool:
        """Whether the part is the share that is stated."""
        return self.percent(self.whole, loose=False).meets(self.claimed(loose=False))

    @property
    def nearest(self) -> Quantity:
        """The whole, or the one that may be meant, whose share is nearest to the stated."""

        def apart(whole: Quantity) -> Decimal:
            exact, stated = self.exact(whole), self.stated.value
            return Decimal("Infinity") if exact is None or stated is None else abs(exact - stated)

        return min((self.whole, *self.others), key=apart)


def in_percent(share: Quantity, *, loose: bool) -> Bounds:
    """A percentage, a share per mille or a ratio, in percent.

    Hedged round shares reach far: "près de la moitié" is said of 46 %, "près de 80 %" of 77,
    but "près d'un sur douze" of no 13 %.
    """
    fraction = share.unit == "×"
    bounds = share.recomputed(loose=loose)
    bounds = bounds * HUNDRED if fraction else bounds
    if share.unit == PER_MILLE:
        return bounds * _TENTH
    is_round = fraction or (share.value is not None and share.value % 5 == 0)
    if share.hedge is None or not is_round:
        return bounds
    apart = NEAR_A_ROUND_SHARE
    if fraction and share.value is not None:
        apart = min(apart, share.value * 100 / 3)
    return bounds + Bounds(-apart, apart)


@dataclass(frozen=True, slots=True)
class ShareOfFew:
    """A percentage of a small number of whole things: "41 % des 20 jurés"."""

    stated: Quantity
    whole: Quantity
    count: int
    binding: Binding = Binding.STATED

    @property
    def is_possible(self) -> bool:
        """Whether a whole number of the things gives the percentage as printed or cut off."""
        claimed = self.stated.strict + Bounds(Decimal(0), self.stated.step / 2)
        return any(claimed.holds(self._percent(part)) for part in range(self.count + 1))

    @property
    def nearest(self) -> int:
        """The whole number whose percentage comes nearest."""
        stated = self.stated.value or Decimal(0)
        return min(range(self.count + 1), key=lambda part: abs(self._percent(part) - stated))

    def _percent(self, part: int) -> Decimal:
        return Decimal(part) / self.count * 100


@dataclass(frozen=True, slots=True)
class SameShare:
    """One share said twice: "un quart (35 %)", "un foyer sur six, soit 25 %"."""

    first: Quantity
    again: Quantity
    binding: Binding = Binding.STATED
