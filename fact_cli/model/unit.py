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


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: ``sign`` as reported (km, %, EUR), ``factor`` to the base of its dimension."""

    sign: str
    dimension: Dimension
    factor: Decimal = Decimal(1)
