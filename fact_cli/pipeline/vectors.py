"""The network that gives each word of a sentence its vector, in plain numpy.

Weights and results are those of the model's own layers, to rounding. Each distinct word of a
batch is embedded once, and not again in the next; a layer is a few products of matrices where
the general ones also prepare for training.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline import Tok2Vec
from spacy.tokens import Doc
from spacy.vectors import Vectors
from thinc.api import Model, NumpyOps

Rows = NDArray[np.float32]  # one vector a row
Ids = NDArray[np.uint64]
Network = Model[Any, Any]

APART = 4  # empty rows between two sentences, as many as there are layers that look aside
REMEMBERED = 16_384  # words whose own vectors are kept: 6 MB, and three words of four
FEWEST = 32  # words computed at once: the products of fewer are rounded in another way
SMALL = 1e-8  # is added to a variance, which may be zero


def with_plain_vectors(nlp: Language) -> None:
    """Has ``nlp`` compute its vectors of words here."""
    tok2vec = nlp.get_pipe("tok2vec")
    assert isinstance(tok2vec, Tok2Vec)
    embed, encode = tok2vec.model.layers
    vectors = _Vectors(_Embedding.of(embed, nlp.vocab.vectors), list(_mixing(encode)))

    def forward(model: Network, docs: list[Doc], is_train: bool) -> tuple[Any, Any]:
        del model
        assert not is_train
        return vectors.of(docs), None

    tok2vec.model = Model("plain_vectors", forward, dims={"nO": tok2vec.model.get_dim("nO")})


@dataclass(frozen=True, slots=True)
class _Mixing:
    """A layer that takes the greatest of three sums for each value, and scales the row."""

    weights: Rows
    bias: Rows
    gain: Rows
    shift: Rows

    def of(self, rows: Rows) -> Rows:
        width = len(self.gain)
        sums = rows @ self.weights
        sums += self.bias
        mixed = np.maximum(sums[:, :width], sums[:, width : 2 * width])
        np.maximum(mixed, sums[:, 2 * width :], out=mixed)
        mixed -= mixed.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", mixed, mixed) / width + SMALL
        mixed *= (variance**-0.5)[:, np.newaxis]
        mixed *= self.gain
        mixed += self.shift
        return mixed


def _mixing(model: Network) -> Iterator[_Mixing]:
    """Each such layer of ``model`` in its order; the three sums of a value side by side."""
    for maxout, norm in zip(_named(model, "maxout"), _named(model, "layernorm"), strict=True):
        by_sum = _weights(maxout, "W").transpose(2, 1, 0)  # input × sum × output
        weights = np.ascontiguousarray(by_sum.reshape(len(by_sum), -1))
        bias = _weights(maxout, "b").T.reshape(-1)
        yield _Mixing(weights, bias, _weights(norm, "G"), _weights(norm, "b"))


def _named(model: Network, name: str) -> list[Network]:
    """The layers of ``model`` of one kind, in the order in which they are applied."""
    return [layer for layer in model.walk(order="dfs_pre") if layer.name == name]


def _weights(layer: Network, name: str) -> Rows:
    return np.asarray(layer.get_param(name), dtype=np.float32)


class _Memory:
    """The vectors of the words met last, which most sentences share."""

    def __init__(self, width: int) -> None:
        self._places: dict[int, int] = {}
        self._rows = np.zeros((REMEMBERED, width), dtype=np.float32)

    def make_room(self, words: int) -> None:
        """Forgets all where there is no room for so many more."""
        if len(self._places) + words > REMEMBERED:
            self._places.clear()

    def unknown(self, which: Ids) -> NDArray[np.intp]:
        """The places in ``which`` of the words that are not remembered."""
        places = self._places
        found = [place for place, word in enumerate(which.tolist()) if word not in places]
        return np.asarray(found, dtype=np.intp)

    def keep(self, which: Ids, rows: Rows) -> None:
        start = len(self._places)
        self._rows[start : start + len(rows)] = rows
        self._places.update(zip(which.tolist(), range(start, start + len(rows)), strict=True))

    def rows_of(self, which: Ids) -> Rows:
        places = self._places
        return self._rows[[places[word] for word in which.tolist()]]


@dataclass(frozen=True, slots=True)
class _Embedding:
    """A vector for each word by itself: from its form, and from the table of known words."""

    attributes: Sequence[str]
    tables: Sequence[tuple[int, Rows]]  # the seed of a hash and the rows, for each attribute
    known: Vectors
    from_known: Rows
    mixing: _Mixing
    memory: _Memory

    @classmethod
    def of(cls, model: Network, known: Vectors) -> _Embedding:
        (features,) = _named(model, "extract_features")
        (meanings,) = _named(model, "static_vectors")
        tables = _named(model, "hashembed")
        return cls(
            features.attrs["columns"],
            [(table.attrs["seed"], _weights(table, "E")) for table in tables],
            known,
            _weights(meanings, "W").T,
            next(_mixing(model)),
            _Memory(model.get_dim("nO")),
        )

    def rows(self, docs: Sequence[Doc]) -> Rows:
        """The vectors of all words of ``docs``, one behind the other."""
        wanted: list[int | str] = [*self.attributes, "ORTH"]
        words = np.concatenate([np.asarray(doc.to_array(wanted), np.uint64) for doc in docs])
        # A word is its letters and whether a space follows: all else hangs on these.
        which = words[:, -1] + words[:, wanted.index("SPACY")]
        _, first, again = np.unique(which, return_index=True, return_inverse=True)
        return self._remembered(which[first], words[first])[again]

    def _remembered(self, which: Ids, words: Ids) -> Rows:
        """The vectors of different words: of those met before as they were computed then."""
        memory = self.memory
        if len(words) > REMEMBERED:
            return self._distinct(words)
        memory.make_room(len(words))
        new = memory.unknown(which)
        if len(new):
            enough = np.resize(new, max(len(new), FEWEST))
            memory.keep(which[new], self._distinct(words[enough])[: len(new)])
        return memory.rows_of(which)

    def _distinct(self, words: Ids) -> Rows:
        ops = NumpyOps()
        features: list[Rows] = []
        for column, (seed, table) in enumerate(self.tables):
            hashes = ops.hash(np.ascontiguousarray(words[:, column]), seed) % len(table)
            features.append(ops.gather_add(table, hashes))
        places = self.known.find(keys=words[:, -1])
        meanings = self.known.data[places] @ self.from_known
        meanings[places < 0] = 0
        return self.mixing.of(np.hstack([*features, meanings]))


@dataclass(frozen=True, slots=True)
class _Vectors:
    """The vectors of words in their sentences: each layer looks at one more word aside."""

    embedding: _Embedding
    layers: Sequence[_Mixing]

    def of(self, docs: Sequence[Doc]) -> list[Rows]:
        lengths = [len(doc) for doc in docs]
        words = self.embedding.rows(docs)
        gaps = np.repeat(np.arange(1, len(docs) + 1) * APART, lengths)
        places = np.arange(len(words)) + gaps
        width = words.shape[1]
        rows = np.zeros((len(words) + (len(docs) + 1) * APART, width), dtype=np.float32)
        rows[places] = words
        beside = np.zeros((len(rows), 3 * width), dtype=np.float32)
        for layer in self.layers:
            beside[1:, :width] = rows[:-1]
            beside[:, width : 2 * width] = rows
            beside[:-1, 2 * width :] = rows[1:]
            rows += layer.of(beside)
        return np.split(rows[places], np.cumsum(lengths)[:-1])
