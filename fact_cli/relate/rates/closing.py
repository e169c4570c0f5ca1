"""Words by which a sentence closes with what comes out: "(400 euros pièce)", "soit 300 euros".

A price says what something is sold for, not that the sum beside it was paid for all of it; so
its sum must be told as one, and nothing but the end may follow.
"""

from __future__ import annotations

import re
from decimal import Decimal

from fact_cli.lang.words import lower
from fact_cli.model.bounds import is_near
from fact_cli.model.figures import Rate
from fact_cli.model.lapse import Unit
from fact_cli.model.mention import Quantity
from fact_cli.model.slips import PRECISE, digits_of, slip_between
from fact_cli.model.text import Extent
from fact_cli.relate.neighbours import NUMBERS, end_of, printed
from fact_cli.relate.rates.each import Each

# Of a speed, that it is the one of the whole way.
_THROUGHOUT = re.compile(
    r"\b(?:filant|roulant|naviguant|volant|avançant|marchant|courant)\b"
    r"|\bde moyenne\b|\b(?:vitesse|allure) (?:moyenne|constante)\b"
)
# "Pauses comprises", "filant à 20 km/h par moments": not the speed of the whole way.
_WITH_STOPS = re.compile(
    r"\b(?:(?<!sans )(?:pauses?|arrêts?|haltes?|escales?|détours?)|étapes|ravitaillements?"
    r"|bivouacs?"
    r"|par (?:moments|endroits|instants)|parfois|en pointe|au (?:mieux|maximum|plus)|jusqu'à"
    r"|à l'arrêt|embouteillages?|repos)\b"
)
ROUND = Decimal("0.12")  # of a way, by which round minutes may be off
BEHIND = 80  # characters behind a way in which its stops are told
SPEED = 40  # characters around a speed in which it is told so

# "24 vélos pour 9 600 euros (400 euros pièce)", "12 kilos à 25 euros le kilo : 300 euros"
_CLOSING = re.compile(r"[^.,;:()\d]{0,30}(?: \(| : )(?:soit )?")
_CLOSED = re.compile(r"(?: en moyenne| environ)?\)?[.;]")
_MADE = r"touché|reçu|perçu|encaissé|payé|déboursé|dépensé|versé|récolté|gagné|empoché"
_A_SUM = (
    r"(?:(?:une?|la) (?:[^\W\d_]+ )?(?:total|somme|recette|montant|facture|note|coût|dépense"
    r"|budget|enveloppe|addition)(?: totale?)? )?(?:de |d'|à )?"
)
_AS_SUM = re.compile(
    r"[^,.;:()\d]{0,40}(?:(?:, |\. | : | \(| [–—-] )"
    r"(?:(?:soit|pour|ce qui (?:fait|représente|donne)"
    r"|cela (?:fait|représente|donne)|c'est|représentant|rapportant|totalisant|total :"
    rf"|[^\W\d_]+ (?:a|ont) (?:donc|ainsi) (?:{_MADE})"
    r"|(?:la|sa) (?:recette|facture|note)(?: totale)? (?:est|était|s'élève|s'élevait|atteint))"
    rf"(?: donc| ainsi)? {_A_SUM})| : | \()",
    re.IGNORECASE,
)
_SUM_ENDS = re.compile(
    r"(?: au total| en tout| de recettes?| de chiffre d'affaires| environ)?(?:\)?[.;]|$)"
    rf"| (?:{_MADE})e?s\b"
)
# What tells that so much of a thing has its price: "les 62 tonnes valent 1,7 million".
_WORTH = re.compile(
    r"\b(?:va(?:ut|lent|lait|laient|lant)|vaudrai\w+|vend\w*|prix|valeur|butin|somme|note|addition"
    r"|pay\w+|empoch\w+|touch\w+|reç\w+|débours\w+|encaiss\w+|factur\w+|dépens\w+|bénéfice"
    r"|mise?s? à prix|estim\w+|évalu\w+|s'élèv\w+|se mont\w+|chèque|salaire|gagn\w+|économi\w+)\b"
)


def closes(plain: str, behind: int, last: Extent, end: int) -> bool:
    """Whether the figure at ``last`` closes the sentence in a bracket or behind a colon.

    ``behind`` is where the words of the figure before it end, ``end`` where its own do.
    """
    told = _CLOSING.fullmatch(plain, min(behind, last.start), last.start)
    return told is not None and _CLOSED.match(plain, end) is not None


def is_sum(plain: str, behind: int, total: Extent) -> bool:
    """Whether ``total`` is told as the sum of what ends at ``behind``, and of nothing else."""
    told = _AS_SUM.fullmatch(plain, min(behind, total.start), total.start)
    return told is not None and _SUM_ENDS.match(plain, total.end) is not None


def tells_worth(told: str) -> bool:
    """Whether words in lower case tell what something is worth, is sold for or brings in."""
    return _WORTH.search(told) is not None


def is_of_whole_way(plain: str, each: Each, rate: Rate) -> bool:
    """Whether a speed is told to be the one of a whole way: "filant à 28 km/h", "de moyenne".

    How long it takes is told in round minutes, so that the way must be off by more.
    """
    far = not is_near(rate.product or Decimal(0), rate.total.value or Decimal(0), ROUND)
    around = lower(plain[max(0, each.figure.reach.start - SPEED) : each.behind + SPEED])
    last = max(rate.total.extent.end, each.behind)
    if tells_stops(around + lower(re.split(r"[.;!?](?: |$)", plain[last : last + BEHIND])[0])):
        return False
    speed = each.period is Unit.HOURS and each.figure.unit in {"km", "m"}
    return speed and far and _THROUGHOUT.search(around) is not None


def tells_stops(told: str) -> bool:
    """Whether words in lower case tell that a speed was not kept, or the way broken."""
    return _WITH_STOPS.search(told) is not None


def with_noun(total: Quantity) -> Extent:
    """Where a sum stands, with the noun that it counts."""
    end = end_of(total) if total.kind in NUMBERS else total.extent.end
    return Extent(total.extent.start, end)


def is_misprint(rate: Rate) -> bool:
    """Whether one misprint leads from the figure told to the one computed."""
    assert rate.total.value is not None
    value, step = printed(rate.stated)
    slip = slip_between(value, rate.total.value / rate.usual, step)
    return digits_of(value, step) >= PRECISE and slip is not None
