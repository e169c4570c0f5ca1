"""The result of one match told twice: "un succès 3-1 … cette victoire 3-2", and its sets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower, words_after
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.same import TwoResults
from fact_cli.model.text import BlockKind, Extent
from fact_cli.relate.context import Context
from fact_cli.relate.every_sentence import every_sentence
from fact_cli.relate.twice.ranks.holders import names_in

_NUMBER = r"zéro|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix"
_DIGITS_TOLD = (
    r"(?P<one>\d(?<![\w.,/’'-]\d)\d{0,2})(?: ?[-–] ?| à )(?P<other>\d{1,3})"
    r"(?![\w/-]|[.,]\d| ?(?:ans|%|h\b|voix|euros?|kilos?|km|mètres|minutes|jours|mois|heures"
    r"|degrés|personnes))"
)
_WORDS_TOLD = (
    rf"(?<![\w-])(?P<one_word>{_NUMBER}) (?P<unit>sets?|manches?|buts?|essais?)? ?à"
    rf" (?P<other_word>{_NUMBER})(?![\w-])"
)
SCORE = re.compile(rf"{_DIGITS_TOLD}|{_WORDS_TOLD}")
_SCORE_IN_DIGITS, _SCORE_IN_WORDS = re.compile(_DIGITS_TOLD), re.compile(_WORDS_TOLD)
_IN_SETS = re.compile(
    r"\ben (?P<sets>deux|trois|quatre|cinq) (?:petits? |courts? )?(?:sets|manches)\b"
)
_SETS_WON = ("sets", "manches")
# What a score in words holds, and is found much faster.
_IN_WORDS = tuple(f"à {number}" for number in _NUMBER.split("|"))
_SET = r"\d{1,2}[-/]\d{1,2}(?: ?\(\d{1,2}(?:[-/]\d{1,2})?\))?"
_SETS = re.compile(rf"(?<![\d-]){_SET}(?:(?:,| ;| et)? ?{_SET}){{1,4}}(?![\d-])")
_ONE_SET = re.compile(r"(?P<one>\d{1,2})[-/](?P<other>\d{1,2})(?: ?\([\d/-]+\))?")
_TELLS_WHO_WON = (
    "batt", "impos", "emport", "inclin", "victoire", "succès", "défaite", "revers", "domin",
    "vainqu", "succomb", "gagn", "perd", "corrig", "score", "cédé", "trois points", "renvers",
    "éliminé", "surpris", "pli",
)  # fmt: skip
_WON = re.compile(rf"\b(?:{'|'.join(_TELLS_WHO_WON)})")
_PART = re.compile(
    r"\b(?:pause|mi-temps|période|mené\w*|menai\w*|quart-temps|tiers|tie-break|balles?"
    r"|tirs? aux? buts?|tab|t\.a\.b|prolongations?)\b"
)
# Of another match, or of two.
_APART = re.compile(
    r"\b(?:précédent\w*|derni(?:er|ère)s? (?:match|rencontre|journée|sortie|fois|saison)|aller"
    r"|retour|déjà|avai\w+|semaine|passée?|dernier|il y a|autre|également|même score|prochain"
    r"|premier match|premier tour|coupe|match nul|lendemain"
    r"|veille|première(?=,)|rival\w*|adversaires?|cumul\w*|total|double confrontation)\b"
)
_POINTS_BACK = re.compile(
    r"\b(?:[Cc]et?(?:te)?|[Ll]eur|[Ss]on|[Ss]a|(?<=« )[Uu]ne?) (?:[^\W\d_]+ )?"
    r"(?:succès|victoire|défaite|revers|score)\b"
    r"|(?:^|« ?)(?:Batt|Perd|Gagn|Vainqu|L'emport|S'impos)"
)
LED = 80  # characters before a score in which a word may tell that it ended a match
BEHIND = 25  # characters behind one in which a word may tell that it is of a part


@dataclass(frozen=True, slots=True)
class Result:
    """A score with the larger side first; ``total`` of sets only, where no more is told."""

    extent: Extent
    pair: tuple[int, int] | None
    total: int | None
    sets: bool
    title: bool
    pointed: bool
    names: frozenset[str]
    subjects: frozenset[str]
    sentence: Extent


def find(context: Context) -> Iterator[TwoResults]:
    plain = context.document.plain
    if not context.tells(_TELLS_WHO_WON):
        return
    if not _tells_score(context) and not (context.tells(_SETS_WON) and _IN_SETS.search(plain)):
        return
    told = finals(context)
    lists = [one for each in every_sentence(context) for one in _set_lists(context, each)]
    for listed in lists if len(lists) == 1 else ():
        for one in told:
            if one.sets and not _agree(listed, one) and _same_players(listed, one):
                yield TwoResults(listed.extent, one.extent)
                return
    for at, again in enumerate(told):
        before = [one for one in told[:at] if one.sets == again.sets]
        if not before or _agree(before[-1], again) or not _of_one_match(before[-1], again):
            continue
        others = [one for one in told if one.sets == again.sets and not _agree(one, again)]
        if all(_agree(before[-1], one) for one in others):
            yield TwoResults(before[-1].extent, again.extent)
            return


def _tells_score(context: Context) -> bool:
    plain = context.document.plain
    if _SCORE_IN_DIGITS.search(plain) is not None:
        return True
    return context.tells(_IN_WORDS) and _SCORE_IN_WORDS.search(plain) is not None


def finals(context: Context) -> Sequence[Result]:
    """The final scores of the article in text order, and the numbers of sets."""
    return context.once(
        "final scores",
        lambda: tuple(one for each in every_sentence(context) for one in _results(context, each)),
    )


def _same_players(one: Result, other: Result) -> bool:
    """Whether no two sentences tell of two players or teams."""
    both = one.subjects and other.subjects
    return not both or not one.names.isdisjoint(other.names)


def _of_one_match(first: Result, again: Result) -> bool:
    """Whether the second telling goes on about the match of the first."""
    if first.sentence == again.sentence or first.sets != again.sets:
        return False
    tied = (again.pointed and _same_players(first, again)) or bool(first.names & again.names)
    if first.title:  # `headline_words` holds digits of the title against the body
        return first.sets and tied
    if first.pair is None or again.pair is None:
        return tied
    return tied and len(set(first.pair) & set(again.pair)) == 1


def _agree(one: Result, other: Result) -> bool:
    if one.sets != other.sets:
        return True
    if one.pair is not None and other.pair is not None:
        return one.pair == other.pair
    return one.total == other.total


def _results(context: Context, sentence: ScannedSentence) -> Iterator[Result]:
    """The final scores that a sentence tells of the article's match."""
    plain, extent = context.document.plain, sentence.extent
    text = lower(extent.of(plain))
    if _APART.search(text):
        return
    listed = [one.extent for one in _set_lists(context, sentence)]
    for found in SCORE.finditer(plain, extent.start, extent.end):
        ahead = lower(plain[max(extent.start, found.start() - LED) : found.start()])
        behind = words_after(plain, found.end(), BEHIND)
        part = _PART.search(re.split(r"[,;:(]", ahead)[-1] + behind)
        at = Extent(*found.span())
        if _WON.search(ahead + behind) and not part and not any(map(at.overlaps, listed)):
            yield _result(context, sentence, at, pair_of(found), (found["unit"] or "")[:3])
    for found in _IN_SETS.finditer(plain, extent.start, extent.end):
        if _WON.search(text):
            at, number = Extent(*found.span()), _value(found["sets"])
            yield _result(context, sentence, at, None, "set", number)


def _result(
    context: Context,
    sentence: ScannedSentence,
    at: Extent,
    pair: tuple[int, int] | None,
    unit: str,
    total: int | None = None,
) -> Result:
    plain = context.document.plain
    ahead = plain[sentence.extent.start : at.start]
    known = [one for one in names_in(context, sentence.extent) if not one.described]
    names = frozenset(one.last for one in known)
    subjects = frozenset(one.last for one in known if not one.governed)
    title = context.document.blocks[sentence.sentence.block].kind is BlockKind.TITLE
    sets = unit in {"set", "man"}
    total = sum(pair) if pair is not None else total
    pointed = _POINTS_BACK.search(ahead) is not None
    return Result(at, pair, total, sets, title, pointed, names, subjects, sentence.extent)


def pair_of(found: re.Match[str]) -> tuple[int, int]:
    sides = [found["one"], found["other"]]
    if found["one"] is None:
        sides = [found["one_word"], found["other_word"]]
    one, other = map(_value, sides)
    return max(one, other), min(one, other)


def _value(word: str) -> int:
    return int(word) if word.isdigit() else int(lexicon().numbers.words.get(word, 0))


def _set_lists(context: Context, sentence: ScannedSentence) -> Iterator[Result]:
    """The scores of the sets of a match that ends with the last of them: "6-4, 3-6, 7-5"."""
    plain = context.document.plain
    for found in _SETS.finditer(plain, sentence.extent.start, sentence.extent.end):
        sets = [
            (int(one["one"]), int(one["other"]))
            for one in _ONE_SET.finditer(plain, found.start(), found.end())
        ]
        pair = _tally(sets)
        if pair is not None:
            yield _result(context, sentence, Extent(*found.span()), pair, "set")


def _tally(sets: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """How many sets each side won; None for what is no full match in sets."""
    won = [one > other for one, other in sets]
    most, least = max(won.count(True), won.count(False)), min(won.count(True), won.count(False))
    ends = won.count(won[-1]) == most and most > least
    full = all(max(one) >= 6 and one[0] != one[1] for one in sets)
    return (most, least) if ends and full and most in {2, 3} else None
