"""A value with which a thing began, at the head of its sentence, and what it is told to be now.

"Introduite à 20 euros en 2019, l'action s'échange à 60 euros": no "contre" and no "de … à …".
"""

from __future__ import annotations

import re

_OPENS = re.compile(
    r"^[«\" ]*(?:[^.;:()\d]{3,60}, )?(?:introduit|acquis|acheté|affiché|coté|payé|vendu|parti"
    r"|rempli|facturé|proposé|estimé|lancé|ouvert|tarifé)e?s? (?:à |au prix de |de |pour )?$"
)
_IS_AT = re.compile(
    r"[^.;:,()\d]{0,25}, (?:(?!\b(?:avant|puis|mais)\b)[^.;:()\d]){2,60}"
    r" (?:pour (?:s'échanger|se (?:vendre|négocier)|s'établir|coter)"
    r"|s'échange\w*|se (?:vend|vendra|négocie|loue|paie)\w*|s'affiche\w*"
    r"|(?:s'est|a été|a|est) (?:re)?(?:vendu|cédé|adjugé|parti)e?s?"
    r"|vaut|vaudra|cote|coûte\w*|est (?:affiché|proposé|vendu|facturé)e?)"
    r"(?: [^\W\d_]+)?(?: à| au prix de| autour de| pour)? $"
)


# "Après une baisse de 20 % en janvier", "un bond de 10 % sur le mois": not since it began.
_OF_A_WHILE = re.compile(
    r"[^.;:()]{0,60}%[^.;:()\d]{0,15} (?:en (?:janvier|février|mars|avril|mai|juin|juillet|août"
    r"|septembre|octobre|novembre|décembre|une? (?:jour|semaine|mois|séance)|séance|\d{4})"
    r"|sur (?:le|la|un|une) (?:mois|semaine|jour|journée|séance|trimestre|année)"
    r"|(?:hier|lundi|mardi|mercredi|jeudi|vendredi|ce matin|cette semaine|ce mois))\b"
)
_WHICH_HAD = re.compile(r"\bqui (?:a|avait|ont|avaient)\b")


def begins_at(ahead: str, link: str, behind: str) -> bool:
    """Whether the words before a first value, and those up to the second, tell so."""
    if _WHICH_HAD.search(link) or _OF_A_WHILE.match(behind):
        return False
    return _OPENS.search(ahead) is not None and _IS_AT.fullmatch(link) is not None
