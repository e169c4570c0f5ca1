from decimal import Decimal

from fact_cli.model.bounds import is_near
from fact_cli.model.finding import Severity, Verdict
from fact_cli.model.sides import SizeOfSides
from fact_cli.model.slips import is_far
from fact_cli.rule import because, contradicts, holds, rule, show, undecided

FREELY = Decimal("0.05")  # of a surface, by which it is rounded
WEAK = Decimal("0.15")


@rule(
    on=SizeOfSides,
    severity=Severity.ERROR,
    title={
        "fr": "Surface ou volume que les côtés ne donnent pas",
        "en": "Surface or volume that the sides do not make",
    },
    wrong=[
        "La cour, un rectangle de 60 mètres sur 45, soit {{3 700 mètres carrés}}, sera désimperméabilisée.",
        "La patinoire mesure 56 mètres de long et 26 mètres de large, soit une surface de {{1 856 m²}}.",
        "Longue de 80 mètres et large de 30, la nef offre une surface de {{24 000 mètres carrés}}.",
        "La cuve, de 12 mètres sur 8 et profonde de 3 mètres, soit {{388 mètres cubes}}, est fissurée.",
        "L'enclos est un carré de 14 mètres de côté, soit {{169 mètres carrés}}.",
        "Une toile de {{8 m²}} (2,40 m x 1,80 m) a été lacérée.",
        "Le jardin fait 50 mètres sur 40, soit {{20 hectares}}.",
    ],
    right=[
        "La cour, un rectangle de 60 mètres sur 45, soit 2 700 mètres carrés, sera désimperméabilisée.",
        "La patinoire mesure 56 mètres de long et 26 mètres de large, soit une surface de 1 456 m².",
        "Longue de 80 mètres et large de 30, la nef offre 2 400 mètres carrés.",
        "La cuve, de 12 mètres sur 8 et profonde de 3 mètres, soit 288 mètres cubes, est fissurée.",
        "L'enclos est un carré de 14 mètres de côté, soit près de 200 mètres carrés.",
        "Sur une parcelle de 120 mètres sur 80, l'enseigne veut bâtir un magasin de 1 400 m².",
        "Le bâtiment, de 40 mètres sur 15, offrira 1 800 m² sur trois niveaux.",
        "Le bassin de 25 mètres sur 15 sera doublé d'une pataugeoire de 80 mètres carrés.",
        "La dalle fait 30 mètres sur 20, soit 100 mètres carrés de plus que l'ancienne.",
        "L'étang, long de 400 mètres et large de 150, couvre 4 hectares.",
    ],
)
def check(size: SizeOfSides) -> Verdict | None:
    """Quarante mètres sur vingt-cinq font mille mètres carrés.

    La règle s'applique à deux côtés donnés l'un par l'autre (« sur », « x », « de long … de
    large ») et à la surface qui les suit derrière « soit » ou entre parenthèses, à trois et à
    leur volume. Sans un tel mot, seule une faute de frappe est signalée : une chose ronde ou
    bâtie sur plusieurs niveaux ne se calcule pas ainsi.
    """
    told, sides = size.told, size.sides
    evidence = list(dict.fromkeys(one.extent for one in sides))
    if told.value is None or any(one.value is None for one in sides):
        return undecided(told.extent, evidence, "une des valeurs reste ouverte")
    computed = show.amount(show.rounded(size.exact, 0 if size.exact >= 10 else 2), told)
    formula = f"{' × '.join(show.figure(one) for one in sides)} = {computed}"
    fits = size.computed(loose=True).meets(told.recomputed(loose=True))
    if fits or is_near(size.exact, told.value, FREELY):
        return holds(told.extent, evidence, formula)
    if is_far(told.value, size.exact, told.step):
        return undecided(told.extent, evidence, f"{formula} : trop loin de ce qui est dit")
    near = is_near(size.exact, told.value, WEAK)
    return contradicts(
        told.extent,
        [because(one, fr="côté", en="side") for one in evidence],
        formula,
        fr=f"{formula}, pas {show.figure(told)}",
        en=f"{formula}, not {show.figure(told)}",
        suggestions=[computed],
        ceiling=Severity.WARNING if near else Severity.ERROR,
    )
