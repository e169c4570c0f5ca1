"""What a finder finds in the passages of an article, each once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from fact_cli.relate.context import Context
from fact_cli.relate.passage import Passage, passages_with

Found = TypeVar("Found")


def in_passages(
    context: Context,
    find: Callable[[Passage], Iterable[Found]],
    place: Callable[[Found], Hashable],
    cues: Sequence[str] = (),
    figures: int = 1,
) -> Iterator[Found]:
    """What ``find`` finds in each passage, the first only at each ``place``.

    A sentence is looked at alone before its neighbours, so that what it tells by itself counts.
    Passages are passed over that hold fewer than ``figures``, or none of ``cues``, in lower case,
    if any are given.
    """
    told = context.those_told(cues) if cues else ()
    if cues and not told:
        return
    seen: set[Hashable] = set()
    for passage in passages_with(context, figures):
        if cues and not passage.tells(told):
            continue
        for one in find(passage):
            if place(one) not in seen:
                seen.add(place(one))
                yield one
