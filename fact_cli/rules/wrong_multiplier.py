from fact_cli.model.finding import Severity, Verdict
from fact_cli.model.sizes import TwoSizes
from fact_cli.rule import because, contradicts, rule, show


@rule(
    on=TwoSizes,
    severity=Severity.ERROR,
    title={
        "fr": "Mille, million ou milliard de trop ou oublié",
        "en": "Thousand, million or billion too many or left out",
    },
    wrong=[
        "Le parc mobile a totalisé 44,73 millions de clients en mars, contre {{43.693}} clients un an plus tôt.",
        "Le budget de l'État atteindra 3312 milliards de francs CFA. Celui de l'exercice qui s'achève avait été voté à {{3236 francs CFA}}.",
        "Le roulier bondit de 10,7 % à 3,75 Mt. Les vracs liquides, avec 54,46 Mt, ont profité du pétrole brut, qui croît de 28 % avec {{4,36 tonnes}}.",
        "La récolte de blé est passée de 31,2 millions de tonnes à {{29,8 tonnes}} en un an.",
        "Le chiffre d'affaires atteint 412 milliards d'euros, après {{405 millions}} l'an dernier.",
        "La filière pesait 1,25 milliard d'euros en 2015. Elle pèse aujourd'hui {{1,4 million d'euros}}.",
        "L'Insee compte 68,4 millions d'habitants, contre {{68 200}} habitants un an avant.",
        "Les réserves de change, qui se montaient à 52,4 millions de dollars, sont revenues à {{49,7 milliards de dollars}}.",
        "Le charbon a atteint 27,3 Mt (- 0,8 %) en entrée et {{850 t}} (+ 32,2 %) en sortie.",
        "Le brut recule de 3 % à 99,7 Mt dans le premier cas et de 21,5 % à {{350 t}} dans le second.",
    ],
    right=[
        "L'amende du groupe s'élève à 1,8 milliard d'euros. Son patron, lui, en est quitte pour 1,8 million d'euros.",
        "Le minibus, 38 millions de francs (environ 26 000 dollars), est cher. L'État en finance un quart, et l'emprunt porte sur 28,8 millions.",
        "Le groupe pèse 4,2 milliards d'euros, contre 3,9 millions pour son petit rival.",
        "Les recettes ont atteint 3,2 millions d'euros, contre 2 900 euros par jour auparavant.",
        "L'État a versé 2,5 milliards d'euros. L'an dernier, la commune avait reçu 2,4 millions d'euros.",
        "Le charbon a atteint 27,3 Mt (- 0,8 %) en entrée et 0,85 Mt (+ 32,2 %) en sortie.",
        "Le blé atteint 12,4 Mt (+ 3,1 %), les lentilles 850 t (- 12,4 %).",
        "Le parc mobile a totalisé 44,73 millions de clients en mars, contre 43,693 millions un an plus tôt.",
        "Le budget de l'État atteindra 3312 milliards de francs CFA. Celui de l'exercice qui s'achève avait été voté à 3236 milliards.",
        "L'audience du blog est passée de 300 lecteurs à 2 millions de lecteurs en dix ans.",
        "Le chantier a coûté 12,4 millions d'euros, contre 9 800 euros pour le précédent, un simple coup de peinture.",
        "Le prix du kilo est de 3,75 euros. Le marché pèse 3,9 milliards d'euros.",
        "Le roulier atteint 3,75 Mt, les vracs liquides 54,46 Mt. Un camion en porte 4,5 tonnes à la fois.",
        "La ville compte 412 500 habitants, contre 405 millions pour l'Union.",
        "La fraude a coûté 2,4 milliards d'euros en 2020, contre 2,1 millions d'euros d'amendes.",
    ],
)
def check(sizes: TwoSizes) -> Verdict | None:
    """44,73 millions de clients contre 43.693 un an plus tôt : il manque un mot à l'un des deux.

    La règle s'applique à deux valeurs d'une même chose, avant et après ou côte à côte dans une
    série, dont les chiffres se ressemblent et que mille, un million ou un milliard séparent.
    Une chose ne croît pas mille fois d'une année à l'autre ; un mot s'oublie.
    """
    odd, other = sizes.odd, sizes.other
    if odd.value is None:
        return None
    meant = show.amount(odd.value * sizes.factor, odd)
    formula = f"{show.figure(odd)} à côté de {show.figure(other)}"
    return contradicts(
        odd.extent,
        [because(other.extent, fr="même chose", en="same thing")],
        formula,
        fr=f"{formula} : il faudrait {meant}",
        en=f"{show.figure(odd)} beside {show.figure(other)}: {meant} would be of that size",
        suggestions=[meant],
    )
