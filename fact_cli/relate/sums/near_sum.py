"""A figure that those around it make but for one misprint: "18 500 vendredi, 26 300 samedi …".

No word need say that it is their sum. What tells it is that three figures or more of one
thing follow one another, that one right before or behind them is nearly their sum, and, for
the rule, that the two differ by one slip. Two parts are enough where halves are told, and
words that open a list ("dans le détail") or close one ("cela fait") make it complete.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from fact_cli.lang.words import in_brackets, lower, words_after, words_before
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.slips import digits_of
from fact_cli.model.totals import Total
from fact_cli.relate.changes.pairs import Pair, pairs
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import NUMBERS, end_of, in_unit_of, is_surplus, printed
from fact_cli.relate.passage import Passage
from fact_cli.relate.sums.otherwise import made_otherwise
from fact_cli.relate.sums.partition import is_partition

MANY = 4  # parts, of which three near a whole of two digits may be any
PRECISE = 3  # significant digits of a sum; fewer lie one slip apart by chance
_HALVES = re.compile(
    r"\bsemestres?\b|\bsemestriel|\bmoitiés?\b|\bmi-temps\b|\bmanches?\b|\bannuel|\btotal\b"
    r"|\b(?:à eux|à elles|les deux) [^.;:]{0,20}\bensemble\b"
)
_OPENS = re.compile(
    r"\bdans le détail\b"
    r"|\b(?:se |s'y |s'en )?(?:partag|répart|décompos|ventil)\w+ (?:entre|en|ainsi)\b"
    r"|\bse compos\w+ d|\bcomme suit\b"
)
_CLOSES = re.compile(
    r"\b(?:cela|ce qui|ça|le tout) (?:fait|donne|représente)\b[^.;:\d]{0,20}$"
    r"|\b(?:au total|en tout|soit)\b[^.;:\d]{0,20}$"
)
# "Aux 140 pommiers se sont ajoutés 96 poiriers": all are what the whole counts.
_ADDED = re.compile(
    r"\b(?:aux?|à) [^.;:]{3,60}? (?:s'|se )(?:y )?(?:sont |est )?ajout\w+|\bs'y (?:ajout|greff)\w+"
    r"|\b(?:ont|a) été (?:rejoint|complété)\w*\b"
)
# What tells that a figure comes of those before it.
_CONCLUDED = re.compile(
    r"\b(?:donc|ainsi|dès lors|de quoi|au (?:total|final|bout du compte)|en tout|à l'arrivée"
    r"|l'ensemble|l'enveloppe|la facture|l'addition|le tour de table|la cagnotte)\b"
)
_ON_AVERAGE = re.compile(r"[^.;:()\d]{0,20}\ben moyenne\b")
_FIRST_HALF = re.compile(r"\b(?:premi(?:er|ère) (?:semestre|moitié)|au premier)\b")
_SECOND_HALF = re.compile(r"\b(?:seconde?|deuxième) (?:semestre|moitié)\b")
# "Les 907 morts comprennent aussi les blessés": no two are told apart.
_OVERLAPS = re.compile(
    r"\b(?:compren\w+|inclu\w+|compt\w+|englob\w+) (?:aussi|également|par ailleurs|en outre)\b"
    r"|\b(?:se recoup|se cumul|s'additionn|additionner)\w*"
)
_NO_SUMS = {
    QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.RATIO, QuantityKind.ORDINAL,
}  # fmt: skip
_SO_MANY_OF = re.compile(r" (?:de |d')(?=\d)")  # "une de 120 mètres et deux de 60"
_NESTED = re.compile(r"\b(?:dont|parmi|sur|avec|moyenne)\b[^.;:\d]{0,40}$")
_EARLIER = re.compile(
    r"\b(?:contre|après|au lieu d(?:e|u|es|')|compar\w+ à|évalu\w+|réclam\w+|demand\w+)\b"
    r"[^.;:\d]{0,40}$"
)


def find(context: Context) -> Iterator[Total]:
    return in_passages(context, _made_by_sums, lambda one: one.places, figures=3)


def _made_by_sums(passage: Passage) -> Iterator[Total]:
    for near in _sums(passage):
        if _OVERLAPS.search(passage.told):
            return
        total = made_otherwise(passage.plain, near, passage.figures)
        if total is not None:
            yield total


def _sums(passage: Passage) -> Iterator[Total]:
    for position, whole in enumerate(passage.figures):
        if not _can_be_sum(passage, whole):
            continue
        behind, before = passage.figures[position + 1 :], passage.figures[:position][::-1]
        for beside in (behind, before):
            parts = _run(passage, whole, [one for one in beside if _may_be_part(one, whole)])
            if len(parts) < 2 or _is_bracketed(passage, whole, parts):
                continue
            if _is_course(passage, parts) and not _are_two_halves(passage):
                continue
            named = beside is behind and is_partition(passage.plain, parts)
            opened = named or _is_opened(passage, whole, parts)
            total = Total(whole, parts, complete=opened, binding=Binding.INFERRED)
            precise = digits_of(*printed(whole)) >= PRECISE
            precise = precise or _is_shared(passage, total)
            listed = _is_list(passage, parts) and total.is_plausible and (precise or opened)
            halves = len(parts) == 2 and _in_halves(passage) and precise
            if listed or ((halves or opened) and total.is_near):
                yield total


def _is_shared(passage: Passage, total: Total) -> bool:
    """Whether a whole of few digits is told to be all of many amounts, or is less than they are.

    A list that makes a little less may be a part of it.
    """
    whole = total.whole
    if len(total.parts) < MANY or whole.kind is QuantityKind.COUNT or not total.is_near:
        return False
    start = passage.sentence_of(whole).extent.start
    concluded = _CONCLUDED.search(lower(passage.plain[start : whole.reach.start]))
    return total.exceeds or concluded is not None


def _is_course(passage: Passage, parts: Sequence[Quantity]) -> bool:
    """Whether the figures hold one value before and after: "passés de 75 à 256 milliards"."""
    listed = {part.extent for part in parts}
    told = [pair for pair in pairs(passage) if {pair.before.extent, pair.after.extent} <= listed]
    return bool(told) and (len(parts) == 2 or any(_is_told_from(passage, one) for one in told))


def _is_told_from(passage: Passage, pair: Pair) -> bool:
    ahead = words_before(passage.plain, pair.before.reach.start, 4)
    link = passage.plain[
        pair.before.extent.end : max(pair.before.extent.end, pair.after.reach.start)
    ]
    return ahead.endswith((" de ", " d'")) and link.endswith(" à ")


def _is_bracketed(passage: Passage, whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether the whole is itself a part in a bracket that ends before the parts begin."""
    first = min(part.extent.start for part in parts)
    start = passage.sentences[0].extent.start
    return ")" in passage.plain[whole.extent.end : max(whole.extent.end, first)] and in_brackets(
        passage.plain, start, whole.extent.start
    )


def _can_be_sum(passage: Passage, whole: Quantity) -> bool:
    if whole.value is None or whole.kind in _NO_SUMS or whole.kind is QuantityKind.NUMBER:
        return False
    if _ON_AVERAGE.match(words_after(passage.plain, end_of(whole), 30)):
        return False
    return not _is_change(passage, whole)


def _may_be_part(figure: Quantity, whole: Quantity) -> bool:
    """Whether a figure is to be looked at: what is told of other measures parts no list."""
    if figure.kind in _NO_SUMS:
        return False
    named = figure.kind in NUMBERS and figure.noun is not None
    return figure.kind is whole.kind or (figure.kind in NUMBERS and not named)


def _is_opened(passage: Passage, whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether words say that the parts are all: "se partage entre", "cela fait"."""
    first = min(parts, key=lambda one: one.extent)
    if whole.extent < first.extent:
        gap = lower(passage.plain[whole.extent.end : first.reach.start])
        return _OPENS.search(gap) is not None
    last = max(parts, key=lambda one: one.extent)
    return _CLOSES.search(lower(passage.plain[last.extent.end : whole.reach.start])) is not None


def _is_change(passage: Passage, figure: Quantity) -> bool:
    return id(figure) in passage.changes or is_surplus(passage.plain, figure)


def _run(passage: Passage, whole: Quantity, beside: Sequence[Quantity]) -> list[Quantity]:
    """The figures next to ``whole`` that count one thing, as far as they go on."""
    parts: list[Quantity] = []
    nouns: set[str | None] = set()
    added = len(beside) > 2 and _ADDED.search(passage.told) is not None
    for figure in beside:
        counted = added and figure.kind is whole.kind is QuantityKind.COUNT
        part = figure if counted else _as_part(figure, whole)
        nouns |= set() if counted or _is_outcome(figure) else {figure.of} - {None}
        fits = part is not None and part.value is not None and whole.value is not None
        if not fits or len(nouns) > 1 or _is_change(passage, figure):
            break
        assert part is not None and part.value is not None and whole.value is not None
        if not 0 < part.value < whole.value or _is_nested(passage, figure):
            break
        if _SO_MANY_OF.match(passage.plain, figure.extent.end):
            break
        if passage.plain.startswith((" :", ":"), end_of(figure)):  # how many parts there are
            continue
        parts.append(part)
    return parts


def _is_outcome(figure: Quantity) -> bool:
    """ "420 sont admissibles et 400 ajournés": what became of them, not what they are."""
    return figure.of is not None and figure.of.endswith(("é", "ée"))


def _is_list(passage: Passage, parts: Sequence[Quantity]) -> bool:
    """Whether there are three figures or more, all in one sentence."""
    sentences = {passage.sentence_of(part).extent for part in parts}
    return len(parts) >= 3 and len(sentences) == 1


def _as_part(figure: Quantity, whole: Quantity) -> Quantity | None:
    """``figure`` in the unit of ``whole``, which a bare number among the parts leaves out."""
    if figure.kind is QuantityKind.NUMBER and whole.kind not in NUMBERS:
        return replace(figure, unit=whole.unit, kind=whole.kind)
    return in_unit_of(figure, whole)


def _is_nested(passage: Passage, figure: Quantity) -> bool:
    """Whether a figure is a part of the one before it, or told for comparison."""
    start = passage.sentence_of(figure).extent.start
    ahead = lower(passage.plain[start : figure.reach.start])
    earlier = _EARLIER.search(ahead) is not None and not _in_halves(passage)
    nested = _NESTED.search(ahead) is not None and not _are_two_halves(passage)
    return earlier or nested


def _are_two_halves(passage: Passage) -> bool:
    """Whether the first and the second half of a year are told, which go one after the other."""
    words = passage.told
    return _FIRST_HALF.search(words) is not None and _SECOND_HALF.search(words) is not None


def _in_halves(passage: Passage) -> bool:
    return _HALVES.search(passage.told) is not None
