"""A simple temporal network: differences between days, and the cycle that cannot be.

Nodes are names of days; a constraint says how many days may lie from one to another. The
constraints can all hold exactly if the graph of their upper bounds has no negative cycle
(Dechter, Meiri and Pearl, 1991), and a negative cycle is an explanation: the constraints
on it cannot be true at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Reason = TypeVar("Reason")


@dataclass(frozen=True, slots=True)
class Constraint(Generic[Reason]):
    """``at_least`` ≤ ``later`` − ``earlier`` ≤ ``at_most``, in days; None leaves a side open."""

    earlier: str
    later: str
    at_least: int | None
    at_most: int | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class _Edge(Generic[Reason]):
    """``to`` − ``start`` ≤ ``days``."""

    start: str
    to: str
    days: int
    reason: Reason


def conflict(constraints: Sequence[Constraint[Reason]]) -> list[Reason] | None:
    """The reasons on a cycle of constraints that cannot all hold; None if they can.

    Bellman and Ford from all nodes at once: O(nodes × constraints).
    """
    edges = [edge for constraint in constraints for edge in _edges(constraint)]
    distance = {node: 0 for edge in edges for node in (edge.start, edge.to)}
    came_by: dict[str, _Edge[Reason]] = {}
    changed: str | None = None
    for _ in range(len(distance)):
        changed = None
        for edge in edges:
            if distance[edge.start] + edge.days < distance[edge.to]:
                distance[edge.to] = distance[edge.start] + edge.days
                came_by[edge.to] = edge
                changed = edge.to
        if changed is None:
            return None
    if changed is None:
        return None
    return _cycle(came_by, changed, len(distance))


def window(
    constraints: Sequence[Constraint[Reason]], origin: str, node: str
) -> tuple[int | None, int | None]:
    """The least and the most days that can lie from ``origin`` to ``node``.

    Of constraints that can all hold; None is an open side.
    """
    edges = [edge for constraint in constraints for edge in _edges(constraint)]
    most = _shortest(edges, origin).get(node)
    least = _shortest(edges, node).get(origin)
    return (None if least is None else -least), most


def _edges(constraint: Constraint[Reason]) -> Sequence[_Edge[Reason]]:
    edges = []
    if constraint.at_most is not None:
        edge = _Edge(constraint.earlier, constraint.later, constraint.at_most, constraint.reason)
        edges.append(edge)
    if constraint.at_least is not None:
        edge = _Edge(constraint.later, constraint.earlier, -constraint.at_least, constraint.reason)
        edges.append(edge)
    return edges


def _shortest(edges: Sequence[_Edge[Reason]], start: str) -> dict[str, int]:
    distance = {start: 0}
    for _ in range(len({edge.to for edge in edges}) + 1):
        for edge in edges:
            if edge.start in distance:
                through = distance[edge.start] + edge.days
                distance[edge.to] = min(distance.get(edge.to, through), through)
    return distance


def _cycle(came_by: dict[str, _Edge[Reason]], node: str, nodes: int) -> list[Reason]:
    """The reasons on the cycle from which ``node`` was last improved, in order, each once."""
    for _ in range(nodes):
        node = came_by[node].start
    reasons: list[Reason] = []
    at = node
    while True:
        edge = came_by[at]
        if edge.reason not in reasons:
            reasons.append(edge.reason)
        at = edge.start
        if at == node:
            return reasons[::-1]
