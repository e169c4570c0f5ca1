"""Words that tell a share of two counts without a figure: unanimity, parity, a tie.

"Adopté à l'unanimité, par vingt-sept voix contre trois": all is 100 %, of which 27 in 30 are
not; "neuf femmes et onze hommes, une parité parfaite" is told to be half.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from fact_cli.lang.words import lower
from fact_cli.model.bounds import Bounds
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.shares import Share
from fact_cli.model.text import Extent
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, between, end_of, usable
from fact_cli.relate.sums.partition import is_partition

_UNANIMOUS = re.compile(
    r"\b(?:à l'unanimité|à l'unanimité des (?:suffrages|votants|voix|présents|membres)"
    r"|d'une seule voix|par un vote unanime|unanimement)\b"
)
_EVEN = re.compile(
    r"\bparité (?:[^\W\d_]+ ){0,2}?(?:parfaite|stricte|absolue|totale|exacte|complète|intégrale)\b"
    r"|\b(?:parfaitement|strictement|rigoureusement|exactement) paritaires?\b"
    r"|\bautant (?:de |d')[^\W\d_]+ que (?:de |d')[^\W\d_]+|\bmoitié-moitié\b|\bà parts égales\b"
)
_TIED = re.compile(r"\bà (?:parfaite |stricte )?égalité(?: de (?:points|voix))?\b")
_AGAINST = re.compile(r" (?:voix |bulletins |votes )?(?:contre\b|d'opposition\b|défavorables?\b)")
_VOTES = {"voix", "vote", "bulletin", "suffrage", None}
# What turns to another vote, or takes the word back.
_NOT = re.compile(
    r"\b(?:presque|quasi\w*|pas|ni|sans|jamais|loin|moins|faillit|failli|manqu\w+|rejet\w+|refus\w+"
    r"|repouss\w+|retoqu\w+|frôl\w+|approch\w+|vers|mais|puis|tandis|alors|sauf|hors|et l[ae]s?"
    r"|bientôt|rest\w+|avance|retard|différence|n'\w+|ne|avant|précédent\w*|contrairement"
    r"|en (?:19|20)\d\d|respectivement|dans chaque|départag\w+|après|l'emport\w+|quand|parmi"
    r"|dont)\b"
)


def find(context: Context) -> Iterator[Share]:
    plain = context.document.plain
    for sentence in context.sentences:
        words = lower(sentence.extent.of(plain))
        counts = [one for one in usable(sentence.quantities) if one.kind in NUMBERS]
        if len(counts) < 2 or _NOT.search(words):
            continue
        start = sentence.extent.start
        for cue, share, are_such in (
            (_UNANIMOUS, 100, _is_vote),
            (_EVEN, 50, _are_two_sides),
            (_TIED, 50, _are_scores),
        ):
            told = cue.search(words)
            two = [pair for pair in pairwise(counts) if told and are_such(plain, pair)]
            if told is not None and len(two) == 1:
                at = Extent(start + told.start(), start + told.end())
                yield _share(two[0], at, Decimal(share))


def _is_vote(plain: str, counts: Sequence[Quantity]) -> bool:
    """Whether the second of two counts is of votes against: "27 voix contre trois"."""
    votes = all(one.of in _VOTES for one in counts)
    opposed = _AGAINST.match(lower(plain), end_of(counts[1])) is not None
    link = lower(between(plain, *counts))
    return votes and (opposed or link in {" contre ", " voix contre ", " pour contre "})


def _are_two_sides(plain: str, counts: Sequence[Quantity]) -> bool:
    """Whether two counts are of all; of an odd number one may be one more."""
    apart = abs((counts[0].value or 0) - (counts[1].value or 0))
    return apart != 1 and is_partition(plain, counts)


def _are_scores(_plain: str, counts: Sequence[Quantity]) -> bool:
    """Whether two counts are of one thing in which two can be level."""
    nouns = {one.of for one in counts}
    return len(nouns) == 1 and nouns <= {"point", "voix", "siège", "suffrage", "médaille"}


def _share(counts: Sequence[Quantity], at: Extent, percent: Decimal) -> Share:
    """The first of two counts in both, against the share that the words at ``at`` tell."""
    part, other = counts
    whole = replace(
        other,
        value=(part.value or 0) + (other.value or 0),
        strict=part.strict + other.strict,
        loose=part.loose + other.loose,
    )
    exact = Bounds.exactly(percent)
    stated = Quantity(at, at, QuantityKind.NUMBER, percent, Decimal("0.1"), exact, exact, unit="%")
    return Share(part, whole, stated)
