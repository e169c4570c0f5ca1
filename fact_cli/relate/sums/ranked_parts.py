"""The parts of a whole told by rank: "elles sont faites surtout de sucre, 376 tonnes, suivi de …".

A whole told in the sentence before, or a share of "du volume", and parts of which each comes
behind the other, so that they exclude one another and make no more than the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from fact_cli.lang.words import lower, words_before
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import end_of, in_unit_of, is_surplus, sign_of, usable
from fact_cli.relate.passage import adjoin

_CUES = ("suivi", "devant", "derrière", "viennent", "vient ", "arrive", "talonn")
_RANKS = re.compile(
    r"\b(?:suivie?s? (?:de|d'|des|du|par)|devant|derrière|(?:puis |ensuite )?(?:viennent|vient"
    r"|arrivent|arrive)|talonn\w+ par)\b"
)
# What the share of one thing is told of, which no two can have.
_OF_WHOLE = re.compile(
    r" (?:du|de la|des|de l'|de ces?|de cette|de nos|de ses|de leurs) ?(?:[^\W\d_]+ )?"
    r"(?:volumes?|ventes|exportations|importations|recettes|total|achats|chiffre d'affaires"
    r"|production|marché|trafic|dépenses|budget|investissements|capital|superficies?|surfaces?"
    r"|échanges|commandes|livraisons|quantités|tonnages?|récoltes?|entrées|nuitées|arrivées|flux"
    r"|parts? de marché|financements?|émissions|montants?|encours|crédits|expéditions"
    r"|débouchés|suffrages|voix|sièges)\b"
)
_OF_IT = re.compile(
    r"\b(?:en|y) (?:constitu\w+|représent\w+|form\w+|concentr\w+|absorb\w+|assur\w+|fourni\w+"
    r"|compos\w+|détien\w+|totalis\w+)(?: à (?:eux|elles) seule?s)? $"
)
LED = 50  # characters before a share in which it is told to be of the whole
_OTHERWISE = re.compile(
    r"\b(?:dont|contre|croissance|hausse|baisse|progress\w*|augment\w*|recul\w*|bond\w*|plus|moins"
    r"|moyenne|par (?:an|mois|jour|habitant|tête)|record|en \d{4}|l'an (?:dernier|passé)|prix"
    r"|en (?:valeur|volume|nombre)|chez|parmi|quant)\b|;"
)
_OF_THEM = re.compile(
    r"(?:ils|elles|il|elle|ce total|cette somme|ce montant|cet ensemble|le total"
    r"|ces [^\W\d_]+(?: [^\W\d_]+)?) (?:sont|est|viennent|vient|se compos\w+|proviennent|provient"
    r"|concernent|concerne|comprennent|comprend|portent|porte|se répart\w+)\b"
)
_MADE = re.compile(
    r"\b(?:surtout|essentiellement|principalement|majoritairement|d'abord|avant tout|pour"
    r" l'essentiel|faite?s?|compos\w+|constitu\w+)\b"
)
ALL = Decimal(100)  # percent
FEWEST = 2  # parts
_NO_SUMS = {QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.RATIO, QuantityKind.ORDINAL}


def find(context: Context) -> Iterator[Total]:
    if not context.tells(_CUES):
        return
    plain, sentences = context.document.plain, context.sentences
    for index, sentence in enumerate(sentences):
        words = lower(sentence.extent.of(plain))
        if not _RANKS.search(words):
            continue
        yield from _shares(plain, sentence)
        if index and adjoin(plain, sentences[index - 1], sentence):
            yield from _amounts(plain, sentences[index - 1], sentence, words)


def _shares(plain: str, sentence: ScannedSentence) -> Iterator[Total]:
    """Shares of one whole by rank, which make no more than a hundred percent."""
    shares = [
        one
        for one in usable(sentence.quantities)
        if one.kind is QuantityKind.PERCENT and not sign_of(plain, one)
    ]
    first = next((i for i, one in enumerate(shares) if _is_of_whole(plain, one)), None)
    if first is None or len(shares) - first < FEWEST:
        return
    own = shares[first:]
    link = lower(plain[own[0].extent.end : own[1].reach.start])
    told = lower(plain[own[0].extent.end : own[-1].extent.end])
    ahead = lower(plain[sentence.extent.start : own[0].reach.start])
    if not _RANKS.search(link) or _OTHERWISE.search(told) or _OTHERWISE.search(ahead[-30:]):
        return
    exact = Bounds.exactly(ALL)
    whole = replace(
        own[-1], value=ALL, strict=exact, loose=exact, step=Decimal(1), hedge=None,
    )  # fmt: skip
    total = Total(whole, own, complete=False, exclusive=True, binding=Binding.STATED)
    if total.exceeds:
        yield total


def _is_of_whole(plain: str, share: Quantity) -> bool:
    """Whether a share is told of one whole: "58 % du trafic", "elles en constituent 58 %"."""
    ahead = words_before(plain, share.reach.start, LED)
    return bool(_OF_WHOLE.match(plain, end_of(share)) or _OF_IT.search(ahead))


def _amounts(
    plain: str, before: ScannedSentence, sentence: ScannedSentence, words: str
) -> Iterator[Total]:
    """Parts told of "elles" by rank, against the only figure alike in the sentence before."""
    if not _OF_THEM.match(words) or not _MADE.search(words) or _OTHERWISE.search(words):
        return
    figures = [
        one
        for one in usable(sentence.quantities)
        if one.kind not in _NO_SUMS and not is_surplus(plain, one)
    ]
    for whole in usable(before.quantities):
        if whole.kind in _NO_SUMS or is_surplus(plain, whole):
            continue
        parts = [part for one in figures if (part := in_unit_of(one, whole)) is not None]
        alike = [one for one in usable(before.quantities) if in_unit_of(one, whole) is not None]
        if len(parts) == len(figures) >= FEWEST and len(alike) == 1:
            total = Total(whole, parts, complete=False, exclusive=True, binding=Binding.STATED)
            if total.is_plausible and _is_ranked(plain, parts):
                yield total


def _is_ranked(plain: str, parts: Sequence[Quantity]) -> bool:
    """Whether a word of rank stands between two parts."""
    between = Extent(parts[0].extent.end, parts[-1].extent.start)
    return _RANKS.search(lower(between.of(plain))) is not None
