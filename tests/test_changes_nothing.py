"""What must not change a report: typography, text before, text without figures."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from fact_cli.rule import all_rules
from fact_cli.run import check

SENTENCES = [
    ("Le prix passe de 80 à 100 euros, soit une hausse de 20 %.", "wrong-percentage"),
    ("La mairie versera 1 800 euros, soit quatre fois le loyer de 600 euros.", "wrong-ratio"),
    ("La loi a été votée le mardi 6 mars 2024.", "wrong-weekday"),
    ("Le marché rouvrira le 31 avril.", "impossible-date"),
]
WITHOUT_FIGURES = "Rien de neuf par ailleurs, dit la maire."

sentences = st.sampled_from(SENTENCES)
typography = st.fixed_dictionaries(
    {
        " ": st.sampled_from([" ", "\u00a0", "\u202f"]),
        "'": st.sampled_from(["'", "\u2019"]),
    }
)


def found(text: str) -> list[tuple[str, int, str]]:
    return [
        (finding.rule, finding.extent.start, finding.severity) for finding in check(text).findings
    ]


@settings(max_examples=25)
@given(sentences, typography)
def test_spaces_and_apostrophes(case: tuple[str, str], swap: dict[str, str]) -> None:
    sentence, rule = case
    changed = sentence.translate(str.maketrans(swap))
    assert found(changed) == found(sentence)
    assert found(sentence)[0][0] == rule


@settings(max_examples=25)
@given(sentences, st.text(alphabet="abcdéà ,;", max_size=40))
def test_text_before_shifts_the_findings(case: tuple[str, str], words: str) -> None:
    prefix = f"{words}\n"
    shifted = [(rule, start + len(prefix), level) for rule, start, level in found(case[0])]
    assert found(prefix + case[0]) == shifted


@settings(max_examples=10)
@given(sentences)
def test_a_sentence_without_figures(case: tuple[str, str]) -> None:
    assert found(f"{case[0]} {WITHOUT_FIGURES}") == found(case[0])


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_any_text_is_checked_without_harm(text: str) -> None:
    result = check(text)
    for sentence in result.article.sentences:
        for mention in sentence.mentions:
            place = result.article.document.locate(mention.extent)
            assert 0 <= place.start <= place.end <= len(text)


def test_all_rules_of_these_tests_exist() -> None:
    assert {rule for _, rule in SENTENCES} <= set(all_rules())
