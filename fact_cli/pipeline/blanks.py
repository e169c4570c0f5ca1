"""White space that is a token of its own, as the model's rules on attributes have it."""

from __future__ import annotations

import numpy as np
from spacy.symbols import IS_SPACE, POS, SPACE
from spacy.tokens import Doc

_BLANK = np.asarray([1, SPACE], dtype=np.uint64)


def with_blanks(doc: Doc) -> Doc:
    """``doc``, in which white space, and nothing else, is of the part of speech SPACE.

    The model tells the two apart by a matcher that goes through every doc. Few hold such a
    token: two blanks that follow each other.
    """
    blank = doc.to_array([IS_SPACE, POS]) == _BLANK
    if not blank.any():
        return doc
    for index in np.flatnonzero(blank.any(axis=1)):
        token = doc[int(index)]
        token.pos_ = "SPACE" if token.is_space else "X"
        token.set_morph(None)  # pyright: ignore[reportAttributeAccessIssue]
        if token.is_space and token.dep:
            token.dep_ = "dep"
    return doc
