"""What begins at a date, is told to last so long, and to end at another date.

"Le chantier, commencé en janvier 2020, doit durer dix-huit mois et s'achever en janvier 2023"; "les
travaux ont débuté le 3 juin. Ils dureront deux mois, jusqu'au 30 septembre"; "le concert débute à
20 h 30 et dure deux heures : fin prévue vers 23 h 30".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from fact_cli.lang.words import lower, words_before
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Hedge, Lasting, Unit, elapsed, in_unit
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import ClockForm, LengthForm, PortionForm
from fact_cli.relate.context import Context
from fact_cli.relate.passage import adjoin
from fact_cli.relate.times.lengths.lasting import (
    TOGETHER,
    between_clocks,
    is_dated,
    is_surplus,
    stated_length,
)
from fact_cli.relate.times.lengths.spells import points_of
from fact_cli.relate.times.lengths.workdays import days_between
from fact_cli.relate.times.moments import has_year, lengths, spanned

_CUES = ("dur", "pour ", "pendant ", "étal", "prévu", "prendr", "échelonn")
_HEDGES = (
    r"(?:(?:quelque|près de|plus de|moins de|environ|à peine|seulement|presque|encore|au total"
    r"|un peu (?:plus|moins) de|plus d'|près d'|moins d'|d') ?)*"
)
_BEGINS = re.compile(
    r"(?:\b(?:commenc|débu|démarr|entam|engag|lanc|ouvr|ouver|inaugur|ferm|installé|coup(?:é|er)"
    r"|interdi|suspend|interromp|déploy|entré|entrera|placé|condamn(?:é|er)e?s? à la circulation"
    r"|s'élanc|donn(?:é|er)|partir(?:a|ont)|partie?s? |part(?:ent)? )[^\W\d_]*"
    r"|\b(?:à partir|à compter|dès|début))\b[^.;:()\d]{0,50}$"
)
_LASTS = re.compile(
    r"\b(?:dur(?:e|ent|era|eront|erait|eraient|ait|aient|er)|d'une durée de"
    r"|(?:s'étal|s'échelonn|étal|échelonn|prévu|programm)[^\W\d_]* (?:sur|pour(?: durer)?)"
    r"|(?:prendr(?:a|ont)|prend|prennent)|pour(?: une (?:durée|période) de)?|pendant|durant) "
    + _HEDGES
    + "$"
)
# Where it ends: the first is told of what lasts, the others may be of something else.
_UNTIL = re.compile(
    r"(?: (?:de |d'|du )(?:travaux|fermeture|chantier|procès|débats|audiences?|concerts?|fête"
    r"|spectacles?|expérimentation|essais?|tests?|compétition|coupure|interdiction|consultation))?"
    r"(?:,| et| avant| pour|, et| :|, avant| –)? ?(?:ce |et ce )?"
    r"(?:(?:(?:elles?|ils?|qui) )?(?:doi(?:t|vent) |devr(?:a|ont|ait|aient) |de |et )*(?:donc )?"
    r"(?:s'ach[eè]v\w+|s'arrêt\w+|(?:se )?termin\w+|pren\w+ fin|finir\w*|fini[a-z]*|s'interrompr\w+"
    r"|être (?:achevé|terminé|bouclé)e?s?|(?:une |la |sa |leur )?(?:fin|clôture)"
    r"(?: (?:prévue|programmée|attendue|annoncée|du chantier|des travaux|de la mission))*)"
    r"|jusqu)[^.;:()\d]{0,40}$"
)
_LASTED = re.compile(
    r"\b(?:(?:a|ont|aura|avait) (?:donc |ainsi )?duré|dure(?:ra|nt|ront)?|d'une durée de"
    r"|(?:trajet|film|spectacle|concert|match|séance|projection|réunion|traversée|cérémonie|course"
    r"|étape|atelier|cours|conférence|pièce|randonnée)s? de) " + _HEDGES + "$"
)
_ENDED = re.compile(
    r"\b(?:ach[eè]v|termin|fini|fin\b|clos|clôtur|levée?\b|arriv|sort|jusqu)[^.;:()\d]{0,40}$"
)
_OTHER = re.compile(
    r"\b(?:puis|interromp\w+|interrup\w+|chaque|par (?:an|mois|semaine|jour)|moyenne|prolong\w+"
    r"|report\w+|repouss\w+|retard\w*|initial\w+|au lieu|garantie|sursis|prison|phases?|tranches?"
    r"|reconduc\w+|reconduit\w*|rallong\w+|dépass\w+|heure locale|enfin|finalement|toujours"
    r"|(?:a|ont) (?:ensuite )?été (?:suspendu|arrêté|interrompu)e?s?|repris|reprise"
    r"|première? (?:phase|tranche|étape|partie)|autre|environs|alterné\w*|tous les|toutes les)\b"
)
_GOES_ON = re.compile(
    r"(?:(?:elles?|ils?|cel(?:le|ui)s?-ci|ceux-ci|le tout) "
    r"|(?:l[ae] |les |l'|ce |cette |cet |ces )(?:chantier|travaux|opération|exposition|fermeture"
    r"|mission|mesure|interdiction|expérimentation|enquête|consultation|concertation|campagne"
    r"|procès|festival|manifestation|stage|formation|spectacle|séance|réunion|coupure|épreuve) )"
)
_ROUGH = re.compile(r"\b(?:vers|autour de|aux alentours de|environ|fin|début|mi-?|courant) ?$")
# Days of which not each is sat: the ends can lie farther apart.
_SITS = re.compile(
    r"\b(?:procès|audiences?|débats|sessions?|assises|tribunal|cour|auditions?"
    r"|formations?|cours|ateliers?|cursus)\b"
)
# What begins before the thing that lasts, another thing, and what ends behind it.
_DOORS = re.compile(r"\b(?:portes?|accueil|guichets?|billetterie|rendez-vous|ouvertures?|bar)\b")
# How long it was meant to last, and a verb that tells when it does end.
_PLANNED = re.compile(
    r"\b(?:devai(?:t|ent)|étai(?:t|ent)|avai(?:t|ent)|aurai(?:t|ent)|serai(?:t|ent)|prévu\w*"
    r"|programm\w*)\b|\bpour (?:une (?:durée|période) de )?(?:[^\W\d_]+ ){0,3}$"
)
_DOES_END = re.compile(
    r"\b(?:s'ach(?:ève|èvent|èvera|èveront)|s'arrête\w*|se termine\w*|pren(?:d|nent)\w* fin|finit"
    r"|finissent|finir(?:a|ont)|s'interromp(?:t|ent|ra|ront))\b"
)
_WILL = re.compile(r"[^\W\d_](?:ra|ront)\b")
_NEW_THING = re.compile(
    r"(?:,| et| puis| :|;|\.|,? mais) ?(?:l[ea]s? |l'|s(?:on|a|es) |une? )[^\W\d_]"
)
_AND_MORE = re.compile(
    r"\b(?:avec|par|suivie?s?|après|autour|dans|lors d|pauses?|entractes?|compris\w*"
    r"|apéritif|goûter"
    r"|pour|dans|le (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|week-end))\b"
)
MINUTES = {Unit.HOURS: 60, Unit.MINUTES: 1}
EXACT, ROUND = 15, 30  # minutes by which times of day are rounded, those of "vers" the more
FAR = 4  # times as long, or as short, is another length
_UNITS = {Unit.YEARS, Unit.MONTHS, Unit.WEEKS, Unit.DAYS}


def find(context: Context) -> Iterator[Lasting]:
    if not context.tells(_CUES):
        return
    plain = context.document.plain
    for index, sentence in enumerate(context.sentences):
        told = lengths(sentence)
        if len(told) != 1 or is_surplus(plain, told[0]):
            continue
        words = lower(sentence.extent.of(plain))
        if TOGETHER.search(words) or _OTHER.search(words):
            continue
        former = context.sentences[index - 1] if index else None
        if former is not None and not adjoin(plain, former, sentence):
            former = None
        found = _until(plain, former, sentence, told[0])
        if found is not None:
            yield found


def _until(
    plain: str, former: ScannedSentence | None, sentence: ScannedSentence, stated: TimeExpression
) -> Lasting | None:
    length, form = stated_length(plain, stated), stated.form
    if length is None or not isinstance(form, LengthForm):
        return None
    clocks = length[0] in MINUTES
    ends = _explained(plain, sentence, stated) if clocks else None
    ends = ends or _ends(plain, former, sentence, stated, clocks=clocks)
    if ends is None:
        return None
    first, last = ends
    value = in_unit(form.duration, length[0])
    between = _between(first, last, length[0], value)
    if between is None or between.high is None or between.high <= 0:
        return None
    if not between.high / FAR <= value <= FAR * between.high:
        return None
    if _is_longer(plain, former, sentence, ends, stated) and value < between.high:
        return None
    rough = any(_ROUGH.search(words_before(plain, one.extent.start, 20)) for one in ends)
    if clocks and abs(value - between.high) * MINUTES[length[0]] <= (ROUND if rough else EXACT):
        return None
    hedge = Hedge.ABOUT if rough and not clocks and length[1] is Hedge.NONE else length[1]
    at = (first.extent, last.extent)
    return Lasting(stated, between, length[0], at, hedge, Binding.INFERRED)


def _is_plan(begins: str, ahead: str, ending: str) -> bool:
    """Whether a length was planned once, while the verb of the end tells what has come of it."""
    told = _PLANNED.search(ahead) is not None and _DOES_END.search(ending) is not None
    return told and not (_WILL.search(begins) and _WILL.search(ending))


def _is_longer(
    plain: str,
    former: ScannedSentence | None,
    sentence: ScannedSentence,
    ends: Sequence[TimeExpression],
    stated: TimeExpression,
) -> bool:
    """Whether more than what lasts can lie between the two ends."""
    first, last = ends
    told_in = sentence if sentence.extent.holds(first.extent) or former is None else former
    if not isinstance(first.form, ClockForm):
        return _SITS.search(lower(plain[told_in.extent.start : sentence.extent.end])) is not None
    ahead = lower(plain[told_in.extent.start : first.extent.start])
    between = lower(plain[first.extent.end : stated.extent.start])
    another = told_in is sentence and _NEW_THING.match(between)
    behind = lower(plain[last.extent.end : sentence.extent.end])
    return bool(_DOORS.search(ahead) or another or _AND_MORE.search(behind))


def _ends(
    plain: str,
    former: ScannedSentence | None,
    sentence: ScannedSentence,
    stated: TimeExpression,
    *,
    clocks: bool,
) -> Sequence[TimeExpression] | None:
    """Where it begins, before the length, and where it ends, behind it."""
    points = _points(plain, sentence, clocks=clocks)
    behind = [one for one in points if one.extent.start >= stated.extent.end]
    ahead = [one for one in points if one.extent.end <= stated.extent.start]
    told_in = sentence
    if former is not None and not ahead:
        if not _GOES_ON.match(lower(plain[sentence.extent.start : stated.extent.start])):
            return None
        if lengths(former) or _OTHER.search(lower(former.extent.of(plain))):
            return None
        ahead, told_in = _points(plain, former, clocks=clocks), former
    if len(ahead) != 1 or len(behind) != 1:
        return None
    first, last = ahead[0], behind[0]
    begins = lower(plain[told_in.extent.start : first.extent.start])
    leads = lower(plain[max(sentence.extent.start, first.extent.end) : stated.extent.start])
    until = lower(plain[stated.extent.end : last.extent.start])
    told = _BEGINS.search(begins) and _LASTS.search(leads) and _UNTIL.fullmatch(until)
    plan = _is_plan(begins + lower(plain[first.extent.end : stated.extent.start]), leads, until)
    return [first, last] if told and not plan else None


def _explained(
    plain: str, sentence: ScannedSentence, stated: TimeExpression
) -> Sequence[TimeExpression] | None:
    """ "Elle a duré une heure : commencée à 15 heures, elle s'est terminée à 18 heures"."""
    points = _points(plain, sentence, clocks=True)
    if len(points) != 2 or stated.extent.end > points[0].extent.start:
        return None
    first, last = points
    ahead = lower(plain[sentence.extent.start : stated.extent.start])
    opens = lower(plain[stated.extent.end : first.extent.start])
    closes = lower(plain[first.extent.end : last.extent.start])
    told = _LASTED.search(ahead) and _BEGINS.search(opens) and _ENDED.search(closes)
    return points if told else None


def _points(plain: str, sentence: ScannedSentence, *, clocks: bool) -> Sequence[TimeExpression]:
    if clocks:
        return [one for one in sentence.times if isinstance(one.form, ClockForm)]
    points = points_of(plain, sentence)
    told = all(is_dated(one) or isinstance(one.form, PortionForm) for one in points)
    return points if told else []


def _between(
    first: TimeExpression, last: TimeExpression, unit: Unit, value: Decimal
) -> Bounds | None:
    match first.form, last.form:
        case ClockForm() as one, ClockForm() as other if unit in MINUTES:
            return between_clocks(one, other, unit)
        case _ if has_year(first) is not has_year(last) or unit not in _UNITS:
            return None
        case _:
            span = spanned(first, last)
            counted = days_between(first, last, value) if unit is Unit.DAYS else None
            return counted or (None if span is None else elapsed(*span, unit))
