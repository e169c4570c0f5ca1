"""The century of a work against the year in which it was made, told right beside it.

"Un retable du XVIe siècle, sculpté en 1642"; "fondée au XVIe siècle, en 1642, l'abbaye …";
"l'auberge, qui date du XVIe siècle, a été construite en 1642".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import YearInCentury
from fact_cli.model.mention import TimeExpression
from fact_cli.relate.context import Context
from fact_cli.relate.times.years.century import HOLDS, century_of, year_of
from fact_cli.scan.tense import tensed_verbs
from fact_cli.scan.times.context import Tense

_MADE = (
    r"(?:peint|sculpté|daté|datant|écrit|imprimé|tissé|gravé|fondu|réalisé|exécuté|signé|composé"
    r"|rédigé|dessiné|forgé|ciselé|enluminé|copié|brodé|moulé|coulé)e?s?"
)
_WORK = re.compile(
    r"\b(?:tableau|toile|huile|portrait|fresque|icône|panneau|triptyque|polyptyque|retable|statue"
    r"|statuette|sculpture|vierge|crucifix|christ|buste|bas-relief|vitrail|verrière|tapisserie"
    r"|tenture|manuscrit|livre|ouvrage|traité|roman|poème|pièce|bible|missel|évangéliaire|carte"
    r"|mappemonde|globe|gravure|estampe|dessin|cloche|calice|ostensoir|reliquaire|épée|armure"
    r"|orgue|violon|clavecin|horloge|montre|vase|coupe|meuble|commode|coffre|broderie|lettre"
    r"|charte|parchemin|opéra|messe|symphonie)s?"
    r"(?: (?!de\b|du\b|des\b)[^\W\d_]+(?!')){0,2}(?: (?:en|sur) [^\W\d_]+)?"
    r" (?:de la fin |du début |du milieu )?(?:du |au )$"
)
_MADE_THEN = re.compile(
    rf",? \(?(?:une? [^.;:,()\d]{{2,40}} |qui (?:a été|fut) |et )?{_MADE}"
    r"(?: (?:par|à|pour) [^.;:,()\d]{2,50})?,? (?:en |de |du |vers |le )?"
)
_DATES_FROM = re.compile(r"\b(?:dat(?:e|ent|ait|ant)|remont(?:e|ant) (?:au|à la fin)) (?:du )?$")
_BUILT_THEN = re.compile(
    r",? (?:a été|fut|ont été|est|avait été) (?:bâti|construit|édifié|érigé|élevé)e?s? "
    r"(?:[^.;:,()\d]{2,40} )?(?:en|dès|vers|à partir de) "
)
# "Au XVIe siècle, en 1642", "au XVIe siècle (en 1642)", "…, plus précisément en 1642".
_EXACTLY = re.compile(
    r"(?:,? (?:plus précisément|précisément|exactement|plus exactement|soit|c'est-à-dire)"
    r"(?: en| le)?| \((?:en|vers|dès|le)?) ?"
)
_BESIDE = re.compile(r", (?:en|dès|vers) ")
_IN = re.compile(r"\b(?:au|dès le|en plein|à la fin du|au début du|au milieu du) $")
_CLOSES = re.compile(r" ?[,.;)!?]|$")
_THEY = re.compile(r", (?:ils?|elles?|on|son|sa|ses|leurs?)\b")
_OTHERWISE = re.compile(
    r"\b(?:re(?:bâti|construi|constitu|fait|fond|stauré)\w*|copies?|répliques?|réédit\w*|traduit\w*"
    r"|inspir\w*|style|néo\w*|remani\w+|agrandi\w*|remplac\w+|vendue?s?|achetée?s?|volée? en"
    r"|découverte? en|modifi\w+|sujet|histoire|personnage|scène|légende|héros|évoqu\w+|racont\w+)\b"
)


def find(context: Context) -> Iterator[YearInCentury]:
    if not context.tells(("siècle",)):
        return
    plain = context.document.plain
    for sentence in context.sentences:
        if _OTHERWISE.search(lower(sentence.extent.of(plain))):
            continue
        for first, second in pairwise(sentence.times):
            number, value = century_of(first), year_of(second)
            if number is None or value is None:
                continue
            if _is_of_one(plain, sentence, first, second):
                at = (second.extent, first.extent)
                yield YearInCentury(value, at[0], number, at[1], Binding.INFERRED)


def _is_of_one(
    plain: str, sentence: ScannedSentence, century: TimeExpression, year: TimeExpression
) -> bool:
    """Whether a year tells more exactly what its century tells, or both date one work."""
    start, end = century.extent.start, year.extent.end
    link = lower(plain[century.extent.end : year.extent.start])
    ahead = words_before(plain, start, 80)
    behind = words_after(plain, end, 80)
    if HOLDS.search(link) or HOLDS.search(ahead):
        return False
    if _WORK.search(ahead) and _MADE_THEN.fullmatch(link):
        return True
    if _DATES_FROM.search(ahead) and _BUILT_THEN.fullmatch(link):
        return True
    if not (_IN.search(ahead) and _CLOSES.match(behind)):
        return False
    if _EXACTLY.fullmatch(link):
        return True
    if not _BESIDE.fullmatch(link) or _THEY.match(behind):
        return False
    opens = len(lower(plain[sentence.extent.start : start]).split()) <= OPENS
    told = plain[end : sentence.extent.end]
    return opens or not any(verb.tense is Tense.PAST for verb in tensed_verbs(told))


OPENS = 2  # words before a century that opens its sentence: "À la fin du" has more
