"""Figures of a period that is not over when they are told: "de janvier à octobre", on the 19th."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.lapse import TensedDay
from fact_cli.model.mention import QuantityKind, TimeExpression
from fact_cli.model.times import CalendarForm, Portion, PortionForm, RangeForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.moments import published
from fact_cli.scan.tense import tense_of
from fact_cli.scan.times.context import Tense

FAR = 5  # days before its end from which figures of a month cannot be known
_GREW = re.compile(
    r"[^.;:()]{0,80}? (?:a|ont|s'est|se sont|avait|avaient) (?:déjà |ainsi |encore )?"
    r"(?:bondi|augment|recul|progress|baiss|chut|grimp|diminu|gagn|perdu|attein|totalis|enregistr"
    r"|accueilli|vendu|export|import|produit|établi|élev|repli|tassé|contract|cru)[^\W\d_]*\b"
)
_GROWN = re.compile(
    r"\b(?:a|ont|avait|avaient) (?:(?:aussi |également |ainsi )?(?:bondi|augmenté|reculé|progressé"
    r"|baissé|chuté|grimpé|diminué|gagné|perdu|crû|cru|fléchi|cédé)"
    r"|(?:aussi |également |ainsi )?(?:été marquée?s? par|enregistré|connu|affiché) (?:une?|la|le) "
    r"(?:[^\W\d_]+ )?(?:croissance|hausse|baisse|recul|progression|augmentation|repli))"
    r"\b[^.;:]{0,60}$"
)
_GROWTH = re.compile(
    r"\b(?:croissance|hausse|baisse|recul|progression|augmentation|repli)"
    r" (?:enregistrée? |cumulée? )?$"
)
_AHEAD = re.compile(
    r"\b(?:prév\w+|attend\w+|objectif"
    r"|devrai\w+|estim\w+|projet\w+|program\w+|annonc\w+ (?:une?|des)"
    r"|sera|seront|dernier|dernière|passée?|précédente?|contre|par rapport)\b"
)
# "Il en a administré 52 000 jusqu'à fin mai": what was counted up to a day yet to come.
_COUNTED = re.compile(
    r"\b(?:a|ont|avait|avaient)(?: (?:déjà|ainsi|aussi|également|encore|à (?:lui|elle) seule?"
    r"|[^\W\d_]+ment))* (?:administr|inject|vaccin|recens|enregistr|dénombr|compt|totalis"
    r"|vend|écoul|produi|distribu|servi|collect|récolt|ramass|trait|attir|parcour|effectu|transport"
    r"|soign|encaiss|engrang|export|import|immatricul|rassembl|cumul|constat|relev"
    r"|examin|secour|pêch|abatt|captur|recycl|consult|dépist)[^\W\d_]*\b[^.;:()]{0,40}$"
)
_UNTIL = re.compile(r"(?: [^\W\d_][\w'-]*){0,5},? ")
_VALID = re.compile(
    r"\b(?:valables?|ouverte?s?|disponibles?|utilisables?|gratuite?s?|abonnements?|forfaits?|pass"
    r"|billets|réservations?|nuitées|places|par (?:jour|mois|semaine|nuit)|supplémentaires|pour"
    r"|à|qui|que|dont)\b"
)
_OPENS = re.compile(r"(?:\W*)$")


def find(context: Context) -> Iterator[TensedDay]:
    now = published(context)
    today = None if now is None else now.interval.begin
    if today is None:
        return
    plain = context.document.plain
    for sentence in context.sentences:
        for time in sentence.times:
            end = _end(time, today)
            known = end is not None and not context.quoted(time.extent)
            if end is None or not known:
                continue
            if _is_measured(plain, sentence, time) or _is_counted(plain, sentence, time):
                yield TensedDay(time, end, past=True, published=today)


def _end(time: TimeExpression, today: date) -> date | None:
    """The last day of a period of whole months that ends with the month of the telling."""
    form = time.form
    if not isinstance(form, RangeForm):
        return None
    begins = form.begin is None or (
        isinstance(form.begin, CalendarForm) and form.begin.parts.day is None
    )
    match form.end:
        case CalendarForm() as last if form.begin is not None:
            whole = last.parts.day is None and last.parts.month == today.month
        case PortionForm(whole=CalendarForm() as last, portion=Portion.END):
            whole = last.parts.day is None and last.parts.month == today.month
        case _:
            return None
    end = time.interval.end
    if end is None or (end.year, end.month) != (today.year, today.month):
        return None
    return end if begins and whole and (end - today).days >= FAR else None


def _has_percentage(sentence: ScannedSentence) -> bool:
    return any(one.kind is QuantityKind.PERCENT for one in sentence.quantities)


def _is_measured(plain: str, sentence: ScannedSentence, time: TimeExpression) -> bool:
    """Whether a rise or a total of the period is told in the past."""
    words = lower(sentence.extent.of(plain))
    if _AHEAD.search(words) or not _has_percentage(sentence):
        return False
    ahead = lower(plain[sentence.extent.start : time.extent.start])
    behind = lower(plain[time.extent.end : sentence.extent.end])
    grew = _GROWN.search(ahead) and tense_of(sentence.extent.of(plain)) is Tense.PAST
    return bool(grew or _GROWTH.search(ahead) or (_OPENS.fullmatch(ahead) and _GREW.match(behind)))


def _is_counted(plain: str, sentence: ScannedSentence, time: TimeExpression) -> bool:
    """Whether a figure right before "jusqu'à fin mai" is told of what was counted until then."""
    form = time.form
    ahead = [one for one in sentence.quantities if one.extent.end < time.extent.start]
    if not isinstance(form, RangeForm) or form.begin is not None or not ahead:
        return False
    figure = max(ahead, key=lambda one: one.extent)
    told = lower(plain[sentence.extent.start : figure.reach.start])
    link = lower(plain[figure.extent.end : time.extent.start])
    until = _UNTIL.fullmatch(link) is not None and not _VALID.search(link)
    return until and _COUNTED.search(told) is not None and figure.kind is not QuantityKind.ORDINAL
