from fact_cli.model.figures import Ratio
from fact_cli.model.finding import Severity, Verdict
from fact_cli.rule import because, contradicts, holds, rule, show, undecided


@rule(
    on=Ratio,
    severity=Severity.ERROR,
    title={
        "fr": "Multiple qui contredit ses deux valeurs",
        "en": "Ratio that contradicts its two values",
    },
    wrong=[
        "Le stade a coûté 90 millions d'euros, soit {{deux fois}} le budget annuel de 30 millions d'euros.",
        "La mairie versera 1 800 euros, soit {{quatre fois}} le loyer de 600 euros.",
        "Le groupe pèse 12 milliards de dollars, soit environ {{huit fois}} la dette de 3 milliards de dollars.",
        "La facture atteint 4 500 euros, soit {{cinq fois}} le devis de 1 500 euros.",
        "Le nombre d'abonnés {{a triplé}}, de 15 000 à 30 000.",
    ],
    right=[
        "Le stade a coûté 90 millions d'euros, soit trois fois le budget annuel de 30 millions d'euros.",
        "La mairie versera 1 850 euros, soit environ trois fois le loyer de 610 euros.",
        "Le groupe pèse 12 milliards de dollars, soit près de cinq fois la dette de 2,5 milliards de dollars.",
        "La facture atteint 4 500 euros, soit plus de deux fois le devis de 2 100 euros.",
        "Le chantier coûtera 1,4 milliard d'euros, soit 70 fois la subvention de 20 millions d'euros.",
        "Les 18 volontaires représentent près de la moitié des salariés du foyer, qui accueille 59 personnes.",
        "Il a payé 60 000 euros, soit trois fois moins que les 180 000 euros demandés.",
        "Le conseil va plus que doubler, de 360 à 810 agents, les effectifs du service.",
        "Le nombre d'abonnés a triplé, de 15 000 à 45 000.",
        "L'usine emploie 300 personnes, soit trois fois les 2 millions d'euros promis.",
    ],
)
def check(ratio: Ratio) -> Verdict | None:
    """Un multiple imprimé se vérifie en divisant : 1 800 pour 600, c'est trois, pas quatre.

    La règle s'applique quand une phrase nomme le tout, le multiple et la base. Elle se tait
    quand les deux valeurs n'ont pas la même unité, ou quand leurs arrondis et leurs
    « environ » permettent le multiple. Convention : un chiffre vaut plus ou moins une demi-
    unité de son dernier chiffre écrit (statcheck).
    """
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
