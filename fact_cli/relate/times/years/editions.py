"""Editions counted from the first, of what comes back every so many years without a break.

"La seizième phase finale de suite : depuis 1984, elle n'a manqué aucune des éditions, disputées
tous les deux ans"; "sa 45e édition. Créé en 1990, le festival, annuel, …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fact_cli.lang.words import lower, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Grain
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Jubilee, Moment
from fact_cli.model.mention import Quantity, QuantityKind, TimeExpression
from fact_cli.model.times import CalendarForm, OffsetForm, RangeForm, SetForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.moments import has_year, moment, names_year, published

_OF_EDITIONS = re.compile(
    r" (?:éditions?|participations?|phases? finales?|moutures?|cuvées?|fois|festival|salon|foire"
    r"|biennale|triennale|rallye|marathon|tournoi|championnat|coupe|grand prix|rendez-vous|fête"
    r"|concours|corso|carnaval|braderie|marché|trail|corrida|course|gala|rencontres|congrès|forum"
    r"|présence|apparition|rassemblement|pèlerinage|tour)\b"
)
_UNBROKEN = re.compile(
    r"\bsans (?:jamais |(?:la moindre |aucune |une seule )?)(?:interruption|discontinuer|exception"
    r"|annulation|relâche|manquer|faute|s'interrompre|en manquer|faillir)\b|\bininterromp\w+"
    r"|\bn'[ay]?(?:a|ont|avait)? ?(?:jamais )?(?:été annul|manqué|cessé|raté)\w*"
    r"|\b(?:de suite|d'affilée|consécuti\w+|sans une seule annulation)\b"
)
_FOUNDED = re.compile(
    r"\b(?:fond|cré|lanc|né|institu|instaur|inaugur|imagin|début|première édition)[^\W\d_]*"
    r"[^.;:()\d]{0,40} (?:en|de|dès|depuis|à l'été|à l'automne) (?:[a-zéû]+ )?$"
)
_SINCE = re.compile(r"depuis ", re.IGNORECASE)
# What broke off, or came back at other times.
_BROKEN = re.compile(
    r"\b(?:annul|interromp|interruption|suspen|report|reprise|relanc|ressusc|reviendra|revenu|renaît"
    r"|renai|covid|pandémi|confinement|sanitaire|guerre|deux fois|semestr|bisannuel|biannuel"
    r"|automne|auparavant|autrefois|ancêtre|prédécess)"
)
# The sentence goes on about what the other one tells.
_GOES_ON = re.compile(
    r"(?:Ils?|Elles?|Ce(?:tte|t)? |C'est|Chaque |Tous les |Toutes les |Depuis |Organisée?|Annuel"
    r"|(?:Fond|Cré|Lanc|Né|Institu|Instaur|Inaugur|Imagin)[^\W\d_]* (?:en|dès)\b)"
)
_EVEN_THEN = re.compile(r"\b(?:même|y compris|pas même|sauf|notamment) (?:en|pendant|durant) $")
NEAR = 3  # sentences between what is counted and its first time
MOST = 6  # years from one edition to the next


def find(context: Context) -> Iterator[Jubilee]:
    now = published(context)
    if now is None:
        return
    sentences = context.sentences
    for index, sentence in enumerate(sentences):
        counted = [one for one in sentence.quantities if _is_edition(context, one)]
        if len(counted) != 1:
            continue
        for other in (index, *range(index + 1, index + NEAR + 1), *range(index - NEAR, index)):
            if 0 <= other < len(sentences):
                found = _counted(context, sentences[index], sentences[other], counted[0], now)
                if found is not None:
                    yield found
                    break


def _is_edition(context: Context, quantity: Quantity) -> bool:
    told = quantity.kind is QuantityKind.ORDINAL and quantity.value is not None
    return told and _OF_EDITIONS.match(context.told, quantity.extent.end) is not None


def _counted(
    context: Context,
    sentence: ScannedSentence,
    other: ScannedSentence,
    count: Quantity,
    now: Moment,
) -> Jubilee | None:
    """The editions against the first of them, which ``other`` tells with how often they come."""
    plain = context.document.plain
    near = [sentence] if sentence is other else [sentence, other]
    last = max(near, key=lambda one: one.extent.start)
    if len(near) > 1 and not _GOES_ON.match(plain, last.extent.start):
        return None
    told = " ".join(lower(one.extent.of(plain)) for one in near)
    unbroken = _UNBROKEN.search(told) is not None
    every = {years for one in near for years in _every(one)}
    origins = [one for one in _years(other) if _is_first(plain, other, one, unbroken=unbroken)]
    ends = [one for one in _years(sentence) if one not in origins and not _is_one_of(plain, one)]
    begun_twice = any(_since(one) is not None for one in ends)
    if len(every) != 1 or len(origins) != 1 or len(ends) > 1 or begun_twice:
        return None
    if _BROKEN.search(_UNBROKEN.sub(" ", told)):
        return None
    seen = moment(ends[0]) if ends else now
    origin = moment(origins[0])
    if origin.year is None or seen.year is None or seen.year <= origin.year:
        return None
    binding = Binding.INFERRED
    found = Jubilee(
        count.extent, int(count.value or 0), origin, seen, False, False, binding, every.pop()
    )
    return found if unbroken or found.years > (found.exact or 0) else None


def _every(sentence: ScannedSentence) -> Iterator[int]:
    """Every how many years something comes back, as a sentence tells it."""
    for time in sentence.times:
        match time.form:
            case SetForm(every=every) if 0 < every.years <= MOST and not every.months:
                yield int(every.years)
            case _:
                continue


def _years(sentence: ScannedSentence) -> Sequence[TimeExpression]:
    """The times of a sentence that tell their year, "depuis 1984" and "l'an prochain" as well."""
    return [
        time
        for time in sentence.times
        if has_year(time)
        or _since(time) is not None
        or (isinstance(time.form, OffsetForm) and time.form.grain is Grain.YEAR)
    ]


def _is_one_of(plain: str, time: TimeExpression) -> bool:
    """ "Sans interruption, même en 2020": one of the years of all the editions."""
    return _EVEN_THEN.search(words_before(plain, time.extent.start, 24)) is not None


def _since(time: TimeExpression) -> CalendarForm | None:
    match time.form:
        case RangeForm(begin=CalendarForm() as begin, end=None) if begin.parts.year is not None:
            return begin
        case _:
            return None


def _is_first(
    plain: str, sentence: ScannedSentence, time: TimeExpression, *, unbroken: bool
) -> bool:
    """Whether a year is that of the first edition: founded then, or held ever since."""
    if _since(time) is not None:
        return unbroken and _SINCE.match(plain, time.extent.start) is not None
    ahead = lower(plain[sentence.extent.start : time.extent.end])
    ahead = ahead[: time.extent.start - sentence.extent.start]
    return names_year(time) and _FOUNDED.search(ahead) is not None
