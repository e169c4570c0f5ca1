from fact_cli.model.finding import Severity, Verdict
from fact_cli.model.same import Retold, Same, TwoAgesOfOne, TwoResults, YearTwice
from fact_cli.rule import because, contradicts, holds, rule, show


@rule(
    on=Retold,
    severity=Severity.WARNING,
    title={"fr": "Une même donnée dite avec deux valeurs", "en": "One fact told with two values"},
    wrong=[
        "L'alerte est levée. Les 34 locataires de la tour ont été évacués lundi. Une fissure menace le toit. Les {{43}} occupants, tous sains et saufs, dormiront à l'hôtel.",
        "Metz a marché. Quelque 2 300 soignants ont défilé mardi, selon la police. Dans la soirée, la police a salué le calme des {{3 200}} manifestants.",
        "Le rond-point est rouvert. Dix-huit camions l'ont bloqué lundi. Une délégation a été reçue. Les {{vingt-huit}} véhicules, garés en épi, sont repartis vers midi.",
        "La fusion se prépare. Les deux localités comptent 3 000 habitants. Si le préfet l'accepte, les {{trois}} villages seront réunis en 2027.",
        "Le deuil est décrété. La marine a repêché 26 corps. Une centaine de passagers étaient à bord. Le président a écrit aux familles des {{36}} victimes.",
        "Le quartier attend son école. Il compte 860 habitants. La mairie a promis une école. Les {{680}} habitants du quartier l'attendent depuis dix ans.",
        "Le maire se défend. Il a été élu avec 11 874 voix. La participation a été faible. Les {{11 847}} suffrages du maire ne suffisent pas.",
        "L'inquiétude monte. L'entreprise emploie 180 personnes. Elle ferme vendredi. La pétition a circulé parmi les {{165}} salariés de l'entreprise.",
        "Le médecin est parti. La commune de 3 200 habitants n'a plus de médecin. Le maire de cette commune de {{2 900}} âmes cherche un généraliste.",
        "Un homme de 43 ans était jugé mardi pour vol. Il nie. Le prévenu, {{39 ans}}, sera fixé jeudi.",
        "Le plus jeune candidat, Lucien, a 14 ans. Il vit à Reims. L'examen ne lui fait pas peur, dit Lucien, du haut de ses {{15 ans}}.",
        "Marcher est sain. L'étude a suivi des volontaires pendant dix ans. Ils marchaient. Au terme de ces {{treize années}} de suivi, 1 930 cas ont été relevés.",
        "Saisie au péage. Les douaniers ont trouvé 80 kilos de résine dans une camionnette. Le chauffeur est écroué. Les {{180 kilos}} saisis dans la camionnette partaient pour Lyon.",
        "La tyrolienne ouvre samedi. Elle tient à 1 650 mètres de câble. Le billet vaut 39 euros. Le maire est fier de ces gorges et de leurs {{1 560 mètres}} de câble.",
        "L'ex-maire est condamnée. Elle a reçu 18 mois de prison avec sursis et cinq ans d'inéligibilité. Elle nie. Ses avocats feront appel de cette peine de {{huit mois}} de prison avec sursis.",
        "Le festival a fermé. Il a accueilli 27 000 spectateurs en cinq jours. « Nous ne nous attendions pas à {{37 000}} spectateurs en cinq jours », dit la directrice.",
        "Les urnes ont parlé. Sur 6.768.438 électeurs inscrits, 4.825.292 ont voté. Le détail est connu : total des inscrits, {{6.768.458}} ; centres de vote, 16.722.",
        "Le port va mieux. Il a traité 45 317 conteneurs au printemps. La grue est neuve. Un conteneur sur deux, parmi les {{45 371}} traités, passe par le rail.",
        "Le bilan est lourd. Le crash a fait 295 tués, soit 280 passagers et 15 membres d'équipage ; nul n'a survécu. L'enquête commence. Sur les {{298}} passagers, trois étaient des enfants.",
        "Un homme de 43 ans est mort jeudi dans un accident de parapente. La victime, un ingénieur grenoblois de {{34 ans}}, volait depuis dix ans.",
        "Une femme de 62 ans a été renversée mardi. Le chauffeur, 45 ans, a été dépisté. La victime, âgée de {{68 ans}}, est au CHU.",
        "On a découvert les corps d'un homme de 79 ans et de son épouse, âgée de 74 ans. Le couple était discret. Lui, {{77 ans}}, présidait le comité des fêtes.",
        "Saisie à Hendaye. Le fourgon cachait 56 kg d'herbe de cannabis et 30,5 kg de cocaïne. Quatre caissons de bois contenaient toute la cocaïne, pour un poids total de {{56 kg}}.",
        "La récolte est bonne. On a rentré 12 400 tonnes de pommes et 3 150 tonnes de poires. Les poires, pour un tonnage de {{12 400 tonnes}}, partent en Allemagne.",
        "Paris a couru. Le Kényan Peter Some a gagné en 2 h 05 min 36 s dimanche à Paris. Il faisait beau. L'élite est partie vite, et c'est en {{2 h 05 min 38 s}} que Some a franchi la ligne.",
        "La natation est en fête. Léa Rousselet s'est imposée en 2'05\"41 à Montpellier. Le public a aimé. Avec ses {{2'05\"14}}, Rousselet ira aux Mondiaux.",
        "[Texte] Le blé a perdu 3,25 euros mardi, à 212,75 euros la tonne, et le maïs 1,50 euro, à 189,25 euros. [Tableau] Blé {{-1,50 euro}}, à 212,75 euros ; maïs -1,50 euro, à 189,25 euros.",
        "Renault a bondi de 4,2 % vendredi, à 38,47 euros. Michelin recule de 2,1 %, à 29,12 euros. Les écarts du jour : Renault, {{+2,4 %}}, à 38,47 euros ; Michelin, -2,1 %, à 29,12 euros.",
        "Le collège rouvre. Les demi-pensionnaires y sont au nombre de 487. La cantine est neuve. En chiffres : externes, 125 ; demi-pensionnaires, {{478}} ; enseignants, 44.",
        "Le salon a fermé. Il a accueilli 214 exposants. Le public a suivi. En chiffres : visiteurs : 31 400 ; exposants : {{241}} ; conférences : 38.",
        "[Légende] Dans les bureaux de vote, 48 % des inscrits se sont déplacés. [Texte] La maire a été réélue avec 54,3 % des voix. La participation s'est élevée à {{38 %}}.",
        "[Légende] Les secours, où un accident de la route a fait au moins 42 morts vendredi. [Texte] La collision a coûté la vie à au moins {{43}} personnes, vendredi, sur la route. Huit passagers sont saufs.",
        "Les Thouarsais ont dominé Bressuire 3-1 samedi. Le public a aimé. Grâce à ce succès {{3-2}}, Thouars remonte.",
        "Albi a été battu 23 à 22 vendredi. Le coach fulmine. « Perdre {{23 à 20}} après un tel match, c'est rageant. »",
        "Les Nordistes se sont imposés trois sets à un. Le coach a salué « un succès {{trois sets à zéro}} qui fait du bien ».",
        "Les championnes ont été battues samedi (25-22, 19-25, 25-21, 23-25, 15-12). Battues {{trois sets à un}}, elles restent en tête.",
        "Le héros se nomme Yanis Bellout, auteur d'un triplé. Le public a aimé. Avec ses {{deux}} buts, Bellout a changé le match.",
        "Un doublé de Samba Diarra ({{31e, 55e, 70e}}) a fait plier Carvin.",
        "Menés 3-1 à la pause, les Bretons l'ont emporté {{2-1}} samedi.",
    ],
    right=[
        "La grève s'étend à Lorient.\n\nDix-huit salariés de l'usine ont cessé le travail lundi matin.\n\nLe préfet négocie.\n\nMardi, seize salariés de l'usine ont cessé le travail à leur tour.",
        "Le musée a rouvert en juin. Il a accueilli 213 000 visiteurs, dont 113 000 visiteurs étrangers.\n\nLa directrice est ravie.\n\nLe bar a rouvert.\n\nLes 113 000 visiteurs étrangers du musée viennent d'Italie.",
        "Le parti présente 17 têtes de liste dans l'Ain.\n\nIl est prêt.\n\nLa campagne s'ouvre lundi.\n\nLe parti rival présente, avec d'autres, 71 têtes de liste dans la région.",
        "La semaine s'achève à Brest.\n\nLe relais 4×100 NL dames a manqué son billet de peu.\n\nPaul Cren manquait sa qualification dans le 50 NL d'un rien.",
        "Il neige sur le pays.\n\nLes hôtes indigènes ont généré 1,5 million de nuitées en mars, ce qui correspond à une croissance de 8,9 %.\n\nLes visiteurs étrangers affichent une hausse de 2,9 % à 1,7 million de nuitées en mars.",
        "Les maisons de retraite craignent l'été.\n\nJusqu'à 100 000 décès chez les personnes âgées ?\n\nLa fédération redoute plus de 100 000 décès si le virus y entre.",
        "Le parti se réunit vendredi à Lille.\n\nIl soutient son député à Perpignan (122 000 habitants), ville où il fonde des espoirs.\n\nGagner « une ville de 100 000 habitants » montrerait ce que peut le parti pour une ville.",
        "Le rapport paraît lundi à Oslo.\n\nLes 1 % les plus riches de la population (63 millions de personnes) sont responsables de 15 % des émissions.\n\nLes 10 % les plus riches de la population (630 millions de personnes) sont responsables de 52 % des émissions.",
        "Il pleut sur Albi depuis deux jours.\n\nPrès de 200 personnes ont été mises en sécurité, dont 48 dans une école.\n\nSelon la préfecture, les 150 personnes mises en sécurité dormiront en ville.",
        "La vigilance rouge a été levée mercredi matin.\n\n53 départements sont toujours en vigilance orange canicule, sauf sur la côte.\n\nMétéo-France a placé mercredi 47 départements en vigilance orange orages, à l'ouest.",
        (
            "Les trois pièces se louent 0,9 % moins cher. Les quatre pièces reculent aussi.",
            "2016-03-03",
        ),
        (
            "Un homme de 51 ans a voulu tuer ses quatre enfants.\n\nÀ Pau, un autre harcelait la mère de ses deux enfants.",
            "2017-12-15",
        ),
        "Le port va mieux. Il a traité 45 317 conteneurs en mars. En avril, 45 327 conteneurs ont été traités.",
        "Les usines tournent. Celle de Rennes a produit 23 415 voitures. Celle de Sochaux a produit 23 475 voitures.",
        "Le budget baisse. Il était de 1.833,481 milliards en 2013. Il est de 1.823,481 milliards en 2014.",
        "Le déficit s'est creusé. Les achats excèdent les ventes de 15 856,7 millions. Le déficit s'établit à 15 856,6 millions.",
        "L'étude a commencé en mai. Elle a suivi 1 204 patients pendant dix ans. Sur les 640 patients traités, 12 % ont rechuté.",
        "Le référendum a eu lieu. Selon la commission, 1 482 317 citoyens ont voté oui. En 1992, 1 482 371 avaient voté oui.",
        "L'argent a gagné 2,4 %, à 24,18 dollars. L'or perd 0,7 %, à 1 931 dollars. Sur un mois, l'argent a perdu 0,7 %, à 24,18 dollars.",
        "Un homme de 40 ans a été tué à Marseille. En mai, un autre homme avait été abattu. La victime, 22 ans, était connue.",
        "Un homme de 52 ans a tué son voisin dimanche. La victime, âgée de 48 ans, avait reçu trois balles.",
        "Un homme de 30 ans est mort dimanche. Deux autres victimes sont soignées. La victime la plus jeune, 24 ans, est de Lyon.",
        "Une femme de 62 ans a été renversée mardi. Le chauffeur, 45 ans, a été dépisté. La victime, âgée de 62 ans, est au CHU.",
        "Saisie à Hendaye. Le fourgon cachait 56 kg d'herbe de cannabis et 30,5 kg de cocaïne. Deux sacs contenaient de la cocaïne, pour un poids de 12 kg.",
        "Saisie à Hendaye. Le fourgon cachait 56 kg d'herbe de cannabis et 30,5 kg de cocaïne. Quatre caissons contenaient toute la cocaïne, pour un poids total de 30,5 kg.",
        "Peter Some a gagné en 2 h 05 min 36 s, devant Tadese Tola. Tola a couru en 2 h 05 min 38 s.",
        "Léa Rousselet s'est imposée en 2'05\"41 à Montpellier. Le record de Rousselet reste à 2'05\"14.",
        "Renault a bondi de 4,2 % vendredi, à 38,47 euros. Michelin recule de 2,1 %, à 29,12 euros. Depuis janvier, Renault gagne 12,3 %, à 38,47 euros.",
        "Le mouton est à 8,45 euros le kilo (+1,2 %). Le porc vaut 2,31 euros (+0,4 %). En Bretagne, le mouton est à 8,45 euros (+2,6 %).",
        "Le collège rouvre. Les demi-pensionnaires y sont au nombre de 487. La cantine est neuve. En chiffres : externes, 478 ; demi-pensionnaires, 487 ; enseignants, 44.",
        "Le salon a fermé. Il a accueilli 214 exposants. Le public a suivi. L'an dernier : visiteurs : 29 400 ; exposants : 198 ; conférences : 38.",
        "[Légende] Dans les bureaux de vote, 48 % des inscrits se sont déplacés. [Texte] La maire a été réélue avec 54,3 % des voix. La participation s'est élevée à 48 %.",
        "Saisie au péage. Les douaniers ont trouvé 80 kilos de résine. Les 180 kilos saisis à Menton en mai venaient d'Espagne.",
        "Deux ans après, un agent et les trois autres agents impliqués sont jugés. Le commissariat où travaillaient les quatre hommes a brûlé.",
        "La batterie coûte 9 euros, de quoi parcourir 300 kilomètres. Aux 100 kilomètres, la dépense est donc de 3 euros.",
        "Ils seront 18 857 candidats, répartis sur 85 centres d'examen. Les lycéens iront dans les 39 centres d'examen retenus.",
        "Les étrangers ont généré 1,7 million de nuitées, en hausse. Les hôtes indigènes affichent 1,5 million de nuitées, en hausse aussi.",
        "L'usine tourne. Cent dix anciens salariés de l'automobile ont été formés. Elle emploie à ce jour deux cent dix personnes.",
        "Le salon a fermé. Il a accueilli 61 200 visiteurs, soit 2 % de plus que l'an dernier. Il fallait faire oublier l'édition 2025 et ses 60 000 entrées.",
        'Sur une semaine, "Clem" perd 500 000 curieux et 0,8 point de PDA. Sur la chaîne rivale, "Top Chef" perd 450 000 curieux et 1,3 point de PDA.',
        "L'alerte est levée. Les 34 habitants de l'immeuble ont été évacués. L'immeuble voisin a été vidé lui aussi. Ses 43 occupants dormiront à l'hôtel.",
        "Le palmarès est connu. Le jury a distingué trois romans ainsi qu'un recueil. Les quatre livres seront lus à la rentrée.",
        "Le choc a eu lieu. Quatre véhicules se sont heurtés mercredi. Une femme a été blessée. Les conducteurs des trois autres voitures sont indemnes.",
        "Le deuil est décrété. La marine a repêché 26 corps. Une centaine de passagers étaient à bord. Les 36 rescapés sont soignés à Dakar.",
        "Le vol est annulé. Les 62 passagers ont dormi à l'aéroport. Mardi, les 68 voyageurs du vol suivant ont embarqué.",
        "La cour d'appel a condamné Paul Lebret à vingt-deux ans de réclusion. L'avocat général avait demandé la confirmation des vingt-cinq ans.",
        "Les listes ayant obtenu au moins 5 % des suffrages exprimés peuvent fusionner avec d'autres. Les listes ayant obtenu moins de 5 % des suffrages exprimés sont battues.",
        "La production totale s'est établie à 535,7 TWh en 2019, un volume en baisse. Le vent a manqué. La consommation totale s'établit à 437 TWh en 2019.",
        "Le classement est paru. La Somme reste le département le plus céréalier : 189 900 hectares de blé. Elle devance l'Aisne de 10 000 hectares, et le Pas-de-Calais avec ses 169 100 hectares.",
        "L'agence respire. Ce sont 23 % de passages aux urgences en moins qui ont été constatés en fin d'année. Pour le Loiret, ce sont 19 % de passages en moins qui sont constatés.",
        "L'organisme se dit inquiet. La récolte de colza sera inférieure à 3 millions de tonnes. Depuis 2002, la récolte de colza était supérieure à 3 millions de tonnes.",
        "Les Thouarsais ont dominé Bressuire 3-1 samedi. Le public a aimé. Grâce à ce succès 3-1, Thouars remonte.",
        "Albi a été battu 23 à 22 vendredi. La semaine passée, Albi avait été battu 23-20 à Massy.",
        "Lens a battu Nice 2-1. Marseille a perdu 2-0 contre Brest. Cette défaite 2-0 est la troisième.",
        "Gaston s'est imposé en trois sets (6-4, 3-6, 7-5) mardi. Rouvier s'est inclinée en deux sets.",
        "Vainqueur 2-1 à l'aller, Metz a perdu 1-0 au retour. Cette défaite 1-0 l'élimine.",
        "Menés 2-0 à la pause, les Bretons l'ont emporté 3-2. Cette victoire 3-2 fait du bien.",
        "Un doublé de Samba Diarra (31e, 55e) et un but de Léo Pasquier (70e) ont fait plier Carvin.",
        "Doublé de Samba Diarra, triplé de Léo Petit. Petit a marqué trois buts, Diarra deux.",
        "Les Tarnais menaient 16 à 10 à la pause. L'équipe réserve s'est imposée 12 à 6.",
        "En janvier, la mine a expédié 3,2 millions de tonnes, pour 176 millions de dollars. Les 3,4 millions de tonnes parties en février en ont rapporté 187 millions.",
        "La règle est floue. Les feux à plus de 5 000 personnes sont interdits, dit le syndicat. La plupart des feux se tirent devant moins de 5 000 personnes.",
        "Les prix montent. Hors énergie, le taux d'inflation grimpe à 3,35 %, contre 2,88 % en mars et 2,68 % en février. L'inflation sous-jacente grimpe à 3,53 %, contre 3,14 % en mars et 2,95 % en février.",
        "L'enquête a paru vendredi. Le choix est définitif pour 60 % des 640 personnes certaines d'aller voter interrogées les 13 et 14 mars. Au total, un échantillon représentatif de 1 010 personnes a été interrogé les 13 et 14 mars.",
        "Le buteur vise un record. Il approche des 17 buts en une saison du Portugais. Il talonne aussi Raul, avec ses 71 buts de l'histoire de la Ligue.",
        "Le perchiste a brillé. Il a passé 6,03 mètres. L'ancienne marque était de 6,01 mètres. Il a ensuite échoué à 6,10 mètres.",
        "Les deux cuisiniers ont gagné. Matthieu Jourdain, 33 ans, pleure. Son frère Antoine Jourdain, 29 ans, rit.",
        "Le dépôt a brûlé. L'explosion a fait 14 morts, selon un bilan définitif. Un premier bilan faisait état de neuf morts.",
        "Un homme de 43 ans a été blessé mardi. Le suspect, 39 ans, a été arrêté.",
        "Lucien a 14 ans. Il avait 9 ans quand Lucien, 9 ans alors, a quitté Reims.",
        "Le chantier a duré dix ans. Les trois années suivantes, rien ne s'est passé.",
        "Le quartier attend son école. Il compte 860 habitants. La mairie a promis une école. Les 860 habitants du quartier l'attendent depuis dix ans.",
        "Le quartier attend son école. Il compte 860 habitants. Le village voisin en a moins. Les 680 habitants de Plouha attendent une école.",
        "Le quartier se vide. Il comptait 860 habitants en 1990. Les 680 habitants du quartier attendent en 2024 une école.",
        "L'inquiétude monte. L'entreprise emploie 180 personnes, dont 165 salariés à Lyon. Les 165 salariés de Lyon sont inquiets.",
        "La foule a grossi. La préfecture a compté 400 manifestants. Les syndicats ont compté 900 manifestants.",
        "Le pays avait fini le tournoi avec 84 médailles (22 en or, 29 en argent et 33 en bronze). Son voisin prend la troisième place avec 87 médailles (36 en or, 26 en argent et 25 en bronze).",
        "Le rideau est tombé. Le festival a reçu 12 000 spectateurs. Les 11 950 spectateurs payants ont acheté leur billet en ligne.",
    ],
)
def check(retold: Retold) -> Verdict | None:
    """Une donnée dite deux fois doit l'être avec la même valeur : 860 habitants, puis 680 ?

    La règle compare les chiffres d'un article qui semblent dire la même chose : même nom ou
    même unité, mêmes mots autour, renvoi (« ces 37 kilos »), valeurs à une faute de frappe
    près. Le résultat d'un match, ses sets, ses buteurs et son score à la pause sont comparés
    de même. Les raisons sont données avec l'alerte. Elle se tait dès qu'un mot, une date, un
    lieu ou une source distingue les deux.
    """
    match retold:
        case Same(title=False):
            return _same(retold)
        case TwoAgesOfOne(first=first, again=again, who=who):
            return contradicts(
                again.extent,
                [because(first.extent, fr="autre âge dit", en="the other age told")],
                f"{who} : deux âges",
                fr=f"un autre âge est dit plus haut de la même personne ({who})",
                en=f"another age is told above of the same person ({who})",
            )
        case YearTwice(first=first, again=again, year=year):
            return contradicts(
                again,
                [because(first, fr="la même année", en="the same year")],
                f"{year} / {year}",
                fr=f"{year} est comparé à {year} : l’une des deux années est autre",
                en=f"{year} is compared with {year}: one of the two is another year",
            )
        case TwoResults(first=first, again=again):
            return contradicts(
                again,
                [because(first, fr="autre résultat", en="the other result")],
                "deux résultats",
                fr="ce résultat ne s’accorde pas avec celui dit plus haut du même match",
                en="this result does not agree with the one told above of the same match",
            )
        case _:
            return None


def _same(same: Same) -> Verdict:
    first, again = same.words or (show.figure(same.first), show.figure(same.again))
    if same.agree:
        return holds(same.again.extent, [same.first.extent], f"{first} ≈ {again}")
    return contradicts(
        same.again.extent,
        [because(same.first.extent, fr="dit plus haut", en="told above")],
        f"{first} ≠ {again}",
        fr=f"{first} plus haut, {again} ici ({same.why.fr})",
        en=f"{first} above, {again} here ({same.why.en})",
        suggestions=[first],
    )
