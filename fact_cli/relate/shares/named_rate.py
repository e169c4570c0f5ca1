"""A rate called by its name, and the two figures that make it, by what they count.

"64 400 personnes contaminées et 1 610 morts ; le taux de létalité s'établit à 2,5 %": a lethality
is of the dead and the cases, however the two stand to each other in the sentence or the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.shares import PER_MILLE, Share
from fact_cli.model.slips import Slip, slip_between
from fact_cli.model.text import Extent
from fact_cli.relate.context import Context
from fact_cli.relate.elided_unit import in_measure_of
from fact_cli.relate.neighbours import NUMBERS, end_of, is_lead, is_surplus, same_thing, sign_of
from fact_cli.relate.passage import MANY, Passage, adjoin
from fact_cli.relate.shares.own_share import is_of_more
from fact_cli.relate.shares.rate_names import PER_MILLE_RATES, RATES, RateName
from fact_cli.relate.sums.rest.out_of import portions

# Between the name of a rate and its figure: "le taux de réussite national s'établit à".
_NAMED = re.compile(
    r"\b(?:taux|part|proportion|pourcentage|participation|abstention|létalité|mortalité|couverture"
    r"|occupation|remplissage|natalité|prématurité|nuptialité|divortialité|incidence|prévalence"
    r"|marge|profitabilité|rendement|rentabilité)"
    r"\b(?P<words>[^.;:()\d]{0,90})$"
)
_NOT_NOW = re.compile(
    r"\b(?:contre|après|avant|auparavant|objectif|prév\w+|attend\w+|vis\w+|moyenne?|hausse|baisse"
    r"|recul\w*|augment\w+|progress\w+|gagn\w+|perd\w+|l'an (?:passé|dernier)"
    r"|[^\W\d_]+(?:ait|aient)"
    r"|alors que?|tandis que?|chez|filles|garçons|femmes|hommes|supérieure?s?|inférieure?s?"
    r"|dépass\w+|excéd\w+)\b"
)
_CLOSED = re.compile(
    r"(?: seulement| à peine| au total| environ)? ?(?:[.,;:)!?»–]|$)|, (?:contre|après|en)\b"
    r"| (?:à|au|aux) (?:l'|la |ce |cet |cette )?(?:examen|épreuve|concours|session|bac|brevet"
    r"|baccalauréat|certificat|test|premier tour|second tour)"
)
_OTHER_TIME = re.compile(r"[^.;:()]{0,40}\b(?:en (?:19|20)\d\d|l'an (?:passé|dernier)|plus tôt)\b")
_TIED = re.compile(r"\b(?:soit|donc|ainsi|ce qui|d'où|portant|affichant|c'est-à-dire)\b")
_THIS_RATE = re.compile(r"Cette marge |Ce taux de marge ")  # of the result and sales just told
# "Le taux de mortalité atteint 9 pour mille : 225 décès pour 25 000 habitants"
_GROWTH = re.compile(
    r"\b(?:croissance|progression|évolution|augmentation|variation|hausse|baisse|inflation|intérêt)"
)
_TELLS_HOW = re.compile(
    r"(?: :|,? \(|,)? ?(?:soit |avec |c'est-à-dire |(?:ce qui |et )?(?:correspond|équivaut) à )?"
    r"(?:environ |quelque |près de )?(?=\d)"
)
# "Sur 640 candidats, 412 ont été admis": the next sentence tells of the same, of all of them.
_OUT_OF = re.compile(
    r"Sur (?:(?:les|ces|quelque|environ) )?\d[\d\s.’']*(?: millions? d[e'])? ?[^\W\d_]+"
    r"(?: (?:présent|inscrit|recensé|comptabilisé|vivant)e?s)?, "
)
_PLACED = re.compile(r"\b(?:à|au|aux|en|dans|chez|par|pour|une?|des)\b")
_CUT_AHEAD = re.compile(r"[.;:()«»\d]")
_CUT = re.compile(r"[.;:,()«»]| (?:et|dont|mais|pour|sur|parmi) ")
BACK = 3  # sentences, the last of which tells a rate
AROUND = 70  # characters about a figure that tell what it counts
FACTORS = tuple(Decimal(10) ** power for power in (-3, -2, -1, 1, 2, 3))
TWICE = 2  # times a rate that its part may be in the whole, and be a mistaken one
NAMES = (
    "taux", "participation", "abstention", "létalité", "mortalité", "occupation", "couverture",
    "natalité", "prématurité", "nuptialité", "divortialité", "incidence", "prévalence",
    "marge", "profitabilité", "rendement", "rentabilité",
)  # fmt: skip


def find(context: Context) -> Iterator[Share]:
    if not context.tells(NAMES):
        return
    for index, sentence in enumerate(context.sentences):
        if not any(one.kind is QuantityKind.PERCENT for one in sentence.quantities):
            continue
        told = lower(sentence.extent.of(context.document.plain))
        if any(name in told for name in NAMES):
            yield from _of_sentence(context, index)


def _of_sentence(context: Context, index: int) -> Iterator[Share]:
    """The rates of a sentence, by its own figures, those of two before it, or of the next."""
    plain, sentences = context.document.plain, context.sentences
    known: set[int] = set()
    for first in range(index, max(-1, index - BACK), -1):
        near = sentences[first : index + 1]
        if first < index and not adjoin(plain, *near[:2]):
            return
        if sum(len(one.quantities) for one in near) > MANY:
            return
        for share in _rates(Passage(context, near), near[-1].extent):
            if share.stated.extent.start not in known:
                known.add(share.stated.extent.start)
                yield share
    ahead = sentences[index : index + 2]
    alone = not known and len(ahead[0].quantities) == 1 and len(ahead) == 2
    if alone and adjoin(plain, *ahead) and _OUT_OF.match(plain, ahead[1].extent.start):
        yield from _rates(Passage(context, ahead), ahead[0].extent)


def _rates(passage: Passage, own: Extent) -> Iterator[Share]:
    """The rates of the sentence at ``own`` by the figures of the passage."""
    for stated in passage.figures:
        if stated.kind is not QuantityKind.PERCENT:
            continue
        if not own.holds(stated.extent):
            continue
        words = _name_of(passage, stated)
        if not words:
            continue
        rates = PER_MILLE_RATES if stated.unit == PER_MILLE else RATES
        rate = next((one for one in rates if one.name.search(words)), None)
        found = [] if rate is None else list(_of(passage, rate, stated, words))
        yield from found or _of_the_only_two(passage, rate, stated, words)


def _name_of(passage: Passage, stated: Quantity) -> str:
    """The clause from the name of a rate of now to its figure; nothing where it is no such."""
    plain = passage.plain
    if sign_of(plain, stated) or id(stated) in passage.changes or is_surplus(plain, stated):
        return ""
    own = passage.sentence_of(stated).extent
    words = lower(plain[own.start : stated.reach.start])
    named = _NAMED.search(words)
    if named is None or _NOT_NOW.search(named["words"]):
        return ""
    closed = _CLOSED.match(plain, stated.extent.end)
    other = len(passage.sentences) > 1 and _OTHER_TIME.match(plain, stated.extent.end)
    return _CUT_AHEAD.split(words)[-1] if closed and not other else ""


def _of(passage: Passage, rate: RateName, stated: Quantity, words: str) -> Iterator[Share]:
    """The one part and the wholes of a rate among the figures told before it, or else behind."""
    counts = [
        one for one in passage.figures
        if (one.kind in NUMBERS or (rate.of_money and one.kind is QuantityKind.MONEY))
        and id(one) not in passage.changes
        and not is_surplus(passage.plain, one) and not is_lead(passage.plain, one)
    ]  # fmt: skip
    before = [one for one in counts if one.extent < stated.extent]
    tells_how = _TELLS_HOW.match(passage.plain, stated.extent.end) or len(passage.figures) == 3
    counts = counts if not before and tells_how else before
    if counts and not before and not _is_closed(passage, counts[-1]):
        return
    told = {id(one): _role(passage, rate, one) for one in counts}
    parts = [one for one in counts if told[id(one)] == "part"]
    wholes = [one for one in counts if told[id(one)] == "whole"]
    rests = [one for one in counts if told[id(one)] == "rest"]
    if not (parts and wholes):
        parts, wholes = _portion(passage, rate, counts) or (parts, wholes)
    if not parts and len(rests) == len(wholes) == 1:
        parts = [_left(wholes[0], rests[0])]
    if len(parts) != 1 or not wholes:
        return
    (part,) = parts
    wholes = [one for one in wholes if rate.over or (one.value or 0) > (part.value or 0)]
    if not wholes or is_of_more(words, wholes[0]):
        return
    tied = _TIED.search(lower(passage.plain[end_of(part) : stated.reach.start]))
    tied = tied is not None and passage.sentence_of(part) is passage.sentence_of(stated)
    tied = tied or _THIS_RATE.match(passage.plain, passage.sentence_of(stated).extent.start)
    if rate.of_money:
        part, wholes = in_measure_of(part, wholes[0]), [in_measure_of(one, part) for one in wholes]
        alike = all(same_thing(part, one) for one in wholes)
        told = passage.plain[passage.sentences[0].extent.start : passage.sentences[-1].extent.end]
        if not (alike and tied) or (rate.unlike and rate.unlike.search(told)):
            return
    shares = [
        Share(part, one, stated, [other for other in wholes if other is not one], Binding.INFERRED)
        for one in wholes
    ]
    others = (one for one in passage.figures if one.kind is stated.kind and one is not stated)
    if any(Share(part, one, other).holds for one in wholes for other in others):
        return
    held = [one for one in shares if one.holds]
    if held or _is_near(shares[-1]) or tied:
        yield held[0] if held else shares[-1]


def _of_the_only_two(
    passage: Passage, rate: RateName | None, stated: Quantity, words: str
) -> Iterator[Share]:
    """ "3 410 conteneurs, dont 1 364 d'Asie, soit un taux de dépendance de 40 %", whatever that is.

    Of the only two counts before it, where it is their share, or one misprint away.
    """
    counts = [one for one in passage.figures if one.extent < stated.extent]
    known = rate is not None and (rate.over or rate.of_money)
    if known or _GROWTH.search(words) or len(passage.sentences) > 1 or len(counts) != 2:
        return
    if any(one.kind not in NUMBERS or id(one) in passage.changes for one in counts):
        return
    if not _TIED.search(lower(passage.plain[end_of(counts[1]) : stated.reach.start])):
        return
    part, whole = sorted(counts, key=lambda one: one.value or 0)
    share = Share(part, whole, stated, (), Binding.INFERRED)
    exact, rest = share.exact(whole), Share(_left(whole, part), whole, stated)
    if exact is None or stated.value is None or rest.holds:
        return
    if share.holds or slip_between(stated.value, exact, stated.step) in {Slip.DIGIT, Slip.SWAP}:
        yield share


def _is_closed(passage: Passage, last: Quantity) -> bool:
    """Whether nothing qualifies the figures behind a rate: "412 ont été admis", not "à Pau"."""
    most = 4 if last.noun is not None else 3
    words = re.compile(rf"(?: [^\W\d_']+){{0,{most}}}\)? ?(?:[.;!?)]|$)")
    told = words.match(passage.plain, end_of(last))
    return told is not None and _PLACED.search(told.group()) is None


def _portion(
    passage: Passage, rate: RateName, counts: Sequence[Quantity]
) -> tuple[list[Quantity], list[Quantity]] | None:
    """The one part of a whole beside it, where the sentence tells what a rate is of."""
    found = [
        one for each in passage.sentences for one in portions(passage.plain, each, counts)
    ]  # fmt: skip
    if len(found) != 1:
        return None
    ((part, whole),) = [(one.part, one.whole) for one in found]
    told = lower(passage.sentence_of(part).extent.of(passage.plain))
    return ([part], [whole]) if rate.part.search(told) and len(counts) == 2 else None


def _left(whole: Quantity, rest: Quantity) -> Quantity:
    """What ``rest`` leaves of its whole, told where it is."""
    value = (whole.value or Decimal(0)) - (rest.value or Decimal(0))
    return replace(
        rest, value=value, strict=whole.strict - rest.strict, loose=whole.loose - rest.loose
    )


def _role(passage: Passage, rate: RateName, one: Quantity) -> str:
    """What a figure is to a rate: "part", "whole", "rest" or nothing.

    The word next behind it tells, then what stands ahead of it in its clause.
    """
    for words in _around(passage, one):
        found = [
            (match.start(), role)
            for role, told in (("whole", rate.whole), ("part", rate.part), ("rest", rate.rest))
            if told is not None and (match := told.search(words))
        ]
        if found:
            return min(found)[1]
    return ""


def _around(passage: Passage, one: Quantity) -> Sequence[str]:
    plain, figures = passage.plain, passage.figures
    after = next((each for each in figures if each.extent > one.extent), None)
    ahead = next((each for each in reversed(figures) if each.extent < one.extent), None)
    behind = words_after(plain, one.extent.end, AROUND)
    if after is not None:
        behind = behind[: max(0, after.reach.start - one.extent.end)]
    before = words_before(plain, one.reach.start, AROUND)
    if ahead is not None:
        before = before[-max(1, one.reach.start - end_of(ahead)) :]
    return _CUT.split(behind)[0], _CUT.split(before)[-1]


def _is_near(share: Share) -> bool:
    """Whether the rate that is told is near the one computed, or a power of ten off."""
    exact, stated = share.exact(share.whole), share.stated.value
    if exact is None or not stated or exact <= 0:
        return False
    if stated / TWICE <= exact <= stated * TWICE:
        return True
    return any(abs(exact * by - stated) <= share.stated.step for by in FACTORS)
