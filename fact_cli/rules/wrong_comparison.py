from fact_cli.model.figures import Comparison
from fact_cli.model.finding import Severity, Verdict
from fact_cli.rule import because, contradicts, holds, rule, show


@rule(
    on=Comparison,
    severity=Severity.ERROR,
    title={
        "fr": "Comparaison que ses deux valeurs démentent",
        "en": "Comparison that its two values belie",
    },
    wrong=[
        "Le salon a attiré 12 400 visiteurs, son plus haut niveau depuis 2010, loin des {{14 200}} de 2014.",
        "La récolte atteint 960 tonnes, la plus faible depuis 2009. En 2016, elle était de {{810 tonnes}}.",
        "Jamais la fête n'avait été aussi longue : 12 jours de concerts et 84 kilomètres de défilés. En 2014, on en avait compté {{97 kilomètres}}.",
        "Avec le soutien du maire, l'usine de Vire (310 salariés) dépasse celle de Flers ({{340}} salariés).",
        "Rennes, troisième avec 52 points, devance Lens, qui en compte {{54}}.",
        "Avec 58,2 gigawatts, l'Italie devance l'Espagne ({{61,4 gigawatts}}).",
        "La liste du maire (1 240 voix) devance celle de l'opposition ({{1 310}} voix).",
        "Avec 310 salariés, l'usine de Vire dépasse celle de Flers, qui en compte {{340}}.",
        "Les quatre villes dépassent 80 points : Lyon 91, Brest 88, Nancy 85 et Pau {{74}}.",
        "Il dépasse 90 % des voix dans les quatre pays : 97,8 % au Gabon, 94,7 % au Niger et 93,9 % en Angola. Même au Bénin, il recueille {{82,1 %}}.",
        "Grâce à un doublé, Samir Okaf (14 buts) passe devant Théo Bris ({{15}} buts) en tête du classement.",
        "Rennes attire le plus d'étudiants étrangers : ils sont 8 700, devant Nantes ({{9 400}}).",
        "Avec {{11,2 %}} des suffrages, la liste passe sous la barre des 10 %.",
        "Chronométré en {{10''04}}, le sprinteur est passé pour la première fois sous la barre des dix secondes.",
        "Le litre de gazole, à {{1,94 euro}}, a franchi la barre des 2 euros.",
        "Le mercure est monté à 41,3 °C, effaçant le record de la station, établi à {{41,9 °C}}.",
        "Avec 26 400 entrées, le musée bat son précédent record, qui était de {{27 100}} entrées.",
        "Castelain, fort d'un chiffre d'affaires de 412 millions d'euros, devance son rival de Roubaix, crédité de {{438 millions}}.",
        "Arrivée en tête avec 31,4 % des voix, Martine Colas devance le sortant, lequel en recueille {{33,2 %}}.",
        "Ils sont 8 700 à s'y être installés à la rentrée, devant Nantes ({{9 400}}) et Angers (5 100).",
        "Malgré la pluie, 48 300 festivaliers sont venus, davantage qu'en 2023, quand la billetterie en avait compté {{49 100}}.",
        "L'objectif de 10 000 euros est dépassé : la cagnotte affiche {{9 400 euros}}.",
        "Le seuil des 500 licenciés a été franchi, se réjouit le président du club, qui en dénombre {{478}}.",
        "Faute de quorum, fixé à la moitié des 80 sociétaires, l'assemblée, qui réunissait {{46}} personnes, a été reportée.",
        "Le quorum, fixé à 60 actionnaires, était atteint : {{57}} avaient fait le déplacement.",
        "Objectif manqué : le salon, qui visait 5 000 visiteurs, en a reçu {{5 200}}.",
        "Avec {{24}} des 51 sièges, le groupe détient la majorité absolue.",
        "La majorité absolue est fixée à 26 sièges : avec {{24}} députés, la gauche l'obtient de justesse.",
        "Le parti perd la majorité absolue : il ne garde que {{28}} des 51 sièges.",
        "Élue dès le premier tour avec {{48,7 %}} des voix, la maire dispose d'une majorité absolue.",
        "Les femmes travaillent plus souvent à temps partiel (8 % contre {{28 %}} des hommes).",
    ],
    right=[
        "L'îlot, 140 km², est le quatrième des plus petits, derrière Vela (0,5 km²), Morne (3) et Sabran (61).",
        "Il a couru en 9,81 secondes, effaçant les 9,85 secondes de 2019, l'ancien record.",
        "Le record de froid est tombé : -12 °C, effaçant les -11 °C de 1985.",
        "Le lycée affiche 95 % de reçus. Il est premier du département, devant Jean-Zay (92 %) et Victor-Hugo (90 %).",
        "Les femmes travaillent plus souvent à temps partiel (28 % contre 8 % des hommes).",
        "Il faut plus de moyens pour les zones délaissées (13 % contre 25 % en ville).",
        "Plus d'un salarié sur deux approuve (53 % contre 65 % en 2010).",
        "Les plus de 50 ans y croient (13 % contre 17 % des jeunes).",
        "Le salon a attiré 12 400 visiteurs, son meilleur résultat depuis 2019, loin des 14 200 de 2015.",
        "Le blé a bondi de 9 % lundi, sa plus forte hausse depuis 2008. En 2007, il avait pris 11 % en une séance.",
        "En 2012, le musée avait reçu 12 400 visiteurs, un record. En 2019, il en a accueilli 14 200.",
        "Il est tombé 112 mm de pluie, un record pour un mois de mai. En octobre 2018, on avait relevé 142 mm.",
        "Le loyer moyen est de 640 euros, un record. En 2014, il fallait 720 euros pour un trois-pièces.",
        "L'abstention a atteint 54 %, un record pour des européennes. En 2022, aux législatives, elle était de 57 %.",
        "La Norvège mène au classement, avec 15 podiums, dont huit titres, devant la Suède (19, dont cinq) et la Finlande (9, dont trois).",
        "Le conseil comptera 48 élus. Les socialistes en gardent 17, en perdant deux, devant les libéraux (13, +3) et les centristes (8, +2).",
        "Le sauteur a franchi 6,03 m à son premier essai. Il tente ensuite une barre à 6,08 m, mais n'y parvient pas.",
        "Il est le deuxième à dépasser la barre des 50 titres, après Luca Ferri (62). Il reste loin d'Anna Holm, qui détient le record avec 81 titres.",
        "Le taux atteint 81,3 %. Un peu au-dessus de celui de 2011 (80,2 %), il dépasse ainsi celui de 2010 (80,9 %).",
        "Les quatre villes dépassent 80 points : Lyon 91, Brest 88, Nancy 85 et Pau 84.",
        "Trois villes dépassent 80 points : Lyon 91, Brest 88 et Nancy 85, mais Pau n'en a que 74.",
        "Les notes restent sous 12 : 11 à Lyon, 10 à Pau et 9 à Nancy.",
        "Rennes, troisième avec 56 points, devance Lens, qui en compte 54.",
        "Avec 61,4 gigawatts, l'Italie devance l'Espagne (58,2 gigawatts).",
        "La liste du maire (1 310 voix) devance celle de l'opposition (1 240 voix).",
        "Rennes, avec 52 points, est devancé par Lens, qui en compte 54.",
        "Avec 52 points, Rennes ne devance plus Lens (54 points).",
        "Avec 61 gigawatts, l'Italie dépasse l'Espagne (61 gigawatts).",
        "Avec 12 titres, l'Italie devance l'Espagne devant 60 000 spectateurs.",
        "Avec 9 840 habitants, la ville est tombée sous la barre des 10 000 habitants.",
        "L'euro cote 1,12 dollar, après être passé sous la barre des 1,10 dollar.",
        "Le titre, qui valait 12 euros, est passé sous la barre des 10 euros.",
        "Introduite à 12 euros, l'action passe sous la barre des 10 euros.",
        "Le chômage, à 7,1 %, pourrait passer sous la barre des 7 %.",
        "Le festival a attiré 31 000 spectateurs, battant le record de 29 500 établi en 2019.",
        "Il fait 12,3 °C en moyenne, un record de froid battu ; le précédent record était de 13,1 °C.",
        "Nageuse d'exception, elle a signé 47''12, passant sous la barre des 48 secondes.",
        "Castelain, fort d'un chiffre d'affaires de 452 millions d'euros, devance son rival de Roubaix, crédité de 438 millions.",
        "Ils sont 9 700 à s'y être installés à la rentrée, devant Nantes (9 400) et Angers (5 100).",
        "Malgré la pluie, 49 300 festivaliers sont venus, davantage qu'en 2023, quand la billetterie en avait compté 49 100.",
        "L'objectif de 10 000 euros n'est pas atteint : la cagnotte affiche 9 400 euros.",
        "L'objectif de 10 000 euros sera bientôt dépassé : la cagnotte affiche 9 400 euros.",
        "Le cap des 1 000 adhérents est franchi. L'an dernier, l'association en comptait 980.",
        "La barre des 10 000 euros est franchie, avec 9 400 euros de dons et 1 200 de ventes.",
        "La rivière a franchi le seuil de 3 mètres à Auch, et culmine à 2,80 mètres à Lectoure.",
        "Le quorum de 30 élus a été atteint, et 28 ont voté la motion.",
        "Le cap des 20 millions d'entrées vient d'être franchi, et plus de 600 000 sont gratuites.",
        "Avec 24 des 51 sièges, le parti perd la majorité absolue.",
        "Avec ses alliés, le parti, qui a 24 des 51 sièges, dispose de la majorité absolue.",
        "La liste, avec 48,7 % des voix, obtient la majorité absolue des sièges.",
    ],
)
def check(comparison: Comparison) -> Verdict | None:
    """Qui devance a davantage : 52 points ne devancent pas 54.

    La règle s'applique quand un verbe tel que « devancer » ou « dépasser » se tient entre deux
    valeurs de même nature. Elle se tait au passif, à la négation, et quand les arrondis se
    touchent. Elle vaut aussi pour le seul d'une liste qui reste sous la limite
    que toute la liste est dite dépasser.
    """
    more, less = comparison.more, comparison.less
    at, other = (more, less) if comparison.at is more else (less, more)
    shown = f"{show.figure(more)} < {show.figure(less)}"
    if not more.recomputed(loose=False).below(less.recomputed(loose=False)):
        return holds(at.extent, [other.extent], f"{show.figure(more)} ≥ {show.figure(less)}")
    rounding = not more.recomputed(loose=True).below(less.recomputed(loose=True))
    return contradicts(
        at.extent,
        [
            because(other.extent, fr="dit plus grand", en="told to be more")
            if at is less
            else because(other.extent, fr="dit plus petit", en="told to be less")
        ],
        shown,
        fr=f"{show.figure(more)} ne dépassent pas {show.figure(less)}",
        en=f"{show.figure(more)} is not more than {show.figure(less)}",
        ceiling=Severity.WARNING if rounding else Severity.ERROR,
    )
