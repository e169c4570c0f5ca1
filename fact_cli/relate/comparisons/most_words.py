"""Words that tell a thing to be the most or least of its kind: "la plus haute", "le moins cher"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fact_cli.lang.words import lower
from fact_cli.model.text import Extent

_HIGH = (
    r"hauts?|hautes?|élevée?s?|fort(?:e|s|es)?|importante?s?|grande?s?|gros(?:se)?s?|longs?|longues?"
    r"|chers?|chères?|coûteu(?:x|ses?)|onéreu(?:x|ses?)|lourde?s?|vastes?|étendue?s?|profonde?s?"
    r"|larges?|peuplée?s?|pluvieu(?:x|ses?)|chaude?s?|touchée?s?|puissante?s?|endettée?s?"
    r"|fréquentée?s?|visitée?s?|dotée?s?|payée?s?|riches?|denses?|arrosée?s?|consommat(?:eur|rice)s?"
    r"|généreu(?:x|ses?)|taxée?s?|imposée?s?|boisée?s?|pentue?s?|raides?|épais(?:se)?s?"
)
_LOW = (
    r"bas(?:se)?s?|faibles?|petite?s?|modestes?|courte?s?|froide?s?|étroite?s?|abordables?|légers?"
    r"|légères?|mince"
)
_NUMBERS = r"deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|\d+"
_MOST = re.compile(
    r"(?<![\w'])(?:l[ea] |l'|au |du )"
    rf"(?:(?:(?P<less>moins)|plus) (?:(?P<high>{_HIGH})|(?P<low>{_LOW}))"
    r"|(?P<better>mieux (?:dot|pay|fourni|pourvu|rémunér|lot|arros)[^\W\d_]*))\b"
)
_ANY_MOST = re.compile(r"\b(?:l[ea]s? |l'|son |sa )(?:[^\W\d_]+ )?(?:plus|moins|mieux) (?!de\b|d')")
# One among several, one of another time, or the most of a world that the text does not list.
_BUT = re.compile(
    r"\b(?:(?:l')?une? des|parmi|second\w*|deuxième|troisième|quatrième|\d+e|presque|quasi\w*|pas"
    r"|n'est plus|n'était|était|étaient|fut|furent|longtemps|sera|seront|jamais|depuis|histoire"
    r"|monde|mondiale?|europe|européen\w*|france|français\w*|pays|nationa\w+|saison|année|siècle"
    r"|possibles?|prévu\w*|l'an (?:dernier|passé)|sans doute|peut-être|autres? que|que prévu"
    r"|souvent|en général|généralement|hors|record\w*|plus tôt|plus tard|au plus|derrière"
    r"|après|selon|d'après|(?:plus|moins) [^\W\d_]+ qu\w*"
    r"|hausses?|baisses?|recul\w*|progressions?|chutes?)\b|[?«]"
)
_ALL = re.compile(rf"(?: [^\W\d_]+)? (?:des|de ces|de nos|de ses) (?:{_NUMBERS})\b")
_SCOPE = re.compile(
    r"(?: [^\W\d_]+){0,2}? (?:du|de|d'|de la|de l'|des|en|dans|à|aux?|parmi|sur|chez)\b"
)
_END = re.compile(r" ?(?:[.,;)!]|$| des )")


@dataclass(frozen=True, slots=True)
class Most:
    """Where the words stand, and which end they tell.

    ``open`` is false where they name among which things; ``closes`` is true where the clause ends
    with them.
    """

    extent: Extent
    high: bool
    open: bool
    closes: bool


def most_in(plain: str, sentence: Extent) -> Most | None:
    """The only superlative of a sentence, if nothing else in it takes it back."""
    told = lower(sentence.of(plain))
    found = list(_MOST.finditer(told))
    if len(found) != 1 or _BUT.search(told) or len(_ANY_MOST.findall(told)) > 1:
        return None
    (one,) = found
    high = one["high"] is not None or one["better"] is not None
    every = _ALL.match(told, one.end())
    scoped = every is None and _SCOPE.match(told, one.end()) is not None
    end = every.end() if every is not None else one.end()
    at = Extent(sentence.start + one.start(), sentence.start + end)
    closes = _END.match(told, one.end()) is not None
    return Most(at, high != (one["less"] is not None), not scoped, closes)
