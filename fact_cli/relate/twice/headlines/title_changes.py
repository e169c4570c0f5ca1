"""What a title tells of a change: its size in percent, in points, as a multiple, or its way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower, singular_of, words_before
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent
from fact_cli.model.times import LengthForm
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import usable
from fact_cli.relate.passage import Passage
from fact_cli.relate.twice.headlines.words import changes_in

_TIMES = re.compile(
    r"\b(?:(?P<two>doubl)|(?P<three>tripl)|(?P<four>quadrupl)|(?P<five>quintupl)|(?P<ten>décupl))"
    r"(?:é|e|ent|ait|aient|ées?|és|ement)\b"
    r"(?! (?:son|sa|ses|leurs?|le|la|les|une?) )"
    r"|\b(?:(?P<twice>doubl)|(?P<thrice>tripl))(?:é|e|ent)\b"
    r"(?= (?:son|sa|ses|leurs?) (?P<its>[^\W\d_]{4,}))"
)
_HALF = re.compile(
    r"\b(?:rédui|diminu|baiss|chut|recul|amput|coup|fond|abaiss|raccourc|rabot|pert|per[dt])[^\W\d_]*"
    r"(?: [^\W\d_']+){0,3} de moitié\b"
    r"|\bmoitié moins(?= (?:de |d')[^\W\d_]{4,}(?: [^\W\d_]{4,})?(?:$| (?:à|au|aux|en|qu)\b))"
)
# "Bondit d'un tiers", "amputé d'un quart"; "supprime la moitié de ses lits".
_GROWN_BY = re.compile(
    r"\b(?:(?P<up>bondi|augment|grimp|progress|flamb|s'envol|gonfl|croît|croiss|major|renchéri"
    r"|relev|relèv|hausse|en hausse)"
    r"|(?P<down>rédui|diminu|baiss|chut|recul|amput|fond|abaiss|rabot|plong|repli|en baisse))"
    r"[^\W\d_]*(?: [^\W\d_']+){0,3} d(?:e |')$"
)
_CUTS = re.compile(
    r"\b(?:supprim|ferm|licenci|per[dt]|vend|cèd|céd|sacrifi|coup|ray|retir|suppression|fermeture)"
    r"[^\W\d_]*(?: (?:de|à|jusqu'à))? (?:l[ae]s? )?$"
)
# All of them, and none of one kind: "la moitié de ses lits", not "de ses lits de chirurgie".
_OF_ITS = re.compile(
    r" (?:de (?:ses|leurs?|sa|son|nos)|des|du|de la|de l') ?(?P<noun>[^\W\d_]{3,})"
    r"(?=$| ?[,.;:!)]| (?:à|au|aux|en|d'ici|avant|cette|chez|pour)\b)"
)
_TIMES_OF = {
    "two": "2",
    "twice": "2",
    "thrice": "3",
    "three": "3",
    "four": "4",
    "five": "5",
    "ten": "10",
}
_ROUGHLY = {
    stem: Decimal(value)
    for stem, value in (
        ("doubl", 2),
        ("tripl", 3),
        ("quadrupl", 4),
        ("quintupl", 5),
        ("décupl", 10),
    )
}
_MORE_OR_LESS = re.compile(
    r" (?:(?P<more>plus)|(?P<less>moins))\b"
    r"(?=(?: de| d')? ?[^.;:]{0,60}\b(?:en (?:un|deux|cinq|dix) ans?|qu'(?:en|il y a|avant)"
    r"|que l'an|l'an (?:dernier|passé)|cette année|sur un an)\b"
    r"|(?: de| d')(?! la| l'| \d) ?[^\W\d_]{4,}(?=$| (?:à|au|aux|en) )(?!.*\bqu[e']))"
)
_MULTIPLIED = re.compile(r"(?P<up>multipli)|(?P<down>divis)")
# What counts of something are by themselves: "15 % de cambriolages en plus".
_MORE = re.compile(r"[^.;:,()\d]{0,45} (?:(?P<more>en plus|de plus)|(?P<less>en moins|de moins))\b")
# "Un tiers d'espace en plus"
_MORE_OF_IT = re.compile(
    r" (?:de |d')(?!entre)(?:[^\W\d_]+ ){1,3}"
    r"(?:(?P<more>en plus|de plus|supplémentaires?)|en moins|de moins)(?=$| ?[,.;:!)]|"
    r" (?:à|au|aux|en|cette|chez|pour|sur)\b)(?! qu)"
)
# "Prêt à doubler ses effectifs", "veut tripler le nombre de lits": what is still to come.
_TO_TIMES = re.compile(
    r"\b(?P<stem>doubl|tripl|quadrupl|quintupl|décupl)er"
    r"(?= (?:(?:son|sa|ses|leurs?) (?P<its>[^\W\d_]{4,})"
    r"|(?:le nombre|la capacité|la production|la surface|l'effectif|les effectifs|le parc|la flotte"
    r"|le budget)\b))"
)
_PLANNED = re.compile(
    r"\b(?:va|vont|veu(?:t|lent)|vis(?:e|ent)|prévoi(?:t|ent)|promet(?:tent)?|objectif|prête?s? à"
    r"|song(?:e|ent)|envisag(?:e|ent)|souhait(?:e|ent)|compt(?:e|ent)|entend(?:ent)?"
    r"|s'engag(?:e|ent)|ambitionn(?:e|ent)|vers (?:une?|la|le)|d'ici|pour)\b"
    r"|[^\W\d_]{3}(?:er|ire) (?:par|de moitié)\b"
)
_ABOUT = re.compile(
    r"\b(?:presque|près|quasi|pratiquement|plus que|bientôt|pourrai|devrai"
    r"|craint|menace(?:nt)? d|comparable|constante?s?"
    r"|organique|corrigée?s?|hors|réclam|demand(?:ent|ait|aient)\b|demande (?:de|à|que|un|l)"
    r"|propos(?:e|ent|ait|aient)\b)"
)
ROOM = Decimal("0.2")  # of a multiple, by which a title may round it
SHARE = Decimal("0.05")  # of a percentage, the same
POINT = Decimal("0.6")  # of a hundred, the same of a small one; more where its last digit is


@dataclass(frozen=True, slots=True)
class TitleChange:
    """The words of a title that tell a change, and what the later value may be of the first.

    ``points`` is true where the change is a difference, and ``change`` holds what the later
    value may be more than the first. ``years`` is the length of time that the title tells,
    ``of`` what it tells a part of: "la moitié de ses lits". What is ``planned`` is still to come.
    """

    words: Extent
    change: Bounds
    figure: Quantity | None = None
    points: bool = False
    years: Decimal | None = None
    of: str | None = None
    planned: bool = False


def title_changes(context: Context, title: ScannedSentence) -> Iterator[TitleChange]:
    """The changes that a title tells, in percent, in points or in words of a multiple."""
    words = lower(title.extent.of(context.document.plain))
    if _ABOUT.search(words):
        return
    planned = _PLANNED.search(words) is not None
    yield from (replace(one, planned=planned) for one in _changes(context, title, words))


def _changes(context: Context, title: ScannedSentence, words: str) -> Iterator[TitleChange]:
    plain, start = context.document.plain, title.extent.start
    years = years_of(title)
    if (found := _TO_TIMES.search(words)) is not None:
        at = Extent(start + found.start(), start + found.end())
        value = _ROUGHLY[found["stem"]]
        yield TitleChange(
            at, _roughly(value), years=years, of=found["its"] and _singular(found["its"])
        )
    if (found := _TIMES.search(words) or _HALF.search(words)) is not None:
        group = next((name for name, word in found.groupdict().items() if word), "")
        value = Decimal(_TIMES_OF.get(group, "0.5"))
        at = Extent(start + found.start(), start + found.end())
        its = found["its"] if group in {"twice", "thrice"} else None
        yield TitleChange(at, _roughly(value), years=years, of=its and _singular(its))
    for one in title.quantities:
        value = _multiple(words, one, start, plain)
        if value is not None:
            yield TitleChange(one.extent, _roughly(value), years=years)
    for one in title.quantities if found is None else ():
        for change in _by_fraction(words, one, start):
            yield TitleChange(one.extent, change, years=years, of=_whole(words, one, start))
    sized = {id(one.figure): one.way for one in changes_in(context, [title])}
    sized |= {id(one): way for one in usable(title.quantities) if (way := _surplus(plain, one))}
    for one in usable(title.quantities):
        if one.kind is QuantityKind.PERCENT and id(one) in sized and (one.value or 0) > 0:
            yield TitleChange(one.extent, _percent(one, sized[id(one)]), one, years=years)
    yield from _points(context, title, years)


def _by_fraction(words: str, one: Quantity, start: int) -> Iterator[Bounds]:
    """What is left where a part of all goes or comes: two thirds after "amputé d'un tiers"."""
    part, at, end = one.value or Decimal(0), one.reach.start - start, one.extent.end - start
    ahead = words_before(words, at, 45)
    grown = _GROWN_BY.search(ahead) if one.kind is QuantityKind.RATIO else None
    if one.kind is QuantityKind.PERCENT:
        part /= 100
    if one.kind not in {QuantityKind.RATIO, QuantityKind.PERCENT} or not 0 < part < 1:
        return
    cut = _CUTS.search(ahead) is not None and _OF_ITS.match(words, end) is not None
    more = _MORE_OF_IT.match(words, end) if one.kind is QuantityKind.RATIO else None
    if grown is not None or cut or more is not None:
        way = 1 if (more and more["more"]) or (grown is not None and grown["up"]) else -1
        low, high = sorted((1 + way * part * (1 - ROOM), 1 + way * part * (1 + ROOM)))
        yield Bounds(low, high)


def _whole(words: str, one: Quantity, start: int) -> str | None:
    found = _OF_ITS.match(words, one.extent.end - start)
    return None if found is None else _singular(found["noun"])


def _singular(noun: str) -> str:
    return singular_of(noun, lexicon().grammar.invariable)


def years_of(title: ScannedSentence) -> Decimal | None:
    """The single length in years that a sentence tells: "en cinq ans"."""
    lengths = [one.form.duration for one in title.times if isinstance(one.form, LengthForm)]
    return Decimal(lengths[0].years) if len(lengths) == 1 and lengths[0].years else None


def _multiple(words: str, one: Quantity, start: int, plain: str) -> Decimal | None:
    """What a ratio makes of the first value: "multiplié par trois", "deux fois moins de"."""
    if one.kind is not QuantityKind.RATIO or not one.value:
        return None
    told = _MULTIPLIED.search(lower(one.extent.of(plain)))
    if one.value < 2 and not (told and told["down"]):
        return None
    if told is not None:
        return one.value if told["up"] else min(one.value, 1 / one.value)
    compared = _MORE_OR_LESS.match(words, one.extent.end - start)
    if compared is None:
        return None
    return one.value if compared["more"] else 1 / one.value


def _surplus(plain: str, one: Quantity) -> int:
    found = _MORE.match(plain, one.extent.end)
    if found is None or one.kind is not QuantityKind.PERCENT:
        return 0
    return 1 if found["more"] else -1


def _percent(one: Quantity, way: int) -> Bounds:
    value = abs(one.value or Decimal(0))
    margin = value * SHARE + max(one.step, POINT)
    low, high = sorted(1 + way * (value + side * margin) / 100 for side in (-1, 1))
    return Bounds(low, high)


def _points(
    context: Context, title: ScannedSentence, years: Decimal | None
) -> Iterator[TitleChange]:
    passage = Passage(context, [title])
    for one in passage.figures:
        word = passage.changes.get(id(one))
        if word is None or one.kind is not QuantityKind.POINTS or not one.value:
            continue
        way = 1 if word.value == "rise" else -1
        low, high = sorted((way * abs(one.value) - one.step, way * abs(one.value) + one.step))
        yield TitleChange(one.extent, Bounds(low, high), one, points=True, years=years)


def _roughly(value: Decimal) -> Bounds:
    return Bounds(value * (1 - ROOM), value * (1 + ROOM))
