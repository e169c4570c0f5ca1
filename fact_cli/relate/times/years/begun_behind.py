"""Years counted from what the next sentence dates: "fête ses 85 ans. Créée en 1949, elle …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from fact_cli.lang.words import lower, words_after
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Jubilee, Moment
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import LengthForm
from fact_cli.relate.context import Context
from fact_cli.relate.passage import adjoin
from fact_cli.relate.times.moments import dates, is_birth, moment, names_year, published
from fact_cli.relate.times.years.ago import is_hedged
from fact_cli.relate.times.years.anniversaries import anniversaries
from fact_cli.relate.times.years.feast_year import feasted
from fact_cli.relate.times.years.things import is_led_by_person

_BEGAN = (
    r"(?:fond|cré|ouver|inaugur|constru|bât|érig|institu|lanc|édifi)[^\W\d_]* "
    r"(?:au public |officiellement )?(?:en|le)\b"
)
# The next sentence opens with the start of the same thing, or its founders tell it.
_STARTS = re.compile(_BEGAN)
_FOUNDERS_TELL = re.compile(
    r"« ?(?:on s'est lancés?|(?:on|nous|mon (?:grand-)?père|ma (?:grand-)?mère|mes parents)"
    r" (?:a|avons|ont|avait) (?:ouvert|démarré|commencé|fondé|créé|lancé)(?! (?:le|la|à)\b))"
)
# Who the sentence is about behind the start: a pronoun, or a word for any such thing.
_GOES_ON = re.compile(
    r"[^.;:»]{0,60}?, (?:(?P<it>ils?|elles?)\b|(?:l[ea] |l'|cet(?:te)? |ce )(?:site|établissement"
    r"|entreprise|maison|enseigne|institution|équipement|lieu|structure|bâtiment|édifice|formation"
    r"|troupe|compagnie|manifestation|rendez-vous|épreuve|événement|ensemble|société)\b"
    r"(?! (?:qui|que|où|dont|voisin|de |d'|du |des |«))"
    r"|(?:l[ea] |l'|cet(?:te)? |ce )(?P<noun>[\w-]{4,})\b)"
)
# What the sentence of the anniversary is about, with its gender, and that of the next opening.
_SUBJECT = re.compile(
    r"(?:[^,;:]{0,60}, )?(?P<article>l[ea]s? |l'|cet(?:te)? |ce |notre |une? )"
    r"(?:(?:petite?|grande?|vieux|vieille|jeune|célèbre|fameu(?:x|se)|première?) )?(?P<noun>[\w-]+)"
)
_GENDERS = {"la ": "e", "cette ": "e", "une ": "e", "le ": "", "ce ": "", "un ": "", "cet ": ""}
_OPENING = re.compile(r"[^\W\d_]+?(?:é|i|rt|uit|u)(?P<ending>e?)(?P<many>s?)\b")
# What is built is a place; who feasts there is another: "le bâtiment était un couvent".
_BUILT = re.compile(r"(?:constru|bât|érig|édifi)")
_PLACE = re.compile(
    r"(?:pont|tour|stade|gymnase|salle|piscine|immeuble|barrage|gare|viaduc|halle|église|chapelle"
    r"|temple|cathédrale|basilique|mosquée|synagogue|hôtel|villa|maison|château|palais|phare|tunnel"
    r"|aéroport|aérogare|patinoire|école|lycée|collège|hôpital|clinique|bâtiment|édifice|usine|cité"
    r"|résidence|théâtre|cinéma|funiculaire|téléphérique|arène|kiosque|fontaine|monument|statue"
    r"|bibliothèque|médiathèque|caserne|prison|moulin|refuge|auberge|abbaye|ferme|écluse|port)s?"
)
# The walls are older than who feasts in them: "elle était auparavant une usine".
_ONCE = re.compile(
    r"\b(?:d'abord|auparavant|à l'origine|alors|jusqu'en|avant d[e'u]|autrefois|jadis|ancien\w*"
    r"|repris\w*|fermé\w*|longtemps)"
)
_TAKEN_OVER = re.compile(r"\b(?:rachet|repris|repren)")
_OF_SOMETHING = re.compile(r" (?:de |d'|du |des )(?!existence|activité)")
# What "trente ans après …" counts from, and how the next sentence opens with it.
_EVENTS = [
    (re.compile(noun), re.compile(told))
    for noun, told in (
        (r" après (?:son ouverture|son inauguration)\b", r"(?:ouvert|inaugur)[^\W\d_]* (?:en|le)"),
        (r" après sa (?:création|fondation)\b", r"(?:cré|fond)[^\W\d_]* (?:en|le)"),
        (r" après sa (?:fermeture|faillite|liquidation)\b", r"(?:ferm|liquid)[^\W\d_]* (?:en|le)"),
    )
]
_FACTS = re.compile(r" après (?:les faits|sa disparition|le (?:drame|crime|meurtre))\b")
_HAPPENED = re.compile(
    r"[^.;:\d]{0,50}\b(?:avait disparu|avait été (?:tué|assassiné|enlevé|retrouvé morte?)e?)\b"
    r"[^.;:,()\d]{0,20}$"
)


# "Le botaniste, venu au monde en 1812, …": a definite noun and a birth.
_WHO_WAS_BORN = re.compile(
    r"(?:l[ea] |l'|cet(?:te)? |ce )[^,.;:]{3,40}, (?:née?|venue? au monde)\b"
)
_OF_BIRTH = re.compile(r"[^.;:,\d]{0,15} de la naissance d")
OPENS = 30  # characters before the first of several years: "Fondée officiellement en 1924"


def find(context: Context) -> Iterator[Jubilee]:
    plain, now = context.document.plain, published(context)
    if now is None:
        return
    for sentence, behind in pairwise(context.sentences):
        years = [time for time in dates(behind) if names_year(time)]
        own = [time for time in dates(sentence) if names_year(time) and not _is_later(time, now)]
        if own or not years or not adjoin(plain, sentence, behind):
            continue
        if len(years) > 1 and years[0].extent.start - behind.extent.start > OPENS:
            continue
        yield from _counted(plain, sentence, behind, years[0], now)


def _is_later(time: TimeExpression, now: Moment) -> bool:
    """Whether a time lies in a year yet to come, in which something will be feasted."""
    year = moment(time).year
    return year is not None and now.year is not None and year > now.year


def _counted(
    plain: str,
    sentence: ScannedSentence,
    behind: ScannedSentence,
    origin: TimeExpression,
    now: Moment,
) -> Iterator[Jubilee]:
    begun = moment(origin)
    ahead = lower(plain[behind.extent.start : origin.extent.start])
    about = _GOES_ON.match(lower(plain[origin.extent.end : behind.extent.end]))
    # "L'harmonie fête ses 50 ans. Fondée en 1924, l'harmonie …": the same thing named again.
    subject = _SUBJECT.match(lower(sentence.extent.of(plain)))
    goes_on = about is not None and _is_same(subject, about, ahead)
    yield from _of_birth(plain, sentence, behind, origin, now)
    told = lower(behind.extent.of(plain))
    founders = _FOUNDERS_TELL.match(ahead) and not _TAKEN_OVER.search(told)
    starts = (goes_on and _STARTS.match(ahead)) or founders
    if _BUILT.match(ahead) and _ONCE.search(told):
        return
    if starts and not is_led_by_person(plain, sentence):
        for stated, years, ordinal, hedged in anniversaries(plain, sentence, of_thing=True):
            if not _OF_SOMETHING.match(plain, stated.end):
                then = feasted(plain, sentence, stated, now)
                yield Jubilee(stated, years, begun, then, hedged, ordinal, Binding.INFERRED)
    yield from _after_event(plain, sentence, ahead, begun, now, goes_on=goes_on)


def _is_same(subject: re.Match[str] | None, about: re.Match[str], opening: str) -> bool:
    """Whether the next sentence opens with what ``subject`` names, and with no place of it."""
    noun = about["noun"]
    if subject is None:
        return noun is None
    if noun is not None and noun != subject["noun"]:
        return False
    begun = _OPENING.match(opening)
    gender = _GENDERS.get(subject["article"])
    named = bool(noun or about["it"]) and begun is not None and not begun["many"]
    if named and begun is not None and gender not in {None, begun["ending"]}:
        return False
    return not _BUILT.match(opening) or _PLACE.fullmatch(subject["noun"]) is not None


def _of_birth(
    plain: str,
    sentence: ScannedSentence,
    behind: ScannedSentence,
    origin: TimeExpression,
    now: Moment,
) -> Iterator[Jubilee]:
    """ "Le bicentenaire de la naissance d'Émile. Le botaniste, né en 1812, …"."""
    born = is_birth(plain, behind, origin)
    if not born or not _WHO_WAS_BORN.match(lower(behind.extent.of(plain))):
        return
    for stated, years, _ordinal, hedged in anniversaries(plain, sentence):
        if _OF_BIRTH.match(plain, stated.end):
            yield Jubilee(stated, years, moment(origin), now, hedged, True, Binding.INFERRED)


def _after_event(
    plain: str,
    sentence: ScannedSentence,
    ahead: str,
    begun: Moment,
    now: Moment,
    *,
    goes_on: bool,
) -> Iterator[Jubilee]:
    """ "Trente ans après son ouverture … Inaugurée en 1984, …"; ``ahead`` opens the next."""
    for time in sentence.times:
        form = time.form
        opens = time.extent.start == sentence.extent.start
        if not opens or not isinstance(form, LengthForm) or not form.duration.years:
            continue
        words = words_after(plain, time.extent.end, 40)
        told = any(noun.match(words) and event.match(ahead) for noun, event in _EVENTS)
        if (told and goes_on) or (_FACTS.match(words) and _HAPPENED.match(ahead)):
            years, hedged = int(form.duration.years), is_hedged(plain, time)
            yield Jubilee(time.extent, years, begun, now, hedged, False, Binding.INFERRED)
