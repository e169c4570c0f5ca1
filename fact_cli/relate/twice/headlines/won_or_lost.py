"""Who wins in the title and loses in the body, or the other way round.

"Agen s'incline à Brive", and below it "les Agenais l'ont emporté 24 à 17". The body tells of a
single result, and of no other outcome of the same side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from fact_cli.lang.words import MONTH, fold, lower, words_after
from fact_cli.model.same import TitleWords
from fact_cli.model.text import BlockKind, Extent
from fact_cli.relate.context import Context
from fact_cli.relate.every_sentence import every_sentence
from fact_cli.relate.twice.ranks.results import SCORE

_CUES = (
    "impos", "emport", "gagn", "bat", "domin", "écras", "corrig", "surclass", "terrass", "renvers",
    "victoire", "succès", "défaite", "inclin", "perd", "chut", "revers", "élimin", "céd", "cède",
)  # fmt: skip
_WELL = r"(?:largement |nettement |logiquement )?"
_WON = (
    r"s'impose(?:nt)?|s'(?:est|était) imposée?s?|se sont imposée?s|l'emporte(?:nt)?"
    r"|l'(?:a|ont) emporté|gagne(?:nt)?|(?:a|ont) gagné|bat(?:tent)?"
    rf"|(?:a|ont) {_WELL}(?:battu|dominé|écrasé|corrigé|surclassé|terrassé|renversé|vaincu|défait)"
    r"|domine(?:nt)?|écrase(?:nt)?|corrige(?:nt)?|surclasse(?:nt)?|terrasse(?:nt)?|renverse(?:nt)?"
    r"|(?:a|ont) (?:pris le meilleur sur|eu raison de|disposé de)|vien(?:t|nent) à bout de"
)
_BEATEN = r"(?:battue?s?|dominée?s?|écrasée?s?|corrigée?s?|surclassée?s?|vaincue?s?|défaite?s?)"
_LOST = (
    r"s'incline(?:nt)?|s'est inclinée?|se sont inclinée?s|perd(?:ent)?|(?:a|ont) perdu"
    rf"|chute(?:nt)?|(?:a|ont) chuté|(?:est|sont|a été|ont été) {_WELL}{_BEATEN}"
    r"|battue?s?|mord(?:ent)? la poussière|(?:a|ont) mordu la poussière"
)
_NAME = r"[A-ZÀ-Þ][\w’-]*[\w](?: (?:de |du |la |le )?[A-ZÀ-Þ][\w’-]+)*"
# "Agen s'incline", "les Agenais, menés à la pause, l'ont emporté", "Rennes battu par Brest".
_DID = re.compile(
    rf"(?<![\w'’-])(?P<name>{_NAME})(?:, (?!qui\b)[^,.;:()]{{3,45}},)?"
    rf" (?:(?P<won>{_WON})|(?P<lost>{_LOST}))(?![\w-])"
    r"(?! (?:le|la|les|l'|du|de la|des|un|une|son|sa)"
    r" (?:premi|deuxi|second|troisi|première|toss|match aller|titre|place|tête|terrain|ballon))"
)
# "Victoire de Limoges à Pau", "défaite des Bleues".
_OF = re.compile(
    r"^(?:[^:]{3,25} ?: )?(?:\w+ )?(?:(?P<won>victoire|succès)|(?P<lost>défaite|revers))"
    rf"(?: [a-zà-ÿ]+)? (?:de |d'|du |des |de l'|de la )(?P<name>{_NAME})",
    re.IGNORECASE,
)
# Of another match, of a part of it, or of no match.
_APART = re.compile(
    r"[?]|\b(?:aller|retour|précédent\w*|semaine|passée?|dernier|dernière|avait|avaient|déjà"
    r"|veille|lendemain|set|manche|mi-temps|pause|période|quart-temps|mené\w*|menai\w*|avant de"
    r"|réserve|féminin\w*|filles|garçons|juniors?|espoirs|cadet\w*|moins de \d+|u\d+|équipe [12b]"
    r"|mais|pourtant|malgré|si|amical|coupe|tour|cumul|tapis vert|appel|pas|jamais|plus|ne|n'"
    r"|sans|après|depuis|tirs? au|tab|deux fois|également|aussi)\b"
)
_TITLE_APART = re.compile(
    r"[?]|\b(?:mais|malgré|va|peut|doit|veut|ne|n'|pas|jamais|plus|sans|si|comment|pourquoi|après"
    r"|avant|élections?|procès|tribunal|municipales|législatives|vote|temps|argent|euros|millions)\b"
)
# No match is won or lost where a thing is: "perd son gardien", "gagne en attractivité".
_IS_MATCH = re.compile(
    r"(?:$|[,.!]| (?:encore|enfin|lourdement|nettement|largement|logiquement|de justesse|sur le fil"
    r"|d'un|d'entrée|en finale|en (?=[A-ZÀ-Þ])"
    r"|à|contre|face|chez|devant|par|au (?:bout|terme|finish)|\d|"
    r"(?:l[ea]s? |l')?[A-ZÀ-Þ]))"
)
_LONG_AGO = re.compile(
    r"\b(?:il y a|la semaine|le mois|l'an|l'année|en (?:19|20)\d\d|au (?:premier|deuxième) tour"
    r"|au match aller|à l'aller|avant d[e'])\b"
)
# Of another round, a part of the match or an earlier one, unless the title names it as well.
_APART_BEHIND = re.compile(
    r"\b(?:demi-finales?|quarts?(?! de point)|huitièmes?|seizièmes?|barrages?|poules?|ouverture"
    r"|sets?|manches?|mi-temps|pause|jeu|dernier|dernière|précédent\w*|aller|retour|veille|lendemain"
    r"|amical\w*|préparation|minutes?|demi-heure|heure de jeu|tiers-temps|quart-temps|période"
    r"|points sur|blessures?|finir|finissent|fini|(?:en|fin|début|mi-|de|depuis) ?"
    rf"{MONTH}|semaine|passée?s?|il y a|l'année|le mois|avaient|avait|auparavant|avant cela)\b"
)
# What a thing does in its match: "gagne samedi", "perdu la finale".
_IN_MATCH = re.compile(
    r" (?:ce |hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|l[ea] (?:finale|match|derby"
    r"|rencontre|choc|duel)|leur (?:match|finale)|son match|sa finale|largement|[^\W\d_]+ment\b)"
)
_RIVAL = re.compile(
    rf",? (?:(?:contre|face à|face au|face aux|devant|chez|à) )?(?:l[ea]s? |l')?(?P<name>{_NAME})"
)
# Another outcome of "il" or "elles".
_THEY = re.compile(rf"\b(?:[Ii]ls?|[Ee]lles?) (?:(?P<won>{_WON})|(?P<lost>{_LOST}))(?![\w-])")
_OUTCOMES = {"victoire", "succes", "defaite", "revers", "football", "rugby", "basket", "handball"}
FEWEST = 3  # letters that a team and its players share: "Agen", "les Agenais"


@dataclass(frozen=True, slots=True)
class _Outcome:
    words: Extent
    name: str
    won: bool


def find(context: Context) -> Iterator[TitleWords]:
    blocks, plain = context.document.blocks, context.document.plain
    headed = [one.extent for one in blocks if one.kind is BlockKind.TITLE]
    if not headed or not context.tells(_CUES):
        return
    title = headed[0]
    told = _of_title(plain, title)
    if told is None:
        return
    rivals = _names(title.of(plain)) - {told.name}
    found = [
        (one, result)
        for sentence in every_sentence(context)
        if blocks[sentence.sentence.block].kind is not BlockKind.TITLE
        for one, result in _of_body(plain, sentence.extent, title)
    ]
    own = [(one, result) for one, result in found if _is_one(told.name, one.name)]
    own += [
        (_Outcome(one.words, told.name, not one.won), result)
        for one, result in found
        if any(_is_one(rival, one.name) for rival in rivals)
        and not _is_one(told.name, one.name)
        and (result is None or told.name in fold(lower(one.words.until(result).of(plain))))
    ]
    if not own or any(one.won == told.won for one, _ in own) or _is_told_again(plain, title, told):
        return
    results = [result for _, result in own if result is not None]
    if results and len({result.of(plain) for result in _scores(context)}) == 1:
        yield TitleWords(told.words, own[0][0].words)


def _of_title(plain: str, title: Extent) -> _Outcome | None:
    """The only outcome that a title tells, and whose."""
    words = title.of(plain)
    if _TITLE_APART.search(lower(words)):
        return None
    found = [*_DID.finditer(words), *_OF.finditer(words)]
    if len(found) != 1:
        return None
    group = "won" if found[0]["won"] else "lost"
    start, end = found[0].span(group)
    if start > found[0].start("name") and _IS_MATCH.match(words, end) is None:
        return None
    at = Extent(title.start + start, title.start + end)
    return _Outcome(at, _last(found[0]["name"]), group == "won")


def _is_told_again(plain: str, title: Extent, told: _Outcome) -> bool:
    """Whether the body tells the outcome of the title of "il" or "elles"."""
    return any((one["won"] is not None) == told.won for one in _THEY.finditer(plain, title.end))


def _of_body(
    plain: str, sentence: Extent, title: Extent
) -> Iterator[tuple[_Outcome, Extent | None]]:
    """The outcomes that a sentence of the body tells, with the score behind them."""
    words = sentence.of(plain)
    for found in _DID.finditer(words):
        group = "won" if found["won"] else "lost"
        at = Extent(*(sentence.start + place for place in found.span(group)))
        score = SCORE.search(words_after(plain, at.end, 60))
        result = None
        if score is not None:
            result = Extent(at.end + score.start(), at.end + score.end())
            ahead = lower(plain[sentence.start : result.end])
            behind = lower(plain[result.end : sentence.end])
            known = title.of(plain)
            if (
                _APART.search(ahead)
                or _LONG_AGO.search(behind)
                or _is_apart(ahead + " " + behind, lower(known))
                or not (_IS_MATCH.match(plain, at.end) or _IN_MATCH.match(plain, at.end))
                or _is_other_rival(plain, at, result, known)
            ):
                result = None
        yield _Outcome(at, _last(found["name"]), group == "won"), result


def _is_apart(words: str, title: str) -> bool:
    """Whether a sentence names a round, a part or a time of a match that the title does not."""
    return any(found.group() not in title for found in _APART_BEHIND.finditer(words))


def _is_other_rival(plain: str, did: Extent, score: Extent, title: str) -> bool:
    """Whether a side is named right behind the verb or the score that the title leaves out."""
    known = _names(title) - _OUTCOMES
    return (
        any(
            found is not None and not any(_is_one(_last(found["name"]), one) for one in known)
            for found in (_RIVAL.match(plain, place) for place in (did.end, score.end))
        )
        and len(known) > 1
    )


def _scores(context: Context) -> Iterator[Extent]:
    plain = context.document.plain
    return (Extent(*found.span()) for found in SCORE.finditer(plain))


def _names(words: str) -> frozenset[str]:
    return frozenset(_last(one) for one in re.findall(_NAME, words))


def _last(name: str) -> str:
    return fold(lower(name.split(" ")[-1]))


def _is_one(one: str, other: str) -> bool:
    """Whether two words can name one side: "agen" and "agenais", "nimes" and "nimois"."""
    pairs = zip(one, other, strict=False)
    shared = sum(1 for _ in takewhile(lambda two: two[0] == two[1], pairs))
    return shared >= max(FEWEST, min(len(one), len(other)) - 2)
