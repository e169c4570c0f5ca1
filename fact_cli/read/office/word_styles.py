"""The styles that a .docx declares, by their ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from fact_cli.read.office.styles import Style, Styles, number

# Old properties under a tracked change, and those of the parts of a table.
_PASSED_OVER = {"w:tblStylePr", "w:rPrChange", "w:pPrChange", "w:latentStyles", "w:docDefaults"}
BODY_LEVEL = 9  # the outline level, counted from 0, that says "no heading"


class StyleHandler:
    """Collects ``styles`` out of styles.xml."""

    def __init__(self) -> None:
        self.styles = Styles()
        self._key = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> bool:
        if tag in _PASSED_OVER:
            return False
        value = attributes.get("w:val", "")
        if tag == "w:style":
            self._key = attributes.get("w:styleId", "")
            self.styles.declared[self._key] = Style(self._key)
        elif tag == "w:name":
            self._note(name=value)
        elif tag == "w:basedOn":
            self._note(based_on=value)
        elif tag == "w:vanish":
            self._note(hidden=is_on(attributes))
        elif tag == "w:vertAlign":
            self._note(raised=value == "superscript")
        elif tag == "w:numId":
            self._note(listed=value != "0")
        elif tag == "w:outlineLvl":
            self._note(level=level(attributes))
        return True

    def end(self, tag: str) -> None:
        if tag == "w:style":
            self._key = ""

    def words(self, text: str) -> None:
        """Styles have no text."""

    def _note(self, **told: object) -> None:
        if self._key:
            declared = self.styles.declared
            declared[self._key] = replace(declared[self._key], **told)  # type: ignore[arg-type]


def is_on(attributes: Mapping[str, str]) -> bool:
    """Whether a switch such as ``w:vanish`` is on: it is, unless it says that it is not."""
    return attributes.get("w:val", "true").lower() not in {"0", "false", "off"}


def level(attributes: Mapping[str, str]) -> int | None:
    """The level of a heading, from 1; None for body text."""
    value = number(attributes.get("w:val", ""))
    return None if value is None or value >= BODY_LEVEL else value + 1
