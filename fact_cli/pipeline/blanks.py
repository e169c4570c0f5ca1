"""White space that is a token of its own, as the model's rules on attributes have it."""

from __future__ import annotations

import numpy as np
from spacy.symbols import IS_SPACE, POS, SPACE
from spacy.tokens import Doc


def with_blanks(doc: Doc) -> Doc:
    """``doc``, in which white space, and nothing else, is of the part of speech SPACE.

    The model tells the two apart by a matcher that goes through every doc. Few hold such a
    token: two blanks that follow each other.
    """
    told = doc.to_array([IS_SPACE, POS])
    for index in np.flatnonzero((told[:, 0] == 1) | (told[:, 1] == SPACE)):
        token = doc[int(index)]
        token.pos_ = "SPACE" if token.is_space else "X"
        token.set_morph(None)  # pyright: ignore[reportAttributeAccessIssue]
        if token.is_space and token.dep:
            token.dep_ = "dep"
    return doc
