"""A whole and its parts: sums, and what is told to be among something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from fact_cli.model.bounds import Bounds, is_near
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity
from fact_cli.model.slips import PRECISE, Slip, digits_of, slip_between
from fact_cli.model.text import Extent

NEGLIGIBLE = Decimal("0.02")  # of a whole; a smaller part could be any
NEARLY = Decimal("0.1")  # of the larger, by which a list and its whole may be misprinted
HALF_STEP, DEVIATIONS = Decimal("0.5"), Decimal("2.59")  # of a sum, that chance allows
LEAST, MOST = Decimal("0.7"), Decimal("1.5")  # of a whole, that its parts can be told as


@dataclass(frozen=True, slots=True)
class Total:
    """``whole`` = the sum of ``parts``.

    ``complete`` tells that the words say so ("soit … au total", gold, silver and bronze);
    otherwise the list may be partial, and only a near miss is evidence. The parts are
    ``exclusive`` where nothing can be in two of them, so that they cannot exceed the whole.
    """

    whole: Quantity
    parts: Sequence[Quantity]
    complete: bool
    exclusive: bool = False
    binding: Binding = Binding.STATED

    def computed(self, *, loose: bool) -> Bounds:
        total = Bounds.exactly(0)
        for part in self.parts:
            total = total + part.recomputed(loose=loose)
        return total

    @property
    def exact(self) -> Decimal | None:
        values = [part.value for part in self.parts]
        return None if None in values else sum((v for v in values if v is not None), Decimal(0))

    @property
    def places(self) -> Sequence[int]:
        """Where its figures begin in the text: the whole, then each part."""
        return tuple(one.extent.start for one in (self.whole, *self.parts))

    @property
    def is_plausible(self) -> bool:
        """Whether the parts are so near the whole that they can be its own."""
        if self.exact is None or not self.whole.value:
            return False
        return LEAST <= self.exact / self.whole.value <= MOST

    @property
    def is_near(self) -> bool:
        """Whether the parts are so much of the whole that they are probably all of it."""
        if self.exact is None or not self.whole.value:
            return False
        return is_near(self.exact, self.whole.value, NEARLY)

    @property
    def exceeds_rounding(self) -> bool:
        """Whether the parts make more than rounding explains, though each may be half a step off.

        Of figures rounded alike the errors mostly cancel: three or four make two steps too
        many by chance less often than once in a hundred, ten make three.
        """
        figures = (self.whole, *self.parts)
        exact, whole, step = self.exact, self.whole.value, self.whole.step
        alike = all(one.step <= step and one.hedge is None for one in figures)
        rounded = self.whole.strict.low != self.whole.strict.high and self.whole.unit != "%"
        if not alike or not rounded or exact is None or whole is None:
            return False
        likely = HALF_STEP + DEVIATIONS * (Decimal(len(self.parts)) / 12).sqrt()
        return len(self.parts) > 2 and exact - whole >= likely * step

    @property
    def exceeds(self) -> bool:
        """Whether the parts as printed make more than the whole."""
        return self.exact is not None and self.exact > (self.whole.value or 0)

    @property
    def is_misprinted(self) -> bool:
        """Whether one slip in the whole or in a part makes the sum right, too long for chance."""
        value, exact = self.whole.value, self.exact
        if value is None or exact is None or digits_of(value, self.whole.step) < PRECISE:
            return False
        slip = slip_between(value, exact, self.whole.step)
        return slip not in {None, Slip.FACTOR} or self.misprinted_part is not None

    @property
    def is_rounded(self) -> bool:
        """Whether the sum is right, or would be if some of its figures are rounded."""
        return self.computed(loose=True).meets(self.whole.recomputed(loose=True))

    @property
    def is_off_by_units(self) -> bool:
        """Whether the sum is off by so few units that each part may have been rounded."""
        exact, whole = self.exact, self.whole.value
        apart = None if exact is None or whole is None else abs(whole - exact)
        return apart is not None and apart <= self.whole.step * len(self.parts)

    @property
    def misprinted_part(self) -> Quantity | None:
        """The long part that another digit, or two swapped, would make right for the sum."""
        exact, whole = self.exact, self.whole.value
        if exact is None or whole is None or self.is_rounded:
            return None
        if self.is_off_by_units:
            return None
        found = [part for part in self.parts if self._is_slip_of(part, whole - exact)]
        return found[0] if len(found) == 1 else None

    def _is_slip_of(self, part: Quantity, lacks: Decimal) -> bool:
        """Whether ``part`` is one slip from itself and what the sum ``lacks``."""
        if part.value is None or part.value + lacks <= 0 or part.hedge is not None:
            return False
        if digits_of(part.value, part.step) < PRECISE or part.step > self.whole.step:
            return False
        slip = slip_between(part.value, part.value + lacks, part.step)
        return slip in {Slip.DIGIT, Slip.SWAP}

    @property
    def misscaled(self) -> tuple[Quantity, Decimal] | None:
        """The one part, and its value, that times or by 1,000 makes the sum right."""
        found = [
            (part, part.value * factor)
            for part in self.parts
            for factor in (Decimal(1000), Decimal("0.001"))
            if part.value is not None and self._is_mended_by(part, factor)
        ]
        return found[0] if len(found) == 1 else None

    def _is_mended_by(self, part: Quantity, factor: Decimal) -> bool:
        """Whether the sum is right with the part times ``factor``, and not without it."""
        value, whole = part.value, self.whole.value
        if value is None or whole is None or self.whole.unit == "%":
            return False
        counts = value * factor >= whole * NEGLIGIBLE
        return counts and self._holds_with(part, factor) and not self._holds_with(part, Decimal(0))

    def _holds_with(self, changed: Quantity, factor: Decimal) -> bool:
        total = Bounds.exactly(0)
        for part in self.parts:
            bounds = part.recomputed(loose=False)
            total = total + (bounds * Bounds.exactly(factor) if part is changed else bounds)
        return total.meets(self.whole.recomputed(loose=False))


@dataclass(frozen=True, slots=True)
class Inclusion:
    """``part`` is told to be among ``whole``: "9 hospitalisés, dont 11 enfants".

    ``summed`` is true of a whole that sums up what the part is one of, and is the likelier slip.
    ``rest`` is where others of the whole are told of, so that the part is less than all of it.
    """

    whole: Quantity
    part: Quantity
    binding: Binding = Binding.STATED
    summed: bool = False
    rest: Extent | None = None
