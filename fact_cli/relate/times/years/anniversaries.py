"""What counts the years of an anniversary: "son 50e anniversaire", "ses cent bougies"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import lower, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import QuantityKind, TimeKind
from fact_cli.model.text import Extent
from fact_cli.model.times import LengthForm
from fact_cli.relate.context import tells
from fact_cli.relate.neighbours import told_noun
from fact_cli.relate.times.years.ago import is_hedged
from fact_cli.relate.times.years.things import is_led_by_person, opens_with_person

_ANNIVERSARY = re.compile(r" anniversaire\b")
_OWN = re.compile(r"\b(?:son|mon|leur) $")
_MADE = (
    r"(?:(?:fond|cré|inaugur|constru|bât|érig|institu|instaur|édifi|ouver|lanc|promulgu|édit|publi"
    r"|sign|invent|implant)[^\W\d_]*|parue?s?|sortie?s?|tournée?s?|adoptée?s?|votée?s?"
    r"|mise?s? en service)"
)
# What opens with its own start is a thing: "Fondée en 1896, la fanfare …".
FOUNDED = re.compile(
    rf"{_MADE}(?: (?:à|au|aux|dans|chez|par|sur)\b[^.;:,()\d]{{2,40}})? (?:en|le) ", re.IGNORECASE
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
_NAMES_HOLD = ("ntenaire", "siècle", "noces", "jubilé")
WEDDINGS = {name: years for name, years in _YEARS.items() if name.startswith("noces")}
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
_STARTED = re.compile(
    r"[^.;:,()\d]{3,60}, (?:qui a été |qui fut )?"
    rf"(?!fondée? de pouvoir){_MADE} [^.;:()\d]{{0,30}}\d"
)
_BREAK = re.compile(r" ?[:;] ")
_WHERE = re.compile(r"\b(?:où|dont) ")  # "l'harmonie, dont le chef fête son 50e anniversaire"
_CANDLES = re.compile(r" (?:d'existence|de mariage|de vie commune|d'union)\b")
# "Mariés en 1994, après dix ans de vie commune": so long until then.
_WAS = re.compile(r"\b(?:après|au bout de|au terme de|malgré|avant) (?:plus de |près de )?$")
_COMPTEUR = re.compile(r" (?:au compteur|d'âge|de vie|de bons et loyaux services|d'histoire)\b")
_SHOWS = re.compile(r"\b(?:affich|compt|totalis|port)[^\W\d_]+ (?:désormais |déjà |aujourd'hui )?$")
_CANDLE = re.compile(r" bougie\b")
_BLOWS = re.compile(r"\b(?:souffl|éteindr|allum)[^\W\d_]+ (?:sa|leur) $")


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
            start = clause(plain, sentence, quantity.extent.start)
            founded = FOUNDED.match(plain, start) or _is_founded(plain, start)
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
        if not form.duration.years or form.duration.months or form.vague:
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
        if feasted:
            yield time.extent, int(form.duration.years), False, is_hedged(plain, time)
    if not tells(lower(sentence.extent.of(plain)), _NAMES_HOLD):
        return
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


def clause(plain: str, sentence: ScannedSentence, at: int) -> int:
    """Where the clause begins that holds ``at``: the sentence, or what stands behind a colon."""
    breaks = list(_BREAK.finditer(plain, sentence.extent.start, at))
    return breaks[-1].end() if breaks else sentence.extent.start


def _is_founded(plain: str, start: int) -> bool:
    """ "La librairie, fondée en octobre 1984, célèbre …": a thing, and when it began."""
    return _STARTED.match(plain, start) is not None and not opens_with_person(plain, start)
