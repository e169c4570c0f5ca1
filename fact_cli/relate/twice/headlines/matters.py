"""Words of one matter, which need not be the same word: "détruits", "consumés"."""

from __future__ import annotations

import re

from fact_cli.lang.words import lower

_MATTERS = (
    re.compile(r"\b(?:menac|supprim|suppress|licenci|perd|plan social|départs?|congédi)"),
    re.compile(r"\b(?:médecin|généraliste|docteur|praticien)"),
    re.compile(r"\b(?:vot|voix|scrutin|rejet|refus|approuv|accept|plébiscit|grève)"),
    re.compile(
        r"\b(?:détrui|sinistr|endommag|inhabitab|ravag|consum|calcin|brûl"
        r"|partie?s? en fumée)"
    ),
    re.compile(r"\b(?:cantine|déjeun|repas|restaurant scolaire|mang|self)"),
    re.compile(r"\b(?:seuls?|seules?|accompagn|isol|solo|célibat)"),
    re.compile(r"\b(?:reçu|admis|réuss|décroch|diplôm)"),
    re.compile(r"\b(?:vacant|vide|inoccup|inhabit|fermé|baiss\w+ le rideau|fermeture|désert)"),
)
# What befalls those that a list counts, or what is done with them.
_OUTCOMES = (
    re.compile(r"\b(?:interpell|arrêtée?s?\b|arrestation|garde à vue|appréhend"
               r"|coup de filet|écrou)"),
    re.compile(r"\b(?:coul[éa]|sombr|envoyée?s? par le fond|naufrag)"),
    re.compile(r"\b(?:vol[ée]|dérob|disparu|cambriol|emporté)"),
    re.compile(r"\b(?:saisi|confisqu)"),
    re.compile(r"\b(?:abat|euthanasi|tué)"),
    re.compile(r"\b(?:ouvr|install|cré[ée]|inaugur)"),
)  # fmt: skip


def are_one_matter(one: str, other: str) -> bool:
    """Whether two texts have words of one matter."""
    return _share(_MATTERS, one, other)


def are_one_outcome(one: str, other: str) -> bool:
    """Whether two texts tell one matter, or that the same becomes of those they count."""
    return _share((*_MATTERS, *_OUTCOMES), one, other)


def _share(forms: tuple[re.Pattern[str], ...], one: str, other: str) -> bool:
    told = lower(one), lower(other)
    return any(all(form.search(each) for each in told) for form in forms)
