"""The words before a figure that tell that it is all that is left of a whole."""

from __future__ import annotations

import re

_LEFT = (
    r"\b(?:le reste|tout le reste|le solde|le surplus|le restant|le reliquat|la différence"
    r"|la part restante|la partie restante)\b"
)
# "Tout le reste, vendu en vrac, pour 143 850 tonnes", "le reste demeure marginal : 1,92 %".
_CLAUSE = (
    r"(?:(?!\b(?:qui|que|dont|où|contre|sur|par|parmi|soit|moyenne|hausse|baisse|plus|moins"
    r"|prix|tarif)\b|qu')[^.;:()\d]){0,60}?"
)
_LEADS = (
    r"(?:,? soit|,? étant de|,? représent\w+|,? s'élev\w+ à|,? atteign\w+|,? compt\w+(?: pour)?"
    r"|,? totalis\w+|,? pes\w+|,? avec|,? pour|,? à hauteur de|,? (?:est|sont|soit) de|,| \(| ?:"
    r"|,? (?:ne )?(?:pèse|fait|atteint|représente)(?: que)?)"
)
_REST = re.compile(
    rf"{_LEFT}(?:,? {_CLAUSE})?{_LEADS}(?: (?:les|quelque|environ|seulement|à peine))? ?$"
    r"|\bles autres\b(?:,? [^.;:()\d]{0,30}?)? (?:sont|étaient) au nombre de $"
)

REST_CUES = ("restant", "reste", "solde", "surplus", "reliquat")
_PER = re.compile(r" (?:par|chaque) (?:an|mois|jour|année|semaine|tête|habitant)\b|,? chacune?\b")

# What became of some of a whole, each of one thing only.
GOING = re.compile(
    r"\b(?:ferm|dispar|clé sous|perd|vend|écoul|retir|élimin|abandonn|rétabl|bless|panne"
    r"|maintenance|réparation|démol|détrui|abatt|parti|mort|tué|quitt|invend|sur les bras|sorti"
    r"|jet|ôt|enlev|enlèv|rembours|dépens|supprim|licenci|évacu|libér|relâch|vacant|inoccup|absent"
    r"|exclu|écart|refus|recal|échou|forfait|cess|réhabilit|rénov|livr|distribu|consomm|attribu"
    r"|traité|reli|raccord|décéd|hospitalis|accept|rejet|class|retrait|admis|sauv|secour|péri\b"
    r"|vie\b|mut[ée]|préretrait|transfér|adopt|promu|embauch|naturalis|expuls|reclass"
    r"|pris en charge|endommag|rebranch|soign|guéri|rentr|rapatri|en moins|hors service|annul"
    r"|radi[ée]|biff|fermer)"
)


def tells_rest(ahead: str) -> bool:
    """Whether words in lower case, which end before a figure, tell that it is the rest."""
    return _REST.search(ahead) is not None


def is_rate(plain: str, end: int) -> bool:
    """Whether a figure that ends there is told for each: "le reste, soit 900 euros par an"."""
    return _PER.match(plain, end) is not None
