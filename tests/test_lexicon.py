"""Every line of the language data is valid, and what it promises holds."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from fact_cli.errors import LexiconError
from fact_cli.lang.lexicon import FILES, build, lexicon, read
from fact_cli.scan.times.meanings import MEANINGS
from tests.helpers import times

EXPRESSIONS = read("times")["expression"]
PROOFS = [(say, value) for entry in EXPRESSIONS for say, value in entry.get("gives", {}).items()]
# Their value depends on an earlier expression, so that no phrase proves them alone.
ANAPHORIC = {"same", "shifted"}


@pytest.fixture
def data() -> dict[str, dict[str, Any]]:
    return deepcopy({name: read(name) for name in FILES})


@pytest.mark.parametrize(("say", "value"), PROOFS)
def test_an_expression_gives_what_its_line_says(say: str, value: str) -> None:
    assert [time.timex for time in times(say)] == [value]


def test_every_expression_is_proved_and_has_a_meaning() -> None:
    for entry in EXPRESSIONS:
        assert entry["means"] in MEANINGS
        assert entry.get("gives") or entry["means"] in ANAPHORIC, entry["say"]


def test_every_meaning_is_used() -> None:
    assert {entry["means"] for entry in EXPRESSIONS} == set(MEANINGS)


def test_every_unit_word_is_found_after_a_number() -> None:
    for first, entries in lexicon().words.items():
        for entry in entries:
            assert entry.text.startswith(first)
            if "unit" in entry.kinds:
                assert entry.value in lexicon().units


@pytest.mark.parametrize(
    ("file", "change", "named"),
    [
        ("units", lambda d: d["units"]["metre"].update(measures="patience"), "metre"),
        ("units", lambda d: d["units"]["metre"].pop("signs"), "metre"),
        ("hedges", lambda d: d["hedge"][0].update(low="a bit"), "a bit"),
        ("hedges", lambda d: d["hedge"][0].update(say=["environ {q:quantité}"]), "quantité"),
        ("times", lambda d: d["expression"][0].update(say=["[ce] {d:day"]), "{d:day"),
        ("times", lambda d: d["expression"][0].update(say=["[ce|cet]"]), "[ce|cet]"),
        ("verbs", lambda d: d["classes"]["say"].append("résoudre"), "résoudre"),
        ("calendar", lambda d: d["months"].update(lundi=4), "lundi"),
    ],
)
def test_a_bad_entry_is_named(
    data: dict[str, dict[str, Any]], file: str, change: Any, named: str
) -> None:
    change(data[file])
    with pytest.raises(LexiconError) as error:
        build(data)
    assert named in error.value.en
    assert f"{file}.toml" in error.value.en or file == "calendar"
