"""How long lay between what began a stretch of time and what ended it, both of them dated.

"Suspendues en mars, les liaisons ont repris en mai : six semaines d'interruption"; "il aura fallu
deux ans pour trouver un successeur : parti en octobre 2011, … remplacé en janvier 2013".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from fact_cli.lang.words import lower
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Duration
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Lasting, Unit, elapsed, in_unit
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.times import LengthForm, RangeForm
from fact_cli.relate.context import Context
from fact_cli.relate.passage import adjoin
from fact_cli.relate.times.days.bare_days import bare_days
from fact_cli.relate.times.lengths.lasting import TOGETHER, is_surplus, stated_length
from fact_cli.relate.times.lengths.parts_told import is_of_part
from fact_cli.relate.times.lengths.spell_kinds import HEDGES, Spell, other_words, spells
from fact_cli.relate.times.moments import OFFICE, has_year, lengths, spanned, told_at

# What a length is of stands behind it, and one of these before it.
LEADS = re.compile(
    r"(?:^|[:;–—(] |, |\b(?:[cs]es|leurs|après|au terme de|au bout de|à l'issue de|soit"
    r"|(?:pendant|durant)(?: les| ses| ces| leurs)?|en|pour|suivie?s? de|connu|vécu|passé"
    r"|purgé|subi|avec|par"
    r"|(?:racont|évoqu|relat|retrac|décri|rappel)[^\W\d_]* (?:les|ses|ces|leurs)) )" + HEDGES + "$"
)
_THESE = re.compile(rf"\bces {HEDGES}$")
_LASTED = re.compile(
    r"\b(?:(?:dur|ten)(?:é|ée|era|ait|a|e|u|ue)"
    r"|aur(?:a|ont) (?:donc |ainsi |encore )?(?:tourné|fonctionné|servi|vécu|existé|régné|résisté"
    r"|survécu|roulé|navigué|rayonné|exercé|occupé l[ae] [^\W\d_]+|été (?:fermé|absent|privé"
    r"|détenu|retenu|bloqué|coupé)e?s?)(?: pendant| durant)?"
    r"|(?:étal|étir|prolong|étend|poursuiv|échelonn)\w+ (?:sur|pendant|durant)"
    r"|longue?s? (?:de|d')|d'une durée (?:de|d')) ?" + HEDGES + "$"
)
_HELD = re.compile(r"\baur(?:a|ont) [^\W\d_]+(?:é|u|i) (?:pendant |durant )?$")
_UNTIL = re.compile(r",? (?:avant (?:de |d'|sa |son )|jusqu'(?:à|au|en))")
_TOOK = re.compile(
    r"\b(?:il (?:aura(?:it)?|a|avait) (?:donc |ainsi |encore )?fallu(?: attendre| patienter)?"
    r"|(?:a|ont|aura|auront|avait) (?:mis|attendu|patienté)) " + HEDGES + "$"
)
# Who had to wait for as long as it lasted: "les riverains auront patienté deux ans".
_WAITED = re.compile(
    r"\b(?:aur(?:a|ont)|ont|a) (?:donc |ainsi )?(?:attendu|patienté)(?: pendant| durant)? "
    + HEDGES
    + "$"
)
# "Fermé en avril pour dix-huit mois, il ne rouvrira qu'en janvier": so long was meant.
_PLANNED = re.compile(rf" pour {HEDGES}$")
_LATER_THAN_PLANNED = re.compile(
    r"\bne [^\W\d_]+r(?:a|ont|ait|aient) [^.;:()]{0,40}\bqu(?:e |'(?!il|elle|on))|\bretard\b"
    r"|\bn'(?:a|ont|est|sont|avait) [^.;:()]{0,40}\bqu(?:e |'(?!il|elle|on))|\bau lieu d"
)
_WAIT_OVER = re.compile(r"[,;.!?)]|$| (?:pour|avant|et)\b")
_FOR = re.compile(rf" pour(?: une (?:durée|période) de)? {HEDGES}$")
_EARLIER = re.compile(r"\bavai(?:t|ent) (?:dur|ten)\w+ [^,;]{0,20}$")
_WHOLE = re.compile(rf"(?:pendant |durant |au cours de |en ){HEDGES}", re.IGNORECASE)
_IN_ALL = re.compile(rf"en {HEDGES}")
_IT_HAS = re.compile(r", (?:ils?|elles?|l[ae]|les|l') ?")
_NO_AGE = re.compile(r" (?:de |d'|passée?s? |à (?:la|sa|leur) tête\b)")
_APPOSED = re.compile(r"(?:,| :| \() ?")
_HAD = re.compile(r"\b(?:avai(?:t|ent)|étai(?:t|ent))\b")
_BROKEN = re.compile(r"\b(?:puis|ensuite|assign|transf|plac)")  # "…, puis à résidence"
# "Elle avait débuté le …", "Débutée le …, elle": what came before the sentence before.
_BACK = re.compile(
    r"(?:ils?|elles?) (?:s'|y |en |l')?(?:avai(?:t|ent)|étai(?:t|ent))\b"
    r"|[^\W\d_]+(?:é|i|u|is|it|ert)e?s? (?:[^.;:,()\d]{2,40} )?(?:le|en|depuis)\b"
)
_DURANT = re.compile(r" durant,? ")
# "après 148 journées d'audience": some of the days of the trial, as many as there were.
_SITTINGS = re.compile(
    r" (?:d'audiences?"
    r"|de (?:débats|travail|cours|classe|course|tournage|compétition|match|voyage))\b"
)
# "Cinq semaines de fermeture étaient pourtant prévues", "… de grève de la faim": another length.
_OF_ANOTHER = re.compile(
    r"[^.;:,]{0,40}\bétai(?:t|ent) (?:[^\W\d_]+ ){0,2}(?:prév|annonc|programm|promis|envisag)"
    r"|[^.;:,]{0,10}grève de la faim\b"
)
_ELSEWHERE = re.compile(r" (?:à|au|aux|dans|chez|en|sur|comme) ")
# Units in which dates can be told apart, and in which of them such a stretch is told.
_UNITS = {Unit.YEARS, Unit.MONTHS, Unit.WEEKS, Unit.DAYS}
A_MONTH = Decimal("0.09")  # of a year
FAR = 4  # times as long, or as short, is another length


@dataclass(frozen=True)
class _Length:
    """A length that a sentence tells of a stretch, with the words beside it."""

    stated: TimeExpression
    ahead: str
    behind: str


def find(context: Context) -> Iterator[Lasting]:
    plain, sentences = context.document.plain, context.sentences
    for index, sentence in enumerate(sentences):
        for stated in [*lengths(sentence), *of_office(plain, sentence)]:
            length = _length(plain, sentence, stated)
            if length is None:
                continue
            for first, last in ((index, index), (index - 1, index), (index, index + 1)):
                if first < 0 or last >= len(sentences):
                    continue
                near = sentences[first : last + 1]
                if first == last or adjoin(plain, *near):
                    found = _of_points(plain, near, sentence, length)
                    if found is not None:
                        yield found
                        break


def of_office(plain: str, sentence: ScannedSentence) -> Iterator[TimeExpression]:
    """ "Sous ses douze ans de direction": no age."""
    for time in sentence.times:
        told = time.kind is TimeKind.AGE and isinstance(time.form, LengthForm)
        if told and _NO_AGE.match(plain, time.extent.end):
            yield time


def _length(plain: str, sentence: ScannedSentence, stated: TimeExpression) -> _Length | None:
    ahead = lower(plain[sentence.extent.start : stated.extent.start])
    behind = lower(plain[stated.extent.end : sentence.extent.end])
    words = lower(sentence.extent.of(plain))
    told = stated_length(plain, stated)
    if told is None or told[0] not in _UNITS or is_surplus(plain, stated):
        return None
    earlier = re.match(r" (?:après|avant|plus|auparavant)\b", behind)
    held = (_LASTED.search(ahead) or _HELD.search(ahead)) and _UNTIL.match(behind)
    if TOGETHER.search(words) or (earlier and not held):
        return None
    if _PLANNED.search(ahead) and _LATER_THAN_PLANNED.search(words):
        return None
    other = other_words()
    if _OF_ANOTHER.match(behind):
        return None
    if other.search(ahead[-40:]) or other.match(behind.lstrip()):
        return None
    return _Length(stated, ahead, behind)


def _of_points(
    plain: str, near: Sequence[ScannedSentence], sentence: ScannedSentence, length: _Length
) -> Lasting | None:
    told = stated_length(plain, length.stated)
    points = [(each, time) for each in near for time in points_of(plain, each)]
    if told is None or len(points) != 2:
        return None
    if len(near) > 1 and not any(each is not sentence for each, _ in points):
        return None
    (one, first), (other, last) = points
    if one is not other and _BACK.match(lower(plain[other.extent.start : last.extent.start])):
        (one, first), (other, last) = (other, last), (one, first)
    inside = one is other and first.extent.end <= length.stated.extent.start < last.extent.start
    begins = told_at(plain, one, first, None)
    ends = told_at(plain, other, last, first if one is other else None)
    between = _between(first, last, told[0])
    if between is None or between.low is None or between.high is None:
        return None
    form = length.stated.form
    assert isinstance(form, LengthForm)
    value = in_unit(form.duration, told[0])
    if between.high <= 0 or not between.high / FAR <= value <= FAR * max(between.high, 1):
        return None
    if not has_year(last) and _is_years_later(value - between.high, told[0]):
        return None
    some = told[0] is Unit.DAYS and _SITTINGS.match(length.behind)
    if some and value < between.high:
        return None
    words = lower(plain[near[0].extent.start : near[-1].extent.end])
    for spell in spells():
        if not (spell.begun.search(begins) and spell.ended.search(ends)):
            continue
        if spell.office and len({found.group() for found in OFFICE.finditer(words)}) > 1:
            continue
        longer = value > between.high
        if _tells(spell, length, words, inside=inside, longer=longer, apart=len(near) > 1):
            at = (first.extent, last.extent)
            return Lasting(length.stated, between, told[0], at, told[1], Binding.INFERRED)
    return None


def _tells(
    spell: Spell, length: _Length, words: str, *, inside: bool, longer: bool, apart: bool
) -> bool:
    """Whether a length is told of a stretch of that kind."""
    ahead, behind = length.ahead, length.behind
    called, calls = spell.called.match(behind), spell.calls.search(ahead)
    named = (called is not None and LEADS.search(ahead) is not None) or calls is not None
    if named and (spell.subject or inside):
        own = (called is not None) + (calls is not None)
        named = not spell.subject or len(spell.noun.findall(words)) > own
        named = named or _is_apposed(spell, behind[called.end() if called else 0 :])
    if named and inside and not longer:
        named = _BROKEN.search(behind) is None
    if named and called is not None and not longer:
        named = _ELSEWHERE.match(behind, called.end()) is None or spell.office
    if named or (spell.used and _FOR.search(ahead) and spell.used.match(behind)):
        return True
    if spell.took is not None:
        return _TOOK.search(ahead) is not None and spell.took.match(behind) is not None
    if inside:
        whole = _LASTED.search(ahead) or _HELD.search(ahead)
        return whole is not None and _UNTIL.match(behind) is not None
    if apart and spell.whole and _WAITED.search(ahead) and _WAIT_OVER.match(behind):
        return True
    if _THESE.search(ahead):
        return called is not None or not behind.startswith((" de ", " d'"))
    if _LASTED.search(ahead) and not (apart and _EARLIER.search(ahead)):
        if apart and not longer and is_of_part(ahead):
            return False
        return not spell.subject or spell.noun.search(words) is not None
    if not (apart and spell.whole):
        return False
    if _DURANT.match(behind) and re.fullmatch(HEDGES, ahead):
        return True
    if spell.subject and spell.noun.search(words) is None:
        return False
    if spell.subject and _IN_ALL.fullmatch(ahead) and _IT_HAS.match(behind):
        return True
    whole = longer and _WHOLE.fullmatch(ahead) is not None and not _HAD.search(behind)
    return whole and (called is not None or not behind.startswith((" de ", " d'")))


def _is_apposed(spell: Spell, behind: str) -> bool:
    """ "Trois semaines de fouilles, entamées le …": what began follows at once."""
    link = _APPOSED.match(behind)
    return link is not None and spell.begun.match(behind, link.end()) is not None


def points_of(plain: str, sentence: ScannedSentence) -> list[TimeExpression]:
    """The dated times of a sentence; that of "depuis mars" is where it begins."""
    found: list[TimeExpression] = []
    for time in sentence.times:
        if isinstance(time.form, RangeForm) and time.kind is not TimeKind.AGE:
            found += time.parts
        elif time.kind is TimeKind.DATE and not isinstance(time.form, LengthForm):
            found.append(time)
    found = [one for one in found if one.kind is TimeKind.DATE]
    return [*found, *bare_days(plain, sentence)] if len(found) == 1 else found


def _is_years_later(missing: Decimal, unit: Unit) -> bool:
    """Whether what is missing of a length is whole years: "arrêté en février 2021, libéré le 3
    octobre, après plus de trois ans et sept mois" tells of an October that has no year.
    """
    years = missing / in_unit(Duration(years=Decimal(1)), unit)
    return years >= 1 - A_MONTH and abs(years - round(years)) <= A_MONTH


def _between(first: TimeExpression, last: TimeExpression, unit: Unit) -> Bounds | None:
    ends = spanned(first, last)
    return None if ends is None else elapsed(*ends, unit)
