"""What sets two tellings apart: other people, names, speakers, sides, a plan, a denial."""

from __future__ import annotations

import re

from fact_cli.lang.words import lower
from fact_cli.model.claim import Modality
from fact_cli.model.same import Reason
from fact_cli.relate.twice.values.kinds import TIMED
from fact_cli.relate.twice.values.near_values import reason
from fact_cli.relate.twice.values.same_words import stems, words
from fact_cli.relate.twice.values.telling import Telling

_NAME = re.compile(r"(?<=[ '’\"«(])[A-ZÀ-Þ][\w-]{2,}")
_TITLE = re.compile(r'"([^"\d]{2,40})" [^\W\d_]')  # "Clem" perd 500 000 curieux
_NOT = re.compile(r"\b(?:n[e']|pas|ni|non|aucune?|jamais|sans|nul)(?:\b|(?<='))")
_UNEXPECTED = re.compile(r"\bn(?:e |')(?:nous |vous |s'|m'|se )?attend\w+ pas\b")
# "Depuis janvier, 17 personnes sont mortes sur les routes": those of more than the news tells.
_STRETCH = re.compile(
    r"\bdepuis (?!(?:hier|ce matin|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)\b)"
    r"|\b(?:cette|l'|chaque|par) (?:année|saison|an)\b|\bcet (?:été|hiver|automne)\b"
    r"|\ben (?:\w+ (?:ans|mois)|une année|un an|un mois|(?:19|20)\d\d)\b"
    r"|\bchaque (?:mois|été|hiver)\b"
)

OTHER_MONTHS = reason("autres mois", "other months", -3)
_OTHER_HOURS = reason("autres heures", "other hours", -3)
_OTHER_DAYS = reason("autres jours", "other days", -3)
# What becomes of many in one article: then nouns decide whether they are the same people.
_COMMON = frozenset({"fate recruté", "fate relogé", "fate libéré", "fate verbalisé"})
_DAY = re.compile(r"\b(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)\b")
_AND_MORE = re.compile(
    r"\b(?:ainsi qu(?:e\b|')|outre|auxquel|s'ajout|de même que|plus une?\b|et une? )"
)
_WITH_MORE = re.compile(
    r"\b(?:comptant|incluant|ajoutant|prenant en compte|y compris"
    r"|avec (?:elles?|lui|eux|cel(?:le|ui)s?|ceux|les? renforts?))\b"
)
_WITHOUT = re.compile(r"\b(?:sans (?:compter|inclure|les?|la)|hors|non compris)\b")
# "Son complice écope de six ans": under a title that tells what another was given.
_ANOTHER = re.compile(
    r"(?:^|[,;:] |\bet |\bmais |quant à |contre |\b(?:condamn|écop|prend|inflig)\w+ (?:à )?)"
    r"(?:(?:son|sa|ses|leur|leurs|l'|les?|la|une?|ce|cet|cette) ?)(?:(?:jeune|ancienne?) )?"
    r"(?:complices?|co-?(?:prévenue?s?|accusée?s?|détenue?s?)|comparses?|acolytes?|autres?"
    r"|seconde?s?|deuxième|troisième|quatrième|(?:frère|sœur|cousine?|fils|fille|père|mère|épouse"
    r"|époux|mari|femme|compagne?|compagnon|ex-\w+|adjointe?|associée?)s?)\b"
)


def is_of_another(title: Telling, again: Telling) -> bool:
    """Whether a length of the body, as that of a penalty, is told of another than the title's."""
    return title.figure.unit in TIMED and names_another(title.told, again.told)


def names_another(first: str, again: str) -> bool:
    """Whether the second sentence, in lower case, tells of an accomplice, and not the first."""
    return _ANOTHER.search(again) is not None and not _ANOTHER.search(first)


def tells_more_time(title: Telling, again: Telling) -> bool:
    """Whether the body counts those of a whole year, say, and the title those of its news."""
    return _STRETCH.search(again.told) is not None and not _STRETCH.search(title.told)


def are_other_people(first: Telling, again: Telling) -> bool:
    """Whether both count people, by nouns of which neither can stand for the other."""
    nouns = {first.figure.of, again.figure.of}
    stands_for = nouns & words().anybody and not nouns & words().on_duty
    shared = first.keys & again.keys - {"#people"}
    told = [words().fates[key.removeprefix("fate ")] for key in shared & _COMMON]
    named = any(form.search(noun or "") for form in told for noun in nouns)
    return shared <= _COMMON and not stands_for and not named


def are_parted(first: Telling, again: Telling) -> bool:
    """Whether a name, a plan or a denial sets the two apart."""
    if are_named_apart(first, again):
        return True
    if first.described or again.described:
        return False
    plans = {Modality.FORECAST, Modality.CONDITIONAL}
    modalities = {first.modality, again.modality}
    planned = len(modalities & plans) == 1 and len(modalities) > 1
    return planned or any(_is_denied(one) for one in (first, again))


def are_named_apart(first: Telling, again: Telling) -> bool:
    """Whether each stands beside a proper name of its own."""
    both = first.names and again.names
    return bool(both) and not (first.names & again.names or again.pointed)


def _is_denied(one: Telling) -> bool:
    """Whether a negation stands in the figure's own clause: not "jamais vu ça" behind a comma."""
    own = [part for part in one.clause.split(",") if one.noun in part]
    own = [_UNEXPECTED.sub("", part) for part in own]
    denied = any(_NOT.search(part) for part in own) or not own
    return one.modality is Modality.NEGATED and denied


def speakers_differ(one: str | None, other: str | None) -> bool:
    if not one or not other or one == other:
        return False
    plain = words().plain_speakers
    return not (plain.search(lower(one)) or plain.search(lower(other)))


def are_on_two_sides(first: Telling, again: Telling) -> bool:
    """Whether the two are told of two sides of one matter: girls and boys, net and gross."""
    near = first.title  # which no paragraph leads to
    return any(
        (one := first.side(matter, near=near)) is not None
        and again.side(matter, near=near) not in {None, one}
        for matter in range(len(words().contrasts))
    )


def subjects_differ(first: Telling, again: Telling) -> bool:
    """Whether each is told of somebody or some place of its own: two nations' medals."""
    one, other = (_names_of(each.claim.subject) if each.claim else set() for each in (first, again))
    titles = [set(_TITLE.findall(each.clause)) for each in (first, again)]
    return any(a and b and not a & b for a, b in ((one, other), titles))


def _names_of(subject: str | None) -> set[str]:
    """The proper names of a subject, which may open its sentence behind an article."""
    return {lower(name) for name in _NAME.findall(subject or "")}


def are_apart(one: frozenset[object], other: frozenset[object]) -> bool:
    """Whether two tellings name years, or months, and none in common."""
    return bool(one and other and not one & other)


def apart_in_time(first: Telling, again: Telling) -> list[Reason]:
    """What tells that the two are of other months, days of the week or hours."""
    if are_apart(first.months, again.months):
        return [OTHER_MONTHS]
    if are_apart(first.hours, again.hours) and not again.known:
        return [_OTHER_HOURS]
    one, other = (frozenset(_DAY.findall(each.told)) for each in (first, again))
    return [_OTHER_DAYS] if are_apart(one, other) and not again.known else []


def are_of_two_things(first: Telling, again: Telling) -> bool:
    """Whether a word next to both has two complements: "prix du gaz", "prix de l'électricité"."""
    one, other = first.complements, again.complements
    return any(
        not (_is_told(one[head], other[head], again) or _is_told(other[head], one[head], first))
        for head in one.keys() & other.keys()
    )


def _is_told(word: str, other: str, where: Telling) -> bool:
    """Whether a sentence tells a word as well, or has one that is the end of it: "coronavirus"."""
    return word.endswith(other) or word in where.told or bool(stems(word) & stems(where.told))


def names_differ(one: frozenset[str], other: frozenset[str]) -> bool:
    fewer = min(len(one), len(other))
    return fewer > 1 and len(one & other) * 2 < fewer


def counts_more(first: Telling, again: Telling) -> bool:
    """ "Trois romans, ainsi qu'un recueil … Les quatre livres": the second counts one more."""
    one, other = first.figure.value, again.figure.value
    more = _AND_MORE.search(first.told) or _WITH_MORE.search(again.told)
    more = more or (_WITHOUT.search(first.told) and not _WITHOUT.search(again.told))
    return bool(one and other and other > one and more)
