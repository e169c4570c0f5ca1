from decimal import Decimal

from fact_cli.model.changes import Change, InPoints, Variation
from fact_cli.model.finding import Severity, Verdict
from fact_cli.model.mention import QuantityKind
from fact_cli.rule import because, contradicts, holds, rule, show


@rule(
    on=Variation,
    severity=Severity.ERROR,
    title={"fr": "Pour cent écrit pour des points", "en": "Percent written for percentage points"},
    wrong=[
        "La participation atteint 47,5 % au premier tour, contre 42,5 % en 2017, en progression de {{5 %}}.",
        "La part des cadres est passée de 12,1 % à 13,4 %, soit une hausse de {{1,3 %}}.",
        "La part des boursiers n'a progressé que de {{0,9 %}}, passant de 7,5 à 8,4 %.",
        "La proportion augmentait de {{5 %}}, de 58,5 % à 63,5 %.",
        "Le taux de chômage recule de {{2 %}}, de 10 % à 8 %.",
        "Les ventes gagnent {{8 points}} en un an.",
        "Le taux de chômage passe de 7,9 % à 9,2 %, en hausse de {{1,4 %}}.",
        "Le secteur s'en sort mieux : 1,25 milliard de dinars contre 1,13 milliard en 2018, soit une hausse de {{10 points}}.",
        "La ville a délivré 460 permis, contre 400 en 2021, soit une progression de {{15 points}}.",
    ],
    right=[
        "Le club compte 62 points contre 52 l'an dernier, soit une hausse de 10 points.",
        "La part des femmes est de 42 %, contre 38 % en 2021, soit une hausse de 4 points.",
        "L'indice est à 7 298 points, contre 7 200 la veille, soit une hausse de 98 points.",
        "La hausse des prix a reculé à 6,4 %, 4,6 % et 2,7 % au fil des trimestres. Les prix ont chuté de 1,8 % sur un an.",
        "L'Allemagne progresse nettement (+12,6 %). La Suisse a une croissance de 20,2 %. La Réunion enregistre une progression de 7,6 %.",
        "La part des femmes est passée de 22,1 % à 23,4 %, soit une hausse de 1,3 point.",
        "La part des boursiers est passée de 40 % à 50 %, soit une hausse de 25 %.",
        "Le taux de chômage recule de 20 %, de 10 % à 8 %.",
        "Le taux d'usure est passé de 4,52 % à 4,68 %, en hausse.",
        "La part des femmes passe de 30 % à 45 %, soit une hausse de 15 points.",
        "La part des femmes passe de 33,3 % à 40 %, soit une hausse de 20 %.",
        "L'indice des ventes gagne 8 points en un an.",
        "Les ventes en ligne gagnent 8 points de part de marché.",
    ],
)
def check(variation: Variation) -> Verdict | None:
    """Entre deux pourcentages, l'écart se dit en points : de 12 à 13 %, c'est un point, pas 1 %.

    La règle s'applique quand la hausse imprimée est la différence des deux pourcentages et
    non leur rapport. Une hausse relative juste (« de 40 à 50 %, soit +25 % ») est admise. À l'inverse, ce qui se compte en
    nombre (« les ventes gagnent 8 points ») varie en pour cent.
    """
    match variation:
        case Change():
            return _change(variation)
        case InPoints():
            return _in_points(variation)
        case _:
            return None


def _in_points(change: InPoints) -> Verdict | None:
    if change.stated.value is None:
        return None
    percent = show.percent(change.stated.value)
    return contradicts(
        change.stated.extent,
        [],
        f"{change.of} : {percent} ?",
        fr=f"on compte « {change.of} » en nombre, pas en pourcentage : {percent} ?",
        en=f"“{change.of}” is no percentage and cannot move by points: {percent}?",
        suggestions=[percent],
    )


def _change(change: Change) -> Verdict | None:
    if change.before.kind is not QuantityKind.PERCENT or change.stated.value is None:
        return None
    claimed = change.claimed(loose=False)
    evidence = [change.before.extent, change.after.extent]
    before, after = show.figure(change.before), show.figure(change.after)
    if not change.points(loose=False).meets(claimed):
        relative = change.percent(loose=False).meets(claimed)
        return holds(change.stated.extent, evidence, f"{before} → {after}") if relative else None
    if change.percent(loose=False).meets(claimed) and not change.is_told_in_points:
        return holds(change.stated.extent, evidence, f"{before} → {after}")
    apart = (change.after.value or Decimal(0)) - (change.before.value or Decimal(0))
    stated = show.number(change.stated.value)
    points = show.number(abs(apart))
    name = "point" if abs(apart) < 2 else "points"
    return contradicts(
        change.stated.extent,
        [
            because(change.before.extent, fr="valeur de départ", en="value before"),
            because(change.after.extent, fr="valeur d’arrivée", en="value after"),
        ],
        f"{before} → {after} : {points} {name}",
        fr=f"de {before} à {after}, l’écart est de {points} {name}, pas de {stated} %",
        en=f"from {before} to {after} there are {points} percentage points, not {stated} %",
        suggestions=[f"{points} {name}"],
    )
