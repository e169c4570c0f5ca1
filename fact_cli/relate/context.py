"""What a relation finder may look at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from fact_cli.lang.words import lower
from fact_cli.model.article import Article
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import TimeExpression
from fact_cli.model.text import BlockKind, Document, Extent
from fact_cli.relate.openings import Openings
from fact_cli.scan.quotes import quotations, quoted

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Context:
    """An article without its repeated passages, and which words in it are quoted."""

    article: Article
    sentences: Sequence[ScannedSentence]
    quotations: Sequence[Extent]
    _known: dict[Hashable, Any] = field(default_factory=dict, repr=False, compare=False)
    document: Document = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "document", self.article.document)

    @classmethod
    def of(cls, article: Article) -> Context:
        return cls(article, article.own_sentences, quotations(article.document))

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What ``make`` makes, made when first asked for under ``key`` in this article.

        Several finders look at the same things; none may change what it is given.
        """
        known = self._known
        if key not in known:
            known[key] = make()
        return known[key]

    @property
    def told(self) -> str:
        """All of the text in lower case, offset by offset."""
        return self.once("told", lambda: lower(self.document.plain))

    def tells(self, cues: Iterable[str]) -> bool:
        """Whether any of ``cues``, in lower case, stands in the text, as a word or within one.

        A finder that needs one of them asks this first: it costs nothing beside an expression.
        """
        return self._openings.tell(tuple(cues))

    def those_told(self, cues: Iterable[str]) -> Sequence[str]:
        """Those of ``cues``, in lower case, that stand in the text: a sentence holds no other."""
        return [cue for cue in self._openings.among(tuple(cues)) if cue in self.told]

    @property
    def _openings(self) -> Openings:
        return self.once("openings", lambda: Openings(self.told))

    def sentence_at(self, extent: Extent) -> ScannedSentence | None:
        """The sentence that holds ``extent``."""
        behind = bisect_right(self.sentences, extent.start, key=lambda one: one.extent.start)
        sentence = self.sentences[behind - 1] if behind else None
        return sentence if sentence is not None and sentence.extent.holds(extent) else None

    @property
    def body(self) -> Sequence[tuple[int, ScannedSentence]]:
        """The sentences of the text itself, each by its number: no title, no boilerplate."""
        return self.once("body", lambda: tuple(self._body()))

    def _body(self) -> Iterator[tuple[int, ScannedSentence]]:
        for number, sentence in enumerate(self.sentences):
            kind = self.document.blocks[sentence.sentence.block].kind
            if kind not in {BlockKind.TITLE, BlockKind.BOILERPLATE}:
                yield number, sentence

    def quoted(self, extent: Extent) -> bool:
        return quoted(self.quotations, extent)

    def times(self) -> Iterator[tuple[ScannedSentence, TimeExpression]]:
        """The time expressions that the article tells in its own voice."""
        return iter(self.once("times", lambda: tuple(self._times())))

    def _times(self) -> Iterator[tuple[ScannedSentence, TimeExpression]]:
        for sentence in self.sentences:
            kind = self.document.blocks[sentence.sentence.block].kind
            if kind is not BlockKind.BOILERPLATE:
                for time in sentence.times:
                    if not self.quoted(time.extent):
                        yield sentence, time


def tells(told: str, cues: Iterable[str]) -> bool:
    """Whether any of ``cues`` stands in ``told``, as a word or within one."""
    for cue in cues:  # noqa: SIM110  (a generator would take as long again)
        if cue in told:
            return True
    return False


def up_to(sentences: Sequence[ScannedSentence], index: int, back: int) -> Sequence[ScannedSentence]:
    """The sentence at ``index`` behind at most ``back`` of those before it."""
    return sentences[max(0, index - back) : index + 1]
