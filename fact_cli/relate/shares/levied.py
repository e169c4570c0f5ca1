"""What a rate in percent takes of an amount, or adds to it: "une taxe de 2 % sur 300 000 euros".

A tax, a fee, a deposit, interest or aid is named with its rate; one amount beside it is what it is
reckoned on, another, told to be what it comes to, is that share of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.bounds import Bounds, quotient
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.shares import Share
from fact_cli.relate.context import Context
from fact_cli.relate.elided_unit import in_measure_of
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import end_of, is_surplus, same_thing, sign_of
from fact_cli.relate.passage import Passage

_LEVY = (
    r"(?:taxes?|impôts?|commissions?|frais|acomptes?|apports?|avances?|cautions?|droits?"
    r"|redevances?|cotisations?|prélèvements?|retenues?|pénalités?|amendes?|intérêts?|honoraires?"
    r"|pourboires?|dîme|contributions?|marges?|subventions?|aides?|remboursements?|primes?"
    r"|courtage|arrhes|dépôt de garantie|franchise|dividendes?)"
)
_CUES = (
    "taxe", "impôt", "commission", "frais", "acompte", "apport", "avance", "caution",
    "droits", "redevance", "cotisation", "prélève", "retenue", "pénalité", "amende", "intérêt",
    "honoraires", "pourboire", "dîme", "contribution", "marge", "subvention", "aide", "rembours",
    "prime", "courtage", "arrhes", "garantie", "franchise", "dividende", "verse", "touche",
)  # fmt: skip
_AT = re.compile(
    rf"\b{_LEVY}(?: [^\W\d_]+){{0,4}}?,? (?:de |d'|à |au taux de |égale? à |fixée?s? à"
    r" |équivalente? à |représentant |à hauteur de )$"
    r"|\b(?:prélèv|préléver|ponctionn|rembours|vers|touch|perçoi|retien|subventionn|financ)\w*"
    r" (?:jusqu'à )?$"
)
# "… sur un bien de 300 000 euros", "pour un achat de 200 euros", "d'une facture de 500 euros".
_ON = re.compile(
    r"(?: [^\W\d_']+(?:'[^\W\d_]+)?){0,3}? (?:sur|pour|d'|de|des|du) ?"
    r"(?:(?:l[ea]s? |l'|une? |ses |son |sa |leurs? |ces? |cette )?[^.;:()\d]{0,40}"
    r"(?:de |d'|à |coûtant |estimée? à |valant |évaluée? à ))?(?:l[ea]s |ses )?"
)
_COMES_TO = re.compile(
    r"[^.;:()\d]{0,40}?(?:,| :)? ?(?:soit|c'est(?:-à-dire)?|représent\w+|rapport\w+"
    r"|s'élèv\w+ (?:à|donc à)|attein\w+|fai\w+|équivau\w+|équivaut|correspond\w+|donne\w*"
    r"|ce qui (?:fait|donne|représente))"
    r"(?: (?:à|donc|ainsi|un montant de|une somme de|une facture de|la somme de|près de|environ))*"
    r" ?(?:à |de |d')?"
)
# Nothing is told of what it comes to: not "net", "pour deux", "avec les pénalités".
_CLOSED = re.compile(
    r" ?(?:[.;:)!?»]|$|,(?! (?:l[ea]s?|l'|une?|avec|hors|après|plus|dont|sans|mais|net|soit|et)\b))"
)
_OTHERWISE = re.compile(
    r"\b(?:plafonn\w+|au-delà|au-dessus|minimum|maximum|dont|contre|après|abattement|hausse"
    r"|baisse|par an|par mois|chaque|ht|ttc|taxes?|brute?s?|nets?|éligibles?"
    r"|chacune?|personne|pendant|sur \d+ ans|tranche|hors|entre|ou)\b"
)
LEAST, MOST = Decimal("0.25"), Decimal(4)  # of the computed share; what lies farther is another's


def find(context: Context) -> Iterator[Share]:
    if context.tells(("%", "pour cent", "pourcent", "p. 100")):
        yield from in_passages(
            context, _levied, lambda one: one.stated.extent.start, cues=_CUES, figures=3
        )


def _levied(passage: Passage) -> Iterator[Share]:
    """The rate, the amount behind it that it is reckoned on, and what that comes to."""
    if len(passage.sentences) > 1:
        return
    plain, figures = passage.plain, passage.figures
    for stated, base, told in zip(figures, figures[1:], figures[2:], strict=False):
        if not _is_rate(passage, stated) or is_surplus(plain, told) or told.hedge is not None:
            continue
        closed = _CLOSED.match(words_after(plain, end_of(told), 30))
        if not closed or _tells_another(passage, stated):
            continue
        on = lower(plain[stated.extent.end : base.reach.start])
        link = lower(plain[end_of(base) : told.reach.start])
        if not _ON.fullmatch(on) or not _COMES_TO.fullmatch(link):
            continue
        if _OTHERWISE.search(lower(plain[stated.extent.start : told.extent.end])):
            continue
        part, whole = in_measure_of(told, base), in_measure_of(base, told)
        share = Share(part, whole, _exact(stated), binding=Binding.INFERRED)
        if same_thing(part, whole) and (share.holds or _is_near(share)):
            yield share


def _tells_another(passage: Passage, stated: Quantity) -> bool:
    """Whether another rate is told before: "2,5 %, et des frais de 1 % sur …, soit 3 500 euros"."""
    return any(
        one.kind is QuantityKind.PERCENT and one.extent < stated.extent for one in passage.figures
    )


def _is_rate(passage: Passage, one: Quantity) -> bool:
    """Whether a percentage is the rate of what is levied."""
    if one.kind is not QuantityKind.PERCENT or id(one) in passage.changes:
        return False
    if sign_of(passage.plain, one) or is_surplus(passage.plain, one):
        return False
    return _AT.search(lower(words_before(passage.plain, one.reach.start, 70))) is not None


def _exact(rate: Quantity) -> Quantity:
    """A rate that is set is no rounded one: a tax of 2 % takes no 2,4 %."""
    value = rate.value or Decimal(0)
    return replace(rate, strict=Bounds(value, value), loose=Bounds(value, value))


def _is_near(share: Share) -> bool:
    """Whether what is told is near enough to what the rate gives to be meant for it."""
    exact = share.exact(share.whole)
    ratio = quotient(exact, share.stated.value)
    return ratio is not None and LEAST <= ratio <= MOST
