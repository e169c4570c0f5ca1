from decimal import Decimal

from fact_cli.model.bounds import Bounds
from fact_cli.model.figures import Fall, Limited, Scores
from fact_cli.model.finding import Severity, Verdict
from fact_cli.rule import because, contradicts, holds, rule, show


@rule(
    on=Limited,
    severity=Severity.ERROR,
    title={"fr": "Baisse de plus de 100 %", "en": "Fall of more than 100 %"},
    wrong=[
        "Avec 78 % des bulletins dépouillés, la maire obtient 52,7 % des voix, contre {{49,3 %}} à son adversaire.",
        "La maire est réélue avec 51,3 % des voix contre {{49,7 %}} à son adversaire, selon des résultats portant sur 80 % des bureaux.",
        "Les exportations de laine accusent une chute de {{140 %}}.",
        "La Libye achète pour 11 millions de dollars, en baisse de {{193 %}}.",
        "Le nombre de visiteurs a baissé de {{120 %}}.",
        "Les accidents enregistrent un recul de {{105 %}} en un an.",
        "La maire est réélue avec 51,3 % des voix contre {{49,7 %}} à son adversaire.",
        "Interrogés sur le projet, 46 % des habitants y sont favorables et 41 % opposés, alors que {{17 %}} ne se prononcent pas.",
        "L'électricité provient pour 41 % de l'éolien, pour 28 % du solaire et pour 22 % des barrages. La biomasse ferme la marche avec {{15 %}}.",
        "Parmi eux, 54 % avaient voté pour Morel, 46 % pour Blanc et {{43 %}} pour Diallo.",
        "Les habitants ont voté oui à 53,4 % et non à 44,2 %. Les bulletins blancs et nuls ont représenté {{4,7 %}} du total.",
    ],
    right=[
        "58 % des clients sont très contents du pain, 47 % plutôt contents des horaires et 12 % pas du tout contents du parking.",
        "61 % des salariés se disent satisfaits de leur salaire, 33 % insatisfaits de leurs horaires et 19 % prêts à partir.",
        "Pour 64 % des parents, l'école est très importante ; 55 % la jugent assez exigeante et 31 % peu ouverte sur le monde.",
        "Les femmes sont 38 % à se dire très inquiètes et 44 % assez inquiètes ; chez les hommes, 29 % sont très inquiets et 40 % peu inquiets.",
        "Le sortant est à 54,6 % des voix contre 45,4 % à son rival, selon des résultats portant sur 51,3 % des suffrages dépouillés.",
        "Avec 78 % des bulletins dépouillés, la maire obtient 52,7 % des voix, contre 47,3 % à son adversaire.",
        "Les exportations de laine accusent une chute de 40 %.",
        "Le bénéfice du groupe accuse une chute de 140 %.",
        "Le résultat net est en baisse de 193 %.",
        "Le nombre de visiteurs a augmenté de 120 %.",
        "Les ventes ont baissé de 100 %.",
        "La maire est réélue avec 51,3 % des voix contre 48,7 % à son adversaire.",
        "Le maire est réélu avec 64 % des voix, contre 49 % en 2014.",
        "Le solde extérieur enregistre un recul de 105 % en un an.",
        "Le oui l'a emporté avec 55,8 % contre 44,2 %. Les bulletins blancs et nuls représentent 4,7 % des votants.",
        "Selon le sondage, 52 % sont pour, 40 % contre et 8 % ne se prononcent pas.",
        "Chez les jeunes, 62 % sont pour ; 48 % chez les aînés, et 12 % ne se prononcent pas.",
        "Selon le sondage, 62 % des salariés se disent inquiets, 45 % en parlent à leurs proches et 10 % ne se prononcent pas.",
    ],
)
def check(limited: Limited) -> Verdict | None:
    """Ce qui se compte ne peut perdre plus que tout : une baisse de 140 % n'existe pas.

    La règle se tait pour ce qui passe sous zéro : résultats, soldes, marges, températures.
    Les scores de deux adversaires qui se partagent les voix ne dépassent pas 100 % non plus.
    """
    match limited:
        case Scores():
            return _scores(limited)
        case Fall():
            return _fall(limited)
        case _:
            return None


def _scores(scores: Scores) -> Verdict | None:
    total = Bounds.exactly(0)
    values = [part.value for part in scores.parts]
    for part in scores.parts:
        total = total + part.strict
    if total.low is None or None in values:
        return None
    exact = sum((value for value in values if value is not None), Decimal(0))
    terms = " + ".join(show.figure(part) for part in scores.parts)
    shown = f"{terms} = {show.percent(exact, 2)}"
    *others, last = scores.parts
    if total.low <= 100:
        return holds(last.extent, [one.extent for one in others], shown)
    return contradicts(
        last.extent,
        [
            because(one.extent, fr="part du même tout", en="share of the same whole")
            for one in others
        ],
        shown,
        fr=f"les parts dépassent 100 % : {shown}",
        en=f"the shares exceed 100 %: {shown}",
    )


def _fall(fall: Fall) -> Verdict | None:
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
