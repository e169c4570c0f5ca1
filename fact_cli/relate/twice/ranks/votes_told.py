"""The votes for and against one thing told twice, of which one number alone is another.

"Adopté par 27 voix contre 12 […] 25 voix pour et 12 contre".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise

from fact_cli.lang.words import lower, words_after
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Message
from fact_cli.model.mention import Quantity
from fact_cli.model.same import Reason, Same
from fact_cli.model.text import BlockKind
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, usable
from fact_cli.relate.twice.values.same_words import first_letters

_CUES = (" contre", " non")
_WHO = r"(?:voix|votes?|suffrages?|bulletins?|élus|députés|sénateurs|conseillers|membres|délégués)"
_VOTED = r"(?:(?:ont |avaient )?(?:voté|votent|votants?|se sont prononcés) )?"
_FORMS = (
    # what stands between the two numbers, and what stands behind the second
    (re.compile(rf" {_WHO}(?: pour)?(?:,| et)? contre (?:les )?"), re.compile(r"(?! pour\b)")),
    (
        re.compile(rf"(?: {_WHO})? {_VOTED}pour(?:,| et|, et| ;) (?:les |par )?"),
        re.compile(rf"(?: {_WHO})? {_VOTED}contre\b"),
    ),
    (
        re.compile(rf"(?: {_WHO})? {_VOTED}contre(?:,| et|, et| ;) (?:les |par )?"),
        re.compile(rf"(?: {_WHO})? {_VOTED}pour\b"),
    ),
    (re.compile(r"(?: (?:voix|votes))? oui(?:,| et| contre) "), re.compile(r" non\b")),
)
# Of another vote.
_ANOTHER = re.compile(
    r"\b(?:l'an (?:dernier|passé)|(?:19|20)\d\d|articles?|amendements?|commission|lecture|tour"
    r"|autres?"
    r"|précédent\w*|dernière?|semaine|plus tôt|auparavant|avait|avaient|second\w*|deuxième"
    r"|troisième|puis|ensuite|également|aussi|hier|veille|lendemain|provisoire\w*|initial\w*"
    r"|prévu\w*|scrutin secret|motions|textes|délibérations|recours)\b"
)
_HOUSES = re.compile(
    r"\b(?:sénat\w*|assemblée|députés?|conseil [a-zà-ÿ]+|parlement|congrès|comité|bureau|chambre"
    r"|collège|agglomération|métropole|département\w*|région\w*|syndicat|section)\b"
)
_TOLD_TWICE = Reason(Message("l’autre nombre de voix est le même", "the other side is the same"), 4)
# What tells of a vote, and not on what.
_ANY_VOTE = (
    "vote voté votent voix pour contre oui non adopté adopte approuvé approuve rejeté rejette "
    "refusé résultat scrutin suffrages bulletins élus députés sénateurs conseillers membres "
    "délégués conseil assemblée sénat chambre majorité finalement texte projet proposition "
    "mesure délibération motion décision soldé solde terminé été être par avec soir matin "
    "lundi mardi mercredi jeudi vendredi samedi dimanche séance passé passe emporté large "
    "largement courte net nette verdict décompte dépouillement urnes prononcés favorables "
    "issue débats débat sur les des final finale après deux trois quatre cinq heures "
    "municipal municipaux"
)
LETTERS = 5  # by which the forms of a word are one
SMALLEST = 4  # a number of votes that two ballots share by chance


@dataclass(frozen=True, slots=True)
class _Ballot:
    """The votes of the two sides, the larger first."""

    more: Quantity
    less: Quantity
    sentence: ScannedSentence
    title: bool


@cache
def _any_vote() -> frozenset[str]:
    return first_letters(_ANY_VOTE, LETTERS, shortest=3)


def find(context: Context) -> Iterator[Same]:
    if not context.tells(_CUES):
        return
    told = [one for sentence in context.sentences for one in _ballots(context, sentence)]
    if len({(one.more.value, one.less.value) for one in told}) != 2:
        return
    for first, again in combinations(told, 2):
        if first.more.value == again.more.value and first.less.value == again.less.value:
            continue
        sides = (first.more, again.more), (first.less, again.less)
        differing = [two for two in sides if two[0].value != two[1].value]
        shared = [two[0].value or 0 for two in sides if two[0].value == two[1].value]
        if len(differing) == 1 and min(shared) >= SMALLEST and _are_one(context, first, again):
            one, other = differing[0]
            yield Same(one, other, [_TOLD_TWICE], agree=False, title=first.title)
            return


def _ballots(context: Context, sentence: ScannedSentence) -> Iterator[_Ballot]:
    """The votes for and against that a sentence tells side by side."""
    plain = context.document.plain
    title = context.document.blocks[sentence.sentence.block].kind is BlockKind.TITLE
    for first, second in pairwise(usable(sentence.quantities)):
        if first.kind not in NUMBERS or second.kind not in NUMBERS or first.hedge or second.hedge:
            continue
        link = lower(plain[first.extent.end : second.extent.start])
        behind = lower(words_after(plain, second.extent.end, 60))
        if any(between.fullmatch(link) and end.match(behind) for between, end in _FORMS):
            less, more = sorted((first, second), key=lambda one: one.value or 0)
            yield _Ballot(more, less, sentence, title)


def _are_one(context: Context, first: _Ballot, again: _Ballot) -> bool:
    """Whether nothing tells of two votes, or of two houses that vote."""
    plain = context.document.plain
    words = [lower(one.sentence.extent.of(plain)) for one in (first, again)]
    if first.sentence is again.sentence or any(map(_ANOTHER.search, words)):
        return False
    start, ends = again.sentence.extent.start, (again.more.extent.end, again.less.extent.end)
    own = first_letters(lower(plain[start : max(ends)]), LETTERS, shortest=3)
    if own - first_letters(words[0], LETTERS, shortest=3) - _any_vote():
        return False
    houses = [frozenset(_HOUSES.findall(each)) for each in words]
    return not all(houses) or houses[0] == houses[1]
