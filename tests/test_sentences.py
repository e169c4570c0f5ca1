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
        "On compte 40 élèves en série D.|Les autres suivent.",
        "Le test porte sur l'hépatite B.|Il est gratuit.",
        "Il vise les zones A et B.|Paris est à part.",
        "Il cite A. Martin et B. Durand.",
        "Avec D. Trump, tout change.",
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


WIRE = """Grève à la SNCF

PARIS, 5 mars 2024 (AFP) - La SNCF prévoit de faire circuler un TGV sur
deux jeudi, a-t-elle annoncé mercredi devant la presse.

Le prix du billet de train de la ligne entre Paris et Tours passe de 80
à 100 euros, soit une hausse de 20 %, selon la CGT :

- le prix du kilomètre, qui ne sera pas touché par la mesure annoncée,
- celui de la réservation.

jd/abc
"""


def test_each_paragraph_of_a_wrapped_text_is_one_block() -> None:
    blocks = [block.extent.of(WIRE) for block in read(WIRE).blocks]
    assert [block.count("\n") for block in blocks] == [0, 1, 1, 0, 0, 0]


def test_paragraphs_told_by_their_indent_are_blocks() -> None:
    indented = WIRE.replace("\n\n", "\n   ")
    blocks = [block.extent.of(indented) for block in read(indented).blocks]
    assert sum("\n" in block for block in blocks) == 2


def test_short_lines_are_blocks_of_their_own() -> None:
    lines = (
        "Rennes 2-1 Lens, 12 000 spectateurs\nLyon 0-0 Nantes, 31 000 spectateurs\nBrest 3-2 Metz"
    )
    assert len(read(lines).blocks) == 3
