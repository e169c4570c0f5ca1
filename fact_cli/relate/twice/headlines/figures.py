"""A figure of the title that nothing in the body bears out, while the body tells another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from fact_cli.lang.words import SMALL_NUMBERS, lower
from fact_cli.model.mention import Quantity
from fact_cli.model.same import Reason, Same
from fact_cli.model.slips import PRECISE, Slip, digits_of
from fact_cli.model.text import BlockKind
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, end_of
from fact_cli.relate.twice.headlines.borne_out import is_borne_out
from fact_cli.relate.twice.headlines.left_of import computes
from fact_cli.relate.twice.headlines.times import is_told_as_part
from fact_cli.relate.twice.values.agreeing import agree, agree_in_title, are_beside
from fact_cli.relate.twice.values.kinds import TIMED, TOLLS, as_percent
from fact_cli.relate.twice.values.near_values import LEAST_DIGITS, RARE, near, slip_of, weight
from fact_cli.relate.twice.values.same_words import words
from fact_cli.relate.twice.values.sameness import ENOUGH_IN_TITLE, NEWS, SOLE, announced
from fact_cli.relate.twice.values.sums_again import is_named_part
from fact_cli.relate.twice.values.telling import Telling, stands_for_title, tellings, words_of
from fact_cli.relate.twice.values.told_between import (
    is_of_bracket,
    is_of_others,
    is_of_wider,
    is_told_as_some,
    is_told_between,
)
from fact_cli.scan.scanner import scanner

ONE_OR_TWO = 2
_NTH = {2: "deuxième", 3: "troisième", 4: "quatrième", 5: "cinquième", 6: "sixième"}
_OF_ANOTHER = re.compile(r"\b(?:cel(?:ui|les?)|ceux|autres?|voisine?s?|comme|second\w*)\b")
_OTHERS = re.compile(r" autres?\b")
# "Son prédécesseur l'avait été par 27 voix": somebody else's.
_RIVALS = re.compile(
    r"\b(?:prédécesseurs?|successeurs?|riva(?:le?s?|ux)|adversaires?|dauphine?s?|concurrente?s?"
    r"|homologues?|opposante?s?|challengers?)\b"
)
_RIVAL = re.compile(rf"{_RIVALS.pattern}|\b(?:avait|avaient) été\b")
# "L'affaire des 1 001 pneus": a name; "53 % du prix, soit 84 centimes": a share of it.
_IN_A_NAME = re.compile(
    r"\b(?:affaire|dossier|scandale|procès|nuit|guerre|marche|mur|forêt|route|maison|ville) des\s*$"
    r"|\d ?% [^.;:()\d]{0,40}(?:, |\()soit\s*$"
)
_NEXT_DOOR = re.compile(r"\b(?:voisine?s?|mitoyen(?:ne)?s?|d'à côté|d'en face|jumel[^\W\d_]+)\b")
_OWN = re.compile(r"\b(?:ses|leurs) (?:quelque |près de )?\s*$")
_STEP = re.compile(r"\b(?:perd|gagn|embauch|recrut|supprim|cré|licenci)[^\W\d_]*(?: près de)?\s*$")
# "La capitale en concentre 843 (769 guéris, …)": so many of what was told before.
_OF_IT = re.compile(
    r"\ben (?:a |ont |avait |avaient )?(?:concentr|compt|dénombr|recens|totalis|abrit|regroup|réuni"
    r"|rassembl|enregistr|déplor|représent|accueill|détien|possèd|fourni|constitu|relèv|relev)"
)
# "Trois personnes sont mortes, une autre à l'hôpital": one more than the figure tells.
_ONE_MORE = re.compile(
    r"\b(?:une? (?:autre|seconde?|deuxième|troisième|quatrième|cinquième|dernière?)|l'autre"
    r"|puis une?|(?:,| et) une? [^\W\d_]{4,} (?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche"
    r"|hier|le lendemain|la veille)"
    r"|(?:tu(?:e|é|ée|ant)|abatt\w+|poignard\w+|écras\w+|fauch\w+|percut\w+|bless\w+) une?"
    r"|ainsi qu(?:e|'une?)|de même que|un couple|leurs? (?:père|mère|enfants?|fils|fille)"
    r"|et (?:une?|la|le|son|sa|leur) (?:homme|femme|enfant|fillette|garçon|adolescente?|bébé"
    r"|chauffeur|conduct\w+|accompagn\w+|pilote|père|mère|frère|sœur|épouse|mari|fils|fille"
    r"|compagn\w+))\b"
)
_HIT = re.compile(r"\b(?:touch|attein|succomb|suicid|abatt|décéd|mor[ts]|autre|nouve|dernier)")
# "treize morts dans la Sava et de six dans celle du sud": of one place among others.
_AND_ELSEWHERE = re.compile(
    rf"[^.;:\d]{{0,70}}?(?:,| et) (?:de |d')?(?:{'|'.join(SMALL_NUMBERS)}|\d{{1,3}})"
    r" (?:autres? )?(?:dans|à|au|aux|en|chez|près) "
)


def find(context: Context) -> Iterator[Same]:
    yield from figures_of_title(context)


def figures_of_title(context: Context) -> Sequence[Same]:
    """The figures of the title, each with one of the body that tells it too, or belies it."""
    return context.once("figures of title", lambda: tuple(_figures_of_title(context)))


def _figures_of_title(context: Context) -> Iterator[Same]:
    told, blocks = tellings(context), context.document.blocks
    plain = context.document.plain
    titles = [one for one in told if one.title]
    body = [one for one in told if not one.title]
    every = [
        as_percent(figure)
        for sentence in context.sentences
        if not stands_for_title(context, sentence)
        for figure in sentence.quantities
        if figure.value is not None
    ]
    for title in titles:
        alike = [one for one in body if one.figure.unit not in TIMED or one.asked == title.asked]
        lengths = [one.figure for one in alike if one.figure.unit in TIMED]
        parted = title.figure.unit in TIMED and is_told_as_part(plain, title.figure.extent)
        if not parted and not is_borne_out(plain, title, alike, [*every, *lengths]):
            headed = blocks[title.sentence.sentence.block].kind is BlockKind.TITLE
            yield from _belied(context, title, body, headed=headed)
        elif found := list(_holding(plain, title, body)):
            yield from found
        elif not _is_told_exactly(title.figure, every):
            headed = blocks[title.sentence.sentence.block].kind is BlockKind.TITLE
            taken_up = [
                one
                for one in _taken_up(title, body)
                if headed or not _is_of_others(plain, title, one)
            ]
            yield from _belied(context, title, taken_up, headed=True)


def _is_told_exactly(title: Quantity, every: Sequence[Quantity]) -> bool:
    """Whether the body tells the value of a title digit by digit, too long for chance."""
    long = title.value is not None and digits_of(title.value, title.step) >= PRECISE
    return long and any(one.value == title.value and one.of == title.of for one in every)


def _holding(plain: str, title: Telling, body: Sequence[Telling]) -> Iterator[Same]:
    for one in body:
        if title.keys & one.keys and agree_in_title(title.figure, one.figure):
            timed = title.figure.unit in TIMED
            words = words_of(plain, title, one) if timed else None
            yield Same(title.figure, one.figure, [], agree=True, title=True, words=words)
            return


def _taken_up(title: Telling, body: Sequence[Telling]) -> Sequence[Telling]:
    """Tellings that go back to the title, whatever other figure has its value by chance.

    "Trois blessés … Un troisième blessé … Les quatre blessés ont reçu une visite."
    """
    alike = [one for one in body if one.keys & title.keys]
    back = [one for one in alike if one.known and one.bare]
    fated = [one for one in back if _is_noun_of_fate(title, one)]
    if title.figure.of is None or not (title.bare or fated):
        return [
            one
            for one in alike
            if one.figure.unit is not None or one.figure.of == title.figure.of is not None
            if one.known or _is_swapped(title, one)
            if weight(near(title.figure, one.figure)) >= RARE
        ]
    told = [one.figure.value for one in alike if not one.known]
    named = [one for one in back if title.bare and one.figure.of == title.figure.of]
    return [one for one in {*named, *fated} if one.figure.value not in told]


def _is_swapped(title: Telling, one: Telling) -> bool:
    """Whether the body opens with the digits of the title in another order: 345 000, 435 000."""
    swapped = slip_of(title.figure, one.figure) is Slip.SWAP
    long = digits_of(title.figure.value or Decimal(0), title.figure.step) >= LEAST_DIGITS
    return swapped and long and one.sentence.sentence.block <= NEWS


def _is_noun_of_fate(title: Telling, one: Telling) -> bool:
    """Whether "les huit blessés" takes up those whom the title tells to be hurt."""
    shared = [key.removeprefix("fate ") for key in title.keys & one.keys if "fate " in key]
    return any(words().fates[fate].search(one.figure.of or "") for fate in shared)


def _adds_up(plain: str, title: Telling, one: Telling) -> bool:
    """ "Treize morts à Antalaha et six à Maroantsetra" under a title of 19."""
    missing = (title.figure.value or 0) - (one.figure.value or 0)
    numbers = scanner().numbers(plain, one.sentence.extent)
    return title.figure.kind in NUMBERS and any(other.value == missing for other in numbers)


def _belied(
    context: Context, title: Telling, body: Sequence[Telling], *, headed: bool
) -> Iterator[Same]:
    """The body's own value, where it tells one thing with a single other value.

    Where a mere first sentence stands for the title (not ``headed``), it takes more, and a
    word or noun in common.
    """
    plain = context.document.plain
    found: list[tuple[Telling, Sequence[Reason]]] = []
    told_apart = any(_ONE_MORE.search(one.told) for one in body if one.keys & title.keys)
    for one in body:
        if title.keys & one.keys:
            if _adds_up(plain, title, one) or computes(plain, title, one):
                continue
            reasons = announced(title, one, headed=headed)
            if not headed and not _goes_on(plain, title, one):
                continue
            if _is_of_others(plain, title, one) if not headed else _is_of_some(plain, title, one):
                continue
            others = _OTHERS.match(plain, one.figure.extent.end) and _is_near(title, one)
            others = others or (told_apart and title.figure.of != one.figure.of)
            others = others or _is_one_more(context, title, one)
            others = others or _AND_ELSEWHERE.match(plain, end_of(one.figure))
            agreed = agree_in_title(title.figure, one.figure, headed=headed)
            if reasons and not others and not agreed:
                found.append((one, reasons))
    values = {one.figure.value for one, _ in found}
    if len(values) == 1 and headed:
        found = [(one, [*reasons, SOLE]) for one, reasons in found]
    found.sort(key=lambda pair: -weight(pair[1]))
    if not found or weight(found[0][1]) < ENOUGH_IN_TITLE + (not headed):
        return
    best, reasons = found[0]
    beside = any(title.keys & one.keys and are_beside(title.figure, one.figure) for one in body)
    if beside and title.figure.step < 1:  # "0,72 %" is rather the 0,73 % than another's 0,39 %
        return
    rivals = [one for one, others in found if weight(others) == weight(reasons)]
    if all(agree(best.figure, one.figure) for one in rivals):
        slip = slip_of(title.figure, best.figure)
        words = words_of(plain, title, best)
        yield Same(
            title.figure, best.figure, reasons, agree=False, title=True, slip=slip, words=words
        )


def _is_of_others(plain: str, opening: Telling, one: Telling) -> bool:
    """Whether a figure behind a first sentence is told between, or that of some of its things.

    Or what there is of them in all: "a perdu 128 habitants … Ses 1 280 habitants".
    """
    if is_told_between(plain, opening, one):
        return True
    if _NEXT_DOOR.search(one.told) and not _NEXT_DOOR.search(opening.told):
        return True
    less = (one.figure.value or Decimal(0)) < (opening.figure.value or Decimal(0))
    if not less:
        if is_of_wider(opening, one):
            return True
        owned = _OWN.search(one.clause.partition(one.noun)[0]) is not None
        step = _STEP.search(opening.clause.partition(opening.noun)[0]) is not None
        return owned and (step or (one.figure.of == "place" != opening.figure.of))
    return (one.known or is_told_as_some(one)) and is_of_others(plain, opening, one)


def _is_of_some(plain: str, title: Telling, one: Telling) -> bool:
    """Whether a figure of the body tells of a rival, or by its own words of some of the title's."""
    if _RIVALS.search(one.told) and not _RIVALS.search(title.told):
        return True
    if _is_one_kind_of_several(title, one):
        return True
    if is_of_bracket(plain, title, one) or _IN_A_NAME.search(one.clause.partition(one.noun)[0]):
        return True
    less = (one.figure.value or Decimal(0)) < (title.figure.value or Decimal(0))
    return less and not one.pointed and is_told_as_some(one)


def _is_one_kind_of_several(title: Telling, one: Telling) -> bool:
    """Whether a sentence lists kinds of what the title counts: "huit tableaux et trois dessins"."""
    kinds = words().narrower.get(title.figure.of or "", frozenset())
    listed = {figure.of for figure in one.sentence.quantities if figure.of in kinds}
    return one.figure.of in listed and len(listed) > 1


def _goes_on(plain: str, opening: Telling, one: Telling) -> bool:
    """Whether a figure can go on with the one of a first sentence: same noun or words, and size."""
    if _OF_IT.search(one.told) or is_named_part(opening, one):
        return False
    if _RIVAL.search(one.told) and not _RIVAL.search(opening.told):
        return False
    named = opening.figure.of is not None and opening.figure.of == one.figure.of
    sized = weight(near(opening.figure, one.figure)) > 0
    rare = weight(near(opening.figure, one.figure)) >= RARE and not _OF_ANOTHER.search(one.told)
    long = digits_of(one.figure.value or Decimal(0), one.figure.step) >= LEAST_DIGITS
    taken_up = one.known and one.bare and _is_fate_alone(plain, opening, one)
    return sized and (named or taken_up or (rare and long) or bool(opening.stems & one.stems))


def _is_fate_alone(plain: str, opening: Telling, one: Telling) -> bool:
    """Whether the second counts those whose fate the first tells, and no others share it."""
    shared = {key.removeprefix("fate ") for key in opening.keys & one.keys if "fate " in key}
    fates = {fate for fate in shared if words().fates[fate].search(one.figure.of or "")}
    between = lower(plain[opening.sentence.extent.end : one.sentence.extent.start])
    told = any(words().fates[fate].search(between) for fate in fates)
    return bool(fates) and not told and not _HIT.search(between)


def _is_one_more(context: Context, title: Telling, one: Telling) -> bool:
    """ "Deux hommes arrêtés. Le troisième est en fuite": the title's third, or the body's.

    Or one whose fate is told by itself: "trois habitants évacués. Une dame l'a été plus tard".
    """
    values = [int(title.figure.value or 0), int(one.figure.value or 0)]
    if abs(values[0] - values[1]) > ONE_OR_TWO:
        return False
    others = context.told
    for each in (title.sentence.extent, one.sentence.extent):
        others = others.replace(lower(each.of(context.document.plain)), "")
    fates = {name: form for name, form in words().fates.items() if name not in TOLLS}
    again = [form for name, form in fates.items() if f"fate {name}" in title.keys & one.keys]
    more = values[0] > values[1] and any(form.search(others) for form in again)
    return more or _NTH.get(max(values), "?!") in others


def _is_near(title: Telling, one: Telling) -> bool:
    """Whether "vingt autres blessés" can be all but one or two of the title's."""
    assert title.figure.value is not None and one.figure.value is not None
    return 0 < title.figure.value - one.figure.value <= ONE_OR_TWO
