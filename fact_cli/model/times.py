"""The forms in which a text says a time, before anybody asks which days are meant."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from fact_cli.model.dates import Duration, Grain, PartialDate, Season


class Deixis(StrEnum):
    """How an expression points: "ce 4 juin", "l'été dernier", "mardi prochain"."""

    THIS = "this"
    LAST = "last"
    NEXT = "next"


class Portion(StrEnum):
    """A part of a period: "début mai", "mi-mai", "fin mai"."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class CalendarForm:
    """A day, month or year by its calendar name. ``weekday`` counts from 0, Monday."""

    parts: PartialDate
    weekday: int | None = None
    deixis: Deixis | None = None


@dataclass(frozen=True, slots=True)
class SeasonForm:
    season: Season
    year: int | None = None
    deixis: Deixis | None = None


@dataclass(frozen=True, slots=True)
class FractionForm:
    """The ``number``-th quarter or half of a year."""

    grain: Grain
    number: int
    year: int | None = None
    deixis: Deixis | None = None


@dataclass(frozen=True, slots=True)
class FeastForm:
    """A day by its name; ``rule`` is one of `fact_cli.model.feasts`."""

    rule: str
    year: int | None = None
    deixis: Deixis | None = None


@dataclass(frozen=True, slots=True)
class CenturyForm:
    """The ``number``-th century, counted from 1; before Christ where ``before`` says so."""

    number: int
    before: bool = False


@dataclass(frozen=True, slots=True)
class NthForm:
    """``count`` grains of a period from its ``index``-th on, which counts from 1 or from -1.

    "première semaine d'octobre", "trois derniers mois de 2019"; with ``weekday``, days of
    that name only: "premier vendredi de juillet". None stands for the current period.
    """

    whole: Form
    grain: Grain
    index: int
    count: int = 1
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class HoldingForm:
    """The week or weekend that holds a day: "la semaine du 6 octobre"."""

    grain: Grain
    day: Form


@dataclass(frozen=True, slots=True)
class ShiftForm:
    """So long before or after another time: "trois jours plus tard", "la veille de Noël".

    ``base`` None is the time named before; ``grain`` is how finely the result speaks.
    """

    base: Form | None
    duration: Duration
    side: Deixis
    grain: Grain


@dataclass(frozen=True, slots=True)
class OffsetForm:
    """So many grains from the telling: hier is -1 day, cette année is 0 years."""

    grain: Grain
    shift: int


@dataclass(frozen=True, slots=True)
class SameForm:
    """A period named again: "ce même mois", "le même jour"; ``shift`` days for "la veille"."""

    grain: Grain
    shift: int = 0


@dataclass(frozen=True, slots=True)
class LengthForm:
    """A length of time, and on which side of the telling it lies, if it says so.

    "dans trois ans" is a point (``point``) ahead, "les trois prochaines années" a
    stretch ahead, "en trois ans" a mere length. ``vague`` where only the unit is known:
    "quelques jours". ``step`` is what its unit counts in years, for "deux siècles" 100,
    where nobody tells single ones.
    """

    duration: Duration
    side: Deixis | None = None
    point: bool = False
    vague: bool = False
    step: int = 0


@dataclass(frozen=True, slots=True)
class PortionForm:
    whole: Form
    portion: Portion


@dataclass(frozen=True, slots=True)
class RangeForm:
    """From one time to another; None where an end is not said: "depuis 2009"."""

    begin: Form | None
    end: Form | None


@dataclass(frozen=True, slots=True)
class SetForm:
    """A recurrence: "par jour", "chaque lundi"."""

    every: Duration


@dataclass(frozen=True, slots=True)
class ClockForm:
    """A time of day; hours and minutes as written, so that 25 h 70 is representable."""

    hour: int
    minute: int = 0


Form = (
    CalendarForm
    | SeasonForm
    | FractionForm
    | FeastForm
    | CenturyForm
    | NthForm
    | HoldingForm
    | ShiftForm
    | OffsetForm
    | SameForm
    | LengthForm
    | PortionForm
    | RangeForm
    | SetForm
    | ClockForm
)
