"""Elements of an XML file as a view of its events: children, attributes, words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fact_cli.model.text import Extent
from fact_cli.read.xml_events import End, Event, Start, Words


@dataclass(frozen=True, slots=True)
class Element:
    """The element whose `Start` is ``events[number]``."""

    events: Sequence[Event]
    number: int

    @property
    def start(self) -> Start:
        start = self.events[self.number]
        assert isinstance(start, Start)
        return start

    @property
    def name(self) -> str:
        return self.start.name

    @property
    def extent(self) -> Extent:
        """From its first tag to its last, which is not counted in."""
        end = self.events[self.start.end]
        assert isinstance(end, End)
        return Extent(self.start.at, end.at)

    def get(self, attribute: str) -> str:
        """An attribute's value, empty where it is not given."""
        return self.start.attributes.get(attribute, "")

    def inside(self) -> Iterator[Event]:
        """What stands between its tags."""
        for number in range(self.number + 1, self.start.end):
            yield self.events[number]

    def children(self, *names: str) -> Iterator[Element]:
        """Its child elements, of these names where any are given."""
        number = self.number + 1
        while number < self.start.end:
            event = self.events[number]
            if isinstance(event, Start):
                if not names or event.name in names:
                    yield Element(self.events, number)
                number = event.end
            number += 1

    def all(self, *names: str) -> Iterator[Element]:
        """The elements of these names at any depth inside, in document order."""
        for number in range(self.number + 1, self.start.end):
            event = self.events[number]
            if isinstance(event, Start) and event.name in names:
                yield Element(self.events, number)

    def first(self, *path: str) -> Element | None:
        """The first element at the end of ``path``, a name a level."""
        found: Sequence[Element] = [self]
        for name in path:
            found = [child for element in found for child in element.children(name)]
        return found[0] if found else None

    def text(self, source: str) -> str:
        """Its words, entities resolved, white space as it stands."""
        return "".join(words_of(event, source) for event in self.inside())

    def at(self, *path: str, source: str) -> str:
        """The words at the end of ``path``, white space collapsed, empty without them."""
        found = self.first(*path)
        return "" if found is None else " ".join(found.text(source).split())


def root(events: Sequence[Event]) -> Element:
    """The element that holds all others; a well-formed file has one."""
    return Element(events, next(n for n, event in enumerate(events) if isinstance(event, Start)))


def words_of(event: Event, source: str) -> str:
    """The prose of ``event``, empty for a tag."""
    if not isinstance(event, Words):
        return ""
    return source[event.start : event.end] if event.stands_for is None else event.stands_for
