"""Two dates whose order a word tells: "en 2014, après … en 2016", "en 2012, avant … en 2009"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fact_cli.lang.words import lower, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Order
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.times import CalendarForm
from fact_cli.relate.context import Context
from fact_cli.relate.passage import adjoin
from fact_cli.relate.times.moments import dates, moment, names_year, nominal

_AFTER = re.compile(
    r"[^.;:()\d]{0,40}?,? (?:juste |peu |aussitôt )?après "
    r"(?:avoir |s'être |l'avoir |y avoir |en avoir |l[ae] |l'|les |une? |son |sa |ses |leur )"
    r"[^.;:()\d]{2,90} (?P<link>en|le|dès|fin|début|à l'(?:été|automne)|en [^\W\d_]+) $"
)
_BEFORE = re.compile(
    r"[^.;:()\d]{0,40}?,? (?:juste |peu )?avant "
    r"(?:de |d'|l[ae] |l'|les |une? |son |sa |ses |leur |que |qu')"
    r"[^.;:()\d]{2,90} (?P<link>en|le|dès|fin|début|à l'(?:été|automne)|en [^\W\d_]+) $"
)
_THEN = re.compile(
    r",?(?: et)? (?:puis|ensuite|et finalement) [^\W\d_]+[^.;:()\d]{2,60}"
    r" (?P<link>en|le|dès|fin|début) $"
)
_PARTICIPLE = r"[^\W\d_]+(?:é|i|u|is|it|ert|eint|aint)e?s?"
_BE = (
    r"(?:a été|ont été|avai(?:t|ent) été|a|ont|est|sont|fut|furent|s'est|se sont"
    r"|avai(?:t|ent)|étai(?:t|ent))"
)
# "Après avoir été élu en 2021, il a été battu en 2020": no other participle leads to the last date.
_OPENS_AFTER = re.compile(
    r"après (?:s'être|être|(?:l'|l[ea] |les |y |en )?avoir) [^.;:()\d]{2,80}"
    r" (?:en|le|dès|fin|début) $"
)
MAIN_CLAUSE = re.compile(
    rf"(?:[^.;:,()\d]{{0,40}})?, (?:[^.;:,()\d]{{2,60}}? )?{_BE} (?:[^\W\d_]+ment |finalement )?"
    rf"{_PARTICIPLE}(?P<rest>[^.;:,()\d]{{0,60}}) (?P<link>en|le|dès|fin|début) $"
)
OF_OTHER = re.compile(rf" (?:{_PARTICIPLE}|qui|dont|que|où)\b")  # "une maison fondée en 1890"
BESIDE_DATE = re.compile(rf" {_PARTICIPLE}$")
# "Entré à l'école en 1975, il obtient son diplôme en 1971": what a life goes on with.
_OPENED_BY = re.compile(
    r"(?:[^.;:,()\d]{3,60}, )?(?:entré|arrivé|engagé|embauché|recruté|nommé|élu|débarqué|installé"
    r"|inscrit|admis|formé|promu|muté|parti|devenu|lancé|créé|fondé|ouvert|inauguré|né|apparu"
    r"|enrôlé|affecté|ordonné|reçu)e?s?\b[^.;:,()\d]{0,60} (?:en|le|dès|fin|début) $"
)
THEN_DOES = re.compile(
    r"(?: [^.;:,()\d]{0,40})?, (?:ils?|elles?|l[ea] [^.;:,()\d]{3,30}|l'[^.;:,()\d]{3,30}) "
    r"(?:y |en |l'|la |le |lui |s'|se |s'y )?(?:devi(?:ent|endra|nt)|obtient|décroche|quitte|prend"
    r"|rejoint|fonde|crée|lance|ouvre|publie|signe|démissionne|part|accède|succède|passe|termine"
    r"|remporte|épouse|intègre|rachète|reprend|revend|ferme|meurt|retourne|revient|rentre|sort|achève"
    r"|monte|gagne|dirige|préside|soutient|installe|marie|change|déménage|cède|vend|disparaît)"
    r"\b(?P<rest>[^.;:,()\d]{0,60}) (?P<link>en|le|dès|fin|début) $"
)
# The next sentence goes on in time: "Elle avait ensuite été vendue en 2019".
_NEXT = re.compile(
    rf"(?:ils?|elles?) {_BE} (?:ensuite|par la suite|finalement|enfin)"
    r" [^.;:,()\d]{2,70} (?:en|le|dès|fin|début) $"
)
# The other date is that of a plan, of a comparison or of another time.
_OTHERWISE = re.compile(
    r"\b(?:prév\w+|programm\w+|annonc\w+|attend\w+|initial\w+|report\w+|depuis|jusqu|d'après"
    r"|qualifi\w+|éliminatoires?|en vue|pour|contre|par rapport|déjà|encore|posthume|fix\w+|sera"
    r"|seront|devrai\w*|avant (?:même )?la fin|d'ici)\b"
)
_RESULT = re.compile(
    r"\b(?:sacrée?s?|battue?s?|titrée?s?|médaillée?s?|couronnée?s?|éliminée?s?|finalistes?|vainqueurs?"
    r"|championne?s?|lauréate?s?|vice|demi-finalistes?|deuxièmes?|troisièmes?|quatrièmes?)\b"
)
NAMED = 40  # characters before a date in which a result is told
_NAMES = ("ce qui vient d’abord", "ce qui vient après")
NEAR = 120  # days: two dates without a year that lie farther apart may be of two years


def find(context: Context) -> Iterator[Order]:
    plain = context.document.plain
    for sentence in context.sentences:
        told = _told(sentence)
        if len(told) == 2 and not _OTHERWISE.search(lower(sentence.extent.of(plain))):
            for first, last in pairwise(told):
                yield from _ordered(plain, sentence, first, last)
    for former, sentence in pairwise(context.sentences):
        if former.times and sentence.times and adjoin(plain, former, sentence):
            yield from _on_to_next(plain, former, sentence)


def _on_to_next(plain: str, former: ScannedSentence, sentence: ScannedSentence) -> Iterator[Order]:
    """ "Elle a été achetée en 2021. Elle a ensuite été vendue en 2019"."""
    first, last = _told(former), _told(sentence)
    words = lower(plain[former.extent.start : sentence.extent.end])
    if len(first) != 1 or len(last) != 1 or _OTHERWISE.search(words):
        return
    if _NEXT.fullmatch(lower(plain[sentence.extent.start : last[0].extent.start])):
        yield from _in_order(first[0], last[0])


def _opens_after(plain: str, sentence: ScannedSentence, first: TimeExpression, link: str) -> bool:
    """Whether a sentence opens with what came first, and goes on with what came then."""
    opens = lower(plain[sentence.extent.start : first.extent.start])
    main = MAIN_CLAUSE.fullmatch(link) if _OPENS_AFTER.fullmatch(opens) else None
    return main is not None and not BESIDE_DATE.search(main["rest"])


def _goes_on(plain: str, sentence: ScannedSentence, first: TimeExpression, link: str) -> bool:
    """Whether a sentence opens with a step of a life, and goes on with the next, in the present."""
    opens = lower(plain[sentence.extent.start : first.extent.start])
    then = THEN_DOES.fullmatch(link) if _OPENED_BY.fullmatch(opens) else None
    return then is not None and not OF_OTHER.search(then["rest"])


def _told(sentence: ScannedSentence) -> Sequence[TimeExpression]:
    """The dates of a sentence; none where a length tells how far apart they lie."""
    told = [time for time in sentence.times if time.kind in {TimeKind.DATE, TimeKind.DURATION}]
    bare = all(isinstance(time.form, CalendarForm) for time in told)
    return [time for time in dates(sentence) if _is_placed(time)] if bare else []


def _is_placed(time: TimeExpression) -> bool:
    form = time.form
    if not isinstance(form, CalendarForm):
        return False
    return form.parts.year is not None or (
        form.parts.day is not None and form.parts.month is not None
    )


def _are_results(plain: str, first: TimeExpression, link: str) -> bool:
    """ "Sacrée en 2019 puis battue en 2018": results, which may be told from the last back."""
    ahead = words_before(plain, first.extent.start, NAMED)
    return _RESULT.search(ahead) is not None and _RESULT.search(link) is not None


def _ordered(
    plain: str, sentence: ScannedSentence, first: TimeExpression, last: TimeExpression
) -> Iterator[Order]:
    link = lower(plain[first.extent.end : last.extent.start])
    if _AFTER.fullmatch(link):
        early, late = last, first
    elif (
        _BEFORE.fullmatch(link)
        or (_THEN.fullmatch(link) and not _are_results(plain, first, link))
        or _opens_after(plain, sentence, first, link)
        or _goes_on(plain, sentence, first, link)
    ):
        early, late = first, last
    else:
        return
    yield from _in_order(early, late)


def _in_order(early: TimeExpression, late: TimeExpression) -> Iterator[Order]:
    """What is told to come first and what is told to come after, where both can be placed."""
    if names_year(early) and names_year(late):
        yield Order(moment(early), moment(late), _NAMES, Binding.INFERRED)
        return
    begin, end = (span.begin for span in nominal(early, late))
    placed = early.interval.known and late.interval.known
    if begin and end and placed and abs((begin - end).days) <= NEAR:
        order = Order(moment(early), moment(late), _NAMES, Binding.INFERRED)
        if order.first.year == order.then.year:
            yield order
