"""Twice the text takes twice the work, counted in calls, which no busy machine changes."""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import fact_cli
from fact_cli import check
from fact_cli.pipeline.load import model

FACT_CLI = Path(fact_cli.__file__).parent

# What used to be searched anew from the start of its paragraph or article for each mention.
SHAPES = [
    ("pronouns with no name", "Il a vendu 12 voitures {}. "),
    ("conditionals with no speaker", "Le groupe aurait vendu 12 voitures {}. "),
    ("quotations", "« Nous avons vendu 12 voitures {} », dit-elle. "),
    ("paragraphs", "« Le groupe a vendu 12 voitures {} », dit Paul.\n"),
    ("changes and levels", "Le prix {} a augmenté de 4 % à 12 euros. "),
    ("a paragraph", "Le prix du pain {} passe de 3 à 4 euros selon la mairie. "),
    ("sharing", "Sur 120 élus {}, 40 % ont voté pour. "),
]
SENTENCES = 60
LINEAR = (
    2.1  # times the calls for twice the text; searching anew made 2.11 and 2.28 of the first two
)


def _text(sentence: str, count: int) -> str:
    """``sentence`` over and over, each time with other words, so that it is no repetition."""
    names = (f"{a}o{b}i" for a in "bcdfglmnprstv" for b in "bcdfglmnprstv")
    return "".join(
        sentence.format(f"{name} {name}ra") for _, name in zip(range(count), names, strict=False)
    )


def _calls(text: str) -> int:
    """How many functions are called to check ``text``."""
    count = 0

    def seen(_: FrameType, event: str, __: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        check(text)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("sentence", [text for _, text in SHAPES], ids=[name for name, _ in SHAPES])
def test_work_grows_with_the_text_and_no_faster(sentence: str) -> None:
    check(_text(sentence, 3))  # compiles what it needs
    once, twice = (_calls(_text(sentence, count)) for count in (SENTENCES, SENTENCES * 2))
    assert twice < LINEAR * once


@pytest.mark.parametrize("bracket", ["(", ")", '"', "«"])
def test_the_tokenizer_reads_the_end_of_a_word_only(bracket: str) -> None:
    tokenizer: Any = model().tokenizer
    run = bracket * 500
    assert len(tokenizer(run)) == len(run)
    assert tokenizer.suffix_search(run + "3") is None
    found = tokenizer.suffix_search("3" + run)
    assert found is not None and found.end() < len(run)


def test_no_finder_looks_at_all_of_the_text_before_a_place() -> None:
    """A slice or a search from the start of the text takes longer the later its end stands."""
    found = [
        f"{path.relative_to(FACT_CLI)}:{node.lineno}"
        for room in ("scan", "relate", "pipeline")
        for path in (FACT_CLI / room).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.expr) and _is_from_the_start(node)
    ]
    assert not found


def _is_from_the_start(node: ast.expr) -> bool:
    match node:
        case ast.Subscript(value=text, slice=ast.Slice(lower=None)):
            return _is_plain(text)
        case ast.Call(func=ast.Attribute(value=text, attr="rfind"), args=[_, ast.Constant(0), _]):
            return _is_plain(text)
        case _:
            return False


def _is_plain(text: ast.expr) -> bool:
    """Whether an expression is the whole text of a document, as it is called everywhere."""
    return isinstance(text, ast.Name | ast.Attribute) and ast.unparse(text).endswith("plain")
