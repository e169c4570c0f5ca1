"""A change of one sentence whose size the next one tells: "… contre 60. Cette hausse de 20 %".

The noun of change takes up the two values before it, whatever else its own sentence counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from fact_cli.lang.words import lower, words_before
from fact_cli.model.changes import Change
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.figures import Difference
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent
from fact_cli.relate.changes.across import pair_across
from fact_cli.relate.changes.change import grown
from fact_cli.relate.changes.difference import is_told_for, one_unit
from fact_cli.relate.changes.explained import is_from_one_to_other
from fact_cli.relate.changes.other_subject import counts_another, is_planned
from fact_cli.relate.changes.pairs import Pair, pair_inside, then_and_now, unordered
from fact_cli.relate.changes.plausible import is_plausible, is_slip
from fact_cli.relate.changes.size_told import sizes
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import end_of, is_surplus, same_thing, sign_of, usable
from fact_cli.relate.passage import MANY, Passage, adjoin

# What is told over another span, or of a part, is no misprint of the whole change.
_OTHERWISE = re.compile(
    r"[^.;:()\d]{0,15} (?:par|chaque|en moyenne|annuel|mensuel|hebdomadaire|hors|corrigé|en volume"
    r"|à elle seule|à lui seul)\w*\b"
    r"|[^.;:()]{0,25} (?:sur|en) (?:un an|deux ans|trois ans|dix ans)\b"
)
# "Cette différence de 5 centimes avec le supermarché", "un écart de 2 points entre les sexes".
_FROM_ANOTHER = re.compile(r"[^.;:()\d]{0,20} (?:avec|entre|par rapport|sur (?:le|la|les|son|sa) )")
# "Cette augmentation de 1 000 %" is of the values before it, "des recettes" is of others.
_THIS = re.compile(r"\b(?:cette|cet|ce) [^\W\d_]+(?: [^\W\d_]+)? (?:de |d')(?:plus de )?$")
_OF_ANOTHER = re.compile(
    r",? (?:(?:de|d'|des|du|sur|par|chez|pour|dans|entre|hors|au|aux|à)(?:\b|(?<='))"
    r"|en (?!(?:un|deux|trois|quatre|cinq|six|dix) (?:ans?|mois)\b)|[^\W\d_]+(?:é|ée|u|ue)s?\b)"
)
_WAS = re.compile(r"\b[^\W\d_]+(?:ait|aient)(?: été)?(?: de| d'| à)? $")
_THEN = re.compile(
    r"[^.;:()\d]{0,20} (?:en (?:19|20)\d\d|l'an (?:dernier|passé)|il y a |un an (?:plus tôt|avant)"
    r"|l'année (?:dernière|précédente|passée)|à la même (?:date|époque|période))"
)
_BRACKET = re.compile(r"(?: [^\W\d_]+){0,3} \((?:soit )?")
# "458 millions, celui des routes 512": two things at one time.
_OF_TWO = re.compile(
    r";|\b(?:cel(?:ui|le)s?|ceux|tandis|alors|quand|autres?|second[^\W\d_]*|chez|pour|contre|et)\b"
)
# "Le PS perd dix points", "La mozzarella bondit de 9 %": by its own name, another than before.
_ITS_OWN = re.compile(
    r"(?:L[ea]s? |L')(?P<name>[A-ZÀ-Þ][\w'-]*|[a-zà-ÿ]{1,4}[A-ZÀ-Þ]\w*|[a-zà-ÿ]{4,})"
    r"(?: \([^()]{1,20}\))?"
    r" (?:a |ont |en )?(?:perd|gagn|recul|progress|c[èé]d|grimp|chut|baiss|augment|lâch|bond|tomb)"
)
# What the values before may be of without being named.
_ANYTHING = re.compile(
    r"(?:hausse|baisse|augmentation|progression|recul|repli|bond|chute|action|titre|cours|valeur"
    r"|indice|total|chiffre|nombre|taux|prix|tarif|part|montant|ensemble|effectif|population"
    r"|fréquentation|production|facture|salaire|dette|déficit|budget|score|moyenne|audience)s?\b"
)


def find(context: Context) -> Iterator[Change | Difference]:
    plain = context.document.plain
    sentences = context.sentences
    for index, (before, sentence) in enumerate(pairwise(sentences)):
        if max(len(before.quantities), len(sentence.quantities)) > MANY:
            continue
        if _names_another(plain, before.extent, sentence.extent):
            continue
        if adjoin(plain, before, sentence) and not is_planned(plain, sentence.extent):
            for figure, way in sizes(context, sentence):
                if _is_of_then(plain, sentence, figure) or is_from_one_to_other(plain, figure):
                    continue
                passage = Passage(context, [before])
                pair = pair_inside(passage) or at_two_times(passage)
                if pair is None and index and adjoin(plain, sentences[index - 1], before):
                    # "Il a été porté à 11,88 euros. Il était de 11,65. Ce coup de pouce de …"
                    longer = Passage(context, [sentences[index - 1], before])
                    pair = pair_across(longer)
                    passage = longer if pair is not None and pair.ordered else passage
                yield from _changes(passage, pair, figure, way)
                again = _in_bracket(plain, sentence, figure)
                if pair is not None and pair.ordered and again is not None:
                    yield from _changes(passage, pair, again, sign_of(plain, again))


def _is_of_then(plain: str, sentence: ScannedSentence, figure: Quantity) -> bool:
    """ "L'écart était de 0,6 point en 2022": at another time than the values before it."""
    ahead = lower(plain[sentence.extent.start : figure.reach.start])
    return _WAS.search(ahead) is not None and _THEN.match(plain, end_of(figure)) is not None


def _in_bracket(plain: str, sentence: ScannedSentence, figure: Quantity) -> Quantity | None:
    """The same size in percent: "Soit 31 milliards de moins (-3,2 %)"."""
    behind = (one for one in usable(sentence.quantities) if one.extent > figure.extent)
    again = next(behind, None)
    if again is None or again.kind is not QuantityKind.PERCENT or not sign_of(plain, again):
        return None
    told = _BRACKET.fullmatch(plain, end_of(figure), again.reach.start)
    return again if told and plain.startswith(")", again.extent.end) else None


def _names_another(plain: str, before: Extent, own: Extent) -> bool:
    """ "Ecolo monte à 25,9 % contre 18 %. Le PS perd dix points": another's change."""
    named = _ITS_OWN.match(plain, own.start, own.end)
    if named is None or _ANYTHING.match(named["name"]):
        return False
    return named["name"] not in before.of(plain)


def _changes(
    passage: Passage, pair: Pair | None, figure: Quantity, way: int
) -> Iterator[Change | Difference]:
    """The change between the only two values of a sentence, or from the only one by a step."""
    if pair is None:
        found = _stepped(passage, figure, way) if way else None
    elif figure.kind is QuantityKind.PERCENT or _is_fraction(figure):
        found = _in_percent(pair, figure, way)
    else:
        found = _apart(passage, pair, figure, way)
    if found is None:
        return
    otherwise = pair is None or _OTHERWISE.match(passage.plain, figure.extent.end)
    if not otherwise and _is_of_these(passage, figure):
        yield replace(found, tied=True) if isinstance(found, Change) else found
    elif (not otherwise and is_slip(found)) or is_plausible(found):
        yield found


def _is_of_these(passage: Passage, figure: Quantity) -> bool:
    """Whether "cette hausse de" points at the only two figures of a passage, however far off."""
    if figure.kind is not QuantityKind.PERCENT or len(passage.figures) != 2:
        return False
    ahead = lower(words_before(passage.plain, figure.reach.start, 60))
    return bool(_THIS.search(ahead)) and not _OF_ANOTHER.match(passage.plain, figure.extent.end)


def at_two_times(passage: Passage) -> Pair | None:
    """The only two values of a sentence, where it tells of two times and of one thing."""
    pair = unordered(passage)
    if pair is None or then_and_now(pair, passage) is not None:
        return pair
    link = passage.plain[pair.extent.start : pair.extent.end]
    return pair if passage.times and not _OF_TWO.search(link) else None


def _is_fraction(figure: Quantity) -> bool:
    return figure.kind is QuantityKind.RATIO and figure.value is not None and figure.value < 1


def _in_percent(pair: Pair, figure: Quantity, way: int) -> Change | None:
    """The change of a pair in percent; None where nothing tells which way it goes."""
    if not way and not pair.ordered:
        return None
    up = (pair.after.value or 0) > (pair.before.value or 0)
    way = way or (1 if up else -1)
    of = pair if pair.ordered else pair.rising(way)
    return Change(of.before, of.after, figure, way, Binding.INFERRED)


def _apart(passage: Passage, pair: Pair, figure: Quantity, way: int) -> Difference | None:
    """How far the two values of a pair lie apart, told in their unit or in points."""
    if is_told_for(passage.plain, figure) or not one_unit(pair.before, figure):
        return None
    if counts_another(passage, figure, pair) or _FROM_ANOTHER.match(passage.plain, end_of(figure)):
        return None
    of = pair.rising(way or 1)
    return Difference(of.before, of.after, figure, way, Binding.INFERRED)


def _stepped(passage: Passage, figure: Quantity, way: int) -> Change | None:
    """ "2 040 requêtes, 340 de plus que l'an dernier": 1 700 before."""
    steps = [one for one in passage.figures if is_surplus(passage.plain, one)]
    if len(steps) != 1 or figure.kind is not QuantityKind.PERCENT:
        return None
    (step,) = steps
    levels = [one for one in passage.levels if one is not step and same_thing(one, step)]
    if len(levels) != 1:
        return None
    before = grown(levels[0], step, figure, -way).after
    return replace(Change(before, levels[0], figure, way), binding=Binding.INFERRED)
