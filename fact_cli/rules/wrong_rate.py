from decimal import Decimal

from fact_cli.model.bounds import is_near
from fact_cli.model.figures import Rate
from fact_cli.model.finding import Binding, Severity, Verdict
from fact_cli.model.slips import digits_of, is_far
from fact_cli.rule import because, contradicts, holds, rule, show, undecided

FAR = Decimal("0.15")  # of a rate, by which the rounding of its total can be thought to move it
LEGIBLE = 5  # digits behind the first of a quotient that are shown
ROUNDED = 3  # digits of a quotient that people tell: 133 000 for 133 333
DIGITS = 10  # units of its last digit from which a figure has two


@rule(
    on=Rate,
    severity=Severity.ERROR,
    title={
        "fr": "Taux par unité ou par période qui est faux",
        "en": "Wrong rate per unit or period",
    },
    wrong=[
        "Le cinéma a vendu 60 cartes à 35 euros, soit une recette de {{2 400 euros}}.",
        "Le kilo se vend 18 euros. Elle en a écoulé 45 kilos, soit {{910 euros}}.",
        "Elle a livré 45 kilos à 18 euros le kilo ({{910 euros}}).",
        "Le club a payé 60 maillots 2 100 euros ({{45 euros}} pièce).",
        "Le bourg doit 7,2 millions d'euros pour 6 000 habitants. La dette par habitant est donc de {{1 350 euros}}.",
        "La dette du bourg atteint 7,2 millions d'euros pour 6 000 habitants. C'est {{1 350 euros}} par habitant.",
        "En 2007, 730 personnes ont été tuées et 9 125 blessées sur les routes, soit 2 morts et {{28}} blessés par jour.",
        "Pour ses 2 400 habitants, la commune rembourse 4,32 millions d'euros d'emprunts. Chaque Bellerivois traîne ainsi une dette de {{2 800 euros}}.",
        "Une vache donne en moyenne 7 500 litres de lait par an. En 2021, les 9 000 bêtes du canton en ont fourni {{81 millions de litres}}.",
        "Le club a vendu 23 000 abonnements à 310 euros en moyenne, pour une recette de {{71 millions d'euros}}.",
        "Avec 1 260 homicides pour une population de 18 millions d'habitants, le pays affiche un taux de {{9}} pour 100.000.",
        "Longue de 45 kilomètres, la rocade a coûté 2,7 milliards de dirhams, environ {{80 millions}} du kilomètre.",
        "Chaque jour, 5 200 œufs sont ramassés dans cette ferme. Elle en produit {{1,46 million}} par an.",
        "L'attaquant touche un salaire de 6,3 millions d'euros, soit un salaire hebdomadaire de {{60 000 euros}}.",
        "Le gardien émarge à 4,2 millions d'euros par saison, soit environ {{45 000 euros}} par semaine.",
        "Nommé à la tête de la société, il touchera 6 500 dollars par mois. Son contrat prévoit un salaire annuel de {{156 000 dollars}}.",
        "La subvention de 600 000 euros ira à 1 500 élèves, soit {{600 euros}} par élève.",
        "La ville de 20 000 habitants porte une dette de 30 millions d'euros, soit {{2 500 euros}} par habitant.",
        "Il gagne 1 900 euros par mois, soit {{32 000 euros}} par an.",
        "Le plan coûte 18 millions d'euros pour 60 000 habitants, soit {{30 euros}} par habitant.",
        "On enregistre 1 200 cas par semaine, soit environ {{270}} cas par jour.",
        "Le plan prévoit 1 400 milliards d'euros sur huit ans, soit {{150 milliards d'euros}} par an.",
        "Sur 260 hectares de blé, la moisson a donné 1 560 tonnes. Un rendement de {{66 quintaux}} à l'hectare, au-dessous des 72 quintaux de l'an dernier.",
        "On a recensé 96 cas de coqueluche dans ce département de 1,2 million d'habitants. L'incidence y atteint {{80}} pour 100 000.",
        "Les deux gares, distantes de 90 kilomètres, sont reliées en une heure et demie. La vitesse moyenne, {{75 km/h}}, déçoit.",
        "Ouverte depuis quinze mois, la ludothèque accueille 1 400 visiteurs mensuels. Elle en a ainsi reçu {{12 000}} depuis son ouverture.",
        "Un chèque de 80 euros sera remis à 3 000 retraités. La mesure représente un effort de {{240 millions d'euros}}.",
        "La ville verse chaque année 84 000 euros au club, qui revendique 1 400 licenciés. Ramenée à chaque adhérent, l'aide atteint {{80 euros}}.",
        "Le programme, doté de 2 milliards d'euros sur cinq ans, représente un effort de {{500 millions d'euros}} par an.",
        "En 2023, 94 femmes ont été tuées, soit {{une}} tous les deux jours.",
        "Près de 40 000 personnes meurent chaque année d'un arrêt cardiaque. Cela équivaut à {{un}} décès toutes les deux minutes.",
        "Le département a enregistré 3 650 cambriolages en 2022, soit {{20}} par jour en moyenne.",
        "Il tourne à {{0,67}} but par rencontre, puisqu'il en a inscrit 24 en 30 apparitions.",
        "Le navire transporte 6 200 conteneurs de 20 tonnes, pour un total de {{124 millions de tonnes}}.",
        "Le stade a coûté 312 millions d'euros. Il compte 26 000 places, ce qui met la place à {{12 millions d'euros}}.",
        "Le pays de 45 millions d'habitants consomme 5,4 milliards de tonnes de pain, soit {{120 kilos}} par tête.",
        "La dette est de {{4,2 milliards d'euros}}, soit 140 000 euros par ménage, et non de 900 milliards (30 000 euros par ménage).",
        "Un écran se vend 1,3 milliard d'euros. La régie, qui a vendu 52 écrans à ce tarif, encaisse {{67,6 millions}}.",
        "La canalisation fendue perd 3 litres par minute depuis juillet, ce qui représente près de {{7 000 litres}} perdus chaque jour.",
        "La station pompe 12 m³/h, soit {{388 m³}} par jour.",
        "Le tracteur tire 16 remorques de 12 tonnes, soit {{172 tonnes}} de betteraves.",
        "L'amende est payable en 24 mensualités de 310 euros, soit {{8 440 euros}}.",
        "Le {{800 mètres}}, soit huit longueurs du bassin de 50 mètres, se nage d'une traite.",
        "Il a apuré sa dette, {{130 euros}} en 3 200 pièces de cinq centimes.",
        "Les huit leçons coûtent 360 euros, ce qui met la leçon à {{55 euros}}.",
        "Le bail annuel, 9 600 euros, représente {{900 euros}} par mois.",
        "Avec un salaire annuel de 1,3 million d'euros, l'ailier gagne {{35 000 euros}} par semaine.",
    ],
    right=[
        "L'usine a vendu 40 tonnes de gravier pour 1 200 euros, puis 40 tonnes de nickel pour 1,2 million d'euros.",
        "Elle gagne 1 800 euros par mois, soit 21 600 euros par an, quand son frère est payé sur treize mois.",
        "Le tracteur tire 16 remorques de 12 tonnes, soit 192 tonnes de betteraves.",
        "Le tracteur tire 16 remorques de 12 tonnes, soit 40 tonnes de plus que l'ancien.",
        "Elle a emprunté 9 000 euros, remboursables en 36 mensualités de 270 euros.",
        "Il a apuré sa dette, 160 euros en 3 200 pièces de cinq centimes.",
        "Avec un salaire annuel de 1,3 million d'euros, l'ailier gagne 25 000 euros par semaine.",
        "Le jeu distribue 200 lots de 50 euros et 100 lots de 20 euros, soit 12 000 euros.",
        "Avec un salaire annuel de 42 000 euros, elle rembourse 900 euros par mois.",
        "Le cinéma a vendu 60 cartes à 35 euros, soit une recette de 2 100 euros.",
        "Le cinéma a vendu 60 cartes à 35 euros. La recette du bar atteint 2 400 euros.",
        "Le cinéma a vendu 60 cartes à 35 euros et 20 cartes à 15 euros, soit 2 400 euros.",
        "Le kilo se vend 18 euros. Elle en a écoulé 45 kilos, pour un bénéfice de 500 euros.",
        "Elle a livré 45 kilos à 18 euros le kilo (600 euros de frais).",
        "En 2007, 730 personnes ont été tuées et 9 125 blessées sur les routes, soit 2 morts et 25 blessés par jour.",
        "En 2007, 1 137 personnes ont péri sur les routes, soit trois par jour.",
        "La canalisation fendue perd 3 litres par minute depuis juillet, ce qui représente près de 4 320 litres perdus chaque jour.",
        "La station pompe 12 m³/h, soit 288 m³ par jour.",
        "La coupe a vu 96 buts en 48 matchs, soit une moyenne de 2. Les Ivoiriens en ont inscrit 11 en sept rencontres.",
        "Les deux premiers soirs affichent complet (4 500 places chacun), le dernier est rempli à 80 %, soit 3 600 billets.",
        "La visite, en 2019, avait attiré 860 curieux en vingt jours, soit 43 par jour.",
        "Le bac transporte 40 000 passagers par an. En dix ans, le département y aura mis 1,2 million d'euros, soit 3 euros par passager.",
        "Pour ses 2 400 habitants, la commune rembourse 4,32 millions d'euros d'emprunts. Chaque Bellerivois traîne ainsi une dette de 1 800 euros.",
        "Le navire transporte 6 200 conteneurs de 20 tonnes, pour un total de 124 000 tonnes.",
        "La saisie porte sur 340 sachets de 2 grammes, soit 680 grammes de résine.",
        "La banque détient 120 tonnes d'or et 12 lingots de 10 kilos.",
        "Le camion portait 30 cartons de 10 kilos. En un an, la bande aurait écoulé 3 tonnes.",
        "Cette loterie distribue 500 lots de 20 euros et un gros lot de 100 000 euros.",
        "Le plafond est de 14 832 euros par an. La pension moyenne n'en représente que 60 %, soit 742 euros par mois.",
        "Les lots attendent leurs gagnants. Une génisse, deux jambons et un vol en parapente n'ont pas été réclamés.",
        "Chaque vache donne 7 500 litres de lait. Les 90 bêtes du troupeau en ont fourni 675 000 litres.",
        "Une place coûte 12 euros. Les 300 places vendues ont rapporté 3 600 euros.",
        "Avec 1 260 homicides pour une population de 18 millions d'habitants, le pays affiche un taux de 7 pour 100.000.",
        "Longue de 45 kilomètres, la rocade a coûté 2,7 milliards de dirhams, environ 60 millions du kilomètre.",
        "Le directeur perçoit un salaire de 72 000 euros, soit 6 000 euros par mois.",
        "Il avait signé un contrat de 12 millions d'euros, soit 60 000 euros par semaine.",
        "L'attaquant touche un salaire de 2 000 euros, soit 500 euros par semaine.",
        "Elle touchera 5 000 euros net par mois. Son contrat prévoit un salaire annuel brut de 80 000 euros.",
        "L'essence a reculé de 1,6 % sur un an. L'écart avec février, un demi-point, a surpris les analystes, qui tablaient sur 2,4 %.",
        "Une commande de 18 rames pour 540 millions de dinars, soit 30 millions l'unité. Une option porte sur six rames supplémentaires, pour 168 millions, à 28 millions pièce.",
        "La pièce a attiré 43 275 spectateurs dans 28 théâtres, soit une moyenne de 1546 entrées par théâtre.",
        "Les 20 000 habitants se partagent une dette de 30,55 millions d'euros, soit 1 527 euros par habitant.",
        "Pour un plein de 40 litres, il débourse 72 euros, soit 1,80 euro le litre, contre 64 euros (1,60 euro le litre) l'an dernier.",
        "Qui emprunte 150 000 euros sur quinze ans rembourse environ 1 100 euros chaque mois.",
        "Ses trois salles totalisent 430 places. La plus grande en compte 250 et les deux autres 90 chacune.",
        "Le juge a infligé une amende de 7 millions d'euros à la banque et de 4 millions à sa filiale. Les deux sanctions, d'un total de 11 millions, sont définitives.",
        "Le club a marqué 30 buts en 30 rencontres, un par match en moyenne, quand le champion en a inscrit 71.",
        "Le club a collecté 240 tonnes, deux fois plus que l'an dernier (120 tonnes), dans 60 magasins, soit 4 tonnes par magasin.",
        "Le département compte 260 communes pour 1,3 million d'habitants, soit 5 000 habitants par commune en moyenne.",
        "Il gagne 1 900 euros par mois, soit 22 800 euros par an.",
        "Le plan coûte 18 millions d'euros pour 60 000 habitants, soit 300 euros par habitant.",
        "On enregistre 1 200 cas par semaine, soit environ 171 cas par jour.",
        "Le plan prévoit 1 400 milliards d'euros sur huit ans, soit 175 milliards d'euros par an.",
        "Il gagne 7,32 millions d'euros par an, soit 610 000 euros par mois.",
        "Il gagne 2 000 euros par mois, soit 26 000 euros par an avec le treizième mois.",
        "L'usine livre 90 milliards d'emballages par an, soit près de 2 900 par seconde.",
        "Chaque année, 110 000 voitures sont volées, soit un rythme de 300 voitures par jour.",
        "L'atelier sort 700 pièces par semaine, soit 140 pièces par jour.",
        "Le programme, doté de 2 milliards d'euros sur six ans, représente un effort de 350 millions d'euros par an.",
        "En 2022, 122 femmes ont été tuées, soit une tous les trois jours.",
        "Près de 40 000 personnes meurent chaque année d'un arrêt cardiaque. Cela équivaut à un décès toutes les treize minutes.",
        "En 2020, 3 260 personnes sont mortes sur les routes, soit neuf par jour environ.",
        "Le camion consomme vingt litres aux cent ; le dépôt étant à 150 kilomètres, chaque aller-retour lui coûte soixante litres de gazole.",
        "Le ballon, qui filait à 90 km/h au-dessus des Alpes, mais bien moins vite ailleurs, a parcouru 900 kilomètres en quinze heures.",
    ],
)
def check(rate: Rate) -> Verdict | None:
    """Par mois et par an, par tête et au total : une division que la phrase donne à refaire.

    La règle s'applique quand la phrase dit la même chose pour deux périodes, ou un total, un
    nombre de têtes et le montant de chacune. Les jours ouvrés, les congés et le treizième
    mois sont admis.
    """
    total, stated = rate.total, rate.stated
    evidence = [one.extent for one in rate.at]
    if total.value is None or stated.value is None:
        return undecided(stated.extent, evidence, "une des valeurs reste ouverte")
    if rate.result is total:
        return _product(rate)
    exact = total.value / rate.usual
    decimals = 2 if exact < 100 else min(0, LEGIBLE - exact.adjusted())
    computed = show.amount(show.rounded(exact, decimals), stated)
    count = show.number(show.rounded(rate.usual, 2) if rate.usual < 1 else rate.usual)
    formula = f"{show.figure(total)} ÷ {count} = {computed} par {rate.name}"
    fits = rate.holds(loose=False)
    if fits and not _is_far(rate, exact):
        return holds(stated.extent, evidence, formula)
    if is_far(stated.value, exact, _last_told(stated.value, stated.step)):
        return undecided(stated.extent, evidence, f"{formula} : trop loin de ce qui est dit")
    rounding = rate.holds(loose=True)
    if rate.binding is Binding.INFERRED and 0 <= exact - stated.value < stated.step:
        return holds(stated.extent, evidence, formula)  # told without its decimals
    hedged = stated.hedge is not None and abs(exact - stated.value) <= stated.step / 2
    if hedged or (is_near(exact, stated.value, Decimal("0.05")) and stated.value % 10 == 0):
        return holds(stated.extent, evidence, formula)
    near = is_near(exact, stated.value, Decimal("0.1"))
    return contradicts(
        stated.extent,
        [
            because(one.extent, fr="rapporté à", en="set against")
            for one in rate.at
            if one is not stated
        ],
        formula,
        fr=f"{show.figure(total)} font {computed} par {rate.name}, pas {show.figure(stated)}",
        en=f"{show.figure(total)} makes {computed} per {rate.name}, not {show.figure(stated)}",
        suggestions=[computed],
        ceiling=Severity.WARNING if rounding or near or fits else Severity.ERROR,
    )


def _last_told(value: Decimal, step: Decimal) -> Decimal:
    """What the last digit of a rate counts, the zeros of one that is told to three put aside."""
    digits = digits_of(value, step)
    return step.scaleb((value / step).adjusted() + 1 - digits) if digits >= ROUNDED else step


def _is_far(rate: Rate, exact: Decimal) -> bool:
    """Whether only the rounding of a total of one digit ("2 milliards") allows what is stated."""
    total, stated = rate.total, rate.stated
    if len(rate.counts) > 1 or total.hedge is not None or stated.hedge is not None:
        return False
    assert total.value is not None and stated.value is not None
    few = total.value / total.step < DIGITS <= stated.value / stated.step
    return few and not is_near(exact, stated.value, FAR)


def _product(rate: Rate) -> Verdict:
    """The same relation where the text gives the total as what comes out."""
    total, each = rate.total, rate.stated
    assert total.value is not None and rate.product is not None
    others = [one for one in (*rate.at, each) if one is not total]
    product, usual = rate.product, rate.usual
    if usual % 1:
        product = show.rounded(product, LEGIBLE + 1 - product.adjusted())
        usual = show.rounded(usual, LEGIBLE)
    computed = show.amount(product, total)
    formula = f"{show.figure(each)} × {show.number(usual)} = {computed}"
    if rate.holds(loose=False) or is_near(rate.product, total.value, Decimal("0.05")):
        return holds(total.extent, [one.extent for one in others], formula)
    weak = rate.holds(loose=True) or is_near(rate.product, total.value, Decimal("0.1"))
    return contradicts(
        total.extent,
        [because(one.extent, fr="multiplié", en="multiplied") for one in dict.fromkeys(others)],
        formula,
        fr=f"{show.figure(each)} par {rate.name} font {computed}, pas {show.figure(total)}",
        en=f"{show.figure(each)} per {rate.name} makes {computed}, not {show.figure(total)}",
        suggestions=[computed],
        ceiling=Severity.WARNING if weak else Severity.ERROR,
    )
