from decimal import Decimal

from fact_cli.model.finding import Severity, Verdict
from fact_cli.model.multiples import Growth, Multiple, Ratio
from fact_cli.rule import because, contradicts, holds, rule, show, undecided


@rule(
    on=Multiple,
    severity=Severity.ERROR,
    title={
        "fr": "Multiple qui contredit ses deux valeurs",
        "en": "Ratio that contradicts its two values",
    },
    wrong=[
        "La carte coûte 45 euros, contre 15 euros en 2012. Le tarif a été {{multiplié par cinq}}.",
        "La carte coûte 45 euros, contre 15 euros en 2012. C'est le {{quintuple}}.",
        "La carte coûte 45 euros, contre 15 euros en 2012, elle {{a donc quintuplé}}.",
        "La carte coûte 45 euros, contre 15 euros en 2012, soit {{cinq fois}} son prix d'alors.",
        "La carte valait 15 euros en 2012. Elle en vaut désormais 45. Son prix {{a quintuplé}}.",
        "La classe compte {{trois}} filles pour un garçon, 24 lycéennes et 12 lycéens exactement.",
        "Entre le plus petit loyer, 310 euros, et le plus élevé, 1 240 euros, le rapport est de {{un à trois}}.",
        "Lancée avec 35 000 lecteurs il y a six ans, la revue en revendique aujourd'hui 140 000. Une audience {{multipliée par dix}}.",
        "La coopérative valait 12 millions d'euros en 2015, elle en vaut aujourd'hui 48. En huit ans, sa valeur {{a triplé}}.",
        "Un cadre gagne 5 400 euros par mois, soit {{3,5 fois}} le salaire des ouvriers, qui en touchent 1 800.",
        "Le nombre de sangliers abattus {{a quintuplé}} en trente ans : 150 en 1993, 600 l'an dernier.",
        "Le stade a coûté 90 millions d'euros, soit {{deux fois}} le budget annuel de 30 millions d'euros.",
        "La mairie versera 1 800 euros, soit {{quatre fois}} le loyer de 600 euros.",
        "Le groupe pèse 12 milliards de dollars, soit environ {{huit fois}} la dette de 3 milliards de dollars.",
        "La facture atteint 4 500 euros, soit {{cinq fois}} le devis de 1 500 euros.",
        "Le nombre d'abonnés {{a triplé}}, de 15 000 à 30 000.",
        "Le budget a été multiplié par 20, soit une hausse de {{1 000 %}}.",
        "Les inscriptions ont doublé en un an ({{+50 %}}).",
        "Le nombre de vols a été divisé par quatre, soit une baisse de {{60 %}}.",
        "Chauffer le lycée a coûté 312 000 euros, plus du {{triple}} des 128 000 euros réglés deux ans auparavant.",
        "Les effectifs ont été divisés par cinq, soit {{50 %}} de moins.",
        "On dénombre 2 400 inscrits à la bibliothèque, {{trois fois}} plus que les 1 200 abonnés recensés avant les travaux.",
        "La Creuse compte 36 spécialistes pour 100 000 habitants, {{deux fois}} moins que la moyenne nationale, qui est de 108.",
    ],
    right=[
        "Les adhésions ont triplé en onze ans, soit une hausse de 10 % par an.",
        "Anvers traite 9 millions de conteneurs, trois fois plus que Zeebruges (2 millions) et Gand (1 million) réunis.",
        "L'Oise a perdu 900 fermes, trois fois plus que le Var (200) et le Gard (100) ensemble.",
        "Le club vise 400 membres ; il en espère deux fois plus, soit 1 200 membres en comptant les 400 premiers.",
        "La carte coûte 45 euros, contre 15 euros en 2012. Le tarif a été multiplié par trois.",
        "La carte coûte 45 euros, contre 15 euros en 2012. C'est le double de la moyenne.",
        "La carte coûte 45 euros, contre 15 euros en 2012. Le prix du bus a quintuplé.",
        "Les Maliens consomment moitié moins d'engrais que la moyenne du continent, 11 kilos à l'hectare contre 22, et douze fois moins que le reste du monde (135).",
        "La collection, qui avait presque doublé entre 2018 et 2020, recule pour la deuxième année de suite (-8 %), à 61 millions d'exemplaires.",
        "Elle s'incline devant celle de Lyon, plus de deux fois plus haute avec ses 1 200 mètres, et devant celle de Metz (640 mètres).",
        "La préfecture a compté 3 000 marcheurs, et le double selon les syndicats, qui en annoncent 6 000.",
        "La classe compte deux filles pour un garçon, 24 lycéennes et 12 lycéens exactement.",
        "Entre le plus petit loyer, 310 euros, et le plus élevé, 1 240 euros, le rapport est de un à quatre.",
        "La coopérative valait 12 millions d'euros en 2015, elle en vaut aujourd'hui 48. En huit ans, sa valeur a quadruplé.",
        "Un cadre gagne 5 400 euros par mois, soit trois fois le salaire des ouvriers, qui en touchent 1 800.",
        "Le loyer est passé de 500 à 600 euros. Les charges ont doublé.",
        "Le chiffre d'affaires est passé de 12 à 18 millions d'euros. Ses effectifs ont doublé.",
        "La route est passée de 4 à 6 mètres de large. Un budget multiplié par trois, déplore l'opposition.",
        "Le local actuel est loué 900 euros par mois. La mairie en propose un, deux fois plus grand, à 1 100 euros.",
        "Le taux atteint 3 %, un niveau « trois fois plus élevé que dans le reste du pays », et l'incidence s'établit à 38 cas contre 17 deux semaines plus tôt.",
        "Studios et 1 pièce reculent deux fois plus rapidement que l'ensemble du marché. La baisse est plus lente pour les 3 pièces.",
        "Le stade a coûté 90 millions d'euros, soit trois fois le budget annuel de 30 millions d'euros.",
        "La mairie versera 1 850 euros, soit environ trois fois le loyer de 610 euros.",
        "Le groupe pèse 12 milliards de dollars, soit près de cinq fois la dette de 2,5 milliards de dollars.",
        "La facture atteint 4 500 euros, soit plus de deux fois le devis de 2 100 euros.",
        "Le chantier coûtera 1,4 milliard d'euros, soit 70 fois la subvention de 20 millions d'euros.",
        "Les 18 volontaires représentent près de la moitié des salariés du foyer, qui accueille 59 personnes.",
        "Il a payé 60 000 euros, soit trois fois moins que les 180 000 euros demandés.",
        "Le conseil va plus que doubler, de 360 à 810 agents, les effectifs du service.",
        "Le nombre d'abonnés a triplé, de 15 000 à 45 000.",
        "Le budget a été multiplié par 20, soit une hausse de 1 900 %.",
        "Le budget a été multiplié par vingt, soit 2 000 %.",
        "Les inscriptions ont plus que doublé en un an (+108 %).",
        "Le nombre de vols a été divisé par quatre, soit une baisse de 75 %.",
        "Les ventes ont doublé dans la région, soit 12 % du marché.",
        "L'usine emploie 300 personnes, soit trois fois les 2 millions d'euros promis.",
        "Le nombre d'accidents a été divisé par quatre, soit 75 %.",
        "On dénombre 2 400 inscrits à la bibliothèque, deux fois plus que les 1 200 abonnés recensés avant les travaux.",
        "La Creuse compte 36 spécialistes pour 100 000 habitants, trois fois moins que la moyenne nationale, qui est de 108.",
    ],
)
def check(multiple: Multiple) -> Verdict | None:
    """Un multiple imprimé se vérifie en divisant : 1 800 pour 600, c'est trois, pas quatre.

    La règle s'applique quand une phrase nomme le tout, le multiple et la base. Elle se tait
    quand les deux valeurs n'ont pas la même unité, ou quand leurs arrondis et leurs
    « environ » permettent le multiple. Un multiple redit en pourcentage se vérifie de même :
    multiplié par vingt, c'est 1 900 % de plus. Convention : un chiffre vaut plus ou moins une demi-
    unité de son dernier chiffre écrit (statcheck).
    """
    match multiple:
        case Ratio():
            return _ratio(multiple)
        case Growth():
            return _growth(multiple)
        case _:
            return None


def _growth(growth: Growth) -> Verdict:
    exact = growth.exact or Decimal(0)
    computed = ("+" if exact > 0 else "") + show.percent(exact)
    formula = f"× {show.figure(growth.times)} = {computed}"
    evidence = [growth.times.extent]
    told = growth.claimed(loose=False)
    whole = growth.is_whole(loose=False)
    if growth.computed(loose=False).meets(told) or (whole and growth.way == 0):
        return holds(growth.stated.extent, evidence, formula)
    return contradicts(
        growth.stated.extent,
        [because(growth.times.extent, fr="le multiple", en="the multiple")],
        f"{formula}, pas {show.figure(growth.stated)}",
        fr=f"multiplier par {show.figure(growth.times)}, c’est {computed}",
        en=f"multiplying by {show.figure(growth.times)} makes {computed}",
        suggestions=[show.percent(abs(exact))],
        ceiling=Severity.WARNING if whole else Severity.ERROR,
    )


def _ratio(ratio: Ratio) -> Verdict:
    quotient, exact = ratio.quotient, ratio.exact
    evidence = [ratio.whole.extent, ratio.base.extent]
    if quotient is None or exact is None or not ratio.base.strict.positive:
        return undecided(ratio.times.extent, evidence, "une des valeurs reste ouverte")
    base, whole = show.figure(ratio.base), show.figure(ratio.whole)
    product = show.amount(exact, ratio.whole)
    times = show.figure(ratio.times)
    formula = f"{base} ÷ {times} = {product}" if ratio.less else f"{times} × {base} = {product}"
    if ratio.computed(loose=False).meets(ratio.whole.recomputed(loose=False)):
        return holds(
            ratio.times.extent, evidence, formula + ("" if product == whole else f" ≈ {whole}")
        )
    rounding = ratio.computed(loose=True).meets(ratio.whole.recomputed(loose=True))
    computed = show.number(show.rounded(quotient, 0 if quotient >= 10 else 1))
    return contradicts(
        ratio.times.extent,
        [
            because(ratio.whole.extent, fr="le tout", en="the whole"),
            because(ratio.base.extent, fr="la base", en="the base"),
        ],
        f"{formula}, pas {whole}",
        fr=f"{base} font {computed} fois {whole}"
        if ratio.less
        else f"{whole} font {computed} fois {base}",
        en=f"{base} is {computed} times {whole}"
        if ratio.less
        else f"{whole} is {computed} times {base}",
        suggestions=[f"{computed} fois"],
        ceiling=Severity.WARNING if rounding else Severity.ERROR,
    )
