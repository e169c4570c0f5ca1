from decimal import Decimal

from fact_cli.model.finding import Severity, Verdict
from fact_cli.model.slips import Slip, digits_of, is_far, slip_between
from fact_cli.model.totals import Total
from fact_cli.rule import because, contradicts, holds, rule, show, undecided

TELLING = 100  # units of its last digit from which a whole one slip from a sum is evidence
THOUSAND = 1000
LIST = 3  # parts that are a list, of which a smaller whole may be the sum too


@rule(
    on=Total,
    severity=Severity.ERROR,
    title={
        "fr": "Total qui n’est pas la somme de ses parties",
        "en": "Total that is not the sum of its parts",
    },
    wrong=[
        "On a reçu {{900}} dossiers, dont 640 acceptés, 210 rejetés et donc 60 en attente.",
        "Le verger rassemble {{326}} arbres. Aux 140 pommiers du premier hiver se sont ajoutés 96 poiriers, puis 58 pruniers et 42 cognassiers.",
        "Le club A compte 14 filles et 62 garçons ; le club B, 19 filles et 96 garçons, soit au total {{35}} filles et 158 garçons.",
        "À la question, {{67 %}} disent oui (32 % oui tout à fait, 28 % oui plutôt) contre 39 %.",
        "Ils sont {{72 %}} à se dire satisfaits, dont 21 % très satisfaits et 58 % plutôt satisfaits.",
        "Cela porte à {{8 941}} le nombre de décès, dont 6 494 à l'hôpital et 2 417 en Ehpad.",
        "Sur les {{412}} candidats du canton, 371 ont été reçus et 51 ont échoué.",
        "Des {{75}} restaurants inspectés, 52 étaient conformes et 33 ont été sanctionnés.",
        "Des {{1 148}} salariés, 312 sont partis d'eux-mêmes et 95 ont été licenciés. Restent donc, à ce jour, 751 personnes.",
        "Le domaine produit {{86 000}} bouteilles, dont 41 000 de rouge, 28 000 de blanc, le reste, 27 000, étant du rosé.",
        "Les Ligériens ont raflé {{22}} médailles : neuf d'or, six d'argent et huit de bronze.",
        "Les dépenses des communes atteignent {{12 millions d'euros}}. Les plus généreuses sont Bulle (9 millions) et Gruyères (5 millions).",
        "Au premier semestre, les pompiers ont compté 682 interventions, dont {{117}} accidents qui ont fait neuf morts. Au premier trimestre, ils ont fait 281 interventions pour 46 accidents et quatre morts, et au deuxième, 401 interventions pour 56 accidents et 5 morts.",
        "Le chômage s'est accru de {{84 000}} personnes, réparties entre 51 000 en ville et 43 000 à la campagne, s'établissant à 1 240 000 personnes.",
        "La promotion compte {{86}} élèves, 49 femmes et 39 hommes.",
        "Le bilan est de {{30 394}} morts, dont 19 779 à l'hôpital et 10 515 en maison de retraite.",
        "Au total, {{240}} postes : 110 à Rennes, 75 à Niort et 45 à Pau.",
        "L'équipe revient avec {{41}} médailles dont 13 en or, 12 en argent et 15 en bronze.",
        "Le pays compte {{36}} médailles (14 en or, 11 en argent et 9 en bronze).",
        "La région donne 12 millions d'euros, l'État 20 millions et la ville 7 millions, soit un total de {{49 millions d'euros}}.",
        "Le texte recueille 305 voix pour et 157 contre, soit {{472}} suffrages au total.",
        "Le gouvernement réunit {{36}} membres : 17 femmes et 18 hommes.",
        "Ils étaient {{871}} candidats à composer. 158 ont été admis d'office, soit 18 %, 410 sont admissibles et 300 ajournés.",
        "{{Quarante-neuf}} personnes avaient pris place à bord de l'avion qui s'est posé en catastrophe, soit 43 passagers et cinq membres d'équipage.",
        "Au premier semestre, les pompiers ont effectué 840 interventions, dont {{121}} accidents. Au premier trimestre, on a compté 390 interventions pour 52 accidents, et au deuxième, 450 interventions pour 57 accidents.",
        "Au premier semestre, le garage a vendu {{682}} voitures. Il en a vendu 281 au premier trimestre et 421 au deuxième.",
        "Cholet fait craquer Le Portel, 84-{{79}} (quart-temps : 18-22, 24-17, 20-23, 22-19).",
        "Les Messines s'imposent 31-{{27}} (17-12, 14-16) devant 3 400 spectateurs.",
        "Les Lions s'imposent {{4}}-2 à Berne (1-0, 1-1, 1-1).",
        "Menés 38-41 à la pause, les visiteurs inscrivent 45 points après le retour des vestiaires et s'imposent {{79}}-72.",
        "Le chantier coûtera {{48 millions d'euros}}. L'État en apporte 21,5, la région 14 et le département 8,2, la métropole complétant le tour de table avec 6,3 millions.",
        "Le feu a parcouru {{340 hectares}}. Dans le détail, la garrigue a perdu 210 hectares, la pinède 95 et le vignoble 45.",
        "Le groupe supprime {{640}} postes. Le siège de Cergy perdrait 180 emplois, l'usine de Valenciennes 280, celle de Vesoul 145 et le centre de Mortefontaine 95.",
        "Une aide de {{900 000 euros}} est accordée, dont 520 000 euros pour la toiture, 310 000 aux vitraux et 140 000 à l'orgue.",
        "La police a recensé 12 500 manifestants à Nantes, 6 800 à Rennes et 3 400 à Quimper. Dans ces trois villes réunies, {{24 700}} personnes ont battu le pavé.",
        "Le groupe réalise 467 millions d'euros de ventes au second semestre après 412 millions au premier. Son chiffre d'affaires annuel s'établit à {{897 millions}}.",
        "Elle a recueilli 571 des {{1 348}} suffrages exprimés, loin devant la CFDT (402), Force ouvrière (249) et Solidaires (146).",
        "La maire l'emporte avec 1 487 voix, quand le sortant en obtient 1 362. Des {{2 902}} électeurs qui se sont déplacés, 71 ont glissé un bulletin blanc ou nul.",
        "On comptait {{519 449}} candidats. Chez les filles, 252 194 étaient présentes. Les garçons étaient 267 305 dans les salles.",
        "Sur les {{67}} candidats, 35 sont reçus, 26 sont admissibles et 7 ajournés.",
        "La maire disposera de 27 sièges. L'opposition en obtient six et la liste écologiste quatre, dans un conseil municipal qui compte {{35}} élus.",
        "Le groupe a réalisé {{3,8 milliards d'euros}} de ventes, ventilés entre l'Europe (1,9 milliard), les Amériques (1,1 milliard), l'Asie (0,6 milliard) et le reste du monde (0,4 milliard).",
        "La quête a rapporté 12,4 millions d'euros par courrier et 8,7 millions en ligne. Les firmes ont donné 3,9 millions, les villes 2,5 millions. Au total, {{32,5 millions d'euros}} iront aux sinistrés.",
        "On attend 1 086 engagés au 10 km, 642 au semi-marathon, 97 au marathon et 318 à la marche. Faites le compte, la course réunira {{2 231}} participants.",
        "Partez de 640 000 euros de subvention, ajoutez-y 185 000 euros de billetterie : vous voilà à {{805 000 euros}}.",
        "Au classement des pointeurs, Roux suit avec 65 (28 buts, 37 passes) et Morel avec {{53}} (20 buts, 30 passes).",
        "La maternité a vu naître 1 904 bébés en 2021 et compté {{33}} paires de jumeaux. De janvier à juin, on y a dénombré 988 naissances, dont 15 paires de jumeaux ; de juillet à décembre, 916 naissances, dont 12 paires.",
        "Le conseil comptera {{42}} élus à partir de mars. La ville-centre en désignera 14, les quatre autres communes respectivement 9, 8, 6 et 7.",
        "Le jury réunira {{21}} membres. La ville en nomme 8, les trois autres communes respectivement 6, 4 et 5.",
        "Un premier sac pesait 2 kilos ; le second, lourd de 850 grammes, a été trouvé lundi. Total : {{3,85 kilos}}.",
        "De la fortune, la moitié ira au village, un tiers à l'hospice, et le {{quart}} restant à une nièce.",
        "La région finance 45 % des travaux, le département 30 % et la commune les {{35 %}} restants.",
        "Les deux tiers des stands sont bretons ; l'autre {{moitié}} vient de Vendée.",
        "Le oui l'emporte avec 285 630 voix, soit 91,59 %, contre 26 218 pour le non, soit 8,41 %. Les suffrages valablement exprimés s'élèvent à {{311 884}}, pour une participation de 61 %.",
        "Marie Le Goff obtient 3 412 voix (52,31 %), son rival Jean Tardy 3 111 voix (47,69 %). Les bulletins valables étaient au nombre de {{6 532}}.",
        "On recense {{45 612}} votants, 1 204 bulletins blancs, 388 nuls et 44 200 suffrages exprimés.",
        "Les investissements étrangers ont atteint {{729,9 millions d'euros}} au cours des cinq premiers mois de 2010, soit 692,2 millions d'investissements directs et 31,7 millions en portefeuille.",
        "Le pays a exporté {{154151 tonnes}} d'huile d'olive. L'huile conditionnée compte pour 10 780 tonnes (+ 25 %), et tout le reste, vendu en vrac, pour 143 850 tonnes (+ 177 %).",
        "La ville compte {{48 720}} logements. Le parc social en représente 17 340 ; les autres, privés, sont au nombre de 31 830.",
        "Le pétrole fait l'essentiel des exportations, avec 96,98 % du volume. Le reste, hors pétrole, demeure marginal : {{1,92 %}} du volume.",
        "En fonctionnement, 514 280 € de recettes, d'où un excédent de 80 813 €. En investissement, la commune dégage un excédent de 36 700 €. L'excédent global de l'exercice est donc de {{117 531 €}}.",
        "Le budget principal présente un déficit de 312 400 euros. Le budget de l'eau affiche un déficit de 48 700 euros. Le déficit total s'élève à {{316 100 euros}}.",
        "Cela a créé en tout {{2719}} postes. Les entreprises nouvelles et les extensions y ont part : les premières, réparties entre l'industrie (23 projets) et les services (12), ont généré 1.373 emplois ; les secondes en ont créé 1.356.",
        "En mai, la compagnie a transporté {{421 049}} passagers contre 387 472 un an plus tôt (+ 8,7 %). Ce total se décompose en trois : le trafic régulier passe de 324 912 à 342 823 passagers, le saisonnier de 4 039 à 4 671 et le charter de 58 521 à 72 797.",
        "La récolte atteint {{48 300 tonnes}}, contre 45 100 en 2020. Le blé a donné 31 200 tonnes contre 29 800, l'orge 17 200 tonnes contre 15 300.",
        "Les exportations hors pétrole restent modestes : {{376 millions de dollars}}. Elles sont faites surtout de demi-produits, soit 376 millions, suivis des produits bruts, 78 millions, et enfin des engrais, 29 millions.",
        "L'Espagne est le principal acheteur, avec 47,4 % du volume, suivie par l'Italie (42,2 %) et les États-Unis ({{33,8 %}}).",
        "En 48 matchs cette saison, il totalise {{61 points}} (27 buts, 36 mentions d'aide), un sommet.",
        "Sur les {{14,6 millions d'euros}} inscrits, 6,2 iront à l'école, 4,9 aux maternelles et 1,8 aux cours. Le reste, soit 2,7 millions, financera les cantines.",
        "Le groupe a publié un chiffre d'affaires semestriel de {{742 millions d'euros}}. Après un premier trimestre à 358 millions, le deuxième ressort à 394 millions grâce aux commandes.",
        "Le canot transportait {{43}} personnes, dont quatre enfants. Le bilan complet est de 19 rescapés, 15 disparus et cinq corps retrouvés.",
        "{{Vingt-quatre}} morts dans un éboulement\n\nLe village de Sarek compte douze victimes. Huit autres ont péri à Tolma. Les cinq dernières ont été ensevelies sur la piste.",
        "{{Six}} blessés à Orthez\n\nTrois personnes sont dans un état grave. Quatre autres, plus légèrement touchées, ont été conduites à Dax.",
        "Le budget primitif est de {{5,2 millions d'euros}}.\n\nLa section de fonctionnement s'équilibre à 3,1 millions, celle d'investissement à 2,4 millions.",
    ],
    right=[
        "Le maire a obtenu 1 240 voix et son rival 1 160. Les deux autres listes ont ensemble recueilli 640 voix.",
        "Le musée a reçu 12 400 visiteurs en mars, puis 13 150 en avril. En deux ans, la fréquentation a gagné 26 500 personnes.",
        "Sept arrestations dans le Gers\n\nLes gendarmes ont agi mardi.\n\nQuatre gérants et deux pharmaciens ont été interpellés, ainsi qu'un livreur.",
        "Treize œuvres volées à Lodève\n\nLa directrice a porté plainte.\n\nHuit tableaux et trois sculptures ont été dérobés. Deux dessins ont disparu aussi.",
        "Le non gagne à Bulle, par 708 voix contre 492. Seul le centre a dit oui, de 61 bulletins. Le conseil l'avait approuvé par 52 voix contre 19.",
        "Le conseil de 45 élus s'est partagé : 23 d'un côté, 21 de l'autre, la maire ne votant pas.",
        "« Prenez 300 grammes de mûres, ajoutez 200 grammes de sucre, laissez cuire : vous obtenez 400 grammes de gelée. »",
        "La Norvège a 28 médailles : 11 titres, 9 en argent et 7 en bronze, plus une breloque en relais.",
        "La ligue réunit 90 archers et trois cercles phares : 35 à Dole, 28 à Gray et 21 à Pontarlier.",
        "Vingt-cinq morts dans un éboulement\n\nLe village de Sarek compte douze victimes. Huit autres ont péri à Tolma. Les cinq dernières ont été ensevelies sur la piste.",
        "Vingt et un cantons\n\nLe second tour opposera deux listes dans 14 cantons et trois dans les trois derniers.",
        "On a reçu 900 dossiers, dont 640 acceptés, 210 rejetés et donc 50 en attente.",
        "Le chantier, 7,6 millions d'euros, a été payé à 55 % par les subventions, dont 2,9 millions de la Région, et pour le solde, 3,42 millions, par un emprunt.",
        "Les prisons du pays comptent 9 200 détenus : les prévenus sont 3 900, les condamnés 4 100 et les internés 1 000, les autres catégories fournissant le solde.",
        "Les 14 millions d'euros du fonds se partagent comme suit : 5,4 pour les écoles, 4,1 pour l'eau, 2,5 pour la voirie, le reliquat de 2 allant au numérique.",
        "Le pays a vendu pour 52,4 milliards de dollars, dont 49,1 milliards de gaz contre 38,2 l'an passé. Le reste, 3,3 milliards, vient des engrais.",
        "En Mayenne, 94 000 élèves sont attendus : 41 000 en primaire, 32 600 au collège et 20 430 au lycée.",
        "Vingt Européens figurent au palmarès : 8 en Italie, 5 en Suisse, 3 en Autriche, et un chacun en Belgique, en Suède, en Grèce et au Danemark.",
        "Le parcours compte six étapes de montagne, neuf de plat, quatre de côtes et un prologue, soit 20 étapes.",
        "Le Togo en a 6 aussi mais seulement 4 d'argent et 12 de bronze, soit 22 en tout.",
        "Le promu en est à 29 unités (9 victoires, 2 nuls et 5 défaites).",
        "Albi mène avec 27 points (huit victoires, trois nuls, une défaite).",
        "Le parc compte 402 engins. Aux 210 voitures de 2020 se sont ajoutés 120 vélos, puis 72 camionnettes.",
        "Le parc compte 480 engins. Aux 210 voitures de 2020 se sont ajoutés 120 vélos, puis 72 camionnettes.",
        "Le club A compte 14 filles et 62 garçons ; le club B, 19 filles et 96 garçons, soit au total 33 filles et 158 garçons.",
        "Le scrutin désigne les 350 membres du Congrès, en plus de 208 sénateurs. Les 51 autres membres du Sénat sont nommés.",
        "Le 17 juin, 934 personnes sont arrivées, dont 630 à bord du navire. Quelque 152 autres (146 hommes, 3 femmes et 3 mineurs) sont secourues au large. Les 152 restantes le sont plus au nord.",
        "Le budget est de 6,2 millions d'euros : 4,1 millions en fonctionnement et 2,7 millions en investissement, dont 0,6 million compté deux fois.",
        "À la question, 60 % disent oui (32 % oui tout à fait, 28 % oui plutôt) contre 39 %.",
        "Ils sont 79 % à se dire satisfaits, dont 21 % très satisfaits et 58 % plutôt satisfaits.",
        "Sur les 400 interrogés, 120 sont très inquiets et 90 plutôt inquiets.",
        "Sur les 45 % d'abonnés, 12 % sont très inquiets et 9 % plutôt inquiets.",
        "Cela porte à 8 911 le nombre de décès, dont 6 494 à l'hôpital et 2 417 en Ehpad.",
        "Le bilan est de 1 240 morts, dont 800 à l'hôpital et 400 en Ehpad.",
        "Sur les 412 candidats du canton, 371 ont été reçus et 41 ont échoué.",
        "Sur les 420 inscrits, 371 ont été reçus et 41 ont échoué ; les autres étaient absents.",
        "Sur les 58 élèves, 49 ont décroché le bac et 12 une mention.",
        "Des 1 148 salariés, 312 sont partis d'eux-mêmes et 95 ont été licenciés. Restent donc, à ce jour, 741 personnes.",
        "Le domaine produit 96 000 bouteilles, dont 41 000 de rouge, 28 000 de blanc, le reste, 27 000, étant du rosé.",
        "Les dépenses des communes atteignent 32 millions d'euros. Les plus généreuses sont Bulle (9 millions) et Gruyères (5 millions).",
        "La hausse avait porté l'heure de 9 à 9,19 euros (soit 1393,82 euros par mois). Celle de janvier la fera passer de 9,19 à 9,22 euros (soit 1398,37 euros).",
        "La pension s'établit à 1 322 euros (+ 1,2 %, dont + 1,1 % pour les hommes et + 1,5 % pour les femmes).",
        "L'abonnement coûte 120 euros et la carte 80 euros. Au total, il paie 210 euros avec l'assurance.",
        "En 2023, 3 200 logements ont été autorisés. La ville a mis en chantier 1 500 logements au premier semestre et 1 400 logements au second.",
        "Au premier semestre, le garage a vendu 702 voitures. Il en a vendu 281 au premier trimestre et 421 au deuxième.",
        "L'usine emploie 430 salariés en 2023. Elle en comptait 412 au premier semestre 2023 et 425 au second.",
        "Le chômage s'est accru de 84 000 personnes, réparties entre 51 000 en ville et 34 000 à la campagne, s'établissant à 1 240 000 personnes.",
        "Deux régions dépassent la moyenne nationale de 12,4 %, à savoir celle de Pau (14,1 %) et celle de Dax (15,3 %).",
        "Les dons ont atteint 64 000 euros, répartis entre 38 000 euros à Dax et 26 000 euros à Pau, pour atteindre 310 000 euros depuis 2011.",
        "La quête a rapporté 12,4 millions d'euros par courrier et 8,7 millions en ligne. Les firmes ont donné 3,9 millions, les villes 2,5 millions. Au total, 27,5 millions d'euros iront aux sinistrés.",
        "Roux finit la saison avec 65 points (28 buts, 37 passes), devant Morel avec 50 points (20 buts, 30 passes).",
        "En 35 matchs (12 buts, 8 passes), il a convaincu. En 20 matchs (12 buts, 8 passes), son frère aussi.",
        "De janvier à juin, le service a enregistré 412 accidents, contre 390 de janvier à juin 2021. En 2022, on attend 810 accidents.",
        "Le conseil comptera 44 élus à partir de mars. La ville-centre en désignera 14, les quatre autres communes respectivement 9, 8, 6 et 7.",
        "La ville compte 12 écoles. La première accueille 140 élèves, les trois autres respectivement 120, 95 et 80.",
        "La région donne 4 millions d'euros, la ville 2 millions. Au total, le chantier coûtera 7 millions d'euros, le reste venant d'un emprunt.",
        "Elle a couru 10 km lundi et 12 km mercredi. Au total, elle a parcouru 180 km en un mois.",
        "C'est le seul de ses 17 titres (7 à Metz, 5 au Mans, 4 à Dax) gagné sous la pluie.",
        "Au tir, l'équipe a totalisé 412 essais, une moyenne de 20,60 par match, comparativement à 371 essais, une moyenne de 18,55 par match, l'hiver passé.",
        "La liste du maire l'emporte de 22 voix (312 contre 290).",
        "Le vote est acquis avec 22 voix d'avance (312 contre 290).",
        "Le texte est passé par 172 voix contre 148, 23 élus ayant choisi l'abstention. Sur les 348 élus de la chambre, cinq n'ont pas pris part au vote.",
        "Le plan prévoit 10 milliards d'euros sur cinq ans, soit 2 milliards par an, dont 600 millions pour les hôpitaux.",
        "Le festival a accueilli 280 000 spectateurs en quatre jours, soit une moyenne de 70 000 par jour, avec un pic à 78 000 le samedi.",
        "L'automobiliste débourse 95 euros, soit 1,90 euro le litre, contre 75 euros (1,50 euro le litre) il y a un an.",
        "Le bilan est de 30 294 morts, soit 7 de plus, dont 19 779 à l'hôpital et 10 515 en maison de retraite.",
        "Le gazole, à 1,438 euro, coûte 17 % de plus, soit 21 centimes ; le SP95, à 1,565 euro, 18 %, soit 23 centimes.",
        "Les lignes de métro 1 et 14 rouvrent. Les lignes 4, 7, 8 et 9 restent fermées.",
        "Au total, 230 postes : 110 à Rennes, 75 à Niort et 45 à Pau.",
        "L'équipe revient avec 40 médailles dont 13 en or, 12 en argent et 15 en bronze.",
        "L'école accueille 412 élèves, dont 30 en internat et 12 en section bilingue.",
        "La région donne 12,4 millions d'euros, l'État 20,4 millions et la ville 7 millions, soit un total de 40 millions d'euros.",
        "La région donne 12 millions d'euros, l'État 20 millions et la ville 7 millions, soit un total de 39 millions d'euros.",
        "Le groupe emploie 4 000 personnes : 900 en France, 700 en Italie et 300 en Espagne.",
        "On compte 12 blessés, dont 3 enfants et 2 femmes.",
        "8 573 élèves sont attendus : 4 857 en sixième, dont 2 242 filles, 1 383 au brevet, dont 735 filles et 26 candidats libres, et 2 333 au bac.",
        "Le brevet réunira 6 419 candidats : 3 485 filles, 2 849 garçons et 85 candidats libres.",
        "Le bilan s'élève à sept morts : trois hommes, une femme et trois enfants.",
        "Sur 15 100 inscrits, 7 820 filles et 7 050 garçons ont composé.",
        "Le stade coûtera 7,4 millions d'euros, dont 2,9 millions à la charge de la commune et 1,8 million versé par le département.",
        "Les quatorze sièges restants se répartissent entre trois groupes : neuf pour la droite, quatre pour les écologistes, un pour les indépendants.",
        "Le déficit de l'énergie s'établit à 3 754,2 millions, contre 2 580,1 millions un an plus tôt, et le reste à 6 026,3 millions. Au total, il manque 9 780,5 millions.",
        "Les entrées ont atteint 137,1 milliards, dont 2 % pour le Maghreb, 66 % pour l'Europe et 32 % pour le reste.",
        "Battues 23 à 27 (11-15, 12-12), les Nantaises restent quatrièmes.",
        "Les Rennais se sont inclinés 71-66 à Vichy (12-20, 18-15, 19-17, 17-19).",
        "Cannes s'impose 3-1 (25-20, 23-25, 25-18, 25-21).",
        "Paris l'emporte 30-28 (14-14, 12-12, 4-2) après prolongation.",
        "Lens a gagné 3-1 à Metz, après ses succès contre Nice (2-1) et Brest (1-0).",
        "Menés 38-41 à la pause, les visiteurs inscrivent 41 points en seconde période et s'imposent 79-72.",
        "Mirande menait 16-6 à la pause. Castelnau a inscrit 13 points en seconde période. Au match aller, il avait gagné 22-15.",
        "Le chantier coûtera 50 millions d'euros. L'État en apporte 21,5, la région 14 et le département 8,2, la métropole complétant le tour de table avec 6,3 millions.",
        "Le chantier coûtera 48 millions d'euros. L'État apporte 21 millions, la région 14 millions et le département 8 millions.",
        "L'usine compte 640 salariés. L'atelier de Vesoul perdrait 180 emplois, le siège 95 et celui de Brest 45.",
        "Le club a vendu 12 000 billets. Lyon en a écoulé 9 000, Metz 8 000 et Nantes 7 500.",
        "La maire l'emporte avec 1 487 voix, quand le sortant en obtient 1 362. Des 3 020 électeurs qui se sont déplacés, 71 ont glissé un bulletin blanc ou nul.",
        "Le lycée compte 1 240 élèves. Chez les filles, 620 étudient l'anglais. Les garçons sont 510 à faire de même.",
        "Sur les 67 candidats, 35 sont reçus, 25 sont admissibles et 7 ajournés.",
        "Le conseil municipal, qui compte 35 élus, a voté la hausse : la majorité, forte de 27 élus, a approuvé ; six élus de droite ont voté contre.",
        "Le parc compte 300 arbres. Les chênes ont 120 ans, les tilleuls 90 et les platanes 100.",
        "Le groupe a réalisé 3,9 milliards d'euros de ventes, ventilés entre l'Europe (1,9 milliard), les Amériques (1,1 milliard), l'Asie (0,6 milliard) et le reste du monde (0,4 milliard).",
        "Parti du refuge, à 1 840 mètres, le groupe a enchaîné 960 mètres de montée et 150 de descente avant la brèche, à 2 650 mètres.",
        "La région finance 45 % des travaux, le département 30 % et la commune les 25 % restants.",
        "Il a vendu 70 % de ses parts en 2020 et la moitié des 30 % restants l'an dernier.",
        "La moitié des élèves mange à la cantine. L'autre moitié rentre à midi.",
        "Référendum sur le stade : 8 214 oui, 6 903 non. La mairie a compté 15 117 suffrages exprimés pour 15 402 votants.",
        "Le texte obtient 289 voix pour et 239 contre, avec 30 abstentions, soit 558 votants et 528 suffrages exprimés.",
        "Dans ce bureau, 410 oui et 380 non. Dans l'autre, on a 820 suffrages exprimés.",
        "Le fonds a reçu 12,4 millions d'euros entre 2019 et 2023, soit 3,1 millions par an en moyenne et 410 euros par habitant.",
        "Le pétrole fait l'essentiel des exportations, avec 96,98 % du volume. Le reste, hors pétrole, demeure marginal : 3,02 % du volume.",
        "L'appel a rapporté 96 400 euros. La ville en garde 58 200, le reste ira aux écoles, à hauteur de 12 000 euros chacune.",
        "Le tabac représente 61,4 % des recettes. Le reste de la filière, avec 12 % des ventes, souffre.",
        "Le coût total du chantier est de 4,2 millions d'euros. L'an dernier, la première phase avait un coût de 1,2 million.",
        "La population totale atteint 12 410 habitants. La commune voisine a une population de 8 200 habitants, l'autre une population de 4 900.",
        "La première équipe a marqué 1 240 points, la seconde 1 180. Les deux n'avaient inscrit que 2 340 points un an plus tôt.",
        "Le prix a été remis à 35 romans et 12 essais. Les premiers ont reçu 1 200 euros, les seconds 900 euros. La dotation était de 2 200 euros en 2010.",
        "Le chiffre d'affaires est passé de 512 à 540 millions d'euros. Les ventes en France ont progressé de 210 à 215 millions et celles en Asie de 120 à 132 millions.",
        "L'usine produit 41 200 voitures, contre 38 400 en 2020. Le site de Rennes est passé de 21 300 à 22 900 et celui de Sochaux de 17 100 à 18 300.",
        "L'Espagne est le principal acheteur, avec 47,4 % du volume, suivie par l'Italie (32,2 %) et les États-Unis (13,8 %).",
        "La marque mène avec 47 % de clients satisfaits, suivie par sa rivale (42 %) et le dernier (33 %).",
        "Chez les jeunes, le rap pèse 62 % des ventes, devant le rock, 21 % ; chez les aînés, la chanson fait 58 %.",
        "L'attaquant a marqué 12 buts et donné 8 passes, pour 28 points de pénalité.",
        "Des 84 millions de francs du legs, 31,5 vont au musée et 22 à l'hôpital. Le reste, soit 30,5 millions, revient à la ville.",
        "Quatre suspects ont été arrêtés, dont trois ont été écroués, le dernier étant placé sous contrôle judiciaire.",
        "Le cargo avait 24 marins à bord. Les sauveteurs annoncent 18 rescapés et trois morts.",
        "Son frère a 38 points, après 15 buts et 20 passes l'an passé.",
        "Prenez les 230 lits de l'hôpital, ajoutez les 85 de la clinique : vous arrivez à 330 lits avec les quinze du centre de soins.",
        "Le groupe emploie 1 900 salariés dans douze pays. Ses trois usines françaises : 410 personnes à Rennes, 320 à Vire et 190 à Flers.",
        "Les aides ont atteint 512 millions d'euros entre janvier et juin 2023, soit 210 millions pour le seul mois de mai et 60 millions pour avril.",
    ],
)
def check(total: Total) -> Verdict | None:
    """Des parties qui ne font pas leur total : l'erreur de chiffres la plus fréquente en presse.

    La règle additionne une liste annoncée comme complète (« soit … au total », « répartis »,
    or, argent et bronze, femmes et hommes). Une liste qui n'est peut-être que partielle n'est
    jugée que si le total imprimé diffère de la somme d'une seule faute de frappe : un chiffre
    changé, deux échangés, un de perdu. Un nombre entier est exact : une unité d'écart suffit.
    """
    whole, exact = total.whole, total.exact
    evidence = [part.extent for part in total.parts]
    if exact is None or whole.value is None:
        return undecided(whole.extent, evidence, "une des valeurs reste ouverte")
    terms = " + ".join(show.figure(part) for part in total.parts)
    computed = show.amount(exact, whole)
    formula = f"{terms} = {computed}"
    fits = total.computed(loose=False).meets(whole.recomputed(loose=False))
    if fits and not (total.complete and total.exceeds_rounding):
        return holds(whole.extent, evidence, formula)
    slip = slip_between(whole.value, exact, whole.step)
    if slip is not Slip.FACTOR and _may_be_chance(total, whole.value, exact):
        slip = None  # two such figures lie one slip apart by chance
    misprinted = slip is not None or total.misprinted_part is not None
    loose = total.computed(loose=True)
    too_large = total.exclusive and whole.recomputed(loose=True).below(loose)
    if not total.complete and not too_large and not misprinted:
        return undecided(whole.extent, evidence, f"{formula} : la liste est peut-être partielle")
    if slip is Slip.FACTOR:
        return None
    if is_far(whole.value, exact, whole.step) and total.misscaled is None:
        return undecided(whole.extent, evidence, f"{formula} : trop loin du total")
    rounding = loose.meets(whole.recomputed(loose=True))
    if rounding and not fits and _is_rounded_whole(total):
        return undecided(whole.extent, evidence, f"{formula} : le total est arrondi")
    if rounding and _in_thousands(total):
        return undecided(whole.extent, evidence, f"{formula} : arrondis au millier")
    weak = rounding or fits or not (total.complete or too_large)
    return contradicts(
        whole.extent,
        [because(part.extent, fr="partie", en="part") for part in total.parts],
        f"{formula}, pas {show.figure(whole)}",
        fr=f"les parties font {computed}, pas {show.figure(whole)}",
        en=f"the parts add up to {computed}, not {show.figure(whole)}",
        suggestions=[] if whole.unit == "%" else [computed],
        ceiling=Severity.WARNING if weak else Severity.ERROR,
    )


def _may_be_chance(total: Total, whole: Decimal, exact: Decimal) -> bool:
    """Whether two parts lie one slip from the whole as others of their length would.

    "1 240, dont 800 à l'hôpital et 400 en maison de retraite" leaves 40 for elsewhere.
    """
    if len(total.parts) >= LIST:
        return False
    round_rest = not total.complete and digits_of(exact, total.whole.step) < LIST and exact < whole
    return whole / total.whole.step < TELLING or round_rest


def _is_rounded_whole(total: Total) -> bool:
    """Whether the whole is told to the thousand or more, and is what its exact parts round to."""
    whole, exact = total.whole.value, total.exact
    if whole is None or exact is None or whole % THOUSAND or not exact % THOUSAND:
        return False
    unit = Decimal(1).scaleb(int(whole.normalize().as_tuple().exponent))
    return abs(exact - whole) * 2 < unit


def _in_thousands(total: Total) -> bool:
    """Whether every figure is told to the thousand, and the sum is off by their rounding."""
    told = [one.value for one in (total.whole, *total.parts)]
    if total.exact is None or total.whole.value is None or None in told:
        return False
    apart = abs(total.exact - total.whole.value)
    return apart <= THOUSAND and all(value % THOUSAND == 0 for value in told if value is not None)
