"""Whether a share is told to be one of all: "21 % du trafic", "un quart du public"."""

from __future__ import annotations

import re

from fact_cli.lang.words import lower, words_after
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.neighbours import NUMBERS, told_noun

# What the share is of: all of the thing told before.
_OF_ALL = re.compile(
    r" (?:de la |du |des |de l'|de (?:sa |son |ses |leurs? |toute la |tous les |cette |ce |ces ))"
    r"(?P<noun>[^\W\d_]+)(?: (?:totale?|globale?|annuel(?:le)?|mondiale?|générale?|complète?"
    r"|de l'(?:établissement|année|entreprise|usine)|du (?:site|groupe|pays|canton|département"
    r"|port|club|festival|musée|parc)|de la (?:commune|ville|région|société|station)))?"
    r"(?= ?[.,;:)!?»]| et | mais | pour | contre | dans |$)"
)
_JUST = re.compile(
    r" (?:de la |du |des |de l'|de (?:ses |leurs? |ces ))(?P<noun>[^\W\d_]+)(?= ?[.,;:)!?»]|$)"
)
_ALL_OF_THEM = {"total", "ensemble", "effectif", "effectifs", "assemblée", "hémicycle", "conseil"}
_ANY = {"total", "ensemble", "production", "ventes", "volume", "volumes", "commandes", "collecte"}
_WHOLES = {
    QuantityKind.MONEY: {
        "budget", "montant", "somme", "recettes", "dépenses", "chiffre", "exportations", "capital",
        "importations", "investissements", "dette", "dons", "enveloppe", "facture", "coût", "fonds",
        "revenus", "produits", "charges", "subventions",
    },
    QuantityKind.DIMENSION: {
        "récolte", "tonnage", "surface", "superficie", "consommation", "capacité", "offre",
        "territoire", "domaine", "vignoble", "sole", "trafic", "exportations", "importations",
    },
    QuantityKind.COUNT: {
        "effectif", "effectifs", "population", "fréquentation", "trafic", "public", "clientèle",
        "parc", "flotte", "cheptel", "troupe", "promotion", "assistance", "capacité", "offre",
        "inscrits", "personnel", "salariés", "livraisons", "immatriculations", "entrées",
        "visiteurs", "spectateurs", "habitants", "votants", "membres", "adhérents", "élèves",
        "étudiants", "patients", "emplois", "postes", "logements", "cas", "faits", "dossiers",
    },
}  # fmt: skip
BEHIND = 70  # characters behind a share in which its whole is named
STEM = 4  # letters that the names of one thing share


def is_of_all(plain: str, share: Quantity, whole: Quantity, told: ScannedSentence) -> bool:
    """Whether the noun behind ``share`` stands for all that ``whole`` counts.

    It is one that can, or one of the sentence ``told``, which tells the whole.
    """
    named = _OF_ALL.match(words_after(plain, share.extent.end, BEHIND))
    if named is None:
        return False
    noun = named["noun"]
    kind = QuantityKind.COUNT if whole.kind in NUMBERS else whole.kind
    if noun in _ANY or noun in _WHOLES.get(kind, ()):
        return True
    stem = noun[: max(STEM, len(noun) - 2)]
    counted = told_noun(whole)
    return (counted or "").startswith(stem) or stem in lower(told.extent.of(plain))


def names_whole(plain: str, share: Quantity, whole: Quantity) -> bool:
    """Whether ``share`` is told of what ``whole`` counts and nothing narrows: "25 % des élèves"."""
    named = _JUST.match(words_after(plain, share.extent.end, BEHIND))
    counted = told_noun(whole)
    if named is None or counted is None:
        return False
    noun = named["noun"]
    return noun in _ALL_OF_THEM or noun.rstrip("sx") == counted.rstrip("sx")
