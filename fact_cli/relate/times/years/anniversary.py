"""Anniversaries against the year in which it began: "fondée en 1964 … fête ses 50 ans"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fact_cli.lang.words import lower, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Jubilee, Moment
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.text import Extent
from fact_cli.model.times import LengthForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.moments import (
    dates,
    is_birth,
    is_start,
    moment,
    names_year,
    published,
    windows,
)
from fact_cli.relate.times.years.anniversaries import FOUNDED, anniversaries, clause
from fact_cli.relate.times.years.feast_year import feasted_at_all
from fact_cli.relate.times.years.things import (
    is_about_thing,
    is_born_thing,
    is_led_by_person,
)

_OF_ANOTHER = re.compile(
    r" anniversaire (?:de |d'|du |des )(?!(?:existence|activité|sa |son |leur |cette |ce |cet )\b)"
)
_SIGNED = re.compile(r"\b(?:sign|scell|conclu|vot|adopt|promulgu)[^\W\d_]*\b[^.;:()\d]{0,40}$")
_HOW = r"[^\W\d_]* (?:(?:en salles?|pour la première fois|chez [^.;:,()\d]{2,30}) )?"
_MADE = re.compile(
    r"(?:l[ea] |l'|cet(?:te)? |ce )[^.;:,()\d]{2,30}, (?:paru|sorti|publi|tourn)"
    rf"{_HOW}(?:en|le) $"
    rf"|(?:paru|sorti|publi|tourn){_HOW}(?:en|le) $"
)
# "Ils avaient célébré leurs noces d'or": at a time gone by.
_HAD_FEASTED = re.compile(
    r"\b(?:avait|avaient) (?:[^\W\d_]+ment |déjà )?(?:fêté|célébré|soufflé|marqué)\b[^.;:]{0,40}$"
)
_AGO = re.compile(r"(?: ans| anniversaire)?,? (?:il y a|voilà) ")
_OF_WHAT = re.compile(
    r"(?: ans| anniversaire)? (?:de |d'|du |des |en |chez |à )(?!existence|carrière)"
)
_TURNS = re.compile(r"\b(?:que|qui|où|dont|comment|quand|et|mais|pour)\b|;|\bqu'")
_ACTIVE = re.compile(r"\b(?:avait|avaient) (?:cré|fond|lanc|constru|bât|ouv)")
# "On soufflera les cent bougies avec deux ans de retard": feasted in another year.
_LATE = re.compile(
    r"\bavec (?:une?|deux|trois|quatre|quelques) (?:ans?|années?) de retard\b"
    r"|\b(?:pandémie|covid(?:-19)?|confinement|crise sanitaire)\b[^.]{0,80}"
    r"\b(?:report|repouss|retard|annul|privé|empêch|raison|décal|différ)"
    r"|\b(?:report|repouss|retard|annul|décal|différ)[^.]{0,80}"
    r"\b(?:pandémie|covid|confinement|crise sanitaire)"
)
_OF_BIRTH = re.compile(r" de (?:la|sa) naissance\b")
_MARRIED = re.compile(r"\b(?:mariée?s?|dit oui|unis?|épousée?)\b[^.;:()\d]{0,40}$")
_MAKER = re.compile(
    r"[«\" ]*(?:L'|La |Le |Les |Son |Sa )(?:auteure?s?|autrices?|écrivaine?s?|romanci[^\W\d_]+"
    r"|poète|poétesse|cinéastes?|réalisat[^\W\d_]+|chanteu[^\W\d_]+|musicien[^\W\d_]*|composit[^\W\d_]+"
    r"|peintre|sculpt[^\W\d_]+|dessinat[^\W\d_]+|architectes?|act(?:eur|rice)s?|comédien[^\W\d_]*"
    r"|fondat[^\W\d_]+|créat[^\W\d_]+|invent[^\W\d_]+|directe?[^\W\d_]+|président[^\W\d_]*|patron[^\W\d_]*"
    r"|maire|historien[^\W\d_]*|philosophe|photographe|journaliste|artiste)\b"
)
# What began there is another thing than what feasts: "ouvert au public en 1994", "comme musée".
_ANEW = re.compile(
    r"\b(?:ouverte?s? (?:au|aux) (?:public|visiteurs|visites?)|(?:inaugur|ouvert|rouvert)\w* comme"
    r"|implant\w+|install\w+|reconverti\w*|transform\w+)\b[^.;:()\d]{0,30}$"
)
# "Avait débuté à Auxerre en 2010, à 20 ans": so old was somebody, and no thing.
_AT_AGE = re.compile(
    r"[^.;:()\d]{0,30}?,? (?:à|âgée? de) (?:\d{1,2}|[^\W\d_]+(?:-[^\W\d_]+)*) ans\b"
)


def find(context: Context) -> Iterator[Jubilee]:
    now = published(context)
    for window in windows(context):
        yield from _feasted(context, window, now)


def _is_of_another(
    sentence: ScannedSentence, stated: Extent, years: int, origin: TimeExpression, now: Moment
) -> bool:
    """Whether another length of the sentence is what has passed since ``origin``.

    "Le club fêtera ses 125 ans, mais son stade n'en a que 8 ans : il date de 2015".
    """
    first, today = moment(origin).year, now.year
    passed = None if first is None or today is None else today - first
    lengths = [
        one.form.duration.years
        for one in sentence.times
        if isinstance(one.form, LengthForm) and not one.extent.overlaps(stated)
    ]
    return passed not in {None, years} and passed in lengths


def _is_of_other(
    plain: str, sentence: ScannedSentence, stated: Extent, origin: TimeExpression
) -> bool:
    """ "L'orchestre, né en 1990, célèbre le 200e anniversaire de la symphonie"."""
    inside = sentence.extent.holds(origin.extent) and origin.extent < stated
    return inside and _OF_ANOTHER.match(plain, stated.end) is not None


def _is_of_maker(plain: str, sentence: ScannedSentence, stated: Extent) -> bool:
    """ "Paru en 1994, son roman … L'autrice fête ses 60 ans": of who made what is dated."""
    return _MAKER.match(plain, clause(plain, sentence, stated.start)) is not None


def _tells_age(
    window: Sequence[ScannedSentence],
    sentence: ScannedSentence,
    stated: Extent,
    origin: TimeExpression,
) -> bool:
    """ "Il a débuté en 1998, à 17 ans. Il fête ses 44 ans": of somebody with an age."""
    told = next((one for one in window if one.extent.holds(origin.extent)), sentence)
    return any(
        time.kind is TimeKind.AGE and not time.extent.overlaps(stated) for time in told.times
    )


def _feasted(
    context: Context, window: Sequence[ScannedSentence], now: Moment | None
) -> Iterator[Jubilee]:
    """The years of an anniversary against the only start told near it."""
    plain, sentence = context.document.plain, window[-1]
    told = list(anniversaries(plain, sentence, of_thing=is_about_thing(plain, window)))
    if not told:
        return
    active = _ACTIVE.search(lower(plain[window[0].extent.start : sentence.extent.end]))
    if active or _LATE.search(context.told):
        return
    for stated, years, ordinal, hedged in told:
        if _is_of_maker(plain, sentence, stated):
            continue
        then = feasted_at_all(plain, sentence, stated, now)
        had = then is now and _HAD_FEASTED.search(words_before(plain, stated.start, 60))
        if had or _AGO.match(plain, stated.end) or then is None:
            continue
        origins = [
            one
            for one in _origins(plain, window, stated, ordinal=ordinal)
            if then is now or one.extent != then.extent
        ]
        past = [one for one in origins if moment(one).year != then.year]
        origins = past if FOUNDED.match(plain, clause(plain, sentence, stated.start)) else origins
        if len(origins) != 1:
            continue
        (origin,) = origins
        if not _comes_before(moment(origin), then, now):
            continue
        other = [
            time
            for time in dates(sentence)
            if names_year(time)
            and time is not origin
            and time.interval.begin != origin.interval.begin
        ]
        known = {None, then.year, None if now is None else now.year}
        if any(moment(time).year not in known for time in other):
            continue
        if _is_of_another(sentence, stated, years, origin, then):
            continue
        if _tells_age(window, sentence, stated, origin) or _is_of_other(
            plain, sentence, stated, origin
        ):
            continue
        inside = sentence.extent.holds(origin.extent)
        if not inside and not ordinal and is_led_by_person(plain, sentence):
            continue
        years_told = {
            time.interval.begin
            for each in window
            for time in dates(each)
            if names_year(time) and (then is now or moment(time).year != then.year)
        }
        if not inside and len(years_told) > 1:
            continue
        binding = Binding.STATED if inside else Binding.INFERRED
        yield Jubilee(stated, years, moment(origin), then, hedged, ordinal, binding)


def _comes_before(origin: Moment, then: Moment, now: Moment | None) -> bool:
    """Whether something began before it is feasted, and not in the year of the telling."""
    began, feast = origin.year, then.year
    if now is not None and began == now.year:
        return False
    return began is None or feast is None or began < feast


def _origins(
    plain: str, window: Sequence[ScannedSentence], stated: Extent, *, ordinal: bool
) -> list[TimeExpression]:
    """The years in which what is celebrated began; of an ordinal, any year told near it."""
    found: list[TimeExpression] = []
    for sentence in window:
        for time in dates(sentence):
            of_person = is_birth(plain, sentence, time) and not is_born_thing(plain, time)
            if of_person and names_year(time) and _OF_BIRTH.match(plain, stated.end):
                found.append(time)
            if not names_year(time) or of_person or _AT_AGE.match(plain, time.extent.end):
                continue
            if _ANEW.search(words_before(plain, time.extent.start, 60)):
                continue
            married = _MARRIED.search(words_before(plain, time.extent.start, 60))
            own = sentence.extent.holds(stated) and time.extent.start > stated.end
            if (
                is_start(plain, sentence, time)
                or married
                or (_is_signed(plain, time) and not is_led_by_person(plain, sentence))
                or (_is_made(plain, sentence, stated, time))
                or (ordinal and own)
                or is_born_thing(plain, time)
                or (ordinal and len(window) > 1 and sentence is window[-2])
            ):
                found.append(time)
    return found


def _is_made(plain: str, sentence: ScannedSentence, stated: Extent, time: TimeExpression) -> bool:
    """ "Le film, sorti en 1949, fête ses 60 ans": of the thing of which both are told."""
    inside = sentence.extent.holds(time.extent) and time.extent < stated
    ahead = lower(plain[sentence.extent.start : time.extent.start])
    gap = lower(plain[time.extent.end : max(time.extent.end, stated.start)])
    own = not _OF_WHAT.match(plain, stated.end) and not _TURNS.search(gap)
    return inside and own and _MADE.fullmatch(ahead) is not None


def _is_signed(plain: str, time: TimeExpression) -> bool:
    return _SIGNED.search(words_before(plain, time.extent.start, 60)) is not None
