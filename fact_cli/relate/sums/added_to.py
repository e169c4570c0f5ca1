"""What is added to a tally, told before and after: "Trois nouveaux décès. De 41, on passe à 45".

The three are told in one sentence or two: the step ("de plus", "nouveaux"), the tally of before in
the imperfect, and the one that it is brought to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower
from fact_cli.model.bounds import is_near
from fact_cli.model.figures import Difference
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity
from fact_cli.relate.changes.told_times import IMPERFECT
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import NUMBERS, is_surplus, told_noun
from fact_cli.relate.passage import Passage
from fact_cli.scan.times.ages import is_person

_CUES = ("bilan", "désormais", "maintenant", "total", "compteur", "décompte", "à présent")
_NEW = re.compile(
    r" (?:[^\W\d_]+ )?(?:nouve(?:aux|lles|l|au|lle)|supplémentaires?|autres|de plus|en plus)\b"
)
_ADDED = re.compile(
    r"(?: [^\W\d_]+){0,2} (?:se sont|s'est|se|s'|est venue?s?|sont venue?s?) ?(?:s')?ajout"
)
_TALLY = (
    r"(?:bilan|total|nombre|compte|compteur|décompte|effectifs?|palmarès|collection|cagnotte|score)"
)
_SO = r"(?:(?:désormais|ainsi|donc|maintenant|aujourd'hui|à présent|dorénavant),? )*"
_NOW = re.compile(
    rf"\b(?:port(?:e|ent|ant|é|ée|ait)|mont\w+|fai(?:t|sant)(?: passer)?|alourdi\w*) {_SO}"
    rf"(?:le |l'|son |ce |leur |ses |à )?{_TALLY}?(?: [^\W\d_]+){{0,3}} à {_SO}$"
    rf"|\b{_TALLY}\b[^.;:]{{0,60}}?\b(?:pass|grimp|mont|s'élèv|s'établi|s'alourdi|attei|culmin)\w*"
    rf" {_SO}(?:donc |ainsi )?(?:à )?{_SO}$"
    rf"|\b{_TALLY}\b[^.;:]{{0,60}}? est (?:désormais|maintenant|à présent|donc) de $"
    rf"|\b(?:en|n'en|y) (?:compt|réuni|recens|dénombr|totalis|affich|rassembl|a|ont)\w* {_SO}$"
)
_ADDS = re.compile(r"\b(?:a|ont|avait|avaient) (?:encore |aussi )?ajouté $")
CLAUSE = 70  # characters before a figure in which its verb stands
_ALREADY = re.compile(
    r"[^.;:,()\d]{0,25} (?:déjà|jusque-là|jusqu'ici|(?:la |de la )?veille|précédent\w*|hier"
    r"|vendredi|lundi|mardi|mercredi|jeudi|samedi|dimanche)\b"
)
_ELSEWHERE = re.compile(r"\b(?:dont|contre|parmi|sur les|moins|perd\w*|retir\w*|quitt\w*)\b")
FREELY = 1  # by how much a small step may be misprinted
NEARLY = Decimal("0.3")  # of it, the part by which a larger may
_VICTIMS = {"mort", "décès", "victime", "tué", "corps", "patient", "disparu", "cas", "bilan"}


def find(context: Context) -> Iterator[Difference]:
    return in_passages(context, _added, lambda one: one.stated.extent.start, cues=_CUES, figures=3)


def _added(passage: Passage) -> Iterator[Difference]:
    counts = [one for one in passage.figures if one.kind in NUMBERS and one.hedge is None]
    if not 3 <= len(counts) <= 4 or _ELSEWHERE.search(passage.told):
        return
    now = [one for one in counts if _NOW.search(_ahead(passage, one))]
    steps = [one for one in counts if one not in now and _is_step(passage, one)]
    before = [one for one in counts if one not in [*now, *steps] and _is_of_before(passage, one)]
    if len(now) != 1 or len(steps) != 1 or len(before) != 1:
        return
    (after,), (step,), (first,) = now, steps, before
    found = Difference(first, after, step, 1, Binding.INFERRED)
    if found.exact is None or step.value is None or found.exact <= 0:
        return
    apart = abs(found.exact - step.value)
    near = is_near(found.exact, step.value, NEARLY) or apart <= FREELY
    if near and _are_alike(first, after, step):
        yield found


def _ahead(passage: Passage, one: Quantity) -> str:
    return lower(passage.plain[passage.sentence_of(one).extent.start : one.reach.start])


def _is_step(passage: Passage, one: Quantity) -> bool:
    """Whether a count is added to others: "trois nouveaux décès", "deux de plus"."""
    plain, end, ahead = passage.plain, one.extent.end, _ahead(passage, one)
    if ahead.endswith(("les ", "des ", "ces ", "aux ")):
        return False
    added = _ADDED.match(plain, end) or _ADDS.search(ahead)
    return bool(is_surplus(plain, one) or _NEW.match(plain, end) or added)


def _is_of_before(passage: Passage, one: Quantity) -> bool:
    """Whether a tally is told as that of before, in the imperfect or beside a day."""
    clause = re.split(r"[;:]", _ahead(passage, one))[-1][-CLAUSE:]
    told_then = IMPERFECT.search(clause) is not None
    return told_then or _ALREADY.match(passage.plain, one.extent.end) is not None


def _are_alike(first: Quantity, after: Quantity, step: Quantity) -> bool:
    """Whether no two nouns name other things; those of a toll may change."""
    nouns = {told_noun(one) for one in (first, after, step)} - {None}
    grammar = lexicon().grammar
    people = all(noun in _VICTIMS or is_person(noun or "", grammar) for noun in nouns)
    return len(nouns) < 2 or (people and bool(nouns & _VICTIMS))
