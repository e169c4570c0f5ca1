"""Of whom an age is told: one of a kind, the one told of before, or somebody else beside them."""

from __future__ import annotations

import re

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.mention import TimeExpression
from fact_cli.model.text import Extent
from fact_cli.relate.times.ages.births import FULL_NAME

# Whose age it is, where it is told of one of a kind.
_PERSON = re.compile(
    r"\b(?P<one>une?) (?P<noun>[^\W\d_]{4,})(?: [^\W\d_]+){0,2}? (?:âgée? )?(?:de )$"
)
_ANYBODY = {
    "homme", "femme", "personne", "habitant", "habitante", "enfant", "garçon", "fille", "jeune",
    "adolescent", "adolescente", "suspect", "proche", "voisin", "voisine", "automobiliste",
    "conducteur", "conductrice", "passager", "passagère", "complice", "témoin", "policier",
    "gendarme", "joueur", "joueuse", "touriste", "salarié", "salariée", "élève", "étudiant",
    "étudiante", "mère", "père", "ancien", "ancienne",
}  # fmt: skip
# The one told of before: "l'homme, âgé de 42 ans", "âgé de 42 ans, il".
_TAKEN_UP = re.compile(
    r"\b(?:l[ea] |l'|cet |cette |ce )(?:jeune |pauvre |malheureu(?:x|se) )?(?P<noun>[^\W\d_]{4,})"
    r"(?:,| est| était)? (?:âgée? de |(?<=, ))$"
    r"|(?:^|[.!?»\n] ?)âgée? de $|\b(?:il|elle) (?:était|est|avait) (?:âgée? de )?$"
)
_MAN_OR_WOMAN = {"homme", "femme", "garçon", "fille", "fillette", "adolescent", "adolescente"}
_WOMAN = re.compile(
    r"âgée de $|\belle (?:était|est|avait) |\b(?:femme|fille|fillette|adolescente)\b"
)
_MAN = re.compile(r"âgé de $|\bil (?:était|est|avait) |\b(?:homme|garçon|adolescent)\b")
_NEITHER = {"personne", "victime", "star", "recrue", "vedette", "sentinelle"}
# Somebody else, of whom "il" or "âgé de" can be.
_OTHERS = re.compile(
    r"\b(?:automobiliste|conduct(?:eur|rice)|chauffeure?|chauffard|passag(?:er|ère)|pilote|cycliste"
    r"|motarde?|piétonn?e?|suspecte?|agress(?:eur|euse)|auteure?|meurtri(?:er|ère)|tueu(?:r|se)"
    r"|tireur|assassin|voleu(?:r|se)|mise? en cause|victime|complice|témoin|voisine?|amie?"
    r"|collègue|proche|mère|père|frère|sœur|fils|fille|mari|époux|épouse|femme|compagn(?:e|on)"
    r"|conjointe?|concubine?|oncle|tante|neveu|nièce|cousine?|beau-\w+|belle-\w+|grand-\w+|parent"
    r"|jumeau|jumelle|aînée?|cadette?|médecin|patronn?e?|maire|employeur|entraîneur|cliente?"
    r"|polici(?:er|ère)|gendarme|pompier|infirmi(?:er|ère)|enseignante?|professeure?"
    r"|enfant|bébé)\b"
)
_OF_THEIRS = re.compile(r", (?:son|sa|leur) [^\W\d_]")  # "âgé de 43 ans, son frère"
_NAMED = re.compile(rf"{FULL_NAME.pattern},? \(?(?:âgée? de )?$")
AROUND = 250  # characters ahead of an age in which another person may be told of


def is_slip_of_person(plain: str, time: TimeExpression, other: TimeExpression) -> bool:
    """ "Une femme de 82 ans", of "une femme de 28 ans": the digits are only changed in order."""
    digits = [re.sub(r"\D", "", one.extent.of(plain)) for one in (time, other)]
    swapped = len(digits[0]) == 2 and digits[0] == digits[1][::-1]
    named = _person(plain, time), _person(plain, other)
    if not swapped or named[0] is None:
        return False
    ahead = words_before(plain, other.extent.start, 60)
    return named[0] == named[1] or (named[1] is None and _takes_up(named[0], ahead))


def is_of_one_kind(plain: str, time: TimeExpression, other: TimeExpression) -> bool:
    """ "Un cycliste de 63 ans", of "un cycliste suisse de 36 ans": no other one is told of."""
    named = _person(plain, time), _person(plain, other)
    return named[0] is not None and named[0] == named[1] and named[0] not in _ANYBODY


def is_of_another(plain: str, time: TimeExpression, other: TimeExpression, title: Extent) -> bool:
    """Whether an age told by "il" or "l'homme" is of the other sex, or of one told of before.

    ``time`` is the age told in ``title``, behind which the article starts.
    """
    if _is_named_otherwise(plain, other, title):
        return True
    ahead = lower(plain[max(title.end, other.extent.start - AROUND) : other.extent.start])
    taken = _TAKEN_UP.search(ahead)
    if taken is None:
        return False
    named = _PERSON.search(words_before(plain, time.extent.start, 60))
    told = taken["noun"] in {None, *_MAN_OR_WOMAN}
    if told and named is not None and named["noun"] not in _NEITHER:
        opposite = _WOMAN if named["one"] == "un" else _MAN
        if opposite.search(taken.group()):
            return True
    if _OF_THEIRS.match(words_after(plain, other.extent.end, 20)):
        return True
    known = lower(title.of(plain))
    return any(one.group() not in known for one in _OTHERS.finditer(ahead, 0, taken.start()))


def _is_named_otherwise(plain: str, other: TimeExpression, title: Extent) -> bool:
    """ "La Roumaine Irina Popa, 22 ans", where the title names somebody else."""
    named = _NAMED.search(plain[max(title.end, other.extent.start - 60) : other.extent.start])
    if named is None:
        return False
    known = {one["surname"] for one in FULL_NAME.finditer(title.of(plain))}
    return bool(known) and named["surname"] not in title.of(plain)


def _takes_up(noun: str, ahead: str) -> bool:
    """Whether the words before an age are of the person whom the title calls ``noun``."""
    found = _TAKEN_UP.search(ahead)
    return found is not None and found["noun"] in {None, noun, *_MAN_OR_WOMAN}


def _person(plain: str, time: TimeExpression) -> str | None:
    found = _PERSON.search(words_before(plain, time.extent.start, 60))
    return None if found is None else found["noun"]
