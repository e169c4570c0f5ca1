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
from fact_cli.relate.context import Context, Made, tells
from fact_cli.relate.elided_unit import with_units, without_times
from fact_cli.relate.line import line_of
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus, usable
from fact_cli.relate.topic import topic_of

_DIRECT = re.compile(r" (?:(?:que|seulement|à peine|tout juste|encore|même|presque) )?")
_OF = re.compile(
    r"(?: [a-zà-ÿ'’]+){0,3}? (?:que )?"
    r"(?:de |d'|d’|atteint |atteignait |est de |était de |s'élève à |se chiffre à |représente "
    r"|équivaut à |correspond à )"
)
_AND_OF = re.compile(
    r"[^.;:()\d]{0,90}(?:,| et| puis| mais) (?:ce(?:lui|lle|ux|lles)\b[^.;:()\d]{0,80} )?(?:de |d')"
)
# "A reculé de 5 % : de 7 % chez les Belges, de 2 % chez les étrangers".
_WHICH_IS = re.compile(r"[^.;:()\d]{0,40} ?: de ")
_OF_A_GROUP = re.compile(r" (?:chez|pour|parmi|dans|du côté|à|au|aux) ")
# "la perte de 24 100 clients (contre 5 000 de perdus en 2015)": the size of the same change then.
_AGAINST = re.compile(
    r"(?: [^\W\d_]+){0,4}?,? ?\(?(?:contre|après) (?:(?:une? |celles? |ceux )[^.;:()\d]{0,30} de )?"
)
_BAR = re.compile(
    r"\b(?:barre|cap|seuil|plafond|palier) (?:symbolique |fatidique |psychologique )?"
    r"(?:des? |d'|du )(?:l[ea]s? )?$"
)
_THAT_IS = re.compile(r",? (?:soit|ou) ")
_REACHED = re.compile(r"[^.;:,\d]{0,30}(?: :|,) (?:à|pour|elles?|ils?|qui|et)\b")
_CLAUSE = re.compile(r"[,;:.()]")
# Not by how much money it changes, but for how much it is earned or sold.
_IS_EARNED = re.compile(
    r"gagn\w+|(?<!\ba )(?<!\bont )(?<!\bavait )(?:cédée?s?|cédait|cédaient)\b", re.IGNORECASE
)
_MORE_OF = re.compile(
    r"(?: d(?:e |')[^.;:()\d,]{2,40}|(?: [^\W\d_]+(?:'[^\W\d_]+)?){0,3}) en (?P<way>plus|moins)\b"
    r"(?! d(?:e |')(?:\d|[^\W\d_]+ (?:an|mois|jour|semaine|heure|minute)))"
)
_SIGNS = {"+": "rise", "-": "fall", "−": "fall"}
_AMOUNTS = {QuantityKind.MONEY, *NUMBERS}
_SIZES = {QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.RATIO}
# "a relevé 18 mm" tells a level, "a perdu 18 salariés" a change.
_TAKES_SIZE = re.compile(r"(?:perd|gagn|c[èé]d|lâch|abandonn|grappill|engrang)", re.IGNORECASE)
_ON_TO = re.compile(r"(?: [^\W\d_]+)? à \d")  # "la hausse l'a porté de 9 à 9,19 euros"
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
        return [item for item in items if item.value in {"rise", "fall"}]

    @cached_property
    def topic(self) -> Sequence[Item]:
        """The words of change of a short sentence without figures right before a single one."""
        return [] if self._number is None else topic_of(self._context, self._number)

    @cached_property
    def changes(self) -> Mapping[int, Item]:
        """The word of change of which a figure is the size, by the figure's id."""
        told = {id(one): word for one in self.figures if (word := self._word_of(one))}
        self._add_elided(told)
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

    def _word_of(self, figure: Quantity) -> Item | None:
        """The word of change, or the sign, of which a figure tells the size."""
        at = figure.extent.start
        if figure.kind in _AMOUNTS and self.plain[at - 1 : at] in {"-", "−"}:
            at -= 1  # a dash that the figure is not read with
        sign = self.plain[at]
        if sign in _SIGNS and (figure.kind is QuantityKind.PERCENT or self._is_signed(figure, at)):
            return Item(at, at + 1, frozenset({_SIGNS[sign]}), _SIGNS[sign])
        if is_surplus(self.plain, figure):
            behind = (w for w in self.words if 0 <= w.start - figure.extent.end <= 30)
            word = next(behind, None) or self._more_or_less(figure)
            apart = word and _CLAUSE.search(self.plain, figure.extent.end, word.start)
            return None if apart else word
        named = next((one for one in self.words if self._is_named_by(figure, one)), None)
        if named is not None:
            return named
        for word in self.words:
            if self.plain.startswith(("de ", "supp"), word.start):
                continue
            if not 0 <= figure.reach.start - word.end <= 40:
                continue
            if _IS_EARNED.match(self.plain, word.start) and figure.kind is QuantityKind.MONEY:
                continue
            if figure.kind not in _SIZES and _ON_TO.match(self.plain, figure.extent.end):
                continue
            gap = self.told_between(word.end, figure.reach.start)
            direct = figure.kind in _SIZES or _TAKES_SIZE.match(self.plain, word.start)
            if (direct and _DIRECT.fullmatch(gap)) or _OF.fullmatch(gap):
                return word
        return None

    def _is_signed(self, figure: Quantity, at: int) -> bool:
        """Whether an amount with a sign is told as a step: "(+176)", "soit -1,2 million"."""
        ahead = words_before(self.plain, at, 6)
        return figure.kind in _AMOUNTS and ahead.endswith(("(", " soit "))

    def _more_or_less(self, figure: Quantity) -> Item | None:
        """ "59 % de voix en plus", "12 lits en moins": the way that a figure goes."""
        found = _MORE_OF.match(self.plain, figure.extent.end)
        if found is None:
            return None
        way = "rise" if found["way"] == "plus" else "fall"
        return Item(found.start("way"), found.end(), frozenset({way}), way)

    def _is_named_by(self, figure: Quantity, word: Item) -> bool:
        """Whether a noun of change stands right behind a figure: "40 % de hausse"."""
        gap = self.plain[figure.extent.end : word.start]
        return gap in {" de ", " d'"} and figure.kind is QuantityKind.PERCENT

    def _add_elided(self, changes: dict[int, Item]) -> None:
        """ "augmenté de 2 % en 2019 et de 1,5 % en 2020": the verb is told once.

        Of "+12 %, soit 40 millions : elles atteignent …" the second is that change again.
        """
        for first, second in pairwise(self.figures):
            word = changes.get(id(first))
            if word is None or id(second) in changes:
                continue
            gap = self.told_between(first.extent.end, second.reach.start)
            if _ON_TO.match(self.plain, second.extent.end) and " et " not in gap:
                elided = False  # "a reculé de 1,2 % en six ans, de 9,6 % à 8,4 %"
            elif first.kind is second.kind or {first.kind, second.kind} <= NUMBERS:
                group = _OF_A_GROUP.match(self.plain, end_of(second))
                parted = group is not None and _WHICH_IS.fullmatch(gap) is not None
                elided = parted or bool(_AND_OF.fullmatch(gap) or _AGAINST.fullmatch(gap))
            elif gap == " (":  # "de 5,1 % (+1,61 euro pour atteindre 33,25 euros)"
                elided = self._is_signed_step(second)
            else:
                reached = _REACHED.match(self.plain, end_of(second))
                elided = reached is not None and _THAT_IS.fullmatch(gap) is not None
            if elided:
                changes[id(second)] = word

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

    def _is_signed_step(self, figure: Quantity) -> bool:
        """Whether an amount opens a bracket with a plus: "(+ 200 000 tonnes)" is no level."""
        start = figure.extent.start
        return figure.kind in _AMOUNTS and self.plain[start - 1 : start + 1] == "(+"

    def _is_level(self, figure: Quantity) -> bool:
        if figure.kind is QuantityKind.RATIO:
            return False
        if figure.kind is QuantityKind.POINTS:  # "7 298,15 points" is where an index stands
            return figure.value is not None and figure.value >= INDEX_FROM
        if self.is_bar(figure) or self._is_known_few(figure) or self._is_either(figure):
            return False
        if id(figure) not in self.changes:
            return not (is_surplus(self.plain, figure) or self._is_signed_step(figure))
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


def adjoin(plain: str, before: ScannedSentence, sentence: ScannedSentence) -> bool:
    """Whether one sentence follows the other in one block, none without a mention between."""
    if before.sentence.block != sentence.sentence.block:
        return False
    return not plain[before.extent.end : sentence.extent.start].strip()
