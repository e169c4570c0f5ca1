"""The phrase language: each construct, and how French forms are added by the compiler."""

from __future__ import annotations

import pytest

from fact_cli.lang.line import Alphabet, Item, Line
from fact_cli.lang.phrase import Phrase, PhraseIndex
from fact_cli.lang.phrase_tree import PhraseError

NUMBER = frozenset({"number", "quantity"})
RISE = frozenset({"rise"})
ALPHABET = Alphabet([NUMBER, RISE])


def line(text: str) -> Line:
    """``text`` in which each run of # is a number and each run of + a word of rise."""
    items = []
    at = 0
    while at < len(text):
        kinds = {"#": NUMBER, "+": RISE}.get(text[at])
        end = at + 1
        while kinds and end < len(text) and text[end] == text[at]:
            end += 1
        if kinds:
            items.append(Item(at, end, kinds, text[at:end]))
        at = end
    return Line(text, 0, len(text), items, ALPHABET)


@pytest.mark.parametrize(
    ("say", "text", "found"),
    [
        ("près de {n:number}", "il y a près de ### cas", "près de ###"),
        ("près de {n:number}", "auprès de ### cas", None),
        ("au cours de {n:number}", "au cours des ### mois", "au cours des ###"),
        ("à {n:number}", "passé aux ### heures", "aux ###"),
        ("le {n:number} (dernier|dernière)", "les ### dernières", "les ### dernières"),
        ("[un] peu plus de {n:number}", "un peu plus de ##", "un peu plus de ##"),
        ("[un] peu plus de {n:number}", "peu plus de ##", "peu plus de ##"),
        ("(plus|moins) de {n:number}", "moins d'### élèves", "moins d'###"),
        ("{a:number}…soit {b:number}", "### euros, soit ##", "### euros, soit ##"),
        ("{a:number}…soit {b:number}", "### euros, ##, soit ##", "##, soit ##"),
        ("<rise> de {n:number}", "une ++++ de ##", "++++ de ##"),
        ("mi-{n:number}", "à la mi-####", "mi-####"),
        ("mi-{n:number}", "à la demi-####", None),
        ("{a:number} ‹{b:number}›", "### (##)", "### (##)"),
        ("dès {n:number}", "des ### cas établis", None),
        ("près de {n:number}", "PRES DE ### CAS", "PRES DE ###"),
        ("près de {n:number}", "pres de ### élus", None),
    ],
)
def test_a_phrase_finds(say: str, text: str, found: str | None) -> None:
    matches = [text[m.start : m.end] for m in Phrase(say, ALPHABET).find(line(text))]
    assert matches == ([] if found is None else [found])


def test_slots_lead_back_to_the_items() -> None:
    (match,) = Phrase("de {a:number} à {b:number}", ALPHABET).find(line("de ## à ####"))
    assert match.slots["a"].value == "##"
    assert (match.slots["b"].start, match.slots["b"].end) == (8, 12)


@pytest.mark.parametrize("say", ["{n:number", "[un peu", "plus)", "près |", "{n:truc}"])
def test_a_bad_phrase_is_refused(say: str) -> None:
    with pytest.raises((PhraseError, KeyError)):
        list(Phrase(say, ALPHABET).find(line("près de ##")))


def test_a_phrase_needs_something_to_look_for() -> None:
    with pytest.raises(PhraseError):
        PhraseIndex([(Phrase("[un|deux]", ALPHABET), None)])


def test_the_index_finds_what_each_phrase_finds() -> None:
    says = ["près de {n:number}", "plus de {n:number}", "{n:number} et plus"]
    index = PhraseIndex([(Phrase(say, ALPHABET), say) for say in says])
    text = line("près de ### et plus de ###")
    assert {say for _, say in index.find(text)} == set(says)
