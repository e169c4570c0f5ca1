"""Which figure of an article a closed list of parts, told sentences below, must make.

Candidates are the counts of the same things in the title, in the opening and in the sentences
before the list. One that the parts make exactly is the whole; otherwise the only one that they
nearly make, if no choice of the figures told of the same things makes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower, singular_of, words_after, words_before
from fact_cli.model.bounds import is_near
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import BlockKind
from fact_cli.model.totals import NEARLY, Total
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus, usable
from fact_cli.relate.sums.otherwise import made_otherwise
from fact_cli.relate.twice.values.kinds import kinds_of
from fact_cli.relate.twice.values.same_words import words
from fact_cli.scan.times.ages import is_person

# Behind such words a figure is of a part, of another time, or no count that is closed.
_NO_WHOLE = re.compile(
    r"\b(?:dont|contre|parmi|notamment|après|auparavant|au lieu d[eu']|hors|sans compter|outre"
    r"|moyenne|record|objectif|jusqu'à|au moins|seuil|barre|provisoire\w*|encore|déjà"
    r"|(?:en|de) 20\d\d"
    r"|l'an (?:passé|dernier)|un an plus tôt|(?:plus|moins|près) d[e'])\b[^.;:\d]{0,40}$"
)
_NO_WHOLE_BEHIND = re.compile(
    r"[^.;:()\d]{0,40}\b(?:provisoire\w*|au moins|en moyenne|par (?:an|jour|mois|semaine)"
    r"|(?:en|de) (?:19|20)\d\d|l'an (?:passé|dernier)|d'entre (?:eux|elles)|depuis|autres?)\b"
)
_OPEN = re.compile(
    r"\b(?:(?:bilan|chiffre) (?:encore |reste |très )?provisoire|pourrait s'alourdir|risque de"
    r" s'alourdir|au moins)\b"
)
# What happened elsewhere or at another time is no part of it.
_ANOTHER = re.compile(
    r"\b(?:(?:dans|lors d|à) ?(?:'|e )?(?:une? |l')?"
    r"(?:autre|seconde?|deuxième|nouvel|nouvelle) [^\W\d_]+|par ailleurs|la veille|le lendemain"
    r"|plus tôt|(?:en|de|depuis) (?:19|20)\d\d|l'an (?:passé|dernier)"
    r"|l'année (?:passée|dernière)|(?:la semaine|le mois) (?:passée?|derni(?:er|ère)))\b"
)
_SINGLE = re.compile(
    r"\b(?:une? |l[ea] |l'|son |sa |cette? |cet )(?:jeune |autre |seul |seule )?([^\W\d_]+)"
)
_DEAD = {"victime", "corps", "cadavre", "dépouille"}
OPENING = 4  # blocks from the title on that tell the news
BACK = 8  # sentences before a list in which its whole may stand
APART = 2  # by how much few things may be counted wrong
MOST = 9  # figures of which any choice is tried
AHEAD, BEHIND = 60, 50  # characters around a figure whose words belong to it


def made_of(
    context: Context,
    parts: Sequence[Quantity],
    keys: frozenset[str],
    *,
    disjoint: bool = False,
    sure: bool = False,
    behind: int = 0,
) -> Iterator[Total]:
    """The whole that ``parts``, all there are, make or nearly make; ``keys`` tell its kinds.

    ``disjoint`` where words say that nobody is in two of the parts, ``sure`` where they say that
    the parts are all, so that they need not be near; ``behind`` is in how many
    sentences behind that of the first part the whole may stand.
    """
    first, places = min(part.extent for part in parts), {part.extent.start for part in parts}
    told = _told(context, first.start, behind)
    alike = [one for one in told if _is_alike(context, one, keys)]
    largest = max(part.value or 0 for part in parts)
    wholes = [
        one
        for sentence, one in alike
        if (behind or one.extent < first) and (one.value or 0) > largest and one.hedge is None
        if one.extent.start not in places and not _is_one_sentence(sentence, one, parts)
        if _may_be_whole(context.document.plain, sentence, one)
    ]
    totals = [
        Total(one, parts, complete=True, exclusive=True, binding=Binding.INFERRED) for one in wholes
    ]
    holding = [one for one in totals if one.exact == one.whole.value]
    if holding:
        yield holding[0]
        return
    near = [one for one in totals if _is_slip(one) or (sure and one.is_plausible)]
    figures = [one for _, one in alike]
    if len({one.whole.value for one in near}) != 1 or _OPEN.search(context.told):
        return
    if _ANOTHER.search(lower(_around(context, parts))) or _is_completed(context, near[0]):
        return
    made: Total | None = near[0]
    if not disjoint:
        made = made_otherwise(context.document.plain, near[0], [*figures, *parts])
    if made is not None and (disjoint or not _is_made(made, figures)):
        yield made


def kinds_told(plain: str, sentence: ScannedSentence, figure: Quantity) -> frozenset[str]:
    """What a figure can count, by its noun, by the noun left out, and by what became of it."""
    named = figure
    if figure.noun is None and figure.of is not None and figure.kind is QuantityKind.COUNT:
        named = replace(figure, noun=figure.extent)
    keys = kinds_of(plain, sentence, named)
    return keys | {"fate mort"} if figure.of in _DEAD else keys


def kinds_named(text: str) -> frozenset[str]:
    """The kinds of all nouns of ``text`` that the data group: "trois catégories de salariés"."""
    grammar, groups = lexicon().grammar, words().things
    found: set[str] = set()
    for word in re.findall(r"[^\W\d_]{4,}", lower(text)):
        noun = singular_of(word, grammar.invariable)
        if noun in groups:
            people = {"#people"} if is_person(noun, grammar) else set[str]()
            found |= {noun, *people, *(f"#{group}" for group in groups[noun])}
    return frozenset(found)


def tells_one_more(context: Context, parts: Sequence[Quantity]) -> bool:
    """Whether the paragraphs of the parts tell of somebody uncounted: "le conducteur"."""
    document = context.document
    start = document.block_at(min(part.extent.start for part in parts)).extent.start
    end = document.block_at(max(part.extent.start for part in parts)).extent.end
    return any(
        is_person(found[1], lexicon().grammar)
        for found in _SINGLE.finditer(lower(document.plain[start:end]))
    )


def _is_one_sentence(sentence: ScannedSentence, whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether a sentence tells both the whole and all parts, which other finders read."""
    return all(sentence.extent.holds(one.extent) for one in (whole, *parts))


def _around(context: Context, parts: Sequence[Quantity]) -> str:
    """The words from the start of the sentence with the first part to the last part."""
    first, last = min(part.extent for part in parts), max(part.extent for part in parts)
    sentence = context.sentence_at(first)
    return context.document.plain[
        first.start if sentence is None else sentence.extent.start : last.end
    ]


def _is_completed(context: Context, total: Total) -> bool:
    """Whether what lacks is told somewhere: "deux contre-la-montre complètent le parcours"."""
    missing = (total.whole.value or 0) - (total.exact or 0)
    return missing > 0 and any(
        one.value == missing for sentence in context.sentences for one in sentence.quantities
    )


def _told(context: Context, start: int, behind: int) -> Iterator[tuple[ScannedSentence, Quantity]]:
    """The counts of the opening and of the sentences up to ``start``."""
    blocks = context.document.blocks
    index = next(
        (at for at, one in enumerate(context.sentences) if one.extent.end > start),
        len(context.sentences) - 1,
    )
    for at, one in enumerate(context.sentences[: index + 1 + behind]):
        if blocks[one.sentence.block].kind is BlockKind.BOILERPLATE:
            continue
        if one.sentence.block < OPENING or at >= index - BACK:
            for figure in usable(one.quantities):
                if figure.kind in NUMBERS and figure.noun is not None:
                    yield one, figure


def _is_alike(
    context: Context, told: tuple[ScannedSentence, Quantity], keys: frozenset[str]
) -> bool:
    """Whether a figure counts what ``keys`` tell, of whom the same became."""
    sentence, figure = told
    own = kinds_told(context.document.plain, sentence, figure)
    fates = [frozenset(one for one in some if one.startswith("fate ")) for some in (own, keys)]
    return bool(own & keys) and (bool(fates[0] & fates[1]) or fates == [frozenset(), frozenset()])


def _may_be_whole(plain: str, sentence: ScannedSentence, one: Quantity) -> bool:
    start = max(sentence.extent.start, one.reach.start - AHEAD)
    ahead = words_before(plain, one.reach.start, one.reach.start - start)
    behind = words_after(plain, end_of(one), min(BEHIND, max(0, sentence.extent.end - end_of(one))))
    if is_surplus(plain, one) or _NO_WHOLE.search(ahead):
        return False
    return _NO_WHOLE_BEHIND.match(behind) is None


def _is_slip(total: Total) -> bool:
    """Whether the parts are so near that they must be the whole's own."""
    exact, value = total.exact, total.whole.value
    if exact is None or value is None or not total.is_plausible:
        return False
    return abs(exact - value) <= APART or is_near(exact, value, NEARLY)


def _is_made(total: Total, figures: Sequence[Quantity]) -> bool:
    """Whether some of the parts and of what else is told of the same things make the whole."""
    places = {part.extent.start for part in total.parts}
    apart = [one for one in figures if one.extent.start not in places]
    others = [
        one for one in (*total.parts, *apart)
        if one.value is not None and one.value < (total.whole.value or 0)
    ][:MOST]  # fmt: skip
    return any(
        sum(one.value or 0 for one in some) == total.whole.value
        for size in range(2, len(others) + 1)
        for some in combinations(others, size)
    )
