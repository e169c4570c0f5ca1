from fact_cli.model.finding import Severity, Verdict
from fact_cli.model.lapse import Jubilee
from fact_cli.rule import because, contradicts, holds, rule, undecided


@rule(
    on=Jubilee,
    severity=Severity.ERROR,
    title={"fr": "Anniversaire que les années démentent", "en": "Anniversary that the years belie"},
    wrong=[
        (
            "Fondée en 1896, la fanfare célébrera son {{120e}} anniversaire en septembre 2026.",
            "2026-03-11",
        ),
        ("Fondée en 1964, l'harmonie fête cette année ses {{50 ans}}.", "2024-09-06"),
        ("{{Il y a vingt ans}}, en 2008, la ville inaugurait son tram.", "2024-09-06"),
        (
            "{{Quatre ans}} après l'incendie, qui a ravagé la halle en 2018, elle rouvre.",
            "2024-01-05",
        ),
        ("Berlin célèbre le {{30e}} anniversaire de la chute du mur, en 1989.", "2024-11-09"),
        ("Le club, créé en 1972, soufflera samedi ses {{60}} bougies.", "2022-10-14"),
        "Le pont a été construit en 1999. {{Quinze ans plus tard}}, en 2019, il fermait.",
    ],
    right=[
        (
            "Fondée en 1896, la fanfare célébrera son 130e anniversaire en septembre 2026.",
            "2026-03-11",
        ),
        ("Engagé en 1942, le vétéran célébrera son 100e anniversaire en septembre.", "2024-03-11"),
        (
            "Reconnue coupable de fraude un an plus tard aux Jeux de 1996, la nageuse a rendu ses médailles.",
            "2016-08-12",
        ),
        ("Quatre ans après la crise, les musées ont fait le plein en 2023.", "2024-01-05"),
        ("Fondée en 1974, l'harmonie fête cette année ses 50 ans.", "2024-09-06"),
        ("Fondée en 1973, l'harmonie fête ses 50 ans.", "2024-09-06"),
        ("Il y a vingt ans, en 2004, la ville inaugurait son tram.", "2024-09-06"),
        ("Il y a près de vingt ans, en 2006, la ville inaugurait son tram.", "2024-09-06"),
        ("Berlin célèbre le 35e anniversaire de la chute du mur, en 1989.", "2024-11-09"),
        "Le pont a été construit en 1999. Vingt ans plus tard, en 2019, il fermait.",
        ("Fondée en 1964, l'harmonie a fêté ses 50 ans en 2014.", "2024-09-06"),
    ],
)
def check(jubilee: Jubilee) -> Verdict | None:
    """Fondée en 1964, on a soixante ans en 2024 : les années se comptent sur les dates écrites.

    La règle s'applique quand le texte donne l'année de départ, le nombre d'années et, par la
    publication ou une autre année écrite, celle d'arrivée. Un an d'écart est admis (une
    saison, une fête avancée) et deux d'un nombre approché.
    """
    exact, at = jubilee.exact, jubilee.stated
    others = [one.extent for one in (jubilee.origin, jubilee.now) if one.extent is not None]
    if exact is None:
        return undecided(at, others, "une des années n’est pas connue")
    formula = f"{jubilee.now.year} − {jubilee.origin.year} = {exact}"
    apart = abs(exact - jubilee.years)
    admitted = 1 + (max(1, jubilee.years // 10) if jubilee.hedged else 0)
    if apart <= admitted and not (apart == 1 and jubilee.ordinal):
        return holds(at, others, formula)
    return contradicts(
        at,
        [because(extent, fr="année de référence", en="year counted from") for extent in others],
        formula,
        fr=f"de {jubilee.origin.year} à {jubilee.now.year} il y a {exact} ans, pas {jubilee.years}",
        en=f"from {jubilee.origin.year} to {jubilee.now.year} are {exact} years, not {jubilee.years}",
        suggestions=[f"{exact} ans"],
        ceiling=Severity.WARNING if apart == 1 else Severity.ERROR,
    )
