"""A rise or fall in words that stand apart from the two values, in a construction of their own.

"A grimpé de 40 % à 20 %", where the values follow the verb; "revu à la baisse, le prix s'établira
à 2 200 francs, contre 1 800"; "avec 18 450 entrées, contre 19 870 en 2022, le musée continue de
progresser".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.figures import Direction
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.changes.pairs import Pair, comparable
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import end_of, told_noun
from fact_cli.relate.passage import Passage

_CUES = (
    " à la hausse", " à la baisse", "avec ", "fort de", "forte de", "fort d'", "forte d'", " de ",
)  # fmt: skip
_DIRECT = re.compile(
    r" (?:(?:en|sur|depuis|entre|dès|pendant) )?(?:de |d')"
    r"(?:près de |quelque |environ |plus de |moins de )?"
)
_TO = re.compile(r" à (?:près de |quelque |environ |plus de |moins de |seulement )?")
# Of a noun, and of what is won, "de 3 à 2 %" can be from one growth to another.
_NO_VERB = re.compile(
    r"\w*(?:tion|ment|ssance)s?$|hausses?|bonds?|rebonds?|gains?|essor|regain|boom|envolées?"
    r"|flambées?|remontées?|poussées?|surcoût|gagn\w*|engrang\w*|grappill\w*|adjug\w*|accél\w*"
)
_LEVEL = re.compile(
    r"\b(?:taux|part|proportion|pourcentage|participation|abstention|cote)\b[^.;:,()\d]{0,60}$"
)
_BY_PLACE = re.compile(r"[^.;:()]{0,25}\b(?:selon|suivant|entre|d'une? \w+ à l'autre)\b")
_REVISED = re.compile(
    r"(?:[^.;:\d]{0,60}, )?(?:re[vç]ue?s?|révisée?s?|orientée?s?|corrigée?s?|réévaluée?s?"
    r"|repartie?s?|ajustée?s?|réajustée?s?) (?:fortement |légèrement "
    r"|nettement )?à la (?P<way>hausse|baisse)"
    r",? [^.;:\d]{3,80}"
)
_THEN = re.compile(
    r"[^.;:()\d]{0,30}(?:\b(?:précédente?|auparavant|plus tôt|jusqu'(?:ici|alors|à présent)"
    r"|dernière?|passée?|initialement|annoncée?s?|prévue?s?|en (?:janvier|février|mars|avril"
    r"|mai|juin"
    r"|juillet|août|septembre|octobre|novembre|décembre|(?:19|20)\d\d))\b|$)"
)
_WITH = re.compile(r"(?:avec|forte? d['e]|fort d['e]|grâce à)[^.;:,()\d]{0,20}")
_GOES_ON = re.compile(
    r",? [^.;:,\d]{2,60}? (?:continue(?:nt)? (?:de |d'|à |sa |son |leur )"
    r"|(?:poursui(?:t|vent)|confirme(?:nt)?|prolonge(?:nt)?) (?:sa|son|leur) (?:[^\W\d_]+ )?"
    r"|reste(?:nt)? en |demeure(?:nt)? en |repart(?:ent)? à la |est (?:en|à la) "
    r"|sont (?:en|à la) )$"
)
_AGAINST = re.compile(r"\b(?:contre|après|au lieu de) (?:les )?$")
_ENDS = re.compile(
    r"(?: du terrain)?(?: encore| toujours| nettement| légèrement| fortement)?(?:[.,;!]|$)"
)
# What is the better, or the larger, the more there are of it.
_SIZES = {
    "entrée", "visiteur", "spectateur", "licencié", "adhérent", "abonné", "élève", "étudiant",
    "habitant", "passager", "voyageur", "client", "lecteur", "auditeur", "membre", "inscrit",
    "participant", "exposant", "nuitée", "billet", "exemplaire", "vente", "naissance", "coureur",
    "téléspectateur", "festivalier", "touriste", "vacancier", "salarié", "collégien", "lycéen",
    "écolier", "bénévole", "apprenti", "doctorant", "croisiériste", "skieur", "pèlerin",
    "manifestant", "demandeur", "chômeur", "cambriolage", "accident", "vol", "plainte", "mariage",
    "tonne", "bouteille", "hectolitre", "véhicule", "voiture", "immatriculation", "conteneur",
}  # fmt: skip


def find(context: Context) -> Iterator[Direction]:
    return in_passages(context, _found, lambda one: one.after.extent, cues=_CUES, figures=2)


def _found(passage: Passage) -> Iterator[Direction]:
    if len(passage.sentences) > 1:
        return
    yield from _from_to(passage)
    for after, before in pairwise(passage.levels):
        against = _AGAINST.search(passage.plain, end_of(after), max(0, before.reach.start))
        pair = Pair(before, after)
        if against is None or not comparable(after, before):
            continue
        way = _revised(passage, pair) or _going_on(passage, pair)
        if way:
            yield Direction(before, after, way, Binding.INFERRED)


def _from_to(passage: Passage) -> Iterator[Direction]:
    """ "A grimpé de 40 % à 20 %"; of a fall, "de 2 à 3 %" may be how far it went."""
    plain = passage.plain
    for first, second in pairwise(passage.figures):
        if not _TO.fullmatch(plain, first.extent.end, max(first.extent.end, second.extent.start)):
            continue
        if not comparable(first, second) or _BY_PLACE.match(plain, end_of(second)):
            continue
        for word in passage.words:
            gap = passage.told_between(word.end, first.extent.start)
            text = lower(plain[word.start : word.end])
            if not _DIRECT.fullmatch(gap) or _NO_VERB.fullmatch(text):
                continue
            level = _LEVEL.search(words_before(plain, word.start, 90)) is not None
            if word.value == "rise" and _is_measured(first, second):
                yield Direction(first, second, 1, Binding.INFERRED)
            elif word.value == "fall" and level and first.kind is QuantityKind.PERCENT:
                yield Direction(first, second, -1, Binding.INFERRED)


def _is_measured(first: Quantity, second: Quantity) -> bool:
    kinds = {QuantityKind.PERCENT, QuantityKind.MONEY, QuantityKind.DIMENSION}
    return {first.kind, second.kind} <= kinds or told_noun(second) is not None


def _revised(passage: Passage, pair: Pair) -> int:
    """The way of a participle that opens a sentence, whose subject has the two values."""
    plain, start = passage.plain, passage.sentences[0].extent.start
    found = _REVISED.fullmatch(lower(plain[start : pair.after.reach.start]))
    if found is None:
        return 0
    if len(passage.words) > 1 or not _THEN.match(words_after(plain, end_of(pair.before), 60)):
        return 0
    return 1 if found["way"] == "hausse" else -1


def _going_on(passage: Passage, pair: Pair) -> int:
    """The way that a main clause goes on, of the two values with which the sentence opens."""
    plain, start = passage.plain, passage.sentences[0].extent.start
    opens = _WITH.fullmatch(lower(plain[start : pair.after.reach.start]))
    sized = told_noun(pair.after) in _SIZES or told_noun(pair.before) in _SIZES
    if opens is None or not sized:
        return 0
    words = [word for word in passage.words if word.start > pair.extent.end]
    if len(words) != 1 or len(passage.words) > 1 or passage.changes:
        return 0
    clause = passage.told_between(pair.extent.end, words[0].start)
    clause = re.sub(r"^[^,]{0,30}(?=, )", "", clause)
    if not _GOES_ON.fullmatch(clause) or not _ENDS.match(plain, words[0].end):
        return 0
    return 1 if words[0].value == "rise" else -1
