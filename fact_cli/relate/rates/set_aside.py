"""What is no operand of a rate: told of a part, a moment, a loan, a tank, a plan or elsewhere."""

from __future__ import annotations

import re

from fact_cli.lang.words import lower, words_before
from fact_cli.model.figures import Rate
from fact_cli.model.mention import Quantity
from fact_cli.relate.neighbours import NUMBERS, end_of, in_unit_of
from fact_cli.relate.passage import Passage
from fact_cli.relate.rates.each import Each

# What is told of another time, place or part is no operand.
_ELSEWHERE = re.compile(
    r"\b(?:contre|dont|parmi|après|au lieu d[e']|avant|de plus|hors|outre|sauf|et même)\b"
    r"(?:[^.;:,]|,\d){0,40}$"
)
# "Arrêts déduits, 29 km/h", "une pointe à 71 km/h": no mean over all of the way.
_NOT_OVERALL = re.compile(
    r"\b(?:déduit\w*|hors|sans (?:les |ses |compter )|en (?:mouvement|roulant|pointe)"
    r"|(?:de|une|sa|leur) pointe|pic|record|maxim\w+|minim\w+|instantanée?|jusqu'à|théorique"
    r"|limitée?s?)\b[^.;:\d]{0,40}$"
)
# "Il avait promis 100 logements par an": not what has been built.
_PROMISED = re.compile(
    r"\b(?:prom\w+|prév\w+|objectif\w*|vis(?:ait|aient|e|ent|é)|annonc\w+|tabl\w+ sur|espér\w+"
    r"|engag\w+ (?:à|sur)|ambition\w*|program\w+|attend\w+|au lieu d|contre|loin d)[^.;:()\d]*$"
)
# "918 000 tonnes (866 000 douze mois auparavant)": of another year, in a bracket.
_EARLIER = re.compile(
    r"[^().;]{0,25}\b(?:plus tôt|auparavant|avant|l'an (?:dernier|passé)|en (?:19|20)\d\d"
    r"|l'année (?:dernière|précédente))\)"
)
_OF_EACH = re.compile(r",? chacune?s?\b")  # "de 1 200 tonnes chacune" is no total
_TANK = re.compile(r"\b(?:réservoirs?|cuves?|bidons?|jerricans?)\b[^.;:\d]{0,20}$")
_LOAN = re.compile(
    r"\b(?:emprunt\w*|prêts?|crédits?|mensualités?|leasing"
    r"|(?<!dommages et )(?<!dommages-)intérêts?)\b"
)
# What is told of one stretch or one stage of trade is not for all that is counted.
_ONLY_THERE = re.compile(
    r"[^.;:]{0,50}(?:,? mais (?:[^\W\d_]+ )?(?:plus|moins)\b|\ben pointe\b|\bau plus fort\b"
    r"|[^.]{0,120}\b(?:plus|moins) (?:vite|lentement)\b"
    r"|\b(?:en (?:magasin|rayon|boutique)|au (?:détail|consommateur)|à la revente|à l'étal)\b)"
    r"|[^;:]{0,90}\. (?:Au détail|Au consommateur|En (?:magasin|rayon|boutique)|À l'étal)\b"
)
# "21 000 euros, billetterie comprise": more than what is told for each.
_WITH_MORE = re.compile(
    r"[^.;:()\d]{0,30}(?:\b(?:billetterie|buvette|restauration"
    r"|dons|subventions?|annexes?|équipements?) comprise?s?\b|\ben comptant\b|\bavec l|\bsauf\b)"
)
_AT_A_PLACE = re.compile(
    r"(?:À|A|Au|Aux|En|Dans l[ea]|Chez) (?P<place>[A-ZÀ-Þ][\w'-]+)[^.;:()\d]{0,20},"
)
# "Il n'en sortait que 41 000 en 2019": of a year gone by.
_WAS = re.compile(r"\b[^\W\d_]{2,}(?:ait|aient)(?: (?:que|plus que|déjà|encore))? $")
_THEN = re.compile(
    r"[^.;:()\d]{0,40} (?:en (?:19|20)\d\d|il y a|l'an (?:dernier|passé)|l'année d'avant)\b"
)
PROMISE = 40  # characters before a rate in which it is told as promised


def is_not_overall(passage: Passage, each: Each) -> bool:
    """Whether a rate is that of a moment or of a part: "une pointe à 71 km/h"."""
    start = passage.sentence_of(each.figure).extent.start
    if _ONLY_THERE.match(passage.plain, each.behind):
        return True
    return _NOT_OVERALL.search(lower(passage.plain[start : each.figure.reach.start])) is not None


def is_loan(passage: Passage) -> bool:
    """Whether what is paid by month pays interest too."""
    return _LOAN.search(passage.told) is not None


def is_tank(passage: Passage, figure: Quantity) -> bool:
    """Whether a figure is what a tank holds, which need not be burnt."""
    start = passage.sentence_of(figure).extent.start
    return _TANK.search(lower(passage.plain[start : figure.reach.start])) is not None


def is_elsewhere(passage: Passage, figure: Quantity) -> bool:
    """Whether a figure is told of another time, place or part, or is a change."""
    start = passage.sentence_of(figure).extent.start
    ahead = lower(passage.plain[start : figure.reach.start])
    earlier = _WAS.search(ahead) and _THEN.match(passage.plain, figure.extent.end)
    if earlier or _EARLIER.match(passage.plain, figure.extent.end):
        return True
    return id(figure) in passage.changes or _ELSEWHERE.search(ahead) is not None


def is_promised(passage: Passage, figure: Quantity) -> bool:
    """ "Il avait promis 100 logements par an": not what has been built."""
    return _PROMISED.search(words_before(passage.plain, figure.reach.start, PROMISE)) is not None


def is_set_aside(passage: Passage, rate: Rate) -> bool:
    """Whether words or a third sum tell that a rate is not that of its total."""
    if _OF_EACH.match(passage.plain, end_of(rate.total)):
        return True
    return is_completed(passage, rate) or (not rate.holds(loose=True) and _is_apart(passage))


def _is_apart(passage: Passage) -> bool:
    """Whether the later of two sentences opens with a place: "À Guéret, l'école en a 168"."""
    later = passage.sentences[-1].extent
    opened = _AT_A_PLACE.match(passage.plain, later.start)
    earlier = passage.plain[passage.sentences[0].extent.start : later.start]
    return opened is not None and opened["place"] not in earlier


def is_completed(passage: Passage, rate: Rate) -> bool:
    """Whether one more sum makes up what lacks: "onze à 1 200 euros, et 800 euros d'outils"."""
    if rate.product is None or rate.total.value is None:
        return False
    if not rate.holds(loose=True) and _WITH_MORE.match(passage.plain, rate.total.extent.end):
        return True
    missing = rate.total.value - rate.product
    return missing > 0 and any(
        one.value == missing and in_unit_of(one, rate.total) is not None for one in passage.figures
    )


def is_passed_over(passage: Passage, figure: Quantity, each: Each) -> bool:
    """Whether a sum of the sentence before stands farther off than one in the rate's own."""
    own = passage.sentence_of(each.figure).extent
    if own.holds(figure.extent) or in_unit_of(figure, each.figure) is None:
        return False
    return any(
        own.start <= one.extent.start < each.figure.extent.start
        and one.kind not in NUMBERS
        and in_unit_of(one, each.figure) is not None
        for one in passage.figures
    )
