"""What a title tells against the body of its article."""

from __future__ import annotations

import pytest

from fact_cli.run import check

CACAO_15 = "La tonne vaut 9 000 euros, contre 6 000 euros en janvier."
CACAO_20 = "La tonne vaut 9 000 euros, contre 4 400 euros il y a un an."
THEFTS = "La police a enregistré 214 faits, alors qu'elle n'en avait recensé que 105 l'an passé."
OLIVES = "La récolte atteint 18,3 millions de litres. Les moulins en avaient sorti 24,4 millions."
WHEAT = "Le rendement moyen du blé s'établit cette année à 76,1 quintaux par hectare."
CARNIVAL = "La fête approche. Du dimanche 11 au mardi 13 février, la ville attend 80 000 visiteurs."
PEOPLE = "La France compte 66 190 280 habitants, selon l'Insee. Ce chiffre est définitif."
PROFIT = "Le résultat net d'ALTUS progresse fortement (+ 16,3 %), à 30 millions d'euros."
GROWTH = "Le résultat net d'ALTUS progresse de 16,3 %, à 30 millions d'euros."
HOSPITAL = "Sur les 209 millions d'euros du chantier, près de 101 millions sont des subventions."
INDEX = "L'indice a perdu 0,73 % mardi. La banque a cédé 0,39 % et la compagnie a bondi de 3 %."
CRASH = "Trois personnes ont perdu la vie lundi soir à Voiron, selon la préfecture."
CRASH_AND_ONE = "Trois personnes sont mortes lundi à Voiron. Une quatrième est décédée à l'hôpital."
FIRE = "Un feu a pris lundi. Un troisième blessé s'est signalé. Les quatre blessés vont mieux."
FIRE_2 = "Un feu a pris lundi. Trois pompiers ont été blessés. Les quatre habitants sont relogés."
FIRE_3 = "Un feu a pris samedi, provoquant l'évacuation d'un hôtel et blessant deux pompiers."
TITLE = "Sorel a fêté son 100e titre. Il avait gagné son premier titre à Milan."
FUND = "Les recettes affichent une hausse de 3,5 %, soit près de trois millions d'euros."
QUAKE_2 = "Le précédent bilan de ce séisme s'élevait à 67 morts et 731 blessés. On cherche encore."
LINER = "Il arrivera jeudi. Les commerçants espèrent voir les 4 200 croisiéristes à terre."
DRAW = "Brest et Lens se sont séparés sur un nul, trois buts à trois."
BRIDGE = "Il le sera dès lundi. Il ne rouvrira qu'après dix-huit mois d'interruption."
JAIL = "La procureure avait requis cinq ans. Il a été condamné à quatre ans d'emprisonnement."
JAIL_2 = "Deux agents ont été condamnés jeudi à quatre ans de prison, dont deux ferme."
BURNT = "Il est fixé, dit le bilan définitif. Le feu a détruit 130 hectares avec 320 pompiers."
BANK = "Ses ventes stagnent. Le résultat net, lui, a augmenté de 13 % sur l'exercice."
QUAKE = "Personne n'a été blessé. La secousse, de magnitude 4,3, a duré peu."
SNOW = "La vallée est coupée du monde. Les cumuls de neige y atteignent 2 mètres."
ROSES = "Près de quatre décennies après l'attentat, un suspect a été arrêté."
RENTS = "Le mètre carré se loue 28,10 euros en moyenne à Paris et 12,30 euros à Lyon."
JOBLESS = "Genève a le taux de chômage le plus haut (5,5 %), Nidwald le plus bas (0,9 %)."
TELETHON = "Les dons atteignent 11 900 euros, les ventes 9 240 euros, la tombola 8 500."
FORUM = "Mardi, on a dénombré 1 640 visiteurs. Mercredi, 1 460."
RAIL = "Elle aura un tronçon de 575 kilomètres et un de 375. Ses 905 kilomètres coûteront cher."
JOBS = "Elle emploie 900 salariés, contre 850 l'an dernier."


@pytest.mark.parametrize(
    ("title", "body", "flagged"),
    [
        (
            "Loiret : 79 chiens retirés d'un élevage en faillite",
            "Les gendarmes ont retiré lundi 99 chiens d'un élevage en faillite du Loiret.",
            "79",
        ),
        (
            "Un train en retard de 50 minutes à cause du passage à l'heure d'été",
            "Un train est parti de Caen avec 30 minutes de retard, à cause du passage à l'heure d'été.",
            "50 minutes",
        ),
        (
            "Le port de Sète perd six grues dans la tempête de lundi",
            "Le port de Sète a perdu huit grues dans la tempête de lundi, selon la capitainerie.",
            "six",
        ),
        (
            "Le port de Sète perd six grues dans la tempête de lundi",
            "Le port de Sète a perdu huit grues dans la tempête de lundi, six d'entre elles d'un coup.",
            None,
        ),
        (
            "Deux blessés graves dans la chute d'un balcon à Yvetot",
            "La chute d'un balcon a fait trois blessés, dont deux graves, samedi à Yvetot.",
            None,
        ),
        (
            "La banque Nomel supprime 70 postes à Lille",
            "La banque Nomel a supprimé 90 postes en 2023 ; elle en supprime 70 encore à Lille.",
            None,
        ),
        (
            "Une motion soutenue par douze élus, une voix trop peu",
            "La motion a été soutenue par deux tiers des 18 conseillers, douze contre quatre.",
            None,
        ),
        (
            "Incendie à Tours : 10 morts dans un immeuble de la gare",
            "L'incendie qui a fait neuf morts dans un immeuble de la gare, à Tours, est criminel. Le bilan est monté à 10 morts mercredi.",
            None,
        ),
        (
            "Ventes : +3,2 % toutes marques confondues",
            "En mars, les ventes, toutes marques confondues, ont progressé de 2,3 %. Les françaises gagnent 3,2 %.",
            "+3,2 %",
        ),
        (
            "Ventes : +3,2 % toutes marques confondues",
            "En mars, les ventes, toutes marques confondues, ont progressé de 3,2 %. Les françaises gagnent 2,3 %.",
            None,
        ),
        (
            "Les deux tiers des lycéens dorment moins de sept heures les veilles de cours",
            "L'étude a porté sur 4 800 lycéens : 38 % d'entre eux dorment moins de sept heures les veilles de cours, et 11 % moins de six.",
            "deux tiers",
        ),
        (
            "Un tiers des agriculteurs pensent arrêter avant cinq ans",
            "L'enquête le montre : 12 % d'entre eux pensent arrêter avant un an, et 33 % avant cinq ans.",
            None,
        ),
        ("Le prix du cacao a doublé", CACAO_15, "doublé"),
        ("Le prix du cacao a doublé", CACAO_20, None),
        ("Le prix du cacao a presque doublé", CACAO_15, None),
        ("Les cambriolages ont triplé", THEFTS, "triplé"),
        ("Les cambriolages ont doublé", THEFTS, None),
        ("Huile d'olive : une récolte réduite de moitié", OLIVES, "réduite de moitié"),
        ("Huile d'olive : une récolte en recul", OLIVES, None),
        ("La banque a doublé son bénéfice", JOBS, None),
        ("Les bénéfices de la banque ont doublé", JOBS, None),
        ("Le carnaval aura lieu du 11 au 13 mars", CARNIVAL, "du 11 au 13 mars"),
        ("Le carnaval aura lieu du 11 au 13 février", CARNIVAL, None),
        ("Le salon aura lieu du 4 au 8 mars", CARNIVAL, None),
        ("La France compte 66,1 millions d'habitants", PEOPLE, None),
        ("La France compte 66,7 millions d'habitants", PEOPLE, "66,7 millions"),
        ("ALTUS : 8,1 % de résultat net au semestre", PROFIT, None),
        ("ALTUS : résultat net en hausse de 8,1 %", GROWTH, "8,1 %"),
        ("Un chèque de 100 millions d'euros pour l'hôpital", HOSPITAL, None),
        ("La Bourse termine en recul de 0,72 %", INDEX, None),
        ("La Bourse termine en recul de 0,84 %", "L'indice a perdu 0,48 % lundi.", "0,84 %"),
        ("Isère : quatre morts dans un accident", CRASH, "quatre"),
        ("Isère : trois morts dans un accident", CRASH, None),
        ("Isère : quatre morts dans un accident", CRASH_AND_ONE, None),
        ("Incendie : le bilan s'alourdit à trois blessés", FIRE, "trois"),
        ("Incendie : le bilan s'alourdit à trois blessés", FIRE_2, None),
        ("Croisière : 2 400 passagers attendus jeudi", LINER, "2 400"),
        ("Football : six buts à Brest", DRAW, None),
        ("Feu : un hôtel évacué et deux pompiers blessés", FIRE_3, None),
        ("Gala : un 100e titre en carrière pour Sorel", TITLE, None),
        ("Gala : un 99e titre en carrière pour Sorel", TITLE, "99e"),
        ("4,3 millions d'euros pour le fonds communal", FUND, None),
        ("Le pont de Lorris fermé pour quatorze mois", BRIDGE, "quatorze mois"),
        ("Le pont de Lorris fermé pour dix-huit mois", BRIDGE, None),
        ("Cinq ans de prison pour l'ancien comptable", JAIL, "Cinq ans"),
        ("Cinq ans requis contre l'ancien comptable", JAIL, None),
        ("Quatre ans de prison pour l'ancien comptable", JAIL, None),
        ("Deux ans de prison ferme pour deux policiers", JAIL_2, None),
        ("2 ans ferme pour deux policiers", JAIL_2, None),
        ("Aude : 300 hectares partis en fumée", BURNT, "300 hectares"),
        ("Aude : 130 hectares partis en fumée", BURNT, None),
        ("Le bénéfice de la banque bondit de 18 %", BANK, "18 %"),
        ("Le bénéfice de la banque bondit de 13 %", BANK, None),
        ("Un séisme de magnitude 4,8 réveille le Valais", QUAKE, "4,8"),
        ("Un séisme de magnitude 4,3 réveille le Valais", QUAKE, None),
        ("Un village recouvert par 7 mètres de neige", SNOW, None),
        ("L'enquête sur l'attentat relancée 38 ans après", ROSES, None),
        ("Loyers : 28 euros le mètre carré à Paris, 12 euros à Lyon", RENTS, None),
        ("Le chômage diminue à 0,7 % en mai", JOBLESS, None),
        ("Yunnan : au moins 80 morts dans le séisme", QUAKE_2, None),
        ("Le téléthon récolte 27 640 euros", TELETHON, "27 640 euros"),
        ("Le téléthon récolte 29 640 euros", TELETHON, None),
        ("Le téléthon vise 35 000 euros", TELETHON, None),
        ("Forum : 3 100 collégiens", FORUM, None),
        ("L'Algérie lance une ligne de 950 km", RAIL, "950 km"),
        ("L'Algérie lance une ligne de 905 km", RAIL, None),
        ("Blé : 22 départements au-dessus des 80 quintaux", WHEAT, None),
    ],
)  # fmt: skip
def test_a_title_is_held_against_the_body(title: str, body: str, flagged: str | None) -> None:
    found = [one.text for one in check(body, title=title).findings]
    assert found == ([] if flagged is None else [flagged])
