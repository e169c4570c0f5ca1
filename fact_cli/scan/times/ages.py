"""Which lengths of time are ages: "un homme de 34 ans", "à 97 ans", "Léa, 35 ans,"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from fact_cli.lang.line import Item
from fact_cli.lang.tables import Grammar
from fact_cli.lang.words import lower
from fact_cli.model.dates import Duration
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.text import Extent
from fact_cli.model.times import LengthForm, RangeForm
from fact_cli.scan.number import Number

OLDEST = 130  # years that a person can have
YOUNGEST = 36  # months, and days, that are told instead of years

_HEDGE = (
    r"(?:plus |moins |près |à peine |environ |seulement |tout juste |presque |quelque )?(?:de |d')?"
)
_AGED = re.compile(
    r"\b(?:âgée?s?|vieux|vieille)(?: aujourd'hui| alors| désormais)? "
    rf"(?:de |d'|entre ){_HEDGE}$|\bâge de {_HEDGE}$"
)
_OF = re.compile(rf"(?P<noun>[\w'-]+)(?P<more>(?: [a-zà-ÿ-]+){{0,2}}) (?:de |d'){_HEDGE}$")
# "Deux généralistes, l'un de 63 ans, l'autre de 41 ans": one of the people named before.
_ONE_OF_THEM = re.compile(
    r"(?P<people>[\w'-]+(?: [a-zà-ÿ-]+){0,3})[,:(] ?"
    r"(?:l'une? (?:de |d')[^.;:]{0,40}(?:,| et) l'autre|l'une?|(?:le|la) premi(?:er|ère)"
    rf"|l'aînée?|(?:le|la) (?:plus jeune|plus âgée?)) (?:de |d'){_HEDGE}$"
)
_HAS = re.compile(
    r"\b(?:j'ai|tu as|(?:il|elle|on|qui|n') ?(?:a|avait|aura|aurait|n'a|n'avait)|ils ont|elles ont"
    r"|avons|avais|ayant|eu|aura|avoir|a|avait)"
    r" (?:que |tout juste |à peine |alors |aujourd'hui |déjà |environ |seulement |désormais |eu "
    r"|donc |encore |maintenant |à présent |exactement |bientôt )?$"
)
_HAS_TIME = re.compile(r"\bil y a|\by a ")
_OWN = re.compile(r"\b(?:ses|mes|tes|vos|nos|leurs|son|sa) (?:premiers |petits )?$")
_GROUP = re.compile(r"\b(?:les|des|aux|chez les|pour les) (?:plus |moins )?(?:de |d')?$")
_MORE_OR_LESS = re.compile(r"\b(?:moins|plus) (?:de |d')$")
_AT = re.compile(
    r"(?:^|[,;:(«\"] ?"
    r"|\b(?:[Mm]orte?s?|[Dd]écédée?s?|[Dd]écès|[Dd]isparition|meurt|disparue?|tuée?|éteinte?|mariée?"
    r"|[a-zà-ÿ]+ant)"
    rf"[^,;]{{0,40}} )[àÀA] {_HEDGE}$"
)
# What somebody did or became at an age: "élue sénatrice en 1998 à 39 ans", "entré à l'usine à 16".
_BECAME = re.compile(
    r"\b(?:(?:ré)?élu|nommé|devenu|devient|devint|devenait|deviendra|entré|engagé|recruté|embauché"
    r"|arrivé|marié|intronisé|couronné|sacré|ordonné|diplômé|promu|enrôlé|sélectionné|débarqué|incorporé|titularisé|consacré|révélé"
    r"|propulsé|désigné|choisi|parti|exilé|installé|naturalisé|médaillé|titré|reçu|admis|mobilisé"
    r"|orphelin|veuf|veuve|champion|vainqueur|lauréat|bachelier|docteur|agrégé)"
    rf"(?:ne)?e?s? (?:[^.;,:()]{{0,60}} )?(?:à|dès) {_HEDGE}$"
)
# The same of what somebody did: "une carrière commencée à dix-neuf ans", "il découvre à 12 ans".
_DID = re.compile(
    r"\b(?:commenc|début|appr(?:i|en)|découv|quitt|perd|obt(?:e|i)n|remport|gagn|publi|écri|fond|ouv"
    r"|tourn|jou|chant|enregistr|pein|mont|rejoi|intègr|intégr|disput|conqui|décroch|rencontr|reç"
    r"|signé?e? (?:son|sa|ses)|lanc|expos|traver|escalad|gravi|saut|plong|batt|compos|réalis|cré"
    r"|raccroch|hérit|émigr|épous|abandonn|démissionn|arrêt(?=e |ent |era |eront |ait )|retir(?=e)"
    r"|part(?=ira|iront|it )|(?:re)?(?:prend|prenn|prit|pris)(?=[^\W\d_]* (?:sa|les|l[ae]|l'))"
    r"|(?:achèv|achev|termin|boucl|concl)(?=[^\W\d_]* sa )|met(?=[^\W\d_]* (?:fin|un terme)))"
    rf"[^\W\d_]* (?:[^.;:()]{{0,50}} )?(?:à|dès) {_HEDGE}$"
)
_DIED = re.compile(
    r"\b(?:morte?s?|mour(?:ir|ut)|meurt|décédée?s?|décède|éteinte?s?|éteindre|éteignait|disparue?s?"
    r"|disparaît\w*|emportée?s?|succombé|nous a quittés)"
    rf"\b(?: [^.;:()]{{0,60}})? à {_HEDGE}$"
)
_NO_AGE = re.compile(
    r"\b(?:taux|obligations?|emprunts?|prêts?|échéance|horizon|âge (?:légal|de|d'|minimum|moyen)"
    r"|espérance|majorité|retraite|durée|rendements?|titres?|dette|crédits?|contrats?|portée?|fixée?"
    r"|passée?|relev\w+|abaiss\w+|limit\w+|ramen\w+|moyenne)\b"
)
_HIS_PENSION = re.compile(r"\bsa retraite\b")
_ROLE = re.compile(rf"(?:^|[,;:(«] )(?P<noun>[\w'-]+)(?: [a-zà-ÿ'-]+){{0,3}} (?:à|dès) {_HEDGE}$")
_THEN = re.compile(
    r" ?[,.;:)!?]| (?:seulement|à peine|en (?:[^\W\d_]+ )?\d{4}|dans|aux?|à (?:la|sa|son|leur)"
    r"|chez|par|comme|quand|lorsqu|et demi|des suites|d'un|après|lors|avant|sous|sur|pour|cette|ce"
    r"|cet|l'an)\b|$"
    r"| à [A-ZÀ-Þ]"
)
# "à 17 ans, en 1998": an age at its date.
_AT_A_DATE = re.compile(rf"(?:\bà|\bdès|\bdepuis ses) {_HEDGE}$")
_IN_YEAR = re.compile(
    r",? (?:en|dès|au (?:printemps|début de)|à l'(?:été|automne|hiver)) (?:[^\W\d_]+ )?\d{4}\b"
)
_SENTENCED = re.compile(r"\b(?:condamn|peine|prison|réclusion|écop|ferme|bail|contrat)")
_BRACKET = re.compile(r"[A-ZÀ-Þ][\w'-]+(?: [\w'-]+)? ?\($|[A-ZÀ-Þ][\w'-]+, (?:\w+ )?$")
_AFTER_NAME = re.compile(r"(?P<word>[\w'-]+)\.?[»\"]?(?: \([^()]*\))?, $")
_AFTER_BIRTH = re.compile(r"\b[Nn]ée?s? (?:en|le) [^,.;:()]{0,40}\b\d{4}, $")
_COMMA = re.compile(r" ?[,.;:)]| et\b|$")
_CLOSES = re.compile(
    r" ?[,.;:)!?]| (?:et|ans|mais|seulement|aujourd'hui|désormais|maintenant|demain|révolus"
    r"|quand|lorsqu|au moment)\b|$"
)
_SPENT = re.compile(
    r" (?:de|d')(?: ?)(?:prison|réclusion|travaux?|carrière|règne|mandat|guerre|mariage|présence"
    r"|expérience|retard|service|vie|recherches?|sursis|suspension|détention|emprisonnement|histoire"
    r"|existence|garantie|distance|différence|plus|moins|travail|lutte|combat|procédure|pouvoir)"
)


def ages(plain: str, sentence: Extent, items: Sequence[Item], grammar: Grammar) -> list[Item]:
    """``items`` with the lengths of time that are ages told as such.

    Bare numbers before them are ages as well: "âgées de 14, 17 et 19 ans".
    """
    found: list[Item] = []
    for item in items:
        time = item.value
        if isinstance(time, TimeExpression) and _is_age(plain, sentence, time, grammar):
            found = list(_listed(plain, found))
            item = replace(item, value=_age(time))
        found.append(item)
    return found


def _age(time: TimeExpression) -> TimeExpression:
    form = time.form
    if isinstance(form, LengthForm) and form.side is not None:
        form = replace(form, side=None)
    return replace(time, kind=TimeKind.AGE, form=form)


def _is_age(plain: str, sentence: Extent, time: TimeExpression, grammar: Grammar) -> bool:
    start, end = time.extent.start, time.extent.end
    ends = _lengths(time)
    if time.kind is not TimeKind.DURATION or not ends or not all(map(_may_be_age, ends)):
        return False
    years = all(form.duration.years for form in ends)
    start = _first_of_list(plain, sentence, start)
    before = lower(plain[max(sentence.start, start - 70) : start])
    if _AGED.search(before):
        return True
    if _SPENT.match(plain, end):
        return False
    if _told_of_person(before, grammar):
        return True
    if not years:
        return False
    ranged = len(ends) > 1
    if _in_apposition(plain, sentence, Extent(start, end), grammar):
        return True
    dated = _AT_A_DATE.search(before) and _IN_YEAR.match(plain, end)
    if dated and not _SENTENCED.search(before):
        return True
    told = _told_as_age(plain, sentence, Extent(start, end), before, ranged=ranged)
    then = _THEN.match(plain, end, sentence.end) is not None
    return told or (then and (_became(before, grammar) or _did(before)))


def _in_apposition(plain: str, sentence: Extent, extent: Extent, grammar: Grammar) -> bool:
    """ "Léa, 35 ans,": between commas behind a name or a noun of people."""
    start = max(sentence.start, extent.start - 60)
    if _AFTER_BIRTH.search(plain, start, extent.start) and _COMMA.match(
        plain, extent.end, sentence.end
    ):
        return True
    behind = _AFTER_NAME.search(plain, start, extent.start)
    if behind is None or not _COMMA.match(plain, extent.end, sentence.end):
        return False
    word = behind["word"]
    return word[0].isupper() or is_person(lower(word), grammar)


def _told_as_age(
    plain: str, sentence: Extent, extent: Extent, before: str, *, ranged: bool
) -> bool:
    start, end = extent.start, extent.end
    closes = _CLOSES.match(plain, end, sentence.end) is not None
    written = plain[max(sentence.start, start - 70) : start]
    if _HAS.search(before) and not _HAS_TIME.search(before):
        return closes or plain.startswith(
            (" en ", " le ", " quand ", " lorsqu", " au ", " à ", " lors "), end
        )
    group = _GROUP.search(before) is not None
    if _OWN.search(before) or (group and (ranged or _MORE_OR_LESS.search(before))):
        return True
    if _AT.search(written):
        return closes or start - sentence.start <= 3
    return closes and _BRACKET.search(written) is not None


def _became(before: str, grammar: Grammar) -> bool:
    """Whether "à 31 ans" follows what somebody did at that age, or who somebody then was."""
    role = _ROLE.search(before)
    known = role is not None and is_person(role["noun"], grammar)
    return bool(known or _BECAME.search(before)) and not _SENTENCED.search(before)


def _did(before: str) -> bool:
    """Whether "à 31 ans" follows what somebody did, or how somebody died, at that age."""
    told = _DIED.search(before) or _DID.search(before)
    before = _HIS_PENSION.sub(" ", before)
    return told is not None and not (_NO_AGE.search(before) or _SENTENCED.search(before))


def _lengths(time: TimeExpression) -> list[LengthForm]:
    form = time.form
    if isinstance(form, LengthForm):
        return [form]
    if isinstance(form, RangeForm):
        return [end for end in (form.begin, form.end) if isinstance(end, LengthForm)]
    return []


def _may_be_age(form: LengthForm) -> bool:
    length = form.duration
    if form.vague or form.side is not None or length.hours or length.minutes or length.seconds:
        return False
    return length.years <= OLDEST and max(length.months, length.days, length.weeks) <= YOUNGEST


def _told_of_person(before: str, grammar: Grammar) -> bool:
    """Whether "de 34 ans" follows who has them: a noun of people, maybe with an adjective."""
    found = _ONE_OF_THEM.search(before)
    if found is not None:
        return any(is_person(word, grammar) for word in found["people"].split())
    found = _OF.search(before)
    if found is None:
        return False
    words = [found["noun"], *found["more"].split()]
    return any(is_person(word, grammar) for word in words)


def is_person(word: str, grammar: Grammar) -> bool:
    """Whether a noun in lower case names people or animals, by the list or by its ending."""
    plural = word.rsplit("'", 1)[-1].rsplit("-", 1)[-1] if word not in grammar.people else word
    bare = plural.rstrip("s")
    if bare in grammar.people or plural in grammar.people:
        return True
    thing = bare in grammar.things or plural in grammar.things
    return not thing and (plural.endswith(("ais", "ois")) or bare.endswith(grammar.people_endings))


def _first_of_list(plain: str, sentence: Extent, start: int) -> int:
    """Where a list of figures that ends at ``start`` begins: the 14 of "14, 17 et 19 ans"."""
    found = re.search(r"(?<!\d)(?:\d{1,3}(?:, | et | ou ))+$", plain[sentence.start : start])
    return start if found is None else sentence.start + found.start()


def _listed(plain: str, items: Sequence[Item]) -> Iterator[Item]:
    """``items`` with the bare numbers at their end, joined by commas or "et", as ages."""
    at = len(items)
    end: int | None = None
    while at and isinstance(items[at - 1].value, Number):
        number = items[at - 1]
        behind = plain[number.end : end] if end is not None else plain[number.end : number.end + 4]
        if not re.match(r", | et | ou ", behind) or (end is not None and len(behind) > 4):
            break
        end, at = number.start, at - 1
    yield from items[:at]
    for item in items[at:]:
        number = item.value
        assert isinstance(number, Number)
        form = LengthForm(Duration(years=Decimal(number.value)))
        age = TimeExpression(Extent(item.start, item.end), TimeKind.AGE, form)
        yield replace(item, value=age, kinds=frozenset({"time"}))
