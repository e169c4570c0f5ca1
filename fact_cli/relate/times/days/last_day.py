"""The first or the last day of what is held, told otherwise than its two ends.

"Le Tour se courra du 31 mai au 17 juin. … la dixième et dernière étape, le 11 juin".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.lapse import TwoDates, day_of
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import CalendarForm, RangeForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.moments import spanned

_CUES = ("derni", "ultime", "clôture", "premi", "inaugural")
# What is held from the first of its days to the last.
_HELD = re.compile(
    r"\b(?:tour|course|rallye|raid|festival|championnats?|tournoi|coupe|mondia\w+|jeux|critérium"
    r"|salon|foire|exposition|tournée|compétition|épreuve|rencontres|semaine|quinzaine|biennale"
    r"|procès|session|congrès|sommet|stage|séjour|croisière|trek|marche|traversée|universiade"
    r"|challenge|open|meeting|carnaval|fêtes?|ramadan|pèlerinage|campagne|marché|braderie|feria"
    r"|kermesse|ducasse|soldes)\b"
)
_PART = r"(?:étape|journée|manche)"
_LAST = re.compile(
    rf"(?<!avant-)\b(?P<what>(?:dernière|ultime) (?:et \w+ )?{_PART}"
    r"|dernier (?:jour|soir|rendez-vous)|dernière soirée"
    r"|(?:journée|soirée|soir|jour|cérémonie|concert|bal|spectacle) de clôture"
    r"|(?:arrivée|étape|soirée|journée) finale|(?:bouquet|feu d'artifice) final)"
    r"\b[^.;:()\d]{0,30}$"
)
_FIRST = re.compile(
    rf"\b(?P<what>première {_PART}|premier jour"
    rf"|(?:étape|journée|soirée) (?:inaugurale|d'ouverture))\b[^.;:()\d]{{0,30}}$"
)
# The same behind the day: "le 14 juillet au soir, dernier rendez-vous du festival".
_BEHIND = re.compile(
    r"(?: au soir| en soirée| à \d{1,2} ?h(?:eures)?(?: \d\d)?)?, "
    r"(?:le |la |l'|pour (?:le |la |l'))?"
    r"(?P<what>(?:dernier|ultime) (?:jour|soir|rendez-vous|concert)"
    r"|(?:dernière|ultime) (?:soirée|journée|étape)|(?:jour|soir|soirée|journée) de clôture)\b"
)
# What a text is about, where the range itself has no such noun beside it.
_EVENT = re.compile(
    r"\b(?:festival|salon|foire|fêtes?|tournoi|championnats?|carnaval|rencontres|biennale|rallye"
    r"|marché de noël|marché (?:nocturne|artisanal|médiéval)|braderie|feria|kermesse)\b"
)
_WILL_BE = re.compile(
    r"\b(?:vibrer|battr|se tiendr|se dérouler|aur(?:a|ont) lieu|revien|accueiller|s'install|investi"
    r"|animer|résonner|s'empar|fêter|se déclin|prendr)[^\W\d_]*\b[^.;:]*$"
)
_OF_MANY = {"dernier concert", "dernier jour"}  # of a tour, or to do something
_OTHER = re.compile(
    r"\b(?:précédent\w*|an dernier|année dernière|édition (?:20|précédente)|qualif\w+|phase|poule"
    r"|inscri\w+|vente|billet\w*|prolog\w*|presse|stage|entraînement|avant|après|veille|lendemain"
    r"|report\w+|décal\w+|prolong\w+|annul\w+|avanc\w+|initial\w*|juniors?|dames|femmes|hommes"
    r"|moitié|semaine|tour|groupes?|bloc|volet|partie|mois|vacances|scolaire|leurs?|sa|son|ses|une"
    r"|autre|second\w*|deuxième)\b"
)
SHORTEST, LONGEST = timedelta(days=3), timedelta(days=60)  # from the first day to the last
APART = 2  # days by which two tellings of one day differ at least
AFTER = 7  # days behind the last one in which a closing is told of another day
LEAD = 3  # sentences of an article in which it tells what it is about
FAR = 20  # sentences behind them in which it tells of the last day
REACH = 6  # sentences behind the stretch in which its days are told


def find(context: Context) -> Iterator[TwoDates]:
    if not context.tells(_CUES):
        return
    plain, sentences = context.document.plain, context.sentences
    for index, sentence in enumerate(sentences):
        stretches = [time for time in sentence.times if len(time.parts) == 2 and _ends(time)]
        if len(stretches) != 1:
            continue
        (whole,) = stretches
        ahead = lower(plain[sentence.extent.start : whole.extent.start])
        near = [one for one in sentences[index : index + REACH] if _is_beside(sentence, one)]
        far = sentences[index : index + FAR]
        alone = sum(_is_stretch(t) for one in far for t in one.times) == 1
        if context.quoted(whole.extent) or not alone:
            continue
        if _HELD.search(ahead):
            yield from _conflicts(plain, near, whole)
        if index < LEAD and _WILL_BE.search(ahead) and _EVENT.search(context.told):
            yield from _closings(plain, far, whole)


def _is_stretch(time: TimeExpression) -> bool:
    match time.form:
        case RangeForm(begin=CalendarForm(), end=end):
            return end is not None
        case _:
            return False


def _closings(
    plain: str, sentences: Sequence[ScannedSentence], whole: TimeExpression
) -> Iterator[TwoDates]:
    """The last evening of what an article opens with, told to lie behind its last day."""
    ends = _ends(whole)
    for sentence in sentences if ends is not None else ():
        for time in sentence.times:
            form = time.form
            if time is whole or not isinstance(form, CalendarForm) or not form.parts.day:
                continue
            start = max(sentence.extent.start, time.extent.start - 80)
            ahead = re.split(r"[;.] ", lower(plain[start : time.extent.start]))[-1]
            behind = lower(plain[time.extent.end : sentence.extent.end])
            found = _LAST.search(ahead) or _BEHIND.match(behind)
            if (
                found is None
                or found["what"] in _OF_MANY
                or form.parts.month is None
                or ends is None
            ):
                continue
            if _OTHER.search(_clause(ahead, found.start()) if found.string is ahead else ahead):
                continue
            day = form.parts.in_year(ends[1].year).interval().begin
            if day is not None and 0 < (day - ends[1]).days <= AFTER:
                yield TwoDates(whole.parts[1], time, found["what"])


def _is_beside(sentence: ScannedSentence, other: ScannedSentence) -> bool:
    return 0 <= other.sentence.block - sentence.sentence.block <= 1


def _ends(time: TimeExpression) -> tuple[date, date] | None:
    ends = spanned(*time.parts) if isinstance(time.form, RangeForm) else None
    days = [day_of(one) for one in ends or ()]
    if len(days) != 2 or days[0] is None or days[1] is None:
        return None
    return (days[0], days[1]) if SHORTEST <= days[1] - days[0] <= LONGEST else None


def _conflicts(
    plain: str, near: Sequence[ScannedSentence], whole: TimeExpression
) -> Iterator[TwoDates]:
    ends = _ends(whole)
    if ends is None:
        return
    for sentence in near:
        for time in sentence.times:
            form = time.form
            if time is whole or not isinstance(form, CalendarForm) or not form.parts.month:
                continue
            start = max(sentence.extent.start, time.extent.start - 80)
            ahead = lower(plain[start : time.extent.start])
            ahead = re.split(r"[;.] ", ahead)[-1]
            for at, say in enumerate((_FIRST, _LAST)):
                found = say.search(ahead)
                if found is None or _OTHER.search(_clause(ahead, found.start())):
                    continue
                day = form.parts.in_year(ends[at].year).interval().begin
                if day is not None and APART <= abs((day - ends[at]).days) <= LONGEST.days:
                    yield TwoDates(whole.parts[at], time, found["what"])


def _clause(words: str, start: int) -> str:
    """The words from the last break before ``start`` on."""
    return re.split(r"[,:(] ", words[:start])[-1] + words[start:]
