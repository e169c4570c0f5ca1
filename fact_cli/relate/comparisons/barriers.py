"""A mark that a value is told to have passed: "passe sous la barre des 10 %", "bat le record".

The only value told beside the mark, or each of them, must lie on the side that is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from fact_cli.lang.words import lower
from fact_cli.model.bounds import Bounds
from fact_cli.model.figures import Comparison
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.changes.told_times import IMPERFECT
from fact_cli.relate.comparisons.timed import timed
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus, same_thing, told_noun
from fact_cli.relate.passage import Passage

_MARK = (
    r"(?:la (?:fameuse |symbolique )?(?:barre|limite|ligne)"
    r"(?: symbolique| fatidique| psychologique)?"
    r"|le (?:cap|seuil)(?: symbolique| fatidique)?)"
)
_DONE = (
    r"(?:est |sont |s'est |était |étaient )?(?:(?:re)?(?:pass|tomb|gliss|bascul|rest|demeur)"
    r"(?:e|ent|é|ée|és|ées|er|ait|aient|ant)"
    r"|(?:re)?(?:descend|descendent|descendait|descendu|descendue|descendus|maintient|maintenu\w*))"
)
_BELOW = re.compile(
    rf"\b{_DONE}(?: [^\W\d_]+| pour la première fois(?: de [^.;:,\d]{{1,20}})?){{0,2}} "
    rf"(?:sous|en dessous de|au-dessous de) {_MARK} (?:des |de |d'|du )$"
)
_ABOVE = re.compile(
    rf"\b(?:(?:franchi|dépass)(?:t|e|ent|é|ée|ssent|ssant|ant)? {_MARK}"
    rf"|{_DONE} au-dessus de {_MARK}) (?:des |de |d'|du )$"
)
_NOT = re.compile(
    r"\b(?:n'|ne |pas\b|jamais|sans|presque|bientôt|pourrait|devrait|objectif|espèr\w*|vis\w+ à"
    r"|afin|après|avant|loin|risqu\w*|menac\w*|frôl\w*|proche|si |quand|lorsque?"
    r"|en \d{4}|il y a|l'an dernier"
    r"|l'an passé|avait|avaient|aurait)\b"
)
_TOLD_NOW = re.compile(
    r"\b(?:avec|à|en|affich\w*|attein\w*|compt\w*|recueill\w*|obten\w*|totalis\w*|est de|sign\w*)"
    r" (?:près de |environ |seulement |quelque )?$"
)
# What was so before, which the mark says nothing of.
_TOLD_THEN = re.compile(
    r"\b(?:introduit\w*|part\w*|démarr\w*|lanc\w*|initial\w*|ouv\w*|achet\w*|après|contre|dont"
    r"|avant"
    r"|au lieu d(?:e|u|es|')|par rapport|en \d{4})\b[^.;]*$"
)
_RECORD_OF = re.compile(
    r"\b(?:précédent|ancien|record|marque)\b[^.;:!?]{0,80}?"
    r"(?:établi\w*|fix\w+|datant|détenu\w*|était|s'élevait|remont\w+|signé\w*)?[^.;:!?\d]{0,40}"
    r"(?:de|d'|à|avec|était de) $"
)
# "39,1 °C mardi, effaçant des tablettes les 39,3 °C de 2022"; "contre 39,3 °C, l'ancien record".
_EFFACES = re.compile(
    r"\b(?:effaç\w+|effac\w+|éclips\w+|détrôn\w+|pulvéris\w+|gomm\w+|surpass\w+|ray\w+)"
    r" (?:[^.;:!?,\d]{2,30} )?(?:les?|aux|ceux d[eu]|celui d[eu]|celle de)(?: [^.;:!?\d]{2,20})? $"
)
_THE_OLD = re.compile(
    r"[^.;:!?\d]{0,20}(?:(?:19|20)\d\d)?,? \(?(?:son |leur |le |la |l')"
    r"(?:précédente?|ancien(?:ne)?) (?:record|marque|référence|plus haut|meilleur)"
)
_BEATS = re.compile(
    r"\b(?:bat(?:tu|tue|tait|tant|tent)?|pulvéris\w+|effaç\w+|effac\w+|amélior\w+|éclips\w+"
    r"|explos\w+|surpass\w+"
    r"|dépass\w+(?! (?:la |le )?(?:barre|cap|seuil|limite|ligne)\b)(?! (?:les |déjà )?\d)|détrôn\w+"
    r"|tomb(?:e|ent|é|és|ait)\b|jamais (?:fait )?aussi|du jamais vu|nouveau record|record absolu)\b"
)
_NO_RECORD = re.compile(
    r"\b(?:manqu\w+|échou\w+|sans battre|n'a pas|n'ont pas|loin d(?:e|u|es|')|approch\w+|frôl\w+"
    r"|égal\w+|froid\w*|gel\w*|minim\w+|plus bas\w*|faible|moins"
    r"|(?:mais|et) (?:non|pas) (?:pas )?|pas (?:le|un) |proches?|voisine?s?|presque"
    r"|à \d+ [^.;]{1,20} du record)\b"
)
# What every mark and every record is told by.
_CUES = ("barre", "limite", "ligne", "cap", "seuil", "précédent", "ancien", "record", "marque")


def find(context: Context) -> Iterator[Comparison]:
    return in_passages(
        context,
        lambda passage: (*_barred(passage), *_records(passage)),
        lambda one: one.less.extent,
        cues=_CUES,
    )


def _barred(passage: Passage) -> Iterator[Comparison]:
    """ "Avec 11,2 % des voix, elle passe sous la barre des 10 %"."""
    figures = [*passage.figures, *(one.quantity for one in timed(passage))]
    for limit in figures:
        start = passage.sentences[0].extent.start
        own = next((s for s in passage.sentences if s.extent.holds(limit.extent)), None)
        if own is None:
            continue
        clause = lower(passage.plain[own.extent.start : limit.reach.start])
        below, above = _BELOW.search(clause), _ABOVE.search(clause)
        told = below or above
        if told is None or _NOT.search(clause[max(0, told.start() - 40) : told.end()]):
            continue
        values = [
            one
            for one in figures
            if one is not limit and one.extent < limit.extent and _alike(one, limit)
            if _is_told_now(lower(passage.plain[start : one.reach.start])[-60:])
            and id(one) not in passage.changes
            and not is_surplus(passage.plain, one)
        ]
        bare = _unhedged(limit)
        wrong = [one for one in values if _is_past(one, bare, above=below is not None)]
        if values and len(wrong) == len(values):
            value = wrong[-1]
            pair = (bare, value) if below else (value, bare)
            yield Comparison(*pair, at=value, binding=Binding.INFERRED)


def _is_told_now(ahead: str) -> bool:
    """Whether a value is told as that of now, not as that of an earlier time."""
    earlier = IMPERFECT.search(ahead) or _TOLD_THEN.search(ahead)
    return _TOLD_NOW.search(ahead) is not None and not earlier


def _is_past(one: Quantity, limit: Quantity, *, above: bool) -> bool:
    value, bound = one.value, limit.value
    if value is None or bound is None:
        return False
    return value > bound if above else value < bound


def _unhedged(limit: Quantity) -> Quantity:
    """The mark itself, exact as a round number is."""
    exact = Bounds.exactly(limit.value or 0)
    return replace(limit, hedge=None, strict=exact, loose=exact)


def _alike(one: Quantity, limit: Quantity) -> bool:
    nouns = {told_noun(one), told_noun(limit)} - {None}
    return same_thing(one, limit) and len(nouns) < 2


def _records(passage: Passage) -> Iterator[Comparison]:
    """ "41,3 °C mardi, effaçant le record, établi à 41,9 °C": the new one must be more."""
    words = passage.told
    if not _BEATS.search(words) or _NO_RECORD.search(words):
        return
    levels = [one for one in passage.levels if one.kind is not QuantityKind.PERCENT]
    for new in levels:
        for old in levels:
            if old.extent <= new.extent or not same_thing(new, old):
                continue
            rivals = [one for one in levels if one not in (new, old) and same_thing(one, new)]
            ahead = lower(passage.plain[end_of(new) : old.reach.start])
            told = _RECORD_OF.search(ahead) or _EFFACES.search(ahead)
            told = told or _THE_OLD.match(passage.plain, end_of(old))
            if not rivals and told and _alike(new, old):
                counted = new.kind not in NUMBERS or new.noun is not None or old.noun is not None
                if counted:
                    yield Comparison(new, old, binding=Binding.INFERRED)
