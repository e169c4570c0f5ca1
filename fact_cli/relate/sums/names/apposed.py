"""Names that each have an apposition: "Paul Roux, maire de Vevey, Anne Gillet, avocate, et …".

Name and apposition must alternate to the end; what breaks the pattern is read as no list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from fact_cli.model.text import Extent

_CLAUSE = re.compile(r"(?:(?! [–-] )[^.;:()!?])*")
_CUT = re.compile(r",? et |, ")
_NAME = re.compile(
    r"(?:de |d')?"
    r"(?P<name>[A-ZÀ-Þ][\w'-]*(?: (?:de |du |le |la |van |von |ben |el )?[A-ZÀ-Þ][\w'-]*){1,3})"
)
_APPOSITION = re.compile(
    r"(?:l[ae] |l'|son |sa |une? )?[a-zà-ÿ][^\d]{2,50}|(?:âgée? de )?\d{1,2} ans"
)
# "L'avocate Anne Gillet", "son frère Jean": somebody else; "maire de Vevey" is not.
_NAMES_ANOTHER = re.compile(
    r"(?<!de )(?<!d')(?<!du )(?<!à )(?<!en )(?<!au )(?<!l[ae] )(?<!l')(?<!des )(?<![\w-])[A-ZÀ-Þ]"
    r"|\b(?:père|mère|frère|sœur|fils|fille|mari|épouse|femme|veuve|cousine?|ami|amie) d"
)
_VERB = re.compile(r"\b(?:qui|que|dont|où|est|sont|a|ont|était|sera|avait|seront)\b")
LEAST = 2  # names of a list


def apposed_names(plain: str, start: int, end: int) -> Sequence[Extent]:
    """The names that fill a clause with an apposition behind each; none where they do not."""
    clause = _CLAUSE.match(plain, start, end)
    if clause is None or _VERB.search(clause.group()):
        return []
    cuts = list(_CUT.finditer(plain, start, clause.end()))
    if not any("et" in cut.group() for cut in cuts):
        return []
    starts = [start, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), clause.end()]
    names: list[Extent] = []
    for number, (at, stop) in enumerate(zip(starts, ends, strict=True)):
        form = _NAME if number % 2 == 0 else _APPOSITION
        found = form.fullmatch(plain, at, len(plain[at:stop].rstrip()) + at)
        if found is None or (number % 2 and _NAMES_ANOTHER.search(found.group())):
            return []
        if number % 2 == 0:
            names.append(Extent(*found.span("name")))
    return names if len(cuts) % 2 and len(names) >= LEAST else []
