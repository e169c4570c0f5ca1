"""A value weighed against another by an adjective: "inférieur à la moyenne régionale (7,4 %)".

"Au-dessus de", "plus élevé que", "moins bien que", "davantage de naissances (640) que de décès
(690)": the second value stands behind what it is of, in a bracket or with "de". Any earlier value
of the sentence in the same unit may be the one that is weighed, so that all must belie the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.figures import Comparison
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.context import Context
from fact_cli.relate.elided_unit import told_like
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import end_of, is_lead, is_surplus, same_thing, sign_of, told_noun
from fact_cli.relate.passage import Passage

_CUES = (
    "supérieur", "inférieur", "au-dessus d", "au-dessous d", "en dessous d", "en deçà d", " que ",
    " qu'", "sous la ", "sous le ", "derrière", "dépasse", "excède",
)  # fmt: skip
_BIG = (
    r"(?:élevée?s?|grande?s?|hautes?|hauts|longs?|longues?|vastes?|lourde?s?|chère?s?|chers?"
    r"|étendue?s?|larges?|profonde?s?|nombreu(?:x|ses)|spacieu(?:x|ses?)|fréquentée?s?"
    r"|importante?s?|peuplée?s?|chaude?s?|forte?s?|gros(?:ses?)?|puissante?s?|riches?|épais(?:ses?)?"
    r"|volumineu(?:x|ses?)|onéreu(?:x|ses?)|coûteu(?:x|ses?)|abondante?s?|suivie?s?|regardée?s?)"
)
_SMALL = (
    r"(?:bas(?:ses?)?|faibles?|petite?s?|courte?s?|légère?s?|légers|modestes?|étroite?s?|réduite?s?"
    r"|froide?s?|frais|fraîches?|minces?|maigres?)"
)
_THAN = r" qu(?:e |')"
_MORE = re.compile(
    rf"\b(?:(?:bien |nettement |légèrement |très |largement )?supérieure?s? (?:à |aux? )|au-dessus"
    rf" d(?:e |u |es |')|plus {_BIG}{_THAN}|moins {_SMALL}{_THAN}|fait mieux{_THAN}"
    r"|(?:dépasse|excède|dépassent|excèdent) (?=l[ea] (?:moyenne|plafond|seuil|limite|norme)))"
    rf"|, (?:davantage|plus){_THAN}"
)
_LESS = re.compile(
    rf"\b(?:(?:bien |nettement |légèrement |très |largement )?inférieure?s? (?:à |aux? )"
    rf"|(?:au-dessous|en dessous|en deçà) d(?:e |u |es |')|moins {_BIG}{_THAN}"
    rf"|plus {_SMALL}{_THAN}|fait moins bien{_THAN}"
    r"|sous (?=l[ea] (?:moyenne|plafond|limite|norme|normale))"
    r"|derrière (?=(?:l[ea] |les |l'|son |sa |ses |cel)))"
    rf"|, moins{_THAN}"
)
# What the second value is of, and how it is told: "la moyenne régionale (", "celui de 2019 (".
_OF_IT = re.compile(
    r"(?:(?:l[ea] |l'|les |son |sa |ses |leurs? |cel(?:ui|le)s? |ceux |en |à |au |aux |qu'en )"
    r"[^.;:()\d]{0,70}?(?:(?:(?:19|20)\d\d )?\(|,? d[e'] ?|,? (?:fixée?|établie?) à |, à |, avec "
    r"|, qui (?:est|était) (?:de |à )|,? (?:qui )?s'établ\w+ à )|les )"
    r"(?:seulement |environ |quelque |près de )?$"
)
_BOTH = re.compile(
    r"\b(?P<way>plus|davantage|moins) (?:de |d')[^.;:,()\d]{3,40} \($", re.IGNORECASE
)
_THAN_OTHERS = re.compile(r"\) [^.;:()\d]{0,25}?qu(?:e |')[^.;:()\d]{2,50} \($")
_CLOSED = re.compile(
    r"(?: [^\W\d_]+)? ?(?:[).,;!?»]|$)|(?: [^\W\d_]+)? (?:de|en|du|des|d'|il y a) "
)
# Negated, hoped for, or of something else than the value itself.
_OTHERWISE = re.compile(
    r"\b(?:n[e']|pas|jamais|sans|aucun\w*|pourrai\w*|devrai\w*|sera\w*|bientôt|objectif|écart"
    r"|hausse|baisse|progress\w*|recul\w*|augment\w*|croissance|fois|loin|temps|chrono|secondes?|par"
    r"|minutes|coups|pénalités?|tandis|alors|mais|dont|contre|s'est|classement|rang|parti\w*)\b"
)
# "Celle du diesel tombe à 9 %, et l'essence reste au-dessus de la barre (30 %)".
_NEW_SUBJECT = re.compile(r"[;,:]? (?:et|puis) (?:l[ae]s? |l'|une? |son |sa |ses |cel)|;")
_REVERSED = re.compile(r"\b(?:chômage|déficit|dette|pollution|chrono|pénalité|faute|accident)")
_COUNTED_UP = {
    "entrée", "spectateur", "visiteur", "voix", "suffrage", "point", "but", "médaille", "siège",
    "exemplaire", "élève", "candidat", "participant", "inscrit", "adhérent", "festivalier",
}  # fmt: skip
_NO_VALUES = {QuantityKind.RATIO, QuantityKind.ORDINAL}
LONGEST = 130  # characters between the two values


def find(context: Context) -> Iterator[Comparison]:
    return in_passages(context, _in_sentence, lambda one: one.at, cues=_CUES, figures=2)


def _in_sentence(passage: Passage) -> Iterator[Comparison]:
    if len(passage.sentences) > 1:
        return
    plain = passage.plain
    values = [one for one in passage.figures if _is_value(passage, one)]
    for at, base in enumerate(values):
        if at == 0 or not _CLOSED.match(words_after(plain, end_of(base), 30)):
            continue
        near = values[at - 1]
        link = lower(plain[end_of(near) : base.reach.start])
        way = _way(plain, near, link) if len(link) <= LONGEST else 0
        weighed = [_like(one, base) for one in values[:at] if _may_be(one, base)]
        if not way or not weighed or near not in values[:at] or not _may_be(near, base):
            continue
        told = [Comparison(*((one, base) if way > 0 else (base, one)), base, Binding.INFERRED)
                for one in weighed]  # fmt: skip
        held = [one for one in told if (one.more.value or 0) >= (one.less.value or 0)]
        yield (held or told)[-1]


def _is_value(passage: Passage, one: Quantity) -> bool:
    plain = passage.plain
    if one.kind in _NO_VALUES or is_surplus(plain, one) or is_lead(plain, one):
        return False
    return id(one) not in passage.changes and not sign_of(plain, one)


def _may_be(one: Quantity, base: Quantity) -> bool:
    """Whether a value can be weighed against another: one unit, no two nouns, no bare one."""
    bare = base.kind is QuantityKind.NUMBER and base.noun is None
    alike = same_thing(one, base) or (bare and one.kind is not QuantityKind.PERCENT)
    return alike and len({told_noun(one), told_noun(base)} - {None}) < 2


def _like(one: Quantity, base: Quantity) -> Quantity:
    return told_like(one, base) if one.unit is None and base.unit is not None else one


def _way(plain: str, near: Quantity, link: str) -> int:
    """1 where the words from one value to the next tell that the first is more, -1 if less."""
    ahead = words_before(plain, near.reach.start, 50)
    both = _BOTH.search(ahead)
    if both is not None and _THAN_OTHERS.match(link) and not _OTHERWISE.search(lower(both.group())):
        return -1 if lower(both["way"]) == "moins" else 1
    for form, way in ((_MORE, 1), (_LESS, -1)):
        told = form.search(link)
        if told is None or not _OF_IT.fullmatch(link, told.end()):
            continue
        before = link[: told.start()]
        if not before.strip() and not told.group().startswith(","):
            return 0  # "12 mètres plus haut que sa rivale (295 mètres)": by so much
        if (
            _OTHERWISE.search(before)
            or _NEW_SUBJECT.search(before)
            or _OTHERWISE.search(link, told.end())
        ):
            return 0
        counted_up = near.of in _COUNTED_UP and not _REVERSED.search(lower(ahead))
        if ("mieux" in told.group() or "moins bien" in told.group()) and not counted_up:
            return 0
        if "derrière" in told.group() and not (counted_up or near.unit == "%"):
            return 0
        return way
    return 0
