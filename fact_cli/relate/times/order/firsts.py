"""What must come first, told as last: died before born, closed before opened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import lower, words_before
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Moment, Order
from fact_cli.model.mention import TimeExpression
from fact_cli.relate.context import Context
from fact_cli.relate.times.moments import (
    KIN,
    dates,
    is_birth,
    is_burial,
    is_death,
    is_end,
    is_start,
    lives,
    moment,
    names_year,
    near_each_other,
    windows,
)

# Another thing comes up between two dates: "démoli en 1944, il a laissé place à un pont".
_OF_ANOTHER = re.compile(
    r"\b(?:du|de l[a'] ?|des|d'une?|aux?) ?[^\W\d_]+ [^\W\d_]+e?s? (?:en|le)(?: [^\W\d_]+)? $"
)
# "Le jour des 140 ans de sa naissance, le 8 avril 2026": the day on which it is feasted.
_FEASTED = re.compile(
    r"\b(?:ans|anniversaire|centenaire|bicentenaire|cinquantenaire) de (?:la|sa|leur) naissance"
    r"[^.;:()]{0,40}$"
)
_ANOTHER = re.compile(r"\b(?:une?|nouve\w+|rempla\w+|place|reconstru\w+|actuel\w*|autre)\b")
# "Mise en service en 1983, fermée en 1970 aux voyageurs": one of the two is of one use only.
_FOR_SOME = re.compile(
    r",? (?:seulement )?(?:pour|à|au|aux) (?:l[ae] |les |l'|tout |tous )?"
    r"(?:voyageurs?|marchandises|fret|trafic|public|circulation|navigation|passagers|visit\w+"
    r"|touristes?|transports?|piétons?|automobil\w+|voitures|camions|baignade|cultes?|femmes"
    r"|hommes|filles|garçons|riverains)\b"
)
FEASTED = 80  # characters before a date in which words tell that a birth is feasted


def find(context: Context) -> Iterator[Order]:
    plain = context.document.plain
    for window in windows(context):
        sentence = window[-1]
        for born, died in lives(plain, sentence):
            yield Order(born, died, ("début", "fin"))
        days = [(each, time) for each in window for time in dates(each)]
        if len(days) < 2 or KIN.search(lower(plain[window[0].extent.start : sentence.extent.end])):
            continue
        told = [(each, time) for each, time in days if names_year(time)]
        births = [
            moment(time)
            for each, time in told
            if is_birth(plain, each, time) and not _is_feasted(plain, time)
        ]
        deaths = [moment(time) for each, time in told if is_death(plain, each, time)]
        yield from _pair(births, deaths, ("naissance", "décès"), sentence.extent.start)
        died = [time for each, time in days if is_death(plain, each, time)]
        buried = [time for each, time in days if is_burial(plain, each, time)]
        if len(died) == len(buried) == 1:
            near = near_each_other(died[0], buried[0])
            yield from _pair([near[0]], [near[1]], ("décès", "obsèques"), sentence.extent.start)
        own = [(each, time) for each, time in told if each is sentence]
        starts = [moment(time) for each, time in own if is_start(plain, each, time)]
        ends = [moment(time) for each, time in own if is_end(plain, each, time)]
        ends = [one for one in ends if one not in starts]
        dated = [time for _, time in own]
        if starts and ends and len(dated) == 2 and _tells_of_one(plain, *dated):
            yield from _pair(starts[:1], ends[:1], ("début", "fin"), sentence.extent.start)


def _is_feasted(plain: str, time: TimeExpression) -> bool:
    return _FEASTED.search(words_before(plain, time.extent.start, FEASTED)) is not None


def _tells_of_one(plain: str, first: TimeExpression, last: TimeExpression) -> bool:
    """Whether nothing says that two dates are those of two things, or of two uses of one."""
    gap = lower(plain[first.extent.end : last.extent.start])
    if _ANOTHER.search(gap) or _OF_ANOTHER.search(gap):
        return False
    return not any(_FOR_SOME.match(plain, time.extent.end) for time in (first, last))


def _pair(
    first: list[Moment], then: list[Moment], names: tuple[str, str], start: int
) -> Iterator[Order]:
    """The only two, of which one stands in the last sentence; two sentences are inferred."""
    if len(first) != 1 or len(then) != 1:
        return
    ends = [one.extent for one in (first[0], then[0]) if one.extent is not None]
    own = [extent for extent in ends if extent.start >= start]
    if own:
        stated = len(own) == 2 and names[0] == "naissance"
        binding = Binding.STATED if stated else Binding.INFERRED
        yield Order(first[0], then[0], names, binding)
