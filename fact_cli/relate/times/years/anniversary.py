"""Anniversaries against the year in which it began: "fondée en 1964 … fête ses 50 ans"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fact_cli.lang.words import lower, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Jubilee, Moment
from fact_cli.model.mention import QuantityKind, TimeExpression, TimeKind
from fact_cli.model.text import Extent
from fact_cli.model.times import LengthForm
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import told_noun
from fact_cli.relate.times.moments import (
    dates,
    is_birth,
    is_start,
    moment,
    names_year,
    published,
    windows,
)
from fact_cli.relate.times.years.jubilee import is_hedged
from fact_cli.relate.times.years.things import (
    is_about_thing,
    is_born_thing,
    is_led_by_person,
    opens_with_person,
)

_ANNIVERSARY = re.compile(r" anniversaire\b")
_OF_ANOTHER = re.compile(
    r" anniversaire (?:de |d'|du |des )(?!(?:existence|activité|sa |son |leur |cette |ce |cet )\b)"
)
_OWN = re.compile(r"\b(?:son|mon|leur) $")
# What opens with its own start is a thing: "Fondée en 1896, la fanfare …".
_FOUNDED = re.compile(
    r"(?:fond|cré|inaugur|constru|bât|érig|institu|instaur|édifi|ouver|lanc)[^\W\d_]* (?:en|le) ",
    re.IGNORECASE,
)
_YEARS = {
    "cinquantenaire": 50, "cent cinquantenaire": 150, "cent-cinquantenaire": 150,
    "sesquicentenaire": 150, "centenaire": 100, "bicentenaire": 200, "tricentenaire": 300,
    "quadricentenaire": 400, "quart de siècle": 25, "demi-siècle": 50, "noces d'étain": 10,
    "noces de cristal": 15, "noces de porcelaine": 20, "noces d'argent": 25, "noces de perle": 30,
    "noces de rubis": 35, "noces d'émeraude": 40, "noces de vermeil": 45, "noces d'or": 50,
    "noces d'orchidée": 55, "noces de diamant": 60, "noces de palissandre": 65,
    "noces de platine": 70, "noces d'albâtre": 75, "noces de chêne": 80, "jubilé d'argent": 25,
    "jubilé d'or": 50, "jubilé de diamant": 60, "jubilé de saphir": 65, "jubilé de platine": 70,
}  # fmt: skip
_NAMED = re.compile(
    rf"\b(?P<name>{'|'.join(sorted(_YEARS, key=len, reverse=True))})\b(?P<half> et demi\b)?",
    re.IGNORECASE,
)
_FEASTED = re.compile(
    r"\b(?:fêt|célèbr|célébr|souffl|commémor|marqu|anniversaire)[^\W\d_]*[^.;:]{0,30}"
    r"\b(?:ses|leurs|les|son|leur) (?:premiers )?$"
)
# "Pour ses 50 ans, une fête est prévue": of what the sentence before tells of.
_FOR = re.compile(r"(?:pour|à l'occasion de|en l'honneur de) (?:ses|son) $")
_APART = re.compile(r"(?: ans| anniversaire)?, (?=une? |des |le |la |l'|il |elle )")
# What was feasted long ago: "pour ses 20 ans, il avait reçu un fanion".
_THEN = re.compile(
    r"\b(?:a|ont|eut|[^\W\d_]+(?:ait|aient|it|ut|irent|urent|èrent)|(?!cela\b)[^\W\d_]{3,}(?<!r)a)\b"
)
_HAD = re.compile(r"(?<!\bil )(?<!\belle )(?<!\bqui )(?<!\bon )\b(?:a|ont) eu $")
_HAS = re.compile(r"(?<!\bil )(?<!\belle )(?<!\bqui )(?<!\bon )\b(?:a|ont|aura|auront)(?: eu)? $")
_THIS_YEAR = re.compile(
    r" (?:cette année|l'an prochain|ce mois-ci|cet (?:été|automne|hiver)|ce printemps)\b"
)
_SIGNED = re.compile(r"\b(?:sign|scell|conclu|vot|adopt|promulgu)[^\W\d_]*\b[^.;:()\d]{0,40}$")
_STARTED = re.compile(
    r"[^.;:,()\d]{3,60}, (?:qui a été |qui fut )?"
    r"(?:fond(?!ée? de pouvoir)|cré|ouver|inaugur|constru|bât|érig|institu|lanc)[^\W\d_]*"
    r" [^.;:()\d]{0,20}\d"
)
_BREAK = re.compile(r" ?[:;] ")
_WHERE = re.compile(r"\b(?:où|dont) ")  # "l'harmonie, dont le chef fête son 50e anniversaire"
_ACTIVE = re.compile(r"\b(?:avait|avaient) (?:cré|fond|lanc|constru|bât|ouv)")
# "On soufflera les cent bougies avec deux ans de retard": feasted in another year.
_LATE = re.compile(
    r"\bavec (?:une?|deux|trois|quatre|quelques) (?:ans?|années?) de retard\b"
    r"|\b(?:pandémie|covid(?:-19)?|confinement|crise sanitaire)\b[^.]{0,80}"
    r"\b(?:report|repouss|retard|annul|privé|empêch|raison|décal|différ)"
    r"|\b(?:report|repouss|retard|annul|décal|différ)[^.]{0,80}"
    r"\b(?:pandémie|covid|confinement|crise sanitaire)"
)
_CANDLES = re.compile(r" (?:d'existence|de mariage|de vie commune|d'union)\b")
# "Mariés en 1994, après dix ans de vie commune": so long until then.
_WAS = re.compile(r"\b(?:après|au bout de|au terme de|malgré|avant) (?:plus de |près de )?$")
_OF_BIRTH = re.compile(r" de (?:la|sa) naissance\b")
_MARRIED = re.compile(r"\b(?:mariée?s?|dit oui|unis?|épousée?)\b[^.;:()\d]{0,40}$")
_COMPTEUR = re.compile(r" (?:au compteur|d'âge|de vie|de bons et loyaux services|d'histoire)\b")
_SHOWS = re.compile(r"\b(?:affich|compt|totalis|port)[^\W\d_]+ (?:désormais |déjà |aujourd'hui )?$")
_CANDLE = re.compile(r" bougie\b")
_BLOWS = re.compile(r"\b(?:souffl|éteindr|allum)[^\W\d_]+ (?:sa|leur) $")
# "Avait débuté à Auxerre en 2010, à 20 ans": so old was somebody, and no thing.
_AT_AGE = re.compile(
    r"[^.;:()\d]{0,30}?,? (?:à|âgée? de) (?:\d{1,2}|[^\W\d_]+(?:-[^\W\d_]+)*) ans\b"
)


def find(context: Context) -> Iterator[Jubilee]:
    now = published(context)
    if now is not None:
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


def _feasted(context: Context, window: Sequence[ScannedSentence], now: Moment) -> Iterator[Jubilee]:
    """The years of an anniversary against the only start told near it."""
    plain, sentence = context.document.plain, window[-1]
    told = list(anniversaries(plain, sentence, of_thing=is_about_thing(plain, window)))
    if not told:
        return
    active = _ACTIVE.search(lower(plain[window[0].extent.start : sentence.extent.end]))
    if active or _LATE.search(context.told):
        return
    for stated, years, ordinal, hedged in told:
        origins = _origins(plain, window, stated, ordinal=ordinal)
        past = [one for one in origins if moment(one).year != now.year]
        origins = past if _FOUNDED.match(plain, _clause(plain, sentence, stated.start)) else origins
        if len(origins) != 1:
            continue
        (origin,) = origins
        if moment(origin).year == now.year:
            continue
        other = [
            time
            for time in dates(sentence)
            if names_year(time)
            and time is not origin
            and time.interval.begin != origin.interval.begin
        ]
        if any(time.interval.begin and time.interval.begin.year != now.year for time in other):
            continue
        if _is_of_another(sentence, stated, years, origin, now):
            continue
        if _tells_age(window, sentence, stated, origin) or _is_of_other(
            plain, sentence, stated, origin
        ):
            continue
        inside = sentence.extent.holds(origin.extent)
        years_told = {t.interval.begin for each in window for t in dates(each) if names_year(t)}
        if not inside and len(years_told) > 1:
            continue
        binding = Binding.STATED if inside else Binding.INFERRED
        yield Jubilee(stated, years, moment(origin), now, hedged, ordinal, binding)


def anniversaries(
    plain: str, sentence: ScannedSentence, *, of_thing: bool = False
) -> Iterator[tuple[Extent, int, bool, bool]]:
    """What counts the years of an anniversary: its words, the years, whether it is an ordinal.

    ``of_thing`` where "son 50e anniversaire" is known to be that of a thing.
    """
    for quantity in sentence.quantities:
        ordinal = quantity.kind is QuantityKind.ORDINAL and quantity.value is not None
        if ordinal and _ANNIVERSARY.match(plain, quantity.extent.end):
            own = _OWN.search(words_before(plain, quantity.extent.start, 6))
            start = _clause(plain, sentence, quantity.extent.start)
            founded = _FOUNDED.match(plain, start) or _is_founded(plain, start)
            apart = _WHERE.search(plain, start, quantity.extent.start)
            if (
                not own
                or of_thing
                or (founded and not apart)
                or _is_for(plain, sentence, quantity.extent)
            ):
                yield quantity.extent, int(quantity.value or 0), True, False
        ahead = words_before(plain, quantity.extent.start, 30)
        if ordinal and _CANDLE.match(plain, quantity.extent.end) and _BLOWS.search(ahead):
            yield quantity.extent, int(quantity.value or 0), True, False
        counted = told_noun(quantity) == "bougie" and not ordinal
        candles = counted and quantity.value is not None
        if candles:
            yield quantity.extent, int(quantity.value or 0), False, False
    for time in sentence.times:
        form = time.form
        if time.kind not in {TimeKind.AGE, TimeKind.DURATION} or not isinstance(form, LengthForm):
            continue
        ahead = lower(plain[max(sentence.extent.start, time.extent.start - 70) : time.extent.start])
        candles = _CANDLES.match(plain, time.extent.end) and not _WAS.search(ahead)
        feasted = _FEASTED.search(ahead) or candles
        feasted = feasted or (time.kind is TimeKind.AGE and _HAD.search(ahead))
        feasted = feasted or _is_for(plain, sentence, time.extent)
        shown = _SHOWS.search(ahead) and _COMPTEUR.match(plain, time.extent.end)
        feasted = feasted or shown
        of_now = _HAS.search(ahead) and _THIS_YEAR.match(plain, time.extent.end)
        feasted = feasted or (of_now and not is_led_by_person(plain, sentence))
        if feasted and form.duration.years and not form.duration.months and not form.vague:
            yield time.extent, int(form.duration.years), False, is_hedged(plain, time)
    for found in _NAMED.finditer(plain, sentence.extent.start, sentence.extent.end):
        years = _YEARS[lower(found["name"])]
        half = years // 2 if found["half"] else 0  # "son centenaire et demi"
        yield Extent(*found.span()), years + half, False, False


def _is_for(plain: str, sentence: ScannedSentence, stated: Extent) -> bool:
    """ "Pour ses 50 ans, une fête est prévue": of a thing, since nobody is told of behind it."""
    behind = _APART.match(plain, stated.end)
    ahead = lower(plain[sentence.extent.start : stated.start])
    return (
        behind is not None
        and _FOR.fullmatch(ahead) is not None
        and not opens_with_person(plain, behind.end())
        and not _THEN.search(lower(plain[behind.end() : sentence.extent.end]))
    )


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
            married = _MARRIED.search(words_before(plain, time.extent.start, 60))
            own = sentence.extent.holds(stated) and time.extent.start > stated.end
            if (
                is_start(plain, sentence, time)
                or married
                or (_is_signed(plain, time) and not is_led_by_person(plain, sentence))
                or (ordinal and own)
                or is_born_thing(plain, time)
                or (ordinal and len(window) > 1 and sentence is window[-2])
            ):
                found.append(time)
    return found


def _is_signed(plain: str, time: TimeExpression) -> bool:
    return _SIGNED.search(words_before(plain, time.extent.start, 60)) is not None


def _clause(plain: str, sentence: ScannedSentence, at: int) -> int:
    """Where the clause begins that holds ``at``: the sentence, or what stands behind a colon."""
    breaks = list(_BREAK.finditer(plain, sentence.extent.start, at))
    return breaks[-1].end() if breaks else sentence.extent.start


def _is_founded(plain: str, start: int) -> bool:
    """ "La librairie, fondée en octobre 1984, célèbre …": a thing, and when it began."""
    return _STARTED.match(plain, start) is not None and not opens_with_person(plain, start)
