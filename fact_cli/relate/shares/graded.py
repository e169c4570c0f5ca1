"""Answers of which nobody can give two, for they are degrees of one thing, or it and its contrary.

"31 % se disent très satisfaits, 48 % plutôt satisfaits, 17 % peu satisfaits et 9 % pas du tout":
each degree is told once, so that all of them make no more than 100 %. So do "exactes", "inexactes"
and what is neither, and the intentions to vote of one ballot.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fact_cli.lang.words import lower, words_after
from fact_cli.model.figures import Scores
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.passage import Passage

_CUES = ("pas", "peu ", "intentions de vote", " in", " im", "non ", " dé")
# The degrees from the least to the most, in the order in which they are looked for.
_DEGREES = tuple(
    re.compile(rf"(?<![\w-])(?:{words})(?: (?P<of>[^\W\d_]{{3,}}))?")
    for words in (
        r"pas du tout|certainement pas|absolument pas|aucunement|nullement"
        r"|pas(?= [^\W\d_]+ du tout)",
        r"plutôt pas|probablement pas|sans doute pas|pas vraiment|pas très|pas tellement|peu|guère",
        r"très|tout à fait|totalement|absolument|entièrement|certainement|extrêmement",
        r"plutôt|assez|probablement|sans doute|relativement|moyennement|un peu",
    )
)
_SEVERAL = re.compile(
    r"\b(?:plusieurs|multiples|cumul\w*|aussi|également|dont|parmi|chez l\w+|contre \d|an plus tôt"
    r"|auparavant|l'an dernier|l'an passé|hausse|baisse|progress\w+|recul\w*|en moyenne|tandis que"
    r"|alors que|d'autre part|quant aux?|second tour|deuxième (?:tour|hypothèse)|points?)\b|[+-]\d"
)
# "Très favorables au tram … plutôt favorables à la piste": of two things, and two answers.
_ABOUT = re.compile(
    r"\b(?:aux?|à|du|des|de|d'|sur|envers|contre|en matière|pour|par|quant) ?"
    r"(?:l[ea]s? |l'|leurs? |ses? |cette |ce )?"
    r"(?!(?:tout|fait|sondés|habitants|français|répondants)\b)[^\W\d_]{3,}"
)
_NEXT = re.compile(r"[^.;:()\d]{3,50}(?:,| et|, et) (?:enfin )?")
_CONTRARY = re.compile(r" (?:[^\W\d_']+ ){0,2}?(?P<not>in|im|ir|dé|non )(?P<what>[^\W\d_]{4,})")
_INTENDED = re.compile(r" d(?:es|'|e) ?intentions de vote")
_NAMED = re.compile(r"[^.;:()\d]{3,60}? \(")
_NAMES = re.compile(r"[^()]*\b[A-ZÀ-Þ][^(),]*? et [^(),]*[A-ZÀ-Þ][^(),]*\($")
_EACH = re.compile(r" chac(?:un|une)\b")
_DU_TOUT = re.compile(
    r"\bdu tout\b|\btout à fait\b|\bd'accord\b|\b(?:des|de) [^\W\d_]+(?= (?:se|sont|jug|trouv))"
)
_DISTINCT = 3  # degrees of a scale
FEWEST, MOST = 3, 125  # shares, and what they may make in all
STEM = 5  # letters by which two forms of one word are the same


def find(context: Context) -> Iterator[Scores]:
    return in_passages(context, _scores, lambda one: one.parts[-1].extent.start, _CUES, FEWEST)


def _scores(passage: Passage) -> Iterator[Scores]:
    shares = [
        one
        for one in passage.figures
        if one.kind is QuantityKind.PERCENT and one.hedge is None and one.value
    ]
    if len(shares) < FEWEST:
        return
    found = _intended(passage, shares)
    if not found and len(passage.sentences) == 1:
        found = _degrees(passage, shares) or _contraries(passage, shares)
    if found and sum(one.value or 0 for one in found) <= MOST:
        first, last = found[0].extent.start, found[-1].extent.end
        if not _SEVERAL.search(lower(passage.plain[first : last + STEM])):
            yield Scores(found, Binding.INFERRED)


def _degrees(passage: Passage, shares: Sequence[Quantity]) -> Sequence[Quantity]:
    """The shares of a sentence that each tell another degree of one thing, behind or ahead."""
    plain, sentence = passage.plain, passage.sentences[0].extent
    starts, ends = [one.reach.start for one in shares], [one.extent.end for one in shares]
    behind = zip(ends, [*starts[1:], sentence.end], strict=True)
    ahead = zip([sentence.start, *ends[:-1]], starts, strict=True)
    for clauses in (list(behind), list(ahead)):
        told = [_degree(lower(plain[start:end])) for start, end in clauses]
        clauses_of = clauses
        degrees = [one[0] for one in told if one is not None]
        words = {one[1][:STEM] for one in told if one is not None and one[1]}
        if len(_matters(plain, clauses_of)) > 1:
            continue
        apart = len(set(degrees)) == len(degrees) == len(shares)
        if apart and len(degrees) >= _DISTINCT and len(words) <= 1:
            return shares
    return []


def _matters(plain: str, clauses: Sequence[tuple[int, int]]) -> set[str]:
    """What the clauses of a scale tell to be judged: "au tram", "à la piste cyclable"."""
    told = (_ABOUT.search(_DU_TOUT.sub("", lower(plain[start:end]))) for start, end in clauses)
    return {one.group() for one in told if one is not None}


def _degree(clause: str) -> tuple[int, str] | None:
    """Which degree a clause tells, and of what; None where it tells none, or more than one."""
    for number, form in enumerate(_DEGREES):
        found = form.search(clause)
        if found is not None:
            of = found["of"] or ""
            return number, "" if of in {"pas", "répondent", "disent"} else of
    return None


def _contraries(passage: Passage, shares: Sequence[Quantity]) -> Sequence[Quantity]:
    """The shares of a list in which one word and its contrary are told: "exactes, inexactes"."""
    plain = passage.plain
    links = [lower(plain[one.extent.end : two.reach.start]) for one, two in pairwise(shares)]
    if not all(_NEXT.fullmatch(link) for link in links):
        return []
    tail = lower(words_after(plain, shares[-1].extent.end, 40))
    clauses = [*links, re.split("[.;,]", tail)[0]]
    for number, clause in enumerate(clauses):
        found = _CONTRARY.match(clause)
        others = " ".join([*clauses[:number], *clauses[number + 1 :]])
        if found and _ABOUT.search(clause, found.end()):
            continue
        if found and re.search(rf"\b{found['what'][:-1]}", others):
            return shares
    return []


def _intended(passage: Passage, shares: Sequence[Quantity]) -> Sequence[Quantity]:
    """Those who would vote for each of a list of names, of which the first is called so."""
    plain = passage.plain
    for number, first in enumerate(shares):
        if _INTENDED.match(plain, first.extent.end) is None:
            continue
        found = [first]
        for last, one in pairwise(shares[number:]):
            link = plain[last.extent.end : one.reach.start]
            told = link if last is first else link[link.find(")") + 1 :]
            named = _NAMED.search(told) is not None and link.endswith("(")
            if not named or (last is not first and ")" not in link):
                break
            both = _EACH.match(plain, one.extent.end) and _NAMES.search(told)
            found += [one, one] if both else [one]
        return found if len(found) >= FEWEST else []
    return []
