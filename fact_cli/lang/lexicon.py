"""The language data, read once, validated and frozen.

`lexicon` reads ``fr/*.toml``. An entry that does not hold raises `LexiconError` with the
name of its file and entry. What an entry *means* is a function elsewhere: here are only
the words.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from decimal import Decimal
from importlib.resources import files
from typing import Any

from fact_cli.errors import LexiconError
from fact_cli.lang.additions import extended, per_lexicon
from fact_cli.lang.entries import (
    MENTION_KINDS,
    NUMBER_KINDS,
    SPAN_SIGN,
    calendar_words,
    ratio_words,
    span_signs,
    unit_lines,
    unit_signs,
    unit_words,
    way_words,
)
from fact_cli.lang.line import Alphabet
from fact_cli.lang.phrase import Phrase, PhraseIndex
from fact_cli.lang.phrase_tree import PhraseError
from fact_cli.lang.tables import (
    Endings,
    Entry,
    Grammar,
    HedgeMeaning,
    Lexicon,
    Numbers,
    TimeMeaning,
)
from fact_cli.lang.verbs import forms_of
from fact_cli.lang.words import fold, lower, plural_of


@per_lexicon
def lexicon() -> Lexicon:
    """The French lexicon, with the additions that hold."""
    return build({name: read(name) for name in FILES})


FILES = (
    "calendar", "currencies", "grammar", "hedges", "modality", "numbers", "ratios", "relations",
    "times", "units", "verbs", "voices",
)  # fmt: skip


def read(name: str) -> dict[str, Any]:
    """One file of the data as TOML says it, with additions that hold, numbers as `Decimal`."""
    text = (files("fact_cli.lang") / "fr" / f"{name}.toml").read_text(encoding="utf-8")
    try:
        return extended(name, tomllib.loads(text, parse_float=Decimal))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{name}.toml: {error}") from error


def build(data: Mapping[str, dict[str, Any]]) -> Lexicon:
    """A lexicon of ``data``, file by file. Raises `LexiconError`."""
    lines = unit_lines(data)
    verbs = _verbs(data["verbs"])
    words = [
        *calendar_words(data["calendar"]),
        *unit_words(lines),
        *ratio_words(data["ratios"]),
        *way_words(data["relations"]["ways"], verbs),
    ]
    alphabet = Alphabet(
        [*MENTION_KINDS, *NUMBER_KINDS, SPAN_SIGN, *(entry.kinds for entry in words)]
    )
    compiler = _Phrases(alphabet)
    grammar, modality, voices = data["grammar"], data["modality"], data["voices"]
    return Lexicon(
        words=_by_first(words),
        signs=_by_first([*unit_signs(lines), *span_signs(data["calendar"])]),
        months=frozenset(data["calendar"]["months"]),
        numbers=_numbers(data["numbers"]),
        units={line.sign: line.unit for line in lines},
        grammar=_grammar(grammar),
        verbs=verbs,
        alphabet=alphabet,
        times=compiler.times(data["times"]),
        ratios=compiler.named(data["ratios"]["expression"], "ratios"),
        hedges=compiler.hedges(data["hedges"]),
        relations=compiler.relations(data["relations"]),
        according=tuple(voices["according"]["say"]),
        not_according=frozenset(voices["according"]["except"]),
        ahead=tuple(modality["forecast"]["ahead"]),
        near=frozenset(modality["forecast"]["near"]),
        projects=frozenset(modality["forecast"]["projects"]),
        negation={key: frozenset(modality["negation"][key]) for key in ("say", "needs")},
        conditional=_endings(modality["conditional"]),
        future=_endings(modality["future"]),
        past=_endings(modality["past"]),
        compound={key: tuple(forms) for key, forms in modality["compound"].items()},
    )


def _verbs(data: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    irregular = data["irregular"]
    try:
        return {
            name: frozenset(form for verb in verbs for form in forms_of(verb, irregular))
            for name, verbs in data["classes"].items()
        }
    except ValueError as error:
        raise LexiconError(f"verbs.toml: {error}") from error


def _numbers(data: Mapping[str, Any]) -> Numbers:
    """The number words; those with accents are known without them too, as capitals have them."""
    plurals = {
        key: {form: value for word, value in data[key].items() for form in (word, plural_of(word))}
        for key in ("multipliers", "collectives", "ordinals")
    }
    plurals["ordinals"] = _folded_too(plurals["ordinals"])
    ranks = {
        word: value for word, value in data["ordinals"].items() if word.endswith("ième")
    }  # fmt: skip
    return Numbers(
        ranks=_folded_too({"unième": 1, **ranks}),
        words=_folded_too(data["words"]),
        multiplier_signs=data["multiplier_signs"],
        article_before=frozenset(data["article"]["before"]),
        vague=frozenset(data["several"]["say"]),
        needs_noun=frozenset(data["several"]["needs_noun"]),
        collective_adjectives=frozenset(data["collective_adjectives"]["say"]),
        **plurals,
    )


def _folded_too(words: Mapping[str, int]) -> dict[str, int]:
    return {**{fold(word): value for word, value in words.items()}, **words}


def _grammar(data: Mapping[str, Any]) -> Grammar:
    closed = {
        key: frozenset(words)
        for key, words in data.items()
        if key not in {"ambiguous", "otherwise", "people_endings", "departements"}
    }
    known_by = {
        form: frozenset(words)
        for noun, words in data["ambiguous"].items()
        for form in (noun, plural_of(noun))
    }
    endings = tuple(data["people_endings"])
    return Grammar(
        **closed,
        people_endings=endings,
        ambiguous=known_by,
        otherwise={
            unit: (other["unit"], tuple(other["near"])) for unit, other in data["otherwise"].items()
        },
        departements=data["departements"],
    )


def _endings(data: Mapping[str, Any]) -> Endings:
    return Endings(tuple(data["endings"]), frozenset(data["except"]))


def _by_first(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """Entries by the first token a scan meets, longest first, since the longest wins.

    A form may stand in one line of the data only; of "tombe" as fall and "point" as unit
    each has its own kinds, and a second entry of the same text is an error.
    """
    found: dict[str, dict[str, Entry]] = {}
    for entry in entries:
        others = found.setdefault(first_token(entry.text), {})
        known = others.setdefault(entry.text, entry)
        if known.kinds != entry.kinds or known.value != entry.value:
            raise LexiconError(f"{entry.text!r} stands for {known.value} and for {entry.value}")
    return {
        first: tuple(sorted(others.values(), key=lambda entry: -len(entry.text)))
        for first, others in found.items()
    }


def first_token(text: str) -> str:
    """The letters at the start of ``text``, "²" among them, or its first character."""
    end = 0
    while end < len(text) and text[end].isalnum() and not text[end].isdecimal():
        end += 1
    return text[: end or 1]


class _Phrases:
    """Compiles the phrases of each file."""

    def __init__(self, alphabet: Alphabet) -> None:
        self.alphabet = alphabet

    def times(self, data: Mapping[str, Any]) -> PhraseIndex[TimeMeaning]:
        entries = []
        for entry in data["expression"]:
            covers = entry.get("covers", "words")
            meaning = TimeMeaning(entry["means"], entry.get("with", {}), covers)
            entries += [(self._phrase("times", say), meaning) for say in entry["say"]]
        return PhraseIndex(entries)

    def hedges(self, data: Mapping[str, Any]) -> PhraseIndex[HedgeMeaning]:
        entries = []
        for entry in data["hedge"]:
            meaning = HedgeMeaning(_steps(entry["low"]), _steps(entry["high"]))
            entries += [(self._phrase("hedges", say), meaning) for say in entry["say"]]
        return PhraseIndex(entries)

    def relations(self, data: Mapping[str, Any]) -> dict[str, PhraseIndex[str]]:
        return {
            name: PhraseIndex(
                (self._phrase("relations", say), say) for block in blocks for say in block["say"]
            )
            for name, blocks in data.items()
            if isinstance(blocks, list)
        }

    def named(self, entries: list[Mapping[str, Any]], file: str) -> PhraseIndex[str]:
        """The phrases of ``file`` with the name of the function that each means."""
        return PhraseIndex(
            (self._phrase(file, say), entry["means"]) for entry in entries for say in entry["say"]
        )

    def _phrase(self, file: str, say: str) -> Phrase:
        try:
            phrase = Phrase(lower(say), self.alphabet)
            if not phrase.anchors:
                raise PhraseError("no word or slot is required")
        except (PhraseError, KeyError) as error:
            raise LexiconError(f"{file}.toml: {say!r}: {error}") from error
        return phrase


def _steps(text: str) -> Decimal | None:
    """ "-1 step" is -1, "0" is 0, "none" an open end."""
    if text == "none":
        return None
    try:
        return Decimal(text.removesuffix(" step"))
    except ArithmeticError as error:
        raise LexiconError(f"hedges.toml: bound {text!r}") from error
