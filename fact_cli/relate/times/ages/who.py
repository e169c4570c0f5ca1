"""Whose age is told: the one whose birth is told near it, or somebody else."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import TimeExpression
from fact_cli.relate.times.ages.births import FULL_NAME, is_of_the_other
from fact_cli.relate.times.ages.gender import aged_otherwise, may_be, opens_otherwise
from fact_cli.relate.times.moments import KIN, NO_KIN, dates, names_year
from fact_cli.scan.times.ages import is_person

# "l'héroïne des « Tilleuls », est morte à 94 ans": the age of the one before the comma.
_OF_OTHERS = re.compile(
    r"\b(?:quelqu'un|plus de|moins de|(?:les|des)(?![^.;]*, (?:est|a|s'est|avait|était|vient) )"
    r"|avant)\b[^.;]{0,35}$"
)
_OF_ILLNESS = re.compile(r"\bdes suites (?:d'|de |du )")  # "mort des suites d'un cancer, à"
# "Ma petite-fille, née le 12 juin, a trois ans": who was born is the relative.
_BORN_RELATIVE = re.compile(
    r"(?:ma|mon|sa|son|leur|notre) (?:petite?-|arrière-petite?-|belle-|beau-|demi-)?"
    rf"{KIN.pattern}(?: [\w-]+){{0,3}},? (?=née?\b[^.;:()]*, (?:qui )?"
    r"(?:a|est âgée? de|vient de (?:fêter|souffler) ses)(?: aujourd'hui| désormais| déjà)? $)"
)
# "commencée chez les professionnels à dix-neuf ans": among whom, not who.
_AMONG = re.compile(
    r"\b(?:chez|dans|parmi|avec|contre|sous|pour|par|vers|sur|devant|depuis) (?:les|des) [^\W\d_]+ "
    r"(?=(?:en (?:[^\W\d_]+ )?\d{4},? )?à )"
)
# "le club, qui fêtera ses 30 ans": the age of the noun before the comma.
_WHICH = re.compile(r"(?P<words>[\w'-]+(?: [\w'-]+){0,3}), (?:qui|lequel|laquelle)\b[^,;]{0,40}$")
# Relatives who are told of beside somebody, and are not who was born: "entourée de ses enfants".
_FAMILY = re.compile(
    r"\b(?:entourée?s? (?:de|par) (?:toute )?(?:ses|sa|son)|auprès de (?:ses|sa|son)"
    r"|(?:mère|père|parents|grand-mère|grand-père) d[e'] ?[^\W_]+"
    r"|(?:d'un|de) (?:père|parents)|(?:d'une|de) mère"
    r"|(?:d'|de |chez |par |avec |à )une? (?:oncle|tante|cousine?|amie?|frère|sœur)"
    r"|(?:mère|père) (?=de famille)"
    r"|(?:laiss|élev)\w+ (?:derrière (?:elle|lui) )?(?!une? )[^\W_]+)"
    r"(?: [\w-]+){0,2}(?: et [^.;,]{1,40})?"
)
# "Le record appartenait à un joueur de 19 ans", behind the birth of somebody: of another.
_SOMEBODY = re.compile(
    r"\b(?:à|par|contre|avec|chez|que|sur|devant|derrière|sauf|comme|d'|de) ?une? (?:autre )?"
    r"(?P<noun>[^\W\d_]+)[^,;:.()]{0,30} (?:âgée? )?de $"
)
# "Doyen à 111 ans, après la mort d'un Breton de 112 ans".
_DEATH_OF = re.compile(
    r"\b(?:mort|décès|disparition|départ|retrait|démission) d['’]une? [^,;:.()\d]+$"
)
# Not "est un maçon", "devient une actrice", ", un maçon de Niort,": the one told of anyway.
_SOMEBODY_NEW = re.compile(
    r"(?<!\best )(?<!\bétait )(?<!\bdevient )(?<!\breste )(?<!\bdevenu )(?<!\bdevenue )(?<!\bfut )"
    r"(?<!\bcomme )(?<!, )(?:\bune? |\bd'une? |\bsa |\bson )(?P<noun>[^\W\d_]+)"
    r"|\bla (?P<victim>victime)\b"
)
_HIS_OTHER = re.compile(r"\b(?:son|sa) (?P<noun>[^\W\d_]+)(?! (?:de|d'))\b")
# "À 46 ans, Anne Roux parle enfin de son père": beside whom, not who.
_BESIDE_KIN = re.compile(
    rf"\b(?:de|d'|avec|à|pour|contre|chez|par|sur|sans|comme) (?:son|sa|ses|leurs?) {KIN.pattern}"
)
_OPENS_NAMED = re.compile(r"À [^.;:,()]{2,20} ans, (?:[A-ZÀ-Þ][\w'-]+ ){1,3}")
# The second sentence is about the same person: "Née en …", "Elle avait …", "À 82 ans, …".
_BORN_FIRST = re.compile(
    r"(?:Née?\b|(?:Il|Elle) (?:est|était) (?:née?\b|venue? au monde\b)"
    r"|[^.;:]{0,90}\b(?:avait|a) vu le jour\b)"
)
_ELDER = (
    r"(?:vieil homme|vieille (?:dame|femme)|homme|femme|doyenne?|défunte?|victime|retraitée?"
    r"|intéressée?|centenaire|nonagénaire|octogénaire|septuagénaire|sexagénaire|quinquagénaire"
    r"|quadragénaire|trentenaire|jeune (?:homme|femme|fille)|fillette|garçonnet|adolescente?)"
)
# The one just told of, taken up again with a birth: "Cet ancien maçon, né en 1943,".
_TAKEN_UP = re.compile(
    rf"(?:[^.;:,]{{0,40}}, )?(?:(?:Cet|Cette|Ce|cet|cette|ce) [^.;:,]{{3,40}}"
    rf"|(?:[Ll]'|[Ll][ea] ){_ELDER}), née?\b"
)
_ABOUT_TO_BE_NAMED = re.compile(r"(?:Il|Elle) (?:n')?(?:a|est)\b[^.;:]{0,30}$")
_NAMED_THEN = re.compile(
    r"L(?:e|a|') ?[a-zà-ÿ-]+(?: [a-zà-ÿ'-]+){0,3}(?: [A-ZÀ-Þ][\w'-]+)+, née?\b"
)
_OPENS_WITH_AGE = re.compile(
    r"À \d|À [a-zé-]+ ans|(?:Aujourd'hui |Désormais |Maintenant )?[Ââ]gée? "
    r"(?:aujourd'hui |désormais |maintenant )?de|(?:Aujourd'hui|Désormais|Maintenant)\b"
    r"|S(?:a mort|on décès|a disparition) (?:est|survient|intervient)|Décédée? à|Morte? à"
    r"|Il\b|Elle\b|Cet(?:te)? |Ce |L'ancien(?:ne)? "
    r"|C'est (?:[^\W\d_]+ )?(?:elle|lui) qui\b"
    r"|(?:C'est (?:[^\W\d_]+ )?|Ce n'est (?:pas avant|qu')|Il faut attendre )"
    r"(?:à|ses|l'âge|en)\b[^.;:()]{2,70}"
    r" (?:qu(?:e |')|pour qu(?:e |'))(?:il|elle)\b"
    r"|L'homme|La femme|La victime|La jeune|Le jeune|Le défunt|La défunte|L'intéressée?"
)
# "En 1995, à 28 ans, il …", "Élue en 1977, à 45 ans, elle …": who was so old is told behind.
_DATED_FIRST = re.compile(
    r"(?:En|Le|Dès|Au|Fin|Début|Aujourd'hui)\b[^.;:()A-ZÀ-Þ]{1,60}$"
    r"|[A-ZÀ-Þ][a-zà-ÿ]+(?:é|i|u|it|is|rt)e?\b[^.;:()]{1,60}\d{4}, (?:à|alors qu|âgée?) [^.;:()]*$"
)
_PRONOUN_BEHIND = re.compile(
    r"(?: seulement| à peine)?(?:, (?:après|avec|sans|malgré|grâce|face|contre|devant|au terme"
    r"|à l'issue|par|dès|sur|sous|dans)\b[^.;:,()]{2,70})?, (?P<pronoun>il|elle)\b"
)
# "Il a été arrêté avec Paul Roux, 52 ans": somebody else.
_WITH_OTHER = re.compile(
    r"\b(?:avec|par|contre|à|de|et|chez|pour|que|devant|derrière) "
    r"(?:(?:l[ea] |l'|son |sa |une? )[^.;:,()]{1,30} )?"
    r"[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]*\.?)+(?:,| \() ?(?:âgée? de )?$"
)
# "Il a dompté le Japonais Tanaka, 27 ans": the age of the name before it.
_APPOSED = re.compile(r"\b(?:[Ll][ea] |[Ll]')[^.;:,()]{2,25} (?P<name>[A-ZÀ-Þ][\w'-]+)(?:,| \() ?$")
_THE_LATTER = re.compile(r"(?: [^\W\d_]+)?, (?:celle-ci|celui-ci|ce dernier|cette dernière)\b")
_PRONOUN = re.compile(
    r"(?:^|[«,.;] ?)(?:Il|Elle|il|elle|L'homme|La femme)\b[^,;]{0,60}(?:, [^,;]{0,15})?$"
)
# "… en 1976 ; elle avait alors 15 ans": the clause goes on with the one told of.
_STILL_HE = re.compile(
    r" ?; (?=(?:il|elle) (?:n')?(?:a|avait|en avait|aura|est âgée? de)\b[^.;:]*$)"
)
# "Elle en avait 11 lorsque Natalie Wood s'est noyée, à 43 ans": hers of whom that clause tells.
_WHEN_ANOTHER = re.compile(
    r"\b(?:lorsqu|alors qu|tandis qu|pendant qu)(?:e |')(?:[^\W\d_]+ ){0,3}?"
    r"[A-ZÀ-Þ][\w'-]+ (?![^.;:]*\b(?:il|elle)\b)[^.;:]*\b(?:à|âgée? de)(?: l'âge de)? $"
)
_MINE = re.compile(r"« ?(?:[^«»]{0,80} )?[jJ]'avais (?:[a-zà-ÿ]+ )?$")
# Who says it goes on with the one told of: "… », a-t-il plaidé".
_HE_SAYS = re.compile(
    r"(?![^«»]*\b(?:quand|lorsqu|époque|premi|début))[^«»]{0,200}»,? ?"
    r"(?:[a-zà-ÿ']+[- ])?(?:[a-zà-ÿ']+)-(?:t-)?(?:il|elle)\b"
)


@dataclass(frozen=True, slots=True)
class Birth:
    """A date of birth with its year, and the sentence that tells it."""

    time: TimeExpression
    sentence: ScannedSentence


def is_own(plain: str, sentence: ScannedSentence, age: TimeExpression) -> bool:
    """Whether an age is not told of somebody's family, of a group or of a thing."""
    ahead = lower(plain[max(sentence.extent.start, age.extent.start - 60) : age.extent.start])
    told = NO_KIN.sub(" ", lower(plain[sentence.extent.start : age.extent.start]))
    relative = _BORN_RELATIVE.match(told)
    told = told if relative is None else told[relative.end() :]
    ahead = _OF_ILLNESS.sub(" ", _AMONG.sub(" ", ahead))
    which = _WHICH.search(plain, sentence.extent.start, age.extent.start)
    of_thing = which is not None and not _names_person(which["words"])
    of_thing = of_thing or _WHEN_ANOTHER.search(plain, sentence.extent.start, age.extent.start)
    return not (_OF_OTHERS.search(ahead) or KIN.search(told) or of_thing)


def _names_person(words: str) -> bool:
    """Whether a noun phrase holds a noun of people, or a name behind its first word."""
    told = re.findall(r"[\w-]+", words)
    named = any(word[0].isupper() for word in told[1:])
    return named or any(is_person(lower(word), lexicon().grammar) for word in told)


# "57 ans, dirige un festival né en 1990": the noun right before is what was born.
_NOUN_BORN = re.compile(
    r"\b(?:une?|d'une?|l[ea]|l'|cet?|cette|des?|du|son|sa|deux|ses|leurs?)[ ']?[^\W\d_]{3,}"
    r"(?: (?!était|étaient|est |sont|fut|furent|serait)[^\W\d_]{3,})? née?s? "
    r"(?:à [^.;:,()\d]{2,30} )?(?:en |le |vers )?$"
)


# "A soixante ans, moitié moins que « L'Est », né en 1889": the name it is set against.
_NAME_BORN = re.compile(
    r"\b(?:que|qu'|que le|que la|contre|devant|derrière) (?:« ?)?[A-ZÀ-Þ][^,;:()\d]{1,40}, née?s? "
    r"(?:à [^.;:,()\d]{2,30} )?(?:en |le )?$"
)


def is_same_person(
    plain: str, birth: Birth, sentence: ScannedSentence, stated: TimeExpression
) -> bool:
    """Whether an age is told of the one who was born in ``birth``, also in another sentence."""
    if aged_otherwise(plain, birth.sentence.extent, birth.time, stated):
        return False
    told = _subjects(plain, birth, sentence, stated)
    if _OPENS_NAMED.match(plain, sentence.extent.start):
        told = _BESIDE_KIN.sub(" ", told)
    between = _STILL_HE.sub(" ", _between(plain, birth.time, stated))
    if ";" in between or is_told_of_other(told) or _THE_LATTER.match(plain, stated.extent.end):
        return False
    dead = _DEATH_OF.search(plain, sentence.extent.start, stated.extent.start) is not None
    if (dead or birth.time.extent < stated.extent) and _is_of_somebody(plain, sentence, stated):
        return False
    if sentence is birth.sentence:
        ahead = plain[stated.extent.end : birth.time.extent.start]
        other = _NOUN_BORN.search(lower(ahead)) or _NAME_BORN.search(ahead)
        return stated.extent > birth.time.extent or not other
    start = birth.sentence.extent.start
    ahead = plain[sentence.extent.start : stated.extent.start]
    if sentence.extent < birth.sentence.extent:
        named = _ABOUT_TO_BE_NAMED.match(ahead) and _NAMED_THEN.match(plain, start)
        beside = _HIS_OTHER.search(lower(ahead))
        other = beside is not None and is_person(beside["noun"], lexicon().grammar)
        other = other or _is_of_the_last(plain, sentence, birth)
        between = plain[stated.extent.end : start]
        if _OPENS_NAMED.match(plain, sentence.extent.start):
            between = _BESIDE_KIN.sub(" ", between)
        if other or turns_to_somebody(between):
            return _TAKEN_UP.match(plain, start) is not None
        return bool(_BORN_FIRST.match(plain, start) or _TAKEN_UP.match(plain, start) or named)
    if _is_named_otherwise(plain, birth, ahead):
        return False
    if is_mine(plain, sentence, stated):
        return _HE_SAYS.match(plain, stated.extent.end) is not None
    if _WITH_OTHER.search(ahead):
        return False
    if goes_on(plain, sentence) or _PRONOUN.search(ahead):
        return not opens_otherwise(birth.sentence.extent.of(plain), ahead)
    return _DATED_FIRST.match(ahead) is not None and _is_named_behind(plain, birth, stated)


def _is_named_otherwise(plain: str, birth: Birth, ahead: str) -> bool:
    """Whether an age stands behind a name that the birth's sentence does not tell."""
    named = _APPOSED.search(ahead)
    return named is not None and named["name"] not in birth.sentence.extent.of(plain)


def _is_named_behind(plain: str, birth: Birth, stated: TimeExpression) -> bool:
    """Whether the pronoun behind an age can be that of the one who was born."""
    behind = _PRONOUN_BEHIND.match(plain, stated.extent.end)
    told = birth.sentence.extent.of(plain)
    return behind is not None and may_be(told, behind["pronoun"])


def _is_of_somebody(plain: str, sentence: ScannedSentence, stated: TimeExpression) -> bool:
    """Whether an age is that of a person nobody has told of yet: "à un joueur de 19 ans"."""
    ahead = plain[sentence.extent.start : stated.extent.start]
    found = _SOMEBODY.search(lower(ahead))
    if found is None:
        return False
    native = ahead[found.start("noun")].isupper()  # "un Breton de 112 ans"
    return native or is_person(found["noun"], lexicon().grammar)


def _is_of_the_last(plain: str, sentence: ScannedSentence, birth: Birth) -> bool:
    """ "A battu Tom Vidal. Né en 2003, ce dernier …"; "Né en 2003, Tom Vidal …"."""
    told = birth.sentence.extent.of(plain)
    named = [one["surname"] for one in FULL_NAME.finditer(sentence.extent.of(plain))]
    own = FULL_NAME.search(told)
    return is_of_the_other(told) or (own is not None and own["surname"] in named[1:])


def turns_to_somebody(words: str) -> bool:
    """Whether somebody new comes up: "accusé d'avoir tué un retraité", not "est un maçon"."""
    return any(
        one["noun"] is None or is_person(one["noun"], lexicon().grammar)
        for one in _SOMEBODY_NEW.finditer(lower(words))
    )


def is_told_of_other(between: str) -> bool:
    """Whether the words between a birth and an age turn to somebody else: "; sa fille, née"."""
    return KIN.search(_FAMILY.sub(" ", lower(between))) is not None


def goes_on(plain: str, sentence: ScannedSentence) -> bool:
    """Whether a sentence opens as one that goes on about the same person."""
    return _OPENS_WITH_AGE.match(plain, sentence.extent.start) is not None


def is_mine(plain: str, sentence: ScannedSentence, stated: TimeExpression) -> bool:
    """Whether somebody quoted tells the own age of another time: "« J'avais 25 ans »"."""
    return _MINE.search(plain, sentence.extent.start, stated.extent.start) is not None


def _between(plain: str, one: TimeExpression, other: TimeExpression) -> str:
    first, second = sorted((one.extent, other.extent))
    return plain[first.end : second.start]


def _subjects(plain: str, birth: Birth, sentence: ScannedSentence, stated: TimeExpression) -> str:
    """The words between a birth and an age in which another person may come up.

    Where the age is dated in its own sentence, of the sentences between only what they open
    with: "…, où son père était officier. Il expose en 1949, à 28 ans" goes on with the son.
    """
    dated = any(names_year(time) for time in dates(sentence))
    if sentence.extent < birth.sentence.extent or sentence is birth.sentence or not dated:
        return _between(plain, birth.time, stated)
    first = plain[birth.time.extent.end : birth.sentence.extent.end]
    told = plain[birth.sentence.extent.end : sentence.extent.start]
    openings = " ".join(one.strip()[:OPENING] for one in re.split(r"[.!?] ", told))
    return f"{first} {openings} {plain[sentence.extent.start : stated.extent.start]}"


OPENING = 30  # characters of a sentence in which its subject stands
