from fact_cli.model.finding import Severity, Verdict
from fact_cli.model.totals import Inclusion
from fact_cli.rule import because, contradicts, holds, rule, show


@rule(
    on=Inclusion,
    severity=Severity.ERROR,
    title={"fr": "Partie plus grande que le tout", "en": "Part larger than its whole"},
    wrong=[
        (
            "Maurice a reçu 94 920 visiteurs en août. Sur les huit premiers mois de l'année, l'île a accueilli {{78 929}} touristes.",
            "2016-09-06",
        ),
        "L'Ontario a accueilli à lui seul {{41 200}} nouveaux arrivants. Pour l'ensemble des quatre provinces, on en dénombre 39 000.",
        "Les dettes des clubs du championnat atteignaient 210 millions d'euros. Les plus endettés sont Anderlecht ({{260 millions}}) et Charleroi (58 millions).",
        "L'accident a fait 9 blessés, dont {{11}} enfants.",
        "L'office gère un total de 52 sites, dont {{61}} fermés.",
        "Le chantier a coûté 3 millions d'euros, dont {{5 millions d'euros}} de travaux.",
        "Le club compte 120 adhérents, dont {{210}} femmes.",
        "L'enquête a touché les 28 entreprises de la zone. {{Trente et une}} d'entre elles se disent prêtes à partager une navette.",
        "Sept hommes sont morts. Ceux du théâtre étaient trois, dont {{trois}} ont actionné leur ceinture, le dernier ayant été tué lors de l'assaut.",
        "Le feu s'est éteint. Il a parcouru 1 900 hectares dans l'ensemble du département. Le seul sinistre de Lagrasse a ravagé {{2 300 hectares}} de pinède.",
        "La restauration coûtera 1,9 million d'euros. La région en financera à elle seule {{2,3 millions}}.",
        "Les usines de la région ont reçu 386 millions d'euros d'investissements. Au sein de ces usines, la part du lion revient aux verriers, avec {{719,5 millions}}.",
        "Le pays a importé 412 000 tonnes de blé. La seule Ukraine en a livré {{512 000 tonnes}}.",
        "La région compte 3 400 apiculteurs. À elle seule, la Drôme en recense {{4 100}}.",
        "Les ressources sont projetées à 121,5 milliards d'euros, dont 56 milliards de taxes, 24,5 milliards d'amendes et {{240 milliards}} d'emprunts.",
        "Les exportations font 829 millions de dollars. Elles se composent de demi-produits pour 645 millions, de produits bruts pour 59 millions et d'alimentation pour {{109 milliards de dollars}}.",
    ],
    right=[
        "Le feu a ravagé un immeuble de trois étages. Les sinistrés, parmi lesquels 13 enfants, ont été relogés.",
        "Les hôtels du port ont enregistré 210 000 nuitées. Les campings, avec 240 000, arrivent en tête, devant les gîtes (40 000).",
        "La dette du pays s'est stabilisée à 7 150 milliards de francs CFA, environ 10,9 milliards d'euros. Sur ce montant, 5 020 milliards sont dus à des créanciers locaux.",
        "L'aide est de 620 millions d'euros, dont 340 millions pour le Mali et 120 millions pour le Niger, d'une dette de 95 milliards.",
        "Le port compte 2 900 dockers en août. De janvier à septembre, 2 400 dockers y ont travaillé.",
        "L'Ontario a accueilli à lui seul 21 200 nouveaux arrivants. Pour l'ensemble des quatre provinces, on en dénombre 39 000.",
        "La dette moyenne des villes s'élevait à 3,4 milliards d'euros. Paris (4,2 milliards d'euros) et Marseille (1,9 milliard) sont les plus endettées.",
        "Les dettes des clubs du championnat atteignaient 410 millions d'euros. Les plus endettés sont Anderlecht (260 millions) et Charleroi (58 millions).",
        "Le délégué du restaurant des Deux Lions parle pour ses collègues. Sept d'entre eux ont cessé le travail.",
        "L'accident a fait 11 blessés, dont 9 enfants.",
        "L'office gère un total de 61 sites, dont 52 fermés.",
        "Le chantier a coûté 4 millions d'euros, dont 3 millions d'euros de travaux.",
        "Deux villages, dont 500 habitants ont été évacués, sont coupés du monde.",
        "Le département compte trois communes dont 12 000 électeurs sont appelés aux urnes.",
        "Le fonds a levé environ 300 millions d'euros, dont 300 millions d'euros auprès de l'État.",
        "On compte 19,6 millions de cas dans 196 pays, dont plus de 11,6 millions guéris.",
        "Le procès oppose 4 avocats, dont 4 parisiens.",
        "Ceux du théâtre étaient trois, dont deux ont actionné leur ceinture, le dernier ayant été tué lors de l'assaut.",
        "Les trois blessés, dont trois pompiers, sont hors de danger.",
        "Le feu s'est éteint. Il a parcouru 3 900 hectares dans l'ensemble du département. Le seul sinistre de Lagrasse a ravagé 2 300 hectares de pinède.",
        "Le feu a parcouru 1 900 hectares en août. Le seul sinistre de Lagrasse, en juillet, a ravagé 2 300 hectares.",
        "Parmi les 48 % de sondés favorables à l'accord, 54 % sont des femmes.",
        "La restauration coûtera 2,9 millions d'euros. La région en financera à elle seule 1,3 million.",
        "Le pays a importé 412 000 tonnes de blé. La seule Ukraine a récolté 512 000 tonnes.",
        "Le club a vendu 41 joueurs. Le seul transfert de Diallo a rapporté 52 millions.",
        "Le feu a parcouru 1 900 hectares en juillet. Le seul incendie de Gruissan avait détruit 2 300 hectares en 2019.",
        "La région compte 3 400 apiculteurs. À elle seule, la Drôme en recense 1 100.",
        "Les hôtels ont enregistré 610 000 nuitées au premier semestre. Sur l'année, Nice, avec 655 000, se taille la part du lion, devant Antibes (141 000).",
        "Les stations des Vosges ont vendu 310 000 forfaits. En Savoie, Val Thorens (842 000) reste loin devant La Plagne (796 000).",
    ],
)
def check(inclusion: Inclusion) -> Verdict | None:
    """« Neuf hospitalisés, dont onze enfants » : ce qui est compté dans un tout ne le dépasse pas.

    La règle s'applique à ce que « dont » tire d'un tout de même unité : même nom, nom sous-
    entendu, ou des personnes parmi des personnes. Elle se tait quand les deux noms
    désignent autre chose.
    """
    whole, part = inclusion.whole, inclusion.part
    bounds = whole.recomputed(loose=False)
    formula = f"{show.figure(part)} parmi {show.figure(whole)}"
    if inclusion.rest is not None:
        return contradicts(
            part.extent,
            [
                because(whole.extent, fr="le tout", en="the whole"),
                because(inclusion.rest, fr="ce qui en reste", en="what is left of it"),
            ],
            f"{show.figure(whole)} − {show.figure(part)} = 0",
            fr=f"{show.figure(part)} sur {show.figure(whole)}, il n’en reste aucun",
            en=f"{show.figure(part)} of {show.figure(whole)} leave none",
        )
    if not bounds.below(part.recomputed(loose=False)):
        return holds(part.extent, [whole.extent], formula)
    at, other = (whole, part) if inclusion.summed else (part, whole)
    reason = ("une partie", "a part") if inclusion.summed else ("le tout", "the whole")
    rounding = not whole.recomputed(loose=True).below(part.recomputed(loose=True))
    return contradicts(
        at.extent,
        [because(other.extent, fr=reason[0], en=reason[1])],
        f"{show.figure(part)} > {show.figure(whole)}",
        fr=f"{show.figure(part)} ne peuvent être parmi {show.figure(whole)}",
        en=f"{show.figure(part)} cannot be among {show.figure(whole)}",
        ceiling=Severity.WARNING if rounding else Severity.ERROR,
    )
