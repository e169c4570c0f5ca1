"""A few neighbouring sentences of one block, and what their figures tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any

from fact_cli.lang.line import Item
from fact_cli.lang.words import lower, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent
from fact_cli.relate.change_sizes import add_elided, is_signed_step, word_of
from fact_cli.relate.context import Context, Made, tells
from fact_cli.relate.elided_unit import with_units, without_times
from fact_cli.relate.line import line_of
from fact_cli.relate.neighbours import NUMBERS, is_surplus, usable
from fact_cli.relate.topic import topic_of

_BAR = re.compile(
    r"\b(?:barre|cap|seuil|plafond|palier) (?:symbolique |fatidique |psychologique )?"
    r"(?:des? |d'|du )(?:l[ea]s? )?$"
)
# "440 euros les 1 000 litres": for how much a price is.
_PRICED_FOR = re.compile(r"(?:euros?|francs?|dollars?|centimes?|FCFA|[€$£]) (?:les|par|pour) $")
# "Trois ont délibéré contre la hausse": what is fought, or asked for, has not come.
_FOUGHT = re.compile(r"\bcontre (?:la|une|cette|toute) $")
# "La prévision de croissance est ramenée à 2,9 %": what is measured, not which way it goes.
_MEASURED = re.compile(
    r"\b(?:prévisions?|estimations?|objectifs?|hypothèses?|perspectives?|taux|rythmes?|chiffres?)"
    r" (?:de |d')(?:la |l')?$",
    re.IGNORECASE,
)
# "Après deux nuits en montagne", "en trois sets": how long it took, not how many there are.
_STRETCH = re.compile(r"\b(?:après|avant|pendant|durant|en|au bout de|au terme de|sur) $")
_STRETCHES = {
    "nuit", "soirée", "matinée", "journée", "week-end", "hiver", "été", "automne", "printemps",
    "saison", "match", "rencontre", "tour", "manche", "set", "étape", "course",
}  # fmt: skip
_TOLD_LEVEL = (" à ", " atteint ", " atteindre ")
MANY = 24  # figures: a sentence with more of them is a table, and ties nothing by nearness
FEW = 4  # things that an article need not count to name them
_KNOWN = (" les ", " ces ", " ses ", " leurs ", " nos ", " aux ", ", les ")
INDEX_FROM = 100  # points; fewer are a difference of percentages


class Passage:
    """Sentences with the figures in them: those that tell a change, and the levels.

    ``number`` is that of its sentence, where it is a single one of the article.
    """

    def __init__(
        self, context: Context, sentences: Sequence[ScannedSentence], number: int | None = None
    ) -> None:
        plain = context.document.plain
        self._known: dict[Hashable, Any] = {}
        self.plain = plain
        self.sentences = sentences
        self.times = [time for each in sentences for time in each.times]
        counted = [one for each in sentences for one in usable(each.quantities)]
        self.figures = with_units(plain, without_times(plain, counted, self.times))
        self._context = context
        self._number = number

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What ``make`` makes, made when first asked for under ``key``; nobody may change it."""
        if key not in self._known:
            self._known[key] = make()
        return self._known[key]

    @cached_property
    def words(self) -> Sequence[Item]:
        """The words of change in it."""
        items = (item for each in self.sentences for item in line_of(self._context, each).items)
        told = [item for item in items if item.value in {"rise", "fall"}]
        return [
            one
            for one in told
            if not _FOUGHT.search(words_before(self.plain, one.start, 14))
            and not _MEASURED.search(words_before(self.plain, one.start, 24))
        ]

    @cached_property
    def topic(self) -> Sequence[Item]:
        """The words of change of a short sentence without figures right before a single one."""
        return [] if self._number is None else topic_of(self._context, self._number)

    @cached_property
    def changes(self) -> Mapping[int, Item]:
        """The word of change of which a figure is the size, by the figure's id."""
        told = {id(one): word for one in self.figures if (word := word_of(self, one))}
        add_elided(self, told)
        return told

    @cached_property
    def levels(self) -> Sequence[Quantity]:
        """The figures that tell how much there is, not by how much it changed."""
        return [one for one in self.figures if self._is_level(one)]

    @property
    def extent(self) -> Extent:
        return self.sentences[0].extent.until(self.sentences[-1].extent)

    @cached_property
    def told(self) -> str:
        """All its words in lower case, as long as ``extent``."""
        return lower(self.extent.of(self.plain))

    def tells(self, cues: Iterable[str]) -> bool:
        """Whether any of ``cues``, in lower case, stands in it, as a word or within one."""
        return tells(self.told, cues)

    def told_between(self, start: int, end: int) -> str:
        """The words from ``start`` to ``end`` in lower case, without the times among them."""
        pieces: list[str] = []
        at = start
        for time in self.times:
            if at <= time.extent.start and time.extent.end <= end:
                pieces.append(self.plain[at : time.extent.start])
                at = time.extent.end
        pieces.append(self.plain[at : max(at, end)])
        return re.sub(r" +(?:l' )? *", " ", lower("".join(pieces)))

    def sentence_of(self, figure: Quantity) -> ScannedSentence:
        return next(one for one in self.sentences if one.extent.holds(figure.extent))

    def is_bar(self, figure: Quantity) -> bool:
        """Whether a figure is what is reached or passed: "la barre des 500 000" is no value."""
        return _BAR.search(words_before(self.plain, figure.reach.start, 40)) is not None

    def _is_known_few(self, figure: Quantity) -> bool:
        """Whether a figure names things told of before: "les deux catégories" is no amount."""
        few = figure.kind in NUMBERS and figure.value is not None and figure.value <= FEW
        return few and words_before(self.plain, figure.reach.start, 8).endswith(_KNOWN)

    def _is_either(self, figure: Quantity) -> bool:
        """Whether a bare number is one of two that may be meant: "ramené à six ou neuf"."""
        ahead = words_before(self.plain, figure.reach.start, 4) == " ou "
        bare = figure.kind in NUMBERS and figure.noun is None
        return bare and (ahead or self.plain.startswith(" ou ", figure.extent.end))

    def _is_priced(self, figure: Quantity) -> bool:
        """Whether a figure tells for how much a price is."""
        return _PRICED_FOR.search(words_before(self.plain, figure.reach.start, 14)) is not None

    def _is_stretch(self, figure: Quantity) -> bool:
        """Whether a figure tells after how many nights, matches or rounds something happened."""
        ahead = words_before(self.plain, figure.reach.start, 16)
        return figure.of in _STRETCHES and _STRETCH.search(ahead.lower()) is not None

    def _is_level(self, figure: Quantity) -> bool:
        if figure.kind is QuantityKind.RATIO:
            return False
        if figure.kind is QuantityKind.POINTS:  # "7 298,15 points" is where an index stands
            index = figure.value is not None and figure.value >= INDEX_FROM
            return index and id(figure) not in self.changes
        if self.is_bar(figure) or self._is_known_few(figure) or self._is_either(figure):
            return False
        if self._is_priced(figure) or self._is_stretch(figure):
            return False
        if id(figure) not in self.changes:
            return not (is_surplus(self.plain, figure) or is_signed_step(self.plain, figure))
        start = figure.reach.start
        told_level = words_before(self.plain, start, 12).endswith(_TOLD_LEVEL)
        return told_level and figure.kind is not QuantityKind.PERCENT


def passages(context: Context, index: int) -> Sequence[Passage]:
    """The sentence at ``index`` alone, then with the one before, then with the one behind."""
    return context.once(("passages", index), lambda: tuple(_passages(context, index)))


def passages_with(context: Context, figures: int) -> Sequence[Passage]:
    """The passages of at least so many figures, sentence by sentence, two sentences once."""
    return context.once(
        ("passages with", figures),
        lambda: tuple(one for one in _every_passage(context) if len(one.figures) >= figures),
    )


def three_with(context: Context, cues: Sequence[str]) -> Iterator[Passage]:
    """Each three adjoining sentences of which the last holds any of ``cues``, in lower case."""
    plain, sentences = context.document.plain, context.sentences
    for index in range(2, len(sentences)):
        near = sentences[index - 2 : index + 1]
        if not near[-1].quantities or any(len(one.quantities) > FEW for one in near):
            continue
        if tells(lower(near[-1].extent.of(plain)), cues) and all(
            adjoin(plain, *two) for two in pairwise(near)
        ):
            yield Passage(context, near)


def _every_passage(context: Context) -> Sequence[Passage]:
    found = (one for index in range(len(context.sentences)) for one in passages(context, index))
    return context.once("every passage", lambda: tuple({id(one): one for one in found}.values()))


def _passages(context: Context, index: int) -> Iterator[Passage]:
    plain, sentences = context.document.plain, context.sentences
    if len(sentences[index].quantities) > MANY:
        return
    yield Passage(context, [sentences[index]], index)
    for first, last in ((index - 1, index), (index, index + 1)):
        if first >= 0 and last < len(sentences):
            near = sentences[first : last + 1]
            together = adjoin(plain, *near)
            if together and all(len(one.quantities) <= MANY for one in near):
                yield _pair(context, first)


def _pair(context: Context, first: int) -> Passage:
    """Two sentences that follow each other, the same for either of them."""
    near = context.sentences[first : first + 2]
    return context.once(("pair", first), lambda: Passage(context, near))


def adjoining(context: Context) -> Iterator[tuple[ScannedSentence, ScannedSentence]]:
    """Each two sentences of which one follows the other in one block."""
    plain = context.document.plain
    return (two for two in pairwise(context.sentences) if adjoin(plain, *two))


def adjoin(plain: str, before: ScannedSentence, sentence: ScannedSentence) -> bool:
    """Whether one sentence follows the other in one block, none without a mention between."""
    if before.sentence.block != sentence.sentence.block:
        return False
    return not plain[before.extent.end : sentence.extent.start].strip()
