"""So many pieces of so much each, and what they come to: "24 mensualités de 310 euros, soit 7 440".

The count stands right before the measure or the sum of one piece. Words must tell the other
figure as what all of them make: "soit" behind them, "en" before them, or that something is paid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from fact_cli.lang.words import lower, words_before
from fact_cli.model.figures import Rate
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, end_of, in_unit_of, is_surplus, told_noun, usable

_OF = re.compile(r" (?:de |d['’])(?:quelque |environ |près de |chacun de )?")
# "Quinze longueurs du bassin de 50 mètres", "25 tours de piste de 400 mètres"
_OF_LAP = re.compile(
    r"(?: [^\W\d_]+)? (?:du|de la|de|d'une?) (?:bassin|piste|circuit|parcours) de "
)
_LAPS = {"longueur", "tour", "boucle", "traversée", "aller"}
_COINS = {"billet", "chèque", "coupure", "jeton", "pièce", "ticket", "timbre"}
_MAKES = (
    r"(?:soit|au total|ce qui (?:fait|représente|donne)|c'est-à-dire|autrement dit"
    r"|(?:cela|ça) (?:fait|représente|donne)|totalisant|représentant"
    r"|pour (?:un (?:montant |coût |poids )?(?:total|global)|une (?:somme|longueur|valeur)"
    r" (?:totale|globale))(?: global)?(?: de| d')?)"
)
_SO = re.compile(
    rf"[^.;:!?()\d]{{0,40}}?(?:,| :| \(| [–—-]|\() ?(?:{_MAKES} )?(?:donc |ainsi |déjà |en tout "
    rf"|au total |un total de |une (?:somme|longueur|distance|surface) (?:totale )?de )?",
)
_SAID = re.compile(rf"\b{_MAKES}")
_PAID_FOR = re.compile(
    r"[^.;:!?\d]{0,30} pour (?:une?|sa|son|régler (?:une?|sa|son)) (?:ardoise|facture|amende|note"
    r"|dette|loyer|contravention|addition|achat|impôt|taxe)(?: totale)? (?:de |d')"
    r"|, (?:soit )?(?:le (?:compte|montant) exact|exactement le (?:montant|prix)|l'équivalent)"
    r" (?:de |des |du )"
)
_BY = re.compile(
    r"(?: [^\W\d_]+){0,4},? (?:payables? |payée?s? |réglée?s? |versée?s? |étalée?s? )?(?:en|avec) "
    r"(?:exactement |quelque |un total de )?|,? soit "
)
# What is lent comes back with interest.
_LENT = re.compile(r"\b(?:prêt|crédit|emprunt|avanc)\w*")
# "Soit 400 kilos de plus", "soit 45 euros par mois": neither is what they make.
_NOT_ALL = re.compile(
    r"(?: [^\W\d_]+){0,2} (?:par|chacune?s?|pièce|l'unité|l'une?|mensuel\w*|annuel\w*"
    r"|de (?:trop|gain)|restante?s?|manquante?s?|d'intérêts?|d'écart|d'avance|de retard)\b"
)
# "En trois tranches de 30 millions puis une quatrième", "et un grand prix, soit": something more.
_MORE = re.compile(
    r",? (?:et|puis|plus|ou|sans|hors|avec|pour|ainsi que|chacune?s?|l[ae] dernier|la dernière)\b"
)
_BESIDES = re.compile(
    r"[^.;]{0,50}\b(?:compris\w*|inclus\w*|avec|hors|sans|une fois|frais|pénalités|portée|après)\b"
)
LEAST = Decimal("1.6")  # times a piece that what two of them make is told as
CLAUSE = 60  # characters before a sum in which it is told what it is


def find(context: Context) -> Iterator[Rate]:
    plain = context.document.plain
    for sentence in context.sentences:
        figures = usable(sentence.quantities)
        if len(figures) < 3:
            continue
        for index, (count, piece) in enumerate(pairwise(figures)):
            if _are_pieces(plain, count, piece):
                yield from _rates(plain, figures, index)


def _are_pieces(plain: str, count: Quantity, piece: Quantity) -> bool:
    if count.kind is not QuantityKind.COUNT or told_noun(count) is None:
        return False
    if piece.kind not in {QuantityKind.MONEY, QuantityKind.DIMENSION} or piece.hedge is not None:
        return False
    if _OF.fullmatch(words_before(plain, count.reach.start, 4)[-4:]):
        return False  # "20 palettes de 40 sacs de 25 kilos"
    exact = count.hedge is None and count.value is not None and count.value > 1
    link = plain[end_of(count) : max(end_of(count), piece.reach.start)]
    laps = count.of in _LAPS and _OF_LAP.fullmatch(link)
    return exact and bool(_OF.fullmatch(link) or laps)


def _rates(plain: str, figures: Sequence[Quantity], index: int) -> Iterator[Rate]:
    """What the pieces at ``index`` make: the figure behind them, or the one before."""
    count, piece = figures[index], figures[index + 1]
    behind = figures[index + 2] if index + 2 < len(figures) else None
    before = figures[index - 1] if index else None
    for total in (behind, before):
        all_of_them = None if total is None else _like(total, piece)
        if total is None or all_of_them is None or is_surplus(plain, total):
            continue
        made = total is behind and _is_made(plain, count, piece, total)
        alone = not any(in_unit_of(one, piece) for one in figures[:index])
        told = made and alone if total is behind else _is_paid_by(plain, count, piece, total)
        told = told and _is_enough(count, piece, all_of_them)
        more = _BESIDES.match(plain, max(end_of(piece), total.extent.end))
        if told and not more and not _NOT_ALL.match(plain, total.extent.end):
            bounds = count.recomputed(loose=False)
            assert count.value is not None and count.of is not None
            yield Rate(
                all_of_them, [bounds], count.value, count.of, piece, [all_of_them, count],
                result=all_of_them,
            )  # fmt: skip


def _like(total: Quantity, piece: Quantity) -> Quantity | None:
    """``total`` in the unit of a piece; a bare number is no sum."""
    return in_unit_of(total, piece) if total.kind not in NUMBERS else None


def _is_made(plain: str, count: Quantity, piece: Quantity, total: Quantity) -> bool:
    link = lower(plain[piece.extent.end : max(piece.extent.end, total.reach.start)])
    if _SO.fullmatch(link) and _SAID.search(link):
        return _MORE.search(link) is None
    return count.of in _COINS and _PAID_FOR.fullmatch(link) is not None


def _is_paid_by(plain: str, count: Quantity, piece: Quantity, total: Quantity) -> bool:
    """ "2 700 euros en 54 billets de 50 euros", "1 500 mètres, soit 30 longueurs de 50"."""
    link = lower(plain[total.extent.end : max(total.extent.end, count.reach.start)])
    laps = count.of in _LAPS and link.strip() in {", soit", "soit"}
    if not (laps or count.of in _COINS) or not _BY.fullmatch(link) or " ou " in link:
        return False
    if _MORE.match(plain, end_of(piece)):
        return False
    return not _LENT.search(lower(words_before(plain, total.extent.start, CLAUSE)) + link)


def _is_enough(count: Quantity, piece: Quantity, total: Quantity) -> bool:
    """Whether a sum can be of all pieces, and is no bill paid with one coin too many."""
    if None in (count.value, piece.value, total.value):
        return False
    assert count.value is not None and piece.value is not None and total.value is not None
    over = count.value * piece.value - total.value
    change = count.of in _COINS and 0 < over < piece.value
    return total.value >= LEAST * piece.value and not change
