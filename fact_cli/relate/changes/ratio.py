"""A whole told as so many times a base: "1 800 euros, soit trois fois les 600 euros"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import lower
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.multiples import Growth, Multiple, Ratio
from fact_cli.model.text import Extent
from fact_cli.relate.changes.of_several import is_one_of_several
from fact_cli.relate.context import Context
from fact_cli.relate.elided_unit import in_scale_of
from fact_cli.relate.neighbours import end_of, sign_of
from fact_cli.relate.phrases import operands
from fact_cli.scan.scanner import scanner

# What a multiple is told by that is a growth, and not a size: "a triplé", "multiplié par cinq".
_GROWS = re.compile(r"\b(?:multipli|divis|doubl|tripl|quadrupl|quintupl|sextupl|décupl|centupl)")
# Behind a bare percentage stands nothing that it could be a share of.
_ENDS = re.compile(r" ?(?:[.;,):!?»]|$|en \w+|depuis\b|par rapport\b|sur \w+ ans?\b)")
# "Pèse trois fois moins que l'acier, rappelle-t-il : 240 kilos contre 390": not than the base.
_THAN_ANOTHER = re.compile(
    r" (?:plus|moins|davantage)(?: [^\W\d_]+)? qu(?:e |')"
    r"(?!en |il y a|l'an|au |à |avant|hier|aupara|prévu|lors|dans)[^.;:()\d]{2,50} : "
)
_LESS = re.compile(
    r" (?:moins|inférieure?s?|plus (?:petite?s?|rares?|faibles?|basse?s?|courte?s?"
    r"|légère?s?|légers?|étroite?s?|minces?|maigres?|modestes?|jeunes?|lente?s?|pauvres?))\b"
)

# "Doublé en sept ans, soit 10 % par an": the growth of each year.
_OF_EACH_YEAR = re.compile(
    r"[^.;:()\d]{0,25}(?:\bpar (?:an|mois|semaine|jour|trimestre|semestre|année|saison)\b"
    r"|\b(?:chaque|tous les|toutes les) |\b(?:annuel|mensuel|en moyenne)\w*)"
)
_TOGETHER = re.compile(
    r"[^.;:]{3,80}\b(?:réunie?s|ensemble|additionnée?s|cumulée?s"
    r"|à eux deux|à elles deux|combinée?s)\b"
)


def find(context: Context) -> Iterator[Multiple]:
    yield from _ratios(context)
    yield from _growths(context)


def _growths(context: Context) -> Iterator[Growth]:
    plain = context.document.plain
    for found in operands(context, "growth"):
        times, stated = found.figures["times"], found.figures["stated"]
        way = found.way or sign_of(plain, stated)
        if not multiplies(plain, times) or times.value is None:
            continue
        first, last = sorted((times.extent, stated.extent))
        other = "fall" if times.value > 1 else "rise"
        words = scanner().changes(plain, Extent(first.end, last.start))
        if any(one.value == other for one in words):
            continue  # "avait doublé en 2021, recule (-9 %)"
        if _OF_EACH_YEAR.match(plain, stated.extent.end):
            continue
        growth = Growth(times, stated, way)
        if way or (_ENDS.match(plain, stated.extent.end) and _can_be_bare(growth)):
            yield growth


def _can_be_bare(growth: Growth) -> bool:
    """Whether a bare percentage can be a growth: less than 100 is the share that has doubled."""
    stated = growth.stated.value
    return stated is not None and (stated >= 100 or growth.is_division)


def multiplies(plain: str, times: Quantity) -> bool:
    """Whether a ratio is told by a verb of growth, so that it is no share of a whole."""
    return _GROWS.search(lower(times.extent.of(plain))) is not None


def _ratios(context: Context) -> Iterator[Ratio]:
    for name in ("ratio", "less"):
        for found in operands(context, name):
            whole, times, base = (found.figures[slot] for slot in ("whole", "times", "base"))
            base = _with_unit_of(base, whole)
            if _THAN_ANOTHER.match(context.document.plain, times.extent.end, base.extent.start):
                continue
            if _TOGETHER.match(context.document.plain, end_of(base)):
                continue
            same = whole.unit == base.unit and whole.kind is base.kind
            sentence = context.sentence_at(base.extent)
            if sentence and is_one_of_several(context.document.plain, base, sentence.extent):
                continue
            if same and whole.kind is not QuantityKind.RATIO and not _is_share(times):
                fewer = name == "less" or tells_less(context.document.plain, times)
                yield Ratio(whole, times, base, less=fewer)


def tells_less(plain: str, times: Quantity) -> bool:
    """Whether a multiple is of less: "trois fois moins", "deux fois plus rare"."""
    return _LESS.match(plain, times.extent.end) is not None


def _is_share(times: Quantity) -> bool:
    """A half or a third is a share of a whole, not a multiple of a base."""
    return times.value is not None and times.value < 1


def _with_unit_of(base: Quantity, whole: Quantity) -> Quantity:
    """``base`` with the unit that it leaves out: "1 800 euros, quatre fois celui de 600"."""
    elided = base.kind is QuantityKind.NUMBER and whole.unit is not None and base.unit is None
    return in_scale_of(base, whole) if elided else base
