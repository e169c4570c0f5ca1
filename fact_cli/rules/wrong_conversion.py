from decimal import Decimal

from fact_cli.model.bounds import is_near
from fact_cli.model.figures import Conversion
from fact_cli.model.finding import Severity, Verdict
from fact_cli.model.slips import digits_of, is_far
from fact_cli.rule import because, contradicts, holds, rule, show, undecided

# Conversions are rounded freely, "100 miles (160 km)", unless they show three digits. Who shows
# four, and decimals or thousands, has calculated: "300 mph (482,80 km/h)".
PRECISE_FROM, CALCULATED_FROM = 3, 4
FREELY = Decimal("0.06")
PRECISELY = Decimal("0.015")
CALCULATED = Decimal("0.003")


@rule(
    on=Conversion,
    severity=Severity.ERROR,
    title={"fr": "Conversion d’unités fausse", "en": "Wrong conversion of units"},
    wrong=[
        "Le feu a parcouru 350 hectares de garrigue, l'équivalent de {{35 kilomètres carrés}}.",
        "La réserve s'étend sur 368 hectares, un peu moins de {{0,4 kilomètre carré}}.",
        "Il est tombé 280 millimètres en douze heures, c'est-à-dire {{28 litres}} d'eau par mètre carré.",
        "Le stock est ramené à 2,4 Mt ({{240 000 t}}).",
        "La zone s'agrandira de 12 hectares, soit {{1 200 mètres carrés}} supplémentaires.",
        "Il s'est adjugé le 10 000 mètres, autrement dit {{cinq kilomètres}} et vingt-cinq tours de piste.",
        "Le sentier fait 15 miles ({{34 km}}).",
        "La digue est à 5 miles ({{8 046 km}}) du port.",
        "Le convoi roule à 30 km/h, soit {{un kilomètre}} toutes les six minutes.",
        "La parcelle mesure 3 hectares, soit {{3 000 m²}}.",
        "Le bolide atteint 763 mph ({{1 272 km/h}}).",
        "Le bolide atteint 300 mph ({{488,20 km/h}}).",
        "La piste mesure 205,12 miles ({{332,47 km}}).",
        "Le parcours mesure 42,195 km, ce qui correspond à {{21,0975 kilomètres}}.",
        "Une demi-tonne de pommes, {{cinq mille kilos}} exactement, a été jetée.",
        "La rampe atteint 17,5 pour mille, soit {{0,175 %}}.",
        "La température moyenne a monté de 4 °C ({{39,2 °F}}) en un siècle.",
        "Le jardin occupe 6 500 pieds carrés ({{16 835 km2}}) derrière l'ancien aréna.",
        "La glace couvrait 1,4 million de kilomètres carrés ({{868 000 milles carrés}}) en été.",
        "L'arbre supporte des froids de - 12 °C ({{53,6 °F}}).",
        "La clôture fera 9 mètres ({{9 000 pieds}}) de haut.",
        "Le mur penche de 17,5 millimètres par mètre, ce qui équivaut à {{0,175 %}} de sa hauteur.",
    ],
    right=[
        "Pédalant à 20 km/h de moyenne, ils ont couvert 90 kilomètres en 6 heures, arrêts compris.",
        "L'arbre supporte des froids de - 12 °C (10,4 °F) et - 5 °C (23 °F).",
        "Le terrain de 2 acres (300 pieds de façade) est clos, à 12 milles carrés (31 km²) du bourg.",
        "La canalisation perd 3 mm par mètre, soit 0,3 %.",
        "La digue passe de 9 mètres (30 pieds) à 12 mètres (40 pieds).",
        "Chaque jour, la cuisine jette 45 kilos de restes, soit 8 tonnes sur les 180 jours de l'année.",
        "Le bolide a été chronométré à 461 mph (741.908 km/h).",
        "La réserve s'étend sur 368 hectares, un peu moins de 3,7 kilomètres carrés.",
        "Il est tombé 280 millimètres en douze heures, c'est-à-dire 280 litres d'eau par mètre carré.",
        "La serre occupe 12 hectares, près de 300 mètres carrés de bureaux.",
        "Les ventes de blé tendre s'établissent désormais à 12,4 Mt (+ 200 000 t par rapport à mai).",
        "Le stock est ramené à 2,4 Mt (150 000 t de moins qu'en mai).",
        "La rampe atteint 17,5 pour mille, soit 1,75 %.",
        "La température moyenne a monté de 4 °C (7,2 °F) en un siècle.",
        "Ils ont mangé 94 000 tonnes de fromage, soit 10,8 kilos par habitant.",
        "On a saisi 640 kilos de tabac. La bande en aurait écoulé mille fois plus, soit 640 tonnes.",
        "Il s'est adjugé le 10 000 mètres, autrement dit dix kilomètres et vingt-cinq tours de piste.",
        "Le sentier fait 15 miles (24 km).",
        "Le convoi roule à 30 km/h, soit un kilomètre toutes les deux minutes.",
        "La parcelle mesure 3 hectares, soit 30 000 m².",
        "Il fait 86 °F (30 °C).",
        "Le bolide atteint 763 mph (1 227 km/h).",
        "Le bolide atteint 300 mph (482,80 km/h).",
        "La piste mesure 205,12 miles (330,11 km).",
        "Le bolide atteint 250 miles à l'heure (400 km/h).",
        "Le parcours fait 26,2 miles (42,195 km).",
        "Le réservoir contient 400 barils (environ 64 000 litres).",
        "Le feu a détruit 10 hectares, soit 14 terrains de football.",
        "La route est longue de 12 km (3 m de large).",
        "Une tonne de pommes, cinq cents kilos de pêches, ont été jetées.",
    ],
)
def check(conversion: Conversion) -> Verdict | None:
    """Une mesure donnée dans deux unités est une seule mesure : 15 miles font 24 km.

    La règle s'applique à deux mesures de même nature dont l'une suit l'autre entre
    parenthèses ou derrière « soit », et à une vitesse suivie de son rythme. Le terrain de
    football, dont la taille varie, n'est pas une unité.
    """
    first, again = conversion.first, conversion.again
    if first.value is None or again.value is None:
        return undecided(again.extent, [first.extent], "une des valeurs reste ouverte")
    exact = first.value * conversion.factor + conversion.offset
    digits = 0 if abs(exact) >= 100 else 1 if abs(exact) >= 1 else 1 - exact.adjusted()
    computed = show.amount(show.rounded(exact, digits), again)
    formula = f"{show.figure(first)} = {computed}"
    bounds = conversion.computed(loose=True)
    near = _latitude(digits_of(again.value, again.step))
    if bounds.meets(again.recomputed(loose=True)) or is_near(exact, again.value, near):
        return holds(again.extent, [first.extent], formula)
    degrees = "°" in (again.unit or "")  # the one of a difference is far from that of a height
    if not (degrees or conversion.surely) and is_far(again.value, exact, again.step):
        return undecided(again.extent, [first.extent], f"{formula} : trop loin pour une mesure")
    return contradicts(
        again.extent,
        [because(first.extent, fr="même mesure", en="same measure")],
        formula,
        fr=f"{show.figure(first)} font {computed}, pas {show.figure(again)}",
        en=f"{show.figure(first)} is {computed}, not {show.figure(again)}",
        suggestions=[computed],
        ceiling=Severity.WARNING if is_near(exact, again.value, FREELY) else Severity.ERROR,
    )


def _latitude(digits: int) -> Decimal:
    """The share of a measure by which its conversion may be off, by the digits that it shows."""
    if digits >= CALCULATED_FROM:
        return CALCULATED
    return PRECISELY if digits >= PRECISE_FROM else FREELY
