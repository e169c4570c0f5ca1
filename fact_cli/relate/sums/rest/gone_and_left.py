"""What is left of a whole from which some went: "3 482 fermes … 297 ont fermé … il en subsiste".

The words call one figure what is left ("il en reste", "les 41 autres", "encore privés de"); the
whole and what went are two others beside it. Further figures may have gone or come too, so that
a remainder which any of their sums make is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.bounds import is_near
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.figures import Difference
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.slips import PRECISE, Slip, digits_of, slip_between
from fact_cli.model.text import Extent
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context, tells, up_to
from fact_cli.relate.neighbours import (
    NUMBERS,
    in_unit_of,
    is_surplus,
    printed,
    told_noun,
    usable,
)
from fact_cli.relate.sums.rest.one_more import tells_more
from fact_cli.relate.sums.rest.out_of import OF_ALL, is_made
from fact_cli.relate.sums.rest.words import GOING
from fact_cli.relate.sums.set_aside import leaves_aside

_ALSO = r"(?:[ ,]+(?:donc|ainsi|alors|encore|désormais|aujourd'hui|toutefois|environ|que|plus))*"
_SO_THEN = r" (?:donc|par conséquent|finalement|au final|en définitive|au bout du compte),?"
_AHEAD = re.compile(
    r"\b(?:(?:il |ils |elles )?(?:n'en |ne |en |n')?(?:reste|restent|restait|restaient|restera"
    r"|resteront|subsiste|subsistent|subsistait|subsistaient|subsistera|demeure|demeurent"
    r"|survit|survivent|survivaient)"
    r"|(?:n'|s')?en (?:laisse|laissent|laissait|laissant|laissera)"
    r"|(?:ne |n'en )(?:compte|comptent|compt\w+|garde|gardent|a|ont|avait|avaient) plus que"
    rf"|en (?:a|ont|avait|avaient) encore|c(?:e sont|e furent|e seront|'est|e fut){_SO_THEN}"
    rf"(?: (?:sur|devant|avec|à|pour|de))?){_ALSO}"
    r"(?:, [^.;:,\d]{1,45},)? ?$"
)
# What stands in the words of either.
_CUES = (
    "rest", "subsist", "demeur", "surviv", "survit", "laiss", "plus que", "encore", "donc",
    "par conséquent", "final", "définitive", "bout du compte", "autres", "seulement", "toujours",
)  # fmt: skip
_BEHIND = re.compile(
    r"(?: [^\W\d_]+){0,2} (?:autres|restante?s)\b(?! [^\W\d_]+ \d)"
    r"| (?:[^\W\d_]+ ){0,2}seulement (?:sont|étaient|restent|fonctionnent|roulent|volent)\b"
    r"|(?: [^\W\d_]+){0,5} (?:encore|toujours) (?:privée?s|coupée?s|fermée?s|bloquée?s|portée?s"
    r"|hospitalisée?s|recherchée?s|en (?:grève|service|lice|course|activité|état))\b"
)
_COMPARED = re.compile(
    r"\b(?:contre|moyenne|objectif|soit|de plus|par rapport|avant|environ)\b[^.;:\d]{0,30}$"
)
_NESTED = re.compile(r"\b(?:dont|y compris|parmi lesquel(?:le)?s)(?: [^\W\d_]+){0,2} ?$")
# "Le plan en ayant supprimé quinze à lui seul": others went as well.
_NOT_ALL = re.compile(r"[^.;:()\d]{0,40}\b(?:à (?:lui|elle|eux|elles) seule?s?|déjà)\b")
_OF_IT = re.compile(r"\b(?:en|n'en) [^\W\d_]+ (?:encore |déjà |aussi )?$")
_SEATS = {"billet", "ticket", "entrée", "place", "siège"}  # each is sold as any other
_NO_REST = {
    QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.RATIO, QuantityKind.ORDINAL,
}  # fmt: skip
FAR = 80  # characters behind a figure in which words tell that it is left
BACK = 2  # sentences before that of the remainder
MOST = 6  # figures beside it
NEARLY = Decimal("0.1")  # of the remainder, by which a subtraction may be misprinted
SURE = 3  # digits of a remainder from which a misprint is no chance


def find(context: Context) -> Iterator[Difference | Total]:
    plain = context.document.plain
    cues = context.those_told(_CUES)
    if not cues:
        return
    for index, sentence in enumerate(context.sentences):
        if not tells(context.told[sentence.extent.start : sentence.extent.end + FAR], cues):
            continue
        for left in usable(sentence.quantities):
            if not _is_left(plain, sentence, left):
                continue
            block = sentence.sentence.block
            near = [
                one for one in up_to(context.sentences, index, BACK) if one.sentence.block == block
            ]
            found = _of_whole(plain, near, left)
            if found is None or _is_left_of_others(near, left, found):
                continue
            if not _is_explained(plain, Extent(left.extent.end, sentence.extent.end), left, found):
                yield found


def _is_explained(plain: str, behind: Extent, left: Quantity, found: Difference | Total) -> bool:
    """Whether words tell of one who came to those left, or of one more who went."""
    if leaves_aside(plain, left.extent.end):
        return True
    if isinstance(found, Total) or found.exact is None or left.value is None:
        return False
    return tells_more(plain, behind, left.value, found.exact)


def _is_left_of_others(
    near: Sequence[ScannedSentence], left: Quantity, found: Difference | Total
) -> bool:
    """Whether two other figures leave it: "a récolté 952 euros, moins les 120 de location"."""
    if isinstance(found, Total) or found.exact == left.value:
        return False
    values = {one.value for each in near for one in each.quantities if one.value is not None}
    return any(left.value == one - other for one in values for other in values)


def _is_left(plain: str, sentence: ScannedSentence, left: Quantity) -> bool:
    if left.kind in _NO_REST or left.value is None or is_surplus(plain, left):
        return False
    ahead = lower(plain[sentence.extent.start : left.reach.start])
    behind = words_after(plain, left.extent.end, FAR)
    return bool(_AHEAD.search(ahead) or _BEHIND.match(behind))


def _of_whole(
    plain: str, near: Sequence[ScannedSentence], left: Quantity
) -> Difference | Total | None:
    """The whole and what went of it, from the smallest stretch of sentences that has both."""
    for start in range(len(near) - 1, -1, -1):
        stretch = near[start:]
        beside = [
            one
            for sentence in stretch
            for figure in usable(sentence.quantities)
            if figure.extent != left.extent
            and (one := _alike(plain, sentence, figure, left)) is not None
        ]
        words = lower(plain[stretch[0].extent.start : stretch[-1].extent.end])
        if len(beside) < 2:
            continue
        if len(beside) > MOST or not GOING.search(words):
            return None
        found = _difference(plain, beside, left) or _of_several(plain, stretch, beside, left)
        if found is not None or not _opens_elided(stretch[0], beside[0]):
            return found
    return None


def _opens_elided(sentence: ScannedSentence, first: Quantity) -> bool:
    """Whether a sentence opens with some of what one before counts: "Trois sont morts"."""
    opens = first.reach.start == sentence.extent.start
    return opens and first.kind in NUMBERS and told_noun(first) is None


def _of_several(
    plain: str, stretch: Sequence[ScannedSentence], beside: Sequence[Quantity], left: Quantity
) -> Total | None:
    """ "Des 1 148 salariés, 312 sont partis et 95 ont été licenciés. Restent 751 personnes"."""
    whole, *told_gone = sorted(beside, key=lambda one: one.extent)
    gone = [one for one in told_gone if not _is_nested(plain, one)]
    if len(gone) < 2 or left.extent < gone[-1].extent:
        return None
    if any(_leaves(one, part, left) for one, part in pairwise(told_gone) if part not in gone):
        return None
    clauses = [*(one.reach.start for one in gone[1:]), stretch[-1].extent.end]
    told = all(
        GOING.search(lower(plain[one.extent.start : end]))
        for one, end in zip(gone, clauses, strict=True)
    )
    if not told:
        return None
    nouns = {told_noun(one) for one in gone if not _is_outcome(told_noun(one))} - {None}
    if whole.kind in NUMBERS and not nouns <= {whole.of}:
        return None
    total = Total(whole, [*gone, left], complete=True, exclusive=True, binding=Binding.INFERRED)
    near = total.is_near or (total.exceeds and total.is_plausible) or _is_slip(plain, total, left)
    return total if near and not is_made(whole, gone, left) else None


def _is_outcome(noun: str | None) -> bool:
    """Whether a word tells what became of some, as a noun would: "38 rejetés"."""
    return noun is not None and noun.endswith("é") and GOING.match(noun) is not None


def _is_slip(plain: str, total: Total, left: Quantity) -> bool:
    """Whether a misprint leads to what is left of a whole that opens the sentence: "Sur 64 …"."""
    opened = OF_ALL.search(words_before(plain, total.whole.reach.start, 20))
    if not opened or total.exact is None or total.whole.value is None or left.value is None:
        return False
    value, step = printed(left)
    due = value + total.whole.value - total.exact
    return due > 0 and slip_between(value, due, step) not in {None, Slip.FACTOR}


def _is_nested(plain: str, one: Quantity) -> bool:
    """Whether a figure is a part of the one before it: "21 blessés, dont quatre grièvement"."""
    return _NESTED.search(words_before(plain, one.reach.start, 40)) is not None


def _leaves(one: Quantity, part: Quantity, left: Quantity) -> bool:
    """Whether the others are those of a part: "21 blessés, dont 4 …, les 17 autres"."""
    rest = one.recomputed(loose=False) - part.recomputed(loose=False)
    return rest.meets(left.recomputed(loose=True))


def _alike(
    plain: str, sentence: ScannedSentence, figure: Quantity, left: Quantity
) -> Quantity | None:
    """``figure`` in the unit of ``left``, where both can be of one whole."""
    one = in_unit_of(figure, left)
    ahead = lower(plain[sentence.extent.start : figure.reach.start])
    if (
        one is None
        and figure.kind in NUMBERS
        and told_noun(figure) is None
        and _OF_IT.search(ahead)
    ):
        one = replace(figure, kind=left.kind, unit=left.unit, of=None)
    if one is None or one.value is None or figure.kind in _NO_REST or is_surplus(plain, figure):
        return None
    return None if _COMPARED.search(ahead) else one


def _difference(plain: str, beside: Sequence[Quantity], left: Quantity) -> Difference | None:
    """The only subtraction that nearly makes the remainder, where no other makes it."""
    assert left.value is not None
    whole = max(beside, key=lambda one: one.value or Decimal(0))
    others = [one for one in beside if one is not whole]
    if whole.value is None or whole.value <= left.value or is_made(whole, others, left):
        return None
    gone = [
        one
        for one in others
        if _is_misprinted(whole, one, left) and not _NOT_ALL.match(plain, one.extent.end)
    ]
    if len(gone) != 1 or not _are_of_one(whole, gone[0], left):
        return None
    return Difference(gone[0], whole, left, 0, Binding.INFERRED)


def _is_misprinted(whole: Quantity, gone: Quantity, left: Quantity) -> bool:
    assert whole.value is not None and gone.value is not None and left.value is not None
    exact = whole.value - gone.value
    if exact <= 0:
        return False
    value, step = printed(left)
    slip = slip_between(value, exact, step)
    precise = digits_of(value, step) >= SURE and slip not in {None, Slip.FACTOR}
    return is_near(exact, value, NEARLY) or precise


def _are_of_one(whole: Quantity, gone: Quantity, left: Quantity) -> bool:
    """Whether no noun told beside what went or is left is another than that of the whole."""
    if whole.kind not in NUMBERS:
        return True
    told = {told_noun(gone), told_noun(left)} - {None, "autre", "restant"}
    if told <= {whole.of} or (told <= _SEATS and whole.of in _SEATS):
        return True
    return told_noun(gone) in {None, whole.of} and _is_long_slip(whole, gone, left)


def _is_long_slip(whole: Quantity, gone: Quantity, left: Quantity) -> bool:
    """Whether what is left, by another name, is so long a misprint that chance is ruled out."""
    value, step = printed(left)
    exact = (whole.value or Decimal(0)) - (gone.value or Decimal(0))
    slip = slip_between(value, exact, step)
    return digits_of(value, step) >= PRECISE and slip in {Slip.DIGIT, Slip.SWAP}
