from fact_cli.model.finding import Severity, Verdict
from fact_cli.model.lapse import OneDay, ToldTwice, TwoDates
from fact_cli.model.periods import OutOfPeriod
from fact_cli.model.times import ClockForm
from fact_cli.rule import because, contradicts, holds, rule, show


@rule(
    on=ToldTwice,
    severity=Severity.WARNING,
    title={"fr": "Un même événement, deux dates", "en": "One event with two dates"},
    wrong=[
        ("La bourse s'ouvre la semaine prochaine, le {{11 mars}}, à Namur.", "2025-02-27"),
        (
            "Le cycliste a été fauché le 4 mars 2019. Le prévenu a reconnu sa vitesse. Ce soir du {{14 mars 2019}}, il roulait à 112 km/h.",
            "2021-11-12",
        ),
        (
            "Il y a un an jour pour jour, le {{12 mai 2018}}, la toiture partait en fumée.",
            "2019-05-21",
        ),
        (
            "La nouvelle grille entrera en vigueur le 1er juillet, {{dans vingt et un jours}}.",
            "2017-06-20",
        ),
        (
            "Le verdict est tombé vendredi 6 novembre. La veille, {{mercredi}}, elle avait requis vingt ans.",
            "2009-11-07",
        ),
        (
            "Battus dimanche dernier, {{17 septembre}}, à Lavaur, ils reçoivent Gaillac.",
            "2016-09-22",
        ),
        ("Un feu de cuisine a mobilisé dix pompiers hier, {{lundi 15 octobre}}.", "2012-10-17"),
        (
            "Le club reçoit Gand ce vendredi à 20 h 45. Le stade sera plein {{demain soir}} pour cette affiche.",
            "2022-10-21",
        ),
        (
            "Les assurés sauront demain matin ce qu'ils paieront. Le ministre dévoile en effet les primes {{ce mardi}} à 14 heures.",
            "2023-09-26",
        ),
        "Parti d'un plus bas de 62 dollars en juin, le baril avait atteint 84 dollars en octobre. Il n'est plus qu'à trois dollars de son creux d'{{octobre}}.",
        "Le lac approche de ses plus hauts de septembre. Après une pointe à 429,80 mètres en {{mai}}, son niveau n'avait cessé de descendre.",
        "Henri Favart le 12 mars 2024, au premier jour de son procès.\n\nOuvert le {{12 avril}}, le procès en appel a donné lieu à neuf audiences.",
        "[Légende] La plage de Genève ouvrira le 22 juillet. [Texte] Les baigneurs attendent encore. Le 8 juin, il a été annoncé qu'ils pourraient nager dans deux semaines, le {{22 juin}}.",
        "Mardi 4 juin, le loyer moyen atteignait 14,82 euros le mètre carré, en hausse de 3,1 %. Le baromètre du {{4 juillet}} donne 14,82 euros le mètre carré, en hausse de 3,1 %.",
        "[Encadré] Barrage de Manantali, au 13 juillet : taux de remplissage, 61,8 %, +4,2 points en une semaine. [Texte] Le {{3 août}}, la retenue affichait 61,8 % de remplissage, en progrès de 4,2 points.",
        "L'artiste s'est éteint le 3 février à Montpellier. Il peignait. Sa mort, survenue le {{2 février}}, a ému la ville.",
        "Fondée en 1923, la biscuiterie emploie 40 personnes. La maison, créée en {{1932}}, exporte.",
        "Les travaux débuteront en mars 2025. La route est longue. Le premier coup de pioche, en {{mai 2025}}, sera donné par le préfet.",
    ],
    right=[
        (
            "Le train s'est arrêté mercredi. Le 8 février 2018, la neige l'avait bloqué. Il roule dès le lendemain, jeudi.",
            "2019-07-19",
        ),
        (
            "Le jury rendra son verdict ce soir à 20 heures. Le club croit à une victoire à Lille demain soir.",
            "2026-05-10",
        ),
        "L'étain se rapproche de ses sommets d'avril. Le zinc avait touché un creux en avril, avant un plus haut en juin.",
        (
            "Les députés se prononcent ce soir à 20 heures. Si leur vote est négatif, le gouvernement tombera demain soir.",
            "2024-11-20",
        ),
        "L'inflation se rapproche de ses sommets de mars. Le chômage, lui, a touché un creux en mars, après un pic en janvier.",
        (
            "Le cycliste a été fauché le 4 mars 2019. Ce matin du 3 mars 2019, il s'était acheté un casque.",
            "2021-11-12",
        ),
        (
            "Le cycliste a été fauché le 4 mars 2019. Le prévenu a reconnu sa vitesse. Ce soir du 4 mars 2019, il roulait à 112 km/h.",
            "2021-11-12",
        ),
        ("La bourse s'ouvre la semaine prochaine, le 8 mars, à Namur.", "2025-03-03"),
        ("Il y a un an jour pour jour, le 21 mai 2018, la toiture partait en fumée.", "2019-05-21"),
        ("La nouvelle grille entrera en vigueur le 1er juillet, dans dix jours.", "2017-06-20"),
        ("La nouvelle grille entrera en vigueur le 1er juillet, dans onze jours.", "2017-06-20"),
        (
            "Il y a cent ans, le samedi 1er août 1914, tout changeait. La veille, vendredi 31 juillet, Jaurès était tué.",
            "2014-08-01",
        ),
        (
            "Le verdict est tombé vendredi 6 novembre. L'avant-veille, mercredi, elle avait requis vingt ans.",
            "2009-11-07",
        ),
        ("Battus dimanche dernier, 18 septembre, à Lavaur, ils reçoivent Gaillac.", "2016-09-22"),
        ("Un feu de cuisine a mobilisé dix pompiers hier, mardi 16 octobre.", "2012-10-17"),
        (
            "Le club reçoit Gand ce vendredi à 20 h 45. Le stade sera plein demain soir pour cette affiche.",
            "2022-10-20",
        ),
        (
            "Le club reçoit Gand ce vendredi à 20 h 45. Le stade sera plein ce soir pour cette affiche.",
            "2022-10-21",
        ),
        (
            "Le club reçoit Gand ce vendredi à 20 h 45. Demain soir, Bruges jouera à Anvers.",
            "2022-10-21",
        ),
        "Parti d'un plus bas de 62 dollars en juin, le baril avait atteint 84 dollars en octobre. Il n'est plus qu'à trois dollars de son creux de juin.",
        "L'inflation, après un pic à 9 % en mars, reflue. Le chômage, lui, dépasse son pic de janvier.",
        "Le titre avait touché un plus bas en juin. Il a inscrit un nouveau creux en août, sous son plancher de mars.",
        "L'artiste s'est éteint le 3 février à Montpellier. Sa mort, survenue le 3 février, a ému la ville.",
        "[Légende] La plage de Genève ouvrira le 22 juin. [Texte] Les baigneurs attendent encore. Le 8 juin, il a été annoncé qu'ils pourraient nager dans deux semaines, le 22 juin.",
        "[Légende] Le maire a inauguré la crèche le 12 mars. [Texte] La crèche est ouverte. Elle avait été votée le 12 novembre.",
        "[Légende] Le maire lors des vœux du 12 janvier. [Texte] Le conseil se réunira le 12 février.",
        "Les chiffres publiés le 12 mars donnent un chômage de 7,3 %, en baisse de 0,2 point. Au 31 décembre, il était de 7,3 %, en baisse de 0,2 point.",
        "Le loyer grimpe à Lyon. Le 4 juin, le loyer moyen atteignait 14,82 euros le mètre carré, en hausse de 3,1 %. Au 4 juillet, il est de 14,82 euros le mètre carré, en hausse de 2,8 %.",
        "La fête, initialement prévue le 22 juin, aura lieu le 22 juillet.",
        "Le premier match aura lieu le 4 mars. Le match de dimanche, le 10 mars, sera décisif.",
        "Il est mort le 3 février. Son épouse est morte le 2 février.",
        "Fondée en 1923, la biscuiterie a fermé. Une autre, créée en 1932, exporte.",
    ],
)
def check(told: ToldTwice) -> Verdict | None:
    """Un événement n'a qu'une date : le 12 mars en légende, le 12 avril dans le texte ?

    La règle rapproche les dates que l'article donne d'un même événement (mort, ouverture,
    accident, procès, fondation…) quand elles ne diffèrent que d'un élément : le mois, un jour
    ou deux, un chiffre de l'année. Elle se tait quand un report, un second événement ou une
    autre personne est en vue. Deux mots qui se suivent disent un même jour : « hier, lundi 15 »,
    « la veille, mercredi », « le 1er juillet, dans dix jours » ; un jour est dans la semaine ou
    l'année que l'on dit à côté : « la semaine prochaine, le 11 mars ».
    """
    match told:
        case OneDay():
            return _one_day(told)
        case TwoDates():
            return _two_dates(told)
        case OutOfPeriod():
            return _out_of_period(told)
        case _:
            return None


def _one_day(told: OneDay) -> Verdict:
    first, again = told.first.extent, told.again.extent
    day, other = (show.day(each, weekday_too=True) for each in (told.day, told.other))
    if abs((told.other - told.day).days) <= told.apart:
        return holds(
            again, [first], f"{day} = {other}" if told.day == told.other else f"{day} ≈ {other}"
        )
    return contradicts(
        again,
        [because(first, fr="le même jour", en="the same day")],
        f"{day} ≠ {other}",
        fr=f"un même jour dit deux fois : {day}, et {other}",
        en=f"one day told twice: {told.day.isoformat()} and {told.other.isoformat()}",
        suggestions=[day, other],
    )


def _two_dates(dates: TwoDates) -> Verdict:
    first, again = dates.first.extent, dates.again.extent
    if isinstance(dates.again.form, ClockForm):
        return contradicts(
            again,
            [because(first, fr="autre heure dite", en="the other time told")],
            f"{dates.event} : deux heures",
            fr=f"l’article donne deux heures à un seul événement ({dates.event})",
            en=f"the article gives one event two times of day ({dates.event})",
        )
    return contradicts(
        again,
        [because(first, fr="autre date dite", en="the other date told")],
        f"{dates.event} : deux dates",
        fr=f"l’article donne deux dates à un seul événement ({dates.event})",
        en=f"the article gives one event two dates ({dates.event})",
    )


def _out_of_period(told: OutOfPeriod) -> Verdict:
    return contradicts(
        told.time.extent,
        [because(told.whole.extent, fr="période annoncée", en="the period announced")],
        "hors de la période",
        fr="cette date est hors de la période que l’article annonce",
        en="this date lies outside of the period that the article announces",
    )
