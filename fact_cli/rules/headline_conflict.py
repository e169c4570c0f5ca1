from fact_cli.model.finding import Severity, Verdict
from fact_cli.model.same import Retold, Same, TitleTime, TitleWords
from fact_cli.model.text import Extent
from fact_cli.rule import because, contradicts, holds, rule, show


@rule(
    on=Retold,
    severity=Severity.WARNING,
    title={"fr": "Titre que le corps dément", "en": "Headline that the body belies"},
    wrong=[
        "Jura : {{douze}} blessés, dont deux graves. Un autocar s'est couché dimanche. Quatorze élèves ont été blessés, deux grièvement.",
        "Festival : {{58 000}} billets vendus. Le rideau est tombé dimanche. Les organisateurs comptent 54 000 billets vendus.",
        "Dijon débloque {{12 milliards d'euros}} pour ses piscines. Le conseil a voté jeudi soir une enveloppe de 12 millions d'euros pour ses piscines.",
        "Bac : {{92 %}} de reçus à Poitiers. Le rectorat a donné les résultats vendredi. Le taux de réussite s'élève à 90,2 %.",
        "Accident de car : {{dix-sept}} blessés. Le car a basculé dans un ravin dimanche. Le bilan est de dix-neuf blessés.",
        (
            "Le chômage recule de {{1,1 point}} dans la Creuse\n\nLa nouvelle réjouit. Le centre a reçu 140 candidats.\n\nLe taux de chômage s'élève à 9,6 %. Il atteignait 10,3 % il y a un an.",
            "2024-05-03",
        ),
        (
            "Les cambriolages bondissent de {{25 %}} en un an\n\nLes chiffres sont là, dont un quart de vols.\n\nOn a dénombré 920 cambriolages depuis janvier. Ils étaient 800 un an plus tôt.",
            "2024-05-03",
        ),
        (
            "{{Moins}} d'accidents sur les routes de la Creuse\n\nLa préfecture note une baisse des accidents.\n\nElle s'en félicite.\n\nEn 2023, 214 accidents ont été recensés, contre 198 en 2022.",
            "2024-05-03",
        ),
        (
            "L'inflation {{remonte}} à 2,1 %\n\nLes prix grimpent de nouveau.\n\nL'institut l'a dit mardi.\n\nL'inflation s'établit à 2,1 %, contre 2,4 % en mars.",
            "2024-05-03",
        ),
        (
            "Le ticket de tram augmente de {{12 %}} à Mulhouse\n\nLe prix du ticket augmente de 12 % en mai.\n\nLa ville s'explique.\n\nLe ticket passe de 2,50 à 2,65 euros.",
            "2024-05-03",
        ),
    ],
    right=[
        "Au départ, 212 coureurs. À l'arrivée, 122 coureurs.",
        (
            "L'association a logé 1 876 familles\n\nSes bénévoles ont distribué 1 867 couvertures et des jouets.",
            "2026-06-10",
        ),
        (
            "Deux Belges sur trois ont renoncé à des soins\n\n41 % des Belges ont renoncé à des soins dentaires, 32 % à des lunettes et 18 % à un bilan.",
            "2026-06-10",
        ),
        (
            "Les vols en baisse à Niort\n\nLes vols diminuent.\n\nLe commissaire s'en félicite.\n\nLes policiers ont recensé 412 vols avec violence, contre 398 l'an dernier.",
            "2024-05-03",
        ),
        (
            "Moins d'accidents sur les routes de la Creuse\n\nLa préfecture note une baisse des accidents.\n\nElle s'en félicite.\n\nEn décembre, 21 accidents ont été recensés, contre 18 en 2022.",
            "2024-05-03",
        ),
        (
            "Plus d'élèves à Sainte-Croix\n\nIl y a davantage d'élèves cette année.\n\nLe maire est ravi.\n\nL'école Pasteur accueille 112 élèves, contre 136 l'an dernier.",
            "2024-05-03",
        ),
        (
            "Le chômage recule à 6,8 %\n\nLe chômage est en recul.\n\nIl s'établit à 6,8 % en mars, contre 6,5 % pour la moyenne nationale.",
            "2024-05-03",
        ),
        (
            "Le ticket de tram augmente de 12 %\n\nLe prix du ticket augmente de 12 %.\n\nLa ville s'explique.\n\nLe ticket acheté à bord passe de 2,50 à 2,65 euros.",
            "2024-05-03",
        ),
        (
            "Les cambriolages bondissent de 25 % en Corrèze\n\nLes chiffres sont là.\n\nÀ Tulle, 92 cambriolages ont été recensés, contre 80 un an plus tôt.",
            "2024-05-03",
        ),
        (
            "Attaques dans l'Aude : 3 morts\n\nUn assaillant a volé une voiture, tuant un passager, avant de se rendre dans un supermarché, où il a tué deux personnes.",
            "2018-03-23",
        ),
        "Accident : quatre morts. Un père, sa femme et leurs deux enfants ont péri lundi. L'an dernier, trois personnes étaient mortes au même endroit.",
        "Car : douze blessés. Le car a versé lundi. Onze élèves ont été blessés ainsi que le chauffeur.",
        "Car : douze blessés, dont deux graves. Douze personnes ont été blessées lundi, deux grièvement. Le car transportait 17 élèves.",
        "Football : six buts et un point partout à Brest. Brest et Lens se sont séparés sur un nul, trois buts à trois.",
        "Le Barça a gagné 2-0 samedi à Gérone. Le lendemain, son rival subissait une défaite, s'inclinant (0-1) devant Séville.",
        "Un train déraille : 21 blessés. Le conducteur est en urgence absolue. Vingt autres blessés sont soignés sur place.",
        "Transfert : Moreno signe pour 18 millions. Le club versera 15 millions d'euros, plus 3 millions de bonus.",
        "Festival : 58 000 billets vendus. Le rideau est tombé dimanche. Les concerts ont attiré 57 950 spectateurs payants, a annoncé la directrice.",
        "Deux feux : 14 000 hectares brûlés. Le premier a détruit 9 800 hectares, le second 4 200 hectares.",
        "Bac : 90 % de reçus à Poitiers. Le rectorat a donné les résultats vendredi. Le taux de réussite s'élève à 90,2 %.",
        "Incendie : cinq morts. Le corps d'une cinquième victime a été découvert lundi soir. Dimanche, on comptait trois morts.",
        "Le groupe supprime un tiers des emplois. La direction veut fermer 104 postes sur 310.",
        "Chute des ventes : 8 % en un an. Les ventes sont passées de 50 à 46 millions d'euros.",
    ],
)
def check(retold: Retold) -> Verdict | None:
    """Un titre chiffré doit se retrouver dans l'article : 8 blessés en titre, 14 dans le texte ?

    La règle cherche dans le corps le chiffre du titre : le même, arrondi, additionné ou
    recalculé. S'il n'y est pas et que le corps dit de la même chose une seule autre valeur,
    les deux sont montrées avec les raisons de les croire une seule donnée.
    """
    match retold:
        case Same(title=True):
            return _same(retold)
        case TitleTime(first=first, again=again):
            return _belied(first.extent, again.extent)
        case TitleWords(first=first, again=again):
            return _belied(first, again)
        case _:
            return None


def _belied(title: Extent, body: Extent) -> Verdict:
    return contradicts(
        title,
        [because(body, fr="dans le corps", en="in the body")],
        "titre ≠ corps",
        fr="le corps de l’article dit autre chose",
        en="the body of the article tells something else",
    )


def _same(same: Same) -> Verdict:
    title, body = same.words or (show.figure(same.first), show.figure(same.again))
    if same.agree:
        return holds(same.first.extent, [same.again.extent], f"{title} ≈ {body}")
    return contradicts(
        same.first.extent,
        [because(same.again.extent, fr="dans le corps", en="in the body")],
        f"{title} ≠ {body}",
        fr=f"{title} en titre, {body} dans le corps ({same.why.fr})",
        en=f"{title} in the headline, {body} in the body ({same.why.en})",
        suggestions=[body],
    )
