"""What a figure is told for each of: "par habitant", "le mètre carré", "mensuels", "chacune".

A denominator names heads ("par foyer"), a unit ("du mètre carré", "km/h"), a period ("par
mois"), or none at all ("chacun", "en moyenne"); "pour 100 000 habitants" names a number of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from fact_cli.lang.lexicon import lexicon, read
from fact_cli.lang.words import lower, plural_of, singular_of
from fact_cli.model.lapse import Unit
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.neighbours import NUMBERS, end_of, in_unit_of
from fact_cli.relate.passage import Passage
from fact_cli.relate.rates.periods import YEAR, period_of

_PER = re.compile(
    r"(?: [^\W\d_]+){0,3}? (?:par|à chaque|pour chaque|chaque) (?P<noun>[^\W\d_]{3,})"
    r"|(?: [^\W\d_]+)?,? (?:l[ea] |à l'|l'|au |du |à la |de l')"
    r"(?P<unit>[^\W\d_]{3,}(?: carré| cube)?)\b"
)
_ANY = re.compile(
    r"(?: [^\W\d_]+){0,3},? (?:(?:à )?chacune?\b|pièce\b|l'une?\b(?! d)|l'unité\b|l'exemplaire\b"
    r"|par tête\b)"
    r"|[^.;:!?\d]{0,30}\ben moyenne\b(?! (?:à|de|d')(?: |\d|\b))"
)
_ANY_AHEAD = re.compile(
    r"\bchacune? (?!des |de )(?:d'(?:eux|elles|entre eux|entre elles) )?"
    r"(?:[^\W\d_]+ ){1,2}(?:de |d'|à )?$"
    r"|\bprix unitaire de $|\b(?:moyenne|en moyenne) (?:de |d'|à )?$",
    re.IGNORECASE,
)
_SHARED_AHEAD = re.compile(
    r"\b(?:[Rr]amen|[Rr]apport)ée?s? (?:à chaque|au nombre d[e']) ?(?P<noun>[^\W\d_]{3,})\b"
    r"[^.;:\d]*$"
)
# "Le kilo coûte 25 euros", "La place se vend 15 euros".
_SOLD = re.compile(
    r"[«\" ]*(?:L[ea] |L')(?P<noun>[^\W\d_]{3,}(?: carré| cube)?)"
    r" (?:coûte|coûtait|vaut|valait|se vend|se vendait|se négocie|est vendue?|est facturée?"
    r"|était vendue?|étant vendue?|est à|revient à)(?: environ)? $"
)
# "La dette par habitant est de 1 200 euros"
_PER_AHEAD = re.compile(
    r"\bpar (?P<noun>[^\W\d_]{3,}) (?:est|était|atteint|atteignait|ressort|s'élève|s'élevait"
    r"|s'établit|s'établissait|se monte)(?: [^\W\d_]+)?(?: de| à| d'|) ?$"
)
# "Ce qui met la place à 12 euros", "ce qui ramène le prix du cours à 15 euros"
_PUT_AT = re.compile(
    r"\b(?:met(?:tent|tait|tant)?|mis|ramèn\w+|ramenant|port(?:e|ent|ait|ant)|fix(?:e|ent|ait|ant)"
    r"|place|fait (?:revenir|monter|tomber)) (?:(?:le|son|leur) (?:prix|coût|tarif)"
    r"(?: moyen| unitaire)? (?:d'une? |d[eu'] ?(?:la |l')?)|l[ae] |l')"
    r"(?P<noun>[^\W\d_]{3,}(?: carré| cube)?) (?:à|autour de) (?:seulement |plus de |environ )?$"
)
# "40 places à 15 euros", "200 parts au prix de 30 euros"
_PRICED = re.compile(
    r"(?: (?:(?:le|la|chaque|par) )?[^\W\d_]+){0,3},? (?:vendu|cédé|facturé|proposé|écoulé)e?s"
    r"(?: à| au prix de)? | (?:à|au (?:prix|tarif)(?: unitaire| moyen| unique)? de) "
)
# "24 rangées de 18 fauteuils", "12 équipes de 5 joueurs"
_IN_ROWS = " de "
_GIFT = re.compile(
    r"\b(?:primes?|chèques?|bourses?|aides?|bons?|indemnités?|allocations?|tickets?)"
    r" (?:[^\W\d_]+ ){0,3}de $"
)
_TO_MANY = re.compile(
    r"(?: [^\W\d_]+){0,3} pour (?P<many>(?:100|10|1)[ .'’]?000|mille)\b"
    r"(?: (?P<noun>(?!en\b|dans\b|sur\b|par\b|pour\b|chez\b)[^\W\d_]{3,}))?"
)
# What one of them gives or costs: "Une vache donne 7 500 litres".
_OF_ONE = re.compile(
    r"[«\" ]*(?:Une? (?P<noun>[^\W\d_]{3,})[^,;:.()\d]{0,50}(?<! d[eu']) $"
    r"|Chaque (?P<each>[^\W\d_]{3,})[^,;:.()\d]{0,50} $)"
)
# "Chacune des 240 vaches a donné 7 500 litres": the heads are counted.
_EACH_OF = re.compile(r"\b[Cc]hacune? (?:des|de ces|de ses|de leurs) $")
_SHARED_BY = re.compile(  # "rapporté aux 240 vaches": what is told before, and is more
    r"\b(?:(?:rapport|ramen)ée?s? (?:aux|à (?:ces|ses|leurs))"
    r"|(?:divis|partag)ée?s? (?:par|entre|parmi) (?:les|ces|ses|leurs)) $", re.IGNORECASE
)  # fmt: skip
_ABOUT = {None, "quelque", "environ"}
# "Soit quatre euros chacun d'économisés": what is less, not what is paid.
_SAVED = re.compile(r"(?: [^\W\d_]+){0,2} (?:d'économ|d'épargn|de rabais|de remise|de réduction)")
_TO_HUNDRED = re.compile(r" aux (?:100|cent)\b")
AHEAD = 60  # characters before a figure in which words say that it is for each
_HOURS = {"heure": Unit.HOURS, "minute": Unit.MINUTES, "seconde": Unit.SECONDS}
_MANY = {"mille": 1000}
_SOLD_BY = {"g", "kg", "q", "t", "l", "hl", "m", "m²", "m³", "ha", "kWh", "MWh", "ct"}


@dataclass(frozen=True, slots=True)
class Each:
    """A figure for each of something: ``figure`` in the unit of what is shared out.

    ``noun`` names the heads, ``sign`` is the unit, ``period`` the unit of time that it is for;
    all None where the text names none. ``many`` is how many of them it is for; ``behind`` the
    end of the words that say so. ``of_subject`` is true of what the subject "une vache" gives,
    ``given`` is true of what is by nature handed out one by one, "une
    prime de 150 euros", to those told right behind; ``sold`` of a price told of what is sold.
    """

    figure: Quantity
    noun: str | None = None
    sign: str | None = None
    period: Unit | None = None
    many: Decimal = Decimal(1)
    behind: int = 0
    given: bool = False
    of_subject: bool = False
    sold: bool = False

    def name(self, head: str) -> str:
        """What the rate is for: "habitant", "100 000 habitants"."""
        if self.many == 1:
            return head
        plural = plural_of(head) if self.sign is None else head
        return f"{self.many:,f} {plural}".replace(",", "\u00a0")

    @property
    def is_named(self) -> bool:
        return bool(self.noun or self.sign or self.period)


def each_of(passage: Passage, figure: Quantity) -> Each | None:
    """What ``figure`` is told for each of; None where it is no rate."""
    plain, end = passage.plain, end_of(figure)
    if _SAVED.match(plain, end):
        return None
    if figure.unit in _compounds():
        return _compound(figure, *_compounds()[figure.unit])
    if many := _TO_MANY.match(plain, end):
        count = Decimal(_MANY.get(many["many"]) or int(re.sub(r"\D", "", many["many"])))
        noun = singular_of(lower(many["noun"] or "habitants"), lexicon().grammar.invariable)
        return Each(replace(figure, of=None), noun, many=count, behind=many.end())
    if hundred := _TO_HUNDRED.match(plain, end):
        return Each(figure, None, "km", many=Decimal(100), behind=hundred.end())
    sentence = passage.sentence_of(figure)
    period = period_of(plain, sentence, passage.figures, figure)
    one = _OF_ONE.match(plain, sentence.extent.start, figure.reach.start)
    if one is not None and period in {None, YEAR} and figure.kind not in NUMBERS:
        told = one["noun"] or one["each"]
        noun = singular_of(lower(told), lexicon().grammar.invariable)
        noun = noun if told[0].islower() else "habitant"  # "Chaque Bellerivois"
        return Each(figure, noun, behind=end, of_subject=True)
    if period in {None, YEAR} and (heads := _heads_ahead(passage, figure)) is not None:
        return Each(figure, heads, behind=end, of_subject=True)
    sold = _SOLD.match(plain, sentence.extent.start, figure.reach.start)
    by_unit = _PER.match(plain, end)  # "le cuivre vaut 8 euros le kilo"
    by_unit = by_unit is not None and lower(by_unit["unit"] or "") in _signs()
    if sold is not None and period is None and not by_unit and figure.kind is QuantityKind.MONEY:
        noun = singular_of(lower(sold["noun"]), lexicon().grammar.invariable)
        return Each(figure, noun, _signs().get(noun), behind=end, sold=True)
    if period is not None:
        return Each(figure, period=Unit(period), behind=end)
    if per := _PER.match(plain, end):
        told = lower(per["noun"] or per["unit"])
        noun = singular_of(told, lexicon().grammar.invariable)
        if noun in _HOURS:
            return Each(figure, period=_HOURS[noun], behind=per.end())
        if per["noun"] or noun in _signs():
            return Each(figure, noun, _signs().get(noun), behind=per.end())
    after = min(
        (o.reach.start for o in passage.figures if o.reach.start >= end), default=len(plain)
    )
    any_one = _ANY.match(plain, end, after)
    if any_one is not None and (after == len(plain) or plain[any_one.end() : after].strip()):
        return Each(figure, behind=any_one.end())
    ahead = plain[max(sentence.extent.start, figure.reach.start - AHEAD) : figure.reach.start]
    if shared := _SHARED_AHEAD.search(ahead):
        noun = singular_of(lower(shared["noun"]), lexicon().grammar.invariable)
        return Each(figure, noun, behind=end)
    if (put := _PUT_AT.search(ahead)) and figure.kind is QuantityKind.MONEY:
        return _by_noun(figure, lower(put["noun"]))
    if per_ahead := _PER_AHEAD.search(ahead):
        noun = singular_of(lower(per_ahead["noun"]), lexicon().grammar.invariable)
        return Each(figure, noun, behind=end)
    if _ANY_AHEAD.search(ahead):
        return Each(figure, behind=end)
    if _GIFT.search(ahead):
        return Each(figure, behind=end, given=True)
    return _priced(passage, figure) or _in_rows(passage, figure)


def _by_noun(figure: Quantity, told: str) -> Each:
    """A figure told of each ``told``: a unit, a period or a head."""
    noun = singular_of(told, lexicon().grammar.invariable)
    if noun in _HOURS:
        return Each(figure, period=_HOURS[noun], behind=end_of(figure))
    return Each(figure, noun, _signs().get(noun), behind=end_of(figure))


def _heads_ahead(passage: Passage, figure: Quantity) -> str | None:
    """What is counted right before a figure that is told of each of them."""
    at = passage.figures.index(figure)
    heads = passage.figures[at - 1] if at else None
    if heads is None or heads.kind is not QuantityKind.COUNT or figure.hedge not in _ABOUT:
        return None
    clause = passage.plain[end_of(heads) : max(end_of(heads), figure.reach.start)]
    ahead = passage.plain[max(0, heads.reach.start - AHEAD) : heads.reach.start]
    shared = _SHARED_BY.search(ahead) and _is_of_more(passage.figures[: at - 1], figure)
    told = shared or _EACH_OF.search(ahead)
    return heads.of if told and not re.search(r"[.;:()]", clause) else None


def _is_of_more(before: Sequence[Quantity], figure: Quantity) -> bool:
    """Whether what a figure may be each one's share of is told before it."""
    totals = (in_unit_of(one, figure) for one in before)
    return any((one.value or 0) > (figure.value or 0) for one in totals if one is not None)


def _in_rows(passage: Passage, figure: Quantity) -> Each | None:
    """What stands in so many rows, and only its sum beside: "24 rangées de 18 fauteuils"."""
    figures = passage.figures
    if len(figures) != 3 or figure is not figures[1] or figure.hedge is not None:
        return None
    rows, sum_told = figures[0], figures[2]
    counted = rows.kind is figure.kind is sum_told.kind is QuantityKind.COUNT
    if not counted or rows.of == figure.of or rows.hedge is not None:
        return None
    link = passage.plain[end_of(rows) : max(end_of(rows), figure.reach.start)]
    if link != _IN_ROWS or rows.of is None or figure.of is None:
        return None
    return Each(figure, rows.of, behind=end_of(figure), sold=True)


def _priced(passage: Passage, price: Quantity) -> Each | None:
    """What is sold of which a price is told, and only its sum beside: "40 places à 15 euros"."""
    at = passage.figures.index(price)
    count = passage.figures[at - 1] if at else None
    sums = [one for one in passage.figures if one.kind is QuantityKind.MONEY]
    if count is None or price.kind is not QuantityKind.MONEY or len(passage.figures) != 3:
        return None
    link = passage.plain[end_of(count) : max(end_of(count), price.reach.start)]
    if len(sums) != 2 or not _PRICED.fullmatch(link):
        return None
    if count.kind is QuantityKind.COUNT and count.noun is not None:
        return Each(price, count.of, behind=price.extent.end, sold=True)
    sign = count.unit if count.unit in _SOLD_BY else None
    return Each(price, sign=sign, behind=price.extent.end, sold=True) if sign else None


def _compound(figure: Quantity, numerator: str, denominator: str) -> Each:
    """A figure in a unit that holds its denominator: "95 km/h", "210 hab/km²"."""
    unit, noun = (numerator, None) if numerator in lexicon().units else (None, numerator)
    kind = QuantityKind.COUNT if unit is None else QuantityKind.DIMENSION
    shared = replace(figure, kind=kind, unit=unit, of=noun)
    if denominator.startswith("100 "):
        shared = shared.scaled(1 / figure.scale, unit)  # the hundred was read as its scale
        return Each(shared, sign=denominator[4:], many=Decimal(100), behind=figure.extent.end)
    if denominator in _HOURS:
        return Each(shared, period=_HOURS[denominator], behind=figure.extent.end)
    return Each(shared, sign=denominator, behind=figure.extent.end)


@cache
def _compounds() -> Mapping[str | None, tuple[str, str]]:
    return {sign: (one, other) for sign, (one, other) in read("heads")["compounds"].items()}


@cache
def _signs() -> Mapping[str, str]:
    """The unit that a noun names: "mètre carré" is "m²"."""
    return read("heads")["signs"]


def unit_named(noun: str) -> str | None:
    """The unit that a noun in the singular names: "mètre carré" is "m²"."""
    return _signs().get(noun)


@cache
def _groups() -> list[frozenset[str]]:
    return [frozenset(names) for names in read("heads")["heads"]]


def in_sign_of(count: Quantity, each: Each) -> Quantity | None:
    """``count`` in the unit that ``each`` is told for: tonnes in kilos, at so much a kilo."""
    if each.sign is None or count.unit == each.sign or count.unit not in _SOLD_BY:
        return count if count.unit == each.sign else None
    return in_unit_of(count, replace(count, unit=each.sign)) if each.sign in _SOLD_BY else None


def is_head(count: Quantity, each: Each) -> bool:
    """Whether ``count`` can count what ``each`` is told for each of."""
    if each.sign is not None:
        return count.kind is QuantityKind.DIMENSION and in_sign_of(count, each) is not None
    if each.period is not None or count.kind not in NUMBERS or count.of is None:
        return False
    return each.noun is None or are_alike_heads(count.of, each.noun)


def are_alike_heads(one: str, other: str) -> bool:
    """Whether two nouns can name the same heads: "foyer" and "ménage"."""
    return one == other or any(one in group and other in group for group in _groups())
