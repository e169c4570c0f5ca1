"""Years of an anniversary that an article opens with, against the only start told further on.

"La laiterie souffle ses 75 bougies. … L'aventure a commencé en 1955": what no neighbouring
sentence ties is tied by being the only anniversary and the only start of the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import lower, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Jubilee
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.text import BlockKind, Extent
from fact_cli.model.times import LengthForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.ages.births import FULL_NAME
from fact_cli.relate.times.moments import dates, is_birth, moment, names_year, published
from fact_cli.relate.times.years.ago import is_hedged
from fact_cli.relate.times.years.anniversaries import anniversaries
from fact_cli.relate.times.years.feast_year import feasted
from fact_cli.relate.times.years.things import is_about_thing, is_led_by_person
from fact_cli.relate.twice.values.same_words import stems

_CUES = (" ans", "anniversaire", "bougies", "centenaire", "siècle", "noces")
_THE_YEARS = re.compile(r"(?:^|: )(?:Les|les|Le) $")  # "Les vingt ans de la Maison des marais"
_OF_THING = re.compile(r" (?:de la|du|de l'|des|d'un|d'une) ")
_AFTER_START = re.compile(
    r" après (?:ses débuts|sa (?:création|fondation|naissance|première édition)"
    r"|son (?:ouverture|inauguration|lancement|premier numéro))\b"
)
_DONE = r"(?:fond|cré|inaugur|ouver|lanc|institu)[^\W\d_]*"
_THE_THING = (
    r"(?:l'|l[ea] |son |sa |leur )(?:petite? |toute |jeune )?(?P<thing>établissement|institution"
    r"|structure|entreprise|maison|site|lieu|affaire|société|club|association|amicale|coopérative"
    r"|enseigne|boutique|magasin|restaurant|atelier|usine|fabrique|marque|journal|revue|magazine"
    r"|festival|salon|foire|école|troupe|compagnie|chorale|fanfare|harmonie|orchestre|radio"
    r"|brasserie|librairie|boulangerie|pâtisserie|ferme|domaine|cave|musée|théâtre|cinéma|foyer"
    r"|centre|lycée|collège|fédération|syndicat|section|équipe|mutuelle|clinique|hôpital)"
    r"\b(?! (?:de |d'|du |des |voisin|où|qui))"
)
_ANY = {"établissement", "institution", "structure", "entreprise", "maison", "affaire", "société"}
_OF_SOMETHING = re.compile(r" (?:de |d'|du |des )(?!existence|activité)")
# Of the thing itself: a pronoun, or a noun for any such thing.
_BEGAN = re.compile(
    r"\b(?:(?:tout|l'aventure|l'histoire|la saga|l'épopée|elle|il)"
    r" (?:(?:a|avait) (?:commencé|débuté|démarré)|commence|débute|démarre|commençait|débutait)"
    r"|(?:son|sa|leur) (?:inauguration|ouverture|création|fondation|lancement)"
    rf"|(?:elle|il|établissement|institution|structure|entreprise|maison|site|lieu)"
    rf" (?:a|avait|est|était|fut) (?:été )?{_DONE}"
    r"|(?:sign|dépos|rédig|adopt)[^\W\d_]+ (?:les|ses|leurs|des) statuts"
    r"|statuts (?:sont|furent|ont été|étaient) (?:sign|dépos|adopt)és"
    r"|acte de naissance (?:date|remonte|est|fut|a été)"
    r"|premi(?:er|ère)s? (?:édition|numéros?|brassins?|concert|match|pierre|coups? de pioche|bougie"
    r"|clients?|élèves|pensionnaires|représentation|spectacle|exemplaires?)(?! (?:de |d'|du |des ))"
    r"(?: (?:a|eut|avait|aura) lieu| (?:est|sont|fut|furent|a été|ont été)| sort(?:ent|i|ait)?"
    r"| paraît| paru\w*| se tien\w*| s'est|,)?)\b[^.;:()\d]{0,45}$"
)
# "Un soir de juin 1924, ils en signent les statuts", "c'est en 1950 que tout commence".
_BEGINS_BEHIND = re.compile(
    r"(?:(?:,? (?:dans|à|au|aux|chez|devant|sur|un)\b[^.;:,()\d]{2,50})?,? "
    r"qu(?:e |')[^.;:,()]{2,60} "
    r"(?:(?:en |y )?(?:(?:a|ont|avait|avaient) (?:signé|déposé|rédigé|adopté)|sign\w+|dépos\w+)"
    r" (?:les|des|leurs) statuts(?! d)|l'(?:a|ont|avait|avaient) (?:fond|cré|lanc|ouver)[^\W\d_]*)"
    r"|, (?:[^.;:,()\d]{2,50} )?(?:en |y )?(?:signent|déposent) (?:les|des|leurs) statuts"
    r"|,? qu(?:e |')(?:tout|l'aventure|l'histoire|elle|il) (?:a |avait |est |fut |a été )?"
    r"(?:commenc|débu|démarr|fond|cré|ouver|lanc)[^\W\d_]*)\b"
)
# Who founded it: "Oscar fonde l'affaire en 1948", "en 1948, Oscar ouvre la brasserie".
_FOUNDS = re.compile(
    r"\b(?:fond(?:e|a|ait|ent|èrent|é|aient)|cré(?:e|a|ait|ent|èrent|é|aient)|lanc(?:e|ent|èrent|é)"
    r"|lança|lançait|ouv(?:re|rent|rait|rit|ert)|mont(?:e|ent|é)|install(?:e|ent|a|é)) "
    rf"{_THE_THING}[^.;:,()\d]{{0,45}}"
)
_BORN_THING = re.compile(
    rf"née? (?:en|le) (?:\d{{1,2}} )?(?:[^\W\d_]+ )?\d{{4}}[^.;:]{{0,60}}?, {_THE_THING}"
)
_BORN = re.compile(r"(?:il|elle) (?:a vu le jour|voit le jour|est née?|naît)\b[^.;:()\d]{0,40}$")
_BEGAN_BY_NAME = re.compile(rf"\b(?:(?:a|avait|ont) (?:été )?{_DONE}|{_DONE})[^.;:()\d]{{0,30}}$")
# "Créé en 1998, le festival", "fondée à Sète en 1987, elle".
_OPENS_DONE = re.compile(rf"(?:{_DONE}|née?) (?:[^.;:,()\d]{{1,30}} )?$|(?:{_DONE}|née?) $")
_SUBJECT = re.compile(
    r", (?:(?P<it>il|elle)|(?:l'|l[ea] |cet |cette |ce )(?P<thing>[^\W\d_]{3,}))"
    r"(?= (?:a|est|reste|demeure|compte|emploie|accueille|réunit|rassemble|regroupe|attire|propose"
    r"|fait|organise|reçoit|produit|vend|exporte|fabrique|forme|vit|tient|continue|garde|revient"
    r"|dispose|occupe|possède|héberge|gère|ouvre|ferme|connaît|célèbre|fête|s'|se|n'|ne)\b)"
)
_LATER = re.compile(r"\b(?:nouve|second|deuxième|agrandi|annexe|rouv|rénov|refond|filiale|fusion)")
_SOMEBODY = re.compile(
    r"(?:[^,.;:]{2,60}, )?(?!L'|La |Le |Les )(?:[A-ZÀ-Þ][a-zà-ÿ'-]+ ){1,3}"
    r"(?:(?:vient|fête|a|souffle|célèbre)\b|s')"
    r"|(?:[A-ZÀ-Þ][a-zà-ÿ'-]+ ){2}(?:[a-zà-ÿ]|s')|(?:Il|Elle|Je|Nous) "
)
FAR = 2  # times as many years are another thing's
NEAR = 90  # characters before "fondé en 1998, il" that name what it is
LEAD = 3  # sentences of an article in which it tells what it is about


def find(context: Context) -> Iterator[Jubilee]:
    now = published(context)
    if now is None or now.year is None or not context.tells(_CUES):
        return
    plain = context.document.plain
    told = [
        (sentence, *one)
        for sentence in context.sentences[:LEAD]
        if not is_led_by_person(plain, sentence)
        if not _SOMEBODY.match(plain, sentence.extent.start)
        for one in _told(context, sentence)
    ]
    if len({years for _, _, years, _, _ in told}) != 1:
        return
    sentence, stated, years, _, hedged = told[0]
    then = feasted(plain, sentence, stated, now)
    about = stems(lower(sentence.extent.of(plain)))
    own = [one for one, *_ in told]
    starts = [one for one in _starts(context, own[-1], about) if one[0] not in own]
    named = {time.interval.begin for each in context.sentences for time in dates(each)}
    begun = {time.interval.begin.year for _, time in starts if time.interval.begin is not None}
    first = (then.year or now.year) - years
    if len(begun) != 1 or any(day is not None and day.year == first for day in named):
        return
    passed = first + years - next(iter(begun))
    if years / FAR <= passed <= years * FAR:
        origin = moment(starts[0][1])
        yield Jubilee(stated, years, origin, then, hedged, False, Binding.INFERRED)


def _told(context: Context, sentence: ScannedSentence) -> Iterator[tuple[Extent, int, bool, bool]]:
    """The anniversaries of a thing that a sentence tells."""
    plain = context.document.plain
    for one in anniversaries(plain, sentence, of_thing=is_about_thing(plain, [sentence])):
        if not _OF_SOMETHING.match(plain, one[0].end):
            yield one
    yield from _titled(context, sentence)
    for time in sentence.times:
        form = time.form
        if not isinstance(form, LengthForm) or form.duration.months or not form.duration.years:
            continue
        if _AFTER_START.match(plain, time.extent.end):
            yield time.extent, int(form.duration.years), False, is_hedged(plain, time)


def _titled(
    context: Context, sentence: ScannedSentence
) -> Iterator[tuple[Extent, int, bool, bool]]:
    """ "Les vingt ans de la Maison des marais", in a title."""
    plain, kind = context.document.plain, context.document.blocks[sentence.sentence.block].kind
    for time in sentence.times if kind is BlockKind.TITLE else ():
        form, ahead = time.form, plain[sentence.extent.start : time.extent.start]
        if not isinstance(form, LengthForm) or not form.duration.years:
            continue
        if _THE_YEARS.search(ahead) and _OF_THING.match(plain, time.extent.end):
            yield time.extent, int(form.duration.years), False, False


def _starts(
    context: Context, lead: ScannedSentence, about: frozenset[str]
) -> list[tuple[ScannedSentence, TimeExpression]]:
    """The years in which the thing is told to have begun; ``about`` are the stems that name it."""
    plain = context.document.plain
    return [
        (sentence, time)
        for sentence in context.sentences
        if not _LATER.search(lower(sentence.extent.of(plain)))
        for time in dates(sentence)
        if names_year(time) and not context.quoted(time.extent)
        if all(one.kind is not TimeKind.AGE for one in sentence.times)
        if _is_start(plain, lead, sentence, time, about)
    ]


def _is_start(
    plain: str,
    lead: ScannedSentence,
    sentence: ScannedSentence,
    time: TimeExpression,
    about: frozenset[str],
) -> bool:
    ahead = lower(plain[sentence.extent.start : time.extent.start])
    if is_birth(plain, sentence, time):
        if _BORN_THING.match(lower(sentence.extent.of(plain))):
            return True
        between = plain[lead.extent.end : max(lead.extent.end, sentence.extent.start)]
        return _BORN.match(ahead) is not None and not FULL_NAME.search(between)
    behind = lower(plain[time.extent.end : sentence.extent.end])
    if _BEGAN.search(ahead) or _BEGINS_BEHIND.match(behind):
        return True
    founded = next((one for one in _FOUNDS.finditer(ahead) if one.end() == len(ahead)), None)
    founded = founded or (_FOUNDS.search(behind) if behind.startswith(", ") else None)
    if founded is not None:
        words = lower(lead.extent.of(plain))
        return founded["thing"] in _ANY or founded["thing"] in words
    if _OPENS_DONE.fullmatch(ahead) and (subject := _SUBJECT.match(behind)):
        before = lower(words_before(plain, sentence.extent.start, NEAR))
        thing = re.split(r"[.\n]", before.rstrip(" .\n"))[-1] if subject["it"] else subject["thing"]
        return not about.isdisjoint(stems(thing))
    return _BEGAN_BY_NAME.search(ahead) is not None and not about.isdisjoint(stems(ahead))
