"""Who says each claim: the speaker of its quotation, of its sentence, or of reported speech."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Token

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower
from fact_cli.model.text import Document, Extent, Sentence
from fact_cli.pipeline.parsed import Parsed
from fact_cli.pipeline.voice import announcer, named_speaker, quoted_speaker, speaker
from fact_cli.scan.quotes import quotation_around
from fact_cli.scan.sentences import cut


class Speakers:
    """The speakers of an article, sentence by sentence in text order.

    What is told in the conditional right behind a sentence with a speaker is still the
    speaker's: "Selon le journal, … Le groupe aurait …".
    """

    def __init__(self, document: Document, quotations: Sequence[Extent]) -> None:
        self._document = document
        self._quotations = quotations
        self._last: tuple[int, Extent] | None = None  # the block, and who spoke last in it
        self._of_sentence: Extent | None = None
        self._offset = 0
        self._cut: tuple[int, list[Extent]] = (-1, [])  # a block and its sentences

    def enter(self, parsed: Parsed) -> None:
        """Goes on to the next sentence."""
        plain, sentence = self._document.plain, parsed.sentence.sentence
        found = speaker(plain, sentence.extent, parsed.doc, parsed.offset)
        if found is not None:
            self._last = (sentence.block, found)
        elif _is_conditional(sentence.extent.of(plain)):
            told = self._told_before(sentence)
            found = told or (
                self._last[1] if self._last and self._last[0] == sentence.block else None
            )
        self._of_sentence = found
        self._offset = parsed.offset

    def _told_before(self, sentence: Sentence) -> Extent | None:
        """The speaker of the sentence right before, which may hold no mention and no parse."""
        plain = self._document.plain
        if self._cut[0] != sentence.block:
            block = self._document.blocks[sentence.block].extent
            self._cut = (sentence.block, list(cut(plain, block)))
        sentences = self._cut[1]
        before = bisect_right(sentences, sentence.extent.start, key=lambda one: one.end)
        return named_speaker(plain, sentences[before - 1]) if before else None

    def of(self, mention: Extent, verb: Token | None) -> Extent | None:
        """Who says a mention of the sentence entered last, of a clause of ``verb``.

        None where it is the author.
        """
        quotation = quotation_around(self._quotations, mention)
        if quotation is not None:
            block = self._document.block_at(quotation.start)
            found = quoted_speaker(self._document.plain, block.extent, quotation)
            if found is not None:
                return found
        return self._of_sentence or announcer(verb, self._offset)


def _is_conditional(words: str) -> bool:
    return lexicon().conditional.match_any(lower(words))
