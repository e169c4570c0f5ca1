"""What kind of thing a figure tells: figures of one kind can tell the same thing."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Duration
from fact_cli.model.lapse import Unit, in_unit, unit_of
from fact_cli.model.mention import Quantity, QuantityKind, TimeExpression
from fact_cli.model.text import Extent
from fact_cli.model.times import LengthForm
from fact_cli.relate.neighbours import NUMBERS, end_of
from fact_cli.relate.times.moments import lengths
from fact_cli.relate.twice.values.same_words import words

FATE = 45  # characters around a number of people in which a word tells what became of them
BEFORE, BEHIND = 70, 60  # characters around a figure whose words belong to it
LARGE = Decimal(1_000_000)  # the multiplier of a bare figure that is a sum of money

# A bare figure that a word before it names: "de magnitude 6,4".
_NAMED = re.compile(r"\b(?P<name>magnitude|indice|coefficient|note|score)(?: de)? $")
# "Trois buts à deux", "un but partout": the score of one side.
_SCORED = {"but", "set", "manche", "essai", "point", "jeu", "victoire", "succès", "tir", "partie"}
# "le 50 nage libre", "le 4×100": a race, and no number of things.
_IS_NAME = re.compile(r"\b(?:le|la|du|au) $|\d ?[×x] ?$")
_TO = re.compile(
    r" (?:partout\b|à (?:\d{1,2}\b|zéro|rien|une?\b|deux|trois|quatre|cinq|six|sept|huit|neuf|dix))"
)
# "Recule à 1,9 %": what it falls to, not by how much.
_LEVEL = re.compile(r"\b(?:à|jusqu'à|sous(?: les?| la barre d\w*)?) $")
# In what lengths of time are compared.
_IN = {
    Unit.YEARS: Unit.MONTHS, Unit.MONTHS: Unit.MONTHS, Unit.WEEKS: Unit.DAYS, Unit.DAYS: Unit.DAYS,
    Unit.HOURS: Unit.MINUTES, Unit.MINUTES: Unit.MINUTES, Unit.SECONDS: Unit.SECONDS,
}  # fmt: skip
# "2 h 05 min 36 s": the seconds of a time are no length of their own.
_TAIL = re.compile(r"\d ?(?:min(?:utes?)?|mn|'|h(?:eures?)? ?\d\d) ?$")
# A penalty is told to the month: "deux ans de prison" are not eighteen months.
_PENALTY = re.compile(
    r" (?:fermes?|avec sursis|(?:de |d')(?:prison|emprisonnement|réclusion|détention|sursis)"
    r"|d'inéligibilité|de suspension)\b"
)
_LARGE_UNIT = re.compile(r"décennies?|siècles?")
_HEDGE = re.compile(
    r"\b(?:[Pp]rès de|[Ee]nviron|[Qq]uelque|[Pp]lus de|[Mm]oins de|[Pp]resque|[Aa]u moins"
    r"|[Aa]utour de|bientôt|quasi\w*) $"
)
_OF_WHAT = re.compile(r" (?:de |d')(?:la |l')?(?P<of>[^\W\d_]{4,})")
TIMED = frozenset(unit.value for unit in _IN.values())
_EACH = re.compile(
    r" ?(?:par|/|à l'|le |la ) ?(?P<of>heure|jour|an|mois|semaine|minute|seconde|personne|habitant"
    r"|tête|litre|kilo|tonne|hectare|mètre carré|nuit|match)\b"
)


def kinds_of(plain: str, sentence: ScannedSentence, figure: Quantity) -> frozenset[str]:
    """The kinds of thing that a figure can tell; none for what nobody tells twice.

    A noun and the groups of its synonyms, a currency, a measure, "%"; what became of people
    ("fate mort"); "par heure" behind it is part of the kind, and so is "de plus ou de moins"
    of a step from one value to another.
    """
    if not _is_definite(figure):
        return frozenset()
    ahead = words_ahead(plain, sentence, figure)
    if figure.kind is QuantityKind.COUNT and _IS_NAME.search(ahead):
        return frozenset()
    if figure.of in _SCORED and _TO.match(plain, end_of(figure)):
        return frozenset()
    named = _NAMED.search(ahead) if figure.kind is QuantityKind.NUMBER else None
    if named is not None:
        return frozenset({f"named {named['name']}"})
    keys = _keys(figure) | _fates(plain, sentence, figure, ahead)
    stepped = words().steps.search(ahead) or words().steps_apart.search(ahead)
    if stepped and not _LEVEL.search(ahead):
        keys = frozenset(f"{key} de plus ou de moins" for key in keys)
    each = _EACH.match(plain, end_of(figure))
    return keys if each is None else frozenset(f"{key} par {each['of']}" for key in keys)


_MONEYS = ("EUR", "USD", "CHF", "FRF", "CAD", "XOF", "MAD", "TND", "DZD", "CDF", "HTG")
_ANY_MONEY = frozenset(f"money {code}" for code in _MONEYS)
TOLLS = frozenset({"mort", "blessé", "disparu"})  # which one sentence counts among all hit
_LAID_OFF = frozenset({"licencié"})  # "230 postes supprimés": as many people lose theirs
_JOBS = frozenset({"emploi", "poste", "job"})
_BODIES = frozenset({"corps", "cadavre", "dépouille"})
# "Trois suspects, deux interpellés": what is told of the second is none of the first's.
_IN_A_ROW = re.compile(r"(?:,| et| dont|, dont) ")


def as_percent(figure: Quantity) -> Quantity:
    """A share in words ("deux tiers", "un sur trois") as the percentage that it is."""
    if figure.kind is not QuantityKind.RATIO or figure.value is None or figure.value >= 1:
        return figure
    return replace(figure.scaled(Decimal(100), "%"), kind=QuantityKind.PERCENT)


def lengths_told(plain: str, sentence: ScannedSentence) -> list[Quantity]:
    """The lengths of time in a sentence as figures, in months, days or minutes."""
    found: list[Quantity] = []
    for time in lengths(sentence):
        form = time.form
        unit = unit_of(form.duration) if isinstance(form, LengthForm) else None
        if unit is None or not isinstance(form, LengthForm):
            continue
        if _TAIL.search(plain, sentence.extent.start, time.extent.start) or _is_age(plain, time):
            continue
        small = _IN[unit]
        step = in_unit(Duration(**{unit.value: Decimal(1)}), small)
        value = in_unit(form.duration, small)
        hedged = _HEDGE.search(plain, sentence.extent.start, time.extent.start) is not None
        exact = not hedged and _PENALTY.match(plain, time.extent.end) is not None
        rough = step * (0 if exact else _roughness(plain, sentence, time.extent))
        bounds = Bounds(value - rough, value + rough)
        kind = QuantityKind.DIMENSION
        found.append(
            Quantity(time.extent, time.extent, kind, value, step, bounds, bounds, small.value)
        )
    return found


def _is_age(plain: str, length: TimeExpression) -> bool:
    """ "L'élu, 66 ans, est inéligible pendant trois ans": an age is no length of anything."""
    apposed = plain.endswith((", ", "("), 0, length.extent.start)
    return apposed and plain.startswith((",", ")"), length.extent.end)


def _roughness(plain: str, sentence: ScannedSentence, length: Extent) -> Decimal:
    """By how many of its units a length is rough: half of one, more behind "près de"."""
    if _LARGE_UNIT.search(plain, length.start, length.end):
        return Decimal("2.5")
    hedged = _HEDGE.search(plain, sentence.extent.start, length.start)
    return Decimal("0.5") if hedged is None else Decimal("1.5")


def _is_definite(figure: Quantity) -> bool:
    """Whether a figure has a value at all: "des milliers" has a bound only."""
    return figure.value is not None and figure.strict.holds(figure.value)


def _keys(figure: Quantity) -> frozenset[str]:
    """The kinds of thing that a figure can tell: its noun's groups, its currency, its measure."""
    match figure.kind:
        case QuantityKind.COUNT if figure.noun is not None and figure.of is not None:
            groups = words().things.get(figure.of, frozenset())
            people = {"#people"} if _is_people(figure.of) else set[str]()
            return frozenset({figure.of, *people, *(f"#{group}" for group in groups)})
        case QuantityKind.NUMBER if figure.scale >= LARGE and figure.noun is None:
            return _ANY_MONEY  # "30 milliards" are money in a title
        case QuantityKind.MONEY:
            return frozenset({f"money {figure.unit}"})
        case QuantityKind.PERCENT:
            return frozenset({"%"})
        case QuantityKind.DIMENSION if figure.unit in TIMED:
            return frozenset({f"length {figure.unit}"})
        case QuantityKind.DIMENSION if figure.unit is not None:
            return frozenset({f"measure {lexicon().units[figure.unit].sign}"})
        case _:
            return frozenset()


def _fates(plain: str, sentence: ScannedSentence, figure: Quantity, ahead: str) -> frozenset[str]:
    """What became of the people counted: "dix-neuf autres ont été blessés"."""
    if figure.kind not in NUMBERS or figure.unit is not None:
        return frozenset()
    noun = lower(plain[figure.extent.start : end_of(figure)])
    around = (noun + words_behind(plain, sentence, figure))[: _before_people(sentence, figure)]
    around = around[: len(noun) + FATE]
    told = words().fates
    own = around[: _before_next(sentence, figure)]
    behind = _fates_in(own)
    if not behind:
        row = _IN_A_ROW.fullmatch(own[len(noun) :]) is not None
        behind = {name for name in _fates_in(around) if name in TOLLS or not row}
    found = behind or _fates_in(ahead[-FATE:])
    named = figure.of is not None and any(told[name].search(figure.of) for name in found)
    if figure.of is not None and not named and not _is_people(figure.of):
        # "un hôtel évacué": what happens to people happens to things too
        found &= TOLLS if figure.of not in _JOBS else _LAID_OFF
    if figure.of in _BODIES:
        found = {"mort"}
    return frozenset(f"fate {name}" for name in found)


def _fates_in(text: str) -> set[str]:
    """All that becomes of people in ``text``: mostly nothing, which one look tells."""
    if words().any_fate.search(text) is None:
        return set()
    return {name for name, form in words().fates.items() if form.search(text)}


def fates_differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the one kinds tell of the dead, say, and the others of the hurt."""
    tolls = [{f"fate {name}" for name in TOLLS} & kinds for kinds in (one, other)]
    return all(tolls) and not tolls[0] & tolls[1]


def _before_people(sentence: ScannedSentence, figure: Quantity) -> int | None:
    """How far from a number of things the words go before people are counted, if they are.

    "Un camping évacué et deux pompiers blessés": the site is not hurt.
    """
    if figure.of is None or _is_people(figure.of):
        return None
    people = (
        one.reach.start - figure.extent.start
        for one in sentence.quantities
        if one.extent > figure.extent and one.of is not None and _is_people(one.of)
    )
    return next(people, None)


def _before_next(sentence: ScannedSentence, figure: Quantity) -> int | None:
    """How far the words behind a number go before the next: "quatre emportés, deux morts"."""
    next_one = (one for one in sentence.quantities if one.extent > figure.extent)
    starts = (one.reach.start - figure.extent.start for one in next_one)
    return next(starts, None)


def _is_people(noun: str) -> bool:
    """Whether a noun names people, so that "personnes" can stand for them."""
    grammar = lexicon().grammar
    if noun in grammar.things:
        return False
    return noun == "personne" or noun in grammar.people or noun.endswith(grammar.people_endings)


def of_what(plain: str, figure: Quantity) -> str | None:
    """The word behind "de" that says of what a measure is: "1 650 mètres de câble"."""
    if figure.kind is QuantityKind.COUNT:
        return None
    found = _OF_WHAT.match(plain, figure.extent.end)
    return None if found is None else lower(found["of"])


def words_ahead(plain: str, sentence: ScannedSentence, figure: Quantity) -> str:
    """The words of the clause that lead to a figure, in lower case."""
    start = max(sentence.extent.start, figure.reach.start - BEFORE)
    while start > sentence.extent.start and plain[start - 1].isalpha():
        start -= 1
    return re.split(r"[;:]", lower(plain[start : figure.reach.start]))[-1]


def words_behind(plain: str, sentence: ScannedSentence, figure: Quantity) -> str:
    """The words of the clause that follow a figure and its noun, in lower case."""
    start = end_of(figure)
    end = min(sentence.extent.end, start + BEHIND)
    while end < sentence.extent.end and plain[end].isalpha():
        end += 1
    return re.split(r"[;:.]", lower(plain[start:end]))[0]
