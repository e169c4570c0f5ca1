"""What the marks of an article accept.

``<!-- factcheck: ignore RULE, RULE -- reason -->`` is for the block that follows, or the list
or table; behind words on their line, for the block of these. ``disable RULE`` holds until
``enable RULE`` or the end of the file. A title that a format keeps apart has no marks. Which
block follows is seen in the source, where the title may stand elsewhere than in the prose.
XML allows no ``--`` within a comment: there a dash goes before the reason.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from fact_cli.accept.nearest import nearest
from fact_cli.accept.sic import ends
from fact_cli.model.acceptance import Acceptance, Trouble
from fact_cli.model.finding import Finding
from fact_cli.model.text import BlockKind, Document, Extent
from fact_cli.rule_names import rule_names

VERBS = ("ignore", "disable", "enable")
_FIELD = "text"  # of a document, in which marks stand
_OPENS = re.compile(r"<!--\s*factcheck\s*:", re.IGNORECASE)
_REASON = re.compile(r"\s(?:--|—|–)(?:\s|\Z)")
_QUOTED = re.compile(r"\n[ \t>]*")  # the sign of a quotation before a further line
_NESTED = 3  # blocks that may begin before a mark and hold it: a paragraph, its captions
_NEAR = 80  # characters of white space between words and a mark behind them
_RUNS = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_CELL})


@dataclass(frozen=True, slots=True)
class _Scope:
    """Where in the source findings of ``rule`` are accepted by the mark ``at`` (of the text)."""

    at: Extent
    rule: str
    places: Sequence[Extent]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A block where it stands in the source."""

    kind: BlockKind
    origin: Extent


def with_marks(
    document: Document, findings: Sequence[Finding]
) -> tuple[list[Finding], list[Acceptance]]:
    """``findings``, those accepted that a mark accepts, and the marks that came to nothing."""
    if not document.marks:
        return list(findings), []
    scopes, troubles = _scopes(document)
    used: set[int] = set()
    found: list[Finding] = []
    for finding in findings:
        places = [document.origins.back(end) for end in ends(finding)]
        starts = [place.start for field, place in places if field == _FIELD]
        accepting = {
            number
            for number, scope in enumerate(scopes)
            if scope.rule == finding.rule and _covers(scope.places, starts)
        }
        used |= accepting
        found.append(replace(finding, accepted=True) if accepting else finding)
    unused = [
        Acceptance(scope.at, Trouble.UNUSED, scope.rule)
        for number, scope in enumerate(scopes)
        if number not in used
    ]
    return found, sorted([*troubles, *unused], key=lambda one: one.at)


def _covers(places: Sequence[Extent], starts: Sequence[int]) -> bool:
    return any(place.start <= start < place.end for place in places for start in starts)


def _scopes(document: Document) -> tuple[list[_Scope], list[Acceptance]]:
    placed = _placed(document)
    source = document.sources[_FIELD]
    scopes: list[_Scope] = []
    troubles: list[Acceptance] = []
    disabled: dict[str, tuple[Extent, int]] = {}
    names = frozenset(rule_names())
    for mark in document.marks:
        place = document.origins.back(mark)[1]
        verb, rules, trouble = _read(mark, mark.of(document.text))
        troubles += trouble
        for rule in rules:
            if rule not in names:
                troubles.append(unknown_rule(mark, rule))
            elif verb == "ignore":
                scopes.append(_Scope(mark, rule, _next(source, placed, place)))
            elif verb == "disable":
                disabled.setdefault(rule, (mark, place.end))
            elif rule in disabled:
                begun, start = disabled.pop(rule)
                scopes.append(_Scope(begun, rule, [Extent(start, place.start)]))
            else:
                troubles.append(Acceptance(mark, Trouble.NOT_DISABLED, rule))
    for rule, (begun, start) in disabled.items():
        scopes.append(_Scope(begun, rule, [Extent(start, len(source))]))
    return scopes, troubles


def unknown_rule(at: Extent, rule: str) -> Acceptance:
    """The trouble of an acceptance of a rule that does not exist."""
    return Acceptance(at, Trouble.UNKNOWN_RULE, rule, nearest(rule, rule_names()))


def _read(mark: Extent, words: str) -> tuple[str, Sequence[str], Sequence[Acceptance]]:
    """The verb and the rules of a mark; none where something is wrong with it, which is told."""
    told = _OPENS.sub("", _QUOTED.sub(" ", words), count=1).removesuffix("-->").rstrip()
    verb, *rules = re.split(r"[\s,]+", _REASON.split(told, 1)[0].strip())
    verb, rules = verb.lower(), [rule for rule in rules if rule]
    if verb not in VERBS:
        return verb, [], [
            Acceptance(mark, Trouble.UNKNOWN_WORD, verb or "–", nearest(verb, VERBS))
        ]  # fmt: skip
    if not rules:
        return verb, [], [Acceptance(mark, Trouble.NO_RULE, verb)]
    return verb, rules, []


def _placed(document: Document) -> list[_Placed]:
    """The blocks in the order of the source."""
    places = [(block.kind, *document.origins.back(block.extent)) for block in document.blocks]
    found = [_Placed(kind, place) for kind, field, place in places if field == _FIELD]
    return sorted(found, key=lambda one: one.origin)


def _next(source: str, placed: Sequence[_Placed], mark: Extent) -> list[Extent]:
    """The block that ``mark`` stands in, or directly behind, or else the next one.

    A list or a table is one block to a mark before it.
    """
    first = bisect_left(placed, mark.start, key=lambda one: one.origin.start)
    for one in reversed(placed[max(0, first - _NESTED) : first]):
        between = source[one.origin.end : min(mark.start, one.origin.end + _NEAR)]
        near = one.origin.end + len(between) == mark.start and not between.strip()
        if mark.end <= one.origin.end or (near and "\n" not in between):
            return [one.origin]
    return list(_run(placed, first))


def _run(placed: Sequence[_Placed], first: int) -> Iterator[Extent]:
    """The block ``first`` and, unless it goes on a list or table, the rest of one it begins."""
    before = placed[first - 1].kind if first else None
    for one in placed[first:]:
        if one.kind is not placed[first].kind:
            return
        yield one.origin
        if one.kind not in _RUNS or one.kind is before:
            return
