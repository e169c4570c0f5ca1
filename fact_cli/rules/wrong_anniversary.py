from fact_cli.model.finding import Severity, Verdict
from fact_cli.model.lapse import Jubilee
from fact_cli.rule import because, contradicts, holds, rule, undecided


@rule(
    on=Jubilee,
    severity=Severity.ERROR,
    title={"fr": "Anniversaire que les années démentent", "en": "Anniversary that the years belie"},
    wrong=[
        (
            "La chorale fêtera ses {{100 ans}} en 2026. Elle a été fondée en 1936.",
            "2024-05-03",
        ),
        ("Fondée en 1936, la chorale fêtera son {{centenaire}} en 2026.", "2024-05-03"),
        (
            "La cidrerie fête ses {{60 ans}}.\n\nRentré du front, Oscar fonde l'affaire en avril 1950.",
            "2025-06-12",
        ),
        (
            "{{Soixante ans}} après ses débuts, la cidrerie tient bon.\n\nL'histoire commence en 1950.",
            "2025-06-12",
        ),
        (
            "L'équipe joue sa {{seizième}} phase finale de suite : depuis 1984, elle n'a manqué aucune des éditions, disputées tous les deux ans.",
            "2010-01-09",
        ),
        (
            "La {{20e}} édition du salon s'ouvre. Lancé en 2010, ce rendez-vous est annuel.",
            "2024-06-01",
        ),
        (
            "Le cinéma avait fermé en juin 2018. {{Quatre ans après}}, il a rouvert samedi.",
            "2024-06-24",
        ),
        (
            "Le village fête cette année le {{bicentenaire}} de la naissance d'Émile Dor. Le botaniste, né en 1812, a décrit soixante mousses.",
            "2022-04-22",
        ),
        (
            "Ils joueront samedi pour le {{80e}} anniversaire de l'Harmonie. Fondée en 1924, la formation a survécu à la guerre.",
            "2014-05-23",
        ),
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
        ("Ouverte en 1998, la patinoire a eu {{vingt ans}} cette année.", "2023-08-24"),
        (
            "Le pacte d'amitié entre les deux villes, conclu en 1983, fête cette année ses {{50 ans}}.",
            "2023-09-21",
        ),
        (
            "La librairie, ouverte en mars 1974, célèbre cette année son {{quarantième}} anniversaire.",
            "2024-10-08",
        ),
        (
            "{{Cinq ans}} jour pour jour après l'incendie du 15 avril 2019, les cloches ont sonné.",
            "2025-04-15",
        ),
        (
            "Le théâtre avait fermé ses portes en mai 2015. {{Six ans après}}, il a rouvert vendredi.",
            "2024-06-24",
        ),
        (
            "L'assassinat du notaire, en 1985, était resté impuni. {{Vingt ans}} après les faits, un suspect a été arrêté lundi.",
            "2015-02-24",
        ),
        (
            "La brasserie souffle cette année ses {{85}} bougies. Créée en 1949 par deux frères, elle exporte.",
            "2025-06-06",
        ),
        (
            "{{Quinze ans}} après sa faillite, la sucrerie revit. Fermé en 2005, le site abrite 64 logements.",
            "2025-03-21",
        ),
        "Le pont a été construit en 1999. {{Quinze ans plus tard}}, en 2019, il fermait.",
    ],
    right=[
        (
            "La halle a été inaugurée il y a cinq ans. L'ancien marché n'a pas été rasé. Depuis son inauguration, en 1920, il sert de dépôt.",
            "2026-06-10",
        ),
        (
            "Le théâtre a fermé il y a trois ans. Lors de sa fermeture en 1989, la ville l'avait sauvé ; cette fois, rien n'y a fait.",
            "2026-05-10",
        ),
        (
            "Voilà vingt ans que la chorale se réunit. Elle chantera pour la libération du bourg, le 13 septembre 1944.",
            "2026-09-13",
        ),
        (
            "Le dernier sacre datait de 1998. Il a fallu attendre vingt ans pour revoir une demi-finale.",
            "2026-06-10",
        ),
        (
            "Le sabotier s'est éteint il y a trois ans. Son père lui avait appris le métier. À sa mort, en 1989, il reprit l'atelier.",
            "2025-04-11",
        ),
        (
            "Il y a quarante ans, l'usine brûlait.\n\nLa loi est du 13 septembre 1945. Le feu prit en 1985.",
            "2025-09-13",
        ),
        ("La chorale fêtera ses 100 ans en 2026. Elle a été fondée en 1926.", "2024-05-03"),
        ("La chorale fêtera ses 100 ans dans deux ans. Elle a été fondée en 1926.", "2024-05-03"),
        ("Fondée en 1926, la chorale fêtera son centenaire en 2026.", "2024-05-03"),
        ("Lise Roux fête ses 60 ans.\n\nElle a créé l'entreprise en 1985.", "2025-06-12"),
        ("Le club fête ses 100 ans. Paul Roy y a créé l'école de foot en 1950.", "2025-06-12"),
        (
            "Le club de Bienne fêtera ses 125 ans l'été prochain, mais son stade n'a que 8 ans : il a été inauguré en 2015, à la place d'un terrain utilisé depuis 1929.",
            "2023-06-21",
        ),
        ("Créé en 1979 et annuel depuis 1985, le festival ouvrira sa 43e édition.", "2024-05-16"),
        ("Créée en 2004, la biennale ouvre samedi sa 11e édition.", "2024-06-01"),
        ("Le festival, organisé chaque été depuis 1990, en est à sa 33e édition.", "2024-06-01"),
        ("Lancé en 2010, ce salon bisannuel tient sa 28e édition.", "2024-06-01"),
        (
            "Le maire, élu en 2001, ouvre chaque année la foire, dont c'est la 112e édition.",
            "2024-06-01",
        ),
        (
            "Il deviendrait le deuxième joueur de plus de 30 ans après Federer en 2011.",
            "2021-11-20",
        ),
        ("Le club fête ses trente ans. Construite en 1972, la tribune sera refaite.", "2022-04-22"),
        (
            "Le village fête cette année le bicentenaire de la naissance d'Émile Dor. Le botaniste, né en 1822, a décrit soixante mousses.",
            "2022-04-22",
        ),
        (
            "Ils joueront samedi pour le 90e anniversaire de l'Harmonie. Fondée en 1924, la formation a survécu à la guerre.",
            "2014-05-23",
        ),
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
        (
            "Ouverte en 1998, la patinoire a fermé. Sa caissière a eu vingt ans cette année.",
            "2023-08-24",
        ),
        (
            "La directrice du musée, ouvert en 1974, fête cette année son soixantième anniversaire.",
            "2024-06-24",
        ),
        ("Le maire qui avait signé l'accord en 2001 fête ses 70 ans.", "2024-06-24"),
        (
            "Le théâtre avait fermé en mai 2015. Trois ans plus tard, il rouvrait. Samedi, il a fêté ses 200 000 spectateurs.",
            "2024-06-24",
        ),
        (
            "L'usine a fermé en 2012. Dix ans après l'accident, le juge a rendu lundi son ordonnance.",
            "2024-06-24",
        ),
        (
            "L'association fête ses 10 ans. Créée en 1901, la salle des fêtes l'accueille.",
            "2024-06-24",
        ),
        (
            "Le festival fête ses 30 ans de partenariat avec la ville. Créé en 1970, il accueille 12 000 personnes.",
            "2024-06-24",
        ),
        (
            "Quinze ans après sa faillite, la sucrerie revit. Bâti en 1898, le site abrite 64 logements.",
            "2025-03-21",
        ),
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
    saison, une fête avancée) et deux d'un nombre approché, aucun d'un « jour pour jour ».
    Les éditions de ce qui revient tous les ans ou tous les deux ans se comptent de même.
    """
    exact, at = jubilee.exact, jubilee.stated
    others = [one.extent for one in (jubilee.origin, jubilee.now) if one.extent is not None]
    if exact is None:
        return undecided(at, others, "une des années n’est pas connue")
    formula = f"{jubilee.now.year} − {jubilee.origin.year} = {exact}"
    apart = abs(exact - jubilee.years)
    if jubilee.every:
        return _of_editions(jubilee, exact, apart)
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


def _of_editions(jubilee: Jubilee, exact: int, apart: int) -> Verdict:
    """The editions of what comes back every so many years; one may lie in a season or be left out."""
    first, last, at = jubilee.origin.year, jubilee.now.year, jubilee.stated
    others = [one.extent for one in (jubilee.origin, jubilee.now) if one.extent is not None]
    formula = f"{last} − {first} + 1 = {exact}"
    if jubilee.every > 1:
        formula = f"({last} − {first}) ÷ {jubilee.every} + 1 = {exact}"
    if apart <= 1:
        return holds(at, others, formula)
    often = ("une fois par an", "once a year")
    if jubilee.every > 1:
        often = (f"tous les {jubilee.every} ans", f"every {jubilee.every} years")
    return contradicts(
        at,
        [because(extent, fr="année de référence", en="year counted from") for extent in others],
        formula,
        fr=f"de {first} à {last}, {often[0]}, il y en a {exact}, pas {jubilee.years}",
        en=f"from {first} to {last}, {often[1]}, there are {exact}, not {jubilee.years}",
        suggestions=[f"{exact}e"],
    )
