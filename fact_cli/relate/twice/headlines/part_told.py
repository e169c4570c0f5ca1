"""Whether the values of a body are of a part of what its title tells, by the words about them.

"En médecine, le nombre de lits passera de 60 à 48", "l'effectif des sixièmes", "4 200 visiteurs
étrangers": a place, a group or a kind that neither title nor opening names.
"""

from __future__ import annotations

import re

from fact_cli.lang.words import lower, words_before
from fact_cli.model.text import BlockKind
from fact_cli.relate.changes.pairs import Pair
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import end_of
from fact_cli.relate.twice.headlines.body import opening_of, told_in
from fact_cli.relate.twice.headlines.same_scope import is_of_part
from fact_cli.relate.twice.values.same_words import first_letters

_MONTHS = (
    r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
)
_WHOLE_YEAR = re.compile(
    r"\b(?:entre|du) (?:le )?1er janvier (?:au|et le) 31 décembre\b", re.IGNORECASE
)
# From when, or until when, a change has effect.
_FROM_WHEN = re.compile(
    rf"\b(?:en|dès|fin|début|mi-|à partir d[eu']|à compter d[eu']|jusqu'(?:au|en|à)|au|le) ?"
    rf"(?:le |la |mi-|fin |début )?(?:\d+(?:er)? )?{_MONTHS}(?: (?:prochain|\d{{4}}))?"
    r"|\bd'ici (?:à |aux? )?(?:l'|la |le )?(?:fin |début )?(?:de l'|du |de la |d')?"
    r"(?:printemps|été|automne|hiver|année|trimestre|semestre|mois|rentrée)(?: prochaine?)?",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"\b(?:pass|ramen|port|rédui|augment|diminu|tomb|(?:re)?descend|(?:re)?mont)\w+ "
)
_WILL_BE = re.compile(r"[^\W\d_]{3}(?:era|ira|eront|iront)\b")
_PLACE = re.compile(
    r"\b(?:en|dans|à|au|aux|chez|pour|sur|parmi|côté|rien que)"
    r" (?:la |les? |l'|son |sa |ses |leurs? |une? )?(?P<what>[^\W\d_]{3,})"
)
_NO_PLACE = {
    "premier", "première", "deuxième", "second", "seconde", "troisième", "quatrième", "trimestre",
    "semestre", "mois", "guichet", "guichets", "caisse", "caisses",
    "total", "tout", "effet", "décompte", "dépouillement", "final", "finale", "terme", "issue",
    "soir", "fin", "bout", "compteur", "cours", "arrivée", "moyenne", "fait", "réalité", "outre",
    "revanche", "cette", "ces", "tour", "scrutin", "vote", "même", "année", "an", "ans",
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre", "autant", "chiffre", "détail", "dernière", "dernier",
    "détails", "clair", "somme", "définitive", "urnes", "comptage", "pointage",
    "rentrée", "matière", "ont", "avait", "avaient", "aura", "auront", "était", "sont",
}  # fmt: skip
_OF = re.compile(
    r"\b(?:effectif|nombre|total|parc|flotte|capacité|chiffre|volume|taux|prix|cours|montant)s?"
    r" (?:de la |du |des |de l'|d'|de )(?P<what>[^\W\d_]{3,})(?P<kind> [a-zà-ÿ]{4,}[sx]\b)?"
)
_KIND = re.compile(r" (?P<kind>[a-zà-ÿ]{4,}[sx])\b")
_NO_KIND = {
    "ici",
    "dans", "sans", "depuis", "plus", "alors", "puis", "hors", "tous", "toutes", "nous", "vous",
    "après", "auprès", "lors", "moins", "ailleurs", "désormais", "jamais", "dès", "leurs",
    "supplémentaires", "recensés", "comptés", "enregistrés", "inscrits", "relevés", "dénombrés",
    "constatés", "recensées", "comptées", "enregistrées", "inscrites", "relevées", "célébrés",
    "accueillis", "accueillies", "vendus", "vendues", "délivrés", "délivrées", "exprimés",
}  # fmt: skip
_CONSTITUENCY = re.compile(
    r"(?<!cette )(?<!ce )(?<!cet )\b(?:bureau|quartier|canton|commune|village|circonscription"
    r"|section|arrondissement|ville|hameau|département|province|état|comté|premier tour)s?\b"
)
# Who or what counts all of a thing, whatever the thing is.
_OF_A_KIND = re.compile(
    r" (?:avec |sans |de |d'|à |aux? |par |chez )(?:la |les? |l'|des )?(?P<what>[^\W\d_]{3,})"
)
_ANY = re.compile(r"(?:une?|des|d'autres?|certaine?s?|plusieurs) \b")
_SUBJECT = re.compile(
    r"(?:^|, )(?:en tout, |au total, )?(?:la |les? |l'|son |sa |ses |leurs? )(?P<what>[^\W\d_]{3,})"
    r"(?P<kind> [a-zà-ÿ]{4,}[sx]\b)?"
)
_WHOLE = {
    "équipe", "équipes", "zone", "parquet", "commissariat", "brigade", "brigades", "agents",
    "forces", "sauveteurs", "secouristes", "secours", "douanes", "urgences", "billetterie",
    "compteur",
    "préfecture", "préfet", "direction", "directrice", "directeur", "mairie",
    "maire", "commune", "ville", "gendarmerie", "gendarmes", "police", "policiers", "pompiers",
    "service", "services", "établissement", "maison", "club", "association", "société", "groupe",
    "entreprise", "organisateurs", "responsables", "nombre", "effectif", "effectifs", "total",
    "parc", "flotte", "chiffre", "bilan", "capacité", "tonne", "kilo", "litre", "baril", "taux",
    "billet", "ticket", "an", "année", "saison", "exercice", "été", "hiver", "printemps", "automne",
    "cours", "prix", "conseil", "syndicat", "statistiques", "autorités", "observatoire", "institut",
    "trajet", "hôpital", "structure", "site", "usine", "compagnie", "pays", "canton", "bureau",
    "ministère", "office", "agence", "royaume", "cabinet", "fédération", "chambre",
    "plus", "scénario", "plan", "projet", "texte", "mesure", "réforme", "objectif", "gouvernement",
}  # fmt: skip
# "Elle a recensé 480 accidents" is the count of whoever counts, not of a part.
_PRONOUN = re.compile(
    r"(?:ils?|elles?) (?!(?:y |en )?(?:a|ont|avait|avaient) (?:[^\W\d_]+ )?"
    r"(?:recens|dénombr|comptabilis|relev|constat|répertori)é)\b"
)
_THERE = re.compile(r"\b(?:y (?:a|ont|est|sont|avait|avaient|était|étaient|eut)|s'y|d'y)\b")
_SENTENCE_END = re.compile(r"[.!?…] |\n")
LED = 200  # characters before a sentence in which the one before it lies
STEM = 5


def without_start(title: str) -> str:
    """A title without the time from which what it tells will be: "grimpera de 12 % en janvier"."""
    return _FROM_WHEN.sub("", title) if _WILL_BE.search(lower(title)) else title


def without_term(told: str) -> str:
    """A sentence that tells a change without from or until when: "passera de 60 à 48 en mai"."""
    return _FROM_WHEN.sub("", told) if _CHANGES.search(lower(told)) else told


def is_part_told(context: Context, two: Pair) -> bool:
    """Whether the sentence of two values sets them apart from what title and opening tell."""
    plain, blocks = context.document.plain, context.document.blocks
    title = " ".join(one.extent.of(plain) for one in blocks if one.kind is BlockKind.TITLE)
    opening = opening_of(context)
    own = without_term(_WHOLE_YEAR.sub("", _with_place(context, two)))
    if title and is_of_part(without_start(title), "" if own in opening else opening, own):
        return True
    known = first_letters(lower(f"{title} {opening}"), STEM, shortest=3)
    told, kinds = _told_ahead(context, two)
    if _PRONOUN.match(lower(own)):
        return True
    counted = {one.of for one in two.both if one.of is not None}
    told |= {one["what"] for one in _OF.finditer(lower(own))}
    if any(not _is_known(one, known) for one in told if not _is_among(one, counted)):
        return True
    kinds += [one["kind"].strip() for one in _OF.finditer(lower(own)) if one["kind"]]
    kinds += [found["what"] for one in two.both if (found := _OF_A_KIND.match(plain, end_of(one)))]
    kinds += [found["kind"] for one in two.both if (found := _KIND.match(plain, end_of(one)))]
    return any(one not in _NO_KIND and not _is_known(one, known) for one in kinds)


def _with_place(context: Context, two: Pair) -> str:
    """The sentence of two values, behind the one that tells of the place that "y" stands for."""
    own = told_in(context, two)
    at = context.sentence_at(two.both[0].extent)
    if at is None or not _THERE.search(lower(own)):
        return own
    led = words_before(context.document.plain, at.extent.start, LED)
    return f"{_SENTENCE_END.split(led.rstrip(' .!?'))[-1]}. {own}"


def _told_ahead(context: Context, two: Pair) -> tuple[set[str], list[str]]:
    """The places and subjects told ahead of two values, and what kind of subject it is."""
    sentence = context.sentence_at(two.both[0].extent)
    start = two.extent.start if sentence is None else sentence.extent.start
    ahead = lower(context.document.plain[start : two.extent.start])
    subjects = list(_SUBJECT.finditer(ahead))
    told = {one["what"] for one in _PLACE.finditer(ahead)} - _NO_PLACE
    told |= {one["what"] for one in subjects} - _WHOLE
    return told, [one["kind"].strip() for one in subjects if one["kind"]]


def is_of_another(context: Context, topic: str, two: Pair) -> bool:
    """Whether two values are told of a place or thing that ``topic`` does not name, or of any."""
    sentence = context.sentence_at(two.both[0].extent)
    known = first_letters(lower(topic), STEM, shortest=3)
    told, kinds = _told_ahead(context, two)
    if sentence is None or _ANY.match(lower(sentence.extent.of(context.document.plain))):
        return True
    return any(not _is_known(one, known) for one in {*told, *kinds})


def is_of_constituency(context: Context, two: Pair) -> bool:
    """Whether two numbers of votes are those of one place among others: "au bureau du centre"."""
    return _CONSTITUENCY.search(lower(told_in(context, two))) is not None


def _is_known(word: str, known: frozenset[str]) -> bool:
    return not known.isdisjoint(first_letters(word, STEM, shortest=3))


def _is_among(word: str, nouns: set[str]) -> bool:
    return any(word in {noun, f"{noun}s", f"{noun}x"} for noun in nouns)
