"""A part and its share of the whole that the sentence before has told.

"Le port a traité 612 450 conteneurs. Avec 91 870 boîtes, la Chine représente 21 % du trafic",
"120 000 visiteurs. Les étrangers, 18 000, en forment le quart".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.shares import Share
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus, sign_of, told_noun, usable
from fact_cli.relate.passage import adjoin
from fact_cli.relate.shares.portion import is_near, is_share
from fact_cli.relate.shares.whole_named import is_of_all
from fact_cli.scan.times.ages import is_person

_VERB = (
    r"(?:représent|form|constitu|pès|pes|compt|regroup|concentr|rassembl|assur|fourni|totalis|repr"
    r"|équiva|correspond|absorb|génèr|génér|capt|détien|occup|réun|accueill|produi|font?\b|fait\b)"
    r"[^\W\d_]*"
)
# Between a part and its share: "(310 salariés) regroupe", "avec 91 870 boîtes, la Chine pèse".
_TOLD = re.compile(
    rf"[^.;:()\d]{{0,40}}\)?(?:,| )?(?: ?[^.;:()\d]{{0,60}})?\b(?:en |n'en )?{_VERB}"
    r" (?:pour |à (?:lui|elle|eux|elles) seule?s? )?(?:désormais |ainsi |aujourd'hui |déjà |donc )?"
    r"(?:près d[eu'] ?|plus d[eu'] ?|moins d[eu'] ?|environ |quelque |un peu |que )?(?:l[ea] |un )?"
    r"|[^.;:()\d]{0,40}(?:,|\)) (?:n')?y (?:sont|étaient) (?:que )?"
)
_OF_THEM = re.compile(rf"\b(?:en|y) (?:sont|étaient|{_VERB})")
_SO = re.compile(
    r"[^.;:()\d]{0,50}(?:,? \(|, )(?:soit )?(?:près d[eu'] ?|environ )?(?:l[ea] |un )?"
)
# How the part is told, as a size beside its name or as the subject: "Avec 310 salariés, le".
_BESIDE = re.compile(
    r"(?:\bavec (?:ses |près de |quelque |environ )?|\(|, (?:au nombre de |ils sont |avec )?"
    r"|\b(?:les|ses|ces|leurs) |\by (?:sont|étaient) |^dont "
    r"|\b(?:étaient|sont|furent|sont au nombre de|étaient au nombre de|s'élèvent à|s'élève à"
    r"|s'élevaient à|atteignent|atteint|totalisent|compte|comptait|compté|dénombré|recensé|reçu"
    r"|accueilli|enregistré|il y a(?: eu)?|il y avait|en (?:a|avait) (?:eu )?) )$"
)
_OF_THAT = re.compile(
    r" (?:de ce(?:t|tte|s)? (?:volume|total|nombre|montant|chiffre|ensemble|trafic|somme|effectif"
    r"|population|budget|enveloppe|production|récolte|public)|du total)(?:,| \() ?"
    r"(?:avec|soit|à savoir|et)? ?(?:ses |leurs |près de |quelque |environ )?"
)
# "Les Belges y contribuent pour 38 %, avec 412 300 nuitées", "en représentent 38 %, soit".
_OF_IT_AHEAD = re.compile(
    r"\b(?:y (?:contribu|particip|entr|figur|pès|pes)\w*|en (?:représent|form|constitu|concentr"
    r"|fourni|assur|absorb|achèt|achet|produi)\w*) (?:pour |à hauteur de )?"
    r"(?:près d[eu'] ?|environ |quelque )?(?:l[ea] )?$"
)
_WITH = re.compile(r",? \(?(?:avec|soit|à savoir) (?:ses |leurs |près de |quelque |environ )?")
_COUNTED = {*NUMBERS, QuantityKind.MONEY, QuantityKind.DIMENSION}
BEFORE = 25  # characters before a part that tell it as a size
MOST = 4  # figures of a sentence that a share is told in
_CUES = ("%", "pour cent", "quart", "tiers", "moitié", "cinquième", "dixième")


def find(context: Context) -> Iterator[Share]:
    if not context.tells(_CUES):
        return
    plain = context.document.plain
    for index, sentence in enumerate(context.sentences):
        figures = usable(sentence.quantities)
        if not 2 <= len(figures) <= MOST or not index:
            continue
        before = context.sentences[index - 1]
        if adjoin(plain, before, sentence):
            yield from _told(plain, before, sentence, figures)


def _told(
    plain: str, before: ScannedSentence, sentence: ScannedSentence, figures: Sequence[Quantity]
) -> Iterator[Share]:
    shares = [one for one in figures if is_share(plain, one)]
    parts = [one for one in figures if one.kind in _COUNTED and not is_surplus(plain, one)]
    if len(shares) != 1 or len(parts) != 1:
        return
    (share,), (part,) = shares, parts
    if part.extent > share.extent:
        yield from _told_behind(plain, before, sentence, share, part)
        return
    if sign_of(plain, share):
        return  # "ils étaient 1 240 l'an dernier (+40 %)"
    link = lower(plain[end_of(part) : share.reach.start])
    told, so = _TOLD.fullmatch(link), _SO.fullmatch(link)
    ahead = lower(plain[max(sentence.extent.start, part.reach.start - BEFORE) : part.reach.start])
    opens = part.reach.start == sentence.extent.start
    if not (told or so) or not (opens or _BESIDE.search(ahead)):
        return
    wholes = [one for one in usable(before.quantities) if _can_be_whole(one, part)]
    if len(wholes) != 1:
        return
    of_them = _OF_THEM.search(f"{ahead}{link}") is not None
    timed = any(
        part.extent.end <= time.extent.start < share.extent.start for time in sentence.times
    )
    closed = not timed and link.endswith("(") and plain.startswith(")", share.extent.end)
    of_them = of_them or (closed and _counts_alike(wholes[0], part))
    if not (of_them or is_of_all(plain, share, wholes[0], before)):
        return
    whole = wholes[0]
    part = replace(part, unit=whole.unit, kind=whole.kind)
    if is_near(whole, part, share):
        yield Share(part, whole, share, (), Binding.INFERRED)


def _told_behind(
    plain: str,
    before: ScannedSentence,
    sentence: ScannedSentence,
    share: Quantity,
    part: Quantity,
) -> Iterator[Share]:
    """ "896 100 nuitées. Les Belges pèsent 38 % de ce volume, avec 412 300 nuitées"."""
    wholes = [one for one in usable(before.quantities) if _can_be_whole(one, part)]
    link = lower(plain[share.extent.end : part.reach.start])
    of_it = _OF_IT_AHEAD.search(lower(plain[sentence.extent.start : share.reach.start]))
    own = "soit" in link or told_noun(part) in {None, *(told_noun(one) for one in wholes)}
    told = _OF_THAT.fullmatch(link) or (of_it and own and _WITH.fullmatch(link))
    if told and len(wholes) == 1 and _counts_alike(wholes[0], part):
        part = replace(part, unit=wholes[0].unit, kind=wholes[0].kind)
        if is_near(wholes[0], part, share):
            yield Share(part, wholes[0], share, (), Binding.INFERRED)


def _counts_alike(whole: Quantity, part: Quantity) -> bool:
    """Whether a part can be one of its whole by their nouns: the same, or both of people."""
    nouns = {told_noun(whole), told_noun(part)} - {None}
    grammar = lexicon().grammar
    return len(nouns) < 2 or all(noun and is_person(noun, grammar) for noun in nouns)


def _can_be_whole(whole: Quantity, part: Quantity) -> bool:
    alike = {whole.kind, part.kind} <= NUMBERS or (
        whole.kind is part.kind and whole.unit == part.unit
    )
    value, less = whole.value, part.value
    return alike and value is not None and less is not None and value > less
