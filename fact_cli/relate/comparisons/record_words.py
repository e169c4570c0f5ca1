"""Words that tell a value to be the highest or lowest of all, or since a year."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fact_cli.lang.words import lower
from fact_cli.model.text import Extent

_HIGH = (
    r"hauts?|hautes?|élevée?s?|fort(?:e|s|es)?|importante?s?|grande?s?|gros(?:se)?s?|nombreu(?:x|ses?)"
    r"|longs?|longues?|chers?|chères?|lourde?s?|massi(?:fs?|ves?)|généreu(?:x|ses?)|vastes?"
)
_LOW = r"bas(?:se)?s?|faibles?|petite?s?|maigres?|modestes?|courte?s?|réduite?s?|légers?|légères?"
_SCORE = (
    r"(?:résultat|score|audience|fréquentation|affluence|récolte|vendange|production|total|saison"
    r"|chiffre|niveau|participation|année|exercice|campagne|vente|recette"
    r"|chiffre d'affaires)"
)
_SINCE = (
    r"depuis (?:l'an |l'été |l'hiver |l'automne |la saison |l'édition |l'année |fin |le début de |"
    r"début )?(?P<since{0}>(?:19|20)\d\d)"
)
_EVER = (
    r"(?:jamais (?:vu|vue|atteint|atteinte|enregistré|enregistrée|observé|observée|mesuré|mesurée"
    r"|relevé|relevée|réalisé|réalisée|réuni|connu|connue|payé|payée|accueilli)e?s?"
    r"|de (?:son|leur|l')\s?histoire|de tous les temps|historique)"
)
# "Sa plus faible audience depuis 2010", "le chiffre le plus élevé jamais enregistré".
_MOST = re.compile(
    rf"\b(?:son|sa|leur|leurs|le|la|les|un|une|au|du) (?:[^\W\d_]+ ){{0,2}}?"
    rf"(?:plus (?:(?P<high>{_HIGH})|(?P<low>{_LOW}))"
    rf"|(?P<best>meilleure?)(?= {_SCORE})|(?P<worst>pire|plus mauvaise?)(?= {_SCORE}))"
    r"(?: (?:de |d')?[^\W\d_']+){0,3}?,? "
    rf"(?:{_SINCE.format('')}|(?P<ever>{_EVER}))\b"
)
# "Un record", "un plancher historique", "du jamais-vu".
_RECORD = re.compile(
    r"(?:,|:|\(| –| -)? ?(?:soit |ce qui (?:est|constitue|fait) |c'est |il s'agit d')?"
    r"(?:(?P<peak>un (?:nouveau )?(?:record|sommet|pic|maximum|plus haut)"
    r"(?: absolu| historique)?|du jamais[- ]vu"
    r"|un (?:niveau|chiffre|total) (?:jamais (?:vu|atteint|égalé)|record|inédit))"
    r"|(?P<trough>un (?:plancher|creux|plus bas|minimum)(?: absolu| historique)"
    r"|un (?:niveau|chiffre) jamais (?:aussi|si) bas))"
    rf"(?: (?:absolu|historique))?(?: {_SINCE.format('_then')})?"
    r"(?= ?[.,;:()–-]| (?:contre|devant|loin|après)\b)"
)
# "Un nombre record de 412 exposants", "une récolte record : 12 000 tonnes".
_OF_RECORD = re.compile(
    r"\b(?:une?|le|la|l'|au|d'une?) ?(?:nombre|chiffre|affluence|fréquentation|participation"
    r"|récolte|vendange|audience|édition|vente|résultat|bénéfice|profit|perte|déficit|excédent"
    r"|chiffre d'affaires|recette|production|total|niveau|score|montant|somme|prix|budget|cru"
    r"|collecte|mobilisation|public) (?:annuel(?:le)? )?record\b(?P<behind>(?= (?:de |d')?\d"
    r"| ?: \d| de (?:près|plus|quelque|[^\W\d_]{3,20}),? ?:? ?\d))?"
)
# "Record battu : 3 200 inscrits", in a title.
_HEADED = re.compile(r"\brecord\b")
_HEADED_BUT = re.compile(
    r"[?]|\b(?:loin|frôl\w*|proche|près|égal\w*|manqu\w*|rat\w+|sans|pas|objectif|vise\w*"
    r"|bientôt|après|malgré|cible|espér\w+|tent\w+|chaleur|froid|températures?|pluie|ancien\w*"
    r"|précédent\w*|menac\w*|si|ne|n'|plus que|jusqu|mondial\w*|du monde|europe|france)\b"
)
# "Jamais le parcours n'avait été aussi long : …", "jamais il n'avait réuni autant de monde : …".
_NEVER = re.compile(
    r"\bjamais [^.;:!?]{0,60}?\bn(?:'|e )[^.;:!?]{0,60}?\b"
    rf"(?:(?:aussi|si) (?:(?P<high>{_HIGH})|(?P<low>{_LOW})|peu)\b|(?:autant|tant)\b)"
)
# What makes the extreme one of a part, of a moment or nearly one, or of what went up or down.
_MONTHS = (
    r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
)
_BUT = re.compile(
    r"\b(?:presque|quasi\w*|frôl\w*|manqu\w*|rat[ée]\w*|loin d[ue]s? records?|du record|égal\w*"
    r"|sauf|hormis|exception\w*|except\w*|hors|deuxième|seconde?s?|troisième|\d+e|si l'on"
    r"|hausses?|baisses?|progressions?|reculs?|chutes?|repli|croissances?|augmentations?|écarts?"
    r"|variations?|jusqu'ici|jusque-là|à l'époque|depuis battu|(?:l')?une? des|parmi|pas|aucun\w*"
    r"|ni|sans|était|étaient|bientôt|pourrai\w*|devrai\w*|vise\w*|espère\w*"
    r"|pour (?:une?|cette|la même|ce) (?:mois|saison|année|soirée|période|journée|début|fin"
    r"|finale|édition|week-end|premi\w+|semaine|nuit|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche"
    rf"|{_MONTHS})|en (?:{_MONTHS}|hiver|été|automne|semaine|direct)"
    r"|une (?:journée|nuit|heure|seule)"
    r"|pour (?:une?|les?|la|des) [^\W\d_]+|séance|clôtur\w*|personnel\w*|selon"
    r"|à cette (?:époque|période|date)|mensue\w+|hebdo\w+|quotidien\w*|trimestr\w+|semestr\w+"
    r"|journali\w+|de la (?:saison|semaine)|féminin\w*|masculin\w*|junior\w*|chez|par habitant)\b"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """Where words tell of an extreme, which one, since when, and whether ahead of its value."""

    extent: Extent
    high: bool
    since: int | None
    ahead: bool


def claim_in(plain: str, sentence: Extent) -> Claim | None:
    """The only claim of a sentence, if nothing else in it takes it back."""
    told = lower(sentence.of(plain))
    never = list(_NEVER.finditer(told))
    if _BUT.search(_NEVER.sub("", told)):
        return None
    found = [one for form in (_MOST, _RECORD, _NEVER, _OF_RECORD) for one in form.finditer(told)]
    if len(found) != 1:
        return None
    (one,) = found
    groups = one.groupdict()
    low = any(groups.get(name) for name in ("low", "worst", "trough")) or one.group().endswith(
        "peu"
    )
    since = groups.get("since") or groups.get("since_then")
    at = Extent(sentence.start + one.start(), sentence.start + one.end())
    ahead = bool(never) or groups.get("behind") is not None
    return Claim(at, not low, int(since) if since else None, ahead)


def heads_record(title: str) -> bool:
    """Whether a title, in lower case, tells that a record is reached or beaten."""
    taken_back = _HEADED_BUT.search(title) or _BUT.search(title)
    return _HEADED.search(title) is not None and not taken_back
