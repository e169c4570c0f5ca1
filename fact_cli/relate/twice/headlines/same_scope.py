"""Whether two values of the body are of all that the title tells of, or of a part of it.

"Les cambriolages en hausse de 9 % en Corrèze" is not belied by "à Tulle, 240 cambriolages,
contre 200"; nor by the values of December, of the young, or of the worst of them.
"""

from __future__ import annotations

import re

from fact_cli.lang.words import lower
from fact_cli.relate.twice.values.same_words import stems

_NAME = re.compile(
    r"(?<=[^\W\d_][ ,'’(])[A-ZÀ-Þ][\w’-]{2,}|"
    r"\b(?:À|A|Au|Aux|En|Dans|Chez|Pour|Sur) (?:l[ae]s? |l')?[A-ZÀ-Þ][\w’-]{2,}"
)
_SOURCE = re.compile(
    r"\b(?:[Ss]elon|[Dd]'après|[Pp]our) (?:l[ea]s? |l'|une? |M\. |Mme )?"
    r"(?:[A-ZÀ-Þ][\w’-]+|[a-zà-ÿ]+ (?:d'|de |du |des )?[A-ZÀ-Þ][\w’-]+)"
)
_MONTHS = (
    r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
)
_SPAN = re.compile(
    r"\b(?:trimest|semest|hebdo|semaine|week-end|vacances|journée|nuit|(?:un|deux|trois|six) mois"
    r"|l'été|cet été|estiva|hiver|printemps|automne|mensuel|ce mois)"
)
_MONTH = re.compile(
    rf"(?<!depuis )(?<!depuis le )(?<!fin )(?<!d )\b{_MONTHS}\b(?! (?:et|à) {_MONTHS})(?! \d{{4}})"
)
_GROUP = re.compile(
    r"\b(?:chez (?:les|nos)|parmi|côté|quant (?:à|aux?)|pour (?:les|la|le|l')|rien que"
    r"|à (?:lui|elle) seule?|jeunes?|femmes?|(?<!\d )hommes?|seniors?|mineurs?|étrang(?:ers?|ères?)"
    r"|voisine?s?|seconde?s?|celles?|celui|ceux|autres?|(?:moins|plus) de \d+ ans)\b"
)
_KIND = re.compile(
    r" (?:mortel|grave|violent|majeur|partiel|commerci|industriel|mondia|national|nationaux|régiona"
    r"|loca|europé|matériel|corporel|neu[fv]|ancien|électrique|hybride|léger|lourd|long|publi|privé)"
)
# "L'hôpital, lui, …", "à rebours du pays": told to go otherwise than the rest.
_CONTRAST = re.compile(
    r", (?:lui|elle|eux|elles)(?:-mêmes?)?,"
    r"|\b(?:à (?:contre-courant|rebours|l'inverse|l'opposé)|au contraire|contrairement"
    r"|fai(?:t|sait|sant) (?:figure d')?exception|détonn\w+|échapp\w+ à|se distingu\w+)\b"
)
# A title of a whole country, and what lies within one.
_COUNTRY = re.compile(
    r"\b(?:dans le (?:pays|monde|royaume)|en (?:europe|france|suisse|belgique|wallonie|flandre"
    r"|afrique|italie|espagne|allemagne|côte d'ivoire|tunisie|algérie|guinée|haïti|république)"
    r"|au (?:québec|canada|sénégal|maroc|mali|burkina|bénin|togo|cameroun|gabon|tchad|niger|congo"
    r"|luxembourg|liban|rwanda|burundi)|aux états-unis|à madagascar|en rdc|à l'échelle nationale"
    r"|français(?:es)?|suisses?|belges?|nationa(?:l|le|ux|les))\b"
)
_WITHIN = re.compile(
    r"\b(?:l'hôpital|la maternité|la clinique|l'établissement|le canton|la commune|la ville"
    r"|la préfecture|le département|la région|la province|le quartier|l'arrondissement|le village"
    r"|l'agglomération|la métropole|l'école|le collège|le lycée|l'université|la mairie|le club"
    r"|le magasin|l'usine|la caserne|le centre hospitalier|le chu|la vallée|l'île|le district)\b"
)
_OF = re.compile(r"([^\W\d_]+) (?:de la |du |de l'|des |de |d')([^\W\d_]+)")


def is_of_part(title: str, opening: str, told: str) -> bool:
    """Whether ``told`` sets its values apart by what neither title nor opening names."""
    known, words = lower(title), lower(told)
    if _SPAN.search(known) or _MONTH.search(known):
        return True
    if (_SPAN.search(words) and "même" not in words) or _MONTH.search(words):
        return True
    if is_an_exception(known, words):
        return True
    if any(one.group() not in known for one in _GROUP.finditer(words)):
        return True
    around = f"{known} {lower(opening)}"
    named = (one.group().split()[-1] for one in _NAME.finditer(_SOURCE.sub("", told)))
    if any(lower(one).rpartition("'")[2] not in around for one in named):
        return True
    topic = stems(known)
    for one in _OF.finditer(words):
        of = stems(one[2])
        if of and stems(one[1]) & topic and not of & stems(around):
            return True
    heads = (re.escape(one) for one in re.findall(r"[^\W\d_]{4,}", known))
    return re.search(rf"\b(?:{'|'.join(heads)})s?{_KIND.pattern}", words) is not None


def is_an_exception(title: str, told: str) -> bool:
    """Whether words in lower case set one place apart from the country that a title tells of."""
    within = _COUNTRY.search(title) is not None and _WITHIN.search(told) is not None
    return within or _CONTRAST.search(told) is not None
