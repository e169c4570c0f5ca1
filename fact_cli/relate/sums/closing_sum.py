"""A sum that closes what the sentences before it list: "… Au total, 27,5 millions iront aux …".

The parts may stand in several sentences, each with its own subject; what tells that they are
added is the words before the sum ("faites le compte", "vous voilà à", "total :"). A sum that
none of their choices makes must be near theirs, or one misprint from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.slips import Slip, digits_of, slip_between
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context, tells, up_to
from fact_cli.relate.elided_unit import is_large_and_bare, told_like
from fact_cli.relate.neighbours import (
    NUMBERS,
    in_unit_of,
    is_surplus,
    told_noun,
    usable,
)
from fact_cli.relate.sums.listing import without_times
from fact_cli.relate.sums.otherwise import takes_in_more
from fact_cli.scan.times.ages import is_person

_SUMS = (
    "facture|enveloppe|addition|note|coût|budget|montant|somme|tonnage|effectif|dépense|collecte"
    "|capacité|superficie|surface|distance|production|cagnotte|investissement|volume|subvention"
)
_NUMBERS = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7}
_SO_MANY = rf"(?:{'|'.join(_NUMBERS)})"
_SPANS = r"(?:ans|années|mois|semaines|jours|soirs|soirées|nuits|exercices|saisons|week-ends)"
_ON = r"(?:(?!\b(?:dont|contre|sur|parmi|après|que)\b)[^.;:()\d]){0,60}"
_CLOSES = re.compile(
    r"(?:^|[.;:,–«(] ?|\bet )(?:"
    r"(?:au total|en tout|au final|tout compris|tout confondu|(?:en|au) cumulé|ensemble"
    r"|bout à bout|mis(?:es)? bout à bout|l'un dans l'autre|tous comptes faits"
    r"|(?:faites|faisons|à faire) (?:le compte|l'addition|la somme|les comptes)"
    r"|(?:le )?total(?: général)?(?: ?:)?"
    r"|(?:l'addition|la somme|le cumul|le compte|l'ensemble|le tout)(?: [^\W\d_]+){0,2}"
    r" (?:atteint|donne|fait|s'élève à|se monte à|est de|représente|grimpe à|pèse))"
    r"(?:,| :)?(?:(?!\b(?:dont|contre|sur|parmi)\b)[^.;:()\d]){0,50}"
    r"|(?:vous voilà|nous voilà|voilà|on arrive|nous arrivons|vous arrivez|on obtient|vous obtenez"
    r"|(?:cela|ça|ce qui) (?:nous |vous )?(?:fait|donne|porte))"
    r" (?:(?:donc|ainsi|déjà|au total|en tout|à|avec|un total de) )*) ?$"
    rf"|\b(?:{_SUMS}) (?:totale?|globale?)(?:,| (?:est|sera|était) de| s'élève(?:ra)? à| atteint"
    r"| se monte(?:ra)? à| se chiffre à| ressort à) $"
    rf"|\b(?:{_SUMS}|effort|engagement|déficit|excédent|perte|bénéfice|dette|gain)"
    r" (?:totale?|globale?|cumulée?) de (?:quelque )?$"
    r"|\b(?:couvr|financ|boucl)\w+ (?:ainsi |donc )?(?:la totalité|l'intégralité|l'ensemble"
    r"|le total) (?:des|de|du|d'un budget de) (?:quelque )?$"
    r"|^soit (?:(?:donc|ainsi|déjà|au total|en tout|quelque|un total de) )*$"
    r"|\b(?:ce sont|c'est) (?:donc|ainsi|au total|en tout) (?:près de |quelque |un total de )?$"
    rf"|(?:^|[.;:,–«(] ?)(?:à (?:eux|elles) {_SO_MANY}|(?:les|ces) {_SO_MANY} [^\W\d_]+"
    rf" (?:réuni|cumul|addition|ensemble|confond)[^\W\d_]*|en {_SO_MANY} {_SPANS},){_ON}"
    rf"|^(?:les|ces) {_SO_MANY} [^\W\d_]{{3,}}{_ON}\b(?:ainsi|donc|au total|ensemble){_ON}"
)
# Of how many figures the words tell that they are added: "à elles trois", "en deux mois".
_HOW_MANY = re.compile(rf"\b(?:eux|elles|les|ces|(?P<span>en)) (?P<number>{_SO_MANY})\b")
# What stands in the words that close a sum, or in those that give all of it.
_CUES = (
    "total", "tout", "final", "cumul", "ensemble", "bout à bout", "dans l'autre", "compte",
    "addition", "somme", "voilà", "arriv", "obt", "cela", "ça", "ce qui", "global", "intégral",
    "soit", "entièr", "ce sont", "c'est", "à eux ", "à elles ", "les deux", "ces deux",
    "les trois", "ces trois", "les quatre", "ces quatre", "les cinq", "ces cinq", "en deux",
    "en trois", "en quatre",
)  # fmt: skip
# "L'enveloppe de 9,6 millions est entièrement distribuée".
_ALL_GIVEN = re.compile(
    r"(?: (?:de |d')[^\W\d_]+)? (?:est|sont|a été|ont été) (?:donc |ainsi |désormais )?"
    r"(?:entièrement|intégralement|totalement|tout entière?) "
    r"(?:distribu|répart|attribu|dépens|consomm|allou|affect|engag|partag|financ|couvert|boucl)"
)
_OF_ONE = re.compile(
    r"[^.;:()\d]{0,25}(?:\bpar (?:an|mois|jour|semaine|heure|tête|personne|habitant|famille"
    r"|foyer|élève|enfant)\b|\bchacune?\b|\bl'unité\b|\bpièce\b|\ben moyenne\b)"
)
_NO_PART = re.compile(
    r"\b(?:contre|dont|parmi|au lieu d[eu']|après|avant|moyenne|objectif"
    r"|sur (?:les|ces|ses|un total)|déjà|record"
    r"|l'équivalent|soit|manqu\w+|ramen\w+|budget|prév\w+|attend\w+|l'an (?:passé|dernier)"
    r"|un an plus tôt)\b(?:[^.;:\d]|,\d){0,40}$"
)
_TAKES_UP = re.compile(r"(?:\bà (?:eux|elles)|(?:^|[.;,] ?)(?:les|ces|en)) $")  # "à elles trois"
_ON_COURSE = re.compile(r"\b(?:sur|au|du) (?:le )?$")  # "402 sur le 12": on which course
_SHOULD = re.compile(r"\b(?:objectif|seuil|plafond|maximum|minimum|au moins|plus d[e'])\b")
_NO_SUMS = {
    QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.RATIO, QuantityKind.ORDINAL,
}  # fmt: skip
_TAKING_PART = {
    "participant", "engagé", "inscrit", "partant", "concurrent", "coureur", "personne", "visiteur",
    "spectateur", "bénéficiaire", "adhérent", "licencié", "blessé", "mort", "victime", "candidat",
}  # fmt: skip
FAR = 90  # characters behind a sum in which words tell that it is all given
BACK = 3  # sentences before that of the sum in which its parts may stand
MOST = 9  # figures of which any choice is tried
LONG = 4  # parts, of which a sum that is off in one place was added up wrong
SURE = 3  # digits of a sum that is told to be one, from which a misprint is no chance
PRECISE = 10  # units of its last digit that a sum must have


def find(context: Context) -> Iterator[Total]:
    plain = context.document.plain
    cues = context.those_told(_CUES)
    if not cues:
        return
    for index, sentence in enumerate(context.sentences):
        if not tells(context.told[sentence.extent.start : sentence.extent.end + FAR], cues):
            continue
        for figure in usable(sentence.quantities):
            whole = _with_unit(context.sentences, index, figure)
            start = sentence.extent.start
            told = lower(plain[start : whole.reach.start])
            for ahead in dict.fromkeys((told, without_times(told, start, sentence.times))):
                if _closes(plain, ahead, whole):
                    total = _added(plain, up_to(context.sentences, index, BACK), whole)
                    if total is not None and _are_so_many(ahead, total):
                        yield total
                    break


def _with_unit(sentences: Sequence[ScannedSentence], index: int, figure: Quantity) -> Quantity:
    """A bare sum in millions, "la facture, 2,1 millions", in the unit of the one before it."""
    if not is_large_and_bare(figure) or figure.scale == 1:
        return figure
    before = (
        one
        for sentence in reversed(up_to(sentences, index, BACK))
        for one in reversed(usable(sentence.quantities))
        if one.extent < figure.extent and one.kind is QuantityKind.MONEY
    )
    return told_like(figure, next(before, figure))


def _closes(plain: str, ahead: str, whole: Quantity) -> bool:
    if whole.value is None or whole.kind in _NO_SUMS or whole.value < PRECISE * whole.step:
        return False
    if _OF_ONE.match(plain, whole.extent.end) or is_surplus(plain, whole):
        return False
    if takes_in_more(plain, whole):
        return False
    if _ALL_GIVEN.match(plain, whole.extent.end):
        return True
    told = _CLOSES.search(ahead)
    return told is not None and _SHOULD.search(told.group()) is None


def _are_so_many(ahead: str, total: Total) -> bool:
    """Whether as many figures are added as the words before the sum tell, or more.

    "En deux mois" may be of other months, but for a sum one misprint from it.
    """
    told = _CLOSES.search(ahead)
    number = None if told is None else _HOW_MANY.search(told.group())
    if number is None:
        return True
    told_parts, parts = _NUMBERS[number["number"]], len(total.parts)
    if number["span"]:
        return parts == told_parts and total.is_misprinted
    return told_parts <= parts <= MOST


def _added(plain: str, near: Sequence[ScannedSentence], whole: Quantity) -> Total | None:
    """The figures before ``whole`` that are told to be added to it."""
    block = near[-1].sentence.block
    found: Total | None = None
    alike: list[Quantity] = []
    for sentence in reversed(near):
        if sentence.sentence.block != block:
            break
        own = [
            part
            for one in usable(sentence.quantities)
            if one.extent < whole.extent and (part := _as_part(plain, sentence, one, whole))
        ]
        alike = [*own, *alike]
        total = Total(whole, alike, complete=True, binding=Binding.INFERRED)
        if len(alike) > 1 and _makes([*alike, *_others(plain, near[-1], whole)], whole):
            return None
        if len(alike) > 1 and _is_evident(total):
            found = total
    return found


def _others(plain: str, sentence: ScannedSentence, whole: Quantity) -> list[Quantity]:
    """What the sum is told to hold besides: "61,9 millions, dont 2,4 millions d'autres"."""
    behind = [one for one in usable(sentence.quantities) if one.extent > whole.extent]
    link = plain[whole.extent.end : behind[0].reach.start] if behind else ""
    if "dont " not in link:
        return []
    part = in_unit_of(behind[0], whole)
    if part is None and behind[0].kind in NUMBERS:  # "dont 2,4 millions d'autres produits"
        part = told_like(behind[0], whole)
    return [] if part is None else [part]


def _as_part(
    plain: str, sentence: ScannedSentence, figure: Quantity, whole: Quantity
) -> Quantity | None:
    """``figure`` in the unit of ``whole``, where it can be a part of it."""
    elided = whole.kind is QuantityKind.MONEY and is_large_and_bare(figure)
    part = told_like(figure, whole) if elided else in_unit_of(figure, whole)
    if part is None or is_surplus(plain, figure) or _OF_ONE.match(plain, figure.extent.end):
        return None
    ahead = lower(plain[sentence.extent.start : figure.reach.start])
    distance = figure.noun is None and _ON_COURSE.search(ahead) is not None
    if (
        distance
        or _TAKES_UP.search(ahead)
        or _NO_PART.search(ahead)
        or not _is_one_noun(figure, whole)
    ):
        return None
    return replace(part, of=whole.of) if part.kind in NUMBERS else part


def _is_one_noun(part: Quantity, whole: Quantity) -> bool:
    """Whether a sum counts what its part counts; people may be told by another word."""
    if part.kind not in NUMBERS:
        return True
    one, other = part.of, told_noun(whole)
    if one == other or one is None or other is None:
        return True
    return _is_of_people(one) and _is_of_people(other)


def _is_of_people(noun: str) -> bool:
    return noun in _TAKING_PART or is_person(noun, lexicon().grammar)


def _makes(alike: Sequence[Quantity], whole: Quantity) -> bool:
    """Whether some of the figures make the sum, or one of them is told to be it already.

    All of them may make it by their rounding, a choice of them by its figures as printed.
    """
    if any(one.value == whole.value for one in alike):
        return True
    if Total(whole, alike, complete=True).computed(loose=False).meets(whole.strict):
        return True
    return any(
        whole.strict.holds(sum((one.value or Decimal(0) for one in parts), Decimal(0)))
        for size in range(2, min(len(alike), MOST))
        for parts in combinations(alike[:MOST], size)
    )


def _is_evident(total: Total) -> bool:
    """Whether all parts are less than the sum, and what they make is near or a misprint of it."""
    value = total.whole.value or Decimal(0)
    if any((part.value or 0) >= value for part in total.parts):
        return False
    if not total.is_plausible or total.exact is None:
        return False
    step = total.whole.step
    slip = slip_between(value, total.exact, step)
    precise = digits_of(value, step) >= SURE or slip is Slip.SWAP
    if total.is_near or (precise and slip not in {None, Slip.FACTOR}):
        return True
    return len(total.parts) >= LONG and digits_of(abs(value - total.exact), step) == 1
