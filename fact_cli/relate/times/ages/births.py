"""The births that an article tells, and of whom: by a name, or of the one told of anyway."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import TimeExpression
from fact_cli.relate.context import Context
from fact_cli.relate.times.moments import KIN, dates, is_birth, tells_year
from fact_cli.scan.times.ages import is_person

_PARTICLES = r"(?:(?:de|du|des|d'|de la|Le|La|El|Ben|Van|Von|van|von|Mc|Di|Da) ?)*"
_FIRST = (
    r"(?!(?:L[ae]s?|Une?|D[eu]s?|Aux?|Ce|Cet|Cette|Son|Sa|Ses|En|Et|Mais|Pour|Avec|Sans|Dans|Sur"
    r"|Selon|Il|Elle|Née?|Morte?|Comme|Chez|Par|Après|Avant|Depuis|Que|Qui|Quand) )"
    r"(?P<first>(?<![Ll]')(?:(?!L')[A-ZÀ-Þ]'(?=[A-ZÀ-Þ]))?[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?|M\.|Mme|Mlle)"
)
FULL_NAME = re.compile(rf"(?<![\w-]){_FIRST} {_PARTICLES}(?P<surname>[A-ZÀ-Þ][\w'-]{{2,}})")
# "Fils d'un meunier, il voit le jour": who was born is not the relative.
_CHILD_OF = re.compile(
    r"^(?:(?:fils|fille|enfant|benjamine?|cadette?|aînée?|dernière?|deuxième|troisième|quatrième"
    r"|petit-fils|petite-fille) (?:unique )?(?:de|d'|du|des)|issue? d)[^,.;:]{2,60}, "
)
_HE = r"(?:il|elle)"
_COMES = (
    r"(?:est née?|était née?|naît|naquit|voit le jour|(?:a|avait) vu le jour|vit le jour"
    r"|vient au monde|(?:est|était) venue? au monde)"
)
_INTRO = r"(?:[^,.;:]{2,60}, ){0,2}"
_PRONOUN = re.compile(
    rf"{_INTRO}{_HE} {_COMES}\b|c'est [^,.;:]{{2,30}} qu'{_HE} {_COMES}"
    r"|(?:né|natif|originaire|enfant|fils|fille|gamine?|gosse|titi)\w* [^,.;:()]{2,40}, où"
    rf" {_HE} {_COMES}"
)
# "La romancière est née en 1958", "L'autrice, née en 1958, …".
_BY_NOUN = re.compile(
    rf"(?:l[ea] |l'|cet(?:te)? |ce )(?P<noun>[\w-]+)(?: [^\W\d_]+)?(?: {_COMES}|, née?)\b"
    r"[^.;:,]{0,40}$"
)
_OPENS = re.compile(r"(?:né|née|venue? au monde)\b")
# Whom the sentence that opens with a birth is about: "Né en 1962, ce fils de meunier …".
_SUBJECT = re.compile(
    rf"[^.;:]{{0,90}}?, (?:{_HE}|c'est (?:en|à|au|là|dans|par|avec)\b|son \w+ l'|rien\b|tout\b"
    r"|(?:l'|l[ea] |cet(?:te)? |ce )"
    r"(?:nouve(?:au|l|lle) |jeune |ancien(?:ne)? |futur |vieil(?:le)? )?(?P<noun>[\w-]+)"
    r"|(?P<name>[A-ZÀ-Þ][\w'-]+))"
    r"|[^.;:,]{0,60}\.?$"
)
_OTHER = re.compile(
    r"\b(?:ce dernier|cette dernière|celui-ci|celle-ci|l[ea] (?:premi[eè]re?|seconde?)|l'autre)\b"
)
_WOMAN = re.compile(r"\b(?:née|elle|venue)\b")
_MAN = re.compile(r"\b(?:né|il|venu)\b")
AHEAD = 40  # characters before a birth in which the name of who was born stands
_NAMED_AHEAD = re.compile(r"(?:,| \(|,? qui (?:est|était))? ?$")
_BIRTH = re.compile(
    rf"(?:,? \(?(?:né|née|venue? au monde)\b|,? (?:qui )?(?:y )?{_COMES}\b)[^.;:]*$"
)


@dataclass(frozen=True, slots=True)
class ToldBirth:
    """A birth; ``name`` is the surname of whose it is, None where only a pronoun tells."""

    sentence: ScannedSentence
    time: TimeExpression
    first: str | None
    name: str | None

    def woman(self, plain: str) -> bool | None:
        """Whether a woman was born; None where the words leave it open."""
        words = lower(self.sentence.extent.of(plain))
        told = bool(_WOMAN.search(words)), bool(_MAN.search(words))
        return None if told[0] is told[1] else told[0]


def told_births(context: Context) -> list[ToldBirth]:
    """The births told with their year, each with its sentence and whose it is."""
    return context.once("told births", lambda: list(_births(context)))


def _births(context: Context) -> Iterator[ToldBirth]:
    plain = context.document.plain
    for sentence in context.sentences:
        for time in dates(sentence):
            told = tells_year(time) and is_birth(plain, sentence, time)
            if not told or context.quoted(time.extent):
                continue
            ahead = plain[sentence.extent.start : time.extent.start]
            if KIN.search(_CHILD_OF.sub("", lower(ahead))):
                continue
            if is_of_the_other(sentence.extent.of(plain)):
                continue
            yield from _of_whom(plain, sentence, time, ahead)


def is_of_the_other(words: str) -> bool:
    """ "A battu Tom Vidal. Né en 2003, ce dernier …": of the one told of last."""
    return _OTHER.search(lower(words)) is not None


def _of_whom(
    plain: str, sentence: ScannedSentence, time: TimeExpression, ahead: str
) -> Iterator[ToldBirth]:
    words = lower(ahead)
    behind = plain[time.extent.end : sentence.extent.end]
    names = list(FULL_NAME.finditer(ahead))
    if names and _BIRTH.match(lower(ahead[names[-1].end() :])):
        yield ToldBirth(sentence, time, names[-1]["first"], names[-1]["surname"])
        return
    alone = re.match(r"(?!(?:Il|Elle|On) )(?P<surname>[A-ZÀ-Þ][\w'-]{2,})(?= |,)", ahead)
    if alone is not None and _BIRTH.match(lower(ahead[alone.end() :])):
        yield ToldBirth(sentence, time, None, alone["surname"])
        return
    native = re.match(r"(?:natif|native|originaire|enfant)\b", words)
    if _OPENS.match(words) or native:
        about = _SUBJECT.match(behind)
        named = FULL_NAME.search(behind) if about is not None else None
        if about is None:
            return
        if about["name"] is not None:
            at = named if named is not None and named.start() == about.start("name") else None
            first = None if at is None else at["first"]
            yield ToldBirth(sentence, time, first, about["name"] if at is None else at["surname"])
        elif about["noun"] is None or is_person(lower(about["noun"]), lexicon().grammar):
            yield ToldBirth(sentence, time, None, None)
    elif _PRONOUN.match(words + lower(time.extent.of(plain))) or (
        not names and _is_of_person(words)
    ):
        yield ToldBirth(sentence, time, None, None)


def _is_of_person(words: str) -> bool:
    """Whether words up to the date of a birth open with a noun of people: "l'autrice, née en"."""
    found = _BY_NOUN.match(words)
    return found is not None and is_person(found["noun"], lexicon().grammar)
