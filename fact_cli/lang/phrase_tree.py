"""The grammar of the phrase language: a phrase as written, to a tree of its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_TOKEN = re.compile(
    r"\{(?P<slot>\w+):(?P<kind>[\w|-]+)\}|<(?P<verb>[\w-]+)>|(?P<gap>…)"
    r"|(?P<open>[\[(])|(?P<close>[\])])|(?P<bar>\|)|(?P<space> +)"
    r"|(?P<word>[^\s\[\](){}<>|…]+)"
)
_SPLIT_WORD = re.compile(r"[\w.]+'?|[^\w\s]")


class PhraseError(ValueError):
    """A phrase that does not follow the grammar."""


@dataclass(frozen=True, slots=True)
class Word:
    text: str


@dataclass(frozen=True, slots=True)
class Slot:
    name: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    pass


@dataclass(frozen=True, slots=True)
class Choice:
    options: tuple[Parts, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """A part of a phrase and whether a space parts it from the one before."""

    part: Word | Slot | Gap | Choice
    spaced: bool


Parts = tuple[Placed, ...]


def parse(say: str) -> Parts:
    """The tree of a phrase. Raises `PhraseError` where brackets or slots do not close."""
    tokens = list(_tokens(say))
    options, rest = _options(tokens, 0, closing=None)
    if rest != len(tokens) or len(options) != 1:
        raise PhraseError(f"phrase does not parse: {say!r}")
    return options[0]


def _tokens(say: str) -> Iterator[re.Match[str]]:
    at = 0
    while at < len(say):
        match = _TOKEN.match(say, at)
        if match is None:
            raise PhraseError(f"unexpected {say[at]!r} in {say!r}")
        yield match
        at = match.end()


def _options(
    tokens: Sequence[re.Match[str]], at: int, closing: str | None
) -> tuple[tuple[Parts, ...], int]:
    """The alternatives up to ``closing`` (or the end) and the index after it."""
    options: list[Parts] = []
    parts: list[Placed] = []
    spaced = False
    while at < len(tokens):
        token = tokens[at]
        at += 1
        match token.lastgroup:
            case "space":
                spaced = True
                continue
            case "bar":
                options.append(tuple(parts))
                parts, spaced = [], False
                continue
            case "close":
                if token.group() != closing:
                    raise PhraseError(f"unexpected {token.group()!r} in {token.string!r}")
                return (*options, tuple(parts)), at
            case "open":
                optional = token.group() == "["
                inner, at = _options(tokens, at, closing="]" if optional else ")")
                parts.append(Placed(Choice(inner, optional), spaced))
            case _:
                parts.extend(_leaves(token, spaced))
        spaced = False
    if closing is not None:
        raise PhraseError(f"missing {closing!r}")
    return (*options, tuple(parts)), at


def _leaves(token: re.Match[str], spaced: bool) -> Iterator[Placed]:
    if token.lastgroup == "kind":
        yield Placed(Slot(token["slot"], tuple(token["kind"].split("|"))), spaced)
    elif token.lastgroup == "verb":
        yield Placed(Slot("", (token["verb"],)), spaced)
    elif token.lastgroup == "gap":
        yield Placed(Gap(), spaced)
    else:
        for index, word in enumerate(_SPLIT_WORD.findall(token.group())):
            yield Placed(Word(word), spaced and index == 0)


def slots_of(tree: Parts) -> Iterator[Slot]:
    for placed in tree:
        if isinstance(placed.part, Slot):
            yield placed.part
        elif isinstance(placed.part, Choice):
            for option in placed.part.options:
                yield from slots_of(option)
