"""What somebody did after the death that an article tells of, sentences away.

"Il meurt en 1987. … C'est Le Bihan lui-même qui préside l'inauguration, en juin 1991"; "mort le
24 mai. … L'ancien garagiste avait tenu à venir voter, le 19 juin".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Moment, Order, day_of, is_after
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import CalendarForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.moments import KIN, dates, is_birth, is_death, lives, moment, names_year
from fact_cli.relate.times.order.lifetime import NOT_HIS, act_verb

_CUES = ("mort", "meurt", "mourut", "décéd", "décès", "éteint", "dispar")
_FULL_NAME = re.compile(
    r"(?<![\w-])[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)? "
    r"(?P<surname>(?:(?:de|du|des|d'|Le|La|El|Ben|Van|Von|van|von|Mc|Di|Da) ?)*[A-ZÀ-Þ][\w'-]{2,})"
)
_HIMSELF = (
    r"(?:(?P<name>[A-ZÀ-Þ][\w' -]{2,40}?)|[Ii]l|[Ee]lle)(?: (?:en personne|lui-même|elle-même))?"
)
# What had been done before, by the one just told of: "l'ancien garagiste avait tenu à voter, le".
_HAD = re.compile(
    r"(?:[^.;:]{0,80}, )?(?:il|elle|l'ancien(?:ne)? [^\W\d_]+|l[ea] (?:défunte?|retraitée?"
    r"|septuagénaire|octogénaire|nonagénaire|sexagénaire)) "
    r"(?:avait (?:encore |même )?(?:tenu à|participé|voté|pris part|assisté|reçu|présidé|inauguré"
    r"|fêté|signé|donné|joué|répondu|prononcé|rencontré|présenté|écrit|publié|lancé|ouvert|tourné)"
    r"|était (?:encore )?(?:venue?|allée?|apparue?|montée?|descendue?|intervenue?|présente?))\b"
    r"[^.;:()\d]{0,60}?,? (?:le|ce) (?:\w+di |dimanche )?$"
)
_OTHERWISE = re.compile(
    r"\b(?:posthum\w*|mémoire|hommage|obsèques|veuve|veuf|fondation|porte (?:son|le) nom|encore"
    r" vivant|ressuscit\w*|fiction|film|statue|rue|prix|épouse|famille|enfants|né|née)\b"
)
# Works of his own hand: "ses dernières toiles, peintes en …".
_HIS_WORKS = re.compile(
    r"\b(?:ses|son|sa) (?!église|musée|immeuble|pont\b|maison|projet|bâtiment|tour\b|chapelle|plan)"
    r"[^.;:()\d«»]{2,60}?,? (?:exécuté|peint|composé|écrit|signé|sculpté|dessiné|rédigé)e?s? "
    r"(?:(?:de sa main|à [A-ZÀ-Þ]?[^\W\d_]+) )?(?:entre |de |en |le |jusqu'en )?$"
)
_OF_OTHERS = re.compile(
    r"\b(?:ses|son|sa) (?:fils|filles?|femme|épou\w+|élèves?|veuve|veuf|disciples?|frères?|sœurs?"
    r"|mari|compagn\w+|enfants|héritiers?|neveux?|nièces?|petits?\b)|\bavec (?:ses|son|sa)\b"
)
_BY_OTHERS = re.compile(
    r"[^.;:]{0,40}?(?:\bpar |\bd'après|\berreur|\bà tort|\bfaux\b|\battribué|\bchez [A-ZÀ-Þ])"
)
NEAR = 3  # sentences, that of the death among them, in which works of the dead are dated
DAYS = 120  # behind a death, in which a day without a year is of the same year


def find(context: Context) -> Iterator[Order]:
    plain, sentences = context.document.plain, context.sentences
    if not context.tells(_CUES) or any(lives(plain, one) for one in sentences):
        return
    deaths = [
        (at, one, time)
        for at, one in enumerate(sentences)
        for time in dates(one)
        if is_death(plain, one, time) and not is_birth(plain, one, time)
    ]
    if len({time.interval.begin for _, _, time in deaths}) != 1:
        return
    at, told, death = deaths[0]
    if KIN.search(lower(told.extent.of(plain))) or context.quoted(death.extent):
        return
    yield from _works(plain, sentences[at : at + NEAR], death)
    for sentence in sentences[at + 1 :]:
        words = lower(sentence.extent.of(plain))
        if any(one.search(words) for one in (_OTHERWISE, NOT_HIS, KIN)):
            continue
        for time in dates(sentence):
            act = _in_year_of(time, death)
            if context.quoted(time.extent) or not is_after(act.interval, death.interval):
                continue
            near = sentence.sentence.block == told.sentence.block
            had = near and _had(plain, sentence, time, (act, moment(death)))
            if had or _acts_by_name(plain, sentence, time):
                yield Order(act, moment(death), ("acte", "décès"), Binding.INFERRED)
                return


def _works(plain: str, near: Sequence[ScannedSentence], death: TimeExpression) -> Iterator[Order]:
    """ "Mort en 1987 … les toiles de sa dernière période, exécutées entre 1984 et 1991"."""
    for sentence in near:
        if sentence.sentence.block != near[0].sentence.block or not names_year(death):
            return
        for time in sentence.times:
            ahead = lower(plain[sentence.extent.start : time.extent.start])
            last = list(time.leaves)[-1]
            if time.extent.start < death.extent.end or not _HIS_WORKS.search(ahead):
                continue
            if _BY_OTHERS.match(plain, time.extent.end) or _OF_OTHERS.search(ahead):
                continue
            if names_year(last) and not NOT_HIS.search(lower(sentence.extent.of(plain))):
                yield Order(moment(last), moment(death), ("acte", "décès"), Binding.INFERRED)


def _in_year_of(time: TimeExpression, death: TimeExpression) -> Moment:
    """A time as it is; a day that tells no year, in the year of the death."""
    form, died = time.form, death.interval.begin
    if not isinstance(form, CalendarForm) or names_year(time) or died is None:
        return moment(time)
    return Moment(time.extent, form.parts.in_year(died.year).interval())


@cache
def _acted() -> re.Pattern[str]:
    verb = act_verb("person")
    return re.compile(
        rf"(?:.{{0,60}}, )?(?:[Cc]'est |[Cc]e fut )?{_HIMSELF}(?: qui)? {verb}"
        r"(?:(?!\b(?:qui|que|dont|où)\b|\bqu')[^.;:()\d]){0,70},? (?:en|le|dès|fin|début) $"
    )


def _acts_by_name(plain: str, sentence: ScannedSentence, time: TimeExpression) -> bool:
    """Whether the only person named so far does something at a time that tells its year."""
    found = _acted().fullmatch(plain, sentence.extent.start, time.extent.start)
    if found is None or not names_year(time) or found["name"] is None:
        return False
    named = {one["surname"] for one in _FULL_NAME.finditer(plain, 0, sentence.extent.start)}
    return len(named) == 1 and found["name"].split(" ")[-1] in named.pop().split(" ")


def _had(
    plain: str, sentence: ScannedSentence, time: TimeExpression, act: tuple[Moment, Moment]
) -> bool:
    """Whether a day without a year is that of something done before the death."""
    day, died = (day_of(one.interval) for one in act)
    if day is None or died is None or names_year(time) or (day - died).days > DAYS:
        return False
    return _HAD.fullmatch(lower(plain[sentence.extent.start : time.extent.start])) is not None
