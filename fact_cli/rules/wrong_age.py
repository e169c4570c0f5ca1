from fact_cli.model.finding import Severity, Verdict
from fact_cli.model.lapse import Age, Aged, TwoAges
from fact_cli.rule import because, contradicts, holds, rule, show, undecided


@rule(
    on=Age,
    severity=Severity.ERROR,
    title={"fr": "Âge que les dates démentent", "en": "Age that the dates belie"},
    wrong=[
        "Elle est morte le 5 mars 2024 à {{90 ans}}, entourée de ses deux filles. Elle était venue au monde le 21 avril 1931.",
        "Entrée à {{16 ans}} à la manufacture en 1952, Yvonne Dalle est née le 6 juillet 1931.",
        (
            "Recruté à {{17 ans}} par le club en 1990, l'entraîneur, né le 3 juin 1970, aura 55 ans mardi.",
            "2025-06-01",
        ),
        ("Né en 1962, le chanteur, {{48 ans}}, repart en tournée.", "2024-05-02"),
        ("Le chef, né en 1962, {{48 ans}}, dirige l'orchestre.", "2024-05-02"),
        "L'écrivain, né en 1940, est mort en 2019 à {{71 ans}}.",
        "Née le 16 février 1997, la chanteuse a été tuée le 8 février 2018, à {{21 ans}}.",
        "Né le 29 novembre 1926, il a accédé au pouvoir en 2014, à {{89 ans}}.",
        "Né en 1950 à Lyon, le comédien est mort en 2020 à l'âge de {{60 ans}}.",
        "Une trentenaire de {{46 ans}} a été blessée dans l'incendie.",
        "Le sexagénaire, âgé de {{71 ans}}, était porté disparu.",
    ],
    right=[
        (
            "La centenaire a soufflé ses cent bougies. Née le 8 avril 1924, elle est la cadette d'une fratrie de neuf, dont trois vivent encore.",
            "2024-04-10",
        ),
        "Elle est morte le 5 mars 2024 à 92 ans, entourée de ses deux filles. Elle était venue au monde le 21 avril 1931.",
        "Elle est morte le 5 mars 2024 à 92 ans. Elle laisse une fille. Elle était née le 21 avril 1951.",
        "Entrée à 21 ans à la manufacture en 1952, Yvonne Dalle est née le 6 juillet 1931.",
        ("Condamné à 10 ans en 1990, l'homme, né le 3 juin 1970, aura 55 ans mardi.", "2025-06-01"),
        (
            "Jeanne Lorrain a soufflé ses cent bougies. Née le 8 avril 1924, elle est d'une fratrie de neuf, dont trois sont en vie.",
            "2024-04-09",
        ),
        "Une trentenaire de 36 ans a été blessée dans l'incendie.",
        "Un octogénaire et son fils de 52 ans ont été secourus.",
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
def check(age: Age) -> Verdict | None:
    """Un âge se recompte : né en 1940 et mort en 2019, on a 78 ou 79 ans, pas 71.

    La règle s'applique quand le texte donne une naissance et un âge, et une date à laquelle
    cet âge vaut : celle de l'événement, du décès ou de la publication. De la seule année de
    naissance, deux âges sont possibles. Elle se tait pour l'âge d'un autre ou d'un temps
    que le texte ne date pas. Elle compare aussi le mot et le chiffre : un trentenaire n'a pas
    46 ans.
    """
    match age:
        case Aged():
            return _aged(age)
        case TwoAges():
            return _two_ages(age)
        case _:
            return None


def _two_ages(age: TwoAges) -> Verdict:
    at, years = age.stated.extent, show.number(age.years)
    low, high = show.number(age.low), show.number(age.high)
    formula = f"{low} ≤ {years} ≤ {high}"
    if age.low <= age.years <= age.high:
        return holds(at, [age.decade], formula)
    return contradicts(
        at,
        [because(age.decade, fr="décennie de vie", en="decade of life")],
        f"{years} : ni {low} ni {high} ans",
        fr=f"entre {low} et {high} ans selon le mot, {years} selon le chiffre",
        en=f"the word says {low} to {high}, the figure {years}",
    )


def _aged(aged: Aged) -> Verdict | None:
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
