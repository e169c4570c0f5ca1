"""A list that words behind it close: "aucune autre liste", "les sept autres repartent bredouilles".

"Vingt titres étaient en jeu. La Tunisie en a pris neuf (cinq chez les dames, …), l'Égypte six et le
Maroc quatre. Les huit autres nations rentrent les mains vides": who else there is has none of what
is counted, so that the parts before these words are all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower, words_before
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context, up_to
from fact_cli.relate.every_sentence import every_sentence
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus, told_noun, usable
from fact_cli.scan.scanner import scanner
from fact_cli.scan.times.ages import is_person

_CUES = ("autre", "bredouille", "mains vides")
_CLOSES = re.compile(
    r"\b(?:aucune?|nul(?:le)?|pas d'|pas une?|il n'y (?:a|avait|en a)(?: donc)? (?:pas|aucun)"
    r" d') ?autres? (?!cas|blessé|détail|précision|information|chiffre|date|mesure)[^\W\d_]+"
    r"|\bl[ea]s (?:[\w-]+ )?autres\b[^.;:()\d]{0,60}? (?:(?:re)?(?:partent|rentrent"
    r"|sont (?:repartie?s|rentrée?s)|repartiront|quittent|restent)"
    r"[^.;:()\d]{0,40} ?(?:bredouilles?|les mains vides|sans"
    r" (?:rien|(?:la |le )?(?:moindre )?(?:titre|médaille|récompense|prix|siège|élu|trophée|or)))"
    r"|n'(?:ont|a|auront|en ont|obtiennent|avaient) (?:rien|pas|aucun))"
)
_NESTED = re.compile(
    r"(?<![\w-])(?:dont|contre|sur|notamment|après|auparavant|déjà|encore|jusqu'|moyenne|au lieu"
    r"|il y a|hors|sans compter)(?![\w-])[^.;:()\d]{0,40}$"
)
_AMONG = re.compile(r"\b(?:parmi|sur|des|de ces|d'entre) ?(?:les|ces|ses|eux|elles)?,? ?$")
_NO_WHOLE = re.compile(
    r"\b(?:dont|contre|après|plus d[e'] ?|moins d[e'] ?|près d[e'] ?|quelque|seuil|majorité|record)"
    r"[^.;:()\d]{0,20}$"
)
_NOT_SHARED = re.compile(
    r"(?<![\w-])(?:pas été (?:attribu|décern|pourv)\w*|non (?:attribu|décern|pourv)\w*|vacant\w*"
    r"|ex aequo|recours|aussi|isolée?s?"
    r"|l[ea] derni(?:er|ère) (?:revenant|revient|allant|va|est|échoit)"
    r"|l[ea] [^\W\d_]+ième|chacune?|à égalité|restent à|provisoire\w*|reste à)(?![\w-])"
)
# A part that no figure tells: "sauve l'honneur avec une récompense", "un élu indépendant".
_ONE = re.compile(r"\b(?P<one>une?|l[ea] seule?|l[ea] derni(?:er|ère)) (?P<noun>[^\W\d_]+)")
_AND_OTHERS = re.compile(r"\b(?:comme|ainsi que|tout comme|de même que|imitée?s? par)\b")
_AWARDS = {
    "titre", "médaille", "médaillé", "médaillée", "or", "récompense", "prix", "trophée",
    "statuette", "sacre", "couronne", "coupe", "victoire", "podium", "place", "siège",
    "élu", "député", "conseiller", "fauteuil", "mandat", "sénateur", "voix",
}  # fmt: skip
# "Le MR 11, Ecolo six et": a number between a name and the end of its item.
_ENDS_ITEM = re.compile(r" ?(?:[,;.)(]|et |puis |ainsi que |tandis que |quand )")
_BEHIND_NAME = re.compile(r"[^\W\d_][»\"’')]? $")
AHEAD = 4  # characters before a number in which its name ends
LEAST = 2  # "un" is an article too
BACK = 3  # sentences before the closing words in which the whole stands
FEWEST, MOST = 3, 10  # parts
APART = 3  # by how much few things may be counted wrong


def find(context: Context) -> Iterator[Total]:
    if not context.tells(_CUES):
        return
    plain, sentences = context.document.plain, every_sentence(context)
    for number, sentence in enumerate(sentences):
        closed = _CLOSES.search(lower(sentence.extent.of(plain)))
        if closed is None:
            continue
        near = [
            one
            for one in up_to(sentences, number, BACK)
            if one.sentence.block == sentence.sentence.block
        ]
        yield from _closed(plain, near, sentence.extent.start + closed.start())


def _closed(plain: str, near: Sequence[ScannedSentence], end: int) -> Iterator[Total]:
    """The whole that the parts before the closing words make, else the one of the longest list."""
    counts = [
        (each, one) for each in near for one in _numbers(plain, each) if one.extent.end <= end
    ]
    close: list[Total] = []
    for number in range(len(counts) - FEWEST, -1, -1):
        sentence, whole = counts[number]
        if told_noun(whole) is None or not _may_be_whole(plain, sentence, whole):
            continue
        total = _listed(plain, whole, counts[number + 1 :], end)
        if total is not None:
            close.append(total)
    holding = [one for one in close if one.exact == one.whole.value]
    yield from (holding or close[::-1])[:1]


def _listed(
    plain: str, whole: Quantity, behind: Sequence[tuple[ScannedSentence, Quantity]], end: int
) -> Total | None:
    """The whole and what is counted behind it, articles that stand for one among it."""
    parts = _parts(plain, whole, behind)
    if parts is None or not FEWEST - 1 <= len(parts) <= MOST:
        return None
    at = end_of(parts[0])
    words = lower(plain[at:end])
    ones = [one for one in _ONE.finditer(words) if _is_counted(one["noun"], whole)]
    parts = [*parts, *(_as_one(one, at) for one in ones)]
    total = Total(whole, parts, complete=True, exclusive=True, binding=Binding.INFERRED)
    if len(parts) < FEWEST or not _is_close(total):
        return None
    told = lower(plain[whole.extent.end : end])
    unclear = _NOT_SHARED.search(told) or (ones and _AND_OTHERS.search(words))
    return total if total.exceeds or not unclear else None


def _numbers(plain: str, sentence: ScannedSentence) -> Sequence[Quantity]:
    """The counts of a sentence, and the numbers behind names: "le MR 11, Tourcoing six"."""
    counts = [one for one in usable(sentence.quantities) if one.kind in NUMBERS and one.scale == 1]
    known = [one.extent for one in (*sentence.quantities, *sentence.times)]
    for number in scanner().numbers(plain, sentence.extent):
        at = number.extent
        if number.ordinal or not number.whole or number.scale != 1 or number.value < LEAST:
            continue
        if any(one.start < at.end and at.start < one.end for one in known):
            continue
        if _ENDS_ITEM.match(plain, at.end) and _BEHIND_NAME.search(
            plain, max(0, at.start - AHEAD), at.start
        ):
            exact = Bounds.exactly(number.value)
            counts.append(
                Quantity(at, at, QuantityKind.NUMBER, number.value, Decimal(1), exact, exact)
            )
    return sorted(counts, key=lambda one: one.extent)


def _is_counted(noun: str, whole: Quantity) -> bool:
    """Whether a word names one of what the whole counts."""
    return noun == whole.of or {noun, whole.of} <= _AWARDS


def _as_one(found: re.Match[str], at: int) -> Quantity:
    """One that is told by an article: "une récompense"."""
    extent = Extent(at + found.start("one"), at + found.end("one"))
    one, exact = Decimal(1), Bounds.exactly(1)
    return Quantity(extent, extent, QuantityKind.COUNT, one, one, exact, exact)


def _may_be_whole(plain: str, sentence: ScannedSentence, whole: Quantity) -> bool:
    ahead = words_before(plain, whole.reach.start, whole.reach.start - sentence.extent.start)
    return whole.hedge is None and not is_surplus(plain, whole) and not _NO_WHOLE.search(ahead)


def _parts(
    plain: str, whole: Quantity, behind: Sequence[tuple[ScannedSentence, Quantity]]
) -> Sequence[Quantity] | None:
    """What has a part of the whole each; None where a figure among them counts something else."""
    parts: list[Quantity] = []
    for sentence, one in behind:
        ahead = lower(plain[sentence.extent.start : one.reach.start])
        if ahead.count("(") > ahead.count(")"):  # a part of a part, or something about it
            continue
        if _names_things(plain, one):
            continue
        if _NESTED.search(ahead) or is_surplus(plain, one) or one.hedge is not None:
            return None
        if not _is_part(whole, one):
            return None
        if (one.value or 0) >= (whole.value or 0):
            return None
        parts.append(one)
    nouns = [told_noun(one) for one in parts if told_noun(one) is not None]
    kinds = set(nouns) - {whole.of} - _AWARDS
    one_kind = not kinds or (len(kinds) == len(nouns) == len(parts))
    return parts if one_kind else None


def _names_things(plain: str, one: Quantity) -> bool:
    """Whether a figure names things told of before: "hors de ces deux bastions"."""
    ahead = words_before(plain, one.reach.start, 6)
    return told_noun(one) is not None and ahead.endswith((" ces ", " les ", " ses "))


def _is_part(whole: Quantity, one: Quantity) -> bool:
    """Whether a figure counts what the whole does, or people of one kind among them."""
    noun = told_noun(one)
    if noun in {None, whole.of} or {noun, whole.of} <= _AWARDS:
        return True
    grammar = lexicon().grammar
    people = {noun, whole.of} - {"personne", "victime"}
    return all(each is not None and is_person(each, grammar) for each in people)


def _is_close(total: Total) -> bool:
    exact, value = total.exact, total.whole.value
    if exact is None or value is None or not total.is_plausible:
        return False
    return total.is_near or abs(exact - value) <= APART
