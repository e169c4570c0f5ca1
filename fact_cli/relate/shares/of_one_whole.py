"""Several parts of one whole, each with its share, of which one share does not fit the others.

"Sur 3 215 909 suffrages …: 64 011 voix (1,99 %), 53 330 (1,66 %), … 35 099 bulletins, soit 1,9 %":
that two shares are of a whole tells that the third is too, three sentences off; what is a slip
away from the share computed is a misprint of it. A yes and a no make their whole themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from fact_cli.lang.words import lower
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.shares import Share
from fact_cli.model.slips import digits_of, slip_between
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, end_of, in_unit_of, is_surplus, sign_of, usable

WINDOW = 4  # sentences of one block that tell of one whole
MOST = 40  # figures in them: a table ties nothing by nearness
KNOWN = 2  # parts whose shares must be of a whole
SURE = 2  # digits of a share that fits by no chance
_SHARE_BEHIND = re.compile(
    r"(?: (?:[^\W\d_]+['’])?[^\W\d_]+){0,9}"
    r"(?: \((?:soit )?|,? (?:soit|c'est-à-dire|ou)(?: environ)? )"
)
# "12 % des femmes" is a share of them; "22 % du total" may be one of any whole.
_OF_ANOTHER = re.compile(
    r" (?:de|d'|des|du|chez|parmi|en|par)\b(?! (?:total|voix|suffrages|exprimés|l'ensemble|votants"
    r"|la population|bulletins|clients|parts? de marché|marché|parc|électeurs))"
)
_AMONG = re.compile(
    r"\b(?:dont|parmi (?:eux|elles|lesquel)|d'entre (?:eux|elles))\b[^.;:()]{0,60}$"
)
_YES, _NO = re.compile(r"\b(?:oui|pour)\b"), re.compile(r"\b(?:non|contre)\b")


def find(context: Context) -> Iterator[Share]:
    plain = context.document.plain
    seen: set[int] = set()
    for index, sentence in enumerate(context.sentences):
        if not any(one.kind is QuantityKind.PERCENT for one in sentence.quantities):
            continue
        window = [
            each
            for each in context.sentences[max(0, index - WINDOW + 1) : index + 1]
            if each.sentence.block == sentence.sentence.block
        ]
        figures = [one for each in window for one in usable(each.quantities)]
        if len(figures) > MOST:
            continue
        couples = couples_of(plain, figures)
        for share in (*_beside_others(figures, couples), *_yes_and_no(context, couples)):
            if share.stated.extent.start not in seen:
                seen.add(share.stated.extent.start)
                yield share


def couples_of(plain: str, figures: Sequence[Quantity]) -> list[tuple[Quantity, Quantity]]:
    """Each part with the share that stands right behind it."""
    found: list[tuple[Quantity, Quantity]] = []
    for part, share in pairwise(figures):
        if share.kind is not QuantityKind.PERCENT or share.unit != "%" or not share.value:
            continue
        if part.kind is QuantityKind.PERCENT or not part.value or sign_of(plain, share):
            continue
        gap = plain[end_of(part) : max(end_of(part), share.reach.start)]
        changed = is_surplus(plain, share) or is_surplus(plain, part)
        if (
            changed
            or not _SHARE_BEHIND.fullmatch(gap)
            or _OF_ANOTHER.match(plain, share.extent.end)
        ):
            continue
        if not _AMONG.search(lower(plain[max(0, part.reach.start - 80) : part.reach.start])):
            found.append((part, share))
    return found


def _beside_others(
    figures: Sequence[Quantity], couples: Sequence[tuple[Quantity, Quantity]]
) -> Iterator[Share]:
    """The shares that are a slip off the whole of which the others are."""
    parts = [part for part, _ in couples]
    for whole in figures:
        if whole in parts or whole.kind not in _WHOLES or not whole.value:
            continue
        told = [_share(part, whole, share) for part, share in couples if in_unit_of(whole, part)]
        fitting = [one for one in told if one.holds and _is_sure(one)]
        if len({one.part.value for one in fitting}) < KNOWN:
            continue
        for one in told:
            others = [
                _share(one.part, other, one.stated) for other in figures if other is not whole
            ]
            if not one.holds and _is_slip(one) and not any(each.holds for each in others):
                yield one


_WHOLES = {QuantityKind.MONEY, QuantityKind.DIMENSION, *NUMBERS}


def _yes_and_no(context: Context, couples: Sequence[tuple[Quantity, Quantity]]) -> Iterator[Share]:
    """ "Le oui recueille 4 319 466 voix, soit 90,06 %, et le non 450 438, soit 9,04 %"."""
    plain = context.document.plain
    for (yes, first), (no, second) in pairwise(couples):
        ahead = lower(plain[max(0, yes.reach.start - 60) : yes.reach.start])
        between = lower(plain[first.extent.end : max(first.extent.end, no.reach.start)])
        told = (_YES.search(ahead) and _NO.search(between)) or (
            _NO.search(ahead) and _YES.search(between)
        )
        if not told or yes.unit != no.unit or not yes.value or not no.value:
            continue
        both = replace(
            yes,
            value=yes.value + no.value,
            strict=yes.strict + no.strict,
            loose=yes.loose + no.loose,
        )
        shares = [_share(yes, both, first), _share(no, both, second)]
        if all(not one.holds and _is_slip(one) for one in shares):
            yield from shares


def _share(part: Quantity, whole: Quantity, stated: Quantity) -> Share:
    return Share(part, whole, stated, (), Binding.INFERRED)


def _is_sure(share: Share) -> bool:
    return digits_of(share.stated.value or Decimal(1), share.stated.step) >= SURE


def _is_slip(share: Share) -> bool:
    """Whether the share printed is a misprint of the one computed, a digit lost included."""
    exact, stated = share.exact(share.whole), share.stated
    if exact is None or stated.value is None or abs(exact - stated.value) <= 2 * stated.step:
        return False
    finer = slip_between(stated.value * 10, exact * 10, stated.step)
    return slip_between(stated.value, exact, stated.step) is not None or finer is not None
