"""A year beside its century: "en 1765, en plein XVIIIe siècle"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import YearInCentury
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import CalendarForm, CenturyForm, PortionForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.moments import KIN, is_birth

# Nothing else happens between the two: one thing is dated by both.
_ONE_THING = re.compile(
    r",? ?\(?(?:au |du |le |en plein |au cours du |à la fin du |au début du |au milieu du "
    r"|soit au |dès le )?"
    r"| dat(?:e|ent|ait|aient) du "
    r"|, (?:cet?|cette|le|la|l')[^.;:,\d]{0,40} du "
    r"|, l'[^.;:,\d]{0,20} [^.;:,\d]{0,50} du "
    r"|, (?:offre|compte|est)[^.;:,\d]{0,60} du "
    r"| (?:par|pour|sur|à) [^.;:,\d]{1,50}, (?:cet?|cette) [^.;:,\d]{0,40} du "
)
# Behind the century, where the clause ends there: "au XIIIe siècle, vers 1240."
_ABOUT = re.compile(r",? ?\(?(?:vers|vers l'an|autour de|aux alentours de|probablement en|circa) ")
_CLOSES = re.compile(r" ?(?:[.;)!?]|$)")
_THIS = re.compile(r"(?:Cet?|Cette) [^.;:,\d]{1,40} du ")  # opens the next sentence
_DATED = re.compile(
    r"\b(?:bâti|construi|élev|érig|édifi|rédig|écri|pein|sculpt|dat|réalis|fond|sign)[^\W\d_]*"
    r"(?: [^.;:,\d]{0,20})? (?:en|de|vers) $"
)
# What the sentence tells of is of that century: "la chapelle est un joyau du XVIIe siècle".
_IS_OF = re.compile(
    r"(?:.*\b(?:est|reste|demeure|était|constitue) (?:une? |l'une? des |l[ea] |l'|d[ue] )"
    r"|.*(?:^|, )(?:cet?|cette|véritable|authentique) |.*, )"
    r"(?!(?:fête|tour|aile|porche|retable|orgue|vitrail|statue|reconstruction|restauration|copie"
    r"|réplique|pastiche|version)\b)[^.;:,\d]{1,40} du "
)
# The next sentence opens with when that was built: "Élevée en 1734", "édifiée entre 1642 et …".
_BUILT = re.compile(
    r"(?:Élev|Bât|Constru|Édifi|Érig|Fond|Pein|Sculpt|Achev|Commenc|Entrepri|Créé|Impri|Rédig"
    r"|Compos|Écri|Réalis|Tiss|Fabriqu)[^\W\d_]*[^.;:,()\d]{0,30} "
    r"(?:en |vers |dès |de |à partir de )?$"
)
_WAS_BUILT = re.compile(
    r"(?:Il|Elle) (?:a été|fut|avait été) (?:élev|bât|constru|édifi|érig|pein|sculpt|tiss)"
    r"[^\W\d_]* (?:par [^.;:,()\d]{2,40} )?(?:en |vers |dès |entre )?$"
)
_IT = re.compile(
    r"[^.;:]{0,80}?, (?:il|elle|ils|elles|l'édifice|le bâtiment|l'ouvrage|le monument|l'œuvre"
    r"|la toile|le tableau)\b"
)
# Who was born then is the one the sentence is about: "la dernière à être née au XIXe siècle".
_BORN = re.compile(
    r"\b(?:l[ea] (?:dernière?|seule?|premi(?:er|ère)|doyenne?)|l'une? des|parmi les)\b"
    r"[^.;:]{0,60}\b(?:vu le jour|née?s?|venue?s? au monde) (?:au |à la fin du |du |au début du )$"
)
_ONLY = re.compile(r"\b(?:fille|fils) d[e'’]")
# "Construit en 1880, le musée expose un trésor du XVIIe siècle": what it holds may be older.
HOLDS = re.compile(
    r"\b(?:abrit|expos|poss[eé]d|conserv|contien|conten|renferm|présent|montr|gard|recèl|recel"
    r"|accueill|cach|héberg|compren|réuni|rassembl|remplac|succ[eéè]d)[^\W\d_]*\b"
)
_STYLE = re.compile(r", (?:[^.;:,\d]{1,90}) du (?:[^.;:,\d]{0,20})?")


def find(context: Context) -> Iterator[YearInCentury]:
    plain = context.document.plain
    for before, sentence in pairwise(context.sentences):
        found = _taken_up(plain, before, sentence) or _built_then(plain, before, sentence)
        if found is not None:
            yield found
    for sentence in context.sentences:
        yield from _born_then(plain, sentence)
        for first, second in pairwise(sentence.times):
            year = next((one for one in (first, second) if year_of(one) is not None), None)
            century = next((one for one in (first, second) if century_of(one) is not None), None)
            if year is None or century is None:
                continue
            link = lower(plain[first.extent.end : second.extent.start])
            dated = year is first and _DATED.search(
                lower(plain[max(sentence.extent.start, year.extent.start - 50) : year.extent.start])
            )
            about = _ABOUT.fullmatch(link) and _CLOSES.match(plain, second.extent.end)
            if HOLDS.search(link):
                continue
            if _ONE_THING.fullmatch(link) or about or (dated and _STYLE.fullmatch(link)):
                number, value = century_of(century), year_of(year)
                assert number is not None and value is not None
                yield YearInCentury(value, year.extent, number, century.extent)


def _born_then(plain: str, sentence: ScannedSentence) -> Iterator[YearInCentury]:
    """ "Née le 3 mars 1901, … la dernière à avoir vu le jour au XIXe siècle"."""
    centuries = [one for one in sentence.times if century_of(one) is not None]
    years = [one for one in sentence.times if year_of(one) is not None]
    if len(centuries) != 1 or len(years) != 1 or not is_birth(plain, sentence, years[0]):
        return
    (year,), (century,) = years, centuries
    ahead = lower(plain[sentence.extent.start : century.extent.start])
    apart = KIN.search(ahead) is not None and _ONLY.search(ahead) is None
    born = _BORN.search(ahead) is not None and year.extent < century.extent
    number, value = century_of(century), year_of(year)
    if born and not apart and number is not None and value is not None:
        yield YearInCentury(value, year.extent, number, century.extent, Binding.INFERRED)


def _taken_up(
    plain: str, before: ScannedSentence, sentence: ScannedSentence
) -> YearInCentury | None:
    """ "La chapelle a été bâtie en 1648. Ce joyau du XVIe siècle …"."""
    centuries = [one for one in sentence.times if century_of(one) is not None]
    years = [one for one in before.times if year_of(one) is not None]
    if not centuries or len(years) != 1 or before.sentence.block != sentence.sentence.block:
        return None
    (year,), century = years, centuries[0]
    built = _DATED.search(lower(plain[before.extent.start : year.extent.start]))
    opened = _THIS.fullmatch(plain, sentence.extent.start, century.extent.start)
    number, value = century_of(century), year_of(year)
    if not (built and opened) or number is None or value is None:
        return None
    return YearInCentury(value, year.extent, number, century.extent, Binding.INFERRED)


def _built_then(
    plain: str, before: ScannedSentence, sentence: ScannedSentence
) -> YearInCentury | None:
    """ "La chapelle est un joyau du XVIIe siècle. Élevée en 1734, elle …"."""
    centuries = [one for one in before.times if century_of(one) is not None]
    first = sentence.times[0] if sentence.times else None
    years = [] if first is None else [first, *first.parts]
    if len(centuries) != 1 or not years or before.sentence.block != sentence.sentence.block:
        return None
    (century,), start = centuries, sentence.extent.start
    year = next((one for one in reversed(years) if year_of(one) is not None), None)
    others = [one for one in sentence.times[1:] if year_of(one) is not None]
    if year is None or others:
        return None
    was_built = _WAS_BUILT.fullmatch(plain, start, years[0].extent.start)
    if not was_built and not _BUILT.fullmatch(plain, start, years[0].extent.start):
        return None
    if not was_built and not _IT.match(plain, first.extent.end if first is not None else start):
        return None
    if not _IS_OF.fullmatch(lower(plain[before.extent.start : century.extent.start])):
        return None
    number, value = century_of(century), year_of(year)
    assert number is not None and value is not None
    return YearInCentury(value, year.extent, number, century.extent, Binding.INFERRED)


def year_of(time: TimeExpression) -> int | None:
    form = time.form
    return form.parts.year if isinstance(form, CalendarForm) else None


def century_of(time: TimeExpression) -> int | None:
    form = time.form.whole if isinstance(time.form, PortionForm) else time.form
    return form.number if isinstance(form, CenturyForm) and not form.before else None
