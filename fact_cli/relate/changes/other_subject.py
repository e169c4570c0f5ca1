"""What tells that the second of two sentences is about another thing than the first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fact_cli.lang.words import lower, words_before
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent
from fact_cli.relate.changes.pairs import Pair
from fact_cli.relate.neighbours import end_of, is_surplus, told_noun
from fact_cli.relate.passage import Passage

# What follows is told of another thing, or of another time.
_ALSO = re.compile(
    r"\b(?:également|aussi|de même|par ailleurs|de son côté|de leur côté|en revanche"
    r"|quant (?:à|aux?)|(?:sur|pendant|durant|dans) l[ae] même (?:période|temps)|entre-temps"
    r"|ce dernier|cette dernière|ces derni(?:er|ère)s|cel(?:ui|le)-(?:ci|là))\b"
    r"|^[^,;:()\d]{3,50}, (?:lui|elle|eux|elles), "
    r"|^(?:au|pour le|sur le|rien qu'au|au seul) (?:[^\W\d_]+ )?(?:trimestre|semestre|mois)\b",
    re.IGNORECASE,
)
# "Le quartier sud gagne 600 habitants", "chacune compte deux fois moins d'abeilles".
_OF_PART = re.compile(
    r"(?:Chacune?|(?:L[ea]s? |L'|Son |Sa )(?:seul[^\W\d_]* )?(?:quartier|secteur|centre|hypercentre"
    r"|bourg|hameau|faubourg|banlieue|périphérie|rive|moitié|partie|nord|sud|est|ouest))\b"
)
# "Le record date de juin", "sa plus longue étape en comptait 96": no value before or after.
_EXTREME = re.compile(
    r"[«\" ]*(?:L[ea]s? |L['’]|Son |Sa |Leur )(?:[a-zà-ÿ]+ )?(?:record|pic|sommet|maximum|minimum"
    r"|plus [^\W\d_]+|meilleure?|pire)\b"
)
_OWN_NOUN = re.compile(
    r"\b(?:pour|avec|d') ?(?:une?|des|sa|son|ses|leurs?) (?P<noun>[^\W\d_]{4,}) (?:en )?$"
)
# "Remonté de 3,1 mètres depuis mars. Il était à 19,8 mètres en octobre": from another value.
_SINCE = re.compile(
    r"[^.;:()\d]{0,20} depuis (?:le (?:1er|\d{1,2}) |la fin |fin |début |la mi-|mi-)?(?:de |d')?"
    r"(?P<when>janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre"
    r"|décembre|(?:19|20)\d\d)\b"
)
_OF_ITS = re.compile(
    r" de (?:ses|leurs) (?!(?:productions?|récoltes?|surfaces?|volumes?|superficies?|réserves?"
    r"|capacités?)\b)"
)
_VICTIMS = re.compile(r"Les (?P<noun>blessé|mort|tué|disparu|accident|victime)s\b")
_OTHER_MEASURE = re.compile(
    r"\b(?:hors|corrigée?s?|retraitée?s?|ajustée?s?|désaisonnalisée?s?|à périmètre|à données"
    r"|à taux de change|(?:en |sans )?(?:comptant|compter|incluant|inclure|prenant en compte"
    r"|prendre en compte|ajoutant)|y compris)\b"
)
_TO = re.compile(r",? (?:à|pour (?:atteindre|s'établir à|se situer à)) ")
_SUBJECT = re.compile(
    r"(?!(?:Les?|La|L|Ils?|Elles?|On|Ce|C|Une?|Ces|Cette|Leur|Son|Sa)\b)(?P<name>[A-ZÀ-Þ][\w'-]+)"
)
_THAN = re.compile(r"[^.;:()\d]{0,30}? qu(?:e |')")
_BROUGHT_TO = re.compile(
    r"(?: par rapport (?:à|aux?) [^.;:()\d]{0,60}?| sur (?:un|l') ?an(?:née)?)?"
    r",? ?(?:pour |et )?(?:[^\W\d_]+(?:ant|er|ir|re|é|i|e|it|int|ient)? ){0,3}à "
    r"|(?: par rapport (?:à|aux?) [^.;:()\d]{0,60}?| sur (?:un|l') ?an(?:née)?)?"
    r",? ?(?:et |pour )?(?:attei\w+) "
)
# "Une réduction de 15 euros est proposée aux étudiants": none that has been told.
_PLANNED = re.compile(
    r"[«\" ]*Une? [^.;:]{0,90}\b(?:sera|seront|serait|seraient|devrait|devraient|pourrait"
    r"|est|sont|était|a été|avait été|reste|demeure) (?:[^\W\d_]+ ){0,2}?(?:prévu|proposé|consenti"
    r"|accordé|attendu|envisagé|demandé|réclamé|exigé|souhaité|programmé|annoncé|offert|promis"
    r"|à l'étude|possible|versé|appliqué)"
)
_ELSEWHERE = re.compile(r"(?:À|A|En|Au|Aux|Dans l[ea]) (?P<place>[A-ZÀ-Þ][\w'-]+)")

# "a vu ses ventes chuter": what changes is theirs.
_SEEN = re.compile(
    r"\b(?:vu|voit|voient|voyait|voyaient|verra|verront|voir) (?P<its>ses|leurs?|son|sa)"
    r" [^.;:!?\d]*$"
)
_PRONOUN = re.compile(r"[:;,.] (?:et |mais |or )?(?P<one>ils?|elles?)\b", re.IGNORECASE)
_YEARLY = re.compile(
    r"\b(?:(?:inter)?annuel\w*|(?:sur|en) (?:un an|douze mois)|d'une année (?:sur|à) l'autre)\b"
)
_SHORTER = re.compile(
    r"(?:Sur|En|Depuis|D') ?(?:un|une|le) (?:seul )?(?:mois|trimestre|semaine)\b"
    r"|(?:Par rapport|Comparée?s?) (?:au|à la|à l') ?(?:mois|trimestre|semaine|veille)\b"
)
_EACH = (
    r"\b(?:quotidien\w*|journali\w+|hebdomadaire|mensuel\w*|moyen\w*|unitaires?"
    r"|par (?:jour|tête|mois|habitant|personne|élève|visiteur|client|semaine|match|salarié|foyer"
    r"|ménage|logement|hectare))\b"
)
_AVERAGED = re.compile(_EACH)
_AVERAGE = re.compile(rf"(?:l[ea]s? |l'|son |sa |ses |leurs? )[^.;:()\d,]{{2,50}}?{_EACH}")
# What two sentences can open with that is measured apart.
_MEASURES = tuple(
    re.compile(rf"(?:l[ea]s? |l'|son |sa |ses |leurs? )(?:{names})\b")
    for names in (
        "productions?|récoltes?|volumes?|collectes?|vendanges?|moissons?",
        "surfaces?|superficies?|soles?",
        "rendements?",
        "prix|cours|tarifs?|loyers?",
        "chiffre d'affaires|ventes|recettes|revenus?",
        "bénéfices?|profits?|résultats? nets?|excédents?|pertes?",
        "effectifs?|emplois?",
        "dettes?|endettement",
        "marges?",
        "fréquentation|entrées|visiteurs",
    )
)
OWNED = 90  # characters before a change in which its owner is named

# "Il a cédé 6,8 % mercredi, à 41,10 euros ; il valait 39 euros le 1er janvier": of a day, set
# against a date or an event far from it.
_ON_A_DAY = re.compile(
    r" (?:sur (?:la|une|cette) (?:séance|journée)|en séance|à l'ouverture|à la mi-séance"
    r"|ce |hier |jeudi|(?:lun|mar|mercre|vendre|same)di|dimanche|dans la (?:matinée|séance))"
)
_BY_A_DATE = re.compile(
    r" (?:le (?:1er|\d{1,2}) |(?:en|fin|début|mi-|au) ?(?:janvier|février|mars|avril|mai|juin"
    r"|juillet|août|septembre|octobre|novembre|décembre|début|fin|printemps|(?:19|20)\d\d|cours)"
    r"|lors de|à (?:son|sa|la fin|l'introduction|l'ouverture de l'année)|il y a )"
)


def is_of_another(passage: Passage, pair: Pair, own: Extent) -> bool:
    """Whether a change told in the sentence ``own`` is not that of ``pair``, two values."""
    plain, last = passage.plain, passage.sentences[-1].extent
    if any(_ALSO.search(one.of(plain)) for one in (own, last)) or is_planned(plain, own):
        return True
    if any(tells_of_part(plain, one) for one in (own, last)):
        return True
    if own != last and _EXTREME.match(plain, last.start, last.end):
        return True
    victims = _VICTIMS.match(plain, own.start)
    if victims and pair.before.of not in {None, victims["noun"]}:
        return True
    if _is_elsewhere(passage) or _is_other_measure(passage, pair) or _is_other_span(passage, own):
        return True
    if _is_compared_with_earlier(passage, own):
        return True
    if _is_of_average(passage, own) or _are_measured_apart(passage):
        return True
    both = pair.before, pair.after
    return any(_has_own_change(passage, one, own, both) for one in both)


def is_planned(plain: str, own: Extent) -> bool:
    """Whether a sentence tells of a change to come or on offer, whatever has been told."""
    return _PLANNED.match(plain, own.start, own.end) is not None


def tells_of_part(plain: str, own: Extent) -> bool:
    """Whether a sentence opens with a part of a place, or with each of the things told of."""
    return _OF_PART.match(plain, own.start, own.end) is not None


def counts_another(passage: Passage, figure: Quantity, pair: Pair) -> bool:
    """ "De 240 à 210 lits. Un manque de 50 infirmiers": so many of another thing.

    "Huit kilos par ruche contre 24. Il a perdu 35 % de ses colonies", "pour une consommation
    réduite de 45 %".
    """
    plain, word = passage.plain, passage.changes.get(id(figure))
    ahead = "" if word is None else lower(words_before(plain, word.start, 40))
    since = _SINCE.match(plain, end_of(figure))
    if since is not None and passage.told.count(since["when"]) < 2:
        return True
    own = _OWN_NOUN.search(ahead)
    if own is not None and passage.told.count(own["noun"]) < 2:
        return True
    measured = pair.before.kind is QuantityKind.DIMENSION and figure.kind is QuantityKind.PERCENT
    if measured and _OF_ITS.match(plain, figure.extent.end):
        return True
    named, nouns = told_noun(figure), {pair.before.of, pair.after.of} - {None}
    return named is not None and bool(nouns) and named not in nouns


def is_of_owner(plain: str, stated: Quantity, values: int) -> bool:
    """Whether a pronoun before ``values`` takes up the owner of what changed, not that itself.

    "La boîte a vu ses ventes chuter de 20 % : elle passera à 38 euros".
    """
    owned = _SEEN.search(plain, max(0, stated.reach.start - OWNED), stated.reach.start)
    taken_up = _PRONOUN.search(plain, stated.extent.end, max(values, stated.extent.end))
    if owned is None or taken_up is None:
        return False
    return (owned["its"] in {"ses", "leurs"}) is not taken_up["one"].endswith("s")


def _has_own_change(
    passage: Passage, value: Quantity, own: Extent, both: Sequence[Quantity]
) -> bool:
    """Whether a value of the other sentence is the result of a percentage told there.

    "Les loyers ont évolué de 7 %, à 661 euros" tells of the rents alone.
    """
    if own.holds(value.extent):
        return False
    return any(
        one.kind is QuantityKind.PERCENT
        and one not in both  # "de 9,4 à 8,1 %"
        and _TO.fullmatch(passage.plain, one.extent.end, value.reach.start)
        for one in passage.figures
        if one.extent < value.extent
    )


def brought_to(passage: Passage, step: Quantity, pair: Pair) -> bool:
    """ "Gagne 35 points, terminant à 7 533": what it rose from is told in neither sentence."""
    own = passage.sentence_of(step).extent
    return any(
        own.holds(one.extent)
        and step.extent < one.extent
        and _BROUGHT_TO.fullmatch(passage.plain, end_of(step), one.reach.start) is not None
        for one in (pair.before, pair.after)
    )


def _is_elsewhere(passage: Passage) -> bool:
    """Whether the second sentence opens with a place that the first does not name."""
    first, second = passage.sentences
    opened = _ELSEWHERE.match(passage.plain, second.extent.start)
    return opened is not None and opened["place"] not in first.extent.of(passage.plain)


def _is_compared_with_earlier(passage: Passage, own: Extent) -> bool:
    """ "Moulins résiste : 812 naissances, onze de moins. Vichy en a enregistré 794".

    What is so many fewer without "que" is so in time, whatever the next subject counts.
    """
    first, second = passage.sentences
    subject = _SUBJECT.match(passage.plain, second.extent.start)
    if own != first.extent or subject is None or subject["name"] in first.extent.of(passage.plain):
        return False
    return any(
        is_surplus(passage.plain, one) and not _THAN.match(passage.plain, end_of(one))
        for one in passage.figures
        if own.holds(one.extent)
    )


def _is_of_average(passage: Passage, own: Extent) -> bool:
    """ "510 000 visiteurs, contre 480 000. La fréquentation quotidienne grimpe de 13 %"."""
    averaged = _AVERAGE.match(lower(own.of(passage.plain))) is not None
    told = [lower(one.extent.of(passage.plain)) for one in passage.sentences if one.extent != own]
    return averaged and not any(_AVERAGED.search(one) for one in told)


def _are_measured_apart(passage: Passage) -> bool:
    """ "Les surfaces ont reculé de 9 %. Le rendement est de 78 quintaux, contre 95"."""
    told = [lower(one.extent.of(passage.plain)) for one in passage.sentences]
    named = [[at for at, one in enumerate(_MEASURES) if one.match(each)] for each in told]
    return all(named) and named[0] != named[1]


def _is_other_span(passage: Passage, own: Extent) -> bool:
    """ "L'inflation annuelle … Sur un mois, les prix ont augmenté de 0,6 %"."""
    shorter = _SHORTER.match(passage.plain, own.start, own.end)
    told = [lower(one.extent.of(passage.plain)) for one in passage.sentences if one.extent != own]
    return shorter is not None and any(_YEARLY.search(one) for one in told)


def _is_other_measure(passage: Passage, pair: Pair) -> bool:
    """Whether only one of two values is told as adjusted, or without a part of the thing."""
    words = [
        passage.plain[passage.sentence_of(one).extent.start : one.reach.start]
        for one in (pair.before, pair.after)
    ]
    told = [_OTHER_MEASURE.search(lower(one)) is not None for one in words]
    return told[0] is not told[1]


def is_of_the_day(passage: Passage, pair: Pair, figure: Quantity) -> bool:
    """Whether a change is one of a day, and the value before is one of a date or an event."""
    if id(figure) not in passage.changes or figure.kind is not QuantityKind.PERCENT:
        return False
    told = _ON_A_DAY.match(passage.plain, end_of(figure)) is not None
    return told and _BY_A_DATE.match(passage.plain, end_of(pair.before)) is not None
