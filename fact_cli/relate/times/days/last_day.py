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
    r"|challenge|open|meeting|carnaval|fêtes?|ramadan|pèlerinage|campagne)\b"
)
_PART = r"(?:étape|journée|manche)"
_LAST = re.compile(
    rf"(?<!avant-)\b(?P<what>(?:dernière|ultime) (?:et \w+ )?{_PART}"
    r"|dernier jour"
    r"|(?:journée|soirée|jour|cérémonie) de clôture|(?:arrivée|étape) finale)"
    r"\b[^.;:()\d]{0,30}$"
)
_FIRST = re.compile(
    rf"\b(?P<what>première {_PART}|premier jour"
    rf"|(?:étape|journée|soirée) (?:inaugurale|d'ouverture))\b[^.;:()\d]{{0,30}}$"
)
_OTHER = re.compile(
    r"\b(?:précédent\w*|an dernier|année dernière|édition (?:20|précédente)|qualif\w+|phase|poule"
    r"|inscri\w+|vente|billet\w*|prolog\w*|presse|stage|entraînement|avant|après|veille|lendemain"
    r"|report\w+|décal\w+|prolong\w+|annul\w+|avanc\w+|initial\w*|juniors?|dames|femmes|hommes"
    r"|moitié|semaine|tour|groupes?|bloc|volet|partie|mois|vacances|scolaire|leurs?|sa|son|ses|une"
    r"|autre|second\w*|deuxième)\b"
)
SHORTEST, LONGEST = timedelta(days=3), timedelta(days=60)  # from the first day to the last
APART = 2  # days by which two tellings of one day differ at least
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
        alone = sum(isinstance(t.form, RangeForm) for one in near for t in one.times) == 1
        if alone and _HELD.search(ahead) and not context.quoted(whole.extent):
            yield from _conflicts(plain, near, whole)


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
