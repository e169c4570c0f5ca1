"""Our shortcuts through the model give what its own layers and its own parser give."""

from __future__ import annotations

import numpy as np
import pytest
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from fact_cli.pipeline import load
from fact_cli.pipeline.blanks import with_blanks
from fact_cli.pipeline.installed import model_folder
from fact_cli.pipeline.load import model

SENTENCES = [
    "Le prix passe de 80 à 100 euros, soit une hausse de 25 %.",
    "Mardi.",
    "L'usine, qui emploie 1 200 salariés, a produit 300 000 voitures en 2023 selon sa direction.",
    "« Nous étions 40 000 », a déclaré la maire, avant d'ajouter : « Et nous serons 50 000 ! »",
    "à à à la la la",
]


@pytest.fixture(scope="module")
def theirs() -> list[Doc]:
    """The sentences as read without the shortcuts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(load, "with_plain_vectors", lambda _: None)
        patch.setattr(load, "stepwise", lambda settings: settings)
        return list(load.model.__wrapped__().pipe(SENTENCES))


@pytest.fixture(scope="module")
def ours() -> list[Doc]:
    return list(model().pipe(SENTENCES))


def test_each_word_has_the_vector_and_the_head_that_the_model_gives_it(
    theirs: list[Doc], ours: list[Doc]
) -> None:
    for doc, their in zip(ours, theirs, strict=True):
        assert np.allclose(doc.tensor, their.tensor, atol=1e-4)
        assert [(word.dep_, word.head.i) for word in doc] == [
            (word.dep_, word.head.i) for word in their
        ]


def test_a_sentence_is_read_alike_alone_and_among_others(ours: list[Doc]) -> None:
    for text, among in zip(SENTENCES, ours, strict=True):
        alone = model()(text)
        assert np.allclose(alone.tensor, among.tensor, atol=1e-4)


def test_nothing_to_read_is_read() -> None:
    assert [len(doc) for doc in model().pipe(["", "Mardi.", ""])] == [0, 2, 0]
    assert len(model()("")) == 0


def test_blanks_are_what_the_rules_of_the_model_make_of_them() -> None:
    folder = model_folder() / "attribute_ruler"
    rules = AttributeRuler(model().vocab).from_disk(folder, exclude=["vocab"])
    texts = [*SENTENCES, "Le prix  passe de 80   à 100 euros.", "Mardi \n 3 mai , 12 %.", "  ", ""]
    for ours, theirs in zip(model().pipe(texts), model().pipe(texts), strict=True):
        with_blanks(ours)
        rules(theirs)
        assert [(word.pos_, word.dep_, str(word.morph)) for word in ours] == [
            (word.pos_, word.dep_, str(word.morph)) for word in theirs
        ]
