from dataclasses import replace
from decimal import Decimal

from fact_cli.model.bounds import is_near
from fact_cli.model.changes import Change, Compounded, Variation
from fact_cli.model.finding import Severity, Verdict
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.slips import is_far
from fact_cli.rule import because, contradicts, holds, rule, show, undecided

SCALED, NEARLY_ALL = 10_000, Decimal("99.5")  # percent that only a wrong multiplier makes
FREELY = Decimal("0.1")  # what "plus de 525 %" leaves open
TENS = Decimal("0.2")  # what "plus de 20 %" leaves open above


@rule(
    on=Variation,
    severity=Severity.ERROR,
    title={
        "fr": "Pourcentage qui contredit ses deux valeurs",
        "en": "Percentage that contradicts its two values",
    },
    wrong=[
        "Les effectifs sont passés de 1 240 à 1 180 salariés. Soit 60 postes de moins ({{-5,8 %}}).",
        "Le port a touché 1 408 milliards de FCFA (2,15 milliards d'euros), contre 1 041 milliards (1,6 milliard d'euros) en 2012, soit une hausse de {{25,77 %}}.",
        "Le ministre n'attend plus que 40 000 logements, un chiffre inférieur de {{50 %}} aux 60 000 annoncés au printemps.",
        "Le salaire minimum a été porté à 11,88 euros. Il était jusque-là de 11,65 euros. Ce coup de pouce de {{3,2 %}} profitera à tous.",
        "Le glacier s'étendait sur 3,6 kilomètres carrés ; il n'en couvre plus que 1,2. Sa surface a diminué de {{moitié}}.",
        "La coopérative a livré 1 890 tonnes de noix en décembre, contre 1 750 un an plus tôt, soit un bond de {{18 %}}.",
        "De 1 250 l'an passé, les inscrits en licence sont passés à 1 475, un bond de {{28 %}} que les 94 enseignants devront absorber.",
        "Le bail, signé à 900 euros en 2019, a été renouvelé à 1 080 euros. « Prendre {{30 %}} en quatre ans, c'est violent », lâche le libraire.",
        "Le vignoble a vendu 13 244 caisses. Ce repli de {{4 %}} – on en comptait 15 400 l'année précédente – inquiète la cave.",
        "La halle a vendu 6 912 billets cet été. C'est {{un quart}} de moins que les 8 640 de la saison 2019, et le nombre d'agents a été ramené de 24 à 17.",
        "Le ticket passera de 1,60 à 2 euros en janvier. Un coup de pouce de {{15 %}} que la régie juge inévitable.",
        "Il perd plus de {{la moitié}} de ses députés, passant de 137 à 76.",
        "Le salaire horaire a progressé de {{5,9 %}} (+1,61 euro pour atteindre 33,25 euros) en mai.",
        "Lissée sur trois ans, la hausse de {{12 %}} des frais revient à une augmentation de 6 % par an.",
        "Le prix de l'eau augmentera de 5 % chaque année pendant cinq ans. Au terme du plan, les abonnés paieront {{34 %}} de plus.",
        "Il a augmenté son salaire de 170 %. Ses adversaires promettent de le diminuer de 30 %, c'est-à-dire qu'ils en conserveraient {{140 %}}.",
        "L'action avait perdu 50 % de sa valeur ; elle a regagné 40 % depuis. Le titre n'accuse donc plus qu'un retard de {{10 %}}.",
        "Le loyer a bondi de 60 % en dix ans. Le propriétaire offre de le baisser aujourd'hui de 20 %, ce qui laisserait une hausse de {{40 %}}.",
        "Les ventes atteignaient 39 555 voitures en 2022. Elles ont bondi de {{14,4 %}}, avec 43 710 voitures cette année.",
        "Les ventes passent de 100 à 129,3 millions d'euros, soit une hausse de plus de {{20 %}}.",
        "Le club compte 120 membres contre 100 pour Metz, soit {{25 %}} de plus.",
        "La ville attendait 1 200 visiteurs. Elle en a reçu 1 500, soit {{20 %}} de plus.",
        "L'usine emploie 80 personnes (contre 60 en 2019), en hausse ({{+13 %}}).",
        "La fréquentation a chuté de {{40 %}}, de 500 000 visiteurs en 2019 à 200 000.",
        "Le prix passe de 80 à 100 euros, soit une hausse de {{20 %}}.",
        "La subvention est passée de 160 à 200 euros, en hausse de {{40 %}}.",
        "La commune a délivré 4 300 permis, contre 3 900 un an plus tôt, soit une hausse de {{14 %}}.",
        "Le club compte 2 700 inscrits, contre 90 à ses débuts, soit une progression de {{290 %}}.",
        "Le loyer a reculé de {{30 %}}, de 900 à 720 euros.",
        "L'effectif passe de 80 à 100 salariés, soit {{20 %}} de plus.",
        "Les inscriptions sont passées de 5 000 en 2022 à 6 000 en 2023, soit une hausse de {{30 %}}.",
        "Le devis est passé de 600 à 500 euros ({{+17 %}}).",
        "La classe est passée de 400 élèves à 300 élèves, soit un recul de {{50 %}}.",
        "Après avoir abandonné 30 % en 2022, le titre a regagné 30 % en 2023, retrouvant ainsi son {{niveau de départ}}.",
        "L'action avait perdu la moitié de sa valeur en 2022. En progressant de 50 % en 2023, elle a retrouvé son {{cours de départ}}.",
        "Le forfait a augmenté de 20 % en 2022, puis de 15 % en 2023. En deux ans, le tarif a grimpé de {{35 %}}.",
        "Vendue 45 euros en rayon, la lampe part à 38 euros une fois ôtée la remise de {{20 %}}.",
        "Le devis, de 12 000 euros hors taxes, atteint 14 000 euros avec la TVA à {{20 %}}.",
        "Le ticket, à 1,50 euro, sera majoré de {{10 %}} et coûtera 1,75 euro dès janvier.",
        "Les soignants, qui gagnent 1 900 euros, auront {{2 %}} de plus, c'est-à-dire 1 958 euros.",
        "Le village comptait 1 200 habitants ; il en a perdu {{10 %}} et n'en a plus que 1 020.",
        "La cantine, 400 euros par an, augmentera de {{8 %}}. Les familles paieront donc 442 euros.",
        "Le kilo de cacao, qui était à 1 800 francs CFA, est porté à 2 200 francs, soit une augmentation de {{18 %}}.",
        "Les blessés sont eux aussi en baisse ({{− 4,1 %}}) : on en a relevé 24 827, contre 23 806 en 2016.",
        "Le nombre d'accidents recule lui aussi, de {{2,9 %}} : on est passé de 18 759 à 19 329.",
        "La fréquentation progresse de {{6,4 %}}. Le musée a accueilli 41 230 visiteurs, contre 44 050 un an plus tôt.",
        "Le tonnage s'est effondré de {{18,3 %}}. Il était de 4 210 tonnes en 2022, il est de 5 150 tonnes aujourd'hui.",
        "Les exportations ont connu une croissance de {{134 %}} en valeur, de 1,5 à 3,2 milliards de dinars.",
        "Il a accueilli 134 200 visiteurs en 2025, contre 118 700 en 2024, et cette hausse de {{9 %}} doit beaucoup à l'exposition.",
    ],
    right=[
        "Le club est passé de 120 à 320 licenciés. Cette hausse de 5 % sur le seul mois de mai est notable.",
        "La dette est passée de 300 à 900 millions, une hausse de 12 % du PIB.",
        "La hausse de 8 % des recettes s'explique par le prix du ticket, passé de 2 à 2,50 euros.",
        "Vendu 90 euros à sa sortie, le jeu se négocie à 45 euros, après une baisse de 10 % en mars.",
        "Le blé a augmenté de 40 %, le maïs a baissé de 40 %, et la ration coûte aussi cher qu'avant.",
        "Il y avait 22 800 abonnés en janvier, contre 26 220 aujourd'hui, soit une hausse de 15 %.",
        "La ligne comptera 46 arrêts, contre 40 aujourd'hui, soit une hausse de 15 %.",
        "Les effectifs sont passés de 1 240 à 1 180 salariés. Soit 60 postes de moins (-4,8 %).",
        "Le port a touché 1 408 milliards de FCFA (2,15 milliards d'euros), contre 1 041 milliards (1,6 milliard d'euros) en 2012, soit une hausse de 35,3 %.",
        "Les exportations ont connu une croissance de 113 % en valeur, de 1,5 à 3,2 milliards de dinars.",
        "Il a accueilli 134 200 visiteurs en 2025, contre 118 700 en 2024, et cette hausse de 13 % doit beaucoup à l'exposition.",
        "Les ventes passent de 3.218,4 à 3.540,2 millions (+ 10 %), les achats de 4.120,5 à 4.326,5 (+ 5 %).",
        "Les blessés sont en hausse (+ 4,3 %) : on en a relevé 24 827, contre 23 806 en 2016.",
        "Le nombre d'accidents recule de 12,2 %, avec 8 492 cas au début de 2019 contre 7 452 à la même période en 2020.",
        "À la semaine, l'écart monte à 39 % (310 euros contre 505).",
        "Les prix reculent de 2,9 % tandis que les ventes passent de 18 759 à 19 329.",
        "L'emploi diminue de 0,4 % (soit -2 900 postes), après une hausse au premier trimestre (+0,3 %, soit +2 300).",
        "Les exportations de gaz passent de 4.418,1 à 4.626,6 millions de dinars (+ 4,7 %).",
        "Les dépenses atteignent 50550 millions de dinars contre 47294,5 (+ 6,9 %).",
        "Le kilo de cacao, qui était à 1 800 francs CFA, est porté à 2 200 francs, soit une augmentation de 22 %.",
        "Le loyer a triplé en dix ans, de 20 à 60 euros, et les visites affichent un repli de 7 %.",
        "Les aînés pèsent 31 % des inscrits, contre 27 % l'an passé. En nombre, leur progression n'est que de 8 %, de 2 500 à 2 700 adhérents.",
        "L'action avait perdu 20 % en 2022 ; elle a regagné 15 % et ne retrouve que 92 % de son niveau d'avant.",
        "Le ministre n'attend plus que 40 000 logements, un chiffre inférieur d'un tiers aux 60 000 annoncés au printemps.",
        "Le salaire minimum a été porté à 11,88 euros. Il était jusque-là de 11,65 euros. Ce coup de pouce de 2 % profitera à tous.",
        "Les 40 000 logements attendus coûtent un prix supérieur de 12 % à celui de 2019, quand on en livrait 60 000.",
        "De 1 250 l'an passé, les inscrits en licence sont passés à 1 475, un bond de 18 % que les 94 enseignants devront absorber.",
        "Le bail, signé à 900 euros en 2019, a été renouvelé à 1 080 euros. « Prendre 20 % en quatre ans, c'est violent », lâche le libraire.",
        "La halle a vendu 6 912 billets cet été. C'est 20 % de moins que les 8 640 de la saison 2019, et le nombre d'agents a été ramené de 24 à 17.",
        "Le loyer est passé de 500 à 600 euros. Perdre 30 % de ses clients en un an, voilà ce qui inquiète le libraire.",
        "La commune est passée de 23 418 à 24 823 habitants entre 2012 et 2017. Avec une croissance de 0,8 % l'an passé, elle ralentit.",
        "Le musée a reçu 84 000 visiteurs contre 70 000, et 9 000 scolaires, soit une hausse de 12 % de ces derniers.",
        "Sur le trimestre, la hausse des ventes s'établit à 15,2 %, soit 420 800 voitures. En comptant les utilitaires, la croissance est de 11,7 % avec 509 200 véhicules.",
        "La revue a vu ses ventes chuter de 20 % : elle passera à 8 euros, contre 7 euros aujourd'hui.",
        "Le mètre carré a reculé de 1,8 %, passant de 8 460 euros à 8 300 euros.",
        "Les ventes se sont repliées de 16 % par rapport à la même période de l'année dernière, atteignant 1 120 ventes. Ce niveau demeure plus élevé que les 879 ventes observées en mars 2019.",
        "La consommation a franchi le cap des 500 TWh en 2010, à 513 TWh, en hausse de 5,5 %.",
        "En dix ans, entre 2008 et 2018, la région a gagné 17 000 habitants, soit + 0,03 % par an en moyenne, pour + 0,41 % en métropole.",
        "Il perd plus de la moitié de ses députés, passant de 137 à 66.",
        "Malgré un chiffre d'affaires en hausse de près de 22 %, à 30 milliards d'euros, les bénéfices ont fait du surplace par rapport à 2011, soit 4,5 milliards d'euros.",
        "L'aéroport a vu 7,66 millions de passagers sur ses lignes internationales, contre 4,358 millions sur les routes intérieures (+1,2 %).",
        "Le salaire horaire a progressé de 5,1 % (+1,61 euro pour atteindre 33,25 euros) en mai.",
        "Une comédie est deuxième avec 211 369 entrées, devant un drame, qui enregistre une chute de sa fréquentation (- 45 %) avec 151 586 entrées. Les deux films s'approchent de la barre des 500 000 entrées.",
        "Les loyers montent de 3 % par an. Pendant cinq ans, les charges ont augmenté de 40 %.",
        "Les frais ont augmenté de 12 % en trois ans, soit 4 % par an.",
        "Le prix de l'eau augmentera de 5 % chaque année pendant cinq ans. Au terme du plan, les abonnés paieront 28 % de plus.",
        "Les ventes ont reculé de 4 % en volume et progressé de 2 % en valeur. Le secteur reste en hausse de 12 % sur dix ans.",
        "Le loyer a bondi de 60 % en dix ans. Le propriétaire offre de le baisser aujourd'hui de 20 %, ce qui laisserait une hausse de 28 %.",
        "Le marché progresse. Avec 43 710 ventes, le groupe Alfa devance Renault et Toyota. Les ventes du groupe Renault ont bondi de 14,4 %, avec 39 555 ventes.",
        "La mortalité monte chez les jeunes, avec 15 décès de plus, tandis que celle des aînés a bondi de 87 % avec 28 décès.",
        "En 2023, 30 223 personnes ont demandé l'asile, soit 5712 de plus qu'en 2022. Cette hausse de plus de 20 % s'explique par trois raisons.",
        "La population a cru de 1,7 million de personnes, soit un taux de croissance de 5 %, inférieur à celui d'avant, qui était de 5,9 %. Le pays comptait 33,5 millions de personnes en 2011.",
        "Le bénéfice a progressé de 5 % à 3,2 milliards d'euros, contre 3,5 milliards attendus par les analystes.",
        "Le chiffre d'affaires a reculé de 2 % à 812 millions d'euros, alors que le marché tablait sur 840 millions.",
        "Le revenu ressort à 5,15 milliards d'euros, en hausse de 2,4 % sur un an. Un chiffre supérieur à ce qu'attendaient les analystes, qui tablaient sur un revenu de 4,93 milliards d'euros.",
        "Le Nord récolte 445 000 tonnes contre 400 000 tonnes pour le Sud, deuxième, en progression de 18 %.",
        "Les recettes ont grimpé de 12 %, soit 40 millions d'euros : elles atteignent 374 millions.",
        "La baguette coûtait 0,90 euro en 2020, 1,05 en 2022 et 1,20 aujourd'hui : un tiers de plus en cinq ans.",
        "Ce relèvement tient à la hausse des ventes d'huile (3,6 milliards d'euros contre 1,2 milliard d'euros en mai), de poisson (+21,4 %) et de ciment (+8,3 %).",
        "Ce relèvement tient à la hausse de l'huile (3,6 milliards d'euros contre 1,2 milliard) et du poisson (+21,4 %).",
        "Les vols diminuent : 31 faits en moins en 2017, la baisse était déjà de 12,6 % en 2016 (248 faits en moins par rapport à 2015).",
        "Quant aux intérêts de la dette cumulés depuis le mois de janvier, ils ont augmenté de 17,5 %, pour se situer à 845 MD. De même, les loyers ont évolué de 6 %, à 641 MD.",
        "Les intérêts de la dette cumulés depuis le mois de janvier dernier ont augmenté de 17,5 %, pour se situer à 845 MD. Les loyers ont évolué de 6 %, à 641 MD.",
        "À la cour de Nîmes, 88 affaires ont été jugées en 2023, contre 210 il y a vingt ans. À Rouen, la baisse est de 55 %.",
        "La coopérative a livré 26,4 millions de litres aux laiteries du pays, en augmentation de 6 % par rapport à 2012, et 91,5 millions de litres à l'étranger.",
        "La demande a atteint 318 TWh. Soit une hausse de 2 % en un an, mais hors froid elle est stable et atteint 309 TWh.",
        "La filière compte 12 028 candidats (4 684 filles et 7 344 garçons) contre 11 307 il y a un an, soit un taux d'accroissement de 6,38 %.",
        "La ville recense 15 morts sur ses routes, contre 29 en 2022. Les blessés diminuent de 30 %.",
        "L'énergie a augmenté de 33,1 % en raison de la hausse des ventes de brut (895,1 millions contre 622,5 millions).",
        "Les arrivées sont de 22 563, contre 23 757 en août 2015, en baisse de 5 %. La Réunion recule de 4,3 %, à 10 481 visiteurs.",
        "Le loyer atteint 720 euros par mois, soit 8 640 euros par an, en hausse de 20 % par rapport aux 600 euros de 2015.",
        "Le bénéfice a triplé à 90 millions d'euros contre 30 millions, pour un chiffre d'affaires en hausse de 10 %.",
        "Le budget atteint 84 millions d'euros, dont 21 millions d'investissement, en hausse de 5 % par rapport aux 80 millions de l'an passé.",
        "Le prix passe de 80 à 100 euros, soit une hausse de 25 %.",
        "Le prix passe de 80 à 100 euros, soit près de 26 % de hausse.",
        "La commune a délivré 4 300 permis, contre 3 900 un an plus tôt, soit une hausse de 10,3 %.",
        "La commune a délivré 4 300 permis, contre 3 900 un an plus tôt, soit une hausse de 10 %.",
        "Le loyer a reculé de 20 %, de 900 à 720 euros.",
        "La part des cadres est passée de 12,1 % à 13,4 %, soit une hausse de 1,3 point.",
        "Le trafic est passé de 10 à 12 millions de passagers en 2023, puis a progressé de 5 % en 2024.",
        "Les achats ont coûté 246 millions d'euros. Ils ont reculé de près de 19 %, à 514,06 millions contre 634,23.",
        "Le ticket passe de 20 à 25 euros, avant une baisse de 3 %.",
        "L'effectif est tombé de 400 à 380 agents en un an, alors que la population a augmenté de 12 %.",
        "Le tarif passe de 80 à 100 euros, ce qui fait craindre une hausse de 2 % de l'inflation.",
        "Le budget est passé de 80 millions d'euros à 100 millions de dollars, soit une hausse de 40 %.",
        "Le forfait a augmenté de 20 % en 2022, puis de 15 % en 2023. En deux ans, le tarif a grimpé de 38 %.",
        "Les loyers ont augmenté de 2 % en 2022, puis de 3 % en 2023. En deux ans, la hausse atteint 5 %.",
        "L'action a perdu 50 % en 2022, puis gagné 100 % en 2023, revenant à son cours d'origine.",
        "La baguette était à 0,90 euro en 2020, à 1,05 en 2022 et à 1,20 aujourd'hui : un tiers de plus en cinq ans.",
        "Le devis, de 12 000 euros hors taxes, atteint 14 400 euros avec la TVA à 20 %.",
        "Le tarif de nuit est majoré de 15 % : une course de 20 euros coûte 23 euros.",
        "Le billet de 40 euros augmente de 5 % ; le stationnement coûtera 44 euros.",
        "La pension de 1 250 euros, déjà relevée de 4 % en janvier, passera à 1 320 euros en juillet.",
        "Le salaire de 2 000 euros, en hausse de 3 % sur un an, passera à 2 100 euros en juin.",
        "Le kilo de cerises se vend 8 euros, 10 % de plus que l'an dernier, et celui d'abricots 7,50 euros.",
        "Le loyer, de 600 euros, augmente de 2 % ; charges comprises, le locataire paiera 660 euros.",
    ],
)
def check(variation: Variation) -> Verdict | None:
    """Une hausse en pour cent se recalcule : de 80 à 100 il y a 25 %, pas 20.

    La règle s'applique quand une phrase nomme la valeur d'avant, celle d'après et le
    pourcentage. Elle se tait quand les deux valeurs n'ont pas la même unité ou sont elles-
    mêmes des pourcentages (l'écart se dit alors en points), et quand les arrondis
    permettent le chiffre imprimé. Convention : un chiffre vaut plus ou moins une demi-unité
    de son dernier chiffre écrit (statcheck).
    """
    match variation:
        case Change():
            return _change(variation)
        case Compounded():
            return _compounded(variation)
        case _:
            return None


def _compounded(changes: Compounded) -> Verdict:
    """Two changes that follow each other: the second is counted of what the first has made."""
    signed = [
        ("+" if way > 0 else "−") + show.figure(step).lstrip("+-−")
        for step, way in zip(changes.steps, changes.ways, strict=True)
    ]
    terms = f"{len(signed)} fois {signed[0]}" if changes.is_repeated else ", puis ".join(signed)
    computed = ("+" if changes.exact > 0 else "") + show.percent(changes.exact)
    formula = f"{terms} : {computed}"
    evidence = [step.extent for step in dict.fromkeys(changes.steps)]
    if changes.percent(loose=False).meets(changes.claimed):
        return holds(changes.at, evidence, formula)
    return contradicts(
        changes.at,
        [because(extent, fr="un des taux", en="one of the rates") for extent in evidence],
        formula,
        fr=f"{terms}, cela fait {computed}",
        en=f"{terms.replace('puis', 'then').replace('fois', 'times')} makes {computed}",
        suggestions=[] if changes.stated is None else [show.percent(abs(changes.exact))],
    )


def _change(change: Change) -> Verdict:
    stated, exact = change.stated, change.exact_percent
    evidence = [change.before.extent, change.after.extent]
    if exact is None or stated.value is None or not change.before.strict.positive:
        return undecided(stated.extent, evidence, "une des valeurs reste ouverte")
    if change.before.kind is QuantityKind.PERCENT and _may_be_points(change):
        return undecided(stated.extent, evidence, "écart entre deux pourcentages")
    before, after = show.figure(change.before), show.figure(change.after)
    decimals = min(max(1, -int(stated.step.as_tuple().exponent)), 6)
    computed = show.percent(exact, decimals)
    sign = "+" if exact > 0 else ""
    formula = f"{before} → {after} : {sign}{computed}"
    if change.percent(loose=False).meets(change.claimed(loose=False)):
        return holds(stated.extent, evidence, formula)
    if _is_within_hedge(stated, exact):
        return holds(stated.extent, evidence, formula)
    if change.holds_if_rounded:
        return undecided(stated.extent, evidence, "valeurs arrondies")
    if _is_of_another(change, exact):
        return undecided(stated.extent, evidence, f"{formula} : trop loin de ce qui est dit")
    rounding = change.percent(loose=True).meets(change.claimed(loose=True))
    turned = replace(change, way=-change.way).holds  # the figure is right, the word is not
    return contradicts(
        stated.extent,
        [
            because(change.before.extent, fr="valeur de départ", en="value before"),
            because(change.after.extent, fr="valeur d’arrivée", en="value after"),
        ],
        formula,
        fr=f"de {before} à {after}, l’écart est de {sign}{computed}",
        en=f"from {before} to {after} the change is {sign}{computed}",
        suggestions=[] if turned else [show.percent(abs(exact), decimals)],
        ceiling=Severity.WARNING if rounding else Severity.ERROR,
    )


def _is_of_another(change: Change, exact: Decimal) -> bool:
    """Whether what is told is no usual mistake about the two values, nor one of their scale."""
    stated = change.stated
    if stated.value is None or stated.unit != "%" or change.is_known_mistake or change.tied:
        return False
    far = abs(exact) > SCALED or exact < -NEARLY_ALL
    return not (far and change.is_misscaled) and is_far(stated.value, exact, stated.step)


def _is_within_hedge(stated: Quantity, exact: Decimal) -> bool:
    """Whether a round percentage with a hedge leaves room: "plus de 20 %" of 23,3 %."""
    if stated.hedge is None or stated.value is None or not exact:
        return False
    told = stated.value * 100 if stated.unit == "×" else stated.value
    above = stated.strict.high is None and abs(exact) > told
    if stated.unit == "×":  # "plus de la moitié" of 52 %
        return above and is_near(abs(exact), told, TENS)
    if told % 5:
        return False
    return is_near(abs(exact), told, TENS if above and told % 10 == 0 else FREELY)


def _may_be_points(change: Change) -> bool:
    """Whether two percentages differ by what is stated, or too little for anyone to say how."""
    points = change.points(loose=True)
    return points.meets(change.claimed(loose=True)) or points.meets(-change.claimed(loose=True))
