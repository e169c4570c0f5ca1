"""Times of day of one course of events: the alarm, the arrival of help, the end of the operation.

"Alertés à 4 h 10, les pompiers étaient sur place à 4 h 02": nobody comes before being called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import TimeExpression
from fact_cli.model.periods import ClockOrder
from fact_cli.model.times import ClockForm
from fact_cli.relate.context import Context
from fact_cli.relate.passage import adjoin

_CUES = (
    "alert", "appel", "prévenu", "averti", "ouvert", "séance", "réunion", "audience", "débuté",
    "commencé", "déclar", "déclench", "éclaté",
)  # fmt: skip
# What comes first and what comes behind it; two steps of one line lie in that order.
_STEPS: Sequence[Sequence[tuple[str, re.Pattern[str]]]] = [
    [
        (
            "alerte",
            re.compile(
                r"\b(?:alertée?s?|(?<!\ba )(?<!\bont )appelée?s?(?! à (?:l|com|vot|té|se |un))"
                r"|prévenue?s?|avertie?s?|sollicitée?s?|l'alerte"
                r"(?: a été| avait été| est)?(?: donnée?| reçue?| tombée?)?|l'appel"
                r"(?: est| a été)?(?: reçu| parvenu| arrivé)?)\b[^.;:\d]{0,30}$"
            ),
        ),
        (
            "arrivée",
            re.compile(
                r"\b(?:sur place|sur les lieux|à pied d'œuvre|arriv(?:é|ée|és|ées|aient|ait|ent))\b"
                r"[^.;:\d]{0,40}$"
            ),
        ),
        (
            "fin de l’intervention",
            re.compile(
                r"\b(?:maîtrisé|éteint|circonscrit|sous contrôle|a pris fin|levé)[^\W\d_]*\b"
                r"[^.;:\d]{0,25}$"
            ),
        ),
    ],
    [
        (
            "début",
            re.compile(
                r"\b(?:ouverte?|débutée?|commencée?|entamée?|a (?:débuté|commencé))\b"
                r"[^.;:\d]{0,25}$"
            ),
        ),
        (
            "fin",
            re.compile(
                r"\b(?:levée|close|achevée?|terminée?|a pris fin|s'est (?:achevée?|terminée?))\b"
                r"[^.;:\d]{0,25}$"
            ),
        ),
    ],
]
_OTHERWISE = re.compile(
    r"\b(?:lendemain|surlendemain|veille|demain|hier|suivante?|jours?|nuits?|plus tôt|la première"
    r"|deuxième|second\w*|de nouveau|à nouveau|déjà|autre|rappelée?s?|porte[s]?|caisses?|chaque"
    r"|tous les|prévue?|attendue?|heures? locales?)\b"
)
_SEVERAL = re.compile(r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b")
_HELP = re.compile(
    r"\b(?:pompiers?|sapeurs?|secour(?:s|istes?)|gendarmes?|polic\w+|samu|smur|engins?|équipes?"
    r"|soldats du feu|ambulanc\w+|patrouille|agents|médecins?|sauveteurs?|hélicoptère)\b"
)
SOON = 120  # minutes by which help can be told to come too early; more is another day
LEADS = 90  # characters before a time of day in which stands what happened then


def find(context: Context) -> Iterator[ClockOrder]:
    plain = context.document.plain
    if not context.tells(_CUES):
        return
    for sentence in context.sentences:
        clocks = _clocks(sentence)
        if len(clocks) == 2:
            yield from _ordered(plain, [sentence], clocks)
    for former, sentence in pairwise(context.sentences):
        clocks = [*_clocks(former), *_clocks(sentence)]
        if len(clocks) == 2 and len(_clocks(former)) == 1 and adjoin(plain, former, sentence):
            yield from _ordered(plain, [former, sentence], clocks)


def _clocks(sentence: ScannedSentence) -> list[TimeExpression]:
    return [time for time in sentence.times if isinstance(time.form, ClockForm)]


def _ordered(
    plain: str, near: Sequence[ScannedSentence], clocks: Sequence[TimeExpression]
) -> Iterator[ClockOrder]:
    words = lower(plain[near[0].extent.start : near[-1].extent.end])
    if _OTHERWISE.search(words) or len(set(_SEVERAL.findall(words))) > 1:
        return
    start = near[0].extent.start
    ahead: list[str] = []
    for clock in clocks:
        ahead.append(lower(plain[max(start, clock.extent.start - LEADS) : clock.extent.start]))
        start = clock.extent.end
    for line in _STEPS:
        steps = [_step(line, told) for told in ahead]
        first, last = steps
        if first is None or last is None or first >= last:
            continue  # "arrivé à 6 h 20, le gardien a donné l'alerte à 6 h 40"
        if line[first][0] != "alerte" or _HELP.search(words):
            one, other = clocks
            gap = _minutes(one) - _minutes(other)
            yield ClockOrder(one, other, (line[first][0], line[last][0]), 0 < gap <= SOON)
            return


def _step(line: Sequence[tuple[str, re.Pattern[str]]], ahead: str) -> int | None:
    """Which step of a line the words that lead to a time of day tell, the nearest to it."""
    ends = [
        (found.start(), at) for at, (_, step) in enumerate(line) if (found := step.search(ahead))
    ]
    return max(ends)[1] if ends else None


def _minutes(time: TimeExpression) -> int:
    form = time.form
    return form.hour * 60 + form.minute if isinstance(form, ClockForm) else 0
