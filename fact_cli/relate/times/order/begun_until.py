"""What began in a year and is told to have lasted until an earlier one.

"Élu maire en 1912, il le demeura jusqu'en 1908", "La ligne, ouverte en 1887, a fonctionné
jusqu'en 1869".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Moment, Order
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import CalendarForm, RangeForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.moments import KIN, dates, moment, names_year

_BEGUN = (
    r"(?:née?|élue?|réélue?|nommée?|désignée?|choisie?|promue?|entrée?|arrivée?|installée?|devenue?"
    r"|engagée?|embauchée?|recrutée?|titularisée?|ordonnée?|intronisée?|couronnée?|fondée?|créée?"
    r"|ouverte?|ouvert|inaugurée?|construite?|bâtie?|lancée?|mise? en (?:service|vente|place)"
    r"|implantée?|instituée?|instaurée?|établie?|adoptée?|incarcérée?|internée?|emprisonnée?"
    r"|enfermée?|mariée?|affectée?|mutée?|exilée?|repris(?:e)?|acquise?|achetée?|rachetée?)s?"
)
_OPENS = re.compile(
    rf"(?:[^.;:,()\d]{{3,60}}, (?:qui (?:a été|fut|est) )?)?{_BEGUN}\b[^.;:()\d]{{0,60}} $"
)
_TOLD = re.compile(
    rf"[^.;:,()\d]{{2,60}} (?:a été |avait été |fut |est |était )?(?:{_BEGUN}"
    r"|devient|devint|prend|prit|entre|entra|arrive|arriva|s'installe|s'installa|ouvre|ouvrit|fonde"
    r"|fonda|crée|créa|naît|naquit|reprend|reprit|succède|succéda|rejoint|rejoignit|débute|débuta"
    r"|commence|commença)\b[^.;:()\d]{0,60} $"
)
_LASTS = (
    r"(?:demeur|rest|occup|exerc|dirig|présid|conserv|gard|gouvern|régn|sièg|siég|administr|enseign"
    r"|travaill|jou|évolu|fonctionn|serv|accueill|abrit|tourn|circul|roul|habit|résid|gér|gèr|pilot"
    r"|entraîn|animer|anim|exploit|aliment|produi|fabriqu|employ|anim|tenu|tien|tin|vécu|vit|vivr|fut"
    r"|ser(?:a|ont)|était|paru|paraît|paraiss|dur|héberg|form|publi|officié|offici|command|oeuvr|œuvr"
    r"|purg|détien|détin|détenu|appartien|appartin|appartenu|maintien|maintin|maintenu)[^\W\d_]*"
)
_UNTIL = re.compile(
    rf"(?:,| et| avant d'être| puis)?[^.;:()\d]{{0,80}}?\b{_LASTS}\b[^.;:()\d]{{0,70}} $"
)
_DIRECT = re.compile(r",? (?:et (?:ce )?)?(?:[^\W\d_]+ (?:le|la|à|au|en) [^\W\d_]+ )?$")
_ABOUT = re.compile(r"\b(?:qui|que|où|dont|quand|lorsque)\b|\bqu'")
# What somebody did besides: "élu en 2014, il a présidé le club jusqu'en 2012".
_OBJECT = re.compile(
    rf"\b{_LASTS} (?:(?:l[ea]|les|une?|son|sa|ses|des) |l')"
    r"(?!(?:poste|fonction|mandat|charge|siège|fauteuil|métier|emploi)s?\b)[^\W\d_]"
)
_OBJECT_BEHIND = re.compile(r" (?:(?:l[ea]|les|une?|son|sa|ses|des) |l')[^\W\d_]")
# Another time or another thing: what is told of history, of a rival, of a copy.
_OTHERWISE = re.compile(
    r"\b(?:histoire|retrac\w+|racont\w+|évoqu\w+|couvr\w+|remont\w+|recul\w+|rétroactiv\w*|archives?"
    r"|ancien\w*|prédécess\w+|avant lui|auparavant|jadis|autrefois|qui avait|qui avaient"
    r"|rétrospectiv\w*|reconstitu\w+|consacr\w+|parcour\w+|av\. j|avant (?:notre ère|jésus))"
)


def find(context: Context) -> Iterator[Order]:
    if not context.tells(("jusqu'",)):
        return
    plain = context.document.plain
    for sentence in context.sentences:
        ends = [(time, end) for time in sentence.times if (end := _until(time)) is not None]
        begun = [time for time in dates(sentence) if names_year(time)]
        if len(ends) != 1 or len(begun) != 1 or len(sentence.times) > len(begun) + len(ends):
            continue
        (time, end), start = ends[0], begun[0]
        words = lower(sentence.extent.of(plain))
        if _OTHERWISE.search(words) or KIN.search(_between(plain, start, time)):
            continue
        if _is_one_course(plain, sentence, start, time):
            yield Order(moment(start), end, ("début", "fin"), Binding.INFERRED)


def _until(time: TimeExpression) -> Moment | None:
    match time.form:
        case RangeForm(begin=None, end=CalendarForm(parts=parts)) if parts.year is not None:
            return Moment(time.extent, parts.interval())
        case _:
            return None


def _between(plain: str, start: TimeExpression, until: TimeExpression) -> str:
    return lower(plain[start.extent.end : max(start.extent.end, until.extent.start)])


def _is_one_course(
    plain: str, sentence: ScannedSentence, start: TimeExpression, until: TimeExpression
) -> bool:
    if until.extent < start.extent:
        return False
    ahead = lower(plain[sentence.extent.start : start.extent.start])
    link = _between(plain, start, until)
    if _ABOUT.search(link) or _OBJECT.search(link) or _OBJECT_BEHIND.match(plain, until.extent.end):
        return False
    told = _OPENS.fullmatch(ahead) or _TOLD.fullmatch(ahead)
    return bool(told) and bool(_UNTIL.fullmatch(link) or _DIRECT.fullmatch(link))
