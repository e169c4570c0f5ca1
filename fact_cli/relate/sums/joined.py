"""Two figures told to be added, and their sum: "41 ouvriers, auxquels s'ajoutent 28 cadres, soit
69 salariés"; "Aux 410 permanents s'ajoutent 120 saisonniers, ce qui porte l'effectif à 530".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import lower, words_after
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus, same_thing
from fact_cli.relate.passage import Passage

_CUES = ("ajout", "en plus d", "en sus d", "outre ")
_ADDS = r"(?:s'|se )(?:y )?(?:sont |est )?(?:ajout|greff|addition)\w+"
_JOINED = re.compile(
    rf"[^.;:()\d]{{0,60}},? (?:(?:auxquel\w+|à quoi|à laquelle|à cela) {_ADDS}"
    rf"|et (?:à (?:cela|quoi) {_ADDS}))(?: (?:encore|aussi|également))? "
)
_TO_THESE = re.compile(
    r"(?:aux |à (?:ces |ses |cette somme de |ce montant de |son salaire de )|outre (?:les |ses ))$"
)
_ADDED = re.compile(rf"[^.;:()\d]{{0,60}} {_ADDS} ")
_SO = re.compile(
    r"[^.;:()\d]{0,60}(?:,? soit (?:donc )?(?:(?:un |au )?total (?:de )?|en tout )?"
    r"|,? pour un total de "
    r"|,? (?:ce qui (?:porte|portait|fait)|portant|de quoi porter) [^.;:()\d]{0,50} ?(?:à )?"
    r"|,? (?:ce qui (?:fait|donne)) |, donc "
    r"|\. (?:soit|au total,?|en tout,?|cela (?:fait|porte)|le total|l'effectif)"
    r" (?:[^.;:()\d]{0,50} )?"
    r"|\. [^.;:()\d]{2,40} (?:donc|ainsi) )"
)
_NOT_THE_SUM = re.compile(
    r"[^.;:()\d]{0,40}\b(?:par (?:an|mois|jour|personne|heure)|chacune?|en moyenne|de plus"
    r"|supplémentaires?|autres|dont|hors|sans)\b"
)


def find(context: Context) -> Iterator[Total]:
    return in_passages(context, _joined, lambda one: one.places, cues=_CUES, figures=3)


def _joined(passage: Passage) -> Iterator[Total]:
    figures = passage.figures
    for first, second, whole in zip(figures, figures[1:], figures[2:], strict=False):
        if _are_joined(passage, first, second) and _is_their_sum(passage, second, whole):
            total = Total(whole, [first, second], True, True, Binding.INFERRED)
            if total.is_plausible and _is_first_of_them(passage, first):
                yield total


def _are_joined(passage: Passage, first: Quantity, second: Quantity) -> bool:
    if not _alike(first, second):
        return False
    plain = passage.plain
    link = lower(plain[end_of(first) : max(end_of(first), second.reach.start)])
    if _JOINED.fullmatch(link):
        return True
    start = passage.sentence_of(first).extent.start
    opened = _TO_THESE.search(lower(plain[start : first.reach.start]))
    return opened is not None and _ADDED.fullmatch(link) is not None


def _is_their_sum(passage: Passage, second: Quantity, whole: Quantity) -> bool:
    plain, end = passage.plain, end_of(second)
    if not _alike(second, whole) or is_surplus(plain, whole):
        return False
    told = _SO.fullmatch(lower(plain[end : max(end, whole.reach.start)]))
    return told is not None and not _NOT_THE_SUM.match(words_after(plain, whole.extent.end, 60))


def _is_first_of_them(passage: Passage, first: Quantity) -> bool:
    """Whether no figure alike stands before, which would be added too."""
    return not any(one.extent < first.extent and _alike(one, first) for one in passage.figures)


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether both are counts, of whatever there is, or sums of one currency or measure."""
    if one.kind in NUMBERS and other.kind in NUMBERS:
        return one.scale == other.scale
    measured = {QuantityKind.MONEY, QuantityKind.DIMENSION}
    return one.kind in measured and same_thing(one, other)
