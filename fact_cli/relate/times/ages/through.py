"""Ages that a length ties to another: of brothers and sisters, of one person before and after.

"Maude, 36 ans, et son frère Étienne, 38 ans, de quatre ans son cadet"; "un quinquagénaire se
réveille trente ans plus tôt, dans la peau du garçon de 14 ans qu'il était".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.age_through import AgeThrough
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.times import Deixis, LengthForm, RangeForm, ShiftForm
from fact_cli.relate.context import Context, up_to
from fact_cli.relate.times.ages.dated import age_as_told
from fact_cli.relate.times.ages.told import told_ages
from fact_cli.relate.times.moments import dates

_CUES = ("cadet", "aîné", "plus tôt", "auparavant", "en arrière", "dans ", "il y a ", "entré")
# "De quatre ans son cadet", "son cadet de quatre ans".
_BEHIND = re.compile(r" (?:son|sa|leur) (?P<which>cadet(?:te)?|aînée?)\b")
_AHEAD = re.compile(r"\b(?:son|sa|leur) (?P<which>cadet(?:te)?|aînée?) (?:de|d'environ) $")
_KIN_NAMED = re.compile(
    r"\b(?:frère|sœur|demi-frère|demi-sœur|cousine?|mari|femme|époux|épouse|compagne|compagnon"
    r"|associée?|amie?|complice|collègue|rivale?|petite? amie?)(?: (?P<name>[A-ZÀ-Þ][\w'-]+)"
    r"(?: [A-ZÀ-Þ][\w'-]+)*)?(?:,| \()? (?:âgée? de )?$"
)
_NEXT_AGE = re.compile(r",? \(?(?:âgée? de |aujourd'hui |un [^\W\d_]+ de |une [^\W\d_]+ de )?")
_THE_OTHER = {
    "cadet": re.compile(
        r"(?:Le (?:second|cadet|plus jeune|benjamin)|La (?:seconde|cadette))(?:,| \()"
    ),
    "aîné": re.compile(r"(?:L'aînée?|L[ea] plus âgée?)(?:,| \()"),
}
# Who is young again: "se réveille trente ans plus tôt, dans le corps du garçon de 14 ans".
_YOUNG_AGAIN = re.compile(
    r"\b(?:réveill|retrouv|replong|revi(?:ent|t)|projet|propuls|renvoy|ramen|rajeuni|transport"
    r"|catapult)[^.;]*$"
)
_AS_BEFORE = re.compile(
    r",? (?:dans (?:la peau|le corps) (?:de |d'|du )[^.;:,]{2,40} (?:de |d')"
    r"|avec (?:[^.;:]{2,40} )?ses |(?:âgée? |alors âgée? )?(?:de |d'|à ))"
)
_AT = re.compile(r",? (?:à (?:l'âge de )?)(?:à peine |seulement )?")
_UNTIL = re.compile(r"(?: durant)?,? (?:et )?jusqu'à (?:sa|son) [^\W\d_]+,? à (?:l'âge de )?")
_ENTERED = re.compile(
    r"(?:Entrée?|Embauchée?|Arrivée?|Recrutée?|Engagée?)\b[^.;:,]{0,50}\b(?:à|dès) (?:l'âge de )?$"
)
_WORKED = re.compile(
    r", (?:il|elle) (?:y (?:a |aura )(?:travaillé|passé|fait|œuvré)|y travaillera|y restera"
    r"|y est restée?)(?: pendant)? $"
)
_WHERE_ENTERED = re.compile(
    r"[^.;:]{0,50}\boù (?:il|elle) (?:est|était) (?:entrée?|arrivée?|montée?) à (?:l'âge de )?"
)
_SPENT = re.compile(r"\b(?:a|aura) (?:passé|travaillé|servi) (?:pendant )?$")
_GOES_ON = re.compile(r"(?:Il|Elle|L'intéressée?)\b")
ONE = Decimal(1)
BACK = 2  # sentences before in which the other age stands


def find(context: Context) -> Iterator[AgeThrough]:
    if not context.tells(_CUES):
        return
    for index, sentence in enumerate(context.sentences):
        for gap in sentence.times:
            yield from _kin(context, index, gap)
            yield from _young_again(context, index, gap)
            yield from _before_or_after(context, index, gap)
        yield from _at_work(context.document.plain, sentence)


def _years(time: TimeExpression) -> Decimal | None:
    """The whole years of a mere length, or of a shift."""
    match time.form:
        case LengthForm(vague=False, step=0, duration=length) | ShiftForm(duration=length):
            return length.years if length.years and not length.months else None
        case _:
            return None


def _ages(sentence: ScannedSentence) -> list[TimeExpression]:
    ages = [one for one in sentence.times if one.kind is TimeKind.AGE]
    return [one for one in ages if isinstance(one.form, RangeForm) or _years(one)]


def _through(
    plain: str, base: TimeExpression, gap: TimeExpression, stated: TimeExpression, shift: Decimal
) -> Iterator[AgeThrough]:
    """``stated`` against the age at ``base``, ``shift`` years away."""
    known, told = age_as_told(plain, base), age_as_told(plain, stated)
    if known is None or told is None or known.low is None or known.high is None:
        return
    if told.low is None or told.low != told.high:
        return
    possible = Bounds(known.low + shift - ONE, known.high + shift + ONE)
    yield AgeThrough(base.extent, gap.extent, possible, stated.extent, told.low)


def _kin(context: Context, index: int, gap: TimeExpression) -> Iterator[AgeThrough]:
    """ "Son frère Étienne, de quatre ans son cadet", and how old each of them is."""
    plain, sentence, years = context.document.plain, context.sentences[index], _years(gap)
    if years is None or context.quoted(gap.extent):
        return
    behind = _BEHIND.match(plain, gap.extent.end)
    ahead = _AHEAD.search(lower(words_before(plain, gap.extent.start, 30)))
    which = behind or ahead
    if which is None:
        return
    younger = which["which"].startswith("cadet")
    end = behind.end() if behind is not None else gap.extent.end
    near = up_to(context.sentences, index, BACK if ahead else 0)
    before = [one for each in near for one in _ages(each) if one.extent.end <= gap.extent.start]
    before = [one for one in before if one is not gap]
    own = _age_of_other(context, sentence, gap, end, named=behind is not None)
    base = [one for one in before if own is None or one.extent != own.extent]
    if own is None and ahead is not None and len(base) == 1:
        own = _told_later(context, index, "cadet" if younger else "aîné")
    if own is None and behind is not None and len(base) == 1:
        own = _by_name(context, sentence, gap, base[0])
    if own is not None and len(base) == 1:
        yield from _through(plain, base[0], gap, own, -years if younger else years)


def _age_of_other(
    context: Context, sentence: ScannedSentence, gap: TimeExpression, end: int, *, named: bool
) -> TimeExpression | None:
    """The age that stands beside the length: "Étienne, 38 ans, de quatre ans son cadet"."""
    plain = context.document.plain
    for one in sentence.times:
        mere = isinstance(one.form, LengthForm) and one.form.side is None
        if one.extent == gap.extent or not mere:
            continue
        link = plain[end : max(end, one.extent.start)]
        if one.extent.start >= end and _NEXT_AGE.fullmatch(lower(link)):
            return one
        joined = plain[one.extent.end : max(one.extent.end, gap.extent.start)] in {", de ", ") de "}
        kin = _KIN_NAMED.search(plain, sentence.extent.start, one.extent.start)
        if named and joined and kin is not None:
            return one
    return None


def _told_later(context: Context, index: int, which: str) -> TimeExpression | None:
    """ "Le second, un étudiant de 27 ans": the other of the two, sentences below."""
    plain = context.document.plain
    for sentence in context.sentences[index + 1 :]:
        if _THE_OTHER[which].match(plain, sentence.extent.start):
            ages = _ages(sentence)
            return ages[0] if len(ages) == 1 else None
    return None


def _by_name(
    context: Context, sentence: ScannedSentence, gap: TimeExpression, base: TimeExpression
) -> TimeExpression | None:
    """ "Étienne Fortier, 38 ans": who was named beside the length, with an age elsewhere."""
    plain = context.document.plain
    end = gap.extent.start - (3 if plain.endswith("de ", 0, gap.extent.start) else 0)
    kin = _KIN_NAMED.search(plain, sentence.extent.start, end)
    if kin is None or kin["name"] is None:
        return None
    name = re.compile(rf"\b{re.escape(kin['name'])}(?: [A-ZÀ-Þ][\w'-]+)*(?:, | \()$")
    found = [
        one
        for each in context.sentences
        for one in _ages(each)
        if one.extent not in (gap.extent, base.extent)
        and name.search(plain, each.extent.start, one.extent.start)
    ]
    return found[0] if len(found) == 1 else None


def _young_again(context: Context, index: int, gap: TimeExpression) -> Iterator[AgeThrough]:
    """Who wakes up so many years ago, as old as the story says."""
    plain, sentence, years = context.document.plain, context.sentences[index], _years(gap)
    form = gap.form
    if years is None or not isinstance(form, ShiftForm) or form.side is not Deixis.LAST:
        return
    ahead = lower(plain[sentence.extent.start : gap.extent.start])
    behind = [one for one in _ages(sentence) if one.extent > gap.extent]
    if form.base is not None or not _YOUNG_AGAIN.search(ahead) or not behind:
        return
    if not _AS_BEFORE.fullmatch(lower(plain[gap.extent.end : behind[0].extent.start])):
        return
    near = up_to(context.sentences, index, BACK)
    before = [one for each in near for one in _ages(each) if one.extent < gap.extent]
    if len(before) == 1:
        yield from _through(plain, before[0], gap, behind[0], -years)


def _before_or_after(context: Context, index: int, gap: TimeExpression) -> Iterator[AgeThrough]:
    """ "Il a 62 ans. Il partira dans deux ans, à 64 ans": of who was told of right before."""
    plain, sentence, years = context.document.plain, context.sentences[index], _years(gap)
    form = gap.form
    if years is None or not isinstance(form, LengthForm) or form.side is None or index == 0:
        return
    beside = [
        one
        for one in _ages(sentence)
        if _AT.fullmatch(plain[gap.extent.end : max(gap.extent.end, one.extent.start)])
    ]
    former = context.sentences[index - 1]
    known = _ages(former)
    if len(beside) != 1 or len(known) != 1 or dates(former):
        return
    told = [one for one in told_ages(context, former) if not one.dated]
    has = plain.endswith(" a ", 0, known[0].extent.start)
    if (told or has) and _GOES_ON.match(plain, sentence.extent.start):
        shift = years if form.side is Deixis.NEXT else -years
        yield from _through(plain, known[0], gap, beside[0], shift)


def _at_work(plain: str, sentence: ScannedSentence) -> Iterator[AgeThrough]:
    """ "Entré à 16 ans, il y a travaillé quarante ans, jusqu'à sa retraite à 56 ans"."""
    told = [one for one in sentence.times if _years(one)]
    if len(told) != 3 or len(sentence.times) != 3:
        return
    first, gap, last = told
    years = _years(gap)
    opens = plain[sentence.extent.start : first.extent.start]
    if years is None:
        return
    ahead = plain[first.extent.end : gap.extent.start]
    link = lower(words_after(plain, gap.extent.end, last.extent.start - gap.extent.end))
    if _ENTERED.fullmatch(opens) and _WORKED.fullmatch(ahead) and _UNTIL.fullmatch(link):
        yield from _through(plain, first, gap, last, years)
    elif _SPENT.search(ahead) and _WHERE_ENTERED.fullmatch(link):
        yield from (
            one for one in _through(plain, first, gap, last, -years) if one.years > one.most
        )
