"""What a passage tells of a change, bound to the only two values in it.

"L'action, qui cotait 84 euros à l'ouverture, a terminé à 77,28 euros, perdant 12 %": no phrase
ties the three, but there is one thing before and after, and one change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from fact_cli.lang.words import lower
from fact_cli.model.changes import Change
from fact_cli.model.figures import Difference, Direction
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.multiples import Ratio
from fact_cli.model.text import Extent
from fact_cli.relate.changes.across import pair_across
from fact_cli.relate.changes.behind import are_behind, gives_way, is_behind
from fact_cli.relate.changes.between_rates import is_of_a_rate
from fact_cli.relate.changes.difference import is_told_for, one_unit
from fact_cli.relate.changes.explained import is_explained
from fact_cli.relate.changes.implied_way import (
    ANOTHER,
    CAUSED,
    LONGEST_GAP,
    way_across,
    way_inside,
    way_of_topic,
)
from fact_cli.relate.changes.multiple_told import is_larger, is_multiple
from fact_cli.relate.changes.other_subject import (
    brought_to,
    counts_another,
    is_of_another,
    is_of_the_day,
)
from fact_cli.relate.changes.pairs import Pair, pair_inside, pairs, rivals, unordered
from fact_cli.relate.changes.plausible import is_absurd, is_meant, is_plausible, is_slip
from fact_cli.relate.changes.ratio import multiplies
from fact_cli.relate.changes.stepped import stepped
from fact_cli.relate.changes.told_so import is_told_so
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NEXT_ITEM, compares_twice, end_of, is_surplus
from fact_cli.relate.passage import Passage, passages

_AFTER = re.compile(r"\b(?:après|avec|suite à) (?:un|une) $", re.IGNORECASE)
_LOST = re.compile(r"\bperd(?:u|ait|re|rait|ant)?\b[^.;:()\d]{0,30}$")
_RESULTS = re.compile(r"\b(?:bénéfices?|profits?|excédents?|résultat net|dans le vert)\b")
_TIMES_MORE = re.compile(r".*\bfois (?:plus|moins)")
# "3,5 fois le salaire des ouvriers, qui en touchent 1 800": the base is told of what is named.
_TIMES_THAT = re.compile(
    r" (?:l[ea]s? |l'|cel(?:ui|le) |ceux |celles )[^.;:,()\d]{0,60}(?:, (?:qui|où|lequel|laquelle)"
    r" [^.;:,()\d]{1,30}| ?\(|, (?:fixée? à|de|à|avec ses)? ?)"
)
_THIS_CHANGE = re.compile(
    r"«? ?(?:(?:Cette?|Ce|Une?|La|Le|Soit une?) |L')[^\W\d_]+(?: d'activité)?,? "
    r"(?:[^.,;:\d]{0,40} )?(?:de|d'|à) "
    r"|«? ?(?:Ce sont|C'est|Soit|Cela (?:fait|représente)|Il s'agit de)(?: donc| ainsi)? (?=\d)"
)

# "Est tombée de 2 980 à 1 240": the verb of the two values tells no change beside them.
_LEADS_ON = re.compile(r"(?: [^\W\d_]+){0,2}(?: de| d'| à)? ?")
_TENTHS = re.compile(r"\b(?:dixième|centième)s?$")
# "90 000 de mieux que prévu": than a plan, not than a value.
_THAN_MEANT = re.compile(
    r" (?:[^\W\d_]+ )?de (?:plus|moins|mieux) qu(?:e |')(?:prévu|attendu|espéré|annoncé|budgété"
    r"|escompté|anticipé|promis|estimé|envisagé)"
)
_A_MONTH = re.compile(r"[^.;:!?\d]{0,20} (?:par|chaque) mois\b")

Implied = Change | Direction | Ratio | Difference


def find(context: Context) -> Iterator[Implied]:
    for index, sentence in enumerate(context.sentences):
        for passage in passages(context, index):
            if len(passage.figures) < 2:
                continue
            if len(passage.sentences) == 1:
                found = list(_in_sentence(passage))
            else:
                found = list(_across(passage, index_of_result=sentence.extent.start))
                found = found or list(stepped(passage))
            yield from (one for one in found if not is_explained(passage, one))
            if found:
                break


def _in_sentence(passage: Passage) -> Iterator[Implied]:
    several = len(passage.changes) > 1  # of which one may be another pair's
    for pair in pairs(passage):
        others = rivals(passage, pair.before, pair.after)
        if others and not (pair.bound and are_behind(passage, pair, others)):
            continue
        for figure in passage.figures:
            if figure in (pair.before, pair.after) or is_behind(passage, figure, others):
                continue
            if is_of_the_day(passage, pair, figure):
                continue
            near = _belongs(passage, figure, pair)
            for found in _told_of(passage, pair, figure):
                if isinstance(found, Change) and is_told_so(passage, pair, figure):
                    yield replace(found, tied=True)
                    continue
                plausible = is_plausible(found)
                sole = not others and _is_sole(passage, figure, pair)
                if (plausible and (near or sole)) or (
                    near and not several and not is_absurd(found)
                ):
                    yield found
        yield from (one for one in way_inside(passage, pair) if not gives_way(others, one))
        if passage.topic and len(pairs(passage)) == 1:
            yield from way_of_topic(passage, pair)
    yield from _compared(passage)
    yield from stepped(passage)


def _compared(passage: Passage) -> Iterator[Ratio]:
    """ "Deux fois plus gros que son dauphin": two values of which neither is before."""
    pair = unordered(passage)
    if pair is None:
        return
    for figure in passage.figures:
        last = max(pair.both, key=lambda one: one.extent)
        that = _TIMES_THAT.fullmatch(passage.plain, figure.extent.end, last.reach.start)
        if that and passage.plain[figure.extent.start : figure.extent.end].endswith(" fois"):
            found = Ratio(pair.before, figure, pair.after, binding=Binding.INFERRED)
            if last is pair.after and is_plausible(found):
                yield found
        elif _TIMES_MORE.match(lower(passage.plain[figure.extent.start : figure.extent.end + 12])):
            for found in _told_of(passage, pair, figure):
                if isinstance(found, Ratio) and is_meant(found, passage.plain):
                    yield found


def _across(passage: Passage, index_of_result: int) -> Iterator[Implied]:
    """A change told in one of two sentences of the two values, one in each."""
    own = next(s for s in passage.sentences if s.extent.start == index_of_result)
    alone = sum(own.extent.holds(figure.extent) for figure in passage.figures) <= 1
    second = own is passage.sentences[-1]
    this = second and _THIS_CHANGE.match(own.extent.of(passage.plain)) is not None
    alone = alone or this
    pair = pair_across(passage) or (pair_inside(passage) if alone else None)
    if (
        pair is None
        or _has_its_own(passage, pair, own.extent)
        or is_of_another(passage, pair, own.extent)
    ):
        return
    behind = second and not any(own.extent.holds(o.extent) for o in (pair.before, pair.after))
    told = [
        found
        for figure in passage.figures
        if figure not in (pair.before, pair.after) and own.extent.holds(figure.extent)
        if not counts_another(passage, figure, pair)
        if (second and not behind)
        or this
        or pair.before.kind is not QuantityKind.PERCENT
        or is_of_a_rate(passage, figure)
        if pair.ordered or not brought_to(passage, figure, pair)
        for found in _told_of(passage, pair, figure)
        if is_plausible(found) or (this and is_slip(found)) or is_told_so(passage, pair, figure)
        # What is multiplied in a sentence behind has a subject of its own: see `multiplied`.
        if not (behind and isinstance(found, Ratio) and multiplies(passage.plain, figure))
        if not (isinstance(found, Ratio) and _has_both(passage, figure, own.extent))
    ]
    told = [
        replace(one, tied=True)
        if isinstance(one, Change) and is_told_so(passage, pair, one.stated)
        else one
        for one in told
    ]
    fitting: list[Implied] = [found for found in told if isinstance(found, Change) and found.holds]
    apart = any(
        id(one) in passage.changes and not own.extent.holds(one.extent) for one in passage.figures
    )
    if fitting and this:  # the percentage vouches for the pair
        fitting += [found for found in told if isinstance(found, Difference) and is_slip(found)]
    yield from fitting or ([] if apart else told)  # each sentence has a change of its own
    if pair.ordered and len(pairs(passage)) < 2:
        yield from way_across(passage, pair, own.extent.start, own.extent.end)


def _has_both(passage: Passage, multiple: Quantity, own: Extent) -> bool:
    """Whether a sentence tells both values of a multiple: "96 000, le double de 2019 (48)"."""
    levels = [one for one in passage.levels if own.holds(one.extent)]
    return any(two[0].extent < multiple.extent < two[1].extent for two in pairwise(levels))


def _has_its_own(passage: Passage, pair: Pair, elsewhere: Extent) -> bool:
    """Whether a percentage beside two values is theirs: "à 39 % (310 euros contre 505)"."""
    for one in passage.figures:
        if one.kind is QuantityKind.PERCENT and not elsewhere.holds(one.extent):
            way = Change(pair.before, pair.after, one, 1)
            back = Change(pair.after, pair.before, one, 1)
            fits = any(each.holds or replace(each, way=-1).holds for each in (way, back))
            if fits and not pair.extent.holds(one.extent):
                return True
    return False


def _told_of(passage: Passage, pair: Pair, figure: Quantity) -> Iterator[Implied]:
    """The relation in which a figure tells how much one value of the pair is of the other."""
    word = passage.changes.get(id(figure))
    share = figure.kind is QuantityKind.RATIO and figure.value is not None and figure.value < 1
    if (
        share
        and pair.before.kind is QuantityKind.PERCENT
        and _TENTHS.search(lower(figure.extent.of(passage.plain)))
    ):
        return  # of a point
    if word is not None and (figure.kind is QuantityKind.PERCENT or share):
        way = 1 if word.value == "rise" else -1
        of = pair if pair.ordered else pair.rising(way)
        yield Change(of.before, of.after, figure, way, Binding.INFERRED)
    elif word is not None and one_unit(pair.before, figure):
        meant = _THAN_MEANT.match(passage.plain, end_of(figure)) is not None
        if not meant and not _is_deficit(passage, figure):
            way = 1 if word.value == "rise" else -1
            of = pair.rising(way)
            found = Difference(of.before, of.after, figure, way, Binding.INFERRED)
            told_for = is_told_for(passage.plain, figure)
            monthly = pair.bound and _A_MONTH.match(passage.plain, figure.extent.end)
            if told_for and not (monthly and is_plausible(found)):
                return
            yield found
            verb = not is_surplus(passage.plain, figure)
            if pair.ordered and verb and _is_exactly(pair, figure):
                yield Direction(pair.before, pair.after, way, Binding.INFERRED)
    elif is_multiple(passage, figure) and not is_larger(passage, pair, figure):
        words = lower(figure.extent.of(passage.plain))
        compared = " fois " in f"{words} "
        of = pair.rising(1 if (figure.value or 0) >= 1 else -1)
        if pair.ordered and not compared:
            of = pair
        yield Ratio(of.after, figure, of.before, binding=Binding.INFERRED)


def _is_exactly(pair: Pair, step: Quantity) -> bool:
    """Whether two values lie as far apart as is told, so that they are the ones meant."""
    before, after = pair.before.value, pair.after.value
    return before is not None and after is not None and abs(after - before) == step.value


def _is_deficit(passage: Passage, figure: Quantity) -> bool:
    """ "Un bénéfice de 1,7 million, après avoir perdu 5,6 millions": a result, no step."""
    sentence = passage.sentence_of(figure).extent
    lost = _LOST.search(lower(passage.plain[sentence.start : figure.reach.start]))
    told = passage.plain[passage.sentences[0].extent.start : sentence.end]
    return lost is not None and _RESULTS.search(lower(told)) is not None


def _belongs(passage: Passage, figure: Quantity, pair: Pair) -> bool:
    """Whether no other clause or subject stands between a change and the two values."""
    at, plain = pair.extent, passage.plain
    if at.holds(figure.extent):
        caused = CAUSED.search(plain, end_of(figure), at.end)
        return not (caused or compares_twice(plain, end_of(figure), at.end))
    start = figure.reach.start
    if id(figure) in passage.changes:
        start = min(start, passage.changes[id(figure)].start)
    if start >= at.end:
        gap = passage.told_between(at.end, start)
        gap = re.sub(r"\b(?:l[ae] |l'|les |une? (?:[^\W\d_]+ )?)$", "", gap)
        gap = re.sub(r",? et (?:cette|cet|ce|une telle|un tel) (?:[^\W\d_]+ )?$", "", gap)
        gap = re.sub(r",? ce qui (?:représente|correspond|constitue|équivaut|marque)\b", " ", gap)
    else:
        gap = passage.told_between(end_of(figure), at.start)
        gap = re.sub(
            r"(?:, (?:où|qui) [^\d,;:]{0,25}pass\w+ )?\b(?:de |d'|aux? |à )(?:les )?$", "", gap
        )
        if _AFTER.search(plain[passage.sentences[0].extent.start : start]):
            gap = re.sub(r"^, (?:l[ae] |l'|les |un |une |ce |cette )", "", gap)
    other = ANOTHER.search(gap) or CAUSED.search(gap) or NEXT_ITEM.search(gap)
    return len(gap) <= LONGEST_GAP and not other


def _is_sole(passage: Passage, figure: Quantity, pair: Pair) -> bool:
    """Whether a sentence tells one change only, and no other clause ends before it."""
    if compares_twice(passage.plain, figure.extent.end, pair.extent.end):
        return False
    if CAUSED.search(passage.plain, figure.extent.end, pair.extent.end):
        return False
    first, last = sorted((pair.extent, figure.extent))
    gap = passage.plain[first.end : max(first.end, last.start)]
    changes = [one for one in passage.figures if id(one) in passage.changes]
    told = passage.changes.get(id(figure))
    others = [
        word
        for word in passage.words
        if word not in passage.changes.values()
        and not _LEADS_ON.fullmatch(passage.plain, word.end, max(word.end, pair.extent.start))
        and not (told and word.value == told.value and word.start < first.start)
    ]
    sole = len(changes) <= 1 and not others
    return sole and not re.search(r";|\b(?:mais|tandis|alors que|dont|et)\b", gap)
