"""A figure before and after, and the change that the text states of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from fact_cli.lang.words import lower, words_before
from fact_cli.model.changes import Change
from fact_cli.model.mention import Quantity
from fact_cli.relate.changes.beside import is_beside, is_last_of_bracket, is_of_number
from fact_cli.relate.changes.other_subject import is_of_owner
from fact_cli.relate.changes.told_times import turns_to_now
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NEXT_ITEM, same_thing, sign_of, usable
from fact_cli.relate.phrases import Operands, operands

# "10 % de plus que l'an dernier, et celui d'abricots 7,50 euros"
# "contre 5,5, porté par les fromages (+7,2 %)": of what the bracket stands behind.
_OF_PART = re.compile(
    r"[^.;:()]*, [^.;:()]*\b(?:par|grâce à|avec|dont|malgré|hors|notamment)"
    r" [^.;:()\d]{3,40} \([+–-]? ?"
)
_OF_THE_OTHER = re.compile(r",? et (?:celui|celle|ceux|celles)\b")
_STEP_TOLD = re.compile(r"(?: [^.;:()\d]{0,50})?(?: \(|,? soit |, )(?:soit )?[+–-]? ?")
# "de 31 à 62 millions, et des commandes en repli de 9 %": a thing of its own.
_AND_ANOTHER = re.compile(
    r"(?:,| et|, et|,? ainsi que|,? mais|;) (?:des |les |la |le |l'|une? |ses |son |sa |leurs? )"
    r"[^\W\d_]+[^,;.]* (?:en|a|ont|est|sont|affich\w+|accus\w+|enregistr\w+) "
)


# "La valeur ne baissait que de 1 %, le prix moyen passant de 3,93 à 4,10 euros".
_OF_OWN_SUBJECT = re.compile(
    r"[^.;:()\d]{0,40}, (?:l[ea]s? |l'|leurs? |s(?:on|a|es) |cel(?:ui|le) )[^,.;:()\d]{2,50}"
    r" (?:étant )?(?:passant|passée?s?|tombant|grimpant|montant|reculant|bondissant) d[e'] ?"
)

_FROM = re.compile(
    r"\b(?:pass|grimp|bond|chut|tomb|recul|mont|port|ramen)\w+ (?:ainsi )?(?:de |d')$"
)
_CLOSED = re.compile(
    r" ?(?:[.;:,)!?»]|$)| (?:en|sur) (?:un|deux|trois|quatre|cinq|six|dix) (?:ans?|mois)\b"
)
# Otherwise than from one value to the other: "de 30 à 90 millions, soit 20 % l'an", for each year.
_RECKONED = re.compile(
    r" (?:l'an(?! (?:dernier|passé|prochain|\d))|par an|chaque année|annuel(?:s|le|lement)?"
    r"|en moyenne annuelle"
    # "Soit une hausse de 2 % une fois l'inflation déduite": of other values than those told.
    r"|une fois|à (?:périmètre|taux|change|effectif)s? (?:constant|comparable)s?|en euros constants"
    r"|hors [^\W\d_]+|en (?:termes|valeur) réels?|corrigée? |inflation)\b"
)
_REAL = re.compile(r"\bréel(?:le)? (?:de |d')$")  # "une hausse réelle de 2 %": but for inflation
_SO = re.compile(
    r",? (?:soit |ce qui (?:fait|représente) )?une? (?!.*\b(?:moyen|annuel))[^\W\d_]+"
    r"(?: [^\W\d_]+)? (?:de |d')"
)
# "La hausse de 12 % des recettes s'explique par le prix du billet, passé de 10 à 12 euros".
_BY_A_CAUSE = re.compile(
    r" (?:des? |du |d[e']|l[ae'])[^.;:()\d]{2,60}\b(?:s'expliqu\w+|expliquée?s?|provien\w+"
    r"|provenai\w+|vien\w+|découl\w+|résult\w+|tien[nt]\w*|tenai\w+|(?:liée?|due?|imputable"
    r"|attribuée?|attribuable)s?|s'accompagn\w+|grâce|en raison|à cause|sous l'effet|portée?s?"
    r"|tirée?s?)\b[^.;:()\d]{2,60}, (?:elle-même |lui-même )?passée?s? d[e'] ?"
)


def find(context: Context) -> Iterator[Change]:
    plain = context.document.plain
    for found in operands(context, "change"):
        before, after, stated = (found.figures[name] for name in ("before", "after", "stated"))
        way = found.way or sign_of(plain, stated)
        if after.extent < before.extent and turns_to_now(plain, before):
            before, after = after, before
        link = plain[after.extent.end : before.extent.start]
        behind = plain[before.extent.end : stated.extent.start]
        if is_last_of_bracket(plain, after, link) or NEXT_ITEM.search(behind):
            continue
        if is_of_owner(plain, stated, _start(min(before, after, key=_start))):
            continue
        if is_beside(plain, before, stated):
            continue
        if _OF_OWN_SUBJECT.match(plain, stated.extent.end, before.reach.start):
            continue
        if _BY_A_CAUSE.match(plain, stated.extent.end, before.reach.start):
            continue
        last = max(before, after, key=_start).extent.end
        if _AND_ANOTHER.match(plain, last, stated.reach.start):
            continue
        if _OF_PART.fullmatch(plain, last, stated.reach.start):
            continue
        if is_of_number(plain, before, after, stated):
            continue
        if _OF_THE_OTHER.search(plain, stated.extent.end, before.reach.start):
            continue
        real = _REAL.search(words_before(plain, stated.reach.start, 20))
        otherwise = real or _RECKONED.search(behind) or _RECKONED.match(plain, stated.extent.end)
        if way and same_measure(before, after) and not otherwise:
            tied = _is_tied(context, before, after, stated) or _is_theirs(context, found)
            change = Change(before, after, stated, way, tied=tied)
            yield _holding(context, change) or change
    yield from _steps(context)


def _is_tied(context: Context, before: Quantity, after: Quantity, stated: Quantity) -> bool:
    """ "Soit 4 369 de plus en un an (+3,4 %)": whether the step stands right before it."""
    sentence = context.sentence_at(stated.extent)
    ahead = [
        one
        for one in (() if sentence is None else usable(sentence.quantities))
        if one.extent < stated.extent and one not in (before, after)
    ]
    if not ahead or before.value is None or after.value is None:
        return False
    link = context.document.plain[ahead[-1].extent.end : stated.reach.start]
    exact = ahead[-1].value == abs(after.value - before.value)
    return exact and _STEP_TOLD.fullmatch(link) is not None


def _is_theirs(context: Context, found: Operands) -> bool:
    """ "Passée de 412 à 1 590, soit une hausse de 1 000 %": nothing else it could be of."""
    before, after, stated = (found.figures[name] for name in ("before", "after", "stated"))
    sentence = context.sentence_at(stated.extent)
    if sentence is None or len(sentence.quantities) != 3 or stated.hedge is not None:
        return False
    plain = context.document.plain
    from_to = _FROM.search(lower(plain[sentence.extent.start : before.reach.start]))
    link = plain[after.extent.end : stated.reach.start]
    told = from_to is not None and before.extent < after.extent and _SO.fullmatch(link)
    return bool(told) and _CLOSED.match(plain, stated.extent.end) is not None


def _start(figure: Quantity) -> int:
    return figure.extent.start


def _steps(context: Context) -> Iterator[Change]:
    """ "268 morts, soit 21 de moins que l'an dernier (-7,3 %)": 289 before."""
    for found in operands(context, "step"):
        after, step, stated = (found.figures[name] for name in ("after", "step", "stated"))
        if not same_thing(after, step) or after.value is None or step.value is None:
            continue
        told = shrunk(after, step, stated, found.way)
        others = (shrunk(one, step, stated, found.way) for one in _alike(context, after, step))
        found = told if told.holds else next((one for one in others if one.holds), told)
        yield replace(found, tied=True)
    for found in operands(context, "step_from"):
        before, step, stated = (found.figures[name] for name in ("before", "step", "stated"))
        if same_thing(before, step) and before.value is not None and step.value is not None:
            yield grown(before, step, stated, found.way)


def _alike(context: Context, after: Quantity, step: Quantity) -> Iterator[Quantity]:
    """Other figures of the sentence that a step can lead to: the whole before its parts."""
    sentence = context.sentence_at(after.extent)
    for one in () if sentence is None else usable(sentence.quantities):
        if one not in (after, step) and same_thing(one, step):
            yield one


def shrunk(after: Quantity, step: Quantity, stated: Quantity, way: int) -> Change:
    """The change by ``step`` to ``after``."""
    before = grown(after, step, stated, -way).after
    return Change(before, after, stated, way)


def grown(before: Quantity, step: Quantity, stated: Quantity, way: int) -> Change:
    """The change from ``before`` by ``step``."""
    signed = step.strict if way > 0 else -step.strict
    after = replace(
        step,
        value=(before.value or 0) + way * (step.value or 0),
        strict=before.strict + signed,
        loose=before.loose + signed,
    )
    return Change(before, after, stated, way)


def _holding(context: Context, change: Change) -> Change | None:
    """The change with another figure of its sentence as one end, where that one holds.

    "720 euros par mois, soit 8 640 par an, en hausse de 20 % par rapport aux 600": the rent rose.
    """
    sentence = context.sentence_at(change.stated.extent)
    for other in () if sentence is None else usable(sentence.quantities):
        for after, before in ((other, change.before), (change.after, other)):
            tried = Change(before, after, change.stated, change.way)
            if after is not before and same_measure(before, after) and tried.holds:
                return tried
    return None


def same_measure(before: Quantity, after: Quantity) -> bool:
    """Whether two figures can be one thing at two times: same unit, no two nouns."""
    nouns = {before.of, after.of} - {None}
    return before.unit == after.unit and len(nouns) < 2
