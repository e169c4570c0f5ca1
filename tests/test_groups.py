"""What is checked at once: in which groups, and that it makes no difference."""

from __future__ import annotations

from fact_cli.groups import LETTERS, TOGETHER, in_groups
from fact_cli.model.text import Document
from fact_cli.read.prose import document
from fact_cli.read.txt import cut
from fact_cli.run import Settings, check_document, check_documents

TEXTS = [
    "Le prix passe de 80 à 100 euros, soit une hausse de 20 %.",
    "Rien.",
    "Elle aurait vendu 12 voitures le 31 avril, selon la mairie. Il en reste 3.",
    "La ville compte 12 000 habitants. Elle en comptait 10 000 en 2010, a déclaré le maire.",
]


def read(text: str) -> Document:
    return document("", {"text": text}, cut)


def sizes(items: list[Document | None]) -> list[int]:
    """How many items stand in each group of them."""
    return [len(list(one.each_with(one.documents))) for one in in_groups(iter(items), itself)]


def itself(one: Document | None) -> Document | None:
    return one


def test_what_is_known_waits_for_nothing_unless_it_stands_behind_what_is_not() -> None:
    short = read("Rien.")
    assert sizes([None, None, short, None, short]) == [1, 1, 3]
    assert sizes([short] * (TOGETHER + 1)) == [TOGETHER, 1]
    assert sizes([]) == []


def test_a_long_one_ends_its_group() -> None:
    assert sizes([read("a" * LETTERS), read("a" * LETTERS), read("Rien.")]) == [1, 1, 1]


def test_each_item_gets_the_result_of_its_document() -> None:
    first, second = read("Un."), read("Deux.")
    (group,) = in_groups(iter([first, None, second]), itself)
    assert list(group.each_with(["1", "2"])) == [(first, "1"), (None, None), (second, "2")]


def test_documents_checked_at_once_are_checked_as_one_by_one() -> None:
    documents = [read(text) for text in TEXTS]
    together = check_documents(documents, Settings())
    assert together == [check_document(one, Settings()) for one in documents]
    assert [len(result.article.claims) > 0 for result in together] == [True, False, True, True]
