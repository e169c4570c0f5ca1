from decimal import Decimal

from fact_cli.model.bounds import Bounds
from fact_cli.model.finding import Severity, Verdict
from fact_cli.model.lapse import Hedge, Lasting, Unit, in_unit
from fact_cli.model.times import LengthForm
from fact_cli.rule import because, contradicts, holds, rule, show

_NAMES = {
    Unit.YEARS: ("an", "ans"), Unit.MONTHS: ("mois", "mois"), Unit.WEEKS: ("semaine", "semaines"),
    Unit.DAYS: ("jour", "jours"), Unit.HOURS: ("heure", "heures"),
    Unit.MINUTES: ("minute", "minutes"), Unit.SECONDS: ("seconde", "secondes"),
}  # fmt: skip
# Of what is told in decades and centuries: a tenth, three years at least, a quarter of one at most.
_TENTH, _FEW_YEARS, _QUARTER = Decimal("0.1"), Decimal(3), Decimal("0.25")
_MANY_WEEKS, _ALMOST_ONE_MORE = 8, Decimal("0.8")


@rule(
    on=Lasting,
    severity=Severity.ERROR,
    title={"fr": "Durée que ses dates démentent", "en": "Duration that its dates belie"},
    wrong=[
        "Sur les {{six jours}} de cotation du 11 au 13 octobre, les échanges ont reculé.",
        "Ils se disputaient du 7 au 13 août 2006. Le pays a pris 25 médailles. Ces {{cinq journées}} de débats font date.",
        "Au 30 septembre, le bilan des {{huit premiers mois de 2019}} fait état de 312 accidents.",
        "Le trafic du premier semestre, à fin juin, recule. Ce {{premier trimestre}}, clos à fin juin, offre un paradoxe.",
        "La pièce dure 150 minutes. Pendant ces {{trois heures et demie}}, personne ne sort.",
        "Au cours des {{neuf premiers mois de l'année}}, de janvier à juin, les ventes ont progressé de 3,1 %.",
        "Au {{premier semestre}}, de janvier à septembre, le port a traité 3 millions de tonnes.",
        "Sur les dix premiers mois de 2016, il est venu 8,9 millions de visiteurs. Les nuitées dépassent celles des {{dix mois}} arrêtés à fin septembre 2015.",
        "À fin octobre, soit {{neuf premiers mois}}, les exportations atteignent 3,2 milliards.",
        (
            "Il rentre au pays en 1962. Trente ans plus tard, il accède à la présidence, qu'il occupe {{depuis 35 ans}}.",
            "2017-11-20",
        ),
        ("Fermée en 2012, l'usine est à l'abandon {{depuis dix ans}}.", "2017-10-15"),
        (
            "Élu en mars 2001, il a remis dimanche son écharpe, au terme de {{35 ans}} à la tête de la ville.",
            "2026-03-23",
        ),
        ("Élu maire en 1995, il dirige la commune {{depuis 30 ans}}.", "2017-10-15"),
        (
            "Interpellée lundi à 9 heures, la comptable est ressortie libre mardi à 15 heures. Au terme de ses {{quarante heures}} de garde à vue, rien n'a été retenu.",
            "2022-05-13",
        ),
        "Attendu à 17 h 42, le train n'est entré à quai qu'à 18 h 27. Personne n'a été blessé. Les voyageurs seront dédommagés pour ces {{trente-cinq minutes}} de retard.",
        "Partie à 9 h 10, elle a franchi la ligne à 12 h 25, après {{4 h 15}} d'effort.",
        "Le courant, coupé à 23 h 10, n'a été rétabli qu'à 3 h 40. {{Six heures et demie}} de panne pour 800 foyers.",
        (
            "De 22 heures lundi à 4 heures ce matin, 1 300 foyers ont été privés de courant. {{Neuf heures}} durant, les agents se sont relayés.",
            "2022-01-11",
        ),
        "Le festival se tient du 12 au 19 juillet. Ses vingt concerts sont répartis sur {{onze jours}}.",
        (
            "Prévu le 3 novembre, le concert a été reporté de {{deux semaines}}, au 24 novembre.",
            "2012-10-04",
        ),
        (
            "Annoncée pour l'été 2013, la mise en service est repoussée d'{{un an}}, à l'été 2015.",
            "2012-10-04",
        ),
        "Le match a débuté à 20 h 45 et s'est achevé à 23 h 20, au terme de {{trois heures trente-cinq}} de jeu.",
        (
            "Arrivée en 1985, elle s'installe à Namur. Vingt ans plus tard, elle y ouvre un café, qu'elle tient {{depuis 26 ans}}.",
            "2021-03-10",
        ),
        (
            "Il est à la tête de la commune {{depuis 24 ans}}. Élu au conseil en 1988, il en avait pris la présidence vingt-deux ans après.",
            "2024-05-16",
        ),
        "L'enseigne a ouvert sa centième boutique en mars 2019 et sa deux centième en novembre 2022. Cent ouvertures en {{huit mois}}, du jamais-vu.",
        "La bibliothèque sera ouverte du mardi au samedi de 14 h à 18 h, soit {{25 heures}} par semaine.",
        "La mairie ouvre du lundi au vendredi, de 9 h à 12 h et de 14 h à 18 h, soit {{30 heures}} par semaine.",
        "Le bail, signé en 1998 pour {{50 ans}}, arrivera à échéance en 2038.",
        "Concédée en 2005 pour {{trente ans}}, l'autoroute sera libre quand la concession expirera en 2045.",
        "Il aura fallu {{quatre ans et demi}} pour achever l'échangeur : lancés en août 2014, les travaux ont pris fin en février 2021.",
        "Le syndicaliste a été libéré le 21 juin, {{dix jours}} après son arrestation, le 3 juin.",
        "Le maire a été élu en 2014, {{deux ans}} avant la fermeture de l'usine, en 2019.",
        "Le bail court sur 30 mois ({{trois ans}}).",
        "Il a présidé le club (2008-2015) pendant {{neuf ans}}.",
        "Ouvert du 4 au 18 juin, soit {{six semaines}}, le salon affiche complet.",
        "Il a dirigé le club de 2008 à 2015, soit {{neuf ans}}.",
        "La réunion s'est tenue de 7 h 45 à 9 h 15, soit {{trois heures}}.",
        "La panne a duré 150 minutes, soit {{trois heures et demie}}.",
        "Il a été ministre du 2 mai 2016 au 20 mars 2019, soit {{quatre ans et demi}}.",
        ("Elle préside l'association depuis 2010, soit {{vingt ans}}.", "2024-05-02"),
        "Le salon se tient du 7 au 12 mars 2024, soit {{quatre jours}}.",
        "Les travaux dureront 18 mois, soit {{deux ans}}.",
        "Le bourg est passé de 3 000 habitants en 1990 à 4 200 en 2015, soit 1 200 habitants de plus en {{quinze ans}}.",
        "La part du bois est passée de 9 % en 2005 à 19 % en 2020, soit dix points gagnés en {{dix ans}}.",
        "Les loyers ont grimpé de 12 % entre janvier 2021 et janvier 2024, en {{deux ans}} seulement.",
        "En {{dix ans}}, de 2005 à 2020, la commune a perdu 40 % de ses commerces.",
        "Le trajet dure une heure et quart, et ces {{soixante-cinq minutes}} pèsent aux élèves.",
        "Le quai, interdit d'accès le 3 mars, n'a rouvert que le 28 avril. {{Six semaines}} durant, il a fallu faire un détour.",
        (
            "Nommé à la tête de l'Opéra en 2006, il a passé la main en 2014. Sous ses {{douze ans}} de direction, la salle a doublé son public.",
            "2024-05-03",
        ),
        "La trêve, entrée en vigueur le 4 mars, a été rompue le 22. Elle n'aura tenu que {{six jours}}.",
        "Sa captivité aura duré {{trois ans}} : capturé en mai 1940, il n'a été libéré qu'en avril 1945.",
        (
            "Opéré du genou en août 2023, il a rechaussé les crampons en mars, au bout de {{onze mois}} de convalescence.",
            "2024-05-03",
        ),
        "Il aura fallu {{huit mois}} pour remplacer le préfet : parti le 4 novembre, il n'a eu de successeur que le 12 février.",
        (
            "Le théâtre fermera le 16 septembre pour {{seize semaines}} de travaux. Il rouvrira le 16 décembre.",
            "2024-09-03",
        ),
        (
            "C'est en 2001 que la bonneterie a quitté la vallée. {{Il y a vingt-quatre ans}}, donc, que ses murs restent vides.",
            "2015-03-12",
        ),
        (
            "{{Cela fait dix-huit ans}} que Paul Roy préside le comité. Élu en 2014, il ne se représentera pas.",
            "2024-05-16",
        ),
        (
            "Lucette et Armand ont fêté leurs {{soixante ans}} de mariage. C'est en 1953 qu'ils s'étaient dit oui.",
            "2023-10-16",
        ),
        (
            "L'ancienne marque datait de 2012. Le record vieux de {{vingt-trois ans}} est tombé samedi.",
            "2025-06-16",
        ),
    ],
    right=[
        "Le tunnel, fermé le 3 mars, a rouvert le 17 mars. Cinq semaines de fermeture étaient pourtant prévues.",
        "Durant trois ans, la juge a entendu des témoins. Le premier virement date de mars 2009, le dernier de mars 2016.",
        "Les neuf premiers mois, clos fin septembre, ont vu douze morts sur les routes.",
        "Sur les six premiers mois de l'exercice, clos le 30 septembre, le groupe a vendu 3 millions de pots.",
        "Le procès se tient du lundi 3 au vendredi 14 juin 2024. Ces dix jours d'audience seront filmés.",
        "Du 1er juillet au 31 août, trois jours d'animations sont proposés chaque semaine.",
        "Décalé de deux mois, du 29 août au 20 septembre, le Tour a réuni moins de monde.",
        "Au premier trimestre de son exercice décalé, clos à fin juin, le groupe a perdu 3 millions.",
        (
            "Entré à la mairie en 1991 et élu maire en mars 2001, Paul Rey a quitté son bureau dimanche après vingt-cinq ans à la tête du bourg. Il avait été réélu en 2008 et en 2014.",
            "2026-03-24",
        ),
        (
            "Élu maire en 2001, il dirige une ville ancrée à gauche depuis plus de 60 ans.",
            "2019-12-14",
        ),
        "Il a joué la finale de 1962, arrêté à 35 ans en 1976, avant de tenir pendant trente ans un café.",
        "Le col a fermé 92 jours, contre 64 l'hiver d'avant. Jamais il n'avait moins fermé que durant ces 64 jours.",
        (
            "Écroué le 4 mars 2020, le négociant a été libéré le 12 novembre, après trois ans et huit mois de détention.",
            "2023-11-20",
        ),
        "La ligne a fonctionné de 1931 à 2001. Pendant un demi-siècle, elle a transporté du charbon.",
        "L'artiste (1931-2001) a occupé cet atelier durant un demi-siècle.",
        "La pièce dure 150 minutes. Pendant ces deux heures et demie, personne ne sort.",
        "La pièce dure 150 minutes. Ces trois heures d'attente au guichet en valaient la peine.",
        "Au troisième trimestre, d'avril à juin, le groupe a perdu 3 millions.",
        "Au premier trimestre, entre janvier et février, les ventes ont bondi.",
        ("Élu en 1995, battu puis revenu, il est maire depuis neuf ans.", "2017-10-15"),
        ("Élu conseiller en 1995, il est maire depuis neuf ans.", "2017-10-15"),
        ("Élu maire en 1995, il dirige la commune depuis 22 ans.", "2017-10-15"),
        (
            "Interpellée lundi à 9 heures, la comptable est ressortie libre mardi à 15 heures. Au terme de ses trente heures de garde à vue, rien n'a été retenu.",
            "2022-05-13",
        ),
        "Partie à 9 h 10, elle a franchi la ligne à 12 h 25, après 3 h 15 d'effort.",
        "Parti à 9 h 30, il a franchi la ligne à 11 h 42, après quatre heures d'attente la veille.",
        "Le festival se tient du 12 au 19 juillet. Ses vingt concerts sont répartis sur cinq jours.",
        (
            "Le procès devait s'ouvrir le 3 novembre. Il a été avancé de deux semaines, au 20 octobre.",
            "2012-10-04",
        ),
        (
            "Prévu le 3 novembre, le concert a été reporté de trois semaines, au 24 novembre.",
            "2012-10-04",
        ),
        (
            "Annoncée pour l'été 2013, la mise en service est repoussée d'un an, à l'été 2014.",
            "2012-10-04",
        ),
        "Le match a débuté à 20 h 45 et s'est achevé à 23 h 20, au terme de deux heures trente-cinq de jeu.",
        (
            "Arrivée en 1985, elle s'installe à Namur. Vingt ans plus tard, elle y ouvre un café, qu'elle tient depuis 16 ans.",
            "2021-03-10",
        ),
        (
            "Arrivé en 1985, il s'installe à Namur. Vingt ans plus tard, il rencontre Luc, qui tient un café depuis 26 ans.",
            "2021-03-10",
        ),
        (
            "Il est à la tête de la commune depuis 24 ans. Élu au conseil en 1988, il en avait pris la présidence douze ans après.",
            "2024-05-16",
        ),
        "L'enseigne a ouvert sa centième boutique en mars 2019 et sa deux centième en novembre 2022. Dix ouvertures en huit mois, du jamais-vu.",
        "La bibliothèque sera ouverte du mardi au samedi de 14 h à 18 h, soit 20 heures par semaine.",
        "Elle est ouverte du mardi au samedi de 14 h à 18 h et le dimanche de 10 h à 12 h, soit 22 heures par semaine.",
        "Il travaille du lundi au vendredi de 9 h à 17 h, soit 35 heures par semaine avec la pause.",
        "Le bail, signé en 1998 pour 50 ans, arrivera à échéance en 2048.",
        "Le contrat, signé en 2010 pour dix ans et renouvelé, arrivera à échéance en 2030.",
        "Il aura fallu six ans et demi pour achever l'échangeur : lancés en août 2014, les travaux ont pris fin en février 2021.",
        "Il a fallu dix ans de procès pour obtenir le pont : commencé en mai 2019, il a été achevé en avril 2021.",
        "Le syndicaliste a été libéré le 21 juin, dix jours après son arrestation, survenue le 11 juin.",
        "Parti à 23 h 50, l'avion s'est posé à Montréal à 2 h 10, heure locale, après 7 h 20 de trajet.",
        "La boulangerie sert de 7 h à 13 h six jours sur sept, soit 36 heures.",
        "La piscine ouvre du lundi au vendredi de 12 h à 20 h, le week-end de 9 h à 18 h : cinquante-huit heures hebdomadaires.",
        "La part du bois est passée de 9 % en 2005 à 19 % en 2020, soit dix points gagnés en quinze ans.",
        "En quinze ans, de 2005 à 2020, la commune a perdu 40 % de ses commerces.",
        "Le mètre carré est passé de 2 100 euros en 2010 à 3 400 euros en 2022, un record en dix ans.",
        "La hausse atteint 62 % entre 2010 et 2022, dont 12 % en deux ans.",
        "Entre 2019 et 2023, les loyers ont augmenté de 10 %, contre 20 % en dix ans.",
        "Il a présidé le club (2008-2015) pendant sept ans.",
        "Il a dirigé le club de 2008 à 2015, soit sept ans.",
        "La réunion s'est tenue de 7 h 45 à 9 h 15, soit une heure et demie.",
        "La panne a duré 150 minutes, soit deux heures et demie.",
        "Il a été ministre du 2 mai 2016 au 20 mars 2019, soit près de trois ans.",
        ("Elle préside l'association depuis 2010, soit quatorze ans.", "2024-05-02"),
        "Le salon se tient du 7 au 12 mars 2024, soit six jours.",
        "La grève, déclenchée le 2 avril, a été levée le 23 avril. Pendant deux semaines, aucun bus n'a circulé.",
        "Le festival a ouvert le 3 juillet et fermé le 12. Pendant trois semaines, les bénévoles avaient monté les tentes.",
        "Élu en 2001, il a cédé son écharpe en 2014. Il avait passé trente ans à la mairie comme secrétaire.",
        "Le procès, ouvert le 3 mars, s'est achevé le 28 mars. L'instruction avait duré quatre ans.",
        ("L'usine, inaugurée en 1994, tourne depuis trois ans au ralenti.", "2024-05-16"),
        (
            "La ligne a été fermée en 1970. La gare, vide depuis douze ans, sera vendue.",
            "2024-05-16",
        ),
        ("Nommée à Nantes en 2011, elle y restera. Elle enseigne depuis trente ans.", "2024-05-16"),
        (
            "Voilà dix ans que la maison est vide. Le dernier habitant du hameau était parti en 1970.",
            "2024-05-16",
        ),
        (
            "Le gîte a ouvert en 2012. Voilà trente ans que Paul Roy retape des fermes.",
            "2024-05-16",
        ),
        ("Ils se sont mariés en 1994, après dix ans de vie commune.", "2024-05-16"),
        "Les travaux dureront 18 mois, soit un an et demi.",
        "Il a couru deux heures, et ces dix dernières minutes furent cruelles.",
    ],
)
def check(lasting: Lasting) -> Verdict | None:
    """De 2008 à 2015 il y a sept ans, huit au plus : une durée se recompte.

    La règle s'applique quand le texte donne les deux bouts et la durée, ou la même durée
    deux fois. Les jours se comptent avec ou sans le dernier, d'une année on ne sait quel
    jour est dit, et une durée ronde va jusqu'à la demi-unité.
    """
    form = lasting.stated.form
    at = lasting.stated.extent
    if not isinstance(form, LengthForm):
        return None
    value = in_unit(form.duration, lasting.unit)
    between = lasting.between
    low, high = between.low, between.high
    if low is None or high is None:
        return None
    name = _NAMES[lasting.unit][0 if high < 2 else 1]
    ends = list(dict.fromkeys((_shown(low), _shown(high))))
    shown = " à ".join(ends)
    formula = f"{shown} {name}, dit {_shown(value)}"
    if _as_told(lasting, value).meets(between):
        return holds(at, list(lasting.at), formula)
    return contradicts(
        at,
        [because(extent, fr="d’après ces dates", en="by these dates") for extent in lasting.at],
        formula,
        fr=f"il y a {shown} {name}, pas {_shown(value)}",
        en=f"that is {' to '.join(ends)} {lasting.unit.value}, not {_shown(value)}",
        suggestions=[],
    )


def _as_told(lasting: Lasting, value: Decimal) -> Bounds:
    """What a length as told may stand for: its rounding, and the side on which a hedge lies."""
    exact = lasting.between.low == lasting.between.high
    whole = value == value.to_integral_value()
    margin = Decimal("0.45") if whole else Decimal("0.3")
    if exact and lasting.unit in {Unit.HOURS, Unit.MINUTES, Unit.SECONDS}:
        margin = Decimal("0.2")
    if lasting.unit is Unit.DAYS:
        margin = Decimal(0) if value < 15 else value / 20
    free = max(Decimal(1), value / 5)
    over = margin
    if lasting.unit is Unit.WEEKS and value >= _MANY_WEEKS:
        over = _ALMOST_ONE_MORE  # of so many, those that are over are counted
    step = lasting.stated.form.step if isinstance(lasting.stated.form, LengthForm) else 0
    if step:  # "un siècle", "deux décennies": nobody counts the years
        margin = min(max(value * _TENTH, _FEW_YEARS), step * _QUARTER)
        free = Decimal(step) + margin
    match lasting.hedge:
        case Hedge.MORE:
            return Bounds(value - margin, value + free)
        case Hedge.LESS:
            return Bounds(value - free, value + margin)
        case Hedge.ABOUT:
            return Bounds(value - free, value + free)
        case Hedge.NONE:
            return Bounds(value - margin, value + max(margin, over))


def _shown(value: Decimal) -> str:
    return show.number(show.rounded(value, 1).normalize())
