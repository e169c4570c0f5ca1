"""The French model, loaded for speed: only what a claim needs.

Measured on spaCy 3.8: the usual load spends most of its time on one regular expression of
1.45 million characters (the French ``token_match``) and on a table of half a million
strings. The tokenizer below does without the first (0.5 % of tokens differ), and the tree
needs neither the strings nor the recogniser of names nor the lemmatizer. Of the model's rules
that set attributes anew, three change what is read of a word; `fact_cli.pipeline.blanks` knows
them.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from spacy.lang.char_classes import ALPHA, ALPHA_LOWER
from spacy.lang.punctuation import TOKENIZER_INFIXES, TOKENIZER_PREFIXES, TOKENIZER_SUFFIXES
from spacy.language import BaseDefaults, Language
from spacy.symbols import IS_SPACE, LIKE_NUM, LOWER, NORM, ORTH, PREFIX, SHAPE, SUFFIX
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, load_config

from fact_cli.pipeline.installed import model_folder
from fact_cli.pipeline.ops import with_fast_products
from fact_cli.pipeline.parser import stepwise
from fact_cli.pipeline.vectors import with_plain_vectors

NOT_NEEDED = ("ner", "lemmatizer", "senter", "attribute_ruler")

LONGEST_SUFFIX = 60  # characters

# Pronouns that a hyphen ties to the verb before: "assure-t-il".
_PRONOUNS = "ce|elles?|en|ils?|je|la|les?|leur|lui|moi|nous|on|toi|tu|t|vous|y"
_ABBREVIATIONS = ("M.", "Mme.", "Mlle.", "Dr.", "Me.", "av.", "J.-C.", "n°", "St.", "Ste.")
_WHOLE_WORDS = ("aujourd'hui", "Aujourd'hui", "quelqu'un", "Quelqu'un", "prud'homme")


_EXCEPTIONS = {word: [{ORTH: word}] for word in (*_ABBREVIATIONS, *_WHOLE_WORDS)}
_SUFFIXES = [
    *TOKENIZER_SUFFIXES,
    rf"(?<=[{ALPHA}])-(?:{_PRONOUNS})",
    r"(?<=[0-9])%",
    rf"(?<=[{ALPHA_LOWER}])\.",
]
_INFIXES = [
    *[infix for infix in TOKENIZER_INFIXES if "-" not in infix or "[0-9]" in infix],
    rf"(?<=[{ALPHA}]')(?=[{ALPHA}0-9])",
]
# What the layers read of a word, and what `fact_cli.pipeline` does: the others take time.
_OF_A_WORD = (NORM, PREFIX, SUFFIX, SHAPE, IS_SPACE, LOWER, LIKE_NUM)


class _Defaults(BaseDefaults):
    """French punctuation: an apostrophe ends a word, a hyphen begins a pronoun."""

    tokenizer_exceptions = _EXCEPTIONS
    prefixes = TOKENIZER_PREFIXES
    suffixes = _SUFFIXES
    infixes = _INFIXES
    token_match = None
    url_match = None


class _French(Language):
    """French for this program only; not registered, so that "fr" stays spaCy's own."""

    lang = "fr"
    Defaults = _Defaults


@cache
def model() -> Language:
    """The pipeline of tagger and parser. Raises `ModelMissing`."""
    folder = model_folder()
    config = load_config(folder / "config.cfg")
    config["components"]["parser"] = stepwise(config["components"]["parser"])
    nlp = _French.from_config(config, exclude=NOT_NEEDED, auto_fill=False, validate=False)
    nlp.vocab.vectors.from_disk(folder / "vocab")
    nlp.from_disk(folder, exclude=[*NOT_NEEDED, "tokenizer", "vocab"])
    vocab: Any = nlp.vocab
    vocab.lex_attr_getters = {name: vocab.lex_attr_getters[name] for name in _OF_A_WORD}
    with_plain_vectors(nlp)
    with_fast_products(nlp)
    _quick(nlp.tokenizer)
    return nlp


def _quick(tokenizer: Tokenizer) -> None:
    """Has ``tokenizer`` look for what begins or ends a word there only.

    Else a run of a thousand brackets would be searched from end to end a thousand times. Nothing
    is cut off a word of letters only, which need not be searched at all.
    """
    prefix, suffix = compile_prefix_regex(TOKENIZER_PREFIXES), compile_suffix_regex(_SUFFIXES)
    infix = compile_infix_regex(_INFIXES)
    tokenizer.prefix_search = lambda word: None if word.isalpha() else prefix.match(word)
    tokenizer.suffix_search = lambda word: (
        None if word.isalpha() else suffix.search(word[-LONGEST_SUFFIX:])
    )
    tokenizer.infix_finditer = lambda word: () if word.isalpha() else infix.finditer(word)
