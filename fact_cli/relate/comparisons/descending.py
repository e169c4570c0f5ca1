"""Values told by rank, from the first on, of which one is more than the one before it.

"Saraya est première avec 97,55 % de reçus, suivie de Kédougou, 91,06 % ; Salémata occupe la
troisième place avec 96,08 %": who comes behind has less, as the first of them all shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.figures import Comparison
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import end_of, is_surplus, same_thing, told_noun
from fact_cli.relate.passage import Passage

_CUES = (
    "suivi", "devant", "vient ", "viennent", "arrive", "talonn", "deuxième", "second", "2e",
    "troisième", "3e",
)  # fmt: skip
_FIRST = re.compile(
    r"\b(?:premi(?:er|ère)s?|en tête|domin\w+|mèn\w+|largement|plus (?:gros|grand|fort|élevé"
    r"|nombreu|important)\w*|principa\w+|surtout|d'abord|1ers?|1[eè]res?|loin devant|leaders?"
    r"|champion\w*|palme|record)\b"
)
_THEN = (
    r"(?:suivie?s?(?: de près| de loin)? (?:de|d'|des|du|par)|talonn\w+ (?:de près )?par|devant"
    r"|devan[cç]\w+|(?:puis |ensuite )?(?:viennent|vient|arrivent|arrive|figurent|se classent"
    r"|se classe|pointe|pointent)(?: ensuite| juste derrière| après)?"
    r"|(?:la )?(?:deuxième|seconde|troisième|quatrième|cinquième|2e|3e|4e|5e)"
    r"(?: place| rang| position| marche)?"
    r"(?! (?:trimestre|semestre|tour|mi-temps|manche|étape|set|match|édition|session|essai|jour"
    r"|journée|semaine|mois|année|exercice|phase|tranche|vague|période))"
    r"|au (?:deuxième|troisième|2e|3e) rang"
    r"|complèt\w+ (?:le podium|le trio)|ferm\w+ la marche)"
)
_VALUE = r"(?: \(|, |,? avec (?:ses |près de )?|,? à |,? pour |,? fort\w* de |,? qui en \w+ | : )"
_FOLLOWS = re.compile(
    rf"(?:[^.:\d]*?\. )?[^.:\d]*?\b{_THEN}\b[^:()\d]{{0,80}}?{_VALUE}(?:quelque |environ )?"
)
_LISTED = re.compile(
    r"[^.:()\d]{0,60}\)?(?:,| et|,? puis|, et|,? ainsi que| ;)(?: enfin| ensuite)? "
    rf"(?:[^.;:()\d]{{2,60}}?{_VALUE})"
)
# What tells another value of the same one, or the same value again.
_ASIDE = re.compile(
    r"(?:\b(?:contre|après|dont|soit|hausse|baisse|recul|progression|lieu|sur|parmi|de plus"
    r"|objectif|moyenne|gagn\w+|perd\w+|passant)\b[^.;:()\d]{0,20}|[+-])$"
)
_THEN_AGAIN = re.compile(
    r"(?: [^\W\d_]+){0,2} (?:un an|plus tôt|l'an|en \d{4}|il y a|auparavant|de (?:plus|moins))\b"
)
_LESS_IS_FIRST = re.compile(
    r"\b(?:moins|plus (?:faibles?|bas|basses?|courte?s?|petite?s?|jeunes?|rapides?)|derni\w+"
    r"|golf|coups?|pénalités?|secondes|minutes|chrono\w*|temps|derrière|précéd\w+|médailles?|or"
    r"|titres?|ordre alphabétique|ordre chronologique|croissant|spectateurs|ans|âge|alors que"
    r"|tandis que|juges?|maires?|victimes)\b"
)
_TIMED = {"s", "min", "h"}
_NO_VALUES = {QuantityKind.RATIO, QuantityKind.ORDINAL, QuantityKind.POINTS}
FEWEST = 3  # values of a list whose first is not told to be the first
LEAD = 90  # characters before the first value in which a word may tell that it is
NEAR = 26  # characters beside a figure


def find(context: Context) -> Iterator[Comparison]:
    return in_passages(
        context, _descending, lambda one: one.less.extent.start, cues=_CUES, figures=2
    )


def _descending(passage: Passage) -> Iterator[Comparison]:
    if _LESS_IS_FIRST.search(passage.told):
        return
    figures = [one for one in passage.figures if _is_value(passage, one)]
    while len(figures) > 1:
        run = _run(passage, figures)
        if len(run) > 1 and (pair := _rising(passage, run)) is not None:
            yield pair
        figures = figures[max(1, len(run) - 1) :]


def _is_value(passage: Passage, one: Quantity) -> bool:
    """Whether a figure tells how much somebody has, not how it changed or what it was."""
    plain = passage.plain
    if one.kind in _NO_VALUES or one.unit in _TIMED or id(one) in passage.changes:
        return False
    ahead = words_before(plain, one.reach.start, NEAR)
    if _ASIDE.search(ahead) or is_surplus(plain, one):
        return False
    return _THEN_AGAIN.match(words_after(plain, one.extent.end, NEAR)) is None


def _run(passage: Passage, figures: Sequence[Quantity]) -> Sequence[Quantity]:
    """The first of ``figures``, as long as each is told to come behind the one before it."""
    run = [figures[0]]
    for before, one in pairwise(figures):
        link = _link(passage, before, one)
        follows = _FOLLOWS.fullmatch(link) or (len(run) > 1 and _LISTED.fullmatch(link))
        nouns = {told_noun(each) for each in (*run, one)} - {None}
        if not follows or not same_thing(before, one) or len(nouns) > 1:
            break
        run.append(one)
    return run


def _link(passage: Passage, before: Quantity, one: Quantity) -> str:
    """The words between two figures, without those that stand between them for their part."""
    pieces: list[str] = []
    at = end_of(before)
    for aside in (*passage.figures, *passage.times):
        if at <= aside.extent.start and aside.extent.end <= one.reach.start:
            pieces.append(passage.plain[at : aside.extent.start])
            at = aside.extent.end
    return lower("".join(pieces) + passage.plain[at : one.reach.start])


def _rising(passage: Passage, run: Sequence[Quantity]) -> Comparison | None:
    """The last two of a list, or the first two of it that rise, where the first has the most."""
    first, *others = run
    ahead = words_before(passage.plain, first.reach.start, LEAD)
    link = _link(passage, first, others[0])
    if len(run) < FEWEST and not (_FIRST.search(ahead) and "suivi" in link):
        return None
    if len(run) >= FEWEST and any(_is_more(one, first) for one in others):
        return None
    rising = [(more, less) for more, less in pairwise(run) if _is_more(less, more)]
    more, less = rising[0] if rising else run[-2:]
    return Comparison(more, less, at=less, binding=Binding.INFERRED)


def _is_more(one: Quantity, other: Quantity) -> bool:
    return (one.value or 0) > (other.value or 0)
