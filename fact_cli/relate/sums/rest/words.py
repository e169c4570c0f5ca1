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


def tells_rest(ahead: str) -> bool:
    """Whether words in lower case, which end before a figure, tell that it is the rest."""
    return _REST.search(ahead) is not None
