"""A part of a whole and its share, told in one sentence in any order.

"L'État détient 250 millions d'actions sur un milliard, soit 20 % du capital": where a sentence
has one part of one whole and one share beside them, the share is theirs. What the phrases of
relations.toml do not tie is inferred.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower, singular_of, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.shares import Share
from fact_cli.relate.asides import asides, outside, without_asides
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus, same_thing, told_noun, usable
from fact_cli.relate.shares.forms import (
    A_SHARE,
    APPOSED,
    BRACKET,
    CLOSED,
    COLON,
    ELSEWHERE,
    OF_STAFF,
    THEY_ARE,
    TOLD_BEHIND,
)  # fmt: skip
from fact_cli.relate.shares.of_votes import is_of_votes
from fact_cli.relate.shares.own_share import (
    are_set_against,
    go_to_two,
    is_of_a_place,
    is_of_another,
    is_of_more,
    is_pace,
    is_sample,
)  # fmt: skip
from fact_cli.relate.shares.whole_named import is_of_all, names_whole
from fact_cli.relate.sums.rest.out_of import Portion, is_among, is_less, is_whole, portions
from fact_cli.scan.times.ages import is_person

_TOLD_AHEAD = re.compile(
    r"(?!.*\b(?:où|qui|ont|avaient|a|avait|est|sont|et)\b)[^;:.()\d]{0,70}(?:,"
    r"|\()(?: [^,;:.()\d]{0,40})? ?"
)
_IN_THAT_CASE = re.compile(
    r"[^;.()\d]{0,90} : (?:c'est le cas (?:de|pour)|soit|ils sont|elles sont) "
)
_THAT_IS = re.compile(
    r"[^.;:()\d]{0,70}(?:,| \() ?(?:soit|à savoir|c'est-à-dire|autrement dit) (?:environ )?"
)
# "La couverture atteint 27 % en ville, dit le médecin : 9 756 enfants sur 36 000"
_RATE = re.compile(
    r"\b(?:taux|couverture|proportion|part|participation|pourcentage)\b[^.;:\d]{0,60}$"
)
_EXPLAINED = re.compile(r"[^.;()\d]{0,90} : (?:[^.;:()\d]{0,25} )?")
_OF_NOUN = re.compile(r" (?:de |d')(?P<noun>[^\W\d_]{3,})\b")
_OF_THEM = re.compile(rf" (?:d'entre|de l'ensemble|du total)\b{ELSEWHERE}")
_REQUIRED = re.compile(r"\bmajorité (?:[^\W\d_]+ )?des? $")  # "des deux tiers": as much is needed
_OPENING = re.compile(r"[«\" ]*(?:Les |Près des? |Plus d[e'] ?|Un peu plus d[e'] ?)?")
_COMMENT = re.compile(
    r", (?:c'est|voilà|ce qui|un (?:chiffre|taux|record|niveau))\b| d'[^\W\d_]+ée?s\b"
)
_SO = re.compile(r"\b(?:ainsi|donc|soit|autrement dit)\b")
_IS_SAME = re.compile(r"\b(?:signifie|veut dire|équivaut|correspond|représente|[Cc]'est)\b")
_ABSTENTION = re.compile(r"\b[Aa]bstention")
_CHANGE = re.compile(
    r"\b(?:hausse|baisse|recul|progression|augmentation|croissance|[^\W\d_]+ée?s?) de $|[+-] ?$"
)
# "s'est accru de 3823, à 153 260": by how many, not how many of them.
_STEP = re.compile(r"\b(?:accr|augment|progress|recul|diminu|baiss|grimp|bond|régress)\w+ de $")

# "Le taux était de 71 % en 2022": another year's.
_WAS = re.compile(r"\b[^\W\d_]+(?:ait|aient) (?:de |à |les |près de )?$")
_THEN = re.compile(
    r"[^.;:()\d]{0,25} (?:en (?:19|20)\d\d|l'an|l'année|un an|la saison|il y a|voici)\b"
)
_RATE_OF_HEADS = re.compile(
    r"\btaux (?:d'occupation|de remplissage|de fréquentation|de chômage|d'emploi|de participation"
    r"|de réussite|d'abstention|de ponctualité|de natalité|de mortalité)\b[^.;:\d]{0,40}$"
)

TWICE, ANYHOW = 2, 5  # times a share that its part may be in the whole, and be told of them


def find(context: Context) -> Iterator[Share]:
    plain = context.document.plain
    for sentence in context.sentences:
        figures = usable(sentence.quantities)
        shares = [one for one in figures if is_share(plain, one)]
        shares = [one for one in shares if not _is_against(plain, one)] or shares
        if len(shares) == 1:
            told = _told_beside(plain, sentence, figures, shares[0])
            of_part = _of_part(plain, sentence, figures, shares[0])
            yield from (one for one in (*told, *of_part) if not is_sample(plain, one))
            yield from _of_staff(plain, figures, shares[0])
    yield from _again(context)


def _again(context: Context) -> Iterator[Share]:
    """ "536 térawattheures, dont 361 d'origine nucléaire. L'atome a ainsi fourni 67 % du …"."""
    plain = context.document.plain
    for before, sentence in pairwise(context.sentences):
        figures = usable(sentence.quantities)
        known = [o for o in usable(before.quantities) if o.kind is not QuantityKind.PERCENT]
        shares = [one for one in figures if is_share(plain, one)]
        if not shares or before.sentence.block != sentence.sentence.block:
            continue
        told = A_SHARE.fullmatch(plain, sentence.extent.start, shares[0].reach.start)
        told = told or _is_comment(plain, sentence, shares[0])
        they = THEY_ARE.fullmatch(plain, sentence.extent.start, shares[0].reach.start)
        told = told or _is_this(plain, sentence, shares[0]) or they
        among = [two for two in pairwise(known) if is_among(plain, *two)]
        among = among or [(one.whole, one.part) for one in portions(plain, before, known)]
        if told and not among and len(known) == 2 and not go_to_two(plain, *known):
            among = [two for two in pairwise(known) if is_whole(*two)]
            among += [(two[1], two[0]) for two in pairwise(known) if is_whole(two[1], two[0])]
        if any(_STEP.search(words_before(plain, part.reach.start, 40)) for _, part in among):
            continue
        among = [two for two in among if not are_set_against(plain, *two)]
        told = told or (len(among) == 1 and _is_of(plain, shares[0], among[0][1]))
        so = _SO.search(lower(sentence.extent.of(plain))) and len(figures) == 1
        if len(among) == 1 and (told or (so and len(shares) == 1)):
            ((whole, part),) = among
            part = replace(part, unit=whole.unit, kind=whole.kind)
            of_another = they and not names_whole(plain, shares[0], whole)
            if of_another or not _is_of_money(plain, shares[0], part):
                continue
            ahead = plain[sentence.extent.start : shares[0].reach.start]
            if is_of_more(lower(ahead), whole) or is_of_a_place(plain, shares[0], before.extent):
                continue
            of_rest = not _IS_SAME.search(ahead)
            if _ABSTENTION.search(ahead):
                part, of_rest = _rest(whole, part), False
            of_rest = of_rest and Share(_rest(whole, part), whole, shares[0]).holds
            if is_near(whole, part, shares[0]) and not of_rest:
                yield Share(part, whole, shares[0], (), Binding.INFERRED)


def _is_this(plain: str, sentence: ScannedSentence, share: Quantity) -> bool:
    """Whether a sentence opens with a share taken up: "Ce quart du parc sera démoli"."""
    opens = sentence.extent.start == share.reach.start
    return opens and lower(share.extent.of(plain)).startswith(("ce ", "cette "))


def _is_of(plain: str, share: Quantity, part: Quantity) -> bool:
    """Whether a share is told of what the part counts: "60 % de femmes"."""
    of = _OF_NOUN.match(plain, share.extent.end)
    noun = None if of is None else singular_of(lower(of["noun"]), lexicon().grammar.invariable)
    return noun is not None and noun == told_noun(part)


def _is_comment(plain: str, sentence: ScannedSentence, share: Quantity) -> bool:
    """Whether a sentence opens with a share and comments on it: "Un sur cinq, c'est plus que"."""
    opens = _OPENING.fullmatch(plain, sentence.extent.start, share.reach.start) is not None
    return opens and _COMMENT.match(plain, share.extent.end) is not None


def _rest(whole: Quantity, part: Quantity) -> Quantity:
    """What ``part`` leaves of ``whole``, told where the part is."""
    value = (whole.value or Decimal(0)) - (part.value or Decimal(0))
    return replace(
        part, value=value, strict=whole.strict - part.strict, loose=whole.loose - part.loose
    )


def is_near(whole: Quantity, part: Quantity, share: Quantity, apart: int = TWICE) -> bool:
    """Whether the share is near enough, within ``apart`` times, to be that of the two."""
    told = Share(part, whole, share)
    exact, claimed = told.exact(whole), told.claimed(loose=False)
    if exact is None or None in (claimed.low, claimed.high):
        return False
    middle = sum(claimed.ends, Decimal(0)) / 2
    is_inverse = exact > 0 and abs(100 / exact - middle) <= share.step / 2
    return middle / apart <= exact <= middle * apart or is_inverse


def _told_beside(
    plain: str, sentence: ScannedSentence, figures: Sequence[Quantity], share: Quantity
) -> Iterator[Share]:
    spans = [one for one in asides(plain, sentence.extent) if not one.holds(share.extent)]
    others = [one for one in figures if one is not share]
    found = list(portions(plain, sentence, outside(spans, others)))
    found = found or list(portions(plain, sentence, others))  # "(218 sur 530)"
    if len(found) != 1:
        return
    (portion,) = found
    one = portion.part.value == 1 and portion.part.hedge is not None
    if one or is_pace(plain, portion.part, portion.whole):
        return  # "62 ont décroché au moins une médaille"
    at = portion.extent
    behind = without_asides(lower(plain[at.end : max(at.end, share.reach.start)]))
    ahead = lower(plain[end_of(share) : max(end_of(share), at.start)])
    again = share.kind is QuantityKind.RATIO and APPOSED.fullmatch(behind)
    again = again and (
        _OF_THEM.match(plain, share.extent.end) or OF_STAFF.match(plain, share.extent.end)
    )
    if share.extent.start > at.end:
        told = again or BRACKET.fullmatch(behind) or TOLD_BEHIND.fullmatch(behind)
        told = told or _is_closing(plain, behind, portion, share)
        told = told and not is_of_another(plain, at.end, share)
    elif share.extent.end < at.start:
        told = _TOLD_AHEAD.fullmatch(ahead) or _IN_THAT_CASE.fullmatch(ahead)
        rate = _RATE.search(lower(plain[sentence.extent.start : share.reach.start]))
        near = is_near(portion.whole, portion.part, share)
        told = told or (rate and near and _EXPLAINED.fullmatch(ahead))
    else:
        told = portion.whole.extent < share.extent and _THAT_IS.fullmatch(
            lower(plain[end_of(share) : max(end_of(share), portion.part.reach.start)])
        )
    if told:
        others = [one for one in figures if one not in (portion.part, portion.whole, share)]
        larger = [
            one for one in others if same_thing(one, portion.whole) and is_less(one, portion.part)
        ]
        if not is_of_votes(plain, share, portion.part, portion.whole):
            of_all = share.extent > at and _OF_THEM.match(plain, share.extent.end) and not larger
            binding = Binding.STATED if of_all else Binding.INFERRED
            yield Share(portion.part, portion.whole, share, larger, binding)


def _is_closing(plain: str, behind: str, portion: Portion, share: Quantity) -> bool:
    """Whether a sentence closes with a share behind a colon."""
    closes = COLON.fullmatch(behind) and CLOSED.match(plain, share.extent.end)
    return closes is not None and is_near(portion.whole, portion.part, share)


def _of_part(
    plain: str, sentence: ScannedSentence, figures: Sequence[Quantity], share: Quantity
) -> Iterator[Share]:
    """ "412 000 emplois, dont 166 000 dans l'hôtellerie, soit 40 % du total"."""
    before = [one for one in figures if one.extent < share.extent]
    if len(before) < 2 or share not in figures:
        return
    whole, part = before[-2:]
    link = lower(plain[end_of(part) : share.reach.start])
    rivals = [one for one in before[:-2] if same_thing(one, whole)]
    forms = (TOLD_BEHIND, BRACKET, COLON, APPOSED)
    among = not rivals and is_among(plain, whole, part)
    told = among and any(form.fullmatch(link) for form in forms)
    if not told or is_of_votes(plain, share, part, whole):
        return
    if _OF_THEM.match(plain, share.extent.end):
        yield Share(part, whole, share)
        return
    of_all = OF_STAFF.match(plain, share.extent.end) and is_staff(whole)
    of_all = of_all or CLOSED.match(plain, share.extent.end)
    apart = ANYHOW if "soit" in link.split() else TWICE
    if (of_all or is_of_all(plain, share, whole, sentence)) and is_near(whole, part, share, apart):
        yield Share(part, whole, share, (), Binding.INFERRED)


def _of_staff(plain: str, figures: Sequence[Quantity], share: Quantity) -> Iterator[Share]:
    """ "employait 1 500 personnes, supprimera 300 postes, soit 20 % de ses effectifs"."""
    before = [one for one in figures if one.extent < share.extent and one.kind in NUMBERS]
    if not before or not OF_STAFF.match(plain, share.extent.end):
        return
    part = before[-1]
    link = plain[end_of(part) : share.reach.start]
    if not re.fullmatch(r"(?: [^,;:.()\d]{0,40})?,? \(?soit (?:environ |près de )?", link):
        return
    wholes = [one for one in before[:-1] if is_less(one, part) and is_staff(one)]
    if len(wholes) == 1:
        yield Share(part, wholes[0], share, (), Binding.INFERRED)


def is_staff(quantity: Quantity) -> bool:
    noun = quantity.of
    return noun is not None and (
        is_person(noun, lexicon().grammar) or noun in {"personne", "emploi", "poste", "agent"}
    )


def is_share(plain: str, one: Quantity) -> bool:
    told = plain[max(0, one.reach.start - 25) : one.reach.start]
    if one.kind is QuantityKind.RATIO:
        return one.value is not None and one.value < 1 and not _REQUIRED.search(told)
    earlier = _WAS.search(told) is not None and _THEN.match(plain, one.extent.end) is not None
    signed = plain[one.extent.start] in "+-−"
    percent = one.kind is QuantityKind.PERCENT and not (earlier or signed)
    return percent and not is_surplus(plain, one) and not _CHANGE.search(told)


def _is_against(plain: str, one: Quantity) -> bool:
    """ "44 %, contre 52 % en 2010": the share of another time."""
    return words_before(plain, one.reach.start, 10).endswith((" contre ", " après ", "(contre "))


def _is_of_money(plain: str, share: Quantity, part: Quantity) -> bool:
    """Whether a share can be one of an amount: not so an occupancy or an unemployment rate."""
    ahead = plain[max(0, share.reach.start - 60) : share.reach.start]
    return part.kind is not QuantityKind.MONEY or _RATE_OF_HEADS.search(ahead) is None
