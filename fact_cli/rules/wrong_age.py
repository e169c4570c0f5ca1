from fact_cli.model.finding import Severity, Verdict
from fact_cli.model.lapse import Aged
from fact_cli.rule import because, contradicts, holds, rule, show, undecided


@rule(
    on=Aged,
    severity=Severity.ERROR,
    title={"fr": "Âge que les dates démentent", "en": "Age that the dates belie"},
    wrong=[
        ("Né en 1962, le chanteur, {{48 ans}}, repart en tournée.", "2024-05-02"),
        ("Le chef, né en 1962, {{48 ans}}, dirige l'orchestre.", "2024-05-02"),
        "L'écrivain, né en 1940, est mort en 2019 à {{71 ans}}.",
        "Née le 16 février 1997, la chanteuse a été tuée le 8 février 2018, à {{21 ans}}.",
        "Né le 29 novembre 1926, il a accédé au pouvoir en 2014, à {{89 ans}}.",
        "Né en 1950 à Lyon, le comédien est mort en 2020 à l'âge de {{60 ans}}.",
    ],
    right=[
        ("Né en 1962, le chanteur, 61 ans, repart en tournée.", "2024-05-02"),
        ("Né en 1962, le chanteur, 62 ans, repart en tournée.", "2024-05-02"),
        "L'écrivain, né en 1940, est mort en 2019 à 78 ans.",
        "L'écrivain, né en 1940, est mort en 2019 à 79 ans.",
        "Née le 16 février 1997, la chanteuse a été tuée le 8 février 2018, à 20 ans.",
        ("Né en 1962, le chanteur a commencé le piano à 6 ans.", "2024-05-02"),
        ("Né en 1962, le chanteur a une fille de 12 ans.", "2024-05-02"),
        ("Né le 3 juin 1962, il aura bientôt 62 ans.", "2024-05-02"),
        ("Né en 1962, il a publié son premier roman en 1985, à 23 ans.", "2024-05-02"),
    ],
)
def check(aged: Aged) -> Verdict | None:
    """Un âge se recompte : né en 1940 et mort en 2019, on a 78 ou 79 ans, pas 71.

    La règle s'applique quand le texte donne une naissance et un âge, et une date à laquelle
    cet âge vaut : celle de l'événement, du décès ou de la publication. De la seule année de
    naissance, deux âges sont possibles. Elle se tait pour l'âge d'un autre ou d'un temps
    que le texte ne date pas.
    """
    possible, at = aged.possible, aged.stated
    others = [one.extent for one in (aged.born, aged.seen) if one.extent is not None]
    if possible.low is None or possible.high is None:
        return undecided(at, others, "une des dates reste ouverte")
    low, high = show.number(possible.low), show.number(possible.high)
    ages = f"{low} ans" if low == high else f"{low} ou {high} ans"
    english = low if low == high else f"{low} or {high}"
    formula = f"{show.span(aged.born.interval)} → {show.span(aged.seen.interval)} : {ages}"
    if possible.meets(aged.years):
        return holds(at, others, formula)
    evidence = [because(aged.born.extent, fr="naissance", en="birth")] if aged.born.extent else []
    if aged.seen.extent is not None:
        role = ("décès", "death") if aged.dead else ("date de cet âge", "date of that age")
        evidence.append(because(aged.seen.extent, fr=role[0], en=role[1]))
    return contradicts(
        at,
        evidence,
        formula,
        fr=f"les dates donnent {ages}",
        en=f"the dates give {english} years",
        suggestions=[f"{low} ans"] if low == high else [f"{low} ans", f"{high} ans"],
    )
