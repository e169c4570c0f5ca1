from decimal import Decimal

from fact_cli.model.finding import Severity, Verdict
from fact_cli.model.shares import ShareOfFew
from fact_cli.rule import because, contradicts, holds, rule, show


@rule(
    on=ShareOfFew,
    severity=Severity.WARNING,
    title={
        "fr": "Pourcentage qu’aucun nombre entier ne donne",
        "en": "Percentage that no whole number gives",
    },
    wrong=[
        "Selon le greffe, {{41 %}} des 20 jurés sont des femmes.",
        "Le comité a entendu {{30 %}} des 12 experts.",
        "Près du port, {{12 %}} des 9 commerces ont fermé.",
        "L'enquête montre que {{55 %}} des seize communes ont voté le budget.",
    ],
    right=[
        "Selon le greffe, 40 % des 20 jurés sont des femmes.",
        "Le comité a entendu 33 % des 12 experts.",
        "Près du port, 11 % des 9 commerces ont fermé.",
        "Le comité a entendu environ 30 % des 12 experts.",
        "Le groupe pèse 41 % des 20 milliards d'euros du secteur.",
        "La région attire 41 % des 230 candidats.",
        "Ils vendent 41 % des 20 premières marques.",
        "Selon le greffe, 56 % des seize jurés sont des femmes.",
    ],
)
def check(share: ShareOfFew) -> Verdict | None:
    """41 % de vingt jurés, c'est 8,2 jurés : l'un des deux nombres est faux.

    La règle s'applique au pourcentage d'un petit nombre de personnes ou de choses entières.
    Elle se tait devant un arrondi annoncé et devant les rangs (« des 20 premières »), dont on
    peut tirer autre chose qu'un nombre entier.
    """
    stated, whole = share.stated, share.whole
    nearest = share.nearest
    exact = Decimal(nearest) / share.count * 100
    computed = show.percent(exact, max(0, -int(stated.step.as_tuple().exponent)))
    formula = f"{nearest} ÷ {share.count} = {computed}"
    if share.is_possible:
        return holds(stated.extent, [whole.extent], formula)
    return contradicts(
        stated.extent,
        [because(whole.extent, fr="le tout", en="the whole")],
        formula,
        fr=f"aucun nombre entier sur {share.count} ne donne {show.figure(stated)}",
        en=f"no whole number of {share.count} gives {show.figure(stated)}",
        suggestions=[computed],
    )
