"""Numbers among the parts of a whole that were not read as figures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fact_cli.lang.words import SMALL_NUMBERS, lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity
from fact_cli.model.totals import Total
from fact_cli.relate.passage import Passage

_WORD = re.compile(rf"\b(?:{'|'.join(one for one in SMALL_NUMBERS if one not in {'un', 'une'})})\b")
# "L'État en a apporté 38, la Région 45", "de Vire (372)": a number
# behind a name, which may be a part of it.
_BEHIND_NAME = re.compile(r"(?<=[^\W\d_] )\d+(?:,\d+)?(?= ?[,;.]| et )|(?<=\()\d+(?:,\d+)?(?=\))")


def has_unread(passage: Passage, total: Total) -> bool:
    """Whether a sum that fails leaves out a number: "61 …, onze une seule, six les deux"."""
    return leaves_out(passage.plain, passage.sentences, total)


def goes_on(plain: str, sentence: ScannedSentence, last: Quantity) -> bool:
    """Whether a list goes on behind its last figure read: "33 oui, 41 non et trois se sont"."""
    return _WORD.search(lower(plain[last.extent.end : sentence.extent.end])) is not None


# "De garrigue (290 hectares) et de friches": a part that no figure tells.
_ONE_MORE = re.compile(r"\) (?:et|ou|puis) (?:de |d'|des |du )[^\W\d_][^.;:()\d]{2,40}[.;,]")


def leaves_out(plain: str, sentences: Sequence[ScannedSentence], total: Total) -> bool:
    """The same of a sum whose figures all stand in ``sentences``."""
    if total.exact is None or total.exact == total.whole.value:
        return False
    places = [one.extent for one in (total.whole, *total.parts)]
    start, end = min(one.start for one in places), max(one.end for one in places)
    if _ONE_MORE.match(plain, max(one.end for one in places)):
        return True
    read = [one.extent for each in sentences for one in (*each.quantities, *each.times)]
    return any(
        not any(one.start <= start + word.start() < one.end for one in read)
        for told in (
            _WORD.finditer(lower(plain[start:end])),
            _BEHIND_NAME.finditer(plain[start:end]),
        )
        for word in told
    )
