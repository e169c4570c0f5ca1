"""The two components in somebody else's pipeline."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from spacy.language import Language

from fact_cli.pipeline.load import model

TEXT = "La ville versera 12 M€ en 2027. Selon la région, le pont a coûté 3 millions d'euros."


@pytest.fixture(scope="module")
def blank() -> Language:
    nlp = spacy.blank("xx")
    nlp.add_pipe("fact_mentions", config={"published": "2024-06-12"})
    return nlp


def test_mentions_stand_in_spans(blank: Language) -> None:
    doc = blank(TEXT)
    assert [span.text for span in doc.spans["fact_times"]] == ["2027"]
    assert len(doc.spans["fact_quantities"]) == 2
    article = doc._.fact
    exact = [q.extent.of(doc.text) for s in article.sentences for q in s.quantities]
    assert exact == ["12 M€", "3 millions d'euros"]


def test_claims_need_a_parse_and_mentions() -> None:
    requires = Language.get_factory_meta("fact_claims").requires
    assert set(requires) == {"doc._.fact", "token.dep", "token.pos"}
    nlp = spacy.blank("xx")
    nlp.add_pipe("fact_mentions")
    nlp.add_pipe("fact_claims")
    with pytest.raises(ValueError, match="fact_mentions"):
        nlp.get_pipe("fact_claims")(spacy.blank("xx")("Rien."))  # type: ignore[operator]


def test_claims_in_a_parsed_doc() -> None:
    nlp = model()
    doc = nlp(TEXT)
    with_mentions = spacy.blank("xx")
    mentions = with_mentions.add_pipe("fact_mentions")
    claims = with_mentions.add_pipe("fact_claims")
    found = claims(mentions(doc))._.fact.claims  # type: ignore[operator]
    assert [claim.subject for claim in found] == ["La ville", "le pont"]
    assert [claim.modality.value for claim in found] == ["forecast", "asserted"]
    assert [claim.attribution.source for claim in found] == [None, "la région"]


def _multiplies_with_blis(model: Any) -> bool:
    return any(layer.ops.use_blis for layer in model.walk())


@pytest.mark.parametrize("name", ["tok2vec", "morphologizer", "parser"])
def test_only_our_own_model_multiplies_otherwise(name: str) -> None:
    pipe: Any = model().get_pipe(name)
    assert not _multiplies_with_blis(pipe.model)
    assert _multiplies_with_blis(spacy.blank("fr").add_pipe("tok2vec").model)  # type: ignore
