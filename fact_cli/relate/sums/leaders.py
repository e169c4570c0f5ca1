"""The first of several that a sentence ranks, against what all of them have together.

"Les hôtels de la côte ont enregistré 610 000 nuitées. Nice, avec 655 000, se taille la part du
lion, devant Antibes (141 000)": the subject of the first sentence is all of them, the second ranks
them by the same thing, so that the first of them cannot have more than all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.totals import Inclusion
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, is_surplus, same_thing, told_noun, usable

_CUES = (
    "part du lion", "le plus", "la plus", "les plus", "les mieux", "le mieux", "la mieux",
    "en tête", "domin", "devant", "suivi",
)  # fmt: skip
_RANKED = re.compile(
    r"\bpart du lion\b|\bl[ea]s? (?:plus|mieux) [^\W\d_]+|\b(?:reçoiv|recueill|touch|récolt|capt"
    r"|attir|concentr|vend)\w+ le plus\b|\b(?:arriv\w+|vien\w+|figur\w+|caracol\w+) (?:largement )?"
    r"en tête\b|\bdomin\w+\b|\b(?:loin|largement|nettement) devant\b"
    r"|, suivie?s? (?:de |d'|du |par )"
)
_HAVE = (
    r"(?:n'?)?(?:ont|avaient|auront|doivent|devaient|comptent|comptaient|totalis\w+|accueill\w+ent"
    r"|emploient|employaient|représent\w+ent|atteign\w+ent|produis\w+ent|vend\w+ent"
    r"|se (?:mont\w*ent|chiffr\w*ent|sont montée?s|sont élevée?s|sont chiffrée?s)|s'élèvent"
    r"|s'élevaient|possèdent|détiennent|gèrent)"
)
# All of them are the subject, or told to share what is counted.
_OF_ALL = re.compile(
    r"(?:[^,;:()\d]{0,50}, )?(?:les|ces|ses|leurs|nos|l'ensemble des|tous les|toutes les)"
    rf" (?!deux\b)[^.;:()\d]{{3,110}}?\b{_HAVE}\b[^.;:()\d]{{0,40}}?$"
)
_NO_SUM = re.compile(
    r"\b(?:moyenn\w+|médian\w*|chacune?|chaque|plafond|seuil|limite|maxim\w+|minim\w+|plus de"
    r"|hausse|baisse\w*|augment\w+|recul\w*|écart|contre|prix|tarifs?|loyers?|salaires?|âge|taux"
    r"|cours|record|perd\w*|par (?:an|mois|jour|semaine|tête|personne|habitant|foyer)"
    r"|gagn\w+|supplémentaires?|jusqu'|passer?|d'avance)\b"
)
# What the ranking is of, where it is not what stands before.
_ELSEWHERE = re.compile(
    r"\b(?:par (?:an|mois|jour|semaine|habitant|tête)|national\w*|mondial\w*|européen\w*|pays|monde"
    r"|france|contre|record|en (?:19|20)\d\d|depuis|auparavant|jusqu'|cumul\w*|total|moyenne"
    r"|l'an (?:dernier|passé)|sur l'année|ailleurs|à titre de comparaison|objectif|prév\w+)\b"
)
_NAMED = re.compile(r"(?:[\w'’-]{3,}[»\"]? \((?:avec |à )?|, avec (?:ses |quelque |près de )?)$")
# "Les campings, avec 655 000, arrivent en tête" is another kind than the hotels before; a member
# has a name of its own, or is compared with others of its kind ("devant celle des Chartrons").
_OF_A_KIND = re.compile(
    r"(?:[^,.;:()\d]{3,60}, )?(?:[Ll]([ea]s?|eurs?) |[Ll]['’]|[SsCc]es )(?![A-ZÀ-Þ])"
)
_LIKE_IT = re.compile(r"\b(?:celui|celle|ceux|celles) d[eu'’]")
_BEFORE_ALL = re.compile(r"(?:[^\d.;:()]{0,60}, )?[^\d.;:()]{2,70}[(,](?: ?(?:avec|à) )?(?:ses )?$")
_NO_PARTS = {QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.RATIO, QuantityKind.ORDINAL}
LEAST = 1000  # from which a bare number in a ranking has left out its unit
MOST = Decimal("1.5")  # times all, that the first of them is printed with; more is of others
AROUND = 40  # characters around a figure in which it is told to be no sum
BACK = 2  # sentences before the ranking in which all of them are told
_SEATS = {"billet", "ticket", "entrée", "visiteur", "place", "forfait"}  # counted by either


def find(context: Context) -> Iterator[Inclusion]:
    if not context.tells(_CUES):
        return
    plain, sentences = context.document.plain, context.sentences
    for number, sentence in enumerate(sentences):
        words = lower(sentence.extent.of(plain))
        if len(sentence.quantities) < 2 or not _RANKED.search(words) or _ELSEWHERE.search(words):
            continue
        before = [
            one
            for one in sentences[max(0, number - BACK) : number]
            if one.sentence.block == sentence.sentence.block
        ]
        whole = _whole(plain, before)
        if whole is not None:
            yield from _leader(plain, sentence, whole)


def _whole(plain: str, before: Sequence[ScannedSentence]) -> Quantity | None:
    """What all of them have: the only figure of the last sentence before that tells any."""
    told = [one for one in before if usable(one.quantities)]
    if not told:
        return None
    figures = [one for one in usable(told[-1].quantities) if one.kind not in _NO_PARTS]
    if len(figures) != 1:
        return None
    (whole,), start = figures, told[-1].extent.start
    ahead = lower(plain[start : whole.reach.start])
    behind = words_after(plain, whole.extent.end, AROUND)
    if (
        is_surplus(plain, whole)
        or _NO_SUM.search(ahead)
        or _NO_SUM.search(re.split("[.,]", behind)[0])
    ):
        return None
    return whole if _OF_ALL.fullmatch(ahead) else None


def _leader(plain: str, sentence: ScannedSentence, whole: Quantity) -> Iterator[Inclusion]:
    """The first figure of a ranking, where it is more than all and a smaller one follows."""
    figures = [_in_unit(one, whole) for one in usable(sentence.quantities)]
    ranked = [one for one in figures if _is_alike(one, whole)]
    if len(ranked) < 2:
        return
    first, *others = ranked
    ahead = plain[sentence.extent.start : first.reach.start]
    named = _NAMED.search(words_before(plain, first.reach.start, AROUND))
    if named is None or _BEFORE_ALL.fullmatch(ahead) is None:
        return
    alike = ahead.endswith("(") or _LIKE_IT.search(plain, first.extent.end, sentence.extent.end)
    if _OF_A_KIND.match(ahead) and not alike:
        return
    value, most = first.value or Decimal(0), (whole.value or Decimal(0)) * MOST
    is_first = value <= most and all((one.value or 0) < value for one in others)
    if is_first and whole.loose.below(first.loose):
        yield Inclusion(whole, first, Binding.INFERRED)


def _in_unit(one: Quantity, whole: Quantity) -> Quantity:
    """A bare number in the unit of the whole: "2,7 millions" of euros, "(14 000)" tonnes."""
    bare = one.kind in NUMBERS and told_noun(one) is None
    if not bare or whole.kind in NUMBERS or (one.value or 0) < LEAST:
        return one
    return replace(one, kind=whole.kind, unit=whole.unit, of=None)


def _is_alike(one: Quantity, whole: Quantity) -> bool:
    """Whether a figure counts what the whole does: one unit, one noun or none."""
    if one.kind in _NO_PARTS or not same_thing(one, whole):
        return False
    if one.kind not in NUMBERS:
        return True
    noun = told_noun(one)
    return noun in {None, whole.of} or {noun, whole.of} <= _SEATS
