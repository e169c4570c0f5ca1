"""Rates that have a name, and the words of the two figures of which each is the share."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RateName:
    """How a rate is called, what its part is told by, and what its whole.

    ``rest`` tells what all others of the whole are, where a rate is told by them too: who voted,
    of an abstention. ``over`` is true of a rate that may pass a hundred per cent, ``of_money`` of
    one whose figures are amounts. ``unlike`` tells those of another period than it is reckoned of.
    """

    name: re.Pattern[str]
    part: re.Pattern[str]
    whole: re.Pattern[str]
    rest: re.Pattern[str] | None = None
    over: bool = False
    of_money: bool = False
    unlike: re.Pattern[str] | None = None


def _words(*stems: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(stems)})", re.IGNORECASE)


_VOTED = (
    r"vot(?:é\w*|ants?|es?)\b", r"bulletins?\b", r"déplacé", r"rendue?s? aux urnes", r"pris part",
    r"participé", r"se sont exprimé",
)  # fmt: skip
_ENROLLED = (
    r"inscrit", r"électeur", r"électrice", r"électorat", r"appelée?s? aux urnes",
    r"corps électoral",
)  # fmt: skip
_CASES = (
    r"cas\b", r"malades?\b", r"contamin", r"infect", r"patiente?s?\b", r"atteinte?s?\b",
    r"touchée?s?\b", r"hospitalis",
)  # fmt: skip
_PUPILS = (
    r"inscri[ts]", r"présent", r"candidat", r"postulant", r"impétrant", r"compos", r"concour",
    r"participant", r"élèves?\b", r"collégien", r"lycéen", r"étudiant", r"écoli", r"apprenti",
    r"stagiaire", r"passé (?:l[ea']|les)", r"tirs?\b", r"tentatives?\b",
    r"lancers?\b", r"pénalités?",
)  # fmt: skip
_HOMES = (
    r"logement", r"appartement", r"maison", r"local\b", r"locaux", r"commerce", r"bureaux",
    r"foyer", r"ménage", r"bâtiment", r"boutique", r"vitrine",
)  # fmt: skip

_PEOPLE = (
    r"habitant", r"population", r"personnes?\b", r"naissance", r"nés\b", r"naiss", r"enfants?\b",
    r"nouveau-nés?\b", r"accouchement",
)  # fmt: skip

# Rates of a population, which are told per mille.
PER_MILLE_RATES = (
    RateName(
        _words(r"mortalité", r"de décès"),
        _words(r"morts?\b", r"décès", r"décéd", r"meur\w+", r"succomb", r"péri\b"),
        _words(*_PEOPLE),
    ),
    RateName(
        _words(r"natalité", r"de naissances?"),
        _words(r"naissance", r"nés?\b", r"nouveau-nés?", r"bébés?", r"accouchement"),
        _words(r"habitant", r"population", r"personnes?\b"),
    ),
    RateName(
        _words(r"nuptialité", r"divortialité"),
        _words(r"mariages?", r"noces", r"divorces?"),
        _words(r"habitant", r"population", r"personnes?\b"),
    ),
    RateName(
        _words(r"prématurité", r"de prématurés", r"de naissances prématurées"),
        _words(r"prématuré", r"(?:[^\W\d_]+ ){0,5}avant (?:terme|l'heure)"),
        _words(*_PEOPLE),
    ),
    RateName(
        _words(r"incidence", r"prévalence"),
        _words(*_CASES),
        _words(r"habitant", r"population", r"personnes?\b"),
    ),
)

RATES = (
    RateName(
        _words(r"réussite", r"succès", r"admission", r"d'admis", r"de reçus"),
        _words(
            r"admis", r"reçue?s?\b", r"lauréat", r"réussi", r"diplôm", r"bacheli", r"décroch",
            r"obten", r"l'ont (?:obtenu|eu)", r"pass(?:e|ent|ées?|és)\b", r"promu", r"marqu",
            r"transform", r"franchi",
        ),
        _words(*_PUPILS),
    ),
    RateName(
        _words(r"(?:pré)?sélection", r"sélectivité", r"recrutement", r"d'intégration"),
        _words(
            r"sélectionn", r"retenue?s?\b", r"aptes?\b", r"intégr", r"recrut", r"embauch", r"admis",
            r"reçue?s?\b", r"accept", r"pris\b", r"place",
        ),
        _words(*_PUPILS, r"postul", r"dossier", r"demande", r"prétendant", r"tent(?:é|er)"),
    ),
    RateName(_words(r"participation"), _words(*_VOTED), _words(*_ENROLLED)),
    RateName(
        _words(r"abstention"), _words(r"absten", r"abstention"), _words(*_ENROLLED),
        _words(*_VOTED),
    ),
    RateName(
        _words(r"létalité", r"mortalité", r"de décès"),
        _words(
            r"morts?\b", r"décès", r"décéd", r"victimes?\b", r"tuée?s?\b", r"succomb",
            r"mortels?\b", r"péri\b", r"pas surv[ié]",
        ),
        _words(*_CASES),
    ),
    RateName(
        _words(r"guérison", r"survie"), _words(r"guéri", r"surviv", r"survéc", r"rétabli"),
        _words(*_CASES),
    ),
    RateName(
        _words(r"occupation", r"remplissage"),
        _words(
            r"occup", r"vend", r"rempli", r"détenus?\b", r"prisonni", r"incarcér", r"résident",
            r"patient", r"réserv", r"louée?s?\b", r"entrées?\b", r"spectat", r"preneu",
            r"hospitalis", r"écrou",
        ),
        _words(
            r"places?\b", r"lits?\b", r"chambres?\b", r"sièges?\b", r"fauteuils?\b", r"capacité",
            r"cellules?\b", r"emplacements?\b",
        ),
        over=True,
    ),
    RateName(
        _words(r"positivité", r"de positifs"), _words(r"positi", r"contamin", r"infect"),
        _words(r"tests?\b", r"testé", r"dépist", r"prélèvement", r"prélevé", r"analys",
               r"échantill"),
    ),
    RateName(
        _words(r"réponses?\b", r"retour"),
        _words(r"répon", r"répond", r"retourn", r"renvoy", r"revenus?\b", r"rempli"),
        _words(r"questionnaire", r"courrier", r"envoy", r"sollicit", r"interrog", r"formulaire"),
    ),
    RateName(
        _words(r"couverture vaccinale", r"vaccination", r"couverture"),
        _words(r"vaccin", r"dose"),
        _words(r"enfants?\b", r"habitants?\b", r"population", r"visée?s?\b", r"ciblée?s?\b"),
    ),
    RateName(
        _words(r"chômage"), _words(r"chôm", r"sans[ -]emploi", r"demandeurs? d'emploi", r"privé"),
        _words(r"actifs?\b", r"population active"),
    ),
    RateName(
        _words(r"abandon", r"décrochage", r"d'échec", r"absentéisme", r"d'absence"),
        _words(r"abandon", r"renonc", r"recal", r"échou", r"ajourn", r"absent", r"décroch",
               r"jeté l'éponge"),
        _words(
            *_PUPILS, r"partants?\b", r"engagés?\b", r"concurrent", r"coureur", r"salariés?\b",
            r"agents?\b",
        ),
    ),
    RateName(
        _words(r"élucidation", r"résolution"), _words(r"éluci", r"résolu"),
        _words(r"affaires?\b", r"faits?\b", r"plaintes?\b", r"crimes?\b", r"vols?\b", r"cambriol"),
    ),
    RateName(
        _words(r"acceptation", r"protection", r"reconnaissance", r"d'accord\b"),
        _words(r"accept", r"accord", r"reconnu", r"obten", r"satisf"),
        _words(r"demand", r"dossier", r"requ[êé]"),
    ),
    RateName(
        _words(r"de refus", r"de rejet"), _words(r"refus", r"rejet", r"débout"),
        _words(r"demand", r"dossier", r"requ[êé]"),
    ),
    RateName(
        _words(r"ponctualité", r"régularité"), _words(r"à l'heure", r"ponctue"),
        _words(r"trains?\b", r"vols?\b", r"bus\b", r"rames?\b"),
    ),
    RateName(
        _words(r"vacance", r"inoccupation"), _words(r"vides?\b", r"vacant", r"inoccup"),
        _words(*_HOMES),
    ),
    RateName(
        _words(r"équipement", r"raccordement", r"électrification", r"desserte"),
        _words(r"équip", r"raccord", r"relié", r"électrifi", r"desservi"),
        _words(*_HOMES, r"communes?\b", r"villages?\b", r"localités?\b"),
    ),
    RateName(
        _words(r"grévistes?", r"de mobilisation"), _words(r"grévistes?\b", r"grève", r"débray"),
        _words(r"salariés?\b", r"agents?\b", r"enseignant", r"employés?\b", r"professeur"),
    ),
    RateName(
        _words(r"marge", r"profitabilité"),
        _words(r"bénéfice", r"résultat", r"profit", r"ebitda", r"excédent", r"gain"),
        _words(r"chiffre d'affaires", r"ventes?\b", r"revenus?\b", r"recettes?\b", r"CA\b"),
        of_money=True,
        unlike=_words(
            r"opérationnel", r"brute?s?\b", r"d'exploitation", r"ebitda", r"couran", r"commercial",
            r"avant impôt",
        ),
    ),
    RateName(
        _words(r"rendement", r"rentabilité"),
        _words(r"loyer", r"dividende", r"coupon", r"intérêts?\b", r"rapport"),
        _words(
            r"prix", r"valeur", r"achet", r"achat", r"payé", r"investi", r"cours\b", r"action\b",
            r"capital", r"placé",
        ),
        of_money=True,
        unlike=_words(r"(?:par|chaque) (?:mois|semaine|jour)", r"mensuel", r"trimestr"),
    ),
    RateName(
        _words(r"recouvrement", r"réalisation", r"exécution", r"consommation des crédits"),
        _words(
            r"recouvr", r"encaiss", r"perç", r"réalis", r"exécut", r"dépens", r"mandat", r"engag",
            r"consomm", r"versé",
        ),
        _words(
            r"prév", r"budg", r"objectif", r"inscrit", r"programm", r"attend", r"due?s?\b", r"émis",
            r"demandé", r"fixé", r"factur", r"vot[ée]",
        ),
        over=True,
        of_money=True,
    ),
    RateName(
        _words(r"effort", r"endettement"),
        _words(r"loyer", r"mensualité", r"remboursement", r"dette", r"échéance"),
        _words(r"revenus?\b", r"salaire", r"gagn", r"PIB", r"richesse", r"ressources"),
        over=True,
        of_money=True,
        unlike=_words(
            r"(?:par|chaque) an", r"annuel", r"chacune?\b", r"à deux", r"par personne", r"couple",
        ),
    ),
)  # fmt: skip
