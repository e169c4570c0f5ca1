"""Shares of which nobody can have two: the answers to a poll, the votes at a ballot.

"46 % sont pour, 41 % contre et 17 % ne se prononcent pas": those without an opinion are what
the others leave, so that all of them make no more than 100 %.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.figures import Scores
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.passage import Passage

_NO_OPINION = re.compile(
    r"[^.;:()\d]{0,25}? (?:(?:ne|n'ont|préfèr\w+ ne pas|refus\w+ de|n'os\w+) (?:pas |s'y |se |s')*"
    r"(?:prononc\w+|savent|savoir|sait|d'opinion|d'avis|répond\w*|tranché\w*)"
    r"|(?:se (?:disent|disaient|déclarent) |sont |restent |demeurent )"
    r"(?:sans (?:opinion|avis)|indécis\w*|indifférent\w*|partagé\w*)"
    r"|hésit(?:ent|aient|eraient)|s'abst(?:iendr\w+|iennent|enaient|enant)"
    r"|(?:votant|ayant voté|se prononçant) blanc|(?:comptent|disent) s'abstenir"
    r"|d'indécis|(?:sans|n'ont pas d')(?: opinion| avis))"
)
_NONE_AHEAD = re.compile(
    r"\b(?:sans opinion|indécis|ne se prononcent pas|ne savent pas|blancs? (?:et|ou) nuls?)\b"
    r"[^.;:()\d]{0,30}$"
)
_BLANK = re.compile(r"\bblancs?\b|\babst(?:ien|en)\w+")
# "provient pour 41 % de l'éolien … La biomasse ferme la marche avec 15 %".
_CLOSES = re.compile(
    r"\b(?:ferm\w+ la marche|complét?\w+ le (?:tableau|total|classement|mix|podium)"
    r"|le reste|le solde)\b[^.;:()\d]{0,30}$"
)
_MADE_OF = re.compile(
    r"\b(?:provien\w+|vien\w+|se compos\w+|se répart\w+|se partag\w+|constitu\w+)\b"
)
_VOTED = re.compile(
    r" (?:[^.;:()\d]{0,40} )?(?:ont|avaient|auraient|disent avoir|déclarent avoir) (?:déjà )?"
    r"(?:(?:voté|choisi|opté)|(?P<gave>(?:donné|apporté|accordé) leurs? (?:voix|suffrages?)))\b"
    r"| (?:[^.;:()\d]{0,40} )?(?:voteraient|votent)\b"
)
_GIVEN = re.compile(r" (?:à|aux?)\b")
# "Financé à 40 % par l'État, 35 % par la Région …", "composé à 45 % de coton, 30 % de lin …".
_HELD = re.compile(
    r"\b(?:financé|détenu|possédé|contrôlé|pris en charge|payé|alimenté|composé|constitué"
    r"|formé|fait|contien|contenai|compren)\w*[^.;:()\d]{0,30}$"
)
_BY_EACH = re.compile(r" (?P<by>par |d[e']|du )")
# Of people each can be of two kinds.
_PEOPLE = re.compile(
    r"\b(?:femmes|hommes|filles|garçons|jeunes|étrangers|boursiers|retraités|cadres|ouvriers"
    r"|agriculteurs|enfants|adultes|salariés)\b"
)
_NEXT_HOLDER = re.compile(r"[^.;:()\d]{2,60}(?:,| et|, et)(?: à)?(?: hauteur de)? ")
_AGAIN = re.compile(
    r" (?:pour|contre|blanc|nul|à (?:droite|gauche)"
    r"|[a-zà-ÿ]+(?:iste|aire|ien|ienne|rale?|riste|crate|ique)s?)\b"
)
_FOR = re.compile(r"[^.;:()]{2,80}(?:,| et| puis) ")
_SEVERAL = re.compile(
    r"\b(?:plusieurs|multiples|cumul\w*|aussi|également|dont|parmi (?:eux|elles)|chez les"
    r"|contre \d|an plus tôt|auparavant|l'an dernier|l'an passé|hausse|baisse|progress\w+"
    r"|recul\w*)\b"
)
# What sets the shares of one question against each other; more than MOST are those of several.
_OPPOSED = re.compile(
    r"\b(?:contre|oppos\w+|rejet\w+|refus\w+|défavorables?|hostiles?|non|désapprouv\w+"
    r"|ne le sont pas|ne l'est pas|ne veulent pas|quand|alors qu|tandis qu|mécontents?"
    r"|insatisfaits?|insatisfaites?|(?:répond\w*|dis\w+|vot\w+) (?:« ?)?oui)"
)
# "Se répartit entre 60 % de salaires et 45 % de loyers", "réparti ainsi : 60 % pour …".
_SHARED_OUT = re.compile(
    r"\b(?:répart|ventil|décompos|partag)\w*[^.;()\d]{0,40}"
    r"(?:entre|en|:|à|à (?:raison|hauteur) de) (?:à )?$"
)
_ITEM = re.compile(r" (?:de |d'|du |des |pour |par |en |à |au |aux |chez |dans |sur )")
# "Les quatre candidats ont obtenu 38 %, 27 %, 21 % et 17 %".
_ALL_OF = re.compile(
    r"\bl[ea]s? (?P<count>[^\W\d_]+|\d{1,2}) (?:candidat|liste|parti|prétendant|finaliste|formation"
    r"|concurrent|actionnaire|associé|propriétaire)e?s?\b[^.;:()\d]{0,40}\b(?:obten|obtien|recueill"
    r"|récolt|rassembl|réuni|totalis|détien|possèd|ont eu|se partag)[^.;:()\d]{0,40}$"
)
FEWEST = 3  # answers to a question
MOST = 115
ALMOST = 1  # points from 100 that two parts may lie which are all by themselves


def find(context: Context) -> Iterator[Scores]:
    return in_passages(context, _answers, lambda one: one.parts[-1].extent.start, figures=2)


def _answers(passage: Passage) -> Iterator[Scores]:
    shares = _percentages(passage)
    told = _shared_out(passage, shares)
    if told:
        yield Scores(told, Binding.INFERRED)
    if len(shares) < FEWEST:
        return
    for read in (_with_no_opinion, _made_up, _voted, _held):
        told = read(passage, shares)
        if len(told) >= FEWEST:
            yield Scores(told, Binding.INFERRED)


def _percentages(passage: Passage) -> Sequence[Quantity]:
    return [
        one
        for one in passage.figures
        if one.kind is QuantityKind.PERCENT and one.hedge is None and one.value
    ]


def _words(passage: Passage, shares: Sequence[Quantity]) -> str:
    first, last = shares[0].extent, shares[-1].extent
    return lower(passage.plain[first.start : last.end + 40])


def _with_no_opinion(passage: Passage, shares: Sequence[Quantity]) -> Sequence[Quantity]:
    """The shares of a question up to those who do not answer it."""
    for position, last in enumerate(shares):
        start = passage.sentences[0].extent.start
        ahead = lower(passage.plain[max(start, last.reach.start - 60) : last.reach.start])
        none = _NO_OPINION.match(words_after(passage.plain, last.extent.end, 60))
        if position < 2 or not (none or _NONE_AHEAD.search(ahead)):
            continue
        own = shares[: position + 1]
        others = [one.value or 0 for one in own[:-1]]
        whole = abs(sum(others) - 100) <= ALMOST
        told = _words(passage, own)
        blank = _BLANK.search(ahead + words_after(passage.plain, last.extent.end, 40)) is not None
        voted = _VOTED.match(words_after(passage.plain, own[0].extent.end, 80))
        opposed = voted or _OPPOSED.search(told)
        one_question = opposed and sum(one.value or 0 for one in own) <= MOST
        if one_question and not _SEVERAL.search(told) and not (blank and whole):
            return own
    return []


def _made_up(passage: Passage, shares: Sequence[Quantity]) -> Sequence[Quantity]:
    """The parts of something that is told to be made of them, up to the one that closes."""
    for position, last in enumerate(shares):
        ahead = words_before(passage.plain, last.reach.start, 60)
        own = shares[: position + 1]
        lead = lower(passage.plain[passage.sentences[0].extent.start : own[0].reach.start])
        if position > 1 and _CLOSES.search(ahead) and _MADE_OF.search(lead):
            return [] if _SEVERAL.search(_words(passage, own)) else own
    return []


def _voted(passage: Passage, shares: Sequence[Quantity]) -> Sequence[Quantity]:
    """ "54 % ont voté pour A, 46 % pour B et 43 % pour C": who votes, votes once."""
    for position, first in enumerate(shares):
        voted = _VOTED.match(words_after(passage.plain, first.extent.end, 130))
        if voted is None:
            continue
        form = _GIVEN if voted["gave"] else _AGAIN
        run = [first]
        for last, one in pairwise(shares[position:]):
            gap = passage.told_between(last.extent.end, one.reach.start)
            again = form.match(words_after(passage.plain, one.extent.end, 20))
            if not again or not _FOR.fullmatch(gap):
                break
            run.append(one)
        return run
    return []


def _shared_out(passage: Passage, shares: Sequence[Quantity]) -> Sequence[Quantity]:
    """The parts that something is told to be divided into, or what each of all holders has."""
    plain = passage.plain
    for position, first in enumerate(shares):
        ahead = lower(words_before(plain, first.reach.start, 90))
        every = _ALL_OF.search(ahead)
        if not every and not (_SHARED_OUT.search(ahead) and _ITEM.match(plain, first.extent.end)):
            continue
        run = [first]
        for last, one in pairwise(shares[position:]):
            gap = plain[last.extent.end : one.reach.start]
            item = gap in {", ", " et ", ", et "} if every else _NEXT_HOLDER.fullmatch(gap)
            if not item or not (every or _ITEM.match(plain, one.extent.end)):
                break
            run.append(one)
        told = _words(passage, run)
        mixed = _SEVERAL.search(told) or (not every and _PEOPLE.search(told))
        near = sum(one.value or 0 for one in run) <= MOST
        counted = not every or _is_count(passage, every["count"], len(run))
        return run if len(run) > 1 and near and counted and not mixed else []
    return []


def _is_count(passage: Passage, words: str, count: int) -> bool:
    """Whether the number of holders, as it is written, is that of their shares."""
    return any(
        one.value == count and lower(one.extent.of(passage.plain)) == words
        for one in passage.figures
    )


def _held(passage: Passage, shares: Sequence[Quantity]) -> Sequence[Quantity]:
    """Who holds or pays a thing, or what it is made of, each with its share."""
    plain = passage.plain
    for position, first in enumerate(shares):
        by = _BY_EACH.match(plain, first.extent.end)
        ahead = lower(words_before(plain, first.reach.start, 60))
        if by is None or not _HELD.search(ahead):
            continue
        run = [first]
        for last, one in pairwise(shares[position:]):
            gap = plain[last.extent.end : one.reach.start]
            again = _BY_EACH.match(plain, one.extent.end)
            if again is None or again["by"][0] != by["by"][0] or not _NEXT_HOLDER.fullmatch(gap):
                break
            run.append(one)
        told = _words(passage, run)
        mixed = _SEVERAL.search(told) or _PEOPLE.search(told)
        near = sum(one.value or 0 for one in run) <= MOST
        return run if len(run) >= FEWEST and near and not mixed else []
    return []
