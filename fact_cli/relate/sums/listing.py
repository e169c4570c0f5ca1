"""What finders of lists share: how one part follows another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from fact_cli.lang.words import words_before
from fact_cli.model.mention import Quantity, QuantityKind, TimeExpression
from fact_cli.relate.neighbours import end_of, in_unit_of, sign_of, told_noun

# Between two parts of a list: words about the first, then a comma or "et".
NEXT = re.compile(r"[^.;:()!?]{0,70}?(?:,| et| ;|;|\+| ainsi que| puis) ?[^.;:()!?]{0,25}")

# What comes behind the last part: where the whole now stands.
STANDS = re.compile(
    r"[^.;:()\d]{0,60}(?:s'établiss|s'élev|s'affich|atteign|port|ramen|culmin|pass)ant\b"
    r"|[^.;:()\d]{0,60}\bpour (?:s'établir|s'élever|atteindre|se situer)\b"
)
_OF_ALL = re.compile(r"\bsoit (?:donc )?(?:au total|en tout)\b")
_BAR = re.compile(
    r"\b(?:moyenne|médiane|seuil|barre|plafond|norme|objectif)s?\b[^.;:()\d]{0,25}\b(?:de|à|des) $"
)
_CHANGES = re.compile(
    r"\b(?:hausse|baisse|augmentation|recul|progression|diminution)s (?:[^\W\d_]+ )?"
    r"de [^.;:()]{0,25}$"
)
_COUNT = r"(?:\d[\d ]*|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt)"
_AND_OTHERS = re.compile(
    rf"[^.;:()!?\d]{{0,60}}?, {_COUNT} [^.;:,()!?\d]{{2,40}} et {_COUNT}"
    r" (?:qui|dont|que|ont|sont)\b"
)
# What one can have or do beside the others: "110 ont un vélo, 75 une trottinette".
OVERLAPS = re.compile(
    r"\b(?:ont|avaient|possèd\w+|possédaient|parl\w+|pratiqu\w+|utilis\w+|lis\w+|regard\w+|écout\w+"
    r"|cit\w+|mentionn\w+|évoqu\w+|souffr\w+|connaiss\w+|jou\w+|consomm\w+|boiv\w+|mang\w+"
    r"|emprunt\w+|ach[eè]t\w+|prenn\w+|command\w+|collectionn\w+|sèm\w+|plant\w+|pêch\w+|tri\w+"
    r"|viv\w+|dépend\w+|profit\w+|produis\w+|reçoiv\w+|transform\w+|vend\w+|récolt\w+"
    r"|appréci\w+|aim\w+|dispos\w+|cultiv\w+|élèv\w+|propos\w+|offr\w+|présent\w+|équipé\w*|doté\w*)"
    r" (?:déjà |aussi )?(?:une?|des?|du|d'|d’|les?|la|l'|l’)\b"
)
_LAST = re.compile(r" et | ainsi que | puis |;")
_OF_ONE = re.compile(
    r"\b(?:moyenne|rythme|par|chacune?|l'unité|le litre|la tonne|contre|dont|avec|pic)\b"
)
# "En 2023 et 2024 réunis (1 210 et 1 480)": a year behind a year is no number of things.
_IS_YEAR = re.compile(r"(?:19|20)\d\d")
_AFTER_YEAR = re.compile(r"\b(?:19|20)\d\d(?: et|,| ou) $")
_CLOSED = re.compile(r"[^.;:()!?]{0,30}\)")
AS_ROUNDED = Decimal("0.02")  # of a measure, by which it may be rounded in another unit


def goes_on(plain: str, parts: Sequence[Quantity]) -> bool:
    """Whether a list has a last part that counts no thing: "24 graves, trois morts et cinq qui"."""
    return len(parts) > 1 and _AND_OTHERS.match(plain, end_of(parts[-1])) is not None


def is_bar(plain: str, figure: Quantity) -> bool:
    """Whether a figure is what others are measured by: "dépassent la moyenne de 13,7 %".

    "+1,2 %, dont +1,1 % pour les hommes" is a mean as well: rates of change do not add up.
    """
    if figure.kind is QuantityKind.PERCENT and sign_of(plain, figure):
        return True
    if figure.kind is QuantityKind.PERCENT and _CHANGES.search(
        words_before(plain, figure.reach.start, 50)
    ):
        return True
    ahead = words_before(plain, figure.reach.start, 50)
    year = figure.noun is None and _IS_YEAR.fullmatch(figure.extent.of(plain)) is not None
    return _BAR.search(ahead) is not None or (year and _AFTER_YEAR.search(ahead) is not None)


def is_of_all(link: str) -> bool:
    """Whether a list behind a list is its sum: "…, soit au total 332 chefs et 15 892 hommes"."""
    return _OF_ALL.search(link) is not None


def of_its_noun(parts: Sequence[Quantity], whole: Quantity) -> list[Quantity]:
    """The parts that count what ``whole`` counts, if it names that: officers among officers."""
    noun = told_noun(whole)
    named = [one for one in parts if told_noun(one) == noun]
    return named if noun is not None and len(named) > 1 else list(parts)


def is_bigger(part: Quantity, whole: Quantity) -> bool:
    return part.value is not None and whole.value is not None and part.value > whole.value


def are_added(link: str, links: Sequence[str]) -> bool:
    """Whether "soit" opens parts, not a rate and more about it: "soit 2 par an, dont 1"."""
    apart = " ".join(links)
    last = links[-1] if links else ""
    closed = _LAST.search(f"{last} ") is not None
    return closed and not _OF_ONE.search(link) and not _OF_ONE.search(apart)


def without_times(link: str, start: int, times: Sequence[TimeExpression]) -> str:
    """``link``, which begins at ``start`` in the text, without the times told in it."""
    for time in reversed(times):
        first, last = time.extent.start - start, time.extent.end - start
        if first >= 0 and last <= len(link):
            link = link[:first] + link[last:]
    return re.sub(r"  +", " ", link)


def is_said_again(whole: Quantity, first: Quantity) -> bool:
    """ "126 km/h, soit 35 m/s à la pointe, et 108 sur l'île": the first is the whole again."""
    part = in_unit_of(first, whole)
    if part is None or whole.value is None or part.value is None or first.unit == whole.unit:
        return False
    return abs(part.value - whole.value) <= whole.value * AS_ROUNDED


def is_closed(plain: str, last: Quantity) -> bool:
    """Whether a bracket ends behind the last part of a list."""
    return _CLOSED.match(plain, end_of(last)) is not None
