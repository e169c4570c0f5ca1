"""The way that title and opening tell a thing to go, while the body's values go the other.

"Plus de naissances", of 642 after 671; "le chômage recule à 6,8 %", of 6,8 % after 6,5 %.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fact_cli.lang.words import lower, words_after
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.same import TitleWords
from fact_cli.model.text import BlockKind, Extent
from fact_cli.relate.changes.pairs import Pair
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, end_of, usable
from fact_cli.relate.passage import MANY, Passage
from fact_cli.relate.twice.headlines.body import body_pairs, opening_of, told_in
from fact_cli.relate.twice.headlines.part_told import is_of_another, is_part_told
from fact_cli.relate.twice.headlines.recomputed import is_named

_UP = re.compile(
    r"\b(?:plus d(?:e |')(?!la |l'|\d)(?=[^\W\d_]{4})|davantage d|plus nombreu|de plus en plus d"
    r"|à la hausse|en (?:(?:forte|légère|nette) )?(?:hausse|progression|augmentation)"
    r"|hausse d|augment(?!\w* pas)|progress(?:e|ent|é)\b|grimp(?:e|ent|é)\b|bondi"
    r"|remont(?:e|ent|é)\b|s'envol|flamb(?:e|ent|é)\b|repart(?:ent)? à la hausse|se multipli)"
)
_DOWN = re.compile(
    r"\b(?:moins d(?:e |')(?!la |l'|\d)(?=[^\W\d_]{4})|moins nombreu|de moins en moins d"
    r"|à la baisse|en (?:(?:forte|légère|nette) )?(?:baisse|recul|diminution|chute|repli)"
    r"|(?:re)?baiss(?:e|ent|é)\b|recul(?:e|ent|é|er)?\b|diminu(?:e|ent|é|tion)\b|chut(?:e|ent|é)\b"
    r"|refl(?:ue|uent|uer|ué)\b|dégringol|fléchi|s'effondr|régress|se repli|se raréfi)"
)
# What is told of a slower or another change, asked, or not yet.
_OTHERWISE = re.compile(
    r"[?]|\b(?:moins vite|ralenti\w*|frein\w*|stabl\w*|stagn\w*|mais|malgré|pourtant|après|sauf"
    r"|devrai\w*|pourrai\w*|va|vont|bientôt|d'ici|prévoi\w*|objectif|réclam\w*|demand\w*|veut"
    r"|veulent|ne|n'|pas|plus que|fin de la|depuis|coup de frein|rythme|record\w*|par rapport"
    r"|corrigé\w*|hors|comparable|part)\b"
)
_CUES = (
    " contre ", " après ", " au lieu d", " plus tôt", "auparavant", "précédent", "dernier",
    "dernière", "passé", " de ",
)  # fmt: skip
# What a value then is told to be: one of a year or a month before, and no peak, mean or plan.
_THEN = re.compile(
    r"[^.;:()\d]{0,25}\b(?:ans?|années?|mois|trimestre|semestre|exercice|saison|édition|veille"
    r"|semaine|\d{4}|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre"
    r"|décembre|auparavant|plus tôt|précédente?|hier)\b"
)
_NO_THEN = re.compile(
    r"\b(?:pic|records?|moyenne|prévus?|prévues?|attendue?s?|espérée?s?|budget|objectif|crise"
    r"|pandémie|covid|voisin\w*|(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt|\d+) ans"
    r"|normales?|sommet|plancher|plafond)\b"
)
_SPAN = re.compile(r"\b(?:mois|trimestre|semestre|semaine|journée|jours)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
EXACT = 3  # digits of a value that two things hardly share by chance


def find(context: Context) -> Iterator[TitleWords]:
    blocks, plain = context.document.blocks, context.document.plain
    titles = [
        one for one in context.sentences if blocks[one.sentence.block].kind is BlockKind.TITLE
    ]
    headed = [one.extent for one in blocks if one.kind is BlockKind.TITLE]
    if not headed or not context.tells(_CUES):
        return
    title, opening = headed[0].until(headed[-1]), opening_of(context)
    told = way_of(lower(title.of(plain)))
    if told is None or _sizes(context, titles):
        return
    way, found = told
    again = way_of(lower(opening))
    if again is None or again[0] != way:
        return
    pairs = _of_the_title(context, title.of(plain), titles, body_pairs(context))
    if not pairs or any(goes(one, way) for one in pairs):
        return
    reached = any(usable(one.quantities) for one in titles)
    if any(_tells_way(context, one) or not is_of_then(context, one) for one in pairs):
        return
    topic = f"{title.of(plain)} {opening}"
    if reached and any(is_of_another(context, topic, one) for one in pairs):
        return
    if not reached and (_SPAN.search(lower(opening)) or is_part_told(context, pairs[0])):
        return
    body = [one for one in context.sentences if one not in titles]
    if not _is_borne_out(context, body, way, pairs) and not _is_sized(context, body, way):
        words = re.sub(r" d(?:e |')?$", "", found.group())
        at = title.start + found.start()
        yield TitleWords(Extent(at, at + len(words)), pairs[0].after.extent)


def way_of(words: str) -> tuple[int, re.Match[str]] | None:
    """The only way that words tell a thing to go, and the first that tell it."""
    if _OTHERWISE.search(words):
        return None
    up, down = _UP.search(words), _DOWN.search(words)
    if up is not None and down is None:
        return 1, up
    return (-1, down) if down is not None and up is None else None


def _sizes(context: Context, sentences: Sequence[ScannedSentence]) -> bool:
    """Whether sentences tell by how much, which is another finder's."""
    return any(Passage(context, [one]).changes for one in sentences if len(one.quantities) <= MANY)


def _of_the_title(
    context: Context, topic: str, titles: Sequence[ScannedSentence], found: Sequence[Pair]
) -> Sequence[Pair]:
    """The pairs that come to the very value of the title, or count the noun that it names."""
    figures = [one for title in titles for one in usable(title.quantities)]
    if figures:
        return [two for two in found if any(_is_reached(one, two) for one in figures)]
    named = [two for two in found if is_named(context, topic, two) and _is_counted(two)]
    return named if len(named) == 1 else []


def _is_reached(one: Quantity, two: Pair) -> bool:
    """Whether a figure of the title is the later value, and so exact that it is no chance."""
    alike = one.value == two.after.value and one.unit == two.after.unit
    return alike and (one.step < 1 or len(str(one.value).rstrip("0")) >= EXACT)


def _is_counted(two: Pair) -> bool:
    return two.after.kind is QuantityKind.MONEY or (
        two.after.kind in NUMBERS and two.after.of is not None
    )


def goes(two: Pair, way: int) -> bool:
    before, after = two.before.value, two.after.value
    return before is None or after is None or (after - before) * way >= 0


def _tells_way(context: Context, two: Pair) -> bool:
    """Whether the words about two values tell a way themselves."""
    own = lower(told_in(context, two))
    return _UP.search(own) is not None or _DOWN.search(own) is not None


def is_of_then(context: Context, two: Pair, title: str = "") -> bool:
    """Whether words tell the first value to be the one of a year or a month before.

    Or of the two years that the title tells, however far apart.
    """
    told, plain = lower(told_in(context, two)), context.document.plain
    years = {int(one) for one in _YEAR.findall(told)}
    near = not years or max(years) - min(years) <= 1 or years == {*map(int, _YEAR.findall(title))}
    then = _THEN.match(lower(words_after(plain, end_of(two.before), 45)))
    return near and then is not None and _NO_THEN.search(told) is None


def _is_borne_out(
    context: Context, body: Sequence[ScannedSentence], way: int, pairs: Sequence[Pair]
) -> bool:
    """Whether a value of the body lets the last one have gone the way that is told.

    Of a count that is any of its noun; of what is measured, any of the same sentence.
    """
    for two in pairs:
        after, own = two.after, context.sentence_at(two.after.extent)
        for sentence in body:
            alike = [one for one in usable(sentence.quantities) if one.unit == after.unit]
            if after.kind in NUMBERS:
                alike = [one for one in alike if one.of in {None, after.of}]
            elif sentence is not own:
                continue
            if any(comes_from(after, one, way) for one in alike):
                return True
    return False


def comes_from(after: Quantity, one: Quantity, way: int) -> bool:
    """Whether a value can have come that way from a figure, which must be of its size."""
    if one.value is None or after.value is None or one.kind not in {after.kind, *NUMBERS}:
        return False
    sized = after.value / 3 < one.value < after.value * 3
    return sized and (after.value - one.value) * way > 0


def _is_sized(context: Context, body: Sequence[ScannedSentence], way: int) -> bool:
    """Whether the body tells by how much anything went that way."""
    wanted = "rise" if way > 0 else "fall"
    for sentence in body:
        if len(sentence.quantities) > MANY:
            return True
        passage = Passage(context, [sentence])
        if any(
            passage.changes[id(one)].value == wanted
            for one in passage.figures
            if id(one) in passage.changes
            and one.kind in {QuantityKind.PERCENT, QuantityKind.POINTS, *NUMBERS}
        ):
            return True
    return False
