"""What is told to have grown or been counted up to a day that is yet to come.

"Ils ont vendu 2,3 % de forfaits de plus entre décembre et le 31 mars 2026", told on the 10th; "au 5
mai, 118 400 croisiéristes. Les escales ont été nombreuses jusqu'à la fin de juin", told on the 8th:
without its year, a month is the next one where the figures beside it are of now.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.lapse import TensedDay
from fact_cli.model.mention import QuantityKind, TimeExpression
from fact_cli.model.times import CalendarForm, PortionForm, RangeForm
from fact_cli.relate.context import Context, up_to
from fact_cli.relate.times.moments import dates, published
from fact_cli.relate.times.order.unfinished import FAR

RECENT = 75  # days before the telling in which the figures of now lie
BACK = 3  # sentences ahead of it that may tell figures of now
SOON = 200  # days behind it in which a month without a year is the next one
_HAS = (
    r"\b(?:a|ont|avait|avaient|s'est|se sont|s'était)"
    r"(?: (?:déjà|aussi|également|[^\W\d_]+ment|été))* "
)
_GREW = re.compile(
    _HAS
    + r"(?:bondi|augmenté|reculé|progressé|baissé|chuté|grimpé|diminué|crû|cru|fléchi|accrue?s?"
    r"|contractée?s?|repliée?s?|tassée?s?|envolée?s?|redressée?s?|vendu|accueilli|enregistré"
    r"|recensé|dénombré|transporté|traité|produit|exporté|importé|écoulé|totalisé|immatriculé"
    r"|récolté|collecté|consommé|fréquenté|servi|embarqué|débarqué)\b[^.;:()«»]{0,90}$"
)
_GROWTH = re.compile(
    r"\b(?:croissance|hausse|baisse|recul|progression|augmentation|repli|bond)\b[^.;:()«»]{0,60} "
    r"(?:enregistr|constat|observ|relev|mesur|cumul|affich)ée?s?(?: [^.;:()«»]{0,20})?$"
)
_NUMEROUS = re.compile(
    _HAS + r"(?:[^\W\d_]+ment )?(?:plus |très |moins )?nombreu(?:x|ses)\b[^.;:()«»]{0,60}$"
)
_UNTIL = re.compile(r"\b(?:jusqu'(?:à|au)|et le|au) $")
_AHEAD = re.compile(
    r"\b(?:prév\w+|attend\w+|objectif\w*|devrai\w+|estim\w+|projet\w+|program\w+|sera|seront"
    r"|annonc\w+ (?:une?|des)|prolong\w+|gel\w+|suspend\w+|réserv\w+|abonn\w+|avant de|puis)\b"
)
_OF_LAST_YEAR = re.compile(r"\b(?:passée?|précédente?|dernière?)\b")
# What is bought, promised or done until then is known ahead: "vendu des places jusqu'au 31 mai".
_VALID = re.compile(
    r"\b(?:valables?|ouverte?s?|disponibles?|utilisables?|gratuit\w*|logée?s?|hébergée?s?|qui|dont|où"
    r"|pour|à [^\W\d_]+(?:er|re|ir))\b|% (?:le|la|les|l'|ses|son|sa|leurs?) "
)
_GOODS = re.compile(
    r"\b(?:billets?|places?|forfaits?|pass|cartes?|nuitées?|séjours?|chambres?|prix|tarifs?"
    r"|réservations?|inscriptions?|candidatures?|commandes?|personnes|réfugiés?|loyers?|taux)\b"
)
_AS_OF = re.compile(
    r"\b(?:au|à|à la|arrêtée?s? (?:au|à)|à la date du|jusqu'(?:au|à)|depuis|en|ce mois de|à ce) $"
)


def find(context: Context) -> Iterator[TensedDay]:
    now = published(context)
    today = None if now is None else now.interval.begin
    if today is None or not context.tells(("jusqu", "et le ", " au ")):
        return
    plain = context.document.plain
    for index, sentence in enumerate(context.sentences):
        for time in sentence.times:
            end = _end(plain, time)
            if end is None or (end - today).days < FAR or context.quoted(time.extent):
                continue
            if not _is_told_as_known(plain, sentence, time) or _is_of_this_month(time, end, today):
                continue
            near = up_to(context.sentences, index, BACK)
            soon = (end - today).days <= SOON
            if _names_year(time) or (soon and _tells_of_now(plain, near, time, today)):
                yield TensedDay(time, end, past=True, published=today)


def _end(plain: str, time: TimeExpression) -> date | None:
    """The last day of what ends with a day, or with a month: "jusqu'à fin mai"."""
    match time.form:
        case RangeForm(end=CalendarForm() | PortionForm() as end):
            whole = end.whole if isinstance(end, PortionForm) else end
            month = isinstance(whole, CalendarForm) and whole.parts.month is not None
            return time.interval.end if month else None
        case CalendarForm(parts=parts) if parts.day is not None:
            ahead = lower(plain[max(0, time.extent.start - 12) : time.extent.start])
            return time.interval.end if _UNTIL.search(ahead) else None
        case _:
            return None


def _is_of_this_month(time: TimeExpression, end: date, today: date) -> bool:
    """Whether it is left to what reads the months that end with the one of the telling."""
    same = (end.year, end.month) == (today.year, today.month)
    return same and not _names_year(time)


def _names_year(time: TimeExpression) -> bool:
    form = time.form.end if isinstance(time.form, RangeForm) else time.form
    whole = form.whole if isinstance(form, PortionForm) else form
    return isinstance(whole, CalendarForm) and whole.parts.year is not None


def _is_told_as_known(plain: str, sentence: ScannedSentence, time: TimeExpression) -> bool:
    ahead = lower(plain[sentence.extent.start : time.extent.start])
    words = lower(sentence.extent.of(plain))
    if _AHEAD.search(words) or (not _names_year(time) and _OF_LAST_YEAR.search(words)):
        return False
    counted = [one for one in sentence.quantities if one.kind is not QuantityKind.ORDINAL]
    if counted and _NUMEROUS.search(ahead):
        return True
    told = _GREW.search(ahead) or _GROWTH.search(ahead)
    if told is None or not any(one.extent.end < time.extent.start for one in counted):
        return False
    # Counts are sold and booked ahead, and aids raised; a growth in percent is known.
    percents = [one for one in counted if one.kind is QuantityKind.PERCENT]
    if not any(one.extent.end < time.extent.start for one in percents):
        return False
    begins = "entre " in told.group() or not lower(time.extent.of(plain)).startswith("jusqu")
    return not _VALID.search(told.group()) and (begins or not _GOODS.search(told.group()))


def _tells_of_now(
    plain: str, near: Sequence[ScannedSentence], time: TimeExpression, today: date
) -> bool:
    """Whether a sentence that goes ahead, or this one, has a figure of the weeks before."""
    for sentence in near:
        for other in dates(sentence):
            begin, end = other.interval.begin, other.interval.end
            ahead = lower(plain[max(0, other.extent.start - 20) : other.extent.start])
            if other is time or begin is None or end is None or not sentence.quantities:
                continue
            if (today - end).days in range(RECENT) and _AS_OF.search(ahead):
                return True
    return False
