"""Where sentences end."""

from __future__ import annotations

import pytest

from fact_cli.scan.sentences import sentences
from tests.helpers import read


@pytest.mark.parametrize(
    "text",
    [
        "Il a dit oui.|Elle a dit non.",
        "M. Dupont est venu.|Mme. Durand aussi.",
        "Le prix est de 1.300 euros.|C'est cher.",
        "En 52 av. J.-C. la ville tombe.|Rome gagne.",
        "« Je viens. »|Il est venu.",
        "Vraiment ?|Oui !|Bon…|Allons.",
        "J. K. Rowling écrit.|Elle lit.",
        "Il vise l'art. 49 du texte.",
        "Le 3 sept. 2024 il part.|Il revient.",
        "Il y a 12 cas.|12 de plus qu'hier.",
    ],
)
def test_sentences_end(text: str) -> None:
    joined = text.replace("|", " ")
    found = [sentence.extent.of(joined) for sentence in sentences(read(joined))]
    assert found == text.split("|")


def test_a_line_is_a_block_and_a_wrapped_paragraph_is_one() -> None:
    lines = "Un titre\nUne phrase entière qui suit.\nUne autre phrase."
    assert len(read(lines).blocks) == 3
    wrapped = (
        "La commune a rouvert sa piscine lundi après\n"
        "deux ans de travaux qui auront coûté trois\n"
        "millions d'euros, dit la maire.\n\n"
        "Les nageurs de la vallée y ont retrouvé leurs\n"
        "lignes d'eau et leurs vestiaires repeints.\n"
    )
    assert [block.extent.of(wrapped).count("\n") for block in read(wrapped).blocks] == [2, 1]


def test_a_stretch_without_a_stop_is_cut() -> None:
    text = "mot " * 5000
    found = list(sentences(read(text)))
    assert max(len(sentence.extent) for sentence in found) <= 5000
    assert sum(sentence.extent.of(text).count("mot") for sentence in found) == 5000
