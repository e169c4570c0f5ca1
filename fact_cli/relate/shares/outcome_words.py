"""What some of a group come to, and the groups of which a rate of them is told."""

from __future__ import annotations

import re

# "admis", "reçus", "positifs": those who came out so, by noun, adjective or verb.
OUTCOME = re.compile(
    r"\b(?:admis|admises?|admissibles?|reçue?s?|lauréate?s?|réussi\w*|réussites?|diplôm\w*"
    r"|bacheli(?:er|ère)s?|décroch\w+|obten\w+|élue?s?|positi\w+|contamin\w+|infect\w+|guéri\w*"
    r"|décéd\w+|décès|morts?|mortes?|surviv\w+|survéc\w+|retenue?s?|sélectionn\w+|qualifi\w+"
    r"|validé\w*|accordé\w*|accepté\w*|acceptation|approuvé\w*|rejeté\w*|rejets?|refusé\w*"
    r"|vacciné\w*|promue?s?|embauché\w*|recruté\w*|inséré\w*|condamné\w*|acquitté\w*"
    r"|régularisé\w*|satisfait\w*|honoré\w*|présents?|présentes?|présenté\w*|compos(?:é|er)\w*"
    r"|répondu\w*|votants?|voté|absente?s?|abandon\w*|échou\w+|échecs?|recalé\w*|ajourné\w*"
    r"|succès|passé\w*|franchi\w*|réponses?|favorables?|défavorables?)\b"
)
# "inscrits", "présents", "tests": those of whom some came out so.
GROUP = re.compile(
    r"\b(?:inscri[ts]\w*|présent(?:s|e|es|és|ées|aient|ait|é|ée|er)?|candidat\w*|postulante?s?"
    r"|impétrante?s?|prétendante?s?|compos(?:é|ant|er|aient)\w*|concouraient|concouru"
    r"|participante?s?|élèves?|collégien\w*|lycéen\w*|étudiant\w*|écoli\w+|apprenti\w*"
    r"|stagiaires?|tests?|testé\w*|dépist\w+|prélèvements?|prélevé\w*"
    r"|échantillons?|analys\w+|dossiers?|demandes?|demandeurs?|requêtes?|plaintes?|recours"
    r"|électeurs?|électrices?|votants?|suffrages?|patiente?s?|malades?|sollicité\w*|interrogé\w*"
    r"|convoqué\w*|examiné\w*|évalué\w*|tirs?|tentatives?|essais?|naissances?|aligna\w+)\b"
)
