"""One sitting, concert or match that is told to begin at two times of day.

"Le conseil municipal aura lieu jeudi à 21 heures. … La séance débutera à 20 h 30."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.lapse import TwoDates
from fact_cli.model.mention import TimeExpression
from fact_cli.model.text import BlockKind
from fact_cli.model.times import CalendarForm, ClockForm
from fact_cli.relate.context import Context

_CUES = (
    "aura lieu",
    "se tiendra",
    "débuter",
    "commencer",
    "s'ouvrira",
    "se réunira",
    "se déroulera",
)
# What is held, by the noun that takes it up: "le conseil … la séance".
_KINDS = {
    "sitting": r"conseil (?:municipal|communautaire|communal|général|départemental|régional)"
    r"|séance|réunion|assemblée(?: générale)?",
    "lecture": r"conférence",
    "show": r"concert|spectacle|représentation|récital",
    "evening": r"soirée",
    "ball": r"bal",
    "match": r"match|rencontre|partie|derby",
    "final": r"finale",
    "trial": r"procès|audience",
    "ceremony": r"cérémonie|messe|office|hommage|obsèques|commémoration",
}
_BEGINS = (
    r"(?:aura lieu|se tiendra|se déroulera|débutera|commencera|s'ouvrira|se réunira"
    r"|(?:est|sera) (?:prévue?|fixée?|programmée?|convoquée?))"
)
# A definite noun that opens its sentence, its verb, and the time of day right behind.
_TOLD = re.compile(
    rf"(?:l[ea] |l'|ce |cette |cet )(?:prochaine? )?"
    rf"(?:{'|'.join(f'(?P<{kind}>{nouns})' for kind, nouns in _KINDS.items())})\b"
    rf"(?P<what>[^.;:()\d]{{0,60}}?),? (?:qui )?(?P<verb>{_BEGINS})\b(?P<when>[^.;:()]{{0,50}}?)"
    r",? (?:à|dès|à partir de) $"
)
# What may stand behind the noun where it only takes up what was told: ", qui débutera".
_BARE = re.compile(r"(?: (?:publique?|plénière|solennelle|municipale?))?,?")
_OF_OTHER = re.compile(
    r"\b(?:(?:pour|avec|entre) |second\w*|deuxième|autre|suivante?|extraordinaire"
    r"|des (?:jeunes|juniors|enfants|cadets|femmes|filles|poussins|dames|benjamins|minimes))"
)
_APART = re.compile(
    r"\b(?:report|décal|avanc|initial|finalement|puis|ensuite|portes|lendemain|autre|deuxième|second"
    r"|chaque|tous les|toutes les|heures? locales?|au lieu|également|aussi)"
)
BACK = 3  # sentences between the two


@dataclass(frozen=True, slots=True)
class _Beginning:
    kind: str
    noun: str
    bare: bool
    clock: TimeExpression
    days: tuple[TimeExpression, ...]
    index: int


def find(context: Context) -> Iterator[TwoDates]:
    if not context.tells(_CUES):
        return
    told: list[_Beginning] = []
    for index, sentence in enumerate(context.sentences):
        kind = context.document.blocks[sentence.sentence.block].kind
        found = None if kind is BlockKind.TITLE else _beginning(context, sentence, index)
        if found is None:
            continue
        told.append(found)
    for again in told[1:]:
        first = told[0]
        near = again.index - first.index <= BACK and again.kind == first.kind
        apart = first.clock.form != again.clock.form and len(told) == 2
        if near and apart and again.bare and _one_day(first, again):
            yield TwoDates(first.clock, again.clock, again.noun)


def _beginning(context: Context, sentence: ScannedSentence, index: int) -> _Beginning | None:
    """The only time of day of a sentence, at which something is told to begin."""
    plain = context.document.plain
    clocks = [time for time in sentence.times if isinstance(time.form, ClockForm)]
    if len(clocks) != 1 or _APART.search(lower(sentence.extent.of(plain))):
        return None
    if context.quoted(clocks[0].extent):
        return None
    found = _TOLD.fullmatch(lower(plain[sentence.extent.start : clocks[0].extent.start]))
    if found is None or _OF_OTHER.search(found["what"]):
        return None
    kind = next(name for name in _KINDS if found[name])
    bare = _BARE.fullmatch(found["what"]) is not None
    days = tuple(time for time in sentence.times if isinstance(time.form, CalendarForm))
    return _Beginning(kind, found[kind], bare, clocks[0], days, index)


def _one_day(first: _Beginning, again: _Beginning) -> bool:
    """Whether the second names no other day."""
    known = {time.interval.begin for time in first.days}
    return all(time.interval.begin in known for time in again.days)
