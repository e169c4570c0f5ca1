"""The century of a building against the year of its building.

"Édifice du XVIIIe siècle dont la construction fut achevée en 1687"; a title says "un moulin du
XVIIIe siècle", and the article goes on "Édifié en 1684, le bâtiment …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from fact_cli.lang.lexicon import read
from fact_cli.lang.words import lower, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import YearInCentury
from fact_cli.model.mention import TimeExpression
from fact_cli.relate.context import Context
from fact_cli.relate.times.years.century import century_of, year_of

# What is told was not built then, or not all of it.
_OTHERWISE = re.compile(
    r"\b(?:re(?:bâti|construi|constitu|élev)\w*|réédifi\w*|copies?|répliques?|pastiches?|fac-similé"
    r"|imitations?|inspirée?s?|façon|style|néo\w*|à l'emplacement|en lieu et place|à la place"
    r"|sur les (?:ruines|fondations|vestiges|restes) d[eu' ][^.;:]{0,50}siècle|remani\w+"
    r"|agrandi\w*|remplac\w+|démol\w+|aile|ancêtre)"
)
_TO_CENTURY = (
    r"(?: [^.;:,()\d]{0,40}?)? (?:de la fin |du début |du milieu |de la première moitié )?du $"
)
_TO_YEAR = r"(?: [^.;:,()\d]{0,40}?)? (?:(?:en|dès|vers|à partir de|le|au début de|fin|début) )?$"
_THE = r"(?:l[ea] |l'|cet(?:te)? |ce )(?:ancien(?:ne)? )?"
_WORKS = r"(?:la construction|l'édification|le chantier|les travaux|la première pierre)"
# Another noun stands between the building and its century: "l'église abrite un retable du".
_ANOTHER = re.compile(
    r"(?<!\bde )(?:\b(?:l[ea]s?|une?|des|son|sa|ses|leurs?|ces?|cette|et|ou|où|qui|dont|avec|sur"
    r"|dans|près|est|était|a)\b|\bl')"
)
AHEAD = 70  # characters before a century in which the building is named
LEAD = 3  # sentences of an article in which it tells what it is about


@dataclass(frozen=True, slots=True)
class _Words:
    """The expressions made of the word lists; ``built`` and ``opens`` by gender."""

    named: re.Pattern[str]
    gender: dict[str, str]
    parts: frozenset[str]
    behind: dict[str, re.Pattern[str]]
    opens: dict[str, re.Pattern[str]]
    told: dict[str, re.Pattern[str]]
    goes_on: re.Pattern[str]
    opening: re.Pattern[str]
    others: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Building:
    noun: str
    century: TimeExpression
    number: int


@cache
def _words() -> _Words:
    data = read("buildings")
    gender = {noun: kind for kind in ("masculine", "feminine") for noun in data[kind]["nouns"]}
    nouns = "|".join(sorted(map(re.escape, gender), key=len, reverse=True))
    generic = "|".join(data["any"]["nouns"])
    behind: dict[str, re.Pattern[str]] = {}
    opens: dict[str, re.Pattern[str]] = {}
    told: dict[str, re.Pattern[str]] = {}
    for kind, ending in (("masculine", ""), ("feminine", "e")):
        done = "|".join(
            f"(?P<{stage}>{'|'.join(f'{stem}{ending}' for stem in data['built'][stage])})"
            for stage in ("begun", "whole", "ended")
        )
        works = rf"dont {_WORKS} (?:fut |a été |est |avait été )?(?:(?P<works_ended>achev|termin)|"
        works += r"(?P<works_begun>commenc|débu|démarr|entre|rem))[^\W\d_]*"
        behind[kind] = re.compile(
            rf",? ?\(?(?:{works}|(?:qui (?:a été|fut) )?(?:{done})){_TO_YEAR}"
        )
        opens[kind] = re.compile(rf"(?:{done}){_TO_YEAR}")
        told[kind] = re.compile(
            rf"(?:[^.;:,()]{{2,40}}, )?(?:ce |cette |cet |l[ea] |l')(?:ancien(?:ne)? )?"
            rf"(?P<noun>{nouns}|{generic})(?: [^.;:,()\d]{{0,40}}?)?,? "
            rf"(?:(?:qui )?(?:a été |fut |avait été |est ))?(?:{done}){_TO_YEAR}"
        )
    return _Words(
        re.compile(rf"\b(?P<noun>{nouns}){_TO_CENTURY}"),
        gender,
        frozenset(data["parts"]["nouns"]),
        behind,
        opens,
        told,
        re.compile(
            rf"[^.;:]{{0,90}}?, (?:(?P<it>ils?|elles?)|(?:l[ea] |l'|cet(?:te)? |ce )"
            rf"(?:ancien(?:ne)? )?(?P<noun>{nouns}|{generic}))\b"
        ),
        re.compile(rf"{_THE}(?P<noun>{nouns}|{generic})\b"),
        re.compile(rf"\b(?P<noun>{nouns})\b"),
    )


@cache
def _generic() -> Sequence[str]:
    """The nouns that any building can be called by."""
    return read("buildings")["any"]["nouns"]


def find(context: Context) -> Iterator[YearInCentury]:
    if not context.tells(("siècle",)):
        return
    plain = context.document.plain
    for sentence in context.sentences:
        for building in _buildings(plain, sentence):
            yield from _behind(plain, sentence, building)
    yield from _of_theme(context)


def _buildings(plain: str, sentence: ScannedSentence) -> Iterator[_Building]:
    for time in sentence.times:
        number = century_of(time)
        start = max(sentence.extent.start, time.extent.start - AHEAD)
        found = (
            None
            if number is None
            else _words().named.search(lower(plain[start : time.extent.start]))
        )
        if found is not None and number is not None and not _ANOTHER.search(found[0]):
            yield _Building(found["noun"], time, number)


def _behind(plain: str, sentence: ScannedSentence, building: _Building) -> Iterator[YearInCentury]:
    """ "Un manoir du XVIe siècle, bâti en 1654"."""
    end = building.century.extent.end
    years = [time for time in sentence.times if time.extent.start >= end and _years(time)]
    if not years or _OTHERWISE.search(lower(sentence.extent.of(plain))):
        return
    link = lower(plain[end : years[0].extent.start])
    form = _words().behind[_words().gender[building.noun]]
    found = form.fullmatch(link)
    if found is not None and not _is_of_other(plain, building):
        yield from _told(building, years[0], found, Binding.STATED)


def _is_of_other(plain: str, building: _Building) -> bool:
    """ "L'orgue d'un couvent du XVIIe siècle, construit en 1880": it may be the organ."""
    ahead = words_before(plain, building.century.extent.start, AHEAD)
    named = ahead.rfind(building.noun)
    lead = ahead[: max(named, 0)]
    return re.search(r"\b(?:de la|de l'|du|d'une?|de|des|dans|à|au|aux) ?$", lead) is not None


def _of_theme(context: Context) -> Iterator[YearInCentury]:
    """The building that the opening names with its century, and when it is told to be built."""
    plain, sentences = context.document.plain, context.sentences
    centuries = {century_of(time) for one in sentences for time in one.times} - {None}
    lead = [(one, each) for one in sentences[:LEAD] for each in _buildings(plain, one)]
    if len(centuries) != 1 or not lead or _OTHERWISE.search(lower(lead[0][0].extent.of(plain))):
        return
    first, building = lead[0]
    for former, sentence in pairwise(sentences):
        if sentence is first or not sentence.times or not _years(sentence.times[0]):
            continue
        if _OTHERWISE.search(lower(sentence.extent.of(plain))):
            continue
        for gender in ("masculine", "feminine"):
            noun, told = _built(plain, former, sentence, gender)
            if noun is None or _words().gender[noun] != gender or not _names(noun, building):
                continue
            if told is not None and not _is_other_between(context, building, sentence):
                yield from _told(building, sentence.times[0], told, Binding.INFERRED)


def _built(
    plain: str, former: ScannedSentence, sentence: ScannedSentence, gender: str
) -> tuple[str | None, re.Match[str] | None]:
    """What a sentence tells to be built in its first year, and the words that tell it."""
    time = sentence.times[0]
    ahead = lower(plain[sentence.extent.start : time.extent.start])
    told = _words().told[gender].fullmatch(ahead)
    if told is not None:
        return told["noun"], told
    opened = _words().opens[gender].fullmatch(ahead)
    on = _words().goes_on.match(lower(plain[time.extent.end : sentence.extent.end]))
    return (on and on["noun"]) or _opening_noun(plain, former), opened and on and opened


def _names(noun: str, building: _Building) -> bool:
    return noun == building.noun or noun in _generic()


def _opening_noun(plain: str, sentence: ScannedSentence) -> str | None:
    """The building with which a sentence opens: "L'édifice n'en est pas …"."""
    opens = _words().opening.match(lower(sentence.extent.of(plain)))
    return None if opens is None else opens["noun"]


def _is_other_between(context: Context, building: _Building, sentence: ScannedSentence) -> bool:
    """Whether another building is told of between the two, which may be the one meant."""
    words = context.document.plain[building.century.extent.end : sentence.extent.start]
    own = {building.noun, *_words().parts, *_generic()}
    return any(found["noun"] not in own for found in _words().others.finditer(words))


def _told(
    building: _Building, time: TimeExpression, found: re.Match[str] | None, binding: Binding
) -> Iterator[YearInCentury]:
    """The year nearest to the century; an end behind it and a beginning before it say nothing."""
    groups = {} if found is None else {name for name, told in found.groupdict().items() if told}
    first, last = (building.number - 1) * 100, building.number * 100
    years = _years(time)
    year = min(years, key=lambda one: max(first - one, one - last, 0))
    ended = bool({"ended", "works_ended"} & set(groups))
    begun = bool({"begun", "works_begun"} & set(groups))
    if (ended and year > last) or (begun and year < first):
        return
    yield YearInCentury(year, time.extent, building.number, building.century.extent, binding)


def _years(time: TimeExpression) -> Sequence[int]:
    years = [year_of(one) for one in (time, *time.parts)]
    return [one for one in years if one is not None and one > 0]
