from fact_cli.model.age_through import AgeThrough
from fact_cli.model.bounds import Bounds
from fact_cli.model.finding import Evidence, Severity, Verdict
from fact_cli.model.lapse import Age, Aged, TwoAges
from fact_cli.rule import because, contradicts, holds, rule, show, undecided


@rule(
    on=Age,
    severity=Severity.ERROR,
    title={"fr": "Âge que les dates démentent", "en": "Age that the dates belie"},
    wrong=[
        ("Ma petite-fille, née le 12 juin dernier, a {{trois ans}}.", "2025-10-02"),
        "Paul Vidal est né en 1951 à Sète. En 1988, à {{27 ans}}, il ouvre une école de voile.",
        "Née en 1951, Lise Vidal vit à Sète. Elle avait donc {{27 ans}} lors du procès de 1988.",
        ("C'est en 1951 que Paul Vidal voit le jour. Il a {{83 ans}}.", "2024-11-20"),
        (
            "L'actrice, l'héroïne des « Tilleuls », est morte samedi à {{94 ans}}. Née en 1932 à Lyon, elle avait débuté tard.",
            "2019-10-14",
        ),
        (
            "La doyenne a soufflé ses {{108}} bougies, entourée de ses six petits-enfants. Née le 9 avril 1916, elle va bien.",
            "2025-04-10",
        ),
        (
            "Elle avait 15 ans quand elle a été sacrée, en 2010. Aujourd'hui âgée de {{39 ans}}, la nageuse arrête.",
            "2024-05-16",
        ),
        ("Élu maire à 32 ans en 1989, il a {{77 ans}} aujourd'hui.", "2024-05-16"),
        (
            "Né le 14 mai 2007, arrivé l'hiver dernier, il est devenu mercredi, à {{17 ans}}, leur plus jeune buteur.",
            "2025-11-27",
        ),
        (
            "À 41 ans, le gardien Théo Marquès achève une carrière commencée à {{dix-neuf ans}}, il y a treize ans.",
            "2025-12-18",
        ),
        (
            "Le sexagénaire, qui n'avait que {{36 ans}} lorsqu'il racheta la verrerie en 2009, part.",
            "2026-09-15",
        ),
        (
            "À 56 ans, Claire Dumesnil regarde nager. Elle en avait {{46}} quand elle a disputé, à Munich, les séries du 100 mètres dos, en 1972.",
            "2014-07-15",
        ),
        ("La députée, 47 ans, avait été élue en 2012, à {{31 ans}}.", "2024-05-16"),
        (
            "Champion du monde à 24 ans en 2002, le boxeur remontera samedi sur le ring, à {{56 ans}}.",
            "2024-05-16",
        ),
        (
            "Lucien Vidal vient de mourir à 88 ans. En 1956, à {{25 ans}}, il avait sauté du pont.",
            "2024-05-16",
        ),
        (
            "Née le 3 mars 1931, la romancière a publié vingt livres.\n\nElle avait été traduite.\n\nElle est morte jeudi 20 février, à l'âge de {{89 ans}}.",
            "2020-02-22",
        ),
        ("Née en 1975, elle enregistre à {{17 ans}}, en 1998, son premier disque.", "2018-12-06"),
        ("Né le 2 juin 1950, il fêtera ses {{65 ans}} le 2 juin prochain.", "2014-03-26"),
        "Elle est morte le 5 mars 2024 à {{90 ans}}, entourée de ses deux filles. Elle était venue au monde le 21 avril 1931.",
        "Entrée à {{16 ans}} à la manufacture en 1952, Yvonne Dalle est née le 6 juillet 1931.",
        (
            "Recruté à {{17 ans}} par le club en 1990, l'entraîneur, né le 3 juin 1970, aura 55 ans mardi.",
            "2025-06-01",
        ),
        (
            "Le peintre Luc Vidal est mort mardi à {{67 ans}}. Sète perd son maître.\n\nNé en 1951, d'une mère couturière, il peignait la mer.",
            "2024-11-21",
        ),
        (
            "Lise Roux, {{44 ans}}, prend la tête du port. Lise Roux est née à Sète en 1974.",
            "2024-11-21",
        ),
        (
            "Né le 3 mai 1990, le gardien avait débuté à 19 ans. Il raccrochera à {{31 ans}}, le 8 juin prochain.",
            "2024-11-21",
        ),
        ("Né en 1962, le chanteur, {{48 ans}}, repart en tournée.", "2024-05-02"),
        ("Le chef, né en 1962, {{48 ans}}, dirige l'orchestre.", "2024-05-02"),
        "L'écrivain, né en 1940, est mort en 2019 à {{71 ans}}.",
        "Née le 16 février 1997, la chanteuse a été tuée le 8 février 2018, à {{21 ans}}.",
        "Né le 29 novembre 1926, il a accédé au pouvoir en 2014, à {{89 ans}}.",
        "Né en 1950 à Lyon, le comédien est mort en 2020 à l'âge de {{60 ans}}.",
        "Une trentenaire de {{46 ans}} a été blessée dans l'incendie.",
        "Originaire de Namur, où elle voit le jour en 1961, la créatrice a ouvert sa boutique en 1988, à l'âge de {{24 ans}}.",
        (
            "Le cinéaste suisse (1930-2020) laisse une œuvre considérable. Mort mardi à Rolle, il avait {{93 ans}}.",
            "2020-12-15",
        ),
        (
            "Élue sénatrice en 1998 à tout juste {{34 ans}}, Monique Perrin, née en 1959, se retire.",
            "2022-03-01",
        ),
        (
            "Le prévenu, né en mai 1990, est jugé pour un braquage commis en septembre 2010. « J'avais {{17 ans}}, j'étais un gamin », a-t-il soufflé.",
            "2021-11-09",
        ),
        (
            "Albert Lambert, {{92 ans}}, a été retrouvé jeudi par un garde. Hospitalisé à Dinant, le vieil homme, né en 1943, est sorti.",
            "2025-05-16",
        ),
        "En 1952, à peine âgé de 19 ans, il s'embarque pour Dakar. Il est mort à Marseille en 2004, à {{82 ans}}.",
        "Député à 31 ans en 1978, ministre à {{48 ans}} en 1988, il a tout connu.",
        ("À 44 ans, la skieuse raccroche. Elle avait débuté en 1996, à {{12 ans}}.", "2022-05-05"),
        "Le sexagénaire, âgé de {{71 ans}}, était porté disparu.",
    ],
    right=[
        "Lise Vidal, née en 1927, avait 47 ans lorsqu'elle monta à la tribune ; elle est morte le 30 juin 2017.",
        (
            "La benjamine, 74 ans, raconte l'atelier. Le père peignait. Il a posé ses pinceaux en 1975, à 61 ans.",
            "2024-05-16",
        ),
        "Le sculpteur Jean Vasseur (1931-1984) admirait Rimbaud. Le poète, disait-il, avait tout vu. Il mourut à 37 ans.",
        "Née en 1924 à Mons, elle a sept enfants. Les étés passent. L'hiver vient. Mariée en 1946 à Joseph, un facteur mort en 1998 à 77 ans, elle chante.",
        (
            "Le peintre Luc Vidal est mort mardi à 72 ans. Sète perd son maître.\n\nNé en 1951, d'une mère couturière, il peignait la mer.",
            "2024-11-21",
        ),
        (
            "Luc Vidal, 67 ans, est accusé d'avoir volé un retraité. Né en 1951, il vivait seul.",
            "2024-11-21",
        ),
        (
            "Lise Roux, 44 ans, a battu Anne Petit. Née en 1974 à Sète, cette dernière s'incline.",
            "2024-11-21",
        ),
        "Paul Vidal est né en 1951. Lise Roux le rejoint. En 1988, à 27 ans, elle ouvre l'école.",
        ("Paul Vidal est né en 1951 à Sète. À 20 ans, il part pour Nantes.", "2024-11-20"),
        ("Née en 1985, elle grandit à Sète. À 30 ans, elle entre au conseil.", "2024-11-20"),
        (
            "Son père avait 32 ans en 1989. Aujourd'hui âgé de 34 ans, le fils a repris l'atelier.",
            "2024-05-16",
        ),
        ("Élu à 32 ans en 1989, son rival, lui, a 50 ans aujourd'hui.", "2024-05-16"),
        ("Né le 14 mai 2007, il avait signé à 17 ans, l'hiver dernier, un contrat.", "2025-11-27"),
        (
            "Un homme né en Tunisie et arrivé en France en 2015 a été arrêté. Ce trentenaire nie.",
            "2020-01-25",
        ),
        (
            "Arrivé en Bretagne début 2015, cet homme né à Oran et arrivé avec son frère est au cœur du dossier. Ce trentenaire nie.",
            "2020-01-25",
        ),
        (
            "La victime, 34 ans, est sauve. Le suspect avait 22 ans lors de sa condamnation, en 2009.",
            "2024-05-16",
        ),
        (
            "Le septuagénaire a été renversé par un conducteur de 25 ans, condamné en 2019, à 20 ans.",
            "2024-05-16",
        ),
        ("Le maire, 70 ans, a inauguré le buste de Jaurès, élu en 1885, à 26 ans.", "2024-05-16"),
        ("Le comédien, 77 ans, joue un homme qui avait 20 ans en 1944.", "2024-05-16"),
        (
            "À 56 ans, Claire Dumesnil nage. Elle en avait 14 quand elle a disputé les séries, en 1982.",
            "2024-05-16",
        ),
        "Morte en 2011 dans sa 88e année, l'actrice, née en 1923, avait débuté à 17 ans à Metz.",
        (
            "L'acteur Jean Petit est mort mardi à 88 ans.\n\nNé en 1951, son ami Luc Morel lui rend hommage.",
            "2020-02-22",
        ),
        (
            "Née le 3 mars 1931, la romancière a publié vingt livres.\n\nElle avait été traduite.\n\nElle est morte jeudi 20 février, à l'âge de 88 ans.",
            "2020-02-22",
        ),
        ("Née en 1975, elle enregistre à 23 ans, en 1998, son premier disque.", "2018-12-06"),
        ("Née en 1983, elle a fêté ses 40 ans samedi.", "2024-01-04"),
        ("Le chanteur, né en 1954, fêtera ses 70 ans à l'Olympia en novembre.", "2024-03-04"),
        ("Né le 2 juin 1950, il fêtera ses 64 ans le 2 juin prochain.", "2014-03-26"),
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
        (
            "Né le 14 mai 2007, il est le plus jeune buteur du club. L'ancien record appartenait à un joueur de 19 ans.",
            "2025-11-28",
        ),
        "Une trentenaire de 36 ans a été blessée dans l'incendie.",
        "Originaire de Namur, où elle voit le jour en 1961, la créatrice a ouvert sa boutique en 1988, à l'âge de 27 ans.",
        (
            "Le cinéaste suisse (1930-2020) laisse une œuvre considérable. Sa veuve, 83 ans, en prend soin.",
            "2020-12-15",
        ),
        ("Condamné en 1998 à 20 ans, Marc Perrin, né en 1959, a été libéré en 2012.", "2022-03-01"),
        (
            "Le prévenu, né en mai 1990, est jugé pour un braquage commis en septembre 2010. « J'avais 40 ans, j'ai eu très peur », a témoigné la caissière.",
            "2021-11-09",
        ),
        (
            "Albert Lambert, 92 ans, a été retrouvé jeudi par un garde. Son compagnon de marche, né en 1943, a donné l'alerte.",
            "2025-05-16",
        ),
        "En 1952, à peine âgé de 19 ans, il s'embarque pour Dakar. Son frère est mort à Marseille en 2004, à 82 ans.",
        "En 1952, Paul Ney, 19 ans, s'embarque pour Dakar. Luc Ney est mort à Marseille en 2004, à 82 ans.",
        "Député à 31 ans en 1978, ministre à 41 ans en 1988, il a tout connu.",
        ("À 44 ans, la skieuse raccroche. Sa sœur avait débuté en 1996, à 12 ans.", "2022-05-05"),
        ("Né en 1950, il dirige le club, qui fêtera ses 30 ans le 9 juin prochain.", "2014-03-26"),
        (
            "Jean Morel, 71 ans, a battu le record de Luc Petit, établi en 1989 à 29 ans.",
            "2022-05-05",
        ),
        ("Né en 1962, le chanteur, 62 ans, repart en tournée.", "2024-05-02"),
        "L'écrivain, né en 1940, est mort en 2019 à 79 ans.",
        "Née le 16 février 1997, la chanteuse a été tuée le 8 février 2018, à 20 ans.",
        ("Né en 1962, le chanteur a commencé le piano à 6 ans.", "2024-05-02"),
        ("Né en 1962, il a publié son premier roman en 1985, à 23 ans.", "2024-05-02"),
        "Publié le 25 mai 2026. La doyenne a soufflé samedi ses cent sept bougies ; sa fille, née en 1941, en aura bientôt quatre-vingt-cinq.",
    ],
)
def check(age: Age) -> Verdict | None:
    """Un âge se recompte : né en 1940 et mort en 2019, on a 78 ou 79 ans, pas 71.

    La règle s'applique quand le texte donne une naissance et un âge, et une date à laquelle
    cet âge vaut : celle de l'événement, du décès ou de la publication. De la seule année de
    naissance, deux âges sont possibles. Elle se tait pour l'âge d'un autre ou d'un temps
    que le texte ne date pas. Elle compare aussi le mot et le chiffre : un trentenaire n'a pas
    46 ans, et qui avait 31 ans en 1978 n'en a pas 48 en 1988.
    """
    match age:
        case Aged():
            return _aged(age)
        case TwoAges():
            return _two_ages(age)
        case AgeThrough():
            return _through(age)
        case _:
            return None


def _through(age: AgeThrough) -> Verdict:
    """The bounds hold a year more or less, for nobody's birthday is told."""
    at, years = age.stated, show.number(age.years)
    low, high = (show.number(one or age.years) for one in (age.possible.low, age.possible.high))
    formula = f"{low} ≤ {years} ≤ {high}"
    if age.possible.meets(Bounds.exactly(age.years)):
        return holds(at, [age.base, age.gap], formula)
    return contradicts(
        at,
        [
            because(age.base, fr="autre âge dit", en="other age told"),
            because(age.gap, fr="la durée entre les deux", en="the time between them"),
        ],
        f"{low} à {high}, dit {years}",
        fr=f"l’autre âge et la durée donnent de {low} à {high} ans, pas {years}",
        en=f"the other age and the length give {low} to {high}, not {years}",
    )


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
    far = possible.high - possible.low > 1
    ages = f"{low} ans" if low == high else f"{low} {'à' if far else 'ou'} {high} ans"
    english = low if low == high else f"{low} {'to' if far else 'or'} {high}"
    formula = f"{show.span(aged.born.interval)} → {show.span(aged.seen.interval)} : {ages}"
    if possible.meets(aged.years):
        return holds(at, others, formula)
    evidence: list[Evidence] = []
    if aged.born.extent is not None:
        role = ("autre âge dit", "other age told") if aged.by_age else ("naissance", "birth")
        evidence.append(because(aged.born.extent, fr=role[0], en=role[1]))
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
