"""Whether two figures tell one thing: the score, in one place, with its reasons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from fact_cli.model.finding import Message
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.same import Reason
from fact_cli.model.slips import Slip
from fact_cli.relate.twice.values.kinds import TIMED, fates_differ
from fact_cli.relate.twice.values.near_values import FEW, NEAR, RARE, near, reason, slip_of, weight
from fact_cli.relate.twice.values.same_words import words
from fact_cli.relate.twice.values.set_apart import (
    OTHER_MONTHS,
    apart_in_time,
    are_apart,
    are_named_apart,
    are_of_two_things,
    are_on_two_sides,
    are_other_people,
    are_parted,
    counts_more,
    is_of_another,
    names_another,
    names_differ,
    speakers_differ,
    subjects_differ,
    tells_more_time,
)
from fact_cli.relate.twice.values.sums_again import is_tenth_of_sum, takes_up_sum
from fact_cli.relate.twice.values.telling import Telling
from fact_cli.relate.twice.values.told_when import WAS

ENOUGH = 5  # weight from which two figures are thought to tell one thing
ENOUGH_IN_TITLE = 4
ENOUGH_WORDS = 2  # in common; with more, what stands beside another value is the same still
WIDE = (Decimal("0.3"), Decimal("3.4"))  # where the text points back
ANY = (Decimal("0.2"), Decimal(5))  # where a title and the body share a word

_COMPARED = re.compile(r"\breste\w* (?:plus|moins) (?:bas|haut|élevé|faible|fort|cher)\w*\b")
_PRONOUNS = {"Il", "Elle", "Ils", "Elles", "On", "il", "elle", "ils", "elles", "on", "qui", "C'"}
TWO_DIGITS = 100  # below it, any two numbers are hardly a slip apart
KNOWN_BY_NUMBER = 20  # up to it, "les trois communes" takes up those told before
NEWS = 2  # blocks behind the title that tell what happened
LEAD_PARAGRAPHS = 4  # blocks behind the title that tell the news
_UPDATED = Reason(Message("bilans de deux moments", "counts of two moments"), -2)
_UPDATED_SINCE = Reason(_UPDATED.words, -1)
HEADED = Reason(Message("l’un des deux en titre", "one of the two in the headline"), 1)
SOLE = Reason(Message("seules de leur genre", "the only two of their kind"), 1)
BESIDE = Reason(Message("légende et texte", "caption and text"), 3)
_PARTED = Reason(Message("autre nom ou autre temps", "another name or time"), -1)
_ELSEWHERE = Reason(_PARTED.words, -3)
LEAD = Reason(Message("en tête d’article", "at the top of the article"), 1)
TAKEN_UP = Reason(Message("le titre annonce le corps", "a headline announces the body"), 2)


def same(first: Telling, again: Telling, *, sole: bool) -> Sequence[Reason]:
    """The reasons to think that two figures tell one thing; none where something parts them.

    ``sole`` tells that the article has no third value of that kind told by itself.
    """
    if are_other_people(first, again) or fates_differ(first.keys, again.keys):
        return []
    few = 2 if _takes_up(first, again) else FEW
    values = near(
        first.figure, again.figure, few, spread=WIDE if again.pointed else NEAR, known=again.known
    )
    rare = weight(values) >= RARE
    parted = are_parted(first, again)
    speakers = speakers_differ(first.source, again.source)
    if not values or are_apart(first.years, again.years) or (speakers and not rare):
        return []
    if counts_more(first, again) or _is_chance(first, again, values):
        return []
    if is_tenth_of_sum(first, again):
        return []
    if not (rare or again.known or again.pointed) and are_of_two_things(first, again):
        return []
    if again.past and first.figure.value == again.figure.value:  # bounds of another time
        return []
    over = again.former and WAS.search(again.told) is not None
    if over and not first.years and not again.pointed:
        return []
    based = (first.base or again.base) and not _ask_again(first, again)
    told_beside = based or not ((first.alone and again.alone) or _ask_again(first, again))
    if (parted or told_beside) and (not rare or based):
        return []
    found = [*_of_one_name(first, again), *_told_alike(first, again), *values]
    if speakers:
        found.append(reason("deux voix", "two speakers", -1))
    if first.years & again.years:
        found.append(reason("même année", "same year", 1))
    if names_differ(first.around, again.around):
        apart = not first.around & again.around
        found.append(reason("autres noms propres", "other names", -2 if apart else -1))
    found += apart_in_time(first, again)
    if subjects_differ(first, again) and not again.pointed:
        found.append(reason("autres sujets", "other subjects", -3))
    if first.updated or again.updated:
        found.append(_UPDATED)
    if again.fresh:
        found.append(reason("d’un autre nom", "of another name", -4))
    if again.pointed and not again.updated:
        found.append(reason("renvoi (« ces… »)", "points back", 3))
    elif again.known:
        found.append(reason("dit comme connu", "told as known", _how_known(first, again, sole)))
    if first.beside is not again.beside and _is_of_caption(first, again):
        found.append(BESIDE)
    if sole:
        found.append(SOLE)
    if parted and (are_named_apart(first, again) or first.stems & again.stems <= words().broad):
        found.append(_PARTED)
    swapped = again.known and slip_of(first.figure, again.figure) is Slip.SWAP and rare
    return [] if are_on_two_sides(first, again) and not swapped else found


def announced(title: Telling, again: Telling, *, headed: bool) -> Sequence[Reason]:
    """The reasons to think that a figure of the body is the one that the title announces.

    ``headed`` is false where a mere first sentence stands for the title. A title names places
    and people, and the body takes them for granted; so names part nothing here, and small
    numbers of one noun count.
    """
    alike = title.figure.of == again.figure.of or (again.known and _share_group(title, again))
    fated = _share_fate(title, again) and _are_next(title.figure, again.figure)
    measured = _heads(title, again) if headed and not again.former else frozenset()
    shared = title.stems & again.stems
    sized = measured or slip_of(title.figure, again.figure) is not None
    spread = ANY if headed and sized and _is_measured(title.figure) else NEAR
    if _share_fate(title, again):
        if tells_more_time(title, again):
            return []
        if headed and again.sentence.sentence.block <= NEWS:
            spread = WIDE
    few = 1 if alike or fated else FEW
    values = near(title.figure, again.figure, few, spread=spread, tenfold=True)
    if are_other_people(title, again) or fates_differ(title.keys, again.keys):
        return []
    rare = weight(values) >= RARE
    other_months = are_apart(title.months, again.months)
    if not values or are_apart(title.years, again.years) or (other_months and not headed):
        return []
    same_months = headed and title.months & again.months
    dated = again.past or (again.years and not headed)
    if dated and not title.years & again.years and not same_months:
        return []
    if _is_growth(again) and not _may_be_growth(title):
        return []
    if title.asked != again.asked or is_of_another(title, again):
        return []
    if title.figure.unit in TIMED and not shared:
        return []
    based = again.base and not again.asked
    named = bool(measured) or title.asked or len(shared) > ENOUGH_WORDS
    told_first = again.single or (again.opening and len(shared) > ENOUGH_WORDS)
    alone = (title.alone and again.alone) or (named and told_first and not based)
    if are_on_two_sides(title, again) or counts_more(title, again) or not (rare or alone):
        return []
    told = _words_shared(title, again, measured)
    found = [*_of_one_name(title, again), *told, *values, TAKEN_UP]
    if _COMPARED.search(again.told):
        found.append(_ELSEWHERE)
    if again.updated:
        found.append(_UPDATED_SINCE if shared else _UPDATED)
    if other_months:
        found.append(OTHER_MONTHS)
    if again.sentence.sentence.block <= LEAD_PARAGRAPHS:
        found.append(LEAD)
    return found


def _is_of_caption(first: Telling, again: Telling) -> bool:
    """Whether a caption and the text share what they tell: for a percentage, what it measures."""
    shared = first.stems & again.stems
    return any(stem.startswith("=") for stem in shared) or (bool(shared) and "%" not in first.keys)


def _is_growth(told: Telling) -> bool:
    """Whether a percentage has a sign: "(+ 16,3 %)" tells by how much something grew."""
    return told.figure.unit == "%" and told.noun.startswith(("+", "-"))


def _may_be_growth(told: Telling) -> bool:
    return _is_growth(told) or bool(told.stems & {"=hausse", "=baisse"}) or told.described


def _is_chance(first: Telling, again: Telling, values: Sequence[Reason]) -> bool:
    """ "23 personnes à bord … trente-deux sauveteurs": two nouns, and no word about them shared."""
    nouns = {first.figure.of, again.figure.of}
    if len(nouns) < 2 or None in nouns or again.pointed or _share_fate(first, again):
        return False
    if first.stems & again.stems or first.names & again.names:
        return False
    larger = max(first.figure.value or 0, again.figure.value or 0)
    if not again.known:
        return larger < TWO_DIGITS or not weight(values)
    slipped = slip_of(first.figure, again.figure) is not None
    return larger > KNOWN_BY_NUMBER and not (weight(values) or slipped)


def _how_known(first: Telling, again: Telling, sole: bool) -> int:
    """What "les" weighs: more where nothing says which ones, less where the noun is another.

    "Les 30 exemplaires promis à ce modèle", where others have as many of their own, say which.
    """
    if again.figure.kind is not QuantityKind.COUNT:
        return 3 if again.bare and sole and takes_up_sum(again) else 2
    return 3 if again.bare else 1 + (sole and first.figure.of == again.figure.of)


def _takes_up(first: Telling, again: Telling) -> bool:
    """Whether the second counts what the first did, so that small numbers are no chance."""
    fated = _share_fate(first, again)
    if again.pointed:
        return fated
    if (nouns := {first.figure.of, again.figure.of}) & words().everywhere:
        return False
    grouped = _share_group(first, again) and not nouns & words().anybody
    named = grouped or (len(nouns) == 1 and None not in nouns)
    return again.known and again.bare and (fated or named)


def _are_next(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are one apart: three dead and four, not two and five."""
    return one.value is not None and other.value is not None and abs(one.value - other.value) == 1


def _share_fate(first: Telling, again: Telling) -> bool:
    return any(key.startswith("fate ") for key in first.keys & again.keys)


def _share_group(first: Telling, again: Telling) -> bool:
    return any(key.startswith("#") for key in first.keys & again.keys - {"#people"})


def _of_one_name(first: Telling, again: Telling) -> list[Reason]:
    one, other = first.figure, again.figure
    fates = sorted(key for key in first.keys & again.keys if key.startswith("fate "))
    if fates:
        fate = fates[0].removeprefix("fate ")
        return [reason(f"même sort : {fate}", f"same fate: {fate}", 2)]
    if one.kind is QuantityKind.COUNT:
        if one.of == other.of:
            return [reason(f"même nom : {one.of}", f"same noun: {one.of}", 2)]
        if one.of is not None and other.of is not None:
            return [reason(f"{one.of} ≈ {other.of}", f"{one.of} ≈ {other.of}", 1)]
    if one.kind is QuantityKind.DIMENSION:
        return [reason("même unité", "same unit", 1)]
    return []


def _told_alike(first: Telling, again: Telling) -> list[Reason]:
    measured = _heads(first, again) if again.known and not again.former else frozenset()
    found = _words_shared(first, again, measured, most=3)
    names = sorted(first.names & again.names)
    if names:
        found.append(reason(f"même nom propre : {names[0]}", f"same name: {names[0]}", 1))
    subjects = {t.claim.subject for t in (first, again) if t.claim is not None}
    if len(subjects) == 1 and subjects.isdisjoint({None, *_PRONOUNS}):
        found.append(reason("même sujet", "same subject", 1))
    return found


def _words_shared(
    first: Telling, again: Telling, measured: frozenset[str], *, most: int = 2
) -> list[Reason]:
    """Words in common; one of ``measured`` counts twice, more than two with a head are ``most``."""
    shared = sorted(word.lstrip("=") for word in first.stems & again.stems)
    if not shared:
        return []
    words = ", ".join(shared[:3])
    of_one = first.of_what is not None and first.of_what == again.of_what
    headed = len(shared) > ENOUGH_WORDS and _heads(first, again) and not first.figure.of
    by = min(most if headed else 2, len(shared) + len(measured) + of_one)
    return [reason(f"mêmes mots : {words}", f"same words: {words}", by)]


def _is_measured(figure: Quantity) -> bool:
    """Whether a figure is a price, a percentage or a measure, but no number or length of time."""
    return figure.kind is not QuantityKind.COUNT and figure.unit not in TIMED


def _ask_again(first: Telling, again: Telling) -> bool:
    """Whether the second takes up what the first says was asked for: "les dix ans requis"."""
    asked = first.asked and again.asked and again.known and first.single and again.single
    return asked and not names_another(first.told, again.told)


def _heads(first: Telling, again: Telling) -> frozenset[str]:
    """What both say that is measured: a loss, a fine, the length of a closure."""
    shared = first.stems & again.stems
    return frozenset(stem for stem in shared if stem.startswith("=")) - words().broad
