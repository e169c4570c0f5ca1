"""What a stretch of time is told without: "onze semaines de travail, le congé non compris"."""

from __future__ import annotations

import re

from fact_cli.lang.words import lower, words_after
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.lapse import Lasting, in_unit
from fact_cli.model.times import LengthForm

# Behind a length: only what is worked, taught or trained of it.
_NET = re.compile(
    r" (?:de |d'|du )?(?:travail|cours|classe|école|scolarité|enseignement|leçons|activité|service"
    r"|stage|formation|présence|apprentissage|répétitions?|entraînements?|tournage|compétition"
    r"|effecti(?:f|ve)s?|ouvrée?s?|ouvrables?|travaillée?s?|scolaires?|nets?|nettes?|utiles?"
    r"|facturée?s?|rémunérée?s?|payée?s?)\b"
)
_PAUSE = (
    r"(?:congés?|vacances|pauses?|trêves?|relâches?|repos|fériés?|ponts?|week-ends?|dimanches?"
    r"|samedis?|interruptions?|coupures?|fermetures?|arrêts?|grèves?|suspensions?|escales?|fêtes?)"
)
_LEFT_OUT = re.compile(
    r"\b(?:n'étant pas|n'est pas|ne sont pas|n'étaient pas|non|pas) (?:dé)?(?:compt|compris|inclus"
    r"|comptabilis)[^\W\d_]*"
    r"|\bsans (?:compter|tenir compte|inclure|y inclure)|\babstraction faite|\bdéduction faite"
    r"|\b(?:exclue?s?|déduite?s?|défalquée?s?|retranchée?s?|ôtée?s?|mise?s? à part)\b"
    r"|\b(?:excepté|hormis|hors|sauf|en dehors|en excluant|en déduisant|en retirant|en ôtant"
    r"|si l'on (?:excepte|retire|enlève|ôte|retranche|déduit|exclut))\b"
    rf"|\b(?:moins|coupée?s?|entrecoup\w+|interromp\w+|avec)\b[^.;:]{{0,40}}\b{_PAUSE}\b"
    rf"|\b{_PAUSE} (?:exceptée?s?|exclue?s?|déduite?s?)\b"
)
BEHIND = 30  # characters behind a length


def is_without(plain: str, sentence: ScannedSentence, told: Lasting) -> bool:
    """Whether a length that is too short for its ends may be told without the time off in them."""
    form = told.stated.form
    if not isinstance(form, LengthForm) or told.between.low is None:
        return False
    if in_unit(form.duration, told.unit) >= told.between.low:
        return False
    behind = words_after(plain, told.stated.extent.end, BEHIND)
    words = lower(sentence.extent.of(plain))
    return _NET.match(behind) is not None or _LEFT_OUT.search(words) is not None
