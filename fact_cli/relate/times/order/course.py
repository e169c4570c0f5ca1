"""Two stages of one course, told by the opening of a sentence and by its verb.

"Arrêté le 12 mars, le suspect a été jugé le 3 mars", "La plainte, déposée le 4 mai 2022, a été
classée le 12 avril 2022"; of what comes once, "La loi a été votée en 2021 et promulguée en 2020".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise

from fact_cli.lang.lexicon import read
from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Order
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import CalendarForm
from fact_cli.relate.context import Context
from fact_cli.relate.passage import adjoin
from fact_cli.relate.times.moments import dates, moment, names_year

APART = 120  # days: of two days without a year that lie farther apart, one may be of another year
_OPENING = r"(?:[^.;:,()\d]{3,60}, )?(?:portée? |prise? )?"
_TO_DATE = r"\b[^.;:,()\d]{0,60}?\b(?:en|le|dès|dès le|début|fin|mi-) ?$"
_BE = r"(?:a été|ont été|est|sont|fut|furent|s'est|se sont|a|ont)"
_WAS = r"(?:avai(?:t|ent) été|étai(?:t|ent)|avai(?:t|ent)|s'étai(?:t|ent))"
_AT_LAST = r"(?:ensuite |finalement |enfin |lui-même |elle-même )?"
_VERB = rf"[^.;:()\d]{{0,60}}?, (?:[^.;:,()\d]{{0,60}} )?{_BE} {_AT_LAST}"
_VERB_BACK = rf"[^.;:()\d]{{0,60}}?, (?:[^.;:,()\d]{{0,60}} )?{_WAS} {_AT_LAST}"
_AND = rf"[^.;:,()\d]{{0,40}}?,? et (?:{_BE} )?{_AT_LAST}"
_TOLD = rf"[^.;:,()\d]{{3,60}} (?:{_BE}|{_WAS}) "
_IT = rf"(?:ils?|elles?) (?:{_BE}|{_WAS}) {_AT_LAST}"
_IT_WAS = rf"(?:ils?|elles?) {_WAS} {_AT_LAST}"
# Another affair, another time or a look back.
_OTHER = re.compile(
    r"\b(?:nouve\w+|à nouveau|de nouveau|autre\w*|déjà|auparavant|deuxième"
    r"|première (?:fois|femme)|second\w*|réélue?s?|précéden\w+|ancien\w*|d'abord|provisoire\w*"
    r"|partie|appel|récidiv\w+|depuis|prévu\w*|report\w+|sera|seront|premier|dernière? fois"
    r"|par contumace|pour)\b"
)
# "Autorisée en 2019 en France, interdite en 2017 aux États-Unis", "revendu en 2012 par ses
# propriétaires": each stage may be another's, or of another place.
_SOMEWHERE = re.compile(
    r" (?:(?:en|au|aux|à|chez|par) (?=[A-ZÀ-Þ])|par (?:ses|son|sa|un|une|d'autres) |pour |du "
    r"(?=[a-zà-ÿ])|de (?:la )?[A-ZÀ-Þ])"
)
_BACK = re.compile(r"\b(?:avai\w+|étai\w+)\b")
_PARTLY = re.compile(
    r"\b(?:version|remani\w+|modifi\w+|amend\w+|réédit\w+|traduit\w*|tome|volet|saison|épisode"
    r"|réplique|copie|extrait\w*|partiel\w*|respectivement|même)\b"
)


@dataclass(frozen=True)
class _Course:
    """Two stages; ``once`` where neither can be told of another time of the same thing."""

    words: tuple[str, str]
    names: tuple[str, str]
    once: bool

    def tells(self, opens: str, link: str) -> bool:
        """Whether the words up to two dates of a sentence tell the first stage and the other."""
        first, then = self.words
        if re.fullmatch(rf"{_OPENING}(?:{first}){_TO_DATE}", opens):
            ways = [_VERB, _VERB_BACK, _AND] if self.once else [_VERB]
            return any(re.fullmatch(rf"{way}(?:{then}){_TO_DATE}", link) for way in ways)
        told = self.once and re.fullmatch(rf"{_TOLD}(?:{first}){_TO_DATE}", opens)
        return bool(told) and re.fullmatch(rf"{_AND}(?:{then}){_TO_DATE}", link) is not None

    def looks_back(self, opens: str, link: str) -> bool:
        """The same from the other stage back: "Condamné en 2020, il avait été arrêté en 2021"."""
        first, then = self.words
        if re.fullmatch(rf"{_OPENING}(?:{then}){_TO_DATE}", opens) is None:
            return False
        return re.fullmatch(rf"{_VERB_BACK}(?:{first}){_TO_DATE}", link) is not None

    def goes_back(self, former: str, opens: str) -> bool:
        """The same of two sentences: "Elle a été adoptée en 2020. Elle avait été …"."""
        first, then = self.words
        return (
            re.fullmatch(rf"(?:{_OPENING}|{_TOLD})(?:{then}){_TO_DATE}", former) is not None
            and re.fullmatch(rf"{_IT_WAS}(?:{first}){_TO_DATE}", opens) is not None
        )

    def goes_on(self, former: str, opens: str) -> bool:
        """The same of two sentences, each with one date: "Elle a été … en 2021. Elle a été …"."""
        first, then = self.words
        return (
            self.once
            and re.fullmatch(rf"(?:{_OPENING}|{_TOLD})(?:{first}){_TO_DATE}", former) is not None
            and re.fullmatch(rf"{_IT}(?:{then}){_TO_DATE}", opens) is not None
        )


@cache
def _courses() -> Sequence[_Course]:
    return [
        _Course(("|".join(first), "|".join(then)), (before, after), told.get("once", False))
        for told in read("courses")["course"]
        for (before, first), (after, then) in combinations(told["stages"], 2)
    ]


@cache
def _any_stage() -> re.Pattern[str]:
    words = {word for course in _courses() for stage in course.words for word in [stage]}
    return re.compile(rf"\b(?:{'|'.join(sorted(words))})\b")


def find(context: Context) -> Iterator[Order]:
    plain = context.document.plain
    for sentence in context.sentences:
        told = [one for one in dates(sentence) if _is_placed(one)]
        if len(told) != 2 or not _may_be_compared(*told):
            continue
        if any(_SOMEWHERE.match(plain, one.extent.end) for one in told):
            continue
        words = lower(sentence.extent.of(plain))
        if not _OTHER.search(words) and len(_any_stage().findall(words)) > 1:
            yield from _staged(plain, sentence, *told)
    for former, sentence in pairwise(context.sentences):
        if adjoin(plain, former, sentence):
            yield from _over_two(plain, former, sentence)


def _staged(
    plain: str, sentence: ScannedSentence, first: TimeExpression, last: TimeExpression
) -> Iterator[Order]:
    opens = lower(plain[sentence.extent.start : first.extent.start])
    link = lower(plain[first.extent.end : last.extent.start])
    words = lower(sentence.extent.of(plain))
    back, partly = _BACK.search(words), _PARTLY.search(words)
    for course in _courses():
        if back and course.looks_back(opens, link):
            yield Order(moment(last), moment(first), course.names, Binding.INFERRED)
            return
        if not course.once and back:
            continue
        if not (course.once and partly) and course.tells(opens, link):
            yield Order(moment(first), moment(last), course.names, Binding.INFERRED)
            return


def _over_two(plain: str, former: ScannedSentence, sentence: ScannedSentence) -> Iterator[Order]:
    first, last = ([one for one in dates(each) if _is_placed(one)] for each in (former, sentence))
    if len(first) != 1 or len(last) != 1 or not _may_be_compared(first[0], last[0]):
        return
    opens = lower(plain[sentence.extent.start : last[0].extent.start])
    ahead = lower(plain[former.extent.start : first[0].extent.start])
    words = lower(plain[former.extent.start : sentence.extent.end])
    if not opens.startswith(("il", "elle")) or _OTHER.search(words) or _PARTLY.search(words):
        return
    for course in _courses():
        if course.goes_back(ahead, opens):
            yield Order(moment(last[0]), moment(first[0]), course.names, Binding.INFERRED)
            return
        if course.goes_on(ahead, opens):
            yield Order(moment(first[0]), moment(last[0]), course.names, Binding.INFERRED)
            return


def _is_placed(time: TimeExpression) -> bool:
    form = time.form
    if not isinstance(form, CalendarForm):
        return False
    return form.parts.year is not None or None not in (form.parts.day, form.parts.month)


def _may_be_compared(first: TimeExpression, last: TimeExpression) -> bool:
    """Whether both tell a year, or are days near each other of the same year."""
    if names_year(first) and names_year(last):
        return True
    begin, end = first.interval.begin, last.interval.begin
    if names_year(first) or names_year(last) or begin is None or end is None:
        return False
    return begin.year == end.year and abs((begin - end).days) <= APART
