"""The age that title or lead tell of one person, against the only birth that the body tells.

"Un homme de 52 ans condamné … né à Gérardmer en 1968": the lead repeats the age, so that it is
one of now, and no other age in the article is the one that the birth gives. "À 87 ans, Marthe
Vanden … Née à Enghien en 1934": nobody else is named between the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from fact_cli.lang.words import lower
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Aged, Moment
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.text import BlockKind, Extent
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import told_noun
from fact_cli.relate.times.ages.dated import age_as_told
from fact_cli.relate.times.ages.who import is_own, turns_to_somebody
from fact_cli.relate.times.moments import (
    KIN,
    dates,
    is_birth,
    lives,
    moment,
    names_year,
    published,
)

# Of somebody else than the one in the title.
_ANOTHER = re.compile(
    r"\b(?:victimes?|plaignante?|compagne|compagnon|complice|voisine?|successeure?|prédécesseure?"
    r"|rivale?|adversaire|collègue|coéquipi\w+|témoin|autre|l'un|l'une|celui-ci|celle-ci|entreprise"
    r"|société|club|association)\b"
)
_WOMAN = re.compile(r"\b(?:femme|elle|la|une|mère|fille|âgée|née)\b")
_BORN_WOMAN = re.compile(r"\b(?:née|venue au monde|celle)\b")
_BORN_MAN = re.compile(r"\b(?:né|venu au monde|celui)\b")
# The one who is told of anyway was born: "Née à Enghien le", "Elle est née en".
_SHE_WAS_BORN = re.compile(r"(?:née? |(?:il|elle) (?:est née?|naît|naquit) )[^.;:()\d]{0,40}")
_FULL = (
    r"[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)? (?:(?:de|du|des|d'|Le|La|El|Ben|Van|Von|van|von"
    r"|Mc|Di|Da) ?)*(?P<surname>[A-ZÀ-Þ][\w'-]{2,})"
)
_NAME_AHEAD = re.compile(rf"{_FULL},? (?:âgée? de )?\(?$")
_NAME_BEHIND = re.compile(rf"(?: passés| révolus| bien sonnés)?, (?:[a-zà-ÿ'-]+ ){{0,6}}?{_FULL}")
_OPENS = re.compile(r"(?:À|A|Du haut de ses|Âgée? de) ")
_SURNAME = re.compile(_FULL)
# The age of a life that is over stays the age of its end.
_OVER = re.compile(
    r"\b(?:mort(?:e|el|elle)?s?|décéd\w+|décès|dispar\w+|éteinte?s?|s'éteint|s'éteignait"
    r"|obsèques|funérailles|inhum\w+|enterr\w+|posthume|défunte?|tuée?|assassin\w+|périt?"
    r"|emportée?|succomb\w+|nous (?:a|avait) quittés)\b"
)
# Somebody else of whom the birth may be told.
_COMPANY = re.compile(
    r"\b(?:(?:son|sa) (?!village|ville|maison|rue|club|chorale|livre|âge|métier|quartier)\w+"
    r"|celui|celle|autre|aînée?|cadette?|jum\w+|complice|rejointe? par|accompagn\w+)\b"
)
_GOES_ON = re.compile(
    r"[^,;:.]*(?:, (?:fille|fils|aînée?|cadette?|benjamine?|deuxième|troisième|quatrième|dernière?)"
    r" d[eu' ][^,;:.]{3,60})?(?:, (?:c'est )?(?:elle|il|qu'elle|qu'il|l'|cette|ce)\b|[.]?$"
    r"|, (?:d'un père|d'une mère|de parents?|dans une (?:famille|ferme|fratrie)|au sein d'une|où)"
    r" [^.;:()\d]{2,60}[.]?$)"
)
# Who stands before a court: "dans le box, un homme de 34 ans", and later "l'accusé. Né le …".
_IN_COURT = re.compile(
    r"\b(?:box|accusée?|prévenue?|jugée?|compara(?:ît|issait|ît)|répond(?:ait)? (?:de|d')"
    r"|condamnée?|écrouée?|mise? en examen)\b"
)
_SOMEBODY = re.compile(
    r"\bune? (?:homme|femme|père|mère|quadragénaire|ancien(?:ne)?) [^.;,]{0,30}$"
)
_THE_ACCUSED = re.compile(
    r"\b(?:l'accusée?|l[ea] prévenue?|l[ea] suspecte?|l[ea] mise? en cause|l[ea] condamnée?"
    r"|du prévenu|l'intéressée?)\b"
)
SLIP = 12  # years
BESIDE = 60  # characters before an age in which stands whose it is
LEAD = 3  # sentences, of which the first is the title


def find(context: Context) -> Iterator[Aged]:
    now, plain = published(context), context.document.plain
    if now is None or not context.sentences or any(lives(plain, s) for s in context.sentences):
        return
    found = [*_of_title(context, now)] or [*_of_lead(context, now)]
    yield from found or _of_court(context, now)


def _births(
    context: Context, sentences: Sequence[ScannedSentence]
) -> list[tuple[ScannedSentence, TimeExpression]]:
    plain = context.document.plain
    return [
        (sentence, time)
        for sentence in sentences
        for time in dates(sentence)
        if names_year(time) and is_birth(plain, sentence, time)
    ]


def _of_lead(context: Context, now: Moment) -> Iterator[Aged]:
    """ "À 87 ans, Marthe Vanden … Née à Enghien en 1934, elle …", nobody else named between."""
    plain = context.document.plain
    births = _births(context, context.sentences)
    if len(births) != 1 or context.quoted(births[0][1].extent):
        return
    ((sentence, birth),) = births
    if not _SHE_WAS_BORN.fullmatch(lower(plain[sentence.extent.start : birth.extent.start])):
        return
    if not _GOES_ON.match(lower(plain[birth.extent.end : sentence.extent.end])):
        return
    for told in context.sentences[:LEAD]:
        between = lower(plain[told.extent.start : sentence.extent.end])
        if _OVER.search(between) or _COMPANY.search(between):
            continue
        for stated, years, named in _of_named(plain, told):
            others = set(_SURNAME.findall(plain, stated.end, sentence.extent.start))
            dated = any(names_year(time) for time in dates(told))
            kin = KIN.search(lower(plain[told.extent.start : sentence.extent.start]))
            kin = kin or turns_to_somebody(plain[stated.end : sentence.extent.start])
            if kin or named is None or others - {named} or dated or told.extent == sentence.extent:
                continue
            aged = Aged(stated, years, moment(birth), now, False, Binding.INFERRED)
            every = [one for each in context.sentences for _, one in _ages(plain, each)]
            then = not aged.possible.meets(_around(years))
            if not then and not any(aged.possible.meets(one) for one in every if one != years):
                yield aged
                return


def _of_named(plain: str, told: ScannedSentence) -> Iterator[tuple[Extent, Bounds, str | None]]:
    """The ages of a sentence with the surname beside each, and candles with who opens it."""
    for stated, years in _ages(plain, told):
        yield stated.extent, years, _name_beside(plain, told, stated)
    opens = _SURNAME.match(plain, told.extent.start)
    for stated, years in _candles(told):
        yield stated, years, None if opens is None else opens["surname"]


def _of_court(context: Context, now: Moment) -> Iterator[Aged]:
    """The age of who is judged, against the only birth, told of "l'accusé" further on."""
    plain, sentences = context.document.plain, context.sentences
    births = _births(context, sentences)
    if len(births) != 1 or context.quoted(births[0][1].extent):
        return
    ((sentence, birth),) = births
    ahead = lower(plain[sentence.extent.start : birth.extent.start])
    block = context.document.blocks[sentence.sentence.block].extent
    about = _THE_ACCUSED.search(lower(plain[block.start : sentence.extent.end]))
    if KIN.search(ahead) or about is None or not _SHE_WAS_BORN.fullmatch(ahead):
        return
    for told in sentences[:LEAD]:
        if told is sentence or not _IN_COURT.search(lower(told.extent.of(plain))):
            continue
        for stated, years in _ages(plain, told):
            lead = lower(plain[told.extent.start : stated.extent.start])
            aged = Aged(stated.extent, years, moment(birth), now, False, Binding.INFERRED)
            every = [one for each in sentences for _, one in _ages(plain, each) if one != years]
            told_again = any(aged.possible.meets(one) for one in every)
            slip = aged.possible.meets(_around(years)) and not told_again
            if slip and _SOMEBODY.search(lead):
                yield aged
                return


def _around(years: Bounds) -> Bounds:
    """The ages that a slip can make of ``years``; what lies farther off is one of long ago."""
    return years + Bounds(Decimal(-SLIP), Decimal(SLIP))


def _name_beside(plain: str, told: ScannedSentence, stated: TimeExpression) -> str | None:
    """The surname of who is named right before an age, or behind one that opens a sentence."""
    ahead = _NAME_AHEAD.search(plain[max(0, stated.extent.start - BESIDE) : stated.extent.start])
    opens = _OPENS.fullmatch(plain, told.extent.start, stated.extent.start)
    behind = _NAME_BEHIND.match(plain, stated.extent.end) if opens else None
    found = ahead or behind
    return None if found is None else found["surname"]


def _of_title(context: Context, now: Moment) -> Iterator[Aged]:
    plain = context.document.plain
    title, lead = context.sentences[0], context.sentences[1:LEAD]
    if context.document.blocks[title.sentence.block].kind is not BlockKind.TITLE:
        return
    told = [(one.extent, years) for one, years in _ages(plain, title)] or _candles(title)
    births = _births(context, context.sentences[1:])
    if len(told) != 1 or len(births) != 1 or context.quoted(births[0][1].extent):
        return
    ((stated, years),), ((sentence, birth),) = told, births
    again = any(years == one for each in lead for _, one in _ages(plain, each))
    if not again or not _is_the_same(plain, title, lead, sentence, birth):
        return
    aged = Aged(stated, years, moment(birth), now, False, Binding.INFERRED)
    others = [one for each in context.sentences for _, one in _ages(plain, each) if one != years]
    if not any(aged.possible.meets(one) for one in others):
        yield aged


def _candles(sentence: ScannedSentence) -> list[tuple[Extent, Bounds]]:
    """ "Yvonne Chabrier souffle ses 101 bougies"."""
    return [
        (one.extent, Bounds.exactly(one.value))
        for one in sentence.quantities
        if told_noun(one) == "bougie" and one.value is not None
    ]


def _ages(plain: str, sentence: ScannedSentence) -> list[tuple[TimeExpression, Bounds]]:
    return [
        (time, years)
        for time in sentence.times
        if time.kind is TimeKind.AGE and is_own(plain, sentence, time)
        if (years := age_as_told(plain, time)) is not None
    ]


def _is_the_same(
    plain: str,
    title: ScannedSentence,
    lead: Sequence[ScannedSentence],
    sentence: ScannedSentence,
    birth: TimeExpression,
) -> bool:
    """Whether the one who was born can be the one of the title: no kin, of one sex."""
    ahead = lower(plain[sentence.extent.start : birth.extent.start])
    if KIN.search(ahead) or _ANOTHER.search(ahead):
        return False
    about = lower(plain[title.extent.start : lead[-1].extent.end if lead else title.extent.end])
    if _BORN_WOMAN.search(ahead):
        return _WOMAN.search(about) is not None and " homme " not in f" {about} "
    return _BORN_MAN.search(ahead) is None or " femme " not in f" {about} "
