"""How long a stretch lasted, called by its noun behind the two ends it is dated by.

"Il a présidé le club de 2008 à 2015. Un règne de sept ans"; "l'usine est fermée depuis 2018. Cela
fait sept ans"; "fermé du 3 mars au 3 juin, une parenthèse de trois mois".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import pairwise

from fact_cli.lang.lexicon import read
from fact_cli.lang.words import lower, words_after
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Interval
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Lasting, Unit, elapsed, in_unit
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.times import CalendarForm, LengthForm, RangeForm
from fact_cli.relate.context import Context
from fact_cli.relate.passage import adjoin
from fact_cli.relate.times.lengths.lasting import TOGETHER, is_surplus, stated_length
from fact_cli.relate.times.lengths.spell_kinds import spell_words
from fact_cli.relate.times.lengths.time_off import is_without
from fact_cli.relate.times.lengths.workdays import days_between
from fact_cli.relate.times.moments import (
    lengths,
    names_year,
    published,
    range_ends,
    spanned,
    told_at,
)

_HEDGES = (
    r"(?:(?:quelque|près de|plus de|moins de|pas moins de|environ|à peine|seulement|presque"
    r"|un peu (?:plus|moins) de|exactement|tout juste|très exactement|plus d'|près d'|moins d') ?)*"
)
_FITS = (
    r"(?:longue?|bref|brève|court|courte|long|beau|belle|véritable|nouve(?:au|lle)|rude|grand"
    r"|grande|formidable|incroyable|interminable|record|totale?|forcée?|provisoire|historique)"
)
_HOW_LONG = r"(?:de |d'|longue? (?:de |d')|qui (?:a|aura) (?:donc )?duré |d'une durée de )"
_ENDS = re.compile(r" ?(?:[.!?…;,)]|$)")
_SO_FAR = re.compile(r" ?(?:déjà )?(?:[.!?…;]|$)")
_TO_NOW = re.compile(
    rf"(?:(?:et )?(?:cela|ça) fait (?:donc |ainsi |maintenant |désormais |déjà )?|voilà (?:donc )?"
    rf"|soit (?:donc )?|il y a (?:donc )?){_HEDGES}",
)
_PASSED = re.compile(
    rf"(?:(?:soit|cela (?:a|aura) duré|le tout (?:a|aura) duré|(?:cela|ça|ce qui) fait"
    rf"|il s(?:'est|'était|e sera) (?:donc |ainsi )?écoulé|c'est un total de"
    rf"|(?:l'aventure|l'expérience|l'épisode|la parenthèse|l'idylle|le bail|l'intérim) "
    rf"(?:a|aura) duré)) (?:donc |ainsi )?{_HEDGES}",
)
# Between the ends and the noun that takes them up.
_BETWEEN = re.compile(r"(?: [^.;:,()!?\d]{2,60})?(?:,| –| -| :| \() (?:soit |pour )?$")
_LISTS = re.compile(
    r"\b(?:propos|offr|organis|prévoi|programm|comprend|compren|dont|avec|puis|après|avant|contre"
    r"|condamn|écop|accueill|atelier|séjour|voyage|tournée|deux|trois|plusieurs|sanction)\w*"
)
_OTHER = re.compile(
    r"\b(?:première?|deuxième|second|autre|précédent|nouve\w+|initial\w*|prévu\w*|dernière?s?"
    r"|avant|après|moyen\w*|maxim\w+|minim\w+|par an|chaque|condamn\w+|requi\w+|interdiction"
    r"|peine|sursis|encore|suivi\w*|plus tard|record)\b"
)
# "Cinq semaines de grève", "ces cinq mois de fermeture": opens a sentence about what went on.
_OPENING = re.compile(rf"(?:(?:de |après |pendant |durant )?(?:ces|les) )?{_HEDGES}")
_OF_JAIL = re.compile(
    r" (?:derrière les barreaux|sous les verrous|en (?:détention|prison|cellule))\b"
)
_JAILED = re.compile(r"\b(?:écrou|incarcér|emprisonn)\w+\b.*\b(?:libérée?s?|liberté|sorti\w*)\b")
# A date on which something was said, or a time to come, is no end of what is over.
_SAID = re.compile(
    r"\b(?:a|ont|avait) (?:annonc|indiqu|déclar|confirm|expliqu|précis|présent)é|\w{3,}r(?:a|ont)\b"
)
# "Cinq semaines de fermeture étaient prévues", "… de grève de la faim": another length.
_NOT_THE_WHOLE = re.compile(
    r"\b(?:(?:av|ét)ai(?:t|ent)|\w+r(?:ait|aient)|prévue?s?|supplémentaires?|d'abord|faim|déjà|encore"
    r"|suffi\w*|partielle?s?|premi\w+|au lieu|contre)\b"
)
BACK = 2  # sentences before it in which the two dates of a spell stand
FAR = 3  # times as long, or as short, is another length
OPENS = 12  # characters before a period that opens its sentence


@cache
def _called() -> re.Pattern[str]:
    """A noun of what lasts, before a length: "une longue fermeture de"."""
    nouns = "|".join(read("spells")["lasting"]["nouns"])
    return re.compile(
        rf"(?:une?|cette?|son|sa|leur|le|la|l'|d'une?) ?(?:{_FITS} )?(?:{nouns})"
        rf"(?: (?:de |d')?[^\W\d_]+){{0,2}},? {_HOW_LONG}{_HEDGES}"
    )


@cache
def _of_spell() -> re.Pattern[str]:
    """The noun of a spell behind a length that opens a sentence: " de grève qui auront coûté"."""
    nouns = "|".join(read("spells")["lasting"]["nouns"])
    return re.compile(rf" (?:de |d')(?:{_FITS} )?(?:{nouns})\b(?! (?:maxim|minim|par|en moy))")


@cache
def _of_noun() -> re.Pattern[str]:
    """The same behind one: " de fermeture."."""
    nouns = "|".join(read("spells")["lasting"]["nouns"])
    return re.compile(rf" (?:de |d')(?:{_FITS} )?(?:{nouns})(?: [^\W\d_]+)?[.!…;,]")


def find(context: Context) -> Iterator[Lasting]:
    plain, sentences = context.document.plain, context.sentences
    now = published(context)
    for sentence in sentences:
        for stated in lengths(sentence):
            found = _apposed(plain, sentence, stated)
            if found is not None and not is_without(plain, sentence, found):
                yield found
    for index, sentence in enumerate(sentences):
        found = _opening(plain, sentences[max(0, index - BACK) : index], sentence)
        if found is not None and not is_without(plain, sentence, found):
            yield found
    for former, sentence in pairwise(sentences):
        if former.times and sentence.times and adjoin(plain, former, sentence):
            found = _taken_up(plain, former, sentence, None if now is None else now.interval)
            if found is not None and not is_without(plain, sentence, found):
                yield found


def _opening(
    plain: str, before: Sequence[ScannedSentence], sentence: ScannedSentence
) -> Lasting | None:
    """ "Votée lundi 3 octobre, la levée du piquet du 12 septembre. Cinq semaines de grève qui".

    The two are the only times told in the sentences before, so that nothing else can have lasted.
    """
    if len(sentence.times) != 1 or sentence.times[0].kind is not TimeKind.DURATION:
        return None
    stated = sentence.times[0]
    ahead = lower(plain[sentence.extent.start : stated.extent.start])
    behind = lower(words_after(plain, stated.extent.end, 60))
    of_jail = bool(ahead) and _OF_JAIL.match(behind) is not None
    if not _OPENING.fullmatch(ahead) or not (of_jail or _of_spell().match(behind)):
        return None
    told = [time for each in before for time in each.times if time.kind is not TimeKind.AGE]
    days = [time for time in told if isinstance(time.form, CalendarForm) and time.form.parts.day]
    words = lower(plain[before[0].extent.start : before[-1].extent.end]) if before else ""
    if len(told) != 2 or len(days) != 2 or _OTHER.search(words) or TOGETHER.search(words):
        return None
    if any(time.interval.begin is None for time in days):
        return None
    if _NOT_THE_WHOLE.search(lower(plain[stated.extent.end : sentence.extent.end])):
        return None
    spell = any(begun.search(words) and over.search(words) for begun, over in spell_words())
    if not (spell or _JAILED.search(words)) or _SAID.search(words):
        return None
    days.sort(key=lambda one: one.interval.begin or date.min)
    found = _between(plain, stated, days)
    return found if found is not None and found.unit is not Unit.DAYS else None


def _taken_up(
    plain: str, former: ScannedSentence, sentence: ScannedSentence, now: Interval | None
) -> Lasting | None:
    """A length in the sentence behind its ends, which tells no other time."""
    if len(sentence.times) != 1:
        return None
    time = sentence.times[0]
    stated = lengths(sentence)[0] if lengths(sentence) else time
    if not isinstance(stated.form, LengthForm) or TOGETHER.search(lower(sentence.extent.of(plain))):
        return None
    ahead = lower(plain[sentence.extent.start : stated.extent.start])
    behind = lower(words_after(plain, stated.extent.end, 60))
    open_ended = _open_begin(former)
    if open_ended is not None:
        begun = _begun_now(plain, time, ahead, behind)
        if not begun or now is None:
            return None
        told = stated_length(plain, stated)
        begin = Interval(open_ended.interval.begin, open_ended.parts[0].interval.end)
        between = None if told is None else elapsed(begin, now, told[0])
        return _lasting(plain, stated, between, (open_ended,))
    named = _called().fullmatch(ahead) or _PASSED.fullmatch(ahead)
    named = (named and _ENDS.match(behind)) or (
        re.fullmatch(_HEDGES, ahead) and _of_noun().match(behind)
    )
    ends = _ends(plain, former)
    if not named or ends is None or time.extent != stated.extent:
        return None
    if _OTHER.search(ahead) or (_PASSED.fullmatch(ahead) and not ahead.startswith(("soit", "il"))):
        return None
    return _between(plain, stated, ends)


def _begun_now(plain: str, time: TimeExpression, ahead: str, behind: str) -> bool:
    """Whether a length is told of what goes on until now."""
    if _OTHER.search(ahead):
        return False
    words = lower(time.extent.of(plain))
    lead = _TO_NOW.match(ahead + words)
    if lead is not None:
        return _SO_FAR.match(behind) is not None
    called = _called().fullmatch(ahead) and _ENDS.match(behind)
    return bool(called or (re.fullmatch(_HEDGES, ahead) and _of_noun().match(behind)))


def _apposed(plain: str, sentence: ScannedSentence, stated: TimeExpression) -> Lasting | None:
    """ "Fermé du 3 mars au 3 juin, une parenthèse de trois mois": at the end of its sentence."""
    ends = _ends(plain, sentence, stated)
    if ends is None or not re.match(r" ?[.!)…]|$", words_after(plain, stated.extent.end, 3)):
        return None
    first, last = ends[0], ends[-1]
    link = lower(plain[last.extent.end : stated.extent.start])
    called = next((one for one in _called().finditer(link) if one.end() == len(link)), None)
    if called is None or not _BETWEEN.fullmatch(link[: called.start()]):
        return None
    opens = first.extent.start - sentence.extent.start < OPENS and first is last
    if opens or _LISTS.search(link) or _OTHER.search(link):
        return None
    return _between(plain, stated, ends)


def _open_begin(sentence: ScannedSentence) -> TimeExpression | None:
    """The only time of a sentence, "depuis 2018"."""
    times = sentence.times
    if len(times) != 1 or not isinstance(times[0].form, RangeForm) or not times[0].parts:
        return None
    return times[0] if times[0].form.end is None and names_year(times[0].parts[0]) else None


def _ends(
    plain: str, sentence: ScannedSentence, stated: TimeExpression | None = None
) -> Sequence[TimeExpression] | None:
    """The one period a sentence tells, or the two dates where something begins and ends."""
    times = [one for one in sentence.times if one.kind is not TimeKind.AGE]
    if stated is not None:
        times = [one for one in times if one.extent != stated.extent]
    if len(times) == 1 and isinstance(times[0].form, RangeForm):
        ends = range_ends(times[0])
        told = times[0].form.end
        dated = isinstance(told, CalendarForm) and (told.parts.year or told.parts.month)
        return times if ends is not None and dated else None
    if len(times) != 2 or not all(one.kind is TimeKind.DATE for one in times):
        return None
    first, last = times
    begins, ends_ = told_at(plain, sentence, first), told_at(plain, sentence, last, first)
    known = any(begun.search(begins) and over.search(ends_) for begun, over in spell_words())
    if not known or not all(isinstance(one.form, CalendarForm) for one in times):
        return None
    return times


def _between(plain: str, stated: TimeExpression, ends: Sequence[TimeExpression]) -> Lasting | None:
    told, form = stated_length(plain, stated), stated.form
    if told is None or not isinstance(form, LengthForm):
        return None
    pair = ends if len(ends) == 2 else ends[0].parts
    between = None
    if told[0] is Unit.DAYS and len(pair) == 2:
        between = days_between(pair[0], pair[1], in_unit(form.duration, told[0]))
    elif told[0] in {Unit.YEARS, Unit.MONTHS, Unit.WEEKS}:
        span = spanned(*ends) if len(ends) == 2 else range_ends(ends[0])
        between = None if span is None else elapsed(*span, told[0])
    return _lasting(plain, stated, between, ends)


def _lasting(
    plain: str, stated: TimeExpression, between: Bounds | None, at: Sequence[TimeExpression]
) -> Lasting | None:
    told, form = stated_length(plain, stated), stated.form
    if told is None or between is None or between.low is None or between.high is None:
        return None
    if not isinstance(form, LengthForm) or between.high <= 0 or is_surplus(plain, stated):
        return None
    value = in_unit(form.duration, told[0])
    if not between.high / FAR <= value <= FAR * between.high:
        return None
    extents = tuple(one.extent for one in at)
    return Lasting(stated, between, told[0], extents, told[1], Binding.INFERRED)
