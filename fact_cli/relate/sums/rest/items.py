"""What looks like a whole before its parts, and is the first of the list itself."""

from __future__ import annotations

import re

from fact_cli.model.mention import Quantity
from fact_cli.model.text import Extent
from fact_cli.relate.neighbours import end_of
from fact_cli.relate.passage import Passage
from fact_cli.scan.scanner import scanner

_ITEM = re.compile(r"(?: [^\W\d_]+){0,4} (?:à|en|au|aux|dans|chez) [^.;:,()\d]{2,25}, ?")
# "Cinq tours en 2013, quatre en 2005".
_YEARLY = re.compile(r"(?: [^\W\d_]+){0,3} en (?:19|20)\d\d, ?")


def is_an_item(passage: Passage, whole: Quantity, part: Quantity) -> bool:
    """Whether what looks like the whole is one of the list: "quatorze en voiture, huit à moto"."""
    link = passage.plain[end_of(whole) : part.reach.start]
    if _YEARLY.fullmatch(link) or (_is_bracketed(passage, whole) and _is_bracketed(passage, part)):
        return True
    start = passage.sentence_of(whole).extent.start
    ahead = [
        one
        for one in scanner().numbers(passage.plain, Extent(start, whole.extent.start))
        if one.extent.end < whole.extent.start
    ]
    if not ahead:
        return False
    links = passage.plain[ahead[-1].extent.end : whole.reach.start], link
    return all(_ITEM.fullmatch(one) for one in links)


def _is_bracketed(passage: Passage, one: Quantity) -> bool:
    return passage.plain[one.reach.start - 1 : one.reach.start] == "("
