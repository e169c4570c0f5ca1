"""Two ages of one person at two times: "élu à 31 ans en 1978, ministre à 48 ans en 1988"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower
from fact_cli.model.ages import completed_years
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Aged
from fact_cli.relate.context import Context
from fact_cli.relate.passage import adjoin
from fact_cli.relate.times.ages.told import ToldAge, told_ages
from fact_cli.relate.times.ages.who import goes_on
from fact_cli.relate.times.moments import KIN
from fact_cli.scan.times.ages import is_person

_SEVERAL = re.compile(
    r"[;«»]|\b(?:celui|celle|l'autre|l'un|l'une|le second|la seconde|quant à|respectivement"
    r"|(?:tous|toutes) deux|ils|elles|leurs?|les deux|un autre|une autre|qui|victime|couple)\b"
)
# An age that opens a sentence, before the name of whose it is.
_OPENS = re.compile(
    r"(?:À (?:l'âge de )?|(?:Aujourd'hui |Désormais )?[Ââ]gée? (?:aujourd'hui )?(?:de |d'))"
)
_DATED_AGE = re.compile(
    r"(?:En|Dès|C'est en|C'était en|Le) (?:[^\W\d_]+ )?(?:[^\W\d_]+ )?\d{4},? "
    r"(?:c'est )?(?:à |alors |seulement |âgée? |tout juste |à peine |l'âge |de |d')+"
)
# "En 1956, à 25 ans, il avait …": goes on about the one just told of.
_THEN = re.compile(
    r"(?:En|Dès|Le|C'est en) [^.;:]{2,30}?,? (?:alors |à peine )?(?:à|âgée?) [^.;:]+\b(?:il|elle) "
    r"|(?:En|Dès) [^.;:,]{2,30}, (?:c'est )?(?:elle|il) "
)
# "Le guitariste a aujourd'hui 52 ans", "Le quadragénaire revient": the one just told of.
_SO_OLD_NOW = re.compile(
    r"(?:L[ea] |L'|Cet(?:te)? |Ce )(?:[^\W\d_]+ )??"
    r"(?:(?P<noun>(?!(?:a|est|âgée?)\b)[^\W\d_]+)(?:, | (?:[^\W\d_]+ )??)"
    r"(?:a |est |âgée? )?(?:aujourd'hui|désormais|maintenant|à présent)"
    r"|(?P<decade>(?:trent|quadragén|quinquagén|sexagén|septuagén|octogén|nonagén|centen)aire)\b)"
)
_IT_IS = re.compile(r"\bc'est (?:elle|lui) qui\b")
# A name that stands behind none of these words may be that of somebody else.
_OTHER_NAME = re.compile(
    r"(?<!\bà )(?<!\ben )(?<!\bde )(?<!\bau )(?<!\baux )(?<!\bdu )(?<!\bpar )(?<!\bpour )(?<!\bla )"
    r"(?<!\ble )(?<!\bles )(?<!\bchez )(?<!\bcontre )(?<!\bavec )(?<!\bsous )(?<!\bsur )(?<!\bl')"
    r"(?<!\bdepuis )(?<!\bd')(?<!\bdes )(?<=[ '’])"
    r"(?!(?:Elle|Aujourd|Désormais|Maintenant|Âgée?)\b)[A-ZÀ-Þ][a-zà-ÿ][\w-]+"
)
# "À 56 ans, Claire Dumesnil …", "à 41 ans, le gardien Théo Marquès": who is so old.
_HIMSELF = re.compile(
    r"(?:,? (?:en|dès|le|au) [^,;.:()]{2,25})?[,)]? (?:qu(?:e |'))?"
    r"(?:(?:l[ea] |l'|cet(?:te)? |ce |notre )[^.;:,\d]{0,40}?)?"
    r"[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)*"
)
_MEETS = re.compile(r"\b(?:a|ont|avait|avaient) [^\W\d_]+(?:é|i|u|is|it|ert)\b")  # somebody else
_DATED = re.compile(r"^,? (?:en|le) (?:\d{1,2}(?:er)? )?(?:[^\W\d_]+ )?\d{4}(?=, )")
# "« J'ai débuté à six ans, en 1993 », raconte Yohan Delmas. À 38 ans, …": the same speaks.
_SAYS = re.compile(
    r"[^«»]{0,60} ?», (?:raconte|se souvient|confie|dit|explique|sourit|témoigne|glisse|lance"
    r"|précise"
    r"|se rappelle|rappelle|rembobine"
    r"|ajoute) [A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)*\. À (?:l'âge de )?"
)
_MINE = re.compile(r"\b(?:mon (?:père|fils|frère|mari)|ma (?:mère|fille|sœur|femme))\b")
_WHO = re.compile(r",? qui\b")
# "La benjamine, 74 ans, … Il a pris sa retraite": a man, and one of several of a family.
_FEMALE = re.compile(r"(?:\b(?:la|une|cette|sa) [^.;:,()]{3,40}[,(]|\bâgée (?:de |d')) ?$")
_MALE = re.compile(r"(?:\b(?:le|un|ce|son) [^.;:,()]{3,40}[,(]|\bâgé (?:de |d')) ?$")
_OF_SIBLINGS = re.compile(
    r"\b(?:benjamine?|cadet(?:te)?|aînée?|puînée?|jumeau|jumelle)\b[^.;:,()]{0,30}[,(] ?$"
)
_HE = re.compile(r"(?:^|[.;:,»] |\b(?:et|que|où|quand|lorsqu)['’ ])(?P<pronoun>il|elle)\b")
MAIN_CLAUSE = 6  # characters behind an age that tell of whom: "à 61 ans, il avait …"
YOUNG = 3  # years: whoever would have been younger is somebody else
# What opens with its own subject tells of another where a noun of people comes up.
_LED = re.compile(r"(?:L[ea]s? |L'|Une? |[A-ZÀ-Þ][\w'-]+ [A-ZÀ-Þ])")
_ANYBODY = re.compile(r"\b(?:une?|aucune?|chaque) (?P<noun>[\w-]+)")
_SOMEBODY = re.compile(r"(?:, |\bet |\bque )(?:l[ea] |l'|une? |son |sa )(?P<noun>[\w-]+)")


def find(context: Context) -> Iterator[Aged]:
    plain = context.document.plain
    told = {sentence.extent: told_ages(context, sentence) for sentence in context.sentences}
    for sentence in context.sentences:
        for first, again in combinations(told[sentence.extent], 2):
            if _is_one(plain, sentence, first, again):
                yield from _aged(first, again)
    for former, sentence in pairwise(context.sentences):
        if adjoin(plain, former, sentence) and _goes_on(plain, sentence):
            known, again = told[former.extent], told[sentence.extent]
            if len(known) == 1 and again and _is_one(plain, former, known[0], again[0]):
                yield from _aged(known[0], again[0])


def _goes_on(plain: str, sentence: ScannedSentence) -> bool:
    start = sentence.extent.start
    if goes_on(plain, sentence) or _THEN.match(plain, start) is not None:
        return True
    opens = _SO_OLD_NOW.match(plain, start)
    if opens is None:
        return False
    return opens["decade"] is not None or is_person(lower(opens["noun"]), lexicon().grammar)


def _is_one(plain: str, opening: ScannedSentence, first: ToldAge, again: ToldAge) -> bool:
    """Whether nobody else comes up between two ages, of which one is dated."""
    gap = _own_words(plain[first.extent.end : again.extent.start])
    gap = _IT_IS.sub(" ", gap)
    gap = _WHO.sub(" ", gap, 1)
    if _names_nobody(plain, opening, first):
        gap = _HIMSELF.sub(" ", gap, 1) if _HIMSELF.match(gap) else gap
    named = _OTHER_NAME.search(gap) is not None
    if (
        named and not again.dated and first.dated
    ):  # "élue en 1998 à 34 ans, Monique Perrin, 71 ans,"
        named = _OTHER_NAME.search(gap.partition(", ")[0]) is not None or gap.count(", ") > 2
        named = named or _MEETS.search(gap) is not None
    others = KIN.search(lower(gap)) or _SEVERAL.search(lower(gap))
    others = others or _is_of_another(plain, opening, first, again)
    led = _LED.match(plain, opening.extent.start) is not None
    nouns = (one["noun"] for one in _SOMEBODY.finditer(lower(gap))) if led else ()
    nouns = [*nouns, *(one["noun"] for one in _ANYBODY.finditer(lower(gap)))]
    somebody = any(is_person(noun, lexicon().grammar) for noun in nouns)
    return (first.dated or again.dated) and not (named or somebody or others)


def _is_of_another(plain: str, opening: ScannedSentence, first: ToldAge, again: ToldAge) -> bool:
    """Whether "il" or "elle" behind the first age can not be whose it is."""
    ahead = lower(plain[opening.extent.start : first.extent.start])
    behind = plain[first.extent.end : again.extent.end + MAIN_CLAUSE]
    told = {one["pronoun"] for one in _HE.finditer(lower(behind))}
    if told and _OF_SIBLINGS.search(ahead):
        return True
    female, male = _FEMALE.search(ahead), _MALE.search(ahead)
    return ("il" in told and female is not None) or ("elle" in told and male is not None)


def _own_words(gap: str) -> str:
    """The words between two ages without the date of the first, or who says it of himself."""
    said = _SAYS.fullmatch(gap)
    gap = " " if said is not None and _MINE.search(gap) is None else gap
    return _DATED.sub("", gap, 1)


def _names_nobody(plain: str, opening: ScannedSentence, first: ToldAge) -> bool:
    """Whether who is so old is named only behind the age: "En 1998, à 17 ans, Jean Morel …"."""
    ahead = plain[opening.extent.start : first.extent.start]
    return _OPENS.fullmatch(ahead) is not None or _DATED_AGE.fullmatch(ahead) is not None


def _aged(first: ToldAge, again: ToldAge) -> Iterator[Aged]:
    years, born = again.years, first.born
    if not born.interval.known or not again.seen.interval.known or first.seen == again.seen:
        return
    possible = completed_years(born.interval, again.seen.interval)
    if possible.low is not None and possible.low >= YOUNG:
        yield Aged(again.extent, years, born, again.seen, again.dead, Binding.INFERRED, True)
