from fact_cli.model.figures import Fall
from fact_cli.model.finding import Severity, Verdict
from fact_cli.rule import contradicts, rule, show


@rule(
    on=Fall,
    severity=Severity.ERROR,
    title={"fr": "Baisse de plus de 100 %", "en": "Fall of more than 100 %"},
    wrong=[
        "Les exportations de laine accusent une chute de {{140 %}}.",
        "La Libye achète pour 11 millions de dollars, en baisse de {{193 %}}.",
        "Le nombre de visiteurs a baissé de {{120 %}}.",
        "Les accidents enregistrent un recul de {{105 %}} en un an.",
    ],
    right=[
        "Les exportations de laine accusent une chute de 40 %.",
        "Le bénéfice du groupe accuse une chute de 140 %.",
        "Le résultat net est en baisse de 193 %.",
        "Le nombre de visiteurs a augmenté de 120 %.",
        "Les ventes ont baissé de 100 %.",
        "Le solde extérieur enregistre un recul de 105 % en un an.",
    ],
)
def check(fall: Fall) -> Verdict | None:
    """Ce qui se compte ne peut perdre plus que tout : une baisse de 140 % n'existe pas.

    La règle se tait pour ce qui passe sous zéro : résultats, soldes, marges, températures.
    """
    stated = fall.stated
    low = stated.strict.low
    if fall.signed or low is None or low <= 101:
        return None
    return contradicts(
        stated.extent,
        [],
        f"{show.figure(stated)} > 100 %",
        fr=f"une baisse ne peut dépasser 100 % : {show.figure(stated)}",
        en=f"nothing counted can fall by more than 100 %: {show.figure(stated)}",
    )
