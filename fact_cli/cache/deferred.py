"""A sequence that is made when it is first looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, overload


class Deferred(Sequence[Any]):
    """Equal to any sequence of equal items in the same order."""

    __slots__ = ("_items", "_make")

    def __init__(self, make: Callable[[], Sequence[Any]]) -> None:
        self._make = make
        self._items: tuple[Any, ...] | None = None

    def _made(self) -> tuple[Any, ...]:
        if self._items is None:
            self._items = tuple(self._make())
        return self._items

    @overload
    def __getitem__(self, index: int) -> Any: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Any]: ...
    def __getitem__(self, index: int | slice) -> Any:
        return self._made()[index]

    def __len__(self) -> int:
        return len(self._made())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or isinstance(other, str):
            return NotImplemented
        return self._made() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._made())

    def __repr__(self) -> str:
        return repr(self._made())
