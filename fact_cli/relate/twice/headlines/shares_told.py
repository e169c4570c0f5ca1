"""A share that the title tells of all, and the only part of all of them that the body counts.

"Un salarié sur trois menacé", of "84 des 420 postes": the two are told of one thing by a word
about them in common, not by their noun alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise, permutations

from fact_cli.lang.words import lower, words_before
from fact_cli.model.bounds import quotient
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.same import TitleWords
from fact_cli.model.text import BlockKind, Extent
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, end_of, usable
from fact_cli.relate.twice.headlines.matters import are_one_matter
from fact_cli.relate.twice.values.same_words import stems, words
from fact_cli.scan.scanner import scanner

_ON = re.compile(r"(?:une?|\w+) (?P<noun>[^\W\d_]{3,})(?: [^\W\d_]+){0,2}? sur ")
_OF = re.compile(r" (?:des|de la|de l'|du|de ses|de leurs|d'|de) ?(?P<noun>[^\W\d_]{3,})")
_PART_OF = re.compile(
    r"(?: [^\W\d_']+){0,3} (?:des|de ses|de leurs|de nos|sur(?: les| ses| leurs| un total de)?) "
    r"|(?: [^\W\d_']+){0,3}, sur un total de "
)
_OUT_OF = re.compile(
    r"(?:^|[.,!?»«\n] ?)(?:sur|parmi) (?:les |ses |leurs |ces |un total de "
    r"|une population (?:évaluée|estimée) à )?$"
)
_GROUP = re.compile(r" (?:sans|avec|d[eu]s?(?! (?:plus|moins) de)|de la|les plus) | (?:d'|de l')")
_NO_NEW = re.compile(r"[;:()]|\b(?:contre|après|dont|auparavant|mais)\b")
# What is otherwise no share of those told: what went up or down, what is asked of a sample.
_OTHERWISE = re.compile(
    r"[?]|\b(?:moins(?! de \d+ ans)|plus de(?! \d+ ans)|d'ici|objectif|vise|bientôt|voudrai\w*"
    r"|pourrai\w*|budget|euros?|prix"
    r"|temps|fois|voiture sur|année|mois|jour|heure)\b"
)
_REST = re.compile(r"\b(?:autres?|rest\w+|contre|seuls?|ne)\b|n'")
_NAMED = re.compile(r"(?<=[^\W\d_][ '])[A-ZÀ-Þ][\w-]{2,}")
# Nouns of what is lost with a job.
_JOBS = {"salarié", "employé", "poste", "emploi", "ouvrier", "agent", "fonctionnaire", "effectif"}
ROOM = Decimal("0.12")  # of a share, by which a title may round it
NARROW = Decimal("0.06")  # of a share, by which other counts may miss it
POINTS = Decimal("4")  # by which a percentage of the body bears it out
HUNDRED = 100
LEAST = 10  # of which there must be, for a share to be one


def find(context: Context) -> Iterator[TitleWords]:
    blocks, plain = context.document.blocks, context.document.plain
    titles = [s for s in context.sentences if blocks[s.sentence.block].kind is BlockKind.TITLE]
    shares = [one for s in titles for one in s.quantities if one.kind is QuantityKind.RATIO]
    if len(shares) != 1 or not shares[0].value or shares[0].value >= 1:
        return
    share, title = shares[0], titles[0].extent.until(titles[-1].extent)
    noun = _noun(plain, share)
    nouns = {noun, *_told_again(context, share)} - {None}
    if noun is None or _OTHERWISE.search(lower(title.of(plain))):
        return
    if scanner().changes(plain, title):
        return
    first = next((at for at, one in enumerate(blocks) if one.kind is not BlockKind.TITLE), 0)
    heads = f"{title.of(plain)} {blocks[first].extent.of(plain)}"
    body = [one for one in context.sentences if one not in titles]
    found = [
        (part, whole, sentence)
        for sentence in body
        for part, whole in _parts(plain, sentence)
        if any(_are_of(one, part, whole, _fates(plain, sentence)) for one in nouns if one)
    ]
    ratios = [quotient(part.value, whole.value) for part, whole, _ in found]
    if len(found) != 1 or ratios[0] is None or _fits(share, ratios[0]):
        return
    own = found[0][2]
    if _another_fits(body, own, share):
        return
    later = [one for one in body if one.sentence.block != first or _is_elsewhere(plain, own, title)]
    later = [one for one in later if one is not own]
    if _is_borne_out(plain, share, title, later):
        return
    beside = {one.value for one in scanner().numbers(plain, title) if one.extent > share.extent}
    told = any(one.value in beside for one in scanner().numbers(plain, own.extent))
    opens = own.sentence.block == first
    heads = heads.replace(own.extent.of(plain), "")
    if not told and not _is_one_matter(heads, own.extent.of(plain), noun, few=opens):
        return
    if _is_of_a_group(plain, found[0][1]) and _repeats(body, own, share):
        return
    yield TitleWords(share.extent, found[0][0].extent)


def _is_of_a_group(plain: str, whole: Quantity) -> bool:
    """Whether words behind a whole say that it is one group: "les 30 maires du canton"."""
    return _GROUP.match(plain, end_of(whole)) is not None


def _repeats(body: Sequence[ScannedSentence], own: ScannedSentence, share: Quantity) -> bool:
    """Whether another sentence tells the share of the title, in words or in percent."""
    percent = (share.value or Decimal(0)) * HUNDRED
    return any(
        (one.kind is QuantityKind.RATIO and one.value == share.value)
        or (one.kind is QuantityKind.PERCENT and one.value == percent)
        for sentence in body
        if sentence is not own
        for one in sentence.quantities
    )


def _another_fits(body: Sequence[ScannedSentence], own: ScannedSentence, share: Quantity) -> bool:
    """Whether two other counts of a sentence or the one behind it make the share."""
    at = next(index for index, one in enumerate(body) if one is own)
    told = [one for each in body[at : at + 2] for one in usable(each.quantities)]
    counts = [one for one in told if one.kind in NUMBERS and one.value]
    value = share.value or Decimal(0)
    ratios = (
        quotient(one.value, other.value)
        for one, other in permutations(counts, 2)
        if other.value is not None and other.value >= LEAST
    )
    return any(
        ratio is not None and value * (1 - NARROW) <= ratio <= value * (1 + NARROW)
        for ratio in ratios
    )


def _noun(plain: str, share: Quantity) -> str | None:
    """What a share is of: "un salarié sur trois", "un tiers des postes"."""
    found = _ON.match(lower(share.extent.of(plain))) or _OF.match(plain, share.extent.end)
    return None if found is None else lower(found["noun"])


def _told_again(context: Context, share: Quantity) -> Iterator[str]:
    """The nouns of which the opening tells the same share: "un quart des assurés"."""
    blocks, plain = context.document.blocks, context.document.plain
    first = next((at for at, one in enumerate(blocks) if one.kind is not BlockKind.TITLE), None)
    for sentence in context.sentences:
        for one in sentence.quantities if sentence.sentence.block == first else ():
            noun = (
                _noun(plain, one) if one.kind is share.kind and one.value == share.value else None
            )
            if noun is not None:
                yield noun


def _parts(plain: str, sentence: ScannedSentence) -> Iterator[tuple[Quantity, Quantity]]:
    """The counts of a sentence of which words tell that the one is part of the other."""
    figures = [one for one in usable(sentence.quantities) if one.kind in NUMBERS]
    for one, other in pairwise(figures):
        between = plain[one.extent.end : other.extent.start]
        if _PART_OF.fullmatch(between):
            yield one, other
        elif _OUT_OF.search(_own_words(plain, sentence, one)) and not _NO_NEW.search(
            plain[end_of(one) : other.reach.start]
        ):
            yield other, one


def _is_elsewhere(plain: str, own: ScannedSentence, title: Extent) -> bool:
    """Whether a sentence counts for a place that the title does not name."""
    named = _NAMED.findall(plain, own.extent.start, own.extent.end)
    return any(one not in title.of(plain) for one in named)


def _own_words(plain: str, sentence: ScannedSentence, figure: Quantity) -> str:
    """The words of a sentence that lead to a figure."""
    start = figure.reach.start
    return words_before(plain, start, min(60, start - sentence.extent.start))


def _fates(plain: str, sentence: ScannedSentence) -> Sequence[re.Pattern[str]]:
    """What became of the people of whom a sentence tells: "qui ont perdu la vie"."""
    told = lower(sentence.extent.of(plain))
    return [form for form in words().fates.values() if form.search(told)]


def _are_of(noun: str, part: Quantity, whole: Quantity, fates: Sequence[re.Pattern[str]]) -> bool:
    """Whether two counts are of what the title shares out, the part being smaller."""
    if part.value is None or whole.value is None or not part.value < whole.value:
        return False
    if whole.value < LEAST or part.hedge is not None:
        return False
    things = words().things
    counted = {one for one in (part.of, whole.of) if one is not None}
    own = things.get(noun.rstrip("s"), frozenset()) | things.get(noun, frozenset())
    if whole.of == "personne" and any(form.search(noun) for form in fates):
        return True
    if noun.rstrip("s") in _JOBS and counted & _JOBS:
        return True
    named = any(noun.rstrip("sx") == one.rstrip("sx") for one in counted)
    people = noun.rstrip("s").endswith(("ais", "ois", "ien", "ain", "and")) or noun == "français"
    anybody = people and bool(counted & {"habitant", "personne", "répondant", "adulte"})
    return named or anybody or any(own & things.get(one, frozenset()) for one in counted)


def _fits(share: Quantity, ratio: Decimal) -> bool:
    value = share.value or Decimal(0)
    low, high = value * (1 - ROOM), value * (1 + ROOM)
    told = share.hedge is not None and share.loose.holds(ratio)
    return told or low <= ratio <= high or low <= 1 - ratio <= high


def _is_borne_out(
    plain: str, share: Quantity, title: Extent, body: Sequence[ScannedSentence]
) -> bool:
    """Whether the body behind the opening tells the share again, in words or in percent.

    What it leaves to a hundred is told with a word of the title or as the rest.
    """
    value = (share.value or Decimal(0)) * HUNDRED
    topic = stems(lower(title.of(plain)))
    for sentence in body:
        words = lower(sentence.extent.of(plain))
        of_rest = _REST.search(words) is not None or not topic.isdisjoint(stems(words))
        for one in sentence.quantities:
            percent = one.value if one.kind is QuantityKind.PERCENT else None
            if one.kind is QuantityKind.RATIO and one.value is not None:
                percent = one.value * HUNDRED
            if percent is None:
                continue
            if abs(percent - value) <= POINTS:
                return True
            if of_rest and abs(HUNDRED - percent - value) <= POINTS:
                return True
    return False


def _is_one_matter(heads: str, told: str, noun: str, *, few: bool) -> bool:
    """Whether words about what is shared, or ``few`` of them, stand again beside the two counts."""
    if are_one_matter(heads, told):
        return True
    shared = stems(lower(heads)) & stems(lower(told)) - stems(noun)
    named = {one for one in shared if not one.startswith("=")}
    return bool(shared) if few else len(named) > 1
