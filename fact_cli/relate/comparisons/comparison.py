"""Two values of which a verb tells that the one is more: "devance Lens, qui en compte 54"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.figures import Comparison
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import end_of, is_surplus, same_thing, told_noun, usable

_MORE = re.compile(
    r"\b(?:devanc(?:e|ent|ait|aient|é)|dépass(?:e|ent|ait|aient|é)|surpass(?:e|ent)"
    r"|précèd(?:e|ent)|(?<!la )(?<!de )(?<!sa )(?<!une )(?<!à )(?<!cette )distanc(?:e|ent)"
    r"|supplant(?:e|ent)|coiff(?:e|ent)"
    r"|gard(?:e|ent) une (?:courte |légère |nette )?(?:longueur d'avance|avance) sur"
    r"|(?:rest|pass)(?:e|ent|é|és|ée|ées) devant)\b"
    r"|(?:^|, )devant (?=[^.;:\d]{2,60}(?: \(|, (?:crédité|qui|avec|fort|lequel|laquelle)"
    r"[^.;:\d]{0,25} )$)|^,? ?devant\b"
)
# "Lyon devance Nantes (41 points contre 44)".
_MORE_AHEAD = re.compile(
    r"\b(?:devanc|dépass|surpass|précèd|distanc)(?:e|ent|ait) [^.;:()\d]{1,40} \($"
)
# "Ils passent plus de temps à l'écran (17 % contre 13 % ailleurs)".
_OF_IT = re.compile(
    r"(?<!le )(?<!la )(?<!les )(?<!de )(?<!n'a )(?<!n'ont )\b(?P<way>plus|moins)"
    r" (?:(?:d'|de )(?!l'|la |en |manière|façon)[^\W\d_]{3,}|souvent|fréquemment|nombreu\w+)"
    r"[^.;:,()\d]{0,60} \($"
)
_WANTED = re.compile(
    r"\b(?:fau\w+|veu\w+|voul\w+|voudr\w+|réclam\w+|demand\w+|besoin|souhait\w+|exig\w+|manqu\w+"
    r"|devr\w+|doi\w+|promet\w*|espèr\w+|plaid\w+|pour)\b"
)
_ANY_WAY = re.compile(r"\b(?:plus|moins|pas|jamais|ne|sans|peu|seulement)\b|\bn'")
# "davantage qu'en 2023, quand la billetterie en avait compté 49 100".
_THAN_THEN = re.compile(
    r"[^.;:()\d]{0,40}, (?:davantage|plus|mieux|un peu plus|bien plus) qu'en \d{4},? "
    r"(?:quand|où|lorsque?|année où|qui) [^.;:()\d]{0,60}"
)
# "Avec 1 340 habitants, elle est plus peuplée que sa voisine, qui en compte 1 215".
_SIZES = (
    r"(?:peuplée?s?|grande?s?|haute?s?|longs?|longues?|vastes?|lourde?s?|chère?s?|chers?|étendue?s?"
    r"|larges?|profonde?s?|nombreu(?:x|ses)|élevée?s?|spacieu(?:x|ses?)|fréquentée?s?|important\w*)"
)
_LARGER = re.compile(
    rf"(?<!fois )(?<!^ )\bplus {_SIZES} qu(?:e |')(?:cel(?:ui|le) |l[ea] |les |son |sa |ses )"
)
_SMALLER = re.compile(
    rf"(?:(?<!fois )(?<!^ )\b(?:moins {_SIZES}|plus (?:petite?s?|courte?s?|bas|basses?|légère?s?"
    rf"|légers?|étroite?s?|faibles?|modestes?))|, moins) qu(?:e |')"
    r"(?:cel(?:ui|le) |l[ea] |les |son |sa |ses )"
)
_LESS_IS_MORE = re.compile(
    r"\b(?:moins|plus (?:faible|bas|basse|court|petit)|derni\w+|golf|coups?|pénalités?|secondes)\b"
)
_NOT = re.compile(
    r"\b(?:n'|ne |par\b(?! (?:jour|semaine|mois|an|heure|numéro|match|soir)\b)|plus jamais"
    r"|pas\b|d'ici|bientôt|pourrait|en \d{4})|[;:]|\bmais\b"
)
# "celui de 2004 (79,7 %), il dépasse celui de 2003": what is in brackets is another's.
_OF_BASE = re.compile(
    r"\b(?:celui|celle|ceux|celles|par rapport|contre|que) [^.;:()\d]*(?:\d{4} )?\($"
)
_SUBJECT = re.compile(r"\),? (?:et )?(?:il|elle|ils|elles|on)\b")
# "Les socialistes en gardent 19, en perdant deux, devant les libéraux (15, +4)": 19 is theirs.
_BESIDE = re.compile(r"\b(?:dont|parmi lesquels|en (?:perdant|gagnant|cédant|laissant|prenant)) $")
# "28,9 % du marché, malgré un repli de 7,1 % de ses livraisons, devant Renault (25,4 %)".
_STEP = re.compile(
    r"\b(?:repli|recul|hausse|baisse|chute|progression|croissance|gain|perte|bond|augmentation"
    r"|diminution|contraction|reflux|tassement|érosion|rebond|embellie) (?:[^\W\d_]+ )?(?:de |d')$"
)
_IN_LIST = re.compile(r"\([^()]*\d[^()]*(?:,| et) $")  # of medals: "171 (56, 72 et 43)"
_BY_OTHERS = re.compile(r"médailles?\b|\bor\b")  # gold goes first in a medal table
_TIMED = {"s", "min", "h"}  # the shorter time is the better one
LONGEST = 110  # characters between the two values
BEHIND = 140  # the same where the second stands behind: "devant Lille, qui en compte 54"
LEAP = 4  # times a value of a day or month, which another of the same span is at most


def find(context: Context) -> Iterator[Comparison]:
    plain = context.document.plain
    for sentence in context.sentences:
        figures = [
            one
            for one in usable(sentence.quantities)
            if one.kind is not QuantityKind.RATIO and not is_surplus(plain, one)
        ]
        for more, less in pairwise(figures):
            link = lower(plain[end_of(more) : less.reach.start])
            nouns = {told_noun(more), told_noun(less)} - {None}
            elided = less.kind is QuantityKind.NUMBER and link.endswith(" qui en compte ")
            longest = BEHIND if ", devant " in link else LONGEST
            if len(link) > longest or not (elided or same_thing(more, less)) or len(nouns) > 1:
                continue
            if link.strip(" ,") == "contre" and (way := _bracketed(plain, sentence, more, less)):
                upper, lower_one = (more, less) if way > 0 else (less, more)
                yield Comparison(upper, lower_one, binding=Binding.INFERRED)
                continue
            if _THAN_THEN.fullmatch(link) and not _LESS_IS_MORE.search(link):
                yield Comparison(more, less)
                continue
            if (way := _than_another(link)) and not _NOT.search(link):
                yield Comparison(more, less) if way > 0 else Comparison(less, more)
                continue
            if (
                more.unit in _TIMED
                or _LESS_IS_MORE.search(lower(sentence.extent.of(plain)))
                or _BY_OTHERS.search(sentence.extent.of(plain))
                or _NOT.search(link)
                or (" par " in link and (less.value or 0) > LEAP * (more.value or 0))
            ):
                continue
            ahead = lower(plain[sentence.extent.start : more.reach.start])
            if (
                _BESIDE.search(ahead)
                or _STEP.search(ahead)
                or (link.startswith(")") and _IN_LIST.search(ahead))
            ):
                continue
            if link.strip() == "contre" and _MORE_AHEAD.search(ahead):
                yield Comparison(more, less)
                continue
            if _SUBJECT.match(link) and _OF_BASE.search(ahead):
                continue
            told = _MORE.search(link)
            if told and _is_theirs(link[told.end() :]):
                yield Comparison(more, less)


def _bracketed(plain: str, sentence: ScannedSentence, first: Quantity, other: Quantity) -> int:
    """1 where more of it is told than of what stands in brackets behind "contre", -1 where less."""
    if first.kind is not QuantityKind.PERCENT or plain.startswith(" de ", end_of(other)):
        return 0
    ahead = lower(plain[sentence.extent.start : first.reach.start])
    told = _OF_IT.search(ahead)
    if told is None or len(_ANY_WAY.findall(told.group())) > 1:
        return 0
    before = ahead[: told.start()].rpartition(",")[2]
    if _ANY_WAY.search(before) or _WANTED.search(before):
        return 0
    return 1 if told["way"] == "plus" else -1


def _than_another(link: str) -> int:
    """1 where words tell that the first value is more than another's, -1 where it is less."""
    for form, way in ((_LARGER, 1), (_SMALLER, -1)):
        told = form.search(link)
        if told is not None and told.start() and _is_theirs(link[told.end() :]):
            return way
    return 0


def _is_theirs(behind: str) -> bool:
    """Whether the second value is the other's: in brackets, or "qui en compte"."""
    return bool(
        re.search(
            r"\($|\b(?:qui|lequel|laquelle) (?:en |n'en )?[^\W\d_]+ (?:que )?$"
            r"|\b(?:avec|crédité de|créditée de"
            r"|fort de|forte de|à|et ses|et leurs) (?:ses )?$",
            behind,
        )
    )
