"""The age of the one whom an article is about, anywhere in it: "morte à 104 ans … née en 1923"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Aged, Moment
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.relate.context import Context
from fact_cli.relate.times.ages.dated import age_as_told
from fact_cli.relate.times.ages.who import is_own
from fact_cli.relate.times.moments import (
    KIN,
    dates,
    is_birth,
    is_death,
    lives,
    moment,
    names_year,
    published,
)

NEWS = 60  # days: a death before that is no news
NEAR = 2  # sentences of one block in which `fact_cli.relate.times.ages.age` looks
# A first name and a surname, the last word of what is taken for a name.
_FULL_NAME = re.compile(
    r"(?<![\w-])(?:M\.|Mme|Mlle|[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?)"
    r" (?:(?:de|du|des|d'|Le|La|El|Ben|Van|Von|van|von|Mc|Di|Da) ?)*"
    r"(?P<surname>[A-ZÀ-Þ][\w'-]{2,})"
)
_SENTENCES = re.compile(r"(?<=[.!?…»]) |\n")
_OPENING_NAME = re.compile(
    r"(?:(?:Le|La|L'|Son|Sa)(?: ?[a-zà-ÿ][\w-]*){1,4} )?"
    r"[A-ZÀ-Þ][a-zà-ÿ-]+ (?P<surname>[A-ZÀ-Þ][\w'-]{2,})"
)
_DIED = re.compile(
    r"\b(?:morte?|mourir|décédée?|éteinte?|éteindre|disparue?|disparition|décès|décède|meurt"
    r"|s'éteint|emportée?)\b[^.;:()]{0,80}\b(?:à|âgée? de|dans sa) (?:l'âge de )?$"
)
_HONOURED = re.compile(
    r"\b(?:rue|place|square|école|collège|lycée|salle|stade|prix|plaque|statue|timbre|exposition"
    r"|hommage|rétrospective|anniversaire|centenaire|portera|aura)\b"
)
_OTHERS = re.compile(
    r"\b(?:victimes?|personnes|passagers?|enfants?|conductrice|conducteur|élève|patiente?|habitants"
    r"|avait (?:perdu|vu mourir)|assassin|meurtr|accident|tué)"
)
# "L'acteur qui l'a révélé est né en 1930": somebody else.
_OF_OTHER = re.compile(
    r"(?:l[ea] |l'|une? |son |sa )[^.;:,]{2,40} (?:qui|que|dont|chez qui) (?:l'|la |le )"
)
_ABOUT = re.compile(r"(?:Il|Elle)\b|(?:L'|La |Le |Cet(?:te)? |Ce )[^.;:,]{3,40} (?:est|s'est)\b")
_BORN = re.compile(r"\b[Nn]é(?P<female>e)?\b")
_PARTICIPLE = re.compile(r"\b(?:mort|décédé|éteint|disparu|emporté)e?\b")
_DEAD_WOMAN = re.compile(r"\b(?:morte|décédée|éteinte|disparue|emportée|âgée|Elle|elle)\b")
_DEAD_MAN = re.compile(r"\b(?:mort|décédé|éteint|disparu|emporté|âgé|Il|il)\b")


def find(context: Context) -> Iterator[Aged]:
    plain, now = context.document.plain, published(context)
    births = [
        (index, sentence, time)
        for index, sentence in enumerate(context.sentences)
        for time in dates(sentence)
        if names_year(time) and is_birth(plain, sentence, time)
    ]
    if now is None or len(births) != 1 or any(lives(plain, each) for each in context.sentences):
        return
    ((at, born_in, born),) = births
    if context.quoted(born.extent) or KIN.search(
        lower(plain[born_in.extent.start : born.extent.start])
    ):
        return
    ahead = lower(plain[born_in.extent.start : born.extent.start])
    if _OF_OTHER.search(ahead):
        return
    for index, sentence in enumerate(context.sentences):
        if sentence.sentence.block == born_in.sentence.block and abs(index - at) <= NEAR:
            continue
        for stated in sentence.times:
            if stated.kind is TimeKind.AGE and is_own(plain, sentence, stated):
                yield from _aged(context, (born_in, born), sentence, stated, now)


def _aged(
    context: Context,
    birth: tuple[ScannedSentence, TimeExpression],
    sentence: ScannedSentence,
    stated: TimeExpression,
    now: Moment,
) -> Iterator[Aged]:
    plain = context.document.plain
    years = age_as_told(plain, stated)
    ahead = plain[sentence.extent.start : stated.extent.start]
    born_in, born = birth
    words = lower(sentence.extent.of(plain))
    if years is None or not _DIED.search(lower(ahead)) or _OTHERS.search(words):
        return
    named, own = _surnames(sentence.extent.of(plain)), _surnames(born_in.extent.of(plain))
    same = named & own if named and own else _ABOUT.match(ahead) or named or own
    if not own and named and _led_by_other(plain, sentence.extent.end, born_in.extent.start, named):
        return
    if not same or not _is_one_sex(born_in.extent.of(plain), ahead):
        return
    told = [time for time in dates(sentence) if is_death(plain, sentence, time)]
    dated = any(names_year(time) for time in dates(sentence))
    if (
        len(told) > 1
        or (dated and not told)
        or (not told and _is_long_dead(context, sentence, now))
    ):
        return
    seen = moment(told[0]) if told else now
    yield Aged(stated.extent, years, moment(born), seen, True, Binding.INFERRED)


def _led_by_other(plain: str, start: int, end: int, named: frozenset[str]) -> bool:
    """Whether the sentence that ends at ``end`` opens with somebody else's name."""
    told = _SENTENCES.split(plain[start:end].strip())[-1]
    opens = _OPENING_NAME.match(told)
    return opens is not None and opens["surname"] not in named


def _is_long_dead(context: Context, sentence: ScannedSentence, now: Moment) -> bool:
    """Whether a death without a date is no news: dated long ago, or of somebody honoured."""
    plain, today = context.document.plain, now.interval.begin
    deaths = [t for each in context.sentences for t in dates(each) if is_death(plain, each, t)]
    begun = [moment(time).interval.begin for time in deaths]
    old = any(day and today and (today - day).days > NEWS for day in begun)
    return old or _HONOURED.search(lower(sentence.extent.of(plain))) is not None


def _surnames(words: str) -> frozenset[str]:
    return frozenset(found["surname"] for found in _FULL_NAME.finditer(words))


def _is_one_sex(birth: str, death: str) -> bool:
    """Whether who was born and who died can be one: "née", "morte"."""
    born, told = _BORN.search(birth), _PARTICIPLE.findall(death)
    if born is None:
        return True
    if told:
        return told[-1].endswith("e") == bool(born["female"])
    return (_DEAD_WOMAN if born["female"] else _DEAD_MAN).search(death) is not None
