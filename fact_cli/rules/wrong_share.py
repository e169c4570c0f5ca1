from decimal import Decimal

from fact_cli.model.bounds import Bounds
from fact_cli.model.finding import Binding, Severity, Verdict
from fact_cli.model.mention import QuantityKind
from fact_cli.model.shares import PER_MILLE, Share
from fact_cli.model.slips import is_far
from fact_cli.rule import because, contradicts, holds, rule, show, undecided


@rule(
    on=Share,
    severity=Severity.ERROR,
    title={
        "fr": "Part qui ne correspond pas à ses deux nombres",
        "en": "Share that does not fit its two numbers",
    },
    wrong=[
        "La fonderie emploie 840 ouvriers. Parmi eux, 210 ont cessé le travail, soit {{35 %}}.",
        "La fonderie emploie 840 ouvriers. 210 d'entre eux ont cessé le travail : {{35 %}}.",
        "La fonderie emploie 840 ouvriers. Elle compte 210 femmes, soit {{35 %}} de l'effectif.",
        "La fonderie emploie 840 ouvriers. Parmi eux, 210 sont en grève. Cela fait {{35 %}} du personnel.",
        "La fonderie emploie 840 ouvriers, dont 210 femmes ({{35 %}}).",
        "Sur 840 ouvriers, 210 ont cessé le travail : {{35 %}}.",
        "Sur 840 ouvriers, 210 ont cessé le travail, le {{tiers}} de l'effectif.",
        "Viennent ensuite 35 214 voix pour l'avocat (1,17 %), 31 225 pour le juge (1,04 %), 28 463, soit {{0,88 %}}, pour le maire et 19 061 (0,63 %) pour la sénatrice.",
        "Le bas du tableau compte 4 040 voix, soit 0,13 %, pour l'un, 3 927 voix, soit {{0,013 %}}, pour l'autre et 3 844 voix, soit 0,13 %, pour le dernier. En tête, 856 218 bulletins vont au sortant (28,44 %).",
        "L'île a connu 771 accidents. Un piéton était en cause dans 120 (16 %), un obstacle dans 204 ({{13 %}}).",
        "La section ne compte que 189 reçus pour 630 inscrits, soit un taux de réussite de {{33,1 %}}.",
        "On dénombre 189 bacheliers, soit {{79,15 %}} pour 212 candidats.",
        "Le lycée présentait 212 élèves ; 189, dont 102 filles, sont bacheliers, soit {{79,15 %}} de réussite.",
        "Le lycée alignait 212 élèves, et 106 d'entre eux ont eu leur diplôme, soit {{37,2 %}}.",
        "Sur 212 inscrits, dont 52 % de filles, 189 ont été reçus. Soit un taux de {{83,4 %}}.",
        "Sur 212 tués, 84 étaient à moto (70 hommes et 14 femmes), soit {{45 %}} du total, contre 38 % en 2010.",
        "On compte 180 reçus sur 900 candidats du lycée Balzac ({{30 %}}).",
        "Des 640 logements que le bailleur possède, 96 sont vides. {{Ce quart}} du parc sera démoli.",
        "Le fonds gère 12,8 milliards d'euros sur un encours de 51,2 milliards. Il pèse donc {{15 %}} de l'épargne, devant les livrets, à 9,3 milliards.",
        "La mairie a envoyé 1 800 courriers. Au 1er mars, 612 étaient revenus remplis. « Un taux de retour de {{43 %}}, c'est inespéré », dit l'adjoint.",
        "On compte 180 reçus sur 900 candidats, soit {{30 %}}.",
        "L'office a retenu 54 571 admis sur 153 452 candidats, soit un taux de réussite de {{36,5 %}}.",
        "Sur 2 400 inscrits, 600 ont voté, soit {{35 %}} de participation.",
        "Avec 96 750 nuitées, soit {{17,2 %}} des 430 000 comptées par les hôtels, les Belges restent la première clientèle.",
        "La couverture vaccinale atteint {{21,7 %}} dans ce district, dit le médecin : 9 756 enfants ont eu leur dose sur les 36 000 visés.",
        "Ici, 48 postulants s'étaient inscrits, 45 ont composé et 16 sont retenus, soit un taux de réussite de {{34,56 %}}.",
        "Les cadets présents étaient 52 et 19 d'entre eux ont réussi, soit {{39,54 %}}.",
        "Près d'{{un quart}} des 1 240 logements, 413 exactement, seront démolis.",
        "L'atelier emploie 160 personnes, dont 96 femmes. Avoir {{66 %}} de femmes réjouit la directrice.",
        "Le jury a reçu 33 675 des 142 814 candidats, soit {{32,58 %}}.",
        "Sur les 25 000 foyers du territoire, {{18 %}} seraient en précarité. Le syndicat entend accompagner ces 450 ménages.",
        "Les {{deux tiers}} des 96 communes ont élu leur maire. Dans les 24 autres, il faudra attendre.",
        "Les 1 500 salariés ont dit oui à {{63 %}}. La direction peut se prévaloir de 845 bulletins favorables.",
        "Le conseil a adopté le budget {{à l'unanimité}}, par vingt-sept voix contre trois.",
        "La {{parité est stricte}} au bureau : 17 hommes et 21 femmes.",
        "Les deux listes sont {{à égalité}}, avec 412 voix et 421 voix.",
        "La maison a été vendue 320 000 euros. L'agence a prélevé une commission de {{4 %}}, soit 1 280 euros.",
        "Selon l'enquête, {{8 %}} des Portugais, soit 82 000 personnes, ont renoncé à des soins. Le pays compte 10,3 millions d'habitants.",
        "Dans cette ville de 64 000 habitants, {{15 %}} de la population, soit 960 personnes, vit dans la pauvreté.",
        "Le fonds gère 2,6 milliards d'euros. Les frais, de {{1,5 %}}, représentent 390 millions d'euros.",
        "On a relevé 46 cas pour 2 300 naissances. La prévalence s'établit à {{0,2 %}}.",
        "L'orage a coupé 46 000 foyers. À midi, la {{moitié}} d'entre eux, soit 32 000, étaient de nouveau alimentés.",
        "La ligue a cédé ses droits pour 1,84 milliard d'euros. L'agence prendra {{2 %}}, soit 360 millions d'euros.",
        "Avec 34 décès pour 1 360 cas confirmés, le taux de létalité s'établit à {{0,025 %}}.",
        "L'atelier compte dix-neuf hommes et six femmes, soit {{32 %}} de femmes.",
        "Pour un logement à 168 000 euros, un apport de 10 % représente 16 800 euros et un apport de {{25 %}}, 46 000 euros.",
        "Sur les 3.215.909 suffrages, il a recueilli 64.011 voix (1,99 %) et ses rivaux 53.330 (1,66 %) et 31.986 (0,99 %). On évalue les bulletins blancs à 35.099, soit {{1,9 %}}.",
        "La bibliothèque a prêté 184 200 documents. Les romans en font 81 048 (44 %), les albums 46 050 (25 %). Les disques, en recul, sont à 9 210 prêts, soit {{15 %}}.",
        "Le parc a atteint 40,6 millions d'abonnés. Le premier en totalise 17,20 millions (42,37 %), le second 14,36 millions (35,37 %). Le dernier baisse, avec 9037 millions de clients, soit {{22,26 %}} du total.",
        "Les investissements ont grimpé à 1595,7 millions de dinars. Cela représente {{76 %}} des flux prévus pour l'exercice, soit 2,1 millions de dinars.",
        "Des 32 451 apprentis présents, 27 305 passent en deuxième année : le taux de réussite s'établit à {{81,77 %}}.",
        "Le pays compte 64 400 malades et 1 610 morts ; la létalité du virus s'établit ainsi à {{0,025 %}}.",
        "La prison héberge 540 détenus pour 400 places, soit un taux d'occupation de {{125 %}}.",
        "La commune compte 6 123 électeurs. 1 804 ont pris part au vote. La participation s'élève ainsi à {{33,5 %}}.",
        "Ils étaient 18 936 à s'être inscrits cet automne à l'examen du permis de navigation, dont 12 923 femmes, soit un taux de {{57 %}}.",
        "L'office emploie 612 agents, parmi lesquels 180 femmes : une proportion de {{33,5 %}}.",
        "La police a contrôlé 640 camions. Quatre-vingt-seize étaient en surcharge, soit {{un camion sur quinze}}.",
        "La grève a mobilisé 180 agents. Rapporté aux 612 agents de la ville, cela fait {{39,4 %}}.",
        "L'avance du sortant est de 34 voix. Rapporté aux 58 000 suffrages exprimés, cela fait {{0,0006 %}}.",
        "Cette année, 180 foyers ont été aidés, ce qui représente {{39,4 %}} des 612 foyers du bourg.",
        "On a recensé 180 cas. C'est {{39,4 %}} des 612 habitants de l'île.",
        "Le club a vendu 180 billets, pour 612 places au stade, soit {{39,4 %}}.",
        "Le taux de natalité, {{9 ‰}}, correspond à 420 naissances pour 35 000 habitants.",
        "Le taux de réussite atteint {{78 %}} : 384 reçus sur 600 candidats.",
        "La prématurité atteint {{87 pour mille}}. Sur 4 100 naissances, 246 enfants sont arrivés avant terme.",
    ],
    right=[
        "Le collège compte 640 élèves, dont 96 boursiers. Ils représentent 12 % des boursiers du département.",
        "Sur les 640 candidats, 96 ont échoué. Elles sont 55 % de femmes.",
        "Le taux de natalité, 12 ‰, correspond à 420 naissances pour 35 000 habitants.",
        "Sur 4 100 naissances, 246 enfants sont arrivés avant terme, soit 60 pour mille.",
        "La réussite atteint 91 %. Parmi les 640 candidats libres, 412 ont été admis.",
        "La grève a mobilisé 180 agents à Pau et 90 à Dax, soit 44 % des 612 agents.",
        "Le maire obtient 180 voix (contre 150 à son rival), soit 29,4 % des 612 suffrages.",
        "On dénombre 180 morts et 300 blessés, soit 78 % des 612 passagers.",
        "Les 180 salariés de Pau ont débrayé. C'est 30 % des 612 salariés du groupe.",
        "La commune compte 180 enfants. C'est 5 % de plus que les 171 de 2020.",
        "Sur 212 candidats du lycée, 189 ont été reçus. Le taux de réussite national atteint 81 %.",
        "L'épidémie a fait 180 morts pour 6 123 cas dans le pays. En Europe, le taux de létalité est de 5 %.",
        "La prison héberge 540 détenus pour 400 places, soit un taux d'occupation de 135 %.",
        "Sur 612 électeurs, 180 ont voté à midi. La participation atteint 50 % à 17 heures.",
        "Sur 1 240 demandes, 310 ont été acceptées, soit un taux de protection de 25 %. Avec les recours, le taux de protection monte à 35 %.",
        "Le service a reçu 1 340 plaintes et en a résolu 402. Le taux d'élucidation des cambriolages est de 12 %.",
        "La fonderie emploie 840 ouvriers. Parmi eux, 210 ont cessé le travail, soit 25 %.",
        "La fonderie emploie 840 ouvriers. Parmi eux, 210 sont logés (35 % avec leur famille).",
        "La fonderie emploie 840 ouvriers. Elle supprimera 210 postes au siège, soit 35 % de l'effectif.",
        "Sur 840 ouvriers, 210 ont cessé le travail : 35 % à l'aciérie, 12 % au laminoir.",
        "Viennent ensuite 35 214 voix pour l'avocat (1,17 %), 31 225 pour le juge (1,04 %), 28 463, soit 0,95 %, pour le maire et 19 061 (0,63 %) pour la sénatrice.",
        "On compte 35 214 voix pour l'avocat (23,5 %), 31 225 pour le juge (20,8 %), 28 463 pour le maire (19 %) et 4 500 bulletins blancs (2,9 %).",
        "L'île a connu 771 accidents. Un piéton était en cause dans 120 (16 %), une moto dans 204, dont 27 de nuit (13 %).",
        "La section ne compte que 189 reçus pour 630 inscrits, soit un taux de réussite de 30 %.",
        "Le lycée présentait 212 élèves ; 189, dont 102 filles, sont bacheliers, soit 79,15 % de mentions.",
        "Sur 212 candidats, 189 ont été reçus, dont 102 filles, soit 54 %.",
        "Sur 212 candidats inscrits, 200 ont composé et 189 sont admis, soit 94,5 %.",
        "Onze collèges sur seize font mieux que la moyenne, Kédougou en tête (90,4 %).",
        "Onze collèges sur seize font mieux que la moyenne (58,7 %).",
        (
            "Sur les 720 élèves de terminale, 540 ont obtenu leur baccalauréat, soit exactement trois sur quatre. Le taux était de 71 % en 2021 et de 68 % l'année d'avant.",
            "2022-07-28",
        ),
        "Les 4 820 votants ont tranché : le maire obtient 2 410 voix (50 %), son rival 1 446 voix (30 %). On a dénombré 120 bulletins nuls, soit 2,4 % des inscrits.",
        "Le oui a réuni 12 340 voix (60,9 %) et le non 7 660 (37,8 %), 270 bulletins étant blancs.",
        "Le oui y recueille 4.319.466 voix, soit 90,56 %, et le non 450.438, soit 9,44 %.",
        "Les investissements ont grimpé à 1595,7 millions de dinars. Cela représente 76 % des flux prévus pour l'exercice, soit 2,1 milliards de dinars.",
        "Sur les 1 250 élèves, 500 viennent à pied (40 %), 375 en bus (30 %). Les 375 autres, dont 90 filles (24 %), viennent à vélo.",
        (
            "Le plan de Séoul vaut 18 400 milliards de wons, soit 11 milliards d'euros. L'an passé, il se montait à 12 100 milliards. Près d'un quart, 4 500 milliards, ira aux ports.",
            "2026-03-24",
        ),
        "L'État finance un quart, soit 8 millions, et l'emprunt, intérêts compris, porte sur 26 millions.",
        "Avec 48 % des voix, sa liste décroche 10 des 19 sièges du conseil communal.",
        "La liste a obtenu 54,4 % des voix, soit 13 sièges sur les 23 du conseil communal.",
        "Les deux tiers ont été reçus par 38 000 foyers (soit 0,1 % des foyers), dont un tiers par 3 800 foyers (0,01 %).",
        "Les 620 communes de 8 000 habitants et plus, soit 1,8 % du total, réunissent la moitié des emplois.",
        "Des 640 logements que le bailleur possède, 160 sont vides. Ce quart du parc sera démoli.",
        "Des 640 logements que le bailleur possède, 96 sont vides. Ce maire a obtenu 25 % des voix.",
        "La mairie a envoyé 1 800 courriers. Au 1er mars, 612 étaient revenus remplis. « Un taux de retour de 34 %, c'est inespéré », dit l'adjoint.",
        "Les atteintes aux biens régressent : - 4,7 % (5 890 faits). Les cambriolages aussi : - 8,6 % (1 258 faits).",
        "Le registre compte 184 300 inscrits, soit 3,4 % des 18-25 ans, qui sont 5,4 millions. Rapporté aux 54 millions d'habitants, c'est 0,34 %.",
        "La maison a été vendue 320 000 euros. L'agence a prélevé une commission de 4 %, soit 12 800 euros.",
        "Dans cette ville de 64 000 habitants, 15 % des actifs, soit 4 200 personnes, cherchent un emploi.",
        "La ville compte 250 000 habitants. Chez les moins de 25 ans, 20 % sont au chômage, soit 5 000 jeunes.",
        "Ce cabinet prend 1,2 % des dons, soit 36 000 euros, à une association qui dispose de 30 millions d'euros de réserves.",
        "La vente a rapporté 48 millions d'euros. La taxe, de 5 % au-delà de 43 millions, soit 250 000 euros, va à la ville.",
        "Prévu à 12 millions d'euros, le chantier en a coûté 14,4. L'État en a réglé 5,76 millions (40 %), la ville 5,04 et la région 3,6.",
        "L'orage a coupé 46 000 foyers. À midi, la moitié d'entre eux, soit 23 000, étaient de nouveau alimentés.",
        "Avec 34 décès pour 1 360 cas confirmés, le taux de létalité s'établit à 2,5 %.",
        "L'atelier compte dix-neuf hommes et six femmes, soit 24 % de femmes.",
        "Le groupe a vendu pour 320 millions d'euros. Il versera 5 % de ses bénéfices, soit 1,6 million, à la fondation.",
        "Sur 1 200 entreprises, 540 (45 %) prévoient d'embaucher, dont 180, soit un tiers d'entre elles, des cadres.",
        "Le nombre de chômeurs s'est accru de 3 823 pour s'établir à 153 260. Le taux de chômage est inchangé, à 3,5 %.",
        "Le salon réunit 210 exposants, contre 175 sur 25 sites en 2022, soit 20 % d'exposants en plus.",
        "Auprès de 20 Minutes, la chaîne se dit surprise (4,9 millions de téléspectateurs, soit 20,7 % du public).",
        "L'usine a livré 900 avions sur 1 200 commandés, soit 25 % de moins que prévu.",
        "On compte 180 reçus sur 900 candidats, soit 20 %.",
        "Sur 512 partants du raid, 384 ont franchi l'arrivée, soit un taux d'abandon de 25 %.",
        "Avec 96 750 nuitées, soit 22,5 % des 430 000 comptées par les hôtels, les Belges restent la première clientèle.",
        "Le taux de chômage atteint 9 % dans la ville : 120 chômeurs sur les 400 du quartier ont reçu une lettre.",
        "Ici, 48 postulants s'étaient inscrits, 45 ont composé et 16 sont retenus, soit un taux de réussite de 33,33 %.",
        "L'atelier emploie 160 personnes, dont 96 femmes. Le secteur compte 12 % de femmes.",
        "L'office a retenu 54 571 admis sur 153 452 candidats, soit un taux de réussite de 35,6 %.",
        "Sur 2 400 inscrits, 600 ont voté, soit 25 % de participation.",
        "Sur 32 inscrits, 30 se sont présentés et 11 ont été admis, soit 36,67 %.",
        "L'enquête porte sur 7 villes sur 9, soit 78 %.",
        "L'enquête porte sur 7 villes sur 9, soit près de 80 %.",
        "On compte 180 reçus sur 900 candidats, soit une hausse de 3 %.",
        "Sur 23 251 503 inscrits, 8 225 223 ont voté, soit 35,37 %.",
        "Sur les 25 000 foyers du territoire, 18 % seraient en précarité. Le syndicat entend accompagner ces 4 500 ménages.",
        "Les deux tiers des 96 communes ont élu leur maire. Dans les 32 autres, il faudra attendre.",
        "La moitié des huit sites affiche un léger mieux. Deux stagnent, les deux autres régressent.",
        "Le budget a été adopté par 27 voix contre 3, et la motion à l'unanimité.",
        "Le conseil, strictement paritaire, compte 15 hommes et 14 femmes.",
        "La majorité des deux tiers n'a pas été atteinte, avec 61 voix sur 99.",
        "Avec neuf femmes et onze hommes, le bureau est loin de la parité parfaite.",
    ],
)
def check(share: Share) -> Verdict | None:
    """Une part se recalcule : 180 sur 900, c'est 20 %, pas 30.

    La règle s'applique quand la phrase nomme la partie, le tout et le pourcentage. Quand
    plusieurs nombres de la phrase peuvent être le tout (inscrits, présents), il faut
    qu'aucun ne convienne.
    """
    part, stated = share.part, share.stated
    whole = share.nearest
    exact = share.exact(whole)
    evidence = [part.extent, share.whole.extent]
    if exact is None:
        return undecided(stated.extent, evidence, "une des valeurs reste ouverte")
    # Many cut off digits instead of rounding, so that 35,378 is printed 35,37.
    claimed = share.claimed(loose=False) + Bounds(Decimal(0), stated.step / 2)
    decimals = min(max(1 if exact >= 1 else 2, -int(stated.step.as_tuple().exponent)), 6)
    computed = show.percent(exact, decimals, PER_MILLE if share.is_per_mille else "%")
    formula = f"{show.figure(part)} ÷ {show.figure(whole)} = {computed}"
    if share.percent(share.whole, loose=False).meets(claimed):
        return holds(stated.extent, evidence, formula)
    if any(share.percent(one, loose=False).meets(claimed) for one in share.others):
        return undecided(stated.extent, evidence, "le tout peut être un autre nombre de la phrase")
    inferred = share.binding is Binding.INFERRED
    told = stated.value if stated.kind is QuantityKind.PERCENT else None
    if inferred and told and is_far(told, exact, stated.step):
        return undecided(stated.extent, evidence, f"{formula} : trop loin de ce qui est dit")
    rounding = share.percent(share.whole, loose=True).meets(share.claimed(loose=True))
    return contradicts(
        stated.extent,
        [
            because(part.extent, fr="la partie", en="the part"),
            because(whole.extent, fr="le tout", en="the whole"),
        ],
        formula,
        fr=f"{show.figure(part)} sur {show.figure(whole)}, c’est {computed}",
        en=f"{show.figure(part)} of {show.figure(whole)} is {computed}",
        suggestions=[] if stated.kind is QuantityKind.NUMBER else [computed],
        ceiling=Severity.WARNING if rounding or share.others else Severity.ERROR,
    )
