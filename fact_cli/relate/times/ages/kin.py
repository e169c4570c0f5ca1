"""Two people's ages, and how far apart they are told to be.

"Paul, 54 ans, vit avec Anne, de quatre ans sa cadette. Elle a 50 ans"; "lui 54 ans, elle 50 :
quatre ans les séparent".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from fact_cli.lang.words import lower, words_before
from fact_cli.model.age_through import AgeThrough
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import QuantityKind, TimeExpression, TimeKind
from fact_cli.model.text import Extent
from fact_cli.model.times import LengthForm
from fact_cli.relate.context import Context
from fact_cli.relate.passage import adjoin
from fact_cli.relate.times.moments import dates, names_year

_CUES = ("cadet", "aîné", "plus jeune", "plus âgé", "plus vieux", "plus vieille", "d'écart",
         "de différence", "séparent", "de plus que", "de moins que")  # fmt: skip
# Behind the years: "quatre ans plus jeune", "de quatre ans son aîné", "quatre ans de plus que".
_BEHIND = re.compile(
    r" (?:son|sa) (?:(?P<young>cadet(?:te)?)|(?P<old>aînée?))\b"
    r"| (?:plus jeune|de moins)(?P<younger>)(?: que (?:lui|elle)\b)?"
    r"| (?:plus (?:âgée?|vieux|vieille)|de plus)(?P<older>)(?: que (?:lui|elle)\b)?"
    r"| (?:d'écart|de différence|les séparent(?! d(?:e|u|es|')\b))(?P<apart>)\b"
)
_AHEAD = re.compile(
    r"\b(?:(?:son|sa) )?(?:(?:frère|sœur|époux|épouse|mari|femme) )?"
    r"(?:(?P<young>cadet(?:te)?)|(?P<old>aînée?)) (?:de|d'environ) $"
)
_THAN = re.compile(r" qu(?:e |')")
# The age right behind: ", Luc (58 ans)", ", en a 58", ", a 58 ans"; or in the next sentence.
_NEXT = re.compile(
    r"(?:,|\)| :)? ?\(?(?:(?:[a-zà-ÿ]+ )?[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)*(?:,| )? ?\(?)?"
    r"(?:en |est )?(?:a |avait )?(?:aujourd'hui |désormais |maintenant )?(?:âgée? (?:de |d'))?"
)
_THEN = re.compile(
    r"(?:Elle|Il|Ce dernier|Cette dernière|Celui-ci|Celle-ci|[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)?"
    r"|Le cadet|La cadette|L'aînée?|L[ea] plus (?:jeune|âgée?)|L[ea] seconde?)(?:,| \()? ?"
    r"(?:en |est )?(?:a |avait )?(?:aujourd'hui |désormais |maintenant )?(?:âgée? (?:de |d'))?"
)
# From the first age to the words of the length: at most one other is named.
_TURNS = re.compile(r"(?![^.]*\. [^.]*\.)[^\d;:«»]{1,70}")
_NAMED = re.compile(r"(?<!\. )[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)*")
_HIS = re.compile(
    r"(?:^|[.!?] )(?:son|sa) (?:mari|femme|époux|épouse|compagne|compagnon|conjointe?)"
    r"(?: [^\W\d_]+)?,? (?:de )?$"
)
_SEVERAL = re.compile(
    r"\b(?:enfants|filles|fils|frères|sœurs|jumeaux|jumelles|mort|morte|décédée?"
    r"|lorsqu|quand|alors que|à l'époque|record|victimes?|perdu|disparue?|tuée?|décès|joue|jouent"
    r"|couple avec|rôles?)\b"
)
# Years that are no age: "trente ans de carrière", "condamné à 15 ans", "sacrée à 19 ans".
_FOR = re.compile(
    r"\b(?:pendant|durant|pour|depuis|après|voilà|il y a|en|dans|sur|avant|d'ici|passé|passer|vécu"
    r"|vit|vivre|purgé|[^\W\d_]{2,}ée? à|peine de) (?:près de |plus de |environ |quelque )?$"
)
_OF_WORK = re.compile(
    r" (?:de (?!plus\b|moins\b|différence\b)|d'(?!écart\b)|en |plus tard|après|ensemble|derrière)"
)
_HE = re.compile(r"\b(?:cadet|aîné|frère|mari|époux|fils)\b")
_SHE = re.compile(r"\b(?:cadette|aînée|sœur|femme|épouse|fille)\b")
ONE = Decimal(1)
OPENING = 50  # characters before a length in which its sentence opens with a husband or wife
LONGEST = 120  # characters from one age to the other


@dataclass(frozen=True)
class _Age:
    """Whole years told of a person."""

    extent: Extent
    years: Decimal


def find(context: Context) -> Iterator[AgeThrough]:
    if not context.tells(_CUES):
        return
    plain = context.document.plain
    for index, sentence in enumerate(context.sentences):
        for gap in sentence.times:
            found = _of_gap(plain, context.sentences, index, gap)
            if found is not None and not context.quoted(gap.extent):
                yield found


def _of_gap(
    plain: str, sentences: Sequence[ScannedSentence], index: int, gap: TimeExpression
) -> AgeThrough | None:
    form = gap.form
    if not isinstance(form, LengthForm) or form.vague or form.side or not form.duration.years:
        return None
    told = _told(plain, sentences[index], gap)
    if told is None:
        return None
    way, reach = told
    for first, last in ((index, index), (index, index + 1), (index - 1, index)):
        if first < 0 or last >= len(sentences):
            continue
        near = sentences[first : last + 1]
        if first != last and not adjoin(plain, *near):
            continue
        ages = [age for each in near for age in _ages(plain, each, reach)]
        words = lower(plain[near[0].extent.start : near[-1].extent.end])
        if len(ages) != 2:
            continue
        dated = any(names_year(time) for each in near for time in dates(each))
        if dated or _SEVERAL.search(words):
            return None
        return _through(plain, (ages[0], ages[1]), reach, form.duration.years, way)
    return None


def _told(plain: str, sentence: ScannedSentence, gap: TimeExpression) -> tuple[int, Extent] | None:
    """Whether the years make somebody younger, older, or neither; and the words that say so."""
    behind = _BEHIND.match(plain, gap.extent.end)
    if behind is not None:
        groups = behind.groupdict()
        down, up = (any(groups[one] is not None for one in names) for names in _WAYS)
        return -1 if down else 1 if up else 0, Extent(gap.extent.start, behind.end())
    ahead = _AHEAD.search(plain, sentence.extent.start, gap.extent.start)
    if ahead is None:
        return None
    return -1 if ahead["young"] else 1, Extent(ahead.start(), gap.extent.end)


_WAYS = (("young", "younger"), ("old", "older"))


def _ages(plain: str, sentence: ScannedSentence, told: Extent) -> list[_Age]:
    """The ages of a sentence in text order, also bare ones: "lui 54 ans, elle 50"."""
    found = [
        _Age(time.extent, time.form.duration.years)
        for time in sentence.times
        if isinstance(time.form, LengthForm) and time.form.duration.years
        if time.kind in {TimeKind.AGE, TimeKind.DURATION} and not told.holds(time.extent)
        if plain.endswith("ans", time.extent.start, time.extent.end)
        if not _is_spell(plain, time.extent)
    ]
    for one in sentence.quantities:
        ahead = lower(plain[sentence.extent.start : one.extent.start])
        bare = one.kind is QuantityKind.NUMBER and one.value is not None
        if bare and one.value is not None and ahead.endswith((" en a ", " elle ", " lui ")):
            found.append(_Age(one.extent, one.value))
    return sorted(found, key=lambda one: one.extent)


def _is_spell(plain: str, told: Extent) -> bool:
    """Whether so many years are a length of time, or a past age, by the words beside them."""
    ahead = lower(words_before(plain, told.start, 40))
    if re.search(r"\b(?:encour\w+|risque\w*|requis\w*|écop\w+|totalis\w+|compt\w+) $", ahead):
        return True
    return bool(_FOR.search(ahead)) or _OF_WORK.match(plain, told.end) is not None


def _through(
    plain: str, ages: tuple[_Age, _Age], told: Extent, years: Decimal, way: int
) -> AgeThrough | None:
    one, other = ages
    if other.extent.start - one.extent.end > LONGEST:
        return None
    if way == 0:
        return _either(one, other, told, years)
    if one.extent.end <= told.start and told.end <= other.extent.start:
        turned, link = plain[one.extent.end : told.start], plain[told.end : other.extent.start]
        if turned in {", ", ", de ", " (", " (de "} and not _THAN.match(link):
            return None  # of whom the first is told
        if not _TURNS.fullmatch(turned) or len(_NAMED.findall(turned)) > 1 + (". " in turned):
            return None
        if _THAN.match(link) and _NAMED.search(turned):
            return None  # "Tom, 28 ans, affronte Yann, plus jeune que le tenant, 33 ans"
        if _THAN.match(link):  # "Paul, 54 ans, a quatre ans de plus que sa femme, 50 ans"
            return _given(one, other, told, -way * years)
        if link.endswith("avait ") or _is_other_sex(plain[one.extent.end : told.end], link):
            return None
        named = turned.rpartition(". ")[2]
        return _given(one, other, told, way * years) if _goes_on(link, named) else None
    if other.extent.end <= told.start:
        link = plain[other.extent.end : told.start]
        if _THAN.match(plain, told.end):
            return None
        return _given(one, other, told, way * years) if link in {", ", ", de ", ") de "} else None
    if told.end <= one.extent.start:  # "Son mari, de quatre ans son aîné, a 54 ans. Elle en a 50"
        his = _HIS.search(words_before(plain, told.start, OPENING))
        if his is not None and plain[told.end : one.extent.start] == ", a ":
            return _given(one, other, told, -way * years)
    return None


def _is_other_sex(told: str, link: str) -> bool:
    """Whether the pronoun of the last age cannot be the one just told of."""
    he, she = _HE.search(told) is not None, _SHE.search(told) is not None
    return (". Elle " in link and he and not she) or (". Il " in link and she and not he)


def _goes_on(link: str, ahead: str) -> bool:
    """Whether the words up to an age go on about the one told of, whom ``ahead`` may name."""
    if _NEXT.fullmatch(link):
        return not (_NAMED.search(link) and _NAMED.search(ahead))
    _, stop, behind = link.partition(". ")
    return bool(stop) and _THEN.fullmatch(behind) is not None


def _given(one: _Age, other: _Age, told: Extent, shift: Decimal) -> AgeThrough:
    possible = Bounds(one.years + shift - ONE, one.years + shift + ONE)
    return AgeThrough(one.extent, told, possible, other.extent, other.years)


def _either(one: _Age, other: _Age, told: Extent, years: Decimal) -> AgeThrough:
    """So many years apart, whoever is the older."""
    shift = years if other.years >= one.years else -years
    return _given(one, other, told, shift)
