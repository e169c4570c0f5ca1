"""A few neighbouring sentences of one block, and what their figures tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from fact_cli.lang.line import Item
from fact_cli.lang.words import lower, words_before
from fact_cli.model.bounds import around
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent
from fact_cli.relate.context import Context
from fact_cli.relate.line import line_of
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus, usable
from fact_cli.scan.quantities.sharing import takes_multiplier
from fact_cli.scan.scanner import scanner

_DIRECT = re.compile(r" (?:(?:que|seulement|à peine|tout juste|encore|même|presque) )?")
_OF = re.compile(
    r"(?: [a-zà-ÿ'’]+){0,3}? (?:que )?"
    r"(?:de |d'|d’|atteint |atteignait |est de |était de |s'élève à |se chiffre à )"
)
_AND_OF = re.compile(
    r"[^.;:()\d]{0,90}(?:,| et| puis) (?:ce(?:lui|lle|ux|lles)\b[^.;:()\d]{0,80} )?(?:de |d')"
)
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
_SIGNS = {"+": "rise", "-": "fall", "−": "fall"}
_AMOUNTS = {QuantityKind.MONEY, *NUMBERS}
_SIZES = {QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.RATIO}
# "a relevé 18 mm" tells a level, "a perdu 18 salariés" a change.
_TAKES_SIZE = re.compile(r"(?:perd|gagn|c[èé]d|lâch|abandonn|grappill|engrang)", re.IGNORECASE)
_ON_TO = re.compile(r"(?: [^\W\d_]+)? à \d")  # "la hausse l'a porté de 9 à 9,19 euros"
_TOLD_LEVEL = (" à ", " atteint ", " atteindre ")
_PRONOUN = re.compile(r"[ ,'](?:en|n'en) (?:[^\W\d_']+(?:'[^\W\d_]+)? ){1,4}$")
# "1 890 tonnes d'huîtres en décembre, contre 1 750 un an plus tôt": the unit is told once.
_AGAINST_BARE = re.compile(
    r"(?:,| \(|\)| )(?:contre|après|au lieu de|et non|plutôt que)(?: (?:les|seulement|à peine))? $"
)
_NOT_COUNTED = re.compile(
    r" (?!un an|une année|en |il y a|l'|la |le |au |à |plus tôt|aupara|avant|pour l)\w"
)
# "De 23 700 euros en 2015, ils sont passés à 121 400": where a value with a unit has come to.
_COME_TO = re.compile(
    r"\b(?:pass|tomb|retomb|mont|remont|grimp|port|ramen|redescen|descen|bondi|recul|chut|atteign)"
    r"\w*(?: [^\W\d_]+){0,2} à (?:seulement |près de |plus de )?$"
)
_NO_UNIT = {QuantityKind.RATIO, QuantityKind.PERCENT, QuantityKind.POINTS}
_WITH_UNIT = {QuantityKind.MONEY, QuantityKind.DIMENSION}
TAKEN_UP = 130  # characters between a figure with a unit and the pronoun that takes it up
MANY = 24  # figures: a sentence with more of them is a table, and ties nothing by nearness
TOPIC = 100  # characters of a sentence that opens a subject
LEAP = 20  # times a value from which another is told to have come, that it is at most
FEW = 4  # things that an article need not count to name them
_KNOWN = (" les ", " ces ", " ses ", " leurs ", " nos ", " aux ", ", les ")
SIZE = 5  # times a figure with a unit, which a bare one set against it is at most
INDEX_FROM = 100  # points; fewer are a difference of percentages


class Passage:
    """Sentences with the figures in them: those that tell a change, and the levels.

    ``changes`` gives the word of change of which a figure is the size, by the figure's id;
    ``levels`` are the figures that tell how much there is, not by how much it changed. ``topic``
    holds the words of change of a short sentence without figures right before.
    """

    def __init__(
        self, context: Context, sentences: Sequence[ScannedSentence], topic: Sequence[Item] = ()
    ) -> None:
        plain = context.document.plain
        self.plain = plain
        self.topic = list(topic)
        self.sentences = sentences
        self.figures = _with_units(
            plain, [one for each in sentences for one in usable(each.quantities)]
        )
        self.times = [time for each in sentences for time in each.times]
        items = [item for each in sentences for item in line_of(context, each).items]
        self.words = [item for item in items if item.value in {"rise", "fall"}]
        self.changes = {id(one): word for one in self.figures if (word := self._word_of(one))}
        self._elided_changes()
        self.levels = [one for one in self.figures if self._is_level(one)]

    @property
    def extent(self) -> Extent:
        return self.sentences[0].extent.until(self.sentences[-1].extent)

    @cached_property
    def told(self) -> str:
        """All its words in lower case, as long as ``extent``."""
        return lower(self.extent.of(self.plain))

    def tells(self, cues: Iterable[str]) -> bool:
        """Whether any of ``cues``, in lower case, stands in it, as a word or within one."""
        return any(cue in self.told for cue in cues)

    def told_between(self, start: int, end: int) -> str:
        """The words from ``start`` to ``end`` in lower case, without the times among them."""
        pieces: list[str] = []
        at = start
        for time in self.times:
            if at <= time.extent.start and time.extent.end <= end:
                pieces.append(self.plain[at : time.extent.start])
                at = time.extent.end
        pieces.append(self.plain[at : max(at, end)])
        return re.sub(r"  +", " ", lower("".join(pieces)))

    def sentence_of(self, figure: Quantity) -> ScannedSentence:
        return next(one for one in self.sentences if one.extent.holds(figure.extent))

    def _word_of(self, figure: Quantity) -> Item | None:
        """The word of change, or the sign, of which a figure tells the size."""
        sign = self.plain[figure.extent.start]
        if figure.kind is QuantityKind.PERCENT and sign in _SIGNS:
            at = figure.extent.start
            return Item(at, at + 1, frozenset({_SIGNS[sign]}), _SIGNS[sign])
        if is_surplus(self.plain, figure):
            behind = (w for w in self.words if 0 <= w.start - figure.extent.end <= 30)
            word = next(behind, None)
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

    def _is_named_by(self, figure: Quantity, word: Item) -> bool:
        """Whether a noun of change stands right behind a figure: "40 % de hausse"."""
        gap = self.plain[figure.extent.end : word.start]
        return gap in {" de ", " d'"} and figure.kind is QuantityKind.PERCENT

    def _elided_changes(self) -> None:
        """ "augmenté de 2 % en 2019 et de 1,5 % en 2020": the verb is told once.

        Of "+12 %, soit 40 millions : elles atteignent …" the second is that change again.
        """
        for first, second in pairwise(self.figures):
            word = self.changes.get(id(first))
            if word is None or id(second) in self.changes:
                continue
            gap = self.told_between(first.extent.end, second.reach.start)
            if first.kind is second.kind or {first.kind, second.kind} <= NUMBERS:
                elided = bool(_AND_OF.fullmatch(gap) or _AGAINST.fullmatch(gap))
            elif gap == " (":  # "de 5,1 % (+1,61 euro pour atteindre 33,25 euros)"
                elided = self._is_signed_step(second)
            else:
                reached = _REACHED.match(self.plain, end_of(second))
                elided = reached is not None and _THAT_IS.fullmatch(gap) is not None
            if elided:
                self.changes[id(second)] = word

    def is_bar(self, figure: Quantity) -> bool:
        """Whether a figure is what is reached or passed: "la barre des 500 000" is no value."""
        return _BAR.search(words_before(self.plain, figure.reach.start, 40)) is not None

    def _is_known_few(self, figure: Quantity) -> bool:
        """Whether a figure names things told of before: "les deux catégories" is no amount."""
        few = figure.kind in NUMBERS and figure.value is not None and figure.value <= FEW
        return few and words_before(self.plain, figure.reach.start, 8).endswith(_KNOWN)

    def _is_signed_step(self, figure: Quantity) -> bool:
        """Whether an amount opens a bracket with a plus: "(+ 200 000 tonnes)" is no level."""
        start = figure.extent.start
        return figure.kind in _AMOUNTS and self.plain[start - 1 : start + 1] == "(+"

    def _is_level(self, figure: Quantity) -> bool:
        if figure.kind is QuantityKind.RATIO:
            return False
        if figure.kind is QuantityKind.POINTS:  # "7 298,15 points" is where an index stands
            return figure.value is not None and figure.value >= INDEX_FROM
        if self.is_bar(figure) or self._is_known_few(figure):
            return False
        if id(figure) not in self.changes:
            return not (is_surplus(self.plain, figure) or self._is_signed_step(figure))
        start = figure.reach.start
        told_level = words_before(self.plain, start, 12).endswith(_TOLD_LEVEL)
        return told_level and figure.kind is not QuantityKind.PERCENT


def _with_units(plain: str, figures: Sequence[Quantity]) -> list[Quantity]:
    """``figures``, a bare number told with "en" or "contre" in the unit of the figure before it.

    "Elle payait 650 euros. Sa voisine en débourse 780."
    """
    told: list[Quantity] = []
    for figure in figures:
        before = next((one for one in reversed(told) if one.kind not in _NO_UNIT), None)
        bare = figure.kind in NUMBERS and figure.noun is None
        if before is not None and before.kind in _WITH_UNIT and bare:
            gap = plain[before.extent.end : figure.reach.start]
            if len(gap) <= TAKEN_UP and (
                _PRONOUN.search(gap)
                or _is_against(plain, gap, before, figure)
                or _is_come_to(plain, gap, before, figure)
            ):
                figure = in_scale_of(figure, before)
        told.append(figure)
    return told


def _is_come_to(plain: str, gap: str, before: Quantity, figure: Quantity) -> bool:
    """Whether a bare number is what a value with a unit rises or falls to in the same sentence."""
    low, high = sorted((abs(before.value or 0), abs(figure.value or 0)))
    told = _COME_TO.search(gap) and not re.search(r"[.;:]", gap)
    return bool(told and not _NOT_COUNTED.match(plain, figure.extent.end) and high <= LEAP * low)


def in_scale_of(figure: Quantity, before: Quantity) -> Quantity:
    """A bare number in the unit of another, and in its millions: "48 millions … en a 144"."""
    value = figure.value or Decimal(0)
    size = (before.value or value) / before.scale
    if before.scale < 1 or (before.scale > 1 and takes_multiplier(value, size)):
        rounded = around(value, figure.step / 2)
        figure = replace(figure, strict=rounded, loose=rounded).scaled(before.scale, before.unit)
    return replace(figure, kind=before.kind, unit=before.unit, of=None)


def _is_against(plain: str, gap: str, before: Quantity, figure: Quantity) -> bool:
    """Whether a bare number is what another with a unit is set against, and of its size."""
    low, high = sorted((abs(before.value or 0), abs(figure.value or 0)))
    told = _AGAINST_BARE.search(gap) and not re.search(r"[.;:]", gap)
    counts = _NOT_COUNTED.match(plain, figure.extent.end)
    return bool(told and not counts and high <= SIZE * low)


def passages(context: Context, index: int) -> Sequence[Passage]:
    """The sentence at ``index`` alone, then with the one before, then with the one behind."""
    return context.once(("passages", index), lambda: tuple(_passages(context, index)))


def _passages(context: Context, index: int) -> Iterator[Passage]:
    plain, sentences = context.document.plain, context.sentences
    if len(sentences[index].quantities) > MANY:
        return
    topic = _topic(context, index)
    yield Passage(context, [sentences[index]], topic)
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


def _topic(context: Context, index: int) -> list[Item]:
    """The words of change of the sentence without a mention that opens a subject."""
    sentence = context.sentences[index]
    block = context.document.blocks[sentence.sentence.block].extent
    start = block.start
    if index and context.sentences[index - 1].sentence.block == sentence.sentence.block:
        start = context.sentences[index - 1].extent.end
    if not 0 < sentence.extent.start - start <= TOPIC:
        return []
    ahead = Extent(start, sentence.extent.start)
    return list(scanner().changes(context.document.plain, ahead))


def adjoin(plain: str, before: ScannedSentence, sentence: ScannedSentence) -> bool:
    """Whether one sentence follows the other in one block, none without a mention between."""
    gap = plain[before.extent.end : sentence.extent.start]
    return before.sentence.block == sentence.sentence.block and not gap.strip()
