"""A length between the day from which it runs and that on which it ends.

"Signé en 1998 pour 50 ans, le bail arrivera à échéance en 2038"; "il aura fallu quatre ans :
lancés en août 2014, les travaux ont pris fin en février 2021".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Lasting, elapsed
from fact_cli.model.mention import TimeExpression
from fact_cli.relate.context import Context
from fact_cli.relate.times.lengths.lasting import is_surplus, stated_length
from fact_cli.relate.times.lengths.spells import points_of
from fact_cli.relate.times.moments import dates, is_end, is_start, lengths, names_year

_SIGNED = re.compile(
    r"\b(?:sign|conclu|accord|consenti|concéd|attribu|octroy|passé|entré|contract|lou|confi|obten"
    r"|élu|réélu|nomm|désign|embauch|engag|recrut|install|investi"
    r"|reconduit)[^\W\d_]*\b[^.;:()\d]{0,40} (?:en|le|depuis|dès|fin|début) $"
)
# What is given for a length of time.
_TERM = r"un (?:nouveau )?(?:mandat|bail|contrat|engagement|contrat de location)"
_FOR = re.compile(
    r"(?: (?:à|au|aux|dans|par|chez|comme) [^.;:,()\d]{2,40})?,? (?:et )?"
    r"(?:conclue?s? |valable |prévue?s? |courant )?"
    rf"(?:pour|sur|d'une durée de|pour (?:une (?:durée|période)|{_TERM}) de"
    rf"|(?:avec |par |à la signature d')?{_TERM} (?:de|d'une durée de)) $"
)
_ENDS = re.compile(
    r"\b(?:échéance|échoi\w+|expir\w+|prend(?:ra|rait|re)? fin|pren(?:ait|nent|dront) fin"
    r"|s'ach[eè]v\w+|arriv\w+ à (?:son )?terme|se termin\w+|(?:son |le )?terme|remis en jeu"
    r"|(?:cour(?:t|ra|ait|ir)|doi(?:t|vent)|devai(?:t|ent)|devr(?:a|ont|ait|aient)|ser(?:a|ont)"
    r"|rester(?:a|ont)|siéger(?:a|ont)|valables?|prévue?s?|censée?s?|engagée?s?|lie|liée?s?"
    r"|liait|liera)"
    r"\b[^.;:,()\d]{0,40}\bjusqu)[^.;:()\d]{0,30}$"
)
_RENEWED = re.compile(
    r"\b(?:renouvel|reconduit|reconduct|prolong|prorog|avenant|anticip|résili|rompu|option|repouss"
    r"|report|interromp|suspend)\w*"
)
_TOOK = re.compile(
    r"\bil (?:aura(?:it)?|a|avait) (?:donc |ainsi )?fallu "
    r"(?:attendre )?(?:près de |plus de |moins de "
    r"|pas moins de |environ |à peine )?$"
)
_TO_BUILD = re.compile(
    r" pour (?:les? |la |l'|en |y |à )?"
    r"(?:achev|bât|constru|réalis|termin|finir|mener|venir à bout"
    r"|boucl|rénov|restaur|perc|livr|édifi|érig|creus|aménag|relev|remettre)"
)
_OPENED = re.compile(r"\b(?:inaugur|ouver|mise? en service)\w*[^.;:()\d]{0,20}$")  # once built
_FINISHED = re.compile(r"\b(?:pris|prenaient|prennent) fin\b[^.;:()\d]{0,40}$")


# "Élue pour quatre ans le 12 décembre 2020": the length before the day from which it runs.
_GIVEN_FOR = re.compile(
    r"\b(?:sign|conclu|accord|consenti|concéd|attribu|octroy|contract|lou|confi|élu|nomm|désign"
    r"|embauch|engag|install|prolong|reconduit|renouvel|investi)[^\W\d_]*\b[^.;:()\d]{0,30} "
    rf"(?:pour|d'une durée de|pour (?:une (?:durée|période)|{_TERM}) de|{_TERM} de) $"
)
_FROM = re.compile(
    r",? (?:fermes? |supplémentaires? )?(?:en|le|depuis|dès le|à partir du|au|à compter du) "
)
_DUE = re.compile(
    r"\b(?:(?:doi(?:t|vent)|devr(?:a|ont|ait|aient))\b[^.;:()\d]{0,40}\b(?:renouvel|remplac|réél|achev"
    r"|termin|élire|élu)|expir|échéance|échoi|(?:prend(?:ra)?|prenait) fin|arriv\w+ à terme)"
    r"[^\W\d_]*\b[^.;:()\d]{0,40} (?:en|le|avant le|avant|jusqu'au|au|fin) $"
)
# "Le bail de 99 ans, signé en 1950, expirera en 2040": the length before what it was given.
_OF_TERM = re.compile(
    r"\b(?:bail|baux|contrat|concession|convention|mandat|licence|accord|engagement|partenariat"
    r"|moratoire|programme|plan)s?(?: (?!de\b|d')[^\W\d_]+){0,2} (?:de |d'une durée de |sur )$"
)
_SINCE = re.compile(
    r",? (?:qui (?:a été|avait été|fut) )?(?:sign|conclu|accord|consenti|concéd|attribu|octroy"
    r"|entré|entam|débu|commenc|lanc|obten|confi)[^\W\d_]*\b[^.;:()\d]{0,40} (?:en|le|fin|début) $"
)
NOMINAL = 2000  # a leap year, in which any day lies
SLACK = 31  # days between the two days of the year


def find(context: Context) -> Iterator[Lasting]:
    plain = context.document.plain
    for sentence in context.sentences:
        for stated in lengths(sentence):
            found = (
                _term(plain, sentence, stated)
                or _took(plain, sentence, stated)
                or _until(plain, sentence, stated)
            )
            if found is not None:
                yield found


def _term(plain: str, sentence: ScannedSentence, stated: TimeExpression) -> Lasting | None:
    """A contract's start, its length right behind, and its end as the only other date."""
    told = points_of(plain, sentence)
    if len(told) != 2 or not all(map(names_year, told)):
        return None
    first, last = told
    words = lower(sentence.extent.of(plain))
    if stated.extent.end <= first.extent.start and not _RENEWED.search(words):
        given = _OF_TERM.search(lower(plain[sentence.extent.start : stated.extent.start]))
        since = _SINCE.fullmatch(lower(plain[stated.extent.end : first.extent.start]))
        ends = _ENDS.search(lower(plain[first.extent.end : last.extent.start]))
        return _lasting(plain, stated, first, last) if given and since and ends else None
    if not first.extent.end <= stated.extent.start < stated.extent.end <= last.extent.start:
        return None
    if _RENEWED.search(words):
        return None
    signed = _SIGNED.search(lower(plain[sentence.extent.start : first.extent.start]))
    given = _FOR.search(lower(plain[first.extent.end : stated.extent.start]))
    ends = _ENDS.search(lower(plain[stated.extent.end : last.extent.start]))
    if not (signed and given and ends):
        return None
    return _lasting(plain, stated, first, last)


def _until(plain: str, sentence: ScannedSentence, stated: TimeExpression) -> Lasting | None:
    """ "Élue pour quatre ans le 12 décembre 2020, … renouvelée au plus tard le 12 décembre 2025".

    The end may be told to come early, but not a whole number of years off the term.
    """
    told = dates(sentence)
    if len(told) != 2 or not all(map(names_year, told)):
        return None
    first, last = told
    if not stated.extent.end <= first.extent.start:
        return None
    given = _GIVEN_FOR.search(lower(plain[sentence.extent.start : stated.extent.start]))
    begun = _FROM.fullmatch(lower(plain[stated.extent.end : first.extent.start]))
    due = _DUE.search(lower(plain[first.extent.end : last.extent.start]))
    one, other = first.interval.begin, last.interval.begin
    if not (given and begun and due) or one is None or other is None:
        return None
    if abs((one.replace(year=NOMINAL) - other.replace(year=NOMINAL)).days) > SLACK:
        return None
    return _lasting(plain, stated, first, last)


def _took(plain: str, sentence: ScannedSentence, stated: TimeExpression) -> Lasting | None:
    """ "Il aura fallu quatre ans …: lancés en 2014, les travaux ont pris fin en 2021"."""
    ahead = lower(plain[sentence.extent.start : stated.extent.start])
    told = [time for time in dates(sentence) if time.extent.start >= stated.extent.end]
    to_build = _TO_BUILD.match(lower(plain[stated.extent.end : sentence.extent.end]))
    if (
        not (_TOOK.search(ahead) and to_build)
        or len(dates(sentence)) != len(told)
        or len(told) != 2
    ):
        return None
    first, last = told
    if _OPENED.search(lower(plain[stated.extent.end : first.extent.start])):
        return None
    finished = _FINISHED.search(lower(plain[first.extent.end : last.extent.start]))
    ends = is_end(plain, sentence, last) or finished
    if not (names_year(first) and names_year(last) and is_start(plain, sentence, first) and ends):
        return None
    return _lasting(plain, stated, first, last)


def _lasting(
    plain: str, stated: TimeExpression, first: TimeExpression, last: TimeExpression
) -> Lasting | None:
    length = stated_length(plain, stated)
    if length is None or is_surplus(plain, stated):
        return None
    between = elapsed(first.interval, last.interval, length[0])
    if between is None or between.high is None or between.high <= 0:
        return None
    at = (first.extent, last.extent)
    return Lasting(stated, between, length[0], at, length[1], Binding.INFERRED)
