from fact_cli.model.figures import Direction
from fact_cli.model.finding import Severity, Verdict
from fact_cli.rule import because, contradicts, holds, rule, show


@rule(
    on=Direction,
    severity=Severity.ERROR,
    title={"fr": "Hausse ou baisse à l’envers", "en": "Rise or fall the wrong way round"},
    wrong=[
        "Le tourisme a repris des couleurs dans le Jura : {{612 000}} nuitées cet été, contre 648 000 l'été précédent.",
        "Avec {{87,2 %}} de reçus, le taux de réussite s'améliore par rapport aux 89,6 % de juin 2022.",
        "La délinquance s'améliore : {{312}} cambriolages cette année, contre 280 l'an dernier.",
        "Le déficit s'est réduit en mai pour ressortir à {{5,8 milliards d'euros}}, contre 5,2 milliards en avril, l'énergie pesant à elle seule 3,9 milliards.",
        "Malgré la hausse des prix, le nombre de clients recule, passant de 1 200 à {{1 350}}.",
        "Le bénéfice a reculé. Il s'établit à {{34 millions d'euros}}, contre 31 millions un an plus tôt.",
        "Les prix grimpent en ville, où le mètre carré se vend {{3 100 euros}}, contre 3 250 euros un an plus tôt.",
        "Le titre de la banque a cédé du terrain. Il a clôturé à {{34,18 euros}}, contre 33,60 euros la veille.",
        "Le déficit s'est aggravé, passant de 12 à {{9 millions d'euros}}.",
        "Le taux est passé de 6,2 % à {{6,8 %}}, en baisse.",
        "Les naissances sont en baisse, à {{910}} contre 840.",
        "Le loyer est passé de 640 à {{580 euros}}, en hausse.",
        "Les ventes sont en recul, à {{12 millions d'euros}}, contre 9 millions d'euros.",
        "La natalité recule encore. On a compté {{1 240}} naissances à Gap, contre 1 180 l'année précédente.",
        "La fréquentation s'effondre au musée. En juillet, {{12 400}} visiteurs en ont franchi les portes, contre 11 900 un an plus tôt.",
        "Les loyers s'envolent à Lyon. Le mètre carré s'y loue {{14 euros}}, alors qu'il en coûtait 15 il y a un an.",
        "La participation y gagne 3,4 points, à {{58,3 %}} après 61,7 % il y a cinq ans.",
        "Le nombre d'étudiants continue de s'éroder à l'université. Elle en accueille {{13 100}}, alors qu'elle en avait inscrit 12 400 l'an dernier.",
    ],
    right=[
        "La croissance marocaine ralentit : +3,4 % au printemps, contre +2,8 % en Tunisie.",
        "Après un pic à 310 euros pour le blé dur, le blé tendre recule à 318 euros.",
        "Les loyers, qui ont augmenté de 0,8 % en un mois, ont vu leur hausse ralentir à 3,1 % sur un an.",
        "La facture d'eau grimpera de 4,1 %. La hausse avait été limitée à 2,3 % l'an dernier, après 3,9 % l'année d'avant.",
        "Cette année, 312 élèves décrochent leur brevet, soit 84 %. L'an passé, le taux était de 79 %.",
        "Le commerce extérieur reprend des couleurs : le déficit est de 5,2 milliards contre 5,8 en mai.",
        "La situation ne s'améliore pas : le déficit atteint 5,8 milliards, contre 5,2 en mai.",
        "Le trafic du port se dégrade : 842 000 tonnes en 2025, après 871 000 en 2024.",
        "L'emploi reprend des couleurs : 4 200 chômeurs, contre 4 600 l'an passé.",
        "Le déficit s'est réduit en mai pour ressortir à 5,2 milliards d'euros, contre 5,8 milliards en avril, l'énergie pesant à elle seule 3,9 milliards.",
        "Les ventes se sont repliées à 5,8 milliards, contre 5,2 milliards en mai et 6,4 milliards un an plus tôt.",
        "La première toile s'envolait à 90 000 euros, et l'autre, plus petite, à 60 000 euros.",
        "La récolte de blé baisserait nettement sur un an (- 20,8 %) et par rapport à la moyenne 2015-2019 (- 11,3 %).",
        "La récolte baisserait sur un an (20,8 %) et par rapport à la moyenne (11,3 %).",
        "Malgré ce ralentissement, le nombre de pensions augmente encore, passant de 854 832 à 924 638.",
        "Le chiffre d'affaires est en hausse, à 3,2 milliards d'euros, contre 3,5 milliards attendus.",
        "Le bénéfice a reculé après la cession. Le groupe emploie 3 400 salariés, contre 3 100 un an plus tôt.",
        "Les prix grimpent en ville, où le mètre carré se vend 3 250 euros, contre 3 100 euros un an plus tôt.",
        "Le groupe a perdu du terrain. Il a dégagé 34 millions d'euros, contre 31 millions un an plus tôt.",
        "L'estimation provisoire était de 1 003, la valeur révisée de 1 096. Le recul par rapport à cette dernière est de 8 %.",
        "La situation s'est aggravée puisque seulement 84,2 % des bus sont à l'heure (contre 88,7 % en 2019).",
        "Des records tombaient aussi à Angers, avec 40,7 °C (contre 39,8 °C en 1947).",
        "Le taux est passé de 6,2 % à 6,8 %, en hausse.",
        "Les naissances sont en baisse, à 840 contre 910.",
        "Le loyer est passé de 580 à 640 euros, en hausse.",
        "Le loyer est passé de 580 à 640 euros, en hausse de 10 %.",
        "Les ventes sont en recul, à environ 12 millions d'euros, contre 12 millions d'euros.",
        "Le délai est passé de 12 à 10 jours, en baisse.",
        "Le taux est passé de 6,2 % à 6,8 %, alors que les prix sont en baisse.",
        "La natalité se redresse. On a compté 1 240 naissances à Gap, contre 1 180 l'année précédente.",
        "Les prix du blé flambent. La récolte atteint 31 millions de tonnes, contre 36 millions un an plus tôt.",
        "Le chômage recule encore. L'usine de Brest emploie 640 salariés, contre 610 l'an dernier.",
        "La délinquance recule à Nice. Les policiers sont 640, contre 600 en 2020.",
        "La natalité se redresse. La maternité de Gap compte 12 lits, contre 16 en 2015.",
        "Les loyers s'envolent à Lyon. Le mètre carré s'y loue 16 euros, alors qu'il en coûtait 15 il y a un an.",
        "Elle y gagne 3,4 points, à 58,3 % contre 54,9 % il y a cinq ans.",
        "Avec deux médailles de bronze, le total des nageurs monte à 5, trois de moins qu'en 2003.",
        "La population vieillit et l'emploi recule. Le bassin compte 12 400 habitants, contre 12 100 en 2015.",
    ],
)
def check(direction: Direction) -> Verdict | None:
    """De 6,2 à 6,8 %, c'est une hausse : le mot et les chiffres doivent aller du même côté.

    La règle s'applique quand un mot de hausse ou de baisse suit ou précède de tout près les
    deux valeurs. Elle se tait quand leurs arrondis se recouvrent.
    """
    before, after = direction.before, direction.after
    first, second = before.recomputed(loose=False), after.recomputed(loose=False)
    low, high = (second, first) if direction.way > 0 else (first, second)
    shown = f"{show.figure(before)} → {show.figure(after)}"
    touch = before.step == after.step and low.high is not None and low.high == high.low
    if not (low.below(high) or touch):
        return holds(after.extent, [before.extent], shown)
    said, right = ("hausse", "baisse") if direction.way > 0 else ("baisse", "hausse")
    english, correct = ("rise", "fall") if direction.way > 0 else ("fall", "rise")
    return contradicts(
        after.extent,
        [because(before.extent, fr="valeur de départ", en="value before")],
        f"{shown} : {right}",
        fr=f"de {show.figure(before)} à {show.figure(after)}, c’est une {right}, pas une {said}",
        en=f"from {show.figure(before)} to {show.figure(after)} is a {correct}, not a {english}",
        suggestions=[f"en {right}"],
        ceiling=Severity.WARNING if touch else Severity.ERROR,
    )
