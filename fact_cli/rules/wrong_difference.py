from decimal import Decimal

from fact_cli.model.bounds import is_near, is_rounding_of
from fact_cli.model.figures import Difference
from fact_cli.model.finding import Binding, Severity, Verdict
from fact_cli.model.slips import is_far
from fact_cli.rule import because, contradicts, holds, rule, show, undecided

SURE = 3  # digits from which another digit is no other difference
APART = 1000  # times, which no two values of one thing lie apart
FEW = 10  # of which two values far larger, found by search, are not the values
NEARLY = Decimal("0.05")  # of a difference of two values, for their rounding
FREELY = Decimal("0.2")  # what "plus de 50 000" leaves open


@rule(
    on=Difference,
    severity=Severity.ERROR,
    title={
        "fr": "Écart qui n’est pas celui de ses deux valeurs",
        "en": "Difference that its two values do not give",
    },
    wrong=[
        "Sa liste obtient 318 voix, contre 290 à celle du maire. Seules {{38}} voix les séparent.",
        "Le club compte 318 membres, contre 290 l'an dernier ({{+38}}).",
        "Le déficit commercial atteint {{854 millions de dinars}}, contre 863,2 millions en 2022. Les exportations ont progressé de 3,3 %, à 2,268 milliards, et les importations de 2,1 %, à 3,059 milliards de dinars.",
        "Le taux passe de 3,25 % à 3,75 %, soit une hausse de {{25 points de base}}.",
        "Son ratio atteint 16,30 %, soit {{450 points de base}} de plus que le minimum, fixé à 11,50 %.",
        "Le taux de 2,4 % consenti en janvier, inférieur d'{{un demi-point}} à celui de décembre, qui s'établissait à 3,1 %, rassure.",
        "La pension passera de 820 à 861 euros. Les retraités toucheront {{51 euros}} de plus chaque mois.",
        "L'industriel a ramené sa dette de 2,35 à 1,9 milliard d'euros. Ce désendettement de {{350 millions}} lui redonne un peu d'air.",
        "Le déficit s'est creusé à 3,4 millions d'euros, après 2,9 millions l'année précédente. Cette dégradation de {{500 millions}} inquiète.",
        "Le chômage est revenu de 9,4 à 8,1 % en deux ans. Cette décrue de {{2,3 points}} a surpris.",
        "La liste, créditée de 38,2 % au premier tour, en a recueilli 51,7 % dimanche. Gagner {{15,5 points}} en une semaine, personne ne s'y attendait.",
        "L'indice a gagné {{35,45 points}} à 7 533,63 points. Il valait 7 489,18 points la veille.",
        "Elle l'a emporté en 1'12\"45, devant Anna Leitgeb, deuxième en 1'12\"83, à {{48 centièmes}}.",
        "L'écart entre les deux finalistes n'est que de {{318}} voix : 6 412 pour la maire sortante, 6 084 pour son challenger.",
        "Le résultat s'établit à 315 millions d'euros, en baisse de {{59 millions d'euros}} par rapport à l'an dernier (344 millions d'euros), due aux ventes de mars.",
        "Les ventes sont passées de 202 469 à 232 918 tonnes, soit {{33 000 tonnes}} de plus.",
        "La route a tué 291 personnes contre 328 l'an passé, soit {{47}} personnes en moins.",
        "La liste obtient 312 voix contre 298, soit {{24}} d'écart.",
        "Le loyer passe de 640 à 690 euros, soit une hausse de {{60 euros}}.",
        "La facture atteint 1,92 milliard de dollars, contre 2,25 milliards, soit une baisse de {{33 millions de dollars}}.",
        "Sa fortune est passée de 41,5 à 72,2 milliards de dollars, un bond de {{37,7 milliards de dollars}}.",
        "La commune compte 2 040 cas, soit {{160}} de plus que la veille (1 920).",
        "Lyon s'est imposé 84-71 face à Monaco, avec {{15}} points d'écart.",
        "Il gagne le marathon en 2 h 08, {{quatre minutes}} devant son dauphin, crédité de 2 h 14.",
        "La vallée recensait 3 482 fermes il y a dix ans. Depuis, 297 ont fermé sans être remplacées. Il en subsiste {{3 215}}.",
        "Le réseau estime à {{37 200}} le nombre de foyers encore privés de courant, après en avoir rétabli 86 000 sur les 133 200 touchés.",
        "Sur les 12 640 billets mis en vente, le club en avait encore {{1 875}} sur les bras après 10 865 entrées payantes.",
        "Le devis du tram, chiffré à 8,4 milliards de dollars en mai, en atteint maintenant 11,1 milliards. Cette rallonge de {{2,7 millions}} fâche la mairie.",
        "Il manque {{162,5 millions d'euros}} dans les caisses : le fisc n'a recouvré que 1 087,5 milliards, quand la loi en prévoyait 1 250.",
        "Son bénéfice s'est replié de 34,2 %, ou {{63 millions de dollars}} : il se chiffre à 1,21 milliard, alors qu'il frôlait 1,84 milliard.",
        "Le déficit commercial s'est creusé à {{7,2 milliards d'euros}}, les exportations atteignant 41,3 milliards et les importations 48,5 millions.",
        "Kipsang gagne en 2 h 3 min 15 s. Bekele, deuxième en 2 h 4 min 20 s, termine à {{1 min 35 s}}.",
        "Le taux du livret sera ramené de 3 % à 2,4 %, soit {{0,8 point}} de moins.",
        "Le leader caracole avec 54 unités. Son poursuivant n'en a que 49 et accuse donc {{six points}} de retard.",
        "Monaco conforte son fauteuil avec 61 points. Il compte {{sept}} longueurs d'avance sur Marseille, dauphin avec 56 unités.",
        "Les électeurs étaient 326 981 à voter sur 606 644 inscrits. Au total, 5 389 bulletins ont été considérés comme nuls, ce qui laisse {{321 582}} suffrages valablement exprimés.",
        "Le déficit commercial a atteint {{854 millions d'euros}} à fin janvier, contre 863,2 millions un an plus tôt. Les exportations s'établissent à 2,268 milliards d'euros (+ 3,3 %), les importations à 3,059 milliards (+ 2,1 %).",
        "La commune a vu 412 naissances et 365 décès. Son solde naturel est de {{74}} habitants.",
        "La bibliothèque perd {{huit}} postes\n\nLa nouvelle est tombée lundi.\n\nLes lecteurs s'en émeuvent.\n\nLe nombre de postes passera de 31 à 27 en janvier.",
        "Mairie de Serres : Dupin l'emporte de {{212}} voix\n\nLe duel a été serré.\n\nLa soirée fut longue.\n\nLe maire sortant a obtenu 1 408 voix, contre 1 296 à sa rivale.",
        "Le club en fête\n\nLa saison fut belle.\n\n« {{Trente}} licenciés de plus, c'est énorme », sourit la présidente.\n\nLe club compte désormais 212 licenciés, contre 192 la saison passée.",
        "Basket : Lormont gagne de justesse\n\nLormont a mis fin à sa série en dominant Cenon 82-77 (21-18, 17-22, 24-20, 20-17).\n\nLe match fut beau.\n\nAvec {{trois points}} d'écart au buzzer, les joueurs peuvent souffler.",
    ],
    right=[
        "Le don de sang à Metz\n\nOn a recueilli 3 482 dons en mars.\n\nUn an plus tôt, 2 917 dons avaient été faits.\n\nIl faudrait 655 dons de plus pour tenir l'été.",
        "Le département compte 412 communes. La loi en a fait disparaître 38. Ce sont donc 1 120 élus qui perdront leur écharpe.",
        "Le plan prévoyait 3 456 abris. La tempête en a détruit 218, et dix ont été ajoutés. Ce sont donc 3 248 abris qui ont servi.",
        "Six postes de moins à la mairie\n\nLe budget est voté.\n\nLes services techniques passeront de 34 à 30 postes. La piscine perdra le reste.",
        "Rugby : Pau gagne de sept points\n\nPau gagne.\n\nLe derby avait vu Pau s'imposer 24-20.\n\nLe match suivant fut dur, avec sept points d'écart au final.",
        "Trente lits de moins à l'hôpital de Dinan\n\nLe personnel est inquiet.\n\nEn médecine, le nombre de lits passera de 60 à 48. La chirurgie fermera aussi.",
        "Le collège gagne quarante élèves\n\nRentrée animée.\n\nLe principal est heureux.\n\nL'effectif des sixièmes est passé de 112 à 136 élèves.",
        "Le maire réélu avec 300 voix d'avance\n\nIl l'a emporté largement.\n\nEn 2020, il avait obtenu 1 204 voix, contre 1 004 à son rival.",
        "La fête a pris fin\n\nElle fut belle.\n\n« J'ai cinq salariés de plus que mon voisin », dit un forain.\n\nLa fête emploie 24 salariés, contre 20 l'an dernier.",
        "Sa liste obtient 318 voix, contre 290 à celle du maire. Seules 28 voix les séparent.",
        "Sa liste obtient 318 voix, contre 290 à celle du maire. Seules 12 voix la séparent de la majorité.",
        "Le club compte 318 membres, contre 290 l'an dernier (+28).",
        "Le club compte 318 membres, dont 290 hommes (+12).",
        "Le déficit commercial atteint 854 millions de dinars, contre 863,2 millions en 2022. Les exportations ont progressé de 3,3 %, à 2,268 milliards, et les importations de 2,1 %, à 3,122 milliards de dinars.",
        "Le déficit commercial atteint 854 millions de dinars, contre 863,2 millions en 2022. Les exportations de phosphates ont progressé de 3,3 %, à 2,268 milliards, et les importations de blé de 2,1 %, à 3,059 milliards.",
        "Le taux passe de 3,25 % à 3,75 %, soit une hausse de 50 points de base.",
        "Le camp compte 295 sièges, soit six de plus que la majorité absolue, fixée à 289.",
        "Un plein de 50 litres coûte 93,50 euros, 22 euros de plus qu'il y a un an, où le litre s'affichait à 1,43 euro.",
        "Avec 312 millions de recettes et 341 de charges, le club a bouclé son exercice sur un déficit de 29 millions.",
        "Le budget passe de 6 740,1 à 7 278,1 milliards de francs CFA, soit 538 milliards de plus.",
        "« On a gagné cent voix », dit-elle : 1 238 aujourd'hui contre 1 131 il y a six ans.",
        "Elle avait obtenu 38 voix sur 90, huit de moins que la majorité absolue.",
        "Après dépouillement, Ecolo est solide deuxième à 25,9 % contre 18 % il y a six ans. Le cdH perd près de 10 points et tombe à 7,2 %.",
        "Le ministère a relevé de trois points ses notations de maïs, à 73 %, contre 67 % l'an dernier à la même période.",
        "À Paris, la tonne de blé perdait deux euros en septembre à 182,25 euros, ainsi que celle de décembre à 184,25 euros.",
        "Le ministre reconnaissait que le pays allait perdre 75 000, 80 000 ou 100 000 emplois.",
        "Le taux de 2,4 % consenti en janvier, inférieur de 0,7 point à celui de décembre, qui s'établissait à 3,1 %, rassure.",
        "La pension passera de 820 à 861 euros. Les retraités toucheront 492 euros de plus par an.",
        "Le ticket passe de 1,60 à 2 euros. Les usagers paieront 16 euros de plus chaque mois.",
        "L'industriel a ramené sa dette de 2,35 à 1,9 milliard d'euros. Ce désendettement de 450 millions lui redonne un peu d'air.",
        "Le chômage est revenu de 9,4 à 8,1 % en deux ans. Cette décrue de 1,3 point a surpris.",
        "Le budget est passé de 1,8 à 2,5 millions d'euros. Cet effort de 400 000 euros par an est salué.",
        "Le prix est passé de 80 à 100 euros. Une réduction de 15 euros est proposée aux étudiants.",
        "Le nombre de lits est passé de 240 à 210. Un manque de 50 infirmiers explique ces fermetures.",
        "La baguette est passée de 0,95 à 1,10 euro. Cette différence de 5 centimes avec le supermarché lui coûte des clients.",
        "Le déficit se réduit à 5,2 milliards d'euros, contre 5,8 milliards en mai, l'énergie pesant à elle seule 3,9 milliards.",
        "La dette recule à 26,3 millions d'euros, contre 38,9 millions un an plus tôt. Elle diminue de 12,4 millions et le résultat de la société est de 13,8 millions.",
        "La fonderie a dégagé en 2025 un bénéfice net de 1,7 million d'euros, après avoir perdu 5,6 millions en 2024 et 6,5 millions en 2023.",
        "Moulins résiste mieux : 812 naissances, onze de moins seulement. Vichy en a enregistré 794.",
        "L'indice a gagné 35,45 points, terminant à 7 533,63 points. En séance, il a atteint 7 559,35 points.",
        "La ligne a connu trois revers : la neige, la grève et la perte de 24 100 passagers en mars (contre 5 000 de perdus un an plus tôt).",
        "Elle l'a emporté en 1'12\"45, devant Anna Leitgeb, deuxième en 1'12\"83, à 38 centièmes.",
        "L'écart entre les deux finalistes n'est que de 328 voix : 6 412 pour la maire sortante, 6 084 pour son challenger.",
        "Dépenses : 3 055 039 euros. Recettes : 2 608 020 euros. Résultat : 447 018 euros.",
        "Samedi, ils ont accusé un retard de quatre buts à la pause. Ils sont passés d'une avance de deux buts à un retard de quatre buts.",
        "Le pays allait, selon lui, perdre 75 000, 80 000 ou 100 000 personnes.",
        "Le résultat s'établit à 315 millions d'euros, en baisse de 29 millions d'euros par rapport à l'an dernier, due au résultat de mars à 160 millions d'euros.",
        "Les ventes sont passées de 202 469 à 232 918 tonnes, soit 30 000 tonnes de plus.",
        "La vallée recensait 3 482 fermes il y a dix ans. Depuis, 297 ont fermé et 30 se sont ouvertes. Il en subsiste 3 215.",
        "La vallée recensait 3 482 fermes il y a dix ans. Depuis, 297 ont fermé. Il en subsiste 2 100 en plaine.",
        "Le refuge accueillait 64 familles, 12 sont parties. Il reste 50 appartements occupés.",
        "Le devis du tram, chiffré à 8,4 milliards de dollars en mai, en atteint maintenant 11,1 milliards. Cette rallonge de 2,7 milliards fâche la mairie.",
        "La filière des lettres, avec 26,42 %, soit 107 828 candidats, suit celle des sciences (134 518) et précède la gestion (40 108).",
        "Il manque 12 millions d'euros pour finir la tour, qui a coûté 80 millions et rapportera 95 millions.",
        "Le budget de la culture atteint 458 millions d'euros, celui des routes 512 millions. Cette hausse de 40 millions sur un an ravit le maire.",
        "La commune a reçu 318 mm de pluie en mai, pour des normales de 96 mm. Le précédent record de 264 mm datait de 1987.",
        "L'exercice boucle sur un bénéfice de 52 millions d'euros. Alors que la ville prévoyait un déficit de 14 millions, malgré des prélèvements de 31,5 millions, ses comptes affichent un excédent de recettes de 51,8 millions d'euros.",
        "Avec une moyenne de 61 visiteurs par soir, soit quatre de plus que l'hiver passé, le mois de mai a frôlé le plus haut jamais vu de visiteurs par soir (63).",
        "L'équipe a inscrit 52 essais, 9 de plus que l'an passé, alors que la défense en a concédé 38 essais, cinq de moins qu'en 2019.",
        "À Vorey, 38,4 °C ont été enregistrés mardi. À Craponne, où 36,1 °C ont été relevés, le précédent record a été pulvérisé de près de 4 degrés.",
        "La croissance serait de 1,1 % au sud, après 0,9 % cette année. Celle du pays est attendue à 1,3 %, soit 0,2 point de mieux que celle du sud.",
        "Une famille de quatre acquittera donc 61,60 euros pour la semaine, soit 5,60 euros de plus qu'avec l'ancien tarif de 2 euros.",
        "Cinq Français, deux Belges et une Suissesse figurent parmi les douze finalistes ; les quatre autres viennent du Canada.",
        "En 2017, elles étaient 39 %, 12 points de plus qu'en 2012 et plus du triple de 2002 (12 %).",
        "Elles forment 39 % des élus, 12 points de plus qu'en 2012, et bien plus qu'en 2002, où elles étaient à peine 12 %.",
        "Le bilan est de 142 291 cas et 27 625 morts, soit 96 décès en plus en un jour.",
        "Depuis 2012, année record avec 73 700 vols, le recul est de plus de 37 000 vols. Sur la même période, les fraudes ont doublé, avec 17 606 plaintes.",
        "Le club a vendu 24 000 abonnements, soit 2 000 de plus que la saison dernière et 4 000 de moins que le record.",
        "Le taux directeur est relevé de 50 points de base, à 3,5 %, contre 3 % en février.",
        "L'abonnement coûtera 12,99 euros par mois, contre 10,99 euros, soit 24 euros de plus par an.",
        "La route a tué 291 personnes contre 328 l'an passé, soit 37 personnes en moins.",
        "Le paquet passe à 9 euros contre 8,60 euros, soit une hausse, moindre, de 40 centimes.",
        "La liste obtient 312 voix contre 298, soit 14 d'écart.",
        "Le loyer passe de 640 à 690 euros, soit une hausse de 50 euros.",
        "La facture atteint 1,92 milliard de dollars, contre 2,25 milliards, soit une baisse de 330 millions de dollars.",
        "Sa fortune est passée de 41,5 à 72,2 milliards de dollars, un bond de 30,7 milliards de dollars.",
        "La commune compte 2 040 cas, soit 120 de plus que la veille (1 920).",
        "Le taux passe de 6,1 % à 7,5 %, soit une hausse de 1,4 point.",
        "Le déficit passe de 1,2 à 1,5 milliard d'euros, soit une hausse de 340 millions d'euros.",
        "Le déficit passe de 1,24 à 1,5 milliard d'euros, soit une hausse de 300 millions d'euros.",
        "Lyon s'est imposé 84-71 face à Monaco, avec 13 points d'écart.",
        "Lyon s'est imposé 84-71 après avoir compté jusqu'à 20 points d'avance.",
        "Kipsang gagne en 2 h 3 min 15 s. Bekele, deuxième en 2 h 4 min 20 s, termine à 1 min 5 s.",
        "Le trail est parti à 7 h 30. Il s'impose en 4 h 12, dix minutes devant Morel.",
        "Il s'impose en 2 h 10 min 5 s, à 35 secondes du record de l'épreuve, 2 h 9 min 30 s.",
        "Le taux du livret sera ramené de 3 % à 2,4 %, soit 0,6 point de moins.",
        "Monaco conforte son fauteuil avec 61 points. Il compte cinq longueurs d'avance sur Marseille, dauphin avec 56 unités.",
        "Lens, avec 48 points, compte trois longueurs de retard sur le podium. Lyon, huitième, en a 44.",
        "Elle gagne en 1 h 12 min 30 s, avec 2 minutes d'avance sur la deuxième et 3 sur la troisième (1 h 15 min 40 s).",
        "Sur les 4 812 votants, 214 ont glissé un bulletin blanc ou nul. Restent 4 598 suffrages exprimés.",
        "Le déficit commercial s'est creusé de 5,1 milliards en mai. Les exportations ont atteint 40,2 milliards et les importations 46,1 milliards.",
        "Le déficit commercial avec la Chine a atteint 31 milliards. Les exportations totales ont été de 420 milliards, les importations de 490 milliards.",
        "La commune a vu 412 naissances et 365 décès. Son solde naturel est de 47 habitants.",
        "Compte tenu des fonds en route (+ 41 milliards), le déficit budgétaire est estimé à 368 milliards. Les recettes ont atteint 1 881 milliards, les dépenses 2 290 milliards.",
    ],
)
def check(difference: Difference) -> Verdict | None:
    """312 voix contre 298, c'est 14 d'écart : une soustraction que le lecteur refait.

    La règle s'applique quand la phrase nomme les deux valeurs et leur écart, tous trois dans
    la même unité. Elle se tait quand les arrondis permettent l'écart imprimé.
    """
    stated, exact = difference.stated, difference.exact
    evidence = [difference.before.extent, difference.after.extent]
    if exact is None or stated.value is None:
        return undecided(stated.extent, evidence, "une des valeurs reste ouverte")
    computed = difference.computed(loose=False)
    claimed = stated.recomputed(loose=False)
    after, before = show.figure(difference.after), show.figure(difference.before)
    gap = show.amount(abs(exact), stated)
    formula = f"{after} − {before} = {show.amount(exact, stated)}"
    fits = computed.meets(claimed) or computed.meets(-claimed)
    if fits and difference.holds_as_printed:
        return holds(stated.extent, evidence, formula)
    if is_rounding_of(abs(stated.value), abs(exact)):
        return holds(stated.extent, evidence, formula)
    hedged = stated.hedge is not None and stated.value % 10 == 0
    if hedged and is_near(abs(exact), stated.value, FREELY):
        return holds(stated.extent, evidence, formula)
    if _is_of_others(difference, stated.value, exact):
        return undecided(stated.extent, evidence, f"{formula} : trop loin de ce qui est dit")
    loose, told = difference.computed(loose=True), stated.recomputed(loose=True)
    rounding = loose.meets(told) or loose.meets(-told)
    return contradicts(
        stated.extent,
        [
            because(difference.before.extent, fr="une valeur", en="one value"),
            because(difference.after.extent, fr="l’autre valeur", en="the other value"),
        ],
        formula,
        fr=f"entre {before} et {after}, l’écart est de {gap}",
        en=f"between {before} and {after} the difference is {gap}",
        suggestions=[gap],
        ceiling=Severity.WARNING if rounding or fits else Severity.ERROR,
    )


def _is_of_others(difference: Difference, told: Decimal, exact: Decimal) -> bool:
    """Whether the two values lie too far apart for anybody to have meant them, scale and all."""
    before, after = (abs(one.value or 0) for one in (difference.before, difference.after))
    few = abs(told) < FEW < abs(exact) / 2
    apart = max(before, after) > APART * min(before, after)
    inferred = difference.binding is Binding.INFERRED
    if inferred and few:
        return True
    far = (inferred and apart) or is_far(told, exact, difference.stated.step, SURE)
    return far and not _is_misscaled(difference)


def _is_misscaled(difference: Difference) -> bool:
    """Whether a wrong multiplier of one value is all: 48,5 millions less 41,3 milliards."""
    before, after, told = difference.before.value, difference.after.value, difference.stated.value
    if before is None or after is None or told is None:
        return False
    gaps = (
        abs(after * up - before * down)
        for up, down in ((1, 1000), (1000, 1), (1, 1_000_000), (1_000_000, 1))
    )
    return any(is_near(gap, abs(told), NEARLY) for gap in gaps)
