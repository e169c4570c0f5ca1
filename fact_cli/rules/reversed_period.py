from fact_cli.model.finding import Severity, Verdict
from fact_cli.model.lapse import Period
from fact_cli.rule import contradicts, holds, rule


@rule(
    on=Period,
    severity=Severity.ERROR,
    title={"fr": "Période à l’envers", "en": "Period the wrong way round"},
    wrong=[
        "Il a dirigé la filiale {{de 2021 à 2017}}.",
        "Le salon se tient {{du 23 au 14 mai}}.",
        "La piscine sera fermée {{du 18 septembre au 6 septembre 2021}}.",
        "L'incendie s'est déclaré dans la {{nuit de mardi à jeudi}}.",
        "Le vol a eu lieu dans la {{nuit du 14 au 16 mars}}.",
        "La permanence est ouverte {{de 17 heures à 14 heures}}.",
        "Stands ouverts {{de 19 h à 10 h}} chaque jour, du matin au soir.",
        "Le délai de livraison est compris {{entre huit et cinq semaines}}.",
        "Il faut compter {{entre six et trois mois}} d'attente.",
    ],
    right=[
        "Stands ouverts de 10 h à 19 h chaque jour, du matin au soir.",
        "Le délai de livraison est compris entre cinq et huit semaines.",
        "Il faut compter entre dix jours et deux semaines.",
        "Ouvert de 22 h à 6 h la nuit, et en journée sur rendez-vous.",
        "Il a dirigé la filiale de 2017 à 2021.",
        "Le salon se tient du 14 au 23 mai.",
        "Le salon se tient du 30 au 2 mai.",
        "La piscine sera fermée du 18 septembre au 6 octobre 2021.",
        "L'incendie s'est déclaré dans la nuit de mardi à mercredi.",
        "Le vol a eu lieu dans la nuit du 30 au 1er mai.",
        "Le bar est ouvert de 18 heures à 2 heures.",
        "Le bar est ouvert du jeudi au mardi.",
    ],
)
def check(period: Period) -> Verdict | None:
    """Une période finit après avoir commencé : « du 23 au 14 mai » a perdu un mois ou un chiffre.

    La règle s'applique aux années, aux jours d'un même mois, aux nuits de deux jours et aux
    heures d'ouverture. Elle admet « du 30 au 2 », qui passe au mois suivant, et les heures
    qui passent minuit.
    """
    at = period.time.extent
    formula = f"{period.begin} > {period.end}"
    if not period.reversed:
        return holds(at, [], f"{period.begin} → {period.end}")
    if period.night:
        return contradicts(
            at,
            [],
            f"{period.begin} → {period.end}",
            fr=f"une nuit va d’un jour au lendemain, pas de {period.begin} à {period.end}",
            en=f"a night goes on to the next day, not from {period.begin} to {period.end}",
        )
    return contradicts(
        at,
        [],
        formula,
        fr=f"la période finit avant de commencer : {period.begin}, {period.end}",
        en=f"the period ends before it begins: {period.begin}, {period.end}",
    )
