"""Units of measure: what a figure is counted in, and how units convert."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Dimension(StrEnum):
    """What a unit measures. Units of one dimension convert by their factors."""

    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"
    RATIO = "ratio"
    LENGTH = "length"
    AREA = "area"
    VOLUME = "volume"
    MASS = "mass"
    SPEED = "speed"
    TEMPERATURE = "temperature"
    ENERGY = "energy"
    POWER = "power"
    PRESSURE = "pressure"
    DATA = "data"
    TENSION = "tension"
    FREQUENCY = "frequency"
    SOUND = "sound"
    TORQUE = "torque"
    DOSE = "dose"
    ACTIVITY = "activity"
    RATE = "rate"
    RESOLUTION = "resolution"
    DENSITY = "density"
    EMISSION = "emission"
    CONCENTRATION = "concentration"
    CONSUMPTION = "consumption"
    FRACTION = "fraction"
    FLOW = "flow"
    ANGLE = "angle"
    CURRENT = "current"
    RESISTANCE = "resistance"
    CHARGE = "charge"
    FORCE = "force"
    AMOUNT = "amount"
    LUMINOUS_FLUX = "luminous flux"
    LUMINOUS_INTENSITY = "luminous intensity"
    ILLUMINANCE = "illuminance"
    ABSORBED_DOSE = "absorbed dose"
    ACCELERATION = "acceleration"
    BODY_MASS = "body mass"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: ``sign`` as reported (km, %, EUR).

    A value in it is (value + ``offset``) × ``factor`` in the base unit of its dimension;
    only temperatures have an offset.
    """

    sign: str
    dimension: Dimension
    factor: Decimal = Decimal(1)
    offset: Decimal = Decimal(0)

    def convert(self, value: Decimal, to: Unit) -> Decimal:
        """``value`` of this unit in the unit ``to``. Raises `ValueError` across dimensions.

        Money has no fixed rate: two currencies do not convert.
        """
        same = self.dimension is to.dimension
        if not same or (self.dimension is Dimension.MONEY and self.sign != to.sign):
            raise ValueError(f"{self.sign} does not convert to {to.sign}")
        return (value + self.offset) * self.factor / to.factor - to.offset
