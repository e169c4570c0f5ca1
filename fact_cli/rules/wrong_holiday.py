from fact_cli.model.finding import Severity, Verdict
from fact_cli.model.lapse import FeastDay
from fact_cli.rule import because, contradicts, holds, rule, show


@rule(
    on=FeastDay,
    severity=Severity.ERROR,
    title={"fr": "Fête qui ne tombe pas ce jour-là", "en": "Feast that does not fall on that day"},
    wrong=[
        ("La nuit de la Saint-Sylvestre, {{du 30 au 31 décembre}}, a été calme.", "2025-01-02"),
        ("La déchetterie sera fermée le {{jeudi 21 mai}}, pour l'Ascension.", "2015-04-28"),
        (
            "Les bureaux seront fermés le {{mercredi 11 novembre}}, jour de la Toussaint.",
            "2020-10-29",
        ),
        ("Le marché se tiendra le lundi de Pâques, le {{13 mai}}.", "2024-03-20"),
        "La chasse aux œufs aura lieu le dimanche de Pâques, {{7 avril 2024}}.",
        ("Les hôtels affichent complet dès le {{mercredi}} de l'Ascension.", "2023-05-15"),
        ("Pour la Toussaint, {{mercredi 2 novembre}}, les bus ne circuleront pas.", "2022-10-28"),
        (
            "Fermé le jeudi de l'Ascension, le {{11 mai}}, et le lundi de Pentecôte, le 29 mai.",
            "2023-01-03",
        ),
        ("Le 14 juillet, tombé un {{mardi}}, a fait le plein.", "2024-07-20"),
    ],
    right=[
        (
            "La nuit de la Saint-Sylvestre, du 31 décembre au 1er janvier, a été calme.",
            "2025-01-02",
        ),
        (
            "Les réservations atteignent 91 % pour la Pentecôte (7, 8 et 9 juin, lundi inclus).",
            "2025-05-26",
        ),
        ("Pâques tombant le 5 avril, l'Ascension sera fêtée le jeudi 14 mai.", "2026-04-03"),
        ("Le marché est avancé au mercredi 20 mai, veille de l'Ascension.", "2020-05-04"),
        ("La déchetterie sera fermée le vendredi 15 mai, pour l'Ascension.", "2015-04-28"),
        ("Le marché se tiendra le lundi de Pâques, le 1er avril.", "2024-03-20"),
        "La chasse aux œufs aura lieu le dimanche de Pâques, 31 mars 2024.",
        ("Les hôtels affichent complet dès le jeudi de l'Ascension.", "2023-05-15"),
        ("Les hôtels affichent complet de l'Ascension à la Pentecôte.", "2023-05-15"),
        ("Pour la Toussaint, mardi 1er novembre, les bus ne circuleront pas.", "2022-10-28"),
        ("Le 14 juillet, tombé un dimanche, a fait le plein.", "2024-07-20"),
        ("Le marché de Noël ouvrira le 29 novembre.", "2024-11-20"),
        ("Six jours fériés : lundi de Pâques, fête du Travail, 8 mai et Pentecôte.", "2023-01-03"),
        (
            "Ouvert le lundi de Pâques, le 8 mai, le jeudi de l'Ascension et le 14 juillet.",
            "2023-01-03",
        ),
    ],
)
def check(named: FeastDay) -> Verdict | None:
    """Le lundi de Pâques n'est jamais en mai : les fêtes mobiles se calculent, les autres sont fixes.

    La règle s'applique quand la fête et sa date, ou une date et le jour où elle tombe, se
    touchent. Les fêtes musulmanes dépendent d'une observation et ont un jour de jeu ; Noël
    et le jour de l'An donnent leur nom à leur veille.
    """
    begin, end = named.day.begin, named.day.end
    if begin is None or end is None:
        return None
    at, said = named.said.extent, named.said_day
    right = show.day(begin, year=True, weekday_too=True)
    days = {(begin.month, begin.day), (end.month, end.day)}
    wrong_day = said.day is not None and (said.month, said.day) not in days
    wrong_weekday = named.weekday is not None and begin == end and begin.weekday() != named.weekday
    if begin != end and said.day is not None and said.month is not None:
        wrong_day = not begin <= begin.replace(month=said.month, day=min(said.day, 28)) <= end
    if not wrong_day and not (wrong_weekday and said.day is None):
        return holds(at, [named.feast.extent], right)
    return contradicts(
        at,
        [because(named.feast.extent, fr="cette fête", en="that feast")],
        right,
        fr=f"c’est le {right}",
        en=f"that is {show.english_weekday(begin.weekday())} {begin.isoformat()}",
        suggestions=[right],
    )
