"""So many years ago, and the date that it was, told further on; how old a thing is that is dated.

"Voilà soixante-dix ans que le barrage cédait, ce 20 novembre 1937"; "il y a vingt ans, l'usine
brûlait. C'était en 1994"; "vieille de 120 ans, la halle date de 1874".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Jubilee, Moment
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import Deixis, LengthForm
from fact_cli.relate.context import Context
from fact_cli.relate.passage import adjoin
from fact_cli.relate.times.moments import dates, moment, names_year, published
from fact_cli.relate.times.years.ago import is_hedged

_CUES = ("il y a ", "voilà ", "voici ", "cela fait ", "ça fait ", "vieux de ", "vieille de ")
# What opens the sentence that says how long ago, where the length is not read with it.
_IT_MAKES = re.compile(
    r"(?:mais |et )?(?:(?:cela|ça) fai(?:t|sait)|voilà|voici|il y a) "
    r"(?:(?:aujourd'hui|exactement|déjà|tout juste|donc|maintenant|ce [^\W\d_]+|cette année)"
    r"(?: même)?,? )*"
)
_OPENS = re.compile(r"(?:mais |et |c'était )?")
_TO_THE_DAY = r"(?:,? (?:jour pour jour|tout juste|exactement|déjà))?"
# "… que le barrage cédait, ce 20 novembre 1937", "… naissait la coopérative : c'était le 3 mai".
_IT_WAS = re.compile(
    rf"{_TO_THE_DAY},?(?: que | qu'| )(?!d'abord\b)[^.;:,()\d]{{3,90}}"
    r"(?:, (?:ce |le )?|(?: :|,|;) c'était (?:en |le |un )?| : (?:en |le )?)"
)
_CLOSES = re.compile(r" ?[.!?]|$|, (?:à|au|dans|vers|un|devant|par)\b")
_THEN = re.compile(r"(?:c'était |cela se passait |nous étions )(?:en |le |un |à l')?|")
# What is dated is as old as it is told to be.
_THING = r"(?:l[ea] |l'|cet(?:te)? |ce )(?!ancien)[^.;:,()\d]{2,40}"
_DATES = (
    r" (?:date (?:de|du)|remonte (?:à|au)"
    r"|a été (?:bâti|construit|édifié|érigé|élevé|planté|mise? en service)e?(?: en)?)"
    r"(?: [^.;:,()\d]{2,20})? "
)
_OLD_FIRST = re.compile(r"vie(?:ux|ille) de (?:près de |plus de |quelque |presque )?")
_OLD_BEHIND = re.compile(
    rf"{_THING}, (?:âgée? |vieux |vieille )de (?:près de |plus de |quelque |presque )?"
)
_OF_THING = re.compile(rf", {_THING}{_DATES}")
_OF_IT = re.compile(rf",{_DATES}")


def find(context: Context) -> Iterator[Jubilee]:
    now = published(context)
    if now is None or not context.tells(_CUES):
        return
    plain, sentences = context.document.plain, context.sentences
    for index, sentence in enumerate(sentences):
        named = [one for one in dates(sentence) if names_year(one)]
        for ago in sentence.times:
            years = _years(ago)
            if years is None or context.quoted(ago.extent):
                continue
            dated = _dated(plain, sentences, index, ago, named)
            if dated is not None and moment(dated).year != now.year:
                yield _jubilee(plain, ago, years, dated, now)


def _jubilee(
    plain: str, ago: TimeExpression, years: int, dated: TimeExpression, now: Moment
) -> Jubilee:
    hedged = is_hedged(plain, ago)
    return Jubilee(ago.extent, years, moment(dated), now, hedged, False, Binding.INFERRED)


def _years(time: TimeExpression) -> int | None:
    form = time.form
    mere = isinstance(form, LengthForm) and not form.vague and not form.duration.months
    if not mere or not isinstance(form, LengthForm) or form.side is Deixis.NEXT:
        return None
    return int(form.duration.years) or None


def _dated(
    plain: str,
    sentences: Sequence[ScannedSentence],
    index: int,
    ago: TimeExpression,
    named: Sequence[TimeExpression],
) -> TimeExpression | None:
    """The date of what was so many years ago, or of what is so old."""
    sentence = sentences[index]
    ahead = lower(plain[sentence.extent.start : ago.extent.start])
    if len(named) == 1 and named[0].extent.start > ago.extent.end:
        link = lower(plain[ago.extent.end : named[0].extent.start])
        return named[0] if _is_told_of(plain, ago, ahead, link, named[0]) else None
    if named or not _is_ago(ago, ahead) or index + 1 >= len(sentences):
        return None
    behind = sentences[index + 1]
    later = [one for one in dates(behind) if names_year(one)]
    if len(later) != 1 or not adjoin(plain, sentence, behind):
        return None
    then = lower(plain[behind.extent.start : later[0].extent.start])
    this = lower(later[0].extent.of(plain)).startswith("ce ")
    return later[0] if _THEN.fullmatch(then) and (then or this) else None


def _is_ago(ago: TimeExpression, ahead: str) -> bool:
    """Whether a sentence opens with how long ago something was."""
    form = ago.form
    read = isinstance(form, LengthForm) and form.side is Deixis.LAST
    return (_OPENS if read else _IT_MAKES).fullmatch(ahead) is not None


def _is_told_of(
    plain: str, ago: TimeExpression, ahead: str, link: str, dated: TimeExpression
) -> bool:
    if _OLD_FIRST.fullmatch(ahead):
        return _OF_THING.fullmatch(link) is not None
    if _OLD_BEHIND.fullmatch(ahead):
        return _OF_IT.fullmatch(link) is not None
    told = _is_ago(ago, ahead) and _IT_WAS.fullmatch(link) is not None
    return told and _CLOSES.match(plain, dated.extent.end) is not None
