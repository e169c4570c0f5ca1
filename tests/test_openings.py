"""Words that cannot stand in a text are told by their first letters; none that does stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fact_cli.relate.openings import OPENING, Openings

TEXT = "la ville de brest compte 139 000 habitants, soit 2 % de plus qu'en 2018."


@given(st.text(), st.text(max_size=12), st.text())
def test_a_word_that_stands_is_never_ruled_out(before: str, word: str, behind: str) -> None:
    assert list(Openings(before + word + behind).among((word,))) == [word]


def test_words_keep_their_order_and_most_others_are_ruled_out() -> None:
    words = ("habitants", "tonnes", "2 %", "soit ", "médaille", "brest")
    assert tuple(Openings(TEXT).among(words)) == ("habitants", "2 %", "soit ", "brest")
    assert not list(Openings(TEXT).among(("tonnes", "médaille")))


def test_what_is_too_short_to_tell_is_not_ruled_out() -> None:
    short = "x" * (OPENING - 1)
    assert list(Openings("").among((short, "xxxx"))) == [short]
