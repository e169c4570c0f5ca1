"""spaCy's parser with its loop in Python, which takes two thirds of the time.

The loop in C lets go of the interpreter's lock, and takes it again several times a word to
see whether something was raised. This one keeps the lock and does the same steps.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from spacy.language import Language
from spacy.pipeline import DependencyParser
from spacy.tokens import Doc
from thinc.api import Model

FACTORY = "fact_parser"


class StepwiseParser(DependencyParser):
    """A greedy parser: all sentences of a batch make one move at a time."""

    def greedy_parse(self, docs: Sequence[Doc], drop: float = 0.0) -> list[Any]:
        """The final state of each of ``docs``, of which one holds a word at least."""
        del drop  # for training, which is not done here
        states = self.moves.init_batch(docs)
        step = self.model.predict(docs)
        weights, bias = step.vec2scores.get_param("W").T, step.vec2scores.get_param("b")
        open_states = [state for state in states if not state.is_final()]
        while open_states:
            hidden = step.state2vec.predict(step.get_token_ids(open_states))
            open_states = self.transition_states(open_states, hidden @ weights + bias)
        return states


@Language.factory(FACTORY, assigns=["token.dep", "token.head"])
def make_parser(nlp: Language, name: str, model: Model[Any, Any]) -> StepwiseParser:
    return StepwiseParser(nlp.vocab, model, name)


def stepwise(settings: Mapping[str, Any]) -> dict[str, Any]:
    """The settings of spaCy's parser as those of ours, which needs none for training."""
    return {"factory": FACTORY, "model": settings["model"]}
