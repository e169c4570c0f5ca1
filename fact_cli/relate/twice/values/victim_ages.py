"""The age of the only one struck told twice: "un homme de 43 ans est mort … la victime, 34 ans"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.same import TwoAgesOfOne
from fact_cli.model.text import BlockKind
from fact_cli.model.times import LengthForm
from fact_cli.relate.context import Context

LED = 90  # characters before an age in which the one aged is named
MOST_APART = 20  # years
_MAN = r"homme|père|mari|époux|garçon|jeune homme|adolescent|retraité|motard|cycliste|conducteur"
_WOMAN = r"femme|mère|épouse|fille|fillette|jeune femme|adolescente|retraitée|cycliste|conductrice"
_SOMEBODY = re.compile(
    rf"\b(?:une? )(?:jeune )?(?P<noun>{_MAN}|{_WOMAN}|[^\W\d_]{{4,}})(?: [^\W\d_]+){{0,3}}?,?"
    r" (?:âgée? )?(?:de |d')?$"
)
_HURT = (
    r"(?:mort\w*|tuée?|décédée?|bless\w+|poignardée?|percutée?|fauchée?|renversée?|noyée?|agressée?"
    r"|violée?|abattue?|assassinée?|électrocutée?|intoxiquée?|brûlée?|emportée?|ensevelie?|écrasée?"
    r"|mordue?|retrouvée? (?:mort|sans vie)\w*|découverte? (?:mort|sans vie)\w*|happée?|frappée?"
    r"|enlevée?|séquestrée?|touchée?|hospitalisée?|secourue?|sauvée?)"
)
# "Un homme de 43 ans est mort", "le corps d'un homme de 79 ans": struck, not one who struck.
_IS_STRUCK = re.compile(
    rf"[^.;:]{{0,50}}?\b(?:est|a été|s'est|était|avait été|ont été|est entre) "
    rf"(?:grièvement |mortellement |légèrement |très )?(?:{_HURT}\b|la vie et la mort)"
    r"|[^.;:]{0,50}?\b(?:a perdu la vie|a trouvé la mort|a succombé|a péri)\b"
)
_BODY_OF = re.compile(
    r"\b(?:corps|morts?|décès|dépouille|cadavre|disparition|meurtre|assassinat) (?:sans vie )?"
    r"d'une? "
)
_VICTIM = re.compile(
    r"\b(?:l[ae] (?:victime|défunte?|malheureu(?:x|se)|disparue?|noyée?|blessée?)"
    r"|cet(?:te)? (?:victime|défunte?))"
    r"(?:,? (?:une?|l[ea]|qui (?:était|est)) (?:(?!et\b|dont\b)[\w'-]+ ){1,5}?|, | \()"
    r"(?:(?:était |est )?âgée? (?:de |d')|de |d')?$"
)
_HE = re.compile(r"(?:^|[.;:] )(?P<who>lui|elle), (?:âgée? (?:de |d'))?$")
# More people of whom one can be the victim, or another time.
_SEVERAL = re.compile(
    r"\b(?:un autre (?:homme|garçon|jeune|drame|accident|crime|adolescent)"
    r"|une autre (?:femme|fille|personne|fusillade|affaire|agression)"
    r"|les victimes|des victimes|(?:autre|deuxième|seconde|troisième|première|dernière)s? "
    r"victimes?|(?:deux|trois|quatre|cinq|six|plusieurs|\d+) (?:autres )?"
    r"(?:morts|victimes|blessés|tués|personnes (?:ont|sont) )|une seconde personne"
    r"|leurs? victimes?)"
)
_THEN = re.compile(
    r"\b(?:alors âgée?|à l'époque|en (?:19|20)\d\d|lorsqu\w*|à l'âge|aura\w*|bientôt"
    r"|dans sa jeunesse|il y a|avait eu)\b"
)


@dataclass(frozen=True, slots=True)
class _Aged:
    time: TimeExpression
    years: Decimal
    man: bool | None


def find(context: Context) -> Iterator[TwoAgesOfOne]:
    """The one struck, of whom a later sentence of the body tells another age."""
    plain, blocks = context.document.plain, context.document.blocks
    body = [
        one
        for one in context.sentences
        if blocks[one.sentence.block].kind not in {BlockKind.TITLE, BlockKind.BOILERPLATE}
        and any(_ages(plain, one))
    ]
    if len(body) < 2 or _SEVERAL.search(context.told):
        return
    for index, sentence in enumerate(body):
        struck = _struck(plain, sentence)
        if len(struck) == 1:
            again = [one for later in body[index + 1 :] for one in _victims(plain, later)]
            if len({years for _, years in again}) == 1:
                time, years = again[0]
                if _differ(years, struck[0].years):
                    yield TwoAgesOfOne(struck[0].time, time, "la victime")
        if struck:
            yield from _of_a_couple(plain, struck, body[index + 1 :])
            return


def _struck(plain: str, sentence: ScannedSentence) -> Sequence[_Aged]:
    """The people of whom a sentence tells that they were struck, with their ages."""
    text = lower(sentence.extent.of(plain))
    if _THEN.search(text):
        return []
    bodies = _BODY_OF.search(text) is not None
    found: list[_Aged] = []
    for time, years in _ages(plain, sentence):
        ahead = _ahead(plain, sentence, time)
        somebody = _SOMEBODY.search(ahead)
        spouse = re.search(r"\b(?:son|sa) (?P<noun>[^\W\d_]+),? âgée? (?:de |d')$", ahead)
        one = somebody or spouse
        behind = lower(plain[time.extent.end : sentence.extent.end])
        if one is None or not (bodies or _IS_STRUCK.match(behind)):
            return []
        woman = re.fullmatch(_WOMAN, one["noun"])
        man = re.fullmatch(_MAN, one["noun"])
        found.append(_Aged(time, years, None if woman and man else man is not None))
    return found


def _victims(plain: str, sentence: ScannedSentence) -> Iterator[tuple[TimeExpression, Decimal]]:
    if _THEN.search(lower(sentence.extent.of(plain))):
        return
    for time, years in _ages(plain, sentence):
        if _VICTIM.search(_ahead(plain, sentence, time)):
            yield time, years


def _of_a_couple(
    plain: str, struck: Sequence[_Aged], later: Sequence[ScannedSentence]
) -> Iterator[TwoAgesOfOne]:
    """ "Un homme de 79 ans et son épouse, âgée de 74 ans … Lui, 77 ans, …"."""
    men = [one for one in struck if one.man]
    women = [one for one in struck if one.man is False]
    if len(men) != 1 or len(women) != 1:
        return
    for sentence in later:
        for time, years in _ages(plain, sentence):
            he = _HE.search(_ahead(plain, sentence, time))
            if he is not None:
                one = men[0] if he["who"] == "lui" else women[0]
                if _differ(one.years, years):
                    yield TwoAgesOfOne(one.time, time, he["who"])


def _differ(one: Decimal, other: Decimal) -> bool:
    """Whether two ages are of one person, with a mistake: some years apart, or digits swapped."""
    swapped = f"{one:f}"[::-1] == f"{other:f}"
    return one != other and (swapped or abs(one - other) <= MOST_APART)


def _ages(plain: str, sentence: ScannedSentence) -> Iterator[tuple[TimeExpression, Decimal]]:
    for time in sentence.times:
        form = time.form
        exact = time.kind is TimeKind.AGE and "aine" not in time.extent.of(plain)
        if exact and isinstance(form, LengthForm) and form.duration.years:
            yield time, form.duration.years


def _ahead(plain: str, sentence: ScannedSentence, time: TimeExpression) -> str:
    start = max(sentence.extent.start, time.extent.start - LED)
    return lower(plain[start : time.extent.start])
