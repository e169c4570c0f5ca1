from fact_cli.model.dates import Grain
from fact_cli.model.finding import Severity, Verdict
from fact_cli.model.lapse import TensedDay
from fact_cli.rule import contradicts, rule, show


@rule(
    on=TensedDay,
    severity=Severity.WARNING,
    title={"fr": "Temps du verbe contraire à la date", "en": "Tense against the date"},
    wrong=[
        ("L'échangeur a été achevé le {{30 juin prochain}}.", "2025-06-12"),
        ("Les juges se prononceront le {{4 juin dernier}} sur son sort.", "2025-06-12"),
        ("{{Il y a trois semaines}}, sa liste le présentera comme candidat.", "2025-06-12"),
        (
            "Avec 57 000 voyageurs accueillis en {{2016}}, la gare bat son record, contre 52 000 en 2015.",
            "2016-01-04",
        ),
        ("Le {{premier semestre 2014}}, désormais derrière nous, a été bon.", "2014-05-28"),
        ("Les arrivées ont crû de 18,8 % {{jusqu'à fin août}}.", "2019-08-15"),
        (
            "La période a été marquée par une croissance des arrivées de 18,8 % {{jusqu'à fin août}}.",
            "2019-08-15",
        ),
        ("La dernière coulée a eu lieu le {{30 novembre 2018}}.", "2018-11-08"),
        ("L'exposition est visible {{jusqu'au dimanche 6 avril}}.", "2025-04-10"),
        ("Les candidats ont {{jusqu'au 31 mars 2025}} pour déposer leur dossier.", "2025-04-10"),
        ("Le départ sera donné le {{dimanche 12 mars}} à 9 h 30.", "2017-03-22"),
        ("Le groupe a supprimé 120 postes en {{novembre 2024}} à Loudéac.", "2024-04-16"),
        ("{{De janvier à octobre}}, les exportations ont bondi de 8,8 %.", "2023-10-19"),
        (
            "Le fret reprend des couleurs, avec 6,4 % de croissance {{jusqu'à fin mai}}.",
            "2023-05-12",
        ),
        (
            "Les rencontres se tiennent du 3 au 8 juin à Tunis. Le {{4}}, trois troupes joueront.",
            "2019-06-07",
        ),
        ("Le coup d'envoi du tournoi est prévu pour le {{3 mars 2020}}.", "2020-11-10"),
        ("Le Parlement a promulgué la loi le {{8 mai 2033}}.", "2024-06-01"),
        ("Le musée ouvrira ses portes le {{2 avril 2023}}.", "2024-05-02"),
        ("L'entraîneur est décédé le {{13 février 2022}}.", "2022-02-03"),
        ("Le nouveau pont sera inauguré le {{25 octobre 2024}}.", "2024-11-08"),
    ],
    right=[
        (
            "La mairie a relevé de 40 euros la prime jusqu'au 31 mars 2027. Le musée a accueilli lundi 12 peintres en résidence jusqu'au 30 juin 2026.",
            "2026-05-10",
        ),
        (
            "Au 31 janvier, 210 dossiers. L'agence a baissé de 20 % le prix de ses séjours jusqu'au 30 avril 2025.",
            "2025-02-18",
        ),
        ("Le tribunal examinera l'accord signé le 4 juin dernier.", "2025-06-12"),
        ("Le syndicat a lancé une grève le 30 juin prochain.", "2025-06-12"),
        ("Hier, coup de théâtre : le match sera rejoué.", "2025-06-12"),
        ("Il y a vingt ans, le club remportera son premier titre.", "2025-06-12"),
        (
            "Avec 57 000 voyageurs accueillis en 2015, la gare bat son record, contre 52 000 en 2014.",
            "2016-01-04",
        ),
        ("Le premier semestre 2014, désormais derrière nous, a été bon.", "2014-06-28"),
        (
            "Les rencontres se tiennent du 3 au 8 juin à Tunis. Le 8, trois troupes joueront.",
            "2019-06-07",
        ),
        (
            "Les rencontres se tiennent du 3 au 8 juin à Tunis. Le 4 septembre, elles iront à Sfax.",
            "2019-06-07",
        ),
        ("Le coup d'envoi du tournoi était prévu pour le 3 mars 2020.", "2020-11-10"),
        (
            "La fréquentation des salles aura ainsi progressé de 15 % entre 2005 et 2007.",
            "2008-06-20",
        ),
        ("La hausse de 10 % du tarif a été gelée jusqu'à fin août.", "2019-08-15"),
        ("Le gouvernement a prolongé la baisse de 18 % jusqu'à fin août.", "2019-08-15"),
        (
            "Le taux de couverture a gagné 0,9 point, atteignant 72,1 %, jusqu'à juin 2013.",
            "2013-07-12",
        ),
        ("L'exposition est visible jusqu'au dimanche 13 avril.", "2025-04-10"),
        ("Les candidats avaient jusqu'au 31 mars 2025 pour déposer leur dossier.", "2025-04-10"),
        ("Le dimanche 12 mars, il marquera le but de sa vie.", "2017-03-22"),
        ("Le départ sera donné le dimanche 12 mars à 9 h 30.", "2017-03-06"),
        ("Les Jeux ayant lieu en février 2018, les favoris sont absents.", "2018-01-27"),
        ("Elle a signé un bail qui prendra fin en novembre 2024.", "2024-04-16"),
        ("Le groupe a supprimé 120 postes en novembre 2023 à Loudéac.", "2024-04-16"),
        ("De janvier à septembre, les exportations ont bondi de 8,8 %.", "2023-10-19"),
        ("De janvier à octobre, les exportations ont bondi de 8,8 %.", "2023-10-28"),
        ("De janvier à octobre, le musée a accueilli trois expositions.", "2023-10-19"),
        ("Les soldes promettent 30 % de baisse, au mieux, et jusqu'à fin mai.", "2023-05-12"),
        ("Le Parlement a promulgué la loi le 8 mai 2023.", "2024-06-01"),
        ("Le musée ouvrira ses portes le 2 avril 2025.", "2024-05-02"),
        ("La cour a fixé le procès au 8 mai 2025.", "2024-06-01"),
        ("Le joueur a prolongé jusqu'au 30 juin 2027.", "2024-06-01"),
        ("Né en 1769, il mourra le 5 mai 1821 à Sainte-Hélène.", "2024-06-01"),
        ("L'audience était prévue le 8 mai 2025.", "2024-06-01"),
        "Le Parlement a promulgué la loi le 8 mai 2033.",
    ],
)
def check(told: TensedDay) -> Verdict | None:
    """Un passé daté de demain, un futur daté d'hier : la date ou l'année est fausse.

    La règle s'applique à un jour écrit avec son année, dans une phrase qui n'a qu'un temps.
    Elle se tait pour ce qui était prévu, annoncé, fixé, pour un terme (« jusqu'au ») et pour
    le futur des récits.
    """
    interval, today = told.time.interval, show.day(told.published)
    year = told.time.grain is Grain.YEAR
    day = show.span(interval) if year else show.day(told.day)
    said = "passé" if told.past else "à venir"
    english = "past" if told.past else "yet to come"
    sign = ">" if told.past else "<"
    return contradicts(
        told.time.extent,
        [],
        f"{day} {sign} {today}",
        fr=f"{'' if year else 'le '}{day} est dit {said}, mais l’article est du {today}",
        en=f"{told.day} is told as {english}, but the article is of {told.published}",
    )
