"""Whether the text between two figures tells where the second comes from.

"L'école accueille 128 élèves. Le collège en reçoit 182. Ces 182 élèves …": of another; "De 850 à
1 930 mètres … ces 1 080 mètres": what lies between; "les 48 communes du nord": some of them.
"""

from __future__ import annotations

import re

from fact_cli.lang.words import lower, words_before
from fact_cli.model.mention import QuantityKind
from fact_cli.model.text import Extent
from fact_cli.relate.neighbours import usable
from fact_cli.relate.twice.values.kinds import TIMED
from fact_cli.relate.twice.values.sums_again import names_others
from fact_cli.relate.twice.values.telling import Telling
from fact_cli.scan.scanner import scanner

_INHABITANTS = {"habitant", "âme", "résident"}
_ABOARD = {"occupant"}  # the crew is with the passengers
_WANTED = re.compile(
    r" +(?:[^\W\d_]+ )?(?:requis\w*|nécessaires?|réclam\w+|demand\w+|exig\w+"
    r"|prévu\w*|espér\w+|attendu\w*|visé\w*|promis\w*|manquant\w*|initia\w+|supplémentaires?|restant\w*|conserv\w+|depuis)\b"
)
_OTHERS = re.compile(r"\bautres\b")
_ONE_OF_THEM = re.compile(r" *,? *dont (?:l[ea] |l'|une? )")
# "Celui de la Combe, avec ses 1 780 mètres": another of its kind.
_ANOTHER = re.compile(
    r"^(?:mais |et )?(?:cel(?:ui|le)s?|ceux|l'autre|une? autre|le second|la seconde)\b"
    r"|\bavec (?:ses|son|sa|leurs?)\b"
)
# "Les 430 exposants de 2019", "ces 42 millions, taxes comprises", "102 vélos et 18 tandems".
_TOLD_OTHERWISE = re.compile(
    r"[^.;:!?]{0,50}?(?:\b(?:de|d'|l'an|l'année) (?:(?:19|20)\d\d|derni\w+|passé\w*)\b"
    r"|\b(?:de|en) (?:moins|plus)\b|\b(?:manquants?|manquantes?|attendue?s|prévue?s|espérée?s"
    r"|annoncée?s|comprise?s?|incluse?s?|dont|avec|hors|sans|comptant|capacité)\b| et (?:les )?\d)"
)
# "Les 46 éleveurs primés", "les 46 élèves qui restent": some of those told before.
_SOME = re.compile(
    r"(?:survivant|rescapé|restant|restauré|primé|classé|sélectionné|qualifié|lauréat|français"
    r"|étrang[eè]r|suisse|belge|adulte|mineur|majeur|sauvé|libéré|relâché|réparé|capturé"
    r"|volontaire|gréviste|valide|indemne|grave|léger)e?s?\b|encore\b|toujours\b|déjà\b"
    r"|(?:en|à) (?:grève|lice|l'arrivée|temps plein)\b"
    r"|qui (?:n'|ne |(?:rest|habit|viv|mang|demeur|bloqu|refus|attend|souhait|travaill)[^\W\d_]+\b)"
)
_SERVED = re.compile(
    r"\bmoins (?:les|ces|ses)\b|\b(?:déjà|passée?s?) [^.;:]{0,30}\b(?:détention|prison|préventive)"
    r"|\bdéjà (?:effectu|purg|accompl)\w+|\bdéduction\b"
)
_RECORDED = {"victoire", "succès", "nul", "défaite", "revers"}
_RUN = re.compile(
    r"\b(?:séries?|d'affilée|de suite|de rang|consécuti\w+|à domicile|à l'extérieur"
    r"|(?:derni|premi)\w+ (?:matchs?|matches|rencontres|journées|sorties))\b"
)
_DISTANCES = {"m", "km", "mi"}
_THE_ONE = re.compile(r"\b(?:le|du|au|un|ce)\s*$")
_WIDER_PLACE = re.compile(
    r"\b(?:région|département|pays|canton|province|agglomération|métropole|filière|continent)\b"
)
_OPENS_WIDE = re.compile(
    rf"(?:dans |à l'échelle (?:de|du) |sur )?(?:tout )?(?:l[ea] |l')?{_WIDER_PLACE.pattern}"
)
_WIDER = re.compile(
    rf"(?: [^\W\d_]+){{0,2}} (?:de|dans|pour|sur) (?:toute? )?(?:la |le |l')?{_WIDER_PLACE.pattern}"
)
# "Supprime 48 des 320 postes": the first is a whole, of which a part is told.
_WHOLE = re.compile(r"\d (?:des|de (?:ses|leurs)|sur(?: les| ses)?)\s*$")
_OWNERS = re.compile(r"\b[Ll]es (?P<name>[A-ZÀ-Þ][\w-]+)[^.;:]*? leurs $")
_OF_THE = re.compile(r" (?:des|de (?:ses|leurs|nos)|sur (?:les|ses|leurs)) (?:quelque )?")
# "Les 80 licenciés de Dreux toucheront …, ceux de Laon …": all of them are told apart.
_THE_OTHERS = re.compile(
    r"[^.:!?]{0,90}(?:[,;]| et| mais|:) (?:ceux|celles|les autres|l'autre|le reste|une partie)\b"
)


def takes_up_start(start: Telling, again: Telling) -> bool:
    """Whether a later figure can take up one of the first sentence, by itself and nobody else's.

    Lengths of time and shares are told again by others (`times/lengths`, `shares`).
    """
    figures = start.figure, again.figure
    if any(one.unit in TIMED or one.kind is QuantityKind.PERCENT for one in figures):
        return False
    if again.figure.of in _INHABITANTS and start.figure.of not in _INHABITANTS:
        return False
    return (again.pointed or again.known) and _ANOTHER.search(again.told) is None


def is_told_as_some(again: Telling) -> bool:
    """Whether the words behind the second say that it counts some, or tell of the others apart."""
    behind = again.told.partition(again.noun)[2]
    last = again.noun.split()[-1]
    told_with = "" if last.startswith(again.figure.of or last) else last
    if _SOME.match(told_with) or _SOME.match(behind.lstrip()):
        return True
    return _THE_OTHERS.match(behind) is not None


def is_theirs(plain: str, first: Telling, again: Telling) -> bool:
    """Whether people named since have the second: "les Américains, grâce à leurs 44 médailles"."""
    start = again.figure.reach.start
    if not words_before(plain, start, 7).endswith("leurs "):
        return False
    owner = _OWNERS.search(plain, again.sentence.extent.start, start)
    return owner is not None and lower(owner["name"]) not in f"{first.led} {first.told}"


def is_whole_of_more(plain: str, first: Telling, again: Telling) -> bool:
    """ "364 députés … 573 des 574 députés": a whole, of which more than the first is told."""
    figures = usable(again.sentence.quantities)
    told = [one for one in figures if one.extent.end < again.figure.reach.start]
    if not told or (again.figure.value or 0) < (first.figure.value or 0):
        return False
    part = told[-1]
    link = plain[part.extent.end : again.figure.reach.start]
    return _OF_THE.fullmatch(link) is not None and (part.value or 0) > (first.figure.value or 0)


def is_of_bracket(plain: str, first: Telling, again: Telling) -> bool:
    """Whether a bracket opens with the second, told of what stands before: "en juillet (112)"."""
    start = again.figure.reach.start
    if plain[start - 1 : start] != "(":
        return False
    named = words_before(plain, start - 1, 40).split()[-1:]
    return bool(named) and lower(named[0]).strip("«»'’,") not in first.told


def are_two_records(first: Telling, again: Telling) -> bool:
    """Whether one of two tells of a run of matches alone: "une série de six victoires"."""
    if first.figure.of not in _RECORDED or again.figure.of not in _RECORDED:
        return False
    return (_RUN.search(first.told) is None) is not (_RUN.search(again.told) is None)


def are_races(first: Telling, again: Telling) -> bool:
    """Whether a distance names a race: "titré sur le 100 mètres … il nagera le 50 mètres"."""
    return any(
        one.figure.unit in _DISTANCES and _THE_ONE.search(one.clause.partition(one.noun)[0])
        for one in (first, again)
    )


def is_served(first: Telling, again: Telling) -> bool:
    """Whether the second is what has been served or waited already: "moins les treize mois"."""
    own = _SERVED.search(again.told) is not None
    return again.figure.unit in TIMED and own and not _SERVED.search(first.told)


def is_of_wider(first: Telling, again: Telling) -> bool:
    """Whether the second tells of a wider place or time than the first: "dans la région"."""
    behind = again.told.partition(again.noun)[2]
    told = _WIDER.match(behind) or _OPENS_WIDE.match(again.told)
    return told is not None and not _WIDER_PLACE.search(first.told)


def is_told_between(plain: str, first: Telling, again: Telling) -> bool:
    """Whether a number told from the first sentence on is the second, or what parts the two."""
    value, other = first.figure.value, again.figure.value
    if value is None or other is None:
        return False
    if _is_set_apart(first, again):
        return True
    start, end = first.sentence.extent.start, again.figure.reach.start
    own = first.figure.extent
    told = [
        one
        for one in scanner().numbers(plain, Extent(start, end))
        if one.extent != own and not words_before(plain, one.extent.start, 5).endswith("dont ")
    ]
    scaled = {one.value * by for one in told for by in {1, first.figure.scale, again.figure.scale}}
    return bool(scaled & {other, abs(value - other)})


def _is_set_apart(first: Telling, again: Telling) -> bool:
    """Whether the second is wanted only, of others, of a longer time or of crew and passengers."""
    behind = again.clause.rpartition(again.noun)[2]
    if _WANTED.match(behind) or _OTHERS.search(again.noun):
        return True
    more = (again.figure.value or 0) - (first.figure.value or 0)
    if more > 0 and again.figure.of in _ABOARD and first.figure.of not in _ABOARD:
        return True
    return more == 1 and _ONE_OF_THEM.match(behind) is not None


def is_of_others(plain: str, first: Telling, again: Telling) -> bool:
    """Whether the second is told between, or with words of its own that say which ones."""
    if is_told_between(plain, first, again):
        return True
    if _TOLD_OTHERWISE.match(plain, again.figure.extent.end):
        return True
    less = (again.figure.value or 0) < (first.figure.value or 0)
    if less and (is_told_as_some(again) or _WHOLE.search(first.clause.partition(first.noun)[0])):
        return True
    return not (again.bare or again.pointed) and names_others(first, again)
