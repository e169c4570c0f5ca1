"""The age that title and lead tell of one person, against the only birth that the body tells.

"Un homme de 52 ans condamné … né à Gérardmer en 1968": the lead repeats the age, so that it is
one of now, and no other age in the article is the one that the birth gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fact_cli.lang.words import lower
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Aged
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.text import BlockKind
from fact_cli.relate.context import Context
from fact_cli.relate.times.ages.dated import age_as_told
from fact_cli.relate.times.ages.who import is_own
from fact_cli.relate.times.moments import (
    KIN,
    dates,
    is_birth,
    lives,
    moment,
    names_year,
    published,
)

# Of somebody else than the one in the title.
_ANOTHER = re.compile(
    r"\b(?:victimes?|plaignante?|compagne|compagnon|complice|voisine?|successeure?|prédécesseure?"
    r"|rivale?|adversaire|collègue|coéquipi\w+|témoin|autre|l'un|l'une|celui-ci|celle-ci|entreprise"
    r"|société|club|association)\b"
)
_WOMAN = re.compile(r"\b(?:femme|elle|la|une|mère|fille|âgée|née)\b")
_BORN_WOMAN = re.compile(r"\b(?:née|venue au monde|celle)\b")
_BORN_MAN = re.compile(r"\b(?:né|venu au monde|celui)\b")
LEAD = 3  # sentences, of which the first is the title


def find(context: Context) -> Iterator[Aged]:
    now, plain = published(context), context.document.plain
    if now is None or not context.sentences or any(lives(plain, s) for s in context.sentences):
        return
    title, lead = context.sentences[0], context.sentences[1:LEAD]
    if context.document.blocks[title.sentence.block].kind is not BlockKind.TITLE:
        return
    told = _ages(plain, title)
    births = [
        (sentence, time)
        for sentence in context.sentences[1:]
        for time in dates(sentence)
        if names_year(time) and is_birth(plain, sentence, time)
    ]
    if len(told) != 1 or len(births) != 1 or context.quoted(births[0][1].extent):
        return
    ((stated, years),), ((sentence, birth),) = told, births
    again = any(years == one for each in lead for _, one in _ages(plain, each))
    if not again or not _is_the_same(plain, title, lead, sentence, birth):
        return
    aged = Aged(stated.extent, years, moment(birth), now, False, Binding.INFERRED)
    others = [one for each in context.sentences for _, one in _ages(plain, each) if one != years]
    if not any(aged.possible.meets(one) for one in others):
        yield aged


def _ages(plain: str, sentence: ScannedSentence) -> list[tuple[TimeExpression, Bounds]]:
    return [
        (time, years)
        for time in sentence.times
        if time.kind is TimeKind.AGE and is_own(plain, sentence, time)
        if (years := age_as_told(plain, time)) is not None
    ]


def _is_the_same(
    plain: str,
    title: ScannedSentence,
    lead: Sequence[ScannedSentence],
    sentence: ScannedSentence,
    birth: TimeExpression,
) -> bool:
    """Whether the one who was born can be the one of the title: no kin, of one sex."""
    ahead = lower(plain[sentence.extent.start : birth.extent.start])
    if KIN.search(ahead) or _ANOTHER.search(ahead):
        return False
    about = lower(plain[title.extent.start : lead[-1].extent.end if lead else title.extent.end])
    if _BORN_WOMAN.search(ahead):
        return _WOMAN.search(about) is not None and " homme " not in f" {about} "
    return _BORN_MAN.search(ahead) is None or " femme " not in f" {about} "
