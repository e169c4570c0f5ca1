"""What part each block of a plain text plays."""

from __future__ import annotations

from fact_cli.model.text import Document
from fact_cli.read.front import with_front
from fact_cli.read.furniture import with_furniture


def with_roles(document: Document) -> Document:
    """``document`` with its front, captions and boilerplate named, dated where they tell it."""
    return with_furniture(with_front(document))
