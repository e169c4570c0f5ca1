"""Whether two figures tell one thing: the score, in one place, with its reasons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from fact_cli.lang.words import lower
from fact_cli.model.bounds import quotient
from fact_cli.model.claim import Modality
from fact_cli.model.finding import Message
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.same import Reason
from fact_cli.model.slips import Slip, digits_of, slip_between
from fact_cli.relate.neighbours import NUMBERS
from fact_cli.relate.twice.same_words import words
from fact_cli.relate.twice.telling import Telling

ENOUGH = 5  # weight from which two figures are thought to tell one thing
ENOUGH_IN_TITLE = 4
RARE = 3  # weight of values so alike that chance is no explanation
Spread = tuple[Decimal, Decimal]  # of the one value as a multiple of the other
FEW = 5  # smaller numbers are told of everything
LEAST_DIGITS = 3  # of a figure, so that a slip is no chance
NEAR = (Decimal("0.48"), Decimal("2.1"))
WIDE = (Decimal("0.3"), Decimal("3.4"))  # where the text points back
CLOSE = (Decimal("0.75"), Decimal("1.34"))


_NAME = re.compile(r"(?<=[ '’\"«(])[A-ZÀ-Þ][\w-]{2,}")
_TITLE = re.compile(r'"([^"\d]{2,40})" [^\W\d_]')  # "Clem" perd 500 000 curieux
_PRONOUNS = {"Il", "Elle", "Ils", "Elles", "On", "il", "elle", "ils", "elles", "on", "qui", "C'"}
LEAD_PARAGRAPHS = 4  # blocks behind the title that tell the news
_UPDATED = Reason(Message("bilans de deux moments", "counts of two moments"), -2)
SOLE = Reason(Message("seules de leur genre", "the only two of their kind"), 1)
_PARTED = Reason(Message("autre nom ou autre temps", "another name or time"), -1)
OTHER_MONTHS = Reason(Message("autres mois", "other months"), -3)
LEAD = Reason(Message("en tête d’article", "at the top of the article"), 1)
TAKEN_UP = Reason(Message("le titre annonce le corps", "a headline announces the body"), 2)


def same(first: Telling, again: Telling, *, sole: bool) -> Sequence[Reason]:
    """The reasons to think that two figures tell one thing; none where something parts them.

    ``sole`` tells that the article has no third value of that kind told by itself.
    """
    shared = first.keys & again.keys
    if shared <= {"#people"} and "personne" not in {first.figure.of, again.figure.of}:
        return []
    fated = again.pointed and any(key.startswith("fate ") for key in shared)
    few = 2 if fated else FEW
    values = near(first.figure, again.figure, few, spread=WIDE if again.pointed else NEAR)
    rare = weight(values) >= RARE
    parted = _parted(first, again)
    speakers = _speakers_differ(first.source, again.source)
    if not values or _apart(first.years, again.years) or (speakers and not rare):
        return []
    if _on_two_sides(first, again):
        return []
    if again.past and first.figure.value == again.figure.value:  # bounds of another time
        return []
    told_beside = first.base or again.base or not (first.alone and again.alone)
    if (parted or told_beside) and (not rare or first.base or again.base):
        return []
    found = [
        *_of_one_name(first, again),
        *_told_alike(first, again),
        *values,
    ]
    if speakers:
        found.append(_reason("deux voix", "two speakers", -1))
    if first.years & again.years:
        found.append(_reason("même année", "same year", 1))
    if _names_differ(first.around, again.around):
        apart = not first.around & again.around
        found.append(_reason("autres noms propres", "other names", -2 if apart else -1))
    if _apart(first.months, again.months):
        found.append(OTHER_MONTHS)
    if _subjects_differ(first, again):
        found.append(_reason("autres sujets", "other subjects", -3))
    if first.updated or again.updated:
        found.append(_UPDATED)
    if again.fresh:
        found.append(_reason("d’un autre nom", "of another name", -4))
    if again.pointed and not again.updated:
        found.append(_reason("renvoi (« ces… »)", "points back", 3))
    elif again.known:
        found.append(_reason("dit comme connu", "told as known", 2))
    if sole:
        found.append(SOLE)
    if parted:
        found.append(_PARTED)
    return found


def announced(title: Telling, again: Telling) -> Sequence[Reason]:
    """The reasons to think that a figure of the body is the one that the title announces.

    A title names places and people, and the body takes them for granted; so names part
    nothing here, and small numbers of one noun count.
    """
    alike = title.figure.of == again.figure.of
    values = near(title.figure, again.figure, 1 if alike else FEW, tenfold=True)
    shared = title.keys & again.keys
    if shared <= {"#people"} and "personne" not in {title.figure.of, again.figure.of}:
        return []
    rare = weight(values) >= RARE
    if not values or _apart(title.years, again.years) or again.past:
        return []
    if _is_growth(again) and not _may_be_growth(title):
        return []
    if _on_two_sides(title, again) or (not rare and not (title.alone and again.alone)):
        return []
    found = [*_of_one_name(title, again), *_words_shared(title, again), *values, TAKEN_UP]
    if again.updated:
        found.append(_UPDATED)
    if _apart(title.months, again.months):
        found.append(OTHER_MONTHS)
    if again.sentence.sentence.block <= LEAD_PARAGRAPHS:
        found.append(LEAD)
    return found


def _is_growth(told: Telling) -> bool:
    """Whether a percentage has a sign: "(+ 16,3 %)" tells by how much something grew."""
    return told.figure.unit == "%" and told.noun.startswith(("+", "-"))


def _may_be_growth(told: Telling) -> bool:
    return _is_growth(told) or bool(told.stems & {"=hausse", "=baisse"}) or told.described


def weight(reasons: Sequence[Reason]) -> int:
    return sum(reason.weight for reason in reasons)


def _parted(first: Telling, again: Telling) -> bool:
    """Whether a name, a plan or a denial sets the two apart."""
    if first.names and again.names and not first.names & again.names:
        return True
    if first.described or again.described:
        return False
    plans = {Modality.FORECAST, Modality.CONDITIONAL}
    modalities = {first.modality, again.modality}
    return (len(modalities & plans) == 1 and len(modalities) > 1) or Modality.NEGATED in modalities


def _speakers_differ(one: str | None, other: str | None) -> bool:
    if not one or not other or one == other:
        return False
    plain = words().plain_speakers
    return not (plain.search(lower(one)) or plain.search(lower(other)))


def _on_two_sides(first: Telling, again: Telling) -> bool:
    """Whether the two are told of two sides of one matter: girls and boys, net and gross."""
    taken = ((first.side(sides), again.side(sides)) for sides in words().contrasts)
    return any(None not in pair and pair[0] != pair[1] for pair in taken)


def _subjects_differ(first: Telling, again: Telling) -> bool:
    """Whether each is told of somebody or some place of its own: two nations' medals."""
    one, other = (_names_of(each.claim.subject) if each.claim else set() for each in (first, again))
    titles = [set(_TITLE.findall(each.clause)) for each in (first, again)]
    return any(a and b and not a & b for a, b in ((one, other), titles))


def _names_of(subject: str | None) -> set[str]:
    """The proper names of a subject, which may open its sentence behind an article."""
    return {lower(name) for name in _NAME.findall(subject or "")}


def _apart(one: frozenset[object], other: frozenset[object]) -> bool:
    """Whether two tellings name years, or months, and none in common."""
    return bool(one and other and not one & other)


def _of_one_name(first: Telling, again: Telling) -> list[Reason]:
    one, other = first.figure, again.figure
    fates = sorted(key for key in first.keys & again.keys if key.startswith("fate "))
    if fates:
        fate = fates[0].removeprefix("fate ")
        return [_reason(f"même sort : {fate}", f"same fate: {fate}", 2)]
    if one.kind is QuantityKind.COUNT:
        if one.of == other.of:
            return [_reason(f"même nom : {one.of}", f"same noun: {one.of}", 2)]
        if one.of is not None and other.of is not None:
            return [_reason(f"{one.of} ≈ {other.of}", f"{one.of} ≈ {other.of}", 1)]
    if one.kind is QuantityKind.DIMENSION:
        return [_reason("même unité", "same unit", 1)]
    return []


def _told_alike(first: Telling, again: Telling) -> list[Reason]:
    found = _words_shared(first, again)
    names = sorted(first.names & again.names)
    if names:
        found.append(_reason(f"même nom propre : {names[0]}", f"same name: {names[0]}", 1))
    subjects = {t.claim.subject for t in (first, again) if t.claim is not None}
    if len(subjects) == 1 and subjects.isdisjoint({None, *_PRONOUNS}):
        found.append(_reason("même sujet", "same subject", 1))
    return found


def _words_shared(first: Telling, again: Telling) -> list[Reason]:
    shared = sorted(word.lstrip("=") for word in first.stems & again.stems)
    if not shared:
        return []
    words = ", ".join(shared[:3])
    return [_reason(f"mêmes mots : {words}", f"same words: {words}", min(2, len(shared)))]


def _names_differ(one: frozenset[str], other: frozenset[str]) -> bool:
    fewer = min(len(one), len(other))
    return fewer > 1 and len(one & other) * 2 < fewer


def near(
    one: Quantity,
    other: Quantity,
    few: int = FEW,
    *,
    spread: Spread = NEAR,
    tenfold: bool = False,
) -> list[Reason]:
    """What the two values tell: hedged both ways, a slip apart, close; nothing where far apart."""
    if one.value is None or other.value is None:
        return []
    if one.kind in NUMBERS and min(one.value, other.value) < few:
        return []
    if one.value == other.value:
        return [_reason("bornes opposées", "opposite bounds", 4)]
    sizes = sorted(digits_of(each.value or Decimal(0), each.step) for each in (one, other))
    if _thousandfold(one, other):
        return [_reason("mille fois l’autre", "a thousandfold", RARE)]
    slip = slip_of(one, other)
    least = min(one.value / one.step, other.value / other.step)
    digits = sizes[1] if slip is Slip.DROP and least >= 100 else sizes[0]
    if slip is not None and digits >= (2 if slip is Slip.SWAP else LEAST_DIGITS):
        rare = 3 if digits > LEAST_DIGITS or slip is Slip.SWAP else 2
        return [_reason("à une faute de frappe près", "one slip apart", rare)]
    if slip is Slip.FACTOR and sizes[0] > 1:
        return [_reason("à un facteur dix près", "a factor of ten apart", 1)]
    ratio = quotient(other.value, one.value)
    if ratio is not None and CLOSE[0] <= ratio <= CLOSE[1]:
        return [_reason("valeurs voisines", "close values", 1)]
    low, high = spread
    if ratio is not None and (low <= ratio <= high or (tenfold and _is_power_of_ten(ratio))):
        return [_reason("même ordre de grandeur", "of one size", 0)]
    return []


def _is_power_of_ten(ratio: Decimal) -> bool:
    normal = ratio.normalize()
    return normal != 1 and normal.as_tuple().digits == (1,)


def _thousandfold(one: Quantity, other: Quantity) -> bool:
    """The same digits with another multiplier: "12 milliards" and "12 millions"."""
    apart = quotient(one.value, other.value)
    written = {quotient(each.value, each.scale) for each in (one, other)}
    many = len(written) == 1 and one.scale != other.scale and (one.value or 0) / one.scale >= 2
    return many and apart in {Decimal(1000), Decimal("0.001")}


def slip_of(one: Quantity, other: Quantity) -> Slip | None:
    """The single slip that makes one figure of the other."""
    if one.value is None or other.value is None:
        return None
    return slip_between(one.value, other.value, min(one.step, other.step))


def _reason(fr: str, en: str, by: int) -> Reason:
    return Reason(Message(fr, en), by)
