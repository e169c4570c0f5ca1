"""How far two values lie apart, told as a lead, a gap or a surplus: "avec 14 voix d'avance"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from fact_cli.lang.words import lower
from fact_cli.model.bounds import Bounds, quotient
from fact_cli.model.figures import Difference
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.slips import thousandfold
from fact_cli.relate.changes.difference import are_both_of_now, is_than_then, is_told_for, one_unit
from fact_cli.relate.changes.explained import is_explained
from fact_cli.relate.changes.gap_of_others import is_of_others, is_of_then
from fact_cli.relate.changes.pairs import pairs, rivals
from fact_cli.relate.context import Context, tells
from fact_cli.relate.neighbours import (
    NUMBERS,
    compares_twice,
    end_of,
    is_lead,
    is_surplus,
    told_noun,
    turns_to_now,
)
from fact_cli.relate.passage import Passage, passages

_GAP_OF = re.compile(
    r"\b(?:avance|écart|différence|retard|trou|déficit|excédent|solde|reliquat)"
    r"(?: (?:naturel|migratoire|commercial|budgétaire|net))?(?: entre [^.;:,()\d]{2,60}?)?"
    r"(?:, [^.;:()\d]{0,20}\d[^.;:()]{2,30},| \([^.;:()\d]{0,20}\d[^.;:()]{2,30}\))?"
    r"(?: de| (?:n')?(?:est|était|sera)(?: que)? de| (?:se limite|se réduit|s'élève|se chiffre) à"
    r"| atteint| n'excède pas| ne dépasse pas) (?:près de |seulement )?$"
)
_BALANCE = re.compile(
    r"\b(?:déficit|excédent|bénéfice|perte|solde|trou|reliquat)\b[^.;:,()\d]{0,30} (?:de|à) $"
)
AHEAD_BY = re.compile(
    r"\b(?:l'emport|l'a(?:vait)? emport|s'impos|devanc|distanc|dépass|surpass|précèd|précéd(?=é|ai)"
    r"|pulvéris|battu|relég)\w*[^.,;:()\d]{0,40}?(?: \([^()]{1,30}\))? de $"
)
# "s'est améliorée de 1,5 point": in money a result may pass from loss to gain.
_MOVED_BY = re.compile(r"\b(?:amélior|dégrad|détérior)(?:e|ent|ée?s?|er|ait|aient) (?:de |d')$")
# What stands in the words that tell a gap, be it beside, ahead of or behind its figure.
_CUES = (
    " de plus", " de moins", " de mieux", " en sus", " en plus", " en moins", "supplémentaire",
    "au-dess", "en dess", "en deçà", " sous l", "avance", "écart", "retard", "différence",
    "d'économie", "d'augmentation", "de réduction", "de surcoût", "de rabais", "de remise",
    "envol", "volatilis", "rogn", "grignot", "économis", "trou", "déficit", "excédent", "solde",
    "reliquat", "emport", "impos", "devanc", "distanc", "dépass", "surpass", "préc", "pulvéris",
    "battu", "relég", "amélior", "dégrad", "détérior", "sépar", "(+",
)  # fmt: skip
# "24 voix les séparent"; from a majority or a threshold no value beside it need tell.
_SEPARATE = re.compile(r" (?:[^\W\d_]+ )?(?:les |nous )?sépar(?:ent|aient|eront)\b(?! d[eu'])")
_SIGN_CLOSED = re.compile(r"(?: [^\W\d_]+)?\)")
# "Compte tenu de 871 décès et d'un excédent de 305 arrivées": one of several causes.
_AMONG_CAUSES = re.compile(
    r"\b(?:compte tenu|à la suite|en raison|grâce à|fruit|résultat) (?:de |des |d')[^.;:]*\d"
    r"[^.;:]*\b(?:et|ainsi que) (?:de |d')?une? [^.;:\d]*$"
)
_SINCE = re.compile(r"[^.;:,()\d]{0,30}? (?:qu'en|qu'il|qu'avant|que l[ea]s? |que prévu)")
# "Le déficit se réduit à 5,2 milliards, contre 5,8 en mai": it has an earlier value itself.
_SET_AGAINST = re.compile(r"[^.;:()\d]{0,30}(?:,| \() ?(?:contre|après) [^\W\d_]{0,8} ?\d")
_EN = re.compile(r"\b(?:n'|l'|m')?en (?:a|ont|avait|compte|comptent|totalise|affiche)(?: que)? $")
_OVER = re.compile(
    r" (?:d'avance|de retard|d'écart) sur [^.;:()\d]{2,40}(?:, | \()"
    r"(?:[^.;:()\d]{0,30}\b(?:avec|à|fort de|qui (?:en )?(?:a|compte)) )?"
)
_LENGTHS = {"longueur", "unité"}  # what points are called in a ranking
# "1 900 de plus que lors de l'édition 2022, qui avait réuni 12 800 coureurs".
_THAN = re.compile(
    r"[^.;:()\d]{0,30}? qu(?:e |')[^.;:()]{0,90}?(?:,|\() ?(?:qui|où|quand|avec)?[^.;:()\d]{0,40}$"
    r"|[^.;:()\d]{0,15}? que (?:les|ses|leurs) (?:quelque )?$"
)
# "14 buts d'écart à l'aller (33-19)": between the two of the score behind it.
_OWN_SCORE = re.compile(r"[^.;:()\d]{0,40}\(\d{1,3} ?[-–] ?\d{1,3}\)")
_TENTHS = re.compile(r"\b(?:dixième|centième|millième)s?\b")
BEYOND = 60  # characters behind a sentence that an expression may look at
VOTES = {"voix", "suffrage"}
NEAR = (Decimal("0.4"), Decimal("2.5"))  # of what is stated, between values of two sentences
FAR = (Decimal("0.02"), Decimal(50))  # of what is stated, between values of one sentence


def find(context: Context) -> Iterator[Difference]:
    cues = context.those_told(_CUES)
    if not cues:
        return
    for index, sentence in enumerate(context.sentences):
        if not tells(context.told[sentence.extent.start : sentence.extent.end + BEYOND], cues):
            continue
        for passage in passages(context, index):
            own = [one for one in passage.figures if sentence.extent.holds(one.extent)]
            found = [
                _counted(passage, difference)
                for figure in own
                for difference in _of(passage, figure)
            ]
            yield from (one for one in found if not is_explained(passage, one))
            if found:
                break


def _counted(passage: Passage, found: Difference) -> Difference:
    """The points of a ranking, which are counted and not rounded."""
    figures = (found.before, found.after, found.stated)
    whole = all(one.value is not None and one.value % 1 == 0 for one in figures)
    percent = any(one.kind is QuantityKind.PERCENT for one in figures)
    ranked = whole and _is_of_ranking(found.stated) and is_lead(passage.plain, found.stated)
    if not ranked or percent or any(one.hedge is not None for one in figures):
        return found
    before, after, stated = (_exactly(one) for one in figures)
    return replace(found, before=before, after=after, stated=stated)


def _exactly(figure: Quantity) -> Quantity:
    exact = Bounds.exactly(figure.value or Decimal(0))
    return replace(figure, strict=exact, loose=exact)


def _of(passage: Passage, figure: Quantity) -> Iterator[Difference]:
    alone = len(passage.sentences) == 1
    if alone and is_surplus(passage.plain, figure):
        yield from _more_than(passage, figure)
    if alone:
        yield from _signed(passage, figure)
    if not _is_gap(passage, figure):
        return
    if alone:
        yield from _gap(passage, figure)
        return
    first = passage.sentences[0].extent
    beside = _values_beside(passage, figure)
    ranked = _is_of_ranking(figure) and all(_is_told_over(passage, figure, one) for one in beside)
    values = beside if ranked else [one for one in beside if one.extent < figure.extent]
    if len(values) == 2:
        found = _apart(values[0], values[1], figure)
        near = quotient(found.exact, figure.value)
        earlier = any(first.holds(one.extent) for one in values)
        if is_of_others(passage, values, figure):
            return
        if earlier and near is not None and NEAR[0] <= near <= NEAR[1]:
            yield found


def _more_than(passage: Passage, figure: Quantity) -> Iterator[Difference]:
    """A surplus over the next figure, which a clause of its own tells."""
    ahead = [one for one in passage.levels if one.extent < figure.extent]
    behind = [one for one in passage.levels if one.extent > figure.extent]
    if not ahead or not behind or is_told_for(passage.plain, figure):
        return
    if is_than_then(passage.plain, figure):
        return
    after, before = ahead[-1], behind[0]
    link = passage.told_between(end_of(figure), before.reach.start)
    told = passage.told_between(end_of(after), figure.reach.start)
    near = re.fullmatch(r"[^.;:\d]{0,60}(?:,|soit|\() ?", told)
    stretch = passage.plain, end_of(figure), before.reach.start
    if compares_twice(*stretch) or turns_to_now(*stretch):
        return
    if near and _THAN.fullmatch(link) and one_unit(after, figure) and one_unit(before, figure):
        found = _apart(after, before, figure)
        ratio = quotient(found.exact, figure.value)
        if ratio is not None and NEAR[0] <= ratio <= NEAR[1]:
            yield found


def _separates(plain: str, figure: Quantity) -> bool:
    counted = figure.kind is not QuantityKind.DIMENSION
    return counted and _SEPARATE.match(plain, figure.extent.end) is not None


def _signed(passage: Passage, figure: Quantity) -> Iterator[Difference]:
    """ "412, contre 388 l'an dernier (+24)": the step from the only earlier value."""
    plain, start = passage.plain, figure.extent.start
    closed = _SIGN_CLOSED.match(plain, figure.extent.end)
    if figure.kind not in NUMBERS or not closed or plain[start - 1 : start + 1] != "(+":
        return
    found = [pair for pair in pairs(passage) if not rivals(passage, *pair.both)]
    if len(found) != 1 or not one_unit(found[0].before, figure):
        return
    before, after = found[0].both
    if max(before.extent, after.extent) < figure.extent:
        step = Difference(before, after, figure, 1, Binding.INFERRED)
        near = quotient(step.exact, figure.value)
        if near is not None and NEAR[0] <= near <= NEAR[1]:
            yield step


def _is_gap(passage: Passage, figure: Quantity) -> bool:
    """ "14 voix d'écart", "l'emporte de 14 voix"."""
    plain = passage.plain
    if is_told_for(plain, figure):
        return False
    own = passage.sentence_of(figure)
    ahead = lower(plain[own.extent.start : figure.reach.start])
    told = any(one.match(plain, end_of(figure)) for one in (_SET_AGAINST, _OWN_SCORE))
    if told or is_of_then(plain, ahead, figure) or _AMONG_CAUSES.search(ahead):
        return False
    told = ahead.endswith("soit ") and is_surplus(plain, figure)
    since = _SINCE.match(plain, end_of(figure))
    apart = is_lead(plain, figure) or _GAP_OF.search(ahead) or _separates(plain, figure)
    moved = figure.kind is QuantityKind.POINTS and _MOVED_BY.search(ahead)
    return bool((told and not since) or apart or moved or AHEAD_BY.search(ahead))


def _gap(passage: Passage, figure: Quantity) -> Iterator[Difference]:
    """The only two other values that a difference can lie between."""
    values = _values_beside(passage, figure)
    ahead = [one for one in values if one.extent < figure.extent]
    found = [_apart(one, other, figure) for one, other in combinations(values, 2)]
    holding = [one for one in found if one.exact == figure.value]
    if holding:
        yield holding[0]
    elif len(ahead) == 2 and not are_both_of_now(passage.plain, ahead, figure):
        yield from _within_reach(_apart(ahead[0], ahead[1], figure))
    elif len(ahead) != 2 and len(found) == 1:
        yield from _within_reach(found[0])


def _within_reach(found: Difference) -> Iterator[Difference]:
    """None where the values lie a thousand times as far apart: "142 291 cas et 27 625 morts,
    soit 96 décès de plus" tells of the day before. A unit lost or gained is a misprint."""
    assert found.stated.value is not None
    near = quotient(found.exact, found.stated.value)
    lost = found.exact is not None and thousandfold(
        found.stated.value, found.exact, found.stated.step
    )
    if lost or (near is not None and FAR[0] <= near <= FAR[1]):
        yield found


def _apart(one: Quantity, other: Quantity, stated: Quantity) -> Difference:
    """How far two values are apart, the smaller first."""
    low, high = sorted((one, other), key=lambda value: value.value or 0)
    return Difference(low, high, stated, 0, Binding.INFERRED)


def _is_of_ranking(figure: Quantity) -> bool:
    """Whether a gap is told in what a ranking counts: points, lengths, units."""
    return figure.kind is QuantityKind.POINTS or figure.of in _LENGTHS


def _is_told_over(passage: Passage, figure: Quantity, one: Quantity) -> bool:
    """Whether a value stands before a gap, or is that of "sur Lens, deuxième avec 56 points"."""
    if one.extent < figure.extent:
        return True
    over = _OVER.fullmatch(passage.plain, end_of(figure), one.reach.start)
    return over is not None


def _is_taken_up(passage: Passage, one: Quantity) -> bool:
    """ "N'en a que 49": a bare number with the pronoun that stands for what is counted."""
    start = passage.sentence_of(one).extent.start
    ahead = lower(passage.plain[start : one.reach.start])
    return one.noun is None and _EN.search(ahead) is not None


def _values_beside(passage: Passage, figure: Quantity) -> Sequence[Quantity]:
    lengths = figure.of in _LENGTHS
    surplus = is_surplus(passage.plain, figure)
    balance = _is_balance(passage, figure)
    beside = [
        one
        for one in passage.figures
        if one is not figure
        and (one.extent < figure.extent or not surplus)
        and (
            one_unit(one, figure)
            or (lengths and one.kind is QuantityKind.POINTS)
            or (_is_of_ranking(figure) and (one.of in _LENGTHS or _is_taken_up(passage, one)))
        )
        and not (is_surplus(passage.plain, one) or _is_no_side(passage, one))
        and not _TENTHS.search(lower(one.extent.of(passage.plain)))
        and not (balance and _is_balance(passage, one))
    ]
    alike = [one for one in beside if told_noun(one) in {None, figure.of}]
    if figure.of in VOTES:  # "577 élus, 534 ont voté": votes lie between votes
        return [one for one in beside if told_noun(one) in {None, *VOTES}]
    return alike if len(alike) > 1 else beside


def _is_no_side(passage: Passage, one: Quantity) -> bool:
    """Whether a figure holds the next or is added to it: "8 classes de 25", "s'ajoutent 120"."""
    behind = (each for each in passage.figures if each.extent > one.extent)
    held = next(behind, None)
    if held is None or one.noun is None or held.noun is None or one.of == held.of:
        return False
    link = passage.plain[one.noun.end : held.reach.start]
    return link == " de " or "ajout" in link


def _is_balance(passage: Passage, figure: Quantity) -> bool:
    """Whether a figure is itself what is left or lacks: "un excédent de 68 millions"."""
    start = passage.sentence_of(figure).extent.start
    return _BALANCE.search(lower(passage.plain[start : figure.reach.start])) is not None
