"""What finders of relations between times share: times of a passage, births, deaths, starts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Interval, PartialDate, Season, months_after
from fact_cli.model.lapse import Moment
from fact_cli.model.mention import Anchor, TimeExpression, TimeKind
from fact_cli.model.text import Extent
from fact_cli.model.times import (
    CalendarForm,
    Deixis,
    FeastForm,
    LengthForm,
    RangeForm,
    SeasonForm,
)
from fact_cli.relate.context import Context, up_to
from fact_cli.scan.times.ages import is_person

_BORN = re.compile(
    r"\b(?:née?(?! (?:de|d'|du|des)\b)|naît|naissait|naquit|naissance"
    r"|(?:vu|voit|vit|voyait) le jour|(?:venue?s?|vient|vint|venait) au monde)\b"
    r"(?:(?! et [^\W\d_]+(?:é|i|u)e?s? )[^.;:()\d]){0,60}$"
    r"|\bnati(?:f|ve) (?:de |d'|du )(?:l'année |l'an )?(?:\d{1,2} )?$"
)
# "C'est en 1962 que Jean Morel voit le jour".
_IT_IS = re.compile(r"\bc(?:'est|e fut|'était) (?:en|le|à [^\W\d_]+, (?:en|le)) $")
_THAT_BORN = re.compile(
    r",? (?:à [^.;:,()]{2,30},? )?qu(?:e |')(?:il|elle|[A-ZÀ-Þ][^.;:,()\d]{1,50})\b "
    r"(?:est née?|naît|naissait|naquit|(?:voit|vit|a vu) le jour|vient au monde)\b"
)
_DIED = re.compile(
    r"\b(?:morte?s?|meurt|mourut|décédée?s?|décède|disparue?s?|s'est éteinte?|s'éteint|tuée?s?"
    r"|assassinée?s?|mort|décès|exécutée?s?|emportée?)\b[^.;:()\d]{0,60}$"
)
_BURIED = re.compile(r"\b(?:inhumée?s?|enterrée?s?|obsèques|incinérée?s?)\b[^.;:()\d]{0,60}$")
_BEGUN = re.compile(
    r"\b(?:fond|cré|lanc|inaugur|commenc|début|construi|bâti|érig|ouver|instaur|institu|établi"
    r"|entam|engag|pos|appar[uû]|implant|constitu|baptis|démarr|imagin|invent)[^\W\d_]*"
    r"\b[^.;:()\d]{0,60}$"
    r"|\b(?:sur les fonts baptismaux|mise?s? (?:en service|sur pied|sur les rails)"
    r"|sorti\w* (?:de terre|des presses)|première (?:édition|pierre|représentation)"
    r"|premiers? (?:numéros?|matchs?|pas|pensionnaires|élèves)"
    r"|(?:création|fondation|ouverture|inauguration|construction|naissance|origine|débuts|existence"
    r"|histoire|aventure)\b[^.;:,()\d]{0,40}(?:remont\w+|dat\w+|commenc\w+|débu\w+) (?:à|de)?)"
    r"[^.;:()\d]{0,60}$"
)
_ENDED = re.compile(
    r"\b(?:ferm|achev|termin|dissou|démoli|détrui|liquid|inaugur|conclu|livrée?|cess|abrog|supprim"
    r"|démantel)[^\W\d_]*\b[^.;:()\d]{0,60}$"
)
# Somebody else than the one who is told of.
KIN = re.compile(
    r"\b(?:fils|fille|frère|sœur|mari|femme|épouse|époux|mère|père|parents|enfants?|compagne"
    r"|compagnon|garçon|amie?|petit-fils|jumeaux|conjointe?|fiancée?|grand-mère|grand-père|oncle"
    r"|tante|neveu|nièce|cousine?|veuve|veuf|prédécesseur|successeur|rivale?|adversaire|aînée?"
    r"|cadette?)\b"
)
# "La quatrième femme distinguée": nobody's wife. "Fils et petit-fils de mineurs, il": himself.
NO_KIN = re.compile(
    r"(?:^|[.!?»] {0,2})(?:fils|fille)(?: et (?:petit-fils|petite-fille))? (?:unique )?"
    r"(?:de |d'|du |des )[^.;:,()]{2,60},(?= (?:il|elle)\b)|"
    r"\b(?:mère|père) de famille\b"
    r"|\bveu(?:f|ve) (?:(?:très|trop|si) (?:tôt|jeune)|depuis)\b"
    r"|\b(?:[^\W\d_]+ième|première?|seule|seconde|unique|rare|\d+e) (?:jeune )?femme\b"
)
# Two of them are two offices, held for times of their own.
OFFICE = re.compile(
    r"\b(?:conseill|adjoint|déput|sénat|mair(?:e|ie)|présid|direct|ministr|secrétair|trésor"
    r"|entraîn|capitain|délégu|vice|responsab|préf[eè]t|procureur|recteur|évêque|bourgmestre"
    r"|échevin|syndic)"
)
_LIFE = re.compile(
    r"(?:[A-ZÀ-Þ][\w'’-]+,?|\b(?:[Ll][ea] |[Ll]['’])« ?[^«»\d]{3,40}»"
    r"|\b(?:[Ll][ea] |[Ll]['’]|[Cc]et(?:te)? |[Cc]e )(?P<role>[^\W\d_]+)"
    r"(?: [^\W\d_]+){0,2}) \((?P<born>1\d{3}|20\d\d)\s?[-–]\s?(?P<died>1\d{3}|20\d\d)\)"
)
_YEARS_IN_BRACKETS = re.compile(r" \([12]\d{3}\s?[-–]")  # as in every such life
NOMINAL_YEAR = 2001  # stands for a year that nobody tells
LEADS = 100  # characters before a date in which stands what happened then
OPENS = 12  # characters before a date that opens its clause: "Le 3 mars, le pont …"
BACK = 90  # characters before a date in which a word says what happened then


def published(context: Context) -> Moment | None:
    """The publication date as a moment, where it is complete."""
    told = context.document.published.date
    if told is None or not told.complete:
        return None
    return Moment(None, told.interval())


def moment(time: TimeExpression) -> Moment:
    interval = time.interval
    if interval.begin is None and isinstance(time.form, CalendarForm):
        interval = time.form.parts.interval()
    winter = isinstance(time.form, SeasonForm) and time.form.season is Season.WINTER
    if winter and interval.begin is not None:  # "l'hiver 1936": that of January, or the next one
        interval = Interval(months_after(interval.begin, -12), interval.end)
    return Moment(time.extent, interval)


def near_each_other(one: TimeExpression, other: TimeExpression) -> tuple[Moment, Moment]:
    """Two days as moments; one without a year of its own lies in the year nearest to the other."""
    first, second = moment(one), moment(other)
    if not names_year(one):
        first = _beside(first, one, second)
    elif not names_year(other):
        second = _beside(second, other, first)
    return first, second


def _beside(told: Moment, time: TimeExpression, other: Moment) -> Moment:
    parts = time.form.parts if isinstance(time.form, CalendarForm) else None
    day = other.interval.begin
    if parts is None or parts.month is None or day is None:
        return told
    found = [parts.in_year(day.year + shift).interval() for shift in (-1, 0, 1)]
    known = [(abs(one.begin - day), one) for one in found if one.begin is not None]
    return Moment(told.extent, min(known, key=lambda each: each[0])[1]) if known else told


def dates(sentence: ScannedSentence) -> list[TimeExpression]:
    """The times of a sentence that name a year, month or day that is known."""
    return [
        time
        for time in sentence.times
        if time.kind is TimeKind.DATE
        and time.interval.begin is not None
        and not isinstance(time.form, LengthForm)
    ]


def nominal(first: TimeExpression, last: TimeExpression) -> tuple[Interval, Interval]:
    """Their intervals; where neither tells a year, those of two such days in any one year."""
    ends: list[Interval] = []
    for time in (first, last):
        parts = time.form.parts if isinstance(time.form, CalendarForm) else None
        if parts is None or parts.month is None or parts.day is None or parts.year is not None:
            return first.interval, last.interval
        ends.append(replace(parts, year=NOMINAL_YEAR).interval())
    return ends[0], ends[1]


def spanned(first: TimeExpression, last: TimeExpression) -> tuple[Interval, Interval] | None:
    """From when to when, where ``last`` follows ``first``; without a year, in the year or the next.

    None where one of them is not known.
    """
    parts = [one.form.parts for one in (first, last) if isinstance(one.form, CalendarForm)]
    if len(parts) == 2 and all(one.month and one.year is None for one in parts):
        begin, end = (replace(one, year=NOMINAL_YEAR) for one in parts)
        if (begin.month or 0, begin.day or 0) > (end.month or 0, end.day or 31):
            end = replace(end, year=NOMINAL_YEAR + 1)
        return begin.interval(), end.interval()
    begun, ended = first.interval, last.interval
    if begun.begin is None or ended.begin is None:
        return None
    # "Opéré en août 2023, il a rejoué en mars": of the next year.
    behind = len(parts) == 2 and parts[1].year is None and parts[1].month
    if behind and ended.begin < begun.begin and ended.begin.year == begun.begin.year:
        ended = replace(parts[1], year=begun.begin.year + 1).interval()
    return begun, ended


def range_ends(time: TimeExpression) -> tuple[Interval, Interval] | None:
    """The two ends of a range: "de 2008 à 2015", and "2008-2015", which is one word."""
    if len(time.parts) == 2:
        return spanned(time.parts[0], time.parts[1])
    match time.form:
        case RangeForm(begin=CalendarForm(parts=begin), end=CalendarForm(parts=end)):
            return begin.interval(), end.interval()
        case _:
            return None


def has_year(time: TimeExpression) -> bool:
    """Whether a time is placed by a year of its own: "juin 2011", "l'automne 2012"."""
    return time.anchor is Anchor.EXPLICIT and time.interval.begin is not None


def is_of_last_year(time: TimeExpression) -> bool:
    """Whether a day is told as the last of its name: "le 12 juin dernier"."""
    match time.form:
        case CalendarForm(parts=parts, deixis=Deixis.LAST):
            return parts.month is not None and time.anchor is Anchor.PUBLISHED
        case _:
            return False


def names_year(time: TimeExpression) -> bool:
    return isinstance(time.form, CalendarForm) and time.form.parts.year is not None


def tells_year(time: TimeExpression) -> bool:
    """Whether a date, season or feast is told with its year: "au printemps 1942", "à Noël 1942"."""
    named = isinstance(time.form, SeasonForm | FeastForm) and time.form.year is not None
    return named or names_year(time)


def lengths(sentence: ScannedSentence) -> list[TimeExpression]:
    """The mere lengths of time in a sentence: "neuf ans", not "il y a neuf ans"."""
    return [
        time
        for time in sentence.times
        if time.kind is TimeKind.DURATION
        and isinstance(time.form, LengthForm)
        and not time.form.vague
        and time.form.side is None
    ]


def before(plain: str, sentence: ScannedSentence, time: TimeExpression) -> str:
    """The words of the sentence that lead to a time, back to the time before it."""
    start = max(
        [
            sentence.extent.start,
            time.extent.start - BACK,
            *(one.extent.end for one in sentence.times if one.extent.end <= time.extent.start),
        ]
    )
    return lower(plain[start : time.extent.start])


def told_at(
    plain: str,
    sentence: ScannedSentence,
    time: TimeExpression,
    former: TimeExpression | None = None,
) -> str:
    """What leads to a date from ``former`` on, or follows it where it opens its clause."""
    start = sentence.extent.start if former is None else former.extent.end
    ahead = lower(plain[max(start, time.extent.start - LEADS) : time.extent.start])
    clause = re.split(r"[;:.] ", ahead)[-1]
    if len(clause.strip()) > OPENS:
        return ahead
    end = min(sentence.extent.end, time.extent.end + LEADS)
    return ahead + re.split(r"[;.]", lower(plain[time.extent.end : end]))[0]


def lives(plain: str, sentence: ScannedSentence) -> list[tuple[Moment, Moment]]:
    """Birth and death in brackets behind a name: "Victor Hugo (1802-1885)"."""
    if not _YEARS_IN_BRACKETS.search(plain, sentence.extent.start, sentence.extent.end):
        return []
    return [
        (
            Moment(Extent(*found.span("born")), PartialDate(int(found["born"])).interval()),
            Moment(Extent(*found.span("died")), PartialDate(int(found["died"])).interval()),
        )
        for found in _LIFE.finditer(plain, sentence.extent.start, sentence.extent.end)
        if found["role"] is None or is_person(lower(found["role"]), lexicon().grammar)
    ]


def is_birth(plain: str, sentence: ScannedSentence, time: TimeExpression) -> bool:
    ahead = before(plain, sentence, time)
    if _IT_IS.search(ahead) and _THAT_BORN.match(plain, time.extent.end):
        return True
    return _BORN.search(ahead) is not None


def is_death(plain: str, sentence: ScannedSentence, time: TimeExpression) -> bool:
    return _DIED.search(before(plain, sentence, time)) is not None


def is_burial(plain: str, sentence: ScannedSentence, time: TimeExpression) -> bool:
    return _BURIED.search(before(plain, sentence, time)) is not None


def is_start(plain: str, sentence: ScannedSentence, time: TimeExpression) -> bool:
    return _BEGUN.search(before(plain, sentence, time)) is not None


def is_end(plain: str, sentence: ScannedSentence, time: TimeExpression) -> bool:
    return _ENDED.search(before(plain, sentence, time)) is not None


def windows(context: Context) -> Iterator[Sequence[ScannedSentence]]:
    """Each sentence with the two before it in its block, it last."""
    for index, sentence in enumerate(context.sentences):
        near = up_to(context.sentences, index, 2)
        yield [one for one in near if one.sentence.block == sentence.sentence.block]


def within(first: Interval, other: Interval) -> bool:
    """Whether two stretches of time share a day."""
    if None in (first.begin, first.end, other.begin, other.end):
        return False
    assert first.begin and first.end and other.begin and other.end
    return first.begin <= other.end and other.begin <= first.end
