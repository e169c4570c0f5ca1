"""The share of a part and its whole told again sentences below, of the same noun and deed.

"Sur 600 salariés, 120 sont en grève. […] Un tiers des salariés sont en grève."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower, singular_of, words_after
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, TimeKind
from fact_cli.model.shares import Share
from fact_cli.model.text import BlockKind
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus, sign_of, told_noun, usable
from fact_cli.relate.passage import MANY, adjoin
from fact_cli.relate.shares.portion import is_near, is_share
from fact_cli.relate.sums.rest.out_of import is_less, portions
from fact_cli.relate.twice.values.same_words import stems

_CUES = ("%", "pour cent", "quart", "tiers", "moitié", "cinquième", "dixième", "majorité")
# "La moitié des logements sont vides": of all of them, and right away what they do or are.
_OF_ALL = re.compile(
    r" (?:des|de (?:ses|ces|nos|leurs|tous les|toutes les)|d'entre les) (?P<noun>[^\W\d_]{3,})"
    r"(?P<deed> (?:ont|sont|avaient|étaient|est|a|était|avait|n'|ne |se |s'|y |[^\W\d_]+ent\b)"
    r"[^.;:,()]{3,80})"
)
_DEED = re.compile(r"[^.;:,()]{3,80}")
_BY_EN = re.compile(r"\b(?:en|n'en) (?:a |ont |avait |avaient )?[^\W\d_]+ (?:déjà |ainsi )?$")
_NOT = re.compile(r"\b(?:n'|ne )|\b(?:non|sans|aucun\w*|moins|plus)\b")
_SIDE = re.compile(r"\b(?:pour|contre|avec|sans|hors|avant|après|sous|sur|dans|oui|non)\b")
# Of other times or places, of a plan, of a mean, or of some of them.
_OTHERWISE = re.compile(
    r"\b(?:devrai\w+|pourrai\w+|sera|seront|aurai\w*|auront|serai\w*|d'ici|objectif|vise\w*|avai\w+"
    r"|étai\w+|moyenne|autres?|ailleurs|nationa\w+|mondia\w+|région\w*|département\w*|france|pays"
    r"|europe|monde|voisin\w*|selon|d'après|estim\w+|dernière?s?|passée?s?|jusqu'\w*|déjà"
    r"|chaque|lorsque|quand|si|dont|parmi|contre|restant\w*|seul\w*)\b"
)
# What leaves a deed as it is.
_FILLER = re.compile(
    r"\b(?:ainsi|donc|désormais|aujourd'hui|actuellement|encore|toujours|finalement|en tout"
    r"|au total|en [^\W\d_]+ (?:ans|mois|jours|semaines)|ces (?:dernières années|derniers mois))\b"
)
# Told by somebody, who may count otherwise than another.
_SAID = re.compile(
    r"\b(?:selon|d'après|assur\w+|affirm\w+|dénonc\w+|insist\w+|avanc\w+|revendiqu\w+|soutien\w+"
    r"|prétend\w*|recens\w+|syndica\w+|direction|préfecture|rectorat|ministère)\b|-(?:t-)?(?:ils?|elles?)\b"
)
# What may lead to the share of all: any other word can tell of some place or group.
_LED = re.compile(
    r"\W*(?:(?:ainsi|donc|or|et|bref|résultat|au total|en tout|finalement|au final|en clair"
    r"|en somme|en résumé|autrement dit|désormais|aujourd'hui|actuellement|à ce jour"
    r"|pour l'heure)(?:,| :)? )?"
    r"(?:(?:plus|près|moins|un peu (?:plus|moins)) d(?:e |')|environ |quelque |presque |à peine "
    r"|quasi |pas moins d(?:e |')|exactement |soit )*(?:la |les? |une? )?"
)
BACK = 40  # characters ahead of a part in which "en" takes up the whole
_NAME = re.compile(r"(?<=[\w,:;] )[A-ZÀ-Þ][\w’'-]{2,}")


@dataclass(frozen=True, slots=True)
class _Told:
    """A part of a whole, and what the words about it tell of its things."""

    part: Quantity
    whole: Quantity
    deed: str
    sentence: ScannedSentence


def find(context: Context) -> Iterator[Share]:
    if not context.tells(_CUES):
        return
    again = [one for sentence in context.sentences for one in _shares(context, sentence)]
    if not again:
        return
    told = list(_portions(context))
    for share, noun, deed, sentence in again:
        alike = [one for one in told if told_noun(one.whole) == noun and _are_one(one.deed, deed)]
        before = [one for one in alike if one.sentence.extent.end <= sentence.extent.start]
        if len({(one.part.value, one.whole.value) for one in alike}) != 1 or not before:
            continue
        one = before[-1]
        if _is_of_another(context, one, sentence) or _holds_otherwise(context, share, one):
            continue
        part = replace(one.part, unit=one.whole.unit, kind=one.whole.kind)
        if is_near(one.whole, part, share):
            yield Share(part, one.whole, share, (), Binding.INFERRED)


def _shares(
    context: Context, sentence: ScannedSentence
) -> Iterator[tuple[Quantity, str, str, ScannedSentence]]:
    """The only share of a sentence that is told of all things of a noun, with what they do."""
    plain, invariable = context.document.plain, lexicon().grammar.invariable
    figures = usable(sentence.quantities)
    if len(figures) != 1 or not is_share(plain, figures[0]) or sign_of(plain, figures[0]):
        return
    (share,) = figures
    ahead = lower(plain[sentence.extent.start : share.extent.start])
    if _LED.fullmatch(ahead) is None or context.quoted(share.extent):
        return
    found = _OF_ALL.match(lower(words_after(plain, share.extent.end, 140)))
    if found is not None:
        yield share, singular_of(found["noun"], invariable), found["deed"], sentence


def _portions(context: Context) -> Iterator[_Told]:
    """Each part of a whole that the body tells, with what became of it."""
    plain, blocks = context.document.plain, context.document.blocks
    before: ScannedSentence | None = None
    for sentence in context.sentences:
        if blocks[sentence.sentence.block].kind is BlockKind.TITLE:
            continue
        own = usable(sentence.quantities)
        ahead = usable(before.quantities)[-1:] if before and adjoin(plain, before, sentence) else []
        if len(own) <= MANY:
            yield from _in_sentence(plain, sentence, own, ahead)
        before = sentence


def _in_sentence(
    plain: str, sentence: ScannedSentence, own: Sequence[Quantity], ahead: Sequence[Quantity]
) -> Iterator[_Told]:
    end = sentence.extent.end
    known = list(portions(plain, sentence, own))
    for one in known:
        behind = _DEED.match(plain, one.extent.end, end)
        if told_noun(one.whole) is not None and behind is not None:
            yield _Told(one.part, one.whole, lower(behind.group()), sentence)
    for whole, part in pairwise([*ahead, *own]):
        noun = told_noun(whole)
        elided = part.kind in NUMBERS and told_noun(part) is None and part.of == noun
        if noun is None or not elided or not is_less(whole, part) or is_surplus(plain, part):
            continue
        behind = _DEED.match(plain, end_of(part), end)
        at = max(sentence.extent.start, part.reach.start - BACK)
        before = _BY_EN.search(lower(plain[at : part.reach.start]))
        deed = before or behind
        if deed is not None and all(part is not one.part for one in known):
            yield _Told(part, whole, lower(deed.group()), sentence)


def _are_one(one: str, other: str) -> bool:
    """Whether two clauses tell the same of their things."""
    sides = [
        frozenset(found.group() for found in form.finditer(each))
        for form in (_NOT, _SIDE)
        for each in (one, other)
    ]
    if sides[0] != sides[1] or sides[2] != sides[3]:
        return False
    told, again = (stems(_FILLER.sub("", each)) for each in (one, other))
    return bool(told) and told == again


def _is_of_another(context: Context, told: _Told, sentence: ScannedSentence) -> bool:
    """Whether the sentence of a share is told of another time, place or group, or by another."""
    plain = context.document.plain
    words, known = sentence.extent.of(plain), told.sentence.extent.of(plain)
    names = (name for name in _NAME.findall(words) if name not in known)
    dated = sentence.times or any(one.kind is not TimeKind.DURATION for one in told.sentence.times)
    said = any(_SAID.search(lower(one)) for one in (words, known))
    return bool(_OTHERWISE.search(lower(words)) or said or dated or any(True for _ in names))


def _holds_otherwise(context: Context, share: Quantity, told: _Told) -> bool:
    """Whether another count, or what the part leaves, is that share of a whole of this noun."""
    claimed = Share(told.part, told.whole, share).claimed(loose=True)
    counts = [
        one
        for sentence in context.sentences
        for one in usable(sentence.quantities)
        if one.kind in NUMBERS and told.whole.of in {one.of, told_noun(one)} and one.value
    ]
    wholes = [one for one in counts if told_noun(one) is not None and is_less(one, told.part)]
    whole, part = told.whole.value, told.part.value
    if whole is None or part is None or claimed.holds((whole - part) / whole * 100):
        return True
    return any(
        claimed.holds(one.value / each.value * 100)
        for each in wholes
        for one in counts
        if each.value and one.value and one is not each
    )
