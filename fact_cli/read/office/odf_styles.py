"""The styles that OpenDocument XML declares, by family and name ("paragraph:Title")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from fact_cli.read.office.styles import Style, Styles, number, readable


def key(family: str, name: str) -> str:
    return f"{family}:{name}"


class StyleCollector:
    """Takes style elements one by one into ``styles``."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self._key = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "style:style":
            family = attributes.get("style:family", "")
            name = attributes.get("style:name", "")
            base = attributes.get("style:parent-style-name")
            self._key = key(family, name)
            self.styles.declared[self._key] = Style(
                attributes.get("style:display-name", readable(name)),
                key(family, base) if base else None,
                level=number(attributes.get("style:default-outline-level", "")),
            )
        elif tag == "style:text-properties" and self._key:
            declared = self.styles.declared[self._key]
            shown = attributes.get("text:display")
            position = attributes.get("style:text-position")
            self.styles.declared[self._key] = replace(
                declared,
                hidden=declared.hidden if shown is None else shown == "none",
                raised=declared.raised if position is None else _is_raised(position),
            )

    def end(self, tag: str) -> None:
        if tag == "style:style":
            self._key = ""


class StyleHandler:
    """Collects the styles of styles.xml; the automatic ones there are of headers and footers."""

    def __init__(self) -> None:
        self.styles = Styles()
        self._collector = StyleCollector(self.styles)

    def start(self, tag: str, attributes: Mapping[str, str]) -> bool:
        if tag in {"office:automatic-styles", "office:master-styles"}:
            return False
        self._collector.start(tag, attributes)
        return True

    def end(self, tag: str) -> None:
        self._collector.end(tag)

    def words(self, text: str) -> None:
        """Styles have no text."""


def _is_raised(position: str) -> bool:
    """Whether "super 58%" or "33% 58%" lifts what it is said of."""
    first = position.split(" ")[0]
    return first == "super" or (number(first.removesuffix("%")) or 0) > 0
