"""Whether an earlier value of another sentence is told of the very thing of which a record is.

"En 2016, elle était de 810 tonnes" is; "en 2020, l'Ukraine en avait exporté 12 millions", "celle
d'orge", "hors agglomération" and "diesel compris" are not.
"""

from __future__ import annotations

import re

from fact_cli.lang.words import lower
from fact_cli.model.mention import Quantity
from fact_cli.relate.neighbours import end_of
from fact_cli.relate.passage import Passage

_YEAR = r"(?:19|20)\d\d"
# The year that opens the sentence.
_OPENS = re.compile(
    rf"(?:mais |et |or )?(?:(?:déjà )?(?:en|fin|début) (?:l'an )?{_YEAR}(?: déjà)?"
    r"|un an (?:plus tôt|auparavant)|l'an (?:dernier|passé)"
    r"|l'année (?:dernière|passée|précédente)),? "
)
# It is told of by a pronoun, by its year, or with no subject at all.
_ITSELF = re.compile(
    r"(?:ils? (?!avait fallu|fallait|était tombé|est tombé)|elles? |on |l'on |ce |c')"
    r"|(?:l'édition|la saison|l'année|la récolte|l'exercice|celle|celui)"
    rf"(?: de| d'| en)? ?{_YEAR}\b"
    r"|(?:l'ancien|le précédent|la précédente|le dernier|le plus)\b"
)
_SUBJECT = re.compile(
    r"(?:la |les? |l'|son |sa |ses |leurs? |ce |cette |cet )(?P<noun>[^\W\d_]{3,})"
    rf"(?: (?:de |en )?{_YEAR})?,?(?: avec| (?:en |y |l'|s'|s'y |n'en |n')?(?:en )?"
    r"(?:a|ont|fut|furent|est|sont|[^\W\d_]+(?:ait|aient))\b)"
)
_NAME = re.compile(r"(?<=[\w,;:(] )[A-ZÀ-Þ][\w’'-]{2,}|(?<=['’])[A-ZÀ-Þ][\w’'-]{2,}")
# Behind the value nothing may tell which part of the thing it is.
_BEHIND = re.compile(
    r"(?: (?:de |d'|des )?(?P<noun>[^\W\d_]{4,}))??"
    r"(?: (?:avaient|étaient|s'étaient|y avaient) (?:été )?[^\W\d_]+)?"
    rf"(?:,? (?:en|lors de l'édition|de|pour l'édition|à l'été|fin|pour|de l'édition|l'édition|de"
    rf" la saison) {_YEAR}| l'an (?:dernier|passé)| l'année (?:dernière|passée|précédente)"
    r"| un an plus tôt)? ?"
)
_SCOPE = re.compile(
    r"\b(?:comprise?s?|hors|avec|sans|avant|mais|toutes?|comptant|incluse?s?|ensemble"
    r"|selon|d'après|revendiqu\w+|corrigé\w*|inflation|séance|grâce|dont|à eux|à elles|tous)\b"
)
STEM = 5


def is_of_it(passage: Passage, now: Quantity, other: Quantity) -> bool:
    """Whether the sentence of another value tells of the same thing, and of all of it."""
    if None not in {now.of, other.of} and now.of != other.of:
        return False
    own, known = passage.sentence_of(other).extent, passage.sentence_of(now).extent
    if own == known:
        return True
    told, first = own.of(passage.plain), known.of(passage.plain)
    if any(name not in first for name in _NAME.findall(told)):
        return False
    stems = {word[:STEM] for word in re.findall(r"[^\W\d_]{3,}", lower(first))}
    ahead = lower(passage.plain[own.start : other.reach.start])
    ahead = ahead[opens.end() :] if (opens := _OPENS.match(ahead)) else ahead
    subject = _SUBJECT.match(ahead)
    named = subject is not None and subject["noun"][:STEM] in stems
    if ahead.strip() and not named and not _ITSELF.match(ahead):
        return False
    behind = lower(passage.plain[end_of(other) : own.end])
    near, _, far = re.sub(r"[.!?»]+\s*$", "", behind).partition(",")
    if _SCOPE.search(f"{ahead} {far}") and not re.match(r"[^,]*, avec (?:ses|son|sa) ", ahead):
        return False
    found = _BEHIND.fullmatch(re.split(r"[;:().]", near)[0])
    return found is not None and (found["noun"] is None or found["noun"][:STEM] in stems)
