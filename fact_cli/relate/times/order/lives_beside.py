"""What was made by, or done with, somebody whose years of life stand behind the name.

"Le théâtre, bâti en 1991 par l'architecte Jean Morel (1921-1987)"; "dès 1973, il rencontrait la
chanteuse Anne Roux (1926-1962)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Moment, Order
from fact_cli.model.mention import TimeExpression
from fact_cli.relate.context import Context
from fact_cli.relate.times.moments import dates, lives, moment, names_year

_CUES = ("-1", "-2", "- 1", "- 2", "–1", "–2", "– 1", "– 2")
_NAME = (
    r"(?:(?:l[ea] |l')(?:(?!de |du |des |d')[a-zà-ÿ'-]+ ){1,3}|le |la |feu )?"
    r"[A-ZÀ-Þ][\w'’-]+(?: (?:de |du |des |d'|von |van )?[A-ZÀ-Þ][\w'’-]+)+,? \($"
)
_MADE = (
    r"(?:peint|bâti|construit|dessiné|conçu|écrit|composé|sculpté|fondé|créé|signé|imaginé|érigé"
    r"|réalisé|édifié|tourné|filmé|photographié|gravé|rédigé|élevé|aménagé|planté|ouvert"
    r"|inauguré|enregistré|chanté|interprété|donné|offert|tracé|décoré|exécuté)e?s?"
)
_MADE_THEN = re.compile(rf"\b{_MADE}(?:,)? (?:dès |à partir )?(?:en|le|dès|fin|début) $")
_BY = re.compile(rf" par {_NAME}")
# "Dessiné par Jean Morel (1921-1987) en 1991", "la fresque de Jean Morel (…), peinte en 1991".
_MADE_BY = re.compile(rf"\b{_MADE} par {_NAME}")
_THEN = re.compile(r"\) (?:dès |fin |début )?(?:en|le) $")
_OF_HIS = re.compile(rf"(?:, |\) ){_MADE} (?:en|le|fin|début) $")
# Somebody who is there: "il rencontre en 1991 …", "en 1991, elle épousa …".
_MET = (
    r"(?:(?:rencontr|épous|interview|côto|crois|photographi|affront|accueill|entart|applaud"
    r"|accompagn|interrog)[^\W\d_]*|(?:dîn|déjeun|travaill|tourn|jou|chant)[^\W\d_]* (?=avec))"
)
_MET_THEN = re.compile(
    rf"(?:^|[,;:] )?(?:en|dès|le|fin|début) $|\b{_MET} (?:en|dès|le|fin|début) $"
)
_MET_BEHIND = re.compile(rf"[^.;:()\d]{{0,60}}\b{_MET} ?(?:avec |chez )?{_NAME}", re.DOTALL)
_MET_BESIDE = re.compile(rf" (?:avec |chez |pour )?{_NAME}")
_NOT_THEN = re.compile(
    r"\b(?:posthum\w*|hommage|mémoire|d'après|reproduction|réédit\w*|repris\w*|copie|inspir\w*"
    r"|inachev\w*|souvenir|tombe|biograph\w*|restitu\w*|plans?|dessins? de|statue|buste|films?"
    r"|documentaire|rôle|incarn\w*|fils|fille|veuve|veuf|famille|descend\w*|élèves?|atelier de)\b"
)
SHORTEST = 25  # years: fewer in brackets are those of an office


def find(context: Context) -> Iterator[Order]:
    if not context.tells(_CUES):
        return
    plain = context.document.plain
    for sentence in context.sentences:
        told = lives(plain, sentence)
        if len(told) != 1 or _NOT_THEN.search(lower(sentence.extent.of(plain))):
            continue
        ((born, died),) = told
        if (died.year or 0) - (born.year or 0) < SHORTEST:
            continue
        for time in dates(sentence):
            if names_year(time) and _is_deed(plain, sentence, time, born, died):
                act = moment(time)
                yield Order(born, act, ("naissance", "acte"), Binding.INFERRED)
                yield Order(act, died, ("acte", "décès"), Binding.INFERRED)


def _is_deed(
    plain: str, sentence: ScannedSentence, time: TimeExpression, born: Moment, died: Moment
) -> bool:
    """Whether a time is that of a work of the one who lived so long, or of a meeting."""
    if born.extent is None or died.extent is None:
        return False
    start, end = time.extent.start, time.extent.end
    ahead = lower(plain[sentence.extent.start : start])
    if end < born.extent.start:
        link = plain[end : born.extent.start]
        if _BY.fullmatch(link):
            return _MADE_THEN.search(ahead) is not None
        met = _MET_THEN.search(ahead)
        if met is None:
            return False
        beside = _MET_BESIDE if met.group().lstrip(" ,;:") not in _BARE else _MET_BEHIND
        return beside.fullmatch(link) is not None
    if start > died.extent.end:
        link = plain[died.extent.end : start]
        told = plain[sentence.extent.start : born.extent.start]
        return _THEN.fullmatch(link) is not None and _MADE_BY.search(told) is not None
    return False


_BARE = {"en ", "dès ", "le ", "fin ", "début "}
