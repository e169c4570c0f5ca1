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


def begins_at(ahead: str, link: str) -> bool:
    """Whether the words before a first value, and those up to the second, tell so."""
    return _OPENS.search(ahead) is not None and _IS_AT.fullmatch(link) is not None
