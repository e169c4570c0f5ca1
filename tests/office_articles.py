"""Invented articles as newsrooms type them, described once for all word processors.

A row is a role and the words of a paragraph, with what a word processor does to them:

    |        a run ends here, as spell-checking cuts them, also inside a word or a figure
    [+ +]    inserted with tracked changes     [- -]   deleted     [> >]   moved away
    [= =]    hidden                            [# #]   a comment   [^ ^]   a footnote
    [@ @]    a link                            [% %]   the result of a field
    [* *]    raised                            line end and tab    as such

The cells of a row of a table are parted by a broken bar.
"""

from __future__ import annotations

Row = tuple[str, str]

ARTICLES: dict[str, list[Row]] = {
    "mediatheque": [
        ("title", "La média|thèque de Tulle rouvre après 1|4 mois de travaux"),
        ("standfirst", "Le chantier a coûté 3,2 mill|ions d’euros, financés à moitié par l’État."),
        ("byline", "Publié le 4 juin 2025 à 10 h"),
        ("paragraph", "Fermée depuis avril 2024, la médiathèque accueille de nouveau ses 1 4|00 abonnés."),
        ("heading", "Un rayon jeunesse agrandi"),
        ("paragraph", "Le fonds compte [-38 000-][+42 000+] documents, dont 12 000 pour la jeunesse.[#À vérifier auprès de la mairie : 38 ou 42 ?#]"),
        ("paragraph", ""),
        ("paragraph", "« Nous attendons 90 000 visites par an », confie la directrice, Hélène Vasseur."),
    ],
    "prix-du-pain": [
        ("title", "La baguette passe de 1,00 à 1,10 euro chez les boulangers du Cher"),
        ("byline", "Par Karim Belhadj, le 12 mars 2025"),
        ("paragraph", "Le prix de la baguette passe de 1,00 à 1,1|0 euro, soit une hausse de 10 %[^Relevé mené dans 48 boulangeries.^]."),
        ("quotation", "« L’électricité nous coûte deux fois plus cher », dit un artisan de Vierzon."),
        ("heading", "Trois causes"),
        ("list-item", "la hausse de la farine ;"),
        ("list-item", "le prix de l’électricité ;"),
        ("list-item", "les salaires, relevés de 2 % en janvier."),
        ("paragraph", "Voir l’enquête de [@la chambre de métiers@], parue en février."),
    ],
    "resultats-trimestriels": [
        ("title", "Le fabricant de vélos Cyclane augmente ses ventes de 20 %"),
        ("paragraph", "Le chiffre d’affaires passe de 50 à 60 mil|lions d’euros, soit une hausse de 20 %."),
        ("row", "Année¦Ventes¦Effectif"),
        ("row", "2023¦50 M€¦210"),
        ("row", "2024¦60 M€¦235"),
        ("caption", "Source : comptes de la société, en millions d’euros."),
        ("paragraph", "L’effectif passe de 210 à 235 salariés[>, selon la direction>]."),
    ],
    "inondations": [
        ("title", "Inondations dans le Gard : 320 habitants évacués"),
        ("standfirst", "La décrue est lente, mais aucune victime n’est à déplorer."),
        ("paragraph", "Il est tombé 180 mm de pluie\nen une nuit, sur 45 km[*2*]."),
        ("heading", "Des écoles fermées"),
        ("paragraph", "Les douze écoles du canton[= (à confirmer : treize ?)=] sont fermées jusqu’au 12 septembre."),
        ("caption", "La place du marché de Sommières, mardi matin. Photo Léa Fabre"),
        ("paragraph", "Au total, 320 habitants ont été évacués : 200 à Sommières et 120 à Quissac."),
    ],
    "election": [
        ("title", "À Saint-Flour, le maire réélu avec 54,2 % des voix"),
        ("paragraph", "Le maire sortant l’emporte avec 54,2 % des voix, contre 45,8 % pour son ad|ver|saire."),
        ("paragraph", "La participation s’établit à [%61,3 %%], en recul de deux points."),
        ("heading", "Un conseil rajeuni"),
        ("paragraph", "Le conseil compte 29 élus :\t15 femmes et 14 hommes."),
    ],
    "usine": [
        ("title", "L’usine de Lannemezan supprime 45 postes sur 180"),
        ("standfirst", "Un quart des emplois disparaîtra d’ici à la fin de l’année 2026."),
        ("byline", "Mis en ligne le 3 février 2026"),
        ("paragraph", "La direction a annoncé lundi [-60-][+45+] suppressions de postes sur 180[+, soit un quart des effectifs+]."),
        ("paragraph", "[-Les syndicats, reçus hier, n’ont rien obtenu.-]"),
        ("paragraph", "« Nous n’avons rien vu venir », regrette Marc Lacaze, délégué syndical[^Il siège au comité depuis 2011.^]."),
        ("paragraph", "Le site tourne depuis 1972[^Ouvert le 2 mai 1972.^]."),
    ],
    "trail": [
        ("title", "Trail des Crêtes : 1 250 coureurs attendus dimanche"),
        ("paragraph", "Ils étaient 1 000 l’an dernier : la hausse est de 25 %."),
        ("list-item", "Le grand parcours : 42 km et 2 300 m de dénivelé"),
        ("list-item", "Le petit parcours : 18 km et 900 m de dénivelé"),
        ("paragraph", "Les départs sont donnés à 7 h et à 9 h 30."),
    ],
    "hopital-sans-style": [
        ("plain-title", "L’hôpital de Vesoul ouvre 24 lits de gériatrie"),
        ("paragraph", "PARIS, 4 juin (AFP) – L’hôpital de Vesoul ouvre 24 lits, qui s’ajoutent aux 36 existants."),
        ("paragraph", "Le service en comptera donc 60 au total."),
        ("paragraph", "Le coût est de 1,8 million d’euros\u00a0; l’agence régionale en paie les deux tiers."),
    ],
    "lgv-premier-titre": [
        ("heading-1", "La ligne à grande vitesse a cinq ans de retard"),
        ("paragraph", "Prévue pour 2027, la ligne n’ouvrira qu’en 2032, cinq ans plus tard."),
        ("heading-1", "Un budget de 14 milliards"),
        ("paragraph", "Le chantier coûte 14 milliards d’euros, dont 40 % pour l’État."),
    ],
    "loyers-erreur": [
        ("title", "Les loyers augmentent à Rennes"),
        ("paragraph", "La hausse inquiète les associations de locataires."),
        ("paragraph", ""),
        ("row", "Studio¦T2"),
        ("paragraph", "Le loyer [-moyen-][+médian+] passe de 80|0 à 1 000 eu|ros, soit une hausse de 20 %."),
    ],
}  # fmt: skip
