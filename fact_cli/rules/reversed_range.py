from fact_cli.model.figures import Range
from fact_cli.model.finding import Severity, Verdict
from fact_cli.rule import because, contradicts, rule, show


@rule(
    on=Range,
    severity=Severity.ERROR,
    title={"fr": "Fourchette à l’envers", "en": "Range the wrong way round"},
    wrong=[
        "Dix sociétés ont connu des hausses de leurs valeurs situées entre {{63}} et 37 %.",
        "Lundi, le nombre de disparus était estimé entre {{deux}} et une personne.",
        "Le chantier coûtera entre {{9}} et 6 milliards d'euros.",
        "Le navire embarque entre {{cinq}} et trois passagers.",
        "La hausse serait comprise entre {{12}} et 8 %.",
        "Il faudra entre {{300}} et 200 volontaires.",
        "Le poste est ouvert aux candidats âgés de {{35}} à 18 ans.",
        "La remise en état demandera de {{3,8}} à 2,9 millions d'euros, en fonction de l'état de la charpente.",
        "Le tournage emploie {{300}} à 200 figurants chaque jour.",
        "La marge d'erreur est de {{4,1}} à 3,1 points.",
    ],
    right=[
        "Dix sociétés ont connu des baisses de leurs valeurs situées entre 63 et 37 %.",
        "Il hésite entre deux et une autre.",
        "Le chantier coûtera entre 6 et 9 milliards d'euros.",
        "Le nombre de disparus est estimé entre une et deux personnes.",
        "La hausse serait comprise entre 8 et 12 %.",
        "L'écart entre 12 élèves et 8 professeurs est grand.",
        "L'écart s'est creusé entre 900 millions d'euros et 1,1 milliard d'euros.",
        "Le bus passe entre 20 heures et 6 heures.",
        "La température oscille entre -2 et -4 degrés.",
        "Le pain coûte entre 10 et 15 centimes.",
        "Entre 2019 et 2021, 300 postes ont été créés.",
        "Le poste est ouvert aux candidats âgés de 18 à 35 ans.",
        "La remise en état demandera de 2,9 à 3,8 millions d'euros, en fonction de l'état de la charpente.",
        "Le tournage emploie 200 à 300 figurants chaque jour.",
        "Les Bleus l'emportent 86 à 72 points.",
        "La vitesse, abaissée de 90 à 80 km/h, divise.",
        "La TVA de 20 à 10 % a relancé le secteur.",
        "Avec 27 points, dont 15 à trois points, elle a porté les siennes.",
        "Avec 27 points, dont 15 à 3 points, elle a porté les siennes.",
        "Elles ont tiré vingt-six à trois points, pour cinq réussites.",
        "Vingt-deux sont montées sur un podium, trois à deux reprises.",
        "Les associés ont fait un partage 60-40 % du capital.",
        "Il faut arriver 3 à 2 heures avant le départ.",
        "Il fera 2 à -4 degrés au lever du jour.",
        "Le prix baisse de 3,8 à 2,9 millions d'euros, en fonction de la demande.",
    ],
)
def check(written: Range) -> Verdict | None:
    """« Entre 9 et 6 milliards » : les bornes ont été échangées, ou l'une d'elles est fausse.

    La règle s'applique à « entre A et B », et à « A à B » sans « de » devant, quand les deux
    bornes ont la même unité et que la première est la plus grande. « Entre -2 et -4 degrés »
    se dit.
    """
    low, high = written.low, written.high
    if low.value is None or high.value is None or not high.strict.below(low.strict):
        return None
    if low.value < 0 and high.value < 0:
        return None
    shown = f"{show.figure(low)} > {show.figure(high)}"
    return contradicts(
        low.extent,
        [because(high.extent, fr="borne supérieure", en="upper end")],
        shown,
        fr=f"la borne inférieure dépasse l’autre : {shown}",
        en=f"the lower end is above the upper one: {shown}",
        suggestions=[f"entre {show.figure(high)} et {show.figure(low)}"],
    )
