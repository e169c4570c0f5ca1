"""The years of which an undated day may be told, other than the one of the news."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from fact_cli.lang.additions import per_lexicon
from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Grain
from fact_cli.model.mention import TimeExpression
from fact_cli.model.text import BlockKind
from fact_cli.model.times import CalendarForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.moments import tells_year
from fact_cli.scan.tense import tense_at, tensed_verbs
from fact_cli.scan.times.context import Tense

BEFORE, BEHIND = 400, 150  # characters around a day in which a year can be the day's
LEAD = 250  # characters that tell what an article is about
OFTEN = 3  # sentences that name a year which an article is about
SAID = 40  # characters before a day in which a verb of saying tells when it is said

_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE = re.compile(r"[;:.()]| (?:que|qui|dont|où|lorsque|quand|mais) |\bqu'")
# "Commencée lundi 2 septembre, l'année s'achèvera samedi": done on that day.
_DONE = re.compile(
    r"(?:^|[.,;:(«»] ?)[^\W\d_]+(?:é|i|u|is|it|ert)e?s? (?:le |dès le |depuis le )?$"
)
_STORY = re.compile(r"(?:aient|ait|èrent|irent|(?<!er|ir)(?<!dr)a)$")
# What leads to a day that is yet to come: "convoqué pour le dimanche 8 juin".
_AHEAD = re.compile(
    r"\b(?:convoqu\w+|fix(?:é|ée|és|ées|e|ent)|prév(?:u|ue|us|ues|oit|oient)|attendue?s?"
    r"|programmée?s?|(?:report|repouss|décal|ajourn|avanc|déplac|renvoy)(?:é|ée|és|ées|e)"
    r"|rendez-vous|(?:aura|auront) lieu"
    r"|(?:aura(?:it)?|auront|auraient|ser(?:a|ont|ait|aient)"
    r"|\w{2,}(?:era|eront|dra|dront|ira|iront)))\b[^.;:()«»]{0,50} "
    r"(?:le |au |pour le |dès le |à partir du |ce |du |jusqu'au )$"
)
# "À l'issue de la saison suivante", "l'an prochain": in a later year than the next such day.
_LATER = re.compile(
    r"\b(?:an|année|saison|édition|été|automne|hiver|printemps|rentrée)"
    r" (?:prochaine?|suivante?|d'après)\b"
    r"|\b(?:la|le) (?:prochaine?|suivante?)\b|\b(?:premier|1er) anniversaire\b|\bpremière année\b"
)
_NOT_AHEAD = re.compile(r"\b(?:avait|avaient|étai(?:t|ent)|fut|initialement|d'abord|au lieu)\b")
# "Fixée initialement au vendredi 16, elle est reportée au …": the other day lies behind.
_MOVED = re.compile(r".*, (?=(?:a|ont|est|sont|sera|seront) (?:\w+ )?(?:été )?)")
_LEARNT = {"appris", "apprenait", "publié", "publiée", "publiés", "publiées", "diffusé", "diffusée"}
_BEFORE_THEN = {"avait", "avaient", "fut", "furent", "eut", "eurent", "ayant"}


def years_named(context: Context) -> frozenset[int]:
    """All the years that an article names: "1993", "l'an dernier", "il y a dix ans"."""
    return context.once(
        "years named",
        lambda: frozenset(year for one in context.sentences for year in _years(one)),
    )


def names_any_year(context: Context) -> bool:
    """Whether an article names a year outright: "1993", "l'an dernier", no "été 1993"."""
    return any(
        names_year(leaf)
        for sentence in context.sentences
        for whole in sentence.times
        for leaf in whole.leaves
    )


def years_of_the_news(context: Context, index: int) -> frozenset[int]:
    """The years in which a day may lie that is near publication in this one.

    One is named close to it, in the sentence at ``index`` or around it; or the article tells of
    it: in its title, at its beginning or again and again.
    """
    sentences = context.sentences
    own = sentences[index].extent
    named = set(_years(sentences[index]))
    for before in reversed(sentences[:index]):
        if own.start - before.extent.end > BEFORE:
            break
        named.update(_years(before))
    for behind in sentences[index + 1 : index + 2]:
        if behind.extent.start - own.end <= BEHIND:
            named.update(_years(behind))
    return frozenset(named | context.once("years told of", lambda: _subject_years(context)))


def is_told_then(context: Context, sentence: ScannedSentence, time: TimeExpression) -> bool:
    """Whether a day is that on which the news is told: "a annoncé lundi 2 mai", "révèle lundi".

    Not so where the verb is that of a story: "disait", "avait annoncé", "annonça".
    """
    plain = context.document.plain
    ahead = lower(plain[max(sentence.extent.start, time.extent.start - SAID) : time.extent.start])
    words = _WORD.findall(_CLAUSE.split(ahead)[-1])
    said = [word for word in words if word in _saying()]
    return bool(said) and _BEFORE_THEN.isdisjoint(words) and not any(map(_STORY.search, said))


def is_told_ahead(context: Context, sentence: ScannedSentence, time: TimeExpression) -> bool:
    """Whether a day is told as one to come: "a convoqué les électeurs pour le dimanche 8 juin"."""
    plain = context.document.plain
    start = max(sentence.extent.start, time.extent.start - 2 * SAID)
    ahead = lower(plain[start : time.extent.start])
    ahead = _MOVED.sub("", ahead)
    return _AHEAD.search(ahead) is not None and not _NOT_AHEAD.search(ahead)


def is_of_later_year(context: Context, sentence: ScannedSentence) -> bool:
    """Whether a sentence tells of a year behind the one to come: "l'an prochain"."""
    return _LATER.search(lower(sentence.extent.of(context.document.plain))) is not None


def is_yet_to_come(context: Context, sentence: ScannedSentence, time: TimeExpression) -> bool:
    """Whether a day is told by a verb of what is to come: "Le 12 octobre, … y tiendront étal"."""
    words = sentence.extent.of(context.document.plain)
    start = sentence.extent.start
    verbs = tensed_verbs(words)
    if not verbs or any(map(names_year, (leaf for one in sentence.times for leaf in one.leaves))):
        return False
    if _DONE.search(lower(words[: time.extent.start - start])):
        return False
    at = tense_at(words, verbs, time.extent.start - start, time.extent.end - start)
    return at is Tense.FUTURE


@per_lexicon
def _saying() -> frozenset[str]:
    """The forms of verbs that tell news."""
    return lexicon().verbs["say"] | lexicon().verbs["announce"] | _LEARNT


def _subject_years(context: Context) -> frozenset[int]:
    """The years of which an article tells."""
    blocks = context.document.blocks
    own = [
        one
        for one in context.sentences
        if blocks[one.sentence.block].kind is not BlockKind.BOILERPLATE
    ]
    ahead = [
        year
        for one in own
        if one.extent.start < LEAD
        or blocks[one.sentence.block].kind in {BlockKind.TITLE, BlockKind.HEADING}
        for year in _years(one)
    ]
    often = Counter(year for one in own for year in set(_years(one)))
    return frozenset([*ahead, *(year for year, times in often.items() if times >= OFTEN)])


def _years(sentence: ScannedSentence) -> Iterator[int]:
    """The years of a sentence: "1993", "l'an dernier", "il y a dix ans"."""
    for whole in sentence.times:
        for time in whole.leaves:
            if time.interval.begin is not None and (names_year(time) or tells_year(time)):
                yield time.interval.begin.year


def names_year(time: TimeExpression) -> bool:
    form = time.form
    written = isinstance(form, CalendarForm) and form.parts.year is not None
    return written or (time.grain is Grain.YEAR and not isinstance(form, CalendarForm))
