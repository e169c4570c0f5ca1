"""Ratios in words: "deux tiers", "a doublé", "divisé par deux", "un Français sur deux".

The wordings are phrases of ratios.toml; here is one function for each of their meanings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from fact_cli.lang.line import Item, Line
from fact_cli.lang.phrase import Match
from fact_cli.lang.tables import Lexicon, WordRatio
from fact_cli.lang.words import words_before
from fact_cli.model.bounds import Bounds
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent
from fact_cli.model.unit import Dimension
from fact_cli.scan.choose import longest
from fact_cli.scan.number import Number

Slots = Mapping[str, Item]

_KINDS = {Dimension.POINTS: QuantityKind.POINTS}
_WHOLE = {Dimension.MONEY, Dimension.PERCENT, Dimension.RATIO}  # of these a fraction is a share

_LEADING = re.compile(r"(?:le|la|au|à|de|du|par|pour|va|vont) |d'|l'", re.IGNORECASE)
_OTHER_THING = re.compile(r" (?:de finale|d'heure|de siècle|de tour|de mile|temps|monde|état)")
_MORE_THAN = re.compile(r"\bplus (?:que|de) ")
# Participles by themselves are of films, coats and goals: "un doublé", "la version doublée".
_ALONE_AMBIGUOUS = re.compile(r"(?:é|ée|és|ées)$")
_OTHER_THING_DOUBLED = re.compile(
    r" (?:une?|le|la|les|des|son|sa|ce|cette) (?:[^\W\d_]+ )?"
    r"(?:voitures?|camions?|véhicules?|cyclistes?|autos?|films?|séries?|acteurs?|voix|personnages?)"
)
# "La Zambie les a doublées": who is overtaken is no number.
_OVERTAKES = re.compile(r"(?:\bles|\bnous|\bvous|\bme|\bl'|\bm') ?$", re.IGNORECASE)
# "le double de", "le double." but not "le double attentat".
_OF_SOMETHING = re.compile(r" (?:de|du|des|en|sur|par)\b| d'| ?[.,;:)»]|$")
_ONE_THING = re.compile(r"(?:une? [^\W\d_]+(?:-[^\W\d_]+)*|[\w-]+)(?: [^\W\d_]+){0,2} sur .*")
# "A reculé d'un cinquième", "un huitième de moins": by which part something has changed.
_MOVED_BY = re.compile(
    r"\b(?:hauss|baiss|augment|dimin|rédui|réduc|recul|chut|progress|croî|cr[uû]|accr|perd|gagn|amput"
    r"|rogn|inféri|supéri|major|minor|repli|fond|grimp|bond|excéd|dépass|allég|alourd|raccourc"
    r"|allong|renchér|dévalu|écrêt|plong|tomb|gonfl|élarg|rétréc|relev|abaiss|surpass)"
    r"[^.;:()\d]{0,40}\bd'$",
    re.IGNORECASE,
)
_ENDS_THERE = re.compile(
    r" (?:de (?:plus|moins)|d'ici|en|par|sur|depuis|entre|dans|à|au|aux|chez|pour|contre|et|cette"
    r"|l'an|après|avant|durant|pendant|selon)\b| ?[.,;:)»]|$"
)
_MORE_OR_LESS = re.compile(r" de (?:plus|moins|mieux)\b")
# Out of how many several are told to be a share: "neuf sur dix", "95 sur 100".
_OUT_OF = {2, 3, 4, 5, 6, 7, 8, 10, 20, 100, 1000}
_YEARS = range(1900, 2100)
MOST_OF_ONE = 1_000_000  # out of at most as many is one told: "un habitant sur 57"
# "un article sur douze femmes" counts the women that it is about.
_COUNTS = re.compile(
    r"[ -](?!(?:dans|plus|moins|mais|pas|alors|lors|depuis|sans|sous|vers|dès|très|jamais|puis|tous"
    r"|toutes|hors|après|près|accès|recours|parfois|toujours)\b)"
    r"(?:[^\W\d_]+[sx]|mille|millions?|milliards?)\b|[ -]?\d|[/%€°]"
)


class RatioReader:
    """Applies the phrases of ratios.toml to a sentence."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def read(
        self, plain: str, sentence: Extent, items: Sequence[Item], line: Line
    ) -> tuple[list[Quantity], list[Item]]:
        """The ratios, and the items that none of them took; ``line`` is that of ``items``."""
        found = longest(
            (
                len(quantity.extent),
                Item(quantity.extent.start, quantity.extent.end, frozenset(), quantity),
            )
            for match, means in self.lexicon.ratios.find(line)
            if not _holds_unit(match, items)
            if (quantity := _ratio(plain, sentence, match, means)) is not None
        )
        found = [self._measured(plain, one, items) for one in found]
        left = [
            item for item in items
            if not any(one.start < item.end and item.start < one.end for one in found)
        ]  # fmt: skip
        return [one.value for one in found if isinstance(one.value, Quantity)], left

    def _measured(self, plain: str, found: Item, items: Sequence[Item]) -> Item:
        """ "un quart de litre", "¼ de point": a fraction of a unit is so much of it."""
        ratio = found.value
        unit = next((item for item in items if item.start >= found.end), None)
        if unit is None or "unit" not in unit.kinds or not isinstance(ratio, Quantity):
            return found
        measures = self.lexicon.units[str(unit.value)].dimension
        link = plain[found.end : unit.start] in {" de ", " d'", " "}
        if not link or ratio.value is None or ratio.value >= 1 or measures in _WHOLE:
            return found
        kind = _KINDS.get(measures, QuantityKind.DIMENSION)
        extent = Extent(found.start, unit.end)
        quantity = replace(ratio, extent=extent, reach=extent, kind=kind, unit=str(unit.value))
        return Item(found.start, unit.end, frozenset(), quantity)


def _holds_unit(match: Match, items: Sequence[Item]) -> bool:
    """Whether units stand in the phrase or right behind: "15 cm sur 20 cm" is no ratio.

    "un litre sur cinq" is one.
    """
    units = [
        item
        for item in items
        if "unit" in item.kinds and match.start <= item.start <= match.end + 1
    ]
    one = "n" not in match.slots or _count(match.slots) == 1
    one_of = one and len(units) == 1 and units[0].end < match.end
    return bool(units) and not one_of


def _ratio(plain: str, sentence: Extent, match: Match, means: str) -> Quantity | None:
    read = MEANINGS[means](match.slots)
    named = match.slots.get("o") or match.slots.get("f")
    if read is None or _OTHER_THING.match(plain, named.end if named else match.end):
        return None
    value, bounds = read
    start, end = match.start, match.end
    if "v" in match.slots and _OTHER_THING_DOUBLED.match(plain, end):
        return None
    if means == "multiplies" and _ALONE_AMBIGUOUS.search(plain, start, end):
        return None
    if "v" in match.slots and _OVERTAKES.search(words_before(plain, start, 5)):
        return None
    noun = means == "multiple" and "multiple" in match.slots["v"].kinds
    if noun and not _OF_SOMETHING.match(plain, match.end):
        return None
    if means == "inverse" and not _is_part(plain, sentence, match):
        return None
    if means == "out_of" and not _is_out_of(plain, match):
        return None
    if means in {"fraction", "inverse", "multiple", "multiplies"}:
        last = match.slots.get("f") or match.slots.get("o") or match.slots["v"]
        end = last.end
        leading = _LEADING.match(plain, start, end)
        start = leading.end() if leading else start
    if _MORE_THAN.search(plain, start, end):
        bounds = Bounds(value, value + 1)  # three times would be "tripled"
    extent = Extent(start, end)
    # "plus du double" is less than three times, as "plus de deux fois" is.
    step = Decimal(1) if noun else Decimal(1).scaleb(-2)
    kind = QuantityKind.RATIO
    return Quantity(extent, extent, kind, value, step, bounds, bounds, unit="×")


def _is_out_of(plain: str, match: Match) -> bool:
    """Whether so many of one kind are told out of a number, and no thing about it."""
    if not _ONE_THING.fullmatch(plain[match.start : match.end]):
        return False
    whole = match.slots["m"].value
    usual = isinstance(whole, Number) and int(whole.value) in _OUT_OF
    return usual or _COUNTS.match(plain, match.end) is None


def _is_part(plain: str, sentence: Extent, match: Match) -> bool:
    """Whether an ordinal is a fraction: in the plural, of something, told of a change, or alone."""
    end = match.slots["o"].end
    moved = _MOVED_BY.search(words_before(plain, match.start, 60)) and _ENDS_THERE.match(plain, end)
    if moved or _MORE_OR_LESS.match(plain, end):
        return True
    whole = (match.start, end) == (sentence.start, sentence.end)
    return whole or match.end > end or plain.startswith("s", end - 1)


Reading = tuple[Decimal, Bounds] | None


def fraction(slots: Slots) -> Reading:
    word = slots["f"].value
    assert isinstance(word, WordRatio)
    count = _count(slots)
    return word.value * count, Bounds(word.low * count, word.high * count)


def inverse(slots: Slots) -> Reading:
    """ "un cinquième", "deux dixièmes": an ordinal from five on, said of a part of something."""
    number = slots["o"].value
    assert isinstance(number, Number)
    if number.value < 5 or number.digits:
        return None
    value = _count(slots) / number.value
    return value, Bounds(value * Decimal("0.93"), value * Decimal("1.07"))


def multiple(slots: Slots) -> Reading:
    word = slots["v"].value
    assert isinstance(word, WordRatio)
    return word.value, Bounds(word.low, word.high)


def multiplies(slots: Slots) -> Reading:
    """ "doubler", "triplant": a form by itself, but a participle may be of a film."""
    return multiple(slots)


def times(slots: Slots) -> Reading:
    count = _count(slots)
    return (count, _around(count)) if count > 0 else None


def divided(slots: Slots) -> Reading:
    count = _count(slots)
    return (1 / count, _around(1 / count)) if count > 0 else None


def out_of(slots: Slots) -> Reading:
    whole = slots["m"].value
    assert isinstance(whole, Number)
    count = _count(slots)
    if not 0 < count < whole.value or whole.scale > 1 or whole.value != int(whole.value):
        return None
    if int(whole.value) in _OUT_OF or (count == 1 and _can_be_out_of(whole.value)):
        return count / whole.value, _around(count / whole.value)
    return None


def _can_be_out_of(whole: Decimal) -> bool:
    """Whether one is told out of so many, which are no year: "un retour sur 1998"."""
    return whole <= MOST_OF_ONE and int(whole) not in _YEARS


def written(slots: Slots) -> Reading:
    """ "2/3 des accidents": digits, of a part of something."""
    value = slots["w"].value
    assert isinstance(value, Decimal)
    return value, _around(value)


MEANINGS: Mapping[str, Callable[[Slots], Reading]] = {
    function.__name__: function
    for function in (fraction, inverse, multiple, multiplies, times, divided, out_of, written)
}


def _count(slots: Slots) -> Decimal:
    """The number in the phrase; "un" and "la" say one."""
    item = slots.get("n")
    if item is None:
        return Decimal(1)
    assert isinstance(item.value, Number)
    return item.value.value


def _around(value: Decimal) -> Bounds:
    """A ratio told in whole numbers is a round one: five per cent on each side."""
    return Bounds(value * Decimal("0.95"), value * Decimal("1.05"))
