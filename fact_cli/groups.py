"""What is read, in its order, in groups whose documents are checked at once.

A group ends as soon as nothing in it waits, lest what is known wait for what is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Generic, TypeVar

from fact_cli.model.text import Document

TOGETHER = 8  # documents: more take hardly less time each
LETTERS = 40_000  # of them all, so that a long one does not wait for others

Item = TypeVar("Item")


class Group(Generic[Item]):
    """Items that follow each other, and the documents of those that are to be checked."""

    def __init__(self) -> None:
        self._items: list[tuple[Item, Document | None]] = []

    def add(self, item: Item, document: Document | None) -> None:
        self._items.append((item, document))

    @property
    def documents(self) -> Sequence[Document]:
        """What is to be checked."""
        return [document for _, document in self._items if document is not None]

    @property
    def is_full(self) -> bool:
        """Whether nothing is to be checked, or enough."""
        documents = self.documents
        letters = sum(len(one.text) for one in documents)
        return not documents or len(documents) >= TOGETHER or letters >= LETTERS

    def each_with(self, results: Sequence[Any]) -> Iterator[tuple[Item, Any]]:
        """Each item with the result of its document, with None where it has none."""
        made = iter(results)
        for item, document in self._items:
            yield item, None if document is None else next(made)


def in_groups(
    items: Iterator[Item], document_of: Callable[[Item], Document | None]
) -> Iterator[Group[Item]]:
    """``items`` in groups, of which ``document_of`` tells what is to be checked."""
    group = Group[Item]()
    for item in items:
        group.add(item, document_of(item))
        if group.is_full:
            yield group
            group = Group[Item]()
    if group.documents:
        yield group
